"""`fsr-desktop models`: list, show, import, import-face-model, run."""

from __future__ import annotations

import argparse
import dataclasses
import os
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.errors import EngineError, ModelError
from engine.files import is_one_file, refused
from engine.models.registry import InstalledModel, find_model, scan_models
from fsr_desktop.cli.console import print_json, say, say_error
from fsr_desktop.cli.main import OK, SOME_FAILED
from fsr_desktop.cli.score_table import print_beside

if TYPE_CHECKING:
    from numpy.typing import NDArray


def run(options: argparse.Namespace) -> int:
    """Do what `options.action` says."""
    actions = {"list": _list, "show": _show, "import": _import, "import-face-model": _import_face, "run": _run}
    try:
        return actions[options.action](options)
    except EngineError as error:
        say_error(error)
        return SOME_FAILED


def _list(options: argparse.Namespace) -> int:
    models, problems = scan_models()
    for problem in problems.values():
        say_error(problem)
    if options.json:
        print_json([_row(model) for model in models])
    else:
        _print_table(models)
    return SOME_FAILED if problems else OK


def _row(model: InstalledModel) -> dict[str, Any]:
    card = model.card
    parent = {"parent": card.parent.id} if card.parent else {}  # only fine-tuned models have one
    return {
        "id": card.id,
        "family": card.family,
        "title": card.title,
        "input": card.input_size,
        "output": card.output_size,
        "parameters": card.parameters,
        "outputs": list(card.outputs),
        "licence": card.licence,
        "source": model.source,
        **parent,
    }


def _print_table(models: list[InstalledModel]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table()
    table.add_column("model", no_wrap=True, overflow="fold")  # whole, so that it can be copied
    for name in ("title", "faces", "output", "parameters", "licence", "source"):
        table.add_column(name)
    for model in models:
        card = model.card
        low, high = card.useful_range
        table.add_row(
            card.id,
            card.title,
            f"{low}-{high} px",
            f"{card.output_size} px",
            f"{card.parameters / 1e6:.2f} M",
            card.licence,
            f"{model.source}, from {card.parent.id}" if card.parent else model.source,
        )
    Console().print(table)


def _show(options: argparse.Namespace) -> int:
    model = find_model(options.model)
    facts = {**dataclasses.asdict(model.card), "source": model.source, "folder": str(model.folder)}
    if options.json:
        print_json(facts)
        return OK
    for name, value in facts.items():
        if value not in ("", (), [], {}, None):
            print(f"{name.replace('_', ' ')}: {value}")
    if model.card.parent:
        print_beside(model.card.parent.scores, model.card.scores, titles=(model.card.parent.id, model.card.id))
    return OK


def _import(options: argparse.Namespace) -> int:
    from engine.models.foreign_weights import import_model

    say(f"Reading {options.file} ...")
    try:
        model = import_model(Path(options.file), model_id=options.model)
    except ModuleNotFoundError as error:
        raise ModelError(
            "Importing needs the package '{name}', which is not installed.",
            hint='In the folder of the program, run: pip install ".[train]".',
            name=str(error.name),
        ) from error
    card = model.card
    say(f"This is {card.title}, {card.parameters:,} parameters.")
    say(f"Licence: {card.licence}. {card.licence_note}")
    say(f"Installed in {model.folder}.")
    print(card.id)
    return OK


def _import_face(options: argparse.Namespace) -> int:
    from engine.priors.face_model_file import import_face_model

    say(f"Reading {options.path} ...")
    model, file = import_face_model(Path(options.path))
    say(f"This is {model.name}: {len(model.mean_shape):,} vertices, {len(model.triangles):,} triangles.")
    say(f"Licence: {model.licence}.")
    say(f"Kept in {file}.")
    print(model.name)
    return OK


def _run(options: argparse.Namespace) -> int:
    import numpy as np

    from engine.files import Keeping, atomic_file
    from engine.runtime.sessions import LoadedModel, resize_batch

    target = Path(options.output)
    _refuse_taken(target, Path(options.input), overwrite=options.overwrite)
    model = find_model(options.model)
    size = model.card.input_size
    batch = _read_batch(Path(options.input))
    if options.raw and batch.shape[2:] != (size, size):
        raise ModelError(
            "Expected crops of {size} x {size} px with --raw, got {height} x {width}.",
            hint="Leave out --raw to have them resized.",
            size=size,
            height=batch.shape[2],
            width=batch.shape[3],
        )
    loaded = LoadedModel(model, options.device)
    outputs = loaded.run_raw(batch if options.raw else resize_batch(batch, size))
    try:
        keeping = Keeping(like=Path(options.input))
        with atomic_file(target, replace=options.overwrite, keeping=keeping) as beside, beside.open("wb") as file:
            np.savez(file, **outputs)  # type: ignore[arg-type]
    except OSError as error:
        raise ModelError(refused(target, error, doing="write")) from error
    say(f"{model.card.id} ran on {loaded.provider}; {target} holds {', '.join(outputs)}.")
    return OK


def _refuse_taken(target: Path, source: Path, *, overwrite: bool) -> None:
    """Raises: ModelError if the output is the input, or is there and may not be replaced."""
    if os.path.lexists(target) and (not overwrite or is_one_file(target, source)):
        raise ModelError(
            "{path} is there already.", hint="Choose another name for --output, or add --overwrite.", path=target
        )


def _read_batch(path: Path) -> NDArray[Any]:
    import numpy as np

    try:
        batch = np.load(path, allow_pickle=False)
    except (OSError, ValueError, EOFError, zipfile.BadZipFile) as error:
        raise ModelError("{path} cannot be read as a NumPy array: {error}.", path=path, error=str(error)) from error
    if not isinstance(batch, np.ndarray) or batch.ndim != 4 or batch.shape[1] != 3 or 0 in batch.shape:
        shape = getattr(batch, "shape", "several arrays")
        raise ModelError("Expected crops of shape (B, 3, h, w) in {path}, got {shape}.", path=path, shape=str(shape))
    if batch.dtype != np.float32:
        raise ModelError(
            "Expected float32 in {path}, got {dtype}.",
            hint="Scale to [0, 1] and convert.",
            path=path,
            dtype=str(batch.dtype),
        )
    if not np.isfinite(batch).all() or batch.min() < 0 or batch.max() > 1:
        raise ModelError("Expected values in [0, 1] in {path}.", hint="Divide 8-bit values by 255.", path=path)
    return batch
