"""Every metric of a trial's restorations, as one value for each face."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from engine.evaluation.consistency import consistency_y
from engine.evaluation.extras import MissingExtraError
from engine.evaluation.identity import IdentityMeter, cosine
from engine.evaluation.intervals import Statistic
from engine.evaluation.landmarks import LandmarkSource, area_shares, load_landmark_source, nme, nrmse
from engine.evaluation.metrics import psnr_y, sharpness, ssim_y
from engine.evaluation.perceptual import PerceptualMeter
from engine.evaluation.trial import Images, Trial
from engine.models.base import CropKind

MetricKey = Literal["psnr", "ssim", "nrmse", "auc", "identity", "perceptual", "sharpness", "consistency", "seconds"]
Values = NDArray[np.float64]  # (N,), NaN where a face could not be measured
MOST_DB = 100.0  # stands for infinity, so that a mean exists


@dataclass(frozen=True)
class Metric:
    """A column of the papers' tables: its title, unit, digits, and how faces are put together."""

    key: MetricKey
    title: str
    unit: str
    digits: int
    statistic: Statistic = "mean"


METRICS = (
    Metric("psnr", "PSNR", "dB", 3),
    Metric("ssim", "SSIM", "", 4),
    Metric("nrmse", "NRMSE", "%", 3),
    Metric("auc", "AUC", "≤ 8 %", 4),
    Metric("identity", "Identity", "cosine", 4),
    Metric("perceptual", "Perceptual", "distance", 4),
    Metric("sharpness", "Sharpness", "of truth", 4, statistic="median"),
    Metric("consistency", "Consistency", "dB", 3),
    Metric("seconds", "s/face", "", 4),
)

FACE_METRICS = tuple(metric for metric in METRICS if metric.key != "seconds")  # a batch's faces share its seconds


@dataclass(frozen=True)
class Meters:
    """The networks that are installed, None for the others; `missing` says how to get what a metric lacks."""

    identity: IdentityMeter | None
    landmarks: LandmarkSource | None
    perceptual: PerceptualMeter | None
    missing: Mapping[MetricKey, str]


def load_meters() -> Meters:
    """Load every network that is installed."""
    missing: dict[MetricKey, str] = {}
    identity, landmarks, perceptual = None, None, None
    try:
        identity = IdentityMeter()
    except MissingExtraError as error:
        missing["identity"] = str(error)
    try:
        landmarks = load_landmark_source()
    except MissingExtraError as error:
        missing["nrmse"] = missing["auc"] = str(error)
    try:
        perceptual = PerceptualMeter()
    except MissingExtraError as error:
        missing["perceptual"] = str(error)
    return Meters(identity, landmarks, perceptual, missing)


class Scorer:
    """Scores restorations of one trial; what the truth needs is computed once."""

    def __init__(self, trial: Trial, meters: Meters) -> None:
        self._trial, self._meters = trial, meters
        self._crop: CropKind = trial.layout.crop
        self._sharpness = np.array([sharpness(face) for face in trial.truth])
        if meters.identity:
            self._descriptors = meters.identity.descriptors(trial.truth, crop=self._crop)
        if meters.landmarks:
            self._points, self._is_steady = meters.landmarks.points(trial.truth, crop=self._crop)

    def scores(self, images: Images) -> dict[MetricKey, Values]:
        """The values of every metric that is installed, seconds left out.

        Args: images: `(N, S, S, 3)`, NaN for a face whose restoration failed.
        A face whose truth has no landmarks that can be trusted has no NRMSE; one without contrast no sharpness ratio.
        """
        good = np.array([bool(np.isfinite(image).all()) for image in images])
        images, truth = images[good], self._trial.truth[good]
        lows = [low for low, is_good in zip(self._trial.lows, good, strict=True) if is_good]
        values: dict[MetricKey, Values] = {
            "psnr": _decibels([psnr_y(*pair) for pair in zip(images, truth, strict=True)]),
            "ssim": np.array([ssim_y(*pair) for pair in zip(images, truth, strict=True)]),
            "sharpness": _ratio(np.array([sharpness(image) for image in images]), self._sharpness[good]),
            "consistency": _decibels([consistency_y(*pair) for pair in zip(images, lows, strict=True)]),
        }
        if self._meters.identity:
            found = self._meters.identity.descriptors(images, crop=self._crop)
            values["identity"] = cosine(found, self._descriptors[good])
        if self._meters.landmarks:
            points, _ = self._meters.landmarks.points(images, crop=self._crop)
            unsteady = ~self._is_steady[good]
            values["nrmse"] = np.where(unsteady, np.nan, nrmse(points, self._points[good]))
            values["auc"] = np.where(unsteady, np.nan, area_shares(nme(points, self._points[good])))
        if self._meters.perceptual:
            values["perceptual"] = self._meters.perceptual.distances(images, truth)
        return {key: _spread(part, good) for key, part in values.items()}


def _decibels(values: list[float]) -> Values:
    return np.minimum(np.array(values, np.float64), MOST_DB)


def _ratio(part: Values, whole: Values) -> Values:
    return np.divide(part, whole, out=np.full(len(part), np.nan), where=whole > 0)


def _spread(values: Values, good: NDArray[np.bool_]) -> Values:
    """The values at the places of the good faces, NaN at the others."""
    everywhere = np.full(len(good), np.nan)
    everywhere[good] = values
    return everywhere
