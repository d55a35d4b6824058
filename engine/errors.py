"""Every error a user can meet: what was expected, what came, and what to do."""

from __future__ import annotations


class EngineError(Exception):
    """An error with words for the user: `message` says what happened, `hint` what to do."""

    code = "engine"

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class PhotoError(EngineError):
    """A photo cannot be read or written."""

    code = "photo"


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


class RecipeError(EngineError):
    """A training recipe is wrong."""

    code = "recipe"
