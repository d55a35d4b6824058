"""A program of its own: starts the window as a user does and prints the processor time, s, until it can be seen."""

from __future__ import annotations

import sys
import time

from PySide6.QtWidgets import QApplication

from fsr_desktop.app import DesktopApp


def main() -> None:
    """Show the window of the data folder in the environment; end once it is painted."""
    application = QApplication(sys.argv[:1])
    app = DesktopApp(application)
    app.show()
    while not (handle := app.window.windowHandle()) or not handle.isExposed():
        application.processEvents()
    application.processEvents()
    seconds = time.process_time()
    app.window.close()
    app.close()
    print(seconds, flush=True)


if __name__ == "__main__":
    main()
