"""A photo of a stranger, read in a child with limits that can be killed: what decodes it may have any weakness."""

from __future__ import annotations

import functools
import math
import threading
from contextlib import suppress
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from engine.confinement import ConfinedWorker, ExceededError
from engine.errors import EngineError, PhotoError
from engine.messages import message
from engine.types import Photo, PhotoMetadata

_SECONDS, _SECONDS_PER_MEGAPIXEL = 30.0, 0.5
_MEGABYTES, _BYTES_PER_PIXEL = 1000, 20  # 16 bit with alpha, decoded in two passes and handed over, takes 18
_MOST_MEGABYTES = 64_000
_USUAL_MEGAPIXELS = 200.0


def read_confined(path: Path, *, max_megapixels: float = _USUAL_MEGAPIXELS, page: int = 1) -> Photo:
    """As `read_photo`, in a child without a network that may take 30 s and 1 GB, and 0.5 s and 20 MB for each megapixel
    of the limit.

    Raises: PhotoError as `read_photo`, and for a photo that took more or ended what read it.
    """
    found = _call(path, max_megapixels, _read, path, max_megapixels, page)
    try:
        return _photo(path, *found)
    except (TypeError, ValueError, AttributeError) as error:
        raise _exceeded(path) from error


def pages_confined(path: Path) -> int:
    """As `page_count`, in the child. Raises: PhotoError."""
    count = _call(path, _USUAL_MEGAPIXELS, _pages, path)
    return count if isinstance(count, int) else 1


def size_confined(path: Path) -> tuple[int, int]:
    """Width and height as a photo's head says, px, before it is turned upright. Raises: PhotoError if it has none."""
    width, height = _call(path, _USUAL_MEGAPIXELS, _size, path)
    return int(width), int(height)


def prepare_confined(max_megapixels: float = _USUAL_MEGAPIXELS) -> None:
    """Start the child in the background, so that the first photo need not wait for it."""

    def prepare() -> None:
        with suppress(ExceededError, EngineError, OSError):  # then the first photo tries again
            _reader(max_megapixels).call(_load)

    threading.Thread(target=prepare, name="reader", daemon=True).start()


def _call(path: Path, max_megapixels: float, work: Any, *arguments: object) -> Any:
    try:
        return _reader(max_megapixels).call(work, *arguments)
    except ExceededError as error:
        raise _exceeded(path) from error
    except PhotoError:
        raise
    except EngineError as error:
        raise PhotoError(error.message, hint=error.hint) from error
    except OSError as error:
        raise PhotoError("The process that reads photos cannot be started.", hint="Close other programs.") from error


def _exceeded(path: Path) -> PhotoError:
    return PhotoError(
        "{name} took more time or memory than any such photo needs, or ended what read it.",
        hint=message("It may be damaged; copy it again from where it came."),
        name=path.name,
    )


@functools.cache
def _reader(max_megapixels: float) -> ConfinedWorker:
    """One child for all photos of this process; it ends with it."""
    megapixels = max_megapixels if math.isfinite(max_megapixels) and max_megapixels > 0 else _USUAL_MEGAPIXELS
    megabytes = min(_MOST_MEGABYTES, _MEGABYTES + round(_BYTES_PER_PIXEL * megapixels))
    return ConfinedWorker(seconds=_SECONDS + _SECONDS_PER_MEGAPIXEL * megapixels, megabytes=megabytes)


# ---- in the child


def _load() -> None:
    import_module("engine.photo_io.reading")


def _read(path: Path, max_megapixels: float, page: int) -> tuple[dict[str, object], dict[str, object]]:
    """The parts of the photo and of its metadata by name: no object of ours, which the parent would have to trust."""
    from engine.photo_io.reading import read_photo

    photo = read_photo(path, max_megapixels=max_megapixels, page=page)
    return {name: value for name, value in vars(photo).items() if name not in ("metadata", "path")}, vars(
        photo.metadata
    )


def _pages(path: Path) -> int:
    from engine.photo_io.reading import page_count

    return page_count(path)


def _size(path: Path) -> tuple[int, int]:
    from PIL import Image

    from engine.photo_io.quiet import DECODER_ERRORS, quiet_decoders

    try:
        with quiet_decoders(), Image.open(path) as image:
            return image.size
    except DECODER_ERRORS as error:
        raise PhotoError("{name} is not a photo this program can read.", name=path.name) from error


# ---- in the parent


def _photo(path: Path, parts: dict[str, Any], metadata: dict[str, Any]) -> Photo:
    """Raises: TypeError, ValueError if that is no photo."""
    photo = replace(Photo(**parts), path=path, metadata=PhotoMetadata(**metadata))
    size = photo.pixels.shape[:2]
    _check(photo.pixels, photo.pixels.dtype, (*size, 3))
    if photo.alpha is not None:
        _check(photo.alpha, photo.pixels.dtype, size)
    if photo.extra is not None:
        _check(photo.extra, photo.pixels.dtype, (*size, photo.extra.shape[-1]))
    return photo


def _check(samples: object, kind: np.dtype[Any], shape: tuple[int, ...]) -> None:
    array = cast("NDArray[Any]", samples)
    is_right = isinstance(samples, np.ndarray) and array.dtype == kind and array.shape == shape
    if not is_right or kind not in (np.dtype(np.uint8), np.dtype(np.uint16)):
        raise ValueError(f"expected samples {shape} of 8 or 16 bit, got {array.shape} of {array.dtype}")
