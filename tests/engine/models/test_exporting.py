"""The ONNX artifact agrees with torch, is small, and can be loaded back for fine-tuning."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import onnx
import pytest
import torch

from engine.errors import ModelError
from engine.models.base import ModelCard
from engine.models.card import read_card
from engine.models.exporting import export_model, load_weights, state_from_onnx
from engine.models.registry import InstalledModel
from engine.models.sparnet.config import SparnetConfig
from engine.models.sparnet.network import SPARNet
from engine.models.sparnet.spec import SPEC
from engine.runtime.sessions import LoadedModel


def installed(network: SPARNet, card: ModelCard, folder: Path) -> InstalledModel:
    return InstalledModel(export_model(family=SPEC, network=network, card=card, folder=folder), folder, "user")


@pytest.fixture(scope="module")
def model(small_network: SPARNet, small_card: ModelCard, tmp_path_factory: pytest.TempPathFactory) -> InstalledModel:
    """The small network, exported."""
    return installed(small_network, small_card, tmp_path_factory.mktemp("model"))


def test_onnx_and_torch_agree_to_a_thousandth_at_any_batch_size(model: InstalledModel, small_network: SPARNet) -> None:
    loaded = LoadedModel(model, "cpu")
    for count in (1, 3, 11):
        batch = np.random.default_rng(count).random((count, 3, 32, 32), dtype=np.float32)
        outputs = loaded.run_raw(batch)
        with torch.no_grad():
            expected = small_network(torch.from_numpy(batch) * 2 - 1)
        image = ((expected.image + 1) / 2).clamp(0, 1).numpy()
        assert np.abs(outputs["image"] - image).max() < 1e-3
        for name, attention in zip(small_network.config.attention_names, expected.attention, strict=True):
            assert np.abs(outputs[f"attention_{name}"] - attention.numpy()).max() < 1e-3


def test_initializers_keep_their_state_dict_names_and_load_back_strictly(
    model: InstalledModel, small_network: SPARNet
) -> None:
    copy = SPARNet(small_network.config)
    load_weights(copy, state_from_onnx(model.weights), what="the copy")
    for name, value in small_network.state_dict().items():
        if not name.endswith("num_batches_tracked"):
            torch.testing.assert_close(copy.state_dict()[name], value, atol=1e-3, rtol=1e-3)


def test_large_weights_are_stored_as_half_floats(model: InstalledModel) -> None:
    large = [t for t in onnx.load(model.weights).graph.initializer if np.prod(t.dims) >= 1024]
    assert large
    assert {t.data_type for t in large} == {onnx.TensorProto.FLOAT16}


def test_spectral_norm_is_folded_without_changing_the_result(small_card: ModelCard, tmp_path: Path) -> None:
    torch.manual_seed(5)
    config = SparnetConfig(
        size=32, base_channels=8, max_channels=16, smallest_feature=8, body_units=1, attention_width=8,
        attention_bottleneck=16, norm="instance", spectral_norm=True,
    )  # fmt: skip
    network = SPARNet(config).eval()
    batch = torch.rand(2, 3, 32, 32)
    with torch.no_grad():
        expected = ((network(batch * 2 - 1).image + 1) / 2).clamp(0, 1).numpy()
    loaded = LoadedModel(installed(network, small_card, tmp_path), "cpu")
    assert np.abs(loaded.run_raw(batch.numpy())["image"] - expected).max() < 1e-3


def test_a_mirror_averaged_model_treats_a_face_and_its_mirror_image_alike(
    small_network: SPARNet, small_card: ModelCard, tmp_path: Path
) -> None:
    network = SPARNet(replace(small_network.config, mirror_average=True)).eval()
    network.load_state_dict(small_network.state_dict())
    loaded = LoadedModel(installed(network, small_card, tmp_path), "cpu")
    batch = np.random.default_rng(0).random((3, 3, 32, 32), dtype=np.float32)
    one, other = loaded.run_raw(batch), loaded.run_raw(batch[..., ::-1])
    np.testing.assert_allclose(one["image"], other["image"][..., ::-1], atol=1e-4)
    with torch.no_grad():
        plain = [small_network(torch.from_numpy(b.copy()) * 2 - 1) for b in (batch, batch[..., ::-1])]
    mean = (plain[0].image + plain[1].image.flip(3)).numpy() / 4 + 0.5
    np.testing.assert_allclose(one["image"], mean.clip(0, 1), atol=1e-3)
    np.testing.assert_allclose(one["attention_up_1"], plain[0].attention[-2].numpy(), atol=1e-3)


def test_the_card_read_back_is_the_card_written(model: InstalledModel, small_network: SPARNet) -> None:
    assert read_card(model.folder) == model.card
    assert model.card.outputs[0] == "image"
    assert model.card.parameters == sum(p.numel() for p in small_network.parameters())


def test_changed_weights_are_refused(model: InstalledModel, tmp_path: Path) -> None:
    content = bytearray(model.weights.read_bytes())
    content[len(content) // 2] ^= 1
    changed = replace(model, folder=tmp_path)
    changed.weights.write_bytes(content)
    with pytest.raises(ModelError, match="SHA-256"):
        LoadedModel(changed, "cpu")


def test_strict_loading_names_the_first_missing_and_the_first_unexpected_tensor(small_network: SPARNet) -> None:
    state = small_network.state_dict()
    state["surplus.weight"] = state.pop("encoder.0.conv2d.weight")
    with pytest.raises(ModelError, match=r"'encoder\.0\.conv2d\.weight' is missing .*'surplus\.weight' is unexpected"):
        load_weights(small_network, state, what="the file")


def test_a_broken_card_is_an_error_with_its_path(tmp_path: Path) -> None:
    (tmp_path / "card.toml").write_text("id = 3 =")
    with pytest.raises(ModelError, match=r"card\.toml is broken"):
        read_card(tmp_path)


def test_a_reduced_model_gives_the_same_in_onnx_and_torch_at_any_batch_size_and_loads_back(
    small_network: SPARNet, small_card: ModelCard, tmp_path: Path
) -> None:
    network = SPARNet(replace(small_network.config, size=64, reduction=2)).eval()
    network.load_state_dict(small_network.state_dict())  # the enlargement adds no tensor
    model = installed(network, replace(small_card, input_size=64, output_size=64), tmp_path)
    loaded = LoadedModel(model, "cpu")
    for count in (1, 3):
        batch = np.random.default_rng(count).random((count, 3, 64, 64), dtype=np.float32)
        with torch.no_grad():
            expected = ((network(torch.from_numpy(batch) * 2 - 1).image + 1) / 2).clamp(0, 1).numpy()
        np.testing.assert_allclose(loaded.run_raw(batch)["image"], expected, atol=1e-3)
    load_weights(SPARNet(network.config), state_from_onnx(model.weights), what="the copy")
