"""What a model's card may hold: types, lengths and ranges, checked before anything believes it.

A card comes with a model of somebody else's. The types are those of `ModelCard`; what has a sense besides has its range
here.
"""

from __future__ import annotations

import dataclasses
import math
import re
from collections.abc import Mapping
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from engine.messages import message
from engine.models.base import ModelCard

ID = re.compile(r"[a-z0-9][a-z0-9._-]{0,99}")
LARGEST_SIDE = 4096  # px
_LONGEST_TEXT, _MOST_ITEMS, _LARGEST_NUMBER, _DEEPEST = 20_000, 4096, 10**12, 4
_FILE = re.compile(r"(?!\.)[A-Za-z0-9._-]{0,100}")
_SHA256 = re.compile(r"([0-9a-f]{64})?")


def card_from_table(table: Mapping[str, Any]) -> ModelCard:
    """The card that a parsed TOML table describes. Raises: ValueError that names what is wrong."""
    card: ModelCard = _typed(dict(table), ModelCard, "card")
    low, high = card.useful_range
    rules = {
        "id": ID.fullmatch(card.id),
        "file": _FILE.fullmatch(card.file),
        "sha256": _SHA256.fullmatch(card.sha256),
        "input_size": 1 <= card.input_size <= LARGEST_SIDE,
        "output_size": 1 <= card.output_size <= LARGEST_SIDE,
        "low_side": 0 <= card.low_side <= LARGEST_SIDE,
        "useful_range": 0 <= low <= high <= LARGEST_SIDE,
        "parameters": card.parameters >= 0,
    }
    for name, holds in rules.items():
        if not holds:
            raise ValueError(message("{place} is out of range", place=f"card.{name}"))
    return card


def _typed(value: Any, kind: Any, place: str) -> Any:
    """The value as its type says: tables as dataclasses, arrays as tuples."""
    origin, inner = get_origin(kind), get_args(kind)
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        return _dataclass(value, kind, place)
    if origin in (Union, UnionType):
        return _typed(value, next(one for one in inner if one is not type(None)), place)
    if origin is Literal:
        return value if value in inner and isinstance(value, str) else _refuse(place)
    if origin is tuple:
        return _tuple(value, inner, place)
    if kind is Any:
        return _plain(value, place)
    if origin is not None:  # a mapping
        return _mapping(value, inner[1], place)
    return _scalar(value, kind, place)


def _dataclass(value: Any, kind: Any, place: str) -> Any:
    if not isinstance(value, dict):
        return _refuse(place)
    hints = get_type_hints(kind)
    unknown = [name for name in value if name not in hints]
    required = [
        one.name
        for one in dataclasses.fields(kind)
        if one.default is dataclasses.MISSING and one.default_factory is dataclasses.MISSING
    ]
    missing = [name for name in required if name not in value]
    if unknown or missing:
        raise ValueError(message("{place} is missing or unknown", place=f"{place}.{(unknown or missing)[0]}"[:200]))
    return kind(**{name: _typed(part, hints[name], f"{place}.{name}") for name, part in value.items()})


def _tuple(value: Any, inner: tuple[Any, ...], place: str) -> tuple[Any, ...]:
    has_length = len(inner) != 2 or inner[1] is not Ellipsis
    if not isinstance(value, (list, tuple)) or len(value) > _MOST_ITEMS or (has_length and len(value) != len(inner)):
        return _refuse(place)
    kinds = inner if has_length else (inner[0],) * len(value)
    return tuple(_typed(part, one, place) for part, one in zip(value, kinds, strict=True))


def _mapping(value: Any, inner: Any, place: str) -> dict[str, Any]:
    if not isinstance(value, dict) or len(value) > _MOST_ITEMS:
        return _refuse(place)
    return {_scalar(name, str, place): _typed(part, inner, place) for name, part in value.items()}


def _scalar(value: Any, kind: Any, place: str) -> Any:
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        value = float(value) if abs(value) <= _LARGEST_NUMBER else math.inf
    if type(value) is not kind:
        return _refuse(place)
    if isinstance(value, str):
        return value if len(value) <= _LONGEST_TEXT else _refuse(place)
    return value if kind is bool or abs(value) <= _LARGEST_NUMBER else _refuse(place)  # NaN is not either


def _plain(value: Any, place: str, depth: int = 0) -> Any:
    """A value of a network's configuration: a number, a text, or a few of them."""
    if isinstance(value, (list, tuple)) and depth < _DEEPEST and len(value) <= _MOST_ITEMS:
        return tuple(_plain(part, place, depth + 1) for part in value)
    return _scalar(value, type(value), place) if isinstance(value, (bool, int, float, str)) else _refuse(place)


def _refuse(place: str) -> Any:
    raise ValueError(message("{place} has a value of the wrong kind", place=place[:200]))
