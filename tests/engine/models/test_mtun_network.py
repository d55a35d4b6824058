"""MTUN: sizes, what its transformer can and cannot do, its losses' gradients, and its exported graph."""

from __future__ import annotations

import dataclasses
import math
from pathlib import Path

import numpy as np
import pytest
import torch

from engine.datasets.labels import PLACEMENT
from engine.datasets.unaligned import placement
from engine.errors import ModelError
from engine.models.base import ModelCard
from engine.models.exporting import export_model
from engine.models.mtun.config import PAPER_MTUN, MtunConfig
from engine.models.mtun.labels import KIND
from engine.models.mtun.losses import (
    MtunLosses,
    component_heatmaps,
    placement_loss,
    placement_scores,
    structure_loss,
    truth_where_set,
)
from engine.models.mtun.network import MTUN, MtunOutput, component_centres
from engine.models.mtun.spec import SPEC
from engine.models.mtun.transformer import Locator, composed, from_px, in_px, mirror, similarity, warped
from engine.models.registry import InstalledModel
from engine.runtime.sessions import LoadedModel

SMALL = MtunConfig(channels=(8, 8, 8), widths=(8, 8, 8), stacks=2, locator_width=4, locator_hidden=8)
SIZE = 128


def _network(config: MtunConfig = SMALL, seed: int = 1) -> MTUN:
    torch.manual_seed(seed)
    network = MTUN(config).eval()
    for locator in network.locators:  # so that faces are moved
        torch.nn.init.normal_(locator.get_parameter("full.2.weight"), std=0.05)
    return network


def _face(seed: int, count: int = 2) -> torch.Tensor:
    return torch.rand(count, 3, SIZE, SIZE, generator=torch.Generator().manual_seed(seed)) * 2 - 1


def _landmarks(*, hidden: tuple[int, ...] = ()) -> torch.Tensor:
    """Landmarks `(1, 68, 3)` spread over the picture."""
    points = torch.rand(1, 68, 2, generator=torch.Generator().manual_seed(3)) * 80 + 24
    seen = torch.ones(1, 68, 1)
    seen[:, list(hidden)] = 0
    return torch.cat([points, seen], dim=2)


def test_the_paper_size_has_the_layers_that_the_paper_names() -> None:
    with torch.device("meta"):
        network = MTUN(PAPER_MTUN)
    locator = network.locators[0]
    assert isinstance(locator, Locator)
    convs = [m for m in locator.convs if isinstance(m, torch.nn.Conv2d)]
    full = [m for m in locator.full if isinstance(m, torch.nn.Linear)]
    assert [(m.kernel_size, m.padding, m.out_channels) for m in convs] == [((5, 5), (0, 0), 20)] * 2
    assert [(m.in_features, m.out_features) for m in full] == [(80, 20), (20, 4)]
    assert network.branch is not None and len(network.branch.hourglasses) == 4


@torch.inference_mode()
@pytest.mark.parametrize("heatmap_size", [16, 32, 64])
def test_maps_have_the_size_at_which_features_are_aligned(heatmap_size: int) -> None:
    output = _network(dataclasses.replace(SMALL, heatmap_size=heatmap_size))(_face(1))
    assert output.image.shape == (2, 3, SIZE, SIZE)
    assert [tuple(maps.shape) for maps in output.heatmaps] == [(2, 4, heatmap_size, heatmap_size)] * 2
    assert output.transform.shape == (2, 2, 3)


@torch.inference_mode()
@pytest.mark.parametrize(
    "change",
    [{"stacks": 0}, {"is_autoencoder": False}, {"has_skip": False}, {"is_residual": True}, {"locator_rounds": 2}],
)
def test_every_variant_of_the_comparisons_runs(change: dict[str, object]) -> None:
    output = _network(dataclasses.replace(SMALL, **change))(_face(1))  # type: ignore[arg-type]
    assert output.image.shape == (2, 3, SIZE, SIZE)
    assert len(output.heatmaps) == (0 if change == {"stacks": 0} else 2)


def test_sizes_that_cannot_be_are_refused() -> None:
    with pytest.raises(ModelError, match="16, 32 or 64"):
        MtunConfig(heatmap_size=128)
    with pytest.raises(ModelError, match="size of 128"):
        MtunConfig(size=64)
    with pytest.raises(ModelError, match="at least one round"):
        MtunConfig(locator_rounds=0)
    with pytest.raises(ModelError, match="last_looks from 1 to 8"):
        MtunConfig(last_looks=0)


def test_the_last_locator_looks_again() -> None:
    config = dataclasses.replace(SMALL, locator_rounds=2)
    once, thrice = _network(config), _network(dataclasses.replace(config, last_looks=3))
    features = once.features(_face(1))
    found = once.transform(features)
    for _ in range(2):
        found = composed(found, once.locators[-1](warped(features, found)))
    torch.testing.assert_close(thrice.transform(features), found)
    assert (found - once.transform(features)).abs().max() > 1e-4


def test_the_transform_has_four_degrees_of_freedom_and_cannot_shear() -> None:
    numbers = torch.randn(50, 4, generator=torch.Generator().manual_seed(2), dtype=torch.float64)
    linear = similarity(numbers)[:, :, :2]
    product = linear.transpose(1, 2) @ linear
    torch.testing.assert_close(product, product[:, :1, :1] * torch.eye(2, dtype=torch.float64))
    twice = composed(similarity(numbers), similarity(numbers.flip(0)))[:, :, :2]
    torch.testing.assert_close(twice[:, 0, 0], twice[:, 1, 1])
    torch.testing.assert_close(twice[:, 0, 1], -twice[:, 1, 0])
    directions = torch.autograd.functional.jacobian(lambda n: similarity(n[None]).flatten(), numbers[0])
    assert torch.linalg.matrix_rank(torch.as_tensor(directions)) == 4


def test_the_transformer_passes_gradcheck() -> None:
    generator = torch.Generator().manual_seed(4)
    image = torch.rand(1, 2, 6, 6, generator=generator, dtype=torch.float64, requires_grad=True)
    numbers = (0.1 * torch.randn(1, 4, generator=generator, dtype=torch.float64)).requires_grad_()
    assert torch.autograd.gradcheck(lambda i, n: warped(i, similarity(n)), (image, numbers))
    assert torch.autograd.gradcheck(lambda n: composed(similarity(n), similarity(2 * n)), (numbers,))


def test_the_losses_pass_gradcheck() -> None:
    generator = torch.Generator().manual_seed(5)
    landmarks = _landmarks(hidden=(36, 37)).double()
    found = torch.rand(1, 4, 8, 8, generator=generator, dtype=torch.float64, requires_grad=True)
    truth = component_heatmaps(landmarks, image_size=SIZE, heatmap_size=8)
    assert torch.autograd.gradcheck(lambda maps: structure_loss(maps, truth, landmarks), (found,))
    numbers = (0.2 * torch.randn(2, 4, generator=generator, dtype=torch.float64)).requires_grad_()
    goal = torch.from_numpy(np.stack([placement(0.3, size=SIZE)] * 2))
    assert torch.autograd.gradcheck(lambda n: placement_loss(similarity(n), goal, image_size=SIZE), (numbers,))


def test_a_picture_is_turned_the_way_the_transform_says() -> None:
    image = torch.zeros(1, 1, 65, 65)
    image[0, 0, 32, 52] = 1.0  # 20 px right of the middle
    turned = warped(image, from_px(torch.from_numpy(placement(math.pi / 2, size=65)).float()[None], 65))
    # what lies right of the middle in the input lies above it in the upright picture, which is turned clockwise there
    assert divmod(int(turned.argmax()), 65) == (12, 32)


def test_a_mirrored_transform_gives_the_mirrored_picture() -> None:
    image = torch.rand(1, 1, 32, 32, generator=torch.Generator().manual_seed(6))
    transform = similarity(torch.tensor([[0.1, 0.3, 0.2, -0.1]]))
    torch.testing.assert_close(warped(image.flip(3), mirror(transform)), warped(image, transform).flip(3))


@torch.inference_mode()
def test_the_mirror_average_gives_a_mirrored_face_the_mirrored_picture() -> None:
    graph, _ = SPEC.exportable(_network(dataclasses.replace(SMALL, mirror_average=True, is_residual=True)))
    face = (_face(7) + 1) / 2
    image, transform, heatmaps, _ = graph(face)
    mirrored = graph(face.flip(3))
    torch.testing.assert_close(mirrored[0], image.flip(3), atol=1e-4, rtol=0)
    torch.testing.assert_close(mirrored[2], heatmaps.flip(3), atol=1e-4, rtol=0)
    assert (mirrored[1][:, 0, 0] - transform[:, 0, 0]).abs().max() < 1e-4
    assert (mirrored[1][:, 0, 1] + transform[:, 0, 1]).abs().max() < 1e-4
    alone, _ = SPEC.exportable(_network(dataclasses.replace(SMALL, is_residual=True)))
    assert (alone(face)[0] - image).abs().max() > 1e-3


def test_px_and_halves_of_the_side_say_the_same() -> None:
    matrix = torch.from_numpy(placement(0.4, size=SIZE, scale=1.2, shift=(3.0, -5.0)))[None]
    torch.testing.assert_close(in_px(from_px(matrix, SIZE), SIZE), matrix)
    torch.testing.assert_close(in_px(similarity(torch.zeros(1, 4)), SIZE), torch.eye(2, 3)[None])


def test_hidden_landmarks_are_not_in_the_true_maps() -> None:
    right_eye = tuple(range(36, 42))
    whole = component_heatmaps(_landmarks(), image_size=SIZE, heatmap_size=64)
    half = component_heatmaps(_landmarks(hidden=right_eye), image_size=SIZE, heatmap_size=64)
    none = component_heatmaps(_landmarks(hidden=tuple(range(36, 48))), image_size=SIZE, heatmap_size=64)
    assert half[0, 0].sum() == pytest.approx(float(whole[0, 0].sum()) / 2, rel=0.05)
    assert none[0, 0].max() == 0
    torch.testing.assert_close(none[0, 1:], whole[0, 1:])


def test_the_structure_loss_counts_the_landmarks_that_are_seen() -> None:
    found = torch.zeros(1, 4, 64, 64)
    for hidden, share in (((), 12), (tuple(range(36, 42)), 6)):
        landmarks = _landmarks(hidden=hidden)
        truth = component_heatmaps(landmarks, image_size=SIZE, heatmap_size=64)
        truth[:, 1:] = 0
        expected = truth[0, 0].square().sum() / share / 4
        torch.testing.assert_close(structure_loss(found, truth, landmarks), expected)


def test_placement_is_scored_in_degrees_size_and_px() -> None:
    truth = torch.from_numpy(np.stack([placement(math.radians(20), size=SIZE, scale=0.9)])).float()
    found = from_px(torch.from_numpy(np.stack([placement(math.radians(-10), size=SIZE, scale=0.9)])).float(), SIZE)
    image = torch.zeros(1, 3, SIZE, SIZE)
    scores = placement_scores(MtunOutput(image, (), found), {PLACEMENT: truth})
    assert scores["turn_error_deg"] == pytest.approx([30], abs=1e-3)
    assert scores["size_error"] == pytest.approx([0], abs=1e-6)
    corner = 0.9 * 64 * math.sqrt(2) * 2 * math.sin(math.radians(15))
    assert scores["corner_error_px"] == pytest.approx([corner], rel=1e-4)
    assert placement_scores(MtunOutput(image, (), found), {}) == {}


def test_terms_are_there_where_their_labels_are() -> None:
    losses = MtunLosses(heatmap_weight=0.5, placement_weight=2.0)
    output = _network()(_face(1, count=1))
    truth = torch.zeros(1, 3, SIZE, SIZE)
    labels = {KIND: _landmarks(), PLACEMENT: torch.from_numpy(placement(0.1, size=SIZE))[None].float()}
    assert {name: weight for name, (weight, _) in losses.terms(output, labels, truth).items()} == {
        "heatmaps": 0.5,
        "placement": 2.0,
    }
    assert losses.terms(output, {}, truth) == {}
    assert losses.labels == (KIND,)
    assert losses.finetuned().labels == ()


def test_the_truth_is_seen_where_the_face_was_set() -> None:
    """A face that was set 10 px too far to the right shows what the truth has 10 px further to the left."""
    rows, columns = torch.meshgrid(torch.linspace(0, 6, SIZE), torch.linspace(0, 9, SIZE), indexing="ij")
    truth = (torch.sin(rows) * torch.cos(columns)).expand(1, 3, SIZE, SIZE) * 0.9
    place = torch.from_numpy(placement(0.4, size=SIZE, scale=0.9, shift=(3, -5))).float()[None]
    assert (truth_where_set(from_px(place, SIZE), place, truth) - truth).abs().max() < 1e-3
    moved = place.clone()
    moved[0, :, 2] -= place[0, :, :2] @ torch.tensor([10.0, 0.0])
    seen = truth_where_set(from_px(moved, SIZE), place, truth)
    assert (seen[..., 10:] - truth[..., :-10]).abs().max() < 1e-3


def test_the_picture_is_compared_where_the_recipe_says() -> None:
    truth = torch.rand(1, 3, SIZE, SIZE) * 2 - 1
    place = torch.from_numpy(placement(0.3, size=SIZE)).float()[None]
    output = MtunOutput(truth, (), similarity(torch.zeros(1, 4)))
    assert MtunLosses().truth(output, {PLACEMENT: place}, truth) is truth
    where_set = MtunLosses(compares_where_set=True)
    assert where_set.truth(output, {}, truth) is truth
    turned = warped(truth, from_px(torch.from_numpy(placement(-0.3, size=SIZE)).float()[None], SIZE), mode="bicubic")
    assert (where_set.truth(output, {PLACEMENT: place}, truth) - turned.clamp(-1, 1)).abs().max() < 1e-4


def test_centres_are_the_middle_of_each_map() -> None:
    maps = torch.zeros(1, 2, 64, 64)
    maps[0, 0, 10:13, 20:23] = 1
    centres = component_centres(maps, image_size=SIZE)
    torch.testing.assert_close(centres[0, 0], torch.tensor([42.5, 22.5]), atol=0.05, rtol=0)
    torch.testing.assert_close(centres[0, 1], torch.tensor([63.5, 63.5]))


def test_the_exported_model_gives_what_torch_gives(tmp_path: Path) -> None:
    network = _network(dataclasses.replace(SMALL, locator_rounds=2, is_residual=True))
    card = ModelCard(
        id="tiny", family="mtun", title="t", paper="p", file="", sha256="", licence="l", input_size=SIZE,
        output_size=SIZE, useful_range=(10, 20), parameters=0, outputs=(),
    )  # fmt: skip
    card = export_model(family=SPEC, network=network, card=card, folder=tmp_path)
    assert card.outputs == ("image", "transform", "heatmaps", "landmarks")
    assert card.names["heatmaps"] == ("eyes", "nose", "mouth", "chin") and card.sets_upright and card.low_side == 16
    batch = (_face(5) + 1) / 2
    found = LoadedModel(InstalledModel(card, tmp_path, "user"), "cpu").run(batch.numpy())
    graph, names = SPEC.exportable(network)
    with torch.inference_mode():
        expected = dict(zip(names, graph(batch), strict=True))
    for name, tolerance in (("image", 5e-3), ("transform", 0.05), ("heatmaps", 5e-3), ("landmarks", 1.0)):
        values = getattr(found, name)
        assert values is not None
        np.testing.assert_allclose(values, expected[name].numpy(), atol=tolerance, err_msg=name)
