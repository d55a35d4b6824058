"""What the page "Teach a model" says while the packages for it are not installed."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from fsr_desktop.look.icons import icon
from fsr_desktop.look.lettering import write_in
from fsr_desktop.widgets.buttons import LinkButton

INSTALL = '{python} -m pip install -c packaging/constraints.txt ".[train]"'  # what an index has by our name is not ours
WIDTH = 620  # px, for lines that are easy to read


class FinetuneMissing(QWidget):
    """Says what fine-tuning is, and how to get it.

    Signals: `left`, by the button that goes back to the photos.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("finetune_missing")
        self._command = QLineEdit(install_command())
        self._command.setObjectName("install_command")
        self._command.setAccessibleName(self.tr("Command that installs what teaching needs"))
        self._command.setReadOnly(True)
        self._command.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        copy = QPushButton(icon("copy"), self.tr("Copy"))
        copy.setObjectName("copy_command")
        copy.setToolTip(self.tr("Copies the command, to be pasted into a terminal."))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._command.text()))
        command = QHBoxLayout()
        command.addWidget(self._command, 1)
        command.addWidget(copy)
        inner = QWidget()
        inner.setMaximumWidth(WIDTH)
        column = QVBoxLayout(inner)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(_words(self.tr("Teach a model your photos"), is_title=True))
        column.addWidget(
            _words(
                self.tr(
                    "A model can learn from sharp photos of the people or of the time you restore: it fits its last "
                    "layers to them, for 5 to 30 minutes, on this computer. Nothing is sent anywhere. Faces that it "
                    "has not seen say whether the new model is better than the old one; if it is not, nothing is kept."
                )
            )
        )
        column.addWidget(
            _words(
                self.tr(
                    "For that it needs PyTorch and a few other packages, about 5 GB, which are not installed. Open a "
                    "terminal in the folder that this program was installed from (README.md lies in it), run this, and "
                    "start the program again:"
                )
            )
        )
        column.addLayout(command)
        back = LinkButton(self.tr("Back to the photos"))
        back.setObjectName("finetune_back")
        back.clicked.connect(self.left)
        column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(2)
        row = QHBoxLayout(self)
        row.addStretch(1)
        row.addWidget(inner, 8)
        row.addStretch(1)


def install_command() -> str:
    """What installs the packages beside this program, from its own folder."""
    python = f'"{sys.executable}"' if " " in sys.executable else sys.executable
    return INSTALL.format(python=python)


def _words(text: str, *, is_title: bool = False) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    write_in(label, "title" if is_title else "body", "text" if is_title else "text2")
    return label
