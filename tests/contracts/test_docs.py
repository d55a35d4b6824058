"""The documents are true of the code: every path, link, option and score in them is there."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from engine.models.registry import scan_models
from fsr_desktop import __version__
from fsr_desktop.cli.main import _parser_and_commands
from tests.contracts.test_import_rules import LAYERS

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "packaging" / "docs"
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(DOCS.glob("*.md"))]
NAMES = [str(path.relative_to(ROOT)) for path in DOCUMENTS]
FOLDERS = (".ci", "engine", "fsr_desktop", "packaging", "resources", "tests")
FENCE = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
CODE = re.compile(r"`([^`]+)`")
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
PATH = re.compile(rf"(?<![\w./-])(?:{'|'.join(map(re.escape, FOLDERS))})/[\w./<>*-]*")
FILE = re.compile(r"[\w.-]+\.(?:py|md)")
MODULE = re.compile(r"(?:engine|fsr_desktop)(?:\.\w+)+")
MOST_LINES = {"README.md": 100, "packaging/docs/results.md": 150}


class Score(NamedTuple):
    """A score of a shipped model as `results.md` writes it."""

    model: str
    input_px: int
    text: str


def code_of(text: str) -> Iterator[str]:
    """What stands in backticks, and each line of a block."""
    for block in FENCE.findall(text):
        yield from block.splitlines()[1:-1]
    for found in CODE.findall(FENCE.sub("", text)):
        yield " ".join(found.split())


def paths_of(code: str) -> set[str]:
    """The paths of the project in a piece of code; a file's name alone is one of any folder."""
    names = {f"**/{code}"} if FILE.fullmatch(code) else set[str]()
    return names | {found.rstrip(".") for found in PATH.findall(code)}


def is_there(path: str) -> bool:
    """Whether a path exists; `<family>` and `*` stand for any name."""
    pattern = re.sub(r"<\w+>", "*", path).rstrip("/")
    if path.startswith("**/"):
        return any(next((ROOT / folder).glob(pattern), None) for folder in FOLDERS) or (ROOT / path[3:]).exists()
    return next(ROOT.glob(pattern), None) is not None if "*" in pattern else (ROOT / pattern).exists()


def module_is_there(dotted: str) -> bool:
    """Whether a module, or a name in one, exists."""
    parts = dotted.split(".")
    for count in range(len(parts), 0, -1):
        place = ROOT.joinpath(*parts[:count])
        for file in (place.with_suffix(".py"), place / "__init__.py"):
            if file.is_file():
                text = file.read_text(encoding="utf-8")
                return all(re.search(rf"\b{name}\b", text) for name in parts[count:])
    return False


def anchors_of(text: str) -> set[str]:
    """The headings of a document as links name them."""
    titles = re.findall(r"^#+ (.+)$", FENCE.sub("", text), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title).strip().lower().replace(" ", "-") for title in titles}


@pytest.mark.parametrize("document", DOCUMENTS, ids=NAMES)
def test_every_path_that_a_document_names_exists(document: Path) -> None:
    code = list(code_of(document.read_text(encoding="utf-8")))
    missing = [path for line in code for path in paths_of(line) if not is_there(path)]
    assert missing == []
    assert [line for line in code if MODULE.fullmatch(line) and not module_is_there(line)] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=NAMES)
def test_every_link_of_a_document_leads_somewhere(document: Path) -> None:
    text = FENCE.sub("", document.read_text(encoding="utf-8"))
    broken: list[str] = []
    for link in LINK.findall(text):
        if "://" in link:
            continue
        name, _, anchor = link.partition("#")
        target = (document.parent / name).resolve() if name else document
        if not target.exists() or (anchor and anchor not in anchors_of(target.read_text(encoding="utf-8"))):
            broken.append(link)
    assert broken == []


def test_the_checks_know_a_path_and_a_link_that_lead_nowhere() -> None:
    assert paths_of("python engine/nothing.py --out x") == {"engine/nothing.py"}
    assert not is_there("engine/nothing.py")
    assert is_there("engine/models/<family>/spec.py")
    assert not is_there("**/no_such_file.py")
    assert module_is_there("engine.types.Restoration")
    assert not module_is_there("engine.types.Nothing")


def test_every_page_is_named_in_readme_contributing_or_another_page() -> None:
    text = "".join(document.read_text(encoding="utf-8") for document in DOCUMENTS)
    assert [page.name for page in DOCS.glob("*.md") if f"{page.name})" not in text] == []


@pytest.mark.parametrize(("name", "most"), MOST_LINES.items())
def test_a_page_for_readers_is_short(name: str, most: int) -> None:
    assert len((ROOT / name).read_text(encoding="utf-8").splitlines()) <= most


def test_readme_has_its_two_commands() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = [block for block in FENCE.findall(text) if "pip install" in block]
    assert len(blocks) == 2
    assert re.search(r"-c packaging/constraints\.txt \. && \S+/fsr-desktop$", blocks[0], re.MULTILINE)
    after_mark = text.partition("<!-- ci: test -->")[2].splitlines()
    command = next(line for line in after_mark if line.lstrip().startswith("python"))  # as .ci/run finds it
    assert command in blocks[1]
    assert '-c packaging/constraints.txt -e ".[test]"' in command and "pytest" in command


def test_the_command_line_page_names_every_command_and_option() -> None:
    text = (DOCS / "command-line.md").read_text(encoding="utf-8")
    wanted: set[str] = set()
    for name, parser in commands_of(_parser_and_commands()[0]):
        wanted |= {f"fsr-desktop {name}" if name != "models" else name, *options_of(parser)}
    assert sorted(one for one in wanted if not re.search(rf"(?<![\w-]){re.escape(one)}(?![\w-])", text)) == []


def commands_of(parser: argparse.ArgumentParser) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """Every command with its parser, those of `models` as "models list"."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, child in action.choices.items():
                yield name, child
                yield from ((f"{name} {inner}", deeper) for inner, deeper in commands_of(child))


def options_of(parser: argparse.ArgumentParser) -> set[str]:
    """The long options of a command."""
    return {name for action in parser._actions for name in action.option_strings if name.startswith("--")} - {"--help"}


def shipped_scores() -> list[Score]:
    """Every score on the cards of the shipped models."""
    return [
        Score(model.card.id, score.input_px, f"{score.psnr_db:.2f} dB / {score.ssim:.4f}")
        for model in scan_models()[0]
        if model.source == "shipped"
        for score in model.card.scores
    ]


def test_the_page_of_results_has_the_scores_on_the_cards() -> None:
    text = (DOCS / "results.md").read_text(encoding="utf-8")
    assert [score for score in shipped_scores() if score.text not in text] == []


@pytest.mark.parametrize("page", [ROOT / "README.md", DOCS / "command-line.md", DOCS / "results.md"])
def test_the_tables_of_models_have_every_shipped_model(page: Path) -> None:
    lines = [line for line in page.read_text(encoding="utf-8").splitlines() if line.startswith("|")]
    shipped = [model.card for model in scan_models()[0] if model.source == "shipped"]
    assert len(shipped) >= 4
    for card in shipped:
        (low, high), size = card.useful_range, f"{card.output_size} px"
        rows = [line for line in lines if f"`{card.id}` |" in line and f"| {low}-{high} px |" in line and size in line]
        assert len(rows) == 1, card.id


def test_the_page_of_the_architecture_has_the_layers_that_are_enforced() -> None:
    table = (DOCS / "architecture.md").read_text(encoding="utf-8").partition("from the top |\n|---|---|\n")[2]
    rows = [line.replace("`", "").strip("|").split("|") for line in table.partition("\n\n")[0].splitlines()]
    for column, layers in enumerate(LAYERS.values()):
        written = [row[column].strip() for row in rows if row[column].strip()]
        assert written == [", ".join(layer.split()) for layer in layers]


def test_the_changelog_begins_with_this_version() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.findall(r"^## \[(.+?)\]", text, re.MULTILINE)[0] == __version__
