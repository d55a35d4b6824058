"""Where the looks of one face disagree, as a picture in the photo's place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fsr_desktop.look.image_of import image_of
from fsr_desktop.painters.face_pictures import FacePicture, photo_from_edges

if TYPE_CHECKING:
    from engine.pipeline.face_file import FaceFile

COLOURS = "magma"


@dataclass(frozen=True, eq=False)
class DisagreementPicture:
    """The map in its colours, and the brightness (of 255) at the end of them."""

    picture: FacePicture
    high: float


def disagreement_picture(files: Sequence[FaceFile]) -> DisagreementPicture:
    """The map for two or more restored faces. Raises: DataError for fewer."""
    from engine.explain.colour_maps import colours
    from engine.explain.disagreement import disagreement, disagreement_overlay, look_of

    found = disagreement([look_of(file) for file in files])
    overlay = disagreement_overlay(found)
    image = image_of(colours(overlay.values, low=0.0, high=overlay.high, name=COLOURS))
    return DisagreementPicture(FacePicture(image, photo_from_edges(found.photo_from_grid)), 255 * overlay.high)
