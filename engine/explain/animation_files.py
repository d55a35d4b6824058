"""Frames in a file that plays: GIF by Pillow, MP4 by the ffmpeg that imageio-ffmpeg carries."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from contextlib import closing
from pathlib import Path

from PIL import Image

from engine.errors import DataError

ANIMATION_SUFFIXES = (".gif", ".mp4")
FRAMES_PER_S = 25  # of an MP4; players are made for such rates, so each picture is repeated
QUALITY = 8  # of imageio-ffmpeg's 1 to 10; text and thin lines stay clean
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
    """H.264 with 4:2:0 colours, which every player knows; the frames' sides are even."""
    try:
        import imageio_ffmpeg  # here, so that the window and GIFs need no ffmpeg

        imageio_ffmpeg.get_ffmpeg_exe()
    except (ImportError, RuntimeError) as error:
        raise DataError(
            "An MP4 cannot be made: the program ffmpeg is missing.", hint="Choose a .gif file, or install ffmpeg."
        ) from error
    pictures = iter(frames)
    first = next(pictures, None)
    if first is None:
        raise DataError("There is no picture to make an animation of.")
    repeats = max(1, round(seconds_each * FRAMES_PER_S))
    writer = imageio_ffmpeg.write_frames(
        str(path),
        first.size,
        fps=FRAMES_PER_S,
        quality=QUALITY,
        macro_block_size=2,
        ffmpeg_log_level="error",
        output_params=["-movflags", "+faststart"],
    )
    with closing(writer):
        writer.send(None)
        _send(writer, first, repeats)
        for picture in pictures:
            _send(writer, picture, repeats)
    if path.stat().st_size == 0:
        raise OSError(0, "ffmpeg wrote nothing")


def _send(writer: Generator[None, bytes, None], picture: Image.Image, repeats: int) -> None:
    pixels = picture.convert("RGB").tobytes()
    try:
        for _ in range(repeats):
            writer.send(pixels)
    except OSError as error:  # its text is ffmpeg's command line
        raise OSError(0, "ffmpeg stopped; perhaps the disk is full") from error
