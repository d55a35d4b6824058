"""Numbers as the user reads them: with the decimal sign of the window's language and a proper minus sign.

`fsr_desktop.languages` sets the locale that is used here.
"""

from __future__ import annotations

from PySide6.QtCore import QLocale


def decimal(value: float, digits: int) -> str:
    """With so many digits after the decimal sign: 2.50, in German 2,50."""
    return _signed(QLocale().toString(float(value), "f", digits))


def significant(value: float, digits: int = 3) -> str:
    """With at most so many digits that count: 0.05, in German 0,05."""
    return _signed(QLocale().toString(float(value), "g", digits))


def _signed(text: str) -> str:
    return text.replace("-", "−")
