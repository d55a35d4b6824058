from __future__ import annotations

from pathlib import Path

import pytest

from fsr_desktop.export.places import TakenPlaces, suffix_for


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
