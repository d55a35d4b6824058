"""The loop learns, stops and resumes to the same numbers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from engine.context import Cancelled, JobContext
from engine.degradation.blind import degrade_bicubic
from engine.degradation.recipe import DegradationRecipe
from engine.errors import DataError, RecipeError
from engine.models.sparnet.config import SparnetConfig
from engine.training.checkpoints import read_facts, read_tensors
from engine.training.loop import first_weights, train
from engine.training.losses.pixel import pixel_loss
from engine.training.pairs import STORED_TIGHT, PairSource, TightPairs
from engine.training.recipe import DataRecipe, LossRecipe, OptimiserRecipe, PixelLoss, Recipe
from engine.training.schedule import schedule

SIDE = int(STORED_TIGHT * 1.5)


GAN = LossRecipe(adversarial_weight=0.01, feature_matching_weight=0.1, discriminator_width=4)


def small_recipe(loss: LossRecipe | None = None, **optimiser: object) -> Recipe:
    network = SparnetConfig(
        size=64, base_channels=4, max_channels=8, smallest_feature=16, body_units=1, attention_width=4,
        attention_bottleneck=16, global_skip=True,
    )  # fmt: skip
    plan = {"steps": 20, "batch": 4, "warmup_steps": 2, "checkpoint_every": 5, "validate_every": 10, **optimiser}
    return Recipe(
        name="small",
        family="sparnet",
        network=network,
        data=DataRecipe(tone=0.5),
        degradation=DegradationRecipe(lr_range=(8, 16)),
        loss=loss or LossRecipe(),
        optimiser=OptimiserRecipe(**plan),  # type: ignore[arg-type]
    )


@pytest.fixture
def pairs() -> PairSource:
    """Three smooth synthetic squares."""
    rng = np.random.default_rng(0)
    y, x = np.mgrid[0:SIDE, 0:SIDE] / 20
    waves = [np.sin(x * a) * np.cos(y * b) for a, b in rng.uniform(0.5, 2, (9, 2))]
    squares = (np.stack(waves).reshape(3, 3, SIDE, SIDE).transpose(0, 2, 3, 1) * 100 + 128).astype(np.uint8)
    return TightPairs(squares, np.full(3, 1 / 3), small_recipe(), 64)


@pytest.mark.parametrize("loss", [LossRecipe(), GAN], ids=["pixel", "gan"])
def test_twenty_steps_equal_ten_steps_and_ten_resumed_ones(pairs: PairSource, tmp_path: Path, loss: LossRecipe) -> None:
    straight, broken = tmp_path / "a", tmp_path / "b"
    straight.mkdir()
    broken.mkdir()
    train(small_recipe(loss), pairs, straight, context=JobContext())
    train(small_recipe(loss), pairs, broken, context=JobContext(), stop_at=10)
    torch.rand(7)  # what else the process draws does not matter
    train(small_recipe(loss), pairs, broken, context=JobContext(), resume=True)
    parts = ("network", "average", "optimiser")
    if loss.has_discriminator:
        parts += ("discriminator", "discriminator_optimiser")
    for part in parts:
        one = read_tensors(straight / "last.safetensors", part)
        two = read_tensors(broken / "last.safetensors", part)
        assert one.keys() == two.keys()
        assert len(one) > 10
        assert all(torch.equal(one[name], two[name]) for name in one)
    assert read_facts(straight / "last.safetensors") == read_facts(broken / "last.safetensors")


def test_the_first_steps_see_faces_of_half_the_size_where_the_recipe_says_so(
    pairs: PairSource, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sides: list[int] = []

    def noted(image: torch.Tensor, truth: torch.Tensor, kind: PixelLoss) -> torch.Tensor:
        sides.append(truth.shape[-1])
        return pixel_loss(image, truth, kind)

    monkeypatch.setattr("engine.training.objective.pixel_loss", noted)
    recipe = replace(small_recipe(steps=4), data=DataRecipe(half_size_steps=3))
    train(recipe, pairs, tmp_path, context=JobContext(), stop_at=2)
    train(recipe, pairs, tmp_path, context=JobContext(), resume=True)
    assert sides == [32, 32, 32, 64]


def test_training_lowers_the_error_of_a_small_network(pairs: PairSource, tmp_path: Path) -> None:
    recipe = small_recipe(steps=150, learning_rate=3e-3, ema_decay=0.9)
    low, high, _ = pairs.batch(16, np.random.default_rng(9))
    before = float(np.abs(low - high).mean())
    scores: list[float] = []

    def validate(network: torch.nn.Module, step: int) -> dict[str, float]:
        with torch.no_grad():
            image = (network(torch.from_numpy(low) * 2 - 1).image + 1) / 2
        scores.append(float((image - torch.from_numpy(high)).abs().mean()))
        return {"error": scores[-1]}

    train(recipe, pairs, tmp_path, context=JobContext(), validate=validate)
    assert scores[-1] < 0.9 * before
    assert (tmp_path / "curve.csv").read_text().startswith("step,loss,pixel,error\n10,")


def test_a_cancelled_run_keeps_its_last_checkpoint(pairs: PairSource, tmp_path: Path) -> None:
    done: list[int] = []
    context = JobContext(is_cancelled=lambda: len(done) >= 7)
    with pytest.raises(Cancelled):
        train(small_recipe(), pairs, tmp_path, context=context, report=lambda progress: done.append(progress.step))
    assert done[-1] == 7
    assert read_facts(tmp_path / "last.safetensors")[0] == 5


def test_another_recipe_cannot_resume_a_run(pairs: PairSource, tmp_path: Path) -> None:
    train(small_recipe(), pairs, tmp_path, context=JobContext(), stop_at=2)
    with pytest.raises(RecipeError, match="another recipe"):
        train(small_recipe(batch=2), pairs, tmp_path, context=JobContext(), resume=True)


def test_the_end_of_a_plateau_may_be_moved_and_no_other(pairs: PairSource, tmp_path: Path) -> None:
    for folder, kind in (("a", "plateau"), ("b", "cosine")):
        (tmp_path / folder).mkdir()
        train(small_recipe(schedule=kind), pairs, tmp_path / folder, context=JobContext(), stop_at=2)
    train(small_recipe(schedule="plateau", steps=4), pairs, tmp_path / "a", context=JobContext(), resume=True)
    assert read_facts(tmp_path / "a" / "last.safetensors") == (4, small_recipe(schedule="plateau", steps=4))
    with pytest.raises(RecipeError, match="another recipe"):
        train(small_recipe(schedule="cosine", steps=4), pairs, tmp_path / "b", context=JobContext(), resume=True)
    with pytest.raises(RecipeError, match="another recipe"):
        changed = small_recipe(schedule="plateau", steps=4, batch=2)
        train(changed, pairs, tmp_path / "a", context=JobContext(), resume=True)


def test_a_folder_that_is_gone_is_a_clear_error(pairs: PairSource, tmp_path: Path) -> None:
    with pytest.raises(DataError, match="cannot be written"):
        train(small_recipe(), pairs, tmp_path / "absent", context=JobContext(), stop_at=1)


def test_a_run_starts_from_the_averaged_weights_of_the_recipe_it_names(pairs: PairSource, tmp_path: Path) -> None:
    base = train(small_recipe(), pairs, tmp_path, context=JobContext(), stop_at=5)
    (tmp_path / "next").mkdir()
    recipe = replace(small_recipe(learning_rate=1e-9), name="next", starts_from="small")
    start = first_weights(recipe, base)
    last = train(recipe, pairs, tmp_path / "next", context=JobContext(), start=start, stop_at=1)
    before, after = read_tensors(base, "average"), read_tensors(last, "network")
    torch.testing.assert_close(after["out_conv.conv2d.weight"], before["out_conv.conv2d.weight"], atol=1e-6, rtol=0)
    with pytest.raises(RecipeError, match="starts from a checkpoint of small"):
        first_weights(recipe, None)
    with pytest.raises(RecipeError, match="starts from other, but"):
        first_weights(replace(recipe, starts_from="other"), base)
    assert first_weights(small_recipe(), None) is None


def test_pixel_losses_are_the_hand_computed_numbers() -> None:
    truth = torch.zeros(2, 3, 1, 1)
    restored = torch.tensor([[0.3, 0.3, 0.3], [0.0, 0.0, 0.6]])[..., None, None]
    assert pixel_loss(restored, truth, "l1").item() == pytest.approx(0.25)
    assert pixel_loss(restored, truth, "l2").item() == pytest.approx((0.09 + 0.12) / 2)
    rmse = (0.3 + 0.12**0.5) / 2
    assert pixel_loss(restored, truth, "l1_rmse").item() == pytest.approx((0.25 + rmse) / 2, abs=1e-5)


def test_the_learning_rate_warms_up_and_ends_near_zero() -> None:
    plan = OptimiserRecipe(steps=100, warmup_steps=10)
    assert schedule(0, plan) == pytest.approx(0.1)
    assert schedule(10, plan) == pytest.approx(1)
    assert schedule(99, plan) < 0.001


def test_other_schedules_halve_at_steps_or_stay() -> None:
    plan = OptimiserRecipe(steps=100, warmup_steps=0, schedule="step", drop_at=(10, 20))
    assert [schedule(step, plan) for step in (9, 10, 19, 20)] == [1, 0.5, 0.5, 0.25]
    assert schedule(99, replace(plan, schedule="constant")) == 1


def test_a_plateau_falls_to_zero_in_its_last_steps_wherever_its_end_is_moved() -> None:
    plan = OptimiserRecipe(steps=100, warmup_steps=4, schedule="plateau", decay_steps=10)
    assert [schedule(step, plan) for step in (0, 3, 4, 90)] == [0.25, 1, 1, 1]
    assert [schedule(step, plan) for step in (95, 99)] == pytest.approx([0.5, 0.1])
    assert schedule(95, replace(plan, steps=200)) == 1
    assert schedule(99, replace(plan, decay_steps=0)) == 1


def test_an_exponential_schedule_loses_a_hundredth_every_epoch() -> None:
    plan = OptimiserRecipe(steps=100, warmup_steps=0, schedule="exponential", epoch_steps=20)
    assert [schedule(step, plan) for step in (0, 19, 20, 99)] == pytest.approx([1, 1, 0.99, 0.99**4])


def test_rmsprop_takes_other_steps_than_adam_and_resumes_to_the_same(pairs: PairSource, tmp_path: Path) -> None:
    ends: dict[str, dict[str, torch.Tensor]] = {}
    for name, algorithm, stop in (("a", "adam", None), ("b", "rmsprop", None), ("c", "rmsprop", 1)):
        (tmp_path / name).mkdir()
        recipe = small_recipe(algorithm=algorithm)
        last = train(recipe, pairs, tmp_path / name, context=JobContext(), stop_at=stop)
        if stop:
            train(recipe, pairs, tmp_path / name, context=JobContext(), resume=True)
        ends[name] = read_tensors(last, "network")
    assert any(not value.equal(ends["b"][name]) for name, value in ends["a"].items())
    assert all(value.equal(ends["b"][name]) for name, value in ends["c"].items())


def test_batches_are_pairs_in_range_and_depend_only_on_the_generator(pairs: PairSource) -> None:
    low, high, labels = pairs.batch(5, np.random.default_rng(1))
    assert labels == {}
    again = pairs.batch(5, np.random.default_rng(1))
    assert low.shape == high.shape == (5, 3, 64, 64)
    assert low.dtype == high.dtype == np.float32
    assert low.min() >= 0 and high.max() <= 1
    assert np.array_equal(low, again[0]) and np.array_equal(high, again[1])
    assert not np.array_equal(low, pairs.batch(5, np.random.default_rng(2))[0])


def test_degradation_keeps_the_mean_and_removes_detail() -> None:
    face = np.random.default_rng(0).random((64, 64, 3)).astype(np.float32)
    low = degrade_bicubic(face, 8)
    assert low.shape == face.shape
    assert abs(float(low.mean() - face.mean())) < 0.01
    assert low.std() < 0.3 * face.std()
