"""The README's picture: `python packaging/scripts/make_figure.py`. Restores two samples; above the input, below the
result."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image

from engine.context import JobContext
from engine.detection.registry import load_detector
from engine.paths import samples_folder
from engine.photo_io import read_photo
from engine.pipeline.options import RestoreOptions
from engine.pipeline.restore import restore_photo
from engine.runtime.sessions import ModelCache

SAMPLES = ("astronaut-32px.png", "two-people.jpg")
TILE = 256  # px
TARGET = Path(__file__).parents[1] / "screenshots" / "before-after.png"


def main() -> None:
    """One column for each face of the samples: the crop, the restoration, the mean attention map."""
    columns: list[Image.Image] = []
    for name in SAMPLES:
        photo = read_photo(samples_folder() / name)
        result = restore_photo(
            photo,
            RestoreOptions(scale=4),
            detector=load_detector(),
            models=ModelCache("cpu"),
            context=JobContext(),
        )
        for face in result.faces:
            assert face.crop is not None and face.restored is not None
            assert face.restoration is not None and face.restoration.attention is not None
            attention = face.restoration.attention["up_1"][0, 0]
            columns.append(_column([face.crop, face.restored, np.repeat(attention[..., None], 3, axis=2)]))
    sheet = Image.new("RGB", (TILE * len(columns), TILE * 3))
    for index, column in enumerate(columns):
        sheet.paste(column, (TILE * index, 0))
    TARGET.parent.mkdir(exist_ok=True)
    sheet.save(TARGET, optimize=True)


def _column(images: list[np.ndarray]) -> Image.Image:
    column = Image.new("RGB", (TILE, TILE * len(images)))
    for index, image in enumerate(images):
        tile = Image.fromarray(np.rint(image * 255).astype(np.uint8))
        column.paste(tile.resize((TILE, TILE), Image.Resampling.NEAREST), (0, TILE * index))
    return column


if __name__ == "__main__":
    main()
