"""Larger text is offered on a large screen, once."""

from __future__ import annotations

from pathlib import Path

import pytest

from fsr_desktop.window.text_offer import TextOffer
from tests.fsr_desktop.restored_scene import Scene


@pytest.fixture
def scene(qtbot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Scene:
    return Scene(monkeypatch, tmp_path)


def test_it_is_offered_once_and_done_at_a_click(scene: Scene) -> None:
    offer = TextOffer(scene.workspace, {})
    offer.make(3840)
    offer.make(3840)
    (notice,) = scene.notices
    assert notice.action and notice.action.run
    notice.action.run()
    assert scene.settings.current.text_size == "130"
    TextOffer(scene.workspace, offer.state()).make(3840)
    assert len(scene.notices) == 1


def test_it_is_not_offered_on_a_usual_screen_or_to_one_who_has_chosen(scene: Scene) -> None:
    offer = TextOffer(scene.workspace, {})
    offer.make(1920)
    assert scene.notices == [] and offer.state() == {"text_offered": 0}
    scene.settings.change(scene.settings.current.__class__(text_size="115"))
    offer.make(3840)
    assert scene.notices == []
