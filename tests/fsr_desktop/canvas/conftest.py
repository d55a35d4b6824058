"""Small pyramids in files, and a canvas that has drawn all it wants."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from engine.pipeline.picture_file import PictureFile
from fsr_desktop.canvas.canvas import Canvas
from fsr_desktop.canvas.scene import Layer
from tests.fsr_desktop.canvas.layers import unseen_patch

Pyramid = Callable[..., PictureFile]
Settle = Callable[[Canvas], None]
ColourAt = Callable[[Canvas, float, float], tuple[int, int, int]]


def halved(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    padded = np.pad(pixels, ((0, pixels.shape[0] % 2), (0, pixels.shape[1] % 2), (0, 0)), mode="edge")
    height, width = padded.shape[:2]
    means = padded.reshape(height // 2, 2, width // 2, 2, 3).mean(axis=(1, 3))
    return np.rint(means).astype(np.uint8)


@pytest.fixture
def pyramid(tmp_path: Path) -> Pyramid:
    """Writes an array's levels; `levels` more than are needed are for tests of coarse levels."""
    made: list[int] = []

    def write(pixels: NDArray[np.uint8], *, levels: int = 1) -> PictureFile:
        folder = tmp_path / f"picture{len(made)}"
        made.append(1)
        folder.mkdir()
        height, width = pixels.shape[:2]
        for level in range(levels):
            np.save(folder / f"level{level}.npy", pixels)
            pixels = halved(pixels)
        return PictureFile(folder=folder, width=width, height=height, levels=levels)

    return write


@pytest.fixture
def settle(qtbot: QtBot) -> Settle:
    """Waits until the canvas shows everything as it has to be."""

    def wait(canvas: Canvas) -> None:
        canvas.grab_view()  # paints also what the screen has not asked for yet
        qtbot.waitUntil(lambda: canvas.is_complete, timeout=10_000)
        qtbot.wait(5)

    return wait


@pytest.fixture
def colour_at() -> ColourAt:
    """The colour of the canvas at a point of the photo in its first pane."""

    def look(canvas: Canvas, x: float, y: float) -> tuple[int, int, int]:
        assert canvas._viewport
        left, top = canvas._viewport.to_pane(x, y)
        colour: QColor = canvas.grab_view().pixelColor(int(left), int(top))
        return colour.red(), colour.green(), colour.blue()

    return look


@pytest.fixture
def canvas(qtbot: QtBot) -> Canvas:
    """Its divider is at the left edge, so that all that is seen is the last layer."""
    widget = Canvas()
    widget.set_split(0.0)
    qtbot.addWidget(widget)
    widget.resize(400, 300)
    widget.show()
    return widget


def plain(width: int, height: int, colour: tuple[int, int, int]) -> NDArray[np.uint8]:
    return np.full((height, width, 3), colour, np.uint8)


@pytest.fixture
def two_layers(pyramid: Pyramid) -> tuple[tuple[int, int], list[Layer]]:
    """A red photo of 200 x 100 px, and after it a blue one that is shown enlarged to twice the size."""
    before = Layer("Before", pyramid(plain(200, 100, (200, 0, 0))))
    after = Layer("After", pyramid(plain(200, 100, (0, 0, 200))), (unseen_patch(2),))
    return (200, 100), [before, after]
