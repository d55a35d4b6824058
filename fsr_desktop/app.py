"""The program with its window: makes the parts, joins them, runs until the window is closed."""

from __future__ import annotations

import contextlib
import logging
import multiprocessing
import sys
from collections.abc import Sequence
from functools import partial
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from engine.logs import log_handler
from engine.paths import user_cache_folder
from fsr_desktop import __version__
from fsr_desktop.actions.qt_actions import apply_shortcuts
from fsr_desktop.background import GarbageCollector
from fsr_desktop.language.install import install_language
from fsr_desktop.look.icons import icon
from fsr_desktop.look.theme import apply_text_size, apply_theme
from fsr_desktop.photos.thumbnails import prepare_reader
from fsr_desktop.session.autosave import Autosave, restore_saved
from fsr_desktop.session.engine_bridge import EngineBridge
from fsr_desktop.session.notice import Notice
from fsr_desktop.session.saved_file import SavedSession
from fsr_desktop.session.work_folder import WorkFolder
from fsr_desktop.session.workspace import Workspace
from fsr_desktop.settings.all_settings import Settings
from fsr_desktop.settings.store import SettingsStore
from fsr_desktop.window.fault_hook import FaultHook
from fsr_desktop.window.main_window import MainWindow, cache_limit, engine_settings
from fsr_desktop.window.verbs import WindowCommands

SOON_MS = 200  # after the window is shown, what its first restored face would have to wait for is loaded


class DesktopApp(QObject):
    """Everything of one running window. `close` ends the engine process and removes what can be made again."""

    def __init__(self, application: QApplication) -> None:
        super().__init__()
        self._application = application
        self.settings = SettingsStore()
        install_language(application, self.settings.current.language)
        apply_text_size(application, int(self.settings.current.text_size))
        apply_theme(application, self.settings.current.theme)
        self._work_folder = WorkFolder(user_cache_folder(), self)
        self.bridge = EngineBridge(engine_settings(self.settings.current))
        self.workspace = Workspace(self.bridge, self.settings, self._work_folder.path)
        self.window = MainWindow(self.workspace)
        self.commands = WindowCommands(self.window)
        self.autosave = Autosave(self.workspace)
        self.settings.changed.connect(self._settings_changed)
        self.window.action("open_last_session").triggered.connect(self.open_last_session)
        self.window.closed.connect(self.close)
        self._is_closed = False

    def show(self, paths: Sequence[Path] = (), missing: Sequence[str] = ()) -> None:
        """Show the window, then start the engine process and open what was asked for; say what of it is `missing`."""
        self.window.show()
        QTimer.singleShot(0, self.bridge.start)
        QTimer.singleShot(0, prepare_reader)
        QTimer.singleShot(0, lambda: self._begin(list(paths), missing))
        QTimer.singleShot(0, self._work_folder.remove_left_over)
        QTimer.singleShot(SOON_MS, partial(import_module, "fsr_desktop.study.page"))
        self.window.start_page.last_session_requested.connect(self.open_last_session)
        self.autosave.read_last(self._offer_last)

    def close(self) -> None:
        """End everything; a second time does nothing."""
        if self._is_closed:
            return
        self._is_closed = True
        self.autosave.finish()
        self.bridge.close()
        self._work_folder.close()

    def open_last_session(self) -> None:
        """Open the photos of the session that was closed last, beside those that are open."""
        self.autosave.read_last(self._take_last)

    def _offer_last(self, saved: SavedSession | None) -> None:
        self.window.start_page.offer_last_session(len(saved.photos) if saved else 0)

    def _take_last(self, saved: SavedSession | None) -> None:
        if saved:
            restore_saved(self.workspace, saved)
        else:
            self.workspace.notice.emit(Notice(level="info", text=self.tr("There is no last session")))

    def _begin(self, paths: list[Path], missing: Sequence[str]) -> None:
        if paths:
            self.commands.open_paths(paths)
        if missing:
            self.workspace.notice.emit(self.workspace.tellings.not_there(missing))
        saved = self.autosave.left_over()
        if saved is None:
            return
        question = QMessageBox(self.window)
        question.setObjectName("offer_session")
        question.setWindowTitle("FSR Desktop")
        question.setText(self.tr("The program did not end properly last time."))
        count = len(saved.photos)
        words = self.tr("Bring back its %n photo(s) and what was chosen for them?", "", count)
        question.setInformativeText(words)
        question.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No)
        question.accepted.connect(lambda: restore_saved(self.workspace, saved))
        question.finished.connect(lambda _result: self._forget_left_over())
        question.open()

    def _forget_left_over(self) -> None:
        """What a crash left over is the last session from now on, and offered as that."""
        self.autosave.forget_left_over()
        self.autosave.read_last(self._offer_last)

    def _settings_changed(self, old: Settings, new: Settings) -> None:
        if new.theme != old.theme:
            apply_theme(self._application, new.theme)
        if new.text_size != old.text_size:
            apply_text_size(self._application, int(new.text_size))
        self.window.canvas.set_cache_limit(cache_limit(new))
        if new.shortcuts != old.shortcuts:
            apply_shortcuts(self.window.actions_by_id, new)
        if engine_settings(new) != engine_settings(old):
            self.bridge.change_settings(engine_settings(new))


def _log_to_file() -> None:
    """Keep what goes wrong in a file; where that cannot be written, there is no log."""
    with contextlib.suppress(OSError):
        logging.basicConfig(handlers=[log_handler("window.log")], level=logging.INFO)


def run_window(paths: Sequence[Path] = (), missing: Sequence[str] = ()) -> int:
    """Open the window, with photos where some are named, and give the program's exit status once it is closed. It says
    which of those that were named are `missing`."""
    multiprocessing.freeze_support()  # where the program is packed into one file
    _log_to_file()
    QApplication.setApplicationName("FSR Desktop")
    QApplication.setApplicationVersion(__version__)
    QApplication.setDesktopFileName("fsr-desktop")
    application = QApplication(sys.argv[:1])
    application.setWindowIcon(icon("app"))
    desktop = DesktopApp(application)
    fault_hook, garbage = FaultHook(desktop.workspace.notice.emit), GarbageCollector()
    desktop.show(paths, missing)
    try:
        return application.exec()
    finally:
        fault_hook.remove()
        garbage.stop()
        desktop.close()
