"""What is to be exported, and the jobs that do it: where each file goes, and what it is made of."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from engine.explain.overlay import OverlayStyle
from engine.messages import ENGLISH, Language
from engine.process.protocol import ExportAnimation, ExportComparison, ExportCrops, ExportFigure, ExportPhoto
from engine.types import Box
from fsr_desktop.export.places import TakenPlaces, suffix_for
from fsr_desktop.export.usual_folder import usual_folder
from fsr_desktop.session.export_mark import can_be_exported
from fsr_desktop.session.photos import FaceEdit, PhotoItem, Session
from fsr_desktop.settings.name_pattern import expand

What = Literal["photo", "crops", "comparison", "figure", "animation"]
Format = Literal["auto", "png", "jpeg", "tiff", "gif", "mp4"]
ExportJob = ExportPhoto | ExportCrops | ExportComparison | ExportFigure | ExportAnimation
CROP_ENDINGS = ("_before", "_after")
ABOUT_A_FACE = 0.6  # of its box, on each side, in a comparison


@dataclass(frozen=True, kw_only=True)
class ExportChoice:
    """What the user wants written.

    `all_photos`: every restored photo, not only the current one. `only_face`: a comparison of the selected face, not of
    the whole photo. `format` "gif" and "mp4" are for animations, the others for pictures. `folder` None is the usual
    one of each photo. `overlays` go into a figure or an animation, which shows each for `seconds_each`. `language` is
    the words in figures, animations and comparisons.
    """

    what: What = "photo"
    all_photos: bool = False
    only_face: bool = False
    format: Format = "auto"
    folder: Path | None = None
    pattern: str = "{name}_restored"
    replace_existing: bool = False
    overlays: tuple[OverlayStyle, ...] = ()
    seconds_each: float = 0.8
    language: Language = ENGLISH

    @property
    def is_of_a_face(self) -> bool:
        """Whether it shows one face alone."""
        return self.what in ("figure", "animation") or (self.what == "comparison" and self.only_face)


def restored_photos(session: Session) -> list[PhotoItem]:
    """The photos of the session that can be exported: restored, or only enlarged."""
    return [photo for photo in session if can_be_exported(photo)]


def face_to_export(session: Session) -> tuple[FaceEdit, Path] | None:
    """The selected face of the current photo, or the first restored one if none is selected; None if there is none, or
    if the selected one is not restored."""
    photo = session.current
    faces = photo.restored_faces() if photo else []
    selected = session.selected_face_id
    if selected is None:
        return faces[0] if faces else None
    return next(((face, file) for face, file in faces if face.id == selected), None)


def export_jobs(
    choice: ExportChoice, photos: Sequence[PhotoItem], session: Session, today: datetime.date
) -> list[ExportJob]:
    """The jobs for some restored photos of the session, each with its own place that is no photo of the session."""
    taken = TakenPlaces(photo.path for photo in session)
    if choice.is_of_a_face:
        photos = photos[:1]
    return [_job(choice, photo, session, today, taken) for photo in photos]


def targets_of(job: ExportJob) -> tuple[Path, ...]:
    """The files that a job writes, unless one is there and it adds a number."""
    if not isinstance(job, ExportCrops):
        return (job.target,)
    return tuple(target.with_stem(f"{target.stem}{ending}") for target in job.targets for ending in CROP_ENDINGS)


def _job(
    choice: ExportChoice, photo: PhotoItem, session: Session, today: datetime.date, taken: TakenPlaces
) -> ExportJob:
    base = _base_path(choice, photo, session, today)
    replace, edits = choice.replace_existing, photo.edits
    if choice.what == "photo":
        return ExportPhoto(
            path=photo.path,
            target=taken.free(base),
            faces=photo.placed(),
            scale=photo.export_scale.scale,
            match_grain=edits.match_grain,
            replace_existing=replace,
        )
    if choice.what == "crops":
        numbers = [edits.faces.index(face) + 1 for face, _file in photo.restored_faces()]
        targets = tuple(taken.free(_with(base, f"_face{number}"), CROP_ENDINGS) for number in numbers)
        return ExportCrops(path=photo.path, faces=photo.placed(), targets=targets, replace_existing=replace)
    if choice.what == "comparison" and not choice.only_face:
        target = taken.free(_with(base, "_comparison"))
        return ExportComparison(
            path=photo.path,
            target=target,
            faces=photo.placed(),
            scale=photo.export_scale.scale,
            match_grain=edits.match_grain,
            replace_existing=replace,
            language=choice.language,
        )
    found = face_to_export(session)
    if found is None:
        raise ValueError("Expected a restored face that is selected.")
    face, file = found
    part = f"_face{edits.faces.index(face) + 1}"
    if choice.what == "comparison":
        return ExportComparison(
            path=photo.path,
            target=taken.free(_with(base, f"{part}_comparison")),
            faces=photo.placed(),
            scale=photo.export_scale.scale,
            match_grain=edits.match_grain,
            region=_region(photo, face),
            replace_existing=replace,
            language=choice.language,
        )
    if choice.what == "figure":
        target = taken.free(_with(base, f"{part}_figure"))
        return ExportFigure(
            file=file, target=target, overlays=choice.overlays, replace_existing=replace, language=choice.language
        )
    return ExportAnimation(
        file=file,
        photo=photo.path,
        face=face.face,
        target=taken.free(_with(base, f"{part}_animation")),
        overlays=choice.overlays,
        seconds_each=choice.seconds_each,
        replace_existing=replace,
        language=choice.language,
    )


def _base_path(choice: ExportChoice, photo: PhotoItem, session: Session, today: datetime.date) -> Path:
    outcomes = [photo.outcome(face) for face in photo.edits.faces if face.is_on]
    models = {outcome.model for outcome in outcomes if outcome and outcome.file and outcome.model}
    stem = expand(
        choice.pattern,
        name=photo.path.stem,
        model="+".join(sorted(models)),
        scale=photo.export_scale.scale,
        date=today,
        number=[one.id for one in session].index(photo.id) + 1,
    )
    opened = photo.opened if choice.what == "photo" else None  # the format and depth of the photo are not a figure's
    suffix = suffix_for(choice.format, opened.format if opened else "", opened.bits if opened else 8)
    if choice.what == "animation" and suffix not in (".gif", ".mp4"):
        suffix = ".gif"
    return (choice.folder or usual_folder(photo.path)) / f"{stem}{suffix}"


def _with(path: Path, ending: str) -> Path:
    return path.with_name(f"{path.stem}{ending}{path.suffix}")


def _region(photo: PhotoItem, face: FaceEdit) -> Box:
    """A square around the face, as far as the photo goes."""
    box = face.face.box
    half = max(box.width, box.height) * (0.5 + ABOUT_A_FACE)
    (x, y), opened = box.centre, photo.opened
    left, top, right, bottom = max(x - half, 0.0), max(y - half, 0.0), x + half, y + half
    if opened:
        right, bottom = min(right, float(opened.picture.width)), min(bottom, float(opened.picture.height))
    return Box(left, top, right - left, bottom - top)
