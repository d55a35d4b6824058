"""The pictures of a TIFF file: its pages and what hangs below them, without the small ones made for a preview."""

from __future__ import annotations

import io
import struct
from dataclasses import dataclass
from typing import BinaryIO

import numpy as np

from engine.photo_io import exif
from engine.photo_io.budget import Reader, file_reader
from engine.photo_io.exif import LONG, SHORT, ByteOrder, Directory, Entry

NEW_KIND, OLD_KIND, PHOTOMETRIC, SUB_PAGES, DNG_VERSION = 254, 255, 262, 330, 50706
_REDUCED, _MASK = 1, 4  # bits of the kind of a page
_OLD_REDUCED = 2
_CAMERA_MOSAIC = (32803, 34892)  # photometric: colours of the sensor
_MOST_PAGES = 4096
_MOST_SUB_PAGES = 64
_OF_A_PAGE = frozenset({NEW_KIND, OLD_KIND, PHOTOMETRIC, SUB_PAGES, DNG_VERSION, exif.IMAGE_WIDTH, exif.IMAGE_HEIGHT})


@dataclass(frozen=True)
class Page:
    """One picture in a TIFF file: where its directory is, and its size in px."""

    offset: int
    width: int
    height: int
    is_reduced: bool

    @property
    def area(self) -> int:
        """Its number of pixels."""
        return self.width * self.height


def pictures_of(stream: BinaryIO) -> list[Page]:
    """The pictures of an open TIFF file in their order; a thumbnail is none of them, unless there is nothing else.

    A page that is a thumbnail of pictures below it stands for the largest of these. Empty for a damaged file.
    """
    read = file_reader(stream)
    try:
        order, offset, is_big = exif.read_any_header(read)
    except ValueError:
        return []
    pages: list[Page] = []
    seen: set[int] = set()
    while offset and offset not in seen and len(pages) < _MOST_PAGES:
        seen.add(offset)
        try:
            directory = exif.read_directory(read, offset, order, is_big=is_big, only=_OF_A_PAGE)
        except ValueError:
            break
        pages.append(_best(read, directory, order, offset, is_big))
        offset = directory.next_offset
    whole = [page for page in pages if not page.is_reduced]
    return whole or sorted(pages, key=lambda page: -page.area)[:1]


def _best(read: Reader, directory: Directory, order: ByteOrder, offset: int, is_big: bool) -> Page:
    """The page itself, or the picture below it that it is a small copy of."""
    page = _page(directory, order, offset)
    below: list[Page] = []
    for place in values_of(directory.find(SUB_PAGES), order)[:_MOST_SUB_PAGES]:
        try:
            sub = _page(exif.read_directory(read, place, order, is_big=is_big, only=_OF_A_PAGE), order, place)
        except ValueError:
            continue
        if not sub.is_reduced and sub.area > page.area:
            below.append(sub)
    return max(below, key=lambda sub: sub.area, default=page)


def _page(directory: Directory, order: ByteOrder, offset: int) -> Page:
    def number(tag: int) -> int:
        return exif.number_of(directory.find(tag), order) or 0

    is_reduced = bool(number(NEW_KIND) & (_REDUCED | _MASK)) or number(OLD_KIND) == _OLD_REDUCED
    return Page(offset, number(exif.IMAGE_WIDTH), number(exif.IMAGE_HEIGHT), is_reduced)


def at_page(stream: BinaryIO, page: Page) -> BinaryIO:
    """A TIFF file whose first directory is that of `page`: the open file itself, or a copy in memory."""
    read = file_reader(stream)
    order, offset, is_big = exif.read_any_header(read)
    if offset == page.offset:
        return stream
    stream.seek(0)
    copy = io.BytesIO(stream.read())
    copy.seek(8 if is_big else 4)
    copy.write(struct.pack(order + ("Q" if is_big else "I"), page.offset))
    copy.seek(0)
    return copy


def is_camera_raw(stream: BinaryIO) -> bool:
    """Whether an open TIFF file is a camera's raw file: a DNG, or one with the sensor's own colours in it."""
    read = file_reader(stream)
    try:
        order, offset, is_big = exif.read_any_header(read)
        first = exif.read_directory(read, offset, order, is_big=is_big, only=_OF_A_PAGE)
    except ValueError:
        return False
    if first.find(DNG_VERSION):
        return True
    places = values_of(first.find(SUB_PAGES), order)[:_MOST_SUB_PAGES]
    directories = [first]
    for place in places:
        try:
            directories.append(exif.read_directory(read, place, order, is_big=is_big, only=_OF_A_PAGE))
        except ValueError:
            continue
    return any(exif.number_of(one.find(PHOTOMETRIC), order) in _CAMERA_MOSAIC for one in directories)


def values_of(entry: Entry | None, order: ByteOrder) -> list[int]:
    """The numbers of an entry of SHORT or LONG (or of offsets); none for any other."""
    if entry is None or entry.kind not in (SHORT, LONG, 13):
        return []
    stored = np.dtype(np.uint16 if entry.kind == SHORT else np.uint32).newbyteorder(order)
    return [int(value) for value in np.frombuffer(entry.data, stored)]
