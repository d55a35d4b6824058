"""Which files are photos, by their names."""

from __future__ import annotations

from pathlib import Path

from fsr_desktop.session.photo_paths import photos_in


def test_folders_give_their_photos_sorted_and_nothing_hidden(tmp_path: Path) -> None:
    names = ("b.jpg", "a.PNG", "notes.txt", ".hidden.jpg", ".thumbs/c.jpg", "below/d.tif")
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "folder.jpg").mkdir()
    assert [path.relative_to(tmp_path).as_posix() for path in photos_in([tmp_path])] == [
        "a.PNG",
        "b.jpg",
        "below/d.tif",
    ]


def test_a_folder_that_is_hidden_itself_is_looked_into(tmp_path: Path) -> None:
    (tmp_path / ".album").mkdir()
    (tmp_path / ".album" / "a.jpg").touch()
    assert len(photos_in([tmp_path / ".album"])) == 1


def test_a_named_file_is_tried_whatever_it_is_called_and_comes_once(tmp_path: Path) -> None:
    odd, photo = tmp_path / "odd.xyz", tmp_path / "a.jpg"
    photo.touch()
    assert photos_in([odd, photo, tmp_path, odd]) == [odd, photo]
