"""The page "Teach a model": a model of the user's own, from an installed one and his photos."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from engine.messages import Message
from engine.process.events import Failed
from engine.process.finetune_results import Finetuned, FinetuneFaces
from engine.process.protocol import FindFinetuneFaces
from fsr_desktop.background import Background
from fsr_desktop.finetune.faces_step import FacesStep
from fsr_desktop.finetune.form import FinetuneForm
from fsr_desktop.finetune.missing import FinetuneMissing
from fsr_desktop.finetune.models import finetunable_models
from fsr_desktop.finetune.result import FinetuneResultView
from fsr_desktop.finetune.run import FinetuneRun
from fsr_desktop.language.messages import shown
from fsr_desktop.look.theme import tokens
from fsr_desktop.session.status_words import failure_words
from fsr_desktop.session.task import Task
from fsr_desktop.session.workspace import Workspace
from fsr_desktop.widgets.segments import Segments
from fsr_desktop.widgets.vertical_scroll import VerticalScroll

NEEDED = "torch"
FORM_WIDTH = 320  # px
MARGIN = 24  # px, around a step
STEPS = ("faces", "training", "result")


class FinetunePage(QWidget):
    """Asks for photos and a model, shows the faces, the training and what came of it. It may be left while it runs.

    Signals: `model_finetuned` with the id of a new model that is to be used; `left` when the user goes back to the
    photos.
    """

    model_finetuned = Signal(str)
    left = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("finetune_page")
        self._bridge = workspace.bridge
        self._look_task: Task | None = None
        self._finetune_task: Task | None = None
        self._base = ""
        self._looked_at: FindFinetuneFaces | None = None  # what the faces that are shown were looked for with
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._is_missing = importlib.util.find_spec(NEEDED) is None
        if self._is_missing:
            missing = FinetuneMissing()
            missing.left.connect(self.left)
            row.addWidget(missing, 1)
            return
        self._models, self._background = workspace.installed_models, Background(self)
        self._build(row)
        self._models.changed.connect(self._offer_models)
        self._offer_models()
        self.setAcceptDrops(True)
        self._update_form()

    def showEvent(self, event: QShowEvent) -> None:
        """Look which models there are by now."""
        super().showEvent(event)
        if not self._is_missing:
            self._models.refresh()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a folder, or a photo for its folder."""
        if not _is_under_way(self._finetune_task) and any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Use the folder that was dropped, or that of a photo."""
        path = next((Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()), None)
        if path:
            self._form.set_folder(path if path.is_dir() else path.parent)
            event.acceptProposedAction()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground of the steps, and a hairline beside the form."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(tokens().bar))
            if not self._is_missing:
                painter.fillRect(0, 0, self._side.width(), self.height(), QColor(tokens().panel))
                painter.fillRect(self._side.width(), 0, 1, self.height(), QColor(tokens().line))

    # ---- parts

    def _build(self, row: QHBoxLayout) -> None:
        self._form = FinetuneForm()
        self._form.changed.connect(self._form_changed)
        self._form.start_asked.connect(self._start)
        self._side = _Side(self._form)
        for widget in (self._side, self._side.viewport(), self._form):
            widget.setAutoFillBackground(False)
        self._faces, self._run, self._result = FacesStep(), FinetuneRun(), FinetuneResultView()
        self._faces.changed.connect(self._update_form)
        self._faces.folder_asked.connect(self._form.choose_folder)
        self._faces.again_asked.connect(self._look_again)
        self._run.cancel_asked.connect(self._cancel)
        self._result.use_asked.connect(self.model_finetuned)
        self._steps = Segments(
            [("faces", self.tr("Faces")), ("training", self.tr("Training")), ("result", self.tr("Result"))]
        )
        self._steps.setObjectName("finetune_steps")
        self._steps.setAccessibleName(self.tr("Steps of teaching"))
        self._steps.chosen.connect(self._go_to)
        self._stack = QStackedWidget()
        for step in (self._faces, self._run, self._result):
            self._stack.addWidget(step)
        self._allow("training", False)
        self._allow("result", False)
        column = QVBoxLayout()
        column.setContentsMargins(MARGIN, MARGIN - 8, MARGIN, MARGIN)
        column.setSpacing(16)
        column.addWidget(self._steps)
        column.addWidget(self._stack, 1)
        row.addWidget(self._side)
        row.addLayout(column, 1)

    def _go_to(self, step: str) -> None:
        self._steps.set_value(step)
        self._stack.setCurrentIndex(STEPS.index(step))

    def _allow(self, step: str, on: bool) -> None:
        self._steps.set_enabled(step, on, "" if on else self.tr("Not yet."))

    # ---- what the user does

    def _form_changed(self) -> None:
        """Look for the faces of another folder, or those that fit another model."""
        job = self._form.look_job()
        if job != self._looked_at and not _is_under_way(self._look_task):
            self._looked_at = job
            if job:
                self._look(job)
        self._update_form()

    def _look_again(self) -> None:
        if self._looked_at and not _is_under_way(self._look_task):
            self._look(self._looked_at)
            self._update_form()

    def _look(self, job: FindFinetuneFaces) -> None:
        title = self.tr("Look for faces in {name}").format(name=job.photos.name)
        task = self._look_task = self._bridge.submit(job, title)
        task.progressed.connect(lambda fraction: self._faces.show_search(str(job.photos), fraction))
        task.finished.connect(self._show_faces)
        task.failed.connect(lambda failure: self._faces.show_end(failure_words(failure)))
        task.cancelled.connect(lambda kept: self._faces.show_end(self._cancelled_words(kept)))
        task.ended.connect(self._form_changed)
        self._faces.show_search(str(job.photos))
        self._go_to("faces")

    def _start(self) -> None:
        job = self._form.finetune_job(self._faces.left_out)
        if job is None:
            return
        self._base = job.model
        self._run.begin(job.minutes)
        task = self._finetune_task = self._bridge.submit(job, self.tr("Teach {name}").format(name=job.name))
        task.started.connect(self._run.show_started)
        task.progressed.connect(self._run.show_progress)
        task.previewed.connect(self._run.show_moment)
        task.finished.connect(self._finetuned)
        task.failed.connect(self._finetune_failed)
        task.cancelled.connect(self._finetune_cancelled)
        task.ended.connect(self._update_form)
        self._allow("training", True)
        self._allow("result", False)
        self._go_to("training")
        self._update_form()

    def _cancel(self) -> None:
        if self._finetune_task:
            self._run.show_cancelling()
            self._bridge.cancel(self._finetune_task)

    def _update_form(self) -> None:
        is_busy = _is_under_way(self._look_task) or _is_under_way(self._finetune_task)
        is_ready = self._faces.is_enough and self._looked_at == self._form.look_job()
        self._form.set_busy(can_start=is_ready and not is_busy, can_edit=not is_busy)

    def _offer_models(self) -> None:
        models = self._models.current.models
        self._background.run(lambda: finetunable_models(models), self._form.set_models)

    # ---- what comes back

    def _show_faces(self, faces: FinetuneFaces) -> None:
        self._faces.show_found(faces)

    def _finetuned(self, finetuned: Finetuned) -> None:
        self._run.show_progress(1.0)
        self._run.end(self.tr("Done."))
        self._result.show_result(finetuned, base=self._base)
        self._allow("result", True)
        self._go_to("result")
        self._models.refresh()

    def _finetune_failed(self, failure: Failed) -> None:
        self._run.end(failure_words(failure))

    def _finetune_cancelled(self, kept: Message) -> None:
        self._run.end(self._cancelled_words(kept))

    def _cancelled_words(self, kept: Message) -> str:
        return shown(kept) or self.tr("Cancelled.")


class _Side(VerticalScroll):
    """The form, as wide as its words need."""

    def __init__(self, form: FinetuneForm) -> None:
        super().__init__(form)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """The usual width, or more."""
        return QSize(max(FORM_WIDTH, self.minimumSizeHint().width()), super().sizeHint().height())


def _is_under_way(task: Task | None) -> bool:
    return task is not None and not task.is_over
