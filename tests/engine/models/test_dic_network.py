"""DIC: the published tensors, what a step gives, and that nothing is kept from one call to the next."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import pytest
import torch

from engine.alignment.resample import resize_bicubic
from engine.errors import ModelError
from engine.models.base import ModelCard
from engine.models.dic.config import PAPER_DIC, DicConfig
from engine.models.dic.network import DIC, AttentiveFusion
from engine.models.dic.spec import SPEC
from engine.models.exporting import export_model, load_weights, state_from_onnx
from engine.models.hourglass import RecurrentHourglass
from engine.models.registry import InstalledModel, names_of
from engine.priors.landmarks68 import NAMES
from engine.runtime.outputs import restoration_from_outputs
from engine.runtime.sessions import LoadedModel
from tests.engine.small_models import SMALL_DIC

KEYS = Path(__file__).parents[4] / "shared" / "peers" / "dic.keys.json"


def _network(config: DicConfig = SMALL_DIC, seed: int = 1) -> DIC:
    torch.manual_seed(seed)
    return DIC(config).eval()


def _face(seed: int, count: int = 2) -> torch.Tensor:
    return torch.rand(count, 3, 128, 128, generator=torch.Generator().manual_seed(seed)) * 2 - 1


def test_the_paper_size_has_the_published_tensors() -> None:
    if not KEYS.exists():
        pytest.skip("../shared/peers/dic.keys.json is not here")
    published = {entry["name"]: tuple(entry["shape"]) for entry in json.loads(KEYS.read_text())["keys"]}
    with torch.device("meta"):
        network = SPEC.build(PAPER_DIC)
    assert {name: tuple(tensor.shape) for name, tensor in network.state_dict().items()} == published
    assert sum(parameter.numel() for parameter in network.parameters()) == 21_803_849


@torch.inference_mode()
def test_every_step_gives_a_picture_and_heatmaps_and_the_later_ones_attention() -> None:
    output = _network()(_face(1))
    assert [tuple(picture.shape) for picture in output.steps] == [(2, 3, 128, 128)] * 3
    assert [tuple(maps.shape) for maps in output.heatmaps] == [(2, 68, 32, 32)] * 3
    assert [tuple(maps.shape) for maps in output.attention] == [(2, 5, 32, 32)] * 2
    torch.testing.assert_close(output.attention[0].sum(dim=1), torch.ones(2, 32, 32))
    assert output.image is output.steps[-1]


@torch.inference_mode()
def test_the_same_face_gives_the_same_after_another_one() -> None:
    network = _network()
    first = network(_face(1))
    network(_face(2, count=3))
    again = network(_face(1))
    assert torch.equal(first.image, again.image)
    assert torch.equal(first.heatmaps[-1], again.heatmaps[-1])


@torch.inference_mode()
def test_a_run_that_breaks_off_leaves_nothing_behind() -> None:
    network = _network()
    before = network(_face(1)).image

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    hook = network.block.register_forward_pre_hook(stop)
    hook_of_fusion = network.block.fusion_block.register_forward_hook(stop)  # type: ignore[union-attr]
    with pytest.raises(KeyboardInterrupt):
        network(_face(2))
    hook.remove()
    hook_of_fusion.remove()
    assert torch.equal(before, network(_face(1)).image)


@torch.inference_mode()
def test_leaving_out_the_last_alignment_changes_no_picture() -> None:
    network = _network()
    whole, short = network(_face(1)), network(_face(1), with_last_heatmaps=False)
    assert len(short.heatmaps) == len(whole.heatmaps) - 1
    assert torch.equal(whole.image, short.image)


@torch.inference_mode()
def test_the_low_resolution_face_is_found_again_in_its_enlargement() -> None:
    low = np.random.default_rng(0).uniform(0.3, 0.7, (16, 16, 3)).astype(np.float32)
    enlarged = torch.from_numpy(resize_bicubic(low, (128, 128))).permute(2, 0, 1)
    reduction = _network().reduction
    torch.testing.assert_close(
        reduction @ enlarged @ reduction.T, torch.from_numpy(low).permute(2, 0, 1), atol=2e-4, rtol=0
    )


@torch.inference_mode()
def test_features_of_a_component_count_only_where_its_attention_is() -> None:
    torch.manual_seed(0)
    fusion = AttentiveFusion(4, units=1).eval()
    attention = torch.zeros(1, 5, 8, 8)
    attention[:, 2, :, :4] = 1  # the nose, on the left half
    given = fusion(torch.rand(1, 4, 8, 8), attention)
    assert torch.count_nonzero(given[..., 4:]) == 0
    assert torch.count_nonzero(given[..., :4]) > 0


@torch.inference_mode()
def test_keeping_one_component_changes_the_picture_and_zeroes_the_others_attention() -> None:
    network = _network()
    whole, mouth = network(_face(1)), network(_face(1), component_weights=torch.eye(5)[[3]])
    assert not torch.equal(whole.image, mouth.image)
    kept = mouth.attention[-1]
    assert torch.count_nonzero(kept[:, [0, 1, 2, 4]]) == 0
    assert torch.count_nonzero(kept[:, 3]) > 0


def test_the_alignment_learns_from_the_picture_through_the_fusion() -> None:
    network = _network().train()
    network(_face(1)).image.mean().backward()
    gradient: Any = network.HG.hg_conv_out[2].weight.grad  # type: ignore[union-attr,index]
    assert gradient is not None
    assert torch.count_nonzero(gradient) > 0


@torch.inference_mode()
def test_the_hourglass_uses_its_memory() -> None:
    torch.manual_seed(0)
    hourglass = RecurrentHourglass(features=8, stem=8, depth=2, landmarks=3)
    picture = torch.rand(1, 3, 64, 64)
    first = hourglass(picture, None)
    assert tuple(first.heatmaps.shape) == (1, 3, 16, 16)
    assert not torch.equal(first.heatmaps, hourglass(picture, first.memory).heatmaps)


@pytest.mark.parametrize(("guidance", "heatmaps", "attention"), [("concatenation", 3, 0), ("none", 0, 0)])
@torch.inference_mode()
def test_the_ablations_run(guidance: str, heatmaps: int, attention: int) -> None:
    network = _network(dataclasses.replace(SMALL_DIC, guidance=guidance))  # type: ignore[arg-type]
    output = network(_face(1))
    assert (len(output.steps), len(output.heatmaps), len(output.attention)) == (3, heatmaps, attention)
    if guidance == "none":
        assert not any(name.startswith("HG.") for name in network.state_dict())


@pytest.mark.parametrize("wrong", [{"steps": 0}, {"scale": 7}, {"hourglass_depth": 6}])
def test_impossible_sizes_are_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(ModelError):
        dataclasses.replace(SMALL_DIC, **wrong)


def _exported(network: DIC, folder: Path) -> ModelCard:
    card = ModelCard(
        id="tiny", family="dic", title="", paper="", file="", sha256="", licence="", input_size=128, output_size=128,
        useful_range=(12, 24), parameters=0, outputs=(), network=dataclasses.asdict(network.config),
    )  # fmt: skip
    return export_model(family=SPEC, network=network, card=card, folder=folder)


def test_a_card_from_before_it_named_parts_has_the_names_of_its_family(tmp_path: Path) -> None:
    filled = _exported(_network(), tmp_path)
    assert filled.names == {"heatmaps": NAMES}
    assert filled.low_side == 16
    old = dataclasses.replace(filled, names={})
    assert names_of(old) == filled.names
    for strange in ({"network": {"features": 8, "wings": 2}}, {"family": "unheard-of"}):
        assert names_of(dataclasses.replace(old, **strange)) == {}


def test_the_exported_graph_names_every_step_map_and_landmark(tmp_path: Path) -> None:
    network = _network()
    filled = _exported(network, tmp_path)
    session = onnxruntime.InferenceSession(str(tmp_path / filled.file))
    face = (_face(3, count=3) + 1) / 2
    given: Any = session.run(None, {"lr_upsampled": face.numpy()})
    found = dict(zip(filled.outputs, given, strict=True))
    restoration = restoration_from_outputs(found)
    assert len(restoration.steps) == 2
    assert list(restoration.attention or {}) == ["right_eye", "left_eye", "nose", "mouth", "jawline"]
    assert restoration.heatmaps is not None
    assert restoration.heatmaps.shape == (3, 68, 32, 32)
    assert restoration.landmarks is not None
    assert restoration.landmarks.shape == (3, 68, 2)
    with torch.inference_mode():
        expected = (network(face * 2 - 1).image + 1) / 2
    again = _network(seed=2)
    load_weights(again, state_from_onnx(tmp_path / filled.file), what="the file")
    weight = network.state_dict()["HG.hg_conv_out.2.weight"]
    torch.testing.assert_close(again.state_dict()["HG.hg_conv_out.2.weight"], weight, atol=1e-3, rtol=0)
    np.testing.assert_allclose(restoration.image, expected.clamp(0, 1).numpy(), atol=5e-3)  # weights are fp16


def test_each_component_can_be_singled_out_in_the_exported_graph(tmp_path: Path) -> None:
    network = _network()
    loaded = LoadedModel(InstalledModel(_exported(network, tmp_path), tmp_path, "user"), "cpu")
    assert loaded.can_single_out
    face = (_face(3, count=1) + 1) / 2
    singled = loaded.single_out(face.numpy())
    assert list(singled) == ["right_eye", "left_eye", "nose", "mouth", "jawline"]
    with torch.inference_mode():
        expected = network(face * 2 - 1, component_weights=torch.eye(5)[[3]]).image
    np.testing.assert_allclose(singled["mouth"], ((expected + 1) / 2).clamp(0, 1).numpy(), atol=5e-3)
    assert np.abs(singled["mouth"] - loaded.run(face.numpy()).image).max() > 1e-4


@torch.inference_mode()
def test_the_mirror_average_of_a_mirrored_face_is_its_mirror_image(tmp_path: Path) -> None:
    network = _network(dataclasses.replace(SMALL_DIC, mirror_average=True))
    graph, names = SPEC.exportable(network)
    face = (_face(4, count=1) + 1) / 2
    right, left = torch.eye(5)[[0]], torch.eye(5)[[1]]
    plain, mirrored = graph(face, right), graph(face.flip(3), left)
    for number in range(3):  # the picture and the two earlier steps
        torch.testing.assert_close(plain[number], mirrored[number].flip(3))
    alone = SPEC.exportable(_network())[0](face, right)
    assert not torch.equal(plain[0], alone[0])
    assert torch.equal(plain[names.index("heatmaps")], alone[names.index("heatmaps")])
    loaded = LoadedModel(InstalledModel(_exported(network, tmp_path), tmp_path, "user"), "cpu")
    np.testing.assert_allclose(loaded.run(face.numpy()).image, graph(face)[0].numpy(), atol=5e-3)


def test_a_picture_alone_is_the_same_and_takes_fewer_nodes(tmp_path: Path) -> None:
    loaded = LoadedModel(InstalledModel(_exported(_network(), tmp_path), tmp_path, "user"), "cpu")
    faces = ((_face(3, count=3) + 1) / 2).numpy()
    alone, whole = loaded.run(faces, picture_only=True), loaded.run(faces)
    np.testing.assert_array_equal(alone.image, whole.image)
    assert alone.heatmaps is None and not alone.steps
    assert _nodes_run(tmp_path / "model.onnx", False) < 0.9 * _nodes_run(tmp_path / "model.onnx", True)


def _nodes_run(model: Path, with_side_outputs: bool) -> int:
    """How many nodes ONNX Runtime really ran, by its own profile."""
    options = onnxruntime.SessionOptions()
    options.enable_profiling, options.profile_file_prefix = True, str(model.with_name("profile"))
    session = onnxruntime.InferenceSession(str(model), options)
    face = np.zeros((1, 3, 128, 128), np.float32)
    session.run(["image"], {"lr_upsampled": face, "with_side_outputs": np.array(with_side_outputs)})
    events = json.loads(Path(session.end_profiling()).read_text())
    return sum(event.get("cat") == "Node" and event["name"].endswith("_kernel_time") for event in events)


def test_a_model_without_component_attention_cannot_single_out(tmp_path: Path) -> None:
    network = _network(dataclasses.replace(SMALL_DIC, guidance="concatenation"))
    loaded = LoadedModel(InstalledModel(_exported(network, tmp_path), tmp_path, "user"), "cpu")
    assert not loaded.can_single_out
    with pytest.raises(ModelError, match="one by one"):
        loaded.single_out(np.zeros((1, 3, 128, 128), np.float32))
