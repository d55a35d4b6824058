"""The workspace that parts of the window are tested with, and garbage that is collected on the window's thread."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.process.protocol import EngineSettings
from fsr_desktop.session.engine_bridge import EngineBridge
from fsr_desktop.session.workspace import Workspace
from fsr_desktop.settings.store import SettingsStore
from tests.fsr_desktop.open_photo import FakeEngine


@pytest.fixture(autouse=True)
def garbage_goes_on_this_thread() -> Iterator[None]:
    """A window that is part of a cycle must not be destroyed by whichever thread collects it, as the program sees to by
    `GarbageCollector`. What a test closed goes at once: hundreds of dead widgets make each theme and each search for
    garbage slow. What lived before the test need not be looked at after it."""
    gc.disable()
    gc.freeze()
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    gc.enable()


@pytest.fixture(autouse=True, scope="module")
def garbage_of_the_file_goes_too() -> Iterator[None]:
    """That of widgets which lived through several tests, and windows that none of them destroyed."""
    yield
    application = QApplication.instance()
    for window in application.topLevelWidgets() if isinstance(application, QApplication) else ():
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.unfreeze()
    gc.collect()


@pytest.fixture(autouse=True)
def the_mouse_is_released() -> Iterator[None]:
    """Qt remembers a button that a test pressed; a later window would show no focus ring."""
    yield
    assert QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton


@pytest.fixture(autouse=True, scope="module")
def no_language_stays() -> Iterator[None]:
    """What a file of tests installs is not spoken in the next one."""
    locale = QLocale()
    yield
    QLocale.setDefault(locale)
    application = QCoreApplication.instance()
    for texts in application.findChildren(QTranslator) if application else ():
        QCoreApplication.removeTranslator(texts)


@pytest.fixture
def workspace(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    monkeypatch.setattr("fsr_desktop.session.engine_bridge.EngineProcess", FakeEngine)
    return Workspace(EngineBridge(EngineSettings()), SettingsStore(tmp_path / "settings.json"), tmp_path)
