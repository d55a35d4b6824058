"""Measuring what a face in a photo really shows."""

from __future__ import annotations

import math

import numpy as np

from engine.quality.comb import comb_strength
from engine.quality.face_luma import face_luma
from engine.quality.face_quality import FaceQuality
from engine.quality.screen import screen_period
from engine.quality.spectrum import BINS, PER_OCTAVE, Spectrum, face_spectrum
from engine.types import Face, Floats, Pixels


def measure_face(pixels: Pixels, face: Face) -> FaceQuality:
    """The quality of one face. Args: pixels: `(H, W, 3)` RGB, uint8 or uint16; face: in px of it."""
    luma = face_luma(pixels, face)
    spectrum = face_spectrum(luma.face, luma.side)
    roll_rad, yaw = _turns(face)
    return FaceQuality(
        width_px=luma.side,
        detail_px=min(luma.side, _detail(spectrum)),
        noise=_noise(spectrum, luma.side),
        screen_px=screen_period(luma.part),
        comb=comb_strength(luma.part),
        roll_rad=roll_rad,
        yaw=yaw,
    )


def _noise(spectrum: Spectrum, side: float) -> float:
    last = slice(max(0, spectrum.count - 3), spectrum.count)
    flat = spectrum.levels[1, last].min() - 2 * math.log(2) * BINS[last][-1] + 2 * math.log(side)
    return math.exp(float(flat) / 2)


def _detail(spectrum: Spectrum) -> float:
    count = spectrum.count
    usual = 3.9 - 0.2 * (np.arange(count) - 12)
    floor = spectrum.levels[1, count - 1] + 2 * math.log(2) * (BINS[:count] - BINS[count - 1])
    signal = np.exp(spectrum.levels[0, :count]) - 1.5 * np.exp(floor)
    contrast = float(np.log(np.exp(spectrum.levels[0, : min(count, 8)]).mean())) - 4.7
    shown = np.log(np.maximum(signal, 1e-6)) > usual + contrast - 1.6
    last = int(np.flatnonzero(shown)[-1]) if shown.any() else 0
    return 2 * 2 ** float(BINS[last] + 1 / PER_OCTAVE)


def _turns(face: Face) -> tuple[float, float]:
    """Roll of the eyes' line, rad, and how far the nose is off the middle, in distances of the eyes."""
    if face.points is None:
        return 0.0, 0.0
    points: Floats = face.points
    eyes = points[1] - points[0]
    apart = float(np.hypot(*eyes))
    if apart == 0:
        return 0.0, 0.0
    middle = (points[0] + points[1] + points[3] + points[4]) / 4
    return math.atan2(float(eyes[1]), float(eyes[0])), float((points[2] - middle) @ eyes) / apart**2
