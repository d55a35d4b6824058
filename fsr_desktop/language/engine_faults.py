"""What went wrong in the engine, in the window's language: its errors as templates. What to do about them stands in
`fsr_desktop.language.engine_hints`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from engine.process.events import Failed
from fsr_desktop.language.engine_hints import HINTS
from fsr_desktop.language.engine_templates import Parts, in_our_language, templates
from fsr_desktop.language.marked_text import QT_TRANSLATE_NOOP

_HINT_BEGINS = re.compile(r" (?=[A-Z])")


def shown_failure(failure: Failed) -> Failed:
    """A job's failure with its message and its hint in the window's language."""
    return replace(failure, message=_fault(failure.message), hint=_hint(failure.hint) or failure.hint)


def shown_error(text: str) -> str:
    """An `EngineError` as `str` gives it: its message and, perhaps, a hint; other text as it came."""
    for found in _HINT_BEGINS.finditer(text):
        hint = _hint(text[found.end() :])
        if hint:
            return f"{_fault(text[: found.start()])} {hint}"
    return _fault(text)


def _fault(message: str) -> str:
    return in_our_language(message, _FAULTS, "EngineFault", parts=_WORDS) or message


def _hint(hint: str) -> str | None:
    return in_our_language(hint, HINTS, "EngineHint")


_PARTS = templates(
    QT_TRANSLATE_NOOP("EngineFaultPart", "source"),
    QT_TRANSLATE_NOOP("EngineFaultPart", "target"),
    QT_TRANSLATE_NOOP("EngineFaultPart", "the file ends early"),
    QT_TRANSLATE_NOOP("EngineFaultPart", "the checksum of chunk {chunk} is wrong"),
    QT_TRANSLATE_NOOP("EngineFaultPart", "no TIFF structure"),
    QT_TRANSLATE_NOOP("EngineFaultPart", "no directory at this offset"),
    QT_TRANSLATE_NOOP("EngineFaultPart", "directory cut off"),
    QT_TRANSLATE_NOOP("EngineFaultPart", "directories nested too deep"),
    QT_TRANSLATE_NOOP("EngineFaultPart", "the colour conversion gave no image"),
    QT_TRANSLATE_NOOP("EngineFaultPart", "a TIFF file cannot be larger than 4 GiB"),
    QT_TRANSLATE_NOOP("EngineFaultPart", "ffmpeg stopped: no reason given"),
    QT_TRANSLATE_NOOP("EngineFaultPart", "ffmpeg stopped: {words}"),
    QT_TRANSLATE_NOOP("EngineFaultPart", "unreadable photo"),
    QT_TRANSLATE_NOOP("EngineFaultPart", "no face"),
    QT_TRANSLATE_NOOP("EngineFaultPart", "no eyes, nose and mouth"),
    QT_TRANSLATE_NOOP("EngineFaultPart", "face too small"),
    QT_TRANSLATE_NOOP("EngineFaultPart", "too little real detail"),
    QT_TRANSLATE_NOOP("EngineFaultPart", "too much outside the photo"),
    QT_TRANSLATE_NOOP("EngineFaultPart", "The restored face"),
    QT_TRANSLATE_NOOP("EngineFaultPart", "A restored face"),
    QT_TRANSLATE_NOOP("EngineFaultPart", "The picture"),
    QT_TRANSLATE_NOOP("EngineFaultPart", "The animation"),
    QT_TRANSLATE_NOOP("EngineFaultPart", "The comparison"),
    QT_TRANSLATE_NOOP("EngineFaultPart", "The figure"),
    QT_TRANSLATE_NOOP("EngineFaultPart", "The fine-tuned model"),
    QT_TRANSLATE_NOOP("EngineFaultPart", "animation"),
    QT_TRANSLATE_NOOP("EngineFaultPart", "comparison"),
    QT_TRANSLATE_NOOP("EngineFaultPart", "figure"),
    QT_TRANSLATE_NOOP("EngineFaultPart", "open photo"),
    QT_TRANSLATE_NOOP("EngineFaultPart", "enlarge photo"),
    QT_TRANSLATE_NOOP("EngineFaultPart", "restore faces"),
    QT_TRANSLATE_NOOP("EngineFaultPart", "export photo"),
    QT_TRANSLATE_NOOP("EngineFaultPart", "export crops"),
    QT_TRANSLATE_NOOP("EngineFaultPart", "export comparison"),
    QT_TRANSLATE_NOOP("EngineFaultPart", "export figure"),
    QT_TRANSLATE_NOOP("EngineFaultPart", "export animation"),
    QT_TRANSLATE_NOOP("EngineFaultPart", "single out"),
    QT_TRANSLATE_NOOP("EngineFaultPart", "find finetune faces"),
    QT_TRANSLATE_NOOP("EngineFaultPart", "finetune"),
)
_WORDS: Parts = {name: (_PARTS, "EngineFaultPart") for name in ("what", "kind", "reason", "job", "error")}

_FAULTS = templates(
    # photos
    QT_TRANSLATE_NOOP("EngineFault", "{name} is empty (0 bytes)."),
    QT_TRANSLATE_NOOP("EngineFault", "{name} is not a photo this program can read."),
    QT_TRANSLATE_NOOP("EngineFault", "{name} holds a {format} image, but its name says {other}."),
    QT_TRANSLATE_NOOP("EngineFault", "{name} has no pixels ({width} x {height})."),
    QT_TRANSLATE_NOOP("EngineFault", "{name} has {size} megapixels; the limit is {limit}."),
    QT_TRANSLATE_NOOP("EngineFault", "{name} is a TIFF file with samples of an unsupported kind."),
    QT_TRANSLATE_NOOP("EngineFault", "{name} is a TIFF file that cannot be decoded ({error})."),
    QT_TRANSLATE_NOOP("EngineFault", "This photo's samples ({mode}: 32 bit or float) are not supported."),
    QT_TRANSLATE_NOOP("EngineFault", "There is not enough memory to open {name}."),
    QT_TRANSLATE_NOOP("EngineFault", "{name} cannot be decoded (its structure is damaged)."),
    QT_TRANSLATE_NOOP("EngineFault", "{name} cannot be decoded ({error})."),
    QT_TRANSLATE_NOOP("EngineFault", "{path} is not a file."),
    QT_TRANSLATE_NOOP("EngineFault", "{path} does not exist."),
    QT_TRANSLATE_NOOP("EngineFault", "{path} may not be read."),
    QT_TRANSLATE_NOOP("EngineFault", "{path} cannot be opened ({error})."),
    QT_TRANSLATE_NOOP("EngineFault", "Expected a box of finite numbers, got {numbers}."),
    QT_TRANSLATE_NOOP("EngineFault", "Expected a box with an area, got {width} x {height} px."),
    QT_TRANSLATE_NOOP(
        "EngineFault",
        "The box lies outside the photo of {width} x {height} px, or is smaller than 1 px in it.",
    ),
    QT_TRANSLATE_NOOP("EngineFault", "Expected a square with an area, got {square}."),
    QT_TRANSLATE_NOOP("EngineFault", "The {what} points coincide, so they define no crop."),
    QT_TRANSLATE_NOOP("EngineFault", "The restored face has values that are not finite."),
    QT_TRANSLATE_NOOP("EngineFault", "The face detector's file centerface.onnx is not installed."),
    QT_TRANSLATE_NOOP(
        "EngineFault",
        "{path} is not the expected face detector: SHA-256 starts with {found}, expected {expected}.",
    ),
    QT_TRANSLATE_NOOP("EngineFault", "The detector face-alignment lacks {parts}."),
    QT_TRANSLATE_NOOP("EngineFault", "The installed face-alignment would download {url}, expected {name}."),
    QT_TRANSLATE_NOOP("EngineFault", "There is no face detector {name}."),
    QT_TRANSLATE_NOOP("EngineFault", "Faces are counted from 1, got {number}."),
    QT_TRANSLATE_NOOP("EngineFault", "The face detector {name} lacks {parts}."),
    QT_TRANSLATE_NOOP("EngineFault", "Face {number} was asked for, but {count} were found."),
    QT_TRANSLATE_NOOP("EngineFault", "The device '{name}' is not available here."),
    QT_TRANSLATE_NOOP("EngineFault", "There is no model '{model}'."),
    QT_TRANSLATE_NOOP("EngineFault", "Unknown family '{family}'."),
    QT_TRANSLATE_NOOP("EngineFault", "The model card {path} cannot be read: {error}."),
    QT_TRANSLATE_NOOP("EngineFault", "The model card {path} is broken: {error}."),
    QT_TRANSLATE_NOOP("EngineFault", "The weights of {model} cannot be read: {error}."),
    QT_TRANSLATE_NOOP(
        "EngineFault",
        "The weights of {model} are not the ones its card names: expected SHA-256 {expected}..., got {found}....",
    ),
    QT_TRANSLATE_NOOP("EngineFault", "{path} cannot be read as an ONNX model: {error}."),
    QT_TRANSLATE_NOOP("EngineFault", "{what} does not fit the network: {problem}."),
    QT_TRANSLATE_NOOP("EngineFault", "The model has no output named 'image'."),
    QT_TRANSLATE_NOOP("EngineFault", "The model has an output of unknown name '{name}'."),
    QT_TRANSLATE_NOOP(
        "EngineFault",
        "{model} was asked to run on {expected}, but ONNX Runtime could only start {found}.",
    ),
    QT_TRANSLATE_NOOP("EngineFault", "{model} cannot be loaded: {error}"),
    QT_TRANSLATE_NOOP("EngineFault", "{model} failed on {provider}: {error}"),
    QT_TRANSLATE_NOOP("EngineFault", "{model} gave values that are not finite in '{name}'."),
    QT_TRANSLATE_NOOP("EngineFault", "The attention maps of {model} cannot be used one by one."),
    QT_TRANSLATE_NOOP("EngineFault", "{model} has changed since it restored this face."),
    QT_TRANSLATE_NOOP("EngineFault", "At scale {scale} the photo would have {size} MP, more than {limit} MP."),
    QT_TRANSLATE_NOOP("EngineFault", "The restored face {path} is missing."),
    QT_TRANSLATE_NOOP("EngineFault", "The restored face {path} is damaged ({error})."),
    QT_TRANSLATE_NOOP(
        "EngineFault",
        "The picture {path} is missing or damaged: expected {shape} of uint8, got something else.",
    ),
    QT_TRANSLATE_NOOP("EngineFault", "The picture {path} is missing or damaged."),
    QT_TRANSLATE_NOOP("EngineFault", "{what} cannot be kept in {place}: the disk is full."),
    QT_TRANSLATE_NOOP("EngineFault", "{what} cannot be kept in {place}: {error}."),
    QT_TRANSLATE_NOOP("EngineFault", "The folder {folder} cannot be made: {error}."),
    QT_TRANSLATE_NOOP("EngineFault", "The folder {folder} cannot be written: {error}."),
    QT_TRANSLATE_NOOP("EngineFault", "The folder {folder} does not exist."),
    QT_TRANSLATE_NOOP("EngineFault", "{folder} holds too many results of {name}."),
    QT_TRANSLATE_NOOP("EngineFault", "{folder} holds too many files named {name}."),
    QT_TRANSLATE_NOOP("EngineFault", "{path} cannot be used: {error}."),
    QT_TRANSLATE_NOOP("EngineFault", 'The suffix "{suffix}" of {name} is unknown.'),
    QT_TRANSLATE_NOOP("EngineFault", "{path} is the photo itself; it is not overwritten."),
    QT_TRANSLATE_NOOP("EngineFault", "{path} is the photo itself; it is never overwritten."),
    QT_TRANSLATE_NOOP("EngineFault", "{name}: {format} cannot hold 16 bit per channel."),
    QT_TRANSLATE_NOOP("EngineFault", "{name}: {format} cannot hold transparency."),
    QT_TRANSLATE_NOOP("EngineFault", "{name}: {size} px is more than {format} can hold."),
    QT_TRANSLATE_NOOP("EngineFault", "There is not enough memory to write {name}."),
    QT_TRANSLATE_NOOP("EngineFault", "{name} cannot be written: the disk is full."),
    QT_TRANSLATE_NOOP("EngineFault", "{name} cannot be written as {format} ({error})."),
    QT_TRANSLATE_NOOP("EngineFault", "A {kind} cannot be written as '{suffix}'."),
    QT_TRANSLATE_NOOP("EngineFault", "{path} cannot be written ({error})."),
    QT_TRANSLATE_NOOP("EngineFault", "{path} may not be written."),
    QT_TRANSLATE_NOOP("EngineFault", "{name} has changed since its faces were restored."),
    QT_TRANSLATE_NOOP("EngineFault", "There is no restored face to compare with."),
    QT_TRANSLATE_NOOP("EngineFault", "The part of the photo that was chosen for the comparison lies outside it."),
    QT_TRANSLATE_NOOP(
        "EngineFault",
        "{path} would be replaced by the animation's description, but it is something else.",
    ),
    QT_TRANSLATE_NOOP("EngineFault", "There is no picture to make an animation of."),
    QT_TRANSLATE_NOOP("EngineFault", "An MP4 cannot be made: the program ffmpeg is missing."),
    QT_TRANSLATE_NOOP("EngineFault", "{name} is no description of an animation, or it is damaged."),
    QT_TRANSLATE_NOOP(
        "EngineFault",
        "{name} describes an animation of another face, or of this one restored otherwise.",
    ),
    QT_TRANSLATE_NOOP("EngineFault", "{name} has format {format}; this version reads {known}."),
    QT_TRANSLATE_NOOP("EngineFault", "There is no colour map named '{name}'."),
    QT_TRANSLATE_NOOP("EngineFault", "Expected the font {path}, found none."),
    QT_TRANSLATE_NOOP("EngineFault", "The face restored with {model} has no overlay '{overlay}'."),
    QT_TRANSLATE_NOOP("EngineFault", "Teaching needs the package '{name}', which is not installed."),
    QT_TRANSLATE_NOOP("EngineFault", "There is no folder {folder}."),
    QT_TRANSLATE_NOOP("EngineFault", "{folder} and the folders in it hold no photos."),
    QT_TRANSLATE_NOOP(
        "EngineFault",
        "None of the {count} photos in {folder} has a usable face; most often: {reason} ({times}).",
    ),
    QT_TRANSLATE_NOOP("EngineFault", "The tables of {folder} name no photographed face."),
    QT_TRANSLATE_NOOP("EngineFault", "{folder} has usable faces, but none of the split {split}."),
    QT_TRANSLATE_NOOP("EngineFault", "{folder} is no portrait folder: {error}."),
    QT_TRANSLATE_NOOP("EngineFault", "{folder} has no face mesh: {error}."),
    QT_TRANSLATE_NOOP("EngineFault", "mesh478.npz has no face mesh of {name} ({count} of {all} missing)."),
    QT_TRANSLATE_NOOP(
        "EngineFault",
        "Fine-tuning {model} needs at least {learnt} large faces to learn from and {held_out} of other photos to "
        "check itself on. Found: {faces} face(s), {large} of them large enough, in {photos} photo(s).",
    ),
    QT_TRANSLATE_NOOP(
        "EngineFault",
        "{model} cannot be fine-tuned: its network cannot be rebuilt from {file}. {error}",
    ),
    QT_TRANSLATE_NOOP("EngineFault", "{family} does not say which layers are its last."),
    QT_TRANSLATE_NOOP("EngineFault", "The exported model differs from the trained one by {difference} in [0, 1]."),
    QT_TRANSLATE_NOOP("EngineFault", "The model cannot be stored in {folder}: {error}."),
    QT_TRANSLATE_NOOP("EngineFault", "The checkpoint {path} cannot be written: {error}."),
    QT_TRANSLATE_NOOP("EngineFault", "{path} is no checkpoint: {error}."),
    QT_TRANSLATE_NOOP("EngineFault", "{path} cannot be written: {error}."),
    QT_TRANSLATE_NOOP("EngineFault", "{path} cannot be read: {error}."),
    QT_TRANSLATE_NOOP("EngineFault", "The loss is no longer a number."),
    QT_TRANSLATE_NOOP("EngineFault", "There is no face to train on."),
    QT_TRANSLATE_NOOP("EngineFault", "No face is left to validate on."),
    QT_TRANSLATE_NOOP("EngineFault", "The engine stopped unexpectedly (it does not answer)."),
    QT_TRANSLATE_NOOP(
        "EngineFault",
        "The engine stopped unexpectedly (signal {number}: killed, perhaps too little memory).",
    ),
    QT_TRANSLATE_NOOP("EngineFault", "The engine stopped unexpectedly (exit code {number})."),
    QT_TRANSLATE_NOOP("EngineFault", "The engine stopped unexpectedly ({how})."),
    QT_TRANSLATE_NOOP("EngineFault", "There was not enough memory for the job “{job}”."),
    QT_TRANSLATE_NOOP("EngineFault", "The job “{job}” failed because of an error in FSR Desktop."),
    QT_TRANSLATE_NOOP("EngineFault", "Expected the shipped resources in {folder}, found no such folder."),
)
