"""Several looks at the same part of the photo, however large the crop of each is and wherever it lies."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage

from fsr_desktop.presenter.common_part import PART_SIDE, common_part, picture_of_part

if TYPE_CHECKING:
    from engine.pipeline.face_file import FaceFile


def look(side: int, *, scale: float, left: float, top: float, turned: float = 0.0) -> FaceFile:
    """A crop of `side` px, of which each is `scale` px of the photo, around the same marks: a photo whose red and green
    are the places in it, of 200 px."""
    cos, sin = scale * np.cos(turned), scale * np.sin(turned)
    place = np.array([[cos, -sin, left], [sin, cos, top]])
    y, x = np.mgrid[:side, :side]
    photo = np.stack([x, y, np.ones_like(x)]).reshape(3, -1)
    red, green = (place @ photo).reshape(2, side, side) / 200
    restored = np.stack([red, green, np.zeros_like(red)], axis=2).astype(np.float32)
    return cast("FaceFile", SimpleNamespace(restored=restored, photo_from_crop=place))


LOOKS = {
    "tight": look(128, scale=0.5, left=60, top=50),
    "wide": look(512, scale=0.25, left=20, top=20),
    "turned": look(256, scale=0.4, left=50, top=20, turned=0.2),
    "beside": look(128, scale=0.5, left=76, top=50),
}


def values_of(image: QImage) -> np.ndarray:
    values = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    return values[..., 2::-1].astype(int)


@pytest.mark.parametrize(
    "names", [("tight", "wide"), ("wide", "tight"), ("wide", "turned", "tight"), ("tight", "beside")]
)
def test_all_looks_show_the_same_part_of_the_photo(names: tuple[str, ...]) -> None:
    files = [LOOKS[name] for name in names]
    part = common_part(files)
    pictures = [values_of(picture_of_part(file, part)) for file in files]
    assert all(picture.shape[:2] == (PART_SIDE, PART_SIDE) for picture in pictures)
    inner = slice(16, -16)  # at the very edges of a crop its pixels end
    for picture in pictures:
        assert np.abs(picture - pictures[0])[inner, inner, :2].max() <= 4
        assert picture[..., :2].min() > 20  # nothing beyond the crop, which is black
    middle = part.map(QPointF())
    assert pictures[0][PART_SIDE // 2, PART_SIDE // 2, 0] == pytest.approx(255 * middle.x() / 200, abs=2)


def test_the_part_is_the_smallest_crop_as_far_as_it_lies_in_the_others() -> None:
    whole = QRectF(-0.5, -0.5, 1, 1)
    assert common_part([LOOKS["wide"], LOOKS["tight"]]).mapRect(whole).width() == pytest.approx(64)
    assert common_part([LOOKS["tight"], LOOKS["beside"]]).mapRect(whole).width() == pytest.approx(32)
