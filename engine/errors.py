"""Every error a user can meet: what was expected, what came, and what to do."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from engine.messages import Message, Value, joined, message

if TYPE_CHECKING:
    from typing import LiteralString

_log = logging.getLogger(__name__)


class EngineError(Exception):
    """An error with a message for the user, and a hint what to do.

    Both are given as literal templates whose {fields} are among `values`, or as messages that there are already.
    """

    code = "engine"

    def __init__(self, template: LiteralString | Message, /, *, hint: LiteralString | Message = "", **values: Value):
        self.message = template if isinstance(template, Message) else message(template, **values)
        self.hint = hint if isinstance(hint, Message) else message(hint, **values)
        super().__init__(self.message)

    def __str__(self) -> str:
        return str(self.whole)

    @property
    def whole(self) -> Message:
        """The message, and the hint if there is one."""
        return joined(self.message, self.hint)


class PhotoError(EngineError):
    """A photo cannot be read or written."""

    code = "photo"


class PhotoGoneError(PhotoError):
    """The file of a photo is not where it was."""

    code = "gone"


class DetectionError(EngineError):
    """Faces cannot be looked for, or a face given by hand is unusable."""

    code = "detection"


class AlignmentError(EngineError):
    """A face's points or box do not define a crop."""

    code = "alignment"


class ModelError(EngineError):
    """A model is missing, damaged, or does not fit what is asked of it."""

    code = "model"


class DataError(EngineError):
    """Training or evaluation data are missing or unusable."""

    code = "data"


def unforeseen(error: Exception, *, where: str) -> EngineError:
    """An error that nobody foresaw, in words, where one photo's or one face's failure must stay its own; its traceback
    goes into the log. Args: where: what was being done, for the log."""
    if isinstance(error, EngineError):
        return error
    _log.error("%s failed", where, exc_info=error)
    if isinstance(error, MemoryError):
        return EngineError("There is not enough memory for this photo.", hint="Close other programs and try again.")
    return EngineError(
        "This photo failed because of an error in FSR Desktop ({error}).",
        hint="Please report it.",
        error=f"{type(error).__name__}: {error}",
    )


class RecipeError(EngineError):
    """A training recipe is wrong."""

    code = "recipe"
