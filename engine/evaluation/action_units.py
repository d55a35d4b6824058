"""Which facial action units a picture shows, judged by its geometry, and how well that fits known labels."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.datasets.labels import Labels
from engine.evaluation.landmarks import Images, LandmarkSource, load_landmark_source
from engine.priors.face_kit import read_face_kit
from engine.priors.weak_units import choose_thresholds, f1_scores, kit_to_fit, label_units, with_landmarks_of

FEWEST = 5  # faces that show a unit: with fewer its F1 is chance
Flags = NDArray[np.bool_]


class UnitJudge:
    """The same judge for every method: landmarks found on a picture, and the fit that weak labels are made by.

    MPENet's paper has OpenFace in this place, which looks at the texture as well.
    """

    def __init__(self, kit_folder: Path, still: Images, *, source: LandmarkSource | None = None) -> None:
        """Args: still: pictures `(N, H, W, 3)` of faces that mostly show no expression, which tell where the source
        sees landmarks. Raises: DataError without the kit; MissingExtraError without a source of landmarks."""
        self._source = source or load_landmark_source()
        kit = read_face_kit(kit_folder)
        self._thresholds = choose_thresholds(kit)
        self._kit = with_landmarks_of(kit_to_fit(kit), self._points(still))

    def units(self, images: Images) -> Flags:
        """The units `(N, U)` that tight squares `(N, H, W, 3)` show."""
        return label_units(self._points(images), self._kit, self._thresholds).is_on

    def _points(self, images: Images) -> NDArray[np.float64]:
        return self._source.points(images, crop="tight")[0]


def unit_scores(found: Flags, labels: Labels) -> dict[str, float]:
    """Mean F1 over the units that at least `FEWEST` faces show, and the share that is told rightly, of known faces.

    Args: found: `(N, U)`. labels: `(N, U)`, 0 or 1, NaN for faces without.
    """
    is_known = np.isfinite(labels).all(axis=1)
    seen, truth = found[is_known], labels[is_known] > 0.5
    f1 = f1_scores(seen, truth)[truth.sum(axis=0) >= FEWEST]
    return {"unit_f1": round(float(f1.mean()), 4), "unit_accuracy": round(float((seen == truth).mean()), 4)}


def guessed_f1(labels: Labels, rates: NDArray[np.floating]) -> NDArray[np.float64]:
    """The F1 of each unit `(U,)` that guessing by frequency has: each unit drawn with its rate in training.

    Hits are then rate times truth, as often as not what is found; of expected counts.
    """
    truth = np.nanmean(labels, axis=0)
    return 2 * rates * truth / np.maximum(rates + truth, 1e-9)
