"""Pictures of a face are drawn at their place, with smooth edges where they are turned."""

from __future__ import annotations

import math

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter, QTransform
from pytestqt.qtbot import QtBot

from fsr_desktop.painters.face_pictures import FacePicture, paint_picture


def greys(angle_deg: float) -> tuple[int, int]:
    """How many px of a white square of 90 px, turned on black, are white, and how many between."""
    ground = QImage(200, 200, QImage.Format.Format_Grayscale8)
    ground.fill(QColor("black"))
    white = QImage(60, 60, QImage.Format.Format_RGB888)
    white.fill(QColor("white"))
    place = QTransform().translate(100, 100).rotate(angle_deg).translate(-45, -45).scale(1.5, 1.5)
    with QPainter(ground) as painter:
        paint_picture(painter, FacePicture(white, place), QTransform(), is_smooth=True)
    values = np.array(ground.constBits(), np.uint8)
    return int((values > 250).sum()), int(((values > 5) & (values <= 250)).sum())


@pytest.mark.parametrize("angle_deg", [27, -40, 185])
def test_a_turned_picture_has_smooth_edges(qtbot: QtBot, angle_deg: float) -> None:
    white, between = greys(angle_deg)
    shortest = 4 * 90 * max(abs(math.cos(math.radians(angle_deg))), abs(math.sin(math.radians(angle_deg))))
    assert between > 0.8 * shortest
    assert white + between / 2 == pytest.approx(90**2, rel=0.02)


def test_an_upright_picture_ends_with_whole_pixels(qtbot: QtBot) -> None:
    assert greys(0) == (90**2, 0)
