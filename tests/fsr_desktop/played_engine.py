"""A workspace whose engine process is played by the test: it takes jobs, and says what the test lets it say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtTest import QTest

from engine.messages import Message, plain
from engine.pipeline.picture_file import PictureFile
from engine.process.events import Event, Failed, Finished, Preview, Progress, Started, WasCancelled
from engine.process.protocol import (
    EngineSettings,
    FaceOutcome,
    Job,
    OpenedPhoto,
    OpenPhoto,
    RestoredFaces,
    RestoreFaces,
)
from engine.types import Box, Face, FaceStatus
from fsr_desktop.session.engine_bridge import EngineBridge
from fsr_desktop.session.notice import Notice
from fsr_desktop.session.photos import PhotoItem
from fsr_desktop.session.workspace import Workspace
from fsr_desktop.settings.store import SettingsStore
from fsr_desktop.window.main_window import MainWindow
from fsr_desktop.window.verbs import WindowCommands


class PlayedProcess:
    """What the bridge sees of `EngineProcess`, as strict as that is: one job at a time, with growing numbers."""

    def __init__(self, _settings: EngineSettings, on_event: Callable[[Event], None]) -> None:
        self.on_event = on_event
        self.sent: list[tuple[int, Job]] = []
        self.cancelled: list[int] = []
        self.is_closed = False
        self.runs = 0  # the number of the job that runs, or 0
        self.refuses: Exception | None = None  # what the next `submit` raises

    def start(self) -> None: ...

    def submit(self, job_id: int, job: Job) -> None:
        if self.refuses:
            error, self.refuses = self.refuses, None
            raise error
        if self.runs:
            raise RuntimeError(f"Job {job_id} was submitted while job {self.runs} runs.")
        if self.sent and job_id <= self.sent[-1][0]:
            raise ValueError(f"Expected a job id above {self.sent[-1][0]}, got {job_id}.")
        self.runs = job_id
        self.sent.append((job_id, job))

    def cancel(self, job_id: int) -> None:
        self.cancelled.append(job_id)

    def change_settings(self, settings: EngineSettings) -> None: ...

    def close(self) -> None:
        self.is_closed = True


def played_window(folder: Path, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """The whole window with its commands; its settings and work are in `folder`."""
    monkeypatch.setattr("fsr_desktop.session.engine_bridge.EngineProcess", PlayedProcess)
    bridge = EngineBridge(EngineSettings())
    window = MainWindow(Workspace(bridge, SettingsStore(folder / "settings.json"), folder / "work"))
    WindowCommands(window)
    return window


def faces_of(count: int) -> tuple[Face, ...]:
    points = np.array([[12, 14], [24, 14], [18, 20], [13, 27], [23, 27]], np.float32)
    steps = [np.array([60 * n, 0], np.float32) for n in range(count)]
    return tuple(
        Face(box=Box(10 + 60 * n, 12, 40, 50), points=points + steps[n], score=0.9, source="centerface")
        for n in range(count)
    )


class Play:
    """The workspace, and verbs to play the engine's part. Events arrive before a verb gives back."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("fsr_desktop.session.engine_bridge.EngineProcess", PlayedProcess)
        self.folder = folder
        self.bridge = EngineBridge(EngineSettings())
        self.settings = SettingsStore(folder / "settings.json")
        self.workspace = Workspace(self.bridge, self.settings, folder / "work")
        self.notices: list[Notice] = []
        self.workspace.notice.connect(self.notices.append)
        process = self.bridge._process
        assert isinstance(process, PlayedProcess)
        self.process = process

    @property
    def job_id(self) -> int:
        return self.process.sent[-1][0]

    @property
    def job(self) -> Job:
        return self.process.sent[-1][1]

    @property
    def photo(self) -> PhotoItem:
        photo = self.workspace.session.current
        assert photo
        return photo

    def say(self, event: Event) -> None:
        if isinstance(event, Finished | Failed | WasCancelled) and event.job_id == self.process.runs:
            self.process.runs = 0
        self.process.on_event(event)
        QCoreApplication.processEvents()

    def start_job(self) -> None:
        self.say(Started(job_id=self.job_id))

    def progress(self, fraction: float, stage: str = "restoring") -> None:
        self.say(Progress(job_id=self.job_id, fraction=fraction, stage=plain(stage)))

    def preview(self, payload: object) -> None:
        self.say(Preview(job_id=self.job_id, payload=payload))

    def finish(self, payload: object) -> None:
        self.say(Finished(job_id=self.job_id, payload=payload))

    def fail(self, message: str | Message = "It went wrong.", hint: str | Message = "Try again.") -> None:
        self.say(Failed(job_id=self.job_id, code="photo", message=_said(message), hint=_said(hint)))

    def was_cancelled(self) -> None:
        self.say(WasCancelled(job_id=self.job_id))

    def picture(self, photo_id: str = "p") -> PictureFile:
        return PictureFile(folder=self.folder / photo_id, width=400, height=300, levels=1)

    def finish_open(self, faces: int = 2) -> None:
        assert isinstance(self.job, OpenPhoto), self.job
        self.start_job()
        found = faces_of(faces)
        self.finish(
            OpenedPhoto(
                picture=self.picture(self.job.folder.name),
                faces=found,
                sides_px=tuple(47.0 + n for n in range(faces)),
                is_grey=False,
                bits=8,
                format="JPEG",
            )
        )

    def open(self, name: str = "photo.jpg", *, faces: int = 2) -> PhotoItem:
        self.workspace.open_paths([self.folder / name])
        self.finish_open(faces)
        return self.photo

    def open_rest(self, statuses: Mapping[str, str] | None = None) -> None:
        """Let every job end; those of the photos that are named with their status: "broken" for one that cannot be
        opened, "none" for one without a face."""
        statuses = statuses or {}
        while self.bridge.is_busy or self.workspace.batch.is_running:
            if not self.bridge.is_busy:
                QTest.qWait(1)  # what has changed is told together, a moment later
                continue
            job = self.job
            assert isinstance(job, OpenPhoto | RestoreFaces), job
            status = statuses.get(job.path.name, "restored")
            if isinstance(job, RestoreFaces):
                self.finish_restore(status)  # pyright: ignore[reportArgumentType]
            elif status == "broken":
                self.fail("It is cut off.")
            else:
                self.finish_open(0 if status == "none" else 1)

    def outcome(self, face_id: str, model: str = "sparnet-x8", status: FaceStatus = "restored") -> FaceOutcome:
        file = self.folder / f"{face_id}-{model}.npz" if status == "restored" else None
        reason = "" if file else "It is too small."
        return FaceOutcome(id=face_id, status=status, reason=plain(reason), model=model, provider="CPU", file=file)

    def finish_restore(self, status: FaceStatus = "restored", model: str = "") -> tuple[FaceOutcome, ...]:
        assert isinstance(self.job, RestoreFaces), self.job
        self.start_job()
        outcomes = tuple(
            self.outcome(face.id, model or ("sparnet-x8" if face.model == "auto" else face.model), status)
            for face in self.job.faces
        )
        for outcome in outcomes:
            self.preview(outcome)
        self.finish(RestoredFaces(provider="CPUExecutionProvider"))
        return outcomes


def _said(text: str | Message) -> Message:
    return text if isinstance(text, Message) else plain(text)
