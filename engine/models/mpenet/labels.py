"""What MPENet learns beside pixels and landmarks: which facial action units a face shows, by weak labels."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine.datasets.labels import Labels
from engine.datasets.portraits import Portrait
from engine.errors import DataError
from engine.files import reason_of
from engine.priors.action_units import NAMES

KIND = "action_units"
LABELS_FILE = "action_units.npz"


class WeakActionUnits:
    """The labels "action_units": `(N, U)`, 1 for a unit that is there, 0 for one that is not, NaN for faces without.

    They come from the file that `packaging/scripts/label_action_units.py` writes beside a portrait folder's mesh.
    """

    def of_faces(self, portraits: Sequence[Portrait]) -> Labels:
        """As `LabelSource.of_faces`. Raises: DataError if there is no such file, or it is one of other units."""
        if all(portrait.pixels is not None for portrait in portraits):
            raise DataError(
                "The recipe learns action units, and these photos come without labels of them.",
                hint="Train on a portrait folder.",
            )
        folder = portraits[0].path.parent.parent
        try:
            with np.load(folder / LABELS_FILE) as file:
                names, units, is_on = file["names"].tolist(), tuple(file["units"].tolist()), file["is_on"]
        except OSError as error:
            raise DataError(
                "{folder} has no labels of action units: {error}.",
                hint="Make them with packaging/scripts/label_action_units.py.",
                folder=folder,
                error=reason_of(error),
            ) from error
        if units != NAMES:
            raise DataError(
                "{file} in {folder} has labels of other action units.",
                hint="Make them again with packaging/scripts/label_action_units.py.",
                file=LABELS_FILE,
                folder=folder,
            )
        labels = dict(zip(names, is_on.astype(np.float32), strict=True))
        unknown = np.full(len(NAMES), np.nan, np.float32)
        return np.stack([labels.get(portrait.name, unknown) for portrait in portraits])

    def in_crop(self, label: Labels, source_from_crop: NDArray[np.float64]) -> Labels:
        """As `LabelSource.in_crop`: a crop changes none of them, nor does a mirror."""
        return label
