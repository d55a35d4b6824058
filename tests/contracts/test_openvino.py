"""OpenVINO, where the extra `fast` is installed, gives what ONNX Runtime gives."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from engine.models.registry import InstalledModel, scan_models
from engine.runtime.back_ends import trial
from engine.runtime.openvino_network import OPENVINO_PROVIDERS, has_bfloat16, has_openvino
from engine.runtime.sessions import LoadedModel

pytestmark = pytest.mark.skipif(not has_openvino(), reason="OpenVINO is not installed (extra fast)")
MODELS = [model for model in scan_models()[0] if model.source == "shipped"]
IDS = [model.card.id for model in MODELS]


@pytest.mark.parametrize("model", MODELS, ids=IDS)
def test_openvino_agrees_with_onnx_runtime_on_every_output(model: InstalledModel) -> None:
    size = model.card.input_size
    batch = np.random.default_rng(1).random((2, 3, size, size), dtype=np.float32)
    expected = LoadedModel(model, "cpu").run_raw(batch)
    loaded = LoadedModel(model, "cpu", back_end="openvino")
    outputs = loaded.run_raw(batch)
    assert loaded.provider == OPENVINO_PROVIDERS["f32"]
    assert tuple(outputs) == tuple(expected)
    for name, value in expected.items():
        assert np.abs(outputs[name] - value).max() < 1e-3, name
    assert np.abs(loaded.run(batch, picture_only=True).image - expected["image"].clip(0, 1)).max() < 1e-3
    assert loaded.can_single_out == LoadedModel(model, "cpu").can_single_out


def test_attention_maps_are_used_one_by_one_as_by_onnx_runtime() -> None:
    model = MODELS[IDS.index("dic-x8")]
    crop = np.random.default_rng(2).random((1, 3, 128, 128), dtype=np.float32)
    expected = LoadedModel(model, "cpu").single_out(crop)
    alone = LoadedModel(model, "cpu", back_end="openvino").single_out(crop)
    assert all(np.abs(alone[name] - picture).max() < 1e-3 for name, picture in expected.items())


def test_bfloat16_changes_a_picture_by_less_than_two_steps_of_255() -> None:
    if not has_bfloat16():
        pytest.skip("this processor does not calculate in bfloat16")
    model = MODELS[IDS.index("sparnet-x8")]
    crop = np.random.default_rng(3).random((1, 3, 128, 128), dtype=np.float32)
    loaded = LoadedModel(model, "cpu", back_end="openvino-bf16")
    difference = np.abs(loaded.run(crop).image - LoadedModel(model, "cpu").run(crop).image)
    assert loaded.provider == OPENVINO_PROVIDERS["bf16"]
    assert 0 < difference.max() < 0.03 and difference.mean() < 2 / 255


def test_a_trial_measures_every_back_end() -> None:
    seconds = trial(MODELS[IDS.index("sparnet-x8")], fast=True)
    assert {"onnxruntime", "openvino"} <= set(seconds)
    assert all(0 < value < 60 for value in seconds.values())


def test_what_reports_its_use_is_not_imported() -> None:
    code = (
        "import sys; from engine.models.registry import find_model; from engine.runtime.sessions import LoadedModel;"
        "LoadedModel(find_model('sparnet-x8'), 'cpu', back_end='openvino');"
        "there = [name for name, module in sys.modules.items() if name.startswith('openvino_telemetry') and module];"
        "sys.exit(bool(there))"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[2], check=False).returncode == 0
