"""What the engine says is known in German: stages, titles, reasons, errors and their hints."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import engine
from engine import errors
from engine.explain.overlay import HeatOverlay
from engine.explain.overlays import overlays_of, readable
from engine.models.registry import scan_models
from engine.pipeline.model_choice import check_size, choose_automatically
from engine.process.events import Failed
from engine.process.protocol import Job
from fsr_desktop.language.engine_faults import shown_error, shown_failure
from fsr_desktop.language.engine_words import shown_explanation, shown_note, shown_reason, shown_stage, shown_title
from tests.engine.explain.explained_face import explained_face

ENGINE = Path(engine.__file__).parent
SAYING = ("jobs", "pipeline", "explain", "datasets", "training")  # folders of the engine that tell jobs' progress
# What the window's jobs run; the rest is of the command line, of training from a recipe and of evaluation.
FAILING = (
    "process/parent.py",
    "process/service.py",
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
        name = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", job.__name__).lower()  # as engine/process/service.py has it
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
