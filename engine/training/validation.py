"""Scores of a network on validation faces while it is trained, with a figure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor, nn

from engine.alignment.resample import resize_bicubic
from engine.datasets.labels import PLACEMENT, Labels, label_values
from engine.datasets.portraits import Portrait, aligned_faces, tight_faces
from engine.datasets.unaligned import unaligned_faces
from engine.degradation.blind import degrade_bicubic
from engine.degradation.blind_set import BLIND, blind_inputs
from engine.errors import DataError
from engine.evaluation.metrics import psnr_y, sharpness, ssim_y
from engine.features.feature_networks import load_features, perceptual_distance
from engine.files import atomic_file, refused
from engine.messages import message
from engine.models.base import CropKind, FamilyLosses, FamilySpec
from engine.models.registry import load_family
from engine.training.labels import face_labels, in_faces
from engine.training.loop import Validation
from engine.training.recipe import NO_TERMS, Recipe

BATCH = 8
FIGURE_FACES = 6
LARGEST_TRUTH = 256  # px, of aligned faces
SIDES = (8, 16, 32)  # px
Images = NDArray[np.float32]  # (N, H, W, 3) RGB in [0, 1]


def validation_of(recipe: Recipe, portraits: Sequence[Portrait], figures: Path) -> Validation:
    """The validation that fits a recipe's crops. Raises: DataError without portraits."""
    if not portraits:
        raise DataError("No face is left to validate on.", hint="Give more photos, or a lower min_detail.")
    family, size = load_family(recipe.family), int(recipe.network.size)
    own = own_scores(family, recipe.family_loss, portraits, crop=recipe.data.crop, size=size)
    if recipe.data.crop == "ffhq":
        return AlignedValidation(portraits, size=size, figures=figures, own=own)
    low_side = family.low_side(recipe.network)
    if recipe.data.unaligned.is_on:
        return unaligned_validation(family, recipe.family_loss, portraits, size=size, side=low_side, figures=figures)
    sides = (low_side,) if low_side else SIDES
    return TightValidation(tight_faces(portraits, size=size), figures=figures, sides=sides, own=own)


@dataclass(frozen=True, kw_only=True)
class OwnScores:
    """How a family's output is scored beside its result: its pictures by step, and by what only the family knows.

    `labels` `(N, ...)` are those of the faces, by kind.
    """

    family: FamilySpec | None = None
    losses: FamilyLosses = NO_TERMS
    labels: Mapping[str, Labels] = field(default_factory=dict[str, Labels])


def own_scores(
    family: FamilySpec, losses: FamilyLosses, portraits: Sequence[Portrait], *, crop: CropKind, size: int
) -> OwnScores:
    """The family's scores of these faces, with the labels that its losses need. Raises: DataError, as `face_labels`."""
    labels = in_faces(face_labels(family, losses.labels, portraits), portraits, crop=crop, size=size)
    return OwnScores(family=family, losses=losses, labels=label_values(labels))


class TightValidation:
    """PSNR and SSIM at several input sizes, low-resolution faces by bicubic reduction; the family's own scores and the
    figure at the middle one. `seen`: what is reduced, where that is not the truth itself."""

    def __init__(
        self,
        faces: Images,
        *,
        figures: Path,
        sides: Sequence[int] = SIDES,
        own: OwnScores | None = None,
        seen: Images | None = None,
    ) -> None:
        self._faces, self._figures, self._sides, self._own = faces, figures, sides, own or OwnScores()
        self._seen = faces if seen is None else seen

    def __call__(self, network: nn.Module, step: int) -> dict[str, float]:
        """Mean scores of the network."""
        row: dict[str, float] = {}
        for side in self._sides:
            low = np.stack([degrade_bicubic(face, side) for face in self._seen])
            made = outcome(network, low, self._own)
            row |= mean_scores(made.pictures[-1], self._faces, suffix=f"_{side}")
            if side == self._sides[len(self._sides) // 2]:
                row |= made.own_scores(made.pictures, self._faces)
                write_figure(self._figures / f"step-{step:06d}.png", low, made.pictures[-1], self._faces)
        return row


def unaligned_validation(
    family: FamilySpec, losses: FamilyLosses, portraits: Sequence[Portrait], *, size: int, side: int, figures: Path
) -> Validation:
    """As `TightValidation`, of faces that are placed at random in what the network sees (`SCORED`); upright truth."""
    faces = unaligned_faces(portraits, size=size)
    known = face_labels(family, losses.labels, portraits)
    labels = label_values({kind: label.in_crops(faces.file_from_truth) for kind, label in known.items()})
    own = OwnScores(family=family, losses=losses, labels=labels | {PLACEMENT: faces.placements})
    return TightValidation(faces.truth, seen=faces.seen, figures=figures, sides=(side,), own=own)


class AlignedValidation:
    """PSNR, SSIM, perceptual distance (EfficientNet-Lite1) and sharpness ratio after SPARNet eq. 14, seed fixed.

    The truth has 256 px: few portraits hold more real detail.
    """

    def __init__(
        self, portraits: Sequence[Portrait], *, size: int, figures: Path, own: OwnScores | None = None
    ) -> None:
        self._own = own or OwnScores()
        self._truth = aligned_faces(portraits, size=min(size, LARGEST_TRUTH))
        self._low = blind_inputs(self._truth, BLIND, size=size)
        self._features = load_features("efficientnet-lite1")
        self._figures = figures

    def __call__(self, network: nn.Module, step: int) -> dict[str, float]:
        """Mean scores of the network, and the median sharpness ratio."""
        made = outcome(network, self._low, self._own)
        pictures = [self._at_truth(images) for images in made.pictures]
        write_figure(self._figures / f"step-{step:06d}.png", self._at_truth(self._low), pictures[-1], self._truth)
        return self.scores(pictures[-1]) | made.own_scores(pictures, self._truth)

    def input_scores(self) -> dict[str, float]:
        """The scores of the degraded faces themselves."""
        return self.scores(self._at_truth(self._low))

    def _at_truth(self, images: Images) -> Images:
        return reduced(images, size=self._truth.shape[1])

    def scores(self, restored: Images) -> dict[str, float]:
        """Scores of pictures in the truth's size."""
        row = mean_scores(restored, self._truth)
        row["perceptual"] = round(float(distances(self._features, restored, self._truth).mean()), 5)
        ratios = [sharpness(image) / sharpness(truth) for image, truth in zip(restored, self._truth, strict=True)]
        return row | {"sharpness": round(float(np.median(ratios)), 4)}


def mean_scores(restored: Images, truth: Images, *, suffix: str = "") -> dict[str, float]:
    """Mean PSNR and SSIM of Y."""
    pairs = list(zip(restored, truth, strict=True))
    return {
        f"psnr{suffix}": round(float(np.mean([psnr_y(*pair) for pair in pairs])), 4),
        f"ssim{suffix}": round(float(np.mean([ssim_y(*pair) for pair in pairs])), 5),
    }


def reduced(images: Images, *, size: int) -> Images:
    """Pictures at a side of `size` px, antialiased."""
    if images.shape[1] == size:
        return images
    return np.stack([resize_bicubic(image, (size, size)) for image in images])


@dataclass(frozen=True)
class Outcome:
    """What a network made of faces: the pictures of each step, the result last, and each face's own scores by name."""

    pictures: list[Images]
    extras: dict[str, NDArray[np.floating]]

    def own_scores(self, pictures: Sequence[Images], truth: Images) -> dict[str, float]:
        """Mean scores of each step, where there are several, by its number; then the family's own, of faces that have
        them. Args: pictures: those of the outcome, at the truth's size."""
        row: dict[str, float] = {}
        if len(pictures) > 1:
            for number, images in enumerate(pictures, start=1):
                row |= mean_scores(images, truth, suffix=f"_step_{number}")
        return row | {name: round(float(np.nanmean(values)), 5) for name, values in self.extras.items()}


@torch.inference_mode()
def outcome(network: nn.Module, low: Images, own: OwnScores) -> Outcome:
    """What a torch network that works in [-1, 1] makes of low-resolution faces, enlarged."""
    device = next(network.parameters()).device
    pictures: list[list[Images]] = []
    extras: list[Mapping[str, NDArray[np.floating]]] = []
    for start in range(0, len(low), BATCH):
        part = slice(start, start + BATCH)
        output = network(torch.from_numpy(low[part]).permute(0, 3, 1, 2).contiguous().to(device) * 2 - 1)
        pictures.append([_to_images(image) for image in own.losses.pictures(output)])
        labels = {kind: torch.from_numpy(values[part]).to(device) for kind, values in own.labels.items()}
        extras.append(own.family.extra_scores(output, labels) if own.family else {})
    steps = [np.concatenate(parts) for parts in zip(*pictures, strict=True)]
    return Outcome(steps, {name: np.concatenate([row[name] for row in extras]) for name in extras[0]})


def restore(network: nn.Module, low: Images) -> Images:
    """Pictures restored by a torch network that works in [-1, 1]."""
    return outcome(network, low, OwnScores()).pictures[-1]


def _to_images(pictures: Tensor) -> Images:
    """`(B, 3, H, W)` in [-1, 1] as pictures in [0, 1]."""
    return ((pictures + 1) / 2).clamp(0, 1).permute(0, 2, 3, 1).cpu().numpy()


@torch.inference_mode()
def distances(features: nn.Module, a: Images, b: Images) -> NDArray[np.float32]:
    """Perceptual distance of each pair, `(N,)`."""
    parts: list[NDArray[np.float32]] = []
    for start in range(0, len(a), BATCH):
        x, y = (torch.from_numpy(part[start : start + BATCH]).permute(0, 3, 1, 2).contiguous() for part in (a, b))
        parts.append(perceptual_distance(features, x, y).numpy())
    return np.concatenate(parts)


def write_figure(path: Path, low: Images, restored: Images, truth: Images) -> None:
    """A few faces in rows: input, restoration, truth. Raises: DataError if it cannot be written."""
    chosen = np.linspace(0, len(truth) - 1, min(FIGURE_FACES, len(truth))).astype(int)
    rows = [np.concatenate(list(images[chosen]), axis=1) for images in (low, restored, truth)]
    sheet = np.rint(np.concatenate(rows) * 255).astype(np.uint8)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with atomic_file(path) as beside:
            Image.fromarray(sheet).save(beside, format="PNG")
    except OSError as error:
        raise DataError(refused(message("The figure {path}", path=path), error, doing="write")) from error
