"""The line above the thumbnails: open, filters and what can be done with many; or what is done with many just now."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QStackedLayout, QWidget

from fsr_desktop.look.icons import icon
from fsr_desktop.look.lettering import font_of, write_in
from fsr_desktop.look.signs import sign
from fsr_desktop.look.theme import tokens
from fsr_desktop.photos.device_words import device_words
from fsr_desktop.photos.film_filters import FilmFilters
from fsr_desktop.photos.film_work import WorkShown
from fsr_desktop.widgets.buttons import FlatButton
from fsr_desktop.widgets.click_guard import ClickGuard
from fsr_desktop.widgets.elided_label import ElidedLabel

HEIGHT = 34
EDGE, GAP = 12, 8  # px
SHORTEST_BAR = 60  # px


class FilmHead(QWidget):
    """Signals: `open_pressed`; `change_pressed`, `restore_pressed`, `export_pressed` for many; `stop_pressed`;
    `failed_pressed` to see what has failed so far."""

    open_pressed = Signal()
    change_pressed = Signal()
    restore_pressed = Signal()
    export_pressed = Signal()
    stop_pressed = Signal()
    failed_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filmstrip_head")
        self.open_button = FlatButton(self.tr("Open…"), self)
        self.open_button.setObjectName("strip_open")
        self.open_button.setIcon(icon("open-folder"))
        self.open_button.clicked.connect(self.open_pressed)
        self.filters = FilmFilters(self)
        self._pages = QStackedLayout()
        self._pages.addWidget(self._choices_page())
        self._pages.addWidget(self._work_page())
        many = (self.change_button, self.restore_button, self.export_button)
        self._guard = ClickGuard((*many, self.failed, self.stop_button), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(EDGE, 3, EDGE, 3)
        row.setSpacing(GAP)
        row.addWidget(self.open_button)
        row.addWidget(_Rule(self))
        row.addLayout(self._pages, 1)
        self.show_numbers(to_restore=0, to_export=0)

    def sizeHint(self) -> QSize:
        """As high as the buttons, and a little more."""
        return QSize(400, max(HEIGHT, self.open_button.sizeHint().height() + 6))

    @property
    def is_working(self) -> bool:
        """Whether it shows what is done just now."""
        return self._pages.currentIndex() == 1

    def show_numbers(self, *, to_restore: int, to_export: int, to_change: int = 0) -> None:
        """How many photos the buttons for many would take; one that would take none is not there."""
        for button, words, count in (
            (self.change_button, self.tr("Change %n…", "", to_change), to_change),
            (self.restore_button, self.tr("Restore %n", "", to_restore), to_restore),
            (self.export_button, self.tr("Export %n", "", to_export), to_export),
        ):
            button.setText(words)
            if button.isHidden() == (count > 0):
                self._guard.begin()  # others move to its place
            button.setVisible(count > 0)
        self._fit()

    def show_device(self, provider: str, *, has_room: bool) -> None:
        """Say what runs the models, where there is room for it."""
        self.device.setText(device_words(provider))
        self.device.setVisible(has_room)
        self._fit()

    def show_work(self, work: WorkShown | None) -> None:
        """Say what is done just now, or go back to the filters."""
        if self.is_working != (work is not None):
            self._pages.setCurrentIndex(0 if work is None else 1)
            self._guard.begin()
        if work is None:
            return
        self.title.setText(work.title)
        self.detail.setText(work.detail)
        self.bar.setValue(round(1000 * work.fraction))
        self.left.setText(work.left)
        self.failed.setText(self.tr("%n failed", "", work.failed))
        self.failed.setIcon(QIcon(sign("warning", QColor(tokens().bad), 16, self.devicePixelRatioF())))
        self.failed.setVisible(work.failed > 0)
        self._fit_work()

    def fit(self) -> None:
        """Leave words out where there is no room for them. To be called when the filters have changed."""
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave words out where there is no room for them."""
        super().resizeEvent(event)
        self._fit()
        self._fit_work()

    def _fit(self) -> None:
        others = (self.device, self.change_button, self.restore_button, self.export_button)
        taken = sum(widget.sizeHint().width() + GAP for widget in others if not widget.isHidden())
        self.filters.set_short(self.filters.whole_width() > self._room() - taken)

    def _room(self) -> int:
        """px for what is beside "Open"."""
        return self.width() - 2 * EDGE - self.open_button.sizeHint().width() - 3 * GAP

    def _fit_work(self) -> None:
        """Leave out how long it takes, then the bar, then the photo's name, before a word is cut off."""
        kept = (self.title, self.failed, self.stop_button)
        room = self._room() - sum(widget.sizeHint().width() + GAP for widget in kept if not widget.isHidden())
        wishes = (
            (self.detail, self.detail.minimumSizeHint().width()),
            (self.bar, SHORTEST_BAR),
            (self.left, self.left.sizeHint().width()),
        )
        for widget, width in wishes:
            room -= width + GAP
            widget.setVisible(room >= 0)

    def _choices_page(self) -> QWidget:
        page = QWidget(self)
        self.device = QLabel(page)
        self.device.setObjectName("running_device")
        write_in(self.device, "small", "text2")
        self.change_button = FlatButton("", page)
        self.change_button.setObjectName("strip_change")
        self.change_button.setToolTip(self.tr("Another look, enlargement or strength for the selected photos"))
        self.change_button.clicked.connect(self.change_pressed)
        self.restore_button = FlatButton("", page)
        self.restore_button.setObjectName("strip_restore")
        self.restore_button.clicked.connect(self.restore_pressed)
        self.export_button = FlatButton("", page)
        self.export_button.setObjectName("strip_export")
        self.export_button.clicked.connect(self.export_pressed)
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.filters)
        row.addStretch(1)
        for widget in (self.device, self.change_button, self.restore_button, self.export_button):
            row.addWidget(widget)
        return page

    def _work_page(self) -> QWidget:
        page = QWidget(self)
        self.title = QLabel(page)
        self.title.setFont(font_of("body", QFont.Weight.DemiBold))
        self.detail = ElidedLabel(parent=page)
        write_in(self.detail, "body", "text2")
        policy = self.detail.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Fixed)  # in the middle of the line
        self.detail.setSizePolicy(policy)
        self.bar = QProgressBar(page)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.left = QLabel(page)
        write_in(self.left, "body", "text2")
        self.failed = FlatButton("", page)
        self.failed.setObjectName("strip_failed")
        self.failed.clicked.connect(self.failed_pressed)
        self.stop_button = FlatButton(self.tr("Stop"), page)
        self.stop_button.setObjectName("strip_stop")
        self.stop_button.setIcon(icon("cancel"))
        self.stop_button.clicked.connect(self.stop_pressed)
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.title)
        row.addWidget(self.detail, 1)
        row.addWidget(self.bar, 2)
        for widget in (self.left, self.failed, self.stop_button):
            row.addWidget(widget)
        return page


class _Rule(QFrame):
    """A line between the parts of the head."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedWidth(1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line."""
        with QPainter(self) as painter:
            painter.fillRect(QRectF(self.rect()), QColor(tokens().line))
