"""Jobs for the tests of the engine process; the child imports this module by its name."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from engine.context import Cancelled, JobContext
from engine.errors import PhotoError
from engine.messages import NOTHING, Message, message
from engine.process.protocol import EngineSettings, Job

STATE = f"{__name__}:FakeState"
Send = Callable[[object], None]


class FakeState:
    """Counts the jobs of one child."""

    def __init__(self, settings: EngineSettings) -> None:
        self.settings = settings
        self.jobs = 0


@dataclass(frozen=True)
class ChildFacts:
    """What a job saw of its child."""

    pid: int
    settings: EngineSettings
    jobs: int
    niceness: int
    threads_variable: str | None
    heavy: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Look(Job):
    """Gives `ChildFacts`."""

    runs: ClassVar[str] = f"{__name__}:look"


@dataclass(frozen=True, kw_only=True)
class LookAndUseUp(Look):
    """The same, and the child is used up."""

    leaves_the_child_used_up: ClassVar[bool] = True


def look(_job: Look, state: FakeState, _context: JobContext, _preview: Send) -> ChildFacts:
    state.jobs += 1
    return ChildFacts(
        pid=os.getpid(),
        settings=state.settings,
        jobs=state.jobs,
        niceness=os.nice(0) if hasattr(os, "nice") else 0,
        threads_variable=os.environ.get("OMP_NUM_THREADS"),
        heavy=tuple(name for name in ("cv2", "torch", "onnxruntime", "PySide6") if name in sys.modules),
    )


@dataclass(frozen=True, kw_only=True)
class Report(Job):
    """Reports progress without a pause for `seconds`; gives how often it did."""

    runs: ClassVar[str] = f"{__name__}:report"
    seconds: float


def report(job: Report, _state: object, context: JobContext, _preview: Send) -> int:
    start_s, count = time.monotonic(), 0
    while (passed_s := time.monotonic() - start_s) < job.seconds:
        context.progress(passed_s / job.seconds, message("reporting"))
        count += 1
        time.sleep(0.001)
    return count


@dataclass(frozen=True, kw_only=True)
class Show(Job):
    """Sends the numbers below `count` as previews."""

    runs: ClassVar[str] = f"{__name__}:show"
    count: int


def show(job: Show, _state: object, _context: JobContext, preview: Send) -> str:
    for number in range(job.count):
        preview(number)
    return "shown"


@dataclass(frozen=True, kw_only=True)
class Wait(Job):
    """Sleeps until it is cancelled, or ignores that; writes its child's id into `pid_file` first."""

    runs: ClassVar[str] = f"{__name__}:wait"
    seconds: float = 60.0
    ignores_cancel: bool = False
    kept: Message = NOTHING
    pid_file: Path | None = None


def wait(job: Wait, _state: object, context: JobContext, preview: Send) -> str:
    if job.pid_file is not None:
        job.pid_file.write_text(str(os.getpid()))
    preview(os.getpid())
    end_s = time.monotonic() + job.seconds
    while time.monotonic() < end_s:
        if context.is_cancelled() and not job.ignores_cancel:
            raise Cancelled(job.kept)
        time.sleep(0.005)
    return "slept"


@dataclass(frozen=True, kw_only=True)
class GoWrong(Job):
    """Fails in one of several ways."""

    title: ClassVar[Message] = message("go wrong")
    runs: ClassVar[str] = f"{__name__}:go_wrong"
    how: str


def go_wrong(job: GoWrong, _state: object, _context: JobContext, preview: Send) -> object:
    if job.how == "photo":
        raise PhotoError("The photo cannot be read.", hint="Open another one.")
    if job.how == "memory":
        raise MemoryError
    if job.how == "payload":
        return threading.Lock()  # cannot be pickled
    if job.how == "preview":
        preview(threading.Lock())
    if job.how == "exit":
        os._exit(3)
    if job.how == "answer, then die":
        preview("the last word")
        os.kill(os.getpid(), signal.SIGKILL)
    raise ZeroDivisionError("nobody foresaw this")


@dataclass(frozen=True, kw_only=True)
class Chatter(Job):
    """Leaves a thread behind that goes on sending previews and progress for `seconds`."""

    runs: ClassVar[str] = f"{__name__}:chatter"
    seconds: float


def chatter(job: Chatter, _state: object, context: JobContext, preview: Send) -> str:
    def talk() -> None:
        end_s = time.monotonic() + job.seconds
        while time.monotonic() < end_s:
            preview("late")
            context.report(0.5, message("late"))
            time.sleep(0.005)

    threading.Thread(target=talk, daemon=True).start()
    return "left"


@dataclass(frozen=True, kw_only=True)
class Lost(Job):
    """Names a function that is not there."""

    runs: ClassVar[str] = "tests.engine.no_such_module:run"


class Unreadable(Job):
    """Cannot be read by the child."""

    runs: ClassVar[str] = f"{__name__}:look"

    def __reduce__(self) -> tuple[Callable[[str], int], tuple[str]]:
        return int, ("no number",)
