"""What is said of a metric whose packages are not installed."""

from __future__ import annotations

from engine.errors import DataError
from engine.messages import plain

EVALUATE_HINT = plain('pip install ".[evaluate]" in the folder of the program')
TRAIN_HINT = plain('pip install ".[train]" in the folder of the program')


class MissingExtraError(DataError):
    """A metric cannot be loaded; `hint` is the command that installs what it lacks."""

    code = "extra"
