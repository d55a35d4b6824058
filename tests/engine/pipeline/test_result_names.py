"""Names that every file system takes."""

from __future__ import annotations

import os

import pytest

from engine.pipeline.result_names import keep_date, shortened


@pytest.mark.parametrize("stem", ["a" * 251, "ä" * 127, "祖" * 83, "👵" * 62])
@pytest.mark.parametrize("ending", ["_restored", "_page12_restored"])
def test_a_long_stem_leaves_room_for_all_that_follows(tmp_path, stem, ending):
    short = shortened(stem, ending)
    assert stem.startswith(short) and len(short) > 40
    (tmp_path / f"{short}{ending}_face12_before-9999.tiff").touch()


def test_a_usual_stem_is_kept():
    assert shortened("grandma 1931", "_restored") == "grandma 1931"
    assert shortened("a" * 200, "_restored") == "a" * 200


def test_a_name_that_is_no_text_is_kept():
    name = os.fsdecode(b"gr\xfcn" * 3)
    assert shortened(name, "_restored") == name


def test_a_result_gets_the_date_of_its_photo(tmp_path):
    for name in ("photo", "result"):
        (tmp_path / name).touch()
    os.utime(tmp_path / "photo", ns=(10**18, 10**18 + 5))
    keep_date(tmp_path / "photo", tmp_path / "result")
    assert (tmp_path / "result").stat().st_mtime_ns == (tmp_path / "photo").stat().st_mtime_ns
    keep_date(tmp_path / "missing", tmp_path / "result")  # no date is no failure
