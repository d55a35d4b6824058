"""The bar at the top: where one is, how the photo is looked at, and the one thing to do next."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QStackedWidget, QToolButton, QWidget

from fsr_desktop.look.icons import icon
from fsr_desktop.look.lettering import write_in
from fsr_desktop.look.theme import tokens
from fsr_desktop.session.photos import PhotoItem
from fsr_desktop.widgets.accent_button import AccentButton
from fsr_desktop.widgets.segments import Segments
from fsr_desktop.widgets.tab_order import put_after
from fsr_desktop.window.workspace_tabs import WorkspaceTabs

HEIGHT = 48
WIDEST_NAME = 200  # px
FREE = 60  # px of margins and gaps
NAMED_FROM, SIZED_FROM, ALL_FROM = 1024, 1440, 1280  # px of width: photo's name, its size, undo and redo


class TopBar(QWidget):
    """Signals, only by the user: `workspace_chosen` with "photo", "study" or "teach"; `view_chosen` with a mode of the
    view; `main_clicked` the accent button."""

    workspace_chosen = Signal(str)
    view_chosen = Signal(str)
    main_clicked = Signal()

    def __init__(self, actions: Mapping[str, QAction], menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("top_bar")
        self.setFixedHeight(HEIGHT)
        self._actions = actions
        self._heads: dict[QWidget, QWidget] = {}
        self._is_photo, self._has_head, self._has_panel = True, False, True
        self._build(menu)

    def _build(self, menu: QMenu) -> None:
        self.menu_button = self._tool("menu", self.tr("Menu"))
        self.menu_button.setObjectName("menu_button")
        self.menu_button.setMenu(menu)
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.tabs = WorkspaceTabs(
            [("photo", self.tr("Photo")), ("study", self.tr("Study")), ("teach", self.tr("Teach"))], self
        )
        self.tabs.chosen.connect(self.workspace_chosen)
        self.name = QLabel(self)
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.name.setObjectName("photo_name")
        self.name.setProperty("lettering", "label")
        self.size_label = QLabel(self)
        write_in(self.size_label, "small", "text2")
        self.views = Segments(self._views(), self)
        self.views.setObjectName("views")
        self.views.setAccessibleName(self.tr("How the photo is shown"))
        self.views.chosen.connect(self.view_chosen)
        self.middle = QStackedWidget(self)
        self.middle.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._views_head = _centred(self.views)
        self.middle.addWidget(self._views_head)
        self.views_menu = self._text_tool("views_menu", self.tr("How the photo is shown"))
        self.views_menu.setMenu(self._view_menu())
        self.undo, self.redo = (self._action_tool(name, icon_name=name) for name in ("undo", "redo"))
        self.zoom = self._text_tool("zoom_button", self.tr("Zoom"))
        self.zoom.setMenu(self._zoom_menu())
        self.panel = self._action_tool("toggle_panel", icon_name="panel")
        self.main = AccentButton(self.tr("Restore"), self)
        self.main.setObjectName("main_button")
        self.main.clicked.connect(self.main_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(4)
        for widget in (self.menu_button, self.tabs):
            row.addWidget(widget)
        row.addSpacing(8)
        row.addWidget(self.name, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addSpacing(4)
        row.addWidget(self.size_label, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        row.addWidget(self.middle)
        row.addWidget(self.views_menu)
        row.addStretch(1)
        for widget in (self.undo, self.redo, self.zoom, self.panel):
            row.addWidget(widget)
        row.addSpacing(8)
        row.addWidget(self.main)

    def _views(self) -> list[tuple[str, str]]:
        return [
            ("before", self.tr("Before")),
            ("split", self.tr("Split")),
            ("side", self.tr("Side by side")),
            ("difference", self.tr("Difference")),
            ("looks", self.tr("Looks")),
        ]

    def _view_menu(self) -> QMenu:
        menu = QMenu(self)
        for key, _words in self._views():
            menu.addAction(self._actions[f"mode_{key}"])
        return menu

    def _zoom_menu(self) -> QMenu:
        menu = QMenu(self)
        for name in ("fit", "zoom_face", "actual_size", "zoom_200", "zoom_400", "zoom_1600", "zoom_in", "zoom_out"):
            if name == "zoom_in":
                menu.addSeparator()
            menu.addAction(self._actions[name])
        return menu

    # ---- what is shown

    def show_photo(self, photo: PhotoItem | None) -> None:
        """Name the photo and say how large it is."""
        name = photo.path.name if photo else ""
        elide = Qt.TextElideMode.ElideMiddle
        self.name.setText(self.name.fontMetrics().elidedText(name, elide, WIDEST_NAME))
        self.name.setToolTip(str(photo.path) if photo else "")
        picture = photo.picture if photo else None
        self.size_label.setText(f"{picture.width} × {picture.height}" if picture else "")
        self._fit_width()

    def show_view(self, mode: str) -> None:
        """Show a view as chosen."""
        self.views.set_value(mode)
        self.views_menu.setText(f"{dict(self._views())[mode]}  ▾")

    def show_zoom(self, words: str) -> None:
        """Say how large the photo is shown."""
        self.zoom.setText(f"{words}  ▾")

    def show_workspace(self, name: str, head: QWidget | None) -> None:
        """Show as chosen, with its own choices in the middle; None shows none."""
        self.tabs.set_value(name)
        self._has_head = head is not None
        if head is not None:
            if head not in self._heads:
                self._heads[head] = head if head is self.views_head else _centred(head)
                self.middle.addWidget(self._heads[head])
                put_after(self.tabs, self._heads[head])
            head.show()
            self.middle.setCurrentWidget(self._heads[head])
        self._is_photo = name == "photo"
        self._fit_width()

    def show_has_panel(self, has_panel: bool) -> None:
        """Whether the panel is there; where it is not, a button brings it back."""
        self._has_panel = has_panel
        self._fit_width()

    @property
    def views_head(self) -> QWidget:
        """What stands in the middle while a photo is looked at."""
        return self._views_head

    def resizeEvent(self, event: object) -> None:
        """Leave out what gives way in a narrow window."""
        self._fit_width()

    def event(self, event: QEvent) -> bool:
        """Other or larger words need another room."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit_width()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bar's ground, and a hairline below."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(tokens().bar))
            painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(tokens().line))

    def _fit_width(self) -> None:
        """What gives way first: the photo's size, its name, undo and redo; then the views become one menu."""
        width = self.width()
        room = width - FREE - sum(_wide(widget) for widget in (self.menu_button, self.tabs, self.zoom, self.main))
        has_views = self._has_head and self.middle.currentWidget() is self._views_head
        is_in_words = not has_views or (width >= NAMED_FROM and _wide(self.views) <= room)
        self.middle.setVisible(self._has_head and is_in_words)
        self.views_menu.setVisible(has_views and not is_in_words)
        room -= _wide(self.views) if is_in_words else _wide(self.views_menu)
        self.panel.setVisible(has_views and not self._has_panel and _wide(self.panel) <= room)
        room -= 0 if self.panel.isHidden() else _wide(self.panel)
        for button in (self.undo, self.redo):
            room -= _wide(button)
            button.setVisible(has_views and width >= ALL_FROM and room >= 0)
        for label, least in ((self.name, NAMED_FROM + 1), (self.size_label, SIZED_FROM)):
            room -= _wide(label)
            label.setVisible(bool(label.text()) and self._is_photo and width >= least and room >= 0)
        self.zoom.setVisible(has_views)

    # ---- parts

    def _tool(self, name: str, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(name))
        button.setIconSize(QSize(16, 16))
        button.setFixedSize(32, 32)
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _text_tool(self, name: str, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAccessibleName(words)
        return button

    def _action_tool(self, name: str, *, icon_name: str) -> QToolButton:
        button = self._tool(icon_name, self._actions[name].text())
        button.setDefaultAction(self._actions[name])
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        return button


def _centred(widget: QWidget) -> QWidget:
    frame = QWidget()
    row = QHBoxLayout(frame)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
    return frame


def _wide(widget: QWidget) -> int:
    return widget.sizeHint().width() + 4
