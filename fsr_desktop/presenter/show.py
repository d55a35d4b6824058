"""Puts the slide that is due on the stage: reads its faces, has their pictures painted, and shows them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage

from engine.explain.overlay import HeatOverlay, OverlayStyle
from fsr_desktop.presenter.common_part import common_part
from fsr_desktop.presenter.pictures import AFTER, BEFORE, PresenterPictures
from fsr_desktop.presenter.slides import Deck, Slide, SlideLook
from fsr_desktop.presenter.speaker import SpeakerState
from fsr_desktop.presenter.stage import ColourKey, Stage
from fsr_desktop.presenter.words import marked_name, slide_title
from fsr_desktop.session.face_results import FaceResults, LoadedFace
from fsr_desktop.session.photos import FaceEdit, PhotoItem

Seen = tuple[FaceEdit, Path]  # a face, and the file of what is seen of it


def faces_of(photo: PhotoItem, studied: Seen | None = None) -> list[Seen]:
    """The faces that are restored with the file of each; of the one that is `studied` the file that is seen there."""
    found = {face.id: (face, file) for face, file in photo.restored_faces()}
    if studied:
        found[studied[0].id] = studied
    return [found[face.id] for face in photo.edits.faces if face.id in found]


def looks_of(photo: PhotoItem, face: FaceEdit, file: Path) -> tuple[SlideLook, ...]:
    """The looks that a face has results of, first the one that gave the `file` that is shown."""
    found: dict[str, SlideLook] = {}
    outcomes = [photo.outcome(face), *(one for key, one in photo.results.items() if key.face_id == face.id)]
    there = [outcome for outcome in outcomes if outcome and outcome.file]
    for outcome in sorted(there, key=lambda outcome: outcome.file != file):
        if outcome.file and outcome.model:
            found.setdefault(outcome.model, SlideLook(outcome.model, outcome.file, outcome.outside_range))
    return tuple(found.values())


class SlideShow:
    """The faces of a talk, as files, with the looks of each; `style` is how overlays are drawn, `name_of` gives what a
    user reads for a model's id."""

    def __init__(
        self,
        deck: Deck,
        faces: Sequence[Path],
        looks: Sequence[tuple[SlideLook, ...]],
        *,
        results: FaceResults,
        pictures: PresenterPictures,
        style: OverlayStyle,
        name_of: Callable[[str], str],
    ) -> None:
        self._deck, self._faces, self._looks = deck, faces, looks
        self._results, self._pictures, self._style, self._name_of = results, pictures, style, name_of
        self._known: set[int] = set()  # faces whose overlays are in the deck

    def loaded(self, face: int) -> LoadedFace | None:
        """A face, once it is read; then its slides are in the deck."""
        if face >= len(self._faces):
            return None
        loaded = self._results.get(self._faces[face])
        if loaded and face not in self._known:
            self._known.add(face)
            self._deck.put(face, loaded.overlays, self._looks[face])
        return loaded

    def show(self, stage: Stage, edge: float) -> bool:
        """Show the slide, with the edge of a wipe there; False while something of it is still read or painted."""
        deck = self._deck
        slide = deck.slide
        images = self.images(deck.face, slide, deck.frame, is_shown=True)
        if images is None:
            return False
        if slide.kind == "wipe":
            before = (images[0], QCoreApplication.translate("Presenter", "Before"))
            words = QCoreApplication.translate("Presenter", "After: a likely face")
            after = (images[1], marked_name(words, is_outside=self._is_outside(deck.face)))
            stage.show_wipe(before, after, edge)
        elif slide.kind == "looks":
            names = [marked_name(self._name_of(look.model), is_outside=look.outside_range) for look in slide.looks]
            stage.show_images([*zip(images, names, strict=True)])
        else:
            stage.show_image(images[0], self._colour_key(slide))
        self._paint_ahead()
        return True

    def _is_outside(self, face: int) -> bool:
        loaded = self.loaded(face)
        return loaded is not None and loaded.file.outside_range

    def images(self, face: int, slide: Slide, frame: int, *, is_shown: bool) -> list[QImage] | None:
        """The pictures of a slide; None while they are read or painted."""
        if slide.kind == "looks":
            return self._looks_images([look.file for look in slide.looks], is_shown=is_shown)
        if face >= len(self._faces):
            return None
        wanted = {"before": (BEFORE,), "after": (AFTER,), "wipe": (BEFORE, AFTER)}.get(slide.kind, ())
        if not wanted:
            overlay = slide.overlays[min(frame, slide.frames - 1)]
            return _all([self._painted(self._faces[face], overlay, is_shown=is_shown)])
        return _all([self._painted(self._faces[face], what, is_shown=is_shown) for what in wanted])

    def _looks_images(self, paths: Sequence[Path], *, is_shown: bool) -> list[QImage] | None:
        """Each of them at the part of the photo that all of them show."""
        loaded = [self._results.get(path) for path in paths]
        files = [one.file for one in loaded if one]
        if len(files) < len(paths):
            return None
        part = common_part(files)
        found = (
            self._pictures.get_part(str(path), file, part, is_shown=is_shown)
            for path, file in zip(paths, files, strict=True)
        )
        return _all([*found])

    def speaker_state(self, *, place: str, note: str) -> SpeakerState:
        """What the speaker sees of it; `place` says where in the talk that is."""
        deck, following = self._deck, self._deck.following
        now = self.images(deck.face, deck.slide, deck.frame, is_shown=False)
        then = self.images(*following, 0, is_shown=False) if following else None
        next_words = QCoreApplication.translate("Presenter", "Next: {title}")
        last_words = QCoreApplication.translate("Presenter", "This is the last slide.")
        off = deck.arrangement.off
        return SpeakerState(
            now=now or (),
            now_title=slide_title(deck.slide, deck.frame),
            following=then or (),
            following_title=next_words.format(title=slide_title(following[1])) if following else last_words,
            place=place,
            key=deck.slide.key,
            note=note,
            slides=[(slide.key, slide_title(slide), slide.key not in off) for slide in deck.all_slides],
        )

    def _painted(self, file: Path, what: object, *, is_shown: bool) -> QImage | None:
        loaded = self._results.get(file)
        if loaded is None:
            return None
        from engine.explain.overlay import Overlay

        part = what if isinstance(what, Overlay) else str(what)
        key = part.key if isinstance(part, Overlay) else ""
        style = OverlayStyle(overlay=key, opacity=self._style.opacity, colour_map=self._style.colour_map)
        return self._pictures.get(str(file), loaded.file, part, style, is_shown=is_shown)

    def _paint_ahead(self) -> None:
        """The other pictures of the face, so that the next slide is there at once."""
        for slide in self._deck.slides:
            for frame in range(slide.frames):
                self.images(self._deck.face, slide, frame, is_shown=False)

    def _colour_key(self, slide: Slide) -> ColourKey | None:
        """What the colours of the overlay mean, where they are numbers."""
        overlay = slide.overlays[min(self._deck.frame, slide.frames - 1)] if slide.overlays else None
        return ColourKey(overlay, self._style.colour_map) if isinstance(overlay, HeatOverlay) else None


def _all(images: Sequence[QImage | None]) -> list[QImage] | None:
    there = [image for image in images if image is not None]
    return there if len(there) == len(images) and there else None
