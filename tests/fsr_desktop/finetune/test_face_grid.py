from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt

from fsr_desktop.finetune.face_grid import FaceGrid
from fsr_desktop.finetune.preview_strip import PreviewStrip
from fsr_desktop.look.theme import apply_theme


def grid_of(qtbot, held_out: tuple[bool, ...]) -> FaceGrid:
    grid = FaceGrid()
    qtbot.addWidget(grid)
    pictures = np.full((len(held_out), 96, 96, 3), 90, np.uint8)
    pictures[0] = (200, 30, 30)
    grid.show_faces(pictures, tuple(f"photo {n}.jpg" for n in range(len(held_out))), held_out)
    grid.resize(420, 300)
    return grid


def words(grid: FaceGrid, row: int, role: Qt.ItemDataRole = Qt.ItemDataRole.DisplayRole) -> str:
    return str(grid.model().index(row, 0).data(role))


def test_each_face_is_shown_with_its_photo(qtbot):
    grid = grid_of(qtbot, (False, False, True))
    assert grid.count == 3
    assert words(grid, 0) == "photo 0.jpg"
    image = grid.model().index(0, 0).data(Qt.ItemDataRole.DecorationRole)
    assert image.pixelColor(40, 40).getRgb()[:3] == (200, 30, 30)


def test_a_face_that_is_held_out_says_so_in_words_and_looks_other(qtbot):
    grid = grid_of(qtbot, (False, True))
    assert "held out" in words(grid, 1) and "held out" not in words(grid, 0)
    assert "never sees" in words(grid, 1, Qt.ItemDataRole.ToolTipRole)
    marked = grid.grab().toImage()
    grid.show_faces(np.full((2, 96, 96, 3), 90, np.uint8), ("photo 0.jpg", "photo 1.jpg"), (False, False))
    assert grid.grab().toImage() != marked


def test_no_faces_leave_an_empty_grid(qtbot):
    grid = grid_of(qtbot, (False,))
    grid.show_faces(np.zeros((0, 96, 96, 3), np.uint8), (), ())
    assert grid.count == 0


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


def test_the_first_row_keeps_a_distance_from_the_frame(qapp, qtbot):
    apply_theme(qapp, "light")
    grid = grid_of(qtbot, (False, False))
    grid.show()
    image = grid.grab().toImage()
    ground = image.pixelColor(grid.width() - 30, grid.height() // 2)
    assert all(image.pixelColor(x, y) == ground for x in range(10, 200) for y in range(2, 7))
