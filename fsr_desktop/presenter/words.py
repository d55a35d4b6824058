"""The words of presenter mode: what a slide is called, and the sentence below it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from fsr_desktop.language.messages import shown
from fsr_desktop.presenter.slides import Slide

translate = QCoreApplication.translate


def slide_title(slide: Slide, frame: int = 0) -> str:
    """What stands large below a slide."""
    if slide.overlays:
        return shown(slide.overlays[min(frame, slide.frames - 1)].title)
    return {
        "before": translate("Presenter", "Before"),
        "wipe": translate("Presenter", "Before and after"),
        "after": translate("Presenter", "After"),
        "looks": translate("Presenter", "Several looks"),
    }[slide.kind]


def marked_name(name: str, *, is_outside: bool) -> str:
    """The name of a restored picture; in a second line that the face is outside the range of its model."""
    return name + "\n" + translate("Presenter", "outside its range") if is_outside else name


def slide_words(slide: Slide, frame: int, *, photo: str, look: str, is_outside: bool = False) -> str:
    """The sentence below it; `look` is the name of what restored the face, which may be outside its range."""
    if slide.overlays:
        return shown(slide.overlays[min(frame, slide.frames - 1)].explanation)
    if slide.kind == "before":
        return translate("Presenter", "The face as it is in {name}, enlarged.").format(name=photo)
    if slide.kind == "looks":
        return translate("Presenter", "Likely faces, each drawn in another way: where they differ, none is proof.")
    if is_outside:
        words = translate(
            "Presenter",
            "The same face restored by {model}, outside its range: a likely face, not proof of how the person looked.",
        )
        return words.format(model=look)
    words = translate(
        "Presenter", "The same face restored by {model}: a likely face, not proof of how the person looked."
    )
    return words.format(model=look)


def key_rows() -> tuple[tuple[str, str], ...]:
    """The keys and what they do, as they are shown on request."""
    return (
        (translate("Presenter", "Page down, Right, Space, N"), translate("Presenter", "Next slide")),
        (translate("Presenter", "Page up, Left, P"), translate("Presenter", "Previous slide")),
        (translate("Presenter", "Up, Down"), translate("Presenter", "Next or previous face")),
        (translate("Presenter", "Enter"), translate("Presenter", "Play or pause")),
        (translate("Presenter", "Drag"), translate("Presenter", "Move the edge between before and after")),
        (translate("Presenter", "B or ."), translate("Presenter", "Blank screen")),
        (translate("Presenter", "Home"), translate("Presenter", "Back to the start")),
        (
            translate("Presenter", "V"),
            translate("Presenter", "Speaker view: next slide, notes, clock, order of slides"),
        ),
        (translate("Presenter", "S"), translate("Presenter", "To the next screen")),
        (translate("Presenter", "E"), translate("Presenter", "Export the animation of this face")),
        (translate("Presenter", "F1 or ?"), translate("Presenter", "These keys")),
        (translate("Presenter", "Esc, F11"), translate("Presenter", "Leave")),
    )
