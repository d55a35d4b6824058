"""A fine-tuned network as the user's own model: exported, scored beside its parent, with a card of its own."""

from __future__ import annotations

import re
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from engine.context import JobContext
from engine.errors import DataError, ModelError
from engine.files import close_own_files, make_own_folder, refused
from engine.messages import message
from engine.models.base import Parent, Score
from engine.models.card import write_card
from engine.models.exporting import export_model, load_weights
from engine.models.registry import InstalledModel, scan_models
from engine.paths import user_models_folder
from engine.runtime.sessions import LoadedModel
from engine.training.finetune_faces import ChosenFaces
from engine.training.finetune_held_out import HeldOut
from engine.training.finetune_measures import Measured, Measurer
from engine.training.finetune_plan import Rebuilt
from engine.training.interruption import result_of
from engine.training.validation import Images

LONGEST_ID = 48
AGREEMENT = 1e-3  # largest difference of ONNX Runtime and torch in [0, 1]


@dataclass(frozen=True)
class Words:
    """What the card says: the user's name for the model, the name of his folder or "", and how it was trained."""

    name: str
    folder_name: str
    recipe: str


def free_id(name: str) -> str:
    """An id made of a name, of lower-case ASCII letters, digits and '-', that no model has."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    wanted = re.sub(r"[^a-z0-9]+", "-", plain)[:LONGEST_ID].strip("-") or "my-model"
    taken = {"auto", "bicubic", *(model.card.id for model in scan_models()[0])}
    candidates = [wanted, *(f"{wanted}-{number}" for number in range(2, len(taken) + 1000))]
    return next(c for c in candidates if c not in taken and not (user_models_folder() / c).exists())


def onnx_measured(model: InstalledModel, held_out: HeldOut, measurer: Measurer, context: JobContext) -> Measured:
    """What an installed model makes of the faces as it is used, by ONNX Runtime on the CPU.

    Raises: ModelError; Cancelled.
    """
    context.check_cancelled()
    loaded = LoadedModel(model, "cpu")

    def made_of(low: Images) -> Images:
        faces: list[Images] = []
        for index in range(len(low)):
            context.check_cancelled()
            picture = low[index : index + 1].transpose(0, 3, 1, 2)
            restored = loaded.run(picture, picture_only=True).image.transpose(0, 2, 3, 1)
            faces.append(held_out.fitted(restored))
        return np.concatenate(faces)

    return measurer.measured({side: made_of(low) for side, low in held_out.inputs.items()})


def export_candidate(
    parent: InstalledModel, rebuilt: Rebuilt, state: dict[str, Tensor], folder: Path, context: JobContext
) -> InstalledModel:
    """The fine-tuned network as a model in `folder`, not yet among the user's own.

    Raises: ModelError if it cannot be written, or ONNX Runtime does not agree with torch; Cancelled.
    """
    network = rebuilt.family.build(rebuilt.config)
    load_weights(network, state, what=message("The fine-tuned model"))
    card = replace(parent.card, scores=(), damage_scores=())
    pool = ThreadPoolExecutor(1, "export")  # it takes seconds, and cannot be asked to stop
    try:
        exported = pool.submit(export_model, family=rebuilt.family, network=network, card=card, folder=folder)
        card = result_of(exported, context)
    except OSError as error:
        raise ModelError(refused(folder, error, doing="store")) from error
    finally:
        pool.shutdown(wait=False)
    model = InstalledModel(card, folder, "user")
    context.check_cancelled()
    difference = _disagreement(model, rebuilt, state)
    if difference >= AGREEMENT:
        raise ModelError(
            "The exported model differs from the trained one by {difference:.4f} in [0, 1].", difference=difference
        )
    return model


def _disagreement(model: InstalledModel, rebuilt: Rebuilt, state: dict[str, Tensor]) -> float:
    network = rebuilt.family.build(rebuilt.config)
    load_weights(network, state, what=message("The fine-tuned model"))
    graph, _ = rebuilt.family.exportable(network.eval())
    size = model.card.input_size
    batch = np.random.default_rng(0).random((1, 3, size, size), dtype=np.float32)
    with torch.no_grad():
        expected: Tensor = graph(torch.from_numpy(batch))[0]
    return float(np.abs(LoadedModel(model, "cpu").run(batch).image - expected.numpy()).max())


def install(
    candidate: InstalledModel,
    parent: InstalledModel,
    words: Words,
    faces: ChosenFaces,
    parent_scores: tuple[Score, ...],
) -> InstalledModel:
    """Give the candidate, with its scores, a card and a place among the user's models. Raises: DataError."""
    new_id = free_id(words.name)
    count, base = len(faces.held_out), parent.card
    place = f" in {words.folder_name}" if words.folder_name else ""
    card = replace(
        candidate.card,
        id=new_id,
        title=f"{words.name} (fine-tuned from {base.id})",
        look=words.name,
        said="",
        training_data=f"The user's own {len(faces.training)} faces from {faces.photos} photos{place}; {count} faces of "
        f"other photos held out. The model it was made from: {base.training_data}",
        bias=f"Fitted to a few photos of one user, so least faithful for other people and other photos. {base.bias}",
        limits=f"Scored on {count} held-out faces of the same collection, which also chose its weights: a small "
        f"set, and a little in its favour. {base.limits}",
        recipe=words.recipe,
        commit="",
        origin="",
        parent=Parent(id=base.id, sha256=base.sha256, scores=parent_scores),
    )
    folder = user_models_folder() / new_id
    try:
        write_card(card, candidate.folder)
        make_own_folder(folder.parent)
        close_own_files(candidate.folder)
        candidate.folder.replace(folder)
    except OSError as error:
        raise DataError(refused(folder, error, doing="store"), hint="Free some space and try again.") from error
    return InstalledModel(card, folder, "user")
