"""From a photo's file to the restored file: what `fsr-desktop restore` and the window's jobs share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

import numpy as np

from engine.context import JobContext
from engine.detection.by_hand import face_from_box
from engine.detection.marked import with_marked
from engine.detection.registry import MIN_SCORE, load_detector
from engine.devices import Device
from engine.errors import PhotoError
from engine.files import refused
from engine.messages import message
from engine.models.registry import find_model, scan_models
from engine.photo_io import not_kept, suggested_suffix, write_photo
from engine.photo_io.confined import prepare_confined, read_confined
from engine.photo_io.face_regions import regions_of
from engine.photo_io.record import RestoredFace, recorded, shown_record
from engine.pipeline.model_choice import AUTO
from engine.pipeline.options import RestoreOptions
from engine.pipeline.restore import restore_photo
from engine.pipeline.result_names import keep_date, result_stem
from engine.runtime.sessions import ModelCache
from engine.types import Box, Face, Floats, NamedBox, Photo, PhotoMetadata, PhotoResult, Pixels


@dataclass(frozen=True)
class RestoredFile:
    """A restored photo, the file it was written to, the files of its crops, a word of advice or "", and the faces that
    another program had marked in the photo."""

    result: PhotoResult
    output: Path
    crops: tuple[Path, ...]
    hint: str
    regions: tuple[NamedBox, ...] = ()


class Restorer:
    """Restores photo after photo with one detector and the models kept warm.

    `fast`: models may round to bfloat16. `min_score`: the lowest score of a face. `boxes` are faces given by hand,
    instead of looking for faces; `use_regions`: faces that another program marked in the photo, where none was found,
    are restored as well. `suffix` is the result's file suffix, or None for `suggested_suffix`. A file that is already
    there is never replaced: the result gets a number. `record`: results say in XMP what was restored. `keep_date`:
    results have the date of their photo's file.
    Raises: EngineError if the detector, the model or the folder is missing, or a device that was named cannot run.
    """

    def __init__(
        self,
        options: RestoreOptions,
        *,
        output: Path,
        device: Device = "auto",
        fast: bool = False,
        detector: str = "auto",
        min_score: float = MIN_SCORE,
        suffix: str | None = None,
        save_crops: bool = False,
        boxes: Sequence[Box] = (),
        use_regions: bool = False,
        max_megapixels: float = 200.0,
        record: bool = True,
        keep_date: bool = False,
    ) -> None:
        prepare_confined(max_megapixels)  # starts while models are loaded
        if options.model != AUTO:
            find_model(options.model)
        self._models = ModelCache(device, fast=fast)
        if device not in ("auto", "cpu"):
            self._models.load(options.model if options.model != AUTO else scan_models()[0][0].card.id)
        self._options = options
        self._output = output
        self._suffix = suffix
        self._save_crops = save_crops
        self._boxes, self._use_regions = boxes, use_regions
        self._max_megapixels = max_megapixels
        make_folder(output)
        self._record, self._keep_date = record, keep_date
        self._detector = load_detector(detector, min_score=min_score)

    def restore(self, path: Path, context: JobContext) -> RestoredFile:
        """Restore one file. Raises: EngineError, Cancelled; then nothing is written."""
        result = self.restored(self.read(path), context.part(0, 0.9))
        context.progress(0.9, message("writing"))
        return self.write(result, self._output, result_stem(path.stem))

    def read(self, path: Path, *, page: int = 1) -> Photo:
        """The photo in a file, or one page of it. Raises: PhotoError."""
        return read_confined(path, max_megapixels=self._max_megapixels, page=page)

    def restored(self, photo: Photo, context: JobContext) -> PhotoResult:
        """A photo with its faces restored. Raises: EngineError, Cancelled."""
        return restore_photo(
            photo,
            self._options,
            detector=self._detector,
            models=self._models,
            context=context,
            faces=self._given_faces(photo, context),
        )

    def _given_faces(self, photo: Photo, context: JobContext) -> list[Face] | None:
        """The faces to restore; None: those that are found."""
        if self._boxes:
            return [face_from_box(box, photo_width=photo.width, photo_height=photo.height) for box in self._boxes]
        regions = regions_of(photo) if self._use_regions else ()
        if not regions:
            return None
        found = self._detector.detect(photo.pixels, context)
        return with_marked(found, regions, width=photo.width, height=photo.height)

    def write(self, result: PhotoResult, folder: Path, stem: str) -> RestoredFile:
        """Write a restored photo into a folder, which is made if it is missing. Raises: PhotoError."""
        make_folder(folder)
        photo = result.photo
        target = folder / f"{stem}{self._suffix or suggested_suffix(photo)}"
        written = replace(photo, notes=(*photo.notes, *not_kept(photo, target)))
        if self._record:
            written = replace(written, metadata=_recorded(result))
        target = write_photo(written, target, numbered=True)
        if self._keep_date and photo.path:
            keep_date(photo.path, target)
        crops = self._write_crops(result, target) if self._save_crops else ()
        return RestoredFile(replace(result, photo=written), target, crops, _advice(result), regions_of(photo))

    def _write_crops(self, result: PhotoResult, target: Path) -> tuple[Path, ...]:
        written: list[Path] = []
        for number, face in enumerate(result.faces, start=1):
            record = shown_record((face.model or "", face.outside_range)) if self._record else b""
            for name, image, drawn in (("before", face.crop, b""), ("after", face.restored, record)):
                if image is not None:
                    path = target.with_name(f"{target.stem}_face{number}_{name}.png")
                    written.append(write_photo(crop_photo(image, result.photo, xmp=drawn), path, numbered=True))
        return tuple(written)


def _recorded(result: PhotoResult) -> PhotoMetadata:
    """The result's metadata with what was restored in it."""
    faces = [
        RestoredFace(face.model or "", face.strength, face.face.box, face.outside_range)
        for face in result.faces
        if face.status == "restored"
    ]
    photo, scale = result.photo, result.scale
    return recorded(photo.metadata, faces, width=photo.width // scale, height=photo.height // scale, scale=scale)


def make_folder(folder: Path) -> None:
    """Make the folder that results go to, if it is not there. Raises: PhotoError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise PhotoError(refused(folder, error, doing="make"), hint="Choose another folder.") from error


def crop_photo(image: Floats, photo: Photo, *, xmp: bytes = b"") -> Photo:
    """A crop `(H, W, 3)` in [0, 1] as a photo of the same depth and colour profile as the one it was cut from, with an
    XMP packet of its own."""
    pixels = cast(Pixels, np.rint(np.clip(image, 0, 1) * photo.peak).astype(photo.pixels.dtype))
    metadata = replace(photo.metadata.bare(), xmp=xmp or None)
    return Photo(pixels=pixels, is_grey=photo.is_grey, metadata=metadata, path=photo.path)


def _advice(result: PhotoResult) -> str:
    """At the size that was asked for a small face cannot show what was restored; say what would."""
    gains = [
        face.restored.shape[0] / (face.face.box.height * result.scale)
        for face in result.faces
        if face.status == "restored" and face.restored is not None
    ]
    if gains and max(gains) > 1.5 and result.scale < 4 and not result.scale_reason:
        return "Small faces hold more restored detail than their pixels show: try --scale auto or --save-crops."
    return ""
