"""The session kept while the program runs, so that it can be brought back after a crash."""

from __future__ import annotations

import uuid
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QTimer

from engine.errors import DataError
from engine.paths import user_data_folder
from fsr_desktop.background import Background
from fsr_desktop.session.notice import Notice
from fsr_desktop.session.saved_file import SavedSession, read_session, snapshot, write_saved
from fsr_desktop.session.workspace import Workspace

DELAY_MS = 2000
SUFFIX = ".session.json"


def autosave_folder() -> Path:
    """Where the sessions of running windows are kept. May not exist."""
    return user_data_folder() / "sessions"


class Autosave(QObject):
    """Writes the session a moment after each change, in the background, into a file of this window's own.

    A lock beside each file tells the window that owns it: a file whose lock nobody holds was left over by a crash.
    """

    def __init__(self, workspace: Workspace, path: Path | None = None, *, delay_ms: int = DELAY_MS) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._folder = path or autosave_folder()
        self._file = self._folder / f"{uuid.uuid4().hex[:12]}{SUFFIX}"
        self._lock: QLockFile | None = None
        self._left: list[tuple[Path, QLockFile]] = []
        self._has_warned = self._is_finished = False
        self._background = Background(self)
        self._soon = QTimer(self, singleShot=True, interval=delay_ms)
        self._soon.timeout.connect(self.save_now)
        workspace.photos_changed.connect(self._save_soon)
        workspace.photo_changed.connect(self._save_soon)
        workspace.current_changed.connect(self._save_soon)

    @property
    def file(self) -> Path:
        """This window's own file; there only while photos are open."""
        return self._file

    def save_now(self) -> None:
        """Write what is open now, in the background."""
        if self._is_finished:
            return
        self._soon.stop()
        if self._lock is None:
            self._lock = _locked(self._file)
        saved = snapshot(self._workspace.session)
        self._background.run(partial(_write, saved, self._file), self._take_end)

    def finish(self) -> None:
        """The clean end: wait for the writer and take the file away. What was left over and not dealt with stays."""
        self._is_finished = True
        self._soon.stop()
        self._background.finish()
        with suppress(OSError):
            self._file.unlink(missing_ok=True)
        if self._lock:
            self._lock.unlock()
        for _path, lock in self._left:
            lock.unlock()
        self._left.clear()

    def left_over(self) -> SavedSession | None:
        """The latest session that a crash left over, or None. No other window is offered it meanwhile."""
        found = [path for path in self._folder.glob(f"*{SUFFIX}") if path != self._file]
        is_damaged = False
        for path in sorted(found, key=_written_at, reverse=True):
            lock = _locked(path)
            if lock is None:
                continue  # of a window that runs
            self._left.append((path, lock))
            try:
                saved = read_session(path)
            except DataError:
                is_damaged = True
                continue
            if saved.photos:
                return saved
        if is_damaged:
            text = self.tr("The program did not end properly last time, and what was open cannot be brought back.")
            hint = self.tr("Open the photos again; they are as they were.")
            self._workspace.notice.emit(Notice(level="warning", text=text, hint=hint))
        self.forget_left_over()  # broken ones, if any
        return None

    def forget_left_over(self) -> None:
        """Remove what was left over and offered: it was brought back, or is not wanted."""
        for path, lock in self._left:
            with suppress(OSError):
                path.unlink(missing_ok=True)
            lock.unlock()
        self._left.clear()

    def _save_soon(self, *_what: object) -> None:
        if not self._soon.isActive() and not self._is_finished:
            self._soon.start()

    def _take_end(self, problem: str) -> None:
        if not problem or self._has_warned:
            return
        self._has_warned = True  # once is enough
        text = self.tr("What you do is not being saved for after a crash.")
        self._workspace.notice.emit(Notice(level="warning", text=text, hint=problem))


def restore_saved(workspace: Workspace, saved: SavedSession) -> None:
    """Open the photos of a saved session, with what was chosen for them; those that were restored are restored again.

    A photo that is gone is shown as failed.
    """
    workspace.open_paths([photo.path for photo in saved.photos])
    by_path = {photo.path: photo for photo in workspace.session}
    for kept in saved.photos:
        photo = by_path.get(kept.path)
        if photo and kept.edits is not None:
            workspace.put_edits(photo.id, kept.edits)
        if photo and kept.is_restored:
            workspace.restore(photo)
    current = by_path.get(saved.current) if saved.current else None
    if current:
        workspace.show_photo(current.id)


def _write(saved: SavedSession, path: Path) -> str:
    """What went wrong, or nothing."""
    try:
        if saved.photos:
            write_saved(saved, path)
        else:
            path.unlink(missing_ok=True)  # nothing that could be brought back
    except (DataError, OSError) as error:
        return str(error)
    return ""


def _locked(path: Path) -> QLockFile | None:
    """The lock of a session's file, taken; None if a running window holds it."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
    lock = QLockFile(f"{path}.lock")
    lock.setStaleLockTime(0)  # a lock is void only when the program that took it has ended
    return lock if lock.tryLock(0) else None


def _written_at(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
