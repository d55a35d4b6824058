"""The settings file: what is kept, what falls back, and what the user is told."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from fsr_desktop.language.install import install_language
from fsr_desktop.settings.all_settings import Settings
from fsr_desktop.settings.store import BROKEN_NAME, Problem, SettingsStore, read_settings, write_settings


def write(path: Path, values: object) -> None:
    path.write_text(json.dumps(values), encoding="utf-8")


def test_without_a_file_there_are_the_usual_settings_and_no_notice(tmp_path):
    store = SettingsStore(tmp_path / "settings.json")
    assert store.current == Settings()
    assert store.notice == ""
    assert not store.path.exists()


def test_the_file_lies_in_the_users_config_folder(own_data_folder):
    store = SettingsStore()
    store.change(replace(store.current, theme="light"))
    assert store.path == own_data_folder / "config" / "settings.json"
    assert SettingsStore().current.theme == "light"


def test_every_setting_survives_being_written_and_read(tmp_path):
    changed = Settings(
        device="cpu", threads=3, memory_mb=2048, max_megapixels=80.5, theme="contrast", language="de",
        default_model="sparnet-hd", default_strength=0.35, default_scale=4, restore_automatically=False,
        output_folder="/tmp/ü",
        name_pattern="{number}", export_format="tiff", export_quality=60, export_long_edge=2000,
        export_metadata=False, export_record=False, colour_map="magma", overlay_opacity=0.2,
        shortcuts={"open": "Ctrl+L", "quit": ""},
    )  # fmt: skip
    write_settings(tmp_path / "new" / "settings.json", changed)
    assert read_settings(tmp_path / "new" / "settings.json") == (changed, ())


def test_a_change_tells_what_was_before_and_is_kept(tmp_path, qtbot):
    store = SettingsStore(tmp_path / "settings.json")
    new = replace(store.current, threads=2)
    with qtbot.waitSignal(store.changed) as told:
        store.change(new)
    assert told.args == [Settings(), new]
    assert SettingsStore(store.path).current == new
    with qtbot.assertNotEmitted(store.changed):
        store.change(new)


def test_an_unknown_key_is_left_out_and_told(tmp_path):
    write(tmp_path / "settings.json", {"version": 1, "threads": 2, "sparkle": True})
    store = SettingsStore(tmp_path / "settings.json")
    assert store.current == Settings(threads=2)
    assert "sparkle" in store.notice


def test_a_setting_that_former_versions_had_is_left_out_without_a_word(tmp_path):
    write(tmp_path / "settings.json", {"version": 1, "threads": 2, "network_allowed": True})
    assert read_settings(tmp_path / "settings.json") == (Settings(threads=2), ())


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("threads", "many"), ("threads", True), ("threads", -1), ("threads", 2.5), ("max_megapixels", float("nan")),
        ("max_megapixels", 10**400), ("default_strength", 1.5), ("theme", "pink"), ("theme", []), ("language", None),
        ("colour_map", "pink"), ("name_pattern", "  "), ("output_folder", 7), ("shortcuts", {"open": 3}),
        ("shortcuts", []), ("restore_automatically", "yes"), ("default_scale", 3),
        ("default_scale", True), ("default_scale", "2"),
    ],
)  # fmt: skip
def test_a_value_that_cannot_be_falls_back_alone_with_a_notice(tmp_path, name, value):
    write(tmp_path / "settings.json", {"version": 1, "memory_mb": 512, name: value})
    settings, problems = read_settings(tmp_path / "settings.json")
    assert settings == Settings(memory_mb=512)
    assert problems == (Problem("value", name),)
    assert name in SettingsStore(tmp_path / "settings.json").notice


@pytest.mark.parametrize("text", ["{", "", "[1, 2]", "null", "[" * 100_000])
def test_a_broken_file_is_set_aside_and_told(tmp_path, text):
    path = tmp_path / "settings.json"
    path.write_text(text, encoding="utf-8")
    store = SettingsStore(path)
    assert store.current == Settings()
    assert BROKEN_NAME in store.notice
    assert (tmp_path / BROKEN_NAME).read_text(encoding="utf-8") == text
    assert not path.exists()


def test_a_file_that_is_no_text_is_set_aside(tmp_path):
    (tmp_path / "settings.json").write_bytes(b"\xff\xfe\x00")
    assert read_settings(tmp_path / "settings.json") == (Settings(), (Problem("broken", BROKEN_NAME),))


def test_a_file_of_another_version_is_read_as_far_as_it_is_known(tmp_path):
    write(tmp_path / "settings.json", {"version": 9, "theme": "light"})
    settings, problems = read_settings(tmp_path / "settings.json")
    assert settings.theme == "light"
    assert problems == (Problem("newer"),)


def test_a_folder_that_cannot_be_written_keeps_the_change_for_this_run(tmp_path, qtbot):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    store = SettingsStore(tmp_path / "file" / "settings.json")
    with qtbot.waitSignal(store.notice_changed) as told:
        store.change(replace(store.current, theme="light"))
    assert store.current.theme == "light"
    assert told.args == [store.notice]
    assert "could not be saved" in store.notice


def test_a_failed_save_leaves_the_file_that_was_there(tmp_path, monkeypatch):
    store = SettingsStore(tmp_path / "settings.json")
    store.change(replace(store.current, threads=1))

    def refuse(*_paths: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", refuse)
    store.change(replace(store.current, threads=2))
    assert "No space left on device" in store.notice
    assert read_settings(store.path)[0].threads == 1
    assert [path.name for path in tmp_path.iterdir()] == ["settings.json"]


def test_a_value_that_cannot_be_is_refused_in_code_too():
    with pytest.raises(ValueError, match="threads"):
        Settings(threads=-1)


def test_a_shortcut_of_an_action_that_was_renamed_is_kept(tmp_path):
    (tmp_path / "settings.json").write_text('{"version": 1, "shortcuts": {"teach": "Ctrl+L", "open": ""}}')
    settings, problems = read_settings(tmp_path / "settings.json")
    assert settings.shortcuts == {"finetune": "Ctrl+L", "open": ""} and problems == ()


def test_why_the_settings_could_not_be_saved_is_told_in_the_windows_language(tmp_path, qapp):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    install_language(qapp, "de")
    try:
        store = SettingsStore(tmp_path / "file" / "settings.json")
        store.change(replace(store.current, theme="light"))
        assert "(Die Datei gibt es schon)" in store.notice
    finally:
        install_language(qapp, "en")
