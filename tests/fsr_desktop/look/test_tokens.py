"""The contrast of the tokens: each pair that the window shows, with the least that WCAG 2.2 or the design wants."""

from __future__ import annotations

from dataclasses import fields

import pytest
from PySide6.QtGui import QColor

from fsr_desktop.look.tokens import CONTRAST, DARK, LIGHT, Tokens

THEMES = {"dark": DARK, "light": LIGHT, "contrast": CONTRAST}
PAIRS = [
    *[("text", ground, 4.5) for ground in ("panel", "bar", "canvas", "raised", "hover", "pressed", "field", "toast")],
    *[("text", ground, 4.5) for ground in ("button", "button_hover", "button_pressed", "track")],
    *[("text2", ground, 4.5) for ground in ("panel", "bar", "toast", "hover", "field")],
    ("accent_text", "accent", 4.5), ("accent_text", "accent_hover", 4.5), ("accent", "bar", 3.0),
    ("sel_text", "sel", 4.5), ("sel_edge", "track", 3.0), ("ring_text", "ring", 4.5),
    *[("ring", ground, 3.0) for ground in ("panel", "canvas", "bar", "field", "toast")],
    ("ring", "panel", 4.5), ("ring", "toast", 4.5),  # links
    ("outline", "panel", 3.0), ("outline", "field", 3.0), ("fill", "groove", 3.0), ("handle", "panel", 3.0),
    *[(sign, ground, 4.5) for sign in ("ok", "warn", "bad") for ground in ("panel", "bar", "toast")],
    *[(sign, "disc", 4.5) for sign in ("chip_ok", "chip_warn", "chip_bad", "chip_info", "chip_text")],
    ("disabled", "panel", 3.0), ("tip_text", "tip", 4.5), ("menu_row_text", "menu_row", 4.5),
]  # fmt: skip
MEASURED = {  # of the design sheet: dark, light, contrast
    ("text", "panel"): (12.4, 15.8, 21), ("text", "bar"): (13.0, 15.0, 21), ("text", "canvas"): (14.4, 10.1, 21),
    ("text", "raised"): (9.9, 13.4, 21), ("text2", "panel"): (6.7, 6.6, 14.2), ("text2", "bar"): (7.1, 6.3, 14.2),
    ("text2", "toast"): (6.1, 7.2, 14.2), ("text2", "hover"): (4.6, 5.1, 8.9),
    ("accent_text", "accent"): (5.1, 6.2, 16.1), ("accent_text", "accent_hover"): (4.7, 7.5, 18.2),
    ("accent", "bar"): (3.1, 5.4, 16.1), ("sel_text", "sel"): (7.2, 17.2, 16.1),
    ("sel_edge", "track"): (5.3, 3.4, 16.1),
    ("ring", "panel"): (6.7, 5.7, 16.1), ("ring", "canvas"): (7.8, 3.6, 16.1), ("outline", "panel"): (3.7, 3.9, 21),
    ("fill", "groove"): (3.3, 3.0, 3.5), ("ok", "panel"): (7.4, 4.9, 15), ("warn", "panel"): (7.8, 5.4, 15),
    ("bad", "panel"): (6.2, 6.0, 11), ("disabled", "panel"): (3.5, 3.3, 7.7),
}  # fmt: skip
COLOURED = {
    "accent", "accent_hover", "ring", "ok", "warn", "bad", "chip_ok", "chip_warn", "chip_bad", "chip_info",
}  # fmt: skip


def luminance(colour: QColor) -> float:
    """WCAG 2.2, relative luminance."""
    parts = [colour.redF(), colour.greenF(), colour.blueF()]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: QColor | str, other: QColor | str) -> float:
    low, high = sorted((luminance(QColor(one)), luminance(QColor(other))))
    return (high + 0.05) / (low + 0.05)


def over_white(colour: str) -> QColor:
    """A chip as it looks over the brightest photo."""
    seen = QColor(colour)
    parts = [255 + seen.alphaF() * (part - 255) for part in (seen.red(), seen.green(), seen.blue())]
    return QColor(*(round(part) for part in parts))


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("one", "ground", "least"), PAIRS, ids=lambda value: str(value))
def test_what_is_shown_can_be_seen(name, one, ground, least):
    assert ratio(getattr(THEMES[name], one), getattr(THEMES[name], ground)) >= least


@pytest.mark.parametrize("pair", MEASURED, ids="-".join)
def test_the_colours_are_those_of_the_design(pair):
    found = [ratio(getattr(theme, pair[0]), getattr(theme, pair[1])) for theme in THEMES.values()]
    for seen, wanted in zip(found, MEASURED[pair], strict=True):
        assert seen == pytest.approx(wanted, abs=0.06 if isinstance(wanted, float) else 0.5)


@pytest.mark.parametrize("name", THEMES)
def test_labels_can_be_read_over_the_brightest_photo(name):
    ground = over_white(THEMES[name].chip)
    for words in ("chip_text", "chip_text2", "chip_warn"):
        assert ratio(getattr(THEMES[name], words), ground) >= 4.5


@pytest.mark.parametrize("name", ["dark", "light"])
def test_all_but_accent_ring_and_signs_is_neutral_grey(name):
    tokens: Tokens = THEMES[name]
    for one in fields(Tokens):
        if one.name not in COLOURED:
            assert QColor(getattr(tokens, one.name)).hsvSaturation() == 0, one.name


def test_every_token_is_a_colour():
    for tokens in THEMES.values():
        assert all(QColor(value).isValid() for value in vars(tokens).values())
