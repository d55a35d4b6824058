"""Fine-tuning: which faces, which layers, how long, what is kept, and what is refused."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from engine.context import Cancelled, JobContext
from engine.datasets.portraits import Portrait
from engine.errors import DataError, ModelError, RecipeError
from engine.models.card import read_card
from engine.models.exporting import export_model, state_from_onnx
from engine.models.registry import InstalledModel, find_model
from engine.models.sparnet.config import SparnetConfig
from engine.models.sparnet.network import SPARNet
from engine.models.sparnet.spec import SPEC
from engine.paths import models_folder, user_models_folder
from engine.training import finetune as finetune_module
from engine.training import finetune_types
from engine.training.checkpoints import read_tensors
from engine.training.finetune import FEWEST_SPEED_STEPS, SPEED_STEPS, finetune
from engine.training.finetune_faces import choose_faces
from engine.training.finetune_held_out import held_out_inputs
from engine.training.finetune_plan import finetune_recipe, is_trained, rebuild
from engine.training.finetune_result import free_id
from engine.training.finetune_types import FinetuneEvent, FinetuneOptions, FinetuneResult, kept_words
from engine.training.recipe import read_recipe
from engine.training.recipes_shipped import find_recipe
from tests.engine.small_models import SMALL_SPARNET
from tests.engine.training.edges import EDGES

# Checks come after each quarter of the steps, however quick the machine is.
OPTIONS = FinetuneOptions(most_steps=24, batch=4, check_every_s=1000, minutes=5)


def smooth_picture(seed: int) -> NDArray[np.uint8]:
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[0:120, 0:120] / 5  # finer than the small input can hold: what is taught can be better than it
    waves = [np.sin(x * a + c) * np.cos(y * b) for a, b, c in rng.uniform(0.5, 2, (3, 3))]
    return (np.stack(waves, axis=2) * 100 + 128).astype(np.uint8)


def portrait(number: int, *, detail: float = 90, split: str = "train", photo: int | None = None) -> Portrait:
    """A synthetic face, of a photo of its own unless one is named."""
    return Portrait(
        name=f"face-{number}",
        path=Path(f"/home/someone/secret/photo-{number if photo is None else photo}.jpg"),
        source="family",
        split=split,
        native_quad=detail,
        inside=1.0,
        is_grey=False,
        is_engraving=False,
        quad=((15, 15), (15, 105), (105, 105), (105, 15)),
        tight_centre=(60, 60),
        tight_side=60,
        pixels=smooth_picture(number),
    )


@pytest.fixture(scope="module", autouse=True)
def quick() -> Iterator[None]:
    """A quick meter, and a rate at which a few steps unlearn the tint."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(finetune_module, "load_meters", lambda: EDGES)
        patch.setitem(finetune_types.RATES, "last", 1e-2)
        yield


@pytest.fixture(scope="module")
def faces() -> list[Portrait]:
    return [portrait(number, split="val" if number % 4 == 0 else "train") for number in range(16)]


def run(
    model: InstalledModel,
    faces: list[Portrait],
    options: FinetuneOptions = OPTIONS,
    *,
    is_cancelled: Callable[[], bool] = lambda: False,
    hear: Callable[[FinetuneEvent], None] = lambda _event: None,
) -> FinetuneResult:
    context = JobContext(is_cancelled=is_cancelled)
    return finetune(model, faces, name="Our family", options=options, context=context, report=hear)


@dataclass(frozen=True)
class Taught:
    """A whole run: the model it began with, what it told and gave, and the folder of the user's data."""

    parent: InstalledModel
    events: list[FinetuneEvent]
    result: FinetuneResult
    folder: Path


@pytest.fixture(scope="module")
def taught(tinted_files: Path, faces: list[Portrait], tmp_path_factory: pytest.TempPathFactory) -> Taught:
    """The run that three tests look at."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("user-data")
        patch.setenv("FSR_DESKTOP_DATA", str(folder))
        shutil.copytree(tinted_files, user_models_folder() / "tinted")
        events: list[FinetuneEvent] = []
        return Taught(find_model("tinted"), events, run(find_model("tinted"), faces, hear=events.append), folder)


def test_the_result_is_a_better_model_of_the_users_own_with_a_card_that_names_its_parent(
    taught: Taught, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FSR_DESKTOP_DATA", str(taught.folder))
    tinted, events, result = taught.parent, taught.events, taught.result
    assert result.improved and result.model
    assert (result.training_faces, result.held_out_faces, result.photos) == (12, 4, 12)
    for base, own in zip(result.base_scores, result.scores, strict=True):
        assert own.input_px == base.input_px and own.faces == 4
        assert own.psnr_db > base.psnr_db
    card = find_model("our-family").card
    assert card == read_card(user_models_folder() / "our-family")
    assert card.title == "Our family (fine-tuned from tinted)"
    assert (card.look, card.said) == ("Our family", "")
    assert (card.licence, card.licence_note) == ("CC-BY-4.0", "Name the maker.")
    assert card.training_data.startswith("The user's own 12 faces from 12 photos; 4 faces of other photos held out.")
    assert "4 held-out faces" in card.limits and "None known." in card.limits
    assert card.parent and (card.parent.id, card.parent.sha256) == ("tinted", tinted.card.sha256)
    assert card.parent.scores == result.base_scores and card.scores == result.scores
    assert "secret" not in (user_models_folder() / "our-family" / "card.toml").read_text()

    assert [stage for stage in ("faces", "speed", "training", "export") if any(e.stage == stage for e in events)] == [
        "faces", "speed", "training", "export",
    ]  # fmt: skip
    previews = [event.preview for event in events if event.preview is not None]
    assert len(previews) >= 4
    assert all(preview.shape == (32, 128, 3) and preview.dtype == np.uint8 for preview in previews)
    assert (
        previews[0][:, 32:64].mean(axis=(0, 1))[0] > previews[0][:, 96:].mean(axis=(0, 1))[0] + 3
    )  # the parent is red
    assert all(event.standing and event.base_standing for event in events if event.preview is not None)
    losses = [event.step for event in events if event.stage == "training" and event.loss is not None]
    assert losses == sorted(set(losses)) == list(range(1, result.steps + 1))
    checks = [event for event in events if event.preview is not None]
    assert checks[-1].step == result.steps and all(event.loss is None for event in checks)


def test_that_the_faces_were_found_is_told_before_anything_that_takes_long(taught: Taught) -> None:
    assert [(event.stage, event.step) for event in taught.events[:2]] == [("faces", 0), ("speed", 0)]


def test_a_slow_machine_measures_its_speed_by_few_steps(tinted: InstalledModel, faces: list[Portrait]) -> None:
    def measured(minutes: float) -> int:
        told: list[FinetuneEvent] = []
        run(tinted, faces, replace(OPTIONS, minutes=minutes), hear=told.append)
        return sum(event.stage == "speed" and event.step > 0 for event in told)

    assert measured(5) == SPEED_STEPS
    assert measured(1e-4) == FEWEST_SPEED_STEPS


def test_only_the_last_layers_change_and_norms_keep_their_statistics(taught: Taught) -> None:
    assert taught.result.model
    before, after = state_from_onnx(taught.parent.weights), state_from_onnx(taught.result.model.weights)
    assert before.keys() == after.keys()
    changed = {name for name in before if not torch.equal(before[name], after[name])}
    assert "out_conv.conv2d.bias" in changed
    assert all(name.startswith(SPEC.last_layers) for name in changed)
    assert not any("running" in name for name in changed)


def test_all_layers_change_at_a_lower_rate(tinted: InstalledModel, faces: list[Portrait]) -> None:
    options = replace(OPTIONS, layers="all", most_steps=16, keep_anyway=True)
    result = run(tinted, faces, options)
    assert result.model
    before, after = state_from_onnx(tinted.weights), state_from_onnx(result.model.weights)
    changed = {name for name in before if not torch.equal(before[name], after[name])}
    assert any(name.startswith("encoder.") for name in changed)
    assert not any("running" in name for name in changed)
    recipe = finetune_recipe(tinted.card, SMALL_SPARNET, options)
    assert recipe.optimiser.learning_rate < finetune_recipe(tinted.card, SMALL_SPARNET, OPTIONS).optimiser.learning_rate


def test_a_result_that_is_no_better_is_not_kept_unless_asked(
    tinted: InstalledModel, faces: list[Portrait], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(finetune_types.RATES, "last", 0.0)
    result = run(tinted, faces)
    assert not result.improved and result.model is None
    assert result.scores == result.base_scores
    assert "No check was better" in str(result.reason)
    assert [path.name for path in user_models_folder().iterdir()] == ["tinted"]
    kept = run(tinted, faces, replace(OPTIONS, keep_anyway=True))
    assert not kept.improved and kept.model and find_model("our-family")


def test_training_stops_early_when_the_held_out_faces_gain_nothing(
    tinted: InstalledModel, faces: list[Portrait], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(finetune_types.RATES, "last", 0.0)
    result = run(tinted, faces, replace(OPTIONS, most_steps=200, patience=2, check_every_s=0.0))
    assert result.steps < 150


def test_the_time_is_kept(tinted: InstalledModel, faces: list[Portrait]) -> None:
    started = time.monotonic()
    events: list[FinetuneEvent] = []
    run(tinted, faces, replace(OPTIONS, most_steps=10**6, minutes=0.05, patience=10**6), hear=events.append)
    assert time.monotonic() - started < 60
    assert 1 <= events[-1].steps < 10**5  # the schedule was made for the time there is


def test_a_cancel_says_where_the_best_weights_are(tinted: InstalledModel, faces: list[Portrait]) -> None:
    checks: list[float] = []

    def hear(event: FinetuneEvent) -> None:
        if event.preview is not None:
            checks.append(event.gain)

    with pytest.raises(
        Cancelled, match=r"^The best weights so far are kept in .*our-family.best\.safetensors"
    ) as stopped:
        run(tinted, faces, is_cancelled=lambda: len(checks) >= 3, hear=hear)
    path = Path(str(stopped.value).removeprefix("The best weights so far are kept in ").removesuffix("."))
    weights = read_tensors(path, "average")
    bias = state_from_onnx(tinted.weights)["out_conv.conv2d.bias"]
    assert weights["out_conv.conv2d.bias"][0] < bias[0]
    assert max(checks) > 0 and not (user_models_folder() / "our-family").exists()


def test_weights_that_no_check_found_better_are_not_called_the_best() -> None:
    words = str(kept_words(Path("last"), is_better=False))
    assert words.startswith("No check was better than the model you began with;")


def test_a_cancel_before_anything_was_learnt_says_so(tinted: InstalledModel, faces: list[Portrait]) -> None:
    with pytest.raises(Cancelled, match="nothing is kept"):
        run(tinted, faces, is_cancelled=lambda: True)


def test_two_runs_of_one_seed_learn_the_same(tinted: InstalledModel, faces: list[Portrait]) -> None:
    one, other = run(tinted, faces, replace(OPTIONS, most_steps=4)), run(tinted, faces, replace(OPTIONS, most_steps=4))
    assert one.scores == other.scores


def test_too_few_and_too_small_faces_are_refused_with_their_numbers(tinted: InstalledModel) -> None:
    few = [portrait(number) for number in range(7)]
    small = [portrait(number, detail=30) for number in range(7, 27)]
    with pytest.raises(
        DataError, match=r"at least 8 .* Found: 27 face\(s\), 7 of them large enough, in 7 photo"
    ) as told:
        run(tinted, few + small)
    assert "30 px wide" in str(told.value.hint) and "45 px" in str(told.value.hint)
    crowd = [portrait(number, photo=0) for number in range(20)]
    with pytest.raises(DataError, match=r"20 face\(s\), 20 of them large enough, in 1 photo"):
        run(tinted, crowd)


def test_whole_photos_with_all_their_copies_are_held_out() -> None:
    faces = [portrait(number, photo=number // 2) for number in range(20)]
    copies = [replace(face, path=face.path.with_suffix(".png"), name=f"{face.name}-copy") for face in faces]
    chosen = choose_faces([*faces, *copies], min_detail=45, what="x")
    assert len(chosen.held_out) >= 5 and len(chosen.training) + len(chosen.held_out) == 40
    held_out = {face.path.stem for face in chosen.held_out}
    assert held_out.isdisjoint(face.path.stem for face in chosen.training)
    again = choose_faces([*copies, *faces][::-1], min_detail=45, what="x")
    assert {face.path.stem for face in again.held_out} == held_out


def test_faces_that_are_left_out_are_used_for_nothing_and_the_others_stay_where_they_were() -> None:
    faces = [portrait(number) for number in range(30)]
    whole = choose_faces(faces, min_detail=45, what="x")
    left_out = {whole.training[0].name, whole.held_out[0].name}
    chosen = choose_faces(faces, min_detail=45, what="x", left_out=left_out)
    assert chosen.training == whole.training[1:] and chosen.held_out == whole.held_out[1:]


def test_others_are_held_out_where_too_few_would_be_left() -> None:
    faces = [portrait(number) for number in range(12)]
    whole = choose_faces(faces, min_detail=45, what="x")
    chosen = choose_faces(faces, min_detail=45, what="x", left_out={face.name for face in whole.held_out})
    assert len(chosen.held_out) == 2 and len(chosen.training) == 8
    with pytest.raises(DataError, match="at least 8"):
        choose_faces(faces, min_detail=45, what="x", left_out={face.name for face in faces[:3]})


def test_a_model_whose_network_is_unknown_is_refused(tinted: InstalledModel, faces: list[Portrait]) -> None:
    stranger = replace(tinted, card=replace(tinted.card, network={}))
    with pytest.raises(ModelError, match=r"tinted cannot be fine-tuned: its network cannot be rebuilt"):
        run(stranger, faces)
    with pytest.raises(ModelError, match="cannot be rebuilt"):
        run(replace(tinted, card=replace(tinted.card, family="nobody")), faces)
    with pytest.raises(ModelError, match="which layers are its last"):
        is_trained(replace(SPEC, last_layers=()), "decoder.0", OPTIONS)


def test_a_model_with_spectral_norm_folded_in_is_rebuilt(tmp_path: Path, tinted: InstalledModel) -> None:
    config = replace(SMALL_SPARNET, norm="instance", spectral_norm=True)
    torch.manual_seed(2)
    card = replace(tinted.card, network={name: value for name, value in vars(config).items() if value is not None})
    card = export_model(family=SPEC, network=SPARNet(config), card=card, folder=tmp_path)
    assert rebuild(InstalledModel(card, tmp_path, "user")).network()


def test_the_shipped_recipe_of_a_model_gives_data_and_degradation() -> None:
    card = read_card(models_folder() / "sparnet-x8")
    recipe = finetune_recipe(card, SparnetConfig(**card.network), OPTIONS)
    assert recipe.data.min_detail == 180 and recipe.degradation.lr_range == (8, 64)
    assert recipe.loss.pixel == "l1_rmse" and not recipe.loss.has_discriminator
    assert (recipe.optimiser.precision, recipe.optimiser.batch) == ("float32", 4)
    unknown = finetune_recipe(replace(card, id="x", recipe=""), SparnetConfig(**card.network), OPTIONS)
    assert unknown.data.min_detail == 179 and unknown.degradation.lr_range == (8, 64)
    aligned = replace(card, id="x", recipe="", crop="ffhq", output_size=512, useful_range=(32, 250))
    assert finetune_recipe(aligned, SparnetConfig(size=512), OPTIONS).data.min_detail == 256


def test_fine_tuning_lays_no_film_damage_over_the_faces() -> None:
    assert read_recipe(find_recipe("sparnet-hd-wavelet")).degradation.damage.probability > 0
    card = read_card(models_folder() / "sparnet-hd")
    recipe = finetune_recipe(card, SparnetConfig(**card.network), OPTIONS)
    assert recipe.degradation.damage.probability == 0 and recipe.degradation.jpeg.probability > 0


def test_an_aligned_model_is_scored_at_half_its_size_on_blind_inputs(faces: list[Portrait]) -> None:
    card = replace(read_card(models_folder() / "sparnet-x8"), crop="ffhq", input_size=64, output_size=64)
    held_out = held_out_inputs(faces[:2], card, JobContext())
    assert held_out.truth.shape == (2, 32, 32, 3)
    assert {side: low.shape for side, low in held_out.inputs.items()} == {0: (2, 64, 64, 3)}


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Our family", "our-family"),
        ("../../etc/passwd", "etc-passwd"),
        ("Café 1923!", "cafe-1923"),
        ("家族", "my-model"),
        ("auto", "auto-2"),
        ("sparnet-x8", "sparnet-x8-2"),
        ("x" * 200, "x" * 48),
    ],
)
def test_an_id_is_safe_and_free(name: str, wanted: str) -> None:
    assert free_id(name) == wanted
    (user_models_folder() / wanted).mkdir(parents=True)
    assert free_id(name) not in (wanted, name)


@pytest.mark.parametrize("wrong", [{"minutes": 0.0}, {"minutes": 1000.0}, {"batch": 0}, {"seed": -1}])
def test_options_that_make_no_sense_are_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(RecipeError):
        FinetuneOptions(**wrong)
