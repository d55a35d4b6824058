"""Action units: strengths of blendshapes, the fit that finds them again, and labels by thresholds."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.errors import DataError
from engine.priors.action_units import NAMES, UNITS, strengths
from engine.priors.expression_draws import ON, Draws, draw_faces
from engine.priors.expression_fit import FitWeights, fit_expressions
from engine.priors.face_kit import Array, read_face_kit
from engine.priors.landmarks68 import COUNT, MIRROR
from engine.priors.weak_units import choose_thresholds, f1_scores, kit_to_fit, label_units, with_landmarks_of
from tests.engine.priors.toy_face_kit import toy_face_kit

KIT = toy_face_kit()
FAR_CM = (1e6, 2e6)  # no perspective
UNIT = {unit.id: number for number, unit in enumerate(UNITS)}


def test_the_units_are_those_that_were_asked_for_by_plain_name() -> None:
    assert tuple(UNIT) == ("AU1", "AU2", "AU4", "AU6/7", "AU12", "AU15", "AU17", "AU25", "AU26", "AU43")
    assert NAMES[UNIT["AU12"]] == "AU12 lip corner puller"


def test_the_centres_of_the_two_sides_mirror_each_other() -> None:
    for unit in UNITS:
        right, left = unit.centres
        assert sorted(MIRROR[list(right.landmarks)]) == sorted(left.landmarks) and right.raised == left.raised
        assert max(right.landmarks) < COUNT


def test_a_strength_is_the_mean_of_both_sides_and_the_largest_of_several_shapes() -> None:
    expression = np.zeros((1, len(KIT.names)))
    for name, value in (("mouthSmile_L", 1.0), ("mouthSmile_R", 0.4), ("cheekSquint_L", 0.2), ("cheekSquint_R", 0.2)):
        expression[0, KIT.index(name)] = value
    expression[0, [KIT.index("eyeSquint_L"), KIT.index("eyeSquint_R")]] = 0.9
    found = strengths(expression, KIT)[0]
    assert found[UNIT["AU12"]] == pytest.approx(0.7) and found[UNIT["AU6/7"]] == pytest.approx(0.9)
    assert found[[UNIT["AU1"], UNIT["AU25"]]] == pytest.approx([0, 0])


def test_lips_are_apart_whatever_blendshape_parts_them() -> None:
    expression = np.zeros((1, len(KIT.names)))
    expression[0, KIT.index("mouthFunnel")] = 0.6  # 1 cm at 1
    assert strengths(expression, KIT)[0, UNIT["AU25"]] == pytest.approx(0.6)


def test_a_fit_finds_the_expression_and_pose_again() -> None:
    drawn = draw_faces(KIT, Draws(count=20, seed=3, noise_cm=0.0, distance_cm=FAR_CM))
    fits = fit_expressions(drawn.points, KIT, FitWeights(noise_cm=0.02, sparsity=0.0, rounds=8, sweeps=60))
    assert np.median(fits.error_cm) < 0.02
    assert np.abs(fits.expression - drawn.expression).mean() < 0.03
    np.testing.assert_allclose(
        fits.rotation @ fits.rotation.transpose(0, 2, 1), np.tile(np.eye(3), (20, 1, 1)), atol=1e-9
    )


def test_a_fit_does_not_depend_on_place_and_size_in_the_picture() -> None:
    points = draw_faces(KIT, Draws(count=5, seed=4)).points
    moved = points * 3 + [500, -200]
    np.testing.assert_allclose(
        fit_expressions(points, KIT).expression, fit_expressions(moved, KIT).expression, atol=1e-6
    )


def test_expression_stays_between_none_and_full() -> None:
    wild = np.random.default_rng(5).uniform(0, 200, (6, COUNT, 2))
    expression = fit_expressions(wild, KIT).expression
    assert expression.min() >= 0 and expression.max() <= 1


def test_draws_are_those_of_their_seed_and_units_are_there_or_not() -> None:
    first, again, other = (draw_faces(KIT, Draws(count=200, seed=seed)) for seed in (1, 1, 2))
    assert (first.points == again.points).all() and not (first.points == other.points).any()
    share = first.is_on.mean(axis=0)
    assert (np.delete(share, UNIT["AU25"]) > 0.15).all() and (share < 0.5).all()
    assert (first.is_on == (first.strengths >= ON)).all()


def test_labels_find_units_of_draws_that_chose_no_threshold() -> None:
    thresholds = choose_thresholds(KIT, count=200)
    drawn = draw_faces(KIT, Draws(count=200, seed=9, noise_cm=0.02))
    units = label_units(drawn.points, kit_to_fit(KIT), thresholds)
    assert f1_scores(units.is_on, drawn.is_on).mean() > 0.8
    assert units.rates().shape == (len(UNITS),)


def test_faces_that_look_away_or_fit_badly_have_no_labels() -> None:
    clean = Draws(count=4, seed=6, noise_cm=0.02, unit_probability=0, other_probability=0, distance_cm=FAR_CM)
    points = draw_faces(KIT, clean).points
    points[0] = np.random.default_rng(7).uniform(0, 200, (COUNT, 2))
    points[3] = draw_faces(KIT, replace(clean, yaw_rad=2.0)).points[np.argmax(_turns(replace(clean, yaw_rad=2.0)))]
    assert label_units(points, KIT, np.full(len(UNITS), 0.3)).is_fitted.tolist() == [False, True, True, False]


def _turns(draws: Draws) -> Array:
    fits = fit_expressions(draw_faces(KIT, draws).points, KIT)
    return np.arccos(np.clip(fits.rotation[:, 2, 2], -1, 1))


def test_the_mean_face_moves_to_where_another_source_sees_landmarks() -> None:
    moved = replace(KIT, mean=KIT.mean.copy())
    moved.mean[30, 1] -= 0.5  # this source sees the tip of the nose lower
    still = Draws(count=40, seed=8, noise_cm=0.02, unit_probability=0, other_probability=0, distance_cm=FAR_CM)
    found = [with_landmarks_of(KIT, draw_faces(source, still).points) for source in (KIT, moved)]
    assert found[0].mean[30, 1] - found[1].mean[30, 1] == pytest.approx(0.5, abs=0.1)
    assert found[1].names == KIT.names and (found[1].mean[:, 2] == KIT.mean[:, 2]).all()


def test_f1_counts_hits_against_what_is_found_and_there() -> None:
    found = np.array([[1, 0], [1, 0], [0, 0]], bool)
    truth = np.array([[1, 0], [0, 0], [1, 0]], bool)
    assert f1_scores(found, truth).tolist() == [0.5, 0.0]


def test_a_folder_without_the_kit_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no ICT FaceKit"):
        read_face_kit(tmp_path)
    with (tmp_path / "ict_face.npz").open("wb") as file:
        np.savez(file, neutral=np.zeros((9, 3)))
    with pytest.raises(DataError, match="no ICT FaceKit"):
        read_face_kit(tmp_path)
