"""How far the writing of an animation or a figure is, where it was asked for."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QWidget

from engine.process.export_jobs import ExportAnimation, ExportFigure
from fsr_desktop.look.lettering import write_in
from fsr_desktop.session.engine_bridge import EngineBridge
from fsr_desktop.session.task import Task
from fsr_desktop.widgets.buttons import IconButton

WHOLE, WIDTH = 1000, 80


class ExportProgress(QWidget):
    """A bar with what is written, and a way to stop it; not there while nothing is."""

    def __init__(self, bridge: EngineBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.words, self.bar = QLabel(self), QProgressBar(self)
        write_in(self.words, "small", "text2")
        self.bar.setAccessibleName(self.tr("Progress of the export"))
        self.bar.setRange(0, WHOLE)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(WIDTH)
        self.stop_button = IconButton("cancel", self.tr("Stop the export"), self)
        self.stop_button.clicked.connect(self._stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for widget in (self.words, self.bar, self.stop_button):
            row.addWidget(widget)
        bridge.tasks_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show how far it is by now."""
        task = self._task()
        self.setVisible(task is not None)
        if task:
            self.words.setText(self.tr("{percent} %").format(percent=round(100 * task.fraction)))
            self.bar.setValue(round(WHOLE * task.fraction))

    def _task(self) -> Task | None:
        tasks = (task for task in self._bridge.tasks if isinstance(task.job, ExportAnimation | ExportFigure))
        return next((task for task in tasks if not task.is_over), None)

    def _stop(self) -> None:
        task = self._task()
        if task:
            self._bridge.cancel(task)
