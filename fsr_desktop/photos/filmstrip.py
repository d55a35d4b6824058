"""The filmstrip below the canvas: all photos with their states, filters, and what is done with many at once."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollBar, QSizePolicy, QVBoxLayout, QWidget

from fsr_desktop.look.theme import tokens
from fsr_desktop.photos.drop import PhotoDrop
from fsr_desktop.photos.film_edge import HEIGHT as EDGE_HEIGHT
from fsr_desktop.photos.film_edge import FilmEdge
from fsr_desktop.photos.film_filter import FilmFilter
from fsr_desktop.photos.film_head import EDGE, FilmHead
from fsr_desktop.photos.film_head import HEIGHT as HEAD_HEIGHT
from fsr_desktop.photos.film_list import FilmList
from fsr_desktop.photos.film_menu import FilmMenu
from fsr_desktop.photos.film_model import FilmModel, Filter
from fsr_desktop.photos.film_painter import AROUND, WIDTH_TO_HEIGHT
from fsr_desktop.photos.film_work import FilmWork
from fsr_desktop.session.workspace import Workspace

HEIGHT, LOW_HEIGHT, HIGHEST = 126, 104, 200
NAMES_FROM, DEVICE_FROM = 1280, 1440  # px of the window's width, from where there is room for them
SCROLL_BAR = 6
SMALLEST_TILE, USUAL_TILE, LARGEST_TILE = 40, 66, 140
EVERY_MS = 100  # the numbers are counted anew


class Filmstrip(QWidget):
    """Shows the workspace's photos and what is done with them.

    Signals: `open_requested`; `restore_requested` and `export_requested` with the ids (list of str) of photos;
    `photo_entered` when Enter is pressed on one; `height_changed` when it was made higher or lower.
    """

    open_requested = Signal()
    restore_requested = Signal(object)
    export_requested = Signal(object)
    photo_entered = Signal()
    height_changed = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filmstrip")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._workspace = workspace
        self._height = HEIGHT
        self.model = FilmModel(workspace, round(LARGEST_TILE * WIDTH_TO_HEIGHT), self)
        self.shown = FilmFilter(self.model, self)
        self.head = FilmHead(self)
        self.list = FilmList(workspace, self.model, self.shown, self)
        self.menu = FilmMenu(workspace, self, restore=self.restore_requested.emit, export=self.export_requested.emit)
        self._work = FilmWork(workspace, self)
        self._soon = QTimer(self, singleShot=True, interval=EVERY_MS)
        self._soon.timeout.connect(self.refresh)
        PhotoDrop(self.list.viewport(), workspace.open_found)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 1, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(_with_margins(self.list), 1)
        self._scroll_bar = self._make_scroll_bar()
        self.edge = FilmEdge(self)
        self._dragged_from = HEIGHT
        self.edge.pressed.connect(self._take_hold)
        self.edge.dragged.connect(lambda by: self.set_height(self._dragged_from + by))
        self.edge.reset.connect(lambda: self.set_height(HEIGHT))
        self._connect_all()
        self.refresh()

    def _connect_all(self) -> None:
        head, workspace = self.head, self._workspace
        head.open_pressed.connect(self.open_requested)
        head.change_pressed.connect(self._show_choices)
        head.restore_pressed.connect(lambda: self.restore_requested.emit(self.to_restore()))
        head.export_pressed.connect(lambda: self.export_requested.emit(self.to_export()))
        head.stop_pressed.connect(workspace.stop_all)
        head.failed_pressed.connect(lambda: head.filters.choose("needs you"))
        head.filters.chosen.connect(self._choose)
        self.list.menu_wanted.connect(self._show_menu)
        self.list.delete_pressed.connect(lambda: self.menu.close_photos(self.list.selected()))
        self.list.entered_photo.connect(self.photo_entered)
        self._work.changed.connect(lambda: head.show_work(self._work.current))
        for changed in (
            self.model.counts_changed, self.model.dataChanged, self.model.rowsInserted, self.model.rowsRemoved,
            self.model.modelReset, workspace.selection_changed, workspace.bridge.provider_changed,
        ):  # fmt: skip
            changed.connect(self._refresh_soon)

    # ---- what it shows

    def to_restore(self) -> list[str]:
        """Of the photos that are selected, or of all, those that were not restored yet."""
        return self.model.to_restore(self._workspace.session.chosen_ids)

    def to_export(self) -> list[str]:
        """Of the photos that are selected, or of all, those that changed since they were exported."""
        return self.model.to_export(self._workspace.session.chosen_ids)

    def refresh(self) -> None:
        """Count anew."""
        self.head.filters.set_counts(self.model.counts())
        selected = len(self._workspace.session.selected_ids)
        self.head.show_numbers(
            to_restore=len(self.to_restore()),
            to_export=len(self.to_export()),
            to_change=selected if selected > 1 else 0,
        )
        self.head.show_device(self._workspace.bridge.provider, has_room=self.window().width() >= DEVICE_FROM)

    def set_height(self, height: int) -> None:
        """Be so high from now on, as when its edge is dragged; thumbnails grow with it."""
        self._height = max(EDGE_HEIGHT, min(HIGHEST, height))
        self._fit()
        self.height_changed.emit()

    @property
    def usual_height(self) -> int:
        """How high it was made, to be remembered: it may be lower now in a narrow window."""
        return self._height

    def sizeHint(self) -> QSize:
        """As high as was set, or less where the window is narrow."""
        return QSize(600, self._wanted_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Thumbnails and words as there is room."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Its ground, and the line above."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(tokens().bar))
            painter.fillRect(0, 0, self.width(), 1, QColor(tokens().line))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Place the scroll bar with the list."""
        if watched is self.list and event.type() == QEvent.Type.Resize:
            self._place_scroll_bar()
        return super().eventFilter(watched, event)

    def _refresh_soon(self, *_what: object) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _choose(self, name: Filter) -> None:
        self.shown.choose(name)
        self.list.follow()

    def _show_menu(self, place: QPoint) -> None:
        menu = self.menu.menu_for(self.list.selected())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def _show_choices(self) -> None:
        selected = self._workspace.session.selected_ids
        menu = self.menu.choices_for([photo for photo in self._workspace.session if photo.id in selected])
        button = self.head.change_button
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    # ---- how large it is

    def _wanted_height(self) -> int:
        has_room = self.window().width() >= NAMES_FROM
        return self._height if has_room or self._height != HEIGHT else LOW_HEIGHT

    def _fit(self) -> None:
        height, head = self._wanted_height(), self.head.sizeHint().height()
        self.head.setFixedHeight(head)
        self.setFixedHeight(height + head - HEAD_HEIGHT)
        painter = self.list.painter
        painter.has_names = self.window().width() >= NAMES_FROM and height >= HEIGHT
        painter.tile_height = 0
        names = painter.cell().height() - 2 * AROUND
        room = height - 1 - HEAD_HEIGHT - 2 * AROUND - names
        painter.tile_height = max(SMALLEST_TILE, min(LARGEST_TILE if height > HEIGHT else USUAL_TILE, room))
        self.list.fit()
        self.head.show_device(self._workspace.bridge.provider, has_room=self.window().width() >= DEVICE_FROM)
        self._place_scroll_bar()

    def _take_hold(self) -> None:
        self._dragged_from = self.height() + HEAD_HEIGHT - self.head.height()

    def _fit_scroll_bar(self, low: int, high: int) -> None:
        self._scroll_bar.setRange(low, high)
        self._scroll_bar.setVisible(high > low)
        self._scroll_bar.setPageStep(self.list.horizontalScrollBar().pageStep())

    def _make_scroll_bar(self) -> QScrollBar:
        """A thin one in the gap between head and thumbnails, which takes no height from either."""
        bar, inner = QScrollBar(Qt.Orientation.Horizontal, self), self.list.horizontalScrollBar()
        bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner.rangeChanged.connect(self._fit_scroll_bar)
        inner.valueChanged.connect(bar.setValue)
        bar.valueChanged.connect(inner.setValue)
        bar.hide()
        self.list.installEventFilter(self)
        return bar

    def _place_scroll_bar(self) -> None:
        self._scroll_bar.setGeometry(EDGE, self.head.height() - SCROLL_BAR // 2, self.width() - 2 * EDGE, SCROLL_BAR)
        self._scroll_bar.raise_()
        self.edge.setGeometry(0, 0, self.width(), EDGE_HEIGHT)
        self.edge.raise_()


def _with_margins(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(EDGE - AROUND, 0, EDGE - AROUND, 0)
    row.addWidget(widget)
    return row
