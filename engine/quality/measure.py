"""Measuring what a face in a photo really shows."""

from __future__ import annotations

from engine.alignment.face_pose import FacePose, pose_of
from engine.quality.estimator import estimate
from engine.quality.face_luma import face_luma
from engine.quality.face_quality import FaceQuality
from engine.quality.features import PER_SCREEN, face_features
from engine.types import Face, Pixels

NO_POINTS = FacePose(roll_rad=0.0, yaw=0.0, plausibility=1.0)


def measure_face(pixels: Pixels, face: Face) -> FaceQuality:
    """The quality of one face. Args: pixels: `(H, W, 3)` RGB, uint8 or uint16; face: in px of it.

    Raises: ModelError if the network cannot be loaded.
    """
    features = face_features(face_luma(pixels, face))
    found = estimate(features)
    most = PER_SCREEN * features.side / features.screen_px if features.screen_px else features.side
    pose = pose_of(face) or NO_POINTS
    return FaceQuality(
        width_px=features.side,
        detail_px=min(features.side, most, found.detail_px),
        noise=found.noise,
        jpeg=found.jpeg,
        screen_px=features.screen_px,
        comb=features.comb,
        roll_rad=pose.roll_rad,
        yaw=pose.yaw,
        plausibility=pose.plausibility,
    )
