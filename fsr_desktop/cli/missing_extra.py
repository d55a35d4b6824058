"""What a command says when the extra it needs is not installed."""

from __future__ import annotations

from engine.errors import ModelError


def missing_extra(what: str, error: ModuleNotFoundError, *, extra: str = "train") -> ModelError:
    """`what` begins the sentence: "Training", "Fine-tuning"."""
    return ModelError(
        "{what} needs the package '{name}', which is not installed.",
        hint='In the folder of the program, run: pip install ".[{extra}]".',
        what=what,
        name=str(error.name),
        extra=extra,
    )
