"""A photo whose file was moved after it was opened: the user chooses it again, and only the same file is taken."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QFileDialog

from engine.files import refused, sha256_of
from engine.messages import Message
from engine.photo_io.formats import READABLE_SUFFIXES
from fsr_desktop.background import Background
from fsr_desktop.language.messages import shown
from fsr_desktop.session.notice import Notice
from fsr_desktop.session.photo_paths import plain_path
from fsr_desktop.session.photos import PhotoItem
from fsr_desktop.session.tellings import moved_cause
from fsr_desktop.window.main_window import MainWindow


def photo_pattern() -> str:
    """The photos, for a dialog that asks for files."""
    pattern = " ".join(f"*{suffix} *{suffix.upper()}" for suffix in READABLE_SUFFIXES)
    return QCoreApplication.translate("Opening", "Photos ({pattern})").format(pattern=pattern)


class MovedPhoto(QObject):
    """Asks for the file of a photo, compares it in the background, and tells what came of it.

    Signals: `found` with the path, where it is the same file.
    """

    found = Signal(object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._workspace = window, window.workspace
        self._background = Background(self)
        self._workspace.file_wanted.connect(self.ask)

    def ask(self, photo: PhotoItem) -> None:
        """Ask where the photo is now."""
        title = self.tr("Where is {name} now?").format(name=photo.path.name)
        name, _ = QFileDialog.getOpenFileName(self._window, title, str(photo.path), photo_pattern())
        if name and photo.opened:
            path = plain_path(Path(name))
            self._background.run(partial(_is_same, path, photo.opened.content), partial(self._take, photo, path))

    def _take(self, photo: PhotoItem, path: Path, is_same: bool | Message) -> None:
        if self._workspace.session.get(photo.id) is photo:
            self._workspace.notice.emit(self._answer(photo, path, is_same))

    def _answer(self, photo: PhotoItem, path: Path, is_same: bool | Message) -> Notice:
        if isinstance(is_same, Message):
            return self._workspace.tellings.gone(photo, shown(is_same))
        if not is_same:
            return self._workspace.tellings.is_another(photo, path.name)
        if not self._workspace.move_photo(photo, path):
            text = self.tr("{name} is open already").format(name=path.name)
            return Notice(level="warning", text=text, photo_id=photo.id, cause=moved_cause(photo.id))
        self.found.emit(path)
        text = self.tr("{name} is found again").format(name=path.name)
        return Notice(level="done", text=text, hint=self.tr("Nothing that was restored is lost."), photo_id=photo.id)


def _is_same(path: Path, content: str) -> bool | Message:
    """Whether that is in the file; why it cannot be read."""
    try:
        return path.is_file() and sha256_of(path) == content
    except OSError as error:
        return refused(path, error)
