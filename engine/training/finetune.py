"""Fine-tuning: an installed model fitted to a user's own photos, by photos that were held out."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from torch import Tensor

from engine.context import Cancelled, JobContext
from engine.datasets.open_faces import open_faces
from engine.datasets.portraits import Portrait
from engine.errors import DataError
from engine.files import make_own_folder, refused
from engine.messages import Message, message
from engine.models.registry import InstalledModel
from engine.paths import user_data_folder
from engine.training.checkpoints import LAST_NAME
from engine.training.finetune_faces import ChosenFaces, choose_faces
from engine.training.finetune_held_out import held_out_inputs
from engine.training.finetune_judge import judged
from engine.training.finetune_measures import Measured, Measurer, load_meters
from engine.training.finetune_plan import Rebuilt, finetune_recipe, is_trained, rebuild, scheduled
from engine.training.finetune_result import Words, export_candidate, free_id, install, onnx_measured
from engine.training.finetune_types import (
    RATES,
    FinetuneEvent,
    FinetuneOptions,
    FinetuneResult,
    Stage,
    kept_words,
)
from engine.training.finetune_watch import CheckTold, Watch
from engine.training.loop import Progress, train
from engine.training.pairs import PairSource, make_pairs
from engine.training.recipe import Recipe

BEST_NAME = "best.safetensors"
SPEED_STEPS, FEWEST_SPEED_STEPS = 10, 3
SPEED_SHARE = 0.1  # of the time: a slow machine measures fewer steps
USED_SHARE = 0.9  # of the time; the rest is for a machine that grows slower, and for the export
CHECK_SHARE = 8  # checks take at most one part in so many of the time


def finetune(
    model: InstalledModel,
    photos: Path | Sequence[Portrait],
    *,
    name: str,
    options: FinetuneOptions,
    context: JobContext,
    report: Callable[[FinetuneEvent], None],
    folder_name: str = "",
) -> FinetuneResult:
    """Fit a model to the faces of a folder of photos, or to faces that were already found in the folder of that name.

    The new model is installed among the user's own if it is better than `model` on the held-out faces. What is trained
    and how long is in `options`. Raises: DataError for too few or too small faces; ModelError for a model whose
    network cannot be rebuilt; Cancelled, saying where the best weights so far are kept.
    """
    rebuilt = rebuild(model)
    recipe = finetune_recipe(model.card, rebuilt.config, options)
    faces = _faces(model, photos, recipe, options, context.part(0, 0.1), report)
    report(FinetuneEvent(stage="speed"))  # before anything that takes long
    work = user_data_folder() / "finetune" / free_id(name)
    _make_folder(work)
    run: _Finetuning | None = None
    folder_name = photos.resolve().name if isinstance(photos, Path) else folder_name
    try:
        run = _Finetuning(model, rebuilt, faces, options, work, context, report)
        state = run.train(recipe)
        result = run.finish(state, name=name, folder_name=folder_name)
    except Cancelled as stopped:
        kept, is_better = (run.kept(), run.is_better) if run else (None, False)
        raise Cancelled(kept_words(kept, is_better=is_better)) from stopped
    shutil.rmtree(work, ignore_errors=True)
    return result


def _faces(
    model: InstalledModel,
    photos: Path | Sequence[Portrait],
    recipe: Recipe,
    options: FinetuneOptions,
    context: JobContext,
    report: Callable[[FinetuneEvent], None],
) -> ChosenFaces:
    report(FinetuneEvent(stage="faces"))
    found = open_faces(photos, split="all", context=context).portraits if isinstance(photos, Path) else photos
    min_detail = recipe.data.min_detail
    return choose_faces(found, min_detail=min_detail, what=model.card.id, left_out=options.left_out)


def _make_folder(work: Path) -> None:
    """An empty folder for the run; what a cancelled one of the same name left there is replaced."""
    try:
        shutil.rmtree(work, ignore_errors=True)
        make_own_folder(work)
    except OSError as error:
        raise DataError(refused(work, error, doing="fill")) from error


class _Finetuning:
    """One fine-tuning: measure the speed, train as long as there is time, export the best weights."""

    def __init__(
        self,
        model: InstalledModel,
        rebuilt: Rebuilt,
        faces: ChosenFaces,
        options: FinetuneOptions,
        work: Path,
        context: JobContext,
        report: Callable[[FinetuneEvent], None],
    ) -> None:
        self._model, self._rebuilt, self._faces, self._options = model, rebuilt, faces, options
        self._work, self._context, self._report = work, context, report
        self._started = time.monotonic()
        self._deadline = self._started + options.minutes * 60
        self._held_out = held_out_inputs(faces.held_out, model.card, context)
        self._measurer = Measurer(self._held_out, load_meters())
        self._told: CheckTold | None = None
        self._now = Progress(0, 0, {}, 0.0, 0.0)
        self._watch = Watch(
            rebuilt.network(),
            self._held_out,
            self._measurer,
            kept=work / BEST_NAME,
            patience=options.patience,
            tell=self._tell_check,
            context=context,
        )

    def train(self, recipe: Recipe) -> dict[str, Tensor] | None:
        """The best weights, or None if none were better than the parent's (with `keep_anyway`: the last ones)."""
        pairs = make_pairs(self._faces.training, recipe, size=self._model.card.output_size)
        recipe = self._plan(recipe, pairs)
        self._watch.recipe = recipe
        is_over = self._context.is_cancelled

        def is_done() -> bool:
            has_looked = self._watch.last is not None
            return is_over() or self._watch.is_settled or (has_looked and time.monotonic() > self._deadline)

        context = replace(self._context.part(0.15, 0.95), is_cancelled=is_done)
        try:
            self._run(recipe, pairs, context, stage="training", validate=True)
        except Cancelled:  # by the user, or because it is done
            if is_over():
                raise
        self._watch.step_back()
        if self._watch.best is None and self._options.keep_anyway:
            return self._watch.last
        return self._watch.best

    @property
    def is_better(self) -> bool:
        """Whether a check found better weights than the parent's."""
        return self._watch.kept is not None

    def kept(self) -> Path | None:
        """The best weights; those of the last checkpoint where none were better than the parent's."""
        last = self._work / LAST_NAME
        return self._watch.kept or (last if last.is_file() else None)

    def _plan(self, recipe: Recipe, pairs: PairSource) -> Recipe:
        """The recipe with as many steps as there is time for: a cosine schedule must know its end beforehand."""
        moments: list[float] = []
        trial = scheduled(recipe, steps=SPEED_STEPS, check_every=SPEED_STEPS)
        is_over, enough = self._context.is_cancelled, self._started + SPEED_SHARE * (self._deadline - self._started)

        def is_measured() -> bool:
            return is_over() or (len(moments) >= FEWEST_SPEED_STEPS and time.monotonic() > enough)

        context = replace(self._context, report=lambda _fraction, _stage: None, is_cancelled=is_measured)
        try:
            self._run(trial, pairs, context, stage="speed", hear=lambda _progress: moments.append(time.monotonic()))
        except Cancelled:
            if is_over():
                raise
        (self._work / LAST_NAME).unlink(missing_ok=True)
        step_s = max((moments[-1] - moments[1]) / (len(moments) - 2), 1e-4)  # the first two steps are slow
        check_s = max(self._options.check_every_s, CHECK_SHARE * self._watch.check_s)
        left = max(0.0, USED_SHARE * (self._deadline - time.monotonic())) * check_s / (check_s + self._watch.check_s)
        steps = max(1, min(self._options.most_steps, round(left / step_s)))
        return scheduled(recipe, steps=steps, check_every=max(1, min(round(check_s / step_s), steps // 4)))

    def _run(
        self,
        recipe: Recipe,
        pairs: PairSource,
        context: JobContext,
        *,
        stage: Stage,
        validate: bool = False,
        hear: Callable[[Progress], None] | None = None,
    ) -> None:
        def tell(progress: Progress) -> None:
            self._now = progress
            if hear:
                hear(progress)
            self._report(self._event(stage))

        train(
            recipe,
            pairs,
            self._work,
            context=context,
            start=self._rebuilt.state,
            validate=self._watch if validate else None,
            report=tell,
            trainable=lambda name: is_trained(self._rebuilt.family, name, self._options),
            # A batch of a few faces of one family is no measure of mean and variance, and the layers that are not
            # trained must go on giving what the model gives when it is used.
            norms_are_frozen=True,
        )

    def _tell_check(self, told: CheckTold) -> None:
        self._told = told
        self._report(replace(self._event("training"), step=self._watch.step, loss=None, preview=told.preview))

    def _event(self, stage: Stage) -> FinetuneEvent:
        now, told = self._now, self._told
        return FinetuneEvent(
            stage=stage,
            step=now.step,
            steps=now.steps,
            loss=now.losses.get("loss"),
            eta_s=now.eta_s,
            standing=told.standing if told else None,
            base_standing=self._watch.base_standing if told else None,
            gain=told.gain if told else 0.0,
        )

    def finish(self, state: dict[str, Tensor] | None, *, name: str, folder_name: str) -> FinetuneResult:
        """Score parent and child as they are used, and install the child if it is better."""
        self._context.progress(0.95, message("exporting"))
        self._report(self._event("export"))
        base = onnx_measured(self._model, self._held_out, self._measurer, self._context)
        if state is None:
            return self._result(False, None, base, self._watch.last_measured, self._why_none_was_better())
        candidate = export_candidate(self._model, self._rebuilt, state, self._work / "model", self._context)
        own = onnx_measured(candidate, self._held_out, self._measurer, self._context)
        verdict = judged(own, base, self._measurer.given)
        if not verdict.is_better and not self._options.keep_anyway:
            return self._result(False, None, base, own, verdict.reason)
        words, base_rows = Words(name, folder_name, self._recipe_words()), self._measurer.rows(base)
        candidate = replace(candidate, card=replace(candidate.card, scores=self._measurer.rows(own)))
        model = install(candidate, self._model, words, self._faces, base_rows)
        return self._result(verdict.is_better, model, base, own, verdict.reason)

    def _why_none_was_better(self) -> Message:
        why = self._watch.verdict_on_last().reason
        return message("No check was better than the model you began with. The last one: {why}", why=why)

    def _recipe_words(self) -> str:
        options, now, share = self._options, self._now, self._watch.share
        way = "" if share == 1 else f", {share:.0%} of the way from its parent"
        return (
            f"Fine-tuned: layers {options.layers}, {now.step} of {now.steps} steps of {options.batch} pairs, "
            f"rate {RATES[options.layers]:g}, the best check on held-out faces{way}, seed {options.seed}"
        )

    def _result(
        self,
        improved: bool,
        model: InstalledModel | None,
        base: Measured,
        own: Measured,
        reason: Message,
    ) -> FinetuneResult:
        base_rows = self._measurer.rows(base)
        return FinetuneResult(
            improved=improved,
            reason=reason,
            model=model,
            base_scores=base_rows,
            scores=self._measurer.rows(own) if model else base_rows,
            given=self._measurer.given.standing,
            base=base.standing,
            taught=own.standing,
            preview=self._watch.preview,
            training_faces=len(self._faces.training),
            held_out_faces=len(self._faces.held_out),
            photos=self._faces.photos,
            steps=self._now.step,
            seconds=time.monotonic() - self._started,
        )
