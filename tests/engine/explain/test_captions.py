"""The words in figures: of any language with Latin or Greek letters, with its own decimal sign."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from engine.errors import EngineError
from engine.explain.animation import AnimationPlan, frames_of
from engine.explain.animation_record import animation_from_json, record_of
from engine.explain.captions import CAPTIONS
from engine.explain.drawing import ColourScale, font
from engine.explain.figure import figure
from engine.explain.overlay import OverlayStyle
from engine.messages import ENGLISH, Language
from engine.paths import resources_folder
from tests.engine.explain.explained_face import explained_face

GERMAN = Language(
    templates={
        CAPTIONS["input"]: "Eingäbe",
        CAPTIONS["opacity"]: "{percent} % über der Restaurierung",
        "Attention: mean of all units": "Aufmerksamkeit: Größe",
        "Attention: {part}": "Aufmerksamkeit: {part}",
        "body {number}": "Mitte {number}",
        "of 255": "von 255",
    },
    decimal_sign=",",
)
STYLES = (OverlayStyle(overlay="attention/mean", opacity=0.6),)
PLAN = AnimationPlan(overlays=STYLES, side_px=256)


def drawn(text: str) -> bytes:
    image = Image.new("L", (60, 60))
    ImageDraw.Draw(image).text((5, 5), text, fill=255, font=font(40))
    return image.tobytes()


def test_the_font_has_accents_greek_and_the_signs_that_are_used() -> None:
    missing = drawn("\N{CJK UNIFIED IDEOGRAPH-4E00}")  # the font's sign for what it lacks
    for letter in "aäöüßÄÖÜéèçñåøłőžşğİ€αΩµ°²×−±≤≥≈…–—„“”‚’«»·→%":
        assert drawn(letter) != missing, letter
    assert drawn("ä") != drawn("a")


def test_the_font_is_small_and_comes_with_its_licence() -> None:
    folder = resources_folder() / "fonts"
    assert sum(path.stat().st_size for path in folder.iterdir()) < 100_000
    assert "Bitstream Vera" in (folder / "LICENSE.txt").read_text(encoding="utf-8")


def test_without_its_font_the_program_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.explain.drawing.resources_folder", lambda: tmp_path)
    with pytest.raises(EngineError, match="Install FSR Desktop again"):
        font(20)


@pytest.mark.parametrize(
    ("value", "english", "german"),
    [(0.25, "0.25", "0,25"), (-0.04, "−0.04", "−0,04"), (0, "0", "0"), (-0.0, "0", "0"), (1, "1", "1")],
)
def test_numbers_have_the_decimal_sign_of_the_language(value: float, english: str, german: str) -> None:
    assert (ENGLISH.number(value), GERMAN.number(value)) == (english, german)
    scale = ColourScale(name="grey", low=-1, high=2)
    assert [text for _place, text in scale.ticks(GERMAN)] == ["−1", "0,5", "2"]


def written_by(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    texts: set[str] = set()
    draw = ImageDraw.ImageDraw.text

    def noted(self, place, text, *rest, **more):
        texts.add(text)
        draw(self, place, text, *rest, **more)

    monkeypatch.setattr(ImageDraw.ImageDraw, "text", noted)
    return texts


def test_a_figure_is_in_the_language_that_it_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = written_by(monkeypatch)
    figure(explained_face(), (*STYLES, OverlayStyle(overlay="consistency")), language=GERMAN)
    assert {"Eingäbe", "Aufmerksamkeit: Größe", "von 255", "0,8", "Contradicts the photo"} <= texts
    assert any(text.endswith("60 % über der Restaurierung") for text in texts)


def test_an_animation_is_in_the_language_of_its_plan_and_its_record_keeps_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = AnimationPlan(overlays=STYLES, side_px=256, language=GERMAN)
    texts = written_by(monkeypatch)
    frames = list(frames_of(explained_face(), plan))
    assert {"Eingäbe", "Aufmerksamkeit: Größe", "0,8"} <= texts
    record = tmp_path / "a.json"
    record.write_text(record_of(explained_face(), plan), encoding="utf-8")
    again = animation_from_json(record, explained_face()).frames
    assert all(np.array_equal(np.asarray(one), np.asarray(other)) for one, other in zip(frames, again, strict=True))


def test_a_record_of_version_0_1_keeps_its_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plan, record = AnimationPlan(overlays=(OverlayStyle(overlay="attention/body.3"),), side_px=256), tmp_path / "a.json"
    fields = json.loads(record_of(explained_face(), plan))
    del fields["language"]
    names = {"Attention: body 3": "Aufmerksamkeit: Mitte 3"}
    fields["captions"] = {"input": "Eingäbe", "restoration_by": "Von {model}", "decimal_sign": ",", "names": names}
    record.write_text(json.dumps(fields), encoding="utf-8")
    texts = written_by(monkeypatch)
    animation_from_json(record, explained_face())
    assert {"Eingäbe", "Von tiny-x2", "Aufmerksamkeit: Mitte 3"} <= texts


def test_a_record_without_a_language_is_english_and_one_with_nonsense_is_refused(tmp_path: Path) -> None:
    plan, record = AnimationPlan(overlays=STYLES, side_px=128), tmp_path / "a.json"
    fields = json.loads(record_of(explained_face(), plan))
    del fields["language"]
    record.write_text(json.dumps(fields), encoding="utf-8")
    (first, *_others) = animation_from_json(record, explained_face()).frames
    assert np.array_equal(np.asarray(first), np.asarray(next(frames_of(explained_face(), plan))))
    old = ([], {"input": 3}, {"names": {"luma": []}}, {"names": 1}, {"input": "{side.__class__}"})
    new = (3, {}, {"templates": {"Input": "{side}"}, "decimal_sign": "."}, {"templates": {}, "decimal_sign": 1})
    broken = [{"captions": nonsense} for nonsense in old] + [{"language": nonsense} for nonsense in new]
    for part in broken:
        record.write_text(json.dumps(fields | part), encoding="utf-8")
        with pytest.raises(EngineError, match="damaged"):
            animation_from_json(record, explained_face())


def test_the_language_changes_no_pixel_of_a_picture() -> None:
    face = explained_face()
    english, german = (next(frames_of(face, dataclasses.replace(PLAN, language=one))) for one in (ENGLISH, GERMAN))
    square = (0, 0, PLAN.side_px, PLAN.side_px)
    assert english.crop(square).tobytes() == german.crop(square).tobytes()
    assert english.tobytes() != german.tobytes()
