"""dlib and the weights of `face_recognition_models`: where they are, and where a face is in one of our crops."""

from __future__ import annotations

import importlib
import importlib.util
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.evaluation.extras import EVALUATE_HINT, MissingExtraError
from engine.models.base import CropKind

LANDMARKS_FILE = "shape_predictor_68_face_landmarks.dat"
FIVE_POINTS_FILE = "shape_predictor_5_face_landmarks.dat"
RECOGNITION_FILE = "dlib_face_recognition_resnet_model_v1.dat"

# dlib's own rectangle in a crop: its middle (x, y) and its side, as shares of the crop's side. The crops' geometry is
# known, so no detector runs and none can miss a face. Calibrated on 60 training portraits at 256 px: the median
# rectangle of dlib's HOG detector, which found 58 of them, is 0.735 wide around (0.49, 0.55) in a tight square and
# 0.585 wide around (0.48, 0.61) in an aligned quad. A search around it for the least distance of the 68 points from
# the portraits' mesh is flat and ends here: 3.7 and 3.6 % of the inter-ocular distance (median), against 4.0 and 14 %
# with the whole crop as the rectangle.
_RECTANGLES: dict[CropKind, tuple[float, float, float]] = {"tight": (0.50, 0.53, 0.73), "ffhq": (0.50, 0.59, 0.55)}


def load_dlib() -> Any:
    """The module dlib. Raises: MissingExtraError if it is not installed."""
    try:
        return importlib.import_module("dlib")
    except ImportError as error:
        raise MissingExtraError("The package dlib-bin is not installed.", hint=EVALUATE_HINT) from error


def weights_file(name: str) -> str:
    """A file of `face_recognition_models`, found without importing it: it needs a module that setuptools has dropped.

    Raises: MissingExtraError if it is not there.
    """
    spec = importlib.util.find_spec("face_recognition_models")
    path = Path(spec.origin).parent / "models" / name if spec and spec.origin else None
    if path is None or not path.is_file():
        raise MissingExtraError(
            "{name} of the package face-recognition-models is not installed.", hint=EVALUATE_HINT, name=name
        )
    return str(path)


def face_edges(crop: CropKind, side: int, *, shift_x: float = 0.0, shift_y: float = 0.0) -> tuple[int, int, int, int]:
    """Left, top, right and bottom px (the last ones inside) of the face in a crop, as dlib's rectangles are given.

    Args: side: px of the crop; shift_x, shift_y: shares of it to move the rectangle by.
    """
    x, y, width = _RECTANGLES[crop]
    left, top = (x + shift_x - width / 2) * side, (y + shift_y - width / 2) * side
    return round(left), round(top), round(left + width * side) - 1, round(top + width * side) - 1


def eight_bit(image: NDArray[np.float32]) -> NDArray[np.uint8]:
    """`(H, W, 3)` in [0, 1] as dlib takes pictures: contiguous, 0-255."""
    return np.ascontiguousarray(np.rint(np.clip(image, 0, 1) * 255).astype(np.uint8))
