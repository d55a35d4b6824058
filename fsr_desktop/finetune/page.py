"""The page "Teach a model": a model of the user's own, from an installed one and his photos."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from engine.process.events import Failed
from engine.process.protocol import FindFinetuneFaces, Finetuned, FinetuneFaces
from fsr_desktop.background import Background
from fsr_desktop.finetune.face_grid import FaceGrid
from fsr_desktop.finetune.form import FinetuneForm
from fsr_desktop.finetune.missing import FinetuneMissing
from fsr_desktop.finetune.models import finetunable_models
from fsr_desktop.finetune.result import FinetuneResultView
from fsr_desktop.finetune.run import FinetuneRun
from fsr_desktop.language.engine_words import shown_reason
from fsr_desktop.look.icons import icon
from fsr_desktop.session.status_words import failure_words
from fsr_desktop.session.task import Task
from fsr_desktop.session.workspace import Workspace
from fsr_desktop.widgets.breakable import breakable

NEEDED = "torch"
FORM_WIDTH = 300  # px
SIGN_SIDE = 24  # px
FACES, RUN, RESULT = range(3)


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
        self._is_refused = False
        column = QVBoxLayout(self)
        column.addLayout(self._head())
        self._is_missing = importlib.util.find_spec(NEEDED) is None
        if self._is_missing:
            column.addWidget(FinetuneMissing(), 1)
            return
        self._models, self._background = workspace.installed_models, Background(self)
        self._build(column)
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

    # ---- parts

    def _head(self) -> QHBoxLayout:
        title = QLabel(self.tr("Teach a model"))
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 1.4)
        font.setBold(True)
        title.setFont(font)
        back = QPushButton(icon("previous"), self.tr("Back to the photos"))
        back.setObjectName("finetune_back")
        back.setToolTip(self.tr("A teaching goes on in the background."))
        back.clicked.connect(self.left)
        row = QHBoxLayout()
        row.addWidget(title, 1)
        row.addWidget(back)
        return row

    def _build(self, column: QVBoxLayout) -> None:
        self._form = FinetuneForm()
        self._form.changed.connect(self._update_form)
        self._form.look_asked.connect(self._look)
        self._form.start_asked.connect(self._start)
        side = QScrollArea()
        side.setWidget(self._form)
        side.setWidgetResizable(True)
        side.setFrameShape(QScrollArea.Shape.NoFrame)
        side.setFixedWidth(FORM_WIDTH)
        self._grid, self._run, self._result = FaceGrid(), FinetuneRun(), FinetuneResultView()
        self._run.cancel_asked.connect(self._cancel)
        self._result.use_asked.connect(self.model_finetuned)
        self._sign, self._words = QLabel(), QLabel()
        self._sign.setObjectName("finetune_sign")
        self._sign.setPixmap(icon("warning").pixmap(SIGN_SIDE, SIGN_SIDE))
        self._words.setObjectName("finetune_words")
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._show_beginning()
        said = QHBoxLayout()
        said.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        said.addWidget(self._words, 1)
        faces = QWidget()
        inside = QVBoxLayout(faces)
        inside.addLayout(said)
        inside.addWidget(self._grid, 1)
        self._tabs = QTabWidget()
        self._tabs.setObjectName("finetune_tabs")
        self._tabs.addTab(faces, icon("face"), self.tr("Faces"))
        self._tabs.addTab(self._run, icon("finetune"), self.tr("Training"))
        self._tabs.addTab(self._result, icon("check"), self.tr("Result"))
        self._tabs.setTabEnabled(RUN, False)
        self._tabs.setTabEnabled(RESULT, False)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(side)
        row.addWidget(self._tabs, 1)
        column.addLayout(row, 1)

    # ---- what the user does

    def _look(self) -> None:
        job = self._form.look_job()
        if job:
            self._looked_at = job
            title = self.tr("Look for faces in {name}").format(name=job.photos.name)
            task = self._look_task = self._bridge.submit(job, title)
            task.progressed.connect(self._show_look_progress)
            task.finished.connect(self._show_faces)
            task.failed.connect(self._look_failed)
            task.cancelled.connect(self._look_cancelled)
            task.ended.connect(self._update_form)
            self._clear_faces()
            self._words.setText(self.tr("Looking for faces in {folder}…").format(folder=breakable(str(job.photos))))
            self._tabs.setCurrentIndex(FACES)
            self._update_form()

    def _start(self) -> None:
        job = self._form.finetune_job()
        if job is None:
            return
        self._base = job.model
        self._run.begin()
        task = self._finetune_task = self._bridge.submit(job, self.tr("Teach {name}").format(name=job.name))
        task.started.connect(self._run.show_started)
        task.progressed.connect(self._run.show_progress)
        task.previewed.connect(self._run.show_moment)
        task.finished.connect(self._finetuned)
        task.failed.connect(self._finetune_failed)
        task.cancelled.connect(self._finetune_cancelled)
        task.ended.connect(self._update_form)
        self._tabs.setTabEnabled(RUN, True)
        self._tabs.setTabEnabled(RESULT, False)
        self._tabs.setCurrentIndex(RUN)
        self._update_form()

    def _cancel(self) -> None:
        if self._finetune_task:
            self._run.show_cancelling()
            self._bridge.cancel(self._finetune_task)

    def _update_form(self) -> None:
        is_busy = _is_under_way(self._look_task) or _is_under_way(self._finetune_task)
        if self._looked_at and self._looked_at != self._form.look_job():
            self._looked_at = None  # what is shown is of another choice
            self._clear_faces()
            self._show_beginning()
        self._form.set_busy(
            can_look=not is_busy,
            can_start=not is_busy and not self._is_refused,
            can_edit=not is_busy,
        )

    def _clear_faces(self) -> None:
        self._is_refused = False
        self._sign.hide()
        self._grid.show_faces(np.zeros((0, 1, 1, 3), np.uint8), (), ())

    def _offer_models(self) -> None:
        models = self._models.current.models
        self._background.run(lambda: finetunable_models(models), self._form.set_models)

    def _show_beginning(self) -> None:
        self._sign.hide()
        self._words.setText(
            self.tr(
                "Choose a folder of sharp photos with faces, or drop it here. Look at the faces that would be used, "
                "then start. A part of them is held out: the model never sees those, they say whether it got better. "
                "While it learns, other jobs wait."
            )
        )

    # ---- what comes back

    def _show_look_progress(self, fraction: float) -> None:
        self._words.setText(self.tr("Looking for faces… {percent} %").format(percent=round(100 * fraction)))

    def _show_faces(self, faces: FinetuneFaces) -> None:
        self._is_refused = bool(faces.refusal)
        self._sign.setVisible(self._is_refused)
        self._grid.show_faces(faces.pictures, faces.photos, faces.held_out)
        held_out = sum(faces.held_out)
        parts = [shown_reason(faces.refusal)] if faces.refusal else []
        if not faces.refusal:
            parts.append(self.tr("The model would learn from %n face(s).", "", len(faces.held_out) - held_out))
            parts.append(self.tr("%n face(s) are held out, to check what was learnt.", "", held_out))
        if faces.too_small:
            parts.append(self.tr("%n face(s) are too small to learn from.", "", faces.too_small))
        self._words.setText(" ".join(parts))

    def _look_failed(self, failure: Failed) -> None:
        self._sign.show()
        self._words.setText(breakable(failure_words(failure)))

    def _look_cancelled(self, kept: str) -> None:
        self._words.setText(breakable(self._cancelled_words(kept)))

    def _finetuned(self, finetuned: Finetuned) -> None:
        self._run.show_progress(1.0)
        self._run.end(self.tr("Done."))
        self._result.show_result(finetuned, base=self._base)
        self._tabs.setTabEnabled(RESULT, True)
        self._tabs.setCurrentIndex(RESULT)
        self._models.refresh()

    def _finetune_failed(self, failure: Failed) -> None:
        self._run.end(failure_words(failure))

    def _finetune_cancelled(self, kept: str) -> None:
        self._run.end(self._cancelled_words(kept))

    def _cancelled_words(self, kept: str) -> str:
        return shown_reason(kept) or self.tr("Cancelled.")


def _is_under_way(task: Task | None) -> bool:
    return task is not None and not task.is_over
