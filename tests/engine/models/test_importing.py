"""Published checkpoints, here with synthetic weights of the published names and shapes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from safetensors.torch import save_file

from engine.errors import ModelError
from engine.models.base import PublishedModel
from engine.models.foreign_weights import import_model
from engine.models.importing import expected_tensors, read_state, recognise
from engine.models.registry import FAMILIES, find_model, load_family
from engine.models.sparnet import spec
from engine.models.sparnet.network import SPARNet
from engine.runtime.sessions import LoadedModel
from tests.engine.small_models import with_small_publications


@pytest.fixture
def light(monkeypatch: pytest.MonkeyPatch) -> PublishedModel:
    """SPARNet-Light as if it had been published with a few thousand parameters; the real ones are recognised below."""
    family = with_small_publications(spec.SPEC)
    monkeypatch.setattr(spec, "SPEC", family)
    return next(one for one in family.published if "light" in one.id)


@pytest.fixture
def light_state(light: PublishedModel) -> dict[str, torch.Tensor]:
    """Synthetic weights for it."""
    torch.manual_seed(0)
    return SPARNet(light.config).state_dict()


PUBLISHED = [(family_id, published) for family_id in FAMILIES for published in load_family(family_id).published]


@pytest.fixture(scope="module")
def networks() -> dict[str, dict[str, torch.Tensor]]:
    """Names and shapes of every published network's tensors; to build one takes a second."""
    return {published.id: expected_tensors(load_family(family_id), published) for family_id, published in PUBLISHED}


@pytest.mark.parametrize(("family_id", "published"), PUBLISHED, ids=[published.id for _, published in PUBLISHED])
def test_every_published_network_is_recognised_by_its_names_and_shapes(
    family_id: str,
    published: PublishedModel,
    networks: dict[str, dict[str, torch.Tensor]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("engine.models.importing.expected_tensors", lambda _family, one: networks[one.id])
    found = recognise(dict(networks[published.id]), Path("x.pth"))
    assert (found.family.id, found.published.id) == (family_id, published.id)


def test_an_imported_checkpoint_gives_what_the_network_gives_and_keeps_its_licence(
    light: PublishedModel, light_state: dict[str, torch.Tensor], tmp_path: Path
) -> None:
    file = tmp_path / "SPARNetLight_Attn3D-epoch20.pth"
    torch.save({f"module.{name}": value for name, value in light_state.items()}, file)
    model = import_model(file, model_id="light")
    assert "NC" in find_model("light").card.licence
    assert file.name in model.card.origin
    network = SPARNet(light.config)
    network.load_state_dict(light_state)
    batch = torch.rand(1, 3, 32, 32)
    with torch.no_grad():
        expected = ((network.eval()(batch * 2 - 1).image + 1) / 2).clamp(0, 1).numpy()
    assert np.abs(LoadedModel(model, "cpu").run_raw(batch.numpy())["image"] - expected).max() < 1e-3


@pytest.mark.parametrize("wrapper", [None, "state_dict", "netG", "model"])
@pytest.mark.parametrize("old_container", [True, False])
def test_wrapped_and_old_style_files_are_read(wrapper: str | None, old_container: bool, tmp_path: Path) -> None:
    weights = {"a.weight": torch.arange(3.0)}
    content: Any = {wrapper: weights, "epoch": 3} if wrapper else weights
    file = tmp_path / "x.pth"
    torch.save(content, file, _use_new_zipfile_serialization=not old_container)
    assert torch.equal(read_state(file)["a.weight"], weights["a.weight"])


def test_safetensors_and_onnx_files_are_read(
    light: PublishedModel, light_state: dict[str, torch.Tensor], tmp_path: Path
) -> None:
    save_file(light_state, tmp_path / "x.safetensors")
    assert recognise(read_state(tmp_path / "x.safetensors"), tmp_path).published == light
    torch.save(light_state, tmp_path / "x.pth")
    model = import_model(tmp_path / "x.pth")
    assert recognise(read_state(model.weights), tmp_path).published == light


def test_a_file_of_another_network_names_the_nearest_and_the_first_differences(
    light_state: dict[str, torch.Tensor], tmp_path: Path
) -> None:
    state = dict(light_state)
    del state["out_conv.conv2d.bias"]
    state["extra"] = torch.zeros(1)
    with pytest.raises(ModelError, match=r"SPARNet-Light.*'out_conv\.conv2d\.bias' is missing.*'extra' is unexpected"):
        recognise(state, tmp_path / "x.pth")


class Harmful:
    """What a malicious file would hold: it runs code when it is unpickled."""

    def __reduce__(self) -> tuple[Any, tuple[str]]:
        return (Path.touch, (Path("harm-was-done"),))  # type: ignore[return-value]


def test_code_in_a_file_is_never_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    torch.save({"a": Harmful()}, tmp_path / "x.pth")
    with pytest.raises(ModelError, match="plain weights"):
        read_state(tmp_path / "x.pth")
    assert not (tmp_path / "harm-was-done").exists()


@pytest.mark.parametrize("suffix", [".pth", ".onnx", ".safetensors", ".bin"])
def test_garbage_is_a_model_error(suffix: str, tmp_path: Path) -> None:
    file = tmp_path / f"x{suffix}"
    file.write_bytes(b"\x00garbage" * 40)
    with pytest.raises(ModelError):
        read_state(file)
    with pytest.raises(ModelError, match="no file"):
        read_state(tmp_path / "absent.pth")


@pytest.mark.parametrize("model_id", ["../evil", "A B", "", "auto"])
def test_ids_that_are_no_plain_names_are_refused(
    model_id: str, light_state: dict[str, torch.Tensor], tmp_path: Path
) -> None:
    torch.save(light_state, tmp_path / "x.pth")
    with pytest.raises(ModelError):
        import_model(tmp_path / "x.pth", model_id=model_id)
