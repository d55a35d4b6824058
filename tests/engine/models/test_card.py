"""A card keeps what was measured of its model."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from engine.models.base import DamageScore, ModelCard
from engine.models.card import read_card, write_card

CARD = ModelCard(
    id="small", family="sparnet", title="small", paper="", file="", sha256="", licence="Apache-2.0", input_size=32,
    output_size=32, useful_range=(8, 16), parameters=0, outputs=("image",),
)  # fmt: skip
SCORE = DamageScore(
    damage="screen", detail_px=16, faces=24, psnr_db=25.5, input_psnr_db=20.0, perceptual=0.6, input_perceptual=0.8
)


def test_scores_by_damage_are_written_and_read_and_a_card_without_them_is_read_as_before(tmp_path: Path) -> None:
    for card in (replace(CARD, damage_scores=(SCORE, replace(SCORE, damage="noise"))), CARD):
        write_card(card, tmp_path)
        assert read_card(tmp_path) == card


def test_a_score_says_what_was_gained() -> None:
    assert (SCORE.psnr_gain_db, SCORE.perceptual_gain) == pytest.approx((5.5, 0.25))
