"""Progress of `restore`: a bar for the photo and one for all of them, where standard error is a console."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from engine.context import JobContext
from engine.messages import Message
from fsr_desktop.cli.console import say

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

SPEED_OVER_S = 600.0  # the time left is told by the speed of so long; photos differ much


@dataclass(frozen=True)
class PhotoProgress:
    """Gives the context of each photo by its index; draws nothing if there are no `bars`."""

    names: tuple[str, ...]
    is_cancelled: Callable[[], bool]
    bars: Progress | None = None
    photo: TaskID | None = None
    whole: TaskID | None = None

    def context_of(self, index: int) -> JobContext:
        """The context of the next photo, which moves both bars."""
        if self.bars is not None and self.photo is not None:
            self.bars.reset(self.photo, description=self.names[index])
        return JobContext(lambda fraction, stage: self._report(index, fraction, stage), self._is_stopped)

    @contextmanager
    def aside(self) -> Generator[None]:
        """The bars away, so that lines can be printed."""
        if self.bars is None:
            yield
            return
        self.bars.stop()
        try:
            yield
        finally:
            self.bars.start()

    def _is_stopped(self) -> bool:
        """Asked until it says so, for that ends the work."""
        if not self.is_cancelled():
            return False
        with self.aside():
            say("Stopping; a file that is being written becomes whole first.")
        return True

    def _report(self, index: int, fraction: float, stage: Message) -> None:
        if self.bars is None or self.photo is None:
            return
        self.bars.update(self.photo, completed=fraction, description=f"{self.names[index]}: {stage}")
        if self.whole is not None:
            count = len(self.names)
            self.bars.update(self.whole, completed=index + fraction, description=f"photo {index + 1} of {count}")


@contextmanager
def photo_progress(
    photos: Sequence[Path], is_cancelled: Callable[[], bool], *, quiet: bool
) -> Generator[PhotoProgress]:
    """Progress for photos that are worked on in this order."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    names = tuple(photo.name for photo in photos)
    console = Console(stderr=True)
    if quiet or not console.is_terminal:
        yield PhotoProgress(names, is_cancelled)
        return
    bars = Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        redirect_stdout=False,  # lines of results belong to standard output, whatever that is
        redirect_stderr=False,
        speed_estimate_period=SPEED_OVER_S,
    )
    with bars:
        photo = bars.add_task("starting", total=1.0)
        whole = bars.add_task(f"{len(names)} photos", total=float(len(names))) if len(names) > 1 else None
        yield PhotoProgress(names, is_cancelled, bars, photo, whole)
