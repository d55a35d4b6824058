"""The page with the canvas: puts the current photo, its restored faces and their overlays on it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.pipeline.picture_file import PictureFile
from engine.process.protocol import FaceOutcome, PlacedFace
from fsr_desktop.canvas.canvas import Canvas
from fsr_desktop.canvas.marks import FaceMark, MarkState
from fsr_desktop.canvas.scene import Layer, PlacedPatch
from fsr_desktop.language.looks import look_of
from fsr_desktop.painters.placed import PlacedOverlay
from fsr_desktop.session.face_results import FaceResults
from fsr_desktop.session.held import measured
from fsr_desktop.session.photos import FaceEdit, PhotoItem
from fsr_desktop.session.view_state import View
from fsr_desktop.session.workspace import Workspace


class PhotoPage(QWidget):
    """Shows what the workspace and the view say, and tells what the user does on the canvas.

    Changes that come together are shown together: `refresh` runs once the window has nothing else to do.
    Signals: `refreshed` after the canvas got new content.
    """

    refreshed = Signal()

    def __init__(self, workspace: Workspace, view: View, results: FaceResults, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("photo_page")
        self._workspace, self._view, self._results = workspace, view, results
        self.canvas = Canvas(self)
        self.canvas.setObjectName("canvas")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.canvas, 1)
        self._shown = ("", 0)  # the photo on the canvas, and its picture's width
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refresh)
        workspace.photo_changed.connect(self._photo_changed)
        for changed in (workspace.current_changed, workspace.face_selected, view.changed, results.loaded):
            changed.connect(self.refresh_soon)
        self.canvas.face_clicked.connect(lambda face_id: workspace.select_face(face_id or None))
        self.canvas.face_drawn.connect(workspace.draw_face)

    def refresh_soon(self, *_what: object) -> None:
        """Show what has changed, once for all changes of this moment."""
        if not self._soon.isActive():
            self._soon.start()

    def refresh(self) -> None:
        """Put the current photo on the canvas as it is now."""
        photo = self._workspace.session.current
        picture = photo.picture if photo else None
        if photo is None or picture is None:
            self._shown = ("", 0)
            self.canvas.show_photo(None, (), keep_view=False)
            return
        shown = (photo.id, picture.width)
        state = self._view.current
        if state.mode != "looks":
            self.canvas.set_mode(state.mode)
        self.canvas.set_difference_gain(state.difference_gain)
        layers = self._layers(photo, picture)
        self.canvas.show_photo((picture.width, picture.height), layers, keep_view=shown == self._shown)
        self._shown = shown
        self.canvas.say(self._said(layers[-1].scale))
        selected = self._workspace.session.selected_face_id or ""
        self.canvas.set_marks(
            [self._mark(photo, face, number) for number, face in enumerate(photo.edits.faces, 1)],
            selected,
            show_boxes=state.show_boxes,
            show_points=state.show_points,
        )
        self.canvas.set_overlays(self._overlays(photo))
        self.refreshed.emit()

    def _photo_changed(self, photo_id: str) -> None:
        if photo_id == self._workspace.session.current_id:
            self.refresh_soon()

    def _layers(self, photo: PhotoItem, picture: PictureFile) -> list[Layer]:
        patches = self._patches(photo.placed())
        title = self.tr("After") if photo.is_restored else self.tr("Not restored")
        words, warning = (self._after_words(photo), self._warning(photo)) if patches else ("", "")
        after = Layer(title, picture, patches, words, warning=warning)
        # Beside the restoration the photo is enlarged alike, so that only what was restored differs.
        shown_alone = self._view.current.mode == "before"
        return [Layer(self.tr("Before"), picture, least_scale=1 if shown_alone else after.scale), after]

    def _after_words(self, photo: PhotoItem) -> str:
        """The look that the faces, or the selected one, have; and what a restored face is."""
        outcomes = self._outcomes(photo)
        if self._workspace.session.selected_face and not outcomes:
            return self.tr("this face is not restored")
        words = self.tr("a likely face") if len(outcomes) == 1 else self.tr("likely faces")
        used = {outcome.model for outcome in outcomes}
        model = self._workspace.installed_models.current.find(used.pop() or "") if len(used) == 1 else None
        parts = [look_of(model)] if model else []
        warning = self._warning(photo)
        parts += [warning] if warning else []
        return " · ".join([", ".join(parts), words] if parts else [words])

    def _warning(self, photo: PhotoItem) -> str:
        is_outside = any(outcome.outside_range for outcome in self._outcomes(photo))
        return self.tr("outside its range") if is_outside else ""

    def _outcomes(self, photo: PhotoItem) -> list[FaceOutcome]:
        """Of the selected face, or of all, those that were restored."""
        selected = self._workspace.session.selected_face
        faces = (selected,) if selected else photo.edits.faces
        return [found for face in faces if face.is_on and (found := photo.outcome(face)) and found.file]

    def _said(self, scale: int) -> tuple[str, str] | None:
        if scale == 1:
            return None
        return self.tr("Shown ×{scale}").format(scale=scale), self.tr("so that the faces can be seen")

    def _patches(self, placed: Sequence[PlacedFace]) -> tuple[PlacedPatch, ...]:
        """Large faces first, so that small ones stay whole, as in an export."""
        loaded = [(face, found.file) for face in placed if (found := self._results.get(face.file))]
        loaded.sort(key=lambda pair: -pair[1].face_side)
        return tuple(
            PlacedPatch(
                left=file.left,
                top=file.top,
                patch=file.patch,
                mask=file.mask,
                strength=face.strength,
                key=str(face.file),
                scale=file.scale,
            )
            for face, file in loaded
        )

    def _mark(self, photo: PhotoItem, face: FaceEdit, number: int) -> FaceMark:
        outcome = photo.outcome(face)
        state: MarkState = "off"
        if face.is_on:
            state = outcome.status if outcome else "on"
        quality = measured(photo, face)  # its width is no label: the box that is drawn has another one
        label = self.tr("real detail {detail:.0f} px").format(detail=quality.detail_px) if quality else ""
        title = self.tr("Face {number}").format(number=number)
        return FaceMark(id=face.id, box=face.face.box, points=face.face.points, label=label, state=state, title=title)

    def _overlays(self, photo: PhotoItem) -> list[PlacedOverlay]:
        """Those that are switched on, of the selected face or, if none is, of every restored face."""
        selected = self._workspace.session.selected_face
        faces = (selected,) if selected else photo.edits.faces
        wanted = self._view.current.overlays
        found: list[PlacedOverlay] = []
        for face in faces:
            number = 0 if selected else photo.edits.faces.index(face) + 1
            outcome = photo.outcome(face)
            loaded = self._results.get(outcome.file) if wanted and face.is_on and outcome and outcome.file else None
            if loaded is None:
                continue
            by_key = {overlay.key: overlay for overlay in loaded.overlays}
            found += [
                PlacedOverlay(
                    overlay=by_key[style.overlay],
                    photo_from_crop=loaded.file.photo_from_crop,
                    crop_side=loaded.file.crop.shape[0],
                    opacity=style.opacity,
                    colour_map=style.colour_map,
                    face=number,
                )
                for style in wanted
                if style.overlay in by_key
            ]
        return found
