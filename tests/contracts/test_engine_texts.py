"""What the engine says: literal templates with all their values, each of them translated with the same fields."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from types import ModuleType

import pytest

import engine
import fsr_desktop
from engine.errors import DataError, PhotoError
from engine.explain.overlays import overlays_of
from engine.explain.part_names import part_name
from engine.messages import Message, fields_of, message
from engine.models.registry import names_of, scan_models
from engine.process.export_jobs import ExportPhoto
from engine.process.protocol import Job
from fsr_desktop.language.messages import shown, shown_of_card
from tests.contracts.test_translations import FOREIGN, messages_of, update_translations
from tests.engine.explain.explained_face import explained_face

PACKAGES = [Path(package.__file__ or "").parent for package in (engine, fsr_desktop)]
SOURCES = sorted(path for package in PACKAGES for path in package.rglob("*.py") if path.name != "errors.py")
URLAUB = "Urlaub. It reads well.jpg"


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    return update_translations()


@pytest.mark.parametrize("code", FOREIGN)
def test_every_text_has_a_translation_with_the_same_fields(tool, code):
    ts_file = tool.ROOT / "resources" / "translations" / f"fsr_{code}.ts"
    translated = {one.source: one for one in messages_of(ts_file) if one.context == tool.CONTEXT}
    texts = tool.engine_texts()
    assert len(texts) > 400
    assert sorted(translated) == texts, "run packaging/scripts/update_translations.py"
    for text in texts:
        assert translated[text].is_finished, text
        assert sorted(_places(translated[text].forms[0])) == sorted(_places(text)), text


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_templates_are_literal_and_have_their_values(tool, path):
    for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(call, ast.Call) and tool.takes_template(call):
            where = f"{path.name}, line {call.lineno}"
            given = {keyword.arg: keyword.value for keyword in call.keywords}
            assert len(call.args) == 1 or not call.args, f"{where}: a hint is given by its name"
            texts = [*call.args, *([given["hint"]] if "hint" in given else [])]
            assert not any(isinstance(text, ast.JoinedStr | ast.BinOp) for text in texts), f"{where}: not literal"
            literal = [text.value for text in texts if isinstance(text, ast.Constant) and isinstance(text.value, str)]
            wanted = frozenset[str]().union(*map(fields_of, literal))
            if getattr(call.func, "id", "") != "template":
                assert wanted <= given.keys(), f"{where}: a value is missing"
            if len(literal) == len(texts):
                assert given.keys() - {"hint"} <= wanted, f"{where}: a value is not used"


def test_no_sentence_of_the_engine_stands_in_the_window(tool):
    sentences = {text for text in tool.engine_texts() if " " in text and text.endswith(".")}
    own = {text for path in (tool.ROOT / "fsr_desktop" / "session").rglob("*.py") for text in tool.templates_of(path)}
    window = {text for path in tool.window_sources() if "cli" not in path.parts for text in _constants(path)}
    assert sorted((sentences - own) & window) == []


# ---- in German


def test_a_name_that_reads_like_a_sentence_is_shown_as_it_is(in_german):
    error = PhotoError("{name} is empty (0 bytes).", hint="Copy the photo again from where it came.", name=URLAUB)
    assert shown(error.whole) == f"{URLAUB} ist leer (0 Bytes). {shown(error.hint)}"
    assert "Kopieren" in shown(error.hint)


def test_numbers_have_a_comma_and_a_minus_and_parts_are_translated(in_german):
    megapixels = message("{name} has {size:.1f} megapixels; the limit is {limit:g}.", name="a", size=120.5, limit=100.0)
    assert "120,5 Megapixel" in shown(megapixels)
    title = message("Attention: {part}", part=part_name("body_3"))
    assert (str(title), shown(title)) == ("Attention: body 3", "Aufmerksamkeit: Mitte 3")
    gain = message(
        "{gain:+.3f} dB PSNR on the {count} held-out faces, give or take {error:.3f} dB.",
        gain=-0.12,
        count=5,
        error=0.3,
    )
    assert shown(gain).startswith("−0,120 dB")


def test_titles_and_explanations_of_all_overlays_are_translated(in_german):
    overlays = overlays_of(explained_face())
    assert len({overlay.group for overlay in overlays}) == 9
    for overlay in overlays:
        assert shown(overlay.title) != str(overlay.title) or str(overlay.title).startswith("Heatmap: ")
        assert shown(overlay.explanation) != str(overlay.explanation)
        assert "Wärmebild" not in shown(overlay.title)
    titles = {overlay.key: shown(overlay.title) for overlay in overlays}
    assert titles["heatmaps/left_eye"] == "Heatmap: linkes Auge"


def test_all_parts_of_the_models_that_come_with_the_program_have_german_names(in_german):
    names = {name for model in scan_models()[0] for parts in names_of(model.card).values() for name in parts}
    assert names
    assert sorted(name for name in names if shown(part_name(name)) == str(part_name(name))) == []


def test_cards_that_come_with_the_program_are_german_and_a_user_s_own_stays_as_it_is(in_german):
    from dataclasses import replace

    for model in scan_models()[0]:
        card = model.card
        for text in (card.title, card.look, card.said, card.bias, card.limits, card.training_data):
            assert shown_of_card(text, model) != text
            assert shown_of_card(text, replace(model, source="user")) == text


def test_every_job_has_a_german_name(in_german):
    own = (Job.__module__, ExportPhoto.__module__)
    jobs = [job for job in Job.__subclasses__() if job.__module__ in own]  # tests have jobs of their own
    assert len(jobs) >= 10
    for job in jobs:
        assert job.title != Job.title and shown(job.title) != str(job.title)


def test_a_refusal_to_teach_is_german_with_its_numbers_and_its_hint(in_german):
    from engine.training.finetune_faces import choose_faces

    with pytest.raises(DataError) as refused:
        choose_faces((), min_detail=192.0, what="sparnet-x8")
    text = shown(refused.value.whole)
    assert text.startswith("Zum Anlernen von sparnet-x8") and "etwa 128 px breit" in text
    assert "face" not in text


def test_in_english_the_engine_is_quoted_word_for_word(qapp):
    for overlay in overlays_of(explained_face()):
        assert shown(overlay.title) == str(overlay.title)
        assert shown(overlay.explanation) == str(overlay.explanation)
    assert shown(Message("")) == ""


# ---- reading texts


def _places(text: str) -> Iterator[tuple[str | None, str | None]]:
    return ((name, spec) for _, name, spec, _ in Formatter().parse(text) if name is not None)


def _constants(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield re.sub(r"\s+", " ", node.value)
