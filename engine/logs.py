"""The program's own logs: only the user may read them, and they name no photo unless asked to."""

from __future__ import annotations

import logging
import os
import re
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler

from engine.files import make_own_folder
from engine.paths import log_folder

PATHS_VARIABLE = "FSR_DESKTOP_LOG_PATHS"  # set to 1, logs say which photo it was
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_SUFFIXES = "jpe?g|jpe|jfif|mpo|png|tiff?|webp|bmp|avif|hei[cf]|hif|dng|raw|nef|cr[23]|arw|npz|npy|json|toml|gif|mp4"
_PLACE = r"(?:[A-Za-z]:)?[/\\][^'\"<>|:;\n]*?"  # an absolute path, which may have blanks
_NAME = r"[^\s/\\'\"<>|:;,()]+"
_PATH = re.compile(rf"(?:{_PLACE}|{_NAME})\.({_SUFFIXES})\b", re.I)


class _PrivateFormatter(logging.Formatter):
    """Leaves out the names of files, but for what kind they are; those of the program's own code stay."""

    def format(self, record: logging.LogRecord) -> str:
        return without_names(super().format(record))


def without_names(text: str) -> str:
    """A text in which "/photos/aunt.jpg" is "*.jpg"."""
    return _PATH.sub(r"*.\1", text)


class _OwnFile(RotatingFileHandler):
    def _open(self) -> TextIOWrapper:
        return open(self.baseFilename, "a", encoding="utf-8", opener=_private)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def log_handler(name: str) -> logging.Handler:
    """What writes to the log of that name. Raises: OSError if it cannot be written."""
    make_own_folder(log_folder())
    handler = _OwnFile(log_folder() / name, maxBytes=1_000_000, backupCount=2, encoding="utf-8")
    is_asked = os.environ.get(PATHS_VARIABLE) == "1"
    handler.setFormatter(logging.Formatter(_FORMAT) if is_asked else _PrivateFormatter(_FORMAT))
    return handler
