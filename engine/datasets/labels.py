"""Labels: what is known of a face beside its pixels, such as where its landmarks are. One source for each kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from engine.datasets.portraits import Portrait

Labels = NDArray[np.float32]  # (N, ...), a row for each face
# The kind that whoever cuts unaligned pairs gives, and no source: (N, 2, 3), px of what is seen from px of the truth
PLACEMENT = "placement"


class LabelSource(Protocol):
    """Gives the labels of one kind, and follows them into crops."""

    def of_faces(self, portraits: Sequence[Portrait]) -> Labels:
        """The labels `(N, ...)`, NaN for faces without; places in px of `pixels` or the file, centres at integers.

        Raises: DataError if they cannot be had.
        """
        ...

    def in_crop(self, label: Labels, source_from_crop: NDArray[np.float64]) -> Labels:
        """One face's label in a crop that the matrix `(2, 3)` cut; it may be mirrored."""
        ...


@dataclass(frozen=True)
class FaceLabels:
    """The labels of some faces, of one kind, with their source."""

    source: LabelSource
    values: Labels

    def in_crop(self, index: int, source_from_crop: NDArray[np.float64]) -> Labels:
        """The label of one face in a crop of it."""
        return self.source.in_crop(self.values[index], source_from_crop)

    def in_crops(self, matrices: Sequence[NDArray[np.float64]]) -> FaceLabels:
        """The labels in one crop of each face."""
        values = [self.in_crop(index, matrix) for index, matrix in enumerate(matrices)]
        return replace(self, values=np.stack(values))


def label_values(labels: Mapping[str, FaceLabels]) -> dict[str, Labels]:
    """The bare labels by their kind."""
    return {kind: known.values for kind, known in labels.items()}
