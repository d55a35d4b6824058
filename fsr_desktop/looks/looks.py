"""Which looks of a face are compared, and what became of each. No widget: the view and the panel both show this."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from engine.messages import Message
from fsr_desktop.language.messages import shown
from fsr_desktop.looks.choices import LookChoice, first_panes, look_choices
from fsr_desktop.looks.disagreement import DisagreementPicture, disagreement_picture
from fsr_desktop.looks.pane_state import Failed, PaneState, Refused, Result, Running
from fsr_desktop.looks.refusals import refusal
from fsr_desktop.painters.face_pictures import FacePicture, RestoredPicture, photo_part, plain_picture, restored_picture
from fsr_desktop.painters.made import Made
from fsr_desktop.session.held import held
from fsr_desktop.session.photo_jobs import under_way
from fsr_desktop.session.photos import FaceEdit, OutcomeKey, PhotoItem

if TYPE_CHECKING:
    from engine.process.protocol import FaceOutcome
    from engine.types import Box, Face
    from fsr_desktop.session.face_results import FaceResults, LoadedFace
    from fsr_desktop.session.workspace import Workspace


KEPT = 20  # pictures, about 4 MB each


class Looks(QObject):
    """The looks in the panes, for the face that is looked at. Nothing runs until `begin`.

    Signals: `changed` when anything of it is to be shown anew.
    """

    changed = Signal()

    def __init__(self, workspace: Workspace, results: FaceResults, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._results = workspace, results
        self._panes: tuple[str, ...] = ()
        self._is_begun = self._is_asking = False
        self._outside: set[tuple[str, str, str]] = set()  # photo, face and look that is run all the same
        self._asked: dict[tuple[str, OutcomeKey], Face] = {}
        self._broken: dict[str, Message] = {}  # files that cannot be read
        self.made = Made(self, kept=KEPT)
        self.has_fifth_pane = False
        self.is_linked = True
        self.choices: tuple[LookChoice, ...] = look_choices(workspace.installed_models.current.models)
        for signal in (workspace.current_changed, workspace.face_selected, self.made.ready):
            signal.connect(self._refresh)
        workspace.photo_changed.connect(self._photo_changed)
        workspace.installed_models.changed.connect(self._take_models)
        results.loaded.connect(lambda _path: self._refresh())
        results.failed.connect(self._file_failed)

    # ---- what is compared

    @property
    def photo(self) -> PhotoItem | None:
        """The photo that is looked at, once it is open."""
        photo = self._workspace.session.current
        return photo if photo and photo.state == "ready" else None

    @property
    def face(self) -> FaceEdit | None:
        """The face that is looked at."""
        return self._workspace.session.face_looked_at if self.photo else None

    @property
    def panes(self) -> tuple[str, ...]:
        """The look of each pane: four, and a plain enlargement as the fifth where that is wanted."""
        panes = self._panes or first_panes(self.choices)
        return (*panes, "plain:lanczos") if self.has_fifth_pane else panes

    def choice(self, key: str) -> LookChoice | None:
        """The look of that key."""
        return next((choice for choice in self.choices if choice.key == key), None)

    def auto_key(self) -> str:
        """The look that Auto would take for the face; "" if none."""
        from engine.pipeline.model_choice import choose_automatically

        photo, face = self.photo, self.face
        models = [choice.model for choice in self.choices if choice.model]
        taken = choose_automatically(held(photo, face), models).model if photo and face else None
        return taken.card.id if taken else ""

    def is_refused(self, key: str) -> bool:
        """Whether the look refused the face."""
        return isinstance(self.state(key), Refused)

    def is_used(self, key: str) -> bool:
        """Whether the face is restored with this look."""
        photo, face = self.photo, self.face
        if photo is None or face is None or not face.is_on or face.model != key:
            return False
        outcome = photo.outcome(face)
        return outcome is None or outcome.status == "restored"

    # ---- what the user does

    def begin(self) -> None:
        """The looks are looked at from now on: what was not run yet is run."""
        self._is_begun = True
        self._refresh()

    def end(self) -> None:
        """They are not looked at any more."""
        self._is_begun = False

    def put(self, pane: int, key: str) -> None:
        """Another look in a pane."""
        panes = list(self._panes or first_panes(self.choices))
        panes[pane] = key
        self._panes = tuple(panes)
        self._refresh()

    def set_fifth_pane(self, is_on: bool) -> None:
        """A plain enlargement beside the four."""
        self.has_fifth_pane = is_on
        self._refresh()

    def set_linked(self, is_on: bool) -> None:
        """The same zoom and place in all panes, or each its own."""
        self.is_linked = is_on
        self.changed.emit()

    def run_all_the_same(self, key: str) -> None:
        """Run a look that refused this face; its result is marked."""
        if self.photo and self.face:
            self._outside.add((self.photo.id, self.face.id, key))
            self._refresh()

    def run_again(self, key: str) -> None:
        """Run a look that failed or was stopped."""
        photo, face = self.photo, self.face
        if photo and face:
            wanted = self._key(photo, face, key)
            photo.results.pop(wanted, None)
            self._asked.pop((photo.id, wanted), None)
            self._refresh()

    def use(self, key: str) -> None:
        """Restore the face with this look; its result is there already."""
        photo, face = self.photo, self.face
        if photo and face:
            is_outside = (photo.id, face.id, key) in self._outside
            self._workspace.use_look(key, face_id=face.id, outside_range=is_outside)

    # ---- what is shown

    def square(self) -> Box | None:
        """The square around the face, in photo px, that its pictures show."""
        from engine.alignment.crop import tight_square

        return tight_square(self.face.face) if self.face else None

    def photo_picture(self) -> FacePicture | None:
        """The photo's own pixels; None while they are read, or cannot be."""
        photo, square = self.photo, self.square()
        if photo is None or photo.picture is None or square is None:
            return None
        made = self.made.get(("photo", photo.id, square), partial(photo_part, photo.picture, square))
        return made if isinstance(made, FacePicture) else None

    def state(self, key: str) -> PaneState:
        """What became of a look of the face that is looked at."""
        choice, photo, face = self.choice(key), self.photo, self.face
        if choice is None or photo is None or face is None:
            return Failed(self.tr("This look is not installed any more."))
        if choice.plain:
            return self._plain(choice, photo)
        outcome = self._outcome(photo, face, key)
        if outcome is None:
            return self._without_outcome(photo, face, key)
        if outcome.status == "skipped":
            return Refused(refusal(choice, held(photo, face), outcome))
        if outcome.file is None:
            return Failed(shown(outcome.reason))
        return self._restored(outcome, outcome.file)

    def disagreement(self) -> DisagreementPicture | None:
        """Where the looks that gave a face disagree; None while fewer than two have, or it is being made."""
        files = {path: loaded.file for key in dict.fromkeys(self.panes) for path, loaded in self._loaded(key)}
        if len(files) < 2:
            return None
        made = self.made.get(("disagreement", *files), partial(disagreement_picture, tuple(files.values())))
        return made if isinstance(made, DisagreementPicture) else None

    def _loaded(self, key: str) -> list[tuple[Path, LoadedFace]]:
        photo, face = self.photo, self.face
        outcome = self._outcome(photo, face, key) if photo and face else None
        loaded = self._results.get(outcome.file) if outcome and outcome.file else None
        return [(outcome.file, loaded)] if outcome and outcome.file and loaded else []

    def _plain(self, choice: LookChoice, photo: PhotoItem) -> PaneState:
        square = self.square()
        if photo.picture is None or square is None or choice.plain is None:
            return Running(is_reading=True)
        make = partial(plain_picture, photo.picture, square, choice.plain)
        made = self.made.get((choice.key, photo.id, square), make)
        return self._result_of(made, is_outside=False)

    def _restored(self, outcome: FaceOutcome, file: Path) -> PaneState:
        if str(file) in self._broken:
            return Failed(shown(self._broken[str(file)]))
        loaded = self._results.get(file)
        if loaded is None:
            return Running(is_reading=True)
        made = self.made.get(("restored", file), partial(restored_picture, loaded.file))
        return self._result_of(made, is_outside=outcome.outside_range)

    def _result_of(self, made: object | None, *, is_outside: bool) -> PaneState:
        if isinstance(made, RestoredPicture):
            return Result(made.picture, made.departs, is_outside_range=is_outside)
        return Failed(shown(made)) if isinstance(made, Message) else Running(is_reading=True)

    def _without_outcome(self, photo: PhotoItem, face: FaceEdit, key: str) -> PaneState:
        wanted = self._key(photo, face, key)
        is_running = wanted in under_way(self._workspace.bridge, photo)
        if is_running or self._asked.get((photo.id, wanted)) is not face.face:
            return Running()
        return Failed(self.tr("It was stopped before it was done."))

    def _key(self, photo: PhotoItem, face: FaceEdit, key: str) -> OutcomeKey:
        return photo.key_of(face, key, outside_range=(photo.id, face.id, key) in self._outside)

    def _outcome(self, photo: PhotoItem, face: FaceEdit, key: str) -> FaceOutcome | None:
        return photo.results.get(self._key(photo, face, key))

    # ---- what changes

    def _refresh(self) -> None:
        """Nothing is read or run for looks that nobody sees."""
        if self._is_begun and not self._is_asking:
            self._is_asking = True  # what is asked for tells at once that the photo changed
            self._run_missing()
            self._is_asking = False
            self.changed.emit()

    def _run_missing(self) -> None:
        photo, face = self.photo, self.face
        if photo is None or face is None:
            return
        for key in dict.fromkeys(self.panes):
            choice, wanted = self.choice(key), self._key(photo, face, key)
            is_asked = self._asked.get((photo.id, wanted)) is face.face
            if choice and choice.model and not is_asked and self._outcome(photo, face, key) is None:
                self._asked[photo.id, wanted] = face.face
                self._workspace.restore_with((key,), face_id=face.id, outside_range=wanted.outside_range)

    def _photo_changed(self, photo_id: str) -> None:
        if self.photo and photo_id == self.photo.id:
            self._refresh()

    def _take_models(self) -> None:
        self.choices = look_choices(self._workspace.installed_models.current.models)
        known = {choice.key for choice in self.choices}
        if not set(self._panes) <= known:
            self._panes = ()
        self._refresh()

    def _file_failed(self, path: str, why: Message) -> None:
        self._broken[path] = why
        self._refresh()
