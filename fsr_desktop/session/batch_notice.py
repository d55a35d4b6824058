"""The summary of a batch in words: how many photos were restored, and what can be done for the others."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from fsr_desktop.language.numbers import minutes
from fsr_desktop.session.batch import BatchEntry, BatchSummary
from fsr_desktop.session.export_mark import waits_for_export
from fsr_desktop.session.notice import Notice, NoticeAction, NoticeRow
from fsr_desktop.session.tellings import SAVE_LIST, Tellings

BATCH_CAUSE = "batch"

translate = QCoreApplication.translate


def batch_notice(summary: BatchSummary, tellings: Tellings) -> Notice:
    """The notice that a batch ends in; it stays until the user closes it."""
    text = translate("Batch", "{restored} of {count} photos restored in {time}")
    to_export = tuple(entry.photo.id for entry in summary.entries if waits_for_export(entry.photo))
    return Notice(
        level="done" if summary.restored and not summary.failed else "warning",
        text=text.format(restored=summary.restored, count=summary.count, time=minutes(summary.seconds)),
        hint=_counts(summary),
        cause=BATCH_CAUSE,
        stays=True,
        rows=tuple(_row(entry, tellings) for entry in summary.needing_user),
        action=export_action(to_export),
        more_actions=(NoticeAction(translate("Batch", "Save the list…"), verb=SAVE_LIST),) if summary.entries else (),
    )


def export_action(photo_ids: Sequence[str]) -> NoticeAction | None:
    """The button that exports these photos and says how many they are; None for none."""
    words = translate("Batch", "Export %n", "", len(photo_ids))
    return NoticeAction(words, photo_ids=tuple(photo_ids)) if photo_ids else None


def _counts(summary: BatchSummary) -> str:
    parts: list[str] = []
    if summary.faces:
        parts.append(translate("Batch", "%n face(s).", "", summary.faces))
    if summary.without_face:
        parts.append(translate("Batch", "%n photo(s) have no face.", "", summary.without_face))
    if summary.failed:
        parts.append(translate("Batch", "%n photo(s) failed.", "", summary.failed))
    if summary.not_tried:
        parts.append(translate("Batch", "%n photo(s) were not tried.", "", summary.not_tried))
    if summary.needing_user:
        parts.append(translate("Batch", "%n need(s) you:", "", len(summary.needing_user)))
    return " ".join(parts)


def _row(entry: BatchEntry, tellings: Tellings) -> NoticeRow:
    return NoticeRow(
        sign=entry.state.sign,
        tone=entry.state.tone,
        title=entry.photo.path.name,
        text=entry.state.reason.replace("\n", " "),
        action=tellings.action_for(entry.photo),
    )
