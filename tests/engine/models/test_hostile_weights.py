"""Checkpoints of strangers: whatever is in the file, the answer is an error in words or plain finite numbers."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from onnx import TensorProto, helper, numpy_helper
from safetensors.torch import save_file

from engine.errors import ModelError
from engine.models.foreign_weights import import_model
from engine.models.importing import read_state

MUTANTS = 300  # of each kind
SEED = 20


def saved(content: Any, **options: Any) -> bytes:
    buffer = io.BytesIO()
    torch.save(content, buffer, **options)
    return buffer.getvalue()


def graph(*initializers: TensorProto) -> bytes:
    node = helper.make_node("Identity", ["a"], ["image"])
    given = [helper.make_tensor_value_info("image", TensorProto.FLOAT, None)]
    made = helper.make_graph([node], "g", [], given, list(initializers))
    return helper.make_model(made, opset_imports=[helper.make_opsetid("", 17)]).SerializeToString()


def external() -> bytes:
    tensor = numpy_helper.from_array(np.ones(3, np.float32), "a")
    tensor.ClearField("raw_data")
    tensor.data_location = TensorProto.EXTERNAL
    tensor.external_data.add(key="location", value="secret.bin")
    return graph(tensor)


WEIGHTS = {"a": torch.ones(3), "b.weight": torch.zeros(2, 2)}
NOT_PLAIN: dict[str, tuple[str, Callable[[], bytes]]] = {
    "not a number": (".pth", lambda: saved({"a": torch.tensor([1.0, float("nan")])})),
    "without end": (".pth", lambda: saved({"a": torch.tensor([float("inf")])})),
    "complex": (".pth", lambda: saved({"a": torch.ones(3, dtype=torch.complex64)})),
    "sparse": (".pth", lambda: saved({"a": torch.eye(3).to_sparse()})),
    "quantised": (".pth", lambda: saved({"a": torch.quantize_per_tensor(torch.ones(3), 0.1, 0, torch.qint8)})),
    "a list": (".pth", lambda: saved([torch.ones(3)])),
    "more than weights": (".pth", lambda: saved({"a": 3})),
    "nothing": (".pth", lambda: saved({})),
    "an empty file": (".pth", lambda: b""),
    "external data": (".onnx", external),
    "texts": (".onnx", lambda: graph(numpy_helper.from_array(np.array(["x"], object), "a"))),
    "complex in a graph": (".onnx", lambda: graph(numpy_helper.from_array(np.ones(2, np.complex64), "a"))),
    "not a number in a graph": (".onnx", lambda: graph(numpy_helper.from_array(np.array([np.nan], np.float32), "a"))),
}


@pytest.mark.parametrize(("suffix", "make"), NOT_PLAIN.values(), ids=NOT_PLAIN.keys())
def test_what_is_no_plain_tensor_is_refused(suffix: str, make: Callable[[], bytes], tmp_path: Path):
    path = tmp_path / f"x{suffix}"
    path.write_bytes(make())
    (tmp_path / "secret.bin").write_bytes(np.ones(3, np.float32).tobytes())
    with pytest.raises(ModelError):
        read_state(path)


def test_a_file_that_no_reader_can_read_is_refused_by_import_too(tmp_path: Path):
    path = tmp_path / "x.pth"
    path.write_bytes(NOT_PLAIN["not a number"][1]())
    with pytest.raises(ModelError, match="not finite"):
        import_model(path, model_id="new")


def _safetensors() -> bytes:
    path = Path(os.environ["FSR_DESKTOP_DATA"]) / "x.safetensors"
    save_file(WEIGHTS, path)
    return path.read_bytes()


SEEDS: dict[str, Callable[[], list[bytes]]] = {
    ".pth": lambda: [saved(WEIGHTS), saved(WEIGHTS, _use_new_zipfile_serialization=False)],
    ".safetensors": lambda: [_safetensors()],
    ".onnx": lambda: [graph(numpy_helper.from_array(np.ones(3, np.float32), "a"))],
}


def mutant(data: bytes, random: np.random.Generator) -> bytes:
    """Bytes changed, left out or put twice; more at the beginning, where the structure is."""
    out = bytearray(data)
    for _ in range(int(random.integers(1, 5))):
        at = int(len(out) * random.random() ** 2) if len(out) else 0
        match int(random.integers(4)):
            case 0:
                out[at : at + 1] = random.bytes(1)
            case 1:
                del out[at : at + int(random.integers(1, 40))]
            case 2:
                out[at:at] = out[at : at + int(random.integers(1, 40))]
            case _:
                out[at : at + 4] = int(random.choice([0, 1, 2**31 - 1, 2**32 - 1])).to_bytes(4, "little")
    return bytes(out)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("suffix", SEEDS)
def test_a_damaged_file_is_an_error_in_words_or_plain_weights(suffix: str, tmp_path: Path):
    random, seeds, path = np.random.default_rng(SEED), SEEDS[suffix](), tmp_path / f"x{suffix}"
    count = int(os.environ.get("FSR_FUZZ_INPUTS", MUTANTS))
    for number in range(count):
        path.write_bytes(mutant(seeds[number % len(seeds)], random))
        try:
            state = read_state(path)
        except ModelError:
            continue
        assert all(bool(torch.isfinite(value).all()) for value in state.values())
