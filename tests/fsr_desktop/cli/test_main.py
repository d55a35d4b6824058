"""Which command is meant, whatever files lie in the folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from fsr_desktop.cli import doctor, window
from fsr_desktop.cli.main import main


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
