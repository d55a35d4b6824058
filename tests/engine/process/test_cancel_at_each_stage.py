"""A cancel is answered within two seconds whatever the engine is doing, and the next job works."""

from __future__ import annotations

import queue
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.paths import samples_folder
from engine.process.events import Event, Failed, Finished, WasCancelled
from engine.process.parent import EngineProcess
from engine.process.protocol import EngineSettings, FaceRequest, Job, OpenPhoto, RestoreFaces
from engine.types import Box, Face
from tests.busy import slowness
from tests.engine.process import slow_stages

pytestmark = pytest.mark.slow
PHOTO = samples_folder() / "two-people.jpg"
ANSWERED_S = 2.0
PATIENCE_S = 120.0  # the machine may be busy


class Engine:
    """A real engine process with the grace that the window gives it."""

    def __init__(self) -> None:
        self.heard: queue.Queue[Event] = queue.Queue()
        self.process = EngineProcess(
            EngineSettings(device="cpu", threads=1), self.heard.put, make_state=slow_stages.STATE
        )
        self.last_id = 0

    def submit(self, job: Job) -> None:
        self.last_id += 1
        self.process.submit(self.last_id, job)

    def end(self) -> Event:
        while True:
            event = self.heard.get(timeout=PATIENCE_S)
            if isinstance(event, Finished | Failed | WasCancelled):
                return event


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(slow_stages.FLAG, str(tmp_path_factory.mktemp("flag") / "stage"))
        patch.setenv("FSR_DESKTOP_DATA", str(tmp_path_factory.mktemp("data")))
        engine = Engine()
        yield engine
        engine.process.close()


def job_with(stage: str, folder: Path) -> Job:
    if stage in ("loading the model", "running the model", "writing the face"):
        face = Face(box=Box(390, 169, 41, 48), points=None, score=1.0, source="hand")
        return RestoreFaces(path=PHOTO, folder=folder, faces=(FaceRequest(id="f1", face=face),))
    return OpenPhoto(path=PHOTO, folder=folder)


@pytest.mark.parametrize("stage", slow_stages.STAGES)
def test_a_cancel_is_answered_within_two_seconds_and_the_next_job_works(
    engine: Engine, tmp_path: Path, stage: str
) -> None:
    slow_stages.flag().write_text(stage)
    engine.process.change_settings(EngineSettings(device="cpu", threads=1, max_megapixels=100 + engine.last_id))
    job = job_with(stage, tmp_path / "work")
    engine.submit(job)
    wait_until_begun()
    start_s = time.monotonic()
    engine.process.cancel(engine.last_id)
    assert engine.end() == WasCancelled(job_id=engine.last_id)
    assert time.monotonic() - start_s < ANSWERED_S * slowness()
    engine.submit(job)  # asks a new child for all that the old one had
    assert isinstance(engine.end(), Finished)


def wait_until_begun() -> None:
    end_s = time.monotonic() + PATIENCE_S
    while slow_stages.flag().exists():
        assert time.monotonic() < end_s, "the stage never began"
        time.sleep(0.02)
