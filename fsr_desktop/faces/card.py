"""One face as a card: its picture, its size, what became of it, and what is to be done with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from fsr_desktop.faces.controls import FaceControls
from fsr_desktop.look.icons import icon
from fsr_desktop.session.photos import FaceEdit
from fsr_desktop.session.status_words import StatusWords
from fsr_desktop.widgets.elided_label import ElidedLabel

PICTURE_SIDE = 64
ICON_SIDE = 16
STATUS_LINES = 3


class FaceCard(QFrame):
    """Shows one face and tells what the user does with it, by the face's id.

    Signals: `picked`; `switched`; `model_chosen`; `strength_changed` with 0 to 1; `delete_pressed`.
    """

    picked = Signal(str)
    switched = Signal(str, bool)
    model_chosen = Signal(str, str)
    strength_changed = Signal(str, float)
    delete_pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("face_card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.face_id = ""
        self._shown: tuple[object, ...] = ()
        self._is_selected = False
        self._picture_key = -1
        self._status_words: StatusWords | None = None
        self.picture = QLabel(self)
        self.picture.setFixedSize(PICTURE_SIDE, PICTURE_SIDE)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.switch = QCheckBox(self)
        self.switch.setObjectName("face_switch")
        self.switch.setToolTip(self.tr("Whether this face is restored, or left as it is."))
        self.size_label = QLabel(self)
        self.status_icon = QLabel(self)
        self.status = ElidedLabel(lines=STATUS_LINES, parent=self)
        self.controls = FaceControls(self)
        self._lay_out()
        self.switch.clicked.connect(self._tell_switch)
        self.controls.model_chosen.connect(self._tell_model)
        self.controls.strength_changed.connect(self._tell_strength)
        for control in (self.switch, self.controls.model, self.controls.strength):
            control.installEventFilter(self)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.switch)
        head.addStretch(1)
        head.addWidget(self.size_label)
        state = QHBoxLayout()
        state.setSpacing(4)
        state.addWidget(self.status_icon, 0, Qt.AlignmentFlag.AlignTop)
        state.addWidget(self.status, 1, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addLayout(head)
        words.addLayout(state)
        words.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(self.controls)

    def set_models(self, models: Sequence[str]) -> None:
        """The ids to choose from."""
        self.controls.set_models(models)

    def show_face(self, face: FaceEdit, number: int, status: StatusWords, *, is_selected: bool) -> None:
        """Show a face, counted from 1; nothing is done for what it shows already."""
        if self._is_selected != is_selected:
            self._is_selected = is_selected
            self.update()
        if self._shown == (face, number, status):
            return
        self._shown = (face, number, status)
        self.face_id = face.id
        name = self.tr("Face {number}").format(number=number)
        with QSignalBlocker(self.switch):
            self.switch.setText(name)
            self.switch.setChecked(face.is_on)
        self.setAccessibleName(f"{name}, {status.text}")
        self.controls.name_for(
            self.tr("Model of face {number}").format(number=number),
            self.tr("Strength of face {number}").format(number=number),
        )
        self.controls.show_values(face.model, face.strength)
        self.controls.setEnabled(face.is_on)
        self.size_label.setText(self.tr("{side:.0f} px").format(side=face.side_px))
        self.size_label.setToolTip(self._size_words(face))
        self.picture.setToolTip(self._size_words(face))
        self._show_status(status)

    def show_picture(self, pixmap: QPixmap | None) -> None:
        """Show the face's picture, or that there is none yet."""
        wanted = 0 if pixmap is None else pixmap.cacheKey()
        if wanted == self._picture_key:
            return
        self._picture_key = wanted
        self.picture.setPixmap(icon("face").pixmap(QSize(32, 32)) if pixmap is None else pixmap)

    # The controls differ from what was shown last, once the user has moved one: the next `show_face` shows all anew.

    def _tell_switch(self, is_on: bool) -> None:
        self._shown = ()
        self.switched.emit(self.face_id, is_on)

    def _tell_model(self, model: str) -> None:
        self._shown = ()
        self.model_chosen.emit(self.face_id, model)

    def _tell_strength(self, value: float) -> None:
        self._shown = ()
        self.strength_changed.emit(self.face_id, value)

    def _show_status(self, status: StatusWords) -> None:
        self._status_words = status
        self.status_icon.setVisible(bool(status.icon))
        if status.icon:
            self.status_icon.setPixmap(icon(status.icon).pixmap(QSize(ICON_SIDE, ICON_SIDE)))
        self.status.setText(status.text)
        self.status.setToolTip("\n".join(line for line in (status.text, status.hint) if line))

    def _size_words(self, face: FaceEdit) -> str:
        side = self.tr("The face's square is {side:.0f} px wide in the photo; that decides which model suits it.")
        if face.face.source == "hand":
            found = self.tr("You outlined it.")
        else:
            percent = round(100 * face.face.score)
            found = self.tr("The detector is {percent} % sure that it is a face.").format(percent=percent)
        return side.format(side=face.side_px) + "\n" + found

    def changeEvent(self, event: QEvent) -> None:
        """Icons in the new colours, when the theme changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._status_words:
            self._show_status(self._status_words)
            self._picture_key = self._picture_key or -1

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select the face."""
        self.picked.emit(self.face_id)
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Select by the space bar or Enter, delete by the delete key."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.picked.emit(self.face_id)
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_pressed.emit(self.face_id)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whoever works with a control of the card has selected its face."""
        if event.type() == QEvent.Type.FocusIn:
            self.picked.emit(self.face_id)
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The card's ground and its edge, which tells the selected and the focused one."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            palette = self.palette()
            accent, width = palette.color(QPalette.ColorRole.Mid), 1.0
            if self._is_selected:
                accent, width = palette.color(QPalette.ColorRole.Highlight), 2.0
            style = Qt.PenStyle.DotLine if self.hasFocus() and not self._is_selected else Qt.PenStyle.SolidLine
            painter.setPen(QPen(accent, width, style))
            painter.setBrush(palette.base())
            edge = width / 2
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), 5, 5)
