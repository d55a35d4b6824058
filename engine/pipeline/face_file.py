"""A restored face in a file: what the engine process writes and the window and the exports read."""

from __future__ import annotations

import json
import struct
import zipfile
import zlib
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.errors import DataError, ModelError
from engine.files import PASSING, atomic_file, reason_of
from engine.messages import message
from engine.pipeline.refused_write import refused_write
from engine.runtime.outputs import restoration_from_outputs
from engine.types import FaceQuality, Floats, Restoration

_SCALARS = (
    "model", "scale", "seed", "match_grain", "is_grey", "face_side", "left", "top", "photo_state",
    "can_single_out", "seconds", "provider", "outside_range", "keeps_finer",
)  # fmt: skip
_ARRAYS = ("crop", "restored", "photo_from_crop", "patch", "mask", "consistency", "profile", "given")
_TENSORS = ("image", "heatmaps", "landmarks", "action_units", "rendered_prior", "transform")
_PREFIX = "restoration_"
# What reading a damaged .npz raises.
_DAMAGE = (
    OSError, EOFError, KeyError, ValueError, TypeError, AttributeError, SyntaxError, RuntimeError,
    zipfile.BadZipFile, zlib.error, struct.error,
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class FaceFile:
    """A restored face and where it belongs.

    `crop` and `restored` `(S, S, 3)` in [0, 1], in the photo's own colours, whose ICC profile is `profile` (bytes; none
    where there are none); `restoration` as the model gave it (a batch of one). `photo_from_crop` `(2, 3)` px of the
    crop -> px of the photo; `face_side` px of the square in the photo.
    `left`, `top`, `patch` `(h, w, 3)` uint8 sRGB, `mask` `(h, w)` in [0, 1]: what is blended over the photo's picture
    on the screen, enlarged `scale` times: `picture + mask * strength * (patch - picture)`. `scale` is the smallest at
    which nothing of `restored` is lost.
    `consistency` `(h, w)`: restored face, reduced to the photo's own resolution, minus the photo there (luma, -1 to 1).
    `given` as `crop`: what the model was given, where that is not `crop`; no pixels where it is. `quality`: what was
    measured of the face; None in files of former versions.
    `can_single_out`: whether `SingleOut` can add the pictures of single attention maps.
    `photo_state` tells what was in the photo's file from what is after a change; empty where nobody asked.
    `seconds` is what restoring took, on `provider`; 0 and empty in files of former versions.
    `outside_range`: `model` is not meant for such a face. `keeps_finer`: what the photo has finer than `restored` is
    kept; in files of former versions it was not.
    """

    model: str
    scale: int
    seed: int
    match_grain: bool
    is_grey: bool
    crop: Floats
    restored: Floats
    photo_from_crop: NDArray[np.float64]
    face_side: float
    left: int
    top: int
    patch: NDArray[np.uint8]
    mask: Floats
    consistency: Floats
    restoration: Restoration
    photo_state: str = ""
    can_single_out: bool = False
    seconds: float = 0.0
    provider: str = ""
    outside_range: bool = False
    keeps_finer: bool = True
    profile: NDArray[np.uint8] = field(default_factory=lambda: np.zeros(0, np.uint8))
    given: Floats = field(default_factory=lambda: np.zeros((0, 0, 3), np.float32))
    quality: FaceQuality | None = None

    @property
    def held_side(self) -> float:
        """Px of the crop's square that the face really holds; those it has, where nothing was measured."""
        quality = self.quality
        return self.face_side if quality is None else self.face_side * quality.detail_px / quality.width_px

    @property
    def departs(self) -> float:
        """How far the restored face departs from the photo: mean difference of brightness at the photo's own
        resolution, of 255."""
        return 255 * float(np.abs(self.consistency).mean()) if self.consistency.size else 0.0


def write_face_file(face: FaceFile, path: Path) -> None:
    """Write it as an uncompressed .npz, atomically. Raises: DataError if it cannot be written."""
    arrays = _arrays(face)
    try:
        with atomic_file(path, keeping=PASSING) as beside, zipfile.ZipFile(beside, "w") as archive:
            for name, array in arrays.items():
                with archive.open(f"{name}.npy", "w", force_zip64=True) as entry:
                    np.lib.format.write_array(entry, array, allow_pickle=False)
    except OSError as error:
        raise refused_write(message("The restored face"), path, error) from error


def read_face_file(path: Path) -> FaceFile:
    """Read what `write_face_file` wrote. Raises: DataError if the file is missing or damaged."""
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as archive:
            return _face({name: archive[name] for name in archive.files})
    except FileNotFoundError as error:
        raise DataError("The restored face {path} is missing.", hint="Restore the face again.", path=path) from error
    except (*_DAMAGE, ModelError) as error:
        raise DataError(
            "The restored face {path} is damaged ({error}).",
            hint="Restore the face again.",
            path=path,
            error=reason_of(error),
        ) from error


def _arrays(face: FaceFile) -> dict[str, NDArray[Any]]:
    """Everything by name: the fields, and with a prefix the tensors of the restoration as ONNX files name them."""
    fields = {name: np.asarray(getattr(face, name)) for name in (*_SCALARS, *_ARRAYS)}
    restoration = face.restoration
    tensors: dict[str, Floats | None] = {name: getattr(restoration, name) for name in _TENSORS}
    tensors |= {f"steps_{number}": step for number, step in enumerate(restoration.steps, start=1)}
    tensors |= {f"attention_{name}": value for name, value in (restoration.attention or {}).items()}
    tensors |= {f"morphable_{name}": value for name, value in (restoration.morphable or {}).items()}
    tensors |= {f"singled_{name}": value for name, value in (restoration.singled or {}).items()}
    given = {f"{_PREFIX}{name}": value for name, value in tensors.items() if value is not None}
    names = np.array(json.dumps(dict(restoration.names), ensure_ascii=False))
    quality = {} if face.quality is None else {"quality": np.array(json.dumps(asdict(face.quality)))}
    refusals = {"prior_refusals": np.array(restoration.prior_refusals)} if restoration.prior_refusals else {}
    return {**fields, "names": names, **quality, **refusals, **given}


def _face(arrays: dict[str, NDArray[Any]]) -> FaceFile:
    """Raises: KeyError, ValueError or ModelError if something is missing or has a wrong shape."""
    tensors = {name.removeprefix(_PREFIX): value for name, value in arrays.items() if name.startswith(_PREFIX)}
    stored = json.loads(str(arrays["names"])) if "names" in arrays else {}  # older files have none
    names = {output: tuple(parts) for output, parts in stored.items()}
    refusals = tuple(str(one) for one in arrays.get("prior_refusals", ()))
    face = FaceFile(
        model=str(arrays["model"]),
        scale=int(arrays["scale"]),
        seed=int(arrays["seed"]),
        match_grain=bool(arrays["match_grain"]),
        is_grey=bool(arrays["is_grey"]),
        crop=arrays["crop"],
        restored=arrays["restored"],
        photo_from_crop=arrays["photo_from_crop"],
        face_side=float(arrays["face_side"]),
        left=int(arrays["left"]),
        top=int(arrays["top"]),
        patch=arrays["patch"],
        mask=arrays["mask"],
        consistency=arrays["consistency"],
        restoration=replace(restoration_from_outputs(tensors, names), prior_refusals=refusals),
        photo_state=str(arrays["photo_state"]),
        profile=arrays["profile"],
        can_single_out=bool(arrays["can_single_out"]),
        seconds=float(arrays.get("seconds", 0.0)),
        provider=str(arrays.get("provider", "")),
        outside_range=bool(arrays.get("outside_range", False)),
        keeps_finer=bool(arrays.get("keeps_finer", False)),
        given=arrays.get("given", np.zeros((0, 0, 3), np.float32)),
        quality=FaceQuality(**json.loads(str(arrays["quality"]))) if "quality" in arrays else None,
    )
    _check_shapes(face)
    return face


def _check_shapes(face: FaceFile) -> None:
    is_square = face.crop.ndim == 3 and face.crop.shape[0] == face.crop.shape[1] and face.crop.shape[2] == 3
    if not is_square or face.restored.ndim != 3 or face.photo_from_crop.shape != (2, 3) or face.given.ndim != 3:
        raise ValueError(message("a face of another shape than expected"))
    if face.patch.dtype != np.uint8 or face.patch.shape != (*face.mask.shape, 3) or face.consistency.ndim != 2:
        raise ValueError(message("a patch of another shape than expected"))
