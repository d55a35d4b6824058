"""The panel's part for faces, over an engine that says what the test lets it say."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from engine.messages import plain
from engine.pipeline.face_file import write_face_file
from engine.pipeline.picture_file import write_picture
from engine.process.protocol import OpenedPhoto
from engine.types import Box, FaceQuality
from fsr_desktop.faces.face_entry import ALL, ENTRY_ROLE, NEW, FaceEntry
from fsr_desktop.faces.section import FacesSection
from fsr_desktop.session.face_results import FaceResults
from tests.engine.explain.explained_face import explained_face
from tests.fsr_desktop.played_engine import Play, faces_of


@pytest.fixture
def play(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Play:
    return Play(tmp_path, monkeypatch)


@pytest.fixture
def section(qtbot: QtBot, play: Play) -> Iterator[FacesSection]:
    results = FaceResults()
    section = FacesSection(play.workspace, results)
    qtbot.addWidget(section)
    section.resize(300, 400)
    section.show()
    qtbot.waitUntil(lambda: bool(play.workspace.installed_models.current.models))
    yield section
    results.close()


def entries(section: FacesSection) -> list[FaceEntry]:
    section.refresh()
    model = section.row.model()
    return [model.index(row, 0).data(ENTRY_ROLE) for row in range(model.rowCount())]


def index_of(section: FacesSection, face_id: str):
    row = [entry.id for entry in entries(section)].index(face_id)
    return section.row.model().index(row, 0)


def click(section: FacesSection, face_id: str, qtbot: QtBot) -> None:
    place = section.row.visualRect(index_of(section, face_id)).center()
    qtbot.mouseClick(section.row.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_all_come_first_then_each_then_a_new_one(play: Play, section: FacesSection) -> None:
    play.open(faces=3)
    assert [entry.id for entry in entries(section)] == [ALL, "f1", "f2", "f3", NEW]
    play.workspace.delete_face("f2")
    assert [entry.id for entry in entries(section)] == [ALL, "f1", "f3", NEW]


def test_each_state_has_its_sign_and_its_words(play: Play, section: FacesSection) -> None:
    play.open(faces=4)
    play.workspace.switch_face("f4", is_on=False)
    play.workspace.restore()
    play.start_job()
    play.preview(play.outcome("f1"))
    play.preview(play.outcome("f2", status="skipped"))
    play.preview(play.outcome("f3", status="failed"))
    faces = entries(section)[1:-1]
    assert [entry.sign for entry in faces] == ["state-restored", "state-left", "state-failed", "state-left"]
    assert [entry.is_on for entry in faces] == [True, True, True, False]
    assert "It is too small." in faces[1].words and "48 px" in faces[1].words
    assert len({entry.tone for entry in faces[:3]}) == 3


def test_a_click_selects_a_face_or_all_and_the_plus_draws(play: Play, section: FacesSection, qtbot: QtBot) -> None:
    play.open(faces=2)
    click(section, "f2", qtbot)
    assert play.workspace.session.selected_face_id == "f2"
    assert "Face 2" in section.name_label.text() and "48 px" in section.name_label.text()
    click(section, ALL, qtbot)
    assert play.workspace.session.selected_face_id is None
    assert "47–48 px" in section.name_label.text()
    with qtbot.waitSignal(section.draw_requested):
        click(section, NEW, qtbot)
    assert play.workspace.session.selected_face_id is None


def test_the_arrow_keys_go_from_face_to_face(play: Play, section: FacesSection, qtbot: QtBot) -> None:
    play.open(faces=2)
    click(section, "f1", qtbot)
    qtbot.keyClick(section.row, Qt.Key.Key_Right)
    assert play.workspace.session.selected_face_id == "f2"
    qtbot.keyClick(section.row, Qt.Key.Key_Right)
    assert play.workspace.session.selected_face_id == "f2"  # "+" waits for Enter
    with qtbot.waitSignal(section.draw_requested):
        qtbot.keyClick(section.row, Qt.Key.Key_Return)


def test_what_is_changed_holds_for_the_selected_face_or_for_all(play: Play, section: FacesSection) -> None:
    photo = play.open(faces=2)
    play.workspace.select_face("f2")
    section.strength.changed.emit(40)
    section.look.chosen.emit("sparnet-hd")
    section.leave.click()
    first, second = photo.edits.faces
    assert (first.strength, first.model, first.is_on) == (1.0, "auto", True)
    assert (second.strength, second.model, second.is_on) == (0.4, "sparnet-hd", False)
    for _step in range(3):
        play.workspace.undo_stack.undo()
    assert photo.edits.faces[1].model == "auto" and photo.edits.faces[1].is_on
    play.workspace.select_face(None)
    section.strength.changed.emit(70)
    section.look.chosen.emit("sparnet-x8")
    assert {(face.strength, face.model) for face in photo.edits.faces} == {(0.7, "sparnet-x8")}


def test_faces_that_differ_show_no_look_and_a_mixed_tick(play: Play, section: FacesSection) -> None:
    play.open(faces=2)
    play.workspace.choose_model("sparnet-hd", face_id="f1")
    play.workspace.switch_face("f2", is_on=False)
    section.refresh()
    assert section.look.segments.value() == ""
    assert section.leave.checkState() == Qt.CheckState.PartiallyChecked
    play.workspace.select_face("f1")
    assert section.look.segments.value() == "sparnet-hd"
    assert section.leave.checkState() == Qt.CheckState.Unchecked


def test_looks_have_plain_names_and_rare_ones_are_in_the_menu(play: Play, section: FacesSection) -> None:
    play.open(faces=1)
    section.refresh()
    assert section.look.segments.offered() == ("auto", "sparnet-x8", "sparnet-hd", "more")
    assert section.look.segments.button("sparnet-x8").text() == "Natural"
    menu = section.look.menu()
    for_study = [model.card for model in play.workspace.installed_models.current.models if model.card.for_study]
    assert [action.text().split("\t")[0] for action in menu.actions()] == [card.look for card in for_study]
    assert [card.look for card in for_study[:2]] == ["Guided", "Guided crisp"]
    menu.actions()[0].trigger()
    assert play.photo.edits.faces[0].model == "dic-x8"
    section.refresh()
    assert section.look.segments.offered() == ("auto", "sparnet-x8", "sparnet-hd", "more")  # as wide as before
    assert section.look.segments.value() == "more" and section.look.segments.button("more").text() == "Guided…"


def test_the_menu_of_rare_looks_opens_again_while_one_of_them_is_chosen(
    play: Play, section: FacesSection, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    menu = SimpleNamespace(exec=lambda _at: opened.append("menu"), deleteLater=lambda: None)
    monkeypatch.setattr(section.look, "menu", lambda: menu)
    play.open(faces=1)
    section.refresh()
    section.look.segments.button("more").click()
    assert (opened, section.look.segments.value()) == (["menu"], "auto")
    play.workspace.choose_model("dic-x8")
    section.refresh()
    section.look.segments.button("more").click()
    assert (opened, section.look.segments.value()) == (["menu"] * 2, "more")
    section.look.segments.button("auto").click()
    assert play.photo.edits.faces[0].model == "auto"


def test_arrow_keys_alone_choose_no_look(play: Play, section: FacesSection, qtbot: QtBot) -> None:
    play.open(faces=1)
    section.refresh()
    button = section.look.segments.button("auto")
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Right)
    assert play.photo.edits.faces[0].model == "auto"
    qtbot.keyClick(section.look.segments.button("sparnet-x8"), Qt.Key.Key_Return)
    assert play.photo.edits.faces[0].model == "sparnet-x8"


def test_what_auto_took_and_why_a_face_was_left_are_said(play: Play, section: FacesSection) -> None:
    play.open(faces=2)
    play.workspace.restore()
    play.start_job()
    play.preview(replace(play.outcome("f1"), file=None))
    play.preview(replace(play.outcome("f2", status="skipped"), reason=plain("It has 6 px, 8 px are needed.")))
    play.workspace.select_face("f1")
    assert section.why.text() == "Auto took Natural."
    play.workspace.select_face("f2")
    assert section.why.text() == "It has 6 px, 8 px are needed."


def test_what_a_face_holds_is_said_as_soon_as_it_is_measured(play: Play, section: FacesSection) -> None:
    photo = play.open(faces=2)
    assert photo.opened
    first, second = (FaceQuality(width_px=47, detail_px=px, noise=9.0) for px in (20, 47))
    photo.opened = replace(photo.opened, qualities=(first, second))
    play.workspace.select_face("f1")
    assert section.why.text() == "47 px wide, real detail of about 20 px, strong grain"
    drawn = replace(photo.edits.faces[1], id="h1", face=replace(photo.edits.faces[1].face, box=Box(1, 2, 3, 4)))
    photo.edits = photo.edits.with_new_face(drawn)
    play.workspace.select_face("h1")
    assert section.why.text() == ""
    outcome = replace(play.outcome("h1"), quality=second, file=None)
    photo.results[photo.key_of(drawn)] = outcome
    section.refresh()
    assert section.why.text() == "47 px wide, with as much real detail, strong grain\nAuto took Natural."


@pytest.mark.parametrize("faces", [1, 2, 9])
def test_the_button_for_a_new_face_is_whole_however_many_faces_there_are(
    play: Play, section: FacesSection, qtbot: QtBot, faces: int
) -> None:
    section.resize(248, 400)  # as at 1280 px
    section.show()
    play.open(faces=faces)
    section.refresh()
    qtbot.wait(20)
    row, last = section.row, section.row.model().rowCount() - 1
    is_in_row = not row.isRowHidden(last)
    assert is_in_row is not row.new_button.isVisible()
    if is_in_row:
        assert row.viewport().rect().contains(row.visualRect(row.model().index(last, 0)))
        return
    assert row.rect().contains(row.new_button.geometry())
    assert not row.viewport().geometry().intersects(row.new_button.geometry())
    with qtbot.waitSignal(section.draw_requested):
        qtbot.mouseClick(row.new_button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("faces", [1, 2])
def test_no_face_is_cut_off_where_all_nearly_fit(play: Play, section: FacesSection, faces: int) -> None:
    section.resize(232, 400)
    play.open(faces=faces)
    section.refresh()
    row = section.row
    assert 57 * (faces + 2) <= row.width() < 60 * 4
    shown = [row.visualRect(row.model().index(number, 0)) for number in range(faces + 2)]
    assert all(row.viewport().rect().contains(rect) for rect in shown)
    assert all(left.right() < right.left() for left, right in itertools.pairwise(shown))


def test_no_photo_and_no_face_are_said(play: Play, section: FacesSection) -> None:
    assert "Open a photo" in section.empty.text() and section.row.isHidden()
    play.open(faces=0)
    assert [entry.id for entry in entries(section)] == [NEW]
    assert "drag a box" in section.empty.text() and not section.row.isHidden()


def test_a_face_is_cut_out_of_its_photo(play: Play, section: FacesSection, qtbot: QtBot) -> None:
    pixels = np.zeros((300, 400, 3), np.uint8)
    pixels[100:200, 100:200] = (250, 0, 0)
    picture = write_picture(pixels, play.folder / "picture")
    face = replace(faces_of(1)[0], box=Box(130, 130, 30, 30))
    play.workspace.open_paths([play.folder / "a.jpg"])
    play.finish(OpenedPhoto(picture=picture, faces=(face,), sides_px=(30.0,), is_grey=False, bits=8, format="JPEG"))
    qtbot.waitUntil(lambda: entries(section)[1].picture is not None)
    cut = entries(section)[1].picture
    assert cut and cut.toImage().pixelColor(25, 25).red() > 200


def test_the_head_counts_what_is_restored(play: Play, section: FacesSection, qtbot: QtBot) -> None:
    play.open(faces=2)
    told: list[str] = []
    section.summary_changed.connect(told.append)
    section.refresh()
    assert told[-1] == "0 of 2 restored"
    for face_id in ("f1", "f2"):  # they are read in the background, at any time
        write_face_file(explained_face(), play.folder / f"{face_id}-sparnet-x8.npz")
    play.workspace.restore()
    play.finish_restore()
    section.refresh()
    assert told[-1] == "2 of 2 restored"


def test_a_face_restored_without_its_3d_face_says_so_by_itself_and_among_all(play: Play, section: FacesSection) -> None:
    play.open(faces=2)
    play.workspace.restore()
    play.start_job()
    words = "The 3D face is not usable here: the head is turned too far to a side."
    play.preview(replace(play.outcome("f1"), prior_refusal=plain(words)))
    play.preview(play.outcome("f2"))
    section.refresh()
    assert words in section.why.text()
    for face_id, is_said in (("f1", True), ("f2", False)):
        play.workspace.select_face(face_id)
        section.refresh()
        assert (words in section.why.text()) is is_said


def test_of_a_face_outlined_by_hand_it_is_said_that_nothing_has_checked_it(play: Play, section: FacesSection) -> None:
    play.open(faces=1)
    play.workspace.select_face("f1")
    section.refresh()
    assert "nothing has checked" not in section.why.text()
    play.workspace.draw_face(Box(10, 10, 60, 60))
    section.refresh()
    assert "Given by hand: nothing has checked that it is a face." in section.why.text()
