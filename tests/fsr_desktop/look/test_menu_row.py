"""A row of a menu: its icon has the colour of its words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QIcon, QIconEngine, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionMenuItem

from fsr_desktop.look.menu_row import draw_row
from fsr_desktop.look.tokens import CONTRAST, DARK, LIGHT, Tokens


class Seen(QIconEngine):
    """Notes the modes it is painted in."""

    def __init__(self, modes: list[QIcon.Mode]) -> None:
        super().__init__()
        self._modes = modes

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        self._modes.append(mode)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        self._modes.append(mode)
        return QPixmap(size)


@pytest.fixture
def mode_in(qapp: QApplication) -> Callable[[Tokens, QStyle.StateFlag], QIcon.Mode]:
    def of(tokens: Tokens, state: QStyle.StateFlag) -> QIcon.Mode:
        modes: list[QIcon.Mode] = []
        option = QStyleOptionMenuItem()
        option.rect, option.text, option.state = QRect(0, 0, 200, 28), "Open", state  # pyright: ignore
        option.icon = QIcon(Seen(modes))  # pyright: ignore[reportAttributeAccessIssue]
        image = QImage(200, 28, QImage.Format.Format_RGB32)
        with QPainter(image) as painter:
            draw_row(option, painter, tokens)
        return modes[-1]

    return of


ON, CHOSEN = QStyle.StateFlag.State_Enabled, QStyle.StateFlag.State_Enabled | QStyle.StateFlag.State_Selected


def test_an_icon_of_a_chosen_row_is_dark_on_yellow_in_high_contrast(
    mode_in: Callable[[Tokens, QStyle.StateFlag], QIcon.Mode],
) -> None:
    assert mode_in(CONTRAST, CHOSEN) == QIcon.Mode.Selected
    assert mode_in(CONTRAST, ON) == QIcon.Mode.Normal
    assert mode_in(CONTRAST, QStyle.StateFlag.State_Selected) == QIcon.Mode.Disabled


@pytest.mark.parametrize("tokens", [DARK, LIGHT])
def test_it_stays_as_it_is_where_the_words_do(
    tokens: Tokens, mode_in: Callable[[Tokens, QStyle.StateFlag], QIcon.Mode]
) -> None:
    assert mode_in(tokens, CHOSEN) == QIcon.Mode.Normal
