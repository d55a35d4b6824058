"""A fine-tuning as it runs: what it does, how long it still takes, the curve and the preview."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from engine.process.finetune_results import FinetuneMoment
from fsr_desktop.finetune.estimate import left_words
from fsr_desktop.finetune.loss_curve import LossCurve
from fsr_desktop.finetune.preview_strip import PreviewStrip
from fsr_desktop.finetune.standing_words import change_words
from fsr_desktop.look.lettering import write_in
from fsr_desktop.widgets.breakable import breakable

WHOLE = 1000  # steps of the progress bar


class FinetuneRun(QWidget):
    """Shows the moments of a fine-tuning.

    Signals: `cancel_asked`.
    """

    cancel_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("finetune_run")
        self._stage, self._eta = QLabel(), QLabel()
        self._stage.setObjectName("finetune_stage")
        self._stage.setTextFormat(Qt.TextFormat.PlainText)
        self._stage.setWordWrap(True)
        self._eta.setObjectName("finetune_eta")
        write_in(self._eta, ink="text2")
        self._left_s = 0.0  # as it was told last; it never grows
        self._bar = QProgressBar()
        self._bar.setAccessibleName(self.tr("Progress of the teaching"))
        self._bar.setRange(0, WHOLE)
        self._bar.setTextVisible(False)
        self._cancel = QPushButton(self.tr("Stop"))
        self._cancel.setObjectName("finetune_cancel")
        self._cancel.setToolTip(self.tr("Ends the teaching. What was learnt until the last check is kept in a file."))
        self._cancel.clicked.connect(self.cancel_asked)
        self._curve, self._strip = LossCurve(), PreviewStrip()
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._stage, 1)
        head.addWidget(self._eta)
        head.addWidget(self._cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._bar)
        column.addWidget(self._curve, 3)
        column.addWidget(self._strip, 2)

    def begin(self, minutes: float) -> None:
        """Show a new fine-tuning of so many minutes that waits to begin."""
        self._left_s = minutes * 60
        self._curve.clear()
        self._strip.clear()
        self._bar.setValue(0)
        self._eta.setText("")
        self._cancel.setEnabled(True)
        self._stage.setText(self.tr("Waiting for the jobs before it…"))

    def show_started(self) -> None:
        """Its turn has come; what it needs is loaded first."""
        if not self._is_over:
            self._stage.setText(self.tr("Getting ready…"))

    def end(self, words: str) -> None:
        """Nothing more will come; `words` say why."""
        self._stage.setText(breakable(words))
        self._eta.setText("")
        self._cancel.setEnabled(False)

    def show_cancelling(self) -> None:
        """The user asked to stop."""
        self._stage.setText(self.tr("Stopping…"))
        self._cancel.setEnabled(False)

    def show_progress(self, fraction: float) -> None:
        """How much is done, in [0, 1]."""
        self._bar.setValue(round(fraction * WHOLE))

    def show_moment(self, moment: FinetuneMoment) -> None:
        """A step, a check, or another stage."""
        if not self._is_over:
            self._stage.setText(self._words_of(moment))
        if moment.stage == "training":
            self._left_s = min(self._left_s, moment.eta_s)
        self._eta.setText("" if self._is_over else left_words(self._left_s))
        if moment.loss is not None and moment.stage == "training":
            self._curve.add_loss(moment.step, moment.loss)
        if moment.preview is not None:  # a check; later steps name its scores again
            self._strip.show_preview(moment.preview)
            self._curve.add_check(moment.step, moment.gain)

    @property
    def _is_over(self) -> bool:
        """Whether it has ended, or was asked to."""
        return not self._cancel.isEnabled()

    def _words_of(self, moment: FinetuneMoment) -> str:
        if moment.stage == "training":
            words = self.tr("Learning: step {step} of {steps}").format(step=moment.step, steps=moment.steps)
            if moment.standing and moment.base_standing:
                changes = change_words(moment.standing, moment.base_standing)
                words = self.tr("{step}; held-out faces: {changes}").format(step=words, changes=changes)
            return words
        return {
            "faces": self.tr("Looking for faces…"),
            "speed": self.tr("Measuring how fast this computer is…"),
            "export": self.tr("Writing the new model and scoring it…"),
        }.get(moment.stage, moment.stage)
