"""Reads and writes photos without losing depth, ICC profile, EXIF, XMP, IPTC, resolution or alpha."""

from engine.photo_io.formats import READABLE_SUFFIXES, suggested_suffix
from engine.photo_io.reading import page_count, read_photo
from engine.photo_io.writing import not_kept, write_photo

__all__ = ["READABLE_SUFFIXES", "not_kept", "page_count", "read_photo", "suggested_suffix", "write_photo"]
