"""The one list of models that the window shows."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from engine.errors import DataError
from fsr_desktop.session import installed_models
from fsr_desktop.session.installed_models import InstalledModels


def test_the_models_are_read_once_for_all_who_ask(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    scans = list[int]()
    scan = installed_models.scan_models
    monkeypatch.setattr(installed_models, "scan_models", lambda: (scans.append(1), scan())[1])
    models = InstalledModels()
    assert scans == []  # nobody asked yet
    with qtbot.waitSignal(models.changed):
        assert models.current.models == models.current.models == ()
    found = models.current.find("sparnet-x8")
    assert found and models.current.size_of("sparnet-x8") == found.weights.stat().st_size
    assert scans == [1]


def test_a_refresh_finds_what_came_meanwhile(qtbot: QtBot, own_data_folder: Path) -> None:
    models = InstalledModels()
    with qtbot.waitSignal(models.changed):
        assert models.current.problems == ()
    (own_data_folder / "models" / "broken").mkdir(parents=True)
    (own_data_folder / "models" / "broken" / "card.toml").write_text("this is no card", encoding="utf-8")
    with qtbot.waitSignal(models.changed):
        models.refresh()
    (problem,) = models.current.problems
    assert "is broken" in problem and models.current.find("sparnet-x8")


def test_without_the_programs_resources_the_problem_is_told(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise DataError("The folder of models is missing.")

    monkeypatch.setattr(installed_models, "scan_models", broken)
    models = InstalledModels()
    with qtbot.waitSignal(models.changed):
        assert models.current.models == ()
    assert models.current.problems == ("The folder of models is missing.",)
