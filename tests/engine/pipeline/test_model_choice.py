"""Which model a face gets, and the words for it."""

from __future__ import annotations

import dataclasses

import pytest

from engine.models.registry import InstalledModel, find_model, scan_models
from engine.pipeline.model_choice import check_size, choose_automatically, is_outside_range

SHIPPED = [model for model in scan_models()[0] if model.source == "shipped"]


@pytest.mark.parametrize(
    ("side", "expected"), [(8, "sparnet-x8"), (40, "sparnet-x8"), (65, "sparnet-hd"), (250, "sparnet-hd")]
)
def test_a_face_gets_the_model_that_is_meant_for_its_size_with_the_reason(side: float, expected: str) -> None:
    choice = choose_automatically(side, SHIPPED)
    assert choice.model is not None
    assert choice.model.card.id == expected
    low, high = choice.model.card.useful_range
    assert str(choice.reason) == f"{expected} is meant for faces of {low} to {high} px; this one is {side:.0f} px."


@pytest.mark.parametrize(("side", "words"), [(7, "smaller than the 8 px"), (251, "larger than the 250 px")])
def test_a_face_outside_every_range_gets_none_with_the_reason(side: float, words: str) -> None:
    choice = choose_automatically(side, SHIPPED)
    assert choice.model is None
    assert words in str(choice.reason)


def test_of_several_models_for_a_face_the_one_that_gained_most_near_that_size_is_taken() -> None:
    shipped = find_model("sparnet-x8")
    at = {score.input_px: score for score in shipped.card.scores}
    better_small = [dataclasses.replace(at[8], psnr_db=at[8].psnr_db + 1), dataclasses.replace(at[32], psnr_db=0.0)]
    other = dataclasses.replace(shipped.card, id="other", scores=tuple(better_small))
    models = [shipped, InstalledModel(other, shipped.folder, "shipped")]
    assert [choose_automatically(side, models).model for side in (9, 30)] == [models[1], shipped]
    unmeasured = InstalledModel(dataclasses.replace(other, scores=()), shipped.folder, "shipped")
    assert choose_automatically(30, [unmeasured, shipped]).model == shipped


def test_a_users_own_model_is_taken_only_by_name() -> None:
    shipped = find_model("sparnet-x8")
    own = InstalledModel(dataclasses.replace(shipped.card, id="mine", useful_range=(30, 31)), shipped.folder, "user")
    assert choose_automatically(30, [own, *SHIPPED]).model == shipped
    assert str(choose_automatically(30, [own]).reason) == "No model is installed."
    assert check_size(30, own).model == own


@pytest.mark.parametrize(
    ("side", "options", "runs"),
    [
        (7, {}, False),
        (65, {}, False),
        (65, {"include_large": True}, True),
        (7, {"include_large": True}, False),
        (65, {"outside_range": True}, True),
        (7, {"outside_range": True}, True),
    ],
)
def test_a_named_model_refuses_other_sizes_with_number_and_limit_unless_told_to_run(
    side: float, options: dict[str, bool], runs: bool
) -> None:
    model = find_model("sparnet-x8")
    choice = check_size(side, model, **options)
    assert is_outside_range(side, model) and not is_outside_range(30, model)
    assert (choice.model is not None) == runs
    if not runs:
        values = dict(choice.reason.values)
        assert (values["side"], values["limit"]) == (side, 8 if side < 8 else 64)
