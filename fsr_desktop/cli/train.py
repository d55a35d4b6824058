"""`fsr-desktop train`: a network trained by a recipe, on one device or several."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from engine.context import Cancelled, JobContext
from engine.errors import EngineError
from fsr_desktop.cli.console import say, say_error
from fsr_desktop.cli.interrupt import interrupts_cancel
from fsr_desktop.cli.main import INTERRUPTED, OK, SOME_FAILED
from fsr_desktop.cli.missing_extra import missing_extra

if TYPE_CHECKING:
    from engine.messages import Message
    from engine.training.loop import Progress
    from engine.training.runs import Beginning, RunRequest

LINE_EVERY = 50  # steps, where standard error is no console


def run(options: argparse.Namespace) -> int:
    """Train; the path of the last checkpoint is the one line on standard output."""
    try:
        from engine.training.runs import RunRequest
    except ModuleNotFoundError as error:
        say_error(missing_extra("Training", error))
        return SOME_FAILED
    request = RunRequest(
        recipe=options.recipe,
        data=Path(options.data),
        out=Path(options.out),
        resume=options.resume,
        start=Path(options.start) if options.start else None,
        damage=Path(options.damage) if options.damage else None,
        steps=options.steps,
        stop_at=options.stop_at,
        devices=options.devices,
        accelerator=options.accelerator,
        strategy=options.strategy,
    )
    try:
        return _train(request)
    except EngineError as error:
        say_error(error)
        return SOME_FAILED


def _train(request: RunRequest) -> int:
    from engine.training.processes import is_first_process
    from engine.training.runs import run_training

    def begin(facts: Beginning) -> None:
        say(
            f"{facts.recipe.name}: {facts.training_faces} faces to train on, {facts.validation_faces} to validate on, "
            f"{facts.recipe.optimiser.steps} steps, {facts.processes} process(es)."
        )

    with interrupts_cancel() as is_cancelled, _progress() as (hear, report):
        try:
            last = run_training(request, context=JobContext(hear, is_cancelled), begin=begin, report=report)
        except Cancelled:
            # The first process speaks for all; a code that is not 0 from another one would make Fabric kill it.
            return _say_how_to_resume(request) if is_first_process() else OK
    if is_first_process():
        print(last, flush=True)
    return OK


def _say_how_to_resume(request: RunRequest) -> int:
    from engine.training.checkpoints import LAST_NAME, read_facts

    last = request.out / LAST_NAME
    if last.is_file():
        say(f"Cancelled. {last} is kept at step {read_facts(last)[0]}; go on with the same command and --resume.")
    else:
        say("Cancelled before the first checkpoint.")
    return INTERRUPTED


@contextmanager
def _progress() -> Generator[tuple[Callable[[float, Message], None], Callable[[Progress], None]]]:
    """What hears of stages and of steps: a line on a console that renews itself, or a line now and then."""
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn
    from rich.progress import Progress as Bars

    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda _fraction, _stage: None, _say_now_and_then
        return
    with Bars(BarColumn(), TextColumn("{task.description}", markup=False), console=console, transient=True) as bars:
        bar = bars.add_task("starting", total=1.0)

        def hear(fraction: float, stage: Message) -> None:
            if str(stage) != "training":
                bars.update(bar, completed=fraction, description=str(stage))

        def report(progress: Progress) -> None:
            bars.update(bar, completed=progress.step / progress.steps, description=_line(progress))
            if progress.scores:
                bars.console.print(_scores(progress), markup=False, highlight=False)

        yield hear, report


def _say_now_and_then(progress: Progress) -> None:
    if progress.step % LINE_EVERY == 0 or progress.step in (1, progress.steps):
        say(_line(progress))
    if progress.scores:
        say(_scores(progress))


def _line(progress: Progress) -> str:
    losses = " ".join(f"{name} {value:.4f}" for name, value in progress.losses.items())
    minutes, seconds = divmod(round(progress.eta_s), 60)
    speed = f"{progress.images_per_s:.1f} img/s  ETA {minutes}:{seconds:02}"
    return f"step {progress.step}/{progress.steps}  {losses}  {speed}"


def _scores(progress: Progress) -> str:
    return f"step {progress.step}  " + " ".join(f"{name} {value:.4f}" for name, value in progress.scores.items())
