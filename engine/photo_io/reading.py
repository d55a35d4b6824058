"""Reading a photo: what kind of file it is, whether it may be opened, its pixels upright and its metadata."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, cast

import numpy as np
from PIL import Image, TiffImagePlugin, UnidentifiedImageError

from engine.errors import PhotoError
from engine.files import reason_of
from engine.messages import Message, message
from engine.photo_io import sixteen_bit
from engine.photo_io.colour import profile_space
from engine.photo_io.decoding import CONVERT_HINT, Decoded, decode, open_image
from engine.photo_io.formats import FORMATS, PNG, TIFF, Format, format_of_content, format_of_suffix
from engine.photo_io.metadata import FoundMetadata, find_metadata
from engine.photo_io.orientation import turn_upright
from engine.photo_io.png_chunks import check_png_whole
from engine.photo_io.quiet import DECODER_ERRORS, quiet_decoders
from engine.photo_io.tiff_file import check_tiff_whole, info_of_tiff
from engine.types import Photo, PhotoMetadata, Pixels

_DAMAGED_HINT = message("The file may be cut off or damaged; copy it again from where it came.")


def read_photo(path: Path, *, max_megapixels: float = 200.0) -> Photo:
    """The photo in a JPEG, PNG, TIFF, WebP or BMP file, upright, at its full depth.

    Args: max_megapixels: the most pixels, in millions, that are decoded; checked before decoding.
    Raises: PhotoError if the file is missing, unreadable, empty, of another kind than its suffix says,
    damaged, cut off or over the limit.
    """
    try:
        with _opened(path) as stream, quiet_decoders():
            known = _identify(path, stream)
            return _read(path, stream, known, max_megapixels)
    except MemoryError as error:
        hint = message("Close other programs, or make the photo smaller and open it again.")
        raise PhotoError("There is not enough memory to open {name}.", hint=hint, name=path.name) from error
    except DECODER_ERRORS as error:
        is_unknown = isinstance(error, UnidentifiedImageError)
        reason = message("its structure is damaged") if is_unknown else reason_of(error)
        raise PhotoError(
            "{name} cannot be decoded ({error}).", hint=_DAMAGED_HINT, name=path.name, error=reason
        ) from error


def _opened(path: Path) -> BinaryIO:
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


def _identify(path: Path, stream: BinaryIO) -> Format:
    """The format by content. Raises: PhotoError if it is unknown or the suffix says something else."""
    head = stream.read(12)
    if not head:
        raise PhotoError("{name} is empty (0 bytes).", hint="Copy the photo again from where it came.", name=path.name)
    known = format_of_content(head)
    if known is None:
        names = tuple(one.name for one in FORMATS)
        raise PhotoError(
            "{name} is not a photo this program can read.", hint="It reads {names}.", name=path.name, names=names
        )
    if path.suffix and format_of_suffix(path) is not known:
        promised = format_of_suffix(path)
        says = promised.name if promised else f'"{path.suffix}"'
        hint = message("Rename it to {name} and open it again.", name=f"{path.stem}{known.suffixes[0]}")
        raise PhotoError(
            "{name} holds a {format} image, but its name says {other}.",
            hint=hint,
            name=path.name,
            format=known.name,
            other=says,
        )
    return known


def _read(path: Path, stream: BinaryIO, known: Format, max_megapixels: float) -> Photo:
    def check_size(width: int, height: int) -> None:
        _check_size(path, width, height, max_megapixels)

    try:
        image = open_image(stream, known)
    except UnidentifiedImageError:
        if known is not TIFF:
            raise
        return _read_uncommon_tiff(path, stream, check_size)
    check_size(*image.size)
    if known is PNG:
        check_png_whole(stream)
        image = open_image(stream, known)
    elif known is TIFF:
        check_tiff_whole(stream)
    if isinstance(image, TiffImagePlugin.TiffImageFile) and _needs_tifffile(image):
        return _read_uncommon_tiff(path, stream, check_size, _page_note(image))
    page_note = _page_note(image)
    decoded = decode(image, stream, known)
    found = find_metadata(cast("Mapping[object, object]", image.info), known, stream)
    orientation = 1 if known is TIFF else found.orientation  # Pillow turns TIFF itself
    return _photo(path, known, replace(decoded, notes=(*page_note, *decoded.notes)), found, orientation)


def _needs_tifffile(image: TiffImagePlugin.TiffImageFile) -> bool:
    return sixteen_bit.is_16_bit_tiff(image) and sixteen_bit.is_planar_tiff(image)


def _check_size(path: Path, width: int, height: int, max_megapixels: float) -> None:
    """Raises: PhotoError for a photo without pixels or over the limit."""
    if width <= 0 or height <= 0:
        raise PhotoError(
            "{name} has no pixels ({width} x {height}).", hint=_DAMAGED_HINT, name=path.name, width=width, height=height
        )
    megapixels = width * height / 1e6
    if megapixels > max_megapixels:
        raise PhotoError(
            "{name} has {size:.1f} megapixels; the limit is {limit:g}.",
            hint="Raise the limit in the settings or make the photo smaller.",
            name=path.name,
            size=megapixels,
            limit=max_megapixels,
        )


def _page_note(image: Image.Image) -> tuple[Message, ...]:
    """A note if the file holds more than the one page that is read."""
    if not getattr(image, "is_animated", False):
        return ()
    return (message("page 1 of {count} was read", count=cast(int, getattr(image, "n_frames", 1))),)


def _read_uncommon_tiff(
    path: Path, stream: BinaryIO, check_size: Callable[[int, int], None], note: tuple[Message, ...] = ()
) -> Photo:
    """A TIFF file that Pillow cannot decode at its full depth. Raises: PhotoError if nothing here can."""
    try:
        samples = sixteen_bit.uncommon_tiff_samples(stream, check_size)
    except DECODER_ERRORS as error:
        hint = message("Save it as PNG, or as TIFF without compression, in an image editor and open it again.")
        raise PhotoError(
            "{name} is a TIFF file that cannot be decoded ({error}).", hint=hint, name=path.name, error=reason_of(error)
        ) from error
    if samples is None:
        raise PhotoError(
            "{name} is a TIFF file with samples of an unsupported kind.", hint=CONVERT_HINT, name=path.name
        )
    found = find_metadata(info_of_tiff(stream), TIFF, stream)
    return _photo(path, TIFF, Decoded(samples, notes=note), found, found.orientation)


def _photo(path: Path, known: Format, decoded: Decoded, found: FoundMetadata, orientation: int) -> Photo:
    """The upright photo put together."""
    samples = turn_upright(decoded.samples, orientation)
    alpha = None if decoded.alpha is None else turn_upright(decoded.alpha[..., None], orientation)[..., 0]
    if samples.shape[2] in (2, 4):
        samples, alpha = samples[..., :-1], samples[..., -1]
    is_grey = samples.shape[2] == 1
    metadata, profile_note = _with_usable_profile(found.metadata, decoded.icc)
    return Photo(
        pixels=cast(Pixels, np.repeat(samples, 3, axis=2) if is_grey else np.ascontiguousarray(samples)),
        alpha=None if alpha is None else cast(Pixels, np.ascontiguousarray(alpha)),
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
