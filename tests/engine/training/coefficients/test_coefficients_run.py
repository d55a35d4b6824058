"""The network of coefficients learns, goes on where it was, and its file says what torch says."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import onnxruntime
import pytest
import torch

from engine.datasets.portraits import read_portraits
from engine.priors.coefficients import teller
from engine.priors.coefficients.config import INPUT, OUTPUTS, CoefficientsConfig
from engine.priors.coefficients.network import CoefficientsGraph
from engine.priors.drawn_face import drawing_model
from engine.training.checkpoints import LAST_NAME, read_table, read_tensors
from engine.training.coefficients.examples import Examples
from engine.training.coefficients.run import (
    CoefficientsPlan,
    averaged,
    export_coefficients,
    told_by,
    train_coefficients,
    validation_of,
)
from engine.training.coefficients.scores import tight_truth
from engine.training.coefficients.targets import fit_portraits
from tests.faces import SAMPLES

PLAN = CoefficientsPlan(
    config=CoefficientsConfig(width=8), steps=6, batch=8, warmup_steps=1, drawn=1, drawn_from=4, checkpoint_every=3
)


@pytest.fixture(scope="module")
def examples() -> Examples:
    """Of four portraits of the samples."""
    portraits = read_portraits(SAMPLES, split="val", min_detail=0)[:4]
    return Examples(fit_portraits(drawing_model(), portraits, SAMPLES), drawing_model())


def test_a_run_that_goes_on_ends_as_one_in_a_single_go(examples: Examples, tmp_path: Path) -> None:
    told: list[str] = []
    validate = validation_of(tight_truth(examples.fitted, 64), examples)
    whole = train_coefficients(PLAN, examples, tmp_path / "whole", validate=validate, tell=told.append)
    assert any("nrmse_16" in line and "overlap_32" in line for line in told)
    train_coefficients(replace(PLAN, steps=3), examples, tmp_path / "parts", validate=lambda _: {}, tell=told.append)
    kept = tmp_path / "parts" / LAST_NAME
    assert read_table(kept)["step"] == 3
    assert {"exp_avg", "exp_avg_sq", "step"} == {name.split(".")[1] for name in read_tensors(kept, "optimiser")}
    again = train_coefficients(replace(PLAN, steps=3), examples, tmp_path / "parts", validate=lambda _: {})
    last = averaged(kept, PLAN.config)
    assert all(torch.equal(a, b) for a, b in zip(again.state_dict().values(), last.state_dict().values(), strict=True))
    states = whole.state_dict(), again.state_dict()
    assert not torch.equal(*(state["body.last.weight"] for state in states))


def test_it_learns(examples: Examples, tmp_path: Path) -> None:
    plan = replace(PLAN, steps=30, drawn_from=30, learning_rate=3e-3)
    validate = validation_of(tight_truth(examples.fitted, 64), examples)
    fresh = train_coefficients(replace(plan, steps=1), examples, tmp_path / "one", validate=lambda _: {})
    trained = train_coefficients(plan, examples, tmp_path / "more", validate=lambda _: {})
    before, after = validate(fresh), validate(trained)
    assert after["nrmse_16"] < 0.8 * before["nrmse_16"]


def test_the_file_says_what_torch_says(examples: Examples, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    network = train_coefficients(replace(PLAN, steps=2, drawn=0), examples, tmp_path, validate=lambda _: {})
    file = tmp_path / "coefficients.onnx"
    export_coefficients(network, file)
    session = onnxruntime.InferenceSession(str(file), providers=["CPUExecutionProvider"])
    crops = np.random.default_rng(0).random((3, 3, 64, 64), dtype=np.float32)
    found = [np.asarray(values) for values in session.run(list(OUTPUTS), {INPUT: crops})]
    with torch.inference_mode():
        expected = CoefficientsGraph(network)(torch.from_numpy(crops))
    for one, other in zip(found, expected, strict=True):
        np.testing.assert_allclose(one, other.numpy(), atol=2e-2)
    np.testing.assert_allclose(found[1].sum(axis=1), 1, rtol=1e-5)
    monkeypatch.setattr(teller, "coefficients_file", lambda: file)
    teller._session.cache_clear()
    larger = crops.repeat(2, axis=2).repeat(2, axis=3)
    for one, other in zip(teller.tell(larger), told_by(network, larger.transpose(0, 2, 3, 1)), strict=True):
        np.testing.assert_allclose(one, other, atol=2e-2)
    teller._session.cache_clear()
