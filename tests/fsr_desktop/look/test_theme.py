"""The themes: contrast, neutral greys, and following the desktop."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontInfo, QFontMetricsF, QPalette
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QStyle,
)

import fsr_desktop
from engine.paths import resources_folder
from fsr_desktop.look.lettering import body_font, font_of, load_fonts, write_in
from fsr_desktop.look.palette import palette_of
from fsr_desktop.look.style_sheet import style_sheet_of
from fsr_desktop.look.theme import apply_text_size, apply_theme, tokens, tokens_of
from fsr_desktop.look.tokens import CONTRAST, DARK, LIGHT
from fsr_desktop.widgets.number_field import WholeNumberField
from fsr_desktop.widgets.primary_button import PrimaryButton
from tests.fsr_desktop.look.test_tokens import ratio

pytestmark = pytest.mark.window
THEMES = {"dark": DARK, "light": LIGHT, "contrast": CONTRAST}
Role, Group = QPalette.ColorRole, QPalette.ColorGroup


@pytest.fixture(autouse=True)
def theme_put_back(qapp):
    yield
    apply_text_size(qapp, 100)
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


@pytest.mark.parametrize("name", THEMES)
def test_a_theme_sets_palette_and_style_sheet_of_the_application(qapp, name):
    apply_theme(qapp, name)
    assert qapp.palette().color(Role.Window) == QColor(THEMES[name].panel)
    assert tokens() is THEMES[name]
    assert THEMES[name].ring in qapp.styleSheet()
    assert "{" + "ring" not in style_sheet_of(THEMES[name])


def test_system_follows_the_desktop_also_when_it_changes(qapp):
    apply_theme(qapp, "system")
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)  # as the desktop would tell; offscreen has none
    shown = qapp.palette().color(Role.Window)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert (shown, qapp.palette().color(Role.Window)) == (QColor(DARK.panel), QColor(LIGHT.panel))


def test_a_chosen_theme_does_not_follow_the_desktop(qapp):
    apply_theme(qapp, "light")
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert qapp.palette().color(Role.Window) == QColor(LIGHT.panel)


def test_a_desktop_that_does_not_say_gets_the_light_theme():
    assert tokens_of("system", Qt.ColorScheme.Unknown) is LIGHT


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


def test_fixed_colours_stand_in_the_look_and_on_the_dark_bar_of_the_presenter_alone():
    files = Path(fsr_desktop.__file__).parent.rglob("*.py")
    coloured = {path.name for path in files if re.search(r"#[0-9a-fA-F]{6}", path.read_text(encoding="utf-8"))}
    assert coloured == {"tokens.py", "bar.py"}


@pytest.mark.parametrize("name", THEMES)
def test_a_button_that_cannot_be_used_has_no_bright_border(qapp, qtbot, name):
    apply_theme(qapp, name)
    button = PrimaryButton("finetune", "Start")
    qtbot.addWidget(button)
    button.resize(200, 44)

    def border() -> QColor:
        image = button.grab().toImage()
        return image.pixelColor(image.width() // 2, 0)

    assert border() == QColor(THEMES[name].accent)
    button.setEnabled(False)
    assert border() == QColor(THEMES[name].line)


def test_the_text_of_a_number_field_keeps_a_distance_from_its_frame(qapp, qtbot):
    apply_theme(qapp, "light")
    field = WholeNumberField()
    qtbot.addWidget(field)
    field.setValue(88)
    field.resize(200, 30)
    image = field.grab().toImage()
    ground = image.pixelColor(2, image.height() // 2)
    assert all(image.pixelColor(x, y) == ground for x in range(2, 7) for y in range(6, image.height() - 6))


def test_the_window_is_written_in_inter_with_figures_of_one_width(qapp, qtbot):
    apply_theme(qapp, "dark")
    label = QLabel("0123456789")
    qtbot.addWidget(label)
    label.ensurePolished()
    assert QFontInfo(label.font()).family() == "Inter"
    widths = {QFontMetricsF(label.font()).horizontalAdvance(figure * 4) for figure in "0123456789"}
    assert len(widths) == 1


@pytest.mark.parametrize("lettering", ["body", "small", "head", "sentence", "title"])
def test_the_text_size_changes_all_letters_at_once(qapp, qtbot, lettering):
    apply_theme(qapp, "dark")
    label, button = QLabel("words"), QPushButton("words")
    for widget in (label, button):
        qtbot.addWidget(widget)
        widget.ensurePolished()
    write_in(label, lettering)
    usual = [label.font().pointSizeF(), button.font().pointSizeF(), font_of(lettering).pointSizeF()]
    narrow = label.sizeHint().width()
    apply_text_size(qapp, 150)
    now = [label.font().pointSizeF(), button.font().pointSizeF(), font_of(lettering).pointSizeF()]
    assert now == pytest.approx([1.5 * size for size in usual])
    assert label.sizeHint().width() > 1.3 * narrow
    assert label.font().pixelSize() == -1  # points, so that they follow the screen


def test_letters_besides_have_their_colour_in_each_theme(qapp, qtbot):
    label = QLabel("words")
    qtbot.addWidget(label)
    write_in(label, "small", "text2")
    for name, colours in THEMES.items():
        apply_theme(qapp, name)  # pyright: ignore[reportArgumentType] keys of a dict
        assert label.palette().color(Role.WindowText) == QColor(colours.text2)


def test_the_fonts_are_small_and_come_with_their_licence():
    folder = resources_folder() / "fonts" / "inter"
    fonts = sorted(folder.glob("*.ttf"))
    assert [path.stem for path in fonts] == ["Inter-Medium", "Inter-Regular", "Inter-SemiBold"]
    assert sum(path.stat().st_size for path in fonts) < 600_000
    assert "SIL Open Font License, Version 1.1" in (folder / "LICENSE.txt").read_text(encoding="utf-8")


def test_without_its_fonts_the_window_still_has_letters(qapp, monkeypatch, tmp_path):
    monkeypatch.setattr("fsr_desktop.look.lettering.resources_folder", lambda: tmp_path)
    assert not load_fonts()
    assert set(body_font(100).families()) > {"Noto Sans"}
