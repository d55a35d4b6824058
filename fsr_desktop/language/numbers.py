"""Numbers as the user reads them: with the decimal sign of the window's language and a proper minus sign.

`fsr_desktop.language.install` sets the locale that is used here.
"""

from __future__ import annotations

from PySide6.QtCore import QLocale

MINUS = "−"


def decimal(value: float, digits: int) -> str:
    """With so many digits after the decimal sign: 2.50, in German 2,50."""
    return _signed(QLocale().toString(float(value), "f", digits))


def difference(value: float, digits: int) -> str:
    """As `decimal`, with a plus sign too: +0.50, in German +0,50."""
    shown = decimal(value, digits)
    return shown if shown.startswith(MINUS) else f"+{shown}"


def significant(value: float, digits: int = 3) -> str:
    """With at most so many digits that count: 0.05, in German 0,05; a larger number whole, never as a power of ten."""
    if abs(value) >= 10**digits - 0.5:
        return decimal(value, 0)
    return _signed(QLocale().toString(float(value), "g", digits))


def minutes(seconds: float) -> str:
    """A time as a clock shows it: 0:21, 12:05, 1:02:03."""
    whole = round(max(0.0, seconds))
    hours, rest = divmod(whole, 3600)
    return f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60}:{rest % 60:02}"


def _signed(text: str) -> str:
    return text.replace("-", MINUS)
