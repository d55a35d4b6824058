"""What `restore` says to people about each photo and about all of them, on standard error."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from engine.quality.words import quality_words, unchecked_words
from fsr_desktop.cli.console import say
from fsr_desktop.cli.photo_record import STATUSES, Record

MOST_FAILED = 20  # lines; the report has them all
_TITLES = {"unchanged": "without a restored face"}


def title_of(record: Record) -> str:
    """What a photo is called."""
    return record["photo"] if record["page"] == 1 else f"{record['photo']}, page {record['page']}"


def tell_photo(record: Record, done: Any) -> None:
    """A few lines on a photo that was written."""
    faces = record["faces"]
    counts = ", ".join(
        f"{sum(face['status'] == status for face in faces)} {status}"
        for status in ("restored", "skipped", "failed")
        if any(face["status"] == status for face in faces)
    )
    say(f"{title_of(record)}: {counts or 'no face found; the photo is written as it is'}.")
    if scores := [f"{face['score']:.2f}" for face in faces if face["points"]]:
        say(f"  found with a score of {', '.join(scores)}")
    for number, face in enumerate(faces, start=1):
        result = done.result.faces[number - 1]
        if result.quality:
            say(f"  face {number}: {quality_words(result.quality)}{_by(face)}")
        if unchecked := unchecked_words(result.face):
            say(f"  face {number}: {unchecked}")
        if face["status"] != "restored":
            say(f"  face {number} {face['status']}: {face['reason']}")
        elif face["outside_range"]:
            say(f"  face {number} is outside the range that {face['model']} is meant for: do not rely on it")
        if face["prior_refusal"]:
            say(f"  face {number}: {face['prior_refusal']}")
    if record["status"] == "restored" and record["scale_reason"]:
        keep = " --scale 1 keeps the size." if record["scale"] > 1 else ""
        say(f"  {record['scale_reason']}{keep}")
    for note in record["notes"]:
        say(f"  {note}")
    if record["provider"]:
        say(f"  ran on {record['provider']}")
    if done.hint:
        say(f"  {done.hint}")


def _by(face: Record) -> str:
    return f"; restored with {face['model']}" if face["status"] == "restored" else ""


def tell_summary(records: Sequence[Record], *, seconds: float) -> None:
    """How many photos were restored, skipped and failed, and why."""
    counts = Counter(record["status"] for record in records)
    parts = ", ".join(f"{counts[status]} {_TITLES.get(status, status)}" for status in STATUSES if counts[status])
    say(f"{len(records)} {'photo' if len(records) == 1 else 'photos'} in {_duration(seconds)}: {parts}.")
    reasons = Counter(record["reason"] for record in records if record["status"] == "skipped")
    for reason, count in reasons.items():
        say(f"  {count} skipped: {reason}")
    failed = [record for record in records if record["status"] == "failed"]
    for record in failed[:MOST_FAILED]:
        say(f"  failed: {title_of(record)}: {record['reason']}")
    if len(failed) > MOST_FAILED:
        say(f"  and {len(failed) - MOST_FAILED} more failed")


def _duration(seconds: float) -> str:
    if seconds < 60:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes:02d} min" if hours else f"{minutes} min {rest:02d} s"
