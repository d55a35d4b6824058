"""Which of a face's points belong together."""

from __future__ import annotations

# The groups of iBUG 300-W's 68 points: first, last, and whether the line closes.
_GROUPS: tuple[tuple[int, int, bool], ...] = (
    (0, 16, False),  # jaw
    (17, 21, False),  # right brow
    (22, 26, False),  # left brow
    (27, 30, False),  # bridge of the nose
    (31, 35, False),  # below the nose
    (36, 41, True),  # right eye
    (42, 47, True),  # left eye
    (48, 59, True),  # lips, outer
    (60, 67, True),  # lips, inner
)
_IBUG_POINTS = 68


def lines_between(count: int) -> tuple[tuple[int, int], ...]:
    """Lines as pairs of indices: the outlines for the 68 points of iBUG 300-W, none for another number."""
    if count != _IBUG_POINTS:
        return ()
    lines: list[tuple[int, int]] = []
    for first, last, is_closed in _GROUPS:
        lines += [(point, point + 1) for point in range(first, last)]
        if is_closed:
            lines.append((last, first))
    return tuple(lines)
