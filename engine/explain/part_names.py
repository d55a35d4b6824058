"""What the layers of the networks, the parts of a face, its points and its movements are called."""

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
        template("AU1 inner brow raiser"),
        template("AU2 outer brow raiser"),
        template("AU4 brow lowerer"),
        template("AU6/7 cheek raiser and lid tightener"),
        template("AU12 lip corner puller"),
        template("AU15 lip corner depressor"),
        template("AU17 chin raiser"),
        template("AU25 lips part"),
        template("AU26 jaw drop"),
        template("AU43 eyes closed"),
        template("identity"),
        template("expression"),
        template("texture"),
        template("light"),
        template("pose"),
        template("in {number}"),
        template("down {number}"),
        template("body {number}"),
        template("up {number}"),
        template("out {number}"),
        template("block {number}"),
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
