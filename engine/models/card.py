"""Reading and writing `card.toml`."""

from __future__ import annotations

import dataclasses
import hashlib
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from engine.errors import ModelError
from engine.files import atomic_file, limited_text, refused
from engine.messages import Message, message
from engine.models.base import ModelCard
from engine.models.card_schema import card_from_table

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

CARD_NAME = "card.toml"
WEIGHTS_NAME = "model.onnx"
_MOST_BYTES = 1 << 20


def read_card(folder: Path) -> ModelCard:
    """The card of the model in `folder`. Raises: ModelError if it is missing, broken, incomplete or no card's."""
    path = folder / CARD_NAME
    try:
        return card_from_table(tomllib.loads(limited_text(path, _MOST_BYTES)))
    except OSError as error:
        raise ModelError(refused(message("The model card {path}", path=path), error)) from error
    except (ValueError, RecursionError) as error:  # of TOML, of its numbers, of UTF-8, of what a card may hold
        raise ModelError(
            "The model card {path} is broken: {error}.",
            hint="Import or install the model again.",
            path=path,
            error=_short(error),
        ) from error


def _short(error: Exception) -> Message | str:
    given = error.args[0] if error.args else ""
    return given if isinstance(given, Message) else (str(error) or type(error).__name__)[:200]


def write_card(card: ModelCard, folder: Path) -> None:
    """Write `card.toml` into `folder`, atomically. Raises: OSError."""
    import tomli_w

    table: dict[str, Any] = {}
    for field in dataclasses.fields(card):
        value = getattr(card, field.name)
        if field.name in ("scores", "damage_scores"):
            value = [_without_none(dataclasses.asdict(score)) for score in value]
        elif field.name == "parent" and value is not None:
            scores = [_without_none(dataclasses.asdict(score)) for score in value.scores]
            value = {"id": value.id, "sha256": value.sha256, "scores": scores}
        has_default = (field.default, field.default_factory) != (dataclasses.MISSING, dataclasses.MISSING)
        if value or not has_default:
            table[field.name] = value
    with atomic_file(folder / CARD_NAME) as beside:
        beside.write_text(tomli_w.dumps(table), encoding="utf-8")


def config_table(config: Any) -> dict[str, Any]:
    """A network's configuration as a card holds it."""
    return _without_none(dataclasses.asdict(config))


def _without_none(table: Mapping[str, Any]) -> dict[str, Any]:
    """TOML has no null: a key that is left out means the default."""
    return {name: value for name, value in table.items() if value is not None}


def file_sha256(path: Path) -> str:
    """SHA-256 of a file, as hexadecimal digits. Raises: OSError."""
    with path.open("rb") as file:
        digest = hashlib.sha256()
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()
