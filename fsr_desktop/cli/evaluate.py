"""`fsr-desktop evaluate`: how good models are on photos whose good version is known."""

from __future__ import annotations

import argparse
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from engine.context import JobContext
from engine.errors import EngineError
from fsr_desktop.cli.console import print_json, say, say_error
from fsr_desktop.cli.main import OK, SOME_FAILED

PIPE_COLUMNS = 150  # characters, where the output is no terminal that would tell its width


def run(options: argparse.Namespace) -> int:
    """Score the models. Returns: 1 if nothing could be scored or a model failed on a face."""
    from engine.evaluation.evaluate import EvaluationOptions, evaluate  # heavy, so only now
    from engine.evaluation.report import record_of

    try:
        with _progress() as context:
            evaluation = evaluate(
                EvaluationOptions(
                    data=Path(options.data),
                    methods=options.models,
                    scale=None if options.blind else options.scale,
                    seed=options.seed,
                    limit=options.limit,
                    score_size=options.score_size,
                    device=options.device,
                    sheet=Path(options.sheet) if options.sheet else None,
                    overwrite=options.overwrite,
                ),
                context,
            )
    except EngineError as error:
        say_error(error)
        return SOME_FAILED
    if options.json:
        print_json(record_of(evaluation))
    else:
        _print_tables(evaluation)
    _tell(evaluation, sheet=options.sheet)
    return SOME_FAILED if any(method.restored.reasons for method in evaluation.methods) else OK


def _print_tables(evaluation: Any) -> None:
    from rich.console import Console

    from engine.evaluation.tables import tables_of

    console = Console()
    if not console.is_terminal:
        console = Console(width=PIPE_COLUMNS)
    for table in tables_of(evaluation):
        console.print(table)


def _tell(evaluation: Any, *, sheet: str | None) -> None:
    """What the numbers leave out, on standard error."""
    from engine.evaluation.report import failures_of, metric_titles

    if evaluation.landmarks:
        say(f"NRMSE and AUC: {evaluation.landmarks}, on the restoration and on the truth.")
    for key, how in evaluation.missing.items():
        say(f"{metric_titles([key])} left out: {how}")
    for method in evaluation.methods:
        faces = len(method.trial.portraits)
        for key, count in failures_of(method).items():
            say(f"{method.name}: {metric_titles([key])} could not be computed on {count} of {faces} faces.")
        for reason in sorted(set(method.restored.reasons)):
            say(f"{method.name}: {reason}")
        if method.restored.provider:
            say(f"{method.name} ran on {method.restored.provider}.")
    if evaluation.left_out:
        first = evaluation.left_out[0]
        say(f"{len(evaluation.left_out)} photos or faces were not used (--json lists them). First: {first.path.name}: "
            f"{first.reason}.")  # fmt: skip
    if sheet:
        say(f"The figure is {sheet}.")


@contextmanager
def _progress() -> Generator[JobContext]:
    """A progress bar on standard error where that is a console."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    if not console.is_terminal:
        yield JobContext()
        return
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as bars:
        bar = bars.add_task("starting", total=1.0)
        yield JobContext(lambda fraction, stage: bars.update(bar, completed=fraction, description=str(stage)))
