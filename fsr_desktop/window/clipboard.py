"""Photos from the clipboard, and pictures into it."""

from __future__ import annotations

import datetime
import errno
import os
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QMimeData, QObject, QUrl, Signal
from PySide6.QtGui import QGuiApplication, QImage

from engine.files import PRIVATE, make_own_folder, placed_file, reason_of
from engine.paths import user_data_folder
from fsr_desktop.background import Background
from fsr_desktop.language.messages import shown

FOLDER = "pasted"
# What another program offers a picture as, the one that loses least first; the last one is how Windows names it.
FILE_KINDS = {
    "image/png": ".png",
    'application/x-qt-windows-mime;value="PNG"': ".png",
    "image/tiff": ".tiff",
    "image/bmp": ".bmp",
    "image/webp": ".webp",
    "image/avif": ".avif",
    "image/heic": ".heic",
    "image/jpeg": ".jpg",
}
MOST_WAIT_S = 2.0  # for a program that hands over nothing; Qt waits 5 s for each kind, and holds the window up
LIGHT_COMPRESSION = 90  # of 100; Qt's usual one takes three times as long and saves little. No pixel is lost


@dataclass(frozen=True)
class _Found:
    """Files, and `missing` paths that were named beside them."""

    files: tuple[Path, ...]
    missing: tuple[Path, ...] = ()


class Clipboard(QObject):
    """Gives what is in the clipboard as photos with a file, and puts pictures there.

    Signals: `pasted` a list of `Path`; `missing` a list of those that were named beside them and are not there;
    `nothing` words for the user when there was nothing to paste or it could not be kept; `lost` when there is a picture
    that could not be had.
    """

    pasted = Signal(object)
    missing = Signal(object)
    nothing = Signal(str)
    lost = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = Background(self)

    def paste(self) -> None:
        """Take files, a picture, or paths written as text; `pasted`, `nothing` or `lost` follows."""
        data = QGuiApplication.clipboard().mimeData()
        files = _local_files(data)
        encoded = None if files else _encoded_picture(data)
        image = _plain_picture(data)
        if files:
            self.pasted.emit(files)
        elif encoded is not None:
            self._background.run(lambda: _kept(*encoded), self._take)
        elif not image.isNull():
            self._background.run(lambda: _kept(image, ".png"), self._take)
        else:
            paths, is_lost = _paths_in(data.text()), _offers_picture(data)
            self._background.run(lambda: _existing(paths), partial(self._take, is_lost=is_lost))

    def copy_image(self, image: QImage) -> None:
        """Put a picture into the clipboard."""
        if image.isNull():
            self.nothing.emit(self.tr("There is no picture to copy."))
        else:
            QGuiApplication.clipboard().setImage(image)

    def close(self) -> None:
        """Wait until a pasted picture is kept."""
        self._background.finish()

    def _take(self, found: _Found | OSError, *, is_lost: bool = False) -> None:
        if isinstance(found, OSError):
            text = self.tr("The pasted picture could not be kept in {folder}: {problem}.")
            self.nothing.emit(text.format(folder=user_data_folder() / FOLDER, problem=shown(reason_of(found))))
        elif found.files:
            self.pasted.emit(list(found.files))
            if found.missing:
                self.missing.emit(list(found.missing))
        elif is_lost:
            self.lost.emit()
        else:
            self.nothing.emit(self.tr("There is no photo in the clipboard. Copy a picture or a file, then paste."))


def keep_picture(picture: QImage | bytes, suffix: str, folder: Path, now: datetime.datetime) -> Path:
    """The path of a file of the picture, named by date and time, in `folder`, which is made.

    Args: picture: the bytes of a file of another program, which are kept as they are, or pixels, for a PNG file.
    Raises: OSError as the file system does.
    """
    make_own_folder(folder)
    with placed_file(folder / f"pasted {now:%Y-%m-%d %H-%M-%S}{suffix}", keeping=PRIVATE) as placed:
        if isinstance(picture, bytes):
            placed.beside.write_bytes(picture)
        elif not picture.save(str(placed.beside), "PNG", LIGHT_COMPRESSION):  # pyright: ignore[reportArgumentType, reportCallIssue] stubs want bytes
            raise OSError(errno.EIO, os.strerror(errno.EIO))  # Qt does not say why
    return placed.path


def _encoded_picture(data: QMimeData) -> tuple[bytes, str] | None:
    """The bytes of a picture's file and its suffix: not decoded here, for another program made them."""
    for kind, suffix in FILE_KINDS.items():
        asked_s = monotonic()
        if data.hasFormat(kind) and (content := data.data(kind).data()):
            return bytes(content), suffix
        if monotonic() - asked_s > MOST_WAIT_S:
            return None
    return None


def _plain_picture(data: QMimeData) -> QImage:
    """A picture that is offered as pixels alone, as our own are; the window decodes no other."""
    return QGuiApplication.clipboard().image() if _offers_pixels(data) else QImage()


def _offers_pixels(data: QMimeData) -> bool:
    is_a_file = any(kind.startswith("image/") for kind in data.formats())
    return data.hasImage() and not is_a_file


def _offers_picture(data: QMimeData) -> bool:
    """Whether there is a picture that could be pasted, if it were handed over: a very large one may not be."""
    return _offers_pixels(data) or any(data.hasFormat(kind) for kind in FILE_KINDS)


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


def _kept(picture: QImage | bytes, suffix: str) -> _Found | OSError:
    try:
        return _Found((keep_picture(picture, suffix, user_data_folder() / FOLDER, datetime.datetime.now()),))
    except OSError as error:
        return error


def _existing(paths: list[Path]) -> _Found:
    files: list[Path] = []
    missing: list[Path] = []
    for path in paths:
        with suppress(OSError, ValueError):  # no path at all, such as a very long line
            (files if path.exists() else missing).append(path)
    return _Found(tuple(files), tuple(missing))
