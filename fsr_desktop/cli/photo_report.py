"""The file of `restore --report`: what became of each photo, as CSV or JSON."""

from __future__ import annotations

import csv
import json
import os
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from engine.errors import DataError
from engine.files import Keeping, atomic_file, refused
from engine.messages import message
from fsr_desktop.cli.photo_record import Record

SUFFIXES = (".csv", ".json")
_HEAD = 400  # bytes
_OLD_COLUMNS = (
    "photo", "page", "output", "status", "reason", "faces", "restored", "skipped", "failed", "scale", "seconds",
)  # fmt: skip
COLUMNS = (*_OLD_COLUMNS, "outside_range", "prior_refusal")


def check_report(file: Path, *, overwrite: bool = False) -> None:
    """Before the work: make its folder. Raises: DataError if the report could not be written after it, or something is
    there: another report may be replaced by `overwrite`, and nothing else."""
    if file.suffix.lower() not in SUFFIXES:
        raise DataError("The report is a .csv or a .json file, not {name}.", name=file.name)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DataError(refused(file.parent, error, doing="make"), hint="Choose another folder.") from error
    if os.path.lexists(file) and not _is_report(file):
        raise DataError("{path} is there already, and it is no report.", hint="Choose another name.", path=file)
    if os.path.lexists(file) and not overwrite:
        hint = message("Choose another name for --report, or add --overwrite.")
        raise DataError("{path} is there already.", hint=hint, path=file)


def _is_report(file: Path) -> bool:
    """Whether it is empty, or begins as a report does."""
    try:
        if not file.is_file():
            return False
        with file.open("rb") as stream:
            head = stream.read(_HEAD).decode("utf-8-sig", "replace")
    except OSError:
        return False
    return not head or head.startswith(",".join(_OLD_COLUMNS)) or re.match(r'\[\s*(\{\s*"photo"|\])', head) is not None


def write_report(records: Sequence[Record], file: Path, *, overwrite: bool = False) -> None:
    """Write all records. No more people may read them than each of the photos. Raises: DataError if it is refused, or
    something is there that it may not `overwrite`."""
    photos = tuple({Path(record["photo"]) for record in records})
    try:
        with atomic_file(file, replace=overwrite, keeping=Keeping(like=photos)) as beside:
            if file.suffix.lower() == ".json":
                beside.write_text(json.dumps(list(records), ensure_ascii=True, indent=1), encoding="ascii")
            else:
                _write_csv(records, beside)
    except OSError as error:
        raise DataError(refused(file, error, doing="write")) from error


def _write_csv(records: Sequence[Record], file: Path) -> None:
    """With a mark in front by which spreadsheets know UTF-8."""
    with file.open("w", encoding="utf-8-sig", errors="backslashreplace", newline="") as stream:
        table = csv.writer(stream)
        table.writerow(COLUMNS)
        table.writerows(map(_row, records))


def _row(record: Record) -> list[object]:
    counts = Counter(face["status"] for face in record["faces"])
    row = {column: record.get(column, "") for column in COLUMNS}
    row |= {"faces": len(record["faces"])} | {status: counts[status] for status in ("restored", "skipped", "failed")}
    row["outside_range"] = sum(face["status"] == "restored" and face["outside_range"] for face in record["faces"])
    row["prior_refusal"] = "; ".join(_prior_refusals(record))
    return ["" if row[column] is None else row[column] for column in COLUMNS]


def _prior_refusals(record: Record) -> Iterator[str]:
    """The faces that were restored without their model's 3D face, and why."""
    for number, face in enumerate(record["faces"], start=1):
        if face.get("prior_refusal"):
            yield f"face {number}: {face['prior_refusal']}"
