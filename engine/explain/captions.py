"""The words in figures, comparisons and animations: English, or what the window gives in its own language. Light."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import cast

MINUS = "\N{MINUS SIGN}"


@dataclass(frozen=True, kw_only=True)
class Captions:
    """Texts whose `{names}` are filled in by `filled`, and how numbers are written.

    `names` holds, for overlays' titles, units and names of bars as the engine has them, what is written instead; what
    is not in it is written as it is.
    """

    input: str = "Input"
    input_size: str = "{length} px of the photo, bicubic to {side} px"
    restoration: str = "Restoration"
    restoration_by: str = "Restoration: {model}"
    size: str = "{length} px"
    size_shown: str = "{length} px, bicubic to {side} px"
    before: str = "before"
    after: str = "after: {models}"
    values: str = "{count} values"
    map_size: str = "map of {width} × {height} px"
    picture_size: str = "{width} × {height} px"
    opacity: str = "{percent}% over the restoration"
    scale_bar: str = "{length} px of the photo"
    model: str = "Model: {model}."
    notice: str = "A restored face is a likely face, not the true one."
    decimal_sign: str = "."
    names: Mapping[str, str] = field(default_factory=dict[str, str])

    def name(self, text: str) -> str:
        """What is written for a name of the engine's."""
        return self.names.get(text, text)

    def number(self, value: float) -> str:
        """A number in few characters: 0.25, 1, −0.04."""
        text = f"{value:.3g}"
        return "0" if float(text) == 0 else text.replace("-", MINUS).replace(".", self.decimal_sign)


ENGLISH = Captions()


def filled(text: str, values: Mapping[str, str | int]) -> str:
    """The text with each `{name}` of `values` replaced; other braces stay as they are."""
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", str(value))
    return text


def captions_as_fields(captions: Captions) -> dict[str, object]:
    """For JSON, what `captions_of_fields` reads."""
    return asdict(captions)


def captions_of_fields(given: object) -> Captions:
    """What `captions_as_fields` gave; a text that is missing is English. Raises: TypeError if one is no text."""
    if not isinstance(given, dict):
        raise TypeError(f"expected texts by name, got {type(given).__name__}")
    texts = cast("dict[str, object]", given)
    names = texts.get("names", {})
    if not isinstance(names, dict):
        raise TypeError(f"expected names, got {type(names).__name__}")
    own = {one.name for one in fields(Captions)} - {"names"}
    words = {name: value for name, value in texts.items() if name in own}
    pairs = cast("dict[object, object]", names)
    if not all(isinstance(text, str) for text in (*words.values(), *pairs, *pairs.values())):
        raise TypeError("expected texts alone")
    return Captions(**cast("dict[str, str]", words), names=cast("dict[str, str]", pairs))  # pyright: ignore[reportArgumentType]
