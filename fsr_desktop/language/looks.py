"""What a user reads for a model: its plain name, and in a few words what it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from fsr_desktop.language.messages import shown_of_card

if TYPE_CHECKING:
    from engine.models.registry import InstalledModel

translate = QCoreApplication.translate


def look_of(model: InstalledModel) -> str:
    """The model's plain name, as "Natural"; its title where its card was written before it had one."""
    return shown_of_card(model.card.look or model.card.title, model)


def range_of(model: InstalledModel) -> str:
    """The sizes of the faces that it is made for, as "8–64 px"."""
    low, high = model.card.useful_range
    return translate("Looks", "{low}–{high} px").format(low=low, high=high)


def said_of(model: InstalledModel) -> str:
    """One line below its name, as "8–64 px, invents little"."""
    said = shown_of_card(model.card.said, model) or _whose(model)
    return translate("Looks", "{range}, {said}").format(range=range_of(model), said=said) if said else range_of(model)


def _whose(model: InstalledModel) -> str:
    if model.source == "shipped":
        return ""
    return translate("Looks", "your own") if model.card.parent else translate("Looks", "imported by you")
