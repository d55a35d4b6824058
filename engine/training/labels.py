"""The labels that a recipe's loss terms need, of faces and of what is cut from them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from engine.datasets.labels import FaceLabels, LabelSource
from engine.datasets.portraits import Portrait, file_from_quad, file_from_square
from engine.errors import RecipeError
from engine.models.base import CropKind, FamilySpec
from engine.training.face_landmarks import Landmarks

# The kinds that any family may ask for; a kind of one family alone is in its `FamilySpec.label_sources`.
SOURCES: Mapping[str, Callable[[], LabelSource]] = {"landmarks": Landmarks}


def face_labels(family: FamilySpec, kinds: Sequence[str], portraits: Sequence[Portrait]) -> dict[str, FaceLabels]:
    """The labels of these kinds, in px of `pixels` or the files.

    Raises: DataError if they cannot be had; RecipeError for a kind that nobody gives.
    """
    sources = {**SOURCES, **family.label_sources}
    unknown = [kind for kind in kinds if kind not in sources]
    if unknown:
        raise RecipeError("{title} needs labels of an unknown kind '{kind}'.", title=family.title, kind=unknown[0])
    made = {kind: sources[kind]() for kind in kinds}
    return {kind: FaceLabels(source, source.of_faces(portraits)) for kind, source in made.items()}


def in_squares(
    labels: Mapping[str, FaceLabels], portraits: Sequence[Portrait], *, side_px: int, extent: float
) -> dict[str, FaceLabels]:
    """The labels of these faces in the squares that `cut_square` cuts with the same numbers."""
    matrices = [file_from_square(portrait, side_px=side_px, extent=extent) for portrait in portraits]
    return {kind: known.in_crops(matrices) for kind, known in labels.items()}


def in_faces(
    labels: Mapping[str, FaceLabels], portraits: Sequence[Portrait], *, crop: CropKind, size: int
) -> dict[str, FaceLabels]:
    """The labels in the crops that are scored: `tight_faces` or `aligned_faces` of that size in px."""
    if crop == "tight":
        return in_squares(labels, portraits, side_px=size, extent=1.0)
    matrices = [file_from_quad(portrait, side_px=size) for portrait in portraits]
    return {kind: known.in_crops(matrices) for kind, known in labels.items()}
