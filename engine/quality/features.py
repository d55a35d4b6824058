"""What the quality network is given of a face: its spectrum, and what was measured on the photo's own grid."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.quality.comb import TORN, comb_strength, fields_averaged
from engine.quality.face_luma import FaceLuma
from engine.quality.jpeg_grid import FEATURES, grid_features
from engine.quality.screen import screen_period
from engine.quality.spectrum import BIN_COUNT, BINS, STATISTICS, Spectrum, face_spectrum
from engine.types import Floats

PLACES = BIN_COUNT + 1  # the bins, and the end of what the photo's px can show
CHANNELS = STATISTICS + 5
WHOLE = FEATURES + 3
PER_SCREEN = 1.2  # px of detail that a printed dot shows: what is finer than 0.6 cycles a dot goes with the screen
STRENGTH = 4.0  # a usual logarithm of the spectrum
MIDDLE, REACH = 5.0, 4.0  # log2 of cycles a face


@dataclass(frozen=True)
class FaceFeatures:
    """`side`: of the tight square, px; `grid`: `engine.quality.jpeg_grid`; `comb` and `screen_px` as `FaceQuality`."""

    spectrum: Spectrum
    side: float
    grid: Floats
    comb: float
    screen_px: float


def face_features(luma: FaceLuma) -> FaceFeatures:
    """What is measured of one face. Torn fields are averaged before its spectrum is taken."""
    screen_px = screen_period(luma.part)
    comb = 0.0 if screen_px else comb_strength(luma.part)  # the rows of a fine screen look torn
    face = fields_averaged(luma.face) if comb > TORN else luma.face
    return FaceFeatures(
        spectrum=face_spectrum(face, luma.side),
        side=luma.side,
        grid=grid_features(luma.part),
        comb=comb,
        screen_px=screen_px,
    )


def bins_input(features: FaceFeatures) -> Floats:
    """The network's first input for one face, `(CHANNELS, PLACES)`; the last channel but one says what is there, the
    last is log2 of cycles a face."""
    count, spectrum = features.spectrum.count, features.spectrum
    end = np.log2(features.side / 2)
    places = np.minimum(np.append(BINS, end), end)
    places[count:] = end
    inputs = np.zeros((CHANNELS, PLACES), np.float32)
    inputs[:STATISTICS, :count] = spectrum.levels[:, :count] / STRENGTH
    inputs[STATISTICS, :count] = spectrum.likeness[:count]
    if features.screen_px:
        inputs[STATISTICS + 1] = places > np.log2(PER_SCREEN / 2 * features.side / features.screen_px)
    inputs[STATISTICS + 2] = (places - end) / REACH
    inputs[STATISTICS + 3] = np.arange(PLACES) <= count
    inputs[STATISTICS + 4] = places
    return inputs


def whole_input(features: FaceFeatures) -> Floats:
    """The network's second input for one face, `(WHOLE,)`."""
    screen = np.log2(features.screen_px) if features.screen_px else 0.0
    side = (np.log2(features.side / 2) - MIDDLE) / REACH
    return np.array([*features.grid, features.comb, screen, side], np.float32)
