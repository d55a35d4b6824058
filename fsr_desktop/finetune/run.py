"""A fine-tuning as it runs: what it does, how long it still takes, the curve and the preview."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from engine.process.protocol import FinetuneMoment
from fsr_desktop.finetune.loss_curve import LossCurve
from fsr_desktop.finetune.preview_strip import PreviewStrip
from fsr_desktop.language.numbers import difference
from fsr_desktop.look.icons import icon
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
        self._bar = QProgressBar()
        self._bar.setAccessibleName(self.tr("Progress of the teaching"))
        self._bar.setRange(0, WHOLE)
        self._bar.setTextVisible(False)
        self._cancel = QPushButton(icon("cancel"), self.tr("Cancel"))
        self._cancel.setObjectName("finetune_cancel")
        self._cancel.setToolTip(self.tr("Ends the teaching. What was learnt until the last check is kept in a file."))
        self._cancel.clicked.connect(self.cancel_asked)
        self._curve, self._strip = LossCurve(), PreviewStrip()
        head, line = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self._stage, 1)
        head.addWidget(self._eta)
        line.addWidget(self._bar, 1)
        line.addWidget(self._cancel)
        column = QVBoxLayout(self)
        column.addLayout(head)
        column.addLayout(line)
        column.addWidget(self._curve, 3)
        column.addWidget(self._strip, 2)

    def begin(self) -> None:
        """Show a new fine-tuning that waits to begin."""
        self._curve.clear()
        self._strip.clear()
        self._bar.setValue(0)
        self._eta.setText("")
        self._cancel.setEnabled(True)
        self._stage.setText(self.tr("Waiting for the jobs before it…"))

    def show_started(self) -> None:
        """Its turn has come; what it needs is loaded first."""
        if self._cancel.isEnabled():
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
        if self._cancel.isEnabled():
            self._stage.setText(self._words_of(moment))
        minutes, seconds = divmod(round(moment.eta_s), 60)
        left = self.tr("about {minutes}:{seconds:02} left").format(minutes=minutes, seconds=seconds)
        self._eta.setText(left if moment.eta_s > 0 else "")
        if moment.loss is not None and moment.stage == "training":
            self._curve.add_loss(moment.step, moment.loss)
        if moment.preview is not None:  # a check; later steps name its scores again
            self._strip.show_preview(moment.preview)
            if moment.psnr_db is not None:
                self._curve.add_check(moment.step, moment.psnr_db, moment.base_psnr_db)

    def _words_of(self, moment: FinetuneMoment) -> str:
        if moment.stage == "training":
            words = self.tr("Learning: step {step} of {steps}").format(step=moment.step, steps=moment.steps)
            if moment.psnr_db is not None and moment.base_psnr_db is not None:
                lead = difference(moment.psnr_db - moment.base_psnr_db, 2)
                gain = self.tr("held-out faces {gain} dB").format(gain=lead)
                words = f"{words}, {gain}"
            return words
        return {
            "faces": self.tr("Looking for faces…"),
            "speed": self.tr("Measuring how fast this computer is…"),
            "export": self.tr("Writing the new model and scoring it…"),
        }.get(moment.stage, moment.stage)
