"""What is to be exported, and the jobs that do it: where each file goes, and what it is made of."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from engine.explain.overlay import OverlayStyle
from engine.explain.transition import Transition
from engine.messages import ENGLISH, Language
from engine.process.export_jobs import (
    ExportAnimation,
    ExportBeforeAfter,
    ExportComparison,
    ExportCrops,
    ExportFigure,
    ExportPhoto,
    FileOptions,
)
from engine.types import Box
from fsr_desktop.export.places import TakenPlaces, shortened, suffix_for
from fsr_desktop.export.usual_folder import usual_folder
from fsr_desktop.session.export_mark import can_be_exported
from fsr_desktop.session.photos import FaceEdit, PhotoItem, Session
from fsr_desktop.settings.name_pattern import expand

What = Literal["photo", "crops", "comparison", "before-after", "figure", "animation"]
Format = Literal["auto", "png", "jpeg", "tiff", "webp", "gif", "mp4"]
ExportJob = ExportPhoto | ExportCrops | ExportComparison | ExportBeforeAfter | ExportFigure | ExportAnimation
ANIMATION_FORMATS: tuple[Format, ...] = ("gif", "mp4", "webp")
USUAL_OPTIONS = FileOptions()
LOSSLESS = 100  # the quality at which WebP loses nothing
CROP_ENDINGS = ("_before", "_after")
ABOUT_A_FACE = 0.6  # of its box, on each side, in a comparison


@dataclass(frozen=True, kw_only=True)
class ExportChoice:
    """What the user wants written.

    `all_photos`: every restored photo, not only the current one. `only_face`: a comparison of the selected face, not of
    the whole photo. `format` "gif" and "mp4" are for animations, "webp" for these and photos, the others for pictures.
    `folder` None is the usual one of each photo. `options` are those of a photo's file. `overlays` go into a figure or
    an animation, which shows each for `seconds_each`; before and after go into each other by `transition`, a round in
    `seconds`. `language` is the words in figures, animations and comparisons. `studied` is the face of a figure or an
    animation with the file that is seen of it, where that is not the selected one as the photo shows it.
    """

    what: What = "photo"
    all_photos: bool = False
    only_face: bool = False
    format: Format = "auto"
    folder: Path | None = None
    pattern: str = "{name}_restored"
    replace_existing: bool = False
    options: FileOptions = USUAL_OPTIONS
    overlays: tuple[OverlayStyle, ...] = ()
    seconds_each: float = 0.8
    transition: Transition = "wipe"
    seconds: float = 4.0
    language: Language = ENGLISH
    studied: tuple[FaceEdit, Path] | None = None

    @property
    def is_of_a_face(self) -> bool:
        """Whether it shows one face alone."""
        return self.what in ("figure", "animation") or (self.what in ("comparison", "before-after") and self.only_face)

    @property
    def is_animated(self) -> bool:
        """Whether it plays."""
        return self.what in ("animation", "before-after")


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


def face_of(choice: ExportChoice, session: Session) -> tuple[FaceEdit, Path] | None:
    """The face that a choice is of: the studied one, or else what `face_to_export` gives."""
    return choice.studied or face_to_export(session)


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
    match choice.what:
        case "photo":
            return _photo_job(choice, photo, taken.free(base))
        case "crops":
            numbers = [photo.edits.faces.index(face) + 1 for face, _file in photo.restored_faces()]
            targets = tuple(taken.free(_with(base, f"_face{number}"), CROP_ENDINGS) for number in numbers)
            return ExportCrops(
                path=photo.path,
                faces=photo.placed(),
                targets=targets,
                replace_existing=choice.replace_existing,
                record=choice.options.record,
            )
        case "comparison" | "before-after":
            face = _face(choice, session)[0] if choice.only_face else None
            return _compared(choice, photo, face, base, taken)
        case "figure" | "animation":
            return _overlays_job(choice, photo, _face(choice, session), base, taken)


def _photo_job(choice: ExportChoice, photo: PhotoItem, target: Path) -> ExportPhoto:
    options = choice.options
    if target.suffix == ".webp" and (choice.format == "auto" or options.quality == LOSSLESS):
        options = replace(options, quality=None)
    return ExportPhoto(
        path=photo.path,
        target=target,
        faces=photo.placed(),
        scale=photo.export_scale.scale,
        match_grain=photo.edits.match_grain,
        replace_existing=choice.replace_existing,
        options=options,
    )


def _compared(
    choice: ExportChoice, photo: PhotoItem, face: FaceEdit | None, base: Path, taken: TakenPlaces
) -> ExportComparison | ExportBeforeAfter:
    """The photo before and after, or a face and what is around it."""
    part = f"_face{photo.edits.faces.index(face) + 1}" if face else ""
    region = _region(photo, face) if face else None
    if choice.what == "comparison":
        return ExportComparison(
            path=photo.path,
            target=taken.free(_with(base, f"{part}_comparison")),
            faces=photo.placed(),
            scale=photo.export_scale.scale,
            match_grain=photo.edits.match_grain,
            region=region,
            replace_existing=choice.replace_existing,
            language=choice.language,
        )
    return ExportBeforeAfter(
        path=photo.path,
        target=taken.free(_with(base, f"{part}_before_after")),
        faces=photo.placed(),
        scale=photo.export_scale.scale,
        match_grain=photo.edits.match_grain,
        region=region,
        transition=choice.transition,
        seconds=choice.seconds,
        replace_existing=choice.replace_existing,
        language=choice.language,
    )


def _overlays_job(
    choice: ExportChoice, photo: PhotoItem, found: tuple[FaceEdit, Path], base: Path, taken: TakenPlaces
) -> ExportFigure | ExportAnimation:
    face, file = found
    part = f"_face{photo.edits.faces.index(face) + 1}"
    if choice.what == "figure":
        return ExportFigure(
            file=file,
            photo=photo.path,
            target=taken.free(_with(base, f"{part}_figure")),
            overlays=choice.overlays,
            replace_existing=choice.replace_existing,
            language=choice.language,
        )
    return ExportAnimation(
        file=file,
        photo=photo.path,
        face=face.face,
        target=taken.free(_with(base, f"{part}_animation")),
        overlays=choice.overlays,
        seconds_each=choice.seconds_each,
        replace_existing=choice.replace_existing,
        language=choice.language,
    )


def _face(choice: ExportChoice, session: Session) -> tuple[FaceEdit, Path]:
    found = face_of(choice, session)
    if found is None:
        raise ValueError("Expected a restored face that is selected.")
    return found


def _base_path(choice: ExportChoice, photo: PhotoItem, session: Session, today: datetime.date) -> Path:
    outcomes = [photo.outcome(face) for face in photo.edits.faces if face.is_on]
    if choice.studied:
        outcomes = [outcome for outcome in photo.results.values() if outcome.file == choice.studied[1]]
    models = {outcome.model for outcome in outcomes if outcome and outcome.file and outcome.model}
    number = [one.id for one in session].index(photo.id) + 1

    def named(name: str) -> str:
        model, scale = "+".join(sorted(models)), photo.export_scale.scale
        return expand(choice.pattern, name=name, model=model, scale=scale, date=today, number=number)

    stem = named(shortened(photo.path.stem, named("")))
    opened = photo.opened if choice.what == "photo" else None  # the format and depth of the photo are not a figure's
    suffix = suffix_for(choice.format, opened.format if opened else "", opened.bits if opened else 8)
    if choice.is_animated and choice.format not in ANIMATION_FORMATS:
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
