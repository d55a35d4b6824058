"""Faces at any roll, by a detector that knows upright ones: where it doubts, turned copies are looked at.

CenterFace finds most faces that are turned by 45 degrees and more, but puts their points where an upright face has
them. The points give that away (`engine.alignment.face_pose`).
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from engine.alignment.face_pose import FacePose, pose_of
from engine.context import JobContext
from engine.detection.base import UNWATCHED, Detector, in_order
from engine.detection.candidates import INSIDE_OVERLAP, SAME_FACE_OVERLAP
from engine.detection.pyramid import to_eight_bits
from engine.detection.turned_views import View, around, in_photo, quarter_turned, reduced
from engine.types import Box, Face, Pixels

# Of 959 correct finds in upright training portraits 99 % are plausible by more than this and rolled by less; of 238
# finds in turned ones with a wrong roll or wrong points, one is.
SURE_PLAUSIBILITY = 0.75
SURE_ROLL_RAD = math.radians(20)
LEAST_PLAUSIBILITY = 0.5  # of the best of four turns
SURE_SCORE = 0.6  # of the only face; of 959 correct finds 1 % have less
LEAST_TURNED_SCORE = 0.6  # of a face that only a turned copy shows

COARSE_AREA = 500_000  # px of the turned copies that are looked at on a mere chance
COARSE_AT_MOST = 3.0  # times the photo
VIEW_SIDE = 320  # px of a closer look
VIEW_EXTENT = 2.8  # sides of a face that it shows: the face is about 114 px there
SAME_PLACE = 0.5  # of the side: how far from the middle a face may be that is taken for the one that was looked for
QUARTERS = (1, 2, 3)
SETTLED_RAD = math.radians(8)  # a face less rolled than this in its view is not looked at once more
MOST_LOOKED_AT = 24  # doubtful faces of a photo: each may take a dozen small looks, and a crowd has hundreds
TURNS = 3  # at most, in which a view is turned until the face in it is upright


class LookingDetector(Detector, Protocol):
    """A detector that can also look just once, at the size that a picture has."""

    def look_once(self, pixels: NDArray[np.uint8]) -> list[Face]:
        """The faces of `pixels` `(h, w, 3)`."""
        ...


class TurnedFaces:
    """A detector of upright faces, made to find those at any roll; a photo with upright faces costs no further look."""

    def __init__(self, upright: LookingDetector) -> None:
        """Args: upright: looks at the photo as it is, and then at turned copies."""
        self._upright = upright
        self.name = upright.name

    def detect(self, pixels: Pixels, context: JobContext = UNWATCHED) -> list[Face]:
        """Faces of `pixels` `(H, W, 3)` RGB uint8 or uint16, each once and at its own roll; their boxes are upright.

        Raises: Cancelled between two looks.
        """
        found = self._upright.detect(pixels, context)
        sure = [face for face in found if _is_sure(face)]
        is_weak = len(found) == 1 and found[0].score < SURE_SCORE
        if found and len(sure) == len(found) and not is_weak:
            return found
        doubtful = [face for face in found if not _is_sure(face)]  # the largest first, as they are found
        settled = self._looked_closer_at(doubtful[:MOST_LOOKED_AT], pixels, context)
        if is_weak or not (sure or settled):
            guesses = self._looked_closer_at(self._coarse(pixels, context), pixels, context)
            settled += [face for face in guesses if face.score >= LEAST_TURNED_SCORE]
        for quarters in sorted({_quarters(face) for face in settled} - {0}):
            settled += self._whole(pixels, quarters, context)
        return in_order(_one_each([*sure, *settled, *doubtful]))

    def _coarse(self, pixels: Pixels, context: JobContext) -> list[Face]:
        """What small copies of the photo show that are turned by a quarter, a half and three quarters."""
        if 0 in pixels.shape:
            return []
        small, *scale = reduced(to_eight_bits(pixels), area=COARSE_AREA, largest_scale=COARSE_AT_MOST)
        found: list[Face] = []
        for quarters in QUARTERS:
            context.check_cancelled()
            view = quarter_turned(small, quarters, scale=(scale[0], scale[1]))
            found += _mapped(self._upright.look_once(to_eight_bits(view.pixels)), view, pixels)
        return found

    def _whole(self, pixels: Pixels, quarters: int, context: JobContext) -> list[Face]:
        """The sure faces of the whole photo turned by quarters: where one face lies on its side, others may."""
        view = quarter_turned(pixels, quarters)
        found = self._upright.detect(view.pixels, context)
        return _mapped([face for face in found if _is_sure(face)], view, pixels)

    def _looked_closer_at(self, faces: Iterable[Face], pixels: Pixels, context: JobContext) -> list[Face]:
        """Those of the faces that are faces when they are looked at upright, with the points they have there."""
        looked = (self._closer(pixels, face, context) for face in _one_each(faces))
        return [face for face in looked if face is not None]

    def _closer(self, pixels: Pixels, face: Face, context: JobContext) -> Face | None:
        """The face seen upright: by the roll of its points, or where that shows none, in the best of four quarters."""
        roll = _pose(face).roll_rad
        first = self._seen_upright(pixels, face, roll, context)
        if first and _pose(first).plausibility > SURE_PLAUSIBILITY:
            return first
        rolls = [roll + quarters * math.pi / 2 for quarters in QUARTERS]
        looks = [first, *(self._seen_upright(pixels, face, roll_rad, context) for roll_rad in rolls)]
        best = max((look for look in looks if look is not None), key=_worth, default=None)
        return best if best and _pose(best).plausibility > LEAST_PLAUSIBILITY else None

    def _seen_upright(
        self, pixels: Pixels, face: Face, roll_rad: float, context: JobContext, *, turns: int = TURNS
    ) -> Face | None:
        """The face in a view turned by `roll_rad`, then by what is seen there; None if it is not upright at last."""
        context.check_cancelled()
        x, y = face.box.centre
        side = VIEW_EXTENT * math.sqrt(face.box.width * face.box.height)
        view = around(pixels, (x - 0.5, y - 0.5), side=side, roll_rad=roll_rad, size=VIEW_SIDE)
        seen = _in_the_middle(self._upright.look_once(to_eight_bits(view.pixels)))
        if seen is None:
            return None
        turn = _pose(seen).roll_rad
        if abs(turn) > SETTLED_RAD and turns > 1:
            return self._seen_upright(pixels, face, roll_rad + turn, context, turns=turns - 1)
        return next(iter(_mapped([seen], view, pixels)), None) if abs(turn) < SURE_ROLL_RAD else None


def _pose(face: Face) -> FacePose:
    """The pose of a face; one without points may be any."""
    return pose_of(face) or FacePose(roll_rad=0.0, yaw=0.0, plausibility=0.0)


def _is_sure(face: Face) -> bool:
    """Whether the face is upright enough for its detector, and looks like one."""
    pose = _pose(face)
    return pose.plausibility > SURE_PLAUSIBILITY and abs(pose.roll_rad) < SURE_ROLL_RAD


def _worth(face: Face) -> float:
    return face.score * _pose(face).plausibility


def _quarters(face: Face) -> int:
    return round(_pose(face).roll_rad / (math.pi / 2)) % 4


def _in_the_middle(faces: Iterable[Face]) -> Face | None:
    """The best face whose middle is near that of a view."""
    reach = SAME_PLACE * VIEW_SIDE / VIEW_EXTENT
    middle = VIEW_SIDE / 2
    near = [face for face in faces if math.dist(face.box.centre, (middle, middle)) < reach]
    return max(near, key=_worth, default=None)


def _mapped(faces: Iterable[Face], view: View, photo: Pixels) -> list[Face]:
    height, width = photo.shape[:2]
    mapped = (in_photo(face, view, width=width, height=height) for face in faces)
    return [face for face in mapped if face is not None]


def _one_each(faces: Iterable[Face]) -> list[Face]:
    """The worthiest of those that are one face."""
    kept: list[Face] = []
    for face in sorted(faces, key=_worth, reverse=True):
        if not any(_is_same_face(face.box, other.box) for other in kept):
            kept.append(face)
    return kept


def _is_same_face(box: Box, other: Box) -> bool:
    """As of `engine.detection.candidates.one_per_face`."""
    width = min(box.right, other.right) - max(box.left, other.left)
    height = min(box.bottom, other.bottom) - max(box.top, other.top)
    shared = max(width, 0.0) * max(height, 0.0)
    areas = box.width * box.height, other.width * other.height
    return shared > SAME_FACE_OVERLAP * (sum(areas) - shared) or shared > INSIDE_OVERLAP * min(areas)
