"""Frames in a file that plays: GIF and WebP by Pillow, MP4 by the ffmpeg that imageio-ffmpeg carries."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from pathlib import Path

from PIL import Image

from engine.errors import DataError
from engine.explain.video import Video

ANIMATION_SUFFIXES = (".gif", ".mp4", ".webp")
FRAMES_PER_S = 25  # of an MP4; players are made for such rates, so each picture is repeated
WEBP_QUALITY = 90
_COLOURS = 256
_PALETTE_SIDE = 240  # px, about, of the frame that a GIF's colours are chosen on


def write_animation(frames: Iterable[Image.Image], path: Path, *, seconds_each: float, xmp: bytes = b"") -> None:
    """Write frames of one size, each shown equally long; as `write_timed`."""
    write_timed(((frame, seconds_each) for frame in frames), path, xmp=xmp)


def write_timed(frames: Iterable[tuple[Image.Image, float]], path: Path, *, xmp: bytes = b"") -> None:
    """Write frames of one size, each with how long it is shown (s), in the format that the suffix names; a GIF and a
    WebP repeat for ever. `xmp`: a packet for a WebP; the others have no usual place for one.

    Raises: OSError if it cannot be written; DataError if there is no frame, or no ffmpeg for an MP4.
    """
    match path.suffix.lower():
        case ".mp4":
            _write_mp4(frames, path)
        case ".webp":
            _write_webp(frames, path, xmp)
        case _:
            _write_gif(frames, path)


def _write_gif(frames: Iterable[tuple[Image.Image, float]], path: Path) -> None:
    """Each frame has its own palette; GIF counts time in hundredths of a second."""
    pictures: list[Image.Image] = []
    durations_ms: list[int] = []
    for frame, seconds in frames:
        pictures.append(_with_palette(frame))
        durations_ms.append(10 * max(1, round(100 * seconds)))
    first, *others = _some(pictures)
    first.save(
        path,
        format="GIF",
        save_all=True,
        append_images=others,
        duration=durations_ms,
        loop=0,
        optimize=False,
        disposal=1,
    )


def _write_webp(frames: Iterable[tuple[Image.Image, float]], path: Path, xmp: bytes) -> None:
    timed = list(frames)
    first, *others = _some([frame for frame, _ in timed])
    durations_ms = [max(1, round(1000 * seconds)) for _, seconds in timed]
    first.save(
        path,
        format="WEBP",
        save_all=True,
        append_images=others,
        duration=durations_ms,
        loop=0,
        quality=WEBP_QUALITY,
        xmp=xmp,
    )


def _some(pictures: list[Image.Image]) -> list[Image.Image]:
    if not pictures:
        raise DataError("There is no picture to make an animation of.")
    return pictures


def _with_palette(frame: Image.Image) -> Image.Image:
    """The frame in its own 256 colours, dithered: without it smooth skin and colour bars show bands. The colours are
    those of the frame made smaller: they are as good, and found in a tenth of the time."""
    small = frame.reduce(max(1, round(max(frame.size) / _PALETTE_SIDE)))
    palette = small.quantize(_COLOURS, method=Image.Quantize.MEDIANCUT, kmeans=2)
    return frame.quantize(palette=palette, dither=Image.Dither.FLOYDSTEINBERG)


def _write_mp4(frames: Iterable[tuple[Image.Image, float]], path: Path) -> None:
    """Each frame so many times as it is shown; the frames' sides are even."""
    timed = iter(frames)
    first = next(timed, None)
    if first is None:
        raise DataError("There is no picture to make an animation of.")
    with Video(path, first[0].size, frames_per_s=FRAMES_PER_S) as video:
        for picture, seconds in itertools.chain([first], timed):
            video.add(picture, max(1, round(seconds * FRAMES_PER_S)))
