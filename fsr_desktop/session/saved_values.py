"""Values taken out of JSON that somebody may have changed: of the type asked for, or an error says which is not."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import cast

import numpy as np
from numpy.typing import NDArray


class SavedObject:
    """A JSON object with typed access. Its methods raise ValueError for a value that is missing or of another kind."""

    def __init__(self, value: object) -> None:
        if not isinstance(value, dict):
            raise ValueError(f"expected an object, found {type(value).__name__}")
        self._values = cast("Mapping[str, object]", value)

    def has(self, name: str) -> bool:
        """Whether there is such a value; one that newer programs write is missing in older files."""
        return name in self._values

    def is_none(self, name: str) -> bool:
        """Whether the value is null."""
        return self._value(name) is None

    def text(self, name: str) -> str:
        """A text that is not empty."""
        value = self._value(name)
        if not isinstance(value, str) or not value or "\0" in value:
            raise ValueError(f'"{name}" is no text')
        return value

    def text_or_none(self, name: str) -> str | None:
        """A text that is not empty, or null."""
        return None if self.is_none(name) else self.text(name)

    def yes_no(self, name: str) -> bool:
        """True or false."""
        value = self._value(name)
        if not isinstance(value, bool):
            raise ValueError(f'"{name}" is neither true nor false')
        return value

    def number(self, name: str, *, low: float, high: float) -> float:
        """A number from `low` to `high`."""
        value = self._value(name)
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not low <= value <= high:
            raise ValueError(f'"{name}" is no number from {low:g} to {high:g}')
        return float(value)

    def whole(self, name: str, *, low: int, high: int) -> int:
        """A whole number from `low` to `high`."""
        value = self.number(name, low=low, high=high)
        if value != int(value):
            raise ValueError(f'"{name}" is no whole number')
        return int(value)

    def numbers(self, name: str, shape: tuple[int, ...]) -> NDArray[np.float64]:
        """An array of finite numbers of that shape."""
        try:
            array = np.array(self._value(name), dtype=np.float64)
        except (TypeError, ValueError, OverflowError) as error:
            raise ValueError(f'"{name}" are no numbers') from error
        if array.shape != shape or not all(math.isfinite(number) for number in array.ravel()):
            raise ValueError(f'"{name}" are not {" x ".join(map(str, shape))} numbers')
        return array

    def objects(self, name: str) -> list[SavedObject]:
        """A list of objects."""
        value = self._value(name)
        if not isinstance(value, list):
            raise ValueError(f'"{name}" is no list')
        return [SavedObject(entry) for entry in cast("list[object]", value)]

    def object_or_none(self, name: str) -> SavedObject | None:
        """An object, or null."""
        return None if self.is_none(name) else SavedObject(self._value(name))

    def _value(self, name: str) -> object:
        if name not in self._values:
            raise ValueError(f'"{name}" is missing')
        return self._values[name]
