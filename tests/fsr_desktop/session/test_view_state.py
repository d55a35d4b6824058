"""What is shown, and how overlays were set."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from engine.explain.overlay import OverlayStyle
from fsr_desktop.session.view_state import View

FIRST, SECOND = OverlayStyle(overlay="attention/1", opacity=0.5), OverlayStyle(overlay="attention/2", opacity=0.7)
OTHER = OverlayStyle(overlay="points")


def test_an_overlay_takes_the_place_of_another_layer_of_its_group(qtbot: QtBot) -> None:
    view = View()
    for style in (FIRST, OTHER, SECOND):
        view.set_overlay(style, is_on=True)
    assert view.current.overlays == view.current.styles == (OTHER, SECOND)


def test_an_overlay_that_is_off_stays_as_it_was_set(qtbot: QtBot) -> None:
    view = View()
    view.set_overlay(SECOND, is_on=True)
    with qtbot.waitSignal(view.changed):
        view.set_overlay(SECOND, is_on=False)
    assert view.current.overlays == ()
    assert view.current.style_of("attention") == SECOND and view.current.style_of("points") is None
