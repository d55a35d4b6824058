"""A batch gives what one photo after the other gives, overlaps reading, restoring and writing, and nothing stops it."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.context import Cancelled, JobContext
from engine.errors import EngineError, PhotoError
from engine.pipeline.batch import BatchOutcome, BatchPhoto, restore_batch
from engine.pipeline.restorer import RestoredFile
from engine.types import Photo, PhotoResult

WAIT_S = 10


class FakeSteps:
    """Steps that note what they did; one step of one photo can be made to do something else."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.instead: dict[str, Callable[[], object]] = {}
        self.living: list[weakref.ref[Photo]] = []

    def read(self, path: Path, *, page: int = 1) -> Photo:
        self._do("read", path)
        assert page == 1
        photo = Photo(pixels=np.zeros((2, 2, 3), np.uint8), path=path)
        self.living.append(weakref.ref(photo))
        return photo

    def restored(self, photo: Photo, context: JobContext) -> PhotoResult:
        assert photo.path is not None
        context.check_cancelled()
        self._do("restore", photo.path)
        return PhotoResult(photo=photo, faces=(), provider=None, scale=1)

    def write(self, result: PhotoResult, folder: Path, stem: str) -> RestoredFile:
        assert result.photo.path is not None
        self._do("write", result.photo.path)
        return RestoredFile(result, folder / f"{stem}.png", (), "")

    def alive(self) -> int:
        gc.collect()
        return sum(photo() is not None for photo in self.living)

    def _do(self, step: str, path: Path) -> None:
        self.said.append(f"{step} {path}")
        self.instead.get(f"{step} {path}", lambda: None)()


def batch(
    steps: FakeSteps, names: Sequence[str], is_cancelled: Callable[[], bool] = lambda: False
) -> list[tuple[str, str]]:
    """Restore photos of these names. Returns: what was told of each, as (name, file or error)."""
    told: list[tuple[str, str]] = []

    def tell(outcome: BatchOutcome) -> None:
        words = outcome.done.output.name if outcome.done else str(outcome.error)
        told.append((outcome.photo.path.name, words))

    photos = [BatchPhoto(Path(name), Path("out"), f"{name}_restored") for name in names]
    try:
        restore_batch(photos, steps, context_of=lambda _index: JobContext(is_cancelled=is_cancelled), tell=tell)
    except Cancelled:
        told.append(("", "cancelled"))
    return told


def raising(error: BaseException) -> Callable[[], object]:
    def fail() -> None:
        raise error

    return fail


def test_every_photo_is_told_in_order() -> None:
    steps = FakeSteps()
    assert batch(steps, "abc") == [(name, f"{name}_restored.png") for name in "abc"]
    assert batch(steps, "") == []


def test_the_next_photo_is_read_and_the_last_one_written_beside_the_model() -> None:
    steps = FakeSteps()
    read_ahead, was_restored, is_written = threading.Event(), threading.Event(), threading.Event()
    steps.instead = {
        "read c": read_ahead.set,
        "write a": lambda: was_restored.wait(WAIT_S) and is_written.set(),  # ends only when b is restored
        "restore b": lambda: (read_ahead.wait(WAIT_S) or pytest.fail("c was not read ahead"), was_restored.set()),
    }
    assert [name for name, _words in batch(steps, "abc")] == ["a", "b", "c"]
    assert is_written.is_set()


def test_no_more_is_held_than_one_read_ahead_one_at_work_and_one_written() -> None:
    steps = FakeSteps()
    counts: list[int] = []
    for name in "abcdefgh":
        steps.instead[f"restore {name}"] = lambda: counts.append(steps.alive())
        steps.instead[f"write {name}"] = lambda: counts.append(steps.alive())
    batch(steps, "abcdefgh")
    assert len(counts) == 16 and max(counts) <= 3
    assert steps.alive() == 0


@pytest.mark.parametrize("step", ["read", "restore", "write"])
@pytest.mark.parametrize(
    ("error", "words"),
    [
        (PhotoError("It is damaged."), "It is damaged."),
        (IndexError("of a list"), "IndexError: of a list"),
        (MemoryError(), "not enough memory"),
    ],
)
def test_whatever_happens_to_a_photo_is_its_own_failure(step: str, error: Exception, words: str) -> None:
    steps = FakeSteps()
    steps.instead[f"{step} b"] = raising(error)
    told = dict(batch(steps, "abc"))
    assert (told["a"], told["c"]) == ("a_restored.png", "c_restored.png")
    assert words in told["b"]


def test_an_error_is_told_as_it_is() -> None:
    steps, error, told = FakeSteps(), EngineError("No."), list[BatchOutcome]()
    steps.instead["read a"] = raising(error)
    restore_batch([BatchPhoto(Path("a"), Path("out"), "a")], steps, context_of=lambda _: JobContext(), tell=told.append)
    assert told[0].error is error and told[0].done is None and told[0].seconds >= 0


def test_a_cancelled_batch_still_tells_of_the_photo_that_is_written() -> None:
    steps, cancelled = FakeSteps(), threading.Event()
    steps.instead = {"restore b": cancelled.set, "write b": lambda: cancelled.wait(WAIT_S)}
    assert batch(steps, "abcd", cancelled.is_set) == [
        ("a", "a_restored.png"),
        ("b", "b_restored.png"),
        ("", "cancelled"),
    ]
    assert "restore c" not in steps.said


def test_a_photo_that_is_read_without_end_can_be_cancelled() -> None:
    steps, cancelled, may_end = FakeSteps(), threading.Event(), threading.Event()
    steps.instead = {"write a": cancelled.set, "read b": lambda: may_end.wait(WAIT_S)}
    assert batch(steps, "ab", cancelled.is_set) == [("a", "a_restored.png"), ("", "cancelled")]
    assert not may_end.is_set()
    may_end.set()


def test_a_photo_that_is_written_when_the_batch_is_cancelled_becomes_whole() -> None:
    steps, cancelled = FakeSteps(), threading.Event()
    is_written = threading.Event()
    steps.instead = {
        "write a": lambda: (cancelled.set(), threading.Event().wait(0.3), is_written.set()),
        "restore b": lambda: cancelled.wait(WAIT_S),
    }
    assert batch(steps, "ab", cancelled.is_set) == [("a", "a_restored.png"), ("", "cancelled")]
    assert is_written.is_set() and "write b" not in steps.said


def test_what_cannot_be_told_ends_the_batch() -> None:
    def tell(_outcome: BatchOutcome) -> None:
        raise BrokenPipeError

    steps = FakeSteps()
    photos = [BatchPhoto(Path(name), Path("out"), name) for name in "abcdef"]
    with pytest.raises(BrokenPipeError):
        restore_batch(photos, steps, context_of=lambda _index: JobContext(), tell=tell)
    assert "restore f" not in steps.said


def test_the_time_of_a_photo_is_that_of_its_own_steps() -> None:
    times: list[float] = []
    steps = FakeSteps()
    steps.instead["write a"] = lambda: threading.Event().wait(0.3)
    photos = [BatchPhoto(Path(name), Path("out"), name) for name in "ab"]
    restore_batch(
        photos, steps, context_of=lambda _index: JobContext(), tell=lambda outcome: times.append(outcome.seconds)
    )
    assert times[0] >= 0.29 > times[1]  # b waited for a's file, which is not counted


def test_pillow_is_as_it_was_after_a_batch() -> None:
    before = Image.MAX_IMAGE_PIXELS
    batch(FakeSteps(), "ab")
    assert before == Image.MAX_IMAGE_PIXELS
