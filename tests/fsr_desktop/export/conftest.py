"""Photos that an export begins with."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fsr_desktop.restored_scene import Scene


@pytest.fixture
def scene(qtbot, monkeypatch, tmp_path: Path) -> Scene:
    return Scene(monkeypatch, tmp_path)


@pytest.fixture
def restored(scene: Scene) -> Scene:
    scene.open("grandma.jpg")
    scene.restore()
    return scene
