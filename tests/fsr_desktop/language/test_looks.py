"""Models are called by plain names."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.models.base import Parent
from engine.models.registry import find_model
from engine.pipeline.model_choice import check_size
from engine.types import FaceQuality
from fsr_desktop.language.looks import look_of, range_of, said_of
from fsr_desktop.language.messages import name_looks, shown


def test_a_shipped_model_has_a_plain_name_and_a_line_that_says_what_it_is_for() -> None:
    model = find_model("sparnet-x8")
    assert (look_of(model), range_of(model), said_of(model)) == ("Natural", "8–64 px", "8–64 px, invents little")
    assert [name for name in ("dic-x8", "dicgan-x8", "sparnet-hd") if find_model(name).card.for_study] == [
        "dic-x8",
        "dicgan-x8",
    ]


def test_a_card_without_a_plain_name_is_called_by_its_title() -> None:
    model = find_model("sparnet-hd")
    old = replace(model, card=replace(model.card, look="", said=""), source="user")
    assert (look_of(old), said_of(old)) == (model.card.title, "12–250 px, imported by you")


def test_a_taught_model_has_the_name_that_it_was_given() -> None:
    model = find_model("sparnet-x8")
    card = replace(model.card, look="Our family", said="", parent=Parent(id="sparnet-x8", sha256="0" * 64))
    assert (look_of(replace(model, card=card, source="user")), said_of(replace(model, card=card, source="user"))) == (
        "Our family",
        "8–64 px, your own",
    )


@pytest.mark.parametrize(("detail", "said"), [(8, "; Guided needs 14 px"), (90, "to which Guided improves one")])
def test_a_look_that_leaves_a_face_is_called_by_its_plain_name(detail: float, said: str) -> None:
    left = check_size(FaceQuality(width_px=90, detail_px=detail), find_model("dic-x8"))
    name_looks({"dic-x8": "Guided"})
    try:
        assert left.model is None and said in shown(left.reason) and "dic-x8" in str(left.reason)
    finally:
        name_looks({})
