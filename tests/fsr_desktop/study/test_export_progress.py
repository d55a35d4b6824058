"""An animation that is written shows how far it is where it was asked for, and can be stopped there."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from engine.messages import plain
from engine.process.events import Progress, Started, WasCancelled
from engine.process.export_jobs import ExportAnimation
from engine.types import Box, Face
from fsr_desktop.study.export_progress import ExportProgress
from tests.fsr_desktop.restored_scene import Scene

pytestmark = pytest.mark.window


def test_it_is_there_while_an_animation_is_written(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    scene = Scene(monkeypatch, tmp_path)
    shown = ExportProgress(scene.bridge)
    qtbot.addWidget(shown)
    assert shown.isHidden()
    face = Face(Box(0, 0, 9, 9), None, 1.0, "hand")
    job = ExportAnimation(file=tmp_path / "a", photo=tmp_path / "b", face=face, target=tmp_path / "c.gif", overlays=())
    scene.bridge.submit(job, "animation")
    number = scene.running[0]
    scene.take(Started(job_id=number))
    scene.take(Progress(job_id=number, fraction=0.37, stage=plain("drawing")))
    qtbot.waitUntil(lambda: shown.words.text() == "37 %")
    assert not shown.isHidden() and shown.bar.value() == 370
    shown.stop_button.click()
    assert scene.engine.cancelled == [number]
    scene.take(WasCancelled(job_id=number))
    qtbot.waitUntil(shown.isHidden)
