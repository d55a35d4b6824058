"""The JSON beside an animation: all that makes it again, from the photo on."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, astuple, dataclass
from pathlib import Path
from typing import Any, cast

import numpy as np
from PIL import Image

from engine.errors import DataError
from engine.explain.animation import AnimationPlan, frames_of
from engine.explain.captions import CAPTIONS
from engine.explain.overlay import OverlayStyle
from engine.files import refused
from engine.messages import Language, fields_of
from engine.pipeline.face_file import FaceFile
from engine.types import Box, Face

KIND, FORMAT = "FSR Desktop animation", 1


@dataclass(frozen=True, kw_only=True)
class Origin:
    """Where an animation comes from: the photo, the face in it, and the name of the animation's file."""

    photo: Path
    face: Face
    name: str


@dataclass(frozen=True, kw_only=True)
class AnimationRecord:
    """What an animation was made of. `origin` is None in records of former versions; `is_singled_out`: the face came
    with the pictures of single attention maps."""

    plan: AnimationPlan
    model: str
    seed: int
    match_grain: bool
    is_singled_out: bool
    origin: Origin | None
    face_sha256: str


@dataclass(frozen=True, kw_only=True)
class Animation:
    """Frames of one size, and how long each is shown."""

    frames: tuple[Image.Image, ...]
    seconds_each: float


def record_of(face: FaceFile, plan: AnimationPlan, *, origin: Origin | None = None, folder: Path | None = None) -> str:
    """The record as JSON text. The photo is named as it is seen from `folder`, where the record will lie."""
    record = {
        "kind": KIND,
        "format": FORMAT,
        "model": face.model,
        "seed": face.seed,
        "match_grain": face.match_grain,
        "singled_out": face.restoration.singled is not None,
        "origin": _origin_fields(origin, folder) if origin else None,
        "face_sha256": face_sha256(face),
        "overlays": [asdict(style) for style in plan.overlays],
        "seconds_each": plan.seconds_each,
        "side_px": plan.side_px,
        "language": asdict(plan.language),
    }
    return json.dumps(record, indent=2, ensure_ascii=False) + "\n"


def read_record(path: Path) -> AnimationRecord:
    """What a record says. Raises: DataError if it cannot be read."""
    record = _read(path)
    try:
        plan = AnimationPlan(
            overlays=tuple(_style(style) for style in cast(list[dict[str, object]], record["overlays"])),
            seconds_each=float(cast(float, record["seconds_each"])),
            side_px=int(cast(int, record["side_px"])),
            language=_language(record),
        )
        origin = cast("dict[str, Any] | None", record.get("origin"))
        return AnimationRecord(
            plan=plan,
            model=str(record["model"]),
            seed=int(cast(int, record["seed"])),
            match_grain=record.get("match_grain") is True,
            is_singled_out=record.get("singled_out") is True,
            origin=_origin(origin, path.parent) if origin else None,
            face_sha256=str(record["face_sha256"]),
        )
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise _damaged(path) from error


def animation_from_json(json_path: Path, face: FaceFile) -> Animation:
    """The animation that a record describes, the same pixels again.

    Raises: DataError if the record cannot be read, or was made of another face.
    """
    record = read_record(json_path)
    if record.face_sha256 != face_sha256(face):
        raise DataError(
            "{name} describes an animation of another face, or of this one restored otherwise.",
            hint="Restore the face with the same model, photo and settings.",
            name=json_path.name,
        )
    return Animation(frames=tuple(frames_of(face, record.plan)), seconds_each=record.plan.seconds_each)


def is_record(path: Path) -> bool:
    """Whether a file is a record that this program wrote."""
    try:
        _read(path)
    except DataError:
        return False
    return True


def face_sha256(face: FaceFile) -> str:
    """SHA-256 of all arrays of a restored face, with their names, types and shapes."""
    digest = hashlib.sha256()
    for name, array in sorted(_arrays("", face), key=lambda named: named[0]):
        digest.update(f"{name} {array.dtype.str} {array.shape}\n".encode())
        digest.update(np.ascontiguousarray(array).tobytes())
    return digest.hexdigest()


def _arrays(name: str, value: object) -> Iterator[tuple[str, np.ndarray]]:
    """The arrays in a dataclass, mapping or tuple, named by where they are."""
    if isinstance(value, np.ndarray):
        yield name, value
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _arrays(f"{name}/{field.name}", getattr(value, field.name))
    elif isinstance(value, Mapping):
        for key, part in cast(Mapping[str, object], value).items():
            yield from _arrays(f"{name}/{key}", part)
    elif isinstance(value, tuple):
        for index, part in enumerate(cast(tuple[object, ...], value)):
            yield from _arrays(f"{name}/{index}", part)


def _read(path: Path) -> dict[str, object]:
    try:
        record = cast(object, json.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise DataError(refused(path, error)) from error
    except ValueError as error:
        raise _damaged(path) from error
    if not isinstance(record, dict):
        raise _damaged(path)
    fields = cast(dict[str, object], record)
    if fields.get("kind") != KIND:
        raise _damaged(path)
    if fields.get("format") != FORMAT:
        raise DataError(
            "{name} has format {format}; this version reads {known}.",
            hint="Update FSR Desktop.",
            name=path.name,
            format=str(fields.get("format")),
            known=FORMAT,
        )
    return fields


def _origin_fields(origin: Origin, folder: Path | None) -> dict[str, object]:
    face, photo = origin.face, str(origin.photo)
    if folder:
        with suppress(ValueError):  # another drive
            photo = os.path.relpath(photo, folder)
    box = [float(side) for side in astuple(face.box)]
    points = None if face.points is None else face.points.tolist()
    return {"photo": photo, "name": origin.name, "box": box, "points": points, "source": face.source}


def _origin(fields: dict[str, Any], folder: Path) -> Origin:
    points = fields["points"]
    face = Face(
        box=Box(*map(float, fields["box"])),
        points=None if points is None else np.array(points, np.float32).reshape(5, 2),
        score=1.0,
        source=str(fields["source"]),
    )
    return Origin(photo=folder / str(fields["photo"]), face=face, name=Path(fields["name"]).name)


def _style(fields: dict[str, object]) -> OverlayStyle:
    return OverlayStyle(
        overlay=str(fields["overlay"]),
        opacity=float(cast(float, fields["opacity"])),
        colour_map=str(fields["colour_map"]),
    )


def _language(record: Mapping[str, object]) -> Language:
    """The language of the texts; English without one. Raises: TypeError, ValueError for what is none."""
    if "language" not in record:
        return _language_of_version_0_1(_texts(record.get("captions", {}), but="names"), record)
    given = cast(dict[str, object], record["language"])
    return _checked(_texts(given["templates"]), given["decimal_sign"])


def _language_of_version_0_1(captions: Mapping[str, str], record: Mapping[str, object]) -> Language:
    """Then captions had names, and titles stood there whole."""
    titles = _texts(cast(dict[str, object], record.get("captions", {})).get("names", {}))
    texts = {CAPTIONS[name]: text for name, text in captions.items() if name in CAPTIONS}
    return _checked(texts | titles, captions.get("decimal_sign", "."))


def _texts(given: object, *, but: str = "") -> dict[str, str]:
    if not isinstance(given, dict):
        raise TypeError("expected texts by name")
    texts = {name: text for name, text in cast(dict[object, object], given).items() if name != but}
    if not all(isinstance(text, str) for text in (*texts, *texts.values())):
        raise TypeError("expected texts alone")
    return cast(dict[str, str], texts)


def _checked(templates: Mapping[str, str], decimal_sign: object) -> Language:
    if not isinstance(decimal_sign, str):
        raise TypeError("expected a sign")
    for english, text in templates.items():
        if not fields_of(text) <= fields_of(english):
            raise ValueError("a text has a place for a value that there is not")
    return Language(templates=templates, decimal_sign=decimal_sign)


def _damaged(path: Path) -> DataError:
    return DataError(
        "{name} is no description of an animation, or it is damaged.", hint="Choose another file.", name=path.name
    )
