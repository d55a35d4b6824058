"""What an export would give: how many bytes, and how it looks before and after."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np

from engine.alignment.resample import lanczos
from engine.context import JobContext
from engine.errors import EngineError, PhotoError
from engine.files import make_own_folder, refused
from engine.jobs.export_photo import exported_photo, within
from engine.jobs.state import ServiceState
from engine.messages import message
from engine.photo_io import read_photo, write_photo
from engine.photo_io.display import display_pixels
from engine.process.export_jobs import TriedExport, TryExport
from engine.types import Photo


def run(job: TryExport, state: ServiceState, context: JobContext, _preview: Callable[[object], None]) -> TriedExport:
    """The file's size and its preview, as the file itself looks when it is read again, or why there would be none. The
    file is removed. Raises: Cancelled."""
    try:
        return _tried(job, state, context)
    except EngineError as error:
        return TriedExport(problem=error.whole)


def _tried(job: TryExport, state: ServiceState, context: JobContext) -> TriedExport:
    export = job.export
    result = exported_photo(export, state, context.part(0, 0.6))
    context.progress(0.6, message("writing"))
    make_own_folder(job.folder)
    file = job.folder / f"try{export.target.suffix}"
    try:
        write_photo(result, file, quality=export.options.quality)
        size_bytes = file.stat().st_size
        context.progress(0.8, message("preparing the picture"))
        written = within(read_photo(file, max_megapixels=float("inf")), job.preview_px)
    finally:
        file.unlink(missing_ok=True)
    after = _kept(written, job.folder / "after.npy", (written.height, written.width))
    before = _kept(state.photo(export.path), job.folder / "before.npy", (written.height, written.width))
    context.progress(1, message("done"))
    return TriedExport(size_bytes=size_bytes, width=result.width, height=result.height, before=before, after=after)


def _kept(photo: Photo, path: Path, size: tuple[int, int]) -> Path:
    """The photo as the screen shows it, at that size (height, width), in a file."""
    pixels = display_pixels(photo)
    try:
        np.save(path, pixels if pixels.shape[:2] == size else lanczos(pixels, size))
    except OSError as error:
        raise PhotoError(refused(path, error, doing="write"), hint="Make room on the disk.") from error
    return path
