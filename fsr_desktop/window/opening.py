"""Opening photos: by dialogs, by dropping and pasting, and what was open before."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from engine.paths import samples_folder
from fsr_desktop.photos.drop import PhotoDrop
from fsr_desktop.photos.finder import PhotoFinder
from fsr_desktop.session.notice import Notice
from fsr_desktop.window.clipboard import Clipboard
from fsr_desktop.window.main_window import MainWindow
from fsr_desktop.window.moved_photo import MovedPhoto, photo_pattern

SAMPLE = "astronaut-42px.png"  # which the start page shows before and after


class Opening(QObject):
    """Every way by which photos come into the window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._workspace = window, window.workspace
        self.clipboard = Clipboard(self)
        self.clipboard.pasted.connect(self.open_paths)
        self.clipboard.nothing.connect(lambda words: self._workspace.notice.emit(Notice(level="info", text=words)))
        self.clipboard.missing.connect(self._tell_missing)
        self.clipboard.lost.connect(self._tell_lost)
        self._finder = PhotoFinder(self)
        self._finder.found.connect(self._workspace.open_found)
        PhotoDrop(window, self._workspace.open_found)
        self.moved = MovedPhoto(window)
        self.moved.found.connect(lambda path: window.remember_opened([path]))
        page, strip = window.start_page, window.photo.strip
        page.open_requested.connect(self.choose_photos)
        page.open_folder_requested.connect(self.choose_folder)
        page.sample_requested.connect(self.open_sample)
        page.recent_chosen.connect(lambda path: self.open_paths([path]))
        strip.open_requested.connect(self.choose_photos)

    def open_paths(self, paths: list[Path]) -> None:
        """Open photos and folders, and remember them; folders are looked through in the background."""
        if not paths:
            return
        self._window.remember_opened([path for path in paths if path.exists()])
        if any(path.is_dir() for path in paths):
            self._finder.find(paths)
        else:
            self._workspace.open_paths(paths)

    def choose_photos(self) -> None:
        """Ask for photos and open them."""
        names, _ = QFileDialog.getOpenFileNames(
            self._window, self.tr("Open photos"), self._last_folder(), photo_pattern()
        )
        self.open_paths([Path(name) for name in names])

    def choose_folder(self) -> None:
        """Ask for a folder and open the photos in it."""
        name = QFileDialog.getExistingDirectory(self._window, self.tr("Open a folder of photos"), self._last_folder())
        if name:
            self.open_paths([Path(name)])

    def open_sample(self) -> None:
        """Open the shipped sample, to try the program with."""
        self.open_paths([samples_folder() / SAMPLE])

    def _tell_missing(self, paths: list[Path]) -> None:
        self._workspace.notice.emit(self._workspace.tellings.not_there([str(path) for path in paths]))

    def _tell_lost(self) -> None:
        text = self.tr("The picture in the clipboard could not be opened")
        hint = self.tr(
            "The program it comes from did not hand it over; it may be too large. Save it there, and open the file."
        )
        self._workspace.notice.emit(Notice(level="error", text=text, hint=hint, cause="clipboard"))

    def _last_folder(self) -> str:
        recent = self._window.recent.existing()
        if not recent:
            return str(Path.home())
        return str(recent[0] if recent[0].is_dir() else recent[0].parent)
