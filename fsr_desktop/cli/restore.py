"""`fsr-desktop restore`: photos in, restored photos out."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import cast

from engine.errors import EngineError
from engine.pipeline.auto_scale import AUTO_SCALE
from engine.pipeline.options import RestoreOptions, Scale, parse_faces
from engine.types import Box
from fsr_desktop.cli.chosen_photos import choose_photos
from fsr_desktop.cli.console import say, say_error
from fsr_desktop.cli.main import SOME_FAILED, USAGE
from fsr_desktop.cli.photo_report import check_report
from fsr_desktop.cli.photo_run import PhotoRun


def run(options: argparse.Namespace) -> int:
    """Restore each photo; a photo that fails does not stop the others."""
    if os.path.exists(options.output) and not os.path.isdir(options.output):
        say(f"-o names a folder, but {options.output} is a file.")
        return USAGE
    chosen = choose_photos(options.photos, Path(options.output))
    if options.box and len(chosen.photos) > 1:
        say("--box gives the faces of one photo, but several photos were named.")
        return USAGE
    try:
        request = _request(options)
        if options.report:
            check_report(Path(options.report), overwrite=options.overwrite)
    except EngineError as error:
        say_error(error)
        return USAGE
    photos = PhotoRun(chosen, options)
    if not photos.waiting:
        return photos.end()
    from engine.pipeline.restorer import Restorer  # heavy, so only now

    try:
        restorer = Restorer(
            request,
            output=Path(options.output),
            device=options.device,
            fast=options.fast,
            detector=options.detector,
            min_score=options.min_score,
            suffix=None if options.format == "auto" else f".{options.format}",
            save_crops=options.save_crops,
            boxes=tuple(Box(*numbers) for numbers in options.box),
            use_regions=options.use_regions,
            max_megapixels=options.max_megapixels,
            record=not options.no_record,
            keep_date=options.keep_date,
        )
    except EngineError as error:
        say_error(error)
        return SOME_FAILED
    return photos.restore(restorer)


def _request(options: argparse.Namespace) -> RestoreOptions:
    return RestoreOptions(
        model=options.model,
        faces=parse_faces(options.faces),
        strength=options.strength,
        scale=cast(Scale, AUTO_SCALE if options.scale == "auto" else int(options.scale)),
        match_grain=options.match_grain,
        include_large=options.large_faces,
        outside_range=options.outside_range,
    )
