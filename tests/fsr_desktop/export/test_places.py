from __future__ import annotations

import datetime
import os
from pathlib import Path

import pytest

from fsr_desktop.export.places import FIELDS, TakenPlaces, check_pattern, expand, suffix_for

DAY = datetime.date(2026, 3, 9)


def filled(pattern: str, name: str = "grandma", model: str = "sparnet-hd") -> str:
    return expand(pattern, name=name, model=model, scale=2, date=DAY, number=7)


def test_every_field_of_a_pattern_is_filled_in():
    assert filled("{number} {name} {model} x{scale} {date}") == "7 grandma sparnet-hd x2 2026-03-09"


def test_a_value_that_looks_like_a_field_is_left_as_it_is():
    assert filled("{name}", name="a{model}b") == "a{model}b"


@pytest.mark.parametrize("pattern", ["", "  ", "...", "{nam}", "{name", "name}", "{{name}}", "a/b", "a:b", "x" * 300])
def test_a_pattern_that_cannot_be_a_name_is_refused_in_words(pattern: str):
    assert check_pattern(pattern).endswith(".")


@pytest.mark.parametrize("pattern", ["{name}_restored", "plain", "ünï {date}", *(f"{{{field}}}" for field in FIELDS)])
def test_a_good_pattern_has_no_problem(pattern: str):
    assert check_pattern(pattern) == ""


def test_what_no_file_system_takes_is_replaced():
    assert filled("{name}", name='a/b\\c:d*e?f"g<h>i|j\nk') == "a_b_c_d_e_f_g_h_i_j_k"


@pytest.mark.parametrize("name", ["", " . ", "..", "CON", "nul.txt", "é" * 500])
def test_a_name_is_never_empty_reserved_or_too_long(name: str):
    text = filled("{name}", name=name)
    assert text.strip(" .") == text != ""
    assert text.upper().partition(".")[0] not in {"CON", "NUL"} or text.endswith("_")
    assert len(os.fsencode(text)) <= 200


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
