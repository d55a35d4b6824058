"""SPARNet's wavelet layout: nothing is lost on the way down, and no grid is drawn on the way up."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from engine.errors import ModelError
from engine.models.base import ModelCard
from engine.models.exporting import export_model, load_weights, state_from_onnx
from engine.models.registry import InstalledModel
from engine.models.sparnet.config import SparnetConfig
from engine.models.sparnet.network import SPARNet
from engine.models.sparnet.spec import SPEC
from engine.models.sparnet.wavelet_network import HaarDown, WaveletSparnet, haar_up
from engine.paths import resources_folder
from engine.runtime.sessions import LoadedModel
from engine.training.recipe import read_recipe

SMALL = SparnetConfig(
    layout="wavelet", size=32, base_channels=8, max_channels=24, smallest_feature=4, body_units=2, side_units=1,
    attention_width=8, norm="none", activation="prelu", padding="zeros", global_skip=True,
)  # fmt: skip
PERIODS = (2, 4)  # px


def shipped_config() -> SparnetConfig:
    return read_recipe(resources_folder() / "recipes" / "sparnet" / "sparnet-hd-wavelet.toml").network


def drawing(config: SparnetConfig, *, seed: int = 1) -> WaveletSparnet:
    """A fresh network whose last convolution is not zero, so that it draws something."""
    torch.manual_seed(seed)
    network = WaveletSparnet(config).eval()
    network.get_parameter("out_conv.1.conv2d.weight").data.normal_(std=0.2)
    return network


def test_the_haar_transform_gives_the_picture_back_and_keeps_its_energy() -> None:
    picture = torch.rand(2, 3, 12, 20, dtype=torch.float64, generator=torch.Generator().manual_seed(0))
    bands = HaarDown()(picture)
    assert bands.shape == (2, 12, 6, 10)
    torch.testing.assert_close(haar_up(bands), picture)
    torch.testing.assert_close(4 * bands.square().sum(), picture.square().sum())
    torch.testing.assert_close(bands[:, :3], torch.nn.functional.avg_pool2d(picture, 2))


def test_the_haar_transform_has_the_right_gradient() -> None:
    picture = torch.rand(1, 2, 4, 4, dtype=torch.float64, requires_grad=True)
    assert torch.autograd.gradcheck(HaarDown(), (picture,))


def test_the_recipes_network_has_the_size_and_the_maps_that_it_is_meant_to_have() -> None:
    config = shipped_config()
    with torch.device("meta"):
        network = SPEC.build(config)
    assert isinstance(network, WaveletSparnet)
    assert sum(p.numel() for p in network.parameters()) == 2_847_230  # 5.4 MiB in half precision
    output = network(torch.zeros(1, 3, 256, 256, device="meta"))
    assert output.image.shape == (1, 3, 256, 256)
    assert [m.shape[-1] for m in output.attention] == [64] * 3 + [32] * 5 + [64] * 3
    assert config.attention_names == (
        *("in_1", "in_2", "in_3"), *("body_1", "body_2", "body_3", "body_4", "body_5"), *("out_1", "out_2", "out_3"),
    )  # fmt: skip


@pytest.mark.parametrize("smallest", [8, 4])
def test_any_number_of_halvings_from_two_gives_the_picture_its_size(smallest: int) -> None:
    network = WaveletSparnet(replace(SMALL, smallest_feature=smallest)).eval()
    output = network(torch.rand(2, 3, 32, 32))
    assert output.image.shape == (2, 3, 32, 32)
    assert [m.shape[-1] for m in output.attention] == [2 * smallest, smallest, smallest, 2 * smallest]
    assert all((m > 0).all() and (m < 1).all() for m in output.attention)


def test_a_fresh_network_gives_its_input_back() -> None:
    picture = torch.rand(1, 3, 32, 32)
    assert torch.equal(WaveletSparnet(SMALL).eval()(picture).image, picture)


def test_all_parameters_learn() -> None:
    network = drawing(SMALL)
    network(torch.rand(2, 3, 32, 32)).image.square().mean().backward()
    assert all(p.grad is not None and p.grad.abs().sum() > 0 for p in network.parameters())


def test_a_network_draws_no_grid_before_it_has_learnt_one() -> None:
    network = drawing(replace(SMALL, size=64, smallest_feature=8, padding="reflect"))
    even = torch.tensor([0.1, -0.4, 0.9])[None, :, None, None].expand(1, 3, 64, 64)
    with torch.no_grad():
        added = network(even).image - even
    assert added.abs().mean() > 1e-3
    torch.testing.assert_close(added, added[..., :1, :1].expand_as(added), atol=1e-5, rtol=0)


def test_what_a_network_adds_to_noise_has_no_peak_where_a_grid_would_be() -> None:
    network = drawing(replace(SMALL, size=64, smallest_feature=8))
    noise = torch.rand(16, 3, 64, 64, generator=torch.Generator().manual_seed(0)) * 2 - 1
    with torch.no_grad():
        added = (network(noise).image - noise).mean(
            dim=0
        )  # what is drawn at a fixed place stays, the rest averages out
    centre = added[:, 16:48, 16:48]
    amplitude = torch.fft.rfft2(centre).abs().mean(dim=0)
    amplitude[0, 0] = 0
    for period in PERIODS:
        assert amplitude[0, 32 // period] < 4 * amplitude.median()


def test_a_reduced_network_adds_the_difference_of_the_small_one() -> None:
    small = drawing(SMALL)
    large = WaveletSparnet(replace(SMALL, size=64, reduction=2)).eval()
    large.load_state_dict(small.state_dict())
    picture = torch.rand(1, 3, 64, 64)
    with torch.no_grad():
        reduced = torch.nn.functional.avg_pool2d(picture, 2)
        added = small(reduced).image - reduced
        torch.testing.assert_close(large(picture).image, picture + large.enlarge(added))


def test_what_the_layout_lacks_is_refused() -> None:
    for change in ({"shuffle": 2}, {"weave_filter": True}, {"detail_gain": 0.2}, {"global_skip": False}):
        with pytest.raises(ModelError, match="wavelet layout"):
            replace(SMALL, **change)
    with pytest.raises(ModelError, match="at least twice"):
        replace(SMALL, smallest_feature=16)


def test_without_a_layout_the_network_is_the_papers() -> None:
    assert isinstance(SPEC.build(SparnetConfig(size=32, body_units=1)), SPARNet)


@pytest.mark.parametrize("mirror_average", [False, True])
def test_the_exported_file_agrees_with_torch_and_can_be_loaded_back(
    small_card: ModelCard, tmp_path: Path, *, mirror_average: bool
) -> None:
    config = replace(SMALL, mirror_average=mirror_average)
    network = drawing(config)
    card = export_model(family=SPEC, network=network, card=small_card, folder=tmp_path)
    assert card.outputs == ("image", *(f"attention_{name}" for name in config.attention_names))
    batch = np.random.default_rng(2).random((3, 3, 32, 32), dtype=np.float32)
    outputs = LoadedModel(InstalledModel(card, tmp_path, "user"), "cpu").run_raw(batch)
    with torch.no_grad():
        expected = SPEC.exportable(network)[0](torch.from_numpy(batch))
    for name, value in zip(card.outputs, expected, strict=True):
        assert np.abs(outputs[name] - value.numpy()).max() < 1e-3
    again = WaveletSparnet(config)
    load_weights(again, state_from_onnx(tmp_path / card.file), what="the file")
