"""The evaluation in the terminal, in the layout of the papers' tables: methods down, metrics across."""

from __future__ import annotations

from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.table import Table

from engine.evaluation.evaluate import Evaluation, MethodScores
from engine.evaluation.report import group_value, kinds_of_faces, sources_of, summary_of
from engine.evaluation.scores import FACE_METRICS, METRICS, Metric
from engine.evaluation.trial import Layout


def tables_of(evaluation: Evaluation) -> list[Table]:
    """For each kind of crop: the scores, their 95 % intervals, and the scores of each source and kind of photo."""
    layouts = dict.fromkeys(method.trial.layout for method in evaluation.methods)
    tables: list[Table] = []
    for layout in layouts:
        methods = [method for method in evaluation.methods if method.trial.layout == layout]
        seed = evaluation.options.seed
        tables += [
            _scores(methods, _title(evaluation, methods), seed=seed),
            _intervals(methods, seed=seed),
            _breakdown(methods),
        ]
    return tables


def _title(evaluation: Evaluation, methods: list[MethodScores]) -> str:
    trial, options = methods[0].trial, evaluation.options
    made = "blind degradation" if options.scale is None else _bicubic_words(trial.layout, options.scale)
    size = trial.layout.score_size
    faces = "1 face" if len(trial.portraits) == 1 else f"{len(trial.portraits)} faces"
    return f"{trial.layout.crop} crops scored at {size} px, {made}, {faces}"


def _bicubic_words(layout: Layout, scale: int) -> str:
    return f"x{scale}: bicubic {layout.output_size // scale} px to {layout.output_size} px"


def _scores(methods: list[MethodScores], title: str, *, seed: int) -> Table:
    table = _table(title, METRICS, "method")
    for method in methods:
        summaries = [(metric, summary_of(method, metric, seed=seed)) for metric in METRICS]
        table.add_row(method.name, *(_cell(s.value if s else None, m) for m, s in summaries))
    return table


def _intervals(methods: list[MethodScores], *, seed: int) -> Table:
    table = _table("95 % bootstrap intervals of the means (sharpness: of the median)", FACE_METRICS, "method")
    for method in methods:
        cells: list[str] = []
        for metric in FACE_METRICS:
            summary = summary_of(method, metric, seed=seed)
            ends = summary.interval if summary else None
            cells.append("–".join(_cell(end, metric) for end in ends) if ends else "–")
        table.add_row(method.name, *cells)
    return table


def _breakdown(methods: list[MethodScores]) -> Table:
    table = _table(
        "By source, and by what the pixels show (old: grey or of one tone)", FACE_METRICS, "faces of", "", "method"
    )
    groups = {**sources_of(methods[0]), **kinds_of_faces(methods[0])}
    for name, group in groups.items():
        if not group.any():
            continue
        for index, method in enumerate(methods):
            cells = (_cell(group_value(method, metric, group), metric) for metric in FACE_METRICS)
            head = (name, str(int(group.sum()))) if index == 0 else ("", "")
            table.add_row(*head, method.name, *cells, end_section=index == len(methods) - 1)
    return table


def _table(title: str, metrics: Sequence[Metric], *heads: str) -> Table:
    table = Table(title=title, title_justify="left", box=SIMPLE_HEAD, padding=(0, 1), pad_edge=False)
    for head in heads:
        table.add_column(head, no_wrap=bool(head), overflow="fold")
    for metric in metrics:
        table.add_column(f"{metric.title}\n{metric.unit}".strip(), justify="right", no_wrap=True)
    return table


def _cell(value: float | None, metric: Metric) -> str:
    return "–" if value is None else f"{value:.{max(2, metric.digits - 1)}f}"
