"""What a pane can show: a model, or a plain enlargement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from fsr_desktop.language.looks import look_of, range_of, said_of

if TYPE_CHECKING:
    from engine.explain.plain_looks import PlainLook
    from engine.models.registry import InstalledModel

PANES = 4
translate = QCoreApplication.translate


@dataclass(frozen=True, eq=False)
class LookChoice:
    """`key` is a model's id, or that of a plain enlargement; `made_for` the sizes of its faces; `said` what it does;
    `plain` how it enlarges, None for a model."""

    key: str
    title: str
    made_for: str
    said: str
    model: InstalledModel | None = None
    plain: PlainLook | None = None

    @property
    def is_for_study(self) -> bool:
        """Whether it is there to be studied, not for everyday photos."""
        return self.model is not None and self.model.card.for_study


def look_choices(models: Sequence[InstalledModel]) -> tuple[LookChoice, ...]:
    """The looks of the models, in their order, and the plain enlargements."""
    found = [LookChoice(one.card.id, look_of(one), range_of(one), said_of(one), model=one) for one in models]
    said = translate("Looks", "no model: nothing is guessed")
    bicubic = LookChoice("plain:bicubic", translate("Looks", "Bicubic"), "", said, plain="bicubic")
    lanczos = LookChoice("plain:lanczos", translate("Looks", "Lanczos"), "", said, plain="lanczos")
    return (*found, bicubic, lanczos)


def first_panes(choices: Sequence[LookChoice]) -> tuple[str, ...]:
    """The looks that the panes begin with."""
    return tuple(choice.key for choice in choices[:PANES])
