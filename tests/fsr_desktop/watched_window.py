"""The window alone in a process, as a user has it, with a watchdog on its thread; prints what was measured as JSON.

`python -m tests.fsr_desktop.watched_window {restore,look} PHOTO`
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fsr_desktop.app import DesktopApp
from fsr_desktop.background import GarbageCollector
from fsr_desktop.session.photos import PhotoItem
from tests.fsr_desktop.watchdog import Watchdog

LONG_S = 120.0  # the machine may be busy


def main() -> None:
    """Open the photo, do what is to be done with it, and print."""
    scenario, source = sys.argv[1], Path(sys.argv[2])
    application = QApplication([])
    app = DesktopApp(application)
    _garbage = GarbageCollector(application)  # as the program has it
    app.show()
    app.window.resize(1280, 800)
    QTest.qWait(500)  # until the window stands
    watch = Watchdog(app.window)
    watch.doing = "opening"
    app.commands.open_paths([source])
    photo = app.workspace.session.current
    assert photo
    wait_until(lambda: photo.state in ("ready", "failed"))
    settle(app)
    {"restore": restore, "look": look}[scenario](app, photo, watch)
    watch.stop()
    facts = {
        "state": photo.state,
        "faces": len(photo.edits.faces),
        "restored": sum(outcome.status == "restored" for outcome in photo.results.values()),
        "ticks": watch.ticks,
        "cpu_ms": watch.longest_cpu_ms,
        "clock_ms": watch.longest_ms,
        "words": str(watch),
    }
    app.window.close()
    app.close()
    print(json.dumps(facts))


def restore(app: DesktopApp, photo: PhotoItem, watch: Watchdog) -> None:
    """Restore all faces, and wait until they are seen."""
    watch.doing = "restoring"
    app.window.action("restore").trigger()
    wait_until(lambda: not photo.missing() and not app.bridge.is_busy)
    settle(app)


def look(app: DesktopApp, _photo: PhotoItem, watch: Watchdog) -> None:
    """From all of the photo to single pixels and back, moving about at each zoom."""
    canvas = app.window.canvas
    fitted, middle = canvas.zoom, QPointF(canvas.width() / 2, canvas.height() / 2)
    for step, zoom in (("all of it", fitted), ("100 %", 1.0), ("1600 %", 16.0), ("all of it again", fitted)):
        watch.doing = f"to {step}"
        for between in np.geomspace(canvas.zoom, zoom, 12):  # as the wheel does
            canvas.zoom_at(float(between), middle)
            QTest.qWait(20)
        settle(app)
        assert abs(canvas.zoom / zoom - 1) < 0.02
        watch.doing = f"panning at {step}"
        for _ in range(20):
            canvas.pan_by(QPointF(-61, -37))
            QTest.qWait(10)
        settle(app)


def settle(app: DesktopApp) -> None:
    """Wait until the canvas shows all that it has to show, and sharply."""
    QTest.qWait(50)  # what has changed is shown together, a moment later
    photo = app.workspace.session.current
    files = [face.file for face in photo.placed()] if photo else []
    wait_until(lambda: all(app.window.results.get(file) for file in files))
    QTest.qWait(50)
    wait_until(lambda: app.window.canvas.is_complete)


def wait_until(is_so: Callable[[], bool]) -> None:
    """Run the window until something is so."""
    end = time.monotonic() + LONG_S
    while not is_so():
        assert time.monotonic() < end, "waited too long"
        QTest.qWait(10)


if __name__ == "__main__":
    main()
