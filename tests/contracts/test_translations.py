"""The window in each language that has a file: no text is missing and none has lost a placeholder. In English: texts
with a number have a form for one and one for more."""

from __future__ import annotations

import ast
import importlib.util
import re
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QLocale, QTranslator

import fsr_desktop
from engine.paths import models_folder, translations_folder
from engine.training.shipping import read_source
from fsr_desktop.language.install import language_names

WINDOW = Path(fsr_desktop.__file__).parent
TOOL = WINDOW.parent / "packaging" / "scripts" / "update_translations.py"
CODES = sorted(path.stem.removeprefix("fsr_") for path in translations_folder().glob("fsr_*.ts"))
FOREIGN = [code for code in CODES if code != "en"]
MARKS = {"tr": 0, "translate": 1, "QT_TRANSLATE_NOOP": 1}  # which argument is the text


@dataclass(frozen=True)
class Message:
    """A text and what became of it: one form, or one for each grammatical number."""

    context: str
    source: str
    forms: tuple[str, ...]
    is_finished: bool
    has_numbers: bool

    @property
    def key(self) -> tuple[str, str]:
        return self.context, self.source


def messages_of(ts_file: Path) -> list[Message]:
    found: list[Message] = []
    for context in ElementTree.parse(ts_file).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            has_numbers = message.get("numerus") == "yes"
            forms = translation.findall("numerusform") if has_numbers else [translation]
            found.append(
                Message(
                    context=context.findtext("name") or "",
                    source=message.findtext("source") or "",
                    forms=tuple(form.text or "" for form in forms),
                    is_finished=translation.get("type") is None and all(form.text for form in forms),
                    has_numbers=has_numbers,
                )
            )
    return found


def update_translations() -> ModuleType:
    """The script that collects the texts."""
    spec = importlib.util.spec_from_file_location("update_translations", TOOL)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    return update_translations()


@pytest.fixture(scope="module")
def in_window(tool, tmp_path_factory) -> set[tuple[str, str]]:
    """Every text that lupdate finds in the window as it is now, and those of the engine."""
    ts_file = tmp_path_factory.mktemp("texts") / "fsr_de.ts"
    tool.collect(sorted(WINDOW.rglob("*.py")), ts_file, tool.engine_texts())
    return {message.key for message in messages_of(ts_file)}


@pytest.fixture(scope="module", params=FOREIGN)
def translated(request) -> list[Message]:
    """The texts of a language, for each language that there is."""
    return messages_of(translations_folder() / f"fsr_{request.param}.ts")


@pytest.fixture(scope="module")
def english() -> list[Message]:
    return messages_of(translations_folder() / "fsr_en.ts")


# ---- the files


def test_the_languages_that_ship_have_files():
    assert {"de", "en", "es"} <= set(CODES)
    assert {path.stem.removeprefix("fsr_") for path in translations_folder().glob("fsr_*.qm")} == set(CODES)


def test_every_text_of_the_window_is_translated(in_window, translated):
    finished = {message.key for message in translated if message.is_finished}
    assert len(in_window) > 500
    assert sorted(in_window - finished) == [], "run packaging/scripts/update_translations.py and translate these"


def test_the_texts_of_a_model_are_collected_before_its_weights_come(tool):
    texts = set(tool.engine_texts())
    sources = [read_source(path.parent) for path in models_folder().glob("*/source.toml")]
    assert sources
    for source in sources:
        assert {source.texts[name] for name in tool.CARD_TEXTS if name in source.texts} <= texts, source.id


def test_no_translation_is_left_of_a_text_that_is_gone(in_window, translated):
    left = {message.key for message in translated} - in_window
    assert sorted(left) == [], "run packaging/scripts/update_translations.py"


def test_lupdate_finds_every_text_that_is_marked(in_window):
    found = {source for _context, source in in_window}
    lost = {f"{path.name}: {text}" for path in WINDOW.rglob("*.py") for text in _marked(path) if text not in found}
    assert sorted(lost) == [], "lupdate does not see these: no tr() in an f-string, no call as the number"


def test_translations_keep_placeholders_tags_and_the_spaces_at_the_ends(translated):
    for message in translated:
        for form in message.forms:
            assert _fixed_parts(form) == _fixed_parts(message.source), (message.source, form)


@pytest.mark.parametrize("code", CODES)
def test_a_text_with_a_number_has_a_form_for_one_and_for_more(code):
    with_numbers = [message for message in messages_of(translations_folder() / f"fsr_{code}.ts") if message.has_numbers]
    assert with_numbers
    assert len({len(message.forms) for message in with_numbers}) == 1  # so many has the language
    for message in with_numbers:
        assert all(message.forms), message.source
        assert not any("(s)" in form for form in message.forms), message.source
        if "(s)" in message.source:
            assert len(set(message.forms)) == len(message.forms), message.source


def test_lupdate_sees_that_a_text_has_a_number(translated):
    without = [message.source for message in translated if "%n" in message.source and not message.has_numbers]
    assert without == [], "only tr(text, '', count) and translate(context, text, '', count) have forms"


def test_english_has_forms_of_every_text_with_a_number_and_of_no_other(translated, english):
    assert {message.key for message in english} == {message.key for message in translated if message.has_numbers}
    for message in english:
        assert message.is_finished, f"write both forms of: {message.source}"
        for form in message.forms:
            assert _fixed_parts(form) == _fixed_parts(message.source), (message.source, form)


@pytest.mark.parametrize("code", CODES)
def test_what_the_program_loads_is_as_new_as_the_translation(code):
    translator = QTranslator()
    assert translator.load(str(translations_folder() / f"fsr_{code}.qm"))
    for message in messages_of(translations_folder() / f"fsr_{code}.ts"):
        numbers = (1, 2) if message.has_numbers else (-1,)
        shown = tuple(translator.translate(message.context, message.source, "", number) for number in numbers)
        assert shown == message.forms[: len(numbers)], f"run packaging/scripts/update_translations.py: {message.source}"


def test_each_language_calls_itself_by_its_own_name():
    names = language_names()
    assert sorted(names) == CODES
    for code in FOREIGN:
        assert QLocale(code).nativeLanguageName().casefold().startswith(names[code].casefold())
        assert names[code][0].isupper()


def test_the_files_name_no_places_in_the_source():
    for ts_file in translations_folder().glob("*.ts"):
        assert "<location" not in ts_file.read_text(encoding="utf-8")


def test_no_two_texts_of_a_menu_or_form_have_the_same_letter_to_reach_them(translated):
    by_context: dict[str, list[str]] = {}
    for message in translated:
        for form in message.forms:
            assert len(_letters(form)) == len(_letters(message.source)), form
            by_context.setdefault(message.context, []).extend(_letters(form))
    assert len(by_context["Actions"]) == 7  # the menus
    twice = {
        name: [letter for letter, times in Counter(all_).items() if times > 1] for name, all_ in by_context.items()
    }
    assert {name: letters for name, letters in twice.items() if letters} == {}


# ---- reading texts


def _fixed_parts(text: str) -> tuple[object, ...]:
    """What a translation must not change: placeholders, tags, lines, the spaces at the ends, an ellipsis."""
    marks = sorted(re.findall(r"\{[^}]*\}|%n|%\d|</?\w+>", text))
    return marks, text.count("\n"), text[:1] == " ", text[-1:] == " ", text.endswith("…")


def _letters(text: str) -> list[str]:
    """The letters with which a text is reached by Alt."""
    return [letter.lower() for letter in re.findall(r"&(\w)", text.replace("&&", ""))]


def _marked(path: Path) -> Iterator[str]:
    """The literal texts that a file marks for translation."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        place = MARKS.get(name)
        text = node.args[place] if place is not None and len(node.args) > place else None
        if isinstance(text, ast.Constant) and isinstance(text.value, str):
            yield text.value
