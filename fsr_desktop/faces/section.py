"""The panel's part for faces: which one, what became of it, in which look and how strongly it is restored."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from engine.messages import Message
from engine.quality.words import quality_words
from fsr_desktop.faces.crops import FaceCrops
from fsr_desktop.faces.face_entry import FaceEntry
from fsr_desktop.faces.face_painter import PICTURE
from fsr_desktop.faces.face_row import FaceRow
from fsr_desktop.faces.look_choice import Look, LookChoice
from fsr_desktop.faces.remarks import remarks
from fsr_desktop.language.looks import look_of, said_of
from fsr_desktop.language.messages import shown
from fsr_desktop.look.lettering import write_in
from fsr_desktop.session.face_results import FaceResults
from fsr_desktop.session.held import measured
from fsr_desktop.session.photo_jobs import under_way
from fsr_desktop.session.photo_state import ItemState, face_state
from fsr_desktop.session.photos import AUTO, FaceEdit, PhotoItem
from fsr_desktop.session.workspace import Workspace
from fsr_desktop.widgets.buttons import IconButton, LinkButton
from fsr_desktop.widgets.value_slider import ValueSlider

AFTER_THE_CANVAS_MS = 20  # the photo is painted first; both in one turn of the event loop would be felt
JOBS_EVERY_MS = 100


class FacesSection(QWidget):
    """Speaks of the selected face, or of all. Signals: `draw_requested`, when the user wants to outline a face;
    `compare_requested` the looks; `about_requested` what the looks are; `menu_wanted` with a face's id and the place on
    the screen; `summary_changed` with a few words for the section's head."""

    draw_requested = Signal()
    compare_requested = Signal()
    about_requested = Signal()
    menu_wanted = Signal(str, QPoint)
    summary_changed = Signal(str)

    def __init__(self, workspace: Workspace, results: FaceResults, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("faces")
        self._workspace, self._results = workspace, results
        self._unreadable: dict[str, str] = {}  # restored faces whose file cannot be read
        self._crops = FaceCrops(PICTURE, self)
        self._build()
        self._soon = QTimer(self, singleShot=True, interval=AFTER_THE_CANVAS_MS)
        self._soon.timeout.connect(self.refresh)
        self._jobs_soon = QTimer(self, singleShot=True, interval=JOBS_EVERY_MS)
        self._jobs_soon.timeout.connect(self.refresh)
        for changed in (workspace.photos_changed, workspace.current_changed, self._crops.ready, results.loaded):
            changed.connect(self.refresh_soon)
        workspace.face_selected.connect(self.refresh)
        workspace.photo_changed.connect(self._photo_changed)
        workspace.bridge.tasks_changed.connect(self._jobs_changed)
        results.failed.connect(self._face_unreadable)
        workspace.installed_models.changed.connect(self._show_looks)
        self._show_looks()
        self.refresh()

    # ---- parts

    def _build(self) -> None:
        self.row = FaceRow(self)
        self.row.chosen.connect(lambda face_id: self._workspace.select_face(face_id or None))
        self.row.new_wanted.connect(self.draw_requested)
        self.row.menu_wanted.connect(self.menu_wanted)
        self.name_label = QLabel(self)
        self.name_label.setObjectName("face_name")
        self.name_label.setTextFormat(Qt.TextFormat.RichText)
        self.name_label.setWordWrap(True)
        self.about_button = IconButton("info", self.tr("About the looks"), self)
        self.about_button.clicked.connect(self.about_requested)
        self.compare_button = LinkButton(self.tr("Compare looks"), self)
        self.compare_button.setObjectName("compare_looks")
        self.compare_button.clicked.connect(self.compare_requested)
        self.look = LookChoice(self)
        self.look.chosen.connect(self._choose_look)
        self.why = QLabel(self)
        self.why.setObjectName("why_look")
        write_in(self.why, "small", "text2")
        self.why.setWordWrap(True)
        self.strength = ValueSlider(self.tr("Strength"), self)
        self.strength.setObjectName("strength")
        self.strength.setToolTip(self.tr("How much of the restoration is blended over the photo; nothing runs again"))
        self.strength.changed.connect(self._change_strength)
        self.leave = QCheckBox(self.tr("Leave this face as it is"), self)
        self.leave.setObjectName("leave_face")
        self.leave.setTristate(False)
        self.leave.clicked.connect(lambda is_left: self._workspace.switch_face(self._selected_id(), is_on=not is_left))
        self._details = QWidget(self)
        details = _column(self._details, spacing=8)
        details.addLayout(_row(self.name_label, self.about_button))
        details.addSpacing(2)
        look_label = QLabel(self.tr("Look"), self._details)
        look_label.setProperty("lettering", "label")
        details.addLayout(_row(look_label, self.compare_button))
        for widget in (self.look, self.why, self.strength, self.leave):
            details.addWidget(widget)
        self.empty = QLabel(self)
        self.empty.setObjectName("no_faces")
        self.empty.setWordWrap(True)
        column = _column(self, spacing=8)
        for widget in (self.row, self.empty, self._details):
            column.addWidget(widget)

    # ---- what is shown

    def refresh_soon(self, *_what: object) -> None:
        """Show what has changed, once for all changes of this moment."""
        if not self._soon.isActive():
            self._soon.start()

    def refresh(self) -> None:
        """Show the faces of the current photo as they are now."""
        photo = self._workspace.session.current
        faces = photo.edits.faces if photo else ()
        self._details.setVisible(bool(faces))
        self.row.setVisible(photo is not None and photo.state == "ready")
        words = "" if photo and faces else self._empty_words(photo)
        self.empty.setText(words)
        self.empty.setVisible(bool(words))
        if photo is None:
            self.summary_changed.emit("")
            return
        jobs = under_way(self._workspace.bridge, photo)
        states = [self._unread(photo, face) or face_state(photo, face, jobs) for face in faces]
        entries = [
            self._entry(photo, face, number, state)
            for number, (face, state) in enumerate(zip(faces, states, strict=True), 1)
        ]
        self.row.show_faces(entries, self._selected_id())
        restored = sum(state.name == "restored" for state in states)
        if faces:
            of_all = self.tr("{done} of {count} restored").format(done=restored, count=len(faces))
            self.summary_changed.emit(of_all)
            self._show_chosen(photo, states)
        else:
            self.summary_changed.emit("")

    def _entry(self, photo: PhotoItem, face: FaceEdit, number: int, state: ItemState) -> FaceEntry:
        before = self._crops.get(photo.picture, face.face.box) if photo.picture else None
        outcome = photo.outcome(face)
        after = None
        if face.is_on and outcome and outcome.file and (loaded := self._results.get(outcome.file)):
            after = self._crops.get_restored(str(outcome.file), loaded.file.restored)
        words = self.tr("Face {number}, {side:.0f} px wide, {state}").format(
            number=number, side=face.side_px, state=state.text
        )
        return FaceEntry(
            id=face.id,
            words=words,
            sign=state.sign,
            tone=state.tone,
            picture=after or before,
            before=before if after else None,
            is_on=face.is_on,
            is_restored=state.name == "restored",
        )

    def _show_chosen(self, photo: PhotoItem, states: list[ItemState]) -> None:
        """What is said of the selected face, or of all of them."""
        faces = photo.edits.faces
        selected = self._workspace.session.selected_face
        chosen = (selected,) if selected else faces
        if selected:
            number = faces.index(selected) + 1
            state = states[number - 1]
            head = self.tr("Face {number}").format(number=number)
            rest = self.tr("{side:.0f} px wide, {state}").format(
                side=selected.side_px, state=self._state_words(photo, selected, state)
            )
            self.name_label.setToolTip(self._size_words(selected))
            why = self._why(photo, selected, state)
        else:
            head = self.tr("All faces")
            sides = sorted(round(face.side_px) for face in faces)
            both = self.tr("{low} px wide") if sides[0] == sides[-1] else self.tr("{low}–{high} px wide")
            rest = both.format(low=sides[0], high=sides[-1])
            self.name_label.setToolTip("")
            pairs = zip(faces, states, strict=True)
            reasons = dict.fromkeys(words for one, state in pairs for words in (state.reason, *remarks(photo, one)))
            why = self._why(photo, faces[0], states[0]) if len(faces) == 1 else "\n".join(filter(None, reasons))
        self.name_label.setText(f"<b>{head}</b>&nbsp; <span>{rest}</span>")
        models = {face.model for face in chosen}
        self.look.show_value(models.pop() if len(models) == 1 else None)
        self.why.setText(why)
        self.why.setVisible(bool(why))
        strengths = [face.strength for face in chosen]
        self.strength.set_value(round(100 * sum(strengths) / len(strengths)), is_mixed=len(set(strengths)) > 1)
        is_left = [not face.is_on for face in chosen]
        self.leave.setText(
            self.tr("Leave this face as it is") if len(chosen) == 1 else self.tr("Leave all faces as they are")
        )
        state = Qt.CheckState.PartiallyChecked if any(is_left) and not all(is_left) else Qt.CheckState.Unchecked
        self.leave.setCheckState(Qt.CheckState.Checked if all(is_left) else state)
        for widget in (self.look, self.strength):
            widget.setEnabled(not all(is_left))

    def _state_words(self, photo: PhotoItem, face: FaceEdit, state: ItemState) -> str:
        outcome = photo.outcome(face)
        if outcome and outcome.outside_range and state.name == "restored":
            return self.tr("restored outside its look's range")
        return state.word

    def _why_look(self, photo: PhotoItem, face: FaceEdit) -> str:
        outcome = photo.outcome(face)
        if face.model != AUTO or outcome is None or not outcome.model or outcome.status != "restored":
            return ""
        model = self._workspace.installed_models.current.find(outcome.model)
        name = look_of(model) if model else outcome.model
        return self.tr("Auto took {look}.").format(look=name)

    def _why(self, photo: PhotoItem, face: FaceEdit, state: ItemState) -> str:
        """What the face holds, and why it has its look or none."""
        quality = measured(photo, face)
        said = shown(quality_words(quality)) if quality else ""
        return "\n".join(filter(None, (said, state.reason or self._why_look(photo, face), *remarks(photo, face))))

    def _unread(self, photo: PhotoItem, face: FaceEdit) -> ItemState | None:
        outcome = photo.outcome(face) if face.is_on else None
        words = self._unreadable.get(str(outcome.file)) if outcome and outcome.file else None
        return ItemState("failed", reason=words) if words else None

    def _size_words(self, face: FaceEdit) -> str:
        side = self.tr(
            "The square that a look is given is {side:.0f} px wide in the photo; the frame marks only what was found "
            "of the face. How much real detail the square holds decides which look suits it."
        )
        if face.face.source == "hand":
            found = self.tr("You outlined it.")
        else:
            percent = round(100 * face.face.score)
            found = self.tr("The detector is {percent} % sure that it is a face.").format(percent=percent)
        return side.format(side=face.side_px) + "\n" + found

    def _empty_words(self, photo: PhotoItem | None) -> str:
        if photo is None:
            return self.tr("Open a photo, and its faces appear here.")
        if photo.state in ("waiting", "opening"):
            return self.tr("Finding faces…")
        if photo.state == "failed":
            return self.tr("This photo could not be opened.")
        return self.tr("No face was found. Press + and drag a box over one, forehead to chin.")

    # ---- what the user does

    def _selected_id(self) -> str:
        return self._workspace.session.selected_face_id or ""

    def _choose_look(self, model: str) -> None:
        photo, face = self._workspace.session.current, self._workspace.session.selected_face
        chosen = (face,) if face else photo.edits.faces if photo else ()
        if any(one.model != model for one in chosen):
            self._workspace.choose_model(model, face_id=self._selected_id())

    def _change_strength(self, percent: int) -> None:
        self._workspace.set_strength(percent / 100, face_id=self._selected_id())

    # ---- what happens elsewhere

    def _show_looks(self) -> None:
        models = self._workspace.installed_models.current.models
        self.look.set_looks(
            [
                Look(
                    id=model.card.id,
                    name=look_of(model),
                    said=said_of(model),
                    is_usual=model.source == "shipped" and not model.card.for_study,
                )
                for model in models
            ]
        )
        self.refresh_soon()

    def _photo_changed(self, photo_id: str) -> None:
        if photo_id == self._workspace.session.current_id:
            self.refresh_soon()

    def _jobs_changed(self) -> None:
        if not self._jobs_soon.isActive():
            self._jobs_soon.start()

    def _face_unreadable(self, name: str, why: Message) -> None:
        self._unreadable[name] = shown(why)
        self.refresh_soon()


def _column(parent: QWidget, *, spacing: int) -> QVBoxLayout:
    column = QVBoxLayout(parent)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    return column


def _row(left: QWidget, right: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(left, 1)
    row.addWidget(right)
    return row
