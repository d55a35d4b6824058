"""An engine process with fake jobs whose events are kept, for tests."""

from __future__ import annotations

import queue
from collections.abc import Generator
from contextlib import contextmanager

from engine.process.events import Event, Failed, Finished, Preview, WasCancelled
from engine.process.parent import EngineProcess
from engine.process.protocol import EngineSettings, Job
from tests.engine.process import fake_jobs
from tests.engine.process.fake_jobs import ChildFacts, Look, Wait

ENDS = (Finished, Failed, WasCancelled)
PATIENCE_S = 60.0  # the machine may be busy


class ListeningEngine:
    """An engine process, and what it said."""

    def __init__(self, settings: EngineSettings, *, grace_s: float = 30.0) -> None:
        self.heard: queue.Queue[Event] = queue.Queue()
        self.process = EngineProcess(settings, self.heard.put, grace_s=grace_s, make_state=fake_jobs.STATE)
        self.last_id = 0

    def submit(self, job: Job) -> int:
        self.last_id += 1
        self.process.submit(self.last_id, job)
        return self.last_id

    def until(self, *kinds: type[Event]) -> list[Event]:
        """The events up to the first of `kinds`."""
        found: list[Event] = []
        while not found or not isinstance(found[-1], kinds):
            found.append(self.heard.get(timeout=PATIENCE_S))
        return found

    def end(self) -> Event:
        return self.until(*ENDS)[-1]

    def run(self, job: Job) -> Event:
        self.submit(job)
        return self.end()

    def facts(self, job: Job | None = None) -> ChildFacts:
        end = self.run(job or Look())
        assert isinstance(end, Finished)
        assert isinstance(end.payload, ChildFacts)
        return end.payload

    def running(self, job: Wait) -> int:
        """Submit a job and wait until it sleeps; gives its child's id."""
        self.submit(job)
        preview = self.until(Preview)[-1]
        assert isinstance(preview, Preview)
        assert isinstance(preview.payload, int)
        return preview.payload


@contextmanager
def listening_engine(settings: EngineSettings | None = None, *, grace_s: float = 30.0) -> Generator[ListeningEngine]:
    """One that is closed at the end."""
    engine = ListeningEngine(settings or EngineSettings(), grace_s=grace_s)
    yield engine
    engine.process.close()
