"""The evaluation: models and bicubic on the same faces, each model on its own kind of crop."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.context import JobContext
from engine.datasets.open_faces import is_portrait_folder
from engine.degradation.blind_set import SEED
from engine.devices import Device
from engine.errors import DataError
from engine.evaluation.in_parts import score_in_parts
from engine.evaluation.methods import Restored, enlarge_only, restore_faces
from engine.evaluation.scores import MetricKey, Values, load_meters
from engine.evaluation.sheet import Column, check_writable, shown_faces, write_sheet
from engine.evaluation.trial import (
    Degradation,
    Layout,
    LeftOut,
    Trial,
    check_scale,
    layout_of,
    read_faces,
    usable_faces,
)
from engine.messages import message
from engine.models.base import CropKind
from engine.models.registry import find_model
from engine.runtime.sessions import LoadedModel

BICUBIC = "bicubic"
FINDING = 0.5  # of the work: finding the faces of photos takes about as long as restoring and scoring them
_BICUBIC_SIZE = 128  # px, of the tight crops where no model says otherwise
_CROPS: tuple[CropKind, ...] = ("tight", "ffhq")  # the order in which kinds of crops are scored


@dataclass(frozen=True, kw_only=True)
class EvaluationOptions:
    """What to evaluate.

    `methods` are ids of models, and "bicubic". `scale` divides the side of a model's result; None: blind degradation.
    `limit` of faces for each kind of crop; `score_size` px, None for the usual one. `sheet` is the figure's file,
    which is replaced only with `overwrite`.
    """

    data: Path
    methods: tuple[str, ...]
    scale: int | None = 8
    seed: int = SEED
    limit: int | None = None
    score_size: int | None = None
    device: Device = "auto"
    sheet: Path | None = None
    overwrite: bool = False


@dataclass(frozen=True, kw_only=True)
class MethodScores:
    """One row of the table: a method on the faces of a trial, with one value of each metric for each face.

    Trial and restored are without their pictures, which would fill the memory.
    """

    name: str
    trial: Trial
    restored: Restored
    values: Mapping[MetricKey, Values]


@dataclass(frozen=True, kw_only=True)
class Evaluation:
    """All rows. `landmarks` names the source of the 68 points; `missing` says how to get metrics left out."""

    options: EvaluationOptions
    methods: tuple[MethodScores, ...]
    faces: int  # different ones
    landmarks: str | None
    left_out: tuple[LeftOut, ...]
    missing: Mapping[MetricKey, str]


def evaluate(options: EvaluationOptions, context: JobContext) -> Evaluation:
    """Score every method, and write the figure sheet if one is asked for.

    Raises: ModelError for an unknown or broken model; DataError for an absent folder, no faces, a scale or score size
    that does not fit, or a sheet that cannot be written; Cancelled.
    """
    groups = _groups(options)
    if options.sheet:
        check_writable(options.sheet, photos=options.data, overwrite=options.overwrite)
    begin = 0.02 if is_portrait_folder(options.data) else FINDING
    context.progress(0, message("looking for faces"))
    faces = read_faces(options.data, context.part(0, begin))
    left_out = [LeftOut(photo.path, f"{photo.reason} {photo.detail}".strip()) for photo in faces.skipped]
    context.progress(begin, message("loading metrics"))
    meters = load_meters()
    methods: list[MethodScores] = []
    columns: list[Column] = []
    for number, (layout, names) in enumerate(groups.items()):
        part = context.part(begin, 1).part(number / len(groups), (number + 1) / len(groups))
        portraits, unused = usable_faces(faces.portraits, layout, limit=options.limit)
        left_out += unused
        scored, trial, shown = score_in_parts(
            portraits,
            layout,
            Degradation(scale=options.scale, seed=options.seed),
            restorers=_restorers(names, options.device),
            meters=meters,
            shown=shown_faces(len(portraits)) if options.sheet else (),
            context=part.part(0.02, 1),
        )
        for one in scored:
            values: dict[MetricKey, Values] = {**one.values, "seconds": one.restored.seconds}
            label = _label(one.name, layout, [method.name for method in methods])
            methods.append(MethodScores(name=label, trial=trial, restored=one.restored, values=values))
            columns.append((label, shown, one.shown))
    if options.sheet:
        write_sheet(options.sheet, columns, overwrite=options.overwrite)
    context.progress(1, message("done"))
    return Evaluation(
        options=options,
        methods=tuple(methods),
        faces=len({(p.path, p.name) for method in methods for p in method.trial.portraits}),
        landmarks=meters.landmarks.name if meters.landmarks else None,
        left_out=tuple(left_out),
        missing=meters.missing,
    )


def _groups(options: EvaluationOptions) -> dict[Layout, list[str]]:
    """The methods of each layout, tight crops first; bicubic belongs to every one."""
    names = list(dict.fromkeys(options.methods))
    if not names:
        raise DataError("No method is named.", hint="Name models, and bicubic, for instance sparnet-x8,bicubic.")
    if options.limit is not None and options.limit < 1:
        raise DataError("Expected a limit of at least one face, got {limit}.", limit=options.limit)
    cards = [find_model(name).card for name in names if name != BICUBIC]
    kinds: set[tuple[CropKind, int]] = {(card.crop, card.output_size) for card in cards} or {("tight", _BICUBIC_SIZE)}
    groups: dict[Layout, list[str]] = {}
    for crop, size in sorted(kinds, key=_order):
        layout = layout_of(crop, size, options.score_size)
        if options.scale is not None:
            check_scale(options.scale, layout)
        own = {card.id for card in cards if (card.crop, card.output_size) == (crop, size)}
        groups[layout] = [name for name in names if name == BICUBIC or name in own]
    return groups


def _order(kind: tuple[CropKind, int]) -> tuple[int, int]:
    return _CROPS.index(kind[0]), kind[1]


def _restorers(names: Sequence[str], device: Device) -> list[tuple[str, Callable[[Trial, JobContext], Restored]]]:
    """What restores a trial, for each name; a model is loaded when its turn comes."""

    def by_model(name: str) -> Callable[[Trial, JobContext], Restored]:
        return lambda trial, context: restore_faces(LoadedModel(find_model(name), device), trial, context)

    return [(name, enlarge_only if name == BICUBIC else by_model(name)) for name in names]


def _label(name: str, layout: Layout, taken: Sequence[str]) -> str:
    """The name of a row: bicubic's further rows name their crop, and their size where that is not enough."""
    choices = (name, f"{name}-{layout.crop}", f"{name}-{layout.crop}-{layout.output_size}")
    return next(choice for choice in choices if choice not in taken)
