"""What a command says when the extra it needs is not installed."""

from __future__ import annotations

from engine.errors import ModelError


def missing_extra(what: str, error: ModuleNotFoundError, *, extra: str = "train") -> ModelError:
    """`what` begins the sentence: "Training", "Fine-tuning"."""
    return ModelError(
        f"{what} needs the package '{error.name}', which is not installed.",
        hint=f'Install the extra: pip install "fsr-desktop[{extra}]".',
    )
