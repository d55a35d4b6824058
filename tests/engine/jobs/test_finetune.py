"""Fine-tuning a model: what it would use is shown, what it tells is passed on, what is missing is said."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest

from engine.context import Cancelled
from engine.datasets import open_faces as faces_module
from engine.datasets import photo_folder as folder_module
from engine.datasets.open_faces import FaceSet
from engine.datasets.photo_folder import SkippedPhoto
from engine.datasets.portraits import Portrait, cut_square
from engine.errors import DataError, ModelError
from engine.evaluation.standing import Standing
from engine.jobs import finetune as finetune_job
from engine.jobs.state import ServiceState
from engine.messages import message
from engine.models.registry import find_model
from engine.process.finetune_results import FinetuneFaces, FinetuneMoment
from engine.process.protocol import EngineSettings, FindFinetuneFaces, Finetune
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
    monkeypatch.setattr(folder_module, "photos_in", lambda _folder: [])
    state.teaching = None
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


def blurred(one: Portrait) -> Portrait:
    assert one.pixels is not None
    soft = cv2.GaussianBlur(one.pixels.astype(np.float32), (0, 0), 6) - 128
    return replace(one, pixels=np.clip(soft * 12 + 128, 0, 255).astype(np.uint8))  # of as much contrast as before


def test_faces_with_a_fault_come_first_with_its_name(
    warm: ServiceState, told: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    portraits = [portrait(number) for number in range(14)]
    portraits[3] = replace(portraits[3], score=0.6)
    portraits[5] = replace(portraits[5], turn=0.5)
    portraits[8] = blurred(portraits[8])
    faces = looked(portraits, warm, told, monkeypatch)
    assert faces.faults == ("covered", "turned", "blurred") + ("",) * 11
    assert faces.names[:3] == ("face3", "face5", "face8") and len(set(faces.names)) == 14
    assert (faces.fewest_training, faces.fewest_held_out) == (8, 2)


def test_faces_with_a_fault_that_are_too_many_to_be_shown_are_named(
    warm: ServiceState, told: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    portraits = [replace(portrait(number), turn=0.5 if number < 90 else 0.0) for number in range(110)]
    faces = looked(portraits, warm, told, monkeypatch)
    assert faces.unseen_faults == tuple(f"face{number}" for number in range(80, 90))


@pytest.fixture
def state() -> ServiceState:
    return ServiceState(EngineSettings(device="cpu"))


@pytest.fixture
def album(tmp_path: Path) -> Path:
    for number in range(3):
        (tmp_path / f"{number}.jpg").write_bytes(b"x")
    return tmp_path


@pytest.fixture
def searches(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The folders that faces were looked for in."""
    found: list[Path] = []

    def open_faces(folder: Path, **_options: object) -> FaceSet:
        found.append(folder)
        return FaceSet(tuple(portrait(number) for number in range(14)), ())

    monkeypatch.setattr(faces_module, "open_faces", open_faces)
    return found


def test_faces_are_looked_for_once_as_long_as_the_photos_stay_the_same(
    state: ServiceState, told: Any, album: Path, searches: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    for model in ("sparnet-x8", "sparnet-hd"):
        finetune_job.run_look(FindFinetuneFaces(model=model, photos=album), state, told.context, told.preview)
    taught: list[Any] = []

    def finetune(_model: Any, photos: Any, **options: Any) -> None:
        taught.extend([photos, options["folder_name"], options["options"].left_out])
        raise Cancelled(message("enough"))

    monkeypatch.setattr(finetune_module, "finetune", finetune)
    job = Finetune(model="sparnet-x8", photos=album, name="a", left_out=("face3", "face5"))
    with pytest.raises(Cancelled):
        finetune_job.run(job, state, told.context, told.preview)
    assert searches == [album]
    assert [one.name for one in taught[0]] == [f"face{number}" for number in range(14)]
    assert taught[1:] == [album.name, frozenset({"face3", "face5"})]


def test_a_photo_that_changed_is_looked_at_again(
    state: ServiceState, told: Any, album: Path, searches: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    job = FindFinetuneFaces(model="sparnet-x8", photos=album)
    finetune_job.run_look(job, state, told.context, told.preview)
    (album / "1.jpg").write_bytes(b"another")
    finetune_job.run_look(job, state, told.context, told.preview)
    monkeypatch.setattr(finetune_job, "MOST_KEPT_BYTES", 10)
    (album / "3.jpg").write_bytes(b"more")
    for _ in range(2):
        finetune_job.run_look(job, state, told.context, told.preview)
    assert len(searches) == 4


def test_a_model_that_is_not_there_is_an_error(warm: ServiceState, told: Any, tmp_path: Path) -> None:
    job = FindFinetuneFaces(model="none-such", photos=tmp_path)
    with pytest.raises(ModelError, match="no model 'none-such'"):
        finetune_job.run_look(job, warm, told.context, told.preview)


def test_what_fine_tuning_is_asked_tells_and_gives_is_passed_on(
    warm: ServiceState, told: Any, album: Path, searches: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    warm.teaching = None
    asked: dict[str, Any] = {}
    given, base, now = (Standing(psnr_db=psnr, sharpness=0.5) for psnr in (23.0, 24.5, 25.0))
    preview = np.zeros((4, 16, 3), np.uint8)

    def finetune(
        model: Any, photos: Any, *, name: str, options: Any, context: Any, report: Any, folder_name: str
    ) -> FinetuneResult:
        asked.update(model=model.card.id, photos=len(photos), folder=folder_name, name=name, options=options)
        context.progress(0.5, message("training"))
        report(FinetuneEvent(stage="faces"))
        standings: dict[str, Any] = {"standing": now, "base_standing": base, "gain": 0.02}
        report(FinetuneEvent(stage="training", step=3, steps=9, loss=0.5, eta_s=7, preview=preview, **standings))
        return FinetuneResult(
            improved=True, reason=message("+0.5 dB"), model=find_model("sparnet-x8"), base_scores=(), scores=(),
            given=given, base=base, taught=now, preview=preview,
            training_faces=9, held_out_faces=2, photos=5, steps=9, seconds=60.0,
        )  # fmt: skip

    monkeypatch.setattr(finetune_module, "finetune", finetune)
    job = Finetune(model="sparnet-x8", photos=album, name="Aunt", layers="all", minutes=3, seed=5, keep_anyway=True)
    finetuned = finetune_job.run(job, warm, told.context, told.preview)
    options = asked["options"]
    assert searches == [album]
    assert (asked["model"], asked["photos"], asked["folder"], asked["name"]) == ("sparnet-x8", 14, album.name, "Aunt")
    assert (options.layers, options.minutes, options.seed, options.keep_anyway) == ("all", 3, 5, True)
    assert told.order == ["FinetuneMoment", "training", "FinetuneMoment", "FinetuneMoment"]
    first, again, second = told.previews
    assert first == again == FinetuneMoment(stage="faces")
    assert (second.step, second.steps, second.loss, second.eta_s) == (3, 9, 0.5, 7)
    assert (second.standing, second.base_standing, second.gain) == (now, base, 0.02) and second.preview is preview
    assert (finetuned.given, finetuned.base, finetuned.taught) == (given, base, now)
    assert (finetuned.model, finetuned.improved, str(finetuned.reason)) == ("sparnet-x8", True, "+0.5 dB")
    assert (finetuned.training_faces, finetuned.held_out_faces, finetuned.steps, finetuned.seconds) == (9, 2, 9, 60.0)


def test_a_cancelled_finetuning_says_what_is_left(
    warm: ServiceState, told: Any, album: Path, searches: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def finetune(*_arguments: object, **_options: object) -> None:
        raise Cancelled(message("The best weights so far are kept in {path}.", path=Path("/there")))

    monkeypatch.setattr(finetune_module, "finetune", finetune)
    with pytest.raises(Cancelled, match="kept in /there"):
        finetune_job.run(Finetune(model="sparnet-x8", photos=album, name="a"), warm, told.context, told.preview)


def test_without_torch_it_is_said_what_to_install(
    warm: ServiceState, told: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "torch", None)
    monkeypatch.delitem(sys.modules, "engine.training.finetune_plan")
    with pytest.raises(DataError, match=r"'torch', which is not installed.*pip install .\.\[train\]"):
        finetune_job.run(Finetune(model="sparnet-x8", photos=tmp_path, name="a"), warm, told.context, told.preview)
    with pytest.raises(DataError, match=r"pip install .\.\[train\]"):
        finetune_job.run_look(FindFinetuneFaces(model="sparnet-x8", photos=tmp_path), warm, told.context, told.preview)
