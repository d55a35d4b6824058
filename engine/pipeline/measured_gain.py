"""What a model was measured to gain on faces with some damage and some real detail, from its card."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

from engine.models.base import Damage, ModelCard
from engine.models.registry import InstalledModel
from engine.types import FaceQuality

TORN = 0.3  # of `FaceQuality.comb`: above it the two fields must be joined
NOISY, BLOCKY = 2.5, 0.25  # of noise in 1/255, of `FaceQuality.jpeg`, at the size to which the face is reduced
FARTHEST = 1.5  # times the largest size that was measured: beyond it nothing is known
SURE = 0.5  # around those limits: below half of one a face counts as clean, above one and a half of it as damaged
STEPS = 64  # at which the gain is looked at, from 8 to 512 px


@dataclass(frozen=True)
class Gain:
    """`psnr_db` over the input; `perceptual` nearness gained, as a share of the input's distance."""

    psnr_db: float
    perceptual: float


NONE_KNOWN = Gain(-math.inf, -math.inf)


def is_screened(quality: FaceQuality) -> bool:
    """Whether there is a printed screen to take out."""
    return quality.screen_px > 0


def is_torn(quality: FaceQuality) -> bool:
    """Whether the two fields of interlaced video must be joined."""
    return quality.comb > TORN


def damage_of(quality: FaceQuality) -> Damage:
    """What ails a face most once it is reduced to what it holds, which averages noise and compression away."""
    shares = _shares(quality)
    return max(shares, key=lambda damage: shares[damage])


def gain_for(card: ModelCard, quality: FaceQuality) -> Gain:
    """The gain on a face by what was measured of it: a little damage counts a little, so that two copies of one photo
    are not judged by opposite scores."""
    parts = [(share, gain_of(card, damage, quality.detail_px)) for damage, share in _shares(quality).items() if share]
    known = [(share, gain) for share, gain in parts if gain != NONE_KNOWN]
    weight = sum(share for share, _ in known)
    if weight < SURE:
        return NONE_KNOWN
    return Gain(
        sum(share * gain.psnr_db for share, gain in known) / weight,
        sum(share * gain.perceptual for share, gain in known) / weight,
    )


def _shares(quality: FaceQuality) -> dict[Damage, float]:
    """How much each kind of damage counts for a face; together 1."""
    if is_screened(quality):
        return {"screen": 1.0}
    if is_torn(quality):
        return {"comb": 1.0}
    kept = min(1.0, quality.detail_px / max(1.0, quality.width_px))  # px of the reduced face per px of the photo
    noise, jpeg = quality.noise * kept / NOISY, quality.jpeg * kept / BLOCKY
    share = min(1.0, max(0.0, (max(noise, jpeg) - 1 + SURE) / (2 * SURE)))
    return {"clean": 1 - share, "noise" if noise > jpeg else "jpeg": share}


def gain_of(card: ModelCard, damage: Damage, detail_px: float) -> Gain:
    """The gain at `detail_px`: on the line between the two measured sizes around it, which beyond the largest goes on
    a little where it falls; below the smallest its own.

    A card without scores by damage speaks by its plain ones, for faces within its range: they were clean.
    """
    low, high = card.useful_range
    if card.damage_scores:
        scores = [score for score in card.damage_scores if score.damage == damage]
        measured = {float(score.detail_px): (score.psnr_gain_db, score.perceptual_gain) for score in scores}
        is_known = bool(measured) and detail_px <= FARTHEST * max(measured)
    else:
        measured = {
            float(s.input_px): (s.psnr_db - s.bicubic_psnr_db, 1 - s.perceptual / s.bicubic_perceptual)
            for s in card.scores
            if s.input_px > 0 and s.perceptual is not None and s.bicubic_perceptual
        }
        is_known = bool(measured) and low <= round(detail_px) <= high
    if not is_known:
        return NONE_KNOWN
    sizes = sorted(measured)
    above = next((i for i, size in enumerate(sizes) if size >= detail_px), len(sizes) - 1)
    first, second = sizes[max(0, above - 1)], sizes[above]
    share = 1.0 if first == second else math.log(max(1.0, detail_px) / first) / math.log(second / first)
    share = max(0.0, share)
    psnr, perceptual = (_on_the_line(a, b, share) for a, b in zip(measured[first], measured[second], strict=True))
    return Gain(psnr, perceptual)


def _on_the_line(first: float, second: float, share: float) -> float:
    """Beyond the second value a loss goes on, and nothing is gained that was not measured."""
    value = first + share * (second - first)
    return min(value, second) if share > 1 else value


def most_detail(model: InstalledModel, quality: FaceQuality, helps: Callable[[Gain], bool]) -> float:
    """Px of real detail up to which a model helps a face of such quality; 0 if it never does."""
    sizes = [8 * 64 ** (step / STEPS) for step in range(STEPS + 1)]
    shown = max(quality.width_px, 1.0) / max(quality.detail_px, 1.0)  # px of the photo per px of detail, as they are
    faces = [replace(quality, detail_px=size, width_px=size * shown) for size in sizes]
    return max((face.detail_px for face in faces if helps(gain_for(model.card, face))), default=0.0)
