"""What a model makes of the held-out faces, measured in all that it is judged by."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from engine.evaluation.extras import MissingExtraError
from engine.evaluation.five_points import FivePoints
from engine.evaluation.landmarks import LandmarkSource, load_landmark_source, nrmse
from engine.evaluation.metrics import psnr_y, sharpness, ssim_y
from engine.evaluation.perceptual import PerceptualMeter
from engine.evaluation.standing import Standing
from engine.models.base import Score
from engine.training.finetune_held_out import HeldOut
from engine.training.validation import Images

Values = NDArray[np.float64]  # (S, N): sizes of input, faces; NaN where it could not be measured
MOST_DB = 100.0  # stands for infinity, so that a mean exists
_T = TypeVar("_T")


class PairMeter(Protocol):
    """How different two pictures look; as `engine.evaluation.perceptual.PerceptualMeter`."""

    def distances(self, images: Images, truth: Images) -> NDArray[np.float64]:
        """The distance of each pair, `(N,)`."""
        ...


@dataclass(frozen=True)
class Meters:
    """What looks at faces as people do; None where its packages are not installed."""

    perceptual: PairMeter | None = None
    landmarks: LandmarkSource | None = None


@functools.lru_cache(maxsize=1)
def load_meters() -> Meters:
    """Those that are installed: feature networks come with the extra "train", 68 landmarks with "evaluate", five with
    the base install."""
    return Meters(_installed(PerceptualMeter), _installed(load_landmark_source) or _installed(FivePoints))


@dataclass(frozen=True)
class Measured:
    """One value for each size of input and each face."""

    psnr: Values  # of Y in dB
    ssim: Values
    perceptual: Values
    landmarks: Values  # NRMSE, per cent of the inter-ocular distance
    sharpness: Values  # over the truth's

    @property
    def standing(self) -> Standing:
        """The means that are shown."""
        sharp = [float(np.median(row)) for row in self.sharpness]
        return Standing(
            psnr_db=float(self.psnr.mean()),
            perceptual=mean_or_none(self.perceptual),
            landmarks=mean_or_none(self.landmarks),
            sharpness=float(np.mean(sharp)),
        )


class Measurer:
    """Measures restorations of held-out faces; what their truth needs is computed once."""

    def __init__(self, held_out: HeldOut, meters: Meters) -> None:
        self._held_out, self._meters = held_out, meters
        self._sharpness = np.array([max(sharpness(face), 1e-6) for face in held_out.truth])
        if meters.landmarks:
            self._points, self._is_steady = meters.landmarks.points(held_out.truth, crop=held_out.crop)
        self.given = self.measured({side: held_out.fitted(low) for side, low in held_out.inputs.items()})

    def measured(self, made: Mapping[int, Images]) -> Measured:
        """The values of pictures of the truth's size `(N, h, h, 3)`, by the size of their input."""
        rows = [self._row(images) for images in made.values()]
        return Measured(*(np.stack(values) for values in zip(*rows, strict=True)))

    def rows(self, now: Measured) -> tuple[Score, ...]:
        """The scores that a card names, one for each size of input."""
        given = self.given
        return tuple(
            Score(
                input_px=side,
                faces=now.psnr.shape[1],
                psnr_db=round(float(now.psnr[at].mean()), 4),
                ssim=round(float(now.ssim[at].mean()), 5),
                bicubic_psnr_db=round(float(given.psnr[at].mean()), 4),
                bicubic_ssim=round(float(given.ssim[at].mean()), 5),
                perceptual=mean_or_none(now.perceptual[at]),
                bicubic_perceptual=mean_or_none(given.perceptual[at]),
                sharpness=round(float(np.median(now.sharpness[at])), 4),
            )
            for at, side in enumerate(self._held_out.inputs)
        )

    def _row(self, images: Images) -> tuple[Values, Values, Values, Values, Values]:
        truth = self._held_out.truth
        pairs = list(zip(images, truth, strict=True))
        perceptual = landmarks = np.full(len(images), np.nan)
        if self._meters.perceptual:
            perceptual = self._meters.perceptual.distances(images, truth)
        if self._meters.landmarks:
            points, _ = self._meters.landmarks.points(images, crop=self._held_out.crop)
            landmarks = np.where(self._is_steady, nrmse(points, self._points), np.nan)
        return (
            np.minimum([psnr_y(*pair) for pair in pairs], MOST_DB),
            np.array([ssim_y(*pair) for pair in pairs]),
            perceptual,
            landmarks,
            np.array([sharpness(image) for image in images]) / self._sharpness,
        )


def mean_or_none(values: Values) -> float | None:
    """The mean of what could be measured."""
    known = values[np.isfinite(values)]
    return round(float(known.mean()), 5) if known.size else None


def _installed(load: Callable[[], _T]) -> _T | None:
    try:
        return load()
    except MissingExtraError:
        return None
