from __future__ import annotations

import datetime
import os

import pytest

from fsr_desktop.settings.name_pattern import FIELDS, check_pattern, expand

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
