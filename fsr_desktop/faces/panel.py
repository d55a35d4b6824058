"""The faces of the current photo: what became of each, and what is to be done with it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from engine.messages import Message
from fsr_desktop.faces.card import PICTURE_SIDE, FaceCard
from fsr_desktop.faces.controls import FaceControls
from fsr_desktop.faces.crops import FaceCrops
from fsr_desktop.language.messages import shown
from fsr_desktop.look.icons import icon
from fsr_desktop.session.face_results import FaceResults
from fsr_desktop.session.photo_jobs import under_way
from fsr_desktop.session.photos import AUTO, FaceEdit, PhotoItem
from fsr_desktop.session.status_words import StatusWords, face_status
from fsr_desktop.session.workspace import Workspace

CARDS_AT_ONCE = 1  # new ones; more would be felt
MORE_CARDS_MS = 15  # until the next ones, so that the window can do something else meanwhile
JOBS_EVERY_MS = 100
AFTER_THE_CANVAS_MS = 20  # the photo is painted first; both in one turn of the event loop would be felt


class FacesDock(QWidget):
    """A card for each face of the current photo, and a row for all of them.

    Signals: `draw_requested`, when the user wants to outline a face.
    """

    draw_requested = Signal()

    def __init__(self, workspace: Workspace, results: FaceResults, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("faces_page")
        self._workspace = workspace
        self._unreadable: dict[str, str] = {}  # restored faces whose file cannot be read
        self._crops = FaceCrops(PICTURE_SIDE, self)
        self.cards: list[FaceCard] = []
        self._build()
        self._soon = QTimer(self, singleShot=True, interval=AFTER_THE_CANVAS_MS)
        self._soon.timeout.connect(self.refresh)
        self._more = QTimer(self, singleShot=True, interval=MORE_CARDS_MS)
        self._more.timeout.connect(self._add_cards)
        self._jobs_soon = QTimer(self, singleShot=True, interval=JOBS_EVERY_MS)
        self._jobs_soon.timeout.connect(self.refresh)
        self._crops.ready.connect(self._show_pictures)
        workspace.photo_changed.connect(self._photo_changed)
        workspace.photos_changed.connect(self.refresh_soon)
        workspace.current_changed.connect(self.refresh_soon)
        workspace.face_selected.connect(self._selection_changed)
        workspace.bridge.tasks_changed.connect(self._jobs_changed)
        results.failed.connect(self._face_unreadable)
        workspace.installed_models.changed.connect(self._show_models)
        self._show_models()
        self.refresh()

    def sizeHint(self) -> QSize:
        """Room for a few faces."""
        return QSize(300, 420)

    # ---- parts

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.setSpacing(6)
        layout.addWidget(self._all_row())
        self.empty_label = QLabel(self)
        self.empty_label.setObjectName("no_faces")
        self.empty_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty_label.setWordWrap(True)
        self.empty_label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QWidget(self._scroll)
        self._column = QVBoxLayout(column)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addStretch(1)
        self._scroll.setWidget(column)
        layout.addWidget(self.empty_label, 1)
        layout.addWidget(self._scroll, 1)
        layout.addLayout(self._buttons())

    def _all_row(self) -> QWidget:
        self.all_row = QWidget(self)
        self.all_switch = QCheckBox(self.tr("All faces"), self.all_row)
        self.all_switch.setObjectName("all_faces_switch")
        self.all_switch.setToolTip(self.tr("Switch all faces of this photo on or off."))
        self.all_switch.clicked.connect(self._switch_all)
        self.all_controls = FaceControls(self.all_row)
        self.all_controls.setObjectName("all_faces_controls")
        self.all_controls.name_for(self.tr("Model of all faces"), self.tr("Strength of all faces"))
        self.all_controls.model_chosen.connect(self._choose_model_of_all)
        self.all_controls.strength_changed.connect(lambda value: self._workspace.set_strength(value))
        column = QVBoxLayout(self.all_row)
        column.setContentsMargins(8, 0, 8, 0)
        column.setSpacing(4)
        column.addWidget(self.all_switch)
        column.addWidget(self.all_controls)
        return self.all_row

    def _buttons(self) -> QHBoxLayout:
        self.draw_button = _button("face-draw", self.tr("Draw a face"), "draw_face", self)
        self.draw_button.setToolTip(self.tr("Drag a box over a face that was not found, forehead to chin."))
        self.draw_button.clicked.connect(self.draw_requested)
        self.delete_button = _button("face-delete", self.tr("Delete face"), "delete_face", self)
        self.delete_button.setToolTip(self.tr("Take the selected box out of the list, where it is no face."))
        self.delete_button.clicked.connect(self._delete_selected)
        row = QHBoxLayout()
        row.addWidget(self.draw_button)
        row.addWidget(self.delete_button)
        return row

    def _new_card(self) -> FaceCard:
        card = FaceCard(self._scroll.widget())
        card.set_models(self._models())
        card.picked.connect(self._workspace.select_face)
        card.switched.connect(lambda face_id, is_on: self._workspace.switch_face(face_id, is_on=is_on))
        card.model_chosen.connect(self._choose_model)
        card.strength_changed.connect(lambda face_id, value: self._workspace.set_strength(value, face_id=face_id))
        card.delete_pressed.connect(self._workspace.delete_face)
        self._column.insertWidget(len(self.cards), card)
        self.cards.append(card)
        return card

    # ---- what is shown

    def refresh_soon(self) -> None:
        """Show what has changed, once for all changes of this moment."""
        if not self._soon.isActive():
            self._soon.start()

    def refresh(self) -> None:
        """Show the faces of the current photo as they are now."""
        photo = self._workspace.session.current
        faces = photo.edits.faces if photo else ()
        self.all_row.setVisible(bool(faces))
        self._scroll.setVisible(bool(faces))
        self.empty_label.setVisible(not faces)
        self.empty_label.setText(self._empty_words(photo))
        self.draw_button.setEnabled(photo is not None and photo.opened is not None)
        self.delete_button.setEnabled(self._workspace.session.selected_face is not None)
        if photo and faces:
            self._show_all_row(faces)
            self._show_cards(photo)
        for card in self.cards[len(faces) :]:
            card.hide()
        self._add_cards()

    def _add_cards(self) -> None:
        """A few cards more, if there are more faces, and the next ones in a moment."""
        photo = self._workspace.session.current
        faces = photo.edits.faces if photo else ()
        first = len(self.cards)
        for _number in range(min(CARDS_AT_ONCE, len(faces) - first)):
            self._new_card()
        if photo and len(self.cards) > first:
            self._show_cards(photo, first=first)
        if len(self.cards) < len(faces):
            self._more.start()

    def _show_cards(self, photo: PhotoItem, *, first: int = 0) -> None:
        """Show the faces from index `first` on, as far as there are cards."""
        jobs = under_way(self._workspace.bridge, photo)
        selected = self._workspace.session.selected_face_id
        for index, (card, face) in enumerate(zip(self.cards, photo.edits.faces, strict=False)):
            if index >= first:
                status = self._status(photo, face) or face_status(photo, face, jobs)
                card.show_face(face, index + 1, status, is_selected=face.id == selected)
                card.show()
        self._show_pictures(first=first)

    def _show_pictures(self, *, first: int = 0) -> None:
        photo = self._workspace.session.current
        picture = photo.picture if photo else None
        if photo is None:
            return
        for card, face in list(zip(self.cards, photo.edits.faces, strict=False))[first:]:
            card.show_picture(self._crops.get(picture, face.face.box) if picture else None)

    def _status(self, photo: PhotoItem, face: FaceEdit) -> StatusWords | None:
        outcome = photo.outcome(face) if face.is_on else None
        words = self._unreadable.get(str(outcome.file)) if outcome and outcome.file else None
        return StatusWords("error", self.tr("failed: {reason}").format(reason=words)) if words else None

    def _show_all_row(self, faces: tuple[FaceEdit, ...]) -> None:
        on = sum(face.is_on for face in faces)
        state = Qt.CheckState.PartiallyChecked
        if on in (0, len(faces)):
            state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        self.all_switch.setCheckState(state)
        models, strengths = {face.model for face in faces}, {face.strength for face in faces}
        model = faces[0].model if len(models) == 1 else None
        self.all_controls.show_values(model, faces[0].strength if len(strengths) == 1 else None)

    def _empty_words(self, photo: PhotoItem | None) -> str:
        if photo is None:
            return self.tr("Open a photo, and its faces appear here.")
        if photo.state in ("waiting", "opening"):
            return self.tr("Finding faces…")
        if photo.state == "failed":
            return self.tr("This photo could not be opened.")
        return self.tr("No face was found. Choose “Draw a face” and drag a box over one.")

    # ---- what the user does

    def _switch_all(self) -> None:
        photo = self._workspace.session.current
        if photo:
            is_on = not all(face.is_on for face in photo.edits.faces)
            self._workspace.switch_face("", is_on=is_on)
            self._show_all_row(photo.edits.faces)

    def _choose_model_of_all(self, model: str) -> None:
        photo = self._workspace.session.current
        if photo and any(face.model != model for face in photo.edits.faces):
            self._workspace.choose_model(model)

    def _choose_model(self, face_id: str, model: str) -> None:
        photo = self._workspace.session.current
        face = photo.edits.face(face_id) if photo else None
        if face and face.model != model:
            self._workspace.choose_model(model, face_id=face_id)

    def _delete_selected(self) -> None:
        if self._workspace.session.selected_face_id:
            self._workspace.delete_face(self._workspace.session.selected_face_id)

    # ---- what happens elsewhere

    def _show_models(self) -> None:
        models = self._models()
        for one in (self.all_controls, *self.cards):
            one.set_models(models)

    def _models(self) -> list[str]:
        return [AUTO, *(model.card.id for model in self._workspace.installed_models.current.models)]

    def _photo_changed(self, photo_id: str) -> None:
        if photo_id == self._workspace.session.current_id:
            self.refresh_soon()

    def _selection_changed(self) -> None:
        self.refresh()
        selected = self._workspace.session.selected_face_id
        for card in self.cards:
            if selected and card.face_id == selected and not card.isHidden():
                self._scroll.ensureWidgetVisible(card)

    def _jobs_changed(self) -> None:
        if not self._jobs_soon.isActive():
            self._jobs_soon.start()

    def _face_unreadable(self, name: str, why: Message) -> None:
        self._unreadable[name] = shown(why)
        self.refresh_soon()


def _button(icon_name: str, text: str, name: str, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setIcon(icon(icon_name))
    button.setText(text)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setObjectName(name)
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
