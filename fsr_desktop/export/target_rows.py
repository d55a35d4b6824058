"""The rows of the export dialog that say where a file goes and what it is called."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLineEdit, QMenu, QPushButton, QWidget

from fsr_desktop.export.usual_folder import is_in_program, usual_folder
from fsr_desktop.look.icons import icon
from fsr_desktop.settings.name_pattern import FIELDS


class FolderRow(QWidget):
    """Where files go: beside each photo, or all into one folder.

    Signals: `changed` after another place was chosen, or the folder's name edited.
    """

    changed = Signal()

    def __init__(self, folder: str, photo: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._photo = photo
        translate = QCoreApplication.translate
        self._place = QComboBox()
        self._place.setObjectName("place")
        self._place.setAccessibleName(translate("ExportDialog", "Folder"))
        if photo and is_in_program(photo):
            self._place.addItem(icon("folder"), translate("ExportDialog", "In your pictures folder"), False)
        else:
            self._place.addItem(icon("photo"), translate("ExportDialog", "Beside the photo"), False)
        self._place.addItem(icon("folder"), translate("ExportDialog", "In this folder"), True)
        self._folder = QLineEdit(folder)
        self._folder.setObjectName("folder")
        self._folder.setAccessibleName(translate("ExportDialog", "Path of the folder"))
        self._folder.setPlaceholderText(translate("ExportDialog", "Choose a folder"))
        self._browse = QPushButton(icon("open-folder"), translate("ExportDialog", "Choose…"))
        self._browse.setObjectName("browse")
        self._browse.setAutoDefault(False)
        self._place.setCurrentIndex(1 if folder else 0)
        _lay_out(self, self._place, self._folder, self._browse, stretch=1)
        self._place.activated.connect(self._show_folder)
        self._folder.textChanged.connect(lambda _text: self.changed.emit())
        self._browse.clicked.connect(self._choose)
        self._show_folder()

    @property
    def folder(self) -> Path | None:
        """The one folder; None for the usual one of each photo, or while none is named."""
        text = self._folder.text().strip()
        return Path(text).expanduser() if self._place.currentData() and text else None

    @property
    def is_missing(self) -> bool:
        """Whether one folder is wanted and none is named."""
        return bool(self._place.currentData()) and self.folder is None

    def _show_folder(self) -> None:
        in_folder = bool(self._place.currentData())
        self._folder.setVisible(in_folder)
        self._browse.setVisible(in_folder)
        self.changed.emit()

    def _choose(self) -> None:
        start = self._folder.text() or (str(usual_folder(self._photo)) if self._photo else "")
        title = QCoreApplication.translate("ExportDialog", "Export into which folder?")
        folder = QFileDialog.getExistingDirectory(self, title, start)
        if folder:
            self._folder.setText(folder)


class NameRow(QWidget):
    """What files are called: a pattern, whose fields can be inserted. Signals: `changed` after each edit."""

    changed = Signal()

    def __init__(self, pattern: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        translate = QCoreApplication.translate
        self._pattern = QLineEdit(pattern)
        self._pattern.setObjectName("pattern")
        self._pattern.setAccessibleName(translate("ExportDialog", "File name"))
        self._pattern.textChanged.connect(lambda _text: self.changed.emit())
        insert = QPushButton(translate("ExportDialog", "Insert"))
        insert.setObjectName("insert")
        insert.setAutoDefault(False)
        insert.setToolTip(translate("ExportDialog", "What stands in curly brackets is filled in for each file."))
        menu = QMenu(insert)
        words = {
            "name": translate("ExportDialog", "Name of the photo"),
            "model": translate("ExportDialog", "Model"),
            "scale": translate("ExportDialog", "Scale"),
            "date": translate("ExportDialog", "Date of today"),
            "number": translate("ExportDialog", "Place in the list of photos"),
        }
        for field in FIELDS:
            action = menu.addAction(f"{words[field]}\t{{{field}}}")
            action.triggered.connect(lambda _on=False, field=field: self._pattern.insert(f"{{{field}}}"))
        insert.setMenu(menu)
        _lay_out(self, self._pattern, insert, stretch=0)
        self.setFocusProxy(self._pattern)

    @property
    def pattern(self) -> str:
        """What the user wrote."""
        return self._pattern.text()


def _lay_out(whole: QWidget, *widgets: QWidget, stretch: int) -> None:
    """Widgets beside each other; that number `stretch` takes the room that is left."""
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    for number, widget in enumerate(widgets):
        row.addWidget(widget, 1 if number == stretch else 0)
