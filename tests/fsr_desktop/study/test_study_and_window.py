"""What is studied, presented and exported is one and the same, and no look leads into an empty page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.explain.overlay import HeatOverlay
from engine.messages import plain
from engine.pipeline.face_file import FaceFile, write_face_file
from engine.process.events import Preview
from engine.process.protocol import FaceOutcome, RestoredFaces, RestoreFaces
from fsr_desktop.export.dialog import ExportDialog
from fsr_desktop.presenter.window import Presenter
from fsr_desktop.study.page import StudyPage
from fsr_desktop.window.main_window import MainWindow
from fsr_desktop.window.pages import Pages
from fsr_desktop.window.verbs import WindowCommands
from tests.engine.explain.explained_face import explained_face
from tests.fsr_desktop.played_engine import Play
from tests.fsr_desktop.study.study_scene import SOON_MS

pytestmark = pytest.mark.window


class Desk:
    """The whole window with its page Study, over a played engine."""

    def __init__(self, play: Play, qtbot: QtBot) -> None:
        self.play, self.qtbot = play, qtbot
        with qtbot.waitSignal(play.workspace.installed_models.changed):
            play.workspace.installed_models.refresh()
        self.window = MainWindow(play.workspace)
        qtbot.addWidget(self.window)
        self.commands = WindowCommands(self.window)
        self.window.resize(1280, 800)
        self.window.show()

    @property
    def pages(self) -> Pages:
        return self.commands.pages

    @property
    def study(self) -> StudyPage:
        return self.pages.study

    def give(self, face: FaceFile | None, *, outside_range: bool = False) -> Path:
        """The job that runs gives this face, or refuses it."""
        job = self.play.job
        assert isinstance(job, RestoreFaces)
        model = job.faces[0].model if job.faces[0].model != "auto" else "sparnet-x8"
        path = self.play.folder / f"{model}{'-outside' if outside_range else ''}.npz"
        if face is None:
            outcome = FaceOutcome(id="f1", status="skipped", reason=plain("It holds 57 px."))
        else:
            write_face_file(replace(face, model=model), path)
            outcome = FaceOutcome(id="f1", status="restored", model=model, file=path, outside_range=outside_range)
        self.play.start_job()
        self.play.say(Preview(job_id=self.play.job_id, payload=outcome))
        self.play.finish(RestoredFaces(provider="CPUExecutionProvider"))
        return path

    def wait_for(self, path: Path) -> None:
        state = self.study.state
        self.qtbot.waitUntil(lambda: state.file == path and state.loaded is not None, timeout=SOON_MS)

    def restored(self) -> Path:
        """One face, restored and studied."""
        self.play.open(faces=1)
        self.play.workspace.restore()
        path = self.give(explained_face())
        self.pages.show_study()
        self.wait_for(path)
        return path

    def presented(self) -> list[Path]:
        """The files of the faces that F11 shows."""
        self.pages.present()
        there = [one for one in QApplication.topLevelWidgets() if isinstance(one, Presenter) and one.isVisible()]
        files = [file for one in there for _face, file in one._faces]
        for one in there:
            first = one._show._looks[one.deck.face][0]
            assert first.file == files[one.deck.face]
            one.close()
        return files


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    desk = Desk(Play(tmp_path, monkeypatch), qtbot)
    yield desk
    desk.study.state.made.close()
    desk.study.panel.model_face.view.drawing.close()
    desk.window.guard._may_close = True
    desk.window.close()


def test_present_shows_the_look_that_is_studied(desk: Desk) -> None:
    own = desk.restored()
    assert desk.presented() == [own]
    desk.study.state.choose_look("dic-x8")
    assert desk.presented() == [] and "Restoring" in desk.play.notices[-1].text  # not another look than the chosen one
    guided = desk.give(explained_face())
    desk.wait_for(guided)
    assert desk.presented() == [guided]
    desk.window.show_photos()
    assert desk.presented() == [own]  # as the photo shows it


def test_study_follows_the_look_that_the_face_is_given_elsewhere(desk: Desk) -> None:
    desk.restored()
    desk.study.state.choose_look("dic-x8")
    desk.wait_for(desk.give(explained_face()))
    desk.play.workspace.restore_with(("sparnet-hd",), face_id="f1")
    sharp = desk.give(explained_face())
    assert desk.study.state.look == "dic-x8"
    desk.play.workspace.use_look("sparnet-hd", face_id="f1")
    desk.wait_for(sharp)
    assert desk.study.panel.face.look.key() == "sparnet-hd" and desk.presented() == [sharp]


def test_a_look_that_refused_the_face_is_run_all_the_same_and_marked(desk: Desk, qtbot: QtBot) -> None:
    desk.restored()
    study = desk.study
    assert not study.run_button.isVisible() and all(button.isEnabled() for button in study.export_buttons)
    study.state.choose_look("dic-x8")
    desk.give(None)
    assert "It holds 57 px." in study.message.text() and study.panel.face.look.key() == "dic-x8"
    assert len(study.export_buttons) == 2
    for button in study.export_buttons:
        assert not button.isEnabled() and "no look has given this face" in button.toolTip()
    assert 0 < study.run_button.y() - study.message.geometry().bottom() < 20  # right below its reason
    qtbot.mouseClick(study.run_button, Qt.MouseButton.LeftButton)
    job = desk.play.job
    assert isinstance(job, RestoreFaces) and (job.faces[0].model, job.faces[0].outside_range) == ("dic-x8", True)
    assert "Restoring" in study.message.text() and not study.run_button.isVisible()
    path = desk.give(explained_face(), outside_range=True)
    desk.wait_for(path)
    assert "Outside its range" in study.pictures.panes[0].accessibleDescription()
    assert not study.run_button.isVisible() and all(button.isEnabled() for button in study.export_buttons)
    assert not any(button.toolTip() for button in study.export_buttons)
    assert not desk.play.photo.edits.faces[0].outside_range  # the photo stays as it is


def test_a_figure_begins_with_the_maps_on_the_screen_of_the_look_that_is_studied(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.restored()
    desk.study.state.choose_look("dic-x8")
    guided = desk.give(explained_face())
    desk.wait_for(guided)
    maps = [one.key for one in desk.study.state.entries if isinstance(one.overlay, HeatOverlay)][1:3]
    desk.study.state.show(maps[1])
    desk.study.state.show(maps[0], beside=True)
    seen: list[ExportDialog] = []
    monkeypatch.setattr(ExportDialog, "exec", lambda dialog: seen.append(dialog))
    desk.study.export_buttons[1].click()
    choice = seen[0].choice()
    assert choice.what == "figure" and [style.overlay for style in choice.overlays] == maps
    assert choice.studied and choice.studied[1] == guided and seen[0]._problem_words() == ""
    seen[0].close()


def test_over_the_photo_each_map_knows_its_face_where_all_faces_are_shown(desk: Desk, qtbot: QtBot) -> None:
    play, photo = desk.play, desk.window.photo
    play.open(faces=2)
    play.workspace.restore()
    for name in ("f1", "f2"):
        path = play.outcome(name).file
        assert path
        write_face_file(explained_face(), path)
    play.finish_restore()
    qtbot.waitUntil(lambda: photo.guessed.switches["changed"].isEnabled(), timeout=SOON_MS)
    photo.guessed.toggle(0)
    canvas = photo.page.canvas
    qtbot.waitUntil(lambda: [placed.face for placed in canvas._marked.overlays] == [1, 2], timeout=SOON_MS)
    play.workspace.select_face("f2")
    qtbot.waitUntil(lambda: [placed.face for placed in canvas._marked.overlays] == [0], timeout=SOON_MS)


def test_a_look_whose_job_failed_says_why_and_no_longer_that_it_is_restoring(desk: Desk) -> None:
    desk.restored()
    desk.study.state.choose_look("dic-x8")
    assert desk.study.message.text() == "Restoring…"
    desk.play.start_job()
    desk.play.fail("The disk is full.", "Free some space.")
    assert desk.study.message.text().replace("\u200b", "") == "The disk is full. Free some space."
    desk.study.state.choose_look("dic-x8")  # tried again
    assert desk.study.message.text() == "Restoring…"
    desk.wait_for(desk.give(explained_face()))


def test_a_look_whose_job_was_stopped_is_not_said_to_be_restoring(desk: Desk) -> None:
    desk.restored()
    desk.study.state.choose_look("dic-x8")
    desk.play.start_job()
    desk.play.bridge.cancel_all()
    desk.play.was_cancelled()
    assert "Restoring" not in desk.study.message.text()


def test_study_without_a_photo_says_what_it_needs(desk: Desk) -> None:
    desk.window.action("study").trigger()
    assert desk.window.page_name == "study" and "Open a photo" in desk.study.message.text()
