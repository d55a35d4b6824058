"""The one list of models that the window shows."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from engine.errors import DataError
from engine.models.registry import InstalledModel, find_model
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
    assert "is broken" in str(problem) and models.current.find("sparnet-x8")


def a_model(like: str, model_id: str, *, look: str, family: str, upright: bool = False) -> InstalledModel:
    """A model that comes with the program, or the user's own if its look is "Mine"; the files are another's."""
    model = find_model(like)
    outputs = (*model.card.outputs, "transform") if upright else model.card.outputs
    lowest = 12 if upright else model.card.useful_range[0]
    card = replace(model.card, id=model_id, look=look, family=family, outputs=outputs, useful_range=(lowest, 24))
    return replace(model, card=card, source="user" if look == "Mine" else "shipped")


def test_everyday_models_come_first_and_a_family_stays_together(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    by_id = (
        a_model("sparnet-x8", "aged", look="Mine", family="sparnet"),
        a_model("dic-x8", "dic", look="Guided", family="dic"),
        a_model("dic-x8", "dicgan", look="Guided crisp", family="dic"),
        a_model("dic-x8", "mpegan", look="Expressions crisp", family="mpenet"),
        a_model("dic-x8", "mpenet", look="Expressions", family="mpenet"),
        a_model("dic-x8", "mtun", look="Upright", family="mtun", upright=True),
        a_model("sparnet-hd", "hd", look="Crisp", family="sparnet"),
        a_model("sparnet-x8", "x8", look="Natural", family="sparnet"),
    )
    monkeypatch.setattr(installed_models, "scan_models", lambda: (by_id, {}))
    models = InstalledModels()
    with qtbot.waitSignal(models.changed):
        models.refresh()
    listed = [model.card.id for model in models.current.models]
    assert listed == ["x8", "hd", "dic", "dicgan", "mpenet", "mpegan", "mtun", "aged"]


def test_without_the_programs_resources_the_problem_is_told(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise DataError("The folder of models is missing.")

    monkeypatch.setattr(installed_models, "scan_models", broken)
    models = InstalledModels()
    with qtbot.waitSignal(models.changed):
        assert models.current.models == ()
    assert [str(problem) for problem in models.current.problems] == ["The folder of models is missing."]
