"""What kind of file a photo is, whatever its name says, and where in the file it begins."""

from __future__ import annotations

import io
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import BinaryIO

from engine.errors import PhotoError
from engine.files import reason_of
from engine.messages import Message, message
from engine.photo_io.formats import (
    AVIF,
    FORMATS,
    HEAD_BYTES,
    HEIF,
    JPEG,
    PNG,
    RAW,
    TIFF,
    WEBP,
    Format,
    format_of_content,
    format_promised,
)
from engine.photo_io.kinds import kind_of
from engine.photo_io.tiff_pages import is_camera_raw

_MOST_JUNK = 4096  # bytes in front of a photo: headers of mail, of old Macs, a stray line feed
_STARTS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF")
_CODECS = {HEIF.name: ("pi_heif", "pi-heif"), RAW.name: ("rawpy", "rawpy")}


@dataclass(frozen=True)
class Source:
    """An open photo: a stream that begins where the photo does, its format, and what was odd about the file."""

    stream: BinaryIO
    known: Format
    notes: tuple[Message, ...] = ()


def opened(path: Path) -> BinaryIO:
    """The file, open for reading. Raises: PhotoError if it is missing, no file or not readable."""
    try:
        if path.exists() and not path.is_file():
            raise PhotoError("{path} is not a file.", hint="Choose a photo, not a folder.", path=path)
        return path.open("rb")
    except FileNotFoundError as error:
        raise PhotoError(
            "{path} does not exist.", hint="It may have been moved or renamed; choose it again.", path=path
        ) from error
    except PermissionError as error:
        raise PhotoError(
            "{path} may not be read.", hint="Change its permissions or copy it elsewhere.", path=path
        ) from error
    except (OSError, ValueError) as error:
        raise PhotoError(
            "{path} cannot be opened ({error}).",
            hint="Check the name and the drive.",
            path=path,
            error=reason_of(error),
        ) from error


def identify(path: Path, stream: BinaryIO) -> Source:
    """The photo in an open file, by its content alone. Raises: PhotoError, which names what it is, if it is none."""
    head = stream.read(HEAD_BYTES)
    if not head:
        raise PhotoError("{name} is empty (0 bytes).", hint="Copy the photo again from where it came.", name=path.name)
    known = format_of_content(head)
    if known is TIFF and (path.suffix.lower() in RAW.suffixes or is_camera_raw(stream)):
        known = RAW
    if known is not None:
        _refuse_without_codec(path, known)
        return Source(stream, known, _name_note(path, known))
    kind = kind_of(head)
    if kind is None and (found := _behind_junk(path, stream)):
        return found
    raise _unreadable(path, kind)


def _refuse_without_codec(path: Path, known: Format) -> None:
    module, package = _CODECS.get(known.name, ("", ""))
    if module and find_spec(module) is None:
        kind = message("a HEIC file") if known is HEIF else message("a camera's raw file")
        raise PhotoError(
            "{name} is {kind}, and what reads it is not installed.",
            hint="Install it with: pip install {package}. Or save the photo as TIFF or JPEG in another program.",
            name=path.name,
            kind=kind,
            package=package,
        )
    if known is AVIF:
        from PIL import features

        if not features.check("avif"):
            raise _unreadable(path, message("an AVIF file"))


def _name_note(path: Path, known: Format) -> tuple[Message, ...]:
    promised = format_promised(path)
    if not path.suffix or promised is known:
        return ()
    said = promised.name if promised else f'"{path.suffix}"'
    return (message("its name says {other}, but it holds a {format} picture", other=said, format=known.name),)


def _behind_junk(path: Path, stream: BinaryIO) -> Source | None:
    """The photo that begins somewhat later in the file, if one does."""
    stream.seek(0)
    front = stream.read(_MOST_JUNK + HEAD_BYTES)
    places = sorted(at for start in _STARTS if 0 < (at := front.find(start)) <= _MOST_JUNK)
    for place in places:
        known = format_of_content(front[place : place + HEAD_BYTES])
        if known in (JPEG, PNG, WEBP):
            stream.seek(place)
            note = message("{count} bytes in front of the photo were skipped", count=place)
            return Source(io.BytesIO(stream.read()), known, (note, *_name_note(path, known)))
    return None


def _unreadable(path: Path, kind: Message | None) -> PhotoError:
    names = (*(one.name for one in FORMATS), "AVIF", "HEIC")
    if kind is None and path.suffix.lower() in RAW.suffixes:
        kind = message("a camera's raw file of an unknown kind")
    if kind is None:
        return PhotoError(
            "{name} is not a photo this program can read.", hint="It reads {names}.", name=path.name, names=names
        )
    return PhotoError(
        "{name} is {kind}, not a photo this program can read.",
        hint="Save it as JPEG, PNG or TIFF in a program that opens it.",
        name=path.name,
        kind=kind,
    )
