"""Collect the window's texts for the translators, and build what the program loads.

`python packaging/scripts/update_translations.py` brings `resources/translations/fsr_de.ts` up to date and builds
`fsr_de.qm`; with `--check` it ends with 1 if a text is not translated yet.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("de", "en")
SOURCE = "en"  # of it only the texts with a number are translated: a form for one, and one for more


def collect(sources: list[Path], ts_file: Path) -> None:
    """Bring the texts of Python files into a .ts file; translations that are there stay, texts that are gone go.

    Raises: subprocess.CalledProcessError with what lupdate says.
    """
    language = ts_file.stem.rpartition("_")[2]
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
    parser.add_argument("--folder", type=Path, default=ROOT / "resources" / "translations", help="where the files are")
    options = parser.parse_args(arguments)
    sources = sorted((ROOT / "fsr_desktop").rglob("*.py"))
    missing: list[str] = []
    for language in LANGUAGES:
        ts_file = options.folder / f"fsr_{language}.ts"
        collect(sources, ts_file)
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
