"""Fuzzes one of the parsers that are written here, led by what parts of it an input reaches.

    python -m pip install atheris
    python -m tests.fuzz.with_atheris exif FOLDER -max_total_time=450

FOLDER keeps the inputs that reached something new; `tests/fuzz/corpus` holds a few of them, which the tests run. What
comes after it are libFuzzer's own options. It stops at the first input that raises what its parser may not raise, takes
ten seconds or 700 MB, and writes that input into FOLDER.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris  # pyright: ignore[reportMissingModuleSource] an extra

with atheris.instrument_imports(include=["engine.photo_io"]):  # pyright: ignore
    from tests.fuzz.parsers import PARSERS, first_inputs

CORPUS = Path(__file__).with_name("corpus")


def main(name: str, folder: Path, *options: str) -> None:
    """Fuzz until the options say that it is enough."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(first_inputs(name)):
        (folder / f"first-{number}").write_bytes(data)
    limits = ("-max_len=16384", "-timeout=10", "-rss_limit_mb=700", f"-artifact_prefix={folder}/")
    atheris.Setup(  # pyright: ignore
        [sys.argv[0], *limits, *options, str(folder), str(CORPUS / name)], PARSERS[name]
    )
    atheris.Fuzz()  # pyright: ignore


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:])
