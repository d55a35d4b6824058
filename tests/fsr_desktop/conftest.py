"""The workspace that the docks on the right are tested with."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from engine.process.protocol import EngineSettings
from fsr_desktop.session.engine_bridge import EngineBridge
from fsr_desktop.session.workspace import Workspace
from fsr_desktop.settings.store import SettingsStore
from tests.fsr_desktop.open_photo import FakeEngine


@pytest.fixture
def workspace(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    monkeypatch.setattr("fsr_desktop.session.engine_bridge.EngineProcess", FakeEngine)
    return Workspace(EngineBridge(EngineSettings()), SettingsStore(tmp_path / "settings.json"), tmp_path)
