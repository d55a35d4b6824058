"""Fine-tuning a model on the user's photos: the faces it would use, and the fine-tuning itself."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.context import JobContext
from engine.errors import DataError
from engine.messages import NOTHING, Message, message
from engine.process.finetune_results import Finetuned, FinetuneFaces, FinetuneMoment
from engine.process.protocol import FindFinetuneFaces, Finetune
from engine.types import FaceFault

if TYPE_CHECKING:
    from pathlib import Path

    from engine.datasets.open_faces import FaceSet
    from engine.datasets.portraits import Portrait
    from engine.jobs.state import ServiceState
    from engine.training.finetune_types import FinetuneEvent

PICTURE_SIDE = 96  # px
MOST_PICTURES = 200
MOST_FAULTY = 80  # of them
MOST_KEPT_BYTES = 2**30  # of faces between two jobs; more are looked for again


def run_look(
    job: FindFinetuneFaces, state: ServiceState, context: JobContext, _preview: Callable[[object], None]
) -> FinetuneFaces:
    """The faces that fine-tuning would use; why it cannot be done is in the result.

    Raises: DataError without the packages that it needs; ModelError if the model cannot be fine-tuned; Cancelled.
    """
    min_detail = _min_detail(job.model)
    try:
        found = _faces_in(job.photos, state, context.part(0, 0.9))
    except DataError as error:
        return _shown((), error.whole)
    context.progress(0.9, message("choosing faces"))
    return _chosen(found, min_detail=min_detail, model=job.model, context=context)


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
    options = FinetuneOptions(
        layers=job.layers,
        minutes=job.minutes,
        seed=job.seed,
        keep_anyway=job.keep_anyway,
        left_out=frozenset(job.left_out),
    )
    preview(FinetuneMoment(stage="faces"))
    found, state.teaching = _faces_in(job.photos, state, context.part(0, 0.1)), None
    result = finetune(
        find_model(job.model),
        found.portraits,
        name=job.name,
        options=options,
        context=context,
        report=lambda event: preview(_moment(event)),
        folder_name=job.photos.resolve().name,
    )
    return Finetuned(
        model=result.model.card.id if result.model else None,
        improved=result.improved,
        reason=result.reason,
        base_scores=result.base_scores,
        scores=result.scores,
        given=result.given,
        base=result.base,
        taught=result.taught,
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
        "Teaching needs the package '{name}', which is not installed.",
        hint='In the folder of the program, run: pip install ".[train]".',
        name=str(error.name),
    )


def _faces_in(folder: Path, state: ServiceState, context: JobContext) -> FaceSet:
    """The faces of a folder, looked for once as long as its photos stay the same. Raises: DataError, Cancelled."""
    from engine.datasets.open_faces import open_faces
    from engine.datasets.photo_folder import photos_in
    from engine.jobs.state import KeptFaces, photo_key

    photos = tuple(photo_key(path) for path in photos_in(folder))
    if state.teaching is None or state.teaching.photos != photos:
        state.teaching = None  # before others are held: both may be large
        found = open_faces(folder, split="all", context=context)
        if sum(one.pixels.nbytes for one in found.portraits if one.pixels is not None) > MOST_KEPT_BYTES:
            return found
        state.teaching = KeptFaces(photos, found)
    return state.teaching.found


def _chosen(found: FaceSet, *, min_detail: float, model: str, context: JobContext) -> FinetuneFaces:
    """All usable faces: first those with a fault, then those to learn from and those held out without them."""
    from engine.training.finetune_faces import choose_faces, usable_faces
    from engine.training.finetune_faults import fault_of

    usable = usable_faces(found.portraits, min_detail=min_detail)
    too_small = sum(photo.reason == "face too small" for photo in found.skipped)
    too_small += sum(portrait.native_quad < min_detail for portrait in found.portraits)
    faults: dict[str, FaceFault] = {}
    for portrait in usable:
        context.check_cancelled()
        faults[portrait.name] = fault_of(portrait)
    faulty = [portrait for portrait in usable if faults[portrait.name]]
    refusal, training, held_out = NOTHING, usable, ()
    try:
        chosen = choose_faces(found.portraits, min_detail=min_detail, what=model)
    except DataError as error:
        refusal = error.whole
    else:
        training, held_out = chosen.training, chosen.held_out
    is_held_out = {portrait.name for portrait in held_out}
    shown = [*faulty[:MOST_FAULTY], *held_out, *training]
    unique = list({portrait.name: portrait for portrait in shown}.values())
    return _shown(
        unique[:MOST_PICTURES],
        refusal,
        held_out=is_held_out,
        faults=faults,
        too_small=too_small,
        unseen=tuple(portrait.name for portrait in faulty[MOST_FAULTY:]),
    )


def _shown(
    portraits: Sequence[Portrait],
    refusal: Message,
    *,
    held_out: Collection[str] = (),
    faults: Mapping[str, FaceFault] = MappingProxyType({}),
    too_small: int = 0,
    unseen: tuple[str, ...] = (),
) -> FinetuneFaces:
    from engine.datasets.portraits import cut_square
    from engine.training.finetune_faces import FEWEST_HELD_OUT, FEWEST_TRAINING

    pictures: NDArray[np.uint8] = np.zeros((len(portraits), PICTURE_SIDE, PICTURE_SIDE, 3), np.uint8)
    for picture, portrait in zip(pictures, portraits, strict=True):
        picture[:] = cut_square(portrait, side_px=PICTURE_SIDE, extent=1.0)
    names = tuple(portrait.name for portrait in portraits)
    return FinetuneFaces(
        pictures=pictures,
        names=names,
        photos=tuple(portrait.path.name for portrait in portraits),
        held_out=tuple(name in held_out for name in names),
        faults=tuple(faults.get(name, "") for name in names),
        too_small=too_small,
        unseen_faults=unseen,
        fewest_training=FEWEST_TRAINING,
        fewest_held_out=FEWEST_HELD_OUT,
        refusal=refusal,
    )


def _moment(event: FinetuneEvent) -> FinetuneMoment:
    return FinetuneMoment(
        stage=event.stage,
        step=event.step,
        steps=event.steps,
        loss=event.loss,
        eta_s=event.eta_s,
        standing=event.standing,
        base_standing=event.base_standing,
        gain=event.gain,
        preview=event.preview,
    )
