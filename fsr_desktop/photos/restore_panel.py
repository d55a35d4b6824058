"""How a photo is restored, the button that does it, and what is known of the photo and of the face."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from engine.pipeline.auto_scale import AUTO_SCALE, SCALES
from engine.process.protocol import FaceOutcome
from fsr_desktop.language.messages import shown
from fsr_desktop.language.numbers import decimal
from fsr_desktop.session.photos import FaceEdit, PhotoItem
from fsr_desktop.session.status_words import not_opened
from fsr_desktop.session.view_state import View
from fsr_desktop.session.workspace import Workspace
from fsr_desktop.widgets.labelled_slider import LabelledSlider
from fsr_desktop.widgets.primary_button import PrimaryButton
from fsr_desktop.widgets.vertical_scroll import VerticalScroll

MOST_GAIN = 16


class ResultDock(QWidget):
    """Adjusts and restores the current photo. What is adjusted for faces holds for the selected one, or for all."""

    def __init__(self, workspace: Workspace, view: View, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("result")
        self._workspace, self._view = workspace, view
        self._models = workspace.installed_models
        self._build()
        for changed in (workspace.photos_changed, workspace.current_changed, workspace.face_selected):
            changed.connect(self.refresh)
        workspace.photo_changed.connect(lambda _photo: self.refresh())
        view.changed.connect(self._show_gain)
        self._models.changed.connect(self.refresh)
        self._show_gain()
        self.refresh()

    def refresh(self) -> None:
        """Show the current photo's options and facts."""
        photo = self._workspace.session.current
        face = self._workspace.session.face_looked_at
        ready = photo is not None and photo.state == "ready"
        self.adjust.setEnabled(ready)
        self.restore_button.setEnabled(photo is not None and photo.state != "failed")
        self.restore_all_button.setVisible(len(self._workspace.session) > 1)
        self._show_strength(photo)
        self._show_options(photo, face)
        _fill(self._photo_facts, self._facts_of_photo(photo))
        outcome = photo.outcome(face) if photo and face else None
        _fill(self._face_facts, self._facts_of_face(face, outcome) if face else [])
        self._face_box.setVisible(face is not None)

    # ---- parts

    def _build(self) -> None:
        self.restore_button = PrimaryButton("restore", self.tr("Restore"), self)
        self.restore_button.setObjectName("restore")
        self.restore_button.setToolTip(self.tr("Restore the faces of this photo that are switched on"))
        self.restore_button.clicked.connect(lambda: self._workspace.restore())
        self.restore_all_button = QPushButton(self.tr("Restore all photos"), self)
        self.restore_all_button.setObjectName("restore_all")
        self.restore_all_button.clicked.connect(lambda: self._workspace.restore_all())
        self._photo_box, self._photo_facts = self._facts_box(self.tr("Photo"), "photo_facts")
        self._face_box, self._face_facts = self._facts_box(self.tr("Face"), "face_facts")
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setSpacing(10)
        for widget in (self.restore_button, self.restore_all_button, self._adjust_box(), self._face_box):
            column.addWidget(widget)
        column.addWidget(self._photo_box)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(VerticalScroll(inside, self))

    def _adjust_box(self) -> QGroupBox:
        self.adjust = QGroupBox(self.tr("Adjust"), self)
        self.strength = LabelledSlider(self.tr("Strength"), parent=self.adjust)
        self.strength.setObjectName("strength")
        self.strength.setToolTip(self.tr("How much of the restoration is blended over the photo; nothing runs again"))
        self.strength.changed.connect(self._change_strength)
        self.grain = QCheckBox(self.tr("Match the photo's grain"), self.adjust)
        self.grain.setObjectName("match_grain")
        self.grain.setToolTip(self.tr("Adds noise like that around the face, so that the face does not look pasted in"))
        self.grain.clicked.connect(lambda is_on: self._workspace.set_photo_options(match_grain=is_on))
        self.large = QCheckBox(self.tr("Restore large faces too"), self.adjust)
        self.large.setObjectName("include_large")
        self.large.setToolTip(
            self.tr("Faces larger than a model is meant for show more already than it can add, so they are left out")
        )
        self.large.clicked.connect(lambda is_on: self._workspace.set_photo_options(include_large=is_on))
        self.gain = LabelledSlider(self.tr("Difference, made stronger"), low=1, high=MOST_GAIN, suffix=" ×")
        self.gain.setObjectName("difference_gain")
        self.gain.setToolTip(self.tr("By how much differences of brightness are multiplied in the view Difference"))
        self.gain.changed.connect(
            lambda gain: self._view.change(replace(self._view.current, difference_gain=float(gain)))
        )
        column = QVBoxLayout(self.adjust)
        column.addWidget(self.strength)
        column.addWidget(QLabel(self.tr("Enlarge the photo"), self.adjust))
        column.addLayout(self._scale_row())
        column.addWidget(self.scale_why)
        for widget in (self.grain, self.large, self.gain):
            column.addWidget(widget)
        return self.adjust

    def _scale_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self._scales = QButtonGroup(self)
        for scale in (AUTO_SCALE, *SCALES):
            button = QPushButton(f"×{scale}" if scale else self.tr("Auto"), self.adjust)
            button.setObjectName(f"scale_{scale}")
            button.setCheckable(True)
            words = self.tr("Enlarge the photo {scale} times") if scale else self.tr("Enlarge the photo automatically")
            button.setAccessibleName(words.format(scale=scale))
            self._scales.addButton(button, scale)
            row.addWidget(button, 1)
        self._scales.idClicked.connect(lambda scale: self._workspace.set_photo_options(scale=scale))
        self.scale_why = QLabel(self.adjust)
        self.scale_why.setObjectName("scale_why")
        self.scale_why.setWordWrap(True)
        return row

    def _facts_box(self, title: str, name: str) -> tuple[QGroupBox, QFormLayout]:
        box = QGroupBox(title, self)
        box.setObjectName(name)
        form = QFormLayout(box)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        return box, form

    # ---- what is shown

    def _show_strength(self, photo: PhotoItem | None) -> None:
        selected = self._workspace.session.selected_face
        self.strength.set_label(self.tr("Strength of this face") if selected else self.tr("Strength of all faces"))
        faces = (selected,) if selected else photo.edits.faces if photo else ()
        self.strength.setEnabled(bool(faces))
        if faces:
            self.strength.set_value(round(100 * sum(face.strength for face in faces) / len(faces)))

    def _change_strength(self, percent: int) -> None:
        selected = self._workspace.session.selected_face
        self._workspace.set_strength(percent / 100, face_id=selected.id if selected else "")

    def _show_options(self, photo: PhotoItem | None, face: FaceEdit | None) -> None:
        if photo is None:
            self.scale_why.hide()
            return
        self.grain.setChecked(photo.edits.match_grain)
        self.large.setChecked(photo.edits.include_large)
        button = self._scales.button(photo.edits.scale)
        if button:
            button.setChecked(True)
        words = self._why_enlarge(photo, face)
        self.scale_why.setText(words)
        self.scale_why.setVisible(bool(words))

    def _why_enlarge(self, photo: PhotoItem, face: FaceEdit | None) -> str:
        if photo.edits.scale == AUTO_SCALE:
            return shown(photo.export_scale.reason) if photo.is_restored else ""
        side = self._output_side(photo, face)
        if face is None or not side or side <= face.side_px:
            return ""
        scale = photo.edits.scale
        if side > face.side_px * scale:
            words = self.tr("A face of {face:.0f} px is restored to {side} px: only an enlarged photo shows all of it.")
        else:
            words = self.tr("The photo is large enough now to show all {side} px of a face that had {face:.0f} px.")
        return words.format(face=face.side_px, side=side)

    def _output_side(self, photo: PhotoItem, face: FaceEdit | None) -> int:
        """Px of the restored face; 0 where that is not known yet."""
        if face is None:
            return 0
        outcome = photo.outcome(face)
        model = self._models.current.find(outcome.model if outcome and outcome.model else face.model)
        return model.card.output_size if model else 0

    def _show_gain(self) -> None:
        state = self._view.current
        self.gain.setEnabled(state.mode == "difference")
        self.gain.set_value(round(state.difference_gain))

    # ---- facts

    def _facts_of_photo(self, photo: PhotoItem | None) -> list[tuple[str, str]]:
        if photo is None:
            return [("", self.tr("No photo is open."))]
        facts = [(self.tr("File"), photo.path.name)]
        if photo.state == "failed":
            words = not_opened(photo)
            return [*facts, (self.tr("Problem"), f"{words.text} {words.hint}".strip())]
        opened = photo.opened
        if opened is None:
            return [*facts, ("", self.tr("It is being opened."))]
        width, height = opened.picture.width, opened.picture.height
        size = self.tr("{width} × {height} px, {megapixels} MP")
        bits = self.tr("{bits} bits, grey") if opened.is_grey else self.tr("{bits} bits per colour")
        facts += [
            (self.tr("Size"), size.format(width=width, height=height, megapixels=decimal(width * height / 1e6, 1))),
            (self.tr("Format"), f"{opened.format}, {bits.format(bits=opened.bits)}"),
            (self.tr("Faces"), str(len(photo.edits.faces))),
        ]
        scale = photo.export_scale.scale
        if scale > 1:
            facts.append((self.tr("Result"), f"{width * scale} × {height * scale} px"))
        return [*facts, *((self.tr("Note"), shown(note)) for note in opened.notes)]

    def _facts_of_face(self, face: FaceEdit, outcome: FaceOutcome | None) -> list[tuple[str, str]]:
        facts = [(self.tr("In the photo"), self.tr("{side:.0f} px").format(side=face.side_px))]
        if outcome is None:
            state = self.tr("Not restored yet") if face.is_on else self.tr("Switched off")
            return [*facts, (self.tr("State"), state)]
        states = {
            "restored": self.tr("Restored"),
            "skipped": self.tr("Left as it is"),
            "failed": self.tr("Failed, left as it is"),
        }
        facts.append((self.tr("State"), states[outcome.status]))
        if outcome.reason:
            facts.append((self.tr("Why"), shown(outcome.reason)))
        if outcome.model:
            facts.append((self.tr("Model"), outcome.model))
        if outcome.status == "restored":
            model = self._models.current.find(outcome.model or "")
            if model:
                facts.append((self.tr("Restored to"), self.tr("{side} px").format(side=model.card.output_size)))
        if outcome.provider:  # a file of a former version does not tell
            facts.append((self.tr("Took"), self.tr("{seconds} s").format(seconds=decimal(outcome.seconds, 2))))
            facts.append((self.tr("Ran on"), outcome.provider.removesuffix("ExecutionProvider")))
        return facts


def _fill(form: QFormLayout, facts: list[tuple[str, str]]) -> None:
    """Show facts, their name on the left; those of the same words stay as they are."""
    shown = [
        (form.itemAt(row, QFormLayout.ItemRole.LabelRole), form.itemAt(row, QFormLayout.ItemRole.FieldRole))
        for row in range(form.rowCount())
    ]
    if [tuple(_text(item.widget()) for item in pair if item) for pair in shown] == facts:
        return
    while form.rowCount():
        form.removeRow(0)
    for name, value in facts:
        label = QLabel(value)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setMinimumWidth(80)
        named = QLabel(name)
        named.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        named.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
        label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        form.addRow(named, label)


def _text(widget: QWidget | None) -> str:
    return widget.text() if isinstance(widget, QLabel) else ""
