"""Reads and writes photos without losing depth, ICC profile, EXIF, XMP, resolution or alpha."""

from engine.photo_io.formats import READABLE_SUFFIXES, suggested_suffix
from engine.photo_io.reading import read_photo
from engine.photo_io.writing import write_photo

__all__ = ["READABLE_SUFFIXES", "read_photo", "suggested_suffix", "write_photo"]
