"""No word is cut off: on every page, in every language that is shipped, in small windows, in large text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from fsr_desktop.language.install import available_languages, install_language
from fsr_desktop.look.theme import apply_text_size, apply_theme
from tests.fsr_desktop.window.clipped_words import clipped_words
from tests.fsr_desktop.window.filled_window import FilledWindow

pytestmark = pytest.mark.window
SIZES = ((1024, 700), (1280, 800))
TEXTS = (100, 150)
PAGES = ("photo", "side", "looks", "study", "teach", "toasts", "export", "settings")


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    for texts in qapp.findChildren(QTranslator):
        qapp.removeTranslator(texts)
        texts.deleteLater()
    QLocale.setDefault(QLocale.system())
    apply_text_size(qapp, 100)
    apply_theme(qapp, "system")


@pytest.mark.slow
@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("language", available_languages())
def test_no_word_is_cut_off(
    app: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, text: int
) -> None:
    apply_theme(app, "dark")
    apply_text_size(app, text)
    install_language(app, language)  # type: ignore[arg-type] a code that is shipped
    filled = FilledWindow(qtbot, tmp_path, monkeypatch, width=SIZES[0][0], height=SIZES[0][1])
    qtbot.wait(50)
    found = [f"start: {words}" for words in clipped_words(filled.window)]
    filled.fill()
    for width, height in SIZES:
        filled.window.resize(width, height)
        for page in PAGES:
            with filled.page(page) as shown:
                found += [f"{page} {width}x{height}: {words}" for words in clipped_words(shown)]
    filled.close()
    assert found == [], "\n".join(found)


def test_what_is_cut_off_is_found(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(200, 100)
    whole, narrow, outside, low = (QLabel("some words", window) for _ in range(4))
    low.setWordWrap(True)
    whole.setGeometry(0, 0, 190, 20)
    narrow.setGeometry(0, 20, 20, 20)
    outside.setGeometry(100, 40, 190, 20)
    low.setGeometry(0, 60, 50, 20)
    window.show()
    assert [words.rpartition(": ")[2] for words in clipped_words(window)] == [
        f"20 px wide, {narrow.sizeHint().width()} needed",
        "from 100 to 289 px in QWidget, 200 px wide",
        f"20 px high, {low.heightForWidth(50)} needed",
    ]
