"""Providers are reported honestly; outputs become the typed result."""

from __future__ import annotations

import numpy as np
import pytest

from engine.devices import requested_providers, thread_count
from engine.errors import ModelError
from engine.runtime.outputs import restoration_from_outputs, single
from engine.runtime.sessions import ModelCache, resize_batch

IMAGE = np.zeros((2, 3, 4, 4), np.float32)


def test_a_device_that_is_not_there_is_an_error_and_never_a_silent_fallback() -> None:
    with pytest.raises(ModelError, match="'cuda' is not available"):
        requested_providers("cuda", ["CPUExecutionProvider"])
    with pytest.raises(ModelError):
        ModelCache("coreml").load("sparnet-x8")
    assert requested_providers("cpu", ["CUDAExecutionProvider", "CPUExecutionProvider"]) == ["CPUExecutionProvider"]


def test_models_are_loaded_once_and_kept() -> None:
    cache = ModelCache("cpu")
    assert cache.load("sparnet-x8") is cache.load("sparnet-x8")
    assert cache.load("sparnet-x8").provider == "CPUExecutionProvider"
    assert thread_count() >= 1


def test_a_batch_gives_the_same_as_its_crops_alone() -> None:
    loaded = ModelCache("cpu").load("sparnet-x8")
    batch = np.random.default_rng(0).random((10, 3, 128, 128), dtype=np.float32)
    together = loaded.run_raw(batch)
    for index in (0, 9):
        alone = loaded.run_raw(batch[index : index + 1])
        for name, value in together.items():
            np.testing.assert_allclose(value[index : index + 1], alone[name], atol=1e-4)


def test_values_that_are_not_finite_are_an_error() -> None:
    with pytest.raises(ModelError, match="not finite"):
        ModelCache("cpu").load("sparnet-x8").run_raw(np.full((1, 3, 128, 128), np.nan, np.float32))


def test_a_batch_of_the_wrong_shape_is_a_model_error() -> None:
    with pytest.raises(ModelError, match="sparnet-x8 failed"):
        ModelCache("cpu").load("sparnet-x8").run_raw(np.zeros((1, 4, 128, 128), np.float32))


def test_named_outputs_fill_the_fields_of_the_typed_result() -> None:
    outputs = {"image": IMAGE + 2, "attention_up_1": IMAGE[:, :1], "landmarks": np.zeros((2, 68, 2), np.float32)}
    outputs |= {f"steps_{n}": IMAGE + n / 20 for n in (10, 2, 1)}
    result = restoration_from_outputs(outputs)
    assert result.image.max() == 1
    assert [round(float(step.max()) * 20) for step in result.steps] == [1, 2, 10]
    assert result.attention is not None and list(result.attention) == ["up_1"]
    assert single(result, 1).landmarks is not None
    assert single(result, 1).image.shape == (1, 3, 4, 4)
    for wrong in ({}, {"image": IMAGE, "surprise": IMAGE}):
        with pytest.raises(ModelError):
            restoration_from_outputs(wrong)


def test_crops_of_any_size_are_resized_as_in_training() -> None:
    batch = np.random.default_rng(0).random((2, 3, 16, 16), dtype=np.float32)
    resized = resize_batch(batch, 128)
    assert resized.shape == (2, 3, 128, 128)
    assert resized.min() >= 0 and resized.max() <= 1
