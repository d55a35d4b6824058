"""A photo's own file, which nothing is written over."""

from __future__ import annotations

from pathlib import Path

from engine.errors import PhotoError
from engine.files import is_one_file


def refuse_source(target: Path, source: Path) -> None:
    """Raises: PhotoError if both are one file, by whatever name or link."""
    if is_one_file(target, source):
        raise PhotoError(
            "{path} is the photo itself; it is never overwritten.",
            hint="Choose another name or another folder.",
            path=target,
        )
