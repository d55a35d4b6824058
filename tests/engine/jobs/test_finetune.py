"""Fine-tuning a model: what it would use is shown, what it tells is passed on, what is missing is said."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.context import Cancelled
from engine.datasets import open_faces as faces_module
from engine.datasets.open_faces import FaceSet
from engine.datasets.photo_folder import SkippedPhoto
from engine.datasets.portraits import Portrait, cut_square
from engine.errors import DataError, ModelError
from engine.jobs import finetune as finetune_job
from engine.jobs.state import ServiceState
from engine.messages import message
from engine.models.registry import find_model
from engine.process.protocol import FindFinetuneFaces, Finetune, FinetuneFaces, FinetuneMoment
from engine.training import finetune as finetune_module
from engine.training.finetune_types import FinetuneEvent, FinetuneResult


def portrait(number: int, quad: float = 400.0) -> Portrait:
    pixels = np.random.default_rng(number).integers(0, 256, (200, 200, 3), dtype=np.uint8)
    corners = ((20.0, 20.0), (20.0, 180.0), (180.0, 180.0), (180.0, 20.0))
    return Portrait(
        name=f"face{number}", path=Path(f"/album/photo{number}.jpg"), source="", split="train", native_quad=quad,
        inside=1.0, is_grey=False, is_engraving=False, quad=corners, tight_centre=(100.0, 100.0), tight_side=120.0,
        pixels=pixels,
    )  # fmt: skip


def looked(
    portraits: list[Portrait], state: ServiceState, told: Any, monkeypatch: pytest.MonkeyPatch, skipped: Any = ()
) -> FinetuneFaces:
    monkeypatch.setattr(faces_module, "open_faces", lambda *_, **__: FaceSet(tuple(portraits), tuple(skipped)))
    job = FindFinetuneFaces(model="sparnet-x8", photos=Path("/album"))
    return finetune_job.run_look(job, state, told.context, told.preview)


def test_the_faces_that_would_be_used_are_shown(warm: ServiceState, told: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    portraits = [portrait(number) for number in range(14)] + [portrait(20, quad=50), portrait(21, quad=60)]
    tiny = SkippedPhoto(Path("/album/tiny.jpg"), "face too small")
    faces = looked(portraits, warm, told, monkeypatch, [tiny, replace(tiny, reason="no face")])
    assert str(faces.refusal) == "" and faces.too_small == 3
    assert faces.pictures.shape == (14, 96, 96, 3) and faces.pictures.dtype == np.uint8
    assert sorted(faces.photos) == sorted(f"photo{number}.jpg" for number in range(14))
    assert sum(faces.held_out) == 2
    for picture, name in zip(faces.pictures, faces.photos, strict=True):
        number = int(name.removeprefix("photo").removesuffix(".jpg"))
        assert np.array_equal(picture, cut_square(portraits[number], side_px=96, extent=1.0))


def test_no_more_than_200_faces_are_shown_those_held_out_among_them(
    warm: ServiceState, told: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    faces = looked([portrait(number) for number in range(230)], warm, told, monkeypatch)
    assert len(faces.pictures) == len(faces.photos) == 200
    assert sum(faces.held_out) == 16


def test_too_few_faces_are_a_refusal_in_words_with_the_faces_there_are(
    warm: ServiceState, told: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    faces = looked([portrait(1), portrait(2), portrait(3, quad=50)], warm, told, monkeypatch)
    assert "at least 8 large faces" in str(faces.refusal) and "Scan at a higher resolution" in str(faces.refusal)
    assert (len(faces.pictures), faces.held_out, faces.too_small) == (2, (False, False), 1)


def test_a_folder_without_photos_is_a_refusal_as_well(warm: ServiceState, told: Any, tmp_path: Path) -> None:
    faces = finetune_job.run_look(
        FindFinetuneFaces(model="sparnet-x8", photos=tmp_path), warm, told.context, told.preview
    )
    assert "hold no photos" in str(faces.refusal)
    assert faces.pictures.shape == (0, 96, 96, 3) and faces.photos == ()


def test_a_model_that_is_not_there_is_an_error(warm: ServiceState, told: Any, tmp_path: Path) -> None:
    job = FindFinetuneFaces(model="none-such", photos=tmp_path)
    with pytest.raises(ModelError, match="no model 'none-such'"):
        finetune_job.run_look(job, warm, told.context, told.preview)


def test_what_fine_tuning_is_asked_tells_and_gives_is_passed_on(
    warm: ServiceState, told: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: dict[str, Any] = {}
    preview = np.zeros((4, 16, 3), np.uint8)

    def finetune(model: Any, photos: Path, *, name: str, options: Any, context: Any, report: Any) -> FinetuneResult:
        asked.update(model=model.card.id, photos=photos, name=name, options=options)
        context.progress(0.5, message("training"))
        report(FinetuneEvent(stage="faces"))
        scores = {"psnr": 25.0, "base_psnr": 24.5, "l1": 0.1, "base_l1": 0.2}
        report(FinetuneEvent(stage="training", step=3, steps=9, loss=0.5, eta_s=7, scores=scores, preview=preview))
        return FinetuneResult(
            improved=True, reason=message("+0.5 dB"), model=find_model("sparnet-x8"), base_scores=(), scores=(),
            preview=preview, training_faces=9, held_out_faces=2, photos=5, steps=9, seconds=60.0,
        )  # fmt: skip

    monkeypatch.setattr(finetune_module, "finetune", finetune)
    job = Finetune(
        model="sparnet-x8", photos=Path("/album"), name="Aunt", layers="all", minutes=3, seed=5, keep_anyway=True
    )
    finetuned = finetune_job.run(job, warm, told.context, told.preview)
    options = asked["options"]
    assert (asked["model"], asked["photos"], asked["name"]) == ("sparnet-x8", Path("/album"), "Aunt")
    assert (options.layers, options.minutes, options.seed, options.keep_anyway) == ("all", 3, 5, True)
    assert told.order == ["training", "FinetuneMoment", "FinetuneMoment"]
    first, second = told.previews
    assert first == FinetuneMoment(stage="faces")
    assert (second.step, second.steps, second.loss, second.eta_s) == (3, 9, 0.5, 7)
    assert (second.psnr_db, second.base_psnr_db) == (25.0, 24.5) and second.preview is preview
    assert (finetuned.model, finetuned.improved, str(finetuned.reason)) == ("sparnet-x8", True, "+0.5 dB")
    assert (finetuned.training_faces, finetuned.held_out_faces, finetuned.steps, finetuned.seconds) == (9, 2, 9, 60.0)


def test_a_cancelled_finetuning_says_what_is_left(
    warm: ServiceState, told: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def finetune(*_arguments: object, **_options: object) -> None:
        raise Cancelled(message("The best weights so far are kept in {path}.", path=Path("/there")))

    monkeypatch.setattr(finetune_module, "finetune", finetune)
    with pytest.raises(Cancelled, match="kept in /there"):
        finetune_job.run(
            Finetune(model="sparnet-x8", photos=Path("/album"), name="a"), warm, told.context, told.preview
        )


def test_without_torch_it_is_said_what_to_install(
    warm: ServiceState, told: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "torch", None)
    monkeypatch.delitem(sys.modules, "engine.training.finetune_plan")
    with pytest.raises(DataError, match=r"'torch', which is not installed.*fsr-desktop\[train\]"):
        finetune_job.run(Finetune(model="sparnet-x8", photos=tmp_path, name="a"), warm, told.context, told.preview)
    with pytest.raises(DataError, match=r"fsr-desktop\[train\]"):
        finetune_job.run_look(FindFinetuneFaces(model="sparnet-x8", photos=tmp_path), warm, told.context, told.preview)
