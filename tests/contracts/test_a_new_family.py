"""A family is one folder and one line in `FAMILIES`: a toy one goes through the whole engine with no edit elsewhere."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.context import JobContext
from engine.datasets.portraits import Portrait
from engine.errors import RecipeError
from engine.explain.overlay import HeatOverlay
from engine.explain.overlays import overlays_of
from engine.jobs import restore_faces
from engine.jobs.state import ServiceState
from engine.models.base import ModelCard
from engine.models.registry import FAMILIES, find_model, load_family
from engine.paths import samples_folder, user_models_folder
from engine.pipeline.face_file import FaceFile, read_face_file
from engine.process.protocol import EngineSettings, FaceRequest, RestoreFaces
from engine.training.finetune import finetune
from engine.training.finetune_plan import finetune_recipe
from engine.training.finetune_types import FinetuneOptions
from engine.training.loop import Progress, train
from engine.training.pairs import make_pairs
from engine.training.recipe import Recipe, read_recipe
from engine.training.shipping import export_checkpoint, find_checkpoints, read_source
from engine.training.validation import validation_of
from engine.types import Box, Face
from fsr_desktop.cli.main import main
from tests.contracts.test_recipes import waves

RECIPE = """
name = "toy-two-steps"
family = "toy"
[network]
size = 32
[data]
min_detail = 40
[degradation]
lr_range = [8, 16]
[family_loss]
light_weight = 0.25
[optimiser]
steps = 2
batch = 4
validate_every = 2
"""
SOURCE = """
id = "toy"
title = "Toy, faces of 8-64 px to 32 px"
licence = "Apache-2.0"
crop = "tight"
useful_range = [8, 64]
[export]
recipe = "toy-two-steps"
note = "half the gain"
[export.network]
gain = 0.5
"""


@pytest.fixture
def faces() -> list[Portrait]:
    """Sixteen faces of sixteen photos, some of which are held out."""
    splits = ["val" if number % 4 == 0 else "train" for number in range(16)]
    return [
        replace(waves(number), path=Path(f"photo-{number}.jpg"), split=split) for number, split in enumerate(splits)
    ]


def test_a_new_family_goes_all_the_way(
    faces: list[Portrait], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(Path(__file__).with_name("toy_family.py"), tmp_path / "a_toy_family.py")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setitem(FAMILIES, "toy", "a_toy_family")  # the one line

    trained(faces, tmp_path)
    card = exported(tmp_path)
    assert main(["models", "list", "--json"]) == 0
    assert "toy" in [row["id"] for row in json.loads(capsys.readouterr().out)]
    explained(restored("toy", tmp_path))
    finetuned(card, faces)
    explained(restored("our-toy", tmp_path))


def trained(faces: list[Portrait], folder: Path) -> None:
    """Two steps, with the family's own term, of its own labels, and with its own score."""
    (folder / "toy.toml").write_text(RECIPE)
    (folder / "wrong.toml").write_text(RECIPE.replace("light_weight", "light_wait"))
    with pytest.raises(RecipeError, match=r"'light_wait' in recipe\.family_loss"):
        read_recipe(folder / "wrong.toml")
    recipe = read_recipe(folder / "toy.toml")
    out, seen = folder / "runs" / "toy", list[Progress]()
    out.mkdir(parents=True)
    _train(recipe, faces, out, seen)
    assert set(seen[-1].losses) == {"loss", "pixel", "light"}
    assert seen[-1].losses["loss"] == pytest.approx(seen[-1].losses["pixel"] + 0.25 * seen[-1].losses["light"])
    assert {"psnr_16", "light_error"} <= set(seen[-1].scores)
    assert 0 < seen[-1].scores["light_error"] < 1


def _train(recipe: Recipe, faces: list[Portrait], out: Path, seen: list[Progress]) -> None:
    pairs = make_pairs([face for face in faces if face.split == "train"], recipe, size=32)
    validation = validation_of(recipe, [face for face in faces if face.split == "val"], out / "figures")
    train(recipe, pairs, out, context=JobContext(), validate=validation, report=seen.append)


def exported(folder: Path) -> ModelCard:
    """The checkpoint becomes a model as the source of its card says."""
    home = user_models_folder() / "toy"
    home.mkdir(parents=True)
    (home / "source.toml").write_text(SOURCE)
    card = export_checkpoint(read_source(home), find_checkpoints(folder / "runs"), home)
    assert card == find_model("toy").card
    assert card.network == {"size": 32, "gain": 0.5}
    assert card.recipe == "toy/toy-two-steps.toml, 2 steps, half the gain"
    assert card.names == {"attention_light": ("where the light falls",)}
    return card


def restored(model: str, folder: Path) -> FaceFile:
    """A face of a photo, restored as the window does it."""
    face = Face(box=Box(390, 169, 41, 48), points=None, score=1.0, source="hand")
    request = FaceRequest(id="face", face=face, model=model)
    photo = samples_folder() / "two-people.jpg"
    job = RestoreFaces(path=photo, folder=folder / model, faces=(request,), include_large=True)
    state = ServiceState(EngineSettings(device="cpu"))
    told: list[Any] = []
    restore_faces.run(job, state, JobContext(), told.append)
    (outcome,) = told
    assert outcome.file is not None, outcome.reason
    return read_face_file(outcome.file)


def explained(face: FaceFile) -> None:
    """The family's map is an overlay with its own name."""
    assert face.restored.shape == (32, 32, 3)
    (light,) = [overlay for overlay in overlays_of(face) if overlay.key == "attention/light"]
    assert isinstance(light, HeatOverlay)
    assert str(light.title) == "Attention: where the light falls"
    assert light.values.shape == (32, 32)


def finetuned(parent: ModelCard, faces: list[Portrait]) -> None:
    """The model learns from a user's faces, with the family's own term."""
    options = FinetuneOptions(most_steps=4, batch=2, check_every_s=0.01, keep_anyway=True)
    family = load_family("toy")
    assert finetune_recipe(parent, family.config_type(), options).family_loss == family.losses()
    result = finetune(
        find_model("toy"), faces, name="Our toy", options=options, context=JobContext(), report=lambda _: None
    )
    assert result.model and result.model.card.parent and result.model.card.parent.id == "toy"
    assert (result.model.card.names, result.model.card.network) == (parent.names, parent.network)
    assert all(np.isfinite(score.psnr_db) for score in result.scores)
