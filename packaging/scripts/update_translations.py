"""Collect the texts of the window and of the engine for the translators, and build what the program loads.

`python packaging/scripts/update_translations.py` brings each file `resources/translations/fsr_<code>.ts` up to date and
builds its `fsr_<code>.qm`; with `--check` it ends with 1 if a text is not translated yet. `--new es` begins a language.
"""

from __future__ import annotations

import argparse
import ast
import builtins
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).resolve().parents[2]
PREFIX = "fsr_"  # of the files; what follows is the code of the language
CONTEXT = "Engine"  # of its templates, and of the texts on the cards of the models that come with the program
TEMPLATES = ("message", "template")  # functions of `engine.messages` that are given one; errors are given one too
CARD_TEXTS = ("title", "look", "said", "licence_note", "training_data", "bias", "limits")
CARD_FILES = ("card.toml", "source.toml")
ARGUMENTS_WITH_NUMBER = 4  # of `translate`: context, text, comment, number
SOURCE = "en"  # of it only the texts with a number are translated: a form for one, and one for more


def window_sources() -> list[Path]:
    """The files whose texts a user sees in the window."""
    return sorted((ROOT / "fsr_desktop").rglob("*.py"))


def engine_texts() -> list[str]:
    """The templates of the engine and of the session, and the texts of shipped cards, each once.

    A card's source is read as well, so that a model which is still being trained can be translated before it comes.
    """
    sources = [*(ROOT / "engine").rglob("*.py"), *(ROOT / "fsr_desktop" / "session").rglob("*.py")]
    templates = (text for path in sources for text in templates_of(path))
    written = (path for name in CARD_FILES for path in (ROOT / "resources" / "models").glob(f"*/{name}"))
    cards = (text for path in written for text in _card_texts(path))
    return sorted({*templates, *cards})


def templates_of(path: Path) -> Iterator[str]:
    """The literal templates of a Python file: what `message`, `template` and errors are given, and hints."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and takes_template(node):
            given = [*node.args[:1], *(keyword.value for keyword in node.keywords if keyword.arg == "hint")]
            yield from (one.value for one in given if isinstance(one, ast.Constant) and isinstance(one.value, str))


def takes_template(call: ast.Call) -> bool:
    """Whether the call's first argument is a template."""
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    return name in TEMPLATES or (name.endswith("Error") and not hasattr(builtins, name))


def numbered_texts(path: Path) -> Iterator[tuple[str, str]]:
    """Context and text of each `translate` with a number; lupdate sees that it is one only where it is written out."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and _name(node.func) == "translate" and len(node.args) == ARGUMENTS_WITH_NUMBER:
            texts = [one.value for one in node.args[:2] if isinstance(one, ast.Constant) and isinstance(one.value, str)]
            if len(texts) == len(node.args[:2]):
                yield texts[0], texts[1]


def collect(sources: list[Path], ts_file: Path, engine: Sequence[str] = ()) -> None:
    """Bring the texts of Python files, and those of the engine, into a .ts file; translations that are there stay,
    texts that are gone go.

    Raises: subprocess.CalledProcessError with what lupdate says.
    """
    with TemporaryDirectory() as folder:
        marked = Path(folder) / "marked.py"  # as lupdate knows it
        lines = [f"translate({CONTEXT!r}, {text!r})\n" for text in engine]
        numbered = sorted({pair for path in sources for pair in numbered_texts(path)})
        lines += [f'translate({context!r}, {text!r}, "", 1)\n' for context, text in numbered]
        marked.write_text("".join(lines), encoding="utf-8")
        _lupdate([marked, *sources], ts_file)  # the first mention says whether a text has a number


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _card_texts(path: Path) -> Iterator[str]:
    card = tomllib.loads(path.read_text(encoding="utf-8"))
    return (card[name] for name in CARD_TEXTS if card.get(name))


def _lupdate(sources: list[Path], ts_file: Path) -> None:
    language = ts_file.stem.removeprefix(PREFIX)
    options = ["-locations", "none", "-no-obsolete", "-source-language", "en", "-target-language", language]
    if language == SOURCE:
        options.append("-pluralonly")
    _run("pyside6-lupdate", *options, *(str(path) for path in sources), "-ts", str(ts_file))


def build(ts_file: Path) -> Path:
    """Build the .qm file beside a .ts file; texts that are not translated stay English in it.

    Raises: subprocess.CalledProcessError with what lrelease says.
    """
    qm_file = ts_file.with_suffix(".qm")
    beside = qm_file.with_name(f"{qm_file.name}.new")
    _run("pyside6-lrelease", str(ts_file), "-qm", str(beside))
    beside.replace(qm_file)  # a program that runs has the old file in its memory and must not lose it
    return qm_file


def unfinished(ts_file: Path) -> list[str]:
    """The English texts that are not translated yet, each with its context."""
    missing: list[str] = []
    for context in ElementTree.parse(ts_file).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") == "unfinished":
                missing.append(f"{context.findtext('name')}: {message.findtext('source')}")
    return missing


def main(arguments: list[str] | None = None) -> int:
    """Update every language. Returns 1 with --check if texts are missing."""
    parser = argparse.ArgumentParser(description="Collect the window's texts and build its translations.")
    parser.add_argument("--check", action="store_true", help="end with 1 if a text is not translated yet")
    parser.add_argument("--new", metavar="CODE", help="begin a language, such as es or pt_BR")
    parser.add_argument("--folder", type=Path, default=ROOT / "resources" / "translations", help="where the files are")
    options = parser.parse_args(arguments)
    engine = engine_texts()
    missing: list[str] = []
    begun = [options.folder / f"{PREFIX}{options.new}.ts"] if options.new else []
    for ts_file in sorted({*options.folder.glob(f"{PREFIX}*.ts"), *begun}):
        collect(window_sources(), ts_file, engine)
        build(ts_file)
        found = unfinished(ts_file)
        print(f"{ts_file.name}: {len(found)} texts are not translated yet")
        for text in found if options.check else []:
            print(f"  {text}")
        missing += found
    return 1 if options.check and missing else 0


def _run(tool: str, *arguments: str) -> None:
    beside_python = Path(sys.executable).parent / tool  # the tools of the environment that runs this
    subprocess.run([str(beside_python), *arguments], check=True, capture_output=True, text=True)


if __name__ == "__main__":
    sys.exit(main())
