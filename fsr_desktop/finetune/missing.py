"""What the page "Teach a model" says while the packages for it are not installed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from fsr_desktop.look.icons import icon

COMMAND = 'pip install "fsr-desktop[train]"'
WIDTH = 620  # px, for lines that are easy to read


class FinetuneMissing(QWidget):
    """Says what fine-tuning is, and how to get it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("finetune_missing")
        picture = QLabel()
        picture.setPixmap(icon("finetune").pixmap(64, 64))
        self._command = QLineEdit(COMMAND)
        self._command.setObjectName("install_command")
        self._command.setAccessibleName(self.tr("Command that installs what teaching needs"))
        self._command.setReadOnly(True)
        self._command.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        copy = QPushButton(icon("copy"), self.tr("Copy"))
        copy.setObjectName("copy_command")
        copy.setToolTip(self.tr("Copies the command, to be pasted into a terminal."))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(COMMAND))
        command = QHBoxLayout()
        command.addWidget(self._command, 1)
        command.addWidget(copy)
        inner = QWidget()
        inner.setMaximumWidth(WIDTH)
        column = QVBoxLayout(inner)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(picture)
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
                    "For that it needs PyTorch and a few other packages, about 5 GB, which are not installed. Run "
                    "this in a terminal, in the same Python as this program, and start the program again:"
                )
            )
        )
        column.addLayout(command)
        column.addStretch(2)
        row = QHBoxLayout(self)
        row.addStretch(1)
        row.addWidget(inner, 8)
        row.addStretch(1)


def _words(text: str, *, is_title: bool = False) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if is_title:
        font = label.font()
        font.setPointSizeF(font.pointSizeF() * 1.5)
        font.setBold(True)
        label.setFont(font)
    return label
