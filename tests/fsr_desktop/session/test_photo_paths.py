"""Which files are photos, by their names."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage

from engine.photo_io import write_photo
from engine.photo_io.record import RestoredFace, recorded
from engine.types import Box, Photo, PhotoMetadata
from fsr_desktop.session.photo_paths import find_photos


def test_folders_give_their_photos_sorted_and_nothing_hidden(tmp_path: Path) -> None:
    names = ("b.jpg", "a.PNG", "notes.txt", ".hidden.jpg", ".thumbs/c.jpg", "below/d.tif")
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "folder.jpg").mkdir()
    assert [path.relative_to(tmp_path).as_posix() for path in find_photos([tmp_path]).photos] == [
        "a.PNG",
        "b.jpg",
        "below/d.tif",
    ]


def test_a_folder_that_is_hidden_itself_is_looked_into(tmp_path: Path) -> None:
    (tmp_path / ".album").mkdir()
    (tmp_path / ".album" / "a.jpg").touch()
    assert len(find_photos([tmp_path / ".album"]).photos) == 1


def test_a_named_file_is_tried_whatever_it_is_called_and_comes_once(tmp_path: Path) -> None:
    odd, photo = tmp_path / "odd.xyz", tmp_path / "a.jpg"
    photo.touch()
    assert find_photos([odd, photo, tmp_path, odd]).photos == (odd, photo)


def test_every_spelling_of_a_file_is_the_same_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "x").mkdir()
    photo = tmp_path / "x" / "a.jpg"
    photo.touch()
    monkeypatch.chdir(tmp_path)
    spellings = ["x/a.jpg", "./x/../x/a.jpg", f"{tmp_path}/x/./a.jpg", "x/../x"]
    assert find_photos([Path(name) for name in spellings]).photos == (photo,)
    assert find_photos([Path("none/../gone.jpg")]).photos == (tmp_path / "gone.jpg",)  # opening it says what is wrong


def test_a_step_back_out_of_a_linked_folder_is_where_the_system_goes(tmp_path: Path) -> None:
    (tmp_path / "far" / "inner").mkdir(parents=True)
    for folder in (tmp_path, tmp_path / "far"):
        (folder / "a.jpg").touch()
    (tmp_path / "link").symlink_to(tmp_path / "far" / "inner")
    assert find_photos([tmp_path / "link" / ".." / "a.jpg"]).photos == ((tmp_path / "far" / "a.jpg").resolve(),)


def picture(path: Path, width: int, height: int) -> Path:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0)
    assert image.save(str(path))
    return path


@pytest.mark.parametrize(
    ("name", "size", "is_result"),
    [
        ("a_restored.png", (40, 30), True),
        ("a_restored-2.png", (80, 60), True),
        ("a_restored.tiff", (160, 120), True),
        ("a_restored_30.jpg", (30, 40), True),  # turned upright
        ("a_restored.jpg", (50, 30), False),
        ("a_restored.bmp", (120, 90), False),
        ("b_restored.png", (40, 30), False),  # no photo beside it
        ("_restored.png", (40, 30), False),
    ],
)
def test_results_of_the_program_are_left_out_of_a_folder(
    tmp_path: Path, name: str, size: tuple[int, int], is_result: bool
) -> None:
    photo, other = picture(tmp_path / "a.jpg", 40, 30), picture(tmp_path / name, *size)
    found = find_photos([tmp_path])
    assert found.own_results == int(is_result)
    assert set(found.photos) == ({photo} if is_result else {photo, other})
    assert find_photos([other]).photos == (other,)  # named by the user himself, it is opened


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".webp", ".tiff"])
def test_a_result_that_says_so_is_left_out_whatever_its_name_and_size(tmp_path: Path, suffix: str) -> None:
    metadata = recorded(PhotoMetadata(), [RestoredFace("m", 1.0, Box(0, 0, 4, 4))], width=8, height=8, scale=1)
    result = tmp_path / f"grandma 1931{suffix}"
    write_photo(Photo(pixels=np.zeros((8, 8, 3), np.uint8), metadata=metadata), result)
    photo = picture(tmp_path / "a.jpg", 40, 30)
    found = find_photos([tmp_path])
    assert (found.photos, found.own_results) == ((photo,), 1)
    assert find_photos([result]).photos == (result,)


def test_a_file_without_a_readable_head_is_no_result(tmp_path: Path) -> None:
    picture(tmp_path / "a.png", 40, 30)
    (tmp_path / "a_restored.png").write_text("no picture")
    assert find_photos([tmp_path]).own_results == 0


def test_pictures_that_are_not_read_and_dead_links_are_not_forgotten(tmp_path: Path) -> None:
    photo = picture(tmp_path / "a.png", 4, 4)
    for name in ("b.gif", "c.PSD", ".hidden.gif", "notes.txt"):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "gone.jpg").symlink_to(tmp_path / "nowhere.jpg")
    (tmp_path / "folder.gif").mkdir()
    found = find_photos([tmp_path])
    assert found.photos == (photo,)
    assert [path.name for path in found.not_read] == ["b.gif", "c.PSD", "gone.jpg"]


def test_photos_after_the_first_thousands_are_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fsr_desktop.session.photo_paths.MOST_OF_A_FOLDER", 2)
    for name in "abc":
        picture(tmp_path / f"{name}.png", 4, 4)
    found = find_photos([tmp_path])
    assert ([path.stem for path in found.photos], found.too_many) == (["a", "b"], 1)
