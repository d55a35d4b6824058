"""What is studied: a face as one look gave it, and which of its maps are shown and how. No widget."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, QTimer, Signal

from engine.explain.overlay import HeatOverlay, ImageOverlay, PromisedOverlay
from engine.messages import Message
from fsr_desktop.language.looks import look_of
from fsr_desktop.language.messages import shown
from fsr_desktop.painters.made import Made
from fsr_desktop.session.status_words import failure_words
from fsr_desktop.study.chosen_look import ChosenLook
from fsr_desktop.study.entries import Entry, StripRow, entries_of, input_entry, rows_of
from fsr_desktop.study.given import given_image, side_given

if TYPE_CHECKING:
    from engine.explain.overlay import Overlay
    from engine.models.registry import InstalledModel
    from engine.process.protocol import FaceOutcome
    from fsr_desktop.session.face_results import FaceResults, LoadedFace
    from fsr_desktop.session.photos import FaceEdit, PhotoItem
    from fsr_desktop.session.workspace import Workspace

Mode = Literal["photo", "over", "alone"]
FRAME_MS = 900


class StudyState(QObject):
    """The face that is looked at, as a look gave it; `shown` are one or two keys of what is looked at of it.

    Signals: `face_changed` when another face or result is there; `shown_changed` when something else of it is shown, or
    in another way.
    """

    face_changed = Signal()
    shown_changed = Signal()

    def __init__(self, workspace: Workspace, results: FaceResults, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._results = workspace, results
        values = workspace.settings.current
        self.mode: Mode = "over"
        self.opacity, self.colour_map = values.overlay_opacity, values.colour_map
        self.shown: tuple[str, ...] = ()
        self.loaded: LoadedFace | None = None
        self.file: Path | None = None
        self.message = ""
        self.entries: tuple[Entry, ...] = ()
        self.rows: tuple[StripRow, ...] = ()
        self.made = Made(self)
        self._is_begun = False
        self.chosen = ChosenLook(workspace)
        self._wanted: dict[Path, str] = {}  # the group to be shown as soon as it is computed
        self._player = QTimer(self, interval=FRAME_MS)
        self._player.timeout.connect(lambda: self.step(1, in_group=True))
        self._listen()

    # ---- what there is

    @property
    def photo(self) -> PhotoItem | None:
        """The photo that is looked at."""
        return self._workspace.session.current

    @property
    def face(self) -> FaceEdit | None:
        """The face that is looked at."""
        return self._workspace.session.face_looked_at

    @property
    def models(self) -> tuple[InstalledModel, ...]:
        """The looks that could give the face."""
        return self._workspace.installed_models.current.models

    @property
    def look(self) -> str:
        """The id of the look that gave what is studied, or was chosen for that; "" while none is."""
        outcome = self.chosen.outcome
        return self.chosen.model or (outcome.model if outcome else "") or ""

    def look_name(self) -> str:
        """Its plain name."""
        model = self._model()
        return look_of(model) if model else self.look

    def _model(self) -> InstalledModel | None:
        return next((one for one in self.models if one.card.id == self.look), None)

    def entry(self, key: str) -> Entry | None:
        """The entry of that key."""
        found = (entry for row in self.rows for entry in row.entries if entry.key == key)
        return next(found, None)

    @property
    def active(self) -> Entry | None:
        """What was chosen last: the sentence is about it."""
        return self.entry(self.shown[-1]) if self.shown else None

    @property
    def visible(self) -> Entry | None:
        """The same, but None for a map in the view of the photo alone, where it is not seen."""
        active = self.active
        return active if active and self.is_seen(active) else None

    def is_seen(self, entry: Entry) -> bool:
        """Whether it is drawn: in the view of the photo alone no map is."""
        return self.mode != "photo" or entry.is_picture

    @property
    def studied(self) -> tuple[FaceEdit, Path] | None:
        """The face that is looked at, and the file of what is seen of it here; None while there is none."""
        return (self.face, self.file) if self.loaded and self.face and self.file else None

    def promises(self) -> tuple[PromisedOverlay, ...]:
        """What can be had, but must be computed first."""
        offered = self.loaded.offered if self.loaded else ()
        return tuple(one for one in offered if isinstance(one, PromisedOverlay))

    def overlays(self) -> tuple[Overlay, ...]:
        """All that the look gave."""
        return self.loaded.overlays if self.loaded else ()

    # ---- what the user does

    def begin(self) -> None:
        """The face is studied from now on."""
        self._is_begun = True
        self.refresh()

    def end(self) -> None:
        """It is not looked at any more: nothing is read or plays."""
        self._is_begun = False
        self._player.stop()

    def choose_look(self, model_id: str) -> None:
        """Study the face as another look gives it; it is run if it was not yet."""
        self.chosen.choose(model_id)
        self.refresh()

    def run_all_the_same(self) -> None:
        """Run the look that refused the face; its result is marked."""
        self.chosen.run_all_the_same()
        self.refresh()

    def show(self, key: str, *, beside: bool = False) -> None:
        """Show this one; `beside` the one that is shown, or no more if it is there already."""
        if not beside:
            self.shown = (key,)
        elif key in self.shown:
            self.shown = tuple(one for one in self.shown if one != key) or self.shown
        else:
            self.shown = (*self.shown[:1], key)
        self.shown_changed.emit()

    def set_mode(self, mode: Mode) -> None:
        """The photo without the map, the map over it, or the map alone."""
        self.mode = mode
        self.shown_changed.emit()

    def set_opacity(self, opacity: float) -> None:
        """How much of a map covers the face."""
        self.opacity = min(1.0, max(0.0, round(opacity, 2)))
        self.shown_changed.emit()

    def set_colour_map(self, name: str) -> None:
        """The colours of maps."""
        self.colour_map = name
        self.shown_changed.emit()

    def step(self, by: int, *, in_group: bool = False) -> None:
        """The next of what can be looked at, round and round; `in_group`: of the same group."""
        active = self.active
        found = [entry for row in self.rows for entry in row.entries]
        if active and in_group:
            found = [entry for entry in self.entries if entry.overlay.group == active.overlay.group]
        if not found:
            return
        keys = [entry.key for entry in found]
        at = keys.index(active.key) if active and active.key in keys else -by
        self.shown = (*self.shown[:-1], keys[(at + by) % len(keys)])
        self.shown_changed.emit()

    @property
    def is_playing(self) -> bool:
        """Whether the layers of the group follow each other by themselves."""
        return self._player.isActive()

    def play(self, is_on: bool) -> None:
        """Let them follow each other, or stop that."""
        if is_on:
            self._player.start()
        else:
            self._player.stop()
        self.shown_changed.emit()

    def show_group(self, group: str) -> bool:
        """Show the first of a group, or no more of it; says whether the face has it."""
        first = next((entry for entry in self.entries if entry.overlay.group == group), None)
        if first is None:
            return False
        active = self.active
        if active and active.overlay.group == group and self.mode != "photo":
            self.set_mode("photo")
        else:
            self.mode = "over" if self.mode == "photo" else self.mode
            self.show(first.key)
        return True

    def compute(self, promise: PromisedOverlay) -> None:
        """Ask for what is promised; its first layer is shown when it is there."""
        if self.photo and self.file:
            self._wanted[self.file] = promise.group
            self._workspace.overlay_jobs.compute(self.photo, self.file, shown(promise.title))

    def job_of_promises(self) -> tuple[bool, str]:
        """Whether what is promised is being computed, and why that failed last."""
        jobs = self._workspace.overlay_jobs
        if self.file is None:
            return False, ""
        failure = jobs.failure_of(self.file)
        return jobs.is_under_way(self.file), failure_words(failure) if failure else ""

    # ---- what changes

    def refresh(self) -> None:
        """Take what is there of the face that is looked at, while it is studied."""
        if not self._is_begun:
            return
        outcome = self.chosen.outcome
        file = outcome.file if outcome else None
        loaded = self._results.get(file) if file else None
        given = self._given(loaded, file) if file and loaded else None
        if file and (loaded is None or given is None):
            self._take(None, file, self.tr("Reading the restored face…"))
        else:
            self._take(loaded, file, "" if loaded else self._what_to_do(outcome), given)

    def _take(
        self, loaded: LoadedFace | None, file: Path | None, words: str, given: ImageOverlay | Message | None = None
    ) -> None:
        if (loaded, file, words) == (self.loaded, self.file, self.message) and self.rows:
            self.face_changed.emit()
            return
        self.loaded, self.file, self.message = loaded, file, words
        self.entries = entries_of(loaded.overlays) if loaded else ()
        self.rows = self._rows(given) if loaded else ()
        if loaded and file:
            self._show_first(file)
        self.face_changed.emit()
        self.shown_changed.emit()

    def _rows(self, given: ImageOverlay | Message | None) -> tuple[StripRow, ...]:
        face, entry = self.face, None
        if face and isinstance(given, ImageOverlay):
            entry = input_entry(given, face_px=round(face.side_px), reduced_px=self._low_side())
        return rows_of(self.entries, entry, self.look_name())

    def _given(self, loaded: LoadedFace, file: Path) -> ImageOverlay | Message | None:
        """What the model was given; None until it is made."""
        side = side_given(loaded.file, self._low_side())
        made = self.made.get(("given", file, side), partial(given_image, loaded.file, side))
        return made if isinstance(made, ImageOverlay | Message) else None

    def _low_side(self) -> int:
        model = self._model()
        return model.card.low_side if model else 0

    def _show_first(self, file: Path) -> None:
        """Keep what is shown where this face has it; else begin with the first map."""
        wanted = self._wanted.get(file, "")
        computed = next((entry.key for entry in self.entries if wanted and entry.overlay.group == wanted), "")
        if computed:
            del self._wanted[file]
            self.shown = (computed,)
            return
        kept = tuple(key for key in self.shown if self.entry(key))
        first = next((entry for entry in self.entries if isinstance(entry.overlay, HeatOverlay)), None)
        usual = (first.key,) if first else tuple(entry.key for entry in self.entries[:1])
        self.shown = kept or usual

    def _what_to_do(self, outcome: FaceOutcome | None) -> str:
        if self.photo is None:
            return self.tr("Open a photo and restore it: then you see here what the model looked at.")
        if self.face is None:
            return self.tr("No face was found in this photo: draw a box around one and restore it.")
        if outcome and outcome.reason:
            return self.tr("This face was not restored. {reason}").format(reason=shown(outcome.reason))
        if self.chosen.is_under_way:
            return self.tr("Restoring…")
        if failure := self.chosen.failure:
            return failure_words(failure)
        return self.tr("Restore the face, or choose a look for it at the right.")

    def _listen(self) -> None:
        workspace = self._workspace
        for signal in (workspace.current_changed, workspace.face_selected, workspace.installed_models.changed):
            signal.connect(self.refresh)
        workspace.photo_changed.connect(lambda photo_id: self._if_current(photo_id))
        workspace.overlay_jobs.changed.connect(lambda _file: self.face_changed.emit())
        workspace.overlay_jobs.computed.connect(self._results.read_again)
        self._results.loaded.connect(lambda _path: self.refresh())
        self._results.failed.connect(self._file_failed)
        self.made.ready.connect(self._made_ready)

    def _if_current(self, photo_id: str) -> None:
        if self.photo and photo_id == self.photo.id:
            self.refresh()

    def _made_ready(self) -> None:
        if self.loaded is None:
            self.refresh()

    def _file_failed(self, path: str, why: Message) -> None:
        if str(self.file) == path:
            self._take(None, self.file, shown(why))
