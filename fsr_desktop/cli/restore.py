"""`fsr-desktop restore`: photos in, restored photos out."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

from engine.context import JobContext
from engine.errors import EngineError
from engine.messages import Message
from engine.pipeline.auto_scale import AUTO_SCALE
from engine.pipeline.model_choice import AUTO
from engine.pipeline.options import RestoreOptions, Scale, parse_faces
from engine.types import Box
from fsr_desktop.cli.console import error_record, print_json, say, say_error
from fsr_desktop.cli.main import OK, SOME_FAILED, USAGE


def run(options: argparse.Namespace) -> int:
    """Restore each photo; a photo that fails does not stop the others."""
    if options.box and len(options.photos) > 1:
        say("--box gives the faces of one photo, but several photos were named.")
        return USAGE
    if options.outside_range and options.model == AUTO:
        say("--outside-range needs a model: --model ID. auto takes the one that is meant for a face's size.")
        return USAGE
    try:
        request = _request(options)
    except EngineError as error:
        say_error(error)
        return USAGE
    from engine.pipeline.restorer import Restorer  # heavy, so only now

    try:
        restorer = Restorer(
            request,
            output=Path(options.output),
            device=options.device,
            detector=options.detector,
            suffix=None if options.format == "auto" else f".{options.format}",
            save_crops=options.save_crops,
            boxes=tuple(Box(*numbers) for numbers in options.box),
            max_megapixels=options.max_megapixels,
            record=not options.no_record,
            keep_date=options.keep_date,
        )
    except EngineError as error:
        say_error(error)
        return SOME_FAILED
    with _progress(options.photos) as context_of:
        good = [
            _restore_one(name, restorer, context_of(index), as_json=options.json, all_pages=options.pages == "all")
            for index, name in enumerate(options.photos)
        ]
    return OK if all(good) else SOME_FAILED


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


def _restore_one(name: str, restorer: Any, context: JobContext, *, as_json: bool, all_pages: bool) -> bool:
    """Restore one photo, or all pages of it, and report it. Returns: whether nothing failed."""
    from engine.photo_io import page_count

    try:
        count = page_count(Path(name)) if all_pages else 1
    except EngineError:
        count = 1  # restoring it says what is wrong
    pages = range(1, count + 1)
    return all([_restore_page(name, restorer, context, page, count, as_json=as_json) for page in pages])


def _restore_page(name: str, restorer: Any, context: JobContext, page: int, count: int, *, as_json: bool) -> bool:
    started = time.monotonic()
    part = context.part((page - 1) / count, page / count)
    try:
        done = restorer.restore(Path(name), part, page=page, page_count=count)
    except EngineError as error:
        record: dict[str, Any] = {"photo": name, "page": page, "output": None, "seconds": _since(started), "faces": []}
        if as_json:
            print_json({**record, "error": error_record(error)})
        say_error(error, where=name)
        return False
    faces = [_face_record(face) for face in done.result.faces]
    if as_json:
        print_json(
            {
                "photo": name,
                "page": page,
                "output": str(done.output),
                "seconds": _since(started),
                "faces": faces,
                "provider": done.result.provider,
                "scale": done.result.scale,
                "scale_reason": str(done.result.scale_reason),
                "crops": [str(path) for path in done.crops],
                "regions": [{"box": _numbers(region.box), "name": region.name} for region in done.regions],
                "notes": [str(note) for note in done.result.photo.notes],
            }
        )
    else:
        _tell(name, done, faces)
    return all(face["status"] != "failed" for face in faces)


def _face_record(face: Any) -> dict[str, Any]:
    box = face.face.box
    points = face.face.points
    return {
        "box": _numbers(box),
        "points": [] if points is None else [[round(float(x), 2), round(float(y), 2)] for x, y in points],
        "score": round(float(face.face.score), 4),
        "model": face.model,
        "status": face.status,
        "reason": str(face.reason),
        "outside_range": face.outside_range,
        "seconds": round(face.seconds, 4),
    }


def _numbers(box: Box) -> list[float]:
    return [round(float(v), 2) for v in (box.left, box.top, box.width, box.height)]


def _tell(name: str, done: Any, faces: Sequence[dict[str, Any]]) -> None:
    """A few lines for people; the path of the result is the one line on standard output."""
    counts = ", ".join(
        f"{sum(face['status'] == status for face in faces)} {status}"
        for status in ("restored", "skipped", "failed")
        if any(face["status"] == status for face in faces)
    )
    say(f"{name}: {counts or 'no face found; the photo is written as it is'}.")
    for number, face in enumerate(faces, start=1):
        if face["status"] != "restored":
            say(f"  face {number} {face['status']}: {face['reason']}")
        elif face["outside_range"]:
            say(f"  face {number} is outside the range that {face['model']} is meant for: do not rely on it")
    if any(face["status"] == "restored" for face in faces) and done.result.scale_reason:
        keep = " --scale 1 keeps the size." if done.result.scale > 1 else ""
        say(f"  {done.result.scale_reason}{keep}")
    for note in done.result.photo.notes:
        say(f"  {note}")
    if done.result.provider:
        say(f"  ran on {done.result.provider}")
    if done.hint:
        say(f"  {done.hint}")
    print(str(done.output), flush=True)


def _since(started: float) -> float:
    return round(time.monotonic() - started, 3)


@contextmanager
def _progress(names: Sequence[str]) -> Any:
    """Progress bars on standard error where that is a console; gives the context of each photo."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda _index: JobContext()
        return
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as bars:
        bar = bars.add_task("starting", total=float(len(names)))

        def context_of(index: int) -> JobContext:
            def report(fraction: float, stage: Message) -> None:
                bars.update(bar, completed=index + fraction, description=f"{Path(names[index]).name}: {stage}")

            return JobContext(report)

        give: Callable[[int], JobContext] = context_of
        yield give
