"""The folder of a training run: whether it can be written, its curve, and what a killed run left there."""

from __future__ import annotations

import csv
import io
import tempfile
from collections.abc import Mapping
from pathlib import Path

from engine.errors import DataError
from engine.files import atomic_file, refused

CURVE_NAME = "curve.csv"
_LEFTOVERS = ".fsr-*"  # temporary files of `engine.files.atomic_file`; only a process that was killed leaves one


def prepare_folder(out: Path, *, step: int) -> None:
    """Make `out` ready for a run that goes on after `step`, 0 for a new one.

    What a killed run left half written is removed, and the curve is cut back to `step`: the rows after it come again.
    Raises: DataError if the folder is missing or cannot be written.
    """
    try:
        with tempfile.TemporaryFile(dir=out) as probe:
            probe.write(b"x")
        for leftover in out.glob(_LEFTOVERS):
            leftover.unlink()
        _trim_curve(out / CURVE_NAME, step=step)
    except OSError as error:
        raise _unwritable(out, error) from error


def append_curve(path: Path, row: Mapping[str, float]) -> None:
    """Add a row to a curve, and the names of its columns above the first one.

    Raises: DataError if it cannot be written; a row written in part is removed by `prepare_folder`.
    """
    text = io.StringIO()
    writer = csv.DictWriter(text, fieldnames=list(row), lineterminator="\n")
    try:
        if not path.exists():
            writer.writeheader()
        writer.writerow(row)
        with path.open("a", newline="", encoding="utf-8") as file:
            file.write(text.getvalue())
    except OSError as error:
        raise _unwritable(path, error) from error


def _trim_curve(path: Path, *, step: int) -> None:
    """Drop the rows after `step`, and those that are torn or out of order."""
    if not path.exists():
        return
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines(keepends=True)
    kept: list[str] = []
    last = 0
    for line in lines[1:]:
        is_whole = line.endswith("\n") and line.count(",") == lines[0].count(",")
        row_step = int(cell) if (cell := line.split(",")[0]).isdecimal() else 0
        if is_whole and last < row_step <= step:
            kept.append(line)
            last = row_step
    if not kept:
        path.unlink()  # a new run may have other columns
    elif kept != lines[1:]:
        with atomic_file(path) as beside:
            beside.write_text("".join([lines[0], *kept]), encoding="utf-8", newline="")


def _unwritable(path: Path, error: OSError) -> DataError:
    return DataError(
        refused(path, error, doing="write"),
        hint="Free some space or choose another folder; the last checkpoint is kept.",
    )
