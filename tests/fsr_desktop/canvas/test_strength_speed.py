"""Another strength is blended anew in the window itself: no model runs, and only what shows the face is computed."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from engine.pipeline.face_file import write_face_file
from engine.pipeline.picture_file import write_picture
from engine.process.protocol import FaceOutcome, OpenedPhoto
from engine.types import Box, Face
from fsr_desktop.canvas import tile_workers
from fsr_desktop.canvas.picture import LayerPicture
from fsr_desktop.session.workspace import Workspace
from fsr_desktop.window.main_window import MainWindow
from tests.engine.explain.explained_face import explained_face
from tests.fsr_desktop.played_engine import PlayedProcess, played_window

pytestmark = pytest.mark.window
WIDTH, HEIGHT = 4000, 3000
FACE_PX = 128
LEFT, TOP = 1900, 1300
MOST_CPU_MS = 200
SOON_MS = 60_000  # the machine may be busy


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    """The whole window with a photo of 12 MP and one restored face of 128 px."""
    window = played_window(tmp_path, monkeypatch)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    open_restored_photo(window.workspace, tmp_path)
    yield window
    window.close()


def open_restored_photo(workspace: Workspace, folder: Path) -> None:
    random = np.random.default_rng(4)
    photo = workspace.session.add(folder / "photo.jpg")
    assert photo
    tile = random.integers(0, 256, (300, 400, 3), np.uint8)
    photo.picture = write_picture(np.tile(tile, (HEIGHT // 300, WIDTH // 400, 1)), folder / "x1")
    face = Face(box=Box(LEFT, TOP, FACE_PX, FACE_PX), points=None, score=1.0, source="hand")
    photo.opened = OpenedPhoto(
        picture=photo.picture, faces=(face,), sides_px=(128.0,), is_grey=False, bits=8, format="JPEG"
    )
    photo.state = "ready"
    workspace.show_photo(photo.id)
    workspace.draw_face(face.box)
    file = replace(
        explained_face(),
        left=LEFT,
        top=TOP,
        patch=random.integers(0, 256, (FACE_PX, FACE_PX, 3), np.uint8),
        mask=np.ones((FACE_PX, FACE_PX), np.float32),
    )
    write_face_file(file, folder / "face.npz")
    (edit,) = photo.edits.faces
    photo.results[photo.key_of(edit)] = FaceOutcome(
        id=edit.id, status="restored", model="tiny-x2", file=folder / "face.npz"
    )
    workspace.photos_changed.emit()
    workspace.photo_changed.emit(photo.id)


def settle(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until the canvas shows what is asked for, and nothing is left to do."""
    canvas = window.canvas
    photo = window.workspace.session.current
    assert photo
    wanted = [(str(face.file), face.strength) for face in photo.placed()]

    def shows_it() -> bool:
        blended = [(patch.key, patch.strength) for patch in canvas._sources[-1].layer.patches]
        canvas.repaint()
        return blended == wanted and canvas.is_complete

    qtbot.waitUntil(shows_it, timeout=SOON_MS)


@pytest.mark.parametrize("look", ["fit", "actual_size", "zoom_face"])
def test_another_strength_takes_little_processor_time_and_runs_no_model(
    window: MainWindow, qtbot: QtBot, look: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.action(look).trigger()
    settle(window, qtbot)
    process = window.workspace.bridge._process
    assert isinstance(process, PlayedProcess)
    sent = len(process.sent)
    computed: list[int] = []
    pixels = LayerPicture.pixels

    def counted(picture: LayerPicture, address: tile_workers.TileAddress) -> np.ndarray:
        computed.append(address.level)
        return pixels(picture, address)

    monkeypatch.setattr(LayerPicture, "pixels", counted)
    cpu_ms: list[float] = []
    clock_ms: list[float] = []
    for percent in (80, 60, 40, 20):
        cpu, clock = time.process_time(), time.perf_counter()  # all threads' work
        window.photo.faces.strength.slider.setValue(percent)
        settle(window, qtbot)
        cpu_ms.append((time.process_time() - cpu) * 1000)
        clock_ms.append((time.perf_counter() - clock) * 1000)
    photo = window.workspace.session.current
    assert photo and photo.edits.faces[0].strength == pytest.approx(0.2)
    print(
        f"\n{look}: processor {[round(ms) for ms in cpu_ms]} ms, clock {[round(ms) for ms in clock_ms]} ms,"
        f" {len(computed) / 4:g} tiles of levels {sorted(set(computed))} each"
    )
    assert len(process.sent) == sent and photo.missing() == ()
    assert 0 < len(computed) / 4 <= 8  # of more than 200
    assert np.median(cpu_ms) < MOST_CPU_MS
