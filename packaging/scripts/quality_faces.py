"""No program: faces spoilt in known ways, the truth that `engine/quality` is trained on and measured by.

A portrait is reduced to `side` px, blurred, sharpened, given noise and JPEG, enlarged, and given the damage of a scan
or a camera. Its effective detail is known: a picture reduced by antialiased bicubic to `side` px keeps half of the
amplitude at side / 2 cycles a face; a blurred one keeps it up to fewer, and as many px as twice those are its detail.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.alignment.crop import tight_square
from engine.alignment.resample import resized_planes
from engine.datasets.portraits import Portrait, cut_square, quad_side, read_portraits
from engine.types import Box, Face

SMALLEST, LARGEST = 8, 256  # px of detail
WIDEST = 1400  # px of a face
SHARP_SHARE = 0.6  # of a source's px that are taken for real detail: one in ten holds less, most hold more
FACTORS = (1, 2, 4, 8)  # one picture, saved at so many times its size
AROUND = 1.2  # the photo's side over the tight square's
PER_SCREEN = 1.2  # px of detail that a printed dot can show: what is finer than 0.6 cycles a dot goes with the screen
KERNELS = (Image.Resampling.BICUBIC, Image.Resampling.LANCZOS, Image.Resampling.BILINEAR)
Picture = NDArray[np.float32]  # luma (h, w), 0 to 255
LUMA = np.array([0.299, 0.587, 0.114], np.float32)


@dataclass(frozen=True, kw_only=True)
class Spoiling:
    """What is done to one face. px of the reduced face unless said otherwise; 0 or None: not done."""

    side: int  # px, the face is reduced to
    factor: float = 1.0  # it is enlarged by
    kernel: Image.Resampling = Image.Resampling.BICUBIC
    blur: float = 0.0  # sigma of a Gaussian
    sharpen: float = 0.0  # weight of an unsharp mask
    early_noise: float = 0.0  # deviation, 8-bit steps, before it is enlarged
    noise: float = 0.0  # the same at the photo's px
    grain: float = 0.0  # sigma in photo px by which the noise is soft
    early_jpeg: int | None = None
    jpeg: int | None = None
    screen_px: float = 0.0  # photo px
    screen_angle_rad: float = 0.0
    torn_px: float = 0.0  # odd rows moved, photo px
    contrast: float = 1.0


@dataclass(frozen=True, kw_only=True)
class SpoiltFace:
    """A photo with one face, and what is true of it; `noise` in luma, before JPEG."""

    pixels: NDArray[np.uint8]
    face: Face
    spoiling: Spoiling
    detail_px: float
    noise: float
    jpeg: float


def sharp_portraits(folder: Path, *, splits: Sequence[str]) -> list[Portrait]:
    """The portraits that hold more than the smallest detail looked for."""
    portraits = [p for split in splits for p in read_portraits(folder, split=split, min_detail=0)]
    return [portrait for portrait in portraits if detail_limit(portrait) > 3 * SMALLEST]


def detail_limit(portrait: Portrait) -> float:
    """Side of the tight square in px that is surely real detail."""
    return SHARP_SHARE * portrait.tight_side * min(1.0, portrait.native_quad / quad_side(portrait))


def draw_spoiling(rng: np.random.Generator, *, limit: float) -> Spoiling:
    """A mixture of all kinds of damage for a face with at most `limit` px of detail."""
    side = round(float(np.exp(rng.uniform(np.log(SMALLEST), np.log(max(SMALLEST + 1, min(LARGEST, limit)))))))
    factor = 1.0 if rng.random() < 0.3 else float(np.exp(rng.uniform(0, np.log(8))))
    factor = max(1.0, min(factor, WIDEST / side))
    plain = Spoiling(
        side=side,
        factor=round(side * factor) / side,
        kernel=KERNELS[rng.integers(3)],
        blur=float(rng.uniform(0.3, 2.5)) if side >= 16 and rng.random() < 0.3 else 0.0,
        sharpen=float(rng.uniform(0.2, 1.0)) if rng.random() < 0.1 else 0.0,
        contrast=float(rng.uniform(0.4, 1.1)),
    )
    return _with_scan(_with_noise(plain, rng), rng)


def draw_saved(rng: np.random.Generator, *, limit: float) -> list[Spoiling]:
    """One picture with at most `limit` px of detail, saved at each of `FACTORS` times its size."""
    most = min(limit, WIDEST / max(FACTORS))
    plain = Spoiling(
        side=round(float(np.exp(rng.uniform(np.log(2 * SMALLEST), np.log(max(2 * SMALLEST + 1, most)))))),
        kernel=KERNELS[rng.integers(3)],
        blur=float(rng.uniform(0.3, 1.0)) if rng.random() < 0.2 else 0.0,
        early_noise=float(rng.uniform(0, 8)) if rng.random() < 0.2 else 0.0,
        jpeg=int(rng.integers(80, 96)) if rng.random() < 0.7 else None,
        contrast=float(rng.uniform(0.4, 1.1)),
    )
    return [replace(plain, factor=factor) for factor in FACTORS]


def _with_noise(plain: Spoiling, rng: np.random.Generator) -> Spoiling:
    late, early = rng.random() < 0.6, rng.random() < 0.2
    return replace(
        plain,
        early_noise=float(rng.uniform(0, 12)) if early else 0.0,
        noise=float(rng.uniform(0, 20)) if late else 0.0,
        grain=float(rng.uniform(0.4, 0.9)) if rng.random() < 0.25 else 0.0,
        early_jpeg=int(rng.integers(30, 96)) if plain.factor > 1 and rng.random() < 0.2 else None,
        jpeg=int(rng.integers(20, 96)) if rng.random() < 0.6 else None,
    )


def _with_scan(plain: Spoiling, rng: np.random.Generator) -> Spoiling:
    kind, width = rng.random(), plain.side * plain.factor
    if kind < 0.08 and width >= 40:
        period = float(np.exp(rng.uniform(np.log(2.6), np.log(min(12, width / 10)))))
        return replace(plain, screen_px=period, screen_angle_rad=float(rng.uniform(0, np.pi / 2)))
    if kind < 0.14 and width >= 16:
        return replace(plain, torn_px=float(rng.uniform(1, max(1.5, min(12, width / 12)))))
    return plain


def spoil(portrait: Portrait, how: Spoiling, rng: np.random.Generator) -> SpoiltFace:
    """The face of a portrait, spoilt."""
    photo_side = round(how.side * AROUND)
    small = cut_square(portrait, side_px=photo_side, extent=photo_side / how.side).astype(np.float32) @ LUMA
    small = _optics(128 + (small - 128) * np.float32(how.contrast), how)
    noisy, early = _noisy(small, how.early_noise, 0.0, rng)
    stored = compress(_stored(noisy), how.early_jpeg).astype(np.float32)
    width = round(photo_side * how.factor)
    large, noise = (np.asarray(_resized(image, width, how.kernel)) for image in (stored, early))
    large = _printed(_torn(np.clip(np.rint(large), 0, 255), how.torn_px), how, rng)
    large, late = _noisy(large, how.noise, how.grain, rng)
    return SpoiltFace(
        pixels=compress(_stored(large), how.jpeg)[..., None].repeat(3, axis=2),
        face=face_of(width, width / photo_side * how.side),
        spoiling=how,
        detail_px=true_detail(how),
        noise=float((noise + late).std()),
        jpeg=max(damage_of(how.early_jpeg), damage_of(how.jpeg)),
    )


def true_detail(how: Spoiling) -> float:
    """Effective detail, px."""
    detail = how.side * _share_kept(how.blur)
    return min(detail, PER_SCREEN * how.side * how.factor / how.screen_px) if how.screen_px else detail


def damage_of(quality: int | None) -> float:
    """JPEG damage as `FaceQuality.jpeg` counts it."""
    return 0.0 if quality is None else min(1.0, (100 - quality) / 90)


def face_of(photo_side: int, side: float) -> Face:
    """A face given by hand whose tight square is `side` px, in the middle of a square photo."""
    hand = Face(Box(0, 0, 1, 1), points=None, score=1.0, source="hand")
    box = side / tight_square(hand).width
    corner = photo_side / 2 - box / 2
    return replace(hand, box=Box(corner, corner, box, box))


def _share_kept(sigma: float) -> float:
    """Twice the cycles a px at which a reduction and a Gaussian blur of `sigma` px together keep half the amplitude."""
    cycles = np.linspace(0, 0.5, 501)
    offsets = np.linspace(-2, 2, 801)
    far = np.abs(offsets)
    keys = np.where(far < 1, (1.5 * far - 2.5) * far**2 + 1, ((-0.5 * far + 2.5) * far - 4) * far + 2)
    reduction = (np.cos(2 * np.pi * cycles[:, None] * offsets) * keys).sum(axis=1) / keys.sum()
    kept = reduction * np.exp(-2 * (np.pi * sigma * cycles) ** 2)
    return 2 * float(cycles[np.count_nonzero(kept >= 0.5) - 1])


def _optics(small: Picture, how: Spoiling) -> Picture:
    if how.blur:
        small = np.asarray(cv2.GaussianBlur(small, (0, 0), how.blur, borderType=cv2.BORDER_REFLECT), np.float32)
    if how.sharpen:
        soft = cv2.GaussianBlur(small, (0, 0), 1.0, borderType=cv2.BORDER_REFLECT)
        small = np.asarray(small + how.sharpen * (small - soft), np.float32)
    return small


def _noisy(image: Picture, deviation: float, grain: float, rng: np.random.Generator) -> tuple[Picture, Picture]:
    """The image with noise, and the noise."""
    if not deviation:
        return image, np.zeros_like(image)
    noise = rng.standard_normal(image.shape, np.float32)
    if grain:
        noise = np.asarray(cv2.GaussianBlur(noise, (0, 0), grain), np.float32)
        noise /= max(float(noise.std()), 1e-6)
    noise *= np.float32(deviation)
    return image + noise, noise


def _resized(image: Picture, width: int, kernel: Image.Resampling) -> Picture:
    return image if width == image.shape[1] else resized_planes(image, (width, width), kernel)


def _torn(image: Picture, torn_px: float) -> Picture:
    """Odd rows moved to the right, as a thing that moves is recorded in two fields."""
    if not torn_px:
        return image
    moved = np.array([[1, 0, torn_px], [0, 1, 0]], np.float64)
    size = (image.shape[1], image.shape[0])
    other = cv2.warpAffine(image, moved, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)
    torn = image.copy()
    torn[1::2] = other[1::2]
    return torn


def _printed(image: Picture, how: Spoiling, rng: np.random.Generator) -> Picture:
    """Dots of a printing screen that grow where the picture is dark, averaged over each px."""
    if not how.screen_px:
        return image
    samples = 3
    luma = cv2.resize(image / 255, None, fx=samples, fy=samples, interpolation=cv2.INTER_LINEAR)
    y, x = np.mgrid[0 : luma.shape[0], 0 : luma.shape[1]].astype(np.float32) / samples
    turn, cosine, sine = 2 * np.pi / how.screen_px, np.cos(how.screen_angle_rad), np.sin(how.screen_angle_rad)
    first, second = rng.uniform(0, 2 * np.pi, 2)
    screen = 0.5 + 0.25 * (
        np.cos(turn * (x * cosine + y * sine) + first) + np.cos(turn * (y * cosine - x * sine) + second)
    )
    ink = 1 / (1 + np.exp(12 * (screen - luma)))
    dots = cv2.resize(ink.astype(np.float32), image.shape[::-1], interpolation=cv2.INTER_AREA)
    strength = np.float32(rng.uniform(0.5, 1.0))
    return (image * (1 - strength) + 255 * strength * dots).astype(np.float32)


def _stored(image: Picture) -> NDArray[np.uint8]:
    return np.rint(np.clip(image, 0, 255)).astype(np.uint8)


def compress(pixels: NDArray[np.uint8], quality: int | None) -> NDArray[np.uint8]:
    """The luma `(h, w)` after JPEG of that quality; None: as it is."""
    if quality is None:
        return pixels
    written = cv2.imencode(".jpg", pixels, [cv2.IMWRITE_JPEG_QUALITY, quality])[1]
    return np.asarray(cv2.imdecode(written, cv2.IMREAD_GRAYSCALE), np.uint8)
