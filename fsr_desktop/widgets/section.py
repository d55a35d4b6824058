"""A part of a panel that folds under its head."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QEvent, QPropertyAnimation, QRectF, QSettings, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from engine.paths import user_config_folder
from fsr_desktop.look import paint
from fsr_desktop.look.focus_ring import has_keyboard
from fsr_desktop.look.motion import SECTION_MS, duration_ms
from fsr_desktop.look.theme import tokens
from fsr_desktop.widgets.buttons import press_by_enter

HEAD, SIDE, BELOW = 36, 16, 14  # px: height of the head, margin of the panel, room below the content
FREE = 16_777_215  # Qt's greatest height
PLACES_FILE = "sections.ini"


class Section(QWidget):
    """`content` under a head with `title`; a summary stands at the head's right. `key` names what is remembered of it:
    whether it is open, over the end of the program.

    Signals: `toggled`, when the user or the program opened or folded it.
    """

    toggled = Signal(bool)

    def __init__(
        self, title: str, content: QWidget, parent: QWidget | None = None, *, key: str, is_open: bool = True
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"section_{key}")
        self._key = key
        self.content = content
        self.head = _Head(title, self)
        self._body = _Body(content, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._body)
        self._motion = QPropertyAnimation(self._body, b"maximumHeight", self)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.finished.connect(self._come_to_rest)
        self.head.setChecked(bool(_places().value(key, is_open, type=bool)))
        self._body.setVisible(self.head.isChecked())
        self.head.toggled.connect(self._fold)

    @property
    def is_open(self) -> bool:
        """Whether the content is to be seen."""
        return self.head.isChecked()

    def set_open(self, on: bool) -> None:
        """Open or fold it, as the user does by its head."""
        self.head.setChecked(on)

    def begin(self, *, is_open: bool) -> None:
        """Open or fold it at the start, unless the user did so once: that is remembered."""
        if not _places().contains(self._key):
            self.head.blockSignals(True)
            self.head.setChecked(is_open)
            self.head.blockSignals(False)
            self._body.setVisible(is_open)

    def set_title(self, title: str) -> None:
        """Name it differently."""
        self.head.setText(title)

    def set_summary(self, text: str) -> None:
        """Words at the right of the head."""
        self.head.set_summary(text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A hairline below."""
        with QPainter(self) as painter:
            painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(tokens().line))

    def _fold(self, on: bool) -> None:
        _places().setValue(self._key, on)
        self._motion.stop()
        low, high = self._body.height() if self._body.isVisible() else 0, self._body.wanted_height(self.width())
        self._motion.setStartValue(low)
        self._motion.setEndValue(high if on else 0)
        self._motion.setDuration(duration_ms(SECTION_MS) if self.isVisible() else 0)
        self._body.setMaximumHeight(low)
        self._body.show()
        self._motion.start()
        self.toggled.emit(on)

    def _come_to_rest(self) -> None:
        self._body.setVisible(self.is_open)
        self._body.setMaximumHeight(FREE)


def _places() -> QSettings:
    """What the user folded, kept beside the window's place."""
    return QSettings(str(user_config_folder() / PLACES_FILE), QSettings.Format.IniFormat)


class _Body(QWidget):
    """Holds the content at its whole height and shows as much of it as there is room."""

    def __init__(self, content: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SIDE, 0, SIDE, BELOW)
        self._column.addWidget(content)

    def wanted_height(self, width: int) -> int:
        """The height that the content needs at that width."""
        return self._column.totalHeightForWidth(width) if self._column.hasHeightForWidth() else self.sizeHint().height()

    def minimumSizeHint(self) -> QSize:
        """The width that the content needs; its height gives way while it folds."""
        wanted = super().minimumSizeHint()
        return wanted if self.maximumHeight() == FREE else QSize(wanted.width(), 0)


class _Head(QToolButton):
    """The line that opens and folds: a sign, the title, the summary."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("section_head")
        self.setCheckable(True)
        self.setText(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring", "own")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._summary = ""
        self.set_summary("")

    def set_summary(self, text: str) -> None:
        """Words at the right."""
        self._summary = text
        self.setAccessibleName(self.text())
        self.setAccessibleDescription(text)
        self.update()

    def sizeHint(self) -> QSize:
        """Sign and title."""
        metrics = self.fontMetrics()
        return QSize(SIDE + 16 + metrics.horizontalAdvance(self.text()) + 2 * SIDE, max(HEAD, metrics.height() + 16))

    def minimumSizeHint(self) -> QSize:
        """The whole of the title."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Right and left open and fold as well."""
        if event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            self.setChecked(event.key() == Qt.Key.Key_Right)
        elif not press_by_enter(self, event):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Its height follows the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """No ground; the sign turns."""
        colours, rect = tokens(), self.rect()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            sign = QRectF(SIDE - 6, 0, 16, rect.height())
            draw = paint.chevron_down if self.isChecked() else paint.chevron_right
            draw(painter, sign, colours.text if self.underMouse() else colours.text2)
            title = rect.adjusted(SIDE + 16, 0, -SIDE, 0)
            bold = QFont(self.font())
            bold.setWeight(QFont.Weight.DemiBold)
            painter.setFont(bold)
            painter.setPen(QColor(colours.text))
            left = painter.fontMetrics().horizontalAdvance(self.text()) + 12
            painter.drawText(title, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.text())
            painter.setFont(self.font())
            painter.setPen(QColor(colours.text2))
            room = title.adjusted(left, 0, 0, 0)
            words = painter.fontMetrics().elidedText(self._summary, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
            if has_keyboard(self):
                paint.box(painter, rect.adjusted(4, 4, -4, -4), edge=colours.ring, radius=6, thick=paint.RING)
