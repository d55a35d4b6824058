"""The data that travels between the parts of the engine. Frozen, no Qt, no torch, no cv2.

Conventions: points are (x, y) in px, pixel centres at integers, origin top-left; images are `(H, W, 3)` RGB,
tensors `(B, C, H, W)`; a transform's name says what it maps to what (`crop_from_photo`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from engine.messages import NOTHING, Message

Pixels = NDArray[np.uint8] | NDArray[np.uint16]
Floats = NDArray[np.float32]


@dataclass(frozen=True, kw_only=True)
class PhotoMetadata:
    """What a photo carries beside its pixels; each part None where the file has none. `texts`: notes with their names
    ("Comment", "Title", ...), as PNG and JPEG have them."""

    icc: bytes | None = None
    exif: bytes | None = None  # TIFF structure without the "Exif\0\0" prefix; orientation 1
    xmp: bytes | None = None
    dpi: tuple[float, float] | None = None  # horizontal, vertical
    iptc: bytes | None = None  # IPTC-IIM records
    texts: tuple[tuple[str, str], ...] = ()

    def bare(self) -> PhotoMetadata:
        """The colour profile and the resolution alone."""
        return PhotoMetadata(icc=self.icc, dpi=self.dpi)


@dataclass(frozen=True, kw_only=True)
class Photo:
    """A photo, whole and upright: EXIF orientation is already applied.

    `pixels` `(H, W, 3)` RGB uint8 or uint16 (a grey photo has three equal channels and `is_grey`); `alpha`
    `(H, W)` of the same type or None; `extra` `(H, W, n)` of the same type: further channels, infrared for instance, or
    None. `format` is Pillow's name of the source's format ("JPEG", "PNG", ...).
    `notes` says what reading had to change, for the run record.
    """

    pixels: Pixels
    alpha: Pixels | None = None
    extra: Pixels | None = None
    is_grey: bool = False
    format: str = "PNG"
    path: Path | None = None
    metadata: PhotoMetadata = field(default_factory=PhotoMetadata)
    notes: tuple[Message, ...] = ()

    @property
    def height(self) -> int:
        """Rows."""
        return int(self.pixels.shape[0])

    @property
    def width(self) -> int:
        """Columns."""
        return int(self.pixels.shape[1])

    @property
    def peak(self) -> int:
        """The value of white: 255 or 65535."""
        return int(np.iinfo(self.pixels.dtype).max)


@dataclass(frozen=True)
class Box:
    """An upright rectangle in photo px; its corners are edges of pixels, not centres: a box of the whole photo
    is (0, 0, width, height)."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.top + self.height

    @property
    def centre(self) -> tuple[float, float]:
        """(x, y) in edge coordinates, as the corners."""
        return self.left + self.width / 2, self.top + self.height / 2


@dataclass(frozen=True)
class NamedBox:
    """A face that another program has marked in a photo, and its name there, which may be empty."""

    box: Box
    name: str


@dataclass(frozen=True)
class Face:
    """One face of a photo.

    `points` `(5, 2)` x,y px: the person's right eye, left eye (as seen: left one first), nose tip, right and
    left mouth corner; None for a face given by hand. `landmarks` `(68, 2)`, iBUG order, where a detector gives
    them. `score` in [0, 1]; 1 for a face given by hand. `source` names the detector, or "hand".
    """

    box: Box
    points: NDArray[np.float32] | None
    score: float
    source: str
    landmarks: NDArray[np.float32] | None = None


@dataclass(frozen=True)
class Restoration:
    """What every model returns for a batch of B crops (packaging/docs/architecture.md, "The typed result").

    `image` `(B, 3, H, W)` RGB in [0, 1]; `steps` earlier iterations, same form. `attention` maps
    `(B, 1, h, w)` in [0, 1] by name. `heatmaps` `(B, K, h, w)`; `landmarks` `(B, N, 2)` x,y px in the output
    crop; `action_units` `(B, U)`; `transform` `(B, 2, 3)`. `morphable` `(B, n)` by name: the five parts of
    `engine.priors.morphable.FaceCoefficients`; `rendered_prior` `(B, 4, h, w)`, RGB and alpha in [0, 1]: that face,
    drawn over the crop; `prior_refusals`, of models with such a prior, for each of the B crops: why it was restored
    without one (`engine.priors.drawn_face.Refusal`), "" where it has one; then `morphable` and alpha are 0.
    `singled` `(B, 3, H, W)`: the pictures that single attention maps make, by name, where they were asked for
    (`LoadedModel.single_out`). `names`: what a user reads for the parts of an output, by the output's name
    (`FamilySpec.names`); those that are left out are numbered, or called as the output is.
    """

    image: Floats
    steps: tuple[Floats, ...] = ()
    attention: Mapping[str, Floats] | None = None
    heatmaps: Floats | None = None
    landmarks: Floats | None = None
    action_units: Floats | None = None
    morphable: Mapping[str, Floats] | None = None
    rendered_prior: Floats | None = None
    prior_refusals: tuple[str, ...] = ()
    transform: Floats | None = None
    singled: Mapping[str, Floats] | None = None
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, "tuple[str, ...]"])


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


FaceStatus = Literal["restored", "skipped", "failed"]
FaceFault = Literal["", "blurred", "turned", "covered"]  # why a model had better not learn from a face


@dataclass(frozen=True, kw_only=True)
class FaceResult:
    """What became of one face; `reason` is empty for a restored one.

    `crop` and `restored` `(H, W, 3)` float32 in [0, 1]: the face before (bicubic, at the model's output size)
    and after; None where there is none. `outside_range`: restored by a model that is not meant for such a face.
    `given`: what the model was given, where that is not `crop`. `quality`: what was measured; None where nothing was.
    `keeps_finer`: what the photo has finer than `restored` is kept when it is pasted.
    """

    face: Face
    status: FaceStatus
    reason: Message = NOTHING
    model: str | None = None
    seconds: float = 0.0
    strength: float = 1.0
    crop: Floats | None = None
    restored: Floats | None = None
    restoration: Restoration | None = None
    outside_range: bool = False
    given: Floats | None = None
    quality: FaceQuality | None = None
    keeps_finer: bool = True


@dataclass(frozen=True, kw_only=True)
class PhotoResult:
    """A restored photo and what became of each of its faces, in the order they were found. `scale_reason` says why it
    was enlarged so, where that was left to the program."""

    photo: Photo
    faces: tuple[FaceResult, ...]
    provider: str | None  # ONNX Runtime's name of what really ran; None if no model ran
    scale: int
    scale_reason: Message = NOTHING
