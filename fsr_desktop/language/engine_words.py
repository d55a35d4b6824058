"""What the engine says in English, in the window's language.

The engine knows nothing of languages. The texts that it may send stand here as templates, so that lupdate finds them;
a text that fits none of them is shown as it came. What went wrong stands in `fsr_desktop.language.engine_faults`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from fsr_desktop.language.engine_faults import shown_error
from fsr_desktop.language.engine_templates import in_our_language, templates
from fsr_desktop.language.marked_text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from engine.explain.overlay import HeatOverlay, Overlay


def shown_stage(stage: str) -> str:
    """What a job does just now, as `JobContext.progress` named it."""
    return in_our_language(stage, _STAGES, "EngineStage") or stage


def shown_title(overlay: Overlay) -> str:
    """The title of an overlay; what stands before ": " names its group, as in English."""
    parts = {"part": (_PARTS, "EnginePart")}
    return in_our_language(overlay.title, _TITLES, "EngineTitle", parts=parts) or overlay.title


def shown_unit(overlay: HeatOverlay) -> str:
    """The unit of a map's values, or ""."""
    return in_our_language(overlay.unit, _UNITS, "EngineUnit") or overlay.unit


def shown_explanation(overlay: Overlay) -> str:
    """The sentence of science about an overlay."""
    return in_our_language(overlay.explanation, _EXPLANATIONS, "EngineExplanation") or overlay.explanation


def shown_reason(reason: str) -> str:
    """Why a face was not restored, why a model was kept or not, why it cannot be fine-tuned, what a cancelled
    fine-tuning leaves."""
    return in_our_language(reason, _REASONS, "EngineReason") or shown_error(reason)


def shown_note(note: str) -> str:
    """What is worth knowing about a photo or an export."""
    return in_our_language(note, _NOTES, "EngineNote") or note


_STAGES = templates(
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
    QT_TRANSLATE_NOOP("EngineStage", "restoring with one attention map at a time"),
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

_TITLES = templates(
    QT_TRANSLATE_NOOP("EngineTitle", "Attention: mean of all units"),
    QT_TRANSLATE_NOOP("EngineTitle", "Attention: {part}"),
    QT_TRANSLATE_NOOP("EngineTitle", "Heatmaps: all"),
    QT_TRANSLATE_NOOP("EngineTitle", "Heatmap: {part}"),
    QT_TRANSLATE_NOOP("EngineTitle", "Facial points"),
    QT_TRANSLATE_NOOP("EngineTitle", "Action units"),
    QT_TRANSLATE_NOOP("EngineTitle", "Step {number}"),
    QT_TRANSLATE_NOOP("EngineTitle", "One attention map alone"),
    QT_TRANSLATE_NOOP("EngineTitle", "Only: {part}"),
    QT_TRANSLATE_NOOP("EngineTitle", "Rendered 3D face"),
    QT_TRANSLATE_NOOP("EngineTitle", "3D face: {part}"),
    QT_TRANSLATE_NOOP("EngineTitle", "Consistency with the photo"),
)

_UNITS = templates(QT_TRANSLATE_NOOP("EngineUnit", "luma"))  # of brightness

_PARTS = templates(  # of a network, and of a face
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
    QT_TRANSLATE_NOOP("EnginePart", "jawline"),
    QT_TRANSLATE_NOOP("EnginePart", "jaw {number}"),
    QT_TRANSLATE_NOOP("EnginePart", "right brow {number}"),
    QT_TRANSLATE_NOOP("EnginePart", "left brow {number}"),
    QT_TRANSLATE_NOOP("EnginePart", "nose bridge {number}"),
    QT_TRANSLATE_NOOP("EnginePart", "nose base {number}"),
    QT_TRANSLATE_NOOP("EnginePart", "right eye {number}"),
    QT_TRANSLATE_NOOP("EnginePart", "left eye {number}"),
    QT_TRANSLATE_NOOP("EnginePart", "outer lip {number}"),
    QT_TRANSLATE_NOOP("EnginePart", "inner lip {number}"),
    QT_TRANSLATE_NOOP("EnginePart", "identity"),
    QT_TRANSLATE_NOOP("EnginePart", "expression"),
)

_EXPLANATIONS = templates(
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
        "How much this part of the face was heeded at each place, beside the other parts: at every place the weights "
        "of all parts make 1. Left and right are the person's own.",
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
        "What the model makes of the face when only this attention map counts and the others are set to zero: compare "
        "with the restoration to see what the map is for.",
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

_REASONS = templates(
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
    QT_TRANSLATE_NOOP(
        "EngineReason", "No check was better than the model you began with; the last weights are kept in {path}."
    ),
    QT_TRANSLATE_NOOP("EngineReason", "Cancelled before the first check; nothing is kept."),
)

_NOTES = templates(
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
