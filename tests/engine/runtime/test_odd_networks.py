"""A network that gives anything but pictures and numbers is a model's error, or a failed face; never a traceback."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from engine.errors import EngineError, ModelError
from engine.models.base import ModelCard
from engine.models.card import file_sha256
from engine.models.registry import InstalledModel
from engine.pipeline.face_restoring import FacePlan, plan_face, restore_group
from engine.runtime.sessions import LoadedModel, ModelCache
from engine.types import Box, Face, Photo

SIDE = 32
FLOAT, INT64, STRING = TensorProto.FLOAT, TensorProto.INT64, TensorProto.STRING


def constant(value: np.ndarray, name: str = "image") -> onnx.NodeProto:
    return helper.make_node("Constant", [], [name], value=numpy_helper.from_array(value, f"{name}_value"))


def graph(nodes: list[onnx.NodeProto], kind: int = FLOAT, *, inputs: int = 1, name: str = "image") -> onnx.ModelProto:
    given = [helper.make_tensor_value_info(f"x{n}", FLOAT, ["b", 3, SIDE, SIDE]) for n in range(inputs)]
    made = helper.make_graph(nodes, "odd", given, [helper.make_tensor_value_info(name, kind, None)])
    return helper.make_model(made, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)


def picture(*shape: int, value: float = 0.5) -> np.ndarray:
    return np.full(shape, value, np.float32)


def texts() -> np.ndarray:
    return np.array(["a", "b"], object)


ODD = {
    "a batch of none": lambda: graph([constant(picture(0, 3, SIDE, SIDE))]),
    "a larger batch": lambda: graph([constant(picture(7, 3, SIDE, SIDE))]),
    "a scalar": lambda: graph([constant(np.array(0.5, np.float32))]),
    "a row": lambda: graph([constant(picture(1))]),
    "three axes": lambda: graph([constant(picture(1, SIDE, SIDE))]),
    "five axes": lambda: graph([constant(picture(1, 1, 3, SIDE, SIDE))]),
    "four channels": lambda: graph([constant(picture(1, 4, SIDE, SIDE))]),
    "no height": lambda: graph([constant(picture(1, 3, 0, SIDE))]),
    "a strip": lambda: graph([constant(picture(1, 3, 1, SIDE))]),
    "no number": lambda: graph([constant(picture(1, 3, SIDE, SIDE, value=np.nan))]),
    "no end": lambda: graph([constant(picture(1, 3, SIDE, SIDE, value=np.inf))]),
    "whole numbers": lambda: graph([constant(np.ones((1, 3, SIDE, SIDE), np.int64))], INT64),
    "texts": lambda: graph([constant(texts())], STRING),
    "no input": lambda: graph([constant(picture(1, 3, SIDE, SIDE))], inputs=0),
    "two inputs": lambda: graph([constant(picture(1, 3, SIDE, SIDE))], inputs=2),
    "no image": lambda: graph([constant(picture(1, 3, SIDE, SIDE), "steps_1")], name="steps_1"),
    "an unknown name": lambda: graph([constant(picture(1, 3, SIDE, SIDE), "surprise")], name="surprise"),
}


def installed(folder: Path, model: onnx.ModelProto) -> InstalledModel:
    (folder / "model.onnx").write_bytes(model.SerializeToString())
    digest = file_sha256(folder / "model.onnx")
    card = ModelCard(
        id="odd", family="sparnet", title="Odd", paper="", file="model.onnx", sha256=digest, licence="CC0-1.0",
        input_size=SIDE, output_size=SIDE, useful_range=(8, 60), parameters=0, outputs=("image",),
    )  # fmt: skip
    return InstalledModel(card, folder, "user")


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD.keys())
def test_an_odd_output_is_an_error_in_words(odd: Callable[[], onnx.ModelProto], tmp_path: Path):
    with pytest.raises(ModelError):
        LoadedModel(installed(tmp_path, odd()), "cpu").run(picture(1, 3, SIDE, SIDE))


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD.keys())
def test_a_face_that_an_odd_model_was_given_has_failed(
    odd: Callable[[], onnx.ModelProto], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    model = installed(tmp_path, odd())
    monkeypatch.setattr("engine.runtime.sessions.find_model", lambda _id: model)
    monkeypatch.setattr("engine.runtime.sessions.quickest_back_end", lambda *_a, **_k: "onnxruntime")
    pixels = np.random.default_rng(0).integers(0, 255, (120, 120, 3), np.uint8)
    face = Face(Box(30, 30, 40, 40), None, 1.0, "hand")
    plan = plan_face(Photo(pixels=pixels), face, named=model, installed=[model], outside_range=True)
    assert isinstance(plan, FacePlan)
    results, _ = restore_group([plan, plan], ModelCache("cpu"), is_grey=False)
    assert [(result.status, bool(result.reason)) for result in results] == [("failed", True)] * 2


def test_what_nobody_foresaw_fails_one_face_alone(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture):
    def broken(*_given: object) -> None:
        raise KeyError("surprise")

    monkeypatch.setattr("engine.pipeline.face_restoring.quality_of", broken)
    photo, face = Photo(pixels=np.zeros((60, 60, 3), np.uint8)), Face(Box(10, 10, 30, 30), None, 1.0, "hand")
    result = plan_face(photo, face, named=None, installed=[])
    assert not isinstance(result, FacePlan) and result.status == "failed"
    assert "KeyError: 'surprise'" in str(result.reason)
    assert "KeyError" in caplog.text and "Traceback" in caplog.text
    assert not isinstance(result.reason, EngineError)


def loop_graph(rounds: int) -> onnx.ModelProto:
    """A picture that so many rounds of a loop are done on."""
    info = helper.make_tensor_value_info
    body = helper.make_graph(
        [helper.make_node("Identity", ["c"], ["c_out"]), helper.make_node("Neg", ["v"], ["v_out"])],
        "body",
        [info("i", INT64, []), info("c", TensorProto.BOOL, []), info("v", FLOAT, None)],
        [info("c_out", TensorProto.BOOL, []), info("v_out", FLOAT, None)],
    )
    nodes = [
        constant(np.array(rounds, np.int64), "rounds"),
        constant(np.array(True), "go"),
        helper.make_node("Loop", ["rounds", "go", "x0"], ["image"], body=body),
    ]
    return graph(nodes)


def test_a_graph_that_never_ends_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("engine.runtime.onnx_network.LONGEST_RUN_S", 0.5)
    monkeypatch.setattr("engine.runtime.sessions.check_graph", lambda _model: None)
    with pytest.raises(ModelError, match="odd failed"):
        LoadedModel(installed(tmp_path, loop_graph(2**62)), "cpu").run(picture(1, 3, SIDE, SIDE))


def foreign_domain() -> onnx.ModelProto:
    made = graph([helper.make_node("Secret", ["x0"], ["image"], domain="evil.example")])
    made.opset_import.append(helper.make_opsetid("evil.example", 1))
    return made


def external_weights() -> onnx.ModelProto:
    made = graph([helper.make_node("Identity", ["w"], ["image"])])
    tensor = numpy_helper.from_array(picture(1, 3, SIDE, SIDE), "w")
    tensor.ClearField("raw_data")
    tensor.data_location = TensorProto.EXTERNAL
    tensor.external_data.add(key="location", value="secret.bin")
    made.graph.initializer.append(tensor)
    return made


def unknown_operator() -> onnx.ModelProto:
    return graph([helper.make_node("NoSuchThing", ["x0"], ["image"])])


@pytest.mark.parametrize("make", [foreign_domain, external_weights, unknown_operator])
def test_a_graph_of_a_user_is_checked_before_it_is_run(make: Callable[[], onnx.ModelProto], tmp_path: Path):
    (tmp_path / "secret.bin").write_bytes(picture(1, 3, SIDE, SIDE).tobytes())
    with pytest.raises(ModelError, match="no graph that is run here"):
        LoadedModel(installed(tmp_path, make()), "cpu")
