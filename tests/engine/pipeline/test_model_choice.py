"""Which model a face gets by what it holds, and the words for it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from engine.models.base import Damage, DamageScore, ModelCard, Score
from engine.models.registry import InstalledModel
from engine.pipeline.measured_gain import most_detail
from engine.pipeline.model_choice import check_size, choose_automatically, helps
from engine.types import FaceQuality

Row = tuple[Damage, int, float, float]  # damage, px of detail, dB gained, share of the perceptual distance gained


def model_of(name: str, low: int, high: int, *rows: Row, source: str = "shipped") -> InstalledModel:
    scores = tuple(
        DamageScore(
            damage=damage, detail_px=px, faces=9, psnr_db=25 + psnr, input_psnr_db=25.0,
            perceptual=0.5 * (1 - perceptual), input_perceptual=0.5,
        )
        for damage, px, psnr, perceptual in rows
    )  # fmt: skip
    card = ModelCard(
        id=name, family="sparnet", title=name, paper="", file="", sha256="", licence="", input_size=32, output_size=32,
        useful_range=(low, high), parameters=0, outputs=(), damage_scores=scores,
    )  # fmt: skip
    return InstalledModel(card, Path(), "shipped" if source == "shipped" else "user")


SOFT = model_of("soft", 8, 64, ("clean", 16, 2.0, 0.2), ("clean", 64, -1.0, -0.2), ("noise", 16, 0.1, -0.1))
CRISP = model_of("crisp", 32, 250, ("clean", 16, -5.5, 0.4), ("noise", 16, 0.5, 0.3), ("noise", 128, -0.2, 0.2))
MODELS = [SOFT, CRISP]


def holding(detail: float, *, width: float = 100, noise: float = 0, jpeg: float = 0) -> FaceQuality:
    return FaceQuality(width_px=width, detail_px=detail, noise=noise, jpeg=jpeg)


def test_a_clean_face_gets_what_helps_clean_faces_and_a_noisy_one_what_cleans() -> None:
    clean = choose_automatically(holding(20), MODELS)
    assert clean.model == SOFT and not clean.outside_range
    assert str(clean.reason) == "soft gained most on faces like this one, which holds about 20 px of real detail."
    assert choose_automatically(holding(20, width=20, noise=12), MODELS).model == CRISP


def test_the_detail_decides_and_not_the_size() -> None:
    assert choose_automatically(holding(20, width=900), MODELS).model == SOFT
    assert choose_automatically(holding(90, width=90), MODELS).model is None


def test_noise_that_the_reduction_averages_away_does_not_count() -> None:
    assert choose_automatically(holding(20, width=900, noise=12), MODELS).model == SOFT


def test_a_little_damage_counts_a_little() -> None:
    model = model_of("both", 12, 250, ("clean", 90, 0.0, -0.1), ("jpeg", 90, 0.0, 0.1))
    taken = [choose_automatically(holding(90, width=90, jpeg=jpeg), [model]).model for jpeg in (0.1, 0.24, 0.27, 0.4)]
    assert taken == [None, None, model, model]
    limits = [most_detail(model, holding(90, width=90, jpeg=jpeg), helps) for jpeg in (0.2, 0.24, 0.27)]
    assert limits == sorted(limits)
    weak = model_of("weak", 12, 250, ("clean", 90, 0.0, -0.02), ("jpeg", 90, 0.0, 0.2))
    copies = [choose_automatically(holding(90, width=90, jpeg=jpeg), [weak]).model for jpeg in (0.23, 0.27)]
    assert copies == [weak, weak]


def test_beyond_the_largest_faces_that_were_measured_a_loss_goes_on_and_soon_nothing_is_known() -> None:
    less = model_of("less", 32, 250, ("clean", 64, 0.0, 0.2), ("clean", 128, 0.0, 0.05))
    assert [choose_automatically(holding(px, width=px), [less]).model for px in (140, 170)] == [less, None]
    more = model_of("more", 32, 250, ("clean", 64, 1.0, -0.1), ("clean", 128, 1.0, 0.1))
    assert [choose_automatically(holding(px, width=px), [more]).model for px in (190, 194)] == [more, None]
    named = check_size(holding(102, width=108, jpeg=0.9), model_of("guided", 14, 24, ("jpeg", 32, 0.4, 0.1)))
    assert named.model is None


def test_of_those_that_help_the_one_that_looks_nearest_to_the_truth_is_taken_but_none_that_loses_much_of_it() -> None:
    near = model_of("near", 8, 64, ("clean", 16, 0.4, 0.5))
    false = model_of("false", 8, 64, ("clean", 16, -12.0, 0.9))
    assert choose_automatically(holding(16), [SOFT, false, near]).model == near


def test_a_face_that_looks_about_as_near_is_restored_where_it_is_nearer() -> None:
    about_as_near, farther = (model_of("exact", 8, 64, ("clean", 16, 0.5, gain)) for gain in (-0.02, -0.04))
    assert choose_automatically(holding(16), [about_as_near]).model == about_as_near
    assert choose_automatically(holding(16), [farther]).model is None


def test_a_face_that_holds_more_than_helps_is_left_with_both_numbers_and_restored_if_that_is_wanted() -> None:
    left = choose_automatically(holding(90), MODELS)
    assert left.model is None and dict(left.reason.values)["limit"] == pytest.approx(32, abs=2)
    assert str(left.reason).startswith("The face holds about 90 px of real detail, more than the 3")
    for wish in ({"include_large": True}, {"outside_range": True}):
        anyway = choose_automatically(holding(90), MODELS, **wish)
        assert anyway.model == CRISP and anyway.outside_range


def test_a_face_with_too_little_is_left_and_restored_only_if_anything_is_wanted() -> None:
    left = choose_automatically(holding(7), MODELS)
    assert left.model is None
    assert str(left.reason) == "The face holds only about 7 px of real detail; any model needs 10 px."
    assert choose_automatically(holding(7), MODELS, include_large=True).model is None
    anyway = choose_automatically(holding(7), MODELS, outside_range=True)
    assert anyway.model == SOFT and anyway.outside_range


def test_where_nothing_helps_with_the_damage_the_face_is_left() -> None:
    left = choose_automatically(holding(20, width=20, jpeg=0.9), MODELS)
    assert left.model is None and "No model is known to improve" in str(left.reason)


def test_a_users_own_model_and_one_for_study_are_taken_only_by_name() -> None:
    own = model_of("own", 8, 64, ("clean", 16, 9, 0.9), source="user")
    study = model_of("study", 8, 64, ("clean", 16, 9, 0.9))
    study = replace(study, card=replace(study.card, for_study=True))
    assert choose_automatically(holding(16), [own, study, SOFT]).model == SOFT
    assert str(choose_automatically(holding(16), [own]).reason) == "No model is installed."
    assert check_size(holding(16), own).model == own


def test_a_card_of_a_former_version_speaks_by_its_plain_scores_within_its_range() -> None:
    score = Score(
        input_px=16, faces=9, psnr_db=27, ssim=0.8, bicubic_psnr_db=24, bicubic_ssim=0.7, perceptual=0.5,
        bicubic_perceptual=0.9,
    )  # fmt: skip
    old = model_of("old", 8, 64)
    old = replace(old, card=replace(old.card, scores=(score,)))
    assert choose_automatically(holding(30), [old]).model == old
    assert choose_automatically(holding(90), [old]).model is None


@pytest.mark.parametrize(
    ("detail", "options", "runs"),
    [
        (7, {}, False),
        (65, {}, False),
        (65, {"include_large": True}, True),
        (7, {"include_large": True}, False),
        (65, {"outside_range": True}, True),
        (7, {"outside_range": True}, True),
    ],
)
def test_a_named_model_refuses_other_faces_with_number_and_limit_unless_told_to_run(
    detail: float, options: dict[str, bool], runs: bool
) -> None:
    choice = check_size(holding(detail), SOFT, **options)
    assert (choice.model is not None, choice.outside_range) == (runs, runs)
    if not runs:
        values = dict(choice.reason.values)
        assert (values["side"], values["limit"]) == (detail, 8 if detail < 8 else 64)


def test_a_named_model_takes_a_face_outside_its_range_where_it_was_measured_to_help() -> None:
    choice = check_size(holding(20, width=20, noise=12), CRISP)
    assert choice.model == CRISP and not choice.outside_range
