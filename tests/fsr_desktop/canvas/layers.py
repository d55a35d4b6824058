"""Layers to show on a canvas."""

from __future__ import annotations

import numpy as np

from fsr_desktop.canvas.scene import PlacedPatch


def unseen_patch(scale: int) -> PlacedPatch:
    """A face that has the photo shown enlarged, and changes nothing of it."""
    return PlacedPatch(0, 0, np.zeros((1, 1, 3), np.uint8), np.zeros((1, 1), np.float32), 1.0, "unseen", scale)
