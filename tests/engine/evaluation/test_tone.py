"""Grey or colour, old or modern, from the pixels."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.evaluation.tone import colour_beyond_tone, kinds_of


def test_a_grey_picture_and_its_sepia_print_are_old_and_a_colour_photo_is_modern(faces: NDArray[np.float32]) -> None:
    grey = np.repeat(faces[0] @ np.array([[0.299], [0.587], [0.114]], np.float32), 3, axis=2)
    sepia = np.clip(grey * np.array([1.07, 0.96, 0.74], np.float32), 0, 1)
    assert kinds_of(grey, is_grey=False) == ("grey", "old")
    assert kinds_of(sepia, is_grey=False) == ("colour", "old")
    assert kinds_of(faces[0], is_grey=False) == ("colour", "modern")
    assert kinds_of(faces[0], is_grey=True) == ("grey", "old")


def test_colour_that_follows_from_brightness_is_explained_completely() -> None:
    y = np.linspace(0.1, 0.8, 64, dtype=np.float32).reshape(8, 8, 1)
    assert colour_beyond_tone(np.concatenate([y * 1.1, y, y * 0.7], axis=2)) < 0.01
    assert colour_beyond_tone(np.random.default_rng(0).random((8, 8, 3), dtype=np.float32)) > 20
