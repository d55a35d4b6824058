"""The page Study over an engine that only notes what it is asked, for the tests of its parts."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from engine.pipeline.face_file import FaceFile, write_face_file
from engine.process.protocol import RestoreFaces
from fsr_desktop.session.face_results import FaceResults
from fsr_desktop.session.view_state import View
from fsr_desktop.study.page import StudyPage
from fsr_desktop.study.tiles import KEY, Tiles
from tests.fsr_desktop.played_engine import Play

SOON_MS = 30_000  # the machine may be busy


class Scene:
    """The page, and a played engine that restores its one face."""

    def __init__(self, play: Play, qtbot: QtBot) -> None:
        self.play, self.qtbot = play, qtbot
        with qtbot.waitSignal(play.workspace.installed_models.changed):
            play.workspace.installed_models.refresh()
        self.results = FaceResults()
        self.page = StudyPage(play.workspace, View(), self.results)
        qtbot.addWidget(self.page)
        self.page.resize(1440, 850)
        self.page.show()

    def restore(self, face: FaceFile) -> None:
        """The engine restores the face so."""
        self.play.open(faces=1)
        self.play.workspace.restore()
        self.finish(face)

    def finish(self, face: FaceFile) -> None:
        """The job that runs gives this face."""
        job = self.play.job
        assert isinstance(job, RestoreFaces)
        model = job.faces[0].model if job.faces[0].model != "auto" else "sparnet-x8"
        path = self.play.outcome("f1", model).file
        assert path
        write_face_file(replace(face, model=model), path)
        self.play.finish_restore()
        self.qtbot.waitUntil(lambda: self.page.state.file == path and bool(self.page.state.loaded), timeout=SOON_MS)
        self.wait_for_strip()

    def wait_for_strip(self) -> None:
        """Its rows come one after the other."""
        self.qtbot.waitUntil(lambda: len(self.page.strip.lists) == len(self.page.state.rows), timeout=SOON_MS)

    @property
    def keys(self) -> list[str]:
        """All that stands in the strip."""
        return [str(tiles.item(n).data(KEY)) for tiles in self.page.strip.lists for n in range(tiles.count())]

    def tile(self, key: str) -> tuple[Tiles, int]:
        """The list and the row of a tile in the strip."""
        for tiles in self.page.strip.lists:
            for number in range(tiles.count()):
                if tiles.item(number).data(KEY) == key:
                    return tiles, number
        raise AssertionError(f"{key} is not in the strip")

    def click(self, key: str, *, with_ctrl: bool = False) -> None:
        """Click a tile."""
        tiles, number = self.tile(key)
        place = tiles.visualItemRect(tiles.item(number)).center()
        keys = Qt.KeyboardModifier.ControlModifier if with_ctrl else Qt.KeyboardModifier.NoModifier
        self.qtbot.mouseClick(tiles.viewport(), Qt.MouseButton.LeftButton, keys, place)

    def close(self) -> None:
        """End the threads."""
        self.results.close()
        self.page.state.made.close()
        self.page.panel.model_face.view.drawing.close()
