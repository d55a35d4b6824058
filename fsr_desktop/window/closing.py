"""Closing the window: what would be lost is asked about first, and written if that is wanted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from engine.paths import samples_folder
from engine.process.export_jobs import (
    ExportAnimation,
    ExportBeforeAfter,
    ExportComparison,
    ExportCrops,
    ExportFigure,
    ExportPhoto,
)
from engine.process.protocol import Finetune, RestoreFaces
from fsr_desktop.export.exporter import Exporter
from fsr_desktop.session.batch import Batch
from fsr_desktop.session.export_mark import is_exported, waits_for_export
from fsr_desktop.session.photos import PhotoItem
from fsr_desktop.session.task import Task
from fsr_desktop.session.workspace import Workspace

KEPT_JOBS = (  # leave files
    ExportPhoto, ExportCrops, ExportComparison, ExportFigure, ExportAnimation, ExportBeforeAfter, Finetune,
)  # fmt: skip
MOST_NAMED = 6
Answer = Literal["export", "close", "cancel"]
translate = QCoreApplication.translate


@dataclass(frozen=True)
class Loss:
    """What closing would lose: `not_exported` are ids of photos with results that were not written, `drawn` counts
    other photos with boxes that the user drew, `to_restore` those that a batch has left, `running` names what else
    runs, each once."""

    not_exported: tuple[str, ...] = ()
    drawn: int = 0
    to_restore: int = 0
    running: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.not_exported or self.drawn or self.to_restore or self.running)


def what_is_lost(workspace: Workspace) -> Loss:
    """What would be lost if the window closed now."""
    own = [photo for photo in workspace.session if photo.path.parent != samples_folder()]  # not the program's sample
    not_exported = [photo for photo in own if waits_for_export(photo)]
    drawn = [photo for photo in own if _has_drawn(photo) and photo not in not_exported]
    batch = workspace.batch
    return Loss(
        tuple(photo.id for photo in not_exported),
        drawn=len(drawn),
        to_restore=batch.count - batch.done if batch.is_running else 0,
        running=tuple(dict.fromkeys(task.title for task in workspace.bridge.tasks if _is_stopped(task, batch))),
    )


class ClosingDialog(QDialog):
    """Asks whether to export first, close all the same, or stay. Signals: `answered` with an `Answer`."""

    answered = Signal(str)

    def __init__(self, loss: Loss, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("closing")
        self.setWindowTitle("FSR Desktop")
        count = len(loss.not_exported)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        for words in _words(loss):
            label = QLabel(words, self)
            label.setWordWrap(True)
            column.addWidget(label)
        row = QHBoxLayout()
        row.addStretch(1)
        self.cancel_button = self._button(self.tr("Cancel"), "cancel")
        self.close_button = self._button(self.tr("Close"), "close")
        self.export_button = self._button(self.tr("Export %n", "", count), "export")
        self.export_button.setVisible(bool(count))
        for button in (self.cancel_button, self.close_button, self.export_button):
            row.addWidget(button)
        column.addSpacing(8)
        column.addLayout(row)
        (self.export_button if count else self.cancel_button).setDefault(True)
        self.rejected.connect(lambda: self.answered.emit("cancel"))

    def _button(self, words: str, answer: Answer) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName(f"closing_{answer}")
        button.clicked.connect(lambda: self._answer(answer))
        return button

    def _answer(self, answer: Answer) -> None:
        if answer == "cancel":
            self.reject()
        else:
            self.accept()
            self.answered.emit(answer)


class ClosingGuard(QObject):
    """Says whether a window may close. Where something would be lost it asks, and closes the window later by itself."""

    def __init__(self, window: QWidget, workspace: Workspace, exporter: Exporter) -> None:
        super().__init__(window)
        self._window, self._workspace, self._exporter = window, workspace, exporter
        self._may_close = False
        self._dialog: ClosingDialog | None = None

    @property
    def dialog(self) -> ClosingDialog | None:
        """The question that stands open."""
        return self._dialog

    def may_close(self) -> bool:
        """Whether the window may close now. If not, the question is shown, unless it is already."""
        loss = what_is_lost(self._workspace)
        if self._may_close or not loss:
            return True
        if self._dialog is None:
            self._dialog = ClosingDialog(loss, self._window)
            self._dialog.answered.connect(lambda answer: self._take(answer, loss.not_exported))
            self._dialog.open()
        return False

    def _take(self, answer: Answer, not_exported: Sequence[str]) -> None:
        if self._dialog:
            self._dialog.deleteLater()
            self._dialog = None
        if answer == "close":
            self._close()
        elif answer == "export":
            self._exporter.ended.connect(self._exported)
            self._exporter.export_many(not_exported)
            if not set(not_exported) & set(what_is_lost(self._workspace).not_exported):  # written while it was asked
                self._exported(True)

    def _exported(self, is_whole: bool) -> None:
        if is_whole and self._exporter.is_busy:
            return  # another export was under way, and ended first
        self._exporter.ended.disconnect(self._exported)
        if is_whole:
            self._close()

    def _close(self) -> None:
        self._may_close = True
        self._window.close()


def _has_drawn(photo: PhotoItem) -> bool:
    return not is_exported(photo) and any(face.face.source == "hand" for face in photo.edits.faces)


def _is_stopped(task: Task, batch: Batch) -> bool:
    """Whether closing stops a task that would leave something, and that is none of a batch."""
    if isinstance(task.job, RestoreFaces):
        return not task.is_over and not batch.holds(task.photo_id)
    return not task.is_over and isinstance(task.job, KEPT_JOBS)


def _words(loss: Loss) -> list[str]:
    words: list[str] = []
    if loss.not_exported:
        words.append(translate("ClosingDialog", "%n photo(s) are not exported.", "", len(loss.not_exported)))
    if loss.drawn:
        words.append(
            translate(
                "ClosingDialog", "%n photo(s) have faces that you drew and that are not restored.", "", loss.drawn
            )
        )
    running = list(loss.running[:MOST_NAMED])
    if loss.to_restore:
        running.insert(0, translate("ClosingDialog", "Restoration of %n photo(s)", "", loss.to_restore))
    if running:
        words.append("\n".join([translate("ClosingDialog", "Closing stops what is running:"), *running]))
    reopened = translate("ClosingDialog", "The session can be opened again: choose Open the last session in the menu.")
    return [*words, reopened]
