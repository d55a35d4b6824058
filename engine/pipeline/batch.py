"""Many photos: the next one is read and the last one written while the models work on one."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from engine.context import Cancelled, JobContext
from engine.errors import EngineError, unforeseen
from engine.messages import message
from engine.photo_io.quiet import quiet_decoders
from engine.pipeline.restorer import RestoredFile
from engine.types import Photo, PhotoResult

ASK_EVERY_S = 0.1  # whether the work was cancelled, while a thread is waited for
_T = TypeVar("_T")


@dataclass(frozen=True)
class BatchPhoto:
    """A photo's file and its page; the folder and the name without a suffix that its result gets."""

    path: Path
    folder: Path
    stem: str
    page: int = 1


@dataclass(frozen=True)
class BatchOutcome:
    """What became of a photo: the file that was made of it, or the error. `seconds` are those of reading, restoring
    and writing it, without waiting. It holds the whole result: take from it what is needed and let it go."""

    photo: BatchPhoto
    seconds: float
    done: RestoredFile | None = None
    error: EngineError | None = None


class Steps(Protocol):
    """What `Restorer` does with a photo, step by step."""

    def read(self, path: Path, *, page: int = 1) -> Photo:
        """The photo in a file, or one page of it."""
        ...

    def restored(self, photo: Photo, context: JobContext) -> PhotoResult:
        """A photo with its faces restored."""
        ...

    def write(self, result: PhotoResult, folder: Path, stem: str) -> RestoredFile:
        """Write a restored photo."""
        ...


@dataclass(frozen=True)
class _Step(Generic[_T]):
    """One step's value, or its error, and what all steps of the photo took so far."""

    seconds: float
    value: _T | None = None
    error: EngineError | None = None


def restore_batch(
    photos: Sequence[BatchPhoto],
    steps: Steps,
    *,
    context_of: Callable[[int], JobContext],
    tell: Callable[[BatchOutcome], None],
) -> None:
    """Restore photo after photo; whatever happens to one of them, the others are restored.

    At most one photo is read ahead and one being written. `context_of` gives the context of a photo by its index;
    `tell` hears what became of each, in their order, on the thread that writes; what it raises ends the batch.
    Raises: Cancelled; the photo that was being written then is whole, and told.
    """
    with (
        quiet_decoders(),  # around all threads, so that their switches change here alone
        ThreadPoolExecutor(1, "write") as writer,
    ):
        reading: Future[_Step[Photo]] | None = None
        writing: Future[None] | None = None
        for index, photo in enumerate(photos):
            context = context_of(index)
            context.progress(0, message("reading"))
            read = _when_done(reading or _start_reading(steps, photo), context)
            following = photos[index + 1 : index + 2]
            reading = _start_reading(steps, following[0]) if following else None
            restored = _restored(steps, read, context)
            del read  # or the photo would be kept while its result waits to be written
            if writing is not None:
                _when_done(writing, context)
            writing = writer.submit(_write, steps, photo, restored, tell)
            del restored
            if not following:
                context.report(1, message("writing"))
        if writing is not None:
            writing.result()


def _start_reading(steps: Steps, photo: BatchPhoto) -> Future[_Step[Photo]]:
    """Read on a thread that nobody waits for if the batch ends: a damaged file may take very long."""
    reading: Future[_Step[Photo]] = Future()

    def read() -> None:
        try:
            reading.set_result(_read(steps, photo))
        except BaseException as error:  # or it would be waited for without end
            reading.set_exception(error)

    threading.Thread(target=read, name="read", daemon=True).start()
    return reading


def _when_done(future: Future[_T], context: JobContext) -> _T:
    """What it gives. Raises: Cancelled, also while it is not done."""
    while not wait((future,), ASK_EVERY_S).done:
        context.check_cancelled()
    return future.result()


def _read(steps: Steps, photo: BatchPhoto) -> _Step[Photo]:
    return _then(_Step(0.0, photo), lambda wanted: steps.read(wanted.path, page=wanted.page))


def _restored(steps: Steps, read: _Step[Photo], context: JobContext) -> _Step[PhotoResult]:
    return _then(read, lambda photo: steps.restored(photo, context))


def _write(steps: Steps, photo: BatchPhoto, restored: _Step[PhotoResult], tell: Callable[[BatchOutcome], None]) -> None:
    written = _then(restored, lambda result: steps.write(result, photo.folder, photo.stem))
    tell(BatchOutcome(photo, written.seconds, written.value, written.error))


_In = TypeVar("_In")


def _then(before: _Step[_In], work: Callable[[_In], _T]) -> _Step[_T]:
    """The next step after one; an error stays what it is. Raises: Cancelled."""
    if before.error is not None or before.value is None:
        return _Step(before.seconds, error=before.error)
    started = time.monotonic()
    try:
        value = work(before.value)
    except Cancelled:
        raise
    except Exception as error:  # whatever it is, it is this photo's alone
        return _Step(before.seconds + time.monotonic() - started, error=unforeseen(error, where="A step of a photo"))
    return _Step(before.seconds + time.monotonic() - started, value)
