"""One group of overlays that must be computed first: its name, and a button that asks for it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from engine.explain.overlay import PromisedOverlay
from fsr_desktop.language.messages import shown
from fsr_desktop.widgets.breakable import breakable


class PromisedGroup(QFrame):
    """A promise as its data say it. Signals: `wanted` when the user asks for it."""

    wanted = Signal()

    def __init__(self, promise: PromisedOverlay, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keys = (promise.key,)
        self.title = shown(promise.title)
        self.setObjectName(f"overlay_{promise.group}")
        self.setToolTip(shown(promise.explanation))
        name = QLabel(self.title, self)
        name.setWordWrap(True)
        self.button = QPushButton(self)
        self.button.setObjectName(f"overlay_{promise.group}_compute")
        self.button.setToolTip(shown(promise.explanation))
        self.button.setAccessibleDescription(shown(promise.explanation))
        self.button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.button.clicked.connect(self.wanted)
        self.failure = QLabel(self)
        self.failure.setObjectName(f"overlay_{promise.group}_failure")
        self.failure.setTextFormat(Qt.TextFormat.PlainText)
        self.failure.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 4, 0, 8)  # begins where the check boxes of its neighbours do
        for widget in (name, self.button, self.failure):
            column.addWidget(widget)
        self.show_job(is_under_way=False, failure="")

    def show_job(self, *, is_under_way: bool, failure: str) -> None:
        """Show whether it is being computed, or why that failed."""
        self.button.setEnabled(not is_under_way)
        self.button.setText(self.tr("Computing…") if is_under_way else self.tr("Compute"))
        self.button.setAccessibleName(f"{self.button.text()} {self.title}")
        self.failure.setText(breakable(failure))
        self.failure.setVisible(bool(failure))
