"""A workspace with photos that are restored, over an engine process that only notes what it is asked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from engine.messages import plain
from engine.pipeline.picture_file import PictureFile
from engine.process.events import Event, Finished, Preview
from engine.process.protocol import (
    EngineSettings,
    FaceOutcome,
    Job,
    OpenedPhoto,
    OpenPhoto,
    RestoredFaces,
    RestoreFaces,
)
from engine.types import Box, Face, NamedBox
from fsr_desktop.session.engine_bridge import EngineBridge
from fsr_desktop.session.notice import Notice
from fsr_desktop.session.workspace import Workspace
from fsr_desktop.settings.store import SettingsStore


class FakeEngine:
    """Takes jobs and does nothing with them."""

    def __init__(self, _settings: EngineSettings, _on_event: Callable[[Event], None]) -> None:
        self.jobs: dict[int, Job] = {}
        self.cancelled: list[int] = []

    def submit(self, job_id: int, job: Job) -> None:
        self.jobs[job_id] = job

    def cancel(self, job_id: int) -> None:
        self.cancelled.append(job_id)


class Scene:
    """A workspace, its fake engine, and the notices it gave."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
        monkeypatch.setattr("fsr_desktop.session.engine_bridge.EngineProcess", FakeEngine)
        self.bridge = EngineBridge(EngineSettings())
        self.folder = folder
        self.settings = SettingsStore(folder / "settings.json")
        self.workspace = Workspace(self.bridge, self.settings, folder / "work")
        self.notices: list[Notice] = []
        self.workspace.notice.connect(self.notices.append)

    @property
    def engine(self) -> FakeEngine:
        """What took the place of the engine process."""
        engine = self.bridge._process
        assert isinstance(engine, FakeEngine)
        return engine

    @property
    def running(self) -> tuple[int, Job]:
        """The job that was sent last."""
        return list(self.engine.jobs.items())[-1]

    def take(self, event: Event) -> None:
        """An event as it comes from the engine."""
        self.bridge._take(event)

    def finish(self, payload: object) -> None:
        """The running job ends well."""
        self.take(Finished(job_id=self.running[0], payload=payload))

    def open(
        self,
        name: str,
        *,
        faces: int = 2,
        photo_format: str = "JPEG",
        bits: int = 8,
        regions: tuple[NamedBox, ...] = (),
    ) -> str:
        """Open a photo of 400 x 300 px with faces of 100 px."""
        (new,) = self.workspace.open_paths([self.folder / name])
        assert isinstance(self.running[1], OpenPhoto)
        found = tuple(Face(Box(10 + 150 * n, 20, 100, 100), None, 0.9, "fake") for n in range(faces))
        picture = PictureFile(folder=self.folder, width=400, height=300, levels=1)
        self.finish(
            OpenedPhoto(
                picture=picture,
                faces=found,
                sides_px=(100.0,) * faces,
                is_grey=False,
                bits=bits,
                format=photo_format,
                regions=regions,
            )
        )
        return new

    def restore(self, *, failing: tuple[str, ...] = ()) -> None:
        """Restore the current photo; the faces named fail."""
        self.workspace.restore()
        number, job = self.running
        assert isinstance(job, RestoreFaces)
        for request in job.faces:
            outcome = (
                FaceOutcome(id=request.id, status="failed", reason=plain("too dark"))
                if request.id in failing
                else FaceOutcome(id=request.id, status="restored", model="m8", file=job.folder / f"{request.id}.npz")
            )
            self.take(Preview(job_id=number, payload=outcome))
        self.finish(RestoredFaces(provider="CPUExecutionProvider"))
        self.notices.clear()


def shaded(side: int, red: float) -> np.ndarray:
    """A picture `(side, side, 3)` in [0, 1] whose green and blue are ramps."""
    ramp = np.linspace(0, 1, side, dtype=np.float32)
    return np.stack([np.full((side, side), red, np.float32), *np.meshgrid(ramp, ramp)], axis=2)
