"""The bar at the top: workspaces, views, zoom, and the one button that says what comes next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from engine.pipeline.picture_file import PictureFile
from engine.types import Box
from fsr_desktop.canvas.pane import PanePainter
from fsr_desktop.canvas.panes import Part
from fsr_desktop.canvas.patch_levels import PatchLevels
from fsr_desktop.canvas.picture import LayerPicture
from fsr_desktop.canvas.scene import CursorInfo, Layer
from fsr_desktop.session.view_state import COMPARE_MODES
from fsr_desktop.window.main_window import MainWindow
from fsr_desktop.window.side_panel import width_for
from fsr_desktop.window.verbs import WindowCommands
from tests.fsr_desktop.double_click import double_click
from tests.fsr_desktop.played_engine import Play

pytestmark = pytest.mark.window


@pytest.fixture
def play(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Play:
    return Play(tmp_path, monkeypatch)


@pytest.fixture
def window(qtbot: QtBot, play: Play) -> Iterator[MainWindow]:
    window = MainWindow(play.workspace)
    qtbot.addWidget(window)
    window.commands = WindowCommands(window)  # type: ignore[attr-defined]
    window.resize(1440, 900)
    window.show()
    yield window
    window.guard._may_close = True
    window.close()


def main_words(window: MainWindow) -> str:
    window.commands.main_button.refresh()  # type: ignore[attr-defined]
    return window.top_bar.main.text() if not window.top_bar.main.isHidden() else ""


# ---- the main button


def test_the_button_says_what_comes_next(window: MainWindow, play: Play) -> None:
    assert main_words(window) == ""
    play.open(faces=2)
    assert main_words(window) == "Restore"
    window.top_bar.main.click()
    play.start_job()
    play.progress(0.4)
    assert main_words(window) == "Stop 40 %"
    play.finish_restore()
    assert main_words(window) == "Export"
    play.workspace.choose_model("sparnet-hd", face_id="f1")
    assert main_words(window).startswith("Stop")  # it runs at once, for the photo was restored


def test_the_button_stops_the_restoration(window: MainWindow, play: Play) -> None:
    play.open(faces=1)
    window.top_bar.main.click()
    play.start_job()
    main_words(window)
    window.top_bar.main.click()
    assert play.process.cancelled == [play.job_id]


def test_a_double_click_restores_and_does_not_stop(window: MainWindow, play: Play, qtbot: QtBot) -> None:
    play.open(faces=1)
    main, middle = window.top_bar.main, window.top_bar.main.rect().center()
    assert main_words(window) == "Restore"
    qtbot.wait(QApplication.doubleClickInterval() + 20)
    QTest.mouseClick(main, Qt.MouseButton.LeftButton, pos=middle)
    play.start_job()
    assert main_words(window).startswith("Stop")
    double_click(main, middle)
    QTest.mouseClick(main, Qt.MouseButton.LeftButton, pos=middle)
    assert play.process.cancelled == []
    qtbot.wait(QApplication.doubleClickInterval() + 20)
    QTest.mouseClick(main, Qt.MouseButton.LeftButton, pos=middle)
    assert play.process.cancelled == [play.job_id]


def test_a_photo_without_faces_can_be_exported_enlarged(window: MainWindow, play: Play) -> None:
    play.open(faces=0)
    assert main_words(window) == "Restore"  # tells how to draw a box
    play.workspace.set_photo_options(scale=2)
    assert main_words(window) == "Export" and window.top_bar.main.isEnabled()


def test_a_photo_that_cannot_be_opened_offers_nothing(window: MainWindow, play: Play) -> None:
    play.workspace.open_paths([play.folder / "a.jpg"])
    play.start_job()
    play.fail()
    assert main_words(window) == "Restore" and not window.top_bar.main.isEnabled()


# ---- views and zoom


def test_a_view_is_chosen_in_words_and_by_keys(window: MainWindow, play: Play) -> None:
    play.open(faces=1)
    assert window.top_bar.views.value() == "split"
    window.top_bar.views.button("difference").click()
    assert window.view.current.mode == "difference" and window.action("mode_difference").isChecked()
    window.action("mode_before").trigger()
    assert window.top_bar.views.value() == "before"


def test_looks_need_a_face_and_take_the_place_of_the_canvas(window: MainWindow, play: Play) -> None:
    play.open(faces=0)
    assert not window.top_bar.views.button("looks").isEnabled()
    play.workspace.draw_face(Box(10, 10, 60, 60))
    assert window.top_bar.views.button("looks").isEnabled()
    window.action("mode_looks").trigger()
    assert window.photo.middle.currentWidget() is window.photo.looks
    assert not window.photo.looks_sections.isHidden() and window.photo.options.isHidden() is False
    window.action("mode_split").trigger()
    assert window.photo.middle.currentWidget() is window.photo.page and window.photo.looks_sections.isHidden()


def test_the_zoom_is_said_with_what_is_fitted(window: MainWindow, play: Play, qtbot: QtBot) -> None:
    play.open(faces=1)
    window.photo.page.refresh()
    zoom = window.top_bar.zoom
    assert zoom.text().startswith("Fit ")
    window.action("zoom_400").trigger()
    assert zoom.text().startswith("400 %")
    window.action("zoom_face").trigger()
    assert zoom.text().startswith("Face ")
    face_zoom = window.canvas.zoom
    window.action("mode_side").trigger()  # the face fills the smaller pane as well
    window.photo.page.refresh()
    assert zoom.text().startswith("Face ") and window.canvas.zoom < face_zoom
    window.canvas.view_moved.emit()
    assert not zoom.text().startswith("Face ")


# ---- where one is


def test_ctrl_tab_goes_round_the_workspaces(window: MainWindow, play: Play) -> None:
    play.open(faces=1)
    seen = []
    for _step in range(3):
        window.action("next_workspace").trigger()
        seen.append(window.page_name)
    assert seen == ["study", "teach", "photo"]
    window.action("previous_workspace").trigger()
    assert window.page_name == "teach" and main_words(window) == ""
    window.action("mode_split").trigger()  # a view is of the photo
    assert window.page_name == "photo"


def test_the_photos_name_and_size_are_told_where_there_is_room(window: MainWindow, play: Play) -> None:
    play.open("old.jpg", faces=1)
    bar = window.top_bar
    assert bar.name.text() == "old.jpg" and bar.size_label.text() == "400 × 300"
    assert not bar.name.isHidden() and not bar.size_label.isHidden()
    window.resize(1300, 800)
    assert bar.size_label.isHidden() and not bar.name.isHidden()
    window.resize(1024, 700)
    assert bar.name.isHidden() and bar.undo.isHidden()


def test_without_a_photo_nothing_of_the_photo_is_offered(window: MainWindow, play: Play) -> None:
    bar = window.top_bar
    assert bar.middle.isHidden() and bar.zoom.isHidden() and bar.undo.isHidden()
    play.open(faces=1)
    assert not bar.middle.isHidden() and not bar.zoom.isHidden()


def test_alt_alone_opens_the_menu_and_with_a_key_does_not(window: MainWindow, qtbot: QtBot, monkeypatch) -> None:
    opened: list[bool] = []
    monkeypatch.setattr(type(window.top_bar.menu_button), "showMenu", lambda _button: opened.append(True))
    qtbot.keyPress(window, Qt.Key.Key_Alt)
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    qtbot.keyRelease(window, Qt.Key.Key_Alt)
    assert opened == []
    qtbot.keyClick(window, Qt.Key.Key_Alt)
    assert opened == [True]


# ---- the panel


@pytest.mark.parametrize(("window_width", "panel"), [(900, 264), (1100, 264), (1300, 280), (1500, 300), (2000, 320)])
def test_the_panels_width_follows_the_windows(window_width: int, panel: int) -> None:
    assert width_for(window_width) == panel


def test_the_panel_gives_way_in_a_narrow_window_and_comes_on_request(window: MainWindow, play: Play) -> None:
    play.open(faces=1)
    assert window.photo.panel.isVisible()
    window.resize(1000, 700)
    assert not window.photo.panel.isVisible()
    window.action("toggle_panel").trigger()
    assert window.photo.panel.isVisible()
    window.action("toggle_panel").trigger()
    assert not window.photo.panel.isVisible()


def test_a_button_brings_the_panel_back_where_it_is_gone(window: MainWindow, play: Play) -> None:
    button = window.top_bar.panel
    assert not button.isVisible()  # no photo
    play.open(faces=1)
    assert not button.isVisible()
    window.resize(900, 700)
    assert window.width() == 900 and button.isVisible() and not window.photo.panel.isVisible()
    button.click()
    assert window.photo.panel.isVisible() and not button.isVisible()


def test_the_strip_hides_and_comes_back(window: MainWindow, play: Play) -> None:
    play.open(faces=1)
    assert window.photo.strip.isVisible()
    window.action("toggle_strip").trigger()
    assert not window.photo.strip.isVisible()
    window.action("toggle_strip").trigger()
    assert window.photo.strip.isVisible()


# ---- right clicks, and boxes that are changed


def test_a_right_click_on_a_face_selects_it_and_offers_looks(window: MainWindow, play: Play) -> None:
    play.open(faces=2)
    play.workspace.select_face("f2")
    menu = window.commands.menus.menu_of_face()  # type: ignore[attr-defined]
    names = [action.text() for action in menu.actions() if action.text()]
    assert names[0] == "Look" and window.action("delete_face").text() in names
    looks = menu.actions()[0].menu()
    assert isinstance(looks, QWidget)
    next(action for action in looks.actions() if action.text() == "Crisp").trigger()
    assert play.photo.edits.face("f2").model == "sparnet-hd"  # type: ignore[union-attr]
    menu.deleteLater()


def test_a_right_click_on_the_canvas_says_which_face_is_there(window: MainWindow, play: Play, qtbot: QtBot) -> None:
    play.open(faces=1)
    window.photo.page.refresh()
    canvas = window.canvas
    told: list[str] = []
    canvas.menu_wanted.disconnect()
    canvas.menu_wanted.connect(lambda face_id, _place: told.append(face_id))
    middle = canvas.on_screen(play.photo.edits.faces[0].face.box, 0).center().toPoint()
    qtbot.mouseClick(canvas, Qt.MouseButton.RightButton, pos=middle)
    qtbot.mouseClick(canvas, Qt.MouseButton.RightButton, pos=QPoint(canvas.width() - 20, canvas.height() - 20))
    assert told == ["f1", ""]


def test_a_box_is_resized_and_moved_and_undone(window: MainWindow, play: Play, qtbot: QtBot) -> None:
    play.open(faces=1)
    play.workspace.select_face("f1")
    window.action("mode_before").trigger()
    window.photo.page.refresh()
    canvas, old = window.canvas, play.photo.edits.faces[0].face.box
    window.action("edit_box").trigger()
    assert canvas.is_editing
    place = canvas.on_screen(old, 0)
    corner = place.bottomRight().toPoint()
    away = corner + QPoint(round(20 * canvas.zoom), round(10 * canvas.zoom))
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=corner)
    qtbot.mouseMove(canvas, away)
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=away)
    (face,) = play.photo.edits.faces
    assert face.face.box == Box(old.left, old.top, old.width + 20, old.height + 10)
    assert face.face.source == "hand" and play.workspace.session.selected_face_id == face.id and canvas.is_editing
    window.photo.page.refresh()
    middle = canvas.on_screen(face.face.box, 0).center().toPoint()
    moved = middle + QPoint(round(15 * canvas.zoom), 0)
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=middle)
    qtbot.mouseMove(canvas, moved)
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=moved)
    assert play.photo.edits.faces[0].face.box.left == old.left + 15
    window.action("cancel").trigger()
    assert not canvas.is_editing
    play.workspace.undo_stack.undo()
    play.workspace.undo_stack.undo()
    assert play.photo.edits.faces[0].id == "f1" and play.photo.edits.faces[0].face.box == old


def test_a_mode_of_the_mouse_is_said_until_esc(window: MainWindow, play: Play, qtbot: QtBot) -> None:
    play.open(faces=1)
    window.photo.page.refresh()
    window.action("draw_face").trigger()
    assert "Esc ends" in window.canvas._marked.mouse_does
    qtbot.keyClick(window.canvas, Qt.Key.Key_Escape)
    assert not window.canvas.is_drawing and window.canvas._marked.mouse_does == ""


def test_the_pixel_under_the_mouse_is_shown_on_request_and_copied(window: MainWindow, play: Play, qtbot: QtBot) -> None:
    play.open(faces=1)
    canvas = window.canvas
    info = CursorInfo(12, 40, (1, 2, 3), (10, 20, 30))
    canvas.cursor_moved.emit(info)
    assert canvas._marked.pixel == ""
    window.action("show_pixels").trigger()
    canvas.cursor_moved.emit(info)
    assert canvas._marked.pixel == "x 12, y 40   before 1 2 3   after 10 20 30"
    canvas.cursor_moved.emit(None)
    assert canvas._marked.pixel == ""
    window.action("copy_pixel").trigger()
    assert QGuiApplication.clipboard().text() == "x 12, y 40   before 1 2 3   after 10 20 30"


def test_keys_of_what_is_guessed_and_of_study_go_to_their_places(window: MainWindow, play: Play, monkeypatch) -> None:
    play.open(faces=1)
    play.workspace.restore()
    play.finish_restore()
    told: list[object] = []
    monkeypatch.setattr(type(window.photo.guessed), "toggle", lambda _section, number: told.append(number))
    window.action("guessed_changed").trigger()
    window.action("guessed_contradicts").trigger()
    assert told == [0, 1] and window.page_name == "photo"
    study = window.commands.pages.study  # type: ignore[attr-defined]
    monkeypatch.setattr(study, "next_map", lambda: told.append("next"))
    monkeypatch.setattr(study, "play", lambda: told.append("play"))
    window.action("next_layer").trigger()
    assert window.page_name == "study" and told == [0, 1]  # first it is shown
    window.action("next_layer").trigger()
    QTest.keyClick(study, Qt.Key.Key_Space)
    assert told == [0, 1, "next", "play"]


def test_a_refused_face_is_told_again_when_it_is_to_be_restored(window: MainWindow, play: Play) -> None:
    play.open(faces=1)
    play.workspace.restore()
    play.finish_restore("skipped")
    play.notices.clear()
    assert main_words(window) == "Restore"
    window.top_bar.main.click()
    assert ["left as" in notice.text for notice in play.notices] == [True]
    assert play.notices[0].action is not None


def test_differences_are_made_stronger_on_the_canvas_in_their_view_alone(window: MainWindow, play: Play) -> None:
    play.open(faces=1)
    bar = window.photo.gain
    assert bar.isHidden()
    window.action("mode_difference").trigger()
    assert not bar.isHidden() and window.photo.page.rect().contains(bar.geometry())
    bar.slider.slider.setValue(9)
    assert window.view.current.difference_gain == 9.0
    window.action("mode_split").trigger()
    assert bar.isHidden()


def test_one_view_alone_is_ticked_in_the_menu(window: MainWindow, play: Play) -> None:
    play.open(faces=1)
    for mode in ("looks", "split", "before"):
        window.action(f"mode_{mode}").trigger()
        ticked = [one for one in COMPARE_MODES if window.action(f"mode_{one}").isChecked()]
        assert ticked == [mode]


def test_what_a_restored_face_is_stands_beside_after_and_is_the_last_to_go(window: MainWindow, play: Play) -> None:
    play.open(faces=2)
    play.workspace.restore()
    play.start_job()
    play.preview(replace(play.outcome("f1"), outside_range=True))
    page = window.photo.page
    play.workspace.select_face("f1")
    assert page._after_words(play.photo) == "Natural, outside its range · a likely face"
    play.workspace.select_face("f2")
    assert page._after_words(play.photo) == "this face is not restored"
    picture = PictureFile(folder=play.folder, width=8, height=8, levels=1)
    source = LayerPicture(Layer("After", picture, detail="Natural · a likely face"), "after", PatchLevels())
    part = Part(source, QRect(0, 0, 9, 9), "After", "Natural · a likely face")
    painter = cast("PanePainter", SimpleNamespace(font=window.font()))
    fitting = partial(PanePainter._fitting, painter, part)
    assert fitting(1000) == ("After", "Natural · a likely face")
    assert fitting(120) in (("After", "a likely face"), ("a likely face", ""))
    assert fitting(5) is None
