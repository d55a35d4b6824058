"""An MP4 written by ffmpeg, picture by picture; what ffmpeg says goes into the log, and its reason into the error."""

from __future__ import annotations

import errno
import logging
import os
import subprocess
import tempfile
from pathlib import Path
from types import TracebackType

from PIL import Image

from engine.errors import DataError
from engine.messages import message

RATE_FACTOR = 10  # of H.264: 0 is without loss, 51 worst; text and thin lines stay clean
_REASONS = ("ENOSPC", "EDQUOT", "EFBIG", "EACCES", "EPERM", "EROFS", "EIO")  # that ffmpeg quotes from the system
_log = logging.getLogger(__name__)


class Video:
    """A video of H.264 with 4:2:0 colours, which every player knows. It is whole when the block ends without an error.

    Args: size: width and height of all pictures, px, both even.
    Raises: DataError if there is no ffmpeg; OSError, with ffmpeg's reason, if the file cannot be written.
    """

    def __init__(self, path: Path, size: tuple[int, int], *, frames_per_s: int) -> None:
        self._path = path
        command = _command(path, size, frames_per_s)
        self._words = tempfile.TemporaryFile()  # noqa: SIM115 - a pipe that nobody empties would stop ffmpeg
        try:
            # Ctrl+C in the terminal is for our own process, which ends ffmpeg itself.
            self._ffmpeg = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=self._words,
                start_new_session=True,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError:
            self._words.close()
            raise

    def __enter__(self) -> Video:
        return self

    def add(self, picture: Image.Image, repeats: int) -> None:
        """Show a picture for so many frames. Raises: OSError if ffmpeg has stopped."""
        pixels = picture.convert("RGB").tobytes()
        assert self._ffmpeg.stdin is not None
        try:
            for _ in range(repeats):
                self._ffmpeg.stdin.write(pixels)
        except OSError as error:
            self._ffmpeg.wait()
            raise self._problem() from error

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is not None:
            self._ffmpeg.kill()
        with self._words:
            self._ffmpeg.communicate()  # closes its input, and waits
            if error is None and (self._ffmpeg.returncode != 0 or self._path.stat().st_size == 0):
                raise self._problem()

    def _problem(self) -> OSError:
        """What ffmpeg said, as the error that a file of our own would have given."""
        self._words.seek(0)
        words = self._words.read().decode("utf-8", "replace").strip()
        _log.error("ffmpeg: %s", words)
        codes = [int(getattr(errno, name)) for name in _REASONS if hasattr(errno, name)]
        code = next((code for code in codes if os.strerror(code) in words), None)
        if code is not None:
            return OSError(code, os.strerror(code))
        last = words.splitlines()[-1] if words else message("no reason given")
        return OSError(message("ffmpeg stopped: {words}", words=last))


def _command(path: Path, size: tuple[int, int], frames_per_s: int) -> list[str]:
    try:
        import imageio_ffmpeg  # here, so that the window and GIFs need no ffmpeg

        program = str(imageio_ffmpeg.get_ffmpeg_exe())
    except (ImportError, RuntimeError) as error:
        raise DataError(
            "An MP4 cannot be made: the program ffmpeg is missing.", hint="Choose a .gif file, or install ffmpeg."
        ) from error
    width, height = size
    given = ["-f", "rawvideo", "-pix_fmt", "rgb24", "-s", f"{width}x{height}", "-r", str(frames_per_s), "-i", "-"]
    made = ["-an", "-vcodec", "libx264", "-pix_fmt", "yuv420p", "-crf", str(RATE_FACTOR), "-movflags", "+faststart"]
    return [program, "-y", "-v", "error", *given, *made, str(path)]
