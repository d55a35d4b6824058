"""What sizes the networks that enlarge a face step by step can have, for the configurations of several families."""

from __future__ import annotations

import math

from engine.errors import ModelError


def check_sizes(*, size: int, scale: int, map_size: int, halvings: int) -> None:
    """Raises: ModelError for sizes in px that do not fit. Args: map_size: of the maps that hourglasses halve."""
    if size % scale or scale < 4 or scale % 4:
        raise ModelError(
            "Expected a size that is a multiple of scale, and a scale of 4, 8 or 16; got {size} and {scale}.",
            hint="The paper has 128 and 8.",
            size=size,
            scale=scale,
        )
    if map_size % 2**halvings:
        raise ModelError(
            "Maps of {size} px cannot be halved {times} times.",
            hint="Choose an hourglass_depth of at most {depth}.",
            size=map_size,
            times=halvings,
            depth=int(math.log2(map_size & -map_size)),
        )
