"""What the layers of the networks, the parts of a face and its points are called."""

from __future__ import annotations

from engine.messages import Message, message_of, plain, template

_NAMES = frozenset(
    (
        template("eyes"),
        template("left eye"),
        template("right eye"),
        template("left brow"),
        template("right brow"),
        template("nose"),
        template("mouth"),
        template("jawline"),
        template("chin"),
        template("identity"),
        template("expression"),
        template("in {number}"),
        template("down {number}"),
        template("body {number}"),
        template("up {number}"),
        template("out {number}"),
        template("jaw {number}"),
        template("right brow {number}"),
        template("left brow {number}"),
        template("nose bridge {number}"),
        template("nose base {number}"),
        template("right eye {number}"),
        template("left eye {number}"),
        template("outer lip {number}"),
        template("inner lip {number}"),
    )
)


def part_name(name: str) -> Message:
    """A name in a graph or a restoration as a user reads it: "body_3" is "body 3"; one that nobody knows stays so."""
    text = " ".join(name.replace("_", " ").replace(".", " ").split())
    words, _, number = text.rpartition(" ")
    if number.isdigit() and f"{words} {{number}}" in _NAMES:
        return message_of(f"{words} {{number}}", {"number": int(number)})
    return Message(text) if text in _NAMES else plain(text)
