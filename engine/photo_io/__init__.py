"""Reads and writes photos without losing depth, ICC profile, EXIF, XMP, IPTC, resolution or alpha.

What reads and writes is loaded when it is first asked for: the window's start knows the names of formats alone.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from engine.photo_io.formats import READABLE_SUFFIXES, suggested_suffix

if TYPE_CHECKING:
    from engine.photo_io.reading import page_count, read_photo
    from engine.photo_io.writing import not_kept, write_photo

__all__ = ["READABLE_SUFFIXES", "not_kept", "page_count", "read_photo", "suggested_suffix", "write_photo"]
_HOMES = {"page_count": "reading", "read_photo": "reading", "not_kept": "writing", "write_photo": "writing"}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"engine.photo_io.{_HOMES[name]}"), name)
