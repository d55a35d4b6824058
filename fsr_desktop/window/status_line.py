"""The line below the window: what runs, on which device, where the cursor is, how large the photo is shown."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QProgressBar, QStatusBar, QToolButton, QWidget

from fsr_desktop.canvas.canvas import Canvas
from fsr_desktop.canvas.scene import CursorInfo
from fsr_desktop.language.messages import shown
from fsr_desktop.look.icons import icon
from fsr_desktop.session.task import Task
from fsr_desktop.session.workspace import Workspace


class StatusLine(QStatusBar):
    """Shows the running job with a way to stop it; a click on the words opens the list of jobs (`jobs_button`)."""

    def __init__(self, workspace: Workspace, canvas: Canvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._running: Task | None = None
        self.jobs_button = QToolButton(self)
        self.jobs_button.setObjectName("status_jobs")
        self.jobs_button.setAutoRaise(True)
        self.jobs_button.setMinimumWidth(180)
        self.jobs_button.setToolTip(self.tr("Show the list of jobs"))
        self.bar = QProgressBar(self)
        self.bar.setAccessibleName(self.tr("Progress of the running job"))
        self.bar.setFixedWidth(160)
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.cancel = QToolButton(self)
        self.cancel.setObjectName("status_cancel")
        self.cancel.setAutoRaise(True)
        self.cancel.setIcon(icon("cancel"))
        self.cancel.setToolTip(self.tr("Stop this job"))
        self.cancel.setAccessibleName(self.tr("Stop this job"))
        self.cancel.clicked.connect(self._cancel_running)
        self.addWidget(self.jobs_button)
        self.addWidget(self.bar)
        self.addWidget(self.cancel)
        self._cursor, self._device, self._zoom = (QLabel(self) for _ in range(3))
        for label in (self._cursor, self._device, self._zoom):
            self.addPermanentWidget(label)
        self._zoom.setMinimumWidth(56)
        canvas.cursor_moved.connect(self._show_cursor)
        canvas.zoom_changed.connect(self._show_zoom)
        workspace.bridge.tasks_changed.connect(self._show_jobs)
        workspace.bridge.provider_changed.connect(self._show_device)
        self._show_jobs()
        self._show_device(workspace.bridge.provider)

    def _show_jobs(self) -> None:
        tasks = self._workspace.bridge.tasks
        self._running = next((task for task in tasks if task.state in ("running", "cancelling")), None)
        waiting = sum(task.state == "queued" for task in tasks)
        task = self._running
        for part in (self.bar, self.cancel):
            part.setVisible(task is not None)
        if task is None:
            self.jobs_button.setText(self.tr("%n job(s) waiting", "", waiting) if waiting else self.tr("Ready"))
            return
        self.bar.setValue(round(task.fraction * 1000))
        words = self.tr("Stopping") if task.state == "cancelling" else shown(task.stage) or self.tr("starting")
        more = f" (+{waiting})" if waiting else ""
        title = task.title.replace("&", "&&")  # no letter of a photo's name is a mnemonic
        self.jobs_button.setText(f"{title}: {words}{more}")

    def _cancel_running(self) -> None:
        if self._running:
            self._workspace.bridge.cancel(self._running)

    def _show_cursor(self, info: CursorInfo | None) -> None:
        if info is None:
            self._cursor.clear()
            return
        values = [f"{int(info.x)}, {int(info.y)}"]
        values += [" ".join(str(int(v)) for v in rgb) for rgb in (info.before, info.after) if rgb is not None]
        self._cursor.setText("   ".join(values))

    def _show_device(self, provider: str) -> None:
        name = provider.removesuffix("ExecutionProvider")
        self._device.setText(self.tr("Runs on {device}").format(device=name) if provider else "")
        self._device.setToolTip(
            self.tr("What ONNX Runtime really used for the last faces: {name}").format(name=provider)
        )

    def _show_zoom(self, zoom: float) -> None:
        self._zoom.setText(f"{zoom * 100:.0f} %")
