"""The session kept while the program runs, so that it can be brought back after a crash."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from engine.errors import DataError
from engine.files import make_own_folder, refused
from engine.paths import user_data_folder
from fsr_desktop.background import Background
from fsr_desktop.language.messages import shown
from fsr_desktop.session.notice import Notice
from fsr_desktop.session.saved_file import SavedSession, read_session, snapshot, write_saved
from fsr_desktop.session.window_lock import WindowLock
from fsr_desktop.session.workspace import Workspace

DELAY_MS = 2000
SUFFIX = ".session.json"
TOGETHER_S = 3600  # sessions that were written last so near to each other crashed together
LAST = "last.json"  # of the session that was closed last


def autosave_folder() -> Path:
    """Where the sessions of running windows are kept. May not exist."""
    return user_data_folder() / "sessions"


class Autosave(QObject):
    """Writes the session a moment after each change, in the background, into a file of this window's own.

    A lock beside each file tells the window that owns it: a file whose lock nobody holds was left over by a crash. At a
    clean end the file becomes the last session, which can be opened again.
    """

    def __init__(self, workspace: Workspace, path: Path | None = None, *, delay_ms: int = DELAY_MS) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._folder = path or autosave_folder()
        self._file = self._folder / f"{uuid.uuid4().hex[:12]}{SUFFIX}"
        self._lock: WindowLock | None = None
        self._left: list[tuple[Path, WindowLock]] = []
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
        """The clean end: write what is open as the last session. What was left over and not dealt with stays."""
        if self._lock or len(self._workspace.session):
            self.save_now()
        self._soon.stop()
        self._is_finished = True
        self._background.finish()
        _keep_as_last(self._file)
        if self._lock:
            self._lock.release()
        for _path, lock in self._left:
            lock.release()
        self._left.clear()

    def left_over(self) -> SavedSession | None:
        """The latest session that a crash left over, or None. No other window is offered it meanwhile, nor older ones;
        those from long before it `forget_left_over` takes away with it, since their time is over."""
        self._take_left_over()
        sessions = [_session_or_none(path) for path, _lock in self._left]
        offered = next((saved for saved in sessions if saved and saved.photos), None)
        if offered:
            return offered
        if None in sessions:
            text = self.tr("The program did not end properly last time, and what was open cannot be brought back.")
            hint = self.tr("Open the photos again; they are as they were.")
            self._workspace.notice.emit(Notice(level="warning", text=text, hint=hint))
        self.forget_left_over()  # broken ones, if any
        return None

    def forget_left_over(self) -> None:
        """Take away what was left over: the latest was brought back, or is not wanted now. It can still be opened as
        the last session. Those of windows that crashed along with it stay for the next start."""
        latest = max((_written_at(path) for path, _lock in self._left), default=0.0)
        offered = next((path for path, _lock in self._left if _has_photos(path)), None)
        for path, lock in reversed(self._left):  # the latest last
            if path == offered or latest - _written_at(path) > TOGETHER_S or not _has_photos(path):
                _keep_as_last(path)
            lock.release()
        self._left.clear()

    def read_last(self, take: Callable[[SavedSession | None], object]) -> None:
        """Read the session that was closed last, in the background, and give it to `take`; None if there is none."""
        path = self._folder / LAST
        self._background.run(partial(_session_or_none, path), take)

    @property
    def has_last(self) -> bool:
        """Whether a session was closed that can be opened again."""
        return (self._folder / LAST).exists()

    def _take_left_over(self) -> None:
        """Lock what was left over, the latest first; what another window holds is none of it."""
        found = [path for path in self._folder.glob(f"*{SUFFIX}") if path != self._file]
        locks = [(path, _locked(path)) for path in sorted(found, key=_written_at, reverse=True)]
        self._left += [(path, lock) for path, lock in locks if lock]

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
    """Open the photos of a saved session, with what was chosen for them; those that were restored, or refused with a
    reason, are restored again.

    A photo that is gone is shown as failed.
    """
    workspace.open_paths([photo.path for photo in saved.photos])
    by_path = {photo.path: photo for photo in workspace.session}
    for kept in saved.photos:
        photo = by_path.get(kept.path)
        if photo is None:
            continue
        photo.exported_mark = kept.exported_mark
        if kept.edits is not None:
            workspace.put_edits(photo.id, kept.edits)
        if kept.is_restored:
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
    except DataError as error:
        return shown(error.whole)
    except OSError as error:
        return shown(refused(path, error, doing="write"))
    return ""


def _session_or_none(path: Path) -> SavedSession | None:
    try:
        return read_session(path)
    except DataError:
        return None


def _keep_as_last(path: Path) -> None:
    """Make a session's file that of the last session, if it is there and can be read."""
    with suppress(OSError):
        if _session_or_none(path):
            path.replace(path.with_name(LAST))
        else:
            path.unlink(missing_ok=True)


def _locked(path: Path) -> WindowLock | None:
    """The lock of a session's file, taken; None if a running window holds it."""
    with suppress(OSError):
        make_own_folder(path.parent)
    lock = WindowLock(Path(f"{path}.lock"))
    return lock if lock.is_held else None


def _has_photos(path: Path) -> bool:
    saved = _session_or_none(path)
    return bool(saved and saved.photos)


def _written_at(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
