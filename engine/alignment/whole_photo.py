"""A whole photo at another size: colours weighted by how opaque they are, further channels with it."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import numpy as np
from PIL import Image

from engine.alignment.resample import enlarge, lanczos, resized_planes
from engine.types import Photo, Pixels

_LEAST_WEIGHT = 1 / 255  # below it nothing is seen, and a division would only raise noise


def enlarged_photo(photo: Photo, scale: int) -> Photo:
    """The photo enlarged by a whole factor with a Lanczos-3 kernel; its pixels are a copy, also at scale 1."""
    if scale == 1:
        return replace(photo, pixels=enlarge(photo.pixels, 1))
    return resized_photo(photo, (photo.height * scale, photo.width * scale))


def resized_photo(photo: Photo, size: tuple[int, int]) -> Photo:
    """The photo at another size (height, width): Lanczos-3, antialiased."""
    extra = photo.extra
    if extra is not None:
        extra = cast(Pixels, np.stack([lanczos(cast(Pixels, plane), size) for plane in np.moveaxis(extra, 2, 0)], 2))
    pixels, alpha = (
        _weighted(photo, photo.alpha, size) if photo.alpha is not None else (lanczos(photo.pixels, size), None)
    )
    return replace(photo, pixels=pixels, alpha=alpha, extra=extra)


def _weighted(photo: Photo, alpha: Pixels, size: tuple[int, int]) -> tuple[Pixels, Pixels]:
    """Pixels and alpha. What is transparent lends no colour to what is not: a cut-out gets no fringe of what it was cut
    from."""
    plain = lanczos(photo.pixels, size)
    if alpha.min() == photo.peak:
        return plain, cast(Pixels, np.full(size, photo.peak, alpha.dtype))
    weight = alpha.astype(np.float32) / np.float32(photo.peak)
    total = resized_planes(weight, size, Image.Resampling.LANCZOS)
    is_seen = total > _LEAST_WEIGHT
    divisor = np.where(is_seen, total, 1)
    for channel in range(3):
        weighted = resized_planes(photo.pixels[..., channel] * weight, size, Image.Resampling.LANCZOS)
        colour = np.clip(np.rint(weighted / divisor), 0, photo.peak).astype(plain.dtype)
        plain[..., channel] = np.where(is_seen, colour, plain[..., channel])
    return plain, cast(Pixels, np.clip(np.rint(total * photo.peak), 0, photo.peak).astype(alpha.dtype))
