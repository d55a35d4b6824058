"""A presenter over a photo with two faces, whose results are read at once."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from engine.explain.overlay import HeatOverlay, Overlay, PromisedOverlay
from engine.messages import plain
from fsr_desktop.presenter.window import Presenter
from fsr_desktop.session.face_results import FaceResults, LoadedFace
from tests.fsr_desktop.restored_scene import Scene, shaded

MAP = np.linspace(0, 1, 64, dtype=np.float32).reshape(8, 8)
OVERLAYS: tuple[Overlay, ...] = tuple(
    HeatOverlay(key=key, title=plain(f"Title {key}"), explanation=plain(f"Why {key}."), values=MAP)
    for key in ("attention/mean", "attention/in.1", "attention/in.2", "consistency")
)
PROMISE = PromisedOverlay(key="later", title=plain("Later"), explanation=plain("Not yet."))


class FakeResults(FaceResults):
    """Every face is green and blue before, and red as well after; the one of another look is half red."""

    is_read = True
    outside: frozenset[str] = frozenset()  # names of files whose face is outside its model's range

    def get(self, path: Path) -> LoadedFace | None:
        restored = shaded(32, 0.5 if "other" in path.name else 1.0)
        place = np.eye(2, 3)
        file = SimpleNamespace(
            crop=shaded(32, 0.0),
            restored=restored,
            model="m8",
            photo_from_crop=place,
            outside_range=path.name in self.outside,
        )
        return LoadedFace(file, (PROMISE, *OVERLAYS)) if self.is_read else None  # pyright: ignore[reportArgumentType]


@pytest.fixture
def scene(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Scene:
    made = Scene(monkeypatch, tmp_path)
    made.open("grandma.jpg")
    made.restore()
    return made


@pytest.fixture
def presenter(scene: Scene, qtbot: QtBot) -> Presenter:
    window = Presenter(scene.workspace, FakeResults())
    qtbot.addWidget(window)
    window.resize(800, 600)
    window.show()
    return window
