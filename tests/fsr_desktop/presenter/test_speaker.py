# pyright: reportOptionalMemberAccess=false
"""The speaker's own window, the wipe, several looks, the bar that goes by itself, and the keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QLabel, QListWidget, QPlainTextEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from engine.process.protocol import FaceOutcome
from fsr_desktop.presenter import window as window_module
from fsr_desktop.presenter.speaker import SpeakerView
from fsr_desktop.presenter.stage import Stage
from fsr_desktop.presenter.talk_file import note_key, read_talk, talk_path
from fsr_desktop.presenter.window import Presenter
from fsr_desktop.session.photos import OutcomeKey
from tests.fsr_desktop.presenter.conftest import FakeResults
from tests.fsr_desktop.restored_scene import Scene

pytestmark = pytest.mark.window
SOON_MS = 20_000
Key = Qt.Key


@pytest.fixture
def speaker(presenter: Presenter, qtbot: QtBot) -> SpeakerView:
    qtbot.keyClick(presenter, Key.Key_V)
    assert presenter.speaker
    return presenter.speaker


def stage_of(presenter: Presenter) -> Stage:
    return presenter.findChild(Stage, "presenter_stage")


def grabbed(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def red_at(presenter: Presenter, share: float) -> int:
    """Red in the picture's middle row, at a part of its width."""
    image = grabbed(stage_of(presenter))
    side = min(image.width(), image.height())
    return image.pixelColor(round((image.width() - side) / 2 + share * side), image.height() // 2).red()


def go_to(presenter: Presenter, key: str) -> None:
    presenter.deck.home()
    presenter.deck.is_playing = False
    while presenter.deck.slide.key != key:
        presenter._go(presenter.deck.next)


def test_the_edge_of_the_wipe_follows_the_mouse_and_rests_there(presenter: Presenter, qtbot: QtBot) -> None:
    go_to(presenter, "wipe")
    presenter.deck.is_playing = True
    stage = stage_of(presenter)
    qtbot.waitUntil(lambda: stage._edge is not None, timeout=SOON_MS)
    qtbot.mouseClick(stage, Qt.MouseButton.LeftButton, pos=QPoint(stage.width() // 2, 100))
    assert not presenter.deck.is_playing
    assert red_at(presenter, 0.3) < 20 and red_at(presenter, 0.7) > 240
    presenter._step_wipe()
    assert red_at(presenter, 0.3) < 20


def test_the_wipe_plays_by_itself_unless_less_motion_is_wanted(
    presenter: Presenter, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_to(presenter, "wipe")
    presenter.deck.is_playing = True
    before = presenter._wipe.edge
    presenter._step_wipe()
    moved = presenter._wipe.edge
    assert moved < before
    monkeypatch.setattr(window_module, "wants_less_motion", lambda: True)
    presenter._step_wipe()
    assert presenter._wipe.edge == moved


def test_the_label_of_the_restored_part_says_that_it_is_likely(presenter: Presenter, qtbot: QtBot) -> None:
    go_to(presenter, "wipe")
    qtbot.waitUntil(lambda: stage_of(presenter)._edge is not None, timeout=SOON_MS)
    assert [name for _image, name in stage_of(presenter)._shown] == ["Before", "After: a likely face"]


def test_looks_of_other_models_share_a_slide_with_their_names(scene: Scene, qtbot: QtBot) -> None:
    photo = scene.workspace.session.current
    key = OutcomeKey("f1", "sparnet-x8", match_grain=False, include_large=False)
    photo.results[key] = FaceOutcome(id="f1", status="restored", model="sparnet-x8", file=Path("/other.npz"))
    refused = OutcomeKey("f1", "sparnet-hd", match_grain=False, include_large=False)
    photo.results[refused] = FaceOutcome(id="f1", status="skipped")
    models = scene.workspace.installed_models
    qtbot.waitUntil(lambda: models.current.find("sparnet-x8") is not None, timeout=SOON_MS)
    window = Presenter(scene.workspace, FakeResults())
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    go_to(window, "looks")
    qtbot.waitUntil(lambda: len(stage_of(window)._shown) == 2, timeout=SOON_MS)
    card = models.current.find("sparnet-x8").card
    assert [name for _image, name in stage_of(window)._shown] == ["m8", card.look or "sparnet-x8"]
    image = grabbed(stage_of(window))
    reds = [image.pixelColor(round(part * image.width()), image.height() // 3).red() for part in (0.25, 0.75)]
    assert reds[0] > 240 and 110 < reds[1] < 145
    assert window.findChild(QLabel, "presenter_words").text().startswith("Likely faces")


def test_the_speaker_sees_what_comes_next_and_a_clock(presenter: Presenter, speaker: SpeakerView, qtbot: QtBot) -> None:
    assert speaker.findChild(QLabel, "now_title").text().startswith("Before")
    assert speaker.findChild(QLabel, "next_title").text() == "Next: Before and after"
    for name in ("clock", "elapsed"):
        assert ":" in speaker.findChild(QLabel, name).text()
    qtbot.keyClick(speaker, Key.Key_PageDown)
    assert presenter.deck.slide.key == "wipe"
    after = speaker.findChild(Stage, "speaker_next")
    qtbot.waitUntil(
        lambda: grabbed(after).pixelColor(after.width() // 2, after.height() // 2).red() > 240, timeout=SOON_MS
    )
    presenter.deck.face = 1
    while presenter.deck.following:
        qtbot.keyClick(speaker, Key.Key_PageDown)
    assert speaker.findChild(QLabel, "next_title").text() == "This is the last slide."


def test_the_time_that_has_passed_begins_anew(
    speaker: SpeakerView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    speaker._started_s -= 125
    speaker._show_clock()
    assert speaker.elapsed.text().startswith("2:0")
    speaker.findChild(QPushButton, "restart_clock").click()
    assert speaker.elapsed.text() == "0:00"


def test_notes_belong_to_a_slide_and_are_there_in_the_next_talk(
    scene: Scene, presenter: Presenter, speaker: SpeakerView, qtbot: QtBot
) -> None:
    notes = speaker.findChild(QPlainTextEdit, "notes")
    notes.setPlainText("Say who she was.")
    qtbot.keyClick(presenter, Key.Key_PageDown)
    assert notes.toPlainText() == ""
    qtbot.keyClick(presenter, Key.Key_PageUp)
    assert notes.toPlainText() == "Say who she was."
    presenter.close()
    assert read_talk(talk_path()).notes == {note_key("grandma.jpg", "before"): "Say who she was."}
    again = Presenter(scene.workspace, FakeResults())
    qtbot.addWidget(again)
    again.show()
    qtbot.keyClick(again, Key.Key_V)
    field = again.speaker.findChild(QPlainTextEdit, "notes")
    qtbot.waitUntil(lambda: field.toPlainText() == "Say who she was.", timeout=SOON_MS)


def test_slides_are_left_out_and_moved_in_the_list(presenter: Presenter, speaker: SpeakerView, qtbot: QtBot) -> None:
    listed = speaker.findChild(QListWidget, "slide_list")
    titles = [listed.item(row).text() for row in range(listed.count())]
    assert all(listed.visualItemRect(listed.item(row)).height() > 10 for row in range(5))
    assert titles == ["Before", "Before and after", "After", "Title attention/mean", "Title consistency"]
    listed.item(1).setCheckState(Qt.CheckState.Unchecked)
    assert [slide.key for slide in presenter.deck.slides] == ["before", "after", "attention", "consistency"]
    listed.setCurrentRow(4)
    speaker.findChild(QPushButton, "slide_up").click()
    speaker.findChild(QPushButton, "slide_up").click()
    assert [slide.key for slide in presenter.deck.slides] == ["before", "consistency", "after", "attention"]
    presenter.close()
    kept = read_talk(talk_path()).arrangement
    assert kept.off == {"wipe"} and kept.order.index("consistency") < kept.order.index("after")


def test_the_speakers_window_goes_to_the_other_screen_and_with_the_talk(
    presenter: Presenter, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Beside:
        @staticmethod
        def availableGeometry():  # noqa: N802
            return presenter.screen().availableGeometry().translated(37, 41)

    monkeypatch.setattr(QGuiApplication, "screens", lambda: [presenter.screen(), Beside()])
    qtbot.keyClick(presenter, Key.Key_V)
    speaker = presenter.speaker
    assert speaker and speaker.geometry().topLeft() == QPoint(37, 41)
    speaker.close()  # by its own button
    qtbot.keyClick(presenter, Key.Key_V)
    assert speaker.isVisible()
    qtbot.keyClick(speaker, Key.Key_V)
    assert not speaker.isVisible()
    qtbot.keyClick(presenter, Key.Key_V)
    presenter.close()
    assert not speaker.isVisible()


def test_the_bar_and_the_cursor_go_when_the_mouse_rests_and_come_back(presenter: Presenter, qtbot: QtBot) -> None:
    stage, bar = stage_of(presenter), presenter._bar
    height = stage.height()
    presenter.idle._rest()
    assert not bar.isVisible() and presenter.cursor().shape() == Qt.CursorShape.BlankCursor
    qtbot.keyClick(presenter, Key.Key_PageDown)
    assert not bar.isVisible() and stage.height() == height
    qtbot.mouseMove(stage, QPoint(50, 60))
    qtbot.waitUntil(bar.isVisible, timeout=SOON_MS)
    assert presenter.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_the_bar_stays_while_the_keyboard_is_in_it(presenter: Presenter) -> None:
    presenter.activateWindow()
    presenter.findChild(QToolButton, "presenter_next").setFocus()
    presenter.idle._rest()
    assert presenter._bar.isVisible() and presenter.idle._timer.isActive()


@pytest.mark.parametrize("key", [Key.Key_F1, Key.Key_Question])
def test_the_keys_are_shown_on_request_and_go_with_the_next_key(presenter: Presenter, qtbot: QtBot, key: Key) -> None:
    sheet = presenter.findChild(QWidget, "presenter_keys")
    assert not sheet.isVisible()
    qtbot.keyClick(presenter, key)
    assert sheet.isVisible() and presenter.rect().contains(sheet.geometry())
    words = [label.text() for label in sheet.findChildren(QLabel)]
    assert "Next slide" in words and "B or ." in words
    qtbot.keyClick(presenter, Key.Key_PageDown)
    assert not sheet.isVisible() and presenter.deck.index == 0


def focused_in(speaker: SpeakerView, qtbot: QtBot, widget: QWidget | None = None) -> None:
    speaker.activateWindow()
    qtbot.waitUntil(speaker.isActiveWindow, timeout=SOON_MS)
    if widget:
        widget.setFocus()


def press(speaker: SpeakerView, qtbot: QtBot, key: Key) -> None:
    """To whatever has the focus, as a keyboard does."""
    assert speaker.focusWidget()
    qtbot.keyClick(speaker.focusWidget(), key)


@pytest.mark.parametrize("focus", ["", "slide_list", "slide_up", "restart_clock"])
def test_a_clicker_moves_the_talk_while_the_speakers_window_is_active(
    presenter: Presenter, speaker: SpeakerView, qtbot: QtBot, focus: str
) -> None:
    focused_in(speaker, qtbot, speaker.findChild(QWidget, focus) if focus else None)
    assert not speaker.notes.hasFocus()
    deck = presenter.deck
    places: list[int] = []
    for key in (Key.Key_Right, Key.Key_PageDown, Key.Key_Space, Key.Key_Left, Key.Key_PageUp, Key.Key_Home):
        press(speaker, qtbot, key)
        places.append(deck.index)
    assert places == [1, 2, 3, 2, 1, 0] and speaker.notes.toPlainText() == ""
    for is_blank in (True, False):
        press(speaker, qtbot, Key.Key_B)
        assert deck.is_blank == is_blank
    assert [slide.key for slide in deck.slides] == ["before", "wipe", "after", "attention", "consistency"]


@pytest.mark.parametrize("leaves", [Key.Key_Escape, Key.Key_Tab])
def test_the_notes_take_keys_after_a_click_and_are_left_by_a_key(
    presenter: Presenter, speaker: SpeakerView, qtbot: QtBot, leaves: Key
) -> None:
    focused_in(speaker, qtbot)
    qtbot.mouseClick(speaker.notes.viewport(), Qt.MouseButton.LeftButton)
    for key in (Key.Key_B, Key.Key_Space, Key.Key_B, Key.Key_Left):
        press(speaker, qtbot, key)
    assert speaker.notes.toPlainText() == "b b" and not presenter.deck.is_blank and presenter.deck.index == 0
    press(speaker, qtbot, leaves)
    assert not speaker.notes.hasFocus() and speaker.isVisible()
    press(speaker, qtbot, Key.Key_Right)
    assert presenter.deck.index == 1


@pytest.mark.parametrize("focus", ["", "slide_list", "slide_down"])
def test_escape_closes_the_speakers_window_alone(
    presenter: Presenter, speaker: SpeakerView, qtbot: QtBot, focus: str
) -> None:
    focused_in(speaker, qtbot, speaker.findChild(QWidget, focus) if focus else None)
    press(speaker, qtbot, Key.Key_Escape)
    assert not speaker.isVisible() and presenter.isVisible()


def test_enter_presses_and_ticks_where_space_is_the_talks(
    presenter: Presenter, speaker: SpeakerView, qtbot: QtBot
) -> None:
    focused_in(speaker, qtbot, speaker.slides)
    press(speaker, qtbot, Key.Key_Down)
    press(speaker, qtbot, Key.Key_Return)
    assert [slide.key for slide in presenter.deck.slides] == ["before", "after", "attention", "consistency"]
    speaker._started_s -= 125
    focused_in(speaker, qtbot, speaker.findChild(QPushButton, "restart_clock"))
    press(speaker, qtbot, Key.Key_Return)
    assert speaker.elapsed.text() == "0:00"
