"""The one accent button: what comes next for what is looked at, in a word."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QMenu

from engine.process.protocol import RestoreFaces
from fsr_desktop.session.export_mark import can_be_exported
from fsr_desktop.session.photos import PhotoItem
from fsr_desktop.session.task import Task
from fsr_desktop.widgets.click_guard import ClickGuard
from fsr_desktop.window.main_window import MainWindow

Next = Literal["restore", "stop", "export", "present", ""]
EXPORTS = (
    "export", "export_as", "export_crops", "export_comparison", "export_before_after", "export_figure",
    "export_all",
)  # fmt: skip
REFRESH_MS = 60


class MainButton(QObject):
    """Keeps the button's words true, and does what they say."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._button = window, window.top_bar.main
        self.next: Next = ""
        self._guard = ClickGuard([self._button], self)
        self._menu = QMenu(window)
        for name in EXPORTS:
            if name == "export_all":
                self._menu.addSeparator()
            self._menu.addAction(window.action(name))
        self._soon = QTimer(self, singleShot=True, interval=REFRESH_MS)
        self._soon.timeout.connect(self.refresh)
        workspace = window.workspace
        for changed in (workspace.photos_changed, workspace.current_changed, workspace.bridge.tasks_changed):
            changed.connect(self._soon.start)
        workspace.photo_changed.connect(lambda _photo: self._soon.start())
        window.page_shown.connect(self.refresh)
        window.top_bar.main_clicked.connect(self._do)
        self.refresh()

    def refresh(self) -> None:
        """Say what comes next."""
        photo = self._window.workspace.session.current
        before, self.next = self.next, self._next_of(photo)
        if self.next != before:
            self._guard.begin()
        task = self._restoring(photo)
        words = {
            "": "",
            "restore": self.tr("Restore"),
            "export": self.tr("Export"),
            "present": self.tr("Present"),
            "stop": self.tr("Stop {percent} %").format(percent=round(100 * task.fraction)) if task else self.tr("Stop"),
        }[self.next]
        self._button.setVisible(bool(words))
        self._button.setText(words)
        self._button.set_menu(self._menu if self.next == "export" else None)
        self._button.setEnabled(self._is_possible(photo))
        tips = {"restore": "restore", "export": "export", "present": "present", "stop": "cancel"}
        self._button.setToolTip(self._window.action(tips[self.next]).toolTip() if self.next else "")

    def _next_of(self, photo: PhotoItem | None) -> Next:
        page = self._window.page_name
        if page == "study":
            return "present"
        if page != "photo" or photo is None:
            return ""
        if self._restoring(photo):
            return "stop"
        if photo.state == "ready" and can_be_exported(photo) and not photo.missing():
            return "export"
        return "restore"

    def _is_possible(self, photo: PhotoItem | None) -> bool:
        if self.next == "present":
            return photo is not None and any(outcome.file for outcome in photo.results.values())
        return photo is not None and (photo.state != "failed" or photo.was_cancelled)

    def _restoring(self, photo: PhotoItem | None) -> Task | None:
        tasks = self._window.workspace.bridge.tasks_of(photo.id) if photo else []
        return next((task for task in tasks if isinstance(task.job, RestoreFaces) and not task.is_over), None)

    def _do(self) -> None:
        names = {"restore": "restore", "export": "export", "present": "present", "stop": "cancel"}
        if self.next:
            self._window.action(names[self.next]).trigger()
