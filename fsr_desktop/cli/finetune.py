"""`fsr-desktop finetune`: a model of the user's own, from an installed one and his photos."""

from __future__ import annotations

import argparse
import dataclasses
import time
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.context import Cancelled, JobContext
from engine.errors import EngineError
from engine.models.registry import find_model
from fsr_desktop.cli.console import error_record, print_json, say, say_error
from fsr_desktop.cli.interrupt import interrupts_cancel
from fsr_desktop.cli.main import INTERRUPTED, OK, SOME_FAILED
from fsr_desktop.cli.missing_extra import missing_extra
from fsr_desktop.cli.score_table import print_beside

if TYPE_CHECKING:
    from engine.evaluation.standing import Standing
    from engine.messages import Message
    from engine.training.finetune_types import FinetuneEvent, FinetuneResult

LINE_EVERY_S = 15.0  # where standard error is no console
STAGES = {
    "faces": "looking for faces",
    "speed": "measuring the speed",
    "training": "training",
    "export": "exporting and scoring",
}


def run(options: argparse.Namespace) -> int:
    """Fine-tune; the new model's id is the one line on standard output. Returns 1 if none was kept."""
    try:
        result = _finetune(options)
    except Cancelled as stopped:
        say(str(stopped) or "Cancelled.")
        return INTERRUPTED
    except EngineError as error:
        if options.json:
            print_json({"model": None, "error": error_record(error)})
        say_error(error)
        return SOME_FAILED
    if options.json:
        print_json(_record(options.model, result))
    _tell(options.model, result, with_id=not options.json)
    return OK if result.model else SOME_FAILED


def _finetune(options: argparse.Namespace) -> FinetuneResult:
    try:
        from engine.training.finetune import finetune
        from engine.training.finetune_types import FinetuneOptions
    except ModuleNotFoundError as error:
        raise missing_extra("Fine-tuning", error) from error
    photos = Path(options.photos)
    with interrupts_cancel() as is_cancelled, _progress() as (hear, report):
        return finetune(
            find_model(options.model),
            photos,
            name=options.name or photos.resolve().name,
            options=FinetuneOptions(
                layers=options.layers, minutes=options.minutes, seed=options.seed, keep_anyway=options.keep_anyway
            ),
            context=JobContext(hear, is_cancelled),
            report=report,
        )


def _record(base: str, result: FinetuneResult) -> dict[str, Any]:
    return {
        "model": result.model.card.id if result.model else None,
        "parent": base,
        "improved": result.improved,
        "reason": str(result.reason),
        "faces": {"training": result.training_faces, "held_out": result.held_out_faces, "photos": result.photos},
        "steps": result.steps,
        "seconds": round(result.seconds, 1),
        "base_scores": [dataclasses.asdict(score) for score in result.base_scores],
        "scores": [dataclasses.asdict(score) for score in result.scores],
        "standing": {
            "input": dataclasses.asdict(result.given),
            "parent": dataclasses.asdict(result.base),
            "taught": dataclasses.asdict(result.taught),
        },
        "folder": str(result.model.folder) if result.model else None,
    }


def _tell(base: str, result: FinetuneResult, *, with_id: bool) -> None:
    say(
        f"{result.training_faces} faces learnt from, {result.held_out_faces} held out, {result.steps} steps, "
        f"{result.seconds / 60:.1f} minutes."
    )
    _tell_standing((("photos as given", result.given), (base, result.base), ("taught", result.taught)))
    if result.model is None:
        say(f"Nothing was kept: {result.reason}")
        say("  Add photos or give more time; --keep-anyway keeps the result as it is.")
        return
    print_beside(result.base_scores, result.scores, titles=(base, result.model.card.id), error=True)
    say(f"{result.model.card.title}: {result.reason}")
    say(f"  Use it by its id: fsr-desktop restore PHOTO -o DIR --model {result.model.card.id}")
    if with_id:
        print(result.model.card.id, flush=True)


def _tell_standing(rows: Sequence[tuple[str, Standing]]) -> None:
    """The numbers that decide, one line for each."""
    say("On held-out faces, the mean over all sizes of input:")
    width = max(len(name) for name, _ in rows)
    for name, standing in rows:
        say(f"  {name:<{width}}  {_standing(standing)}")


def _standing(standing: Standing) -> str:
    parts = [f"PSNR {standing.psnr_db:.2f} dB"]
    if standing.perceptual is not None:
        parts.append(f"perceptual {standing.perceptual:.4f}")
    if standing.landmarks is not None:
        parts.append(f"landmarks off by {standing.landmarks:.2f} %")
    return "  ".join([*parts, f"sharpness {standing.sharpness:.2f}"])


@contextmanager
def _progress() -> Generator[tuple[Callable[[float, Message], None], Callable[[FinetuneEvent], None]]]:
    """What hears of stages and of events: a line on a console that renews itself, or a line now and then."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda _fraction, _stage: None, _NowAndThen()
        return
    with Progress(BarColumn(), TextColumn("{task.description}", markup=False), console=console, transient=True) as bars:
        bar = bars.add_task("starting", total=1.0)

        def hear(fraction: float, _stage: Message) -> None:
            bars.update(bar, completed=fraction)

        yield hear, lambda event: bars.update(bar, description=_line(event))


class _NowAndThen:
    """Says each stage as it begins, each check, and a step now and then."""

    def __init__(self) -> None:
        self._stage, self._said = "", 0.0

    def __call__(self, event: FinetuneEvent) -> None:
        is_due = event.preview is not None or time.monotonic() - self._said > LINE_EVERY_S
        if event.stage != self._stage or is_due:
            self._stage, self._said = event.stage, time.monotonic()
            say(_line(event))


def _line(event: FinetuneEvent) -> str:
    words = STAGES[event.stage]
    if event.stage != "training":
        return words
    loss = f"  loss {event.loss:.4f}" if event.loss is not None else ""
    minutes = divmod(round(event.eta_s), 60)
    held_out = ""
    if event.standing:
        held_out = f"  held-out faces {_standing(event.standing)}, errors {event.gain:+.1%} smaller"
    return f"{words} {event.step}/{event.steps}{loss}{held_out}  ETA {minutes[0]}:{minutes[1]:02}"
