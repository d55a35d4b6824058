"""The workspace's verbs that change what the user wants of his photos: all of them undoable."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from engine.types import Box
from fsr_desktop.session.marked_faces import marked_faces
from fsr_desktop.session.photo_jobs import PhotoJobs
from fsr_desktop.session.photos import FaceEdit, PhotoEdits, PhotoItem, Session, hand_drawn_face
from fsr_desktop.session.undo_stacks import UndoStacks
from fsr_desktop.session.undo_step import EditStep
from fsr_desktop.settings.store import SettingsStore


class EditVerbs(QObject):
    """The session with its undo, and what changes it. `Workspace` is this with the verbs that open and restore.

    Signals: as the workspace's of the same names.
    """

    photo_changed = Signal(str)
    face_selected = Signal()

    def __init__(self, settings: SettingsStore, jobs: PhotoJobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = Session()
        self.settings = settings
        self.undo_stack = UndoStacks(self)  # of the photo that is looked at
        self._jobs = jobs
        self._dropped_ids: dict[str, set[str]] = {}  # ids that faces of a photo once had

    def restore(self, photo: PhotoItem | None = None) -> None:
        """Restore the faces of a photo (the current one) that are on and not restored yet."""
        raise NotImplementedError

    def restore_many(self, photo_ids: Sequence[str]) -> None:
        """Restore these photos, as far as they are not."""
        raise NotImplementedError

    def select_face(self, face_id: str | None) -> None:
        """Select a face of the current photo."""
        if face_id != self.session.selected_face_id:
            self.session.selected_face_id = face_id
            self.face_selected.emit()

    def edit(self, photo: PhotoItem, edits: PhotoEdits, text: str, *, merge: str = "") -> None:
        """Change a photo's edits; changes with the same `merge` soon after each other are one step."""
        step = EditStep(self.put_edits, photo.id, old=photo.edits, new=edits, text=text, merge=merge)
        self.undo_stack.push(step)

    def edit_faces(
        self, change: Callable[[FaceEdit], FaceEdit], text: str, *, face_id: str = "", merge: str = ""
    ) -> None:
        """Change one face of the current photo, or all of them."""
        photo = self.session.current
        if photo is None:
            return
        faces = tuple(change(face) if face_id in ("", face.id) else face for face in photo.edits.faces)
        self.edit(photo, replace(photo.edits, faces=faces), text, merge=merge and f"{merge} {photo.id} {face_id}")

    def switch_face(self, face_id: str, *, is_on: bool) -> None:
        """Restore a face, or leave it as it is; "" means all faces of the photo."""
        text = self.tr("Switch face on") if is_on else self.tr("Switch face off")
        self.edit_faces(lambda face: replace(face, is_on=is_on), text, face_id=face_id)

    def choose_model(self, model: str, *, face_id: str = "") -> None:
        """Another model for a face, or for all of the photo; it runs at once where the photo was restored before, or is
        being restored."""
        photo = self.session.current
        was_restored = bool(photo and self._jobs.is_being_restored(photo))
        self.edit_faces(
            lambda face: replace(face, model=model, outside_range=False), self.tr("Choose model"), face_id=face_id
        )
        if photo and was_restored and self.settings.current.restore_automatically:
            self.restore(photo)

    def use_look(self, model: str, *, face_id: str, outside_range: bool = False) -> None:
        """Restore a face with the model whose result was looked at; nothing has to run for that."""
        self.edit_faces(
            lambda face: replace(face, model=model, outside_range=outside_range, is_on=True),
            self.tr("Choose model"),
            face_id=face_id,
        )

    def set_strength(self, strength: float, *, face_id: str = "") -> None:
        """Another strength for a face, or for all of the photo; nothing has to run for that."""
        self.edit_faces(
            lambda face: replace(face, strength=strength), self.tr("Change strength"), face_id=face_id, merge="strength"
        )

    def set_photo_options(
        self, *, scale: int | None = None, match_grain: bool | None = None, include_large: bool | None = None
    ) -> None:
        """How the whole current photo is restored and exported; None leaves an option as it is. Another scale runs
        nothing."""
        photo = self.session.current
        if photo is None:
            return
        edits = photo.edits
        wanted = replace(
            edits,
            scale=edits.scale if scale is None else scale,
            match_grain=edits.match_grain if match_grain is None else match_grain,
            include_large=edits.include_large if include_large is None else include_large,
        )
        was_restored = self._jobs.is_being_restored(photo)
        runs_again = (wanted.match_grain, wanted.include_large) != (edits.match_grain, edits.include_large)
        self.edit(photo, wanted, self.tr("Change options"))
        if was_restored and runs_again and self.settings.current.restore_automatically:
            self.restore(photo)

    def draw_face(self, box: Box) -> None:
        """Add a face that the user outlined in the current photo, and select it."""
        photo = self.session.current
        if photo is None or photo.opened is None:
            return
        face = self._outlined(photo, photo.edits, box)
        self.edit(photo, photo.edits.with_new_face(face), self.tr("Draw face"))
        self.select_face(face.id)

    def use_marked_faces(self, photo: PhotoItem) -> None:
        """Add the faces that another program has marked in a photo where none was found; one step of undo."""
        edits = photo.edits
        for region in marked_faces(photo):
            edits = edits.with_new_face(self._outlined(photo, edits, region.box))
        if edits is not photo.edits:
            self.edit(photo, edits, self.tr("Use marked faces"))

    def _outlined(self, photo: PhotoItem, edits: PhotoEdits, box: Box) -> FaceEdit:
        """A face with that box, as far as it is inside the photo, and an id that is new to the photo."""
        from engine.alignment.crop import tight_square  # loads Pillow, which the start need not wait for

        assert photo.opened
        picture = photo.opened.picture
        left, top = max(0.0, box.left), max(0.0, box.top)
        right, bottom = min(float(picture.width), box.right), min(float(picture.height), box.bottom)
        box = Box(left, top, right - left, bottom - top)
        values = self.settings.current
        known = self._dropped_ids.setdefault(photo.id, set())
        face = hand_drawn_face(
            edits, box, side_px=0.0, model=values.default_model, strength=values.default_strength, known_ids=known
        )
        known.add(face.id)
        return replace(face, side_px=tight_square(face.face).width)

    def change_box(self, face_id: str, box: Box) -> str:
        """Another box for a face of the current photo, which is then one that the user outlined; gives its new id."""
        from engine.alignment.crop import tight_square  # loads Pillow, which the start need not wait for

        photo = self.session.current
        old = photo.edits.face(face_id) if photo else None
        if photo is None or old is None:
            return face_id
        known = self._dropped_ids.setdefault(photo.id, set())
        known.add(face_id)
        new = hand_drawn_face(photo.edits, box, side_px=0.0, model=old.model, strength=old.strength, known_ids=known)
        new = replace(new, side_px=tight_square(new.face).width, is_on=old.is_on)
        known.add(new.id)
        faces = tuple(new if face.id == face_id else face for face in photo.edits.faces)
        self.edit(photo, replace(photo.edits, faces=faces), self.tr("Change the face's box"))
        self.select_face(new.id)
        return new.id

    def delete_face(self, face_id: str) -> None:
        """Take a face that is none out of the current photo."""
        photo = self.session.current
        if photo and photo.edits.face(face_id):
            self._dropped_ids.setdefault(photo.id, set()).add(face_id)
            self.edit(photo, photo.edits.without_face(face_id), self.tr("Delete face"))
            if self.session.selected_face_id == face_id:
                self.select_face(None)

    def put_edits(self, photo_id: str, edits: PhotoEdits) -> None:
        """Take edits as they are, without a step of undo: for undo itself, and for a session that is brought back."""
        photo = self.session.get(photo_id)
        if photo is None:
            return
        photo.edits = edits
        if photo.state in ("waiting", "opening"):
            photo.has_edits_brought_back = True
        selected = self.session.selected_face_id
        if photo is self.session.current and selected and edits.face(selected) is None:
            self.select_face(None)
        self.photo_changed.emit(photo_id)

    def choose_for(
        self,
        photos: Sequence[PhotoItem],
        *,
        model: str | None = None,
        scale: int | None = None,
        strength: float | None = None,
    ) -> None:
        """Another model, scale or strength for whole photos; None leaves it as it is. One step of undo for each.

        Another model runs at once for those that were restored before."""
        restored = [photo.id for photo in photos if photo.is_restored]
        for photo in photos:
            edits = photo.edits
            faces = tuple(
                replace(
                    face,
                    model=face.model if model is None else model,
                    outside_range=face.outside_range and model is None,
                    strength=face.strength if strength is None else strength,
                )
                for face in edits.faces
            )
            wanted = replace(edits, faces=faces, scale=edits.scale if scale is None else scale)
            merge = f"strength {photo.id}" if model is None and scale is None else ""
            self.edit(photo, wanted, self.tr("Change options"), merge=merge)
        if model is not None and restored and self.settings.current.restore_automatically:
            self.restore_many(restored)

    def _forget_ids(self, photo_id: str) -> None:
        self._dropped_ids.pop(photo_id, None)
