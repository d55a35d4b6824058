from __future__ import annotations

import importlib.util
import sys
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType, SimpleNamespace

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.detection.face_alignment_detector import (
    FINDER_FILE,
    LANDMARK_FILE,
    FaceAlignmentDetector,
    missing_parts,
)
from engine.detection.landmarks import five_from_68
from engine.detection.registry import available_detectors, load_detector
from engine.errors import DetectionError

URL = "https://example.org/python-fan/"
LANDMARKS = np.random.default_rng(0).uniform(40, 80, (68, 2)).astype(np.float32)


class FakeNetwork:
    """Finds `LANDMARKS` once in every photo, or nothing in a black one."""

    def __init__(self, landmarks_type: object, *, device: str, flip_input: bool) -> None:
        assert (landmarks_type, device, flip_input) == ("2D", "cpu", False)

    def get_landmarks_from_image(
        self, pixels: NDArray[np.uint8], *, return_bboxes: bool
    ) -> tuple[list[NDArray[np.float32]] | None, None, list[NDArray[np.float32]] | None]:
        assert return_bboxes
        if not pixels.any():
            return None, None, None
        scale = pixels.shape[1] / 200
        box = np.array([40, 40, 80, 80, 0.97], np.float32)
        return [(LANDMARKS + 0.5) * scale - 0.5], None, [box]


def fake_module(name: str, **contents: object) -> ModuleType:
    module = ModuleType(name)
    module.__spec__ = ModuleSpec(name, loader=None)
    module.__dict__.update(contents)
    return module


@pytest.fixture
def checkpoints(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An empty folder where torch would keep its weights, and fakes of the packages."""
    folder = tmp_path / "hub" / "checkpoints"
    folder.mkdir(parents=True)
    monkeypatch.setenv("TORCH_HOME", str(tmp_path))
    package = fake_module("face_alignment", FaceAlignment=FakeNetwork, LandmarksType=SimpleNamespace(TWO_D="2D"))
    api = fake_module("face_alignment.api", default_model_urls={"2DFAN-4": URL + LANDMARK_FILE})
    finder = fake_module("face_alignment.detection.sfd.sfd_detector", models_urls={"s3fd": URL + FINDER_FILE})
    for module in (package, api, finder):
        monkeypatch.setitem(sys.modules, module.__name__, module)
    known = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name: ModuleSpec(name, None) if name == "torch" else known(name)
    )
    return folder


@pytest.fixture
def weights(checkpoints: Path) -> Path:
    for name in (LANDMARK_FILE, FINDER_FILE):
        (checkpoints / name).touch()
    return checkpoints


def test_without_the_package_the_detector_is_not_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    known = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "face_alignment" else known(name))
    assert available_detectors() == ("centerface",)
    with pytest.raises(DetectionError, match="the package face-alignment"):
        load_detector("face-alignment")


@pytest.mark.usefixtures("checkpoints")
def test_without_its_weights_nothing_is_loaded_and_the_files_are_named() -> None:
    assert len(missing_parts()) == 2
    assert "face-alignment" not in available_detectors()
    with pytest.raises(DetectionError, match=f"{LANDMARK_FILE}.*{FINDER_FILE}"):
        FaceAlignmentDetector()


@pytest.mark.usefixtures("weights")
def test_with_its_weights_it_is_offered_after_centerface() -> None:
    assert available_detectors() == ("centerface", "face-alignment")
    assert load_detector("face-alignment").name == "face-alignment"
    assert load_detector().name == "centerface"


@pytest.mark.usefixtures("weights")
def test_a_package_that_would_download_other_weights_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["face_alignment.api"], "default_model_urls", {"2DFAN-4": URL + "new.zip"})
    with pytest.raises(DetectionError, match="would download"):
        FaceAlignmentDetector()


@pytest.mark.usefixtures("weights")
@pytest.mark.parametrize("width", [200, 4000])
@pytest.mark.parametrize("is_deep", [False, True])
def test_landmarks_come_back_in_photo_pixels(width: int, is_deep: bool) -> None:
    grey = np.full((width // 2, width, 3), 9, np.uint8)
    faces = FaceAlignmentDetector().detect(grey.astype(np.uint16) * 257 if is_deep else grey)
    expected = (LANDMARKS + 0.5) * (width / 200) - 0.5
    assert len(faces) == 1
    face = faces[0]
    assert face.landmarks is not None and face.points is not None
    np.testing.assert_allclose(face.landmarks, expected, rtol=1e-4)
    np.testing.assert_allclose(face.points, five_from_68(face.landmarks))
    assert face.box.left <= expected[:, 0].min() + 0.5 and face.box.bottom >= expected[:, 1].max()
    assert face.score == pytest.approx(0.97)


@pytest.mark.usefixtures("weights")
def test_a_photo_in_which_the_package_finds_none_has_no_faces() -> None:
    assert FaceAlignmentDetector().detect(np.zeros((50, 50, 3), np.uint8)) == []
    assert FaceAlignmentDetector().detect(np.zeros((0, 50, 3), np.uint8)) == []


def test_five_points_are_the_eyes_middles_nose_and_mouth_corners() -> None:
    landmarks = np.arange(136, dtype=np.float32).reshape(68, 2)
    five = five_from_68(landmarks)
    np.testing.assert_allclose(five[0], landmarks[36:42].mean(axis=0))
    np.testing.assert_allclose(five[1], landmarks[42:48].mean(axis=0))
    np.testing.assert_allclose(five[2:], landmarks[[30, 48, 54]])


def test_another_number_of_landmarks_is_refused() -> None:
    with pytest.raises(DetectionError, match="68 landmarks"):
        five_from_68(np.zeros((5, 2), np.float32))


def test_an_unknown_detector_is_refused_with_the_known_ones_named() -> None:
    with pytest.raises(DetectionError, match="centerface, face-alignment"):
        load_detector("retina")
