from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.errors import ModelError
from engine.priors import ict_facekit
from engine.priors.face_model_file import import_face_model, read_face_model
from engine.priors.ict_facekit import read_facekit
from engine.priors.morphable import FaceCoefficients
from engine.priors.renderer import render_face, vertex_normals

SAMPLE = Path(__file__).parents[4] / "shared" / "ict_facekit" / "obj_sample"

needs_sample = pytest.mark.skipif(not SAMPLE.is_dir(), reason="the sample of ICT FaceKit is not on this machine")


def write_kit(folder: Path, *, vertices: int = 6) -> np.ndarray:
    """A kit of six vertices, two quads, one identity and one expression. Returns: its vertices."""
    points = np.array([[0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0], [2, 0, 0], [2, 1, 0]], float)[:vertices]
    for name, moved in (("generic_neutral_mesh", 0), ("identity000", 0.5), ("jawOpen", -1)):
        lines = [f"v {x} {y} {z + moved}" for x, y, z in points]
        faces = ["f 1/1 2/2 3/3 4/4", "f 2/1 5/2 6/3 3/4"]
        (folder / f"{name}.obj").write_text("\n".join(["# a kit", *lines, "vt 0 0", *faces]))
    (folder / "vertex_indices.json").write_text(f'{{"idx_to_landmark_verts": {[0] * 68}}}')
    return points


@pytest.fixture
def small_kit(tmp_path, monkeypatch) -> Path:
    monkeypatch.setattr(ict_facekit, "FACE_VERTICES", 6)
    write_kit(tmp_path)
    return tmp_path


def test_a_kit_becomes_a_model_of_its_offsets_and_quads_become_triangles(small_kit):
    model = read_facekit(small_kit)
    assert model.triangles.tolist() == [[0, 1, 2], [0, 2, 3], [1, 4, 5], [1, 5, 2]]
    assert np.allclose(model.identity[0], [0, 0, 0.5]) and not model.identity[1:].any()
    assert np.allclose(model.expression[0], [0, 0, -1]) and not model.expression[1:].any()
    assert np.allclose(model.mean_shape.mean(axis=0), 0, atol=1e-6)


def test_vertices_beyond_the_face_and_their_triangles_are_left_out(tmp_path, monkeypatch):
    monkeypatch.setattr(ict_facekit, "FACE_VERTICES", 4)
    write_kit(tmp_path)
    model = read_facekit(tmp_path)
    assert model.mean_shape.shape == (4, 3) and model.triangles.tolist() == [[0, 1, 2], [0, 2, 3]]


def test_a_folder_without_the_kit_a_short_file_and_wrong_landmarks_are_refused(small_kit, tmp_path_factory):
    with pytest.raises(ModelError, match="not the folder of ICT FaceKit"):
        read_facekit(tmp_path_factory.mktemp("empty"))
    (small_kit / "vertex_indices.json").write_text('{"idx_to_landmark_verts": [99]}')
    with pytest.raises(ModelError, match="does not name the landmarks"):
        read_facekit(small_kit)
    (small_kit / "jawOpen.obj").write_text("v 1 2 3\n")
    with pytest.raises(ModelError, match=r"jawOpen.obj is no OBJ file"):
        read_facekit(small_kit)
    (small_kit / "jawOpen.obj").write_text("v one two three\n")
    with pytest.raises(ModelError, match=r"jawOpen.obj is no OBJ file"):
        read_facekit(small_kit)


@needs_sample
def test_the_published_files_become_a_face_that_is_kept_and_drawn(monkeypatch, tmp_path):
    monkeypatch.setenv("FSR_DESKTOP_DATA", str(tmp_path))
    imported, file = import_face_model(SAMPLE)
    model = read_face_model(file)
    assert file.is_relative_to(tmp_path) and model.name == "ict-facekit"
    assert model.mean_shape.shape == (9409, 3) and len(model.triangles) == 18460
    assert np.abs(model.identity - imported.identity).max() < 0.01
    assert model.expression[0, model.landmarks[8], 1] < -1  # the jaw opens: the chin goes down by cm
    assert vertex_normals(model.mean_shape, model.triangles)[model.landmarks[30], 2] > 0.8  # the tip of the nose
    drawn = render_face(model, FaceCoefficients.mean_face(), 64)
    assert 0.3 < drawn.mask.mean() < 0.9
    skin = drawn.image[drawn.mask]
    assert np.allclose(np.median(skin, axis=0), ict_facekit.SKIN, atol=0.01)
