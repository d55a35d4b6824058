"""A picture of a unit's region says how little it says: its estimate, and that it is learned from weak labels."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PIL import ImageDraw

from engine.explain.animation import AnimationPlan, frames_of
from engine.explain.figure import figure
from engine.explain.overlay import HeatOverlay, OverlayStyle
from engine.explain.overlays import overlays_of, overlays_with_keys
from engine.messages import Language
from engine.types import FaceQuality
from tests.engine.explain.explained_face import explained_face, flat_image, ramp, units_restoration

KEYS = ("attention/AU6_7", "attention/AU43")
STYLES = tuple(OverlayStyle(overlay=key) for key in KEYS)
TITLES = (
    "Region of AU6/7 cheek raiser and lid tightener · estimate 0.12 (weak labels)",
    "Region of AU43 eyes closed · estimate 0.00 (weak labels)",
)


def test_the_title_of_a_region_has_the_estimate_and_its_map_is_what_it_was() -> None:
    shown, absent = (overlays_with_keys(explained_face(units_restoration(value)), KEYS) for value in (0.9, 0.0))
    assert [str(one.title) for one in absent] == [*TITLES]
    assert "estimate 0.90" in str(shown[1].title)
    for one in (shown[1], absent[1]):
        assert isinstance(one, HeatOverlay) and (one.low, one.high) == (0, 1)
        np.testing.assert_allclose(one.values, ramp(8, 8))


def test_without_estimates_no_map_is_called_the_region_of_a_unit() -> None:
    face = explained_face(replace(units_restoration(), action_units=None))
    assert not any("Region" in str(one.title) for one in overlays_of(face))


@pytest.mark.parametrize(("yaw", "is_beyond"), [(0.0, False), (0.4, False), (0.5, True), (-0.5, True)])
def test_of_a_head_turned_further_than_the_labels_cover_it_is_said(yaw: float, is_beyond: bool) -> None:
    face = replace(explained_face(units_restoration()), quality=FaceQuality(width_px=16, detail_px=16, yaw=yaw))
    region, bars = overlays_with_keys(face, ("attention/AU43", "action_units"))
    for one in (region, bars):
        assert ("turned too far" in str(one.title)) is is_beyond
        assert str(one.explanation).startswith("This head is turned further") is is_beyond
        assert "weak labels" in str(one.title)


def test_what_a_region_makes_alone_is_no_attention_map() -> None:
    face = replace(explained_face(units_restoration()), can_single_out=True)
    pictures = {"AU6_7": flat_image(0.1, 0.2, 0.3), "AU43": flat_image(0.3, 0.2, 0.1)}
    there = replace(face, restoration=replace(face.restoration, singled=pictures))
    (promise,), found = ([one for one in overlays_of(each) if one.group == "singled"] for each in (face, there))
    assert str(promise.title) == "One region of an action unit alone"
    assert [str(one.title) for one in found] == [f"Only the r{title[1:]}" for title in TITLES]
    for one in (promise, *found):
        assert "attention map" not in f"{one.title} {one.group_title} {one.explanation}"


@pytest.mark.parametrize("side", [128, 512, 1080])
def test_the_words_are_whole_in_every_frame_of_an_animation(side: int, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = written_by(monkeypatch)
    frames = list(frames_of(explained_face(units_restoration()), AnimationPlan(overlays=STYLES, side_px=side)))
    assert len({frame.size for frame in frames}) == 1 and all(length % 2 == 0 for length in frames[0].size)
    for title in TITLES:
        assert title in " ".join(lines)


def test_the_words_are_whole_in_a_figure_in_any_language(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = written_by(monkeypatch)
    figure(explained_face(units_restoration()), STYLES)
    for title in TITLES:
        assert title in " ".join(reversed(lines))  # the last line of a title stands where others have their only one
    lines.clear()
    german = "Gebiet von {part} · Schätzung {estimate:.2f} ({labels})"
    template = "Region of {part} · estimate {estimate:.2f} ({labels})"
    figure(
        explained_face(units_restoration()), STYLES, language=Language(templates={template: german}, decimal_sign=",")
    )
    assert any("Schätzung 0,00" in line for line in lines)


def written_by(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    lines: list[str] = []
    draw = ImageDraw.ImageDraw.text

    def noted(self, place, text, *rest, **more):
        lines.append(text)
        draw(self, place, text, *rest, **more)

    monkeypatch.setattr(ImageDraw.ImageDraw, "text", noted)
    return lines
