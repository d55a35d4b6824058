"""The controls of presenter mode: a row of large buttons, and where in the talk it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from fsr_desktop.look.icons import icon
from fsr_desktop.presenter.stage import ACCENT, INK, PAPER

Verb = Callable[[], object]
BUTTON_SHARE, SMALLEST_BUTTON = 15, 60  # part of the window's height, and px
ICON_SHARE = 0.6  # of a button's side
ICON_SIDE = 64  # px, as icons are kept


class PresenterBar(QWidget):
    """The buttons, each for a verb of the same name in `verbs`; the words at their right are `place`."""

    def __init__(self, verbs: Mapping[str, Verb], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = QLabel(self)
        self.place.setObjectName("presenter_place")
        self.place.setTextFormat(Qt.TextFormat.PlainText)
        self.place.setStyleSheet(f"color: {INK.name()};")
        self.place.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        rows = (
            ("previous", "previous", self.tr("Previous slide (Page up, Left, P)")),
            ("play", "pause", self.tr("Play or pause the layers (Enter)")),
            ("next", "next", self.tr("Next slide (Page down, Right, Space, N)")),
            ("home", "undo", self.tr("Back to the start (Home)")),
            ("face", "face", self.tr("Next face (Up)")),
            ("blank", "eye-off", self.tr("Blank screen (B or .)")),
            ("speaker", "jobs", self.tr("Speaker view: next slide, notes, clock (V)")),
            ("keys", "keyboard", self.tr("Show the keys (F1)")),
            ("export", "film", self.tr("Export the animation of this face (E)")),
            ("screen", "present", self.tr("To the next screen (S)")),
            ("leave", "close", self.tr("Leave (Esc, F11)")),
        )
        self._buttons = {name: self._button(name, picture, words, verbs[name]) for name, picture, words in rows}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for button in self._buttons.values():
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.place)

    def offer(self, name: str, *, is_offered: bool) -> None:
        """Show a button only where it makes sense."""
        self._buttons[name].setVisible(is_offered)

    def show_playing(self, *, is_playing: bool, can_play: bool) -> None:
        """What the play button does next, and whether there is anything to play."""
        self._buttons["play"].setIcon(white("pause" if is_playing else "play"))
        self._buttons["play"].setEnabled(can_play)

    def fit(self, height: int) -> None:
        """Buttons as large as a window so high (px) allows."""
        side = max(SMALLEST_BUTTON, height // BUTTON_SHARE)
        for button in self._buttons.values():
            button.setFixedSize(side, side)
            button.setIconSize(QSize(round(ICON_SHARE * side), round(ICON_SHARE * side)))

    def _button(self, name: str, picture: str, words: str, verb: Verb) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"presenter_{name}")
        button.setIcon(white(picture))
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setStyleSheet(
            f"QToolButton {{ background: {PAPER.name()}; border: 2px solid #707070; border-radius: 8px; }}"
            f"QToolButton:hover, QToolButton:focus {{ border-color: {ACCENT.name()}; }}"
        )
        button.clicked.connect(lambda _checked=False: verb())
        return button


def white(name: str) -> QIcon:
    """An icon in the presenter's own ink, whatever the theme is."""
    pixmap = icon(name).pixmap(2 * ICON_SIDE, 2 * ICON_SIDE)
    painter = QPainter(pixmap)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(pixmap.rect(), INK)
    painter.end()
    return QIcon(pixmap)
