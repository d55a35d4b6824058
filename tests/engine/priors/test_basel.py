from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest
from scipy.io import savemat

from engine.errors import ModelError
from engine.priors.basel import read_basel
from engine.priors.face_model_file import import_face_model, read_face_model
from tests.engine.priors.small_face import dome

KEPT = 7  # directions in the small files


def numbers() -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """The dome's points in cm and its triangles, orthonormal directions, and their standard deviations."""
    points, triangles = dome()
    generator = np.random.default_rng(9)
    basis = np.linalg.qr(generator.normal(size=(points.size, KEPT)))[0]
    return points, triangles, basis, np.linspace(3, 1, KEPT)


def write_2009(path: Path, **changed: np.ndarray) -> Path:
    """The layout of 01_MorphableModel.mat: µm, colours of 255, triangles from 1 on that look inwards."""
    points, triangles, basis, deviations = numbers()
    fields = {
        "shapeMU": points.reshape(-1, 1) * 1e4, "shapePC": basis, "shapeEV": deviations[:, None] * 1e4,
        "texMU": np.full((points.size, 1), 127.5), "texPC": basis, "texEV": deviations[:, None] * 255,
        "tl": triangles[:, ::-1] + 1,
    } | changed  # fmt: skip
    savemat(path, fields, do_compression=True)
    return path


def write_2017(path: Path) -> Path:
    """The layout of model2017-1_bfm_nomouth.h5: mm, variances, colours of 1."""
    h5py = pytest.importorskip("h5py", reason="the extra face-models is not installed")
    points, triangles, basis, deviations = numbers()
    with h5py.File(path, "w") as file:
        for name, mean, size in (("shape", points * 10, 10), ("expression", points * 0 + 1, 10), ("color", 0.5, 1)):
            group = file.create_group(f"{name}/model")
            group["mean"] = np.broadcast_to(mean, points.shape).reshape(-1).astype(np.float32)
            group["pcaBasis"], group["pcaVariance"] = basis.astype(np.float32), (deviations * size) ** 2
        file["shape/representer/cells"] = triangles.T
    return path


def test_the_file_of_2009_becomes_a_model_in_cm_that_looks_outwards(tmp_path):
    points, triangles, basis, deviations = numbers()
    model = read_basel(write_2009(tmp_path / "01_MorphableModel.mat"))
    assert model.name == "basel-2009" and "research" in model.licence
    assert np.allclose(model.mean_shape, points - points.mean(axis=0), atol=1e-4)
    assert np.allclose(model.identity[2].ravel(), basis[:, 2] * deviations[2], atol=1e-4)
    assert np.allclose(model.texture[1].ravel(), basis[:, 1] * deviations[1], atol=1e-4)
    assert np.allclose(model.mean_texture, 0.5) and not model.expression.any() and not model.identity[KEPT:].any()
    assert np.array_equal(model.triangles, triangles)


def test_the_file_of_2017_becomes_a_model_with_expressions(tmp_path):
    points, triangles, basis, deviations = numbers()
    model = read_basel(write_2017(tmp_path / "model2017-1_bfm_nomouth.h5"))
    assert model.name == "basel-2017"
    assert np.allclose(model.mean_shape, points - points.mean(axis=0), atol=1e-4)
    assert np.allclose(model.expression[4].ravel(), basis[:, 4] * deviations[4], atol=1e-4)
    assert np.allclose(model.texture[0].ravel(), basis[:, 0] * deviations[0], atol=1e-4)
    assert np.array_equal(model.triangles, triangles)


def test_an_imported_model_is_kept_for_the_user(tmp_path, monkeypatch):
    monkeypatch.setenv("FSR_DESKTOP_DATA", str(tmp_path / "data"))
    imported, file = import_face_model(write_2009(tmp_path / "a.mat"))
    model = read_face_model(file)
    assert file == tmp_path / "data" / "face-models" / "basel-2009.npz"
    assert model.name == imported.name and np.allclose(model.identity, imported.identity, atol=0.01)
    file.write_bytes(b"PK\x03\x04 cut off")
    with pytest.raises(ModelError, match="Import it again"):
        read_face_model(file)


@pytest.mark.parametrize("content", [b"", b"solid cube", b"\x89HDF\r\n\x1a\n damaged", b"MATLAB 5.0 MAT-file, cut"])
def test_other_and_damaged_files_are_refused_by_name(tmp_path, content):
    path = tmp_path / "some.mat"
    path.write_bytes(content)
    if content.startswith(b"\x89HDF"):
        pytest.importorskip("h5py", reason="the extra face-models is not installed")
    with pytest.raises(ModelError, match=r"some\.mat is .*Choose 01_MorphableModel\.mat"):
        read_basel(path)


def test_a_mat_file_of_something_else_and_triangles_of_no_vertices_are_refused(tmp_path):
    savemat(tmp_path / "other.mat", {"shapeMU": np.zeros((9, 1))})
    with pytest.raises(ModelError, match="it has no shapePC"):
        read_basel(tmp_path / "other.mat")
    wrong = write_2009(tmp_path / "wrong.mat", tl=np.array([[1, 2, 999]]))
    with pytest.raises(ModelError, match="vertices that are not there"):
        read_basel(wrong)


def test_an_hdf5_file_of_something_else_is_refused_with_what_it_lacks(tmp_path):
    h5py = pytest.importorskip("h5py", reason="the extra face-models is not installed")
    with h5py.File(tmp_path / "other.h5", "w") as file:
        file.create_group("shape/model")
    with pytest.raises(ModelError, match="it has no shape/model/pcaVariance"):
        read_basel(tmp_path / "other.h5")


def test_without_h5py_the_file_of_2017_names_the_extra(tmp_path, monkeypatch):
    (tmp_path / "model.h5").write_bytes(b"\x89HDF\r\n\x1a\n")
    monkeypatch.setitem(sys.modules, "h5py", None)
    with pytest.raises(ModelError, match=r"needs the package 'h5py'.*face-models"):
        read_basel(tmp_path / "model.h5")


def test_a_path_without_a_file_is_refused(tmp_path):
    with pytest.raises(ModelError, match="There is no file or folder"):
        import_face_model(tmp_path / "nothing.mat")
