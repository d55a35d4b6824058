"""The looks of one face beside each other: each pane is in one state, and never stale."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QFont, QWheelEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from engine.photo_io.record import has_record
from engine.process.protocol import FaceOutcome
from fsr_desktop.look.theme import apply_theme
from fsr_desktop.looks import sheet
from fsr_desktop.looks.look_pane import LookPane
from fsr_desktop.looks.pane_state import Failed, Refused, Result, Running
from fsr_desktop.looks.sections import LooksSections
from tests.fsr_desktop.looks.stage import FOUR, SOON_MS, Stage, asked, png_width
from tests.fsr_desktop.played_engine import Play

pytestmark = pytest.mark.window


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    stage = Stage(Play(tmp_path, monkeypatch), qtbot)
    yield stage
    stage.close()


def turn_wheel(stage: Stage, key: str, notches: int) -> None:
    face, none, turned = stage.pane(key).face, QPoint(), QPoint(0, 120 * notches)
    middle = QPointF(face.rect().center())
    buttons, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        middle, face.mapToGlobal(middle), none, turned, buttons, keys, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(face, event)


def test_each_of_four_looks_is_run_once_for_the_face_alone_when_they_are_looked_at(stage: Stage) -> None:
    stage.play.workspace.select_face("f2")
    assert asked(stage.play) == []
    stage.show()
    stage.finish_all()
    assert asked(stage.play) == [("f2", model, False) for model in FOUR]
    assert stage.view.looks.panes == FOUR and len(stage.view.panes) == 4
    stage.view.hide()
    stage.view.show()
    assert len(asked(stage.play)) == 4 and stage.play.notices == []


def test_four_panes_are_seen_whatever_the_size(stage: Stage) -> None:
    stage.show()
    stage.finish_all(sparnet_hd="skipped")
    for width, height in ((560, 400), (760, 600), (1140, 850), (3400, 2000)):
        stage.view.resize(width, height)
        QApplication.processEvents()
        assert (stage.view.width(), stage.view.height()) == (width, height)
        assert stage.view.minimumSizeHint().width() <= width and stage.view.minimumSizeHint().height() <= height
        places = [pane.geometry() for pane in stage.view.panes]
        assert len(places) == 4 and all(stage.view.rect().contains(place) for place in places)
        assert not any(a.intersects(b) for a in places for b in places if a is not b)


def test_a_look_that_refused_says_the_number_and_the_limit_and_has_no_picture(stage: Stage) -> None:
    edits = stage.play.photo.edits
    faces = tuple(replace(face, side_px=7.2) for face in edits.faces)
    stage.play.photo.edits = replace(edits, faces=faces)
    stage.show()
    stage.finish_all(sparnet_hd="skipped")
    stage.wait("sparnet-x8", Result)
    pane = stage.pane("sparnet-hd")
    assert isinstance(stage.view.looks.state("sparnet-hd"), Refused)
    assert " 7 px" in pane.words.text.text() and "12 px" in pane.words.text.text()
    assert pane.words.isVisible() and not pane.face.isVisible() and pane.face.picture is None
    assert not pane.use_button.isEnabled() and pane.departs.text() == "No result"
    assert stage.pane("sparnet-x8").face.isVisible() and stage.pane("sparnet-x8").use_button.isEnabled()


@pytest.mark.parametrize("height", [150, 200, 300, 500])
def test_the_button_below_a_refusal_is_seen_however_low_the_pane_is(
    qtbot: QtBot, qapp: QApplication, height: int
) -> None:
    apply_theme(qapp, "dark")  # with its font, as users see it
    pane = LookPane()
    qtbot.addWidget(pane)
    pane.show_state(None, Refused("A reason of many words. " * 8), is_auto=False, is_used=False)
    pane.resize(310, height)
    pane.show()
    button, words = pane.words.button, pane.words

    def is_laid_out() -> None:
        assert words.rect().contains(button.geometry()) and button.isVisible()
        place = words.text.mapTo(words, words.text.rect().bottomLeft()).y()
        assert height < 500 or 0 < button.y() - place < 20  # right below its reason, where there is room

    qtbot.waitUntil(is_laid_out)
    assert not pane.use_button.isVisible()


def test_it_is_run_all_the_same_and_marked(stage: Stage, qtbot: QtBot) -> None:
    stage.show()
    stage.finish_all(sparnet_hd="skipped")
    pane, play = stage.pane("sparnet-hd"), stage.play
    qtbot.mouseClick(pane.words.button, Qt.MouseButton.LeftButton)
    assert asked(play)[-1] == ("f1", "sparnet-hd", True)
    assert isinstance(stage.view.looks.state("sparnet-hd"), Running) and pane.face.picture is None
    stage.finish()
    key = play.photo.key_of(play.photo.edits.faces[0], "sparnet-hd", outside_range=True)
    play.photo.results[key] = replace(play.photo.results[key], outside_range=True)  # as the engine says it
    stage.wait("sparnet-hd", Result)
    play.workspace.photo_changed.emit(play.photo.id)
    state = stage.view.looks.state("sparnet-hd")
    assert isinstance(state, Result) and state.is_outside_range
    assert "Outside its range" in pane.face.accessibleDescription()
    assert "outside its range" in pane.said.text()
    qtbot.mouseClick(pane.use_button, Qt.MouseButton.LeftButton)
    face = play.photo.edits.faces[0]
    assert (face.model, face.outside_range) == ("sparnet-hd", True) and play.photo.outcome(face) is not None


def test_no_pane_is_stale_after_another_face_or_another_option(stage: Stage) -> None:
    stage.show()
    stage.finish_all()
    for key in FOUR:
        stage.wait(key, Result)
    stage.play.workspace.select_face("f2")
    assert all(isinstance(stage.view.looks.state(key), Running) for key in FOUR)
    assert all(pane.face.picture is None and not pane.use_button.isEnabled() for pane in stage.view.panes)
    stage.finish_all()
    stage.play.workspace.set_photo_options(match_grain=True)
    assert all(isinstance(stage.view.looks.state(key), Running) for key in FOUR)
    assert all(pane.face.picture is None for pane in stage.view.panes)
    stage.finish_all()
    stage.wait("dic-x8", Result)


def test_what_was_stopped_says_so_and_runs_again(stage: Stage, qtbot: QtBot) -> None:
    stage.show()
    stage.play.start_job()
    stage.play.was_cancelled()
    pane = stage.pane("sparnet-x8")
    assert isinstance(stage.view.looks.state("sparnet-x8"), Failed) and pane.words.title.text() == "Failed"
    qtbot.mouseClick(pane.words.button, Qt.MouseButton.LeftButton)
    assert isinstance(stage.view.looks.state("sparnet-x8"), Running)
    stage.finish_all()
    stage.wait("sparnet-x8", Result)


def test_arrows_in_the_choice_of_a_look_run_nothing_until_enter(stage: Stage, qtbot: QtBot) -> None:
    stage.show()
    stage.finish_all()
    sent, pane = len(asked(stage.play)), stage.pane("dic-x8")
    pane.box.setFocus()
    qtbot.keyClick(pane.box, Qt.Key.Key_Down)
    qtbot.waitUntil(pane.box.view().isVisible)
    qtbot.keyClick(pane.box.view(), Qt.Key.Key_Down)
    assert stage.view.looks.panes == FOUR and len(asked(stage.play)) == sent
    pane.box.view().setCurrentIndex(pane.box.model().index(pane.box.findData("plain:bicubic"), 0))
    qtbot.keyClick(pane.box.view(), Qt.Key.Key_Return)
    assert stage.view.looks.panes[2] == "plain:bicubic" and len(asked(stage.play)) == sent
    stage.wait("plain:bicubic", Result)
    assert "nothing is guessed" in pane.face.accessibleDescription() and not pane.use_button.isVisible()


def test_a_look_is_used_and_that_is_one_step_of_undo(stage: Stage, qtbot: QtBot) -> None:
    stage.show()
    stage.finish_all()
    stage.wait("dicgan-x8", Result)
    sent, pane = len(stage.play.process.sent), stage.pane("dicgan-x8")
    assert "a likely face" in pane.face.accessibleDescription()
    qtbot.mouseClick(pane.use_button, Qt.MouseButton.LeftButton)
    assert [face.model for face in stage.play.photo.edits.faces] == ["dicgan-x8", "auto"]
    assert len(stage.play.process.sent) == sent and pane.use_button.text() == "In use"
    stage.play.workspace.undo_stack.undo()
    assert stage.play.photo.edits.faces[0].model == "auto" and pane.use_button.isEnabled()


def test_zoom_and_place_are_the_same_in_all_panes_until_that_is_switched_off(stage: Stage) -> None:
    stage.show()
    stage.finish_all()
    for key in FOUR:
        stage.wait(key, Result)
    before = stage.pane("dic-x8").face.place
    turn_wheel(stage, "sparnet-x8", 3)
    places = {pane.face.place for pane in stage.view.panes} | {stage.view.column.photo.place}
    assert len(places) == 1 and places != {before}
    stage.view.looks.set_linked(False)
    turn_wheel(stage, "sparnet-x8", 2)
    assert stage.pane("sparnet-x8").face.place.side < stage.pane("dic-x8").face.place.side
    stage.view.show_whole()
    assert {pane.face.place for pane in stage.view.panes} == {before}


def test_the_photo_shows_its_pixels_and_the_map_where_the_looks_disagree(stage: Stage, qtbot: QtBot) -> None:
    stage.show()
    column = stage.view.column
    qtbot.waitUntil(lambda: column.photo.picture is not None, timeout=SOON_MS)
    assert "47 px" in column.photo.accessibleDescription() and "these 47 pixels" in column.answer.text()
    assert column.map.picture is None and not column.bar.isVisible()
    stage.finish_all()
    qtbot.waitUntil(lambda: column.map.picture is not None, timeout=SOON_MS)
    assert column.bar.isVisible() and "of 255" in column.bar.accessibleName()


def test_the_table_has_the_nearest_to_the_photo_first_and_who_refused_last(stage: Stage, qtbot: QtBot) -> None:
    sections = LooksSections(stage.view.looks, stage.view.save_as)
    qtbot.addWidget(sections)
    stage.show()
    for departs in (0.02, 0.01, 0.03):
        stage.finish(consistency=departs)
    stage.finish("skipped")
    for key in FOUR[:3]:
        stage.wait(key, Result)
    assert sections.table.lines() == [
        ("Crisp", "2.5", "12–250 px"),
        ("Natural", "5.1", "8–64 px"),
        ("Guided", "7.6", "14–24 px"),
        ("Guided crisp", "refused", "14–24 px"),
    ]
    sections.viewing.fifth.click()
    assert stage.view.looks.panes == (*FOUR, "plain:lanczos") and len(stage.view.panes) == 5
    sections.viewing.linked.click()
    assert not stage.view.looks.is_linked


def test_the_view_is_saved_with_its_labels(stage: Stage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    stage.show()
    stage.finish_all(sparnet_hd="skipped")
    stage.wait("dic-x8", Result)
    target = stage.play.folder / "seen.png"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: (str(target.with_suffix("")), ""))
    stage.view.save_as()
    qtbot.waitUntil(lambda: bool(stage.play.notices), timeout=SOON_MS)
    assert "seen.png" in stage.play.notices[-1].text and png_width(target) > 1900
    with Image.open(target) as written:
        written.load()
        packet = written.info["xmp"]
    assert has_record(target) and b"<fsr:Model>dic-x8<" in packet and b"sparnet-hd" not in packet


def test_without_a_face_it_says_what_to_do(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stage = Stage(Play(tmp_path, monkeypatch), qtbot, faces=0)
    stage.show()
    nothing = stage.view.findChild(QLabel, "looks_nothing")
    assert nothing and nothing.isVisible() and asked(stage.play) == []
    stage.close()


def test_a_file_that_cannot_be_read_is_a_failure(stage: Stage) -> None:
    stage.show()
    play = stage.play
    play.start_job()
    play.preview(FaceOutcome(id="f1", status="restored", model="sparnet-x8", file=play.folder / "none.npz"))
    stage.wait("sparnet-x8", Failed)
    assert "missing" in stage.pane("sparnet-x8").words.text.text()


def test_the_view_is_never_saved_over_its_photo(tmp_path: Path) -> None:
    photo, link = tmp_path / "photo.png", tmp_path / "seen.png"
    photo.write_bytes(b"the only copy")
    os.link(photo, link)
    assert "the photo itself" in str(sheet._write((), link, QFont(), QFont(), photo))
    assert link.read_bytes() == photo.read_bytes() == b"the only copy"
