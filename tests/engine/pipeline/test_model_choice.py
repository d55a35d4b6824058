"""Which model a face gets, and the words for it."""

from __future__ import annotations

import dataclasses

import pytest

from engine.models.registry import InstalledModel, find_model, scan_models
from engine.pipeline.model_choice import check_size, choose_automatically

SHIPPED = [model for model in scan_models()[0] if model.source == "shipped"]


@pytest.mark.parametrize(
    ("side", "expected"), [(8, "sparnet-x8"), (40, "sparnet-x8"), (65, "sparnet-hd"), (250, "sparnet-hd")]
)
def test_a_face_gets_the_model_that_is_meant_for_its_size_with_the_reason(side: float, expected: str) -> None:
    choice = choose_automatically(side, SHIPPED)
    assert choice.model is not None
    assert choice.model.card.id == expected
    low, high = choice.model.card.useful_range
    assert choice.reason == f"{expected} is meant for faces of {low} to {high} px; this one is {side:.0f} px."


@pytest.mark.parametrize(("side", "words"), [(7, "smaller than the 8 px"), (251, "larger than the 250 px")])
def test_a_face_outside_every_range_gets_none_with_the_reason(side: float, words: str) -> None:
    choice = choose_automatically(side, SHIPPED)
    assert choice.model is None
    assert words in choice.reason


def test_a_users_own_model_is_taken_only_by_name() -> None:
    shipped = find_model("sparnet-x8")
    own = InstalledModel(dataclasses.replace(shipped.card, id="mine", useful_range=(30, 31)), shipped.folder, "user")
    assert choose_automatically(30, [own, *SHIPPED]).model == shipped
    assert choose_automatically(30, [own]).reason == "No model is installed."
    assert check_size(30, own, include_large=False).model == own
