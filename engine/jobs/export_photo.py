"""Writing the restored photo at full depth, and its faces before and after."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.alignment.crop import Crop
from engine.alignment.paste_back import apply_patch
from engine.alignment.whole_photo import resized_photo
from engine.context import JobContext
from engine.errors import PhotoError
from engine.jobs.state import ServiceState, has_changed
from engine.messages import message
from engine.photo_io import not_kept, write_photo
from engine.photo_io.description import described
from engine.photo_io.record import RestoredFace, recorded, shown_record
from engine.photo_io.sources import refuse_source
from engine.pipeline.face_file import FaceFile, read_face_file
from engine.pipeline.face_restoring import place_face
from engine.pipeline.restorer import crop_photo, make_folder
from engine.process.export_jobs import ExportCrops, ExportPhoto, FileOptions
from engine.process.protocol import Exported, PlacedFace
from engine.types import Box, Floats, Photo


@dataclass(frozen=True)
class _Placed:
    """What an export takes of a face file."""

    crop: Crop
    restored: Floats
    strength: float
    model: str
    keeps_finer: bool
    outside_range: bool
    box: Box | None


def run(job: ExportPhoto, state: ServiceState, context: JobContext, _preview: Callable[[object], None]) -> Exported:
    """The photo's file with the restored faces: the same pixels as `engine.pipeline.restore.restore_photo` gives.

    Raises: PhotoError if the photo cannot be read or the target cannot be written or is the photo itself; DataError for
    a missing face file; Cancelled. Then nothing is written.
    """
    refuse_source(job.target, job.path)
    result = exported_photo(job, state, context)
    context.progress(0.7, message("writing"))
    make_folder(job.target.parent)
    target = write_photo(result, job.target, quality=job.options.quality, numbered=not job.replace_existing)
    context.report(1, message("done"))  # it is written: too late to cancel
    return Exported(files=(target,), notes=(*result.notes, *not_kept(result, target)))


def exported_photo(job: ExportPhoto, state: ServiceState, context: JobContext) -> Photo:
    """What an export writes. Raises: as `run`."""
    context.progress(0, message("reading"))
    state.photo(job.path)
    context.progress(0.2, message("enlarging") if job.scale > 1 else message("copying"))
    placed = [_read(face, job.path) for face in job.faces]
    result = _pasted(
        state.canvas(job.path, job.scale),
        placed,
        scale=job.scale,
        match_grain=job.match_grain,
        seed=job.seed,
        context=context.part(0.3, 0.7),
    )
    result = _with_options(result, job.options)
    return _recorded(result, placed, state.photo(job.path), job.scale) if job.options.record else result


def _recorded(result: Photo, placed: Sequence[_Placed], photo: Photo, scale: int) -> Photo:
    faces = [
        RestoredFace(face.model, face.strength, face.box or _box_of(face.crop), face.outside_range) for face in placed
    ]
    metadata = recorded(result.metadata, faces, width=photo.width, height=photo.height, scale=scale)
    return dataclasses.replace(result, metadata=metadata)


def _box_of(crop: Crop) -> Box:
    """The square of a face in px of the photo, upright."""
    middle = (crop.image.shape[0] - 1) / 2
    x, y = crop.photo_from_crop @ (middle, middle, 1)
    side = crop.face_side
    return Box(float(x) + 0.5 - side / 2, float(y) + 0.5 - side / 2, side, side)


def within(photo: Photo, long_edge_px: int) -> Photo:
    """The photo, reduced so that its longer side has `long_edge_px` at most; 0 keeps it."""
    longer = max(photo.width, photo.height)
    if not 0 < long_edge_px < longer:
        return photo
    height, width = (max(1, round(side * long_edge_px / longer)) for side in (photo.height, photo.width))
    return resized_photo(photo, (height, width))


def _with_options(photo: Photo, options: FileOptions) -> Photo:
    metadata = photo.metadata
    if not options.keep_metadata:
        metadata = metadata.bare()
    if options.caption.strip():
        metadata = described(metadata, options.caption)
    return dataclasses.replace(within(photo, options.long_edge_px), metadata=metadata)


def run_crops(
    job: ExportCrops, state: ServiceState, context: JobContext, _preview: Callable[[object], None]
) -> Exported:
    """Two files for each face. Raises: as `run`; files that were written before the error stay."""
    context.progress(0, message("reading"))
    photo = state.photo(job.path)
    written: list[Path] = []
    for number, (placed, target) in enumerate(zip(job.faces, job.targets, strict=True)):
        context.progress(
            number / len(job.faces),
            message("writing face {number} of {count}", number=number + 1, count=len(job.faces)),
        )
        face = _read_file(placed, job.path)
        record = shown_record((face.model, face.outside_range)) if job.record else b""
        for name, image, drawn in (("before", face.crop, b""), ("after", face.restored, record)):
            wanted = target.with_name(f"{target.stem}_{name}{target.suffix}")
            refuse_source(wanted, job.path)
            make_folder(wanted.parent)
            crop = crop_photo(image, photo, xmp=drawn)
            written.append(write_photo(crop, wanted, numbered=not job.replace_existing))
    context.report(1, message("done"))
    return Exported(files=tuple(written))


def restored_canvas(
    canvas: Photo,
    faces: Sequence[PlacedFace],
    *,
    path: Path,
    scale: int,
    match_grain: bool,
    seed: int,
    context: JobContext,
) -> Photo:
    """A copy of the photo, already enlarged `scale` times, with the faces in it; the smallest last, so that they stay
    whole. Raises: DataError for a missing or damaged face file; PhotoError if the photo `path` has changed since its
    faces were restored; Cancelled."""
    placed = [_read(face, path) for face in faces]
    return _pasted(canvas, placed, scale=scale, match_grain=match_grain, seed=seed, context=context)


def _pasted(
    canvas: Photo, placed: Sequence[_Placed], *, scale: int, match_grain: bool, seed: int, context: JobContext
) -> Photo:
    pixels = canvas.pixels.copy()
    for number, face in enumerate(sorted(placed, key=lambda face: -face.crop.face_side)):  # the largest first
        context.progress(
            number / len(placed), message("pasting face {number} of {count}", number=number + 1, count=len(placed))
        )
        patch = place_face(
            pixels,
            restored=face.restored,
            crop=face.crop,
            scale=scale,
            match_grain=match_grain,
            seed=seed,
            keep_finer=face.keeps_finer,
        )
        apply_patch(pixels, patch, strength=face.strength)
    return dataclasses.replace(canvas, pixels=pixels)


def _read(face: PlacedFace, photo: Path) -> _Placed:
    file = _read_file(face, photo)
    crop = Crop(file.crop, file.photo_from_crop, file.face_side)
    return _Placed(crop, file.restored, face.strength, file.model, file.keeps_finer, file.outside_range, face.box)


def _read_file(face: PlacedFace, photo: Path) -> FaceFile:
    """A restored face of the photo as it is now. Raises: DataError; PhotoError if the photo has changed since."""
    file = read_face_file(face.file)
    if has_changed(photo, file.photo_state):
        raise PhotoError(
            "{name} has changed since its faces were restored.",
            hint="Close the photo, open it again and restore it; then export.",
            name=photo.name,
        )
    return file
