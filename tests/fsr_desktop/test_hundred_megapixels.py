"""A photo of 100 MP in the real window with the real engine process: looked at from all of it to single pixels."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication

from engine.paths import samples_folder
from engine.photo_io import read_photo
from fsr_desktop.app import DesktopApp
from tests.fsr_desktop.watchdog import Watchdog

pytestmark = pytest.mark.window
LONG_MS = 240_000  # the machine may be busy
WIDTH, HEIGHT = 12_000, 8_400


@pytest.fixture
def desktop(qapp: QApplication, qtbot) -> Iterator[DesktopApp]:
    app = DesktopApp(qapp)
    app.show()
    qtbot.addWidget(app.window)
    app.window.resize(1280, 800)
    gc.collect()
    gc.freeze()  # what the tests before have left is not the window's
    yield app
    gc.unfreeze()
    app.window.close()
    app.close()


@pytest.mark.slow
def test_a_photo_of_100_megapixels_never_blocks_the_window(desktop: DesktopApp, qtbot, tmp_path: Path) -> None:
    source = many_faces(tmp_path / "hall.jpg")
    desktop.window.show()
    qtbot.wait(200)  # until the window stands
    gc.collect()  # what the tests before this one left is not the window's to clear away
    watch = Watchdog(desktop.window)
    watch.doing = "opening"
    desktop.commands.open_paths([source])
    photo = desktop.workspace.session.current
    assert photo
    qtbot.waitUntil(lambda: photo.state in ("ready", "failed"), timeout=LONG_MS)
    assert photo.state == "ready" and len(photo.edits.faces) >= 4

    canvas = desktop.window.photo_page.canvas
    fitted, middle = canvas.zoom, QPointF(canvas.width() / 2, canvas.height() / 2)
    for step, zoom in (("all of it", fitted), ("100 %", 1.0), ("1600 %", 16.0), ("all of it again", fitted)):
        watch.doing = f"to {step}"
        start = canvas.zoom
        for between in np.geomspace(start, zoom, 12):  # as the wheel does
            canvas.zoom_at(float(between), middle)
            qtbot.wait(20)
        qtbot.waitUntil(lambda: canvas.is_complete, timeout=LONG_MS)
        assert canvas.zoom == pytest.approx(zoom, rel=0.02)
        watch.doing = f"panning at {step}"
        for _ in range(20):
            canvas.pan_by(QPointF(-61, -37))
            qtbot.wait(10)
        qtbot.waitUntil(lambda: canvas.is_complete, timeout=LONG_MS)
    watch.stop()
    print(watch)
    assert watch.ticks > 200
    assert watch.longest_cpu_ms < 50


def many_faces(path: Path) -> Path:
    """A photo of 100 MP in which a sample stands six times."""
    pixels = np.full((HEIGHT, WIDTH, 3), 118, np.uint8)
    pixels[::7] += 9  # not so plain that nothing has to be drawn
    people = read_photo(samples_folder() / "two-people.jpg").pixels
    people = people.repeat(3, axis=0).repeat(3, axis=1)
    height, width = people.shape[:2]
    for number in range(6):
        top, left = 300 + (number // 3) * 4000, 300 + (number % 3) * 3900
        pixels[top : top + height, left : left + width] = people[: HEIGHT - top, : WIDTH - left]
    Image.fromarray(pixels).save(path, quality=85)
    return path
