"""Restoring faces for the window: one outcome each, kept in files that are found again."""

from __future__ import annotations

import errno
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from engine.context import Cancelled
from engine.detection.by_hand import face_from_box
from engine.errors import DataError, ModelError
from engine.jobs import restore_faces
from engine.jobs.state import ServiceState
from engine.pipeline.face_file import read_face_file
from engine.pipeline.options import RestoreOptions
from engine.pipeline.restore import restore_photo
from engine.process.protocol import EngineSettings, FaceOutcome, FaceRequest, RestoreFaces
from engine.runtime.sessions import LoadedModel, ModelCache
from engine.types import Box, Face

Faces = tuple[Face, Face]


class Counted:
    """Counts how often models run, and on how many faces."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.faces = 0
        run = LoadedModel.run

        def counted(model: LoadedModel, batch: Any) -> Any:
            self.faces += len(batch)
            return run(model, batch)

        monkeypatch.setattr(LoadedModel, "run", counted)


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Counted:
    return Counted(monkeypatch)


@pytest.fixture
def job(two_people: Path, by_hand: Faces, tmp_path: Path) -> RestoreFaces:
    requests = tuple(FaceRequest(id=f"f{number}", face=face) for number, face in enumerate(by_hand, start=1))
    return RestoreFaces(path=two_people, folder=tmp_path / "work", faces=requests)


def run(job: RestoreFaces, state: ServiceState, told: Any) -> list[FaceOutcome]:
    before = len(told.previews)
    restore_faces.run(job, state, told.context, told.preview)
    return told.previews[before:]


def test_each_face_is_shown_as_soon_as_it_is_ready_and_kept_in_a_file(
    job: RestoreFaces, warm: ServiceState, told: Any, counted: Counted
) -> None:
    result = restore_faces.run(job, warm, told.context, told.preview)
    assert [outcome.id for outcome in told.previews] == ["f1", "f2"]
    assert told.order == [
        "reading",
        "cutting face 1 of 2", "restoring face 1 of 2 with sparnet-hd", "FaceOutcome",
        "cutting face 2 of 2", "restoring face 2 of 2 with sparnet-hd", "FaceOutcome",
        "done",
    ]  # fmt: skip
    assert told.fractions == [0, 0, 0, 0.5, 0.5, 1]
    assert result.provider == "CPUExecutionProvider"
    for outcome in told.previews:
        assert (outcome.status, str(outcome.reason), outcome.model) == ("restored", "", "sparnet-hd")
        assert outcome.provider == "CPUExecutionProvider" and outcome.seconds > 0
        assert outcome.file is not None and outcome.file.parent == job.folder
    assert counted.faces == 2


def test_a_face_that_was_restored_before_is_taken_from_its_file(
    job: RestoreFaces, warm: ServiceState, told: Any, counted: Counted
) -> None:
    first = run(job, warm, told)
    files = [outcome.file for outcome in first if outcome.file]
    before = [file.stat().st_mtime_ns for file in files]
    again = run(job, warm, told)
    assert again == first  # with the seconds and the provider of then
    assert [file.stat().st_mtime_ns for file in files] == before
    assert counted.faces == 2

    files[1].write_bytes(b"damaged")
    assert [outcome.file for outcome in run(job, warm, told)] == files
    assert counted.faces == 3 and read_face_file(files[1]).model == "sparnet-hd"


def test_another_request_is_another_file(job: RestoreFaces, warm: ServiceState, told: Any, counted: Counted) -> None:
    one = replace(job, faces=job.faces[:1])
    moved = replace(one.faces[0], face=replace(one.faces[0].face, box=Box(391, 169, 41, 48)))
    jobs = [
        one,
        replace(one, match_grain=True),
        replace(one, seed=1),
        replace(one, faces=(moved,)),
    ]
    files = [run(each, warm, told)[0].file for each in jobs]
    assert len(set(files)) == len(jobs) == counted.faces


def test_the_patch_on_the_screen_is_what_restoring_the_whole_photo_gives(
    job: RestoreFaces, warm: ServiceState, told: Any
) -> None:
    job = replace(job, match_grain=True, faces=job.faces[1:])
    (outcome,) = run(job, warm, told)
    assert outcome.file is not None and outcome.scale == 4
    face, canvas = read_face_file(outcome.file), warm.canvas(job.path, 4).pixels
    photo = warm.photo(job.path)
    by_hand = face_from_box(job.faces[0].face.box, photo_width=photo.width, photo_height=photo.height)
    whole = restore_photo(
        photo,
        RestoreOptions(scale=4, match_grain=True, strength=0.7),
        detector=warm.detector("auto"),
        models=warm.models,
        context=told.context,
        faces=[by_hand],
    )
    height, width = face.mask.shape
    region = slice(face.top, face.top + height), slice(face.left, face.left + width)
    before = canvas[region].astype(np.float32)
    shown = before + face.mask[..., None] * np.float32(0.7) * (face.patch - before)
    assert np.abs(shown - whole.photo.pixels[region]).max() <= 1.01
    assert (face.model, face.scale, face.match_grain, face.is_grey) == ("sparnet-hd", 4, True, False)
    assert face.crop.shape == face.restored.shape == (512, 512, 3)
    assert outcome.departs == face.departs == pytest.approx(255 * np.abs(face.consistency).mean()) and face.departs > 0
    assert face.consistency.shape == (round(face.face_side),) * 2 and face.face_side == pytest.approx(1.22 * 1.11 * 43)
    assert face.restoration.attention


def test_each_face_is_placed_at_the_scale_at_which_it_loses_nothing(
    job: RestoreFaces, warm: ServiceState, told: Any
) -> None:
    sides = {30.0: 4, 55.0: 2, 106.0: 1}  # of boxes by hand, whose square is 1.11 times as large
    requests = tuple(
        FaceRequest(id=f"{side:.0f}", face=Face(Box(200, 100, side, side), None, 1.0, "hand"), model="sparnet-x8")
        for side in sides
    )
    outcomes = run(replace(job, faces=requests, include_large=True), warm, told)
    assert [outcome.scale for outcome in outcomes] == list(sides.values())
    for outcome, side in zip(outcomes, sides, strict=True):
        assert outcome.file is not None
        face = read_face_file(outcome.file)
        assert face.scale == outcome.scale
        assert max(face.mask.shape) == pytest.approx(1.11 * side * face.scale, abs=3)
        assert face.left == pytest.approx((200 + side / 2 - 1.11 * side / 2) * face.scale, abs=3)


def test_each_face_gets_the_model_that_was_asked_for(job: RestoreFaces, warm: ServiceState, told: Any) -> None:
    first = job.faces[0]
    asked = (("a", "sparnet-x8"), ("b", "sparnet-hd"), ("n", "none-such"))
    job = replace(job, faces=tuple(replace(first, id=name, model=model) for name, model in asked))
    outcomes = run(job, warm, told)
    assert [outcome.model for outcome in outcomes] == ["sparnet-x8", "sparnet-hd", None]
    assert outcomes[2].status == "failed" and "no model 'none-such'" in str(outcomes[2].reason)
    for outcome, size in zip(outcomes, (128, 512), strict=False):
        assert outcome.file is not None and read_face_file(outcome.file).restored.shape == (size, size, 3)


def test_a_face_too_large_is_skipped_with_the_reason_unless_asked_for(
    job: RestoreFaces, warm: ServiceState, told: Any
) -> None:
    large = Face(box=Box(300, 100, 120, 130), points=None, score=1.0, source="hand")
    request = FaceRequest(id="h1", face=large, model="sparnet-x8")
    (outcome,) = run(replace(job, faces=(request,)), warm, told)
    assert (outcome.status, outcome.file) == ("skipped", None)
    assert "more than the 64 px" in str(outcome.reason) and outcome.quality
    (outcome,) = run(replace(job, faces=(request,), include_large=True), warm, told)
    assert outcome.status == "restored"


def test_a_face_outside_the_range_is_refused_with_numbers_and_marked_if_it_is_run_all_the_same(
    job: RestoreFaces, warm: ServiceState, told: Any
) -> None:
    tiny = Face(box=Box(300, 100, 5, 6), points=None, score=1.0, source="hand")
    request = FaceRequest(id="h1", face=tiny, model="sparnet-x8")
    (refused,) = run(replace(job, faces=(request,), include_large=True), warm, told)
    values = dict(refused.reason.values)
    assert (refused.status, refused.outside_range, values["limit"]) == ("skipped", False, 8)
    assert refused.quality and values["side"] == refused.quality.detail_px < refused.quality.width_px
    assert refused.quality.width_px == pytest.approx(1.11 * 6)
    request = replace(request, outside_range=True)
    job = replace(job, faces=(request, job.faces[0]))
    outcome, from_its_file = (run(job, warm, told)[0] for _ in range(2))
    assert (outcome.status, outcome.outside_range) == ("restored", True) and from_its_file == outcome
    assert outcome.file and read_face_file(outcome.file).outside_range
    assert not told.previews[-1].outside_range


def test_a_face_outlined_beside_the_photo_is_failed_and_one_over_its_edge_is_cut_off(
    job: RestoreFaces, warm: ServiceState, told: Any
) -> None:
    beside = Face(box=Box(-90, 10, 40, 40), points=None, score=1.0, source="hand")
    over = Face(box=Box(-10, 10, 40, 30), points=None, score=1.0, source="hand")
    requests = (
        FaceRequest(id="a", face=beside),
        FaceRequest(id="b", face=over, model="sparnet-x8", outside_range=True),
    )
    first, second = run(replace(job, faces=requests), warm, told)
    assert first.status == "failed" and "lies outside the photo" in str(first.reason)
    assert second.file is not None and read_face_file(second.file).face_side == pytest.approx(1.11 * 30)


def test_a_model_that_fails_marks_the_face_and_writes_no_file(
    job: RestoreFaces, warm: ServiceState, told: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_model: LoadedModel, _batch: object) -> None:
        raise ModelError("out of memory")

    monkeypatch.setattr(LoadedModel, "run", broken)
    result = restore_faces.run(job, warm, told.context, told.preview)
    assert {(outcome.status, str(outcome.reason), outcome.file) for outcome in told.previews} == {
        ("failed", "out of memory", None)
    }
    assert result.provider is None and list(job.folder.iterdir()) == []


def test_cancelling_keeps_the_faces_that_are_done(
    job: RestoreFaces, warm: ServiceState, told: Any, counted: Counted
) -> None:
    told.cancel_at = "cutting face 2"
    with pytest.raises(Cancelled):
        run(job, warm, told)
    (done,) = told.previews
    assert isinstance(done, FaceOutcome) and done.id == "f1" and done.file is not None and done.file.is_file()
    assert counted.faces == 1


@pytest.mark.parametrize(("stage", "runs"), [("load", 0), ("run", 1)])
def test_a_cancel_within_a_face_stops_before_its_next_stage(
    job: RestoreFaces, told: Any, counted: Counted, monkeypatch: pytest.MonkeyPatch, stage: str, runs: int
) -> None:
    state = ServiceState(EngineSettings(device="cpu"))
    owner = {"load": ModelCache, "run": LoadedModel}[stage]
    function = getattr(owner, stage)

    def cancelled_meanwhile(*arguments: Any) -> Any:
        told.is_cancelled = True
        return function(*arguments)

    monkeypatch.setattr(owner, stage, cancelled_meanwhile)
    with pytest.raises(Cancelled):
        run(job, state, told)
    assert counted.faces == runs and told.previews == [] and list(job.folder.iterdir()) == []


def test_a_full_disk_fails_the_job_and_leaves_nothing_half_written(
    job: RestoreFaces, warm: ServiceState, told: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object, **_options: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(np.lib.format, "write_array", full)
    with pytest.raises(DataError, match="disk is full"):
        run(job, warm, told)
    assert told.previews == [] and list(job.folder.iterdir()) == []


def test_a_face_file_keeps_the_photos_colour_profile(
    job: RestoreFaces, warm: ServiceState, told: Any, srgb_profile: bytes, tmp_path: Path
) -> None:
    photo = tmp_path / "with profile.png"
    with Image.open(job.path) as image:
        image.save(photo, icc_profile=srgb_profile)
    for path, profile in ((photo, srgb_profile), (job.path, b"")):
        (outcome,) = run(replace(job, path=path, faces=job.faces[:1]), warm, told)
        assert outcome.file and read_face_file(outcome.file).profile.tobytes() == profile
