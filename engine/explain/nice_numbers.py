"""Round numbers for the ends of axes and for scale bars."""

from __future__ import annotations

import math

_ENDS = (1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)
_LENGTHS = (1, 2, 5)
_TOLERANCE = 1e-6  # of a value: 0.3 is not rounded up because it came as 0.30000001


def nice_above(value: float) -> float:
    """The smallest round number that is not below `value`: 0.0331 -> 0.04. 1 for 0 and what is not a number."""
    if not math.isfinite(value) or value <= 0:
        return 1.0
    power = math.floor(math.log10(value))
    lead = value / 10.0**power
    end = next(end for end in _ENDS if end >= lead * (1 - _TOLERANCE))
    return float(f"{end * 10.0**power:.6g}")


def nice_length(most: float) -> int:
    """The largest of 1, 2, 5, 10, 20, 50, ... that is not above `most`; at least 1."""
    if not math.isfinite(most) or most < 1:
        return 1
    power = int(10 ** math.floor(math.log10(most)))
    return max(length * power for length in _LENGTHS if length * power <= most)
