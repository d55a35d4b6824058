"""The texts in figures, comparisons and animations by name, so that the window can give them in its language. Light."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.messages import Message, Value, message_of, template

if TYPE_CHECKING:
    from engine.pipeline.face_file import FaceFile

CAPTIONS = {
    "input": template("Input"),
    "input_size": template("{length} px of the photo, bicubic to {side} px"),
    "restoration": template("Restoration"),
    "restoration_by": template("Restoration: {model}"),
    "size": template("{length} px"),
    "size_shown": template("{length} px, bicubic to {side} px"),
    "before": template("before"),
    "after": template("after: {models}"),
    "values": template("{count} values"),
    "map_size": template("map of {width} × {height} px"),
    "picture_size": template("{width} × {height} px"),
    "opacity": template("{percent}% over the restoration"),
    "scale_bar": template("{length} px of the photo"),
    "model": template("Model: {model}."),
    "outside": template("{model}, outside its range"),
    "model_mark": template("a model, not evidence"),
    "notice": template("A restored face is a likely face, not the true one."),
}


def caption(name: str, **values: Value) -> Message:
    """The text of that name in `CAPTIONS`, with its values."""
    return message_of(CAPTIONS[name], values)


def model_of(face: FaceFile) -> Value:
    """The model that restored a face, and that the face is outside what it is made for, wherever it is shown."""
    return caption("outside", model=face.model) if face.outside_range else face.model
