"""That a face is outside its model's range is read in a small window, in German, in large text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QPoint, QPointF, QRectF, QTranslator
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fsr_desktop.canvas import pane
from fsr_desktop.language.install import install_language
from fsr_desktop.look.theme import apply_text_size
from fsr_desktop.looks.pane_state import Result
from fsr_desktop.painters import face_pane
from fsr_desktop.painters.chips import Chip
from tests.fsr_desktop.window.filled_window import FilledWindow

pytestmark = pytest.mark.window
SOON_MS = 30_000


@pytest.fixture
def filled(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: int
) -> Iterator[FilledWindow]:
    """With every face outside its model's range; text in per cent."""
    apply_text_size(qapp, text)
    install_language(qapp, "de")
    made = FilledWindow(qtbot, tmp_path, monkeypatch, width=1280, height=800)
    made.fill()
    results = made.play.photo.results
    results.update({key: replace(one, outside_range=True) for key, one in results.items()})
    made.play.workspace.photo_changed.emit(made.play.photo.id)
    yield made
    made.close()
    for texts in qapp.findChildren(QTranslator):
        qapp.removeTranslator(texts)
        texts.deleteLater()
    QLocale.setDefault(QLocale.system())
    apply_text_size(qapp, 100)


@pytest.mark.parametrize("text", [130])
@pytest.mark.parametrize("view", ["photo", "side"])
def test_over_all_faces(filled: FilledWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, view: str) -> None:
    plates: list[tuple[str, QRectF]] = []
    draw = pane.draw_plate

    def noted(painter: QPainter, ink: object, corner: QPointF, text: str, detail: str = "") -> QRectF:
        place = draw(painter, ink, corner, text, detail)  # type: ignore[arg-type]
        plates.append((f"{text} {detail}", place))
        return place

    monkeypatch.setattr(pane, "draw_plate", noted)
    filled.play.workspace.select_face(None)
    with filled.page(view):
        canvas = filled.window.photo.page.canvas
        qtbot.waitUntil(lambda: any("wahrscheinliche Gesichter" in words for words, _place in plates), timeout=SOON_MS)
        found = [place for words, place in plates if "außerhalb des Bereichs" in words]
        assert found and all(QRectF(canvas.rect()).contains(place) for place in found)


@pytest.mark.parametrize("text", [100, 130])
def test_on_the_card_of_a_look_beside_the_choice_of_the_look(
    filled: FilledWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    places: list[QRectF] = []
    paint = face_pane.paint_chip

    def noted(painter: QPainter, chip: Chip, **how: object) -> QRectF:
        place = paint(painter, chip, **how)  # type: ignore[arg-type]
        places.extend([place] if chip.is_warning else [])
        return place

    monkeypatch.setattr(face_pane, "paint_chip", noted)
    with filled.page("looks"):
        panes = filled.window.photo.looks.panes
        qtbot.waitUntil(lambda: sum(isinstance(one._state, Result) for one in panes) >= 2, timeout=SOON_MS)
        for one in panes:
            if not isinstance(one._state, Result):
                continue
            places.clear()
            one._state = replace(one._state, is_outside_range=True)
            one._show_chips(one._state)
            one.face.grab()
            (place,) = places
            assert QRectF(one.face.rect()).contains(place)
            box = QRectF(one.box.geometry()).translated(-QPointF(one.face.mapTo(one, QPoint())))
            assert not place.intersects(box)
