"""A model runs on the back end that a trial found quickest; the trial is remembered, and OpenVINO is never needed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from engine.devices import Device
from engine.jobs.state import ServiceState
from engine.models.registry import InstalledModel, find_model
from engine.paths import samples_folder
from engine.process.protocol import EngineSettings
from engine.runtime import back_ends, sessions
from engine.runtime.back_ends import BackEnd, back_ends_file, quickest_back_end
from engine.runtime.sessions import ModelCache
from fsr_desktop.cli.main import main


@pytest.fixture
def model() -> InstalledModel:
    return find_model("sparnet-x8")


class Trials:
    """Stands in for the trial: what it says, and how often it was held."""

    def __init__(self, seconds: dict[BackEnd, float]) -> None:
        self.seconds: Mapping[BackEnd, float] = seconds
        self.held: list[bool] = []

    def __call__(self, _model: InstalledModel, *, threads: int = 0, fast: bool = False) -> Mapping[BackEnd, float]:
        self.held.append(fast)
        return self.seconds


@pytest.fixture
def trials(monkeypatch: pytest.MonkeyPatch) -> Trials:
    held = Trials({"onnxruntime": 0.10, "openvino": 0.06, "openvino-bf16": 0.03})
    monkeypatch.setattr(back_ends, "has_openvino", lambda: True)
    monkeypatch.setattr(back_ends, "trial", held)
    return held


def test_without_openvino_nothing_is_tried(model: InstalledModel, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(back_ends, "has_openvino", lambda: False)
    monkeypatch.setattr(back_ends, "trial", lambda *_args, **_more: pytest.fail("tried"))
    assert quickest_back_end(model, "cpu") == "onnxruntime"
    assert ModelCache("cpu").load("sparnet-x8").provider == "CPUExecutionProvider"
    assert not back_ends_file().exists()


def test_the_quickest_is_taken_and_remembered(model: InstalledModel, trials: Trials) -> None:
    assert [quickest_back_end(model, "cpu") for _ in range(3)] == ["openvino-bf16"] * 3
    assert len(trials.held) == 1
    assert list(json.loads(back_ends_file().read_text("utf-8")).values()) == ["openvino-bf16"]


def test_fast_is_tried_apart(model: InstalledModel, trials: Trials) -> None:
    quickest_back_end(model, "cpu")
    quickest_back_end(model, "cpu", fast=True)
    assert trials.held == [False, True]


def test_a_small_gain_is_not_worth_the_compiling(model: InstalledModel, trials: Trials) -> None:
    trials.seconds = {"onnxruntime": 0.10, "openvino": 0.09}
    assert quickest_back_end(model, "cpu") == "onnxruntime"


def test_another_version_or_processor_is_tried_anew(
    model: InstalledModel, trials: Trials, monkeypatch: pytest.MonkeyPatch
) -> None:
    quickest_back_end(model, "cpu")
    monkeypatch.setattr(back_ends, "_version", lambda _name: "99.0")
    quickest_back_end(model, "cpu")
    monkeypatch.setattr(back_ends, "_processor", lambda: "Another")
    quickest_back_end(model, "cpu")
    assert len(trials.held) == 3


@pytest.mark.parametrize("left", ["no json", "[1]", '{"a": "something", "b": 3}'])
def test_a_damaged_memory_counts_as_none(model: InstalledModel, trials: Trials, left: str) -> None:
    back_ends_file().parent.mkdir(parents=True, exist_ok=True)
    back_ends_file().write_text(left, "utf-8")
    assert quickest_back_end(model, "cpu") == "openvino-bf16"
    assert len(json.loads(back_ends_file().read_text("utf-8"))) == 1


def test_a_memory_that_cannot_be_written_stops_nothing(
    model: InstalledModel, trials: Trials, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    monkeypatch.setenv("FSR_DESKTOP_DATA", str(tmp_path / "file"))
    assert quickest_back_end(model, "cpu") == "openvino-bf16"


@pytest.mark.parametrize("fast", [False, True])
def test_the_engine_process_and_the_command_line_let_models_round_only_when_asked(
    fast: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bool] = []

    def noted(_model: InstalledModel, _device: Device, *, threads: int = 0, fast: bool = False) -> BackEnd:
        asked.append(fast)
        return "onnxruntime"

    monkeypatch.setattr(sessions, "quickest_back_end", noted)
    ServiceState(EngineSettings(device="cpu", fast=fast)).models.load("sparnet-x8")
    command = [
        "restore",
        str(samples_folder() / "astronaut-32px.png"),
        "-o",
        str(tmp_path),
        "--device",
        "cpu",
        "--json",
    ]
    assert main([*command, "--fast"] if fast else command) == 0
    assert asked == [fast, fast]
