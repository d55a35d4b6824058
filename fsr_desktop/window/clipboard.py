"""Photos from the clipboard, and pictures into it."""

from __future__ import annotations

import datetime
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QUrl, Signal
from PySide6.QtGui import QGuiApplication, QImage

from engine.files import PRIVATE, make_own_folder, placed_file
from engine.paths import user_data_folder
from fsr_desktop.background import Background

FOLDER = "pasted"
LIGHT_COMPRESSION = 90  # of 100; Qt's usual one takes three times as long and saves little. No pixel is lost


class Clipboard(QObject):
    """Gives what is in the clipboard as photos with a file, and puts pictures there.

    Signals: `pasted` a list of `Path`; `nothing` words for the user when there was nothing to paste or it could not be
    kept.
    """

    pasted = Signal(object)
    nothing = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = Background(self)

    def paste(self) -> None:
        """Take files, a picture, or paths written as text; `pasted` or `nothing` follows."""
        data = QGuiApplication.clipboard().mimeData()
        files = _local_files(data)
        image = QGuiApplication.clipboard().image() if data.hasImage() else QImage()
        if files:
            self.pasted.emit(files)
        elif not image.isNull():
            self._background.run(lambda: _kept(image), self._take)
        else:
            paths = _paths_in(data.text())
            self._background.run(lambda: _existing(paths), self._take)

    def copy_image(self, image: QImage) -> None:
        """Put a picture into the clipboard."""
        if image.isNull():
            self.nothing.emit(self.tr("There is no picture to copy."))
        else:
            QGuiApplication.clipboard().setImage(image)

    def close(self) -> None:
        """Wait until a pasted picture is kept."""
        self._background.finish()

    def _take(self, found: list[Path] | OSError) -> None:
        if isinstance(found, OSError):
            text = self.tr("The pasted picture could not be kept in {folder}: {problem}.")
            problem = found.strerror or type(found).__name__
            self.nothing.emit(text.format(folder=user_data_folder() / FOLDER, problem=problem))
        elif found:
            self.pasted.emit(found)
        else:
            self.nothing.emit(self.tr("There is no photo in the clipboard. Copy a picture or a file, then paste."))


def keep_image(image: QImage, folder: Path, now: datetime.datetime) -> Path:
    """The path of a PNG file of the picture, named by date and time, in `folder`, which is made.

    Raises: OSError as the file system does.
    """
    make_own_folder(folder)
    with placed_file(folder / f"pasted {now:%Y-%m-%d %H-%M-%S}.png", keeping=PRIVATE) as placed:
        if not image.save(str(placed.beside), "PNG", LIGHT_COMPRESSION):  # pyright: ignore[reportArgumentType, reportCallIssue] stubs want bytes
            raise OSError(0, "the picture cannot be written as a PNG file")
    return placed.path


def _local_files(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def _paths_in(text: str) -> list[Path]:
    """Absolute paths and file addresses, one a line, as file managers and shells write them."""
    found: list[Path] = []
    for line in text.splitlines()[:1000]:
        words = line.strip().strip("\"'")
        if words.startswith("file:"):
            words = QUrl(words).toLocalFile()
        if words.startswith("~"):
            words = str(Path.home()) + words[1:]
        if words and Path(words).is_absolute():
            found.append(Path(words))
    return found


def _kept(image: QImage) -> list[Path] | OSError:
    try:
        return [keep_image(image, user_data_folder() / FOLDER, datetime.datetime.now())]
    except OSError as error:
        return error


def _existing(paths: list[Path]) -> list[Path]:
    found: list[Path] = []
    for path in paths:
        with suppress(OSError, ValueError):  # no path at all, such as a very long line
            if path.exists():
                found.append(path)
    return found
