"""ICC profiles made of what PNG says of its colours: gamma and primaries (gAMA, cHRM) or numbers of a list (cICP)."""

from __future__ import annotations

import struct
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from engine.messages import Message, message
from engine.photo_io.colour import assemble, icc_text, srgb_profile, tags_of

_XY = tuple[float, float]
_D50 = np.array([0.9642, 1.0, 0.8249])
_D65: _XY = (0.3127, 0.3290)
_SRGB: tuple[_XY, _XY, _XY] = ((0.640, 0.330), (0.300, 0.600), (0.150, 0.060))
_P3: tuple[_XY, _XY, _XY] = ((0.680, 0.320), (0.265, 0.690), (0.150, 0.060))
_BT2020: tuple[_XY, _XY, _XY] = ((0.708, 0.292), (0.170, 0.797), (0.131, 0.046))
# Source: ITU-T H.273, tables 2 and 3.
_PRIMARIES = {1: _SRGB, 9: _BT2020, 12: _P3}
_SRGB_CURVE, _LINEAR, _PQ, _HLG = 13, 8, 16, 18
_VIDEO_CURVES = frozenset({1, 6, 14, 15})
_GAMMAS = {4: 2.2, 5: 2.8}
_BRADFORD = np.array([[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]])
_USUAL_GAMMA = 1 / 2.2
_NEAR = 0.01
_MADE = message("its gamma and primaries were turned into a colour profile")


def profile_of_png(info: Mapping[object, object], cicp: bytes | None) -> tuple[bytes | None, tuple[Message, ...]]:
    """The profile of a PNG file that carries none of its own, None where its colours are those of sRGB; and notes.

    Args: info: Pillow's, with "gamma", "chromaticity" and "srgb"; cicp: the chunk of that name. PNG's third edition
    puts cICP before sRGB, and that before gAMA and cHRM.
    """
    if cicp is not None and len(cicp) == 4:
        return _of_cicp(cicp[0], cicp[1])
    if "srgb" in info:
        return None, ()
    gamma, white_and_primaries = info.get("gamma"), info.get("chromaticity")
    white, primaries = _of_chromaticity(white_and_primaries)
    is_usual_gamma = not isinstance(gamma, float) or abs(gamma - _USUAL_GAMMA) < _NEAR
    if is_usual_gamma and np.allclose((white, *primaries), (_D65, *_SRGB), atol=_NEAR):
        return None, ()
    if not isinstance(gamma, float) or not 0.1 <= gamma <= 2:
        curve = _srgb_curve()
    else:
        curve = _srgb_curve() if is_usual_gamma else _power(1 / gamma)
    profile = make_profile(primaries, white, curve)
    return profile, (_MADE,) if profile else (message("its gamma and primaries are damaged and were left out"),)


def _of_cicp(primaries: int, curve: int) -> tuple[bytes | None, tuple[Message, ...]]:
    if curve in (_PQ, _HLG):
        return None, (message("its colours are for HDR screens; they were read as ordinary ones and may look pale"),)
    if primaries not in _PRIMARIES:
        return None, (message("its colours are of a kind that is not supported here and were read as sRGB"),)
    if primaries == 1 and curve == _SRGB_CURVE:
        return None, ()
    made = _power(1.0) if curve == _LINEAR else _srgb_curve()
    if curve in _VIDEO_CURVES:
        made = _power(2.4)
    elif curve in _GAMMAS:
        made = _power(_GAMMAS[curve])
    return make_profile(_PRIMARIES[primaries], _D65, made), (_MADE,)


def _of_chromaticity(value: object) -> tuple[_XY, tuple[_XY, _XY, _XY]]:
    """White and primaries, of sRGB where they are not stated."""
    if not isinstance(value, tuple) or len(value) != 8:
        return _D65, _SRGB
    numbers = [float(number) for number in value]
    pairs = [(numbers[at], numbers[at + 1]) for at in range(0, 8, 2)]
    return pairs[0], (pairs[1], pairs[2], pairs[3])


def make_profile(primaries: tuple[_XY, _XY, _XY], white: _XY, curve: bytes) -> bytes | None:
    """A profile of RGB with these primaries and white (x, y) and one tone curve; None if they are no colour space."""
    if min(y for _, y in (*primaries, white)) <= 0:
        return None
    columns = np.array([_xyz(xy) for xy in primaries]).T
    if abs(np.linalg.det(columns)) < 1e-6:
        return None
    matrix = columns * np.linalg.solve(columns, _xyz(white))
    adapted = _adaptation(_xyz(white)) @ matrix
    base = srgb_profile()
    own = {name: _xyz_tag(adapted[:, index]) for index, name in enumerate((b"rXYZ", b"gXYZ", b"bXYZ"))}
    own |= {name: curve for name in (b"rTRC", b"gTRC", b"bTRC")} | {b"desc": icc_text("RGB of a PNG file")}
    kept = {name: value for name, value in tags_of(base).items() if name in (b"cprt", b"wtpt")}
    return assemble(base[:128], kept | own)


def _xyz(xy: _XY) -> NDArray[np.float64]:
    x, y = xy
    return np.array([x / y, 1.0, (1 - x - y) / y])


def _adaptation(white: NDArray[np.float64]) -> NDArray[np.float64]:
    """From colours under `white` to those under D50, which profiles are in."""
    ratio = (_BRADFORD @ _D50) / (_BRADFORD @ white)
    return np.linalg.inv(_BRADFORD) @ np.diag(ratio) @ _BRADFORD


def _xyz_tag(xyz: NDArray[np.float64]) -> bytes:
    return struct.pack(">4s4x3i", b"XYZ ", *(round(float(value) * 65536) for value in xyz))


def _power(gamma: float) -> bytes:
    return struct.pack(">4s4xHxxi", b"para", 0, round(gamma * 65536))


def _srgb_curve() -> bytes:
    numbers = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
    return struct.pack(">4s4xHxx5i", b"para", 3, *(round(number * 65536) for number in numbers))
