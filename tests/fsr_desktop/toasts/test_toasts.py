"""Notices over the canvas: where they are, how many, and when they go."""

from __future__ import annotations

from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from fsr_desktop.session.export_mark import export_mark
from fsr_desktop.session.notice import Notice, NoticeAction, NoticeRow
from fsr_desktop.toasts.rows import MOST_ROWS, ToastRow
from fsr_desktop.toasts.saved_list import list_words
from fsr_desktop.toasts.stack import EDGE, Toasts
from fsr_desktop.widgets.buttons import LinkButton
from tests.fsr_desktop.played_engine import Play

pytestmark = pytest.mark.window


@pytest.fixture
def play(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Play:
    return Play(tmp_path, monkeypatch)


@pytest.fixture(autouse=True)
def nothing_moves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fsr_desktop.toasts.stack.duration_ms", lambda _usual: 0)


@pytest.fixture
def place(qtbot: QtBot) -> QWidget:
    place = QWidget()
    qtbot.addWidget(place)
    canvas = QPushButton("canvas", place)
    layout = QHBoxLayout(place)
    layout.addWidget(canvas)
    place.resize(900, 600)
    place.show()
    return place


@pytest.fixture
def toasts(play: Play, place: QWidget) -> Toasts:
    return Toasts(play.workspace, place)


def say(play: Play, text: str, level: str = "error", **more: object) -> None:
    play.workspace.notice.emit(Notice(level=level, text=text, **more))  # pyright: ignore[reportArgumentType]


def texts(toasts: Toasts) -> list[str]:
    return [toast.notice.text for toast in toasts.shown]


def test_they_float_in_the_lower_right_corner_and_move_nothing(play: Play, toasts: Toasts, place: QWidget) -> None:
    canvas = place.findChild(QPushButton, "")
    assert canvas
    before = canvas.geometry()
    say(play, "one", hint="Some words on what can be done, in two lines or more, so that it is seen how they wrap.")
    say(play, "two")
    older, newer = toasts.shown
    assert canvas.geometry() == before
    assert (
        newer.geometry().right() == place.width() - EDGE - 1 and newer.geometry().bottom() == place.height() - EDGE - 1
    )
    assert older.geometry().bottom() < newer.geometry().top() and older.width() == newer.width()
    place.resize(700, 500)
    assert toasts.shown[1].geometry().right() == 700 - EDGE - 1
    place.resize(200, 500)
    assert toasts.shown[1].geometry().left() == EDGE


def test_they_slide_to_their_places_also_when_another_comes_meanwhile(
    qtbot: QtBot, play: Play, toasts: Toasts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fsr_desktop.toasts.stack.duration_ms", lambda _usual: 40)
    say(play, "one")
    say(play, "two")
    older, newer = toasts.shown
    qtbot.waitUntil(lambda: older.geometry().bottom() < newer.geometry().top())
    toasts.close_newest()
    qtbot.waitUntil(lambda: not shiboken6.isValid(newer))
    assert older.geometry().bottom() == 600 - EDGE - 1


def test_the_two_newest_are_seen_and_the_rest_wait(play: Play, toasts: Toasts) -> None:
    for text in ("one", "two", "three", "four"):
        say(play, text)
    assert texts(toasts) == ["three", "four"] and len(toasts.waiting) == 2
    assert not any(toast.isVisible() for toast in toasts.waiting)
    toasts.shown[1].close_button.click()
    assert texts(toasts) == ["two", "three"]
    toasts.shown[0].close_button.click()
    assert texts(toasts) == ["one", "three"] and toasts.shown[0].isVisible() and toasts.waiting == []


def test_what_was_just_done_is_seen_and_what_stays_comes_back_after_it(
    qtbot: QtBot, play: Play, toasts: Toasts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fsr_desktop.toasts.toast.STAYS_MS", 40)
    say(play, "left as it is", "warning", cause="a")
    say(play, "left too", "warning")
    say(play, "saved", "done")
    assert texts(toasts) == ["left too", "saved"]
    qtbot.waitUntil(lambda: texts(toasts) == ["left as it is", "left too"])


def test_one_that_waits_is_seen_again_when_it_is_said_again(play: Play, toasts: Toasts) -> None:
    for text in ("one", "two", "three"):
        say(play, text, cause=text)
    say(play, "one", cause="one")
    assert texts(toasts) == ["three", "one"]
    say(play, "another two", cause="two")
    assert texts(toasts) == ["one", "another two"] and [one.notice.text for one in toasts.waiting] == ["three"]


def test_what_goes_by_itself_makes_way_for_what_stays(play: Play, toasts: Toasts) -> None:
    say(play, "saved", "done")
    say(play, "one")
    say(play, "two")
    assert texts(toasts) == ["one", "two"] and toasts.waiting == []


def test_one_with_the_keyboard_in_it_does_not_make_way(play: Play, toasts: Toasts) -> None:
    say(play, "one")
    toasts.shown[0].set_has_focus(True)
    say(play, "two")
    say(play, "three")
    assert texts(toasts) == ["one", "three"]


def test_a_message_goes_by_itself_but_not_under_the_mouse_or_with_the_keyboard(
    qtbot: QtBot, play: Play, toasts: Toasts, place: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fsr_desktop.toasts.toast.STAYS_MS", 40)
    say(play, "saved", "done", action=NoticeAction("Show in folder", lambda: None))
    (toast,) = toasts.shown
    enter = QPointF(5, 5)
    QApplication.sendEvent(toast, QEnterEvent(enter, enter, enter))
    qtbot.wait(80)
    assert texts(toasts) == ["saved"]
    with qtbot.waitActive(place):
        place.activateWindow()
    assert toast.action_button
    toast.action_button.setFocus()
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    qtbot.wait(80)
    assert texts(toasts) == ["saved"]
    canvas = place.findChild(QPushButton, "", Qt.FindChildOption.FindDirectChildrenOnly)
    assert canvas
    canvas.setFocus()
    qtbot.waitUntil(lambda: texts(toasts) == [])


@pytest.mark.parametrize("level", ["warning", "error"])
def test_errors_and_refusals_stay(qtbot: QtBot, play: Play, toasts: Toasts, level: str, monkeypatch) -> None:
    monkeypatch.setattr("fsr_desktop.toasts.toast.STAYS_MS", 10)
    say(play, "no", level)
    qtbot.wait(50)
    assert texts(toasts) == ["no"]


def test_the_newest_ones_button_is_pressed_by_a_key_and_it_goes(play: Play, toasts: Toasts) -> None:
    done: list[str] = []
    say(play, "one", action=NoticeAction("Do", lambda: done.append("one")))
    say(play, "two", action=NoticeAction("Export", verb="export_all"))
    toasts.verb_wanted.connect(done.append)
    toasts.press_newest()
    toasts.press_newest()
    toasts.press_newest()
    assert done == ["export_all", "one"] and toasts.shown == []


def test_photos_of_a_notice_are_exported_by_themselves(play: Play, toasts: Toasts) -> None:
    wanted: list[tuple[str, ...]] = []
    say(play, "done", action=NoticeAction("Export 2", photo_ids=("a", "b")))
    toasts.export_wanted.connect(wanted.append)
    toasts.verb_wanted.connect(wanted.append)
    toasts.press_newest()
    assert wanted == [("a", "b")]


def test_a_button_that_exports_photos_counts_none_that_is_exported_meanwhile(play: Play, toasts: Toasts) -> None:
    play.workspace.open_paths([play.folder / f"{name}.jpg" for name in "ab"])
    play.open_rest()
    play.workspace.restore_all()
    play.open_rest()
    (toast,) = toasts.shown
    assert toast.action_button and toast.action_button.text() == "Export 2"
    for photo, words in zip(play.workspace.session, ("Export 1", ""), strict=True):
        photo.exported_mark = export_mark(photo)
        play.workspace.photo_changed.emit(photo.id)
        assert toast.action_button.text() == words
        assert [action.photo_ids for action in [toast.action] if action] == ([("p2",)] if words else [])
    assert not toast.action_button.isVisible() and toasts.shown == [toast]


def test_escape_closes_the_newest(play: Play, toasts: Toasts) -> None:
    say(play, "one")
    say(play, "two")
    assert toasts.close_newest() and texts(toasts) == ["one"]
    QTest.keyClick(toasts.shown[0], Qt.Key.Key_Escape)
    assert not toasts.close_newest()


def test_a_new_one_of_the_same_cause_takes_the_place_of_the_old(play: Play, toasts: Toasts) -> None:
    say(play, "one", cause="batch")
    say(play, "two")
    say(play, "three", cause="batch")
    assert texts(toasts) == ["three", "two"]
    say(play, "two")
    assert texts(toasts) == ["three", "two"] and toasts.waiting == []
    play.workspace.notice_gone.emit("batch")
    assert texts(toasts) == ["two"]


def test_what_is_said_of_a_photo_goes_when_it_is_undone_or_left(play: Play, toasts: Toasts) -> None:
    first, second = play.open("a.jpg", faces=1), play.open("b.jpg", faces=1)
    say(play, "of a", photo_id=first.id)
    say(play, "of none")
    assert play.photo is second and texts(toasts) == ["of a", "of none"]
    play.workspace.show_photo(first.id)
    assert texts(toasts) == ["of a", "of none"]
    play.workspace.show_photo(second.id)
    assert texts(toasts) == ["of none"]
    play.workspace.set_strength(0.2)
    say(play, "of b", photo_id=second.id)
    play.workspace.undo_stack.undo()
    assert texts(toasts) == ["of none"]


def test_a_refusal_goes_with_its_cause(play: Play, toasts: Toasts) -> None:
    play.open("a.jpg", faces=1)
    play.workspace.restore()
    play.finish_restore("skipped")
    (toast,) = toasts.shown
    assert "left as they are" in toast.notice.text and toast.action and toast.notice.hint == "It is too small."
    toast.press()
    assert toasts.shown == []
    while not play.bridge.is_busy:
        QTest.qWait(5)  # until it is known which models there are
    play.finish_restore("skipped")
    assert len(toasts.shown) == 1
    play.workspace.close_photo(play.photo.id)
    assert toasts.shown == []


def test_the_rows_of_a_summary_can_be_pressed_once_each(play: Play, toasts: Toasts) -> None:
    done: list[str] = []
    rows = tuple(
        NoticeRow(
            sign="state-failed", tone="bad", title=f"{n}.jpg", text="Cut off", action=NoticeAction("Again", partial)
        )
        for n, partial in enumerate([lambda n=n: done.append(str(n)) for n in range(6)])
    )
    say(play, "2 of 8", "done", rows=rows, stays=True, cause="batch")
    (toast,) = toasts.shown
    shown = toast.findChildren(ToastRow)
    assert len(shown) == MOST_ROWS and any("2 more" in label.text() for label in toast.findChildren(QLabel))
    link = shown[1].findChild(LinkButton)
    assert link and link.accessibleDescription() == "1.jpg"
    link.click()
    assert done == ["1"] and not link.isEnabled() and toasts.shown == [toast]


def test_a_screen_reader_is_told_what_it_is(play: Play, toasts: Toasts) -> None:
    say(play, "It failed", hint="Try again.")
    (toast,) = toasts.shown
    assert (toast.accessibleName(), toast.accessibleDescription()) == ("Error: It failed", "Try again.")
    assert toast.close_button.accessibleName() == "Close this message"


def test_a_list_of_what_needs_the_user_can_be_saved(qtbot: QtBot, play: Play, toasts: Toasts, tmp_path: Path) -> None:
    rows = (NoticeRow(sign="state-left", tone="warn", title="a.jpg", text="Too large"),)
    notice = Notice(level="done", text="1 of 2", hint="1 needs you:", rows=rows)
    assert list_words(notice) == "1 of 2\n1 needs you:\n\na.jpg\tToo large\n"
    toasts._saver.save(notice, tmp_path / "list.txt")
    qtbot.waitUntil(lambda: texts(toasts) == ["Saved list.txt"])
    assert (tmp_path / "list.txt").read_text() == list_words(notice)
    toasts._saver.save(notice, tmp_path / "gone" / "list.txt")
    qtbot.waitUntil(lambda: texts(toasts)[-1] == "The list was not saved")


def test_no_word_is_cut_off(play: Play, toasts: Toasts) -> None:
    say(play, "A title that is so long that it takes more than one line of the frame that it is in", hint="x " * 200)
    (toast,) = toasts.shown
    for label in toast.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width())


def test_a_long_name_is_broken_and_not_cut(play: Play, toasts: Toasts) -> None:
    say(play, "Saved " + "/a folder/032891ab35_restored_face1_with_a_long_figure_of_many_maps.png", "done")
    (label,) = [label for label in toasts.shown[0].findChildren(QLabel) if label.text().startswith("Saved")]
    room = label.fontMetrics().boundingRect(label.rect(), Qt.TextFlag.TextWordWrap, label.text())
    assert room.width() <= label.width() and label.height() >= label.heightForWidth(label.width())
    assert label.text().replace("\N{ZERO WIDTH SPACE}", "").endswith("maps.png")
    assert not label.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
