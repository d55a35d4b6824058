"""The line above the strip: what does not fit is left out, and no word is cut off."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fsr_desktop.photos.film_head import FilmHead
from fsr_desktop.photos.film_work import WorkShown
from tests.fsr_desktop.window.clipped_words import clipped_words

WORK = WorkShown(title="Restaurando", detail="7 de 10", fraction=0.3, left="quedan unos 12 segundos", failed=1)


@pytest.mark.parametrize(("width", "has_left", "has_bar"), [(900, True, True), (520, False, True), (390, False, False)])
def test_how_long_it_takes_and_the_bar_give_way_to_what_is_done(
    qtbot: QtBot, width: int, has_left: bool, has_bar: bool
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1000, 60)
    head = FilmHead(window)
    head.resize(width, 34)
    window.show()
    head.show_work(WORK)
    qtbot.wait(1)
    assert (head.left.isVisible(), head.bar.isVisible()) == (has_left, has_bar)
    assert head.title.width() >= head.title.sizeHint().width()
    assert head.failed.width() >= head.failed.sizeHint().width()
    assert clipped_words(window) == []
