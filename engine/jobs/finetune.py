"""Fine-tuning a model on the user's photos: the faces it would use, and the fine-tuning itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.context import JobContext
from engine.errors import DataError
from engine.process.protocol import FindFinetuneFaces, Finetune, Finetuned, FinetuneFaces, FinetuneMoment

if TYPE_CHECKING:
    from engine.datasets.open_faces import FaceSet
    from engine.datasets.portraits import Portrait
    from engine.jobs.state import ServiceState
    from engine.training.finetune_types import FinetuneEvent

PICTURE_SIDE = 96  # px
MOST_PICTURES = 200


def run_look(
    job: FindFinetuneFaces, _state: ServiceState, context: JobContext, _preview: Callable[[object], None]
) -> FinetuneFaces:
    """The faces that fine-tuning would use; why it cannot be done is in the result.

    Raises: DataError without the packages that it needs; ModelError if the model cannot be fine-tuned; Cancelled.
    """
    from engine.datasets.open_faces import open_faces

    min_detail = _min_detail(job.model)
    try:
        found = open_faces(job.photos, split="all", context=context.part(0, 0.95))
    except DataError as error:
        return _shown((), held_out=0, too_small=0, refusal=str(error))
    context.progress(0.95, "choosing faces")
    return _chosen(found, min_detail=min_detail, model=job.model)


def run(job: Finetune, state: ServiceState, context: JobContext, preview: Callable[[object], None]) -> Finetuned:
    """Fine-tune; what it tells on the way is sent as previews.

    Raises: DataError for too few faces, or without the packages that it needs; ModelError; Cancelled, saying what is
    left.
    """
    from engine.models.registry import find_model

    try:
        import torch

        from engine.training.finetune import finetune
        from engine.training.finetune_types import FinetuneOptions
    except ModuleNotFoundError as error:
        raise _missing_packages(error) from error
    if state.settings.threads:
        torch.set_num_threads(state.settings.threads)
    options = FinetuneOptions(layers=job.layers, minutes=job.minutes, seed=job.seed, keep_anyway=job.keep_anyway)
    result = finetune(
        find_model(job.model),
        job.photos,
        name=job.name,
        options=options,
        context=context,
        report=lambda event: preview(_moment(event)),
    )
    return Finetuned(
        model=result.model.card.id if result.model else None,
        improved=result.improved,
        reason=result.reason,
        base_scores=result.base_scores,
        scores=result.scores,
        preview=result.preview,
        training_faces=result.training_faces,
        held_out_faces=result.held_out_faces,
        steps=result.steps,
        seconds=result.seconds,
    )


def _min_detail(model_id: str) -> float:
    """px of real detail that a face must have for that model. Raises: DataError, ModelError."""
    from engine.models.registry import find_model

    try:
        from engine.training.finetune_plan import finetune_recipe, rebuild
        from engine.training.finetune_types import FinetuneOptions
    except ModuleNotFoundError as error:
        raise _missing_packages(error) from error
    model = find_model(model_id)
    return finetune_recipe(model.card, rebuild(model).config, FinetuneOptions()).data.min_detail


def _missing_packages(error: ModuleNotFoundError) -> DataError:
    return DataError(
        f"Teaching needs the package '{error.name}', which is not installed.",
        hint='Install the extra: pip install "fsr-desktop[train]".',
    )


def _chosen(found: FaceSet, *, min_detail: float, model: str) -> FinetuneFaces:
    from engine.training.finetune_faces import choose_faces

    too_small = sum(photo.reason == "face too small" for photo in found.skipped)
    too_small += sum(portrait.native_quad < min_detail for portrait in found.portraits)
    try:
        chosen = choose_faces(found.portraits, min_detail=min_detail, what=model)
    except DataError as error:
        usable = [p for p in found.portraits if p.native_quad >= min_detail and not p.is_engraving]
        return _shown(usable[:MOST_PICTURES], held_out=0, too_small=too_small, refusal=str(error))
    training = chosen.training[: MOST_PICTURES - len(chosen.held_out)]
    return _shown((*training, *chosen.held_out), held_out=len(chosen.held_out), too_small=too_small)


def _shown(portraits: Sequence[Portrait], *, held_out: int, too_small: int, refusal: str = "") -> FinetuneFaces:
    """Pictures of the faces, the last `held_out` of which are held out."""
    from engine.datasets.portraits import cut_square

    pictures: NDArray[np.uint8] = np.zeros((len(portraits), PICTURE_SIDE, PICTURE_SIDE, 3), np.uint8)
    for picture, portrait in zip(pictures, portraits, strict=True):
        picture[:] = cut_square(portrait, side_px=PICTURE_SIDE, extent=1.0)
    return FinetuneFaces(
        pictures=pictures,
        photos=tuple(portrait.path.name for portrait in portraits),
        held_out=tuple(index >= len(portraits) - held_out for index in range(len(portraits))),
        too_small=too_small,
        refusal=refusal,
    )


def _moment(event: FinetuneEvent) -> FinetuneMoment:
    return FinetuneMoment(
        stage=event.stage,
        step=event.step,
        steps=event.steps,
        loss=event.loss,
        eta_s=event.eta_s,
        psnr_db=event.scores.get("psnr"),
        base_psnr_db=event.scores.get("base_psnr"),
        preview=event.preview,
    )
