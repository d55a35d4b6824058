"""`fsr-desktop degrade`: what a training recipe does to a face of a photo, as a sheet to look at."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from engine.errors import DetectionError, EngineError
from engine.pipeline.options import FaceChoice, parse_faces
from fsr_desktop.cli.console import print_path, say, say_error
from fsr_desktop.cli.main import OK, SOME_FAILED, USAGE

if TYPE_CHECKING:
    from engine.datasets.portraits import Portrait
    from engine.training.recipe import Recipe
    from engine.types import Face, Floats, Photo

LARGEST_TILE = 256  # px; faces are shown at the size of the recipe's network, up to this


def run(options: argparse.Namespace) -> int:
    """Write one sheet for each chosen face; the sheets' paths are the lines on standard output."""
    try:
        choice = parse_faces(options.faces)
    except EngineError as error:
        say_error(error)
        return USAGE
    try:
        for target in _write_sheets(options, choice):
            print_path(target)
    except EngineError as error:
        say_error(error, where=options.photo)
        return SOME_FAILED
    return OK


def _write_sheets(options: argparse.Namespace, choice: FaceChoice) -> list[Path]:
    from engine.degradation.contact_sheet import contact_sheet
    from engine.degradation.damage import load_damage
    from engine.detection.registry import load_detector
    from engine.photo_io import write_photo
    from engine.photo_io.confined import read_confined
    from engine.training.recipe import read_recipe
    from engine.training.recipes_shipped import find_recipe
    from engine.types import Photo

    recipe = read_recipe(find_recipe(options.recipe))
    masks = load_damage(Path(options.damage)) if options.damage else None
    if recipe.degradation.damage.probability and masks is None:
        say("Film damage is not shown: its masks are no part of the recipe. Give their folder by --damage.")
    photo = read_confined(Path(options.photo))
    found = load_detector(options.detector, min_score=options.min_score).detect(photo.pixels)
    written: list[Path] = []
    for face in _chosen(found, choice):
        image = _face_image(photo, face, recipe)
        sheet = contact_sheet(image, recipe.degradation, face_px=image.shape[0], seed=options.seed, damage=masks)
        written.append(write_photo(Photo(pixels=sheet, path=photo.path), _target(options), numbered=True))
    return written


def _chosen(faces: list[Face], choice: FaceChoice) -> list[Face]:
    """The faces asked for; they come from the detector with the largest first. Raises: DetectionError."""
    if not faces:
        raise DetectionError("No face was found.", hint="Choose a photo with an upright face of 20 px or more.")
    if choice == "all":
        return faces
    if choice == "largest":
        return faces[:1]
    missing = [number for number in choice if not 1 <= number <= len(faces)]
    if missing:
        raise DetectionError(
            "There is no face {missing}; {faces} found.",
            hint="Faces are counted from 1, the largest.",
            missing=missing[0],
            faces=len(faces),
        )
    return [faces[number - 1] for number in choice]


def _face_image(photo: Photo, face: Face, recipe: Recipe) -> Floats:
    """The face as the recipe's model sees it, `(side, side, 3)` in [0, 1]."""
    import numpy as np

    from engine.datasets.photo_faces import portrait_of
    from engine.datasets.portraits import cut_quad, cut_square, quad_side

    portrait: Portrait = portrait_of(photo, face, name="", source="", split="all")
    side = min(LARGEST_TILE, int(recipe.network.size))
    detail = quad_side(portrait) if recipe.data.crop == "ffhq" else portrait.tight_side
    if detail < side:
        say(f"The face is only {detail:.0f} px wide and is shown at {side} px; choose a larger one to see more.")
    if recipe.data.crop == "ffhq":
        pixels = cut_quad(portrait, side_px=side)
    else:
        pixels = cut_square(portrait, side_px=side, extent=1.0)
    return pixels.astype(np.float32) / np.float32(255)


def _target(options: argparse.Namespace) -> Path:
    photo = Path(options.photo)
    name = f"{photo.stem}_degraded.png"
    if options.output is None:
        return photo.with_name(name)
    asked = Path(options.output)
    return asked / name if asked.is_dir() else asked
