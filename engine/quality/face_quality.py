"""What a face in a photo really shows, as numbers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class FaceQuality:
    """What was measured of one face; all px are the photo's.

    `width_px`: side of the tight square (`engine.alignment.crop.tight_square`). `detail_px`: effective detail, the
    side to which that square could be reduced (antialiased bicubic) with nothing lost; at most `width_px`. `noise`:
    standard deviation of luma noise, in 1/255. `jpeg`: damage by JPEG, (100 - quality) / 90 of libjpeg's quality, cut
    to [0, 1]: 0 none, 0.28 quality 75, 0.56 quality 50, 1 quality 10 and below. `screen_px`: period of a halftone
    screen, 0 without one. `comb`: how strongly odd and even rows are torn (interlacing), 0 none, 1 completely.
    `roll_rad`: how far the line of the eyes is turned clockwise as seen, in (-pi, pi]. `yaw`: how far the nose is
    from the middle between eyes and mouth, in distances of the eyes, towards the right as seen. `plausibility`: of
    the five points, in [0, 1].
    Without points (a face outlined by hand) the three are 0, 0 and 1.
    """

    width_px: float
    detail_px: float
    noise: float = 0.0
    jpeg: float = 0.0
    screen_px: float = 0.0
    comb: float = 0.0
    roll_rad: float = 0.0
    yaw: float = 0.0
    plausibility: float = 1.0
