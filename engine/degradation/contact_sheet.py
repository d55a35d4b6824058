"""What a recipe does to a face, as one picture to look at: each effect alone, then everything together."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import cast

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from engine.degradation.blind import make_pair
from engine.degradation.damage import DamageMasks
from engine.degradation.recipe import BlurRecipe, DegradationRecipe, Effect

Floats = NDArray[np.float32]
Range = tuple[float, float]
_Steps = list[tuple[str, DegradationRecipe]]  # of one effect: a caption, and a recipe of it alone

STRENGTHS = 3  # low, middle, high
COLUMNS = 2 * STRENGTHS  # tiles: two effects, or the random draws
DRAWS = 1000  # number of the first random draw's generator, above those of the effects
SMALLEST_TILE = 240  # px; smaller faces are shown at a whole multiple of their size
GAP, LINE = 8, 19  # px between tiles; height of a caption's line
PAPER, INK = (246, 246, 244), (20, 20, 20)
FONT_SIZE = 14

_BLUR_CAPTIONS = {
    "gaussian": "sigma {:.1f} px at 512",
    "average": "window {:.1f} px at 512",
    "median": "window {:.1f} px at 512",
    "motion": "line {:.1f} px at 512",
}
_CAPTIONS = {  # of each `Effect` of `DegradationRecipe`, its amount with its unit
    "grey": "{:.0%} of the colour gone",
    "sepia": "{:.0%} of the colour brown",
    "fading": "{:.0%} of the contrast lost",
    "paper": "relief {:.1%} of brightness",
    "halftone": "dots {:.1f} px apart",
    "dust": "specks: {:.0f}",
    "scratches": "lines: {:.0f}",
    "damage": "masks: {:.0f}",
    "grain": "std {:.1f} of 255 in mid-grey",
    "noise": "std {:.1f} of 255",
    "jpeg": "quality {:.0f}",
}


@dataclass(frozen=True)
class _Tile:
    title: str
    value: str
    image: Floats


def contact_sheet(
    face: Floats, recipe: DegradationRecipe, *, face_px: float, seed: int, damage: DamageMasks | None = None
) -> NDArray[np.uint8]:
    """The face, each effect that the recipe switches on at the low, middle and high end of its range, six random draws.

    Blurs and tones are shown without reduction; marks, noise and JPEG at the largest size that the recipe reduces to.
    The three strengths of an effect share their other draws (place, angle), so that only the strength differs.

    Args: face: `(H, W, 3)` RGB in [0, 1]. face_px: side of the whole face crop at the scale of `face`, as for
    `make_pair`. seed: not negative; the same seed gives the same sheet. damage: without it none is shown.
    Returns: `(h, w, 3)` RGB, labelled; about 1,500 px wide.
    """
    if damage is None:
        recipe = replace(recipe, damage=Effect())
    whole = math.ceil(face_px)
    quiet = DegradationRecipe(lr_range=(whole, whole))
    small = min(whole, recipe.lr_range[1])
    groups: list[list[_Tile]] = [[_Tile("the face", f"crop of {face_px:.0f} px", face)]]
    for number, (title, steps) in enumerate(_effects(recipe, quiet, side_px=small, whole_px=whole)):
        groups.append([_tile(face, alone, face_px, [seed, number], title, value, damage) for value, alone in steps])
    draws = [
        _tile(face, recipe, face_px, [seed, DRAWS + n], "all together", f"seed {seed}, draw {n + 1}", damage)
        for n in range(COLUMNS)
    ]
    return _paste([*groups, draws])


def _effects(
    recipe: DegradationRecipe, quiet: DegradationRecipe, *, side_px: int, whole_px: int
) -> Iterator[tuple[str, _Steps]]:
    """For each effect that is on: its title, and captions and recipes of it alone from weak to strong."""
    for name in ("grey", "sepia", "fading"):
        yield from _steps(recipe, quiet, name, title=name)
    if recipe.blur.probability > 0:
        for kind in recipe.blur.kinds:
            span = cast(Range, getattr(recipe.blur, kind))
            steps = [
                (_BLUR_CAPTIONS[kind].format(value), replace(quiet, blur=_only_blur(kind, value)))
                for value in _strengths(span)
            ]
            yield f"{kind} blur", steps
    for reduction in recipe.reductions:
        low, high = recipe.lr_range
        sides = sorted({min(whole_px, side) for side in (low, round(math.sqrt(low * high)), high)})
        yield (
            f"{reduction} reduction",
            [(f"to {side} px", replace(quiet, lr_range=(side, side), reductions=(reduction,))) for side in sides],
        )
    at_small = replace(quiet, lr_range=(side_px, side_px))
    for name in ("paper", "halftone", "dust", "scratches", "grain", "damage", "noise", "jpeg"):
        yield from _steps(recipe, at_small, name, title=f"{name}, at {side_px} px")


def _only_blur(kind: str, value: float) -> BlurRecipe:
    return replace(BlurRecipe(probability=1.0), kinds=(kind,), **{kind: (value, value)})


def _steps(
    recipe: DegradationRecipe, base: DegradationRecipe, name: str, *, title: str
) -> Iterator[tuple[str, _Steps]]:
    effect = cast(Effect, getattr(recipe, name))
    if effect.probability > 0:
        steps = [
            (_CAPTIONS[name].format(value), replace(base, **{name: Effect(probability=1.0, amount=(value, value))}))
            for value in _strengths(effect.amount)
        ]
        yield title, steps


def _strengths(span: Range) -> list[float]:
    low, high = span
    return [low] if low == high else [low, (low + high) / 2, high]


def _tile(
    face: Floats,
    recipe: DegradationRecipe,
    face_px: float,
    seed: Sequence[int],
    title: str,
    value: str,
    damage: DamageMasks | None,
) -> _Tile:
    low, _ = make_pair(face, recipe, np.random.default_rng(seed), face_px=face_px, damage=damage)
    return _Tile(title, value, low)


def _paste(groups: Sequence[Sequence[_Tile]]) -> NDArray[np.uint8]:
    """The groups from left to right and from top to bottom, each in half a row; the last has a row of its own."""
    height, width = groups[0][0].image.shape[:2]
    zoom = max(1, math.ceil(SMALLEST_TILE / width))
    step_x, step_y = zoom * width + GAP, zoom * height + 2 * LINE + GAP
    rows = math.ceil((len(groups) - 1) / 2) + 1
    sheet = Image.new("RGB", (COLUMNS * step_x + GAP, rows * step_y + GAP), PAPER)
    draw, font = ImageDraw.Draw(sheet), ImageFont.load_default(FONT_SIZE)
    for number, tiles in enumerate(groups):
        row, half = (rows - 1, 0) if tiles is groups[-1] else divmod(number, 2)
        for column, tile in enumerate(tiles, start=half * STRENGTHS):
            left, top = GAP + column * step_x, GAP + row * step_y
            draw.text((left, top), tile.title, fill=INK, font=font)
            draw.text((left, top + LINE - 2), tile.value, fill=INK, font=font)
            sheet.paste(_picture(tile.image, zoom), (left, top + 2 * LINE))
    return np.asarray(sheet)


def _picture(image: Floats, zoom: int) -> Image.Image:
    stored = np.rint(np.clip(image, 0, 1) * 255).astype(np.uint8)
    return Image.fromarray(stored.repeat(zoom, axis=0).repeat(zoom, axis=1))
