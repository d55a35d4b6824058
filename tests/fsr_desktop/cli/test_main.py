"""Which command is meant, whatever files lie in the folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from fsr_desktop.cli import doctor, window
from fsr_desktop.cli.main import USAGE, main


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What the window was asked to open."""
    found: list[list[str]] = []
    monkeypatch.setattr(window, "run", lambda options: found.append(options.photos) or 0)
    return found


def test_a_file_with_the_name_of_a_command_does_not_open_the_window(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opened: list[list[str]]
) -> None:
    (tmp_path / "doctor").touch()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(doctor, "run", lambda _options: 1)
    assert main(["doctor"]) == 1
    assert opened == []


def test_a_file_opens_the_window_with_it(tmp_path: Path, opened: list[list[str]]) -> None:
    photo = tmp_path / "photo.jpg"
    photo.touch()
    assert main([str(photo)]) == 0
    assert main([]) == 0
    assert opened == [[str(photo)], []]


@pytest.mark.parametrize("names", [["nosuch.jpg"], ["photos/none"], ["window", "nosuch"]])
def test_where_no_file_is_there_that_is_said_and_no_window_opens(
    names: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("fsr_desktop.app.run_window", lambda *_args: pytest.fail("a window was opened"))
    assert main(names) == 2
    assert capsys.readouterr().err == f"{names[-1]}: there is no such file.\n"


def test_the_window_opens_with_what_is_there_and_what_is_missing_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    told: list[tuple[list[Path], list[str]]] = []
    (tmp_path / "there.jpg").touch()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("fsr_desktop.app.run_window", lambda paths, missing: told.append((paths, missing)) or 0)
    assert main(["there.jpg", "nosuch.jpg"]) == 0
    assert told == [([Path("there.jpg")], ["nosuch.jpg"])]
    assert capsys.readouterr().err == "nosuch.jpg: there is no such file.\n"


def test_a_word_that_is_no_command_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["restaure"]) == 2
    assert "invalid choice" in capsys.readouterr().err


@pytest.mark.parametrize(
    "given", [["restore", "a.png", "-o", ""], ["restore", "", "-o", "out"], ["restore", "a.png", "--output="]]
)
def test_an_empty_name_is_wrong_usage_and_not_the_current_folder(
    given: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.png").write_bytes(b"")
    assert main(given) == USAGE
    assert "an argument is empty" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["a.png"]


def test_a_limit_of_no_megapixels_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["restore", "a.png", "-o", "out", "--max-megapixels", "0"]) == USAGE
    assert "expected more than 0" in capsys.readouterr().err
