"""What the engine process does, did and will do, and the device that runs the models."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from fsr_desktop.jobs.list_model import CANCEL, PROGRESS, STAGE, TIME, TITLE, JobModel
from fsr_desktop.jobs.painters import CancelPainter, EndedGreyPainter, ProgressPainter, StagePainter
from fsr_desktop.look.icons import icon
from fsr_desktop.session.engine_bridge import EngineBridge
from fsr_desktop.session.task import Task
from fsr_desktop.widgets.elided_label import ElidedLabel

NARROW = 520  # px; below that the stage is in the tooltip only
DEVICES = {
    "CPUExecutionProvider": "CPU",
    "CUDAExecutionProvider": "NVIDIA GPU",
    "TensorrtExecutionProvider": "NVIDIA GPU, TensorRT",
    "CoreMLExecutionProvider": "Apple, Core ML",
    "DmlExecutionProvider": "GPU, DirectML",
    "ROCMExecutionProvider": "AMD GPU",
}


class JobsDock(QWidget):
    """A table of jobs with progress and cancel, and a line that says what really runs."""

    def __init__(self, bridge: EngineBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("jobs_page")
        self._bridge = bridge
        self.model = JobModel(bridge, self)
        self.table = JobTable(self)
        self.table.setModel(self.model)
        self._set_columns()
        self.device_label = ElidedLabel(parent=self)
        self.device_label.setObjectName("running_device")
        self.cancel_all_button = QPushButton(icon("cancel"), self.tr("Cancel all"), self)
        self.cancel_all_button.setObjectName("cancel_all_jobs")
        self.clear_button = QPushButton(self.tr("Clear"), self)
        self.clear_button.setObjectName("clear_jobs")
        self.clear_button.setToolTip(self.tr("Take the jobs that are over out of the list."))
        row = QHBoxLayout()
        row.addWidget(self.device_label, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.cancel_all_button)
        row.addWidget(self.clear_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.setSpacing(6)
        layout.addWidget(self.table, 1)
        layout.addLayout(row)
        self.cancel_all_button.clicked.connect(bridge.cancel_all)
        self.clear_button.clicked.connect(bridge.clear_ended)
        self.table.clicked.connect(self._cell_clicked)
        self.table.delete_pressed.connect(self._cancel_selected)
        self.table.customContextMenuRequested.connect(self._show_menu)
        self._selected: Task | None = None
        self.table.selectionModel().currentChanged.connect(self._keep_selected)
        self.model.modelReset.connect(self._select_again)
        self.model.modelReset.connect(self._enable)
        self.model.dataChanged.connect(self._enable)
        bridge.provider_changed.connect(self._show_device)
        self._show_device(bridge.provider)
        self._enable()

    def sizeHint(self) -> QSize:
        """Wide and low, for the lower edge of the window."""
        return QSize(640, 170)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the stage where there is no room."""
        super().resizeEvent(event)
        self.table.setColumnHidden(STAGE, self.width() < NARROW)
        self.table.setColumnWidth(PROGRESS, 64 if self.width() < NARROW else 150)

    def _set_columns(self) -> None:
        header = self.table.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(28)
        for column, mode in (
            (TITLE, QHeaderView.ResizeMode.Stretch),
            (STAGE, QHeaderView.ResizeMode.Stretch),
            (PROGRESS, QHeaderView.ResizeMode.Fixed),
            (TIME, QHeaderView.ResizeMode.Fixed),
            (CANCEL, QHeaderView.ResizeMode.Fixed),
        ):
            header.setSectionResizeMode(column, mode)
        longest = self.tr("about {time}").format(time=self.tr("{minutes:.0f} min").format(minutes=59))
        self.table.setColumnWidth(TIME, self.fontMetrics().horizontalAdvance(longest) + 16)
        self.table.setColumnWidth(CANCEL, 32)
        self.table.setItemDelegate(EndedGreyPainter(self.table))
        self.table.setItemDelegateForColumn(STAGE, StagePainter(self.table))
        self.table.setItemDelegateForColumn(PROGRESS, ProgressPainter(self.table))
        self.table.setItemDelegateForColumn(CANCEL, CancelPainter(self.table))

    def _show_device(self, provider: str) -> None:
        if not provider:
            self.device_label.setText(self.tr("Runs on: nothing has run yet"))
            return
        text = self.tr("Runs on: {device}")
        name = DEVICES.get(provider)
        self.device_label.setText(text.format(device=f"{name} ({provider})" if name else provider))

    def _enable(self, *_what: object) -> None:
        jobs = self._bridge.tasks
        self.cancel_all_button.setEnabled(any(job.state in ("queued", "running") for job in jobs))
        self.clear_button.setEnabled(any(job.is_over for job in jobs))

    def _cell_clicked(self, index: QModelIndex) -> None:
        if index.column() == CANCEL:
            self._cancel(index)

    def _cancel_selected(self) -> None:
        self._cancel(self.table.currentIndex())

    def _cancel(self, index: QModelIndex) -> None:
        job = self.model.job(index)
        if job and not job.is_over:
            self._bridge.cancel(job)

    def _show_menu(self, place: QPoint) -> None:
        index = self.table.indexAt(place)
        job = self.model.job(index)
        if job is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        action = QAction(icon("cancel"), self.tr("Cancel this job"), menu)
        action.setEnabled(job.state in ("queued", "running"))
        action.triggered.connect(lambda: self._bridge.cancel(job))
        menu.addAction(action)
        menu.popup(self.table.viewport().mapToGlobal(place))

    def _keep_selected(self, index: QModelIndex) -> None:
        job = self.model.job(index)
        if job:
            self._selected = job

    def _select_again(self) -> None:
        """Rows were ordered anew: the selected job stays selected."""
        row = self.model.row_of(self._selected)
        if row is not None:
            self.table.setCurrentIndex(self.model.index(row, TITLE))


class JobTable(QTreeView):
    """Rows of one height. Signals: `delete_pressed`, also where the key means something else in the window."""

    delete_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("job_table")
        self.setAccessibleName(self.tr("Jobs"))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setMouseTracking(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAllColumnsShowFocus(True)

    def event(self, event: QEvent) -> bool:
        """Keep the delete key to the table."""
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Delete:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of the delete key."""
        if event.key() == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
        else:
            super().keyPressEvent(event)
