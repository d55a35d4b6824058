"""`fsr-desktop degrade` on the shipped samples, with the real detector."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.paths import samples_folder
from engine.training.recipes_shipped import shipped_recipes
from fsr_desktop.cli.main import main

RECIPE = "sparnet-x8"  # the fewest tiles


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A copy of a small photo with one face, in a folder of its own."""
    return copy_of("grace-hopper-48px.jpg", tmp_path / "photos")


def copy_of(sample: str, folder: Path) -> Path:
    folder.mkdir()
    return Path(shutil.copy(samples_folder() / sample, folder))


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, list[Path], str]:
    """Exit status, the sheets named on standard output, and standard error."""
    code = main(["degrade", *map(str, arguments)])
    captured = capsys.readouterr()
    return code, [Path(line) for line in captured.out.splitlines()], captured.err


def test_the_sheet_lies_beside_the_photo_and_nothing_is_replaced(
    photo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = hashlib.sha256(photo.read_bytes()).hexdigest()
    sheets = [run(capsys, photo, "--recipe", RECIPE) for _ in range(2)]
    assert [code for code, _, _ in sheets] == [0, 0]
    (first,), (second,) = sheets[0][1], sheets[1][1]
    assert (first, second) == (
        photo.with_name("grace-hopper-48px_degraded.png"),
        photo.with_name("grace-hopper-48px_degraded-2.png"),
    )
    assert first.read_bytes() == second.read_bytes()
    with Image.open(first) as sheet:
        assert sheet.mode == "RGB" and sheet.width > 1400 and sheet.height > 500
    assert hashlib.sha256(photo.read_bytes()).hexdigest() == before
    assert "only" in sheets[0][2]  # the faces are small, and the user is told


def test_every_face_gets_a_sheet_and_faces_can_be_chosen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    photo = copy_of("two-people.jpg", tmp_path / "album")
    code, both, _ = run(capsys, photo, "--recipe", RECIPE, "--faces", "all", "--output", photo.parent / "s.png")
    assert code == 0 and [path.name for path in both] == ["s.png", "s-2.png"]
    code, one, _ = run(capsys, photo, "--recipe", RECIPE, "--faces", "2", "--output", photo.parent / "one.png")
    assert code == 0 and one[0].read_bytes() == both[1].read_bytes() != both[0].read_bytes()
    code, none, words = run(capsys, photo, "--recipe", RECIPE, "--faces", "3")
    assert (code, none) == (1, []) and "no face 3" in words


def test_the_lowest_score_of_a_face_can_be_asked_for(photo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, sheets, words = run(capsys, photo, "--recipe", RECIPE, "--min-score", 0.999)
    assert (code, sheets) == (1, []) and "No face was found" in words


def test_film_damage_is_shown_where_a_folder_of_masks_is_given(
    photo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own, masks = tmp_path / "own.toml", tmp_path / "masks"
    text = shipped_recipes()[RECIPE].read_text()
    own.write_text(text.replace("[degradation]", "[degradation]\ndamage = {probability = 0.5}"))
    masks.mkdir()
    Image.new("L", (40, 40), 255).save(masks / "a.png")
    code, (plain,), words = run(capsys, photo, "--recipe", own)
    assert code == 0 and "--damage" in words
    code, (damaged,), words = run(capsys, photo, "--recipe", own, "--damage", masks)
    assert code == 0 and "--damage" not in words
    with Image.open(damaged) as longer, Image.open(plain) as shorter:
        assert longer.height > shorter.height


def test_the_seed_changes_the_random_draws(photo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheets = [run(capsys, photo, "--recipe", RECIPE, "--seed", seed)[1][0] for seed in (0, 7)]
    pictures = [np.asarray(Image.open(path)) for path in sheets]
    assert pictures[0].shape == pictures[1].shape and not np.array_equal(pictures[0], pictures[1])
    assert np.array_equal(pictures[0][:300], pictures[1][:300])  # the face and the reductions hold no chance


def test_a_recipe_file_and_an_output_folder_can_be_named(
    photo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "own.toml"
    text = shipped_recipes()[RECIPE].read_text().replace("[degradation]", "[degradation]\njpeg = {probability = 0.5}")
    own.write_text(text)
    code, (sheet,), _ = run(capsys, photo, "--recipe", own, "--output", tmp_path)
    assert code == 0 and sheet == tmp_path / "grace-hopper-48px_degraded.png"
    plain = run(capsys, photo, "--recipe", RECIPE)[1][0]
    with Image.open(sheet) as longer, Image.open(plain) as shorter:
        assert longer.height > shorter.height


def test_unusable_photos_recipes_and_folders_are_status_1_with_words(
    photo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Image.new("RGB", (90, 70), (40, 90, 160)).save(tmp_path / "sky.png")
    (tmp_path / "bad.jpg").write_bytes(b"no photo")
    cases = [
        ((tmp_path / "sky.png", "--recipe", RECIPE), "No face was found"),
        ((tmp_path / "bad.jpg", "--recipe", RECIPE), "not a photo"),
        ((tmp_path / "absent.jpg", "--recipe", RECIPE), "does not exist"),
        ((photo, "--recipe", "sparnet-x9"), "Did you mean 'sparnet-x8'?"),
        ((photo, "--recipe", tmp_path / "no.toml"), "no recipe file"),
        ((photo, "--recipe", RECIPE, "--output", tmp_path / "absent" / "s.png"), "does not exist"),
        ((photo, "--recipe", RECIPE, "--output", photo / "s.png"), "does not exist"),
        ((photo, "--recipe", RECIPE, "--output", tmp_path / "s.txt"), "suffix"),
        ((photo, "--recipe", RECIPE, "--detector", "other"), "no face detector"),
    ]
    for arguments, expected in cases:
        code, sheets, words = run(capsys, *arguments)
        assert (code, sheets) == (1, []) and expected in words, arguments


@pytest.mark.parametrize(("number", "expected"), [(errno.EACCES, "may not be written"), (errno.ENOSPC, "disk is full")])
def test_a_folder_that_takes_no_file_is_named_and_left_as_it_was(
    number: int, expected: str, photo: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("engine.files._create", refuse)
    code, sheets, words = run(capsys, photo, "--recipe", RECIPE)
    assert (code, sheets) == (1, []) and expected in words
    assert list(photo.parent.iterdir()) == [photo]


@pytest.mark.parametrize(
    "more", [[], ["--recipe"], ["--recipe", "r", "--seed", "-1"], ["--recipe", "r", "--seed", "x"]]
)
def test_wrong_usage_is_status_2(more: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["degrade", "a.jpg", *more]) == 2
    assert main(["degrade", "a.jpg", "--recipe", RECIPE, "--faces", "one"]) == 2
    assert capsys.readouterr().out == ""
