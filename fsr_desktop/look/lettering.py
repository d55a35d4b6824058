"""The window's letters: Inter, shipped with the program, in five sizes that grow with the setting "Text size"."""

from __future__ import annotations

import sys
from typing import Literal

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QWidget

from engine.paths import resources_folder

Lettering = Literal["body", "small", "head", "sentence", "title"]
Ink = Literal["text", "text2", "ok", "warn", "bad"]

PX: dict[Lettering, int] = {"body": 13, "small": 11, "head": 15, "sentence": 14, "title": 26}  # at 96 dots an inch
BOLD: tuple[Lettering, ...] = ("head", "title")
FAMILY = "Inter"
FALLBACKS = ("Noto Sans", "Segoe UI", "Helvetica Neue", "DejaVu Sans", "sans-serif")
FIGURES_OF_ONE_WIDTH = QFont.Tag("tnum")
POINTS_PER_PX = 1.0 if sys.platform == "darwin" else 0.75


def load_fonts() -> bool:
    """Make Inter known to Qt; says whether it is. Without it, the next of the fallbacks is taken."""
    files = sorted((resources_folder() / "fonts" / "inter").glob("*.ttf"))
    return bool(files) and min(QFontDatabase.addApplicationFont(str(file)) for file in files) >= 0


def body_font(percent: int) -> QFont:
    """The font of the whole program at that text size."""
    font = QFont([FAMILY, *FALLBACKS])
    font.setPointSizeF(points("body", percent))
    font.setFeature(FIGURES_OF_ONE_WIDTH, 1)
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return font


def points(lettering: Lettering, percent: int) -> float:
    """The size of these letters in points."""
    return PX[lettering] * POINTS_PER_PX * percent / 100


def text_scale() -> float:
    """How much larger than usual text is now: what is as wide as its words grows with it."""
    return QApplication.font().pointSizeF() / points("body", 100)


def font_of(lettering: Lettering = "body", weight: QFont.Weight | None = None) -> QFont:
    """The font to paint these letters with, at the text size of now."""
    font = QFont(QApplication.font())
    font.setPointSizeF(font.pointSizeF() * PX[lettering] / PX["body"])
    usual = QFont.Weight.DemiBold if lettering in BOLD else QFont.Weight.Normal
    font.setWeight(usual if weight is None else weight)
    return font


def write_in(widget: QWidget, lettering: Lettering = "body", ink: Ink = "text") -> None:
    """Show a label in these letters and this colour, also after the theme or the text size has changed."""
    if (widget.property("lettering"), widget.property("ink")) != (lettering, ink):
        widget.setProperty("lettering", lettering)
        widget.setProperty("ink", ink)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
