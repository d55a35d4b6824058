"""How long the window takes to be seen, and the first thumbnail after a folder was opened; the best of several starts.

    xvfb-run python packaging/scripts/start_times.py FOLDER [STARTS]

FOLDER holds photos. Wall clock and processor time of the window's process, s; the wall clock is worth nothing on a busy
machine. The clock of the first thumbnail starts when the folder is opened, four seconds after the window is seen.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QApplication

from fsr_desktop.app import DesktopApp
from fsr_desktop.photos.film_list import FilmList

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_S = 120.0
IDLE_S = 4.0  # between the window and the folder: the program loads more behind the window


def main(folder: Path, starts: int) -> None:
    """Start again and again, and say the best of each number."""
    found: list[dict[str, float]] = []
    for _ in range(starts):
        with tempfile.TemporaryDirectory() as data:
            environment = {**os.environ, "FSR_DESKTOP_DATA": data, "PYTHONPATH": str(ROOT)}
            command = [sys.executable, __file__, "--once", str(folder), repr(time.time())]
            done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
        found.append(json.loads(done.stdout.splitlines()[-1]))
    for name in found[0]:
        print(f"{name}: {min(one[name] for one in found):.2f} s (worst {max(one[name] for one in found):.2f})")


def once(folder: Path, started: float) -> None:
    """One start; prints what it took. Args: started: by the system's clock, s."""
    application = QApplication(sys.argv[:1])
    app = DesktopApp(application)
    app.show()
    while not (handle := app.window.windowHandle()) or not handle.isExposed():
        application.processEvents()
    application.processEvents()
    times = {"window": time.time() - started, "window, processor": time.process_time()}
    _wait(application, lambda: False, IDLE_S)
    before, used = time.time(), time.process_time()
    app.workspace.open_paths([folder])
    film = app.window.findChild(FilmList)
    assert film is not None
    _wait(application, lambda: _has_thumbnail(film.model()), PATIENCE_S)
    times |= {"first thumbnail": time.time() - before, "first thumbnail, processor": time.process_time() - used}
    app.window.close()
    app.close()
    print(json.dumps(times), flush=True)


def _has_thumbnail(model: QAbstractItemModel) -> bool:
    role = Qt.ItemDataRole.DecorationRole
    return any(model.data(model.index(row, 0), role) is not None for row in range(min(3, model.rowCount())))


def _wait(application: QApplication, is_over: object, seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end and not (callable(is_over) and is_over()):
        application.processEvents()
        time.sleep(0.002)


if __name__ == "__main__":
    if sys.argv[1] == "--once":
        once(Path(sys.argv[2]), float(sys.argv[3]))
    else:
        main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 5)
