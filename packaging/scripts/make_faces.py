"""Make the portrait folder `resources/samples/faces` from public-domain portraits that come with packages.

Run: `python packaging/scripts/make_faces.py FOLDER` in an environment with matplotlib, scikit-image and mediapipe
0.10.14, whose face mesh gives the landmarks; FOLDER is the unpacked source distribution of face_recognition 1.3.0.
"""

from __future__ import annotations

import argparse
import csv
import importlib
import importlib.util
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

OUT = Path(__file__).resolve().parents[2] / "resources" / "samples" / "faces"
LARGEST = 400  # px, side of a crop
MARGIN = 0.04  # around the aligned quad, as a share of its side
EYES = (
    (33, 160, 158, 133, 153, 144),
    (362, 385, 387, 263, 373, 380),
)  # of the mesh: at the left and right of the picture
MOUTH_CORNERS = (61, 291)
COLUMNS = ("name", "split", "source", "native_quad", "inside", "grayscale", "engraving_suspect")
Points = NDArray[np.float64]


def sources(face_recognition: Path) -> dict[str, Path]:
    """Each face's name and the picture that it is cut from."""
    tests = face_recognition / "tests" / "test_images"
    return {
        "hopper": _inside("matplotlib", "mpl-data/sample_data/grace_hopper.jpg"),
        "collins": _inside("skimage", "data/astronaut.png"),
        "obama-portrait": tests / "obama.jpg",
    }


def make_faces(face_recognition: Path, folder: Path) -> None:
    """Write the crops, their table and their meshes."""
    (folder / "val").mkdir(parents=True, exist_ok=True)
    rows: list[dict[str, object]] = []
    meshes: dict[str, NDArray[np.float16]] = {}
    for name, path in sources(face_recognition).items():
        with Image.open(path) as image:
            pixels = np.asarray(image.convert("RGB"))
        crop, mesh, row = _cut(pixels, _mesh(pixels))
        crop.save(folder / "val" / f"{name}.jpg", quality=88, optimize=True)
        rows.append({"name": name, "split": "val", "source": "samples", **row})
        meshes[name] = mesh.astype(np.float16)
    with (folder / "faces.csv").open("w", newline="", encoding="utf-8") as table:
        writer = csv.DictWriter(table, [*COLUMNS, *(f"q{i}{axis}" for i in range(4) for axis in "xy")])
        writer.writeheader()
        writer.writerows(rows)
    np.savez_compressed(folder / "mesh478.npz", names=np.array(list(meshes)), points=np.stack(list(meshes.values())))


def _cut(pixels: NDArray[np.uint8], mesh: Points) -> tuple[Image.Image, Points, dict[str, object]]:
    """The square around the aligned quad, mirrored where the photo ends, with mesh and quad in its px."""
    quad = _quad(mesh)
    side = float(np.hypot(*(quad[1] - quad[0])))
    low, high = quad.min(axis=0) - MARGIN * side, quad.max(axis=0) + MARGIN * side
    length = int(np.ceil((high - low).max()))
    left, top = (np.round((low + high - length) / 2)).astype(int)
    height, width = pixels.shape[:2]
    reach = max(0, -left, -top, left + length - width, top + length - height)
    padded = cv2.copyMakeBorder(pixels, reach, reach, reach, reach, cv2.BORDER_REFLECT)
    square = padded[top + reach : top + reach + length, left + reach : left + reach + length]
    scale = min(1.0, LARGEST / length)
    size = round(length * scale)
    crop = Image.fromarray(square).resize((size, size), Image.Resampling.LANCZOS)
    inside = (min(width, left + length) - max(0, left)) * (min(height, top + length) - max(0, top)) / length**2
    facts: dict[str, object] = {
        "native_quad": round(side, 1),
        "inside": round(float(inside), 3),
        "grayscale": 0,
        "engraving_suspect": 0,
    }
    for number, (x, y) in enumerate((quad - (left, top)) * scale):
        facts |= {f"q{number}x": round(float(x), 2), f"q{number}y": round(float(y), 2)}
    return crop, (mesh - (left, top, 0)) * scale, facts


def _quad(mesh: Points) -> Points:
    """Corners of the aligned square, from the eyes and the corners of the mouth. Source: Karras et al. 2019 (FFHQ)."""
    left_eye, right_eye = (mesh[list(eye), :2].mean(axis=0) for eye in EYES)
    eyes, mouth = (left_eye + right_eye) / 2, mesh[list(MOUTH_CORNERS), :2].mean(axis=0)
    across, down = right_eye - left_eye, mouth - eyes
    x = across - np.array([-down[1], down[0]])
    x *= max(np.hypot(*across) * 2.0, np.hypot(*down) * 1.8) / np.hypot(*x)
    y, centre = np.array([-x[1], x[0]]), eyes + down * 0.1
    return np.stack([centre - x - y, centre - x + y, centre + x + y, centre + x - y])


def _mesh(pixels: NDArray[np.uint8]) -> Points:
    """The 478 landmarks of the one face in a picture, px."""
    face_mesh = importlib.import_module("mediapipe").solutions.face_mesh
    with face_mesh.FaceMesh(static_image_mode=True, refine_landmarks=True, max_num_faces=1) as finder:
        found = finder.process(pixels).multi_face_landmarks[0].landmark
    height, width = pixels.shape[:2]
    return np.array([(point.x * width, point.y * height, point.z * width) for point in found])


def _inside(package: str, path: str) -> Path:
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"Install {package} first: {path} comes with it.")
    return Path(spec.origin).parent / path


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("face_recognition", type=Path)
    parser.add_argument("--folder", type=Path, default=OUT)
    options = parser.parse_args()
    make_faces(options.face_recognition, options.folder)
