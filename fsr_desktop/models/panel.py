"""Which model restores the faces: the installed ones to choose from, the card of each, and how to compare them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QRadioButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from engine.models.registry import InstalledModel
from fsr_desktop.language.engine_faults import shown_error
from fsr_desktop.look.icons import icon
from fsr_desktop.models.card_view import ModelCardView
from fsr_desktop.session.photos import AUTO, FaceEdit
from fsr_desktop.session.view_state import View
from fsr_desktop.session.workspace import Workspace

MOST_COMPARED = 3
ID_ROLE = Qt.ItemDataRole.UserRole


class ModelDock(QWidget):
    """A click, or Enter, on a model takes it for the faces; the arrow keys only show its card. When another model comes
    into use, or another face is looked at, the highlight goes to the model in use.
    """

    def __init__(self, workspace: Workspace, view: View, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("models")
        self._workspace, self._view = workspace, view
        self._installed = workspace.installed_models
        self._followed: tuple[str | None, str | None, str | None] = (None, None, None)  # photo, face, its model
        self._build()
        self._installed.changed.connect(self._fill)
        workspace.current_changed.connect(self._show_choice)
        workspace.face_selected.connect(self._show_choice)
        workspace.photos_changed.connect(self._show_choice)
        workspace.photo_changed.connect(lambda _photo: self._show_choice())
        view.changed.connect(self._show_compared)
        self._fill()

    # ---- parts

    def _build(self) -> None:
        self.for_all = QRadioButton(self.tr("For all faces"), self)
        self.for_face = QRadioButton(self.tr("For this face"), self)
        self.for_all.setObjectName("model_for_all")
        self.for_face.setObjectName("model_for_face")
        self.for_face.setToolTip(self.tr("Only the selected face gets the model that you choose"))
        self.for_all.setChecked(True)
        scope = QButtonGroup(self)
        self._scope = QWidget(self)
        row = QHBoxLayout(self._scope)
        row.setContentsMargins(0, 0, 0, 0)
        for button in (self.for_all, self.for_face):
            scope.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        scope.buttonToggled.connect(self._show_choice)
        self.hint = QLabel(self.tr("Open a photo to choose a model for its faces."), self)
        self.hint.setWordWrap(True)
        self.list = QListWidget(self)
        self.list.setObjectName("model_list")
        self.list.setAccessibleName(self.tr("Installed models"))
        self.list.setWordWrap(True)
        self.list.setIconSize(QSize(16, 16))
        self.list.setSpacing(2)
        empty = QPixmap(self.list.iconSize())
        empty.fill(Qt.GlobalColor.transparent)
        self._no_icon = QIcon(empty)  # keeps the words of all rows under each other
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.itemClicked.connect(self._choose)
        self.list.itemActivated.connect(self._choose)
        self.list.currentItemChanged.connect(self._show_card)
        self.card = ModelCardView(self)
        parts = QSplitter(Qt.Orientation.Vertical, self)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.list)
        parts.addWidget(self.card)
        parts.setSizes([220, 420])
        parts.setStretchFactor(1, 1)
        column = QVBoxLayout(self)
        for widget in (self._scope, self.hint):
            column.addWidget(widget)
        column.addWidget(parts, 1)
        column.addWidget(self._compare_box())

    def _compare_box(self) -> QGroupBox:
        box = QGroupBox(self.tr("Compare on this photo"), self)
        box.setToolTip(self.tr("Restores the photo with up to three models and shows them side by side"))
        column = QVBoxLayout(box)
        self._checks_column = QVBoxLayout()
        self._checks: dict[str, QCheckBox] = {}
        self.compare_button = QPushButton(icon("compare-side"), self.tr("Compare"), box)
        self.compare_button.setObjectName("compare_models")
        self.compare_button.clicked.connect(self._compare)
        self.end_button = QPushButton(self.tr("End comparison"), box)
        self.end_button.setObjectName("end_comparison")
        self.end_button.clicked.connect(lambda: self._view.change(replace(self._view.current, compared=())))
        row = QHBoxLayout()
        row.addWidget(self.compare_button, 1)
        row.addWidget(self.end_button, 1)
        column.addLayout(self._checks_column)
        column.addLayout(row)
        return box

    # ---- the list

    def _fill(self) -> None:
        current = self.list.currentItem()
        kept = str(current.data(ID_ROLE)) if current else AUTO
        self.list.clear()
        automatic = QListWidgetItem(self.tr("Automatic: by the size of each face"))
        automatic.setData(ID_ROLE, AUTO)
        self.list.addItem(automatic)
        for model in self._installed.current.models:
            self.list.addItem(self._row(model))
        for problem in self._installed.current.problems:
            words = shown_error(problem)
            broken = QListWidgetItem(icon("warning"), words)
            broken.setFlags(Qt.ItemFlag.NoItemFlags)
            broken.setToolTip(words)
            self.list.addItem(broken)
        found = next((i for i in range(self.list.count()) if self.list.item(i).data(ID_ROLE) == kept), 0)
        self.list.setCurrentRow(found)
        self._fill_checks()
        self._show_choice()

    def _row(self, model: InstalledModel) -> QListWidgetItem:
        item = QListWidgetItem(self._title(model))
        item.setData(ID_ROLE, model.card.id)
        item.setToolTip(model.card.id)
        return item

    def _title(self, model: InstalledModel) -> str:
        low, high = model.card.useful_range
        below: list[str] = []
        if f"{low}-{high} px" not in model.card.title:
            below.append(self.tr("faces of {low}-{high} px").format(low=low, high=high))
        if model.source == "user":
            below.append(self.tr("your own") if model.card.parent else self.tr("imported by you"))
        return "\n".join([model.card.title, " · ".join(below)] if below else [model.card.title])

    def _show_choice(self) -> None:
        """Mark the models in use, and say for how many faces where they differ."""
        photo, face = self._workspace.session.current, self._workspace.session.selected_face
        self._scope.setVisible(face is not None)
        self.hint.setVisible(photo is None)
        faces = self._faces_in_scope()
        used = [face.model for face in faces]
        for index in range(self.list.count()):
            item = self.list.item(index)
            model_id = item.data(ID_ROLE)
            if model_id is None:
                continue
            count = used.count(model_id)
            model = self._installed.current.find(model_id)
            words = self._title(model) if model else self.tr("Automatic: by the size of each face")
            if 0 < count < len(used):
                some = self.tr("in use for {count} of {all} faces").format(count=count, all=len(used))
                words = f"{words}\n{some}"
            item.setText(words)
            item.setIcon(icon("check") if count else self._no_icon)
            font = item.font()
            font.setBold(bool(count))
            item.setFont(font)
            spoken = self.tr("{words}, in use").format(words=words) if count else words
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        self._follow_choice()
        self._show_compared()

    def _follow_choice(self) -> None:
        """Highlight the model in use for the face, or for all of them, once it is another one or in the list."""
        session, face = self._workspace.session, self._workspace.session.selected_face
        used = {one.model for one in ((face,) if face else self._faces_in_scope())}
        model_id = used.pop() if len(used) == 1 else None
        wanted = (session.current_id, session.selected_face_id, model_id)
        if wanted == self._followed:
            return
        rows = [index for index in range(self.list.count()) if self.list.item(index).data(ID_ROLE) == model_id]
        if model_id is None or rows:
            self._followed = wanted
        if model_id is not None and rows:
            self.list.setCurrentRow(rows[0])

    def _faces_in_scope(self) -> tuple[FaceEdit, ...]:
        photo, face = self._workspace.session.current, self._workspace.session.selected_face
        if face and self.for_face.isChecked():
            return (face,)
        return photo.edits.faces if photo else ()

    def _choose(self, item: QListWidgetItem) -> None:
        model_id, faces = item.data(ID_ROLE), self._faces_in_scope()
        if model_id is None or all(face.model == model_id for face in faces):
            return
        face = self._workspace.session.selected_face
        only = face.id if face and self.for_face.isChecked() else ""
        self._workspace.choose_model(str(model_id), face_id=only)

    def _show_card(self, item: QListWidgetItem | None) -> None:
        model_id = str(item.data(ID_ROLE)) if item else ""
        model = self._installed.current.find(model_id)
        if model:
            self.card.show_model(model, self._installed.current.size_of(model_id))
        elif model_id == AUTO:
            words = self.tr(
                "Each face gets the model that suits its size best: of those that come with the program and are meant "
                "for a face of that size, the one that gained most over plain enlargement when it was measured on "
                "faces of about that size. Models of your own are taken only when you choose them."
            )
            self.card.show_words(self.tr("Automatic"), words)

    # ---- comparing

    def _fill_checks(self) -> None:
        chosen = {model_id for model_id, box in self._checks.items() if box.isChecked()}
        for box in self._checks.values():
            self._checks_column.removeWidget(box)
            box.deleteLater()
        self._checks = {}
        for model in self._installed.current.models:
            box = QCheckBox(model.card.id.replace("&", "&&"), self)
            box.setObjectName(f"compare_{model.card.id}")
            box.setToolTip(model.card.title)
            box.setChecked(model.card.id in chosen)
            box.toggled.connect(self._limit_checks)
            self._checks[model.card.id] = box
            self._checks_column.addWidget(box)
        self._limit_checks()

    def _limit_checks(self) -> None:
        checked = [box for box in self._checks.values() if box.isChecked()]
        photo = self._workspace.session.current
        for box in self._checks.values():
            box.setEnabled(box.isChecked() or len(checked) < MOST_COMPARED)
        ready = photo is not None and photo.state == "ready" and bool(photo.edits.faces)
        self.compare_button.setEnabled(bool(checked) and ready)

    def _show_compared(self) -> None:
        self.end_button.setVisible(bool(self._view.current.compared))
        self._limit_checks()

    def _compare(self) -> None:
        models = tuple(model_id for model_id, box in self._checks.items() if box.isChecked())
        self._view.change(replace(self._view.current, mode="side", compared=models))
        self._workspace.restore_with(models)
