"""Restores the photos of a folder that have no result yet, with a detector that finds nothing; "ready" comes first."""

from __future__ import annotations

import sys
from pathlib import Path

import engine.pipeline.restorer
from engine.context import JobContext
from engine.pipeline.batch import BatchOutcome, BatchPhoto, restore_batch
from engine.pipeline.options import RestoreOptions
from engine.types import Face, Pixels

NO_CONTEXT = JobContext()


class NoFaces:
    """Finds nothing, so that no model is loaded."""

    name = "none"

    def detect(self, pixels: Pixels, context: JobContext = NO_CONTEXT) -> list[Face]:
        """No face."""
        return []


def restorer(output: Path) -> engine.pipeline.restorer.Restorer:
    """What restores, without a detector and models."""
    engine.pipeline.restorer.load_detector = lambda *_given, **_named: NoFaces()  # pyright: ignore
    return engine.pipeline.restorer.Restorer(RestoreOptions(), output=output, device="cpu")


def restore(folder: Path, output: Path) -> list[BatchOutcome]:
    """What became of each photo without a result."""
    paths = sorted(path for path in folder.iterdir() if not list(output.glob(f"{path.stem}_restored.*")))
    photos = [BatchPhoto(path, output, f"{path.stem}_restored") for path in paths]
    told: list[BatchOutcome] = []
    restore_batch(photos, restorer(output), context_of=lambda _index: NO_CONTEXT, tell=told.append)
    return told


if __name__ == "__main__":
    from engine.photo_io import reading, writing

    assert reading and writing  # loaded before it counts
    print("ready", flush=True)
    restore(Path(sys.argv[1]), Path(sys.argv[2]))
