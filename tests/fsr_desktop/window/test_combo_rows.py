"""Every combo box of the window opens a list that shows all its rows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QTabWidget
from pytestqt.qtbot import QtBot

from fsr_desktop.look.theme import apply_text_size, apply_theme
from tests.fsr_desktop.window.filled_window import FilledWindow

pytestmark = pytest.mark.window


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    apply_theme(qapp, "dark")
    yield qapp
    apply_text_size(qapp, 100)
    apply_theme(qapp, "system")


@pytest.mark.parametrize("text", [100, 150])
def test_every_list_shows_all_its_rows(
    app: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: int
) -> None:
    apply_text_size(app, text)
    filled = FilledWindow(qtbot, tmp_path, monkeypatch, width=1280, height=800)
    filled.fill()
    seen: dict[str, int] = {}
    cut: list[str] = []
    for page in ("looks", "study", "teach", "export", "settings"):
        with filled.page(page) as shown:
            tabs = shown.findChild(QTabWidget)
            for tab in range(tabs.count() if tabs else 1):
                if tabs:
                    tabs.setCurrentIndex(tab)
                for box in shown.findChildren(QComboBox):
                    if box.isVisible() and box.isEnabled():
                        seen[page] = seen.get(page, 0) + 1
                        cut += [f"{page}: {why}" for why in cut_rows(box)]
    filled.close()
    assert seen.keys() == {"looks", "study", "teach", "export", "settings"} and seen["settings"] >= 5
    assert cut == []


def cut_rows(box: QComboBox) -> list[str]:
    """What of the list of a combo box is not seen once it is open."""
    box.showPopup()
    view = box.view()
    wanted = sum(view.sizeHintForRow(row) for row in range(box.count()))
    room, scrolls = view.viewport().height(), view.verticalScrollBar().isVisible()
    box.hidePopup()
    what = f"{box.objectName() or box.accessibleName()} with {box.count()} rows"
    return [f"{what}: {room} px, {wanted} needed"] if room < wanted or scrolls else []
