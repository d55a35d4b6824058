"""Importing checkpoints that a user downloaded himself (torch): recognised, converted, recorded with their licence."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file, save_file
from torch import Tensor

from engine.errors import ModelError
from engine.files import close_own_files, make_own_folder, refused
from engine.messages import NOTHING, Message
from engine.models.base import FamilySpec, ModelCard, PublishedModel
from engine.models.card import file_sha256
from engine.models.card_schema import ID
from engine.models.exporting import export_model, load_weights, mismatch, state_from_onnx
from engine.models.registry import FAMILIES, InstalledModel, load_family, scan_models
from engine.paths import user_models_folder

_PLAIN = frozenset(
    {torch.float16, torch.bfloat16, torch.float32, torch.float64, torch.int8, torch.int16, torch.int32, torch.int64}
    | {torch.uint8, torch.bool}
)
_WRAPPERS = ("state_dict", "netG", "model")  # where training checkpoints keep the generator


@dataclass(frozen=True)
class Recognised:
    """What a file was found to be."""

    family: FamilySpec
    published: PublishedModel


def install(plain: Path, path: Path, model_id: str | None) -> InstalledModel:
    """Install what `write_plain` made of the published checkpoint `path`. Raises: ModelError."""
    state = load_file(plain)
    found = recognise(state, path)
    new_id = found.published.id if model_id is None else model_id
    folder = _free_folder(new_id)
    network = found.family.build(found.published.config)
    load_weights(network, state, what=str(path))
    try:
        make_own_folder(folder)
        card = export_model(family=found.family, network=network, card=_card(found, new_id, path), folder=folder)
        close_own_files(folder)
    except OSError as error:
        raise ModelError(refused(folder, error, doing="store")) from error
    return InstalledModel(card, folder, "user")


def write_plain(path: Path, plain: Path) -> None:
    """Write a checkpoint's tensors as a safetensors file. Raises: ModelError as `read_state`; OSError."""
    save_file({name: value.contiguous().clone() for name, value in read_state(path).items()}, plain)


def read_state(path: Path) -> dict[str, Tensor]:
    """The tensors of a checkpoint file by name, without wrappers and "module." prefixes; plain ones of finite numbers.

    A .pth file is read with `weights_only=True`: nothing in it is executed. Raises: ModelError.
    """
    if not path.is_file():
        raise ModelError("There is no file {path}.", path=path)
    suffix = path.suffix.lower()
    readers = {".onnx": state_from_onnx, ".safetensors": _read_safetensors}
    readers |= dict.fromkeys((".pth", ".pt", ".ckpt"), _read_pth)
    if suffix in readers:
        state = readers[suffix](path)
        for name, value in state.items():
            _check_plain(path, name, value)
        return state
    raise ModelError(
        "{name} is of no known kind.", hint="Expected a .safetensors, .onnx, .pth, .pt or .ckpt file.", name=path.name
    )


def _check_plain(path: Path, name: str, value: Tensor) -> None:
    """Raises: ModelError for anything but a plain tensor of finite real numbers."""
    is_plain = value.layout == torch.strided and not (value.is_quantized or value.is_complex() or value.is_meta)
    if not is_plain or value.dtype not in _PLAIN:
        raise ModelError("{name}: '{tensor}' is no plain tensor.", name=path.name, tensor=name[:200])
    if value.is_floating_point() and not bool(torch.isfinite(value).all()):
        raise ModelError("{name}: '{tensor}' holds values that are not finite.", name=path.name, tensor=name[:200])


def _read_safetensors(path: Path) -> dict[str, Tensor]:
    try:
        return load_file(path)
    except (SafetensorError, OSError, ValueError) as error:
        raise ModelError("{path} cannot be read as safetensors: {error}.", path=path, error=str(error)) from error


def _read_pth(path: Path) -> dict[str, Tensor]:
    try:
        content: Any = torch.load(path, map_location="cpu", weights_only=True)
    except Exception as error:  # whatever a damaged file makes of the reader
        first = str(error).strip().splitlines() or ["damaged"]
        raise ModelError(
            "{path} cannot be read as a PyTorch file of plain weights: {reason}",
            hint="Only tensors are loaded, never code; convert the file to safetensors if you trust it.",
            path=path,
            reason=first[0][:200],
        ) from error
    for wrapper in _WRAPPERS:
        if isinstance(content, dict) and isinstance(content.get(wrapper), dict):
            content = content[wrapper]
    if not isinstance(content, dict) or not content:
        raise ModelError("{path} holds no table of weights.", path=path)
    wrong = [name for name, value in content.items() if not isinstance(value, Tensor)]
    if wrong:
        raise ModelError("{path} holds more than weights: '{name}' is no tensor.", path=path, name=wrong[0])
    return {str(name).removeprefix("module."): value for name, value in content.items()}


def recognise(state: dict[str, Tensor], path: Path) -> Recognised:
    """The published network whose tensor names and shapes are exactly those of `state`.

    Raises: ModelError naming the nearest network and the first missing and unexpected tensor.
    """
    nearest: tuple[int, str, Message] = (-1, "", NOTHING)
    for family_id in FAMILIES:
        family = load_family(family_id)
        for published in family.published:
            expected = expected_tensors(family, published)
            counted = {n: v for n, v in expected.items() if not n.endswith("num_batches_tracked")}
            given = {n: v for n, v in state.items() if not n.endswith("num_batches_tracked")}
            problem = mismatch(counted, given)
            if not problem:
                return Recognised(family, published)
            shared = sum(1 for n in given if n in counted and given[n].shape == counted[n].shape)
            nearest = max(nearest, (shared, published.title, problem), key=lambda one: one[0])
    raise ModelError(
        "{name} is none of the published networks. Nearest is {nearest}: {problem}.",
        hint="See README, 'Models that others published', for the files that can be imported.",
        name=path.name,
        nearest=nearest[1],
        problem=nearest[2],
    )


def expected_tensors(family: FamilySpec, published: PublishedModel) -> dict[str, Tensor]:
    """Names and shapes of a published network's tensors; they hold no data."""
    with torch.device("meta"):
        return family.build(published.config).state_dict()


def _free_folder(model_id: str) -> Path:
    if not ID.fullmatch(model_id):
        raise ModelError(
            "'{model}' cannot be a model's id.",
            hint="Use lower-case letters, digits, '.', '_' and '-'.",
            model=model_id,
        )
    if model_id == "auto" or any(model.card.id == model_id for model in scan_models()[0]):
        raise ModelError("The id '{model}' is taken.", hint="Choose another one with --as ID.", model=model_id)
    return user_models_folder() / model_id


def _card(found: Recognised, model_id: str, path: Path) -> ModelCard:
    published = found.published
    return ModelCard(
        id=model_id,
        family=found.family.id,
        title=published.title,
        paper=found.family.paper,
        file="",
        sha256="",
        licence=published.licence,
        licence_note=published.licence_note,
        crop=published.crop,
        input_size=published.input_size,
        output_size=published.output_size,
        useful_range=published.useful_range,
        parameters=0,
        outputs=(),
        training_data="See the paper; not trained by this project.",
        origin=f"{path.name}, SHA-256 {file_sha256(path)}; published at {published.where}",
    )
