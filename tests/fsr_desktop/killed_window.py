"""The window in a process that is going to be killed: it opens photos, changes one, and says when that is kept.

`python -m tests.fsr_desktop.killed_window PHOTO...`
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from fsr_desktop.app import DesktopApp
from tests.fsr_desktop.watched_window import wait_until


def main() -> None:
    """Open the photos, change the third, print "saved", and wait for the end."""
    application = QApplication([])
    app = DesktopApp(application)
    app.show([Path(name) for name in sys.argv[1:]])
    session = app.workspace.session
    count = len(sys.argv) - 1
    wait_until(lambda: len(session) == count and all(photo.state == "ready" for photo in session))
    app.workspace.show_photo(list(session)[2].id)
    app.workspace.set_strength(0.25)
    wait_until(lambda: app.autosave.file.exists() and '"strength": 0.25' in app.autosave.file.read_text())
    print("saved", flush=True)
    application.exec()


if __name__ == "__main__":
    main()
