"""What this program is, who may use it how, and what it runs on."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from fsr_desktop import __version__
from fsr_desktop.look.icons import app_icon
from fsr_desktop.look.lettering import Ink, Lettering, write_in

ICON_PX = 64
MARGIN, NARROWEST = 24, 480  # px
LICENCE = "Apache License 2.0"
_RUNTIMES = ("onnxruntime-gpu", "onnxruntime")


class AboutDialog(QDialog):
    """Name, version, licence, what a restored face is, and versions that can be copied into a report.

    `device` is what really runs the models, "" while nothing ran yet.
    """

    def __init__(self, device: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("about_dialog")
        self.setWindowTitle(self.tr("About FSR Desktop"))
        self._device = device
        sign = QLabel()
        sign.setPixmap(app_icon().pixmap(ICON_PX, ICON_PX))
        sign.setAlignment(Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addWidget(_label("about_name", f"FSR Desktop {__version__}", "title"))
        words.addWidget(_label("about_purpose", self.tr("Restores faces in photos, on this computer alone.")))
        warning = self.tr("A restored face is a likely face, not the true one. Never use it to say who a person is.")
        words.addWidget(_label("about_warning", f"<span style='font-weight:600'>{warning}</span>"))
        words.addSpacing(8)
        words.addWidget(_label("about_versions", "<br>".join(self.lines()), ink="text2"))
        top = QHBoxLayout()
        top.setSpacing(20)
        top.addWidget(sign)
        top.addLayout(words, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(20)
        layout.addLayout(top)
        layout.addWidget(self._build_buttons())
        self.setMinimumWidth(NARROWEST)

    def lines(self) -> list[str]:
        """Licence, versions and device, one a line."""
        return [
            self.tr("Licence: {licence}").format(licence=LICENCE),
            f"FSR Desktop {__version__}",
            f"Qt {qVersion()}, PySide6 {_version_of('PySide6-Essentials')}",
            f"Python {platform.python_version()}",
            f"ONNX Runtime {_runtime_version()}",
            self.tr("Device: {device}").format(device=self._device or self.tr("known after the first restoration")),
            platform.platform(),
        ]

    def copy(self) -> None:
        """Put the lines on the clipboard."""
        QGuiApplication.clipboard().setText("\n".join(self.lines()))

    def _build_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        copy = buttons.addButton(self.tr("Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.setObjectName("about_copy")
        copy.setAccessibleName(self.tr("Copy the versions"))
        copy.setToolTip(self.tr("Copy the versions, to send along with a question."))
        copy.clicked.connect(self.copy)
        for button in buttons.buttons():
            if isinstance(button, QPushButton):
                button.setAutoDefault(False)  # neither is what one came for
        return buttons


def _version_of(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _runtime_version() -> str:
    return next((found for name in _RUNTIMES if (found := _version_of(name))), "?")


def _label(name: str, text: str, lettering: Lettering = "body", *, ink: Ink = "text") -> QLabel:
    label = QLabel(text)
    write_in(label, lettering, ink)
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label
