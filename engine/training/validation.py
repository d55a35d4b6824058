"""Scores of a network on validation faces while it is trained, with a figure."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor, nn

from engine.alignment.resample import resize_bicubic
from engine.datasets.landmarks import Points
from engine.datasets.portraits import Portrait, aligned_faces, tight_faces
from engine.degradation.blind import degrade_bicubic
from engine.degradation.blind_set import BLIND, blind_inputs
from engine.errors import DataError
from engine.evaluation.metrics import psnr_y, sharpness, ssim_y
from engine.features.feature_networks import load_features, perceptual_distance
from engine.files import atomic_file
from engine.models.registry import load_family
from engine.priors.heatmaps import decode_heatmaps
from engine.priors.landmarks68 import nrmse
from engine.training.face_landmarks import tight_landmarks
from engine.training.loop import Validation
from engine.training.recipe import Recipe

BATCH = 8
FIGURE_FACES = 6
LARGEST_TRUTH = 256  # px, of aligned faces
SIDES = (8, 16, 32)  # px
Images = NDArray[np.float32]  # (N, H, W, 3) RGB in [0, 1]


def validation_of(recipe: Recipe, portraits: Sequence[Portrait], figures: Path) -> Validation:
    """The validation that fits a recipe's crops. Raises: DataError without portraits."""
    if not portraits:
        raise DataError("No face is left to validate on.", hint="Give more photos, or a lower min_detail.")
    size: int = recipe.network.size
    if recipe.data.crop == "ffhq":
        return AlignedValidation(portraits, size=size, figures=figures)
    faces = tight_faces(portraits, size=size)
    if "steps" not in load_family(recipe.family).outputs:
        return TightValidation(faces, figures=figures)
    landmarks = tight_landmarks(portraits, side_px=size, extent=1.0) if recipe.loss.alignment_weight else None
    return StepsValidation(faces, landmarks, side=recipe.network.low_size, figures=figures)


class TightValidation:
    """PSNR and SSIM at several input sizes, low-resolution faces by bicubic reduction."""

    def __init__(self, faces: Images, *, figures: Path, sides: Sequence[int] = SIDES) -> None:
        self._faces, self._figures, self._sides = faces, figures, sides

    def __call__(self, network: nn.Module, step: int) -> dict[str, float]:
        """Mean scores of the network."""
        row: dict[str, float] = {}
        for side in self._sides:
            low = np.stack([degrade_bicubic(face, side) for face in self._faces])
            restored = restore(network, low)
            row |= mean_scores(restored, self._faces, suffix=f"_{side}")
            if side == self._sides[len(self._sides) // 2]:
                write_figure(self._figures / f"step-{step:06d}.png", low, restored, self._faces)
        return row


class StepsValidation:
    """PSNR, SSIM and landmark error (`engine.priors.landmarks68.nrmse`) of every step of a network that works in turns.

    `side` px is that of the low-resolution faces, `landmarks` `(N, 68, 2)` are those of `faces`; NaN where not known.
    """

    def __init__(self, faces: Images, landmarks: Points | None, *, side: int, figures: Path) -> None:
        self._faces, self._landmarks, self._figures, self._side = faces, landmarks, figures, side
        self._low = np.stack([degrade_bicubic(face, side) for face in faces])

    def __call__(self, network: nn.Module, step: int) -> dict[str, float]:
        """Mean scores of the network's last step, then of each step by its number."""
        size, device = self._faces.shape[1], next(network.parameters()).device
        pictures: list[list[Images]] = []
        found: list[list[Points]] = []
        with torch.inference_mode():
            for start in range(0, len(self._low), BATCH):
                batch = torch.from_numpy(self._low[start : start + BATCH]).permute(0, 3, 1, 2).contiguous().to(device)
                output = network(batch * 2 - 1)
                pictures.append([_to_images(image) for image in output.steps])
                found.append([decode_heatmaps(maps, image_size=size).cpu().numpy() for maps in output.heatmaps])
        restored = [np.concatenate(parts) for parts in zip(*pictures, strict=True)]
        landmarks = [np.concatenate(parts) for parts in zip(*found, strict=True)]
        row = mean_scores(restored[-1], self._faces, suffix=f"_{self._side}")
        for number, images in enumerate(restored, start=1):
            row |= mean_scores(images, self._faces, suffix=f"_step_{number}")
        for number, points in enumerate(landmarks, start=1):
            if self._landmarks is not None:
                row[f"nrmse_step_{number}"] = round(float(np.nanmean(nrmse(points, self._landmarks))), 5)
        write_figure(self._figures / f"step-{step:06d}.png", self._low, restored[-1], self._faces)
        return row


class AlignedValidation:
    """PSNR, SSIM, perceptual distance (EfficientNet-Lite1) and sharpness ratio after SPARNet eq. 14, seed fixed.

    The truth has 256 px: few portraits hold more real detail.
    """

    def __init__(self, portraits: Sequence[Portrait], *, size: int, figures: Path) -> None:
        self._truth = aligned_faces(portraits, size=min(size, LARGEST_TRUTH))
        self._low = blind_inputs(self._truth, BLIND, size=size)
        self._features = load_features("efficientnet-lite1")
        self._figures = figures

    def __call__(self, network: nn.Module, step: int) -> dict[str, float]:
        """Mean scores of the network, and the median sharpness ratio."""
        restored = self._at_truth(restore(network, self._low))
        write_figure(self._figures / f"step-{step:06d}.png", self._at_truth(self._low), restored, self._truth)
        return self.scores(restored)

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


@torch.inference_mode()
def restore(network: nn.Module, low: Images) -> Images:
    """Pictures restored by a torch network that works in [-1, 1]."""
    device = next(network.parameters()).device
    parts: list[Images] = []
    for start in range(0, len(low), BATCH):
        batch = torch.from_numpy(low[start : start + BATCH]).permute(0, 3, 1, 2).contiguous().to(device)
        parts.append(_to_images(network(batch * 2 - 1).image))
    return np.concatenate(parts)


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
        raise DataError(f"The figure {path} cannot be written: {error.strerror}.") from error
