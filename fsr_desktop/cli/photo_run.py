"""One run of `restore` over its photos: what is skipped, what became of the others, and what is said of it."""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from engine.context import Cancelled
from engine.errors import EngineError, PhotoError
from engine.pipeline.result_names import different_stems, result_stem
from fsr_desktop.cli.chosen_photos import ChosenPhotos
from fsr_desktop.cli.console import print_json, print_path, say, say_error
from fsr_desktop.cli.existing_results import ExistingResults
from fsr_desktop.cli.interrupt import interrupts_cancel
from fsr_desktop.cli.main import INTERRUPTED, OK, SOME_FAILED
from fsr_desktop.cli.photo_progress import photo_progress
from fsr_desktop.cli.photo_record import Record, failed_record, not_reached_record, record_of, skipped_record
from fsr_desktop.cli.photo_report import write_report
from fsr_desktop.cli.photo_words import tell_photo, tell_summary, title_of

if TYPE_CHECKING:
    from engine.pipeline.batch import BatchOutcome, Steps

HAS_ITS_RESULT = "its result is there already"


class PhotoRun:
    """`waiting` are the photos to be restored: each with the folder and the name of its result, and its page."""

    def __init__(self, chosen: ChosenPhotos, options: argparse.Namespace) -> None:
        """Find out what is skipped, and say it where it is said photo by photo."""
        self._started = time.monotonic()
        self._as_json: bool = options.json
        self._quiet: bool = options.quiet
        self._report: str | None = options.report
        self._overwrite: bool = options.overwrite
        self._all_pages: bool = options.pages == "all"
        self._existing = ExistingResults(options.format) if options.skip_existing else None
        self._records: list[Record] = []
        self.waiting: list[tuple[Path, Path, str, int]] = []
        self._sort_out(chosen)

    def restore(self, steps: Steps) -> int:
        """Restore what waits. Returns: the exit status."""
        from engine.pipeline.batch import BatchPhoto, restore_batch  # heavy, so only now

        photos = [BatchPhoto(*photo) for photo in self.waiting]
        before = len(self._records)
        is_stopped = False
        with (
            interrupts_cancel() as is_cancelled,
            photo_progress([photo.path for photo in photos], is_cancelled, quiet=self._quiet) as progress,
        ):

            def tell(outcome: BatchOutcome) -> None:
                with progress.aside():
                    self._take(outcome)

            try:
                restore_batch(photos, steps, context_of=progress.context_of, tell=tell)
            except Cancelled:
                is_stopped = True
        done = len(self._records) - before
        self._records += [not_reached_record(photo.path, page=photo.page) for photo in photos[done:]]
        return self.end(is_stopped=is_stopped)

    def end(self, *, is_stopped: bool = False) -> int:
        """Say how it went and write the report. Returns: the exit status."""
        is_single = len(self._records) == 1 and self._records[0]["status"] != "skipped"
        if is_stopped:
            say("Stopped.")
        if not self._quiet and (is_stopped or not is_single):
            tell_summary(self._records, seconds=time.monotonic() - self._started)
        is_written = self._write_report()
        if is_stopped:
            return INTERRUPTED
        return OK if is_written and not _have_failed(self._records) else SOME_FAILED

    def _sort_out(self, chosen: ChosenPhotos) -> None:
        for name in chosen.empty:
            self._fail(failed_record(name, error := PhotoError("There is no photo in {name}.", name=name)), error)
        for path, reason in chosen.left_out:
            self._skip(skipped_record(path, reason))
        for (path, folder), stem in zip(chosen.photos, different_stems(chosen.photos), strict=True):
            count = _page_count(path) if self._all_pages else 1
            for page in range(1, count + 1):
                self._sort_page(path, folder, result_stem(stem, page=page, page_count=count), page)

    def _sort_page(self, path: Path, folder: Path, stem: str, page: int) -> None:
        result = self._existing.find(folder, stem) if self._existing else None
        if result is None:
            self.waiting.append((path, folder, stem, page))
        else:
            self._skip(skipped_record(path, HAS_ITS_RESULT, page=page, output=result))

    def _take(self, outcome: BatchOutcome) -> None:
        """Note what became of a photo and say it; its pixels are not kept."""
        record = record_of(outcome)
        if outcome.error is not None:
            self._fail(record, outcome.error)
            return
        self._records.append(record)
        if not self._quiet and not self._as_json:
            tell_photo(record, outcome.done)
        elif self._quiet and record["status"] == "failed":
            say(f"{title_of(record)}: {record['reason']}")
        if self._as_json:
            print_json(record)
        else:
            print_path(record["output"])

    def _fail(self, record: Record, error: EngineError) -> None:
        self._records.append(record)
        if self._as_json:
            print_json(record)
        say_error(error, where=title_of(record))

    def _skip(self, record: Record) -> None:
        self._records.append(record)
        if self._as_json:
            print_json(record)

    def _write_report(self) -> bool:
        if self._report is None:
            return True
        try:
            write_report(self._records, Path(self._report), overwrite=self._overwrite)
        except EngineError as error:
            say_error(error)
            return False
        return True


def _page_count(path: Path) -> int:
    from engine.photo_io.confined import pages_confined  # heavy, so only now

    try:
        return pages_confined(path)
    except EngineError:
        return 1  # restoring it says what is wrong


def _have_failed(records: Sequence[Record]) -> bool:
    return any(record["status"] == "failed" for record in records)
