"""The workspace "Photo": the canvas or the looks, the panel at its right, the strip of photos below."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QSplitterHandle, QStackedWidget, QVBoxLayout, QWidget

from fsr_desktop.faces.section import FacesSection
from fsr_desktop.look.theme import tokens
from fsr_desktop.looks.sections import LooksSections
from fsr_desktop.looks.view import LooksView
from fsr_desktop.overlays.guessed_section import GuessedSection
from fsr_desktop.photos.details_section import DetailsSection
from fsr_desktop.photos.filmstrip import Filmstrip
from fsr_desktop.photos.photo_section import PhotoSection
from fsr_desktop.session.face_results import FaceResults
from fsr_desktop.session.view_state import View
from fsr_desktop.session.workspace import Workspace
from fsr_desktop.widgets.section import Section
from fsr_desktop.widgets.tab_order import put_after
from fsr_desktop.window.gain_bar import GainBar
from fsr_desktop.window.photo_page import PhotoPage
from fsr_desktop.window.side_panel import SidePanel

LOW, NARROW = 760, 1440  # px of the window: below them, what is looked up seldom begins folded
HIDDEN_BELOW = 1024  # px of width: the panel shows itself on request only


class PhotoWorkspace(QWidget):
    """Joins the parts, and shows those that belong to the view. Signals: `resized` when the room has changed;
    `panel_shown` whether the panel is there, when that is set."""

    resized = Signal()
    panel_shown = Signal(bool)

    def __init__(self, workspace: Workspace, view: View, results: FaceResults, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("photo_workspace")
        self._view = view
        self._is_panel_wanted: bool | None = None  # None: as the width says
        self._kept_width = 0  # of the panel, as the user dragged it in the last run; 0: as the window's width says
        self._fitted_to = 0  # the panel's usual width then
        self.page = PhotoPage(workspace, view, results, self)
        self.gain = GainBar(view, self.page)
        self.looks = LooksView(workspace, view, results, self)
        self.middle = QStackedWidget(self)
        self.middle.addWidget(self.page)
        self.middle.addWidget(self.looks)
        self.strip = Filmstrip(workspace, self)
        self.panel = SidePanel(self)
        self._build_sections(workspace, view, results)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.middle, 1)
        column.addWidget(self.strip)
        left = QWidget(self)
        left.setLayout(column)
        self._splitter = _LineSplitter(self)
        self._splitter.addWidget(left)
        self._splitter.addWidget(self.panel)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setCollapsible(0, False)
        self._splitter.setCollapsible(1, False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._splitter)
        sections = self.panel.findChildren(Section)
        put_after(self.middle, *(part for one in sections for part in (one.head, one.content)), self.strip)
        view.changed.connect(self._follow_view)
        self._follow_view()

    def _build_sections(self, workspace: Workspace, view: View, results: FaceResults) -> None:
        self.faces = FacesSection(workspace, results)
        self.options = PhotoSection(workspace)
        self.guessed = GuessedSection(workspace, view, results)
        self.details = DetailsSection(workspace)
        self.looks_sections = LooksSections(self.looks.looks, self.looks.save_as)
        faces = self.panel.add(Section(self.tr("Faces"), self.faces, key="photo_faces"))
        self._of_photo = [
            self.panel.add(Section(self.tr("Photo"), self.options, key="photo_options")),
            self.panel.add(Section(self.tr("What is guessed"), self.guessed, key="photo_guessed")),
        ]
        self.panel.add(self.looks_sections)
        details = self.panel.add(Section(self.tr("Details"), self.details, key="photo_details", is_open=False))
        self.faces.summary_changed.connect(faces.set_summary)
        self.options.summary_changed.connect(self._of_photo[0].set_summary)
        self.details.summary_changed.connect(details.set_summary)

    def toggle_panel(self) -> None:
        """Hide the panel, or show it."""
        self._is_panel_wanted = self.panel.isHidden()
        self._fit()

    def toggle_strip(self) -> None:
        """Hide the strip of photos, or show it."""
        self.strip.setVisible(self.strip.isHidden())

    def layout_state(self) -> dict[str, int]:
        """How the parts are laid out, to be kept."""
        state = {"strip": self.strip.usual_height, "strip_hidden": int(self.strip.isHidden())}
        if self._is_panel_wanted is not None:
            state["panel"] = int(self._is_panel_wanted)
        if not self.panel.isHidden():
            state["panel_width"] = self.panel.width()
        return state

    def restore_layout(self, state: Mapping[str, int]) -> None:
        """Lay the parts out as they were."""
        if "strip" in state:
            self.strip.set_height(state["strip"])
        self.strip.setHidden(bool(state.get("strip_hidden", 0)))
        if "panel" in state:
            self._is_panel_wanted = bool(state["panel"])
        self._kept_width = state.get("panel_width", 0)
        size = self.window().size()
        self._of_photo[0].begin(is_open=size.width() >= NARROW and size.height() >= LOW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The panel gives way first."""
        super().resizeEvent(event)
        self._fit()
        self.resized.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Larger text needs a wider panel."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._fitted_to:
            self._fit()

    def minimumSizeHint(self) -> QSize:
        """As small as the window may be."""
        return QSize(560, 400)

    def _fit(self) -> None:
        width = self.window().width()
        is_wanted = width >= HIDDEN_BELOW if self._is_panel_wanted is None else self._is_panel_wanted
        self.panel.setVisible(is_wanted)
        self.panel_shown.emit(is_wanted)
        usual = self.panel.usual_width
        if is_wanted and usual != self._fitted_to:
            panel = self._kept_width if self._kept_width and not self._fitted_to else usual
            self._fitted_to = usual
            self._splitter.setSizes([max(1, self.width() - panel), panel])

    def _follow_view(self) -> None:
        is_looks = self._view.current.mode == "looks"
        self.middle.setCurrentWidget(self.looks if is_looks else self.page)
        for section in self._of_photo:
            section.setVisible(not is_looks)
        self.looks_sections.setVisible(is_looks)


class _LineSplitter(QSplitter):
    """A hairline between canvas and panel that is easy to take hold of."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setHandleWidth(5)

    def createHandle(self) -> QSplitterHandle:
        """A line in the middle of the handle."""
        return _Line(self.orientation(), self)


class _Line(QSplitterHandle):
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(tokens().panel))
            painter.fillRect(0, 0, 1, self.height(), QColor(tokens().line))
