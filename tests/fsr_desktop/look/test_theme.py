"""The themes: contrast, neutral greys, and following the desktop."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialogButtonBox,
    QDockWidget,
    QLabel,
    QStyle,
)

import fsr_desktop
from fsr_desktop.look.theme import CONTRAST, DARK, LIGHT, Colours, apply_theme, colours_of, palette_of, style_sheet_of
from fsr_desktop.widgets.number_field import WholeNumberField
from fsr_desktop.widgets.primary_button import PrimaryButton

pytestmark = pytest.mark.window
THEMES = {"dark": DARK, "light": LIGHT, "contrast": CONTRAST}
Role, Group = QPalette.ColorRole, QPalette.ColorGroup


def luminance(colour: QColor) -> float:
    """WCAG 2.2, relative luminance."""
    parts = [colour.redF(), colour.greenF(), colour.blueF()]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: QColor, other: QColor) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.fixture(autouse=True)
def theme_put_back(qapp):
    yield
    apply_theme(qapp, "system")


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        (Role.WindowText, Role.Window), (Role.Text, Role.Base), (Role.Text, Role.AlternateBase),
        (Role.ButtonText, Role.Button), (Role.ButtonText, Role.Midlight), (Role.ButtonText, Role.Light),
        (Role.HighlightedText, Role.Highlight), (Role.ToolTipText, Role.ToolTipBase), (Role.Link, Role.Window),
        (Role.LinkVisited, Role.Base), (Role.Link, Role.Base), (Role.LinkVisited, Role.Window),
        (Role.PlaceholderText, Role.Base), (Role.Text, Role.Window), (Role.WindowText, Role.Midlight),
    ],
)  # fmt: skip
def test_text_can_be_read(name, text, ground):
    palette = palette_of(THEMES[name])
    assert ratio(palette.color(text), palette.color(ground)) >= (7.0 if name == "contrast" else 4.5)


@pytest.mark.parametrize("name", THEMES)
def test_lines_and_the_ring_of_the_keyboard_can_be_seen(name):
    palette = palette_of(THEMES[name])
    for ground in (Role.Window, Role.Base):
        assert ratio(palette.color(Role.Accent), palette.color(ground)) >= 3.0
        assert ratio(palette.color(Role.Mid), palette.color(ground)) >= 3.0
    for text, ground in ((Role.WindowText, Role.Window), (Role.Text, Role.Base), (Role.ButtonText, Role.Button)):
        assert ratio(palette.color(Group.Disabled, text), palette.color(ground)) >= 2.5
    assert ratio(QColor("#000000"), QColor(THEMES[name].mark)) >= 4.5


@pytest.mark.parametrize("colours", [DARK, LIGHT], ids=["dark", "light"])
def test_all_but_the_accent_is_neutral_grey(colours: Colours):
    coloured = {"accent", "mark", "chosen", "link", "visited"}
    for one in fields(Colours):
        if one.name not in coloured:
            assert QColor(getattr(colours, one.name)).hsvSaturation() == 0, one.name


@pytest.mark.parametrize("name", THEMES)
def test_a_theme_sets_palette_and_style_sheet_of_the_application(qapp, name):
    apply_theme(qapp, name)
    assert qapp.palette().color(Role.Window) == QColor(THEMES[name].window)
    assert THEMES[name].accent in qapp.styleSheet()
    assert "{" + "accent" not in style_sheet_of(THEMES[name])


def test_system_follows_the_desktop_also_when_it_changes(qapp):
    apply_theme(qapp, "system")
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)  # as the desktop would tell; offscreen has none
    shown = qapp.palette().color(Role.Window)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert (shown, qapp.palette().color(Role.Window)) == (QColor(DARK.window), QColor(LIGHT.window))


def test_a_chosen_theme_does_not_follow_the_desktop(qapp):
    apply_theme(qapp, "light")
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert qapp.palette().color(Role.Window) == QColor(LIGHT.window)


def test_a_desktop_that_does_not_say_gets_the_light_theme():
    assert colours_of("system", Qt.ColorScheme.Unknown) is LIGHT


def test_files_of_signs_in_the_style_sheet_exist():
    for colours in THEMES.values():
        files = re.findall(r'url\("([^"]+)"\)', style_sheet_of(colours))
        assert files and all(Path(file).is_file() for file in files)


def test_no_button_of_a_dialog_has_an_icon_in_the_colours_of_another_theme(qapp, qtbot):
    apply_theme(qapp, "contrast")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    box.show()
    assert not box.style().styleHint(QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons, None, box)


@pytest.mark.parametrize("name", THEMES)
def test_the_buttons_of_a_dock_can_be_seen(qapp, qtbot, name):
    apply_theme(qapp, name)
    dock = QDockWidget("Photos")
    qtbot.addWidget(dock)
    dock.setWidget(QLabel("x"))
    dock.resize(200, 80)
    dock.show()
    button = dock.findChild(QAbstractButton, "qt_dockwidget_closebutton")
    assert button
    image = button.grab().toImage()
    ground = QColor(THEMES[name].button)
    seen = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    assert max(ratio(colour, ground) for colour in seen) >= 4.5


def test_a_selected_entry_of_a_menu_keeps_the_colour_of_icons(qapp):
    apply_theme(qapp, "contrast")
    menu = QApplication.palette("QMenu")  # pyright: ignore[reportArgumentType, reportCallIssue] it takes no bytes
    assert ratio(menu.color(Role.ButtonText), menu.color(Role.Highlight)) >= 7.0


def test_fixed_colours_stand_in_the_look_and_on_the_dark_bar_of_the_presenter_alone():
    files = Path(fsr_desktop.__file__).parent.rglob("*.py")
    coloured = {path.name for path in files if re.search(r"#[0-9a-fA-F]{6}", path.read_text(encoding="utf-8"))}
    assert coloured == {"theme.py", "style_sheet.py", "bar.py"}


@pytest.mark.parametrize("name", THEMES)
def test_a_button_that_cannot_be_used_has_no_bright_border(qapp, qtbot, name):
    apply_theme(qapp, name)
    button = PrimaryButton("finetune", "Start")
    qtbot.addWidget(button)
    button.resize(200, 44)

    def border() -> QColor:
        image = button.grab().toImage()
        return image.pixelColor(image.width() // 2, 0)

    assert border() == QColor(THEMES[name].chosen)
    button.setEnabled(False)
    assert border() == QColor(THEMES[name].disabled)


def test_the_text_of_a_number_field_keeps_a_distance_from_its_frame(qapp, qtbot):
    apply_theme(qapp, "light")
    field = WholeNumberField()
    qtbot.addWidget(field)
    field.setValue(88)
    field.resize(200, 30)
    image = field.grab().toImage()
    ground = image.pixelColor(2, image.height() // 2)
    assert all(image.pixelColor(x, y) == ground for x in range(2, 7) for y in range(6, image.height() - 6))
