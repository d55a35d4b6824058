"""The filmstrip: what it shows of each photo, which ones, and what can be done with many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPixmap, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from engine.process.protocol import RestoreFaces
from fsr_desktop.photos.film_model import PROGRESS_ROLE, STATE_ROLE, WAITS_ROLE
from fsr_desktop.photos.filmstrip import HEIGHT, HIGHEST, LOW_HEIGHT, Filmstrip
from fsr_desktop.session.export_mark import export_mark
from fsr_desktop.session.photo_state import ItemState
from tests.fsr_desktop.double_click import double_click
from tests.fsr_desktop.played_engine import Play

pytestmark = pytest.mark.window


@pytest.fixture
def play(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Play:
    return Play(tmp_path, monkeypatch)


@pytest.fixture
def strip(qtbot: QtBot, play: Play) -> Iterator[Filmstrip]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1440, 200)
    strip = Filmstrip(play.workspace, window)
    strip.resize(1440, HEIGHT)
    window.show()
    yield strip
    window.close()


def settle(strip: Filmstrip) -> None:
    """Let what changes together a moment later be shown now."""
    QTest.qWait(1)
    strip.model.sync()
    strip.refresh()
    strip.list.follow()


def states(strip: Filmstrip) -> list[str]:
    settle(strip)
    found = [strip.model.data(strip.model.index(row), STATE_ROLE) for row in range(strip.model.rowCount())]
    return [state.name for state in found if isinstance(state, ItemState)]


def shown(strip: Filmstrip) -> list[str]:
    return [str(strip.shown.index(row, 0).data()) for row in range(strip.shown.rowCount())]


def filters(strip: Filmstrip) -> dict[str, str]:
    buttons = strip.head.filters.buttons.values()
    return {button.word: button.accessibleName().split(", ")[1] for button in buttons if not button.isHidden()}


def opened(play: Play, names: Sequence[str], statuses: dict[str, str] | None = None) -> None:
    play.workspace.open_paths([play.folder / f"{name}.jpg" for name in names])
    play.open_rest(statuses)


# ---- what is shown


def test_each_photo_shows_its_state(play: Play, strip: Filmstrip) -> None:
    opened(play, "abcd", {"b.jpg": "broken", "c.jpg": "none"})
    assert states(strip) == ["not yet", "failed", "no face", "not yet"]
    play.workspace.restore()
    play.start_job()
    play.progress(0.4)
    assert states(strip)[0] == "restoring"
    first = strip.model.index(0)
    assert strip.model.data(first, PROGRESS_ROLE) == 0.4
    play.finish_restore()
    assert states(strip)[0] == "restored" and strip.model.data(first, PROGRESS_ROLE) is None
    play.photo.exported_mark = export_mark(play.photo)
    play.workspace.photo_changed.emit(play.photo.id)
    assert states(strip)[0] == "exported"
    assert strip.model.data(first, Qt.ItemDataRole.AccessibleTextRole) == "a.jpg, exported"
    failed = str(strip.model.data(strip.model.index(1), Qt.ItemDataRole.ToolTipRole))
    assert failed.splitlines() == [str(play.folder / "b.jpg"), "failed", "It is cut off.", "Try again."]


def test_filters_show_only_what_there_is_and_let_it_through(play: Play, strip: Filmstrip) -> None:
    opened(play, "abcde", {"b.jpg": "broken", "c.jpg": "none"})
    settle(strip)
    assert filters(strip) == {"All": "5", "Not yet": "3", "No face": "1", "Needs you": "1"}
    strip.head.filters.buttons["not yet"].click()
    assert shown(strip) == ["a.jpg", "d.jpg", "e.jpg"]
    play.workspace.restore()
    play.finish_restore()
    settle(strip)
    assert shown(strip) == ["d.jpg", "e.jpg"] and filters(strip)["Restored"] == "1"
    strip.head.filters.buttons["needs you"].click()
    assert shown(strip) == ["b.jpg"]
    play.workspace.close_photo("p2")
    settle(strip)
    assert strip.head.filters.current == "all" and shown(strip) == ["a.jpg", "c.jpg", "d.jpg", "e.jpg"]


def test_the_device_is_said_where_there_is_room(play: Play, strip: Filmstrip) -> None:
    assert strip.head.device.text() == "Runs on this computer"
    opened(play, "a")
    play.workspace.restore()
    play.finish_restore()
    settle(strip)
    assert strip.head.device.text() == "Runs on this computer (CPU)" and not strip.head.device.isHidden()
    strip.window().resize(1300, 200)
    strip.resize(1000, HEIGHT)
    assert strip.head.device.isHidden()


def test_its_height_and_names_give_way_in_a_narrow_window(qtbot: QtBot, strip: Filmstrip) -> None:
    assert strip.height() == HEIGHT and strip.list.painter.has_names
    tile = strip.list.painter.tile_height
    assert tile == 66
    strip.window().resize(1100, 200)
    strip.resize(836, HEIGHT)
    assert strip.height() == LOW_HEIGHT and not strip.list.painter.has_names
    strip.window().resize(1440, 300)
    strip.set_height(180)
    assert strip.height() == 180 and strip.list.painter.tile_height > tile


def test_its_edge_is_dragged_and_a_double_click_sets_it_back(qtbot: QtBot, strip: Filmstrip) -> None:
    left = Qt.MouseButton.LeftButton
    heights: list[int] = []
    strip.height_changed.connect(lambda: heights.append(strip.usual_height))
    qtbot.mousePress(strip.edge, left, pos=QPoint(50, 2))
    qtbot.mouseMove(strip.edge, QPoint(50, -28))
    qtbot.mouseRelease(strip.edge, left, pos=QPoint(50, -28))
    assert strip.height() == heights[-1] == HEIGHT + 30
    strip.set_height(900)
    assert strip.height() == HIGHEST
    strip.set_height(0)
    assert strip.edge.height() == strip.height() > 0  # it can be drawn up again
    double_click(strip.edge, QPoint(50, 2))
    assert strip.height() == HEIGHT


def test_filters_keep_their_signs_where_there_is_no_room_for_words(play: Play, strip: Filmstrip) -> None:
    opened(play, "abcde", {"b.jpg": "broken", "c.jpg": "none"})
    settle(strip)
    button = strip.head.filters.buttons["needs you"]
    wide = button.sizeHint().width()
    strip.resize(420, HEIGHT)
    assert button.sizeHint().width() < wide and button.toolTip() == "Needs you"
    assert strip.head.filters.buttons["all"].sizeHint().width() > 30


# ---- looking and selecting


def test_the_current_thumbnail_and_the_photo_that_is_looked_at_follow_each_other(play: Play, strip: Filmstrip) -> None:
    opened(play, "abc")
    settle(strip)
    assert strip.list.currentIndex().row() == 0
    play.workspace.show_photo("p3")
    settle(strip)
    assert strip.list.currentIndex().row() == 2
    strip.list.setCurrentIndex(strip.shown.index(1, 0))
    assert play.photo.id == "p2"


def test_arrows_go_along_the_row_and_shift_selects(qtbot: QtBot, play: Play, strip: Filmstrip) -> None:
    opened(play, "abcd")
    settle(strip)
    qtbot.keyClick(strip.list, Qt.Key.Key_Right)
    assert play.photo.id == "p2" and play.workspace.session.selected_ids == ("p2",)
    qtbot.keyClick(strip.list, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert play.photo.id == "p3" and play.workspace.session.selected_ids == ("p2", "p3")
    settle(strip)
    assert [photo.id for photo in strip.list.selected()] == ["p2", "p3"]
    with qtbot.waitSignal(strip.photo_entered):
        qtbot.keyClick(strip.list, Qt.Key.Key_Return)


def test_ctrl_takes_photos_into_the_selection_and_out_of_it(qtbot: QtBot, play: Play, strip: Filmstrip) -> None:
    opened(play, "abcd")
    settle(strip)
    ctrl, left = Qt.KeyboardModifier.ControlModifier, Qt.MouseButton.LeftButton

    def click(row: int) -> None:
        place = strip.list.visualRect(strip.shown.index(row, 0)).center()
        qtbot.mouseClick(strip.list.viewport(), left, ctrl, place)
        settle(strip)

    click(2)
    assert play.photo.id == "p3" and play.workspace.session.selected_ids == ("p1", "p3")
    click(3)
    click(0)
    assert play.photo.id == "p4" and play.workspace.session.selected_ids == ("p3", "p4")
    click(3)
    assert play.photo.id == "p3" and play.workspace.session.selected_ids == ("p3",)
    assert strip.list.currentIndex().row() == 2
    qtbot.mouseClick(strip.list.viewport(), left, pos=QPoint(1, 1))  # no key is held any more


def test_delete_closes_the_selected_photos(qtbot: QtBot, play: Play, strip: Filmstrip) -> None:
    opened(play, "abcd")
    settle(strip)
    strip.list.setCurrentIndex(strip.shown.index(1, 0))
    qtbot.keyClick(strip.list, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(strip.list, Qt.Key.Key_Delete)
    settle(strip)
    assert shown(strip) == ["a.jpg", "d.jpg"] and play.photo.path.name == "d.jpg"
    assert play.workspace.session.selected_ids == (play.photo.id,) and strip.list.currentIndex().row() == 1


def test_the_wheel_goes_along_the_row(play: Play, strip: Filmstrip) -> None:
    opened(play, [f"{number}" for number in range(40)])
    settle(strip)
    bar = strip.list.horizontalScrollBar()
    assert bar.maximum() > 0 and strip._scroll_bar.isVisible()
    place, none = QPointF(20, 20), Qt.KeyboardModifier.NoModifier
    wheel = QWheelEvent(
        place, place, QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, none, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(strip.list.viewport(), wheel)
    assert bar.value() == 96 and strip._scroll_bar.value() == 96
    strip._scroll_bar.setValue(200)
    assert bar.value() == 200


def test_only_what_is_seen_has_its_thumbnail_read(qtbot: QtBot, play: Play, strip: Filmstrip) -> None:
    for number in range(200):
        Image.new("RGB", (20, 10), (255, 0, 0)).save(play.folder / f"{number:03}.jpg")
    play.workspace.open_paths([play.folder])
    settle(strip)
    first = strip.model.index(0)
    qtbot.waitUntil(lambda: isinstance(strip.model.data(first, Qt.ItemDataRole.DecorationRole), QPixmap))
    qtbot.wait(200)
    assert len(strip.model._thumbnails._pictures._kept) < 30


def test_what_is_dropped_is_opened(qtbot: QtBot, play: Play, strip: Filmstrip) -> None:
    (play.folder / "album").mkdir()
    Image.new("RGB", (20, 10)).save(play.folder / "album" / "a.jpg")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(play.folder / "album"))])
    action, button, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), action, data, button, none)
    QApplication.sendEvent(strip.list.viewport(), enter)
    assert enter.isAccepted()
    QApplication.sendEvent(strip.list.viewport(), QDropEvent(QPointF(5, 5), action, data, button, none))
    qtbot.waitUntil(lambda: len(play.workspace.session) == 1)


# ---- many


def test_the_buttons_for_many_count_and_ask_for_all_or_the_selection(play: Play, strip: Filmstrip) -> None:
    asked: list[tuple[str, list[str]]] = []
    strip.restore_requested.connect(lambda ids: asked.append(("restore", ids)))
    strip.export_requested.connect(lambda ids: asked.append(("export", ids)))
    opened(play, "abcd", {"d.jpg": "none"})
    settle(strip)
    head = strip.head
    assert head.restore_button.text() == "Restore 3" and head.export_button.isHidden()
    head.restore_button.click()
    play.workspace.restore_many(asked[0][1])
    play.open_rest()
    settle(strip)
    assert head.restore_button.isHidden() and head.export_button.text() == "Export 3"
    play.workspace.select_photos(["p2"])
    settle(strip)
    assert head.export_button.text() == "Export 2"
    head.export_button.click()
    assert asked == [("restore", ["p1", "p2", "p3"]), ("export", ["p1", "p2"])]


def test_a_batch_is_counted_in_the_head_and_can_be_stopped(qtbot: QtBot, play: Play, strip: Filmstrip) -> None:
    opened(play, "abcdefgh")
    play.workspace.restore_all()
    play.finish_restore("failed")
    play.start_job()
    play.progress(0.5, "face 1 of 1")
    settle(strip)
    head = strip.head
    assert head.is_working and head.title.text() == "Restoring 2 of 8"
    assert head.detail.text() == "b.jpg, face 1 of 1" and head.bar.value() == round(1000 * 1.5 / 8)
    assert head.left.text().startswith("about 0:0") and not head.failed.isHidden()
    assert [strip.model.data(strip.model.index(row), WAITS_ROLE) for row in (0, 1, 7)] == [False, False, True]
    head.stop_button.click()
    play.was_cancelled()
    settle(strip)
    assert not head.is_working and not play.bridge.is_busy


def test_several_exports_are_counted_too(play: Play, strip: Filmstrip) -> None:
    from fsr_desktop.export.exporter import Exporter

    opened(play, "abc")
    play.workspace.restore_all()
    play.open_rest()
    Exporter(play.workspace).export_many(["p1", "p2", "p3"])
    play.start_job()
    settle(strip)
    assert (
        strip.head.is_working and strip.head.title.text() == "Exporting 1 of 3" and strip.head.detail.text() == "a.jpg"
    )


def test_a_right_click_offers_what_can_be_done_with_the_selected(play: Play, strip: Filmstrip) -> None:
    opened(play, "abc", {"c.jpg": "broken"})
    settle(strip)
    photos = [photo for photo in play.workspace.session]
    menu = strip.menu.menu_for(photos[:2])
    words = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert words == ["Restore", "Export", "Look", "Enlarge", "Strength", "Show in folder", "Close 2 photo(s)"]
    enlarge = next(sub for sub in menu.findChildren(QMenu) if sub.title() == "Enlarge")
    assert [action.text() for action in enlarge.actions()] == ["Auto", "×1", "×2", "×4"]
    enlarge.actions()[2].trigger()
    assert [photo.edits.scale for photo in photos] == [2, 2, photos[2].edits.scale]
    asked: list[list[str]] = []
    strip.restore_requested.connect(asked.append)
    menu.actions()[0].trigger()
    assert asked == [["p1", "p2"]]
    failed = strip.menu.menu_for(photos[2:])
    assert [action.isEnabled() for action in failed.actions()[:2]] == [False, False]
    assert failed.actions()[2].text() == "Show in folder"


def test_another_look_for_many_restores_them_anew(play: Play, strip: Filmstrip) -> None:
    opened(play, "ab")
    play.workspace.restore_all()
    play.open_rest()
    play.workspace.choose_for(list(play.workspace.session), model="sparnet-hd")
    assert isinstance(play.job, RestoreFaces) and play.job.faces[0].model == "sparnet-hd"
    assert play.workspace.batch.count == 2


def test_the_line_above_changes_look_enlargement_and_strength_of_the_selected(play: Play, strip: Filmstrip) -> None:
    opened(play, "abc")
    settle(strip)
    assert strip.head.change_button.isHidden()  # one is selected: the panel does it
    play.workspace.select_photos(["p1", "p3"])
    settle(strip)
    assert not strip.head.change_button.isHidden() and strip.head.change_button.text() == "Change 2…"
    strip.head.change_button.click()
    (menu,) = (menu for menu in strip.findChildren(QMenu) if menu.isVisible())
    assert [action.text() for action in menu.actions()] == ["Look", "Enlarge", "Strength"]
    strength = next(sub for sub in menu.findChildren(QMenu) if sub.title() == "Strength")
    strength.actions()[1].trigger()
    menu.close()
    strengths = [[face.strength for face in photo.edits.faces] for photo in play.workspace.session]
    assert strengths == [[0.5] * len(strengths[0]), [1.0] * len(strengths[1]), [0.5] * len(strengths[2])]
