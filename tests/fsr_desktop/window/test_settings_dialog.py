"""The settings dialog: built from the rows, checked live, kept when accepted."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Literal, get_args, get_origin, get_type_hints

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QLabel, QLineEdit, QPushButton, QTabWidget

from fsr_desktop.export.formats import formats_of
from fsr_desktop.language.install import available_languages
from fsr_desktop.session.installed_models import InstalledModels
from fsr_desktop.settings.all_settings import GROUPS, ROWS, Settings
from fsr_desktop.settings.store import SettingsStore
from fsr_desktop.window.settings_dialog import SettingsDialog

pytestmark = pytest.mark.window
OK, DEFAULTS = QDialogButtonBox.StandardButton.Ok, QDialogButtonBox.StandardButton.RestoreDefaults


@pytest.fixture
def store(tmp_path) -> SettingsStore:
    return SettingsStore(tmp_path / "settings.json")


@pytest.fixture
def installed(qtbot) -> InstalledModels:
    return InstalledModels()


@pytest.fixture
def dialog(qtbot, store, installed) -> SettingsDialog:
    made = SettingsDialog(store, installed)
    qtbot.addWidget(made)
    made.show()
    return made


def button(dialog: SettingsDialog, kind: QDialogButtonBox.StandardButton) -> QPushButton:
    box = dialog.findChild(QDialogButtonBox, "settings_buttons")
    assert box
    return box.button(kind)


def test_every_setting_has_a_row_but_the_shortcuts():
    assert ROWS.keys() == {one.name for one in fields(Settings)} - {"shortcuts"}


def test_rows_offer_just_what_the_types_of_settings_allow():
    types = get_type_hints(Settings)
    closed = {name: row for name, row in ROWS.items() if get_origin(types[name]) is Literal}
    assert closed.keys() == {"default_scale", "device", "theme", "text_size", "export_format"}
    for name, row in closed.items():
        assert tuple(value for value, _ in row.choices) == get_args(types[name])


def test_formats_are_called_as_in_the_export_dialog():
    assert list(ROWS["export_format"].choices) == formats_of("photo")


def test_the_dialog_shows_every_group_and_names_every_control(dialog):
    tabs = dialog.findChild(QTabWidget, "settings_groups")
    assert [tabs.tabText(index) for index in range(tabs.count())] == [title for _, title in GROUPS]
    for editor in dialog.editors.values():
        assert editor.control.accessibleName() and editor.control.toolTip()
        assert editor.control.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_accepting_unchanged_changes_nothing(dialog, store, qtbot):
    with qtbot.assertNotEmitted(store.changed):
        dialog.accept()


def test_what_is_entered_is_kept_once_it_is_accepted(dialog, store):
    new = Settings(
        device="cpu", threads=4, memory_mb=1024, max_megapixels=50.0, theme="light", language="de",
        default_model="own-model", default_strength=0.35, default_scale=2, restore_automatically=False,
        output_folder="/tmp",
        name_pattern="{name}_{model}", export_format="png", export_quality=60, export_long_edge=2000,
        export_metadata=False, export_record=False, colour_map="magma",
        overlay_opacity=0.25,
    )  # fmt: skip
    for name, editor in dialog.editors.items():
        editor.write(getattr(new, name))
    assert store.current == Settings()
    dialog.accept()
    assert store.current == new
    assert SettingsStore(store.path).current == new


def test_cancel_keeps_what_was(dialog, store):
    dialog.editors["threads"].write(4)
    dialog.reject()
    assert store.current == Settings()


def test_shortcuts_are_not_lost_by_this_dialog(qtbot, store, installed):
    store.change(replace(store.current, shortcuts={"open": "Ctrl+L"}))
    dialog = SettingsDialog(store, installed)
    qtbot.addWidget(dialog)
    dialog.editors["threads"].write(1)
    dialog.accept()
    assert store.current == Settings(threads=1, shortcuts={"open": "Ctrl+L"})


def test_restore_defaults_shows_the_programs_settings_and_waits_for_ok(qtbot, store, installed):
    store.change(replace(store.current, threads=7, theme="light"))
    dialog = SettingsDialog(store, installed)
    qtbot.addWidget(dialog)
    button(dialog, DEFAULTS).click()
    assert dialog.entered() == Settings()
    assert store.current.threads == 7


@pytest.mark.parametrize(("name", "text"), [("name_pattern", "{nam}"), ("name_pattern", ""), ("output_folder", "a/b")])
def test_a_wrong_text_is_told_while_it_is_written_and_cannot_be_accepted(dialog, store, qtbot, name, text):
    line = dialog.findChild(QLineEdit, f"setting_{name}")
    line.clear()
    qtbot.keyClicks(line, text)
    problem = dialog.findChild(QLabel, "settings_problem")
    assert problem.text() and problem.isVisible()
    assert not button(dialog, OK).isEnabled()
    dialog.accept()
    assert store.current == Settings()
    line.setText("/tmp/{name}" if name == "output_folder" else "{name}_x")
    assert button(dialog, OK).isEnabled() and not problem.isVisible()


def test_the_language_says_that_it_waits_for_the_next_start(dialog):
    assert "starts again" in dialog.findChild(QLabel, "note_language").text()


def test_each_language_that_has_a_file_can_be_chosen_by_its_own_name(dialog):
    box = dialog.findChild(QComboBox, "setting_language")
    offered = {box.itemData(index): box.itemText(index) for index in range(box.count())}
    assert list(offered) == ["system", *available_languages()]
    assert (offered["en"], offered["de"], offered["es"]) == ("English", "Deutsch", "Español")


def test_the_installed_models_can_be_chosen_by_their_titles(dialog, qtbot):
    box = dialog.findChild(QComboBox, "setting_default_model")
    qtbot.waitUntil(lambda: box.findData("sparnet-hd") > 0, timeout=10_000)
    assert box.itemText(box.findData("sparnet-hd")) != "sparnet-hd"
    assert box.currentData() == "auto"


def test_a_dialog_that_is_gone_does_not_mind_the_search_for_models(qtbot, store, installed):
    for _ in range(5):
        SettingsDialog(store, installed).deleteLater()
    qtbot.wait(300)


def test_a_notice_of_the_file_stands_in_the_dialog(qtbot, installed, tmp_path):
    (tmp_path / "settings.json").write_text("{", encoding="utf-8")
    store = SettingsStore(tmp_path / "settings.json")
    dialog = SettingsDialog(store, installed)
    qtbot.addWidget(dialog)
    label = dialog.findChild(QLabel, "settings_notice")
    assert label and label.text() == store.notice != ""
