"""One list of all commands with their shortcuts, to read, search and change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QIcon, QKeyEvent, QKeySequence, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from fsr_desktop.actions.all_rows import COMMANDS, MENUS
from fsr_desktop.actions.qt_actions import apply_shortcuts, shown
from fsr_desktop.actions.row import Command
from fsr_desktop.actions.shortcut_table import ShortcutTable, plain
from fsr_desktop.settings.store import SettingsStore

ICON_PX = 16
MARGIN = 20  # px
_COMMAND = Qt.ItemDataRole.UserRole


class ShortcutsDialog(QDialog):
    """All shortcuts. Changes hold, and are kept, once the user accepts; a key that is taken is refused in words."""

    def __init__(self, actions: Mapping[str, QAction], store: SettingsStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shortcuts_dialog")
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self._actions = actions
        self._store = store
        self._table = ShortcutTable(store.current)
        self._items: dict[str, QTreeWidgetItem] = {}
        self._blank = _blank_icon()
        self.search = QLineEdit()
        self.search.setObjectName("shortcut_search")
        self.search.setPlaceholderText(self.tr("Search for a command or a key"))
        self.search.setAccessibleName(self.tr("Search for a command or a key"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.tree = self._build_tree()
        self.problem = QLabel()
        self.problem.setObjectName("shortcut_problem")
        self.problem.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(12)
        layout.addWidget(self.search)
        layout.addWidget(self.tree, 1)
        layout.addLayout(self._build_editor())
        layout.addWidget(self.problem)
        layout.addWidget(self._build_buttons())
        self.tree.currentItemChanged.connect(lambda _now, _before: self._show_current())
        self.tree.setCurrentItem(self._items[COMMANDS[0].id])
        self.resize(600, 680)
        self.search.setFocus()

    def accept(self) -> None:
        """Use the shortcuts and keep them."""
        self._store.change(replace(self._store.current, shortcuts=self._table.changes()))
        apply_shortcuts(self._actions, self._store.current)
        super().accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return in the search field goes to the list; it must not close the dialog."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.search.hasFocus():
            self.tree.setFocus()
        else:
            super().keyPressEvent(event)

    # ---- parts

    def _build_tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setObjectName("shortcut_list")
        tree.setAccessibleName(self.tr("Commands and their shortcuts"))
        tree.setHeaderLabels([self.tr("Command"), self.tr("Shortcut")])
        tree.setIconSize(QSize(ICON_PX, ICON_PX))
        tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        tree.header().setStretchLastSection(False)
        for menu, title in MENUS:
            group = QTreeWidgetItem(tree, [shown(title).replace("&", "")])
            group.setFlags(Qt.ItemFlag.ItemIsEnabled)
            group.setFirstColumnSpanned(True)
            for command in COMMANDS:
                if command.menu == menu:
                    self._items[command.id] = self._build_item(group, command)
            group.setExpanded(True)
        return tree

    def _build_item(self, group: QTreeWidgetItem, command: Command) -> QTreeWidgetItem:
        item = QTreeWidgetItem(group, [plain(command), self._table.in_words(command)])
        item.setData(0, _COMMAND, command.id)
        item.setIcon(0, self._actions[command.id].icon() if command.icon else self._blank)
        item.setToolTip(0, shown(command.tooltip))
        return item

    def _build_editor(self) -> QHBoxLayout:
        self.key_edit = QKeySequenceEdit()
        self.key_edit.setObjectName("shortcut_key")
        self.key_edit.setAccessibleName(self.tr("New shortcut"))
        self.key_edit.setToolTip(self.tr("Press the keys for the selected command."))
        self.key_edit.setMaximumSequenceLength(1)
        self.key_edit.editingFinished.connect(self._take_key)
        self._label = QLabel(self.tr("Shortcut:"))
        self._label.setBuddy(self.key_edit)
        self.clear_button = _button("shortcut_clear", self.tr("Remove"), self.tr("Leave the command without a key."))
        self.clear_button.clicked.connect(lambda: self._give(QKeySequence()))
        self.reset_button = _button("shortcut_reset", self.tr("Reset"), self.tr("Give it the program's own keys."))
        self.reset_button.clicked.connect(self._reset)
        line = QHBoxLayout()
        line.addWidget(self._label)
        line.addWidget(self.key_edit, 1)
        line.addWidget(self.clear_button)
        line.addWidget(self.reset_button)
        return line

    def _build_buttons(self) -> QDialogButtonBox:
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        buttons.setObjectName("shortcut_buttons")
        self.reset_all_button = _button("shortcut_reset_all", self.tr("Reset all"), "")
        self.reset_all_button.clicked.connect(self._reset_all)
        buttons.addButton(self.reset_all_button, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    # ---- what the user does

    def _current(self) -> Command | None:
        item = self.tree.currentItem()
        name = item.data(0, _COMMAND) if item else None
        return next((command for command in COMMANDS if command.id == name), None)

    def _show_current(self) -> None:
        self.problem.clear()
        command = self._current()
        for widget in (self.key_edit, self.clear_button, self.reset_button):
            widget.setEnabled(command is not None)
        keys = self._table.keys(command) if command else []
        self.key_edit.setKeySequence(keys[0] if keys else QKeySequence())

    def _take_key(self) -> None:
        command, key = self._current(), self.key_edit.keySequence()
        if command and key != (self._table.keys(command) or [QKeySequence()])[0]:
            self._give(key)

    def _give(self, key: QKeySequence) -> None:
        command = self._current()
        if command:
            self._tell(self._table.give(command, key))

    def _reset(self) -> None:
        command = self._current()
        if command:
            self._tell(self._table.reset(command))

    def _reset_all(self) -> None:
        self._table.reset_all()
        self._tell("")

    def _tell(self, problem: str) -> None:
        for command in COMMANDS:
            self._items[command.id].setText(1, self._table.in_words(command))
        self._show_current()
        self.problem.setText(problem)

    def _filter(self, text: str) -> None:
        wanted = text.strip().casefold()
        for command in COMMANDS:
            words = f"{plain(command)} {self._table.in_words(command)}".casefold()
            self._items[command.id].setHidden(wanted not in words)
        for index in range(self.tree.topLevelItemCount()):
            group = self.tree.topLevelItem(index)
            assert group
            rows = [item for item in self._items.values() if item.parent() is group]
            group.setHidden(all(item.isHidden() for item in rows))


def _blank_icon() -> QIcon:
    """Keeps the names of commands without an icon in line with the others."""
    pixmap = QPixmap(ICON_PX, ICON_PX)
    pixmap.fill(Qt.GlobalColor.transparent)
    return QIcon(pixmap)


def _button(name: str, text: str, tooltip: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    button.setToolTip(tooltip)
    button.setAutoDefault(False)
    return button
