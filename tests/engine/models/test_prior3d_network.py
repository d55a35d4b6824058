"""The networks that a 3D face guides have the paper's layers and equations, and restore without a prior as well."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import nn

from engine.errors import ModelError
from engine.models.base import ModelCard
from engine.models.exporting import export_model
from engine.models.prior3d.config import PAPER_SAM, Kind, Prior3dConfig
from engine.models.prior3d.network import (
    SAM,
    ChannelAttention,
    Prior3dGraph,
    Prior3dNetwork,
    SpatialAttentionBlock,
    SpatialFeatureTransform,
)
from engine.models.prior3d.priors import LIMITS, MAPS, RENDERED, coefficient_maps, crop_priors
from engine.models.prior3d.spec import SPEC
from engine.models.registry import InstalledModel, priors_of
from engine.priors.morphable import COUNT, FaceCoefficients
from engine.runtime.back_ends import quickest_back_end
from engine.runtime.sessions import LoadedModel
from tests.engine.models.told_faces import stand_in

SMALL = Prior3dConfig(features=8, conditions=8, blocks=2, unfold=2, reduction=4, skip="input", keeps_rendered=True)
SIZE = 128


@pytest.fixture(autouse=True)
def told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every crop has a usable face."""
    stand_in(monkeypatch)


def network(config: Prior3dConfig = SMALL, seed: int = 1) -> Prior3dNetwork:
    torch.manual_seed(seed)
    made = Prior3dNetwork(config).eval()
    for module in made.modules():  # so that priors change something
        if isinstance(module, SpatialFeatureTransform):
            nn.init.normal_(module.scale[2].weight, std=0.3)  # type: ignore[arg-type]
    nn.init.normal_(made.body.picture.weight, std=0.05)  # type: ignore[union-attr, arg-type]
    return made


def crops(seed: int, count: int = 2) -> torch.Tensor:
    return torch.rand(count, 3, SIZE, SIZE, generator=torch.Generator().manual_seed(seed))


def test_the_paper_size_has_what_the_paper_names() -> None:
    with torch.device("meta"):
        made = Prior3dNetwork(PAPER_SAM)
    assert isinstance(made.body, SAM) and len(made.body.blocks) == 8
    assert (PAPER_SAM.low_size, PAPER_SAM.map_size) == (16, 16)
    assert (dataclasses.replace(PAPER_SAM, scale=4).low_size, dataclasses.replace(PAPER_SAM, scale=4).scale) == (32, 4)
    assert sum(p.numel() for p in made.parameters()) == 799_987


@pytest.mark.parametrize(
    ("kind", "count"), [("srcnn", 20_099), ("srcnn+", 35_651), ("vdsr", 668_227), ("vdsr+", 669_955)]
)
def test_srcnn_and_vdsr_are_as_published_and_the_rendered_face_is_three_more_channels(kind: Kind, count: int) -> None:
    with torch.device("meta"):
        made = Prior3dNetwork(Prior3dConfig(network=kind))
    convolutions = [m for m in made.modules() if isinstance(m, nn.Conv2d)]
    assert convolutions[0].in_channels == (6 if kind.endswith("+") else 3)
    if kind.startswith("srcnn"):
        assert [m.kernel_size for m in convolutions] == [(9, 9), (1, 1), (5, 5)]
        assert [m.out_channels for m in convolutions] == [64, 32, 3]
    else:
        assert len(convolutions) == 20 and {m.kernel_size for m in convolutions} == {(3, 3)}
    assert sum(p.numel() for p in made.parameters()) == count


@torch.inference_mode()
@pytest.mark.parametrize("kind", ["srcnn", "srcnn+", "vdsr", "vdsr+", "sam"])
def test_every_variant_of_table_3_restores(kind: Kind) -> None:
    made = network(dataclasses.replace(SMALL, network=kind, layers=4))
    output = made(crops(1) * 2 - 1)
    assert output.image.shape == (2, 3, SIZE, SIZE)
    assert (output.attention is not None) == (kind == "sam")
    graph, names = SPEC.exportable(made)
    assert len(graph(crops(1))) == len(names)
    assert (SPEC.priors(made.config) is None) == (kind in ("srcnn", "vdsr")) == (not graph.options)  # type: ignore[arg-type]


@torch.inference_mode()
def test_a_transform_scales_and_shifts_by_the_priors() -> None:
    transform, features, psi = SpatialFeatureTransform(4, 6), torch.randn(2, 4, 5, 5), torch.randn(2, 6, 5, 5)
    fresh, heeded = transform(features, psi)
    torch.testing.assert_close(fresh, features, atol=0.1, rtol=0.05)
    for last in (transform.scale[2], transform.shift[2]):
        nn.init.normal_(last.weight)  # type: ignore[arg-type]
    mu, nu = 1 + transform.scale(psi), transform.shift(psi)
    found, heeded = transform(features, psi)
    torch.testing.assert_close(found, mu * features + nu)  # eq. 6
    torch.testing.assert_close(heeded, mu.abs().mean(dim=1, keepdim=True))


@torch.inference_mode()
def test_a_block_adds_its_attended_features() -> None:
    block, features, psi = SpatialAttentionBlock(8, 6, 4), torch.randn(1, 8, 5, 5), torch.randn(1, 6, 5, 5)
    x = block.layers(block.transform(features, psi)[0])
    torch.testing.assert_close(block(features, psi)[0], features + block.attention(x) * x)  # eq. 7
    factors = ChannelAttention(8, 4)(features)
    assert factors.shape == (1, 8, 1, 1) and bool(((factors > 0) & (factors < 1)).all())


def test_the_blocks_pass_gradcheck() -> None:
    block = SpatialAttentionBlock(2, 2, 1).double()
    generator = torch.Generator().manual_seed(3)
    parts = [torch.randn(1, 2, 3, 3, generator=generator, dtype=torch.double, requires_grad=True) for _ in range(2)]
    assert torch.autograd.gradcheck(lambda f, p: block(f, p), tuple(parts))


def test_every_weight_of_sam_is_reached_by_the_loss() -> None:
    made = network().train()
    made(crops(1) * 2 - 1).image.square().mean().backward()
    silent = [name for name, p in made.named_parameters() if p.grad is None or not p.grad.abs().max() > 0]
    assert silent == []


def test_coefficients_are_laid_out_in_squares_of_zeros() -> None:
    vector = np.zeros((2, COUNT), np.float32)
    vector[0] = LIMITS  # the upper end of each number
    maps = coefficient_maps(vector, 16, is_used=np.array([True, True]))
    assert maps.shape == (2, 4, 16, 16) and maps.min() == 0 and maps.max() == 1
    for number, count in enumerate((80, 64, 80, 15)):
        square = int(np.ceil(np.sqrt(count)))
        assert maps[0, number].sum() == count and maps[0, number, :square, :square].sum() == count
        assert maps[1, number].sum() == pytest.approx(count / 2)
    assert not coefficient_maps(vector, 16, is_used=np.array([False, False])).any()
    assert coefficient_maps(vector, 8, is_used=np.array([True, True]))[0, 0].sum() == 64


@torch.inference_mode()
def test_the_priors_guide_the_picture_and_can_be_switched_off() -> None:
    made, face = network(), crops(1) * 2 - 1
    found = crop_priors(SMALL, crops(1).numpy())
    rendered, maps = (torch.from_numpy(found.inputs[name]) for name in (RENDERED, MAPS))
    torch.testing.assert_close(made(face).image, made(face, rendered, maps).image)
    without = made(face, torch.zeros_like(rendered), torch.zeros_like(maps))
    assert float((made(face).image - without.image).abs().max()) > 1e-3
    assert without.attention is not None and bool(((without.attention >= 0) & (without.attention < 1)).all())


def test_a_share_of_faces_learns_without_its_prior() -> None:
    made = Prior3dNetwork(dataclasses.replace(SMALL, prior_dropout=0.5)).train()
    torch.manual_seed(0)
    rendered, maps = made._priors(crops(1, count=16) * 2 - 1)
    assert maps is not None
    is_on = rendered.flatten(1).any(dim=1)
    assert 2 < int(is_on.sum()) < 14 and torch.equal(is_on, maps.flatten(1).any(dim=1))
    assert bool(made.eval()._priors(crops(1) * 2 - 1)[0].flatten(1).any(dim=1).all())


@pytest.mark.parametrize("state", ["turned", "cut", "no_face"])
def test_a_refused_prior_is_switched_off_and_said(state: str, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(monkeypatch, state=state)
    found = crop_priors(SMALL, crops(1).numpy())
    assert found.refusals == (state, state)
    assert not any(values.any() for values in (*found.inputs.values(), *found.outputs.values()))


def exported(folder: Path, config: Prior3dConfig = SMALL) -> tuple[LoadedModel, Prior3dNetwork]:
    made = network(config)
    card = ModelCard(
        id="tiny", family="prior3d", title="t", paper="p", file="", sha256="", licence="l", input_size=SIZE,
        output_size=SIZE, useful_range=(10, 20), parameters=0, outputs=(),
    )  # fmt: skip
    card = export_model(family=SPEC, network=made, card=card, folder=folder)
    return LoadedModel(InstalledModel(card, folder, "user"), "cpu"), made


def test_the_exported_model_gives_what_torch_gives_and_what_its_prior_was(tmp_path: Path) -> None:
    loaded, made = exported(tmp_path)
    card = loaded.model.card
    assert "told_by" not in card.network or len(card.network["told_by"]) in (0, 16)
    assert card.outputs == ("image", "attention_block_1", "attention_block_2") and card.low_side == 16
    batch = crops(5, count=10)  # more than run at once
    found = loaded.run(batch.numpy())
    with torch.inference_mode():
        expected = Prior3dGraph(made)(batch)
    assert found.attention is not None
    for values, name in zip((found.image, *found.attention.values()), expected, strict=True):
        np.testing.assert_allclose(values, name.numpy(), atol=5e-3)
    assert found.prior_refusals == ("",) * 10
    assert found.rendered_prior is not None and found.rendered_prior.shape == (10, 4, SIZE, SIZE)
    assert found.morphable is not None and found.morphable["pose"].shape == (10, 6)
    assert tuple(loaded.run_raw(batch.numpy())) == card.outputs
    picture = loaded.run(batch.numpy(), picture_only=True)
    np.testing.assert_array_equal(picture.image, found.image)
    assert picture.rendered_prior is None and picture.prior_refusals == ()


def test_without_priors_the_graph_has_its_default_of_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded, _ = exported(tmp_path)
    stand_in(monkeypatch, state="no_face")
    batch = crops(5).numpy()
    session = loaded._network
    assert set(session.options) == {RENDERED, MAPS}
    (bare,) = session.run(["image"], {session.input: batch})
    np.testing.assert_allclose(loaded.run(batch).image, np.clip(bare, 0, 1), atol=1e-6)
    assert loaded.run(batch).prior_refusals == ("no_face", "no_face")


def test_a_model_with_priors_is_not_given_to_a_back_end_that_fixes_inputs(tmp_path: Path) -> None:
    loaded, _ = exported(tmp_path)
    assert quickest_back_end(loaded.model, "cpu") == "onnxruntime"
    assert priors_of(dataclasses.replace(loaded.model.card, family="unknown")) is None


def test_sizes_that_cannot_be_are_refused() -> None:
    with pytest.raises(ModelError, match="multiple of scale"):
        Prior3dConfig(scale=6)


def test_the_mean_face_says_nothing_of_somebody() -> None:
    maps = coefficient_maps(FaceCoefficients.mean_face().vector[None], 32, is_used=np.array([True]))
    assert set(np.unique(maps[0, :3])) == {0.0, 0.5}
