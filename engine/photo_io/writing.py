"""Writing a photo: whether the file can hold it, then beside the target and swapped in."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import cast

import numpy as np

from engine.errors import PhotoError
from engine.files import Keeping, is_one_file, placed_file, reason_of
from engine.messages import Message, message
from engine.photo_io.encoding import encode
from engine.photo_io.formats import BMP, FORMATS, JPEG, PNG, TIFF, WEBP, Format, format_of_suffix
from engine.photo_io.quiet import DECODER_ERRORS, quiet_decoders
from engine.types import Photo, Pixels

_FULL = frozenset(getattr(errno, name) for name in ("ENOSPC", "EDQUOT", "EFBIG") if hasattr(errno, name))
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def write_photo(
    photo: Photo, target: Path, *, over_source: bool = False, quality: int | None = None, numbered: bool = False
) -> Path:
    """Writes `photo` to `target` in the format of its suffix, whole or not at all, with its metadata.

    No more people may read the file than the one that the photo was read from.

    JPEG is written at quality 95 without chroma subsampling, WebP lossless. A grey photo whose channels are
    still equal is written in grey.
    Args: over_source: whether `target` may be the file the photo was read from; quality: 1 to 100 of JPEG and WebP,
    instead of these; numbered: whether the file becomes `name-2`, `name-3`, ... where something is there, instead of
    replacing it. Returns: where it is.
    Raises: PhotoError if the suffix is unknown, the format cannot hold the photo's depth, alpha or size, the
    target is the source, or the disk does not take the file; the target is then as it was.
    """
    known = _format_for(target)
    _refuse_source(photo, target, over_source=over_source)
    _refuse_loss(photo, known, target)
    try:
        with quiet_decoders(), placed_file(target, numbered=numbered, keeping=Keeping(like=photo.path)) as placed:
            samples = _samples_to_write(photo)
            encode(samples, photo.metadata, known, placed.beside, extra=photo.extra, quality=quality)
        return placed.path
    except MemoryError as error:
        hint = message("Close other programs and save again.")
        raise PhotoError("There is not enough memory to write {name}.", hint=hint, name=target.name) from error
    except OSError as error:
        raise _error_of_disk(target, error) from error
    except DECODER_ERRORS as error:
        hint = message("Save it as PNG or TIFF instead.")
        raise PhotoError(
            "{name} cannot be written as {format} ({error}).",
            hint=hint,
            name=target.name,
            format=known.name,
            error=reason_of(error),
        ) from error


def not_kept(photo: Photo, target: Path) -> tuple[Message, ...]:
    """What a file of `target`'s format cannot hold of what the photo carries, as a note. Raises: PhotoError."""
    known = _format_for(target)
    metadata = photo.metadata
    carried = (
        (bool(metadata.icc), message("the colour profile"), {BMP}),
        (bool(metadata.exif), message("EXIF"), {BMP}),
        (bool(metadata.xmp), message("XMP"), {BMP}),
        (bool(metadata.iptc), message("IPTC"), {BMP, WEBP}),
        (bool(metadata.texts), message("texts"), {BMP, WEBP, TIFF}),
        (photo.extra is not None, message("further channels"), {BMP, WEBP, JPEG, PNG}),
    )
    lost = tuple(what for is_there, what, without in carried if is_there and known in without)
    return (message("left out, since {format} cannot hold it: {what}", format=known.name, what=lost),) if lost else ()


def _format_for(target: Path) -> Format:
    known = format_of_suffix(target)
    if known is None:
        choices = tuple(one.suffixes[0] for one in FORMATS)
        raise PhotoError(
            'The suffix "{suffix}" of {name} is unknown.',
            hint="Use one of {names}.",
            suffix=target.suffix,
            name=target.name,
            names=choices,
        )
    return known


def _refuse_source(photo: Photo, target: Path, *, over_source: bool) -> None:
    """Raises: PhotoError if `target` is the photo's own file, even by a link, and this was not asked for."""
    if over_source or photo.path is None:
        return
    if is_one_file(target, photo.path) or _absolute(target) == _absolute(photo.path):
        hint = message("Choose another name or folder, or ask for the source to be replaced.")
        raise PhotoError("{path} is the photo itself; it is not overwritten.", hint=hint, path=target)


def _absolute(path: Path) -> str:
    return str(path.absolute())


def _refuse_loss(photo: Photo, known: Format, target: Path) -> None:
    """Raises: PhotoError if the format would silently lose something of the photo."""
    hint = message("Save it as PNG or TIFF instead.")
    if photo.peak > 255 and not known.holds_16_bit:
        raise PhotoError(
            "{name}: {format} cannot hold 16 bit per channel.", hint=hint, name=target.name, format=known.name
        )
    if photo.alpha is not None and not known.holds_alpha:
        raise PhotoError("{name}: {format} cannot hold transparency.", hint=hint, name=target.name, format=known.name)
    if known.side_limit is not None and max(photo.width, photo.height) > known.side_limit:
        size = f"{photo.width} x {photo.height}"
        raise PhotoError(
            "{name}: {size} px is more than {format} can hold.",
            hint=hint,
            name=target.name,
            size=size,
            format=known.name,
        )


def _samples_to_write(photo: Photo) -> Pixels:
    """`(H, W, C)`: C 1 grey, 2 grey + alpha, 3 RGB, 4 RGBA."""
    red, green, blue = (photo.pixels[..., channel] for channel in range(3))
    is_grey = photo.is_grey and np.array_equal(red, green) and np.array_equal(red, blue)
    colours = photo.pixels[..., :1] if is_grey else photo.pixels
    return cast(Pixels, colours if photo.alpha is None else np.dstack([colours, photo.alpha]))


def _error_of_disk(target: Path, error: OSError) -> PhotoError:
    """The user's words for what the file system refused."""
    folder = target.parent
    if not folder.is_dir():
        return PhotoError(
            "The folder {folder} does not exist.", hint="Create it or choose another folder.", folder=folder
        )
    if error.errno in _FULL:
        return PhotoError(
            "{name} cannot be written: the disk is full.", hint="Free some space and save again.", name=target.name
        )
    if error.errno in _FORBIDDEN:
        hint = message("Choose a folder in which you may save, or change its permissions.")
        return PhotoError("{path} may not be written.", hint=hint, path=target)
    return PhotoError(
        "{path} cannot be written ({error}).",
        hint="Choose another name or folder and save again.",
        path=target,
        error=reason_of(error),
    )
