"""Languages: texts are found, translated, built and shown; plurals; falling back to English."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest
from PySide6.QtCore import QCoreApplication, QLocale

import fsr_desktop
from engine.errors import EngineError
from fsr_desktop.actions.all_rows import COMMANDS, MENUS
from fsr_desktop.language import install as languages
from fsr_desktop.language.install import available_languages, chosen_language, install_language, language_names
from fsr_desktop.settings.all_settings import GROUPS, ROWS

PACKAGE = Path(fsr_desktop.__file__).parent
TOOL = PACKAGE.parent / "packaging" / "scripts" / "update_translations.py"


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("update_translations", TOOL)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def german(tool, tmp_path, monkeypatch, qapp):
    """A folder with a small German translation, which the program takes for its own."""
    source = tmp_path / "window.py"
    source.write_text(
        "from PySide6.QtCore import QCoreApplication\n"
        'QCoreApplication.translate("Actions", "Quit")\n'
        'QCoreApplication.translate("Faces", "%n face(s)", "", 2)\n',
        encoding="utf-8",
    )
    ts_file = tmp_path / "fsr_de.ts"
    tool.collect([source], ts_file)
    text = ts_file.read_text(encoding="utf-8")
    assert text.count("<numerusform>") == 2
    text = text.replace("<numerusform></numerusform>", "<numerusform>%n Gesicht</numerusform>", 1)
    text = text.replace("<numerusform></numerusform>", "<numerusform>%n Gesichter</numerusform>", 1)
    text = text.replace('<translation type="unfinished"></translation>', "<translation>Beenden</translation>")
    ts_file.write_text(text.replace(' type="unfinished"', ""), encoding="utf-8")
    tool.build(ts_file)
    monkeypatch.setattr(languages, "translations_folder", lambda: tmp_path)
    yield tmp_path
    install_language(qapp, "en")


def texts_of(ts_file: Path) -> str:
    text = ts_file.read_text(encoding="utf-8")
    return (
        text.replace("&quot;", '"')
        .replace("&apos;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
    )


def speak(monkeypatch: pytest.MonkeyPatch, spoken: list[str]) -> None:
    """The user's system speaks these languages."""

    class FakeLocale(QLocale):
        @staticmethod
        def system() -> object:  # pyright: ignore[reportIncompatibleMethodOverride]
            return SimpleNamespace(uiLanguages=lambda: spoken, language=lambda: QLocale.Language.C)

    monkeypatch.setattr(languages, "QLocale", FakeLocale)


def test_every_text_of_commands_and_settings_is_found(tool, tmp_path):
    ts_file = tmp_path / "fsr_de.ts"
    tool.collect([*(PACKAGE / "actions").glob("*.py"), PACKAGE / "settings" / "all_settings.py"], ts_file)
    found = texts_of(ts_file)
    wanted = [title for _, title in (*MENUS, *GROUPS)]
    wanted += [text for one in COMMANDS for text in (one.text, one.tooltip, one.short)]
    wanted += [
        text for one in ROWS.values() for text in (one.label, one.tooltip, one.note, one.least_text, one.placeholder)
    ]
    for text in filter(None, wanted):
        assert f"<source>{text}</source>" in found
    assert "<location" not in found


def test_a_text_that_is_marked_by_tr_is_found_with_its_class(tool, tmp_path):
    tool.collect([PACKAGE / "window" / "about_dialog.py"], tmp_path / "fsr_de.ts")
    assert "AboutDialog: Copy" in tool.unfinished(tmp_path / "fsr_de.ts")


def test_german_is_shown_with_plurals_and_with_qts_own_texts(german, qapp):
    assert install_language(qapp, "de") == "de"
    assert QCoreApplication.translate("Actions", "Quit") == "Beenden"
    assert QCoreApplication.translate("Faces", "%n face(s)", "", 1) == "1 Gesicht"
    assert QCoreApplication.translate("Faces", "%n face(s)", "", 3) == "3 Gesichter"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"


def test_numbers_are_written_as_in_the_windows_language(german, qapp):
    install_language(qapp, "de")
    assert QLocale().toString(2.5, "f", 1) == "2,5"
    install_language(qapp, "en")
    assert QLocale().toString(2.5, "f", 1) == "2.5"


def test_english_has_a_form_for_one_and_for_more(qapp):
    install_language(qapp, "en")
    shown = [QCoreApplication.translate("Exporter", "%n export(s) failed.", "", count) for count in (1, 2)]
    assert shown == ["1 export failed.", "2 exports failed."]
    assert available_languages().count("en") == 1


def test_another_language_takes_the_place_of_the_first(german, qapp):
    install_language(qapp, "de")
    assert install_language(qapp, "en") == "en"
    assert QCoreApplication.translate("Actions", "Quit") == "Quit"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_nothing_is_unfinished_once_all_is_translated(german, tool):
    assert tool.unfinished(german / "fsr_de.ts") == []


def test_the_languages_are_those_that_have_a_file(german):
    assert available_languages() == ("en", "de")
    (german / "fsr_de.qm").unlink()
    assert available_languages() == ("en",)
    assert chosen_language("de") == "en"


def test_a_language_is_called_as_its_translator_wrote_it(german, tool, monkeypatch):
    assert language_names() == {"en": "English", "de": "de"}  # not written yet
    source = german / "names.py"
    source.write_text(f'QCoreApplication.translate("Languages", {languages.OWN_NAME!r})\n', encoding="utf-8")
    tool.collect([source], german / "fsr_de.ts")
    text = (german / "fsr_de.ts").read_text(encoding="utf-8")
    unwritten = '<translation type="unfinished"></translation>'
    assert text.count(unwritten) == 1
    (german / "fsr_de.ts").write_text(text.replace(unwritten, "<translation>Deutsch</translation>"), encoding="utf-8")
    tool.build(german / "fsr_de.ts")
    assert language_names() == {"en": "English", "de": "Deutsch"}

    def without_resources() -> Path:
        raise EngineError("no resources")

    monkeypatch.setattr(languages, "translations_folder", without_resources)
    assert language_names() == {"en": "English"}


@pytest.mark.parametrize(
    ("spoken", "shown"),
    [(["de-AT", "en-US"], "de"), (["fr-FR", "de"], "de"), (["en-GB", "de-DE"], "en"), (["fr"], "en"), ([], "en")],
)
def test_system_takes_the_first_of_the_users_languages_that_there_is(german, monkeypatch, spoken, shown):
    speak(monkeypatch, spoken)
    assert chosen_language("system") == shown


def test_a_language_with_a_country_is_taken_before_the_language_alone(german, monkeypatch):
    speak(monkeypatch, ["de-AT"])
    (german / "fsr_de_AT.qm").write_bytes((german / "fsr_de.qm").read_bytes())
    assert chosen_language("system") == "de_AT"
    (german / "fsr_de_AT.qm").unlink()
    assert chosen_language("system") == "de"


def test_the_real_system_language_is_one_that_there_is():
    assert QLocale.system().uiLanguages()
    assert chosen_language("system") in available_languages()


def test_the_check_names_what_is_missing_and_fails(tool, tmp_path, capsys, monkeypatch):
    package = tmp_path / "root" / "fsr_desktop"
    package.mkdir(parents=True)
    (package / "one.py").write_text('QCoreApplication.translate("Here", "Not yet")\n', encoding="utf-8")
    monkeypatch.setattr(tool, "ROOT", tmp_path / "root")
    assert tool.main(["--folder", str(tmp_path), "--new", "de"]) == 0
    assert tool.main(["--folder", str(tmp_path), "--check"]) == 1
    assert "Here: Not yet" in capsys.readouterr().out
    assert (tmp_path / "fsr_de.qm").is_file()


def test_each_language_that_has_a_file_is_brought_up_to_date(tool, tmp_path, capsys, monkeypatch):
    package = tmp_path / "root" / "fsr_desktop"
    package.mkdir(parents=True)
    (package / "one.py").write_text('QCoreApplication.translate("Here", "Now")\n', encoding="utf-8")
    monkeypatch.setattr(tool, "ROOT", tmp_path / "root")
    for code in ("es", "pt_BR"):
        tool.main(["--folder", str(tmp_path), "--new", code])
    capsys.readouterr()
    (package / "one.py").write_text('QCoreApplication.translate("Here", "Later")\n', encoding="utf-8")
    tool.main(["--folder", str(tmp_path), "--check"])
    assert capsys.readouterr().out.count("Here: Later") == 2
    assert 'language="pt_BR"' in (tmp_path / "fsr_pt_BR.ts").read_text(encoding="utf-8")


def test_a_text_whose_number_is_computed_has_forms_too(tool, tmp_path):
    source = tmp_path / "window.py"
    source.write_text(
        'translate("Batch", "%n face(s).", "", summary.faces)\n'
        'translate("Batch", "Export %n", "", count)\n'
        'QCoreApplication.translate("Batch", "%n more", "", len(rows))\n',
        encoding="utf-8",
    )
    tool.collect([source], tmp_path / "fsr_de.ts")
    text = (tmp_path / "fsr_de.ts").read_text(encoding="utf-8")
    assert text.count('<message numerus="yes">') == text.count("<source>") == 3
