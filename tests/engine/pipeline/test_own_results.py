"""Results are known by their names and sizes, and no two photos of a run want the same one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PIL import Image

from engine.pipeline.own_results import without_own_results
from engine.pipeline.photo_folders import photos_below
from engine.pipeline.result_names import different_stems, result_stem


def picture(path: Path, width: int, height: int) -> Path:
    path.parent.mkdir(exist_ok=True)
    Image.new("RGB", (width, height)).save(path)
    return path


@pytest.mark.parametrize(
    ("name", "size", "is_result"),
    [
        ("a_restored.png", (40, 30), True),
        ("a-jpg_restored.png", (80, 60), True),
        ("a_restored-2.tiff", (120, 160), True),
        ("a_page3_restored.tiff", (40, 30), True),
        ("a_restored.png", (41, 30), False),
        ("b_restored.png", (40, 30), False),
        ("_restored.png", (40, 30), False),
    ],
)
def test_a_result_is_known_beside_its_photo_even_if_that_was_not_chosen(
    tmp_path: Path, name: str, size: tuple[int, int], is_result: bool
) -> None:
    picture(tmp_path / "a.jpg", 40, 30)
    other = picture(tmp_path / name, *size)
    assert without_own_results([other]) == ([] if is_result else [other])


def test_a_result_elsewhere_and_one_that_is_no_picture_are_photos(tmp_path: Path) -> None:
    picture(tmp_path / "a.jpg", 40, 30)
    broken, elsewhere = tmp_path / "a_restored.png", picture(tmp_path / "below" / "a_restored.png", 40, 30)
    broken.write_text("no picture")
    gone = tmp_path / "gone" / "a_restored.png"
    assert without_own_results([broken, elsewhere, gone]) == [broken, elsewhere, gone]


def test_photos_below_a_folder_are_sorted_and_nothing_is_hidden(tmp_path: Path) -> None:
    for name in ("b.jpg", "a.PNG", "notes.txt", ".hidden.jpg", ".thumbs/c.jpg", "below/d.tif"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "folder.jpg").mkdir()
    assert photos_below(tmp_path) == [tmp_path / "a.PNG", tmp_path / "b.jpg", tmp_path / "below" / "d.tif"]


def test_a_name_that_no_other_photo_wants_is_the_usual_one() -> None:
    out = Path("out")
    photos = [(Path("a.jpg"), out), (Path("b.jpg"), out), (Path("c/a.jpg"), out / "c")]
    assert different_stems(photos) == ["a", "b", "a"]


def test_photos_that_would_share_a_name_get_more_of_their_own() -> None:
    out = Path("out")
    photos = [Path(name) for name in ("x/a.jpg", "x/a.TIF", "y/a.jpg", "x/b.png", "z/x/a.jpg", "B.jpg", "a-tif.bmp")]
    stems = different_stems([(photo, out) for photo in photos])
    assert stems[:4] == ["x-a-jpg", "x-a-tif", "y-a-jpg", "b-png"]
    assert stems[4:] == ["x-a-jpg-2", "B-jpg", f"{Path(os.getcwd()).name}-a-tif-bmp"]


def test_names_hang_on_the_photos_and_not_on_their_order() -> None:
    photos = [(Path(name), Path("out")) for name in ("x/a.jpg", "x/a.TIF", "y/a.jpg", "x/b.png")]
    assert different_stems(photos[::-1]) == different_stems(photos)[::-1]


def test_a_page_has_its_number_and_a_long_name_is_shortened_between_characters() -> None:
    assert result_stem("a") == "a_restored"
    assert result_stem("a", page=2, page_count=3) == "a_page2_restored"
    name = result_stem("ä" * 200)
    assert name == f"{'ä' * (len(name) - len('_restored'))}_restored" and 200 < len(name.encode()) < 255
