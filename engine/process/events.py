"""What the engine process says of a job, from its start to its end. `Failed` comes also from the parent, when the child
died. Light."""

from __future__ import annotations

from dataclasses import dataclass, field

from engine.messages import NOTHING, Message


@dataclass(frozen=True, kw_only=True)
class Event:
    """Something about one job."""

    job_id: int


@dataclass(frozen=True, kw_only=True)
class Started(Event):
    """The child began with the job."""


@dataclass(frozen=True, kw_only=True)
class Progress(Event):
    """`fraction` in [0, 1]; `stage` says what is done. At most 20 a second."""

    fraction: float
    stage: Message


@dataclass(frozen=True, kw_only=True)
class Preview(Event):
    """A part of the result, before the end."""

    payload: object


@dataclass(frozen=True, kw_only=True)
class Finished(Event):
    """The job's result."""

    payload: object


@dataclass(frozen=True, kw_only=True)
class Failed(Event):
    """`message` and `hint` are for the user; `details` (a traceback, or empty) for a log, never for the screen.

    `code` is that of the `EngineError`, "crash" if the child died, "memory" if it had too little, "bug" for an error
    nobody foresaw.
    """

    code: str
    message: Message
    hint: Message = NOTHING
    details: str = field(default="", repr=False)


@dataclass(frozen=True, kw_only=True)
class WasCancelled(Event):
    """The job was stopped by the user; `kept` says what is left of it, or is empty."""

    kept: Message = NOTHING
