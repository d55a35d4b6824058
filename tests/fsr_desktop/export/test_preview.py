# pyright: reportOptionalMemberAccess=false
"""The export dialog's preview: the file is tried beside, and only what is asked for last is shown."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QSpinBox
from pytestqt.qtbot import QtBot

from engine.messages import plain
from engine.process.export_jobs import ExportPhoto, TriedExport, TryExport
from fsr_desktop.export import preview
from fsr_desktop.export.dialog import ExportDialog
from fsr_desktop.export.file_rows import QualityRow
from fsr_desktop.session.face_results import FaceResults
from fsr_desktop.widgets.segments import Segments
from tests.fsr_desktop.restored_scene import Scene

pytestmark = pytest.mark.window
SOON_MS = 10_000


@pytest.fixture
def restored(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Scene:
    monkeypatch.setattr(preview, "WAIT_MS", 1)
    scene = Scene(monkeypatch, tmp_path)
    scene.open("grandma.jpg")
    scene.restore()
    return scene


@pytest.fixture
def dialog(restored: Scene, qtbot: QtBot) -> ExportDialog:
    dialog = ExportDialog(restored.workspace, results=FaceResults(restored.workspace))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def pick_format(dialog: ExportDialog, key: str) -> None:
    box = dialog.findChild(QComboBox, "format")
    box.setCurrentIndex(box.findData(key))
    box.activated.emit(box.currentIndex())


def tried_job(scene: Scene, qtbot: QtBot, count: int = 1) -> ExportPhoto:
    """The export that is tried, once so many were asked for."""

    def tries() -> list[TryExport]:
        return [job for job in scene.engine.jobs.values() if isinstance(job, TryExport)]

    qtbot.waitUntil(lambda: len(tries()) == count, timeout=SOON_MS)
    return tries()[-1].export


def tried(folder: Path, *, size_bytes: int = 1_234_567, shade: int = 200) -> TriedExport:
    paths = [folder / f"{name}{shade}.npy" for name in ("before", "after")]
    for path, value in zip(paths, (0, shade), strict=True):
        np.save(path, np.full((30, 40, 3), value, np.uint8))
    return TriedExport(size_bytes=size_bytes, width=1600, height=1200, before=paths[0], after=paths[1])


def words(dialog: ExportDialog) -> str:
    return dialog.findChild(QLabel, "size_words").text()


def shade(dialog: ExportDialog) -> int:
    image = dialog.preview.picture.grab().toImage()
    return image.pixelColor(image.width() // 2, image.height() // 2).red()


def test_the_size_in_bytes_and_the_picture_are_those_of_the_file(
    dialog: ExportDialog, restored: Scene, qtbot: QtBot, tmp_path: Path
) -> None:
    assert words(dialog) == "Working out the size…"
    assert tried_job(restored, qtbot).target.name == "grandma_restored.png"
    restored.finish(tried(tmp_path))
    assert words(dialog) == "1.2 MB, 1600 × 1200 px"
    qtbot.waitUntil(lambda: shade(dialog) == 200, timeout=SOON_MS)
    part = dialog.findChild(Segments, "preview_part")
    part.button("before").click()
    assert shade(dialog) == 0


@pytest.mark.parametrize(("size_bytes", "said"), [(900, "0.9 kB"), (48_300, "48 kB"), (25_000_000, "25.0 MB")])
def test_sizes_are_said_as_people_say_them(
    dialog: ExportDialog, restored: Scene, qtbot: QtBot, tmp_path: Path, size_bytes: int, said: str
) -> None:
    tried_job(restored, qtbot)
    restored.finish(tried(tmp_path, size_bytes=size_bytes))
    assert words(dialog).startswith(f"{said}, ")


def test_every_choice_about_the_file_is_tried(
    dialog: ExportDialog, restored: Scene, qtbot: QtBot, tmp_path: Path
) -> None:
    tried_job(restored, qtbot)
    restored.finish(tried(tmp_path))
    quality = dialog.findChild(QualityRow, "quality")
    assert not quality.isVisible()
    pick_format(dialog, "jpeg")
    assert quality.isVisible()
    quality.slider.setValue(70)
    dialog.findChild(QSpinBox, "long_edge").setValue(1200)
    dialog.findChild(QLineEdit, "caption").setText("  Oma, 1931 ")
    dialog.findChild(QCheckBox, "keep_metadata").click()
    export = tried_job(restored, qtbot, count=2)
    options = export.options
    assert export.target.suffix == ".jpg"
    assert (options.quality, options.long_edge_px, options.keep_metadata) == (70, 1200, False)
    assert options.caption == "Oma, 1931"
    assert dialog.choice().options == options


def test_a_try_that_nobody_waits_for_is_stopped_and_not_shown(
    dialog: ExportDialog, restored: Scene, qtbot: QtBot, tmp_path: Path
) -> None:
    tried_job(restored, qtbot)
    first = restored.running[0]
    pick_format(dialog, "tiff")
    assert restored.engine.cancelled == [first]
    restored.finish(tried(tmp_path))  # it was done before it was stopped
    assert words(dialog) == "Working out the size…"
    assert tried_job(restored, qtbot, count=2).target.suffix == ".tiff"


def test_why_there_would_be_no_file_is_said(dialog: ExportDialog, restored: Scene, qtbot: QtBot) -> None:
    tried_job(restored, qtbot)
    restored.finish(TriedExport(problem=plain("JPEG cannot hold 16 bit.")))
    assert words(dialog) == "JPEG cannot hold 16 bit." and dialog.preview.picture.pair is None


def test_other_kinds_of_export_have_no_preview_and_closing_stops_it(
    dialog: ExportDialog, restored: Scene, qtbot: QtBot
) -> None:
    tried_job(restored, qtbot)
    what = dialog.findChild(QComboBox, "what")
    what.setCurrentIndex(what.findData("before-after"))
    what.activated.emit(what.currentIndex())
    assert not dialog.preview.isVisible() and len(restored.engine.cancelled) == 1
    assert dialog.findChild(Segments, "transition").isVisible() and dialog.findChild(QComboBox, "part").isVisible()
    choice = dialog.choice()
    assert (choice.what, choice.format, choice.transition) == ("before-after", "gif", "wipe")
    dialog.reject()
    assert restored.bridge.tasks[-1].state in ("cancelled", "cancelling")
