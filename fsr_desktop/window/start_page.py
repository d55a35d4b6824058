"""What is seen while no photo is open: how to begin, beside a sample that is restored already."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QKeyCombination, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from engine.paths import samples_folder
from fsr_desktop.background import Background
from fsr_desktop.look.icons import icon
from fsr_desktop.look.lettering import write_in
from fsr_desktop.look.theme import tokens
from fsr_desktop.widgets.buttons import FlatButton, LinkButton
from fsr_desktop.widgets.elided_label import ElidedLabel
from fsr_desktop.widgets.primary_button import PrimaryButton
from fsr_desktop.window.split_picture import SplitPicture

WORDS_WIDTH = 470  # px of the column with the words
BESIDE_FROM = 940  # px of width: below it, the sample lies under the words
MOST_RECENT = 5
SIGN_SIDE = 16
BEFORE, AFTER = "start-before.jpg", "start-after.jpg"


class StartPage(QScrollArea):
    """Signals: `open_requested`, `open_folder_requested`, `sample_requested`, `last_session_requested`,
    `recent_chosen` with a Path."""

    open_requested = Signal()
    open_folder_requested = Signal()
    sample_requested = Signal()
    last_session_requested = Signal()
    recent_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("start_page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._has_pictures = False
        self._background = Background(self)
        inside = QWidget(self)
        self._row = QHBoxLayout(inside)
        self._row.setContentsMargins(56, 24, 56, 24)
        self._row.setSpacing(56)
        self._row.addStretch(1)
        self._row.addWidget(self._words(inside), 0)
        self._row.addWidget(self._sample(inside), 100)
        self._row.addStretch(1)
        self.setWidget(inside)
        self.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        self.setFocusProxy(self.open_button)

    def set_recent(self, paths: Sequence[Path]) -> None:
        """List files that were open before, the latest first; only the first five are shown."""
        while self._recent_rows.count():
            taken = self._recent_rows.takeAt(0)
            button = taken.widget() if taken else None
            if button:
                button.deleteLater()
        for path in paths[:MOST_RECENT]:
            button = FlatButton(path.name.replace("&", "&&"), self)
            button.setObjectName("recent_file")
            button.setToolTip(str(path))
            button.setStyleSheet("text-align: left;")
            button.clicked.connect(lambda _checked=False, chosen=path: self.recent_chosen.emit(chosen))
            self._recent_rows.addWidget(button)
        self._recent.setVisible(bool(paths))

    def offer_last_session(self, count: int) -> None:
        """Offer to open the photos of the last session again; none offers nothing."""
        self.last_session.setText(self.tr("Open the last session (%n photo(s))", "", count))
        self.last_session.setVisible(count > 0)

    # ---- parts

    def _words(self, parent: QWidget) -> QWidget:
        words = QWidget(parent)
        words.setFixedWidth(WORDS_WIDTH)
        column = QVBoxLayout(words)
        column.setContentsMargins(8, 0, 0, 0)
        column.setSpacing(0)
        title, below = QLabel(self.tr("Restore the faces in your photos")), QLabel()
        below.setText(self.tr("On this computer. Nothing is sent anywhere."))
        write_in(title, "title")
        write_in(below, "sentence", "text2")
        title.setWordWrap(True)
        below.setWordWrap(True)
        column.addStretch(3)
        column.addWidget(title)
        column.addSpacing(8)
        column.addWidget(below)
        column.addSpacing(28)
        column.addLayout(self._buttons(words))
        column.addSpacing(10)
        paste = QKeySequence(QKeySequence.StandardKey.Paste)
        keys = paste.toString(QKeySequence.SequenceFormat.NativeText) or QKeySequence(
            QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_V)
        ).toString(QKeySequence.SequenceFormat.NativeText)
        drop = QLabel(self.tr("or drop them anywhere in this window, or paste one with {keys}").format(keys=keys))
        drop.setWordWrap(True)
        write_in(drop, "body", "text2")
        column.addWidget(drop)
        self.last_session = LinkButton("", words, place="canvas")
        self.last_session.setObjectName("start_last_session")
        self.last_session.clicked.connect(self.last_session_requested)
        self.last_session.hide()
        column.addSpacing(8)
        column.addWidget(self.last_session, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(20)
        column.addWidget(_Hairline(words))
        column.addSpacing(20)
        for sign, text in (
            ("check", self.tr("Your own files are never changed. Each result is a new file.")),
            ("check", self.tr("Only faces are redrawn. The rest of the photo is kept, or only enlarged.")),
            (
                "warning",
                self.tr("A restored face is a likely face, not the true one. Never use it to say who a person is."),
            ),
        ):
            column.addLayout(_fact(sign, text, words))
            column.addSpacing(12)
        column.addWidget(self._recent_list(words))
        column.addStretch(4)
        return words

    def _buttons(self, parent: QWidget) -> QHBoxLayout:
        self.open_button = PrimaryButton("folder", self.tr("Open photos…"), parent)
        self.folder_button = QPushButton(self.tr("Open a folder…"), parent)
        self.open_button.setObjectName("start_open")
        self.folder_button.setObjectName("start_open_folder")
        self.open_button.clicked.connect(self.open_requested)
        self.folder_button.clicked.connect(self.open_folder_requested)
        self.folder_button.setMinimumHeight(32)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.open_button, self.folder_button):
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _recent_list(self, parent: QWidget) -> QWidget:
        self._recent = QWidget(parent)
        column = QVBoxLayout(self._recent)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(0)
        head = QLabel(self.tr("Opened before"), self._recent)
        write_in(head, "body", "text2")
        column.addWidget(head)
        self._recent_rows = QVBoxLayout()
        self._recent_rows.setSpacing(0)
        column.addLayout(self._recent_rows)
        self._recent.hide()
        return self._recent

    def _sample(self, parent: QWidget) -> QWidget:
        self._sample_part = QWidget(parent)
        self._sample_part.setMaximumWidth(760)
        column = QVBoxLayout(self._sample_part)
        column.setContentsMargins(0, 0, 0, 0)
        self.picture = SplitPicture(self._sample_part)
        self.caption = ElidedLabel(lines=2, parent=self._sample_part)
        self.sample_button = LinkButton(self.tr("Open the sample"), self._sample_part, place="canvas")
        self.sample_button.setObjectName("start_sample")
        self.sample_button.clicked.connect(self.sample_requested)
        row = QHBoxLayout()
        row.setContentsMargins(4, 0, 4, 0)
        row.addWidget(self.caption, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.sample_button)
        column.addStretch(1)
        column.addWidget(self.picture, 100)
        column.addLayout(row)
        column.addStretch(1)
        self.caption.setText(self.tr("The sample: a NASA portrait with a face of 48 px, restored by this program."))
        return self._sample_part

    # ---- what happens

    def showEvent(self, event: QShowEvent) -> None:
        """Read the sample, once."""
        super().showEvent(event)
        if not self._has_pictures:
            self._has_pictures = True
            self._background.run(_read_sample, self._show_sample)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The sample gives way in a narrow window."""
        super().resizeEvent(event)
        self._sample_part.setVisible(event.size().width() >= BESIDE_FROM)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground of the canvas."""
        with QPainter(self.viewport()) as painter:
            painter.fillRect(self.viewport().rect(), QColor(tokens().canvas))

    def _show_sample(self, pictures: tuple[QImage, QImage]) -> None:
        detail = self.tr("Crisp · a likely face")
        self.picture.show_pictures(*pictures, (self.tr("Before"), self.tr("After"), detail))
        self.picture.sweep()


def _read_sample() -> tuple[QImage, QImage]:
    folder = samples_folder()
    return QImage(str(folder / BEFORE)), QImage(str(folder / AFTER))


def _fact(sign: str, text: str, parent: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    mark, words = _Sign(sign, parent), QLabel(text, parent)
    words.setWordWrap(True)
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words, 1)
    return row


class _Sign(QWidget):
    """A sign in the colour of text, whatever the theme."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = icon(name)
        self.setFixedSize(SIGN_SIDE, SIGN_SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            self._icon.paint(painter, self.rect())


class _Hairline(QFrame):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(tokens().line))
