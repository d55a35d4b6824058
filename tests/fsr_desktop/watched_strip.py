"""The whole window with a thousand photos, alone in a process; prints what was measured as JSON.

`python -m tests.fsr_desktop.watched_strip PHOTO COUNT`: as many names of that file are made beside it. The engine is
played, for what is measured is the window: jobs end soon, with small pictures and restored faces that are never read.
"""

from __future__ import annotations

import json
import os
import resource
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import fsr_desktop.session.engine_bridge as engine_bridge
from engine.messages import plain
from engine.pipeline.picture_file import PictureFile, write_picture
from engine.process.events import Event, Finished, Preview, Progress, Started
from engine.process.protocol import (
    EngineSettings,
    FaceOutcome,
    Job,
    OpenedPhoto,
    OpenPhoto,
    RestoredFaces,
    RestoreFaces,
)
from engine.types import Box, Face
from fsr_desktop.app import DesktopApp
from fsr_desktop.background import GarbageCollector
from fsr_desktop.session.photo_paths import FoundPhotos
from tests.fsr_desktop.watchdog import Watchdog
from tests.fsr_desktop.watched_window import wait_until

JOB_MS = 2


class PlayedEngine:
    """Ends each job a moment after it was sent, as the real one would."""

    picture: PictureFile | None = None

    def __init__(self, _settings: EngineSettings, on_event: Callable[[Event], None]) -> None:
        self._tell = on_event

    def start(self) -> None: ...

    def change_settings(self, _settings: EngineSettings) -> None: ...

    def cancel(self, _job_id: int) -> None: ...

    def close(self) -> None: ...

    def submit(self, job_id: int, job: Job) -> None:
        QTimer.singleShot(JOB_MS, lambda: self._play(job_id, job))

    def _play(self, job_id: int, job: Job) -> None:
        self._tell(Started(job_id=job_id))
        self._tell(Progress(job_id=job_id, fraction=0.5, stage=plain("half")))
        if isinstance(job, OpenPhoto):
            assert self.picture
            has_face = not job.path.stem.endswith("0")
            faces = (Face(Box(10, 10, 40, 40), None, 0.9, "fake"),) if has_face else ()
            opened = OpenedPhoto(
                picture=self.picture, faces=faces, sides_px=(40.0,) * len(faces), is_grey=False, bits=8, format="JPEG"
            )
            self._tell(Finished(job_id=job_id, payload=opened))
        elif isinstance(job, RestoreFaces):
            file = job.folder / "face.npz"
            outcome = FaceOutcome(id=job.faces[0].id, status="restored", model="sparnet-x8", provider="CPU", file=file)
            self._tell(Preview(job_id=job_id, payload=outcome))
            self._tell(Finished(job_id=job_id, payload=RestoredFaces(provider="CPUExecutionProvider")))


def most_memory_mb() -> float:
    """The most that this process had at once; what `getrusage` tells begins with what its parent had."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Open, scroll, restore, and print."""
    source, count = Path(sys.argv[1]), int(sys.argv[2])
    photos = [source.with_name(f"photo-{number:04}.jpg") for number in range(count)]
    for photo in photos:
        os.link(source, photo)
    engine_bridge.EngineProcess = PlayedEngine  # pyright: ignore[reportPrivateImportUsage]
    PlayedEngine.picture = write_picture(np.full((60, 80, 3), 90, np.uint8), source.with_name("picture"))
    application = QApplication([])
    app = DesktopApp(application)
    _garbage = GarbageCollector(application)  # as the program has it
    app.show()
    app.window.resize(1440, 900)
    QTest.qWait(1000)  # until the window stands
    session = app.workspace.session
    facts: dict[str, object] = {}
    for doing, do in (
        ("opening", lambda: open_all(app, photos)),
        ("scrolling", lambda: scroll(app)),
        ("selecting", lambda: select_all(app)),
        ("restoring", lambda: restore_all(app)),
        ("closing", lambda: close_some(app)),
    ):
        watch = Watchdog(app.window)
        watch.doing = doing
        do()
        QTest.qWait(300)
        watch.stop()
        facts[doing] = {"cpu_ms": watch.longest_cpu_ms, "clock_ms": watch.longest_ms, "ticks": watch.ticks}
    facts["restored"] = sum(photo.is_restored for photo in session)
    facts["memory_mb"] = most_memory_mb()
    app.window.close()
    app.close()
    print(json.dumps(facts))


def open_all(app: DesktopApp, photos: list[Path]) -> None:
    """As after a folder was looked through."""
    app.workspace.open_found(FoundPhotos(tuple(photos)))
    wait_until(lambda: all(photo.state == "ready" for photo in app.workspace.session))


def scroll(app: DesktopApp) -> None:
    """Along the whole strip, fast."""
    bar = app.window.photo.strip.list.horizontalScrollBar()
    assert bar.maximum() > 1000
    for step in range(60):
        bar.setValue(bar.maximum() * step // 59)
        QTest.qWait(15)


def select_all(app: DesktopApp) -> None:
    """All, and one again."""
    strip = app.window.photo.strip
    strip.list.selectAll()
    wait_until(lambda: len(app.workspace.session.selected_ids) == len(app.workspace.session))
    QTest.qWait(200)
    strip.list.setCurrentIndex(strip.shown.index(5, 0))
    wait_until(lambda: len(app.workspace.session.selected_ids) == 1)


def restore_all(app: DesktopApp) -> None:
    """All photos that have faces, as the button in the strip does."""
    app.window.photo.strip.head.restore_button.click()
    wait_until(lambda: not app.workspace.batch.is_running and not app.bridge.is_busy)


def close_some(app: DesktopApp) -> None:
    """A few, one after the other, looking at others."""
    for photo in list(app.workspace.session)[:10]:
        app.workspace.close_photo(photo.id)
        QTest.qWait(20)


if __name__ == "__main__":
    main()
