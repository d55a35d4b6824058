"""Reading and writing `card.toml`."""

from __future__ import annotations

import dataclasses
import hashlib
import sys
from pathlib import Path
from typing import Any

from engine.errors import ModelError
from engine.files import atomic_file
from engine.models.base import ModelCard, Score

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

CARD_NAME = "card.toml"
WEIGHTS_NAME = "model.onnx"


def read_card(folder: Path) -> ModelCard:
    """The card of the model in `folder`. Raises: ModelError if it is missing, broken or incomplete."""
    path = folder / CARD_NAME
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        scores = tuple(Score(**row) for row in table.pop("scores", []))
        for name in ("useful_range", "outputs"):
            table[name] = tuple(table[name])
        return ModelCard(**table, scores=scores)
    except OSError as error:
        raise ModelError(f"The model card {path} cannot be read: {error.strerror}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, TypeError, KeyError) as error:
        raise ModelError(
            f"The model card {path} is broken: {error}.", hint="Import or install the model again."
        ) from error


def write_card(card: ModelCard, folder: Path) -> None:
    """Write `card.toml` into `folder`, atomically. Raises: OSError."""
    import tomli_w

    table: dict[str, Any] = {}
    for field in dataclasses.fields(card):
        value = getattr(card, field.name)
        if field.name == "scores":
            value = [dataclasses.asdict(score) for score in value]
        elif field.name == "network":
            value = {name: part for name, part in value.items() if part is not None}
        has_default = field.default is not dataclasses.MISSING
        if value or not has_default:
            table[field.name] = value
    with atomic_file(folder / CARD_NAME) as beside:
        beside.write_text(tomli_w.dumps(table), encoding="utf-8")


def file_sha256(path: Path) -> str:
    """SHA-256 of a file, as hexadecimal digits. Raises: OSError."""
    with path.open("rb") as file:
        digest = hashlib.sha256()
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()
