from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from engine.types import FaceFault
from fsr_desktop.finetune.face_grid import FaceGrid, TeachingFace
from fsr_desktop.finetune.preview_strip import PreviewStrip
from fsr_desktop.look.theme import apply_theme
from tests.fsr_desktop.pixels import pixels_of


@pytest.fixture(autouse=True)
def dark(qapp):
    apply_theme(qapp, "dark")


def grid_of(qtbot, *faces: TeachingFace) -> FaceGrid:
    grid = FaceGrid()
    qtbot.addWidget(grid)
    show(grid, *faces)
    grid.resize(420, 300)
    grid.show()
    return grid


def show(grid: FaceGrid, *faces: TeachingFace) -> None:
    pictures = np.full((len(faces), 96, 96, 3), 90, np.uint8)
    pictures[:1] = (200, 30, 30)
    grid.show_faces(pictures, faces)


def face(number: int, *, is_held_out: bool = False, fault: FaceFault = "") -> TeachingFace:
    return TeachingFace(name=f"face {number}", photo=f"photo {number}.jpg", is_held_out=is_held_out, fault=fault)


def words(grid: FaceGrid, row: int, role: Qt.ItemDataRole = Qt.ItemDataRole.DisplayRole) -> str:
    return str(grid.model().index(row, 0).data(role))


def test_each_face_is_shown_with_its_photo(qtbot):
    grid = grid_of(qtbot, face(0), face(1), face(2, is_held_out=True))
    assert grid.count == 3
    assert words(grid, 0) == "photo 0.jpg"
    image = grid.model().index(0, 0).data(Qt.ItemDataRole.DecorationRole)
    assert image.pixelColor(40, 40).getRgb()[:3] == (200, 30, 30)
    place = grid.visualRect(grid.model().index(0, 0)).center()
    assert tuple(pixels_of(grid.grab())[place.y(), place.x()]) == (200, 30, 30)


def test_a_face_that_is_held_out_says_so_in_words_and_looks_other(qtbot):
    grid = grid_of(qtbot, face(0), face(1, is_held_out=True))
    assert "held out" in words(grid, 1) and "held out" not in words(grid, 0)
    assert "never sees" in words(grid, 1, Qt.ItemDataRole.ToolTipRole)
    marked = pixels_of(grid.grab())
    show(grid, face(0), face(1))
    assert (pixels_of(grid.grab()) != marked).any()


def test_a_face_with_a_fault_is_left_out_at_first_and_says_why(qtbot):
    grid = grid_of(qtbot, face(0, fault="blurred"), face(1, fault="turned"), face(2, fault="covered"), face(3))
    assert grid.left_out == {"face 0", "face 1", "face 2"}
    assert [words(grid, row).split("\n")[-1] for row in range(4)] == [
        "left out: blurred", "left out: turned away", "left out: covered", "photo 3.jpg",
    ]  # fmt: skip
    assert grid.model().index(0, 0).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_keys_leave_a_face_out_and_take_it_back(qtbot, key):
    grid = grid_of(qtbot, face(0), face(1))
    grid.setCurrentIndex(grid.model().index(1, 0))
    with qtbot.waitSignal(grid.changed):
        QTest.keyClick(grid, key)
    assert grid.left_out == {"face 1"} and words(grid, 1) == "photo 1.jpg\nleft out"
    QTest.keyClick(grid, key)
    assert grid.left_out == set()


def test_a_face_with_a_fault_that_is_used_still_says_what_it_is(qtbot):
    grid = grid_of(qtbot, face(0, fault="blurred"))
    with qtbot.assertNotEmitted(grid.changed):
        grid.leave_out(())
    assert words(grid, 0) == "photo 0.jpg\nblurred"


def test_what_is_left_out_looks_faded(qtbot):
    grid = grid_of(qtbot, face(0), face(1))
    place = grid.visualRect(grid.model().index(0, 0)).center()
    assert grid.grab().toImage().pixelColor(place).alphaF() == 1.0
    grid.leave_out({"face 0"})
    assert grid.grab().toImage().pixelColor(place).alphaF() < 0.5


def test_no_faces_leave_an_empty_grid(qtbot):
    grid = grid_of(qtbot, face(0))
    grid.show_faces(np.zeros((0, 96, 96, 3), np.uint8), ())
    assert grid.count == 0 and grid.left_out == set()


def test_a_preview_shows_its_four_pictures_in_their_order(qtbot):
    strip = PreviewStrip()
    qtbot.addWidget(strip)
    strip.resize(4 * 100 + 3 * 8, 100 + strip.fontMetrics().height() + 4)
    pictures = np.zeros((20, 80, 3), np.uint8)
    for number in range(4):
        pictures[:, number * 20 : number * 20 + 20, 0] = 60 * (number + 1)
    strip.show_preview(pictures)
    image = strip.grab().toImage()
    assert [image.pixelColor(50 + 108 * n, 50).red() for n in range(4)] == [60, 120, 180, 240]
    strip.clear()
    assert not strip.has_picture
