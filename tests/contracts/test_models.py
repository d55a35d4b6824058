"""Every shipped model keeps what its card and its family promise."""

from __future__ import annotations

import subprocess
from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from engine.alignment.warp import warped
from engine.datasets.portraits import tight_faces
from engine.datasets.unaligned import unaligned_faces
from engine.models.exporting import load_weights, state_from_onnx
from engine.models.registry import FAMILIES, InstalledModel, load_family, scan_models
from engine.runtime.sessions import LoadedModel
from engine.training.shipping import read_source
from engine.types import Restoration
from tests.faces import SAMPLES, TRAINING, validation_faces

ROOT = Path(__file__).parents[2]
MODELS = [model for model in scan_models()[0] if model.source == "shipped"]
IDS = [model.card.id for model in MODELS]
UPRIGHT = [model.card.id for model in MODELS if model.card.sets_upright]
SMALL = [model.card for model in MODELS if model.card.crop == "tight" and not model.card.sets_upright]
TINY = [card.id for card in SMALL if card.useful_range[0] <= 16]
FINER = [card.id for card in SMALL if card.useful_range[0] > 16]  # made for faces of 32 px
IN_STEPS = [name for name in ("dic-x8", "mpenet-x8") if name in IDS]  # not those with a discriminator


def test_there_is_a_model_and_no_card_is_broken() -> None:
    assert {"sparnet-x8", "sparnet-hd", "dic-x8", "dicgan-x8"} <= set(IDS)
    assert {"sparnet-x8", "dic-x8", "dicgan-x8"} <= set(TINY) and "dic-x8" in IN_STEPS
    assert scan_models()[1] == {}


@pytest.mark.parametrize("model", MODELS, ids=IDS)
def test_a_card_says_what_a_user_must_know(model: InstalledModel) -> None:
    card = model.card
    for words in (card.title, card.paper, card.licence, card.training_data, card.bias, card.limits, card.recipe):
        assert len(words) > 5
    for words in (card.look, card.said):
        assert 3 < len(words) < 25
    assert card.scores
    assert card.id == model.folder.name
    assert model.weights.stat().st_size <= (5 if card.output_size == 512 else 3.5) * 2**20
    model.check_weights()


def test_no_two_looks_have_one_name() -> None:
    assert len({model.card.look for model in MODELS}) == len(MODELS)


@pytest.mark.parametrize("model", MODELS, ids=IDS)
def test_the_source_of_a_card_says_what_the_card_says_and_how_the_file_was_made(model: InstalledModel) -> None:
    source, card = read_source(model.folder), model.card
    for name, value in source.texts.items():
        assert getattr(card, name) == value, name
    assert card.recipe.startswith(f"{card.family}/{source.plan.recipe}.toml, ")
    assert card.recipe.endswith(f", {source.plan.note}")
    assert card.network.items() >= source.plan.network.items()


@pytest.mark.parametrize("model", MODELS, ids=IDS)
def test_a_restoration_has_what_the_family_declares_in_range_and_finite(model: InstalledModel) -> None:
    size = model.card.input_size
    batch = np.random.default_rng(0).random((2, 3, size, size), dtype=np.float32)
    result = LoadedModel(model, "cpu").run(batch)
    side = model.card.output_size
    assert result.image.shape == (2, 3, side, side)
    assert result.image.dtype == np.float32
    assert result.image.min() >= 0 and result.image.max() <= 1
    for field in load_family(model.card.family).outputs:
        assert getattr(result, field) is not None
    for attention in (result.attention or {}).values():
        assert attention.shape[:2] == (2, 1)
        assert attention.min() >= 0 and attention.max() <= 1


@pytest.mark.parametrize("model", MODELS, ids=IDS)
def test_torch_and_onnx_agree_on_the_shipped_weights(model: InstalledModel) -> None:
    family = load_family(model.card.family)
    network = family.build(family.config_type(**model.card.network))
    load_weights(network, state_from_onnx(model.weights), what=model.card.id)
    assert sum(p.numel() for p in network.parameters()) == model.card.parameters
    graph, names = family.exportable(network.eval())
    size = model.card.input_size
    batch = np.random.default_rng(1).random((2, 3, size, size), dtype=np.float32)
    with torch.no_grad():
        expected = graph(torch.from_numpy(batch))
    outputs = LoadedModel(model, "cpu").run_raw(batch)
    assert tuple(outputs) == names == model.card.outputs
    for name, value in zip(names, expected, strict=True):
        assert np.abs(outputs[name] - value.numpy()).max() < 1e-3


@pytest.fixture(scope="module")
def faces() -> NDArray[np.float32]:
    """The 217 validation faces, `(217, 128, 128, 3)`."""
    if not TRAINING.exists():
        pytest.skip("the training portraits are not here")
    return tight_faces(validation_faces(TRAINING, min_detail=180), size=128)


@pytest.mark.parametrize(
    ("name", "side"), [*((name, 16) for name in TINY), *((name, 32) for name in ("sparnet-x8", *FINER))]
)
def test_a_model_beats_bicubic_on_the_faces_of_the_samples(name: str, side: int) -> None:
    few = tight_faces(validation_faces(SAMPLES, min_detail=180), size=128)
    image = run_small(name, small_faces(few, side)).image.transpose(0, 2, 3, 1)
    assert mean_psnr(image, few) > mean_psnr(small_faces(few, side), few) + 1


@pytest.mark.parametrize("name", UPRIGHT)
def test_a_model_that_sets_upright_beats_the_true_placement_on_the_faces_of_the_samples(name: str) -> None:
    placed = unaligned_faces(validation_faces(SAMPLES, min_detail=180), size=128)
    seen = small_faces(placed.seen, 16)
    upright = [
        np.clip(warped(face, source_from_destination=place.astype(np.float64), width=128, height=128), 0, 1)
        for face, place in zip(seen, placed.placements, strict=True)
    ]
    image = run_small(name, seen).image.transpose(0, 2, 3, 1)
    assert mean_psnr(image, placed.truth) > mean_psnr(np.stack(upright), placed.truth) + 0.5


@pytest.fixture(scope="module", params=IN_STEPS)
def in_steps(request: pytest.FixtureRequest, faces: NDArray[np.float32]) -> tuple[str, Restoration]:
    """A model that works in steps, and what it makes of all faces at 16 px: the longest calculation of all tests."""
    return request.param, run_small(request.param, small_faces(faces, 16))


def small_faces(faces: NDArray[np.float32], side: int) -> NDArray[np.float32]:
    from engine.degradation.blind import degrade_bicubic

    return np.stack([degrade_bicubic(face, side) for face in faces])


def run_small(name: str, low: NDArray[np.float32]) -> Restoration:
    return LoadedModel(MODELS[IDS.index(name)], "cpu").run(low.transpose(0, 3, 1, 2))


def mean_psnr(images: NDArray[np.float32], faces: NDArray[np.float32]) -> float:
    from engine.evaluation.metrics import psnr_y

    return float(np.mean([psnr_y(*pair) for pair in zip(images, faces, strict=True)]))


def assert_as_stated(name: str, side: int, image: NDArray[np.float32], faces: NDArray[np.float32]) -> None:
    """The mean PSNR of a model's faces `(N, 3, H, W)`, and bicubic's, are those on its card."""
    (stated,) = [score for score in MODELS[IDS.index(name)].card.scores if score.input_px == side]
    psnr, bicubic = mean_psnr(image.transpose(0, 2, 3, 1), faces), mean_psnr(small_faces(faces, side), faces)
    assert psnr == pytest.approx(stated.psnr_db, abs=0.02)
    assert bicubic == pytest.approx(stated.bicubic_psnr_db, abs=0.02)
    assert psnr > bicubic


@pytest.mark.slow
@pytest.mark.parametrize("side", [8, 16, 32, 48])
def test_sparnet_x8_beats_bicubic_as_its_card_says(side: int, faces: NDArray[np.float32]) -> None:
    assert_as_stated("sparnet-x8", side, run_small("sparnet-x8", small_faces(faces, side)).image, faces)


@pytest.mark.slow
def test_a_model_in_steps_beats_bicubic_as_its_card_says(
    in_steps: tuple[str, Restoration], faces: NDArray[np.float32]
) -> None:
    name, outputs = in_steps
    assert_as_stated(name, 16, outputs.image, faces)


@pytest.mark.slow
def test_later_steps_are_no_worse_than_the_first_and_landmarks_are_near_the_true_ones(
    in_steps: tuple[str, Restoration], faces: NDArray[np.float32]
) -> None:
    from engine.priors.landmarks68 import nrmse
    from engine.training.labels import face_labels, in_squares

    name, outputs = in_steps
    few = slice(None, None, 5)
    portraits = validation_faces(TRAINING, min_detail=180)[few]
    labels = face_labels(load_family("dic"), ["landmarks"], portraits)
    truth = in_squares(labels, portraits, side_px=128, extent=1.0)["landmarks"].values
    steps = [step[few].transpose(0, 2, 3, 1) for step in (*outputs.steps, outputs.image)]
    scores = [mean_psnr(step, faces[few]) for step in steps]
    assert len(scores) == {"dic-x8": 4, "mpenet-x8": 3}[name]
    assert min(scores[1:]) > scores[0]
    assert outputs.landmarks is not None
    assert nrmse(outputs.landmarks[few], truth).mean() < 0.06


def test_every_family_declares_outputs_and_a_paper() -> None:
    for family_id in FAMILIES:
        family = load_family(family_id)
        assert family.id == family_id
        assert family.outputs[0] == "image"
        assert family.paper


def test_the_tracked_tree_stays_under_56_mib() -> None:
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True)
    if listing.returncode != 0:
        pytest.skip("this is no git checkout")
    files = [ROOT / name for name in listing.stdout.split("\0") if name]
    assert sum(file.stat().st_size for file in files if file.is_file()) < 56 * 2**20
