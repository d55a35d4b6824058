"""The looks of a face, with an engine that the test plays."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
from pytestqt.qtbot import QtBot

from engine.pipeline.face_file import write_face_file
from engine.pipeline.picture_file import write_picture
from engine.process.protocol import RestoreFaces
from engine.types import FaceStatus
from fsr_desktop.looks.look_pane import LookPane
from fsr_desktop.looks.view import LooksView
from fsr_desktop.session.face_results import FaceResults
from fsr_desktop.session.view_state import View
from tests.engine.explain.explained_face import explained_face
from tests.fsr_desktop.played_engine import Play

SOON_MS = 30_000  # the machine may be busy
FOUR = ("sparnet-x8", "sparnet-hd", "dic-x8", "dicgan-x8")


class Stage:
    """A photo with faces of 47, 48, ... px, and the view of their looks."""

    def __init__(self, play: Play, qtbot: QtBot, *, faces: int = 2) -> None:
        self.play, self.qtbot = play, qtbot
        with qtbot.waitSignal(play.workspace.installed_models.changed):
            play.workspace.installed_models.refresh()
        self.results = FaceResults()
        play.open(faces=faces)
        play.photo.picture = write_picture(np.full((300, 400, 3), 90, np.uint8), play.folder / "picture")
        self.view = LooksView(play.workspace, View(), self.results)
        qtbot.addWidget(self.view)
        self.view.resize(1140, 850)

    def show(self) -> None:
        """Look at them: the first job is sent."""
        self.view.show()

    def pane(self, key: str) -> LookPane:
        """The pane of a look."""
        return self.view.panes[self.view.looks.panes.index(key)]

    def wait(self, key: str, kind: type) -> None:
        """Until the pane is in that state."""
        self.qtbot.waitUntil(lambda: isinstance(self.view.looks.state(key), kind), timeout=SOON_MS)

    def finish(self, status: FaceStatus = "restored", *, consistency: float = 0.0) -> str:
        """The engine does the job that runs, whose results depart by `consistency`; gives the model."""
        job = self.play.job
        assert isinstance(job, RestoreFaces)
        for face in job.faces:
            path = self.play.outcome(face.id, face.model).file
            assert path
            face_file = explained_face(consistency=np.full((16, 16), consistency, np.float32))
            write_face_file(replace(face_file, model=face.model, outside_range=face.outside_range), path)
        self.play.finish_restore(status)
        return job.faces[0].model

    def finish_all(self, **statuses: FaceStatus) -> None:
        """The engine does all jobs that wait; `sparnet_hd="skipped"` says what becomes of a model."""
        while self.play.process.runs:
            job = self.play.job
            assert isinstance(job, RestoreFaces)
            self.finish(statuses.get(job.faces[0].model.replace("-", "_"), "restored"))

    def close(self) -> None:
        """End the threads."""
        self.results.close()
        self.view.looks.made.close()


def asked(play: Play) -> list[tuple[str, str, bool]]:
    """Face, model and whether outside its range, of all jobs that were sent."""
    jobs = [job for _number, job in play.process.sent if isinstance(job, RestoreFaces)]
    return [(face.id, face.model, face.outside_range) for job in jobs for face in job.faces]


def png_width(path: Path) -> int:
    """The width of a PNG picture."""
    from PIL import Image

    with Image.open(path) as image:
        assert image.format == "PNG"
        return image.width
