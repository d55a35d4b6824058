"""What the engine says, in the window's language: its templates translated, numbers as the language has them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from engine.explain.captions import CAPTIONS
from engine.messages import MINUS, Language, Message, filled, templates_in

if TYPE_CHECKING:
    from engine.explain.overlay import Overlay
    from engine.models.registry import InstalledModel

CONTEXT = "Engine"  # of all its templates; packaging/scripts/update_translations.py collects them


_names: dict[str, str] = {}  # of the looks, by the id of the model


def name_looks(names: Mapping[str, str]) -> None:
    """From now on, a message that speaks of a `model` calls it by these names."""
    _names.clear()
    _names.update(names)


def shown(said: Message) -> str:
    """A message as the user reads it; "" for nothing."""
    return filled(_with_names(said), _translated, decimal_sign=QLocale().decimalPoint(), minus=MINUS)


def _with_names(said: Message) -> Message:
    if not _names:
        return said
    values = tuple((name, _named(name, value)) for name, value in said.values)
    return said if values == said.values else replace(said, values=values)


def _named(name: str, value: object) -> object:
    if isinstance(value, Message):
        return _with_names(value)
    return _names.get(value, value) if name == "model" and isinstance(value, str) else value


def shown_of_card(text: str, model: InstalledModel) -> str:
    """A text of a model's card; that of a model which the user made or imported stays as it is."""
    return _translated(text) if model.source == "shipped" else text


def window_language(overlays: Sequence[Overlay] = ()) -> Language:
    """The window's language for pictures that the engine writes on, with the names of these overlays."""
    templates = {*CAPTIONS.values(), *(text for overlay in overlays for text in _templates_of(overlay))}
    return Language(
        templates={text: _translated(text) for text in sorted(templates)}, decimal_sign=QLocale().decimalPoint()
    )


def _templates_of(overlay: Overlay) -> set[str]:
    names: tuple[Message, ...] = getattr(overlay, "names", ())
    unit: Message | None = getattr(overlay, "unit", None)
    return {text for said in (overlay.title, *names, *([unit] if unit else [])) for text in templates_in(said)}


def _translated(text: str) -> str:
    return QCoreApplication.translate(CONTEXT, text) if text else ""
