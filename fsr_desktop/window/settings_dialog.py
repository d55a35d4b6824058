"""The settings dialog: built from the rows, checked while the user writes, kept when he says so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from fsr_desktop.language.install import language_names
from fsr_desktop.language.looks import look_of
from fsr_desktop.session.installed_models import InstalledModels
from fsr_desktop.settings.all_settings import GROUPS, ROWS, Settings
from fsr_desktop.settings.row import Group, Row, shown
from fsr_desktop.settings.store import SettingsStore
from fsr_desktop.window.settings_editors import BoolEditor, ChoiceEditor, Editor, editor_of

MARGIN, NARROWEST = 20, 560  # px


class SettingsDialog(QDialog):
    """All settings, in groups. What is entered holds, and is kept, once the user accepts."""

    def __init__(self, store: SettingsStore, installed: InstalledModels, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settings_dialog")
        self.setWindowTitle(self.tr("Settings"))
        self._store = store
        self.editors: dict[str, Editor] = {name: editor_of(row) for name, row in ROWS.items()}
        self._problem = _wrapping_label("settings_problem")
        self._notice = _wrapping_label("settings_notice")
        self._tabs = QTabWidget()
        self._tabs.setObjectName("settings_groups")
        self._tabs.setAccessibleName(self.tr("Groups of settings"))
        for group, title in GROUPS:
            self._tabs.addTab(self._page(group), shown(title))
        self._buttons = self._button_box()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN // 2, MARGIN, MARGIN)
        layout.setSpacing(12)
        for widget in (self._notice, self._tabs, self._problem, self._buttons):
            layout.addWidget(widget)
        self._offer("language", language_names())
        self._show(store.current)
        self._show_notice(store.notice)
        store.notice_changed.connect(self._show_notice)
        for editor in self.editors.values():
            editor.changed.connect(self._check)
        self._check()
        self._installed = installed
        installed.changed.connect(self._offer_models)
        self._offer_models()
        self._tabs.setMinimumWidth(NARROWEST - 2 * MARGIN)

    def entered(self) -> Settings:
        """The settings as they stand in the dialog."""
        values = {name: editor.read() for name, editor in self.editors.items()}
        return replace(self._store.current, **values)  # pyright: ignore[reportArgumentType]

    def accept(self) -> None:
        """Use what was entered and keep it."""
        if self._first_problem():
            return
        self._store.change(self.entered())
        super().accept()

    # ---- parts

    def _page(self, group: Group) -> QWidget:
        page = QWidget()
        page.setObjectName(f"settings_{group}")
        form = QFormLayout(page)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setContentsMargins(0, 16, 0, 8)
        form.setVerticalSpacing(12)
        form.setHorizontalSpacing(20)
        for row in ROWS.values():
            if row.group == group:
                self._add_row(form, row)
        return page

    def _add_row(self, form: QFormLayout, row: Row) -> None:
        editor = self.editors[row.name]
        notes = [shown(row.note)] if row.note else []
        if row.needs_restart:
            notes.append(self.tr("Takes effect when the program starts again."))
        if notes:
            editor.add_note(" ".join(notes))
        if isinstance(editor, BoolEditor):
            form.addRow(editor)
        else:
            label = QLabel(shown(row.label))
            label.setBuddy(editor.control)
            label.setToolTip(shown(row.tooltip))
            form.addRow(label, editor)

    def _button_box(self) -> QDialogButtonBox:
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel | kinds.RestoreDefaults)
        buttons.setObjectName("settings_buttons")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        defaults = buttons.button(kinds.RestoreDefaults)
        defaults.setToolTip(self.tr("Show the program's own settings here. They hold once you choose OK."))
        defaults.clicked.connect(lambda: self._show(Settings()))
        return buttons

    def _show(self, settings: Settings) -> None:
        for name, editor in self.editors.items():
            editor.write(getattr(settings, name))

    # ---- checks

    def _first_problem(self) -> str:
        return next((problem for editor in self.editors.values() if (problem := editor.problem())), "")

    def _check(self) -> None:
        problem = self._first_problem()
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(not problem)

    def _show_notice(self, notice: str) -> None:
        self._notice.setText(notice)
        self._notice.setVisible(bool(notice))

    # ---- choices that are found when the program runs

    def _offer_models(self) -> None:
        self._offer("default_model", {model.card.id: look_of(model) for model in self._installed.current.models})

    def _offer(self, name: str, choices: Mapping[str, str]) -> None:
        editor = self.editors[name]
        assert isinstance(editor, ChoiceEditor)
        for value, label in choices.items():
            editor.add_choice(value, label)


def _wrapping_label(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
