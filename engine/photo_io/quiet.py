"""Decoders kept from talking to the terminal and from having a size limit of their own."""

from __future__ import annotations

import logging
import lzma
import struct
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


@contextmanager
def quiet_decoders() -> Generator[None]:
    """Within it, Pillow and tifffile neither warn nor log, and Pillow takes any size: the caller has a limit.

    It changes process-wide switches and puts them back: one photo is read at a time.
    """
    with ExitStack() as undo:
        undo.enter_context(warnings.catch_warnings())
        warnings.simplefilter("ignore")
        undo.callback(setattr, Image, "MAX_IMAGE_PIXELS", Image.MAX_IMAGE_PIXELS)
        Image.MAX_IMAGE_PIXELS = None
        for name in ("PIL", "tifffile"):
            logger = logging.getLogger(name)
            undo.callback(logger.setLevel, logger.level)
            logger.setLevel(logging.CRITICAL + 1)
        yield
