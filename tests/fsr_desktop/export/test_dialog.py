# pyright: reportOptionalMemberAccess=false
from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QLabel, QLineEdit, QListWidget, QPushButton, QWidget

from engine.explain.overlay import HeatOverlay, Overlay, PointsOverlay, PromisedOverlay
from engine.messages import message, plain
from fsr_desktop.export.dialog import ExportDialog
from fsr_desktop.language.install import install_language
from fsr_desktop.session.face_results import FaceResults, LoadedFace
from tests.fsr_desktop.restored_scene import Scene

MAP = np.zeros((4, 4), np.float32)
OVERLAYS: tuple[Overlay, ...] = (
    HeatOverlay(key="consistency", title=plain("Consistency"), explanation=plain("c"), values=MAP),
    HeatOverlay(
        key="attention/mean", title=message("Attention: mean of all units"), explanation=plain("a"), values=MAP
    ),
    HeatOverlay(key="attention/in.1", title=plain("Attention in.1"), explanation=plain("a"), values=MAP),
    PointsOverlay(
        key="landmarks", title=plain("Landmarks"), explanation=plain("p"), points=np.zeros((5, 2), np.float32)
    ),
)
PROMISE = PromisedOverlay(key="later", title=plain("Later"), explanation=plain("l"))


class FakeResults(FaceResults):
    def __init__(self) -> None:
        super().__init__()
        self.is_read = True
        self.overlays: tuple[Overlay, ...] = (*OVERLAYS, PROMISE)

    def get(self, path: Path) -> LoadedFace | None:
        return LoadedFace(None, self.overlays) if self.is_read else None  # pyright: ignore[reportArgumentType]


@pytest.fixture
def restored(qtbot, monkeypatch, tmp_path: Path) -> Scene:
    scene = Scene(monkeypatch, tmp_path)
    scene.open("grandma.jpg")
    scene.restore()
    return scene


def dialog_of(scene: Scene, qtbot, what: str = "photo", **more) -> ExportDialog:
    dialog = ExportDialog(scene.workspace, what=what, results=FakeResults(), **more)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def pick(dialog: ExportDialog, name: str, data: object) -> None:
    box = dialog.findChild(QComboBox, name)
    box.setCurrentIndex(box.findData(data))
    box.activated.emit(box.currentIndex())


def text_of(dialog: ExportDialog, name: str) -> str:
    return dialog.findChild(QLabel, name).text().replace("\N{ZERO WIDTH SPACE}", "")


def is_possible(dialog: ExportDialog) -> bool:
    return dialog.findChild(QPushButton, "export").isEnabled()


def test_it_begins_with_what_the_settings_say_and_shows_the_path(restored: Scene, qtbot, tmp_path: Path):
    dialog = dialog_of(restored, qtbot)
    choice = dialog.choice()
    assert (choice.what, choice.format, choice.folder, choice.replace_existing) == ("photo", "auto", None, False)
    assert text_of(dialog, "example") == str(tmp_path / "grandma_restored.png")
    assert is_possible(dialog)


def test_the_example_follows_the_pattern_and_the_format(restored: Scene, qtbot, tmp_path: Path):
    dialog = dialog_of(restored, qtbot)
    dialog.findChild(QLineEdit, "pattern").setText("{number}-{name}-{model}")
    pick(dialog, "format", "jpeg")
    assert text_of(dialog, "example") == str(tmp_path / "1-grandma-m8.jpg")


def test_a_file_that_would_be_replaced_is_named_as_that(restored: Scene, qtbot, tmp_path: Path):
    there = tmp_path / "holiday.png"
    there.write_bytes(b"another photo")
    dialog = dialog_of(restored, qtbot)
    dialog.findChild(QLineEdit, "pattern").setText("holiday")
    pick(dialog, "format", "png")
    assert text_of(dialog, "example") == str(there)
    dialog.findChild(QCheckBox, "replace").setChecked(True)
    assert text_of(dialog, "example") == f"{there} (replaces the file that is there)"
    there.unlink()
    dialog.findChild(QLineEdit, "pattern").setText("holidays")
    assert text_of(dialog, "example") == str(tmp_path / "holidays.png")


def test_a_pattern_that_cannot_be_is_told_and_nothing_can_be_exported(restored: Scene, qtbot):
    dialog = dialog_of(restored, qtbot)
    dialog.findChild(QLineEdit, "pattern").setText("{nonsense}")
    assert "curly brackets" in text_of(dialog, "problem")
    assert not is_possible(dialog)


def test_a_folder_must_be_named_if_it_is_not_the_photos_own(restored: Scene, qtbot, tmp_path: Path):
    dialog = dialog_of(restored, qtbot)
    pick(dialog, "place", True)
    assert not is_possible(dialog)
    dialog.findChild(QLineEdit, "folder").setText(str(tmp_path / "out"))
    assert is_possible(dialog) and dialog.choice().folder == tmp_path / "out"


def test_a_figure_lists_the_faces_overlays_one_of_each_group_ticked(restored: Scene, qtbot):
    dialog = dialog_of(restored, qtbot, "figure")
    assert [style.overlay for style in dialog.choice().overlays] == ["consistency", "attention/mean", "landmarks"]
    assert not dialog.findChild(QComboBox, "photos").isVisible()


def test_what_must_be_computed_first_cannot_be_ticked(restored: Scene, qtbot):
    ticks = dialog_of(restored, qtbot, "figure").findChild(QListWidget, "overlay_ticks")
    assert "Later" not in [ticks.item(row).text() for row in range(ticks.count())]


def test_a_figure_begins_with_the_overlays_on_the_screen(restored: Scene, qtbot):
    dialog = dialog_of(restored, qtbot, "figure", shown=("attention/in.1", "unknown"))
    assert [style.overlay for style in dialog.choice().overlays] == ["attention/in.1"]


def test_an_animation_begins_with_the_layers_of_a_group_as_gif(restored: Scene, qtbot):
    choice = dialog_of(restored, qtbot, "animation").choice()
    assert [style.overlay for style in choice.overlays] == ["attention/mean", "attention/in.1"]
    assert choice.format == "gif"


def test_without_a_tick_there_is_no_figure(restored: Scene, qtbot):
    dialog = dialog_of(restored, qtbot, "figure")
    ticks = dialog.findChild(QListWidget, "overlay_ticks")
    for row in range(ticks.count()):
        ticks.item(row).setCheckState(Qt.CheckState.Unchecked)
    assert not is_possible(dialog) and "Tick" in text_of(dialog, "problem")


def test_overlays_come_when_the_face_was_read(restored: Scene, qtbot):
    results = FakeResults()
    results.is_read = False
    dialog = ExportDialog(restored.workspace, what="figure", results=results)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not is_possible(dialog)
    results.is_read = True
    results.loaded.emit("x")
    assert is_possible(dialog)


def test_overlays_computed_meanwhile_are_added_and_the_ticks_stay(restored: Scene, qtbot):
    results = FakeResults()
    dialog = ExportDialog(restored.workspace, what="figure", results=results)
    qtbot.addWidget(dialog)
    dialog.show()
    ticks = dialog.findChild(QListWidget, "overlay_ticks")
    ticks.item(0).setCheckState(Qt.CheckState.Unchecked)
    results.overlays = (*OVERLAYS, HeatOverlay(key="later", title=plain("Later"), explanation=plain("l"), values=MAP))
    results.loaded.emit("x")
    assert [ticks.item(row).text() for row in range(ticks.count())][-1] == "Later"
    assert [style.overlay for style in dialog.choice().overlays] == ["attention/mean", "landmarks"]
    ticks.item(4).setCheckState(Qt.CheckState.Checked)
    assert [style.overlay for style in dialog.choice().overlays] == ["attention/mean", "landmarks", "later"]


def test_all_photos_are_exported_only_where_that_makes_sense(restored: Scene, qtbot):
    dialog = dialog_of(restored, qtbot)
    pick(dialog, "photos", True)
    assert dialog.choice().all_photos
    pick(dialog, "what", "figure")
    assert not dialog.choice().all_photos


def test_nothing_restored_is_told(qtbot, monkeypatch, tmp_path: Path):
    scene = Scene(monkeypatch, tmp_path)
    scene.open("a.jpg")
    dialog = dialog_of(scene, qtbot)
    assert not is_possible(dialog) and "Restore" in text_of(dialog, "problem")


@pytest.mark.parametrize("answer", [QDialog.DialogCode.Accepted, QDialog.DialogCode.Rejected])
def test_the_choice_becomes_the_usual_one_only_when_asked_and_accepted(
    restored: Scene, qtbot, answer: QDialog.DialogCode
):
    dialog = dialog_of(restored, qtbot)
    dialog.findChild(QLineEdit, "pattern").setText("{name} new")
    pick(dialog, "format", "tiff")
    dialog.findChild(QCheckBox, "usual").setChecked(True)
    dialog.done(answer.value)
    values = restored.settings.current
    kept = answer == QDialog.DialogCode.Accepted
    assert (values.name_pattern == "{name} new", values.export_format == "tiff") == (kept, kept)


def test_a_pasted_photo_is_offered_the_pictures_folder(qtbot, monkeypatch, tmp_path: Path, own_data_folder: Path):
    scene = Scene(monkeypatch, tmp_path)
    monkeypatch.setattr(
        "fsr_desktop.export.usual_folder.QStandardPaths.writableLocation", lambda _kind: str(tmp_path / "Pictures")
    )
    scene.folder = own_data_folder
    scene.open("pasted.png")
    scene.restore()
    dialog = dialog_of(scene, qtbot)
    assert dialog.findChild(QComboBox, "place").currentText() == "In your pictures folder"
    assert text_of(dialog, "example") == str(tmp_path / "Pictures" / "pasted_restored.png")


def test_a_figures_words_and_numbers_are_in_the_windows_language(restored: Scene, qtbot, qapp):
    install_language(qapp, "de")
    try:
        language = dialog_of(restored, qtbot, "figure").choice().language
        titles = (language.text(message("Attention: mean of all units")), language.number(-0.25))
    finally:
        install_language(qapp, "en")
    assert titles == ("Aufmerksamkeit: Mittelwert", "−0,25")
    assert dialog_of(restored, qtbot, "figure").choice().language.text(message("luma")) == "luma"


def test_a_face_that_cannot_be_read_is_said_and_a_dialog_that_is_gone_hears_nothing(restored, qtbot):
    results, over = FakeResults(), QWidget()  # as a talk, which takes the dialog with it
    dialog = ExportDialog(restored.workspace, over, what="figure", results=results)
    results.failed.emit("x", plain("It is broken."))
    assert dialog.findChild(QLabel, "overlay_words").text() == "It is broken."
    dialog.done(0)
    shiboken6.delete(over)
    with qtbot.captureExceptions() as raised:
        results.loaded.emit("x")
        results.failed.emit("x", plain("It is broken."))
    assert not raised


def test_a_dialog_that_was_closed_does_not_look_at_the_next_photo(restored: Scene, qtbot, tmp_path: Path):
    photo = restored.workspace.session.current
    assert photo
    results, over = FakeResults(), QWidget()
    qtbot.addWidget(over)
    studied = photo.restored_faces()[0]
    dialog = ExportDialog(restored.workspace, over, what="figure", results=results, studied=studied)
    dialog.show()
    dialog.reject()
    restored.open("grandpa.jpg")
    assert restored.workspace.session.current is not photo
    with qtbot.captureExceptions() as raised:
        results.loaded.emit("x")
    assert not raised
    assert dialog.choice().what == "figure"  # who asked may read the answer after it was closed
