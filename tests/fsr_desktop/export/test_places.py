from __future__ import annotations

import os
from pathlib import Path

import pytest

from fsr_desktop.export.places import TakenPlaces, shortened, suffix_for


@pytest.mark.parametrize(
    ("chosen", "photo_format", "bits", "suffix"),
    [
        ("auto", "JPEG", 8, ".png"),
        ("auto", "TIFF", 16, ".tiff"),
        ("auto", "WEBP", 8, ".webp"),
        ("auto", "BMP", 8, ".png"),
        ("jpeg", "TIFF", 16, ".jpg"),
        ("tiff", "JPEG", 8, ".tiff"),
        ("gif", "", 8, ".gif"),
    ],
)
def test_auto_keeps_a_photo_without_loss_and_a_chosen_format_is_taken(
    chosen: str, photo_format: str, bits: int, suffix: str
):
    assert suffix_for(chosen, photo_format, bits) == suffix


def test_the_source_is_never_the_target_even_in_other_case_or_through_a_link(tmp_path: Path):
    source = tmp_path / "photos" / "Café.PNG"
    source.parent.mkdir()
    (tmp_path / "link").symlink_to(source.parent)
    taken = TakenPlaces([source])
    assert taken.free(source) == source.with_name("Café-2.PNG")
    assert TakenPlaces([source]).free(source.with_name("cafe\u0301.png")).stem.endswith("-2")
    assert TakenPlaces([source]).free(tmp_path / "link" / "Café.PNG").stem == "Café-2"


def test_the_same_name_in_another_folder_is_free(tmp_path: Path):
    assert TakenPlaces([tmp_path / "a" / "x.png"]).free(tmp_path / "b" / "x.png") == tmp_path / "b" / "x.png"


def test_two_photos_of_one_name_get_two_targets(tmp_path: Path):
    taken = TakenPlaces()
    assert [taken.free(tmp_path / "x.png").name for _ in range(3)] == ["x.png", "x-2.png", "x-3.png"]


def test_endings_that_are_put_before_the_suffix_are_looked_at(tmp_path: Path):
    taken = TakenPlaces([tmp_path / "x_after.png"])
    assert taken.free(tmp_path / "x.png", endings=("_before", "_after")).name == "x-2.png"


@pytest.mark.parametrize("name", ["a" * 251, "ä" * 127, "祖" * 83, "👵" * 62])
@pytest.mark.parametrize("rest", ["", "_restored", "_sparnet-x8_2026-11-30"])
def test_a_long_name_leaves_room_for_all_that_follows(tmp_path: Path, name: str, rest: str):
    short = shortened(name, rest)
    assert name.startswith(short) and len(short) > 40
    (tmp_path / f"{short}{rest}_face12_before_after-9999.tiff").touch()


def test_a_usual_name_is_kept():
    assert shortened("grandma 1931", "_restored") == "grandma 1931"
    odd = os.fsdecode(b"gr\xfcn" * 3)  # no text at all
    assert shortened(odd, "_restored") == odd
