"""Where a model stands, in words and in the cells of a table."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.evaluation.standing import Standing
from fsr_desktop.language.numbers import decimal, difference

translate = QCoreApplication.translate
NOT_MEASURED = "–"


def change_words(now: Standing, base: Standing) -> str:
    """What has changed since the base model: "PSNR +0.50 dB, perceptual distance -0.012, landmarks -0.20 %"."""
    parts = [translate("Standing", "PSNR {change} dB").format(change=difference(now.psnr_db - base.psnr_db, 2))]
    if now.perceptual is not None and base.perceptual is not None:
        change = difference(now.perceptual - base.perceptual, 3)
        parts.append(translate("Standing", "perceptual distance {change}").format(change=change))
    if now.landmarks is not None and base.landmarks is not None:
        parts.append(
            translate("Standing", "landmarks {change} %").format(change=difference(now.landmarks - base.landmarks, 2))
        )
    return ", ".join(parts)


def headers() -> list[tuple[str, str]]:
    """The titles of the columns of `cells`, and what each says."""
    return [
        (
            translate("Standing", "PSNR"),
            translate("Standing", "How exact the brightness of each pixel is; higher is better."),
        ),
        (
            translate("Standing", "Perceptual distance"),
            translate(
                "Standing",
                "How far from the truth it looks, as a network that knows pictures sees it; lower is better.",
            ),
        ),
        (
            translate("Standing", "Landmarks off by"),
            translate(
                "Standing",
                "How far eyes, nose and mouth are from where they are in truth, in per cent of the distance of the "
                "eyes; lower is better.",
            ),
        ),
        (
            translate("Standing", "Sharpness"),
            translate("Standing", "Fine detail, as a share of the truth's; 1 is as sharp as the truth."),
        ),
    ]


def cells(standing: Standing) -> list[str]:
    """The numbers of a row, as `headers` names them."""
    return [
        f"{decimal(standing.psnr_db, 2)} dB",
        _known(standing.perceptual, 3),
        _known(standing.landmarks, 2, " %"),
        decimal(standing.sharpness, 2),
    ]


def _known(value: float | None, digits: int, unit: str = "") -> str:
    return NOT_MEASURED if value is None else decimal(value, digits) + unit
