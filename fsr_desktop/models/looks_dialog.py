"""About the looks: what each of them is, to read, and buttons that use it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from fsr_desktop.language.looks import look_of, said_of
from fsr_desktop.language.messages import shown
from fsr_desktop.look.icons import icon
from fsr_desktop.models.card_view import ModelCardView
from fsr_desktop.session.outside_range import is_left_for_its_size
from fsr_desktop.session.photos import AUTO
from fsr_desktop.session.workspace import Workspace

ID_ROLE = Qt.ItemDataRole.UserRole
LIST_WIDTH = 250


class LooksDialog(QDialog):
    """Lists the looks that are installed and shows the card of the one that is pointed at. Only "Use" runs anything."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None, *, model_id: str = AUTO) -> None:
        super().__init__(parent)
        self.setObjectName("looks_dialog")
        self.setWindowTitle(self.tr("About the looks"))
        self.resize(860, 640)
        self._workspace, self._installed = workspace, workspace.installed_models
        self.list = QListWidget(self)
        self.list.setObjectName("looks_list")
        self.list.setAccessibleName(self.tr("Installed looks"))
        self.list.setFixedWidth(LIST_WIDTH)
        self.list.setWordWrap(True)
        self.list.setSpacing(4)
        self.list.currentItemChanged.connect(self._show_card)
        self.card = ModelCardView(self)
        self.use_for_all = QPushButton(self.tr("Use for all faces"), self)
        self.use_for_face = QPushButton(self)
        self.use_for_all.clicked.connect(lambda: self._use(""))
        self.use_for_face.clicked.connect(lambda: self._use(workspace.session.selected_face_id or ""))
        self._lay_out()
        self._installed.changed.connect(self._fill)
        for signal in (workspace.current_changed, workspace.face_selected):
            signal.connect(self._show_uses)
        workspace.photo_changed.connect(self._show_uses)
        self._fill()
        self.show_look(model_id)

    def show_look(self, model_id: str) -> None:
        """Show the card of this one."""
        for row in range(self.list.count()):
            if self.list.item(row).data(ID_ROLE) == model_id:
                self.list.setCurrentRow(row)

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        for button in (self.use_for_face, self.use_for_all):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        for button in (*buttons.buttons(), self.use_for_face, self.use_for_all):
            if isinstance(button, QPushButton):
                button.setAutoDefault(False)  # Enter in the list neither uses a look nor closes
        row = QHBoxLayout()
        row.addWidget(self.list)
        row.addWidget(self.card, 1)
        column = QVBoxLayout(self)
        column.addLayout(row, 1)
        column.addWidget(buttons)

    def _fill(self) -> None:
        kept = self._current_id() or AUTO
        self.list.clear()
        self._add(AUTO, self.tr("Auto"), self.tr("by what each face holds"))
        for model in self._installed.current.models:
            self._add(model.card.id, look_of(model), said_of(model))
        for problem in self._installed.current.problems:
            words = shown(problem)
            broken = QListWidgetItem(icon("warning"), words, self.list)
            broken.setFlags(Qt.ItemFlag.NoItemFlags)
            broken.setToolTip(words)
        self.show_look(kept)

    def _add(self, model_id: str, title: str, said: str) -> None:
        item = QListWidgetItem(f"{title}\n{said}", self.list)
        item.setData(ID_ROLE, model_id)
        item.setToolTip(model_id)

    def _current_id(self) -> str:
        item = self.list.currentItem()
        return str(item.data(ID_ROLE) or "") if item else ""

    def _show_card(self) -> None:
        model_id = self._current_id()
        model = self._installed.current.find(model_id)
        if model:
            self.card.show_model(model, self._installed.current.size_of(model_id))
        elif model_id == AUTO:
            words = self.tr(
                "Each face gets the look by which faces with as much detail, grain and damage came nearest to the "
                "truth when they were measured, of those that come with the program; or it is left, and the reason "
                "is said. Looks of your own are taken only when you choose them."
            )
            self.card.show_words(self.tr("Auto"), words)
        self._show_uses()

    def _show_uses(self) -> None:
        """What can be used for which faces; what is in use already cannot be used again, but where it left a face for
        its size it can be run all the same."""
        session, model_id = self._workspace.session, self._current_id()
        photo, face = session.current, session.selected_face
        faces = photo.edits.faces if photo else ()
        is_other = any(one.model != model_id for one in faces)
        words = self.tr("Use for all faces") if is_other or not self._has_refused("") else self.tr("Run all the same")
        self.use_for_all.setText(words)
        self.use_for_all.setEnabled(bool(model_id) and (is_other or self._has_refused("")))
        self.use_for_face.setVisible(face is not None and len(faces) > 1)
        if face and face in faces:
            is_other, has_refused = face.model != model_id, self._has_refused(face.id)
            words = self.tr("Run for face {number} all the same") if has_refused else self.tr("Use for face {number}")
            self.use_for_face.setText(words.format(number=faces.index(face) + 1))
            self.use_for_face.setEnabled(bool(model_id) and (is_other or has_refused))
        for button, face_id in ((self.use_for_all, ""), (self.use_for_face, face.id if face else "")):
            is_run = button.isEnabled() and self._has_refused(face_id)
            button.setToolTip(
                self.tr("It is not meant for a face of this size; the result is marked.") if is_run else ""
            )

    def _has_refused(self, face_id: str) -> bool:
        """Whether the look is in use for a face, or for all, and left it, or any of them, for its size."""
        photo, model_id = self._workspace.session.current, self._current_id()
        faces = [one for one in photo.edits.faces if face_id in ("", one.id)] if photo else []
        is_in_use = all(one.model == model_id for one in faces)
        return is_in_use and any(is_left_for_its_size(photo, one) for one in faces if photo)

    def _use(self, face_id: str) -> None:
        model_id, photo = self._current_id(), self._workspace.session.current
        if not model_id or photo is None:
            return
        if self._has_refused(face_id):
            self._workspace.restore_outside(photo, face_id=face_id)
        else:
            self._workspace.choose_model(model_id, face_id=face_id)
