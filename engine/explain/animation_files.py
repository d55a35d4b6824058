"""Frames in a file that plays: GIF by Pillow, MP4 by the ffmpeg that imageio-ffmpeg carries."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PIL import Image

from engine.errors import DataError
from engine.explain.video import Video

ANIMATION_SUFFIXES = (".gif", ".mp4")
FRAMES_PER_S = 25  # of an MP4; players are made for such rates, so each picture is repeated
_COLOURS = 256


def write_animation(frames: Iterable[Image.Image], path: Path, *, seconds_each: float) -> None:
    """Write frames of one size in the format that the suffix names; a GIF repeats for ever.

    Raises: OSError if it cannot be written; DataError if there is no frame, or no ffmpeg for an MP4.
    """
    if path.suffix.lower() == ".mp4":
        _write_mp4(frames, path, seconds_each=seconds_each)
    else:
        _write_gif(frames, path, seconds_each=seconds_each)


def _write_gif(frames: Iterable[Image.Image], path: Path, *, seconds_each: float) -> None:
    """Each frame has its own palette; GIF counts time in hundredths of a second."""
    pictures = [_with_palette(frame) for frame in frames]
    if not pictures:
        raise DataError("There is no picture to make an animation of.")
    duration_ms = 10 * max(1, round(100 * seconds_each))
    first, *others = pictures
    first.save(
        path,
        format="GIF",
        save_all=True,
        append_images=others,
        duration=duration_ms,
        loop=0,
        optimize=False,
        disposal=1,
    )


def _with_palette(frame: Image.Image) -> Image.Image:
    """The frame in its own 256 colours, dithered: without it smooth skin and colour bars show bands."""
    palette = frame.quantize(_COLOURS, method=Image.Quantize.MEDIANCUT, kmeans=2)
    return frame.quantize(palette=palette, dither=Image.Dither.FLOYDSTEINBERG)


def _write_mp4(frames: Iterable[Image.Image], path: Path, *, seconds_each: float) -> None:
    """Each frame so many times as it is shown; the frames' sides are even."""
    pictures = iter(frames)
    first = next(pictures, None)
    if first is None:
        raise DataError("There is no picture to make an animation of.")
    repeats = max(1, round(seconds_each * FRAMES_PER_S))
    with Video(path, first.size, frames_per_s=FRAMES_PER_S) as video:
        video.add(first, repeats)
        for picture in pictures:
            video.add(picture, repeats)
