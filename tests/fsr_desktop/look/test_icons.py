"""The icons: all there, tinted, sharp."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from itertools import combinations

import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from engine.paths import icons_folder
from fsr_desktop.look.icons import app_icon, icon, icon_names
from fsr_desktop.look.signs import sign

pytestmark = pytest.mark.window

NEEDED = [
    "open", "open-folder", "save", "undo", "redo", "restore", "cancel", "compare-split", "compare-side",
    "compare-difference", "compare-single", "zoom-in", "zoom-out", "zoom-fit", "zoom-100", "zoom-face", "face-draw",
    "face-delete", "face", "overlay", "attention", "points", "bars", "settings", "help", "present", "next",
    "previous", "play", "pause", "copy", "export", "crop", "folder", "photo", "model", "jobs", "finetune", "check",
    "warning", "error", "info", "close", "eye", "eye-off", "keyboard", "film", "app",
    "menu", "more", "refused", "clock",
    "state-partly", "state-left", "state-exported",
]  # fmt: skip


@pytest.fixture
def red_text(qapp):
    before = qapp.palette()
    palette = QPalette(before)
    palette.setColor(QPalette.ColorGroup.All, QPalette.ColorRole.ButtonText, QColor("#ff0000"))
    palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText, QColor("#0000ff"))
    palette.setColor(QPalette.ColorGroup.All, QPalette.ColorRole.HighlightedText, QColor("#00ff00"))
    qapp.setPalette(palette)
    yield palette
    qapp.setPalette(before)


def pixels(pixmap: QPixmap) -> np.ndarray:
    image = pixmap.toImage().convertToFormat(QImage.Format.Format_RGBA8888)
    lines = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine()).copy()
    return lines[:, : image.width() * 4].reshape(image.height(), image.width(), 4)


def colours(pixmap: QPixmap) -> set[tuple[int, ...]]:
    found = pixels(pixmap)
    return {tuple(int(part) for part in one[:3]) for one in found[found[..., 3] == 255]}


def test_every_icon_that_the_window_needs_is_there():
    assert set(NEEDED) <= set(icon_names())


@pytest.mark.parametrize("name", NEEDED)
def test_an_icon_is_a_valid_drawing_that_fills_its_square(qapp, name):
    svg = (icons_folder() / f"{name}.svg").read_bytes()
    assert QSvgRenderer(svg).isValid()
    if name != "app":
        assert ElementTree.fromstring(svg).get("viewBox") in ("0 0 16 16", "0 0 24 24")
        assert b"#" not in svg  # it takes the palette's colour
    drawn = np.argwhere(pixels(icon(name).pixmap(QSize(48, 48), 1.0))[..., 3] > 0)
    extent = drawn.max(axis=0) - drawn.min(axis=0)
    assert extent.max() >= 20
    assert drawn.min() >= 0 and np.abs(drawn.mean(axis=0) - 24).max() < 8


def test_an_unknown_name_is_told_at_once():
    with pytest.raises(KeyError, match="nonsense"):
        icon("nonsense")


def test_an_icon_takes_the_colour_of_the_text_in_each_mode(red_text):
    drawn = icon("close")
    assert colours(drawn.pixmap(QSize(32, 32), 1.0)) == {(255, 0, 0)}
    assert colours(drawn.pixmap(QSize(32, 32), 1.0, QIcon.Mode.Disabled)) == {(0, 0, 255)}
    assert colours(drawn.pixmap(QSize(32, 32), 1.0, QIcon.Mode.Selected)) == {(0, 255, 0)}


def test_an_icon_follows_a_change_of_the_palette(qapp, red_text):
    drawn = icon("close")
    assert colours(drawn.pixmap(QSize(32, 32), 1.0)) == {(255, 0, 0)}
    palette = QPalette(red_text)
    palette.setColor(QPalette.ColorGroup.All, QPalette.ColorRole.ButtonText, QColor("#ffffff"))
    qapp.setPalette(palette)
    assert colours(drawn.pixmap(QSize(32, 32), 1.0)) == {(255, 255, 255)}


def test_an_icon_is_drawn_at_the_screens_own_resolution(qapp):
    pixmap = icon("settings").pixmap(QSize(24, 24), 2.0)
    assert (pixmap.width(), pixmap.height(), pixmap.devicePixelRatio()) == (48, 48, 2.0)
    twice = icon("settings").pixmap(QSize(48, 48), 1.0)
    assert np.array_equal(pixels(pixmap), pixels(twice))


def test_an_icon_stays_square_in_the_middle_of_a_wide_place(qapp):
    found = np.argwhere(pixels(icon("face").pixmap(QSize(64, 32), 1.0))[..., 3] > 0)
    assert found[:, 1].min() >= 16 and found[:, 1].max() < 48


def test_the_programs_icon_has_its_own_colours(red_text):
    assert len(colours(app_icon().pixmap(QSize(64, 64), 1.0))) > 5


def test_a_sign_is_painted_in_a_colour_of_its_own(qapp):
    found = pixels(sign("check", QColor("#ff0000"), 16, 2.0))
    assert found.shape[:2] == (32, 32)
    assert {tuple(int(part) for part in one[:3]) for one in found[found[..., 3] == 255]} == {(255, 0, 0)}


STATES = ("state-exported", "state-failed", "state-left", "state-not-yet", "state-partly", "state-restored")


@pytest.mark.parametrize(("one", "other"), list(combinations(STATES, 2)))
def test_the_signs_of_states_differ_in_form_not_in_colour_alone(qapp, one, other):
    forms = [pixels(sign(name, QColor("#ffffff"), 12, 2.0))[..., 3] > 100 for name in (one, other)]
    assert (forms[0] != forms[1]).sum() > 20
