"""How many panes of looks stand in a row."""

from __future__ import annotations

LEAST_SHARE = 0.75  # of the largest picture: for a row with fewer below it, so much smaller ones are taken
LEAST_WIDTH = 480  # px of a pane in such a row
FOOT = 64  # px of a pane below its picture


def columns_for(count: int, *, width: int, height: int) -> int:
    """Panes in a row for `count` of them in so many px.

    Faces in one row are compared best, eye beside eye; but not at the price of pictures that are much smaller, nor
    with a last row of one beside empty places.
    """
    usual = 2 if count <= 4 else 3
    if count <= usual or width < count * LEAST_WIDTH:
        return min(count, usual)
    in_one_row = picture_side(count, count, width=width, height=height)
    return count if in_one_row >= LEAST_SHARE * picture_side(count, usual, width=width, height=height) else usual


def picture_side(count: int, columns: int, *, width: int, height: int) -> float:
    """Side in px of the square that each pane has room for."""
    rows = -(-count // columns)
    return max(0.0, min(width / columns, height / rows - FOOT))
