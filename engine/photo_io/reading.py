"""Reading a photo: whether it may be opened, its pixels upright and its metadata."""

from __future__ import annotations

import logging
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, cast

import numpy as np
from PIL import Image, TiffImagePlugin, UnidentifiedImageError

from engine.errors import EngineError, PhotoError
from engine.files import reason_of
from engine.messages import Message, message
from engine.photo_io import cut_jpeg, missing_rows
from engine.photo_io.colour import profile_space
from engine.photo_io.decoding import CONVERT_HINT, Decoded, decode, head_of, open_image
from engine.photo_io.formats import AVIF, HEIF, JPEG, PNG, RAW, TIFF, Format
from engine.photo_io.identify import identify, opened
from engine.photo_io.metadata import FoundMetadata, find_metadata
from engine.photo_io.orientation import turn_upright
from engine.photo_io.phone_and_camera import avif_notes, decode_heif, decode_raw, info_of_heif, open_heif
from engine.photo_io.png_chunks import check_png_whole
from engine.photo_io.quiet import DECODER_ERRORS, quiet_decoders
from engine.photo_io.size_limit import DAMAGED_HINT, SizeLimit
from engine.photo_io.tiff_file import check_tiff_whole, info_of_tiff
from engine.photo_io.tiff_pages import at_page, pictures_of
from engine.photo_io.tiff_samples import undoing
from engine.photo_io.uncommon_tiff import decode_uncommon, is_uncommon
from engine.types import Photo, PhotoMetadata, Pixels

_COMPRESSION = 259
_log = logging.getLogger(__name__)


def read_photo(path: Path, *, max_megapixels: float = 200.0, page: int = 1) -> Photo:
    """The photo in a file of any kind that is read here, whatever its name says, upright, at its full depth.

    Args: max_megapixels: the most pixels, in millions, that are decoded; checked before decoding. page: which picture
    of a TIFF file.
    Raises: PhotoError if the file is missing, unreadable, empty, no photo, damaged or over the limit.
    """

    with _damage_in_words(path), opened(path) as stream, quiet_decoders():
        source = identify(path, stream)
        limit = SizeLimit(path, max_megapixels, source.stream.seek(0, 2))
        read = {TIFF: _read_tiff, HEIF: _read_heif, RAW: _read_raw}.get(source.known)
        if read is not None:
            photo = read(path, source.stream, limit, page)
        else:
            photo = _read_plain(path, source.stream, source.known, limit)
        return replace(photo, notes=(*source.notes, *photo.notes))


def page_count(path: Path) -> int:
    """How many pictures a TIFF file holds, thumbnails aside; 1 for any other file. Raises: PhotoError."""
    with _damage_in_words(path), opened(path) as stream, quiet_decoders():
        source = identify(path, stream)
        return max(1, len(pictures_of(source.stream))) if source.known is TIFF else 1


@contextmanager
def _damage_in_words(path: Path) -> Generator[None]:
    """Raises: PhotoError for whatever decoders raise within it."""
    try:
        yield
    except MemoryError as error:
        hint = message("Close other programs, or make the photo smaller and open it again.")
        raise PhotoError("There is not enough memory to open {name}.", hint=hint, name=path.name) from error
    except EngineError:
        raise
    except Exception as error:  # a decoder may raise anything; it is this photo's alone
        if not isinstance(error, DECODER_ERRORS):
            _log.exception("Reading a photo failed")
        is_unknown = isinstance(error, UnidentifiedImageError)
        reason = message("its structure is damaged") if is_unknown else reason_of(error)
        raise PhotoError(
            "{name} cannot be decoded ({error}).", hint=DAMAGED_HINT, name=path.name, error=reason
        ) from error


def _read_plain(path: Path, stream: BinaryIO, known: Format, limit: SizeLimit) -> Photo:
    """JPEG, PNG, WebP, BMP and AVIF."""
    image = open_image(stream, known)
    if known is JPEG:
        cut_jpeg.check_repeats(image, stream)
    limit.check_image(image, head=head_of(stream))
    if known is PNG:
        check_png_whole(stream)
        image = open_image(stream, known)
    notes = _page_note(image)
    if known is JPEG:
        decoded, image, stream = _decode_jpeg(image, stream)
    else:
        decoded = decode(image, stream, known)
    if known is PNG:
        notes += missing_rows.note_of_png(stream, decoded.samples, head_of(stream))
    if known is AVIF:
        notes += avif_notes(stream)
    found = find_metadata(image, known, stream)
    return _photo(path, known, replace(decoded, notes=(*notes, *decoded.notes)), found, found.orientation)


def _decode_jpeg(image: Image.Image, stream: BinaryIO) -> tuple[Decoded, Image.Image, BinaryIO]:
    """The samples, and the image and file they were read from: a closed copy of a file that ends too early."""
    if cut_jpeg.has_end(stream):
        decoded = decode(image, stream, JPEG)
        notes = (*cut_jpeg.note_of_grey_end(decoded.samples), *decoded.notes)
        return replace(decoded, notes=notes), image, stream
    stream = cut_jpeg.closed(stream)
    image = open_image(stream, JPEG)
    decoded = decode(image, stream, JPEG)
    note = cut_jpeg.note_of_cut(decoded.samples, image)
    return replace(decoded, notes=(note, *decoded.notes)), image, stream


def _read_tiff(path: Path, stream: BinaryIO, limit: SizeLimit, number: int) -> Photo:
    pages = pictures_of(stream)
    if number > max(1, len(pages)):
        raise PhotoError(
            "{name} has no page {number}.",
            hint="It has {count}.",
            name=path.name,
            number=number,
            count=max(1, len(pages)),
        )
    file = stream
    stream = at_page(stream, pages[number - 1]) if pages else stream
    notes = (message("page {number} of {count} was read", number=number, count=len(pages)),) if len(pages) > 1 else ()
    check_tiff_whole(stream)
    notes += missing_rows.note_of_tiff(stream)
    image = _opened_tiff(stream)
    if image is not None:
        limit.check_image(image)
    if image is None or is_uncommon(image):
        decoded, orientation = _decode_uncommon(path, stream, limit), None
    else:
        with undoing(int(cast(int, image.tag_v2.get(_COMPRESSION, 1)))):
            decoded, orientation = decode(image, stream, TIFF), 1  # Pillow turns TIFF itself
    found = find_metadata(info_of_tiff(stream), TIFF, stream)
    if file is not stream:
        found = found.completed_by(find_metadata(info_of_tiff(file), TIFF, file).metadata)
    decoded = replace(decoded, notes=(*notes, *decoded.notes))
    return _photo(path, TIFF, decoded, found, orientation or found.orientation)


def _opened_tiff(stream: BinaryIO) -> TiffImagePlugin.TiffImageFile | None:
    """The file opened by Pillow; None where it has no mode for its samples."""
    try:
        return cast(TiffImagePlugin.TiffImageFile, open_image(stream, TIFF))
    except UnidentifiedImageError:
        return None


def _decode_uncommon(path: Path, stream: BinaryIO, limit: SizeLimit) -> Decoded:
    """A TIFF file that Pillow cannot decode at its full depth. Raises: PhotoError if nothing here can."""
    try:
        decoded = decode_uncommon(stream, limit)
    except DECODER_ERRORS as error:
        hint = message("Save it as PNG, or as TIFF without compression, in an image editor and open it again.")
        raise PhotoError(
            "{name} is a TIFF file that cannot be decoded ({error}).", hint=hint, name=path.name, error=reason_of(error)
        ) from error
    if decoded is None:
        raise PhotoError(
            "{name} is a TIFF file with samples of an unsupported kind.", hint=CONVERT_HINT, name=path.name
        )
    return decoded


def _read_heif(path: Path, stream: BinaryIO, limit: SizeLimit, _page: int) -> Photo:
    image = open_heif(stream)
    limit.check(*image.size)
    return _photo(path, HEIF, decode_heif(image), find_metadata(info_of_heif(image), HEIF, stream), 1)


def _read_raw(path: Path, stream: BinaryIO, limit: SizeLimit, _page: int) -> Photo:
    decoded = decode_raw(stream, limit.check)
    return _photo(path, RAW, decoded, find_metadata({}, RAW, stream), 1)


def _page_note(image: Image.Image) -> tuple[Message, ...]:
    """A note if the file holds more than the one picture that is read."""
    if not getattr(image, "is_animated", False):
        return ()
    return (message("picture 1 of {count} in the file was read", count=cast(int, getattr(image, "n_frames", 1))),)


def _photo(path: Path, known: Format, decoded: Decoded, found: FoundMetadata, orientation: int) -> Photo:
    """The upright photo put together."""
    samples = turn_upright(decoded.samples, orientation)
    alpha = None if decoded.alpha is None else turn_upright(decoded.alpha[..., None], orientation)[..., 0]
    extra = None if decoded.extra is None else turn_upright(decoded.extra, orientation)
    if samples.shape[2] in (2, 4):
        samples, alpha = samples[..., :-1], samples[..., -1]
    is_grey = samples.shape[2] == 1
    metadata, profile_note = _with_usable_profile(found.metadata, decoded.icc)
    return Photo(
        pixels=cast(Pixels, np.repeat(samples, 3, axis=2) if is_grey else np.ascontiguousarray(samples)),
        alpha=None if alpha is None else cast(Pixels, np.ascontiguousarray(alpha)),
        extra=extra,
        is_grey=is_grey,
        format=known.name,
        path=path,
        metadata=metadata,
        notes=(*decoded.notes, *found.notes, *profile_note),
    )


def _with_usable_profile(metadata: PhotoMetadata, icc: bytes | None) -> tuple[PhotoMetadata, tuple[Message, ...]]:
    """The metadata with the profile of the converted pixels, or without one that is for other colours."""
    if icc is not None:
        return replace(metadata, icc=icc), ()
    if metadata.icc is not None and profile_space(metadata.icc) not in ("GRAY", "RGB "):
        return replace(metadata, icc=None), (message("the colour profile was for other colours and was left out"),)
    return metadata, ()
