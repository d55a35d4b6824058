"""The window in German: no text is missing, none has lost a placeholder, and what the engine says is known. In English:
texts with a number have a form for one and one for more."""

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
from PySide6.QtCore import QTranslator

import engine
import fsr_desktop
from engine import errors
from engine.explain.overlay import HeatOverlay
from engine.explain.overlays import overlays_of, readable
from engine.models.registry import scan_models
from engine.paths import translations_folder
from engine.pipeline.model_choice import check_size, choose_automatically
from engine.protocol import Failed, Job
from fsr_desktop.engine_faults import shown_error, shown_failure
from fsr_desktop.engine_words import shown_explanation, shown_note, shown_reason, shown_stage, shown_title
from fsr_desktop.languages import install_language
from tests.engine.explain.explained_face import explained_face

WINDOW = Path(fsr_desktop.__file__).parent
ENGINE = Path(engine.__file__).parent
TOOL = WINDOW.parent / "packaging" / "update_translations.py"
SAYING = ("jobs", "pipeline", "explain", "datasets", "training")  # folders of the engine that tell jobs' progress
# What the window's jobs run; the rest is of the command line, of training from a recipe and of evaluation.
FAILING = (
    "process.py",
    "service.py",
    "devices.py",
    "jobs",
    "photo_io",
    "detection",
    "alignment",
    "explain",
    "models/card.py",
    "models/registry.py",
    "models/exporting.py",
    "runtime",
    "pipeline",
    "datasets/open_faces.py",
    "datasets/photo_folder.py",
    "datasets/portraits.py",
    "datasets/landmarks.py",
    "training/finetune.py",
    "training/finetune_faces.py",
    "training/finetune_plan.py",
    "training/finetune_result.py",
    "training/checkpoints.py",
)
ERRORS = {name: 0 for name, one in vars(errors).items() if isinstance(one, type)}
FAULTY = {**ERRORS, "Failed": 0, "_failed": 2}  # what makes a failure: which argument is the message
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


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("update_translations", TOOL)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def in_window(tool, tmp_path_factory) -> set[tuple[str, str]]:
    """Every text that lupdate finds in the program as it is now."""
    ts_file = tmp_path_factory.mktemp("texts") / "fsr_de.ts"
    tool.collect(sorted(WINDOW.rglob("*.py")), ts_file)
    return {message.key for message in messages_of(ts_file)}


@pytest.fixture(scope="module")
def german() -> list[Message]:
    return messages_of(translations_folder() / "fsr_de.ts")


@pytest.fixture(scope="module")
def english() -> list[Message]:
    return messages_of(translations_folder() / "fsr_en.ts")


@pytest.fixture
def in_german(qapp) -> Iterator[None]:
    assert install_language(qapp, "de") == "de"
    yield
    install_language(qapp, "en")


# ---- the files


def test_every_text_of_the_window_is_translated(in_window, german):
    finished = {message.key for message in german if message.is_finished}
    assert len(in_window) > 500
    assert sorted(in_window - finished) == [], "run packaging/update_translations.py and translate these"


def test_no_translation_is_left_of_a_text_that_is_gone(in_window, german):
    assert sorted({message.key for message in german} - in_window) == [], "run packaging/update_translations.py"


def test_lupdate_finds_every_text_that_is_marked(in_window):
    found = {source for _context, source in in_window}
    lost = {f"{path.name}: {text}" for path in WINDOW.rglob("*.py") for text in _marked(path) if text not in found}
    assert sorted(lost) == [], "lupdate does not see these: no tr() in an f-string, no call as the number"


def test_translations_keep_placeholders_tags_and_the_spaces_at_the_ends(german):
    for message in german:
        for form in message.forms:
            assert _fixed_parts(form) == _fixed_parts(message.source), (message.source, form)


@pytest.mark.parametrize("language", ["german", "english"])
def test_a_text_with_a_number_has_a_form_for_one_and_for_more(request, language):
    with_numbers = [message for message in request.getfixturevalue(language) if message.has_numbers]
    assert with_numbers
    for message in with_numbers:
        assert len(set(message.forms)) == 2, message.source
        assert not any("(s)" in form for form in message.forms)


def test_lupdate_sees_that_a_text_has_a_number(german):
    without = [message.source for message in german if "%n" in message.source and not message.has_numbers]
    assert without == [], "only self.tr(text, '', count) has forms, translate() with a variable has not"


def test_english_has_forms_of_every_text_with_a_number_and_of_no_other(german, english):
    assert {message.key for message in english} == {message.key for message in german if message.has_numbers}
    for message in english:
        assert message.is_finished, f"write both forms of: {message.source}"
        for form in message.forms:
            assert _fixed_parts(form) == _fixed_parts(message.source), (message.source, form)


@pytest.mark.parametrize(("code", "language"), [("de", "german"), ("en", "english")])
def test_what_the_program_loads_is_as_new_as_the_translation(request, code, language):
    translator = QTranslator()
    assert translator.load(str(translations_folder() / f"fsr_{code}.qm"))
    for message in request.getfixturevalue(language):
        numbers = (1, 2) if message.has_numbers else (-1,)
        shown = tuple(translator.translate(message.context, message.source, "", number) for number in numbers)
        assert shown == message.forms, f"run packaging/update_translations.py: {message.source}"


def test_the_files_name_no_places_in_the_source():
    for ts_file in translations_folder().glob("*.ts"):
        assert "<location" not in ts_file.read_text(encoding="utf-8")


def test_no_two_texts_of_a_menu_or_form_have_the_same_letter_to_reach_them(german):
    by_context: dict[str, list[str]] = {}
    for message in german:
        for form in message.forms:
            assert len(_letters(form)) == len(_letters(message.source)), form
            by_context.setdefault(message.context, []).extend(_letters(form))
    assert len(by_context["Actions"]) == 7  # the menus
    twice = {
        name: [letter for letter, times in Counter(all_).items() if times > 1] for name, all_ in by_context.items()
    }
    assert {name: letters for name, letters in twice.items() if letters} == {}


# ---- the engine


def test_every_stage_that_the_engine_tells_is_translated(in_german):
    stages = {stage for folder in SAYING for path in (ENGINE / folder).rglob("*.py") for stage in _stages(path)}
    assert {"reading", "finding faces", "restoring face 3 of 3 with 3"} <= stages
    assert sorted(stage for stage in stages if shown_stage(stage) == stage) == []


def test_the_words_of_a_stage_keep_its_numbers_and_names(in_german):
    assert shown_stage("restoring face 2 of 5 with sparnet-x8") == "Gesicht 2 von 5 mit sparnet-x8 restaurieren"


def test_titles_and_explanations_of_all_overlays_are_translated(in_german):
    overlays = overlays_of(explained_face())
    assert len({overlay.group for overlay in overlays}) == 8
    for overlay in overlays:
        assert shown_title(overlay) != overlay.title
        assert shown_explanation(overlay) != overlay.explanation
    titles = {overlay.key: shown_title(overlay) for overlay in overlays}
    assert titles["attention/body.3"] == "Aufmerksamkeit: Mitte 3"
    assert titles["heatmaps/left_eye"] == "Wärmebild: linkes Auge"
    assert titles["steps/2"] == "Schritt 2"


def test_the_layers_of_the_models_that_come_with_the_program_have_german_names(in_german):
    whole = overlays_of(explained_face())[0]
    assert isinstance(whole, HeatOverlay)
    layers = [
        readable(output.removeprefix("attention_"))
        for model in scan_models()[0]
        for output in model.card.outputs
        if output.startswith("attention_")
    ]
    assert layers
    for layer in layers:
        title = f"Attention: {layer}"
        overlay = HeatOverlay(key="attention/x", title=title, explanation="", values=whole.values)
        assert layer not in shown_title(overlay)


def test_every_reason_for_a_choice_of_a_model_is_translated(in_german):
    shipped = scan_models()[0]
    sides = (1.0, 50.0, 5000.0)
    reasons = {choose_automatically(side, shipped).reason for side in sides}
    reasons |= {check_size(side, shipped[0], include_large=False).reason for side in sides}
    reasons |= {choose_automatically(50, ()).reason}
    assert len(reasons) == 7
    for reason in reasons:
        assert shown_reason(reason) != reason
    small = check_size(3, shipped[0], include_large=False).reason
    assert shipped[0].card.id in shown_reason(small) and "3 px" in shown_reason(small)


@pytest.mark.slow  # loading PyTorch
def test_every_reason_to_keep_a_taught_model_or_not_is_translated(in_german):
    pytest.importorskip("torch")
    import numpy as np

    from engine.training.finetune import judged
    from engine.training.finetune_types import kept_words

    reasons = [judged(np.array([1.0, 1.01, 0.99]))[1], judged(np.array([1.0, -1.0, 0.1]))[1]]
    best = Path("/work/best.safetensors")
    reasons += [kept_words(None, is_better=False)]
    reasons += [kept_words(best, is_better=is_better) for is_better in (False, True)]
    for reason in reasons:
        assert shown_reason(reason) != reason
    assert "/work/best.safetensors" in shown_reason(reasons[-1])


def test_every_error_that_a_job_of_the_window_may_end_with_is_translated(in_german):
    paths = [
        path
        for name in FAILING
        for path in ([ENGINE / name] if name.endswith(".py") else (ENGINE / name).rglob("*.py"))
    ]
    failures = {failure for path in paths for failure in _failures(path)}
    assert len(failures) > 90
    unknown: set[str] = set()
    for message, hint in failures:
        shown = shown_failure(Failed(job_id=1, code="x", message=message, hint=hint))
        unknown |= {text for text, now in ((message, shown.message), (hint, shown.hint)) if text and text == now}
    assert sorted(unknown) == [], "add these to engine_faults.py or engine_hints.py"


def test_a_refusal_to_teach_is_german_with_its_numbers_and_its_hint(in_german):
    from engine.errors import DataError
    from engine.training.finetune_faces import choose_faces

    with pytest.raises(DataError) as refused:
        choose_faces((), min_detail=192.0, what="sparnet-x8")
    shown = shown_reason(str(refused.value))
    assert shown.startswith("Zum Anlernen von sparnet-x8") and "etwa 128 px breit" in shown
    assert "face" not in shown


def test_what_a_cancelled_teaching_leaves_is_told_as_it_is(in_german):
    best = shown_reason("The best weights so far are kept in /a/best.safetensors.")
    last = shown_reason(
        "No check was better than the model you began with; the last weights are kept in /a/last.safetensors."
    )
    assert "besten" in best and "/a/best.safetensors" in best
    assert "besten" not in last and "/a/last.safetensors" in last


def test_values_of_an_error_are_translated_where_they_are_words_and_numbers_have_a_comma(in_german):
    text = "None of the 3 photos in /a has a usable face; most often: face too small (2). "
    text += "Choose scans or photos with larger faces."
    assert "Gesicht zu klein (2)" in shown_error(text) and shown_error(text).endswith("größeren Gesichtern.")
    assert "120,5 Megapixel" in shown_error("a.png has 120.5 megapixels; the limit is 100.")
    assert "−0,12 dB" in shown_reason("-0.12 dB PSNR on the 5 held-out faces, give or take 0.30 dB.")
    assert shown_error("The folder /a does not exist.") == "Den Ordner /a gibt es nicht."


def test_every_job_that_fails_has_a_german_name(in_german):
    jobs = [job for job in Job.__subclasses__() if job.__module__ == Job.__module__]  # tests have jobs of their own
    assert len(jobs) >= 10
    for job in jobs:
        name = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", job.__name__).lower()  # as engine/service.py has it
        text = shown_error(f"There was not enough memory for the job “{name}”.")
        assert text.startswith("Der Arbeitsspeicher") and f"„{name}“" not in text


def test_what_the_window_does_not_know_is_shown_as_it_came(in_german):
    assert shown_stage("dancing") == "dancing"
    assert shown_reason("") == ""
    assert shown_note("the photo was 5 years old") == "the photo was 5 years old"


def test_in_english_the_engine_is_quoted_word_for_word(qapp):
    for overlay in overlays_of(explained_face()):
        assert shown_title(overlay) == overlay.title
        assert shown_explanation(overlay) == overlay.explanation
    assert shown_note("page 1 of 7 was read") == "page 1 of 7 was read"


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


def _stages(path: Path) -> Iterator[str]:
    """What a file tells `JobContext.progress`, with 3 for every value; also what was given a name before."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    named = {
        target.id: _spoken(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "progress":
            stage = node.args[1]
            words = named.get(stage.id) if isinstance(stage, ast.Name) else _spoken(stage)
            assert words is not None, f"{path.name}, line {node.lineno}: what is said here?"
            if isinstance(words, str):
                yield words
            else:
                yield from words


def _failures(path: Path) -> Iterator[tuple[str, str]]:
    """The messages that a file makes errors of, each with its hint or "", with 3 for every value; and hints that have
    a name. Not the messages that tell a programmer what was expected."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in FAULTY:
            named = {keyword.arg: keyword.value for keyword in node.keywords}
            places = [named[name] for name in ("message", "hint") if name in named]
            message, hint = ([*node.args[FAULTY[node.func.id] :], *places, None, None])[:2]
            words = _one(message)
            if words and not words.startswith("Expected"):
                yield words, _one(hint)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            name = node.targets[0] if isinstance(node, ast.Assign) else node.target
            if isinstance(name, ast.Name) and name.id.lower().endswith(("hint", "hints")):
                hints = node.value.values if isinstance(node.value, ast.Dict) else [node.value]
                yield from (("", _one(hint)) for hint in hints)


def _one(node: ast.expr | None) -> str:
    """What is said, if it is one text, else ""."""
    words = _spoken(node) if node else None
    return words if isinstance(words, str) else ""


def _spoken(node: ast.expr) -> str | tuple[str, ...] | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "3" for part in node.values)
    if isinstance(node, ast.IfExp):
        parts = (_spoken(node.body), _spoken(node.orelse))
        return tuple(part for part in parts if isinstance(part, str))
    return None
