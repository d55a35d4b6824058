"""The window's colours and spacing: dark, light and high contrast. The only file with fixed colours.

Dark and light are neutral greys, so that the window does not tint how a photo is seen; one accent colour says what is
selected and what has the keyboard.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from engine.paths import icons_folder
from fsr_desktop.look.style_sheet import STYLE_SHEET

Theme = Literal["system", "dark", "light", "contrast"]


@dataclass(frozen=True, kw_only=True)
class Colours:
    """The colours of one theme. `faint` is for placeholders, `disabled` for text that cannot be used now, `line` for
    borders, `accent` for the ring around what has the keyboard, `chosen` behind what is selected, `mark` below the
    black sign of a check box."""

    window: str
    base: str
    alternate: str
    button: str
    hover: str
    pressed: str
    text: str
    faint: str
    disabled: str
    line: str
    accent: str
    mark: str
    chosen: str
    chosen_text: str
    link: str
    visited: str
    tooltip: str
    tooltip_text: str


DARK = Colours(
    window="#2b2b2b",
    base="#1f1f1f",
    alternate="#262626",
    button="#3a3a3a",
    hover="#464646",
    pressed="#525252",
    text="#e8e8e8",
    faint="#9a9a9a",
    disabled="#858585",
    line="#767676",
    accent="#62a8ee",
    mark="#62a8ee",
    chosen="#2c6cb0",
    chosen_text="#ffffff",
    link="#7db8f2",
    visited="#b79df0",
    tooltip="#101010",
    tooltip_text="#f0f0f0",
)
LIGHT = Colours(
    window="#f0f0f0",
    base="#ffffff",
    alternate="#f7f7f7",
    button="#fafafa",
    hover="#e4e4e4",
    pressed="#d4d4d4",
    text="#1a1a1a",
    faint="#6e6e6e",
    disabled="#8a8a8a",
    line="#858585",
    accent="#1c62ab",
    mark="#8ec1f5",
    chosen="#1c62ab",
    chosen_text="#ffffff",
    link="#155799",
    visited="#6a3fa0",
    tooltip="#ffffff",
    tooltip_text="#1a1a1a",
)
CONTRAST = Colours(
    window="#000000",
    base="#000000",
    alternate="#141414",
    button="#000000",
    hover="#303030",
    pressed="#484848",
    text="#ffffff",
    faint="#d0d0d0",
    disabled="#9c9c9c",
    line="#ffffff",
    accent="#ffe14d",
    mark="#ffe14d",
    chosen="#ffe14d",
    chosen_text="#000000",
    link="#8fd3ff",
    visited="#e5b8ff",
    tooltip="#000000",
    tooltip_text="#ffffff",
)

_SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "dark": Qt.ColorScheme.Dark,
    "light": Qt.ColorScheme.Light,
    "contrast": Qt.ColorScheme.Dark,
}


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Show the whole program in this theme. "system" follows the desktop's own scheme, also when it changes later."""
    keeper = app.findChild(_ThemeKeeper) or _ThemeKeeper(app)
    keeper.show_theme(theme)


def colours_of(theme: Theme, scheme: Qt.ColorScheme) -> Colours:
    """The colours of a theme; for "system" those of the desktop's scheme, light where it does not say."""
    if theme == "system":
        return DARK if scheme == Qt.ColorScheme.Dark else LIGHT
    return {"dark": DARK, "light": LIGHT, "contrast": CONTRAST}[theme]


def palette_of(colours: Colours) -> QPalette:
    """The palette that widgets and icons paint with."""
    role = QPalette.ColorRole
    palette = QPalette()
    for one, name in (
        (role.Window, colours.window),
        (role.WindowText, colours.text),
        (role.Base, colours.base),
        (role.AlternateBase, colours.alternate),
        (role.Text, colours.text),
        (role.Button, colours.button),
        (role.ButtonText, colours.text),
        (role.BrightText, colours.accent),
        (role.PlaceholderText, colours.faint),
        (role.Highlight, colours.chosen),
        (role.HighlightedText, colours.chosen_text),
        (role.Accent, colours.accent),
        (role.Link, colours.link),
        (role.LinkVisited, colours.visited),
        (role.ToolTipBase, colours.tooltip),
        (role.ToolTipText, colours.tooltip_text),
        (role.Light, colours.pressed),
        (role.Midlight, colours.hover),
        (role.Mid, colours.line),
        (role.Dark, colours.line),
        (role.Shadow, "#000000"),
    ):
        palette.setColor(one, QColor(name))
    for one in (role.WindowText, role.Text, role.ButtonText, role.PlaceholderText):
        palette.setColor(QPalette.ColorGroup.Disabled, one, QColor(colours.disabled))
    palette.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(colours.pressed))
    palette.setColor(QPalette.ColorGroup.Disabled, role.HighlightedText, QColor(colours.text))
    return palette


def menu_palette_of(colours: Colours) -> QPalette:
    """The palette of menus: an icon there is never told that its entry is selected, so its ground stays plain."""
    palette = palette_of(colours)
    palette.setColor(QPalette.ColorRole.Highlight, QColor(colours.pressed))
    palette.setColor(QPalette.ColorRole.HighlightedText, QColor(colours.text))
    return palette


def style_sheet_of(colours: Colours) -> str:
    """Spacing, and a ring around whatever has the keyboard. Raises: EngineError without resources."""
    ink = "light" if QColor(colours.text).lightnessF() > 0.5 else "dark"
    controls = icons_folder() / "controls"
    files = {"check": "check.svg", **{name: f"{name}-{ink}.svg" for name in ("up", "down", "close", "float")}}
    return STYLE_SHEET.format(**{name: (controls / file).as_posix() for name, file in files.items()}, **vars(colours))


class _ThemeKeeper(QObject):
    """Remembers the application's theme, and follows the desktop's scheme while it is "system"."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._theme: Theme = "system"
        self._shown: Colours | None = None
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._paint)

    def show_theme(self, theme: Theme) -> None:
        """Use this theme from now on."""
        self._theme = theme
        self._app.styleHints().setColorScheme(_SCHEMES[theme])
        self._paint(self._app.styleHints().colorScheme())

    def _paint(self, scheme: Qt.ColorScheme) -> None:
        colours = colours_of(self._theme, scheme)
        if colours != self._shown:
            self._shown = colours
            self._app.setPalette(palette_of(colours))
            for menu in ("QMenu", "QMenuBar"):
                self._app.setPalette(menu_palette_of(colours), menu)  # pyright: ignore[reportArgumentType] bytes fail
            self._app.setStyleSheet(style_sheet_of(colours))
