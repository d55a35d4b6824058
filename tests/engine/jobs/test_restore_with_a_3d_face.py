"""A model that a 3D face guides, as the program uses it: restored, kept in its file, and fine-tuned."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from engine.context import JobContext
from engine.explain.overlays import overlays_of
from engine.jobs import restore_faces
from engine.jobs.state import ServiceState
from engine.models.base import ModelCard
from engine.models.card import config_table
from engine.models.exporting import export_model
from engine.models.prior3d.config import Prior3dConfig
from engine.models.prior3d.network import Prior3dNetwork
from engine.models.prior3d.spec import SPEC
from engine.models.registry import find_model
from engine.paths import user_models_folder
from engine.pipeline.face_file import FaceFile, read_face_file
from engine.priors.drawn_face import checked_refusal, described_face, drawn_face, refusal_said
from engine.process.protocol import FaceRequest, RestoreFaces
from engine.training.finetune import finetune
from engine.training.finetune_types import FinetuneOptions
from engine.types import Box, Face
from tests.contracts.test_recipes import waves
from tests.engine.models.told_faces import stand_in

SMALL = Prior3dConfig(features=8, conditions=8, blocks=3, unfold=2, reduction=4, skip="input", keeps_rendered=True)


@pytest.fixture
def guided(monkeypatch: pytest.MonkeyPatch) -> ModelCard:
    """A small SAM among the user's models."""
    stand_in(monkeypatch)
    torch.manual_seed(1)
    card = ModelCard(
        id="guided", family="prior3d", title="Guided", paper="", file="", sha256="", licence="CC-BY-4.0",
        input_size=128, output_size=128, useful_range=(8, 64), parameters=0, outputs=(), training_data="Waves.",
        bias="None.", limits="All.", network=config_table(SMALL),
    )  # fmt: skip
    return export_model(family=SPEC, network=Prior3dNetwork(SMALL), card=card, folder=user_models_folder() / "guided")


def restored(photo: Path, faces: tuple[Face, Face], folder: Path, state: ServiceState, told: Any) -> list[FaceFile]:
    requests = tuple(FaceRequest(id=f"f{n}", face=face, model="guided") for n, face in enumerate(faces))
    job = RestoreFaces(path=photo, folder=folder, faces=requests, include_large=True)
    restore_faces.run(job, state, told.context, told.preview)
    assert all(outcome.file for outcome in told.previews), [str(outcome.reason) for outcome in told.previews]
    return [read_face_file(outcome.file) for outcome in told.previews]


def test_a_restored_face_keeps_its_3d_face_in_its_file(
    guided: ModelCard, two_people: Path, by_hand: tuple[Face, Face], tmp_path: Path, warm: ServiceState, told: Any
) -> None:
    for kept in restored(two_people, by_hand, tmp_path, warm, told):
        given = kept.restoration
        assert not any(outcome.prior_refusal for outcome in told.previews)
        assert given.prior_refusals == ("",) and given.morphable is not None and given.rendered_prior is not None
        face = described_face(given.morphable)
        assert face.vector.shape == (239,) and face.vector.dtype == np.float32
        again = drawn_face(face, 128)
        np.testing.assert_allclose(given.rendered_prior[0].transpose(1, 2, 0)[..., 3], again[..., 3])
        keys = [overlay.key for overlay in overlays_of(kept)]
        assert {"rendered_prior", "morphable/identity", "attention/mean", "attention/block_2"} <= set(keys)


def test_a_refused_3d_face_is_said_and_the_face_restored_all_the_same(
    guided: ModelCard,
    two_people: Path,
    by_hand: tuple[Face, Face],
    tmp_path: Path,
    warm: ServiceState,
    told: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stand_in(monkeypatch, state="turned")
    for kept in restored(two_people, by_hand, tmp_path, warm, told):
        (refusal,) = kept.restoration.prior_refusals
        assert "turned too far" in str(refusal_said(checked_refusal(refusal)))
        assert np.isfinite(kept.restored).all() and kept.restored.std() > 0.02
        assert not [overlay.key for overlay in overlays_of(kept) if overlay.group in ("rendered_prior", "morphable")]
    assert all("turned too far" in str(outcome.prior_refusal) for outcome in told.previews)


def test_a_border_is_said_to_cut_a_face_only_where_there_is_one(
    guided: ModelCard, two_people: Path, tmp_path: Path, warm: ServiceState, told: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(monkeypatch, state="cut")
    inside, at_border = (Face(box=Box(left, 100, 40, 40), points=None, score=1.0, source="hand") for left in (200, 0))
    restored(two_people, (inside, at_border), tmp_path, warm, told)
    said = [str(outcome.prior_refusal) for outcome in told.previews]
    assert "no face was recognised" in said[0] and "border of the photo cuts" in said[1]


def test_a_model_that_a_3d_face_guides_learns_from_a_users_faces(guided: ModelCard) -> None:
    splits = ["val" if number % 4 == 0 else "train" for number in range(16)]
    faces = [replace(waves(n), path=Path(f"photo-{n}.jpg"), split=split) for n, split in enumerate(splits)]
    options = FinetuneOptions(most_steps=4, batch=2, check_every_s=0.01, keep_anyway=True)
    result = finetune(
        find_model("guided"), faces, name="Our guided", options=options, context=JobContext(), report=lambda _: None
    )
    assert result.model and result.model.card.parent and result.model.card.parent.id == "guided"
    assert result.model.card.network == guided.network
