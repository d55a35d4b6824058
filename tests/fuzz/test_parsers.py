"""The parsers that are written here, on a few inputs that a fuzzer led by coverage found, and on damaged ones."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tests.fuzz.mutators import MUTATORS, scattered
from tests.fuzz.parsers import PARSERS, first_inputs

CORPUS = Path(__file__).with_name("corpus")
MOST_BYTES = 200_000  # of the corpus, which is kept small


@pytest.mark.parametrize("name", PARSERS)
def test_a_parser_raises_nothing_that_it_may_not(name: str, inputs: int, random: np.random.Generator):
    kept = [path.read_bytes() for path in sorted((CORPUS / name).iterdir())]
    assert kept
    for data in kept:
        PARSERS[name](data)
    files = first_inputs(name) + kept
    mutate = MUTATORS["PNG" if name == "png_chunks" else "TIFF"]
    for number in range(inputs):
        data = files[number % len(files)]
        is_whole = data.startswith((b"II*\0", b"MM\0*", b"\x89PNG")) and len(data) > 200
        PARSERS[name](mutate(data, random) if is_whole and number % 2 else scattered(data, random))


def test_the_corpus_stays_small():
    assert sum(path.stat().st_size for path in CORPUS.rglob("*") if path.is_file()) < MOST_BYTES
