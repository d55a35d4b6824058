"""The panel's part with what is known of the photo and of the face, in words that can be copied."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from engine.process.protocol import FaceOutcome
from engine.quality.words import quality_words
from engine.types import FaceQuality
from fsr_desktop.language.looks import look_of
from fsr_desktop.language.messages import shown
from fsr_desktop.language.numbers import decimal
from fsr_desktop.look.lettering import write_in
from fsr_desktop.session.held import measured
from fsr_desktop.session.photos import FaceEdit, PhotoItem
from fsr_desktop.session.status_words import not_opened
from fsr_desktop.session.workspace import Workspace

Fact = tuple[str, str]


class DetailsSection(QWidget):
    """Facts, the face's first. Signals: `summary_changed` with a few words for the section's head."""

    summary_changed = Signal(str)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("details")
        self._workspace = workspace
        self._models = workspace.installed_models
        self._shown: list[Fact] = []
        self._form = QFormLayout()
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setHorizontalSpacing(12)
        self._form.setVerticalSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._form)
        self._soon = QTimer(self, singleShot=True, interval=40)
        self._soon.timeout.connect(self.refresh)
        for changed in (workspace.photos_changed, workspace.current_changed, workspace.face_selected):
            changed.connect(self._soon.start)
        workspace.photo_changed.connect(lambda _photo: self._soon.start())
        self._models.changed.connect(self._soon.start)
        self.refresh()

    @property
    def facts(self) -> list[Fact]:
        """What is shown: names and values."""
        return self._shown

    def refresh(self) -> None:
        """Show what is known now."""
        photo, face = self._workspace.session.current, self._workspace.session.face_looked_at
        outcome = photo.outcome(face) if photo and face else None
        quality = measured(photo, face) if photo and face else None
        of_face = self._facts_of_face(face, quality, outcome) if face else []
        facts = [*of_face, *self._facts_of_photo(photo)]
        if facts != self._shown:
            self._shown = facts
            self._fill()
        self.summary_changed.emit(self._summary(outcome))

    def _summary(self, outcome: FaceOutcome | None) -> str:
        if outcome is None or outcome.status != "restored":
            return ""
        model = self._models.current.find(outcome.model or "")
        parts = [look_of(model) if model else outcome.model or ""]
        if outcome.provider:
            parts.append(self.tr("{seconds} s").format(seconds=decimal(outcome.seconds, 1)))
            parts.append(outcome.provider.removesuffix("ExecutionProvider"))
        return ", ".join(parts)

    def _facts_of_face(self, face: FaceEdit, quality: FaceQuality | None, outcome: FaceOutcome | None) -> list[Fact]:
        side = self.tr("{side:.0f} px wide").format(side=face.side_px)
        facts: list[Fact] = [(self.tr("Face"), shown(quality_words(quality)) if quality else side)]
        by_hand = face.face.source == "hand"
        score = self.tr("CenterFace, score {score}").format(score=decimal(face.face.score, 2))
        facts.append((self.tr("Found by"), self.tr("you, by hand") if by_hand else score))
        if outcome is None:
            return facts
        if outcome.reason:
            facts.append((self.tr("Why"), shown(outcome.reason)))
        if outcome.prior_refusal:
            facts.append((self.tr("3D face"), shown(outcome.prior_refusal)))
        model = self._models.current.find(outcome.model or "")
        if outcome.model:
            facts.append((self.tr("Model"), outcome.model))
        if outcome.status == "restored" and model:
            facts.append((self.tr("Restored to"), self.tr("{side} px").format(side=model.card.output_size)))
        if outcome.provider:  # a file of a former version does not tell
            took = self.tr("{seconds} s on {provider}")
            provider = outcome.provider.removesuffix("ExecutionProvider")
            facts.append((self.tr("Took"), took.format(seconds=decimal(outcome.seconds, 2), provider=provider)))
        if model and model.card.sha256:
            facts.append((self.tr("SHA-256"), f"{model.card.sha256[:6]}…{model.card.sha256[-6:]}"))
        return facts

    def _facts_of_photo(self, photo: PhotoItem | None) -> list[Fact]:
        if photo is None:
            return [("", self.tr("No photo is open."))]
        facts: list[Fact] = [(self.tr("File"), photo.path.name)]
        if photo.state == "failed":
            words = not_opened(photo)
            return [*facts, (self.tr("Problem"), f"{words.text} {words.hint}".strip())]
        opened = photo.opened
        if opened is None:
            return [*facts, ("", self.tr("It is being opened."))]
        width, height = opened.picture.width, opened.picture.height
        bits = self.tr("{bits} bits, grey") if opened.is_grey else self.tr("{bits} bits per colour")
        facts.append((self.tr("Size"), self._size_words(width, height)))
        facts.append((self.tr("Format"), f"{opened.format}, {bits.format(bits=opened.bits)}"))
        scale = photo.export_scale.scale
        if scale > 1:
            facts.append((self.tr("Result"), self._size_words(width * scale, height * scale)))
        return [*facts, *((self.tr("Note"), shown(note)) for note in opened.notes)]

    def _size_words(self, width: int, height: int) -> str:
        megapixels = width * height / 1e6
        if megapixels < 0.1:
            return self.tr("{width} × {height} px").format(width=width, height=height)
        words = self.tr("{width} × {height} px, {megapixels} MP")
        return words.format(width=width, height=height, megapixels=decimal(megapixels, 1))

    def _fill(self) -> None:
        while self._form.rowCount():
            self._form.removeRow(0)
        for name, value in self._shown:
            label = QLabel(value, self)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setMinimumWidth(80)
            named = QLabel(name, self)
            write_in(named, "body", "text2")
            named.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
            for one in (named, label):
                one.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            self._form.addRow(named, label)
