"""MPENet: sizes against the paper, what each step is given, its losses' gradients, labels, and its exported graph."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import nn

from engine.datasets.portraits import Portrait
from engine.errors import DataError, ModelError, RecipeError
from engine.models.base import ATTENTION_WEIGHTS, ModelCard
from engine.models.exporting import export_model
from engine.models.mpenet.config import PAPER_MPENET, Guidance, MpenetConfig
from engine.models.mpenet.labels import KIND, LABELS_FILE, WeakActionUnits
from engine.models.mpenet.losses import MpenetLosses, dice_loss, prior_scores, unit_weights, units_loss
from engine.models.mpenet.network import MPENet, MpenetGraph, MpenetOutput, ResNet18
from engine.models.mpenet.spec import SPEC
from engine.models.registry import InstalledModel
from engine.priors.action_units import NAMES, UNITS
from engine.priors.heatmaps import unit_centres, unit_regions
from engine.runtime.sessions import LoadedModel

SMALL = MpenetConfig(
    features=8, groups=2, feedback_stride=2, feedback_padding=1, alignment_width=8, hourglass_depth=2, unit_width=4
)
SIZE, COUNT = 128, len(UNITS)
AU = {unit.id: number for number, unit in enumerate(UNITS)}


def _network(config: MpenetConfig = SMALL, seed: int = 1) -> MPENet:
    torch.manual_seed(seed)
    network = MPENet(config).eval()
    if network.alignment is not None:  # so that heatmaps have peaks
        nn.init.normal_(network.alignment.head.weight, std=0.5)
    nn.init.normal_(network.picture.weight, std=0.05)
    return network


def _face(seed: int, count: int = 2) -> torch.Tensor:
    return torch.rand(count, 3, SIZE, SIZE, generator=torch.Generator().manual_seed(seed)) * 2 - 1


def _points(count: int = 1) -> torch.Tensor:
    return torch.rand(count, 68, 2, generator=torch.Generator().manual_seed(3)) * 80 + 24


def _shares(config: MpenetConfig, seed: int) -> list[float]:
    """How far each step's picture changes when all heatmaps, or all units, are another network's."""
    first, other = _network(config), _network(config, seed)
    changed = _network(config)
    if changed.alignment is not None and other.alignment is not None:
        changed.alignment.load_state_dict(other.alignment.state_dict())
    with torch.inference_mode():
        pairs = zip(first(_face(1)).steps, changed(_face(1)).steps, strict=True)
        return [float((a - b).abs().max()) for a, b in pairs]


def test_the_paper_size_has_the_layers_that_the_paper_names() -> None:
    with torch.device("meta"):
        network = MPENet(PAPER_MPENET)
    assert len(network.module.upBlocks) == len(network.module.downBlocks) == 6
    assert {m.out_channels for m in network.module.modules() if isinstance(m, nn.Conv2d)} == {48}
    assert network.alignment is not None and len(network.alignment.hourglasses) == 2
    assert not hasattr(network.module, "compress_in")
    kernels = [[m.kernel_size for m in fusion.modules() if isinstance(m, nn.Conv2d)] for fusion in network.fusions]
    assert kernels == [[(1, 1), (3, 3)]] * 3
    assert sum(p.numel() for p in network.parameters()) == 17_724_672


def test_the_branch_of_units_is_resnet_18() -> None:
    with torch.device("meta"):
        network = ResNet18(64, 1000)
    assert sum(p.numel() for p in network.parameters()) == 11_689_512  # torchvision's, He et al. table 1
    assert network.blocks(network.stem(torch.zeros(1, 3, 224, 224, device="meta"))).shape == (1, 512, 7, 7)


@torch.inference_mode()
def test_outputs_have_the_sizes_of_the_paper() -> None:
    output = _network()(_face(1))
    assert [tuple(step.shape) for step in output.steps] == [(2, 3, SIZE, SIZE)] * 3
    assert output.heatmaps is not None and output.heatmaps.shape == (2, 68, 32, 32)
    assert output.unit_logits is not None and output.unit_logits.shape == (2, COUNT)
    assert output.regions is not None and output.regions.shape == (2, COUNT, 32, 32)
    assert output.image is output.steps[2]


@torch.inference_mode()
def test_the_first_picture_of_fresh_weights_is_the_bilinear_enlargement() -> None:
    torch.manual_seed(0)
    network = MPENet(SMALL).eval()
    low = torch.rand(1, 3, 16, 16)
    whole = nn.functional.interpolate(low, scale_factor=8, mode="bicubic", align_corners=False)
    first = network(whole).steps[0]
    reduced = network.reduction @ whole @ network.reduction.T
    expected = nn.functional.interpolate(reduced, scale_factor=8, mode="bilinear", align_corners=False)
    torch.testing.assert_close(first, expected, atol=0.05, rtol=0)


def test_landmarks_guide_the_second_step_and_units_the_third() -> None:
    first, second, third = _shares(SMALL, seed=2)
    assert first == 0 and second > 1e-4 and third > 1e-4
    network, other = _network(), _network()
    assert other.classifier is not None
    nn.init.constant_(other.classifier.full.bias, 5.0)
    with torch.inference_mode():
        steps = zip(network(_face(1)).steps, other(_face(1)).steps, strict=True)
        changes = [float((a - b).abs().max()) for a, b in steps]
    assert changes[:2] == [0, 0] and changes[2] > 1e-4


@torch.inference_mode()
@pytest.mark.parametrize("guidance", ["none", "landmarks", "units", "regions"])
def test_every_variant_of_table_4_runs(guidance: Guidance) -> None:
    network = _network(dataclasses.replace(SMALL, guidance=guidance))
    output = network(_face(1))
    assert (output.heatmaps is None) == (guidance == "none")
    assert (output.unit_logits is None) == (guidance in ("none", "landmarks"))
    graph, names = SPEC.exportable(network)
    assert len(graph(_face(1))) == len(names)
    assert bool(graph.options) == (guidance == "regions")  # type: ignore[arg-type]


@torch.inference_mode()
def test_without_regions_a_unit_is_the_same_at_every_place() -> None:
    network, regions = _network(), torch.rand(1, COUNT, 32, 32)
    logits = torch.randn(1, COUNT)
    torch.testing.assert_close(network._unit_maps(logits, regions), logits.sigmoid()[..., None, None] * regions)
    spread = _network(dataclasses.replace(SMALL, guidance="units"))._unit_maps(logits, regions)
    assert (spread == logits.sigmoid()[..., None, None]).all()


def test_a_unit_acts_where_its_muscle_lies() -> None:
    points = _points()
    points[0, 39], points[0, 42] = torch.tensor([50.0, 40.0]), torch.tensor([74.0, 40.0])  # inner eye corners, 24 px
    points[0, 21], points[0, 22] = torch.tensor([52.0, 32.0]), torch.tensor([72.0, 32.0])  # inner brows
    points[0, 48], points[0, 54] = torch.tensor([46.0, 90.0]), torch.tensor([78.0, 90.0])  # lip corners
    centres = unit_centres(points)[0]
    assert centres[AU["AU1"]].tolist() == [[52, 20], [72, 20]]  # half of 24 px above
    assert centres[AU["AU12"]].tolist() == centres[AU["AU15"]].tolist() == [[46, 90], [78, 90]]
    regions = unit_regions(points, image_size=SIZE, map_size=SIZE, sigma=6.0)[0]
    smile = regions[AU["AU12"]]
    assert smile[90, 46] == smile[90, 78] == 1 and smile[20, 62] < 1e-6
    assert float(smile[90, 52]) == pytest.approx(np.exp(-0.5), rel=1e-3)


def test_the_losses_pass_gradcheck() -> None:
    generator = torch.Generator().manual_seed(5)
    logits = torch.randn(3, COUNT, generator=generator, dtype=torch.float64, requires_grad=True)
    labels = (torch.rand(3, COUNT, generator=generator) > 0.5).double()
    labels[1] = np.nan
    rates = tuple(np.linspace(0.05, 0.5, COUNT))
    assert torch.autograd.gradcheck(lambda x: units_loss(x, labels, rates), (logits,))
    assert torch.autograd.gradcheck(lambda x: dice_loss(x.sigmoid(), labels[:1]), (logits,))
    points = _points().double().requires_grad_()
    regions = lambda p: unit_regions(p, image_size=SIZE, map_size=8, sigma=1.0)  # noqa: E731
    assert torch.autograd.gradcheck(regions, (points,))


def test_the_loss_of_units_is_that_of_the_paper() -> None:
    rates = tuple(np.linspace(0.05, 0.5, COUNT))
    weights = unit_weights(rates)
    assert weights.sum() == pytest.approx(COUNT) and weights[0] / weights[-1] == pytest.approx(10)
    assert unit_weights(()).tolist() == pytest.approx([1.0] * COUNT)
    logits, labels = torch.randn(1, COUNT, generator=torch.Generator().manual_seed(6)), torch.zeros(1, COUNT)
    labels[0, ::2] = 1
    p, y = logits.sigmoid()[0].numpy(), labels[0].numpy()
    cross = -(y * np.log(p) + (1 - y) * np.log(1 - p))
    dice = 1 - (2 * y * p + 1) / (y**2 + p**2 + 1)
    assert float(units_loss(logits, labels, rates)) == pytest.approx((weights * (cross + dice)).sum(), rel=1e-5)


def test_faces_without_labels_count_for_nothing() -> None:
    logits = torch.randn(3, COUNT, generator=torch.Generator().manual_seed(7))
    labels = torch.ones(3, COUNT)
    labels[1:] = np.nan
    assert units_loss(logits, labels, ()) == units_loss(logits[:1], labels[:1], ())
    assert units_loss(logits[1:], labels[1:], ()) == 0


def test_terms_are_there_where_their_branch_and_labels_are() -> None:
    losses = MpenetLosses(alignment_weight=0.1, unit_weight=0.01)
    truth, output = torch.zeros(2, 3, SIZE, SIZE), _network()(_face(1))
    labels = {"landmarks": _points(2), KIND: torch.ones(2, COUNT)}
    found = {name: weight for name, (weight, _) in losses.terms(output, labels, truth).items()}
    assert found == {"alignment": 0.1, "units": 0.01}
    assert losses.terms(output, {}, truth) == {}
    bare = _network(dataclasses.replace(SMALL, guidance="none"))(_face(1))
    assert losses.terms(bare, labels, truth) == {} and prior_scores(bare, labels) == {}
    assert losses.labels == ("landmarks", KIND) and losses.finetuned().labels == ()
    assert len(losses.pictures(output)) == 3


def test_rates_that_cannot_be_are_refused() -> None:
    with pytest.raises(RecipeError, match=f"Expected {COUNT} unit_rates"):
        MpenetLosses(unit_rates=(0.1, 0.2))
    with pytest.raises(RecipeError, match="above 0"):
        MpenetLosses(unit_rates=(0.0,) * COUNT)


def test_units_are_scored_by_the_share_that_is_told_rightly() -> None:
    output = _network()(_face(1))
    logits = torch.full((2, COUNT), 3.0)
    logits[0, :4] = -3
    scores = prior_scores(
        MpenetOutput(output.steps, output.heatmaps, logits, output.regions),
        {KIND: torch.stack([torch.ones(COUNT), torch.full((COUNT,), np.nan)])},
    )
    assert scores["unit_accuracy"][0] == pytest.approx((COUNT - 4) / COUNT) and np.isnan(scores["unit_accuracy"][1])


def test_sizes_that_cannot_be_are_refused() -> None:
    with pytest.raises(ModelError, match="multiple of scale"):
        MpenetConfig(scale=6)
    with pytest.raises(ModelError, match="cannot be halved 6 times"):
        MpenetConfig(hourglass_depth=6)


def _portrait(folder: Path, name: str, *, pixels: bool = False) -> Portrait:
    return Portrait(
        name=name, path=folder / "train" / f"{name}.jpg", source="s", split="train", native_quad=200, inside=1,
        is_grey=False, is_engraving=False, quad=((0, 0), (0, 1), (1, 1), (1, 0)), tight_centre=(0, 0), tight_side=1,
        pixels=np.zeros((2, 2, 3), np.uint8) if pixels else None,
    )  # fmt: skip


def test_labels_come_from_the_file_beside_the_mesh(tmp_path: Path) -> None:
    source, is_on = WeakActionUnits(), np.zeros((2, COUNT), np.float16)
    is_on[1, AU["AU12"]] = 1
    with (tmp_path / LABELS_FILE).open("wb") as file:
        np.savez(file, names=np.array(["a", "b"]), units=np.array(NAMES), is_on=is_on)
    labels = source.of_faces([_portrait(tmp_path, name) for name in ("b", "unknown")])
    assert labels[0, AU["AU12"]] == 1 and labels[0].sum() == 1 and np.isnan(labels[1]).all()
    mirror = np.array([[-1.0, 0, 10], [0, 1, 0]])
    assert (source.in_crop(labels[0], mirror) == labels[0]).all()


def test_labels_that_are_not_there_are_missed(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no labels of action units"):
        WeakActionUnits().of_faces([_portrait(tmp_path, "a")])
    with pytest.raises(DataError, match="come without labels"):
        WeakActionUnits().of_faces([_portrait(tmp_path, "a", pixels=True)])
    with (tmp_path / LABELS_FILE).open("wb") as file:
        np.savez(file, names=np.array(["a"]), units=np.array(["AU1"]), is_on=np.zeros((1, 1)))
    with pytest.raises(DataError, match="other action units"):
        WeakActionUnits().of_faces([_portrait(tmp_path, "a")])


def test_the_exported_model_gives_what_torch_gives(tmp_path: Path) -> None:
    network = _network(dataclasses.replace(SMALL, mirror_average=True))
    card = ModelCard(
        id="tiny", family="mpenet", title="t", paper="p", file="", sha256="", licence="l", input_size=SIZE,
        output_size=SIZE, useful_range=(10, 20), parameters=0, outputs=(),
    )  # fmt: skip
    card = export_model(family=SPEC, network=network, card=card, folder=tmp_path)
    assert card.outputs[:6] == ("image", "steps_1", "steps_2", "landmarks", "heatmaps", "action_units")
    assert card.outputs[6:] == tuple(f"attention_{unit.id.replace('/', '_')}" for unit in UNITS)
    assert card.names["action_units"] == NAMES and card.names["attention_AU12"] == ("AU12 lip corner puller",)
    batch = (_face(5) + 1) / 2
    found = LoadedModel(InstalledModel(card, tmp_path, "user"), "cpu").run(batch.numpy())
    graph, names = SPEC.exportable(network)
    with torch.inference_mode():
        expected = dict(zip(names, graph(batch), strict=True))
    assert found.attention is not None and len(found.attention) == COUNT and len(found.steps) == 2
    assert found.heatmaps is not None and found.action_units is not None
    for values, name in (
        (found.image, "image"),
        (found.steps[0], "steps_1"),
        (found.action_units, "action_units"),
        (found.heatmaps, "heatmaps"),
    ):
        np.testing.assert_allclose(values, expected[name].numpy(), atol=2e-2, err_msg=name)


@torch.inference_mode()
def test_factors_of_regions_silence_units() -> None:
    network = _network()
    graph = MpenetGraph(network)
    batch = (_face(1) + 1) / 2
    assert torch.equal(graph(batch)[0], graph(batch, graph.options[ATTENTION_WEIGHTS])[0])
    silent = graph(batch, torch.zeros(1, COUNT))
    assert not torch.equal(graph(batch)[0], silent[0]) and torch.equal(graph(batch)[2], silent[2])
    assert all(float(values.max()) == 0 for values in silent[6:])
