"""What the user decides before a model is fine-tuned: photos, model, what is trained, time and name."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from engine.process.protocol import FindFinetuneFaces, Finetune
from fsr_desktop.finetune.models import FinetunableModel
from fsr_desktop.look.icons import icon
from fsr_desktop.widgets.number_field import WholeNumberField
from fsr_desktop.widgets.primary_button import PrimaryButton

USUAL_MINUTES, MOST_MINUTES = 15, 240
SENSIBLE_MINUTES = (5, 30)


class FinetuneForm(QWidget):
    """Asks for all that a fine-tuning needs.

    Signals: `changed` after any choice; `look_asked` and `start_asked` by its buttons.
    """

    changed = Signal()
    look_asked = Signal()
    start_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("finetune_form")
        self._folder: Path | None = None
        self._models: dict[str, FinetunableModel] = {}
        self._build()
        for chosen in (self._model.currentIndexChanged, self._layers.currentIndexChanged, self._minutes.valueChanged):
            chosen.connect(self._tell)
        self._say()

    @property
    def folder(self) -> Path | None:
        """The folder of photos, or None."""
        return self._folder

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
        self._model.blockSignals(True)
        self._model.clear()
        for model in models:
            self._model.addItem(model.id, model.id)
            self._model.setItemData(self._model.count() - 1, model.title, Qt.ItemDataRole.ToolTipRole)
        self._model.setCurrentIndex(max(0, self._model.findData(chosen)))
        self._model.blockSignals(False)
        self._tell()

    @property
    def model(self) -> str:
        """The id of the base model, or ""."""
        return str(self._model.currentData() or "")

    @property
    def name(self) -> str:
        """What the new model is to be called."""
        return self._name.text().strip() or self._name.placeholderText()

    def look_job(self) -> FindFinetuneFaces | None:
        """The job that looks for faces, or None while something is missing."""
        return FindFinetuneFaces(model=self.model, photos=self._folder) if self._folder and self.model else None

    def finetune_job(self) -> Finetune | None:
        """The job that fine-tunes, or None while something is missing."""
        if self._folder is None or not self.model:
            return None
        return Finetune(
            model=self.model,
            photos=self._folder,
            name=self.name,
            layers=cast(Literal["last", "all"], self._layers.currentData()),
            minutes=float(self._minutes.value()),
            keep_anyway=self._keep.isChecked(),
        )

    def set_busy(self, *, can_look: bool, can_start: bool, can_edit: bool) -> None:
        """Which buttons may be used now, if nothing is missing."""
        is_complete = bool(self._folder and self.model)
        self._look.setEnabled(can_look and is_complete)
        self._start.setEnabled(can_start and is_complete)
        for widget in (self._folder_button, self._model, self._layers, self._minutes, self._name, self._keep):
            widget.setEnabled(can_edit)

    # ---- parts

    def _build(self) -> None:
        self._folder_button = QPushButton(icon("open-folder"), self.tr("Choose a folder…"))
        self._folder_button.setObjectName("finetune_folder")
        self._folder_button.setAccessibleName(self.tr("Folder of photos"))
        self._folder_button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._folder_button.clicked.connect(self._choose_folder)
        self._model = self._box("finetune_model", self.tr("Base model"))
        self._layers = self._box("finetune_layers", self.tr("What is trained"))
        self._layers.addItem(self.tr("The last layers: safe"), "last")
        self._layers.addItem(self.tr("All layers: learns more"), "all")
        self._minutes = WholeNumberField()
        self._minutes.setObjectName("finetune_minutes")
        self._minutes.setAccessibleName(self.tr("Minutes"))
        self._minutes.setRange(1, MOST_MINUTES)
        self._minutes.setValue(USUAL_MINUTES)
        self._minutes.setToolTip(self.tr("It ends earlier if the held-out faces get no better."))
        self._name = QLineEdit()
        self._name.setObjectName("finetune_name")
        self._name.setAccessibleName(self.tr("Name of the new model"))
        self._name.setPlaceholderText(self.tr("My photos"))
        self._name.setMaxLength(60)
        self._keep = QCheckBox(self.tr("Keep it even if it is not better"))
        self._keep.setObjectName("finetune_keep")
        self._advice = QLabel()
        self._advice.setObjectName("finetune_advice")
        self._advice.setWordWrap(True)
        self._look = QPushButton(icon("face"), self.tr("Look at faces"))
        self._look.setObjectName("finetune_look")
        self._look.setToolTip(self.tr("Shows which faces of the photos would be used, before anything is trained."))
        self._look.clicked.connect(self.look_asked)
        self._start = PrimaryButton("finetune", self.tr("Start teaching"))
        self._start.setObjectName("finetune_start")
        self._start.clicked.connect(self.start_asked)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setVerticalSpacing(6)
        form.addRow(self.tr("&Photos"), self._folder_button)
        form.addRow(self.tr("&Base model"), self._model)
        form.addRow(self.tr("&What is trained"), self._layers)
        form.addRow(self.tr("&Time"), self._minutes)
        form.addRow(self.tr("&Name of the new model"), self._name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(form)
        column.addWidget(self._keep)
        column.addWidget(self._advice)
        column.addStretch(1)
        column.addWidget(self._look)
        column.addWidget(self._start)

    def _box(self, name: str, accessible_name: str) -> QComboBox:
        box = QComboBox()
        box.setObjectName(name)
        box.setAccessibleName(accessible_name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(10)
        return box

    def _choose_folder(self) -> None:
        start = str(self._folder or "")
        folder = QFileDialog.getExistingDirectory(self, self.tr("A folder of sharp photos with faces"), start)
        if folder:
            self.set_folder(Path(folder))

    def _tell(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        """Advice for what is chosen."""
        chosen = self._models.get(self.model)
        self._layers.setToolTip(
            self.tr(
                "The last layers turn features into the picture: little can go wrong. All layers, at a lower rate, "
                "learn more from many photos."
            )
        )
        low, high = SENSIBLE_MINUTES
        self._minutes.setSuffix(self.tr(" minute") if self._minutes.value() == 1 else self.tr(" minutes"))
        if chosen and not chosen.has_last_layers and self._layers.currentData() == "last":
            text = self.tr("This model does not say which layers are its last: train all layers.")
        elif self._minutes.value() < low:
            text = self.tr("Less than {low} minutes rarely change much.").format(low=low)
        elif self._minutes.value() > high:
            text = self.tr("More than {high} minutes pay off only with many photos.").format(high=high)
        else:
            text = self.tr("Use sharp photos: the model learns to make blurred ones look like them.")
        self._advice.setText(text)
