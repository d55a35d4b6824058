"""What reading one file may take: a small file can ask for hours or for all memory.

A reader of directories counts what it gives: entries, bytes of values, directories. Pixels and scans are counted before
they are decoded.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import BinaryIO

from engine.messages import message

MOST_VALUE_BYTES = 64 << 20  # of all values together, however large the file is
MOST_ENTRIES = 65_536
MOST_DIRECTORIES = 4096
MOST_SCANS = 100  # of a progressive JPEG file; encoders make 10, the most thorough ones 20
MOST_PIECES = 1 << 18  # strips or tiles
UNASKED_BYTES = 96 << 20  # of samples that any file may hold, however small it is
MOST_EXPANSION = 500  # times the file; beyond `UNASKED_BYTES` a file that claims more is empty or a bomb
BYTES_PER_PIXEL = 6  # RGB of 16 bit: what the limit of megapixels is meant for
_MARKER = re.compile(rb"\xff+([^\x00\xd0-\xd7\xff])")  # of a JPEG file, among compressed samples
_MARK, _SCAN, _END = b"\xff", b"\xda", b"\xd9"


class Reader:
    """Reads from a block in memory or an open file of `size` bytes; counts what directories take of it.

    Each function that reads a file has one
    of its own: what it takes in all is bounded by the file's size.
    """

    def __init__(self, read: Callable[[int, int], bytes], size: int) -> None:
        self._read = read
        self.bytes_left = min(size, MOST_VALUE_BYTES)
        self._entries_left = MOST_ENTRIES
        self._directories_left = MOST_DIRECTORIES

    def __call__(self, offset: int, length: int) -> bytes:
        """`length` bytes from `offset` on, or fewer at the end."""
        return self._read(offset, length)

    def take_directory(self, entries: int) -> None:
        """Count one more directory. Raises: ValueError if there were too many, or too many entries."""
        self._directories_left -= 1
        self._entries_left -= entries
        if self._directories_left < 0 or self._entries_left < 0:
            raise ValueError(message("it has too many tags"))

    def take_value(self, size: int) -> bool:
        """Whether a value of `size` bytes may still be read; all together are no longer than the file."""
        if size > self.bytes_left:
            return False
        self.bytes_left -= size
        return True


def block_reader(block: bytes | bytearray) -> Reader:
    """Reads from a block in memory."""
    return Reader(lambda offset, length: bytes(block[offset : offset + length]), len(block))


def file_reader(stream: BinaryIO) -> Reader:
    """Reads from an open file."""

    size = stream.seek(0, 2)

    def read(offset: int, length: int) -> bytes:
        if offset >= size:  # which may be more than can be sought
            return b""
        stream.seek(offset)
        return stream.read(min(length, size))

    return Reader(read, size)


def check_pieces(count: int) -> None:
    """Raises: ValueError for a picture in more strips or tiles than any program makes."""
    if count > MOST_PIECES:
        raise ValueError(message("it is cut into {count} pieces", count=count))


def check_scans(stream: BinaryIO, start: int, *, channels: int, is_progressive: bool) -> None:
    """Raises: ValueError if an open JPEG file goes over its picture again and again. Args: start: of the first scan."""
    stream.seek(start)
    head = stream.read(5)
    if not is_progressive and head[4:5] >= bytes([channels]):  # one scan of all channels: decoders look for no other
        return
    samples = stream.read()
    if samples.count(_MARK + _SCAN) < MOST_SCANS:
        return
    scans = 1
    for marker in _MARKER.finditer(samples):  # up to the end of this picture: others may follow
        scans += marker[1] == _SCAN
        if scans > MOST_SCANS:
            raise ValueError(message("its picture is in more than {count} scans", count=MOST_SCANS))
        if marker[1] == _END:
            return


def is_too_much(sample_bytes: int, file_bytes: int) -> bool:
    """Whether a file can hardly hold as many bytes of samples as it claims."""
    return sample_bytes > max(UNASKED_BYTES, MOST_EXPANSION * file_bytes)
