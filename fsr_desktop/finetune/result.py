"""What came of a fine-tuning: where photos and both models stand, and whether the new one was kept."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from engine.evaluation.standing import Standing
from engine.process.finetune_results import Finetuned
from fsr_desktop.finetune.preview_strip import PreviewStrip
from fsr_desktop.finetune.standing_words import cells, headers
from fsr_desktop.language.messages import shown
from fsr_desktop.look.icons import icon
from fsr_desktop.look.lettering import write_in


class FinetuneResultView(QWidget):
    """Shows a `Finetuned`.

    Signals: `use_asked` with the new model's id.
    """

    use_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("finetune_result")
        self._finetuned: Finetuned | None = None
        self._sign, self._verdict, self._reason = QLabel(), QLabel(), QLabel()
        self._verdict.setObjectName("finetune_verdict")
        self._reason.setObjectName("finetune_reason")
        write_in(self._verdict, "head")
        write_in(self._reason, ink="text2")
        for label in (self._verdict, self._reason):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._table = QTableWidget(0, 0)
        self._table.setObjectName("finetune_scores")
        self._table.setAccessibleName(self.tr("Scores on held-out faces"))
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.setAlternatingRowColors(True)
        self._table.setWordWrap(False)
        self._table.verticalHeader().hide()
        self._strip = PreviewStrip()
        self._use = QPushButton(self.tr("Use this model"))
        self._use.setObjectName("use_model")
        self._use.clicked.connect(lambda: self._finetuned and self.use_asked.emit(self._finetuned.model or ""))
        head = QHBoxLayout()
        head.addWidget(self._sign)
        head.addWidget(self._verdict, 1)
        head.addWidget(self._use)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._reason)
        column.addWidget(self._table)
        column.addWidget(self._strip, 1)

    def show_result(self, finetuned: Finetuned, *, base: str) -> None:
        """Show what came of it; `base` is the id of the model it began with."""
        self._finetuned = finetuned
        is_kept = finetuned.model is not None
        self._sign.setPixmap(icon("check" if finetuned.improved else "info").pixmap(20, 20))
        if finetuned.improved and is_kept:
            verdict = self.tr("The new model {model} is better than {base}.")
        elif is_kept:
            verdict = self.tr("The new model {model} is not better than {base}; it was kept all the same.")
        else:
            verdict = self.tr("Nothing was kept: {base} stays the better model.")
        self._verdict.setText(verdict.format(model=finetuned.model, base=base))
        learnt = self.tr("{training} faces learnt from, {held_out} held out, {steps} steps in {minutes} minutes.")
        numbers = learnt.format(
            training=finetuned.training_faces,
            held_out=finetuned.held_out_faces,
            steps=finetuned.steps,
            minutes=round(finetuned.seconds / 60),
        )
        self._reason.setText(f"{shown(finetuned.reason)} {numbers}")
        new = finetuned.model or self.tr("new model")
        photos = self.tr("Photos as given")
        self._fill([(photos, finetuned.given), (base, finetuned.base), (new, finetuned.taught)])
        self._strip.show_preview(finetuned.preview)
        self._use.setVisible(is_kept)

    def _fill(self, rows: Sequence[tuple[str, Standing]]) -> None:
        """One row for the photos as they were given, and one for each model."""
        columns = [("", ""), *headers()]
        self._table.setColumnCount(len(columns))
        self._table.setHorizontalHeaderLabels([title.replace(" ", "\n", 1) for title, _ in columns])  # room for words
        for column, (_title, said) in enumerate(columns):
            header = self._table.horizontalHeaderItem(column)
            if header:
                header.setTextAlignment(_side_of(column))
                header.setToolTip(said)
        self._table.setRowCount(len(rows))
        for row, (name, standing) in enumerate(rows):
            for column, text in enumerate([name, *cells(standing)]):
                item = QTableWidgetItem(text)
                item.setTextAlignment(_side_of(column))
                self._table.setItem(row, column, item)
        self._table.resizeColumnsToContents()
        header = self._table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        height = sum(self._table.rowHeight(row) for row in range(self._table.rowCount()))
        self._table.setFixedHeight(self._table.horizontalHeader().sizeHint().height() + height + 4)


def _side_of(column: int) -> Qt.AlignmentFlag:
    """Names stand at the left, numbers below each other at the right."""
    side = Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter
