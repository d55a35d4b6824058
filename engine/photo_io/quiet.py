"""Decoders kept from talking to the terminal and from having a size limit of their own."""

from __future__ import annotations

import ctypes
import importlib
import logging
import lzma
import struct
import threading
import warnings
import zlib
from collections.abc import Generator
from contextlib import ExitStack, contextmanager

from PIL import Image

# What decoders raise on damaged files, beyond what they document.
DECODER_ERRORS = (
    OSError,
    EOFError,
    SyntaxError,
    ValueError,
    TypeError,
    AttributeError,
    LookupError,
    ArithmeticError,
    AssertionError,
    RuntimeError,
    struct.error,
    zlib.error,
    lzma.LZMAError,
    ImportError,  # of a codec that is not installed
    Image.DecompressionBombError,
)


class _Switches:
    """Process-wide switches, turned off while at least one thread wants it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._users = 0
        self._undo = ExitStack()

    def turn_off(self) -> None:
        with self._lock:
            if not self._users:
                self._undo = _turned_off()
            self._users += 1

    def turn_back(self) -> None:
        with self._lock:
            self._users -= 1
            if not self._users:
                self._undo.close()


_SWITCHES = _Switches()


@contextmanager
def quiet_decoders() -> Generator[None]:
    """Within it, Pillow, tifffile and libtiff neither warn nor log, and Pillow takes any size: the caller has a limit.

    It changes process-wide switches; the last of several threads to leave it puts them back.
    """
    _SWITCHES.turn_off()
    try:
        yield
    finally:
        _SWITCHES.turn_back()


def _turned_off() -> ExitStack:
    undo = ExitStack()
    undo.enter_context(warnings.catch_warnings())
    warnings.simplefilter("ignore")
    undo.callback(setattr, Image, "MAX_IMAGE_PIXELS", Image.MAX_IMAGE_PIXELS)
    Image.MAX_IMAGE_PIXELS = None
    for name in ("PIL", "tifffile"):
        logger = logging.getLogger(name)
        undo.callback(logger.setLevel, logger.level)
        logger.setLevel(logging.CRITICAL + 1)
    for name in ("TIFFSetErrorHandler", "TIFFSetWarningHandler"):
        undo.callback(_set_handler, name, _set_handler(name, None))
    return undo


def _set_handler(name: str, handler: int | None) -> int | None:
    """Have libtiff say its errors or warnings by `handler`, an address; None: not at all. Returns: the one before.

    It is asked through Pillow's own library, which finds the libtiff that it reads by. Where that is a part of it, as
    in Pillow's packages for Windows, it cannot be asked, and libtiff goes on writing to standard error.
    """
    try:
        function = ctypes.CDLL(str(importlib.import_module("PIL._imaging").__file__))[name]
    except (OSError, AttributeError):
        return None
    function.argtypes, function.restype = [ctypes.c_void_p], ctypes.c_void_p
    return function(handler)
