"""What the user decides before a model is fine-tuned: photos, model, what is trained, time and name."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Literal, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLabel, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from engine.process.protocol import FindFinetuneFaces, Finetune
from fsr_desktop.finetune.estimate import duration_words
from fsr_desktop.finetune.models import FinetunableModel
from fsr_desktop.look.icons import icon
from fsr_desktop.look.lettering import write_in
from fsr_desktop.widgets.accent_button import AccentButton
from fsr_desktop.widgets.combo_box import ComboBox
from fsr_desktop.widgets.segments import Segments

MINUTES = (5, 10, 15, 30, 60, 120, 240)
USUAL_MINUTES = "15"
SENSIBLE_MINUTES = 30
MARGIN, BELOW_LABEL, BETWEEN = 16, 4, 12  # px


class FinetuneForm(QWidget):
    """Asks for all that a fine-tuning needs.

    Signals: `changed` after any choice; `start_asked` by its button.
    """

    changed = Signal()
    start_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("finetune_form")
        self._folder: Path | None = None
        self._models: dict[str, FinetunableModel] = {}
        self._build()
        for chosen in (self._model.chosen, self._layers.chosen, self._minutes.chosen):
            chosen.connect(self._tell)
        self._say()

    @property
    def folder(self) -> Path | None:
        """The folder of photos, or None."""
        return self._folder

    def choose_folder(self) -> None:
        """Ask for the folder of photos."""
        start = str(self._folder or "")
        folder = QFileDialog.getExistingDirectory(self, self.tr("A folder of sharp photos with faces"), start)
        if folder:
            self.set_folder(Path(folder))

    def set_folder(self, folder: Path) -> None:
        """Take the photos of this folder."""
        self._folder = folder
        self._folder_button.setText(folder.name or str(folder))
        self._folder_button.setToolTip(str(folder))
        self._name.setPlaceholderText(folder.name or self.tr("My photos"))
        self._tell()

    def set_models(self, models: list[FinetunableModel]) -> None:
        """Offer these models; the one that was chosen stays."""
        chosen = self.model
        self._models = {model.id: model for model in models}
        self._model.clear_rows()
        for model in models:
            self._model.add_row(model.id, model.title, model.said)
        if chosen in self._models:
            self._model.set_key(chosen)
        self._tell()

    @property
    def model(self) -> str:
        """The id of the base model, or ""."""
        return self._model.key()

    @property
    def minutes(self) -> float:
        """How long it may take."""
        return float(self._minutes.key())

    @property
    def name(self) -> str:
        """What the new model is to be called."""
        return self._name.text().strip() or self._name.placeholderText()

    def look_job(self) -> FindFinetuneFaces | None:
        """The job that looks for faces, or None while something is missing."""
        return FindFinetuneFaces(model=self.model, photos=self._folder) if self._folder and self.model else None

    def finetune_job(self, left_out: Collection[str] = ()) -> Finetune | None:
        """The job that fine-tunes without the faces of these names, or None while something is missing."""
        if self._folder is None or not self.model:
            return None
        return Finetune(
            model=self.model,
            photos=self._folder,
            name=self.name,
            layers=cast(Literal["last", "all"], self._layers.value()),
            minutes=self.minutes,
            keep_anyway=self._keep.isChecked(),
            left_out=tuple(sorted(left_out)),
        )

    def set_busy(self, *, can_start: bool, can_edit: bool) -> None:
        """Whether it can begin, and whether anything can be chosen."""
        self._start.setEnabled(can_start)
        for widget in (self._folder_button, self._model, self._layers, self._minutes, self._name, self._keep):
            widget.setEnabled(can_edit)

    # ---- parts

    def _build(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self._column.setSpacing(0)
        self._folder_button = QPushButton(icon("folder"), self.tr("Choose a folder…"))
        self._folder_button.setObjectName("finetune_folder")
        self._folder_button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._folder_button.clicked.connect(self.choose_folder)
        self._add(self.tr("Photos"), self._folder_button)

        self._model = self._box("finetune_model")
        self._add(self.tr("Base model"), self._model)
        self._layers = Segments([("last", self.tr("Last layers")), ("all", self.tr("All layers"))], is_wide=True)
        self._layers.setObjectName("finetune_layers")
        self._add(self.tr("What is trained"), self._layers)
        self._layers_words = self._add_words("finetune_layers_words")
        self._minutes = self._box("finetune_minutes")
        for minutes in MINUTES:
            self._minutes.add_row(str(minutes), self.tr("{minutes} min").format(minutes=minutes))
        self._minutes.set_key(USUAL_MINUTES)
        self._add(self.tr("Time"), self._minutes)
        self._name = QLineEdit()
        self._name.setObjectName("finetune_name")
        self._name.setPlaceholderText(self.tr("My photos"))
        self._name.setMaxLength(60)
        self._add(self.tr("Name of the new model"), self._name)
        self._keep = QCheckBox(self.tr("Keep it even if it is not better"))
        self._keep.setObjectName("finetune_keep")
        self._column.addWidget(self._keep)
        self._column.addStretch(1)
        self._estimate = self._add_words("finetune_estimate")
        self._start = AccentButton(self.tr("Start teaching"))
        self._start.setObjectName("finetune_start")
        self._start.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._start.clicked.connect(self.start_asked)
        self._column.addWidget(self._start)

    def _add(self, title: str, control: QWidget) -> None:
        label = QLabel(title)
        label.setBuddy(control)
        control.setAccessibleName(title)
        self._column.addWidget(label)
        self._column.addSpacing(BELOW_LABEL)
        self._column.addWidget(control)
        self._column.addSpacing(BETWEEN)

    def _add_words(self, name: str) -> QLabel:
        words = QLabel()
        words.setObjectName(name)
        words.setWordWrap(True)
        write_in(words, "small", "text2")
        self._column.addWidget(words)
        self._column.addSpacing(BETWEEN)
        return words

    def _box(self, name: str) -> ComboBox:
        box = ComboBox()
        box.setObjectName(name)
        box.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(10)
        return box

    def _tell(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        """What the choices mean, and how long it takes."""
        chosen = self._models.get(self.model)
        if self._layers.value() == "all":
            text = self.tr("Learns more from many photos, at a lower rate.")
        elif chosen and not chosen.has_last_layers:
            text = self.tr("This model does not say which layers are its last: train all layers.")
        else:
            text = self.tr("Safe: only what turns features into the picture.")
        self._layers_words.setText(text)
        words = duration_words(self.minutes)
        if self.minutes > SENSIBLE_MINUTES:
            words = " ".join((words, self.tr("So much time pays off only with many photos.")))
        self._estimate.setText(words)
