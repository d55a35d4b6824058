"""The real window with the real engine process, driven as a user would, from opening a photo to the file he gets."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication

from engine.alignment.resample import enlarge
from engine.paths import samples_folder
from engine.photo_io import read_photo
from engine.types import Box
from fsr_desktop.app import DesktopApp
from fsr_desktop.session.photos import PhotoItem
from fsr_desktop.window.main_window import MainWindow

pytestmark = pytest.mark.window
LONG_MS = 120_000  # the machine may be busy
SAMPLE = "two-people.jpg"


@pytest.fixture
def desktop(qapp: QApplication, qtbot) -> Iterator[DesktopApp]:
    app = DesktopApp(qapp)
    app.show()
    qtbot.addWidget(app.window)
    app.window.resize(1280, 800)
    yield app
    app.window.close()
    app.close()


def open_photo(app: DesktopApp, qtbot, path: Path) -> PhotoItem:
    """Open a photo and wait until its faces are found."""
    app.commands.open_paths([path])
    photo = app.workspace.session.current
    assert photo
    qtbot.waitUntil(lambda: photo.state in ("ready", "failed"), timeout=LONG_MS)
    return photo


def restore(app: DesktopApp, qtbot) -> None:
    """Press "Restore" and wait until every face has an outcome."""
    photo = app.workspace.session.current
    assert photo
    app.window.action("restore").trigger()
    qtbot.waitUntil(lambda: not photo.missing() and not app.bridge.is_busy, timeout=LONG_MS)


def canvas_settles(window: MainWindow, qtbot) -> None:
    """Wait until the canvas shows all that it has to show, and sharply."""
    qtbot.wait(50)  # what has changed is shown together, a moment later
    canvas = window.canvas
    files = [face.file for photo in [window.workspace.session.current] if photo for face in photo.placed()]
    qtbot.waitUntil(lambda: all(window.results.get(file) for file in files), timeout=LONG_MS)
    qtbot.wait(50)
    canvas.repaint()
    qtbot.waitUntil(lambda: canvas.is_complete, timeout=LONG_MS)


def test_from_opening_a_photo_to_the_file_beside_it(desktop: DesktopApp, qtbot, tmp_path: Path) -> None:
    source = tmp_path / SAMPLE
    source.write_bytes((samples_folder() / SAMPLE).read_bytes())
    before_bytes = source.read_bytes()
    photo = open_photo(desktop, qtbot, source)
    assert photo.state == "ready"
    assert len(photo.edits.faces) == 2

    restore(desktop, qtbot)
    assert [photo.outcome(face).status for face in photo.edits.faces] == ["restored", "restored"]  # type: ignore[union-attr]

    window = desktop.window
    canvas = window.canvas
    canvas_settles(window, qtbot)
    canvas.set_split(0.25)
    assert canvas.split_position == pytest.approx(0.25)
    canvas_settles(window, qtbot)
    plain = canvas.grab_view()
    window.photo.guessed.toggle(0)
    qtbot.waitUntil(lambda: any(style.overlay == "changed" for style in window.view.current.overlays))
    canvas_settles(window, qtbot)
    assert canvas.grab_view() != plain  # the overlay is seen

    window.action("export").trigger()
    written = tmp_path / "two-people_restored.png"
    qtbot.waitUntil(written.is_file, timeout=LONG_MS)
    qtbot.waitUntil(lambda: not desktop.bridge.is_busy, timeout=LONG_MS)
    result, original = read_photo(written), read_photo(source)
    scale = photo.export_scale.scale
    assert scale == 4  # auto: the faces are small
    enlarged = enlarge(original.pixels, scale)
    assert result.pixels.shape == enlarged.shape
    changed = (result.pixels != enlarged).any(axis=2)
    assert 0.001 < changed.mean() < 0.5
    for face in photo.edits.faces:
        x, y = (int(scale * value) for value in face.face.box.centre)
        assert changed[y - 3 : y + 4, x - 3 : x + 4].any()
    corner = changed[:5, :5]
    assert not corner.any()
    assert source.read_bytes() == before_bytes


@pytest.mark.parametrize(("scale", "options"), [(0, []), (2, ["--scale", "2"])], ids=["auto", "twice"])
def test_the_whole_photo_is_exported_as_the_command_line_writes_it(
    desktop: DesktopApp, qtbot, tmp_path: Path, scale: int, options: list[str]
) -> None:
    from fsr_desktop.cli.main import main

    source = tmp_path / SAMPLE
    source.write_bytes((samples_folder() / SAMPLE).read_bytes())
    open_photo(desktop, qtbot, source)
    desktop.workspace.set_photo_options(scale=scale)
    restore(desktop, qtbot)
    desktop.window.action("export").trigger()
    written = tmp_path / "two-people_restored.png"
    qtbot.waitUntil(written.is_file, timeout=LONG_MS)
    assert main(["restore", str(source), "-o", str(tmp_path / "cli"), *options]) == 0
    by_command = read_photo(tmp_path / "cli" / "two-people_restored.png")
    assert np.array_equal(read_photo(written).pixels, by_command.pixels)


def test_a_face_is_drawn_restored_weakened_and_all_of_it_undone(desktop: DesktopApp, qtbot) -> None:
    photo = open_photo(desktop, qtbot, samples_folder() / SAMPLE)
    faces = photo.edits.faces
    desktop.workspace.delete_face(faces[0].id)
    box = faces[0].face.box
    desktop.workspace.draw_face(Box(box.left, box.top, box.width, box.height))
    drawn = photo.edits.faces[-1]
    assert drawn.face.source == "hand"
    restore(desktop, qtbot)
    outcome = photo.outcome(drawn)
    assert outcome is not None
    assert outcome.status == "restored"
    desktop.workspace.set_strength(0.4, face_id=drawn.id)
    assert photo.missing() == ()  # nothing has to run for another strength
    for _ in range(desktop.workspace.undo_stack.count()):
        desktop.window.action("undo").trigger()
    assert photo.edits.faces == faces


def test_an_unreadable_photo_is_told_in_words_and_the_next_one_works(
    desktop: DesktopApp, qtbot, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(b"\xff\xd8\xff not a photo")
    photo = open_photo(desktop, qtbot, broken)
    assert photo.state == "failed"
    assert photo.failure and "broken.jpg" in str(photo.failure.message)
    assert "Traceback" not in f"{photo.failure.message} {photo.failure.hint}"
    assert ["broken.jpg" in toast.notice.text for toast in desktop.window.toasts.shown] == [True]
    assert open_photo(desktop, qtbot, samples_folder() / SAMPLE).state == "ready"


def test_a_photo_without_faces_says_what_to_do(desktop: DesktopApp, qtbot, tmp_path: Path) -> None:
    plain = tmp_path / "sky.png"
    Image.new("RGB", (320, 240), (90, 140, 200)).save(plain)
    photo = open_photo(desktop, qtbot, plain)
    assert photo.state == "ready"
    assert photo.edits.faces == ()
    words: list[str] = []
    desktop.workspace.notice.connect(lambda notice: words.append(f"{notice.text} {notice.hint}"))
    desktop.window.action("restore").trigger()
    assert "No face was found in sky.png" in words[-1]
    assert "Draw a box" in words[-1]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="SIGKILL is POSIX's")
def test_a_killed_engine_fails_one_job_and_the_window_goes_on(desktop: DesktopApp, qtbot) -> None:
    photo = open_photo(desktop, qtbot, samples_folder() / SAMPLE)
    desktop.window.action("restore").trigger()
    task = desktop.bridge.tasks[-1]
    task.started.connect(kill_engine)
    with qtbot.waitSignal(task.failed, timeout=LONG_MS) as failed:
        pass
    assert failed.args[0].code == "crash"
    restore(desktop, qtbot)
    assert photo.is_restored


def kill_engine() -> None:
    """End the engine process as the system does when memory runs out."""
    for child in multiprocessing.active_children():
        if child.pid:
            os.kill(child.pid, signal.SIGKILL)
