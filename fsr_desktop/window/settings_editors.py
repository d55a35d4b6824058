"""One editor for each kind of settings row: a widget, and how its value is read and written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from fsr_desktop.look.lettering import write_in
from fsr_desktop.settings.name_pattern import check_pattern
from fsr_desktop.settings.row import Row, shown
from fsr_desktop.widgets.combo_box import ComboBox
from fsr_desktop.widgets.number_field import NumberField, WholeNumberField


class Editor(QWidget):
    """Edits one setting. Signals: `changed`, after the user or `write` changed the value.

    `control` is what has the keyboard; `read` and `write` give and take the setting's value.
    """

    changed = Signal()

    def __init__(self, row: Row, control: QWidget) -> None:
        super().__init__()
        self.row = row
        self.control = control
        control.setObjectName(f"setting_{row.name}")
        control.setAccessibleName(shown(row.label))
        control.setAccessibleDescription(shown(row.tooltip))
        control.setToolTip(shown(row.tooltip))
        self.setFocusProxy(control)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self._layout.addWidget(control)

    def add_note(self, text: str) -> None:
        """Words below the control."""
        note = QLabel(text)
        note.setObjectName(f"note_{self.row.name}")
        note.setWordWrap(True)
        write_in(note, "small", "text2")
        self._layout.addWidget(note)

    def read(self) -> object:
        """The value as it stands in the editor."""
        raise NotImplementedError

    def write(self, value: object) -> None:
        """Show a value."""
        raise NotImplementedError

    def problem(self) -> str:
        """What is wrong with what the user entered, in his language; "" if nothing is."""
        return ""


class ChoiceEditor(Editor):
    """A list of values to choose from; a value that is not in it is added as it is."""

    def __init__(self, row: Row) -> None:
        self._box = ComboBox()
        super().__init__(row, self._box)
        for value, label in row.choices:
            self.add_choice(value, shown(label))
        self._box.currentIndexChanged.connect(lambda _index: self.changed.emit())

    def add_choice(self, value: str | int, label: str) -> None:
        """One more value, or another label for one that is there."""
        index = self._box.findData(value)
        if index < 0:
            self._box.addItem(label, value)
        else:
            self._box.setItemText(index, label)

    def read(self) -> object:
        """The value as it stands in the editor."""
        return self._box.currentData()

    def write(self, value: object) -> None:
        """Show a value."""
        if self._box.findData(value) < 0:
            self._box.addItem(str(value), value)
        self._box.setCurrentIndex(self._box.findData(value))


class IntEditor(Editor):
    """A whole number."""

    def __init__(self, row: Row) -> None:
        self._box = WholeNumberField()
        super().__init__(row, self._box)
        self._box.setRange(int(row.low), int(row.high))
        self._box.setSingleStep(int(row.step))
        self._box.setSuffix(shown(row.unit))
        self._box.setSpecialValueText(shown(row.least_text))
        self._box.valueChanged.connect(lambda _value: self.changed.emit())

    def read(self) -> object:
        """The value as it stands in the editor."""
        return self._box.value()

    def write(self, value: object) -> None:
        """Show a value."""
        assert isinstance(value, int)
        self._box.setValue(value)


class FloatEditor(Editor):
    """A number with a decimal. `factor` is how many of what is shown make one of the setting."""

    def __init__(self, row: Row, *, factor: float = 1.0, decimals: int = 1) -> None:
        self._box = NumberField()
        super().__init__(row, self._box)
        self._factor = factor
        self._box.setDecimals(decimals)
        self._box.setRange(row.low * factor, row.high * factor)
        self._box.setSingleStep(row.step)
        self._box.setSuffix(shown(row.unit))
        self._box.valueChanged.connect(lambda _value: self.changed.emit())

    def read(self) -> object:
        """The value as it stands in the editor."""
        return self._box.value() / self._factor

    def write(self, value: object) -> None:
        """Show a value."""
        assert isinstance(value, int | float)
        self._box.setValue(value * self._factor)


class BoolEditor(Editor):
    """A switch; its label stands beside it."""

    def __init__(self, row: Row) -> None:
        self._box = QCheckBox(shown(row.label))
        super().__init__(row, self._box)
        self._box.toggled.connect(lambda _on: self.changed.emit())

    def read(self) -> object:
        """The value as it stands in the editor."""
        return self._box.isChecked()

    def write(self, value: object) -> None:
        """Show a value."""
        self._box.setChecked(bool(value))


class TextEditor(Editor):
    """A line of text, checked as it is written."""

    def __init__(self, row: Row, check: Callable[[str], str]) -> None:
        self.line = QLineEdit()
        super().__init__(row, self.line)
        self._check = check
        self.line.setPlaceholderText(shown(row.placeholder))
        self.line.textChanged.connect(lambda _text: self.changed.emit())

    def read(self) -> object:
        """The value as it stands in the editor."""
        return self.line.text().strip()

    def write(self, value: object) -> None:
        """Show a value."""
        self.line.setText(str(value))

    def problem(self) -> str:
        """What is wrong with the text, or ""."""
        return self._check(self.line.text().strip())


class FolderEditor(TextEditor):
    """A folder, written or chosen."""

    def __init__(self, row: Row) -> None:
        super().__init__(row, _folder_problem)
        self.button = QPushButton(QCoreApplication.translate("Settings", "Choose…"))
        self.button.setObjectName(f"choose_{row.name}")
        self.button.setAccessibleName(QCoreApplication.translate("Settings", "Choose a folder"))
        self.button.clicked.connect(self._choose)
        line = QHBoxLayout()
        line.addWidget(self.line, 1)
        line.addWidget(self.button)
        self._layout.addLayout(line)

    def _choose(self) -> None:
        title = QCoreApplication.translate("Settings", "Choose a folder for restored photos")
        folder = QFileDialog.getExistingDirectory(self, title, self.line.text() or str(Path.home()))
        if folder:
            self.line.setText(folder)


def editor_of(row: Row) -> Editor:
    """The editor for a row."""
    match row.kind:
        case "choice":
            return ChoiceEditor(row)
        case "int":
            return IntEditor(row)
        case "float":
            return FloatEditor(row)
        case "percent":
            return FloatEditor(row, factor=100.0, decimals=0)
        case "bool":
            return BoolEditor(row)
        case "folder":
            return FolderEditor(row)
        case "text":
            return TextEditor(row, _pattern_problem)


def _folder_problem(text: str) -> str:
    if not text or Path(text).is_absolute():
        return ""
    return QCoreApplication.translate("Settings", "Write the whole path of the folder, or leave it empty.")


def _pattern_problem(text: str) -> str:
    problem = check_pattern(text)
    return QCoreApplication.translate("ExportNames", problem) if problem else ""
