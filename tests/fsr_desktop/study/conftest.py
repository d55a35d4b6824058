from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.fsr_desktop.played_engine import Play
from tests.fsr_desktop.study.study_scene import Scene


@pytest.fixture
def scene(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Scene]:
    scene = Scene(Play(tmp_path, monkeypatch), qtbot)
    yield scene
    scene.close()
