"""What the engine says in English, in the window's language.

The engine knows nothing of languages. The texts that it may send stand here as templates, so that lupdate finds them;
a text that fits none of them is shown as it came.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from fsr_desktop.marked_text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from engine.explain.overlay import Overlay

Table = tuple[tuple[re.Pattern[str], str], ...]


def shown_stage(stage: str) -> str:
    """What a job does just now, as `JobContext.progress` named it."""
    return _shown(stage, _STAGES, "EngineStage")


def shown_title(overlay: Overlay) -> str:
    """The title of an overlay; what stands before ": " names its group, as in English."""
    return _shown(overlay.title, _TITLES, "EngineTitle", parts=("part",))


def shown_explanation(overlay: Overlay) -> str:
    """The sentence of science about an overlay."""
    return _shown(overlay.explanation, _EXPLANATIONS, "EngineExplanation")


def shown_reason(reason: str) -> str:
    """Why a face was not restored, why a model was kept or not, what a cancelled teaching leaves."""
    return _shown(reason, _REASONS, "EngineReason")


def shown_note(note: str) -> str:
    """What is worth knowing about a photo or an export."""
    return _shown(note, _NOTES, "EngineNote")


def _shown(text: str, table: Table, context: str, *, parts: Sequence[str] = ()) -> str:
    """The text in the window's language; values named in `parts` are names of parts and translated too."""
    for pattern, template in table:
        found = pattern.fullmatch(text)
        if found:
            values = found.groupdict()
            values |= {name: _shown(values[name], _PARTS, "EnginePart") for name in parts if name in values}
            return QCoreApplication.translate(context, template).format(**values)
    return text


def _table(*templates: str) -> Table:
    """Templates, each with a pattern that finds it and the values of its {names}; those that fit more come later."""
    return tuple((re.compile(_pattern(template), re.DOTALL), template) for template in templates)


def _pattern(template: str) -> str:
    texts = re.split(r"\{(\w+)\}", template)  # text, name, text, name, ..., text
    return "".join(f"(?P<{part}>.+?)" if place % 2 else re.escape(part) for place, part in enumerate(texts))


_STAGES = _table(
    QT_TRANSLATE_NOOP("EngineStage", "reading"),
    QT_TRANSLATE_NOOP("EngineStage", "preparing the picture"),
    QT_TRANSLATE_NOOP("EngineStage", "finding faces"),
    QT_TRANSLATE_NOOP("EngineStage", "finding faces {number} of {count}"),
    QT_TRANSLATE_NOOP("EngineStage", "{count} faces found"),
    QT_TRANSLATE_NOOP("EngineStage", "choosing faces"),
    QT_TRANSLATE_NOOP("EngineStage", "cutting faces"),
    QT_TRANSLATE_NOOP("EngineStage", "cutting face {number} of {count}"),
    QT_TRANSLATE_NOOP("EngineStage", "restoring face {number} of {count} with {model}"),
    QT_TRANSLATE_NOOP("EngineStage", "restoring with {model}"),
    QT_TRANSLATE_NOOP("EngineStage", "pasting back"),
    QT_TRANSLATE_NOOP("EngineStage", "pasting face {number} of {count}"),
    QT_TRANSLATE_NOOP("EngineStage", "enlarging"),
    QT_TRANSLATE_NOOP("EngineStage", "copying"),
    QT_TRANSLATE_NOOP("EngineStage", "drawing the figure"),
    QT_TRANSLATE_NOOP("EngineStage", "drawing the comparison"),
    QT_TRANSLATE_NOOP("EngineStage", "drawing picture {number} of {count}"),
    QT_TRANSLATE_NOOP("EngineStage", "writing"),
    QT_TRANSLATE_NOOP("EngineStage", "writing face {number} of {count}"),
    QT_TRANSLATE_NOOP("EngineStage", "training"),
    QT_TRANSLATE_NOOP("EngineStage", "exporting"),
    QT_TRANSLATE_NOOP("EngineStage", "done"),
)

_TITLES = _table(
    QT_TRANSLATE_NOOP("EngineTitle", "Attention: mean of all units"),
    QT_TRANSLATE_NOOP("EngineTitle", "Attention: {part}"),
    QT_TRANSLATE_NOOP("EngineTitle", "Heatmaps: all"),
    QT_TRANSLATE_NOOP("EngineTitle", "Heatmap: {part}"),
    QT_TRANSLATE_NOOP("EngineTitle", "Facial points"),
    QT_TRANSLATE_NOOP("EngineTitle", "Action units"),
    QT_TRANSLATE_NOOP("EngineTitle", "Step {number}"),
    QT_TRANSLATE_NOOP("EngineTitle", "Rendered 3D face"),
    QT_TRANSLATE_NOOP("EngineTitle", "3D face: {part}"),
    QT_TRANSLATE_NOOP("EngineTitle", "Consistency with the photo"),
)

_PARTS = _table(  # of a network, and of a face
    QT_TRANSLATE_NOOP("EnginePart", "in {number}"),
    QT_TRANSLATE_NOOP("EnginePart", "down {number}"),
    QT_TRANSLATE_NOOP("EnginePart", "body {number}"),
    QT_TRANSLATE_NOOP("EnginePart", "up {number}"),
    QT_TRANSLATE_NOOP("EnginePart", "out {number}"),
    QT_TRANSLATE_NOOP("EnginePart", "left eye"),
    QT_TRANSLATE_NOOP("EnginePart", "right eye"),
    QT_TRANSLATE_NOOP("EnginePart", "left brow"),
    QT_TRANSLATE_NOOP("EnginePart", "right brow"),
    QT_TRANSLATE_NOOP("EnginePart", "nose"),
    QT_TRANSLATE_NOOP("EnginePart", "mouth"),
    QT_TRANSLATE_NOOP("EnginePart", "identity"),
    QT_TRANSLATE_NOOP("EnginePart", "expression"),
)

_EXPLANATIONS = _table(
    QT_TRANSLATE_NOOP(
        "EngineExplanation",
        "Where the attention units let features through on average: the restoration changed the bright places most, "
        "and left the dark ones nearly as they came.",
    ),
    QT_TRANSLATE_NOOP(
        "EngineExplanation",
        "Where this attention unit let features through: 1 passes all of what it adds, 0 passes nothing, so bright "
        "places were changed most.",
    ),
    QT_TRANSLATE_NOOP(
        "EngineExplanation",
        "Where the model expects a part of the face: the brighter, the surer it is of that place.",
    ),
    QT_TRANSLATE_NOOP(
        "EngineExplanation",
        "The facial points that the model found and was guided by while it restored the face.",
    ),
    QT_TRANSLATE_NOOP(
        "EngineExplanation",
        "How strongly each facial muscle movement (action unit of the Facial Action Coding System) shows, as "
        "estimated.",
    ),
    QT_TRANSLATE_NOOP(
        "EngineExplanation",
        "What the model had made of the face after pass {number} of {count}: each pass starts from the one before.",
    ),
    QT_TRANSLATE_NOOP(
        "EngineExplanation",
        "The 3D face that the model fitted to the photo and drew again, which guided the restoration.",
    ),
    QT_TRANSLATE_NOOP(
        "EngineExplanation",
        "How far the fitted 3D face lies from the average face along each direction of its morphable model; 0 is "
        "average.",
    ),
    QT_TRANSLATE_NOOP(
        "EngineExplanation",
        "The restoration, reduced again to the photo's own resolution, minus the photo: near zero everywhere means "
        "that it gives the photo back; red is brighter than the photo, blue darker.",
    ),
)

_REASONS = _table(
    QT_TRANSLATE_NOOP("EngineReason", "{model} is meant for faces of {low} to {high} px; this one is {side} px."),
    QT_TRANSLATE_NOOP("EngineReason", "{model} was asked for."),
    QT_TRANSLATE_NOOP("EngineReason", "No model is installed."),
    QT_TRANSLATE_NOOP("EngineReason", "The face was not chosen."),
    QT_TRANSLATE_NOOP(
        "EngineReason", "The face is {side} px, smaller than the {limit} px that any installed model needs."
    ),
    QT_TRANSLATE_NOOP("EngineReason", "The face is {side} px, smaller than the {limit} px that {model} needs."),
    QT_TRANSLATE_NOOP(
        "EngineReason",
        "The face is {side} px, larger than the {limit} px that any installed model can improve; it already shows more "
        "than a restoration would.",
    ),
    QT_TRANSLATE_NOOP(
        "EngineReason",
        "The face is {side} px, larger than the {limit} px that {model} can improve; it already shows more than a "
        "restoration would.",
    ),
    QT_TRANSLATE_NOOP(
        "EngineReason",
        "{gain} dB PSNR on the {count} held-out faces, give or take {error} dB: no better than by chance.",
    ),
    QT_TRANSLATE_NOOP("EngineReason", "{gain} dB PSNR on the {count} held-out faces, give or take {error} dB."),
    QT_TRANSLATE_NOOP("EngineReason", "no check was better than the model you began with."),
    QT_TRANSLATE_NOOP("EngineReason", "The best weights so far are kept in {path}."),
    QT_TRANSLATE_NOOP("EngineReason", "Cancelled before the first check; nothing is kept."),
)

_NOTES = _table(
    QT_TRANSLATE_NOOP("EngineNote", "the photo had a palette and is written as RGB"),
    QT_TRANSLATE_NOOP("EngineNote", "the photo was {mode} and is written as RGB, converted by its colour profile"),
    QT_TRANSLATE_NOOP("EngineNote", "the photo was {mode} and is written as RGB, converted by the standard formula"),
    QT_TRANSLATE_NOOP("EngineNote", "its 16 bit per ink were read as 8"),
    QT_TRANSLATE_NOOP("EngineNote", "the colour profile was damaged and was left out"),
    QT_TRANSLATE_NOOP("EngineNote", "the EXIF data could not be read and were left out"),
    QT_TRANSLATE_NOOP("EngineNote", "the colour profile was for other colours and was left out"),
    QT_TRANSLATE_NOOP("EngineNote", "the colour profile cannot be used, so the colours on the screen may be off"),
    QT_TRANSLATE_NOOP("EngineNote", "page 1 of {count} was read"),
    QT_TRANSLATE_NOOP("EngineNote", "Both parts are shown {factor} times as large as they are."),
)
