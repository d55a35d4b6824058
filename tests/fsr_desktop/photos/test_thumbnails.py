"""Thumbnails are read in a process of their own."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from engine.confinement import ConfinedWorker
from fsr_desktop.photos import thumbnails
from fsr_desktop.photos.thumbnails import Thumbnails
from fsr_desktop.widgets import lazy_pictures


def test_a_thumbnail_comes_and_the_window_decodes_nothing(qtbot: QtBot, tmp_path: Path):
    Image.new("RGB", (80, 40), (255, 0, 0)).save(tmp_path / "a.png")
    made = Thumbnails(32)
    with qtbot.waitSignal(made.ready, timeout=60_000):
        assert made.get(tmp_path / "a.png") is None
    found = made.get(tmp_path / "a.png")
    assert found is not None and found.toImage().pixelColor(2, 2).red() == 255


def test_a_file_that_kills_its_reader_costs_no_other_thumbnail(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    worker = ConfinedWorker(seconds=60, megabytes=1000)
    monkeypatch.setattr(thumbnails, "_reader", lambda: worker)
    Image.new("RGB", (80, 40), (255, 0, 0)).save(tmp_path / "a.png")
    made = Thumbnails(32)
    with monkeypatch.context() as patch:
        patch.setattr(thumbnails, "_read_here", _die)
        with qtbot.waitSignal(made.ready, timeout=60_000):
            made.get(tmp_path / "bad.png")
    assert made.get(tmp_path / "bad.png") is None
    with qtbot.waitSignal(made.ready, timeout=60_000):
        made.get(tmp_path / "a.png")
    assert made.get(tmp_path / "a.png") is not None
    worker.close()


def test_a_thumbnail_whose_reader_was_stopped_comes_when_it_is_seen_again(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    worker = ConfinedWorker(seconds=60, megabytes=1000)
    monkeypatch.setattr(thumbnails, "_reader", lambda: worker)
    monkeypatch.setattr(lazy_pictures, "AGAIN_S", 0.0)
    Image.new("RGB", (80, 40), (255, 0, 0)).save(tmp_path / "a.png")
    made = Thumbnails(32)
    with monkeypatch.context() as patch:
        patch.setattr(thumbnails, "_read_here", _die)  # as when the system or the user ends it
        with qtbot.waitSignal(made.ready, timeout=60_000):
            made.get(tmp_path / "a.png")
    with qtbot.waitSignal(made.ready, timeout=60_000):
        assert made.get(tmp_path / "a.png") is None
    assert made.get(tmp_path / "a.png") is not None
    worker.close()


def _die(_path: Path, _side: int) -> None:
    os._exit(1)


@pytest.mark.skipif(sys.platform != "linux", reason="looks at the processes as Linux shows them")
def test_the_reader_ends_when_nobody_listens_any_more(tmp_path: Path):
    worker = ConfinedWorker(seconds=60, megabytes=1000)
    pid = worker.call(os.getpid)
    worker.close()
    assert not Path(f"/proc/{pid}/stat").exists()
