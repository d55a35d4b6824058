"""The theme of the whole program: dark, light, high contrast, or as the desktop has it; and the size of its text."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from fsr_desktop.look.app_style import AppStyle
from fsr_desktop.look.focus_ring import FocusRings
from fsr_desktop.look.lettering import body_font, load_fonts
from fsr_desktop.look.palette import palette_of
from fsr_desktop.look.style_sheet import style_sheet_of
from fsr_desktop.look.tokens import CONTRAST, DARK, LIGHT, Tokens

Theme = Literal["dark", "light", "contrast", "system"]
USUAL_TEXT = 100  # %

_SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "dark": Qt.ColorScheme.Dark,
    "light": Qt.ColorScheme.Light,
    "contrast": Qt.ColorScheme.Dark,
}
_SHOWN = "look_tokens"  # the application's property that holds them


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Show the whole program in this theme. "system" follows the desktop's own scheme, also when it changes later."""
    _keeper_of(app).show_theme(theme)


def apply_text_size(app: QApplication, percent: int) -> None:
    """Show all text of the program at this size, 100 being the usual one."""
    _keeper_of(app).show_text(percent)


def tokens() -> Tokens:
    """The colours of the theme that is shown; those of the dark one before any is."""
    app = QApplication.instance()
    shown = app.property(_SHOWN) if app else None
    return shown if isinstance(shown, Tokens) else DARK


def tokens_of(theme: Theme, scheme: Qt.ColorScheme) -> Tokens:
    """The colours of a theme; for "system" those of the desktop's scheme, light where it does not say."""
    if theme == "system":
        return DARK if scheme == Qt.ColorScheme.Dark else LIGHT
    return {"dark": DARK, "light": LIGHT, "contrast": CONTRAST}[theme]


def _keeper_of(app: QApplication) -> _Keeper:
    return app.findChild(_Keeper) or _Keeper(app)


class _Keeper(QObject):
    """Remembers the application's theme and text size, and follows the desktop while the theme is "system"."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._theme: Theme = "system"
        self._shown: tuple[Tokens, int] | None = None
        self._percent = USUAL_TEXT
        self._style = AppStyle(tokens)  # the application owns it; Python must not lose it either
        load_fonts()
        app.setStyle(self._style)
        self._rings = FocusRings(app, tokens)
        app.styleHints().colorSchemeChanged.connect(self._paint)

    def show_theme(self, theme: Theme) -> None:
        """Use this theme from now on."""
        self._theme = theme
        self._app.styleHints().setColorScheme(_SCHEMES[theme])
        self._paint_again()

    def show_text(self, percent: int) -> None:
        """Use this size from now on."""
        self._percent = percent
        self._paint_again()

    def _paint_again(self) -> None:
        self._paint(self._app.styleHints().colorScheme())

    def _paint(self, scheme: Qt.ColorScheme) -> None:
        colours = tokens_of(self._theme, scheme)
        if self._shown == (colours, self._percent):
            return
        self._shown = (colours, self._percent)
        self._app.setProperty(_SHOWN, colours)
        self._app.setFont(body_font(self._percent))
        self._app.setPalette(palette_of(colours))
        self._app.setStyleSheet(style_sheet_of(colours, self._percent))
