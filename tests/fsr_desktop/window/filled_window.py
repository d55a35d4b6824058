"""The whole window with photos that are opened and restored, by an engine that the test plays; and its pages."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from engine.pipeline.face_file import write_face_file
from engine.pipeline.picture_file import write_picture
from engine.process.protocol import RestoreFaces
from engine.types import Restoration
from fsr_desktop.export.dialog import ExportDialog
from fsr_desktop.session.batch_notice import batch_notice
from fsr_desktop.session.view_state import CompareMode
from fsr_desktop.window.main_window import MainWindow
from fsr_desktop.window.settings_dialog import SettingsDialog
from fsr_desktop.window.verbs import WindowCommands
from tests.engine.explain.explained_face import explained_face, full_restoration
from tests.engine.explain.fitted_restoration import fitted_restoration
from tests.fsr_desktop.played_engine import Play

SOON_MS = 30_000  # the machine may be busy
REFUSED = ("dic-x8", "dicgan-x8")


def whole_restoration() -> Restoration:
    """All that a model may give, with all of a 3D face."""
    fitted = fitted_restoration()
    return replace(
        full_restoration(),
        morphable=fitted.morphable,
        rendered_prior=fitted.rendered_prior,
        prior_refusals=fitted.prior_refusals,
    )


class FilledWindow:
    """A window of that size with three photos: one restored, one that is left for its size, one that is broken."""

    def __init__(self, qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch, *, width: int, height: int) -> None:
        self.qtbot = qtbot
        self.play = Play(folder, monkeypatch)
        self.window = MainWindow(self.play.workspace)
        self.commands = WindowCommands(self.window)
        self.window.resize(width, height)
        with qtbot.waitSignal(self.play.workspace.installed_models.changed):
            self.play.workspace.installed_models.refresh()
        self.window.show()

    def fill(self) -> None:
        """Open the photos and restore them."""
        play = self.play
        ids = play.workspace.open_paths(
            [play.folder / name for name in ("a wedding.jpg", "large.jpg", "scan-0042.jpg")]
        )
        self.summary = None
        play.workspace.batch.ended.connect(lambda summary: setattr(self, "summary", summary))
        play.workspace.restore_many(ids)
        while self.summary is None:
            self._do_job()
        for photo in play.workspace.session:
            if photo.picture:
                photo.picture = write_picture(np.full((300, 400, 3), 90, np.uint8), play.folder / "pictures" / photo.id)
        play.workspace.photo_changed.emit(play.photo.id)
        file = next(iter(play.photo.results.values())).file
        assert file
        self.qtbot.waitUntil(lambda: self.window.results.get(file) is not None, timeout=SOON_MS)
        while self.window.toasts.close_newest():
            pass

    def _do_job(self) -> None:
        play = self.play
        if not play.process.runs:
            self.qtbot.wait(1)
        elif isinstance(play.job, RestoreFaces):
            self.finish("skipped" if play.job.path.name == "large.jpg" else "restored")
        elif play.job.path.name == "scan-0042.jpg":  # pyright: ignore[reportAttributeAccessIssue] a photo is opened
            play.fail("It is cut off.")
        else:
            play.finish_open(2)

    def finish(self, status: str = "restored") -> None:
        """The engine restores what it was asked for last."""
        job = self.play.job
        assert isinstance(job, RestoreFaces)
        for face in job.faces:
            model = "sparnet-x8" if face.model == "auto" else face.model
            file = self.play.outcome(face.id, model).file
            assert file
            write_face_file(replace(explained_face(whole_restoration()), model=model), file)
        self.play.finish_restore(status)  # pyright: ignore[reportArgumentType] a status

    def close(self) -> None:
        """Close without a question, and be gone: hundreds of widgets would be styled anew with the next theme."""
        self.window.guard._may_close = True
        self.window.close()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    # ---- pages

    @contextmanager
    def page(self, name: str) -> Generator[QWidget]:
        """Show that page; gives the window that it is in."""
        views: dict[str, CompareMode] = {"photo": "split", "side": "side", "looks": "looks"}
        pages: dict[str, Callable[[], object]] = {
            "study": self.commands.pages.show_study,
            "teach": self.commands.pages.show_teach,
            "toasts": self._tell,
        }
        dialogs: dict[str, Callable[[], QWidget]] = {"export": self._export, "settings": self._settings}
        view = self.window.view
        view.change(replace(view.current, mode=views.get(name, "split")))
        self.window.show_photos()
        if name in pages:
            pages[name]()
        shown = dialogs[name]() if name in dialogs else self.window
        if name in dialogs:
            self.qtbot.addWidget(shown)
            shown.show()
        self._settle()
        yield shown
        if name in dialogs:
            shown.close()
        while self.window.toasts.close_newest():
            pass

    def _settle(self) -> None:
        self.qtbot.wait(60)
        while self.play.process.runs:
            job = self.play.job
            is_refused = isinstance(job, RestoreFaces) and job.faces[0].model in REFUSED
            self.finish("skipped" if is_refused else "restored")
            self.qtbot.wait(20)
        self.qtbot.wait(60)
        for _ in range(3):  # a part that has grown lets what it lies in grow
            QApplication.sendPostedEvents()

    def _tell(self) -> None:
        assert self.summary
        self.window.toasts.show_notice(batch_notice(self.summary, self.play.workspace.tellings))

    def _export(self) -> QWidget:
        return ExportDialog(self.play.workspace, self.window, what="before-after", results=self.window.results)

    def _settings(self) -> QWidget:
        return SettingsDialog(self.play.workspace.settings, self.play.workspace.installed_models, self.window)
