"""Figure 6 on demand: the pictures of single attention maps are added to a face's file, once."""

from __future__ import annotations

import dataclasses
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.context import Cancelled
from engine.errors import ModelError
from engine.jobs import restore_faces, single_out
from engine.jobs.state import ServiceState
from engine.models.base import ModelCard
from engine.models.dic.config import DicConfig
from engine.models.dic.spec import SPEC
from engine.models.exporting import export_model
from engine.paths import user_models_folder
from engine.pipeline.face_file import read_face_file
from engine.process.protocol import EngineSettings, FaceRequest, RestoreFaces, SingleOut
from engine.runtime.sessions import LoadedModel
from engine.types import Face

TINY = DicConfig(
    features=8, groups=1, steps=2, feedback_stride=2, fusion_units=1, hourglass_features=8, hourglass_stem=8,
    hourglass_depth=2,
)  # fmt: skip


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Folders of a tiny DIC, and of one with other weights."""
    folder = tmp_path_factory.mktemp("models")
    return _export(folder / "one", seed=1), _export(folder / "other", seed=2)


@pytest.fixture
def state() -> ServiceState:
    return ServiceState(EngineSettings(device="cpu"))


@pytest.fixture
def restored(
    models: tuple[Path, Path],
    two_people: Path,
    by_hand: tuple[Face, Face],
    tmp_path: Path,
    state: ServiceState,
    told: Any,
) -> Path:
    """The file of a face that a tiny DIC of the user restored."""
    _install(models[0])
    request = FaceRequest(id="f", face=by_hand[0], model="tiny-dic")
    job = RestoreFaces(path=two_people, folder=tmp_path / "work", faces=(request,), include_large=True)
    restore_faces.run(job, state, told.context, told.preview)
    outcome = told.previews[-1]
    assert outcome.file is not None, outcome.reason
    return outcome.file


def _export(folder: Path, *, seed: int) -> Path:
    import torch

    torch.manual_seed(seed)
    network = SPEC.build(TINY)
    network.get_parameter("conv_out.0.weight").data.normal_(std=0.2)
    card = ModelCard(
        id="tiny-dic", family="dic", title="", paper="", file="", sha256="", licence="", input_size=128,
        output_size=128, useful_range=(8, 64), parameters=0, outputs=(), network=dataclasses.asdict(TINY),
    )  # fmt: skip
    export_model(family=SPEC, network=network, card=card, folder=folder)
    return folder


def _install(exported: Path) -> None:
    shutil.copytree(exported, user_models_folder() / "tiny-dic", dirs_exist_ok=True)


def test_a_face_gets_the_picture_of_each_map_and_keeps_all_else(restored: Path, state: ServiceState, told: Any) -> None:
    before = read_face_file(restored)
    assert before.can_single_out and before.restoration.singled is None
    assert len(before.restoration.names["heatmaps"]) == 68
    assert single_out.run(SingleOut(file=restored), state, told.context, told.preview).file == restored
    after = read_face_file(restored)
    assert list(after.restoration.singled or {}) == ["right_eye", "left_eye", "nose", "mouth", "jawline"]
    images = list((after.restoration.singled or {}).values())
    assert all(image.shape == after.restoration.image.shape for image in images)
    changes = [np.abs(image - after.restoration.image).max() for image in images]
    assert sum(change > 0.01 for change in changes) >= 4  # one map of random weights may be nearly all there is
    np.testing.assert_array_equal(after.restored, before.restored)
    np.testing.assert_array_equal(after.restoration.heatmaps, before.restoration.heatmaps)


def test_what_is_there_is_not_computed_again(
    restored: Path, state: ServiceState, told: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    single_out.run(SingleOut(file=restored), state, told.context, told.preview)
    monkeypatch.setattr(LoadedModel, "single_out", lambda *_: pytest.fail("computed again"))
    single_out.run(SingleOut(file=restored), state, told.context, told.preview)


def test_a_model_that_changed_meanwhile_is_refused(models: tuple[Path, Path], restored: Path, told: Any) -> None:
    _install(models[1])
    fresh = ServiceState(EngineSettings(device="cpu"))
    with pytest.raises(ModelError, match="has changed since"):
        single_out.run(SingleOut(file=restored), fresh, told.context, told.preview)
    assert read_face_file(restored).restoration.singled is None


def test_a_cancelled_job_leaves_the_file_as_it_was(restored: Path, state: ServiceState, told: Any) -> None:
    told.cancel_at = "restoring with one"
    with pytest.raises(Cancelled):
        single_out.run(SingleOut(file=restored), state, told.context, told.preview)
    assert read_face_file(restored).restoration.singled is None
