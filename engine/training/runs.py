"""A whole training run by a recipe: its folder, its faces, its processes, its log."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable, Generator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import tomli_w

from engine.context import JobContext
from engine.datasets.open_faces import FaceSet, open_faces
from engine.degradation.damage import load_damage
from engine.errors import DataError
from engine.files import atomic_file, refused
from engine.training.checkpoints import LAST_NAME
from engine.training.loop import Progress, first_weights, train
from engine.training.pairs import check_damage, make_pairs
from engine.training.processes import Accelerator, Strategy, launched, make_fabric
from engine.training.recipe import Recipe, read_recipe
from engine.training.recipes_shipped import find_recipe
from engine.training.validation import validation_of

RECIPE_NAME = "recipe.toml"
LOG_NAME = "train.log"
FIGURES_NAME = "figures"


@dataclass(frozen=True, kw_only=True)
class RunRequest:
    """What to train, on what, and where.

    `recipe` is a shipped recipe's name or a TOML file; `data` a portrait folder or any folder of photos; `start` the
    checkpoint that the recipe begins with, where it names one; `damage` a folder of masks of film damage, for recipes
    that lay it over the faces; `steps` another end than the recipe's; `devices` the number of processes, each with a
    device.
    """

    recipe: str
    data: Path
    out: Path
    resume: bool = False
    start: Path | None = None
    damage: Path | None = None
    steps: int | None = None
    stop_at: int | None = None
    devices: int = 1
    accelerator: Accelerator = "auto"
    strategy: Strategy = "auto"


@dataclass(frozen=True)
class Beginning:
    """What a run is about to do: its recipe, its faces, and the processes it runs in."""

    recipe: Recipe
    training_faces: int
    validation_faces: int
    processes: int


def run_training(
    request: RunRequest,
    *,
    context: JobContext,
    begin: Callable[[Beginning], None],
    report: Callable[[Progress], None],
) -> Path:
    """Train as asked, and give the path of the last checkpoint.

    `out` gets `recipe.toml`, `curve.csv`, `train.log`, `figures` and `last.safetensors`. Only the first process calls
    `begin` and `report`. Raises: EngineError for a wrong recipe, unusable faces, missing masks or devices, a folder
    that cannot be written, one that holds another run's checkpoint without `resume`, or holds none with it; Cancelled.
    """
    recipe = _recipe(request)
    start = None if request.resume else first_weights(recipe, request.start)
    damage = load_damage(request.damage) if request.damage else None
    check_damage(recipe, damage)
    fabric = make_fabric(recipe, accelerator=request.accelerator, devices=request.devices, strategy=request.strategy)
    if fabric.is_global_zero:  # before the others are started
        _open_folder(request, recipe)
    with launched(fabric), _logged(request.out) if fabric.is_global_zero else contextlib.nullcontext():
        faces = _faces(request.data, recipe, context.part(0, 0.1))
        training = [portrait for portrait in faces.portraits if portrait.split == "train"]
        held_out = [portrait for portrait in faces.portraits if portrait.split == "val"]
        pairs = make_pairs(training, recipe, size=recipe.network.size, damage=damage)
        is_first = fabric.is_global_zero
        validation = validation_of(recipe, held_out, request.out / FIGURES_NAME) if is_first else None
        if is_first:
            begin(Beginning(recipe, len(training), len(held_out), fabric.world_size))
        return train(
            recipe,
            pairs,
            request.out,
            context=context.part(0.1, 1),
            resume=request.resume,
            start=start,
            validate=validation,
            stop_at=request.stop_at,
            report=report,
            fabric=fabric,
        )


def _recipe(request: RunRequest) -> Recipe:
    recipe = read_recipe(find_recipe(request.recipe))
    if request.steps is None:
        return recipe
    return replace(recipe, optimiser=replace(recipe.optimiser, steps=request.steps))


def _faces(folder: Path, recipe: Recipe, context: JobContext) -> FaceSet:
    data = recipe.data
    return open_faces(folder, split="all", min_detail=data.min_detail, min_inside=data.min_inside, context=context)


def _open_folder(request: RunRequest, recipe: Recipe) -> None:
    """Make the folder, refuse to write over a run or to go on where there is none, and write the recipe."""
    has_checkpoint = (request.out / LAST_NAME).is_file()
    if has_checkpoint and not request.resume:
        raise DataError(
            "{folder} already holds the checkpoint of a run.",
            hint="Go on with it by --resume, or choose another folder; nothing was changed.",
            folder=request.out,
        )
    if request.resume and not has_checkpoint:
        raise DataError(
            "There is no checkpoint in {folder} to resume from.",
            hint="Expected {file} there. Leave out --resume to start anew.",
            folder=request.out,
            file=LAST_NAME,
        )
    try:
        request.out.mkdir(parents=True, exist_ok=True)
        if not request.resume:
            with atomic_file(request.out / RECIPE_NAME) as beside:
                beside.write_text(tomli_w.dumps(recipe_table(recipe)), encoding="utf-8")
    except OSError as error:
        raise DataError(
            refused(request.out, error, doing="fill"),
            hint="Choose another folder for --out.",
        ) from error


def recipe_table(recipe: Recipe) -> dict[str, Any]:
    """The table that `recipe_from_table` makes the same recipe of, without what TOML cannot hold: None."""
    return _without_none(asdict(recipe))


def _without_none(table: dict[str, Any]) -> dict[str, Any]:
    return {
        name: _without_none(value) if isinstance(value, dict) else value
        for name, value in table.items()
        if value is not None
    }


class _LogFile(logging.FileHandler):
    """A log that a full disk cannot stop: the checkpoint's error says it better."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 (logging's name)
        """Nothing."""

    def close(self) -> None:
        """Close the file, losing what cannot be written."""
        with contextlib.suppress(OSError):
            super().close()


@contextlib.contextmanager
def _logged(out: Path) -> Generator[None]:
    """Write what the training logs to `train.log`, after what is there."""
    try:
        handler = _LogFile(out / LOG_NAME, encoding="utf-8")
    except OSError as error:
        raise DataError(refused(out / LOG_NAME, error, doing="write")) from error
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    log = logging.getLogger("engine.training")
    level = log.level
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    try:
        yield
    finally:
        log.removeHandler(handler)
        log.setLevel(level)
        handler.close()
