"""From the photo to its restoration and back: what is shown when, in which formats."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageSequence

from engine.context import JobContext
from engine.errors import DataError, PhotoError
from engine.explain.before_after import BeforeAfterPlan, before_after_frames
from engine.explain.transition import TRANSITIONS, Transition, timeline
from engine.jobs import export_before_after, restore_faces
from engine.jobs.state import ServiceState
from engine.paths import samples_folder
from engine.process.export_jobs import ExportBeforeAfter
from engine.process.protocol import EngineSettings, FaceRequest, PlacedFace, RestoreFaces
from engine.types import Box, Face

BLACK, WHITE = np.zeros((61, 101, 3), np.uint8), np.full((61, 101, 3), 255, np.uint8)
TWO_PEOPLE = samples_folder() / "two-people.jpg"
FACE = Face(box=Box(390, 169, 41, 48), points=None, score=1.0, source="hand")


def plan_of(**options: Any) -> BeforeAfterPlan:
    return BeforeAfterPlan(models=["sparnet-x8"], side_px=128, **options)


@pytest.mark.parametrize("seconds", [1.0, 4.0, 20.0])
def test_a_round_takes_its_time_and_goes_there_and_back(seconds: float) -> None:
    shares = [share for share, _ in timeline(seconds)]
    assert sum(shown for _, shown in timeline(seconds)) == pytest.approx(seconds, abs=0.1)
    top = shares.index(1.0)
    assert shares[0] == 0 and shares[: top + 1] == sorted(shares[: top + 1]) and len(set(shares[:top])) == top
    assert shares[top:] == sorted(shares[top:], reverse=True) and shares[-1] > 0


@pytest.mark.parametrize("transition", TRANSITIONS)
def test_frames_are_of_one_size_and_show_as_much_of_the_restoration_as_is_due(transition: Transition) -> None:
    frames = list(before_after_frames(BLACK, WHITE, plan_of(transition=transition)))
    assert len({frame.size for frame, _ in frames}) == 1
    width, height = frames[0][0].size
    assert width == 102 or width == 100
    assert width % 2 == height % 2 == 0 and height > 61
    for (frame, _), (share, _) in zip(frames, timeline(4.0), strict=True):
        shown = np.asarray(frame)[:60].mean() / 255
        assert shown == pytest.approx(share, abs=0.03)
    wiped = np.asarray(frames[6][0])[:60, :, 0]
    assert (np.diff((wiped > 127).sum(axis=1)) == 0).all()
    assert (transition == "wipe") == (set(np.unique(wiped)) == {0, 255})


def test_the_label_says_what_is_shown_and_that_it_is_likely_stands_under_every_frame() -> None:
    frames = [np.asarray(frame) for frame, _ in before_after_frames(BLACK, WHITE, plan_of())]
    strips = {frame[62:].tobytes() for frame in frames}
    assert len(strips) == 2
    notices = {frame[-len(frame[62:]) // 2 :].tobytes() for frame in frames}
    assert len(notices) == 1


@pytest.mark.parametrize("side", [128, 200, 720])
def test_the_notice_is_never_cut(side: int, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []
    text = ImageDraw.ImageDraw.text

    def noted(draw: ImageDraw.ImageDraw, place: Any, words: str, **options: Any) -> None:
        drawn.append(words)
        assert place[0] + options["font"].getlength(words) <= side
        text(draw, place, words, **options)

    monkeypatch.setattr(ImageDraw.ImageDraw, "text", noted)
    plan = BeforeAfterPlan(models=["sparnet-x8"], side_px=side, may_enlarge=True)
    next(before_after_frames(BLACK, WHITE, plan))
    assert " ".join(drawn[1:]) == "A restored face is a likely face, not the true one."


def test_only_a_part_is_enlarged() -> None:
    (small, _), (large, _) = (
        next(before_after_frames(BLACK[:20, :20], WHITE[:20, :20], plan_of(may_enlarge=may))) for may in (False, True)
    )
    assert (small.width, large.width) == (20, 128)


@pytest.mark.parametrize("options", [{"seconds": 0.5}, {"seconds": 61.0}])
def test_a_round_too_fast_or_slow_is_refused(options: dict[str, Any]) -> None:
    with pytest.raises(DataError, match="round of 1 to 60 s"):
        plan_of(**options)


@pytest.fixture(scope="module")
def state() -> ServiceState:
    return ServiceState(EngineSettings(device="cpu"))


@pytest.fixture(scope="module")
def placed(state: ServiceState, tmp_path_factory: pytest.TempPathFactory) -> tuple[PlacedFace, ...]:
    folder = tmp_path_factory.mktemp("work")
    told: list[Any] = []
    job = RestoreFaces(path=TWO_PEOPLE, folder=folder, faces=(FaceRequest(id="f", face=FACE, model="sparnet-x8"),))
    restore_faces.run(job, state, JobContext(), told.append)
    return (PlacedFace(file=told[0].file),)


@pytest.mark.parametrize("suffix", [".gif", ".webp", ".mp4"])
def test_a_face_is_animated_in_every_format(
    suffix: str, state: ServiceState, placed: tuple[PlacedFace, ...], tmp_path: Path
) -> None:
    job = ExportBeforeAfter(
        path=TWO_PEOPLE,
        target=tmp_path / f"a{suffix}",
        faces=placed,
        scale=4,
        region=Box(370, 150, 80, 80),
        seconds=1.0,
        side_px=160,
    )
    (file,) = export_before_after.run(job, state, JobContext(), lambda _nothing: None).files
    assert file == job.target
    if suffix == ".mp4":
        assert file.read_bytes()[4:8] == b"ftyp"
        return
    with Image.open(file) as image:
        frames = [frame.convert("RGB") for frame in ImageSequence.Iterator(image)]
        assert image.size[0] == 160 and image.info.get("loop") == 0
    assert len(frames) == len(timeline(1.0))
    whole = np.abs(np.asarray(frames[0]).astype(int) - np.asarray(frames[4]))[:160]
    assert whole[40:120, 40:120].mean() > 1.5 * whole[:20].mean()  # the face, and what is left as it is


def test_a_photo_without_restored_faces_or_another_suffix_is_refused(state: ServiceState, tmp_path: Path) -> None:
    job = ExportBeforeAfter(path=TWO_PEOPLE, target=tmp_path / "a.gif", faces=())
    with pytest.raises(PhotoError, match="no restored face"):
        export_before_after.run(job, state, JobContext(), lambda _nothing: None)
    job = ExportBeforeAfter(path=TWO_PEOPLE, target=tmp_path / "a.avi", faces=())
    with pytest.raises(PhotoError, match="cannot be written"):
        export_before_after.run(job, state, JobContext(), lambda _nothing: None)
    assert list(tmp_path.iterdir()) == []
