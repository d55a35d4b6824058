"""The looks of one face beside each other: in the place of the canvas."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QRect, Signal
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QLabel, QStackedWidget, QWidget

from fsr_desktop.look.lettering import text_scale, write_in
from fsr_desktop.look.theme import tokens
from fsr_desktop.looks.arranging import columns_for
from fsr_desktop.looks.choices import PANES
from fsr_desktop.looks.look_pane import LookPane
from fsr_desktop.looks.looks import Looks
from fsr_desktop.looks.pane_state import Result
from fsr_desktop.looks.photo_column import PhotoColumn
from fsr_desktop.looks.sheet import SheetPane, save_sheet
from fsr_desktop.painters.face_pane import FacePane
from fsr_desktop.painters.place import Place
from fsr_desktop.session.face_results import FaceResults
from fsr_desktop.session.notice import Notice
from fsr_desktop.session.view_state import View
from fsr_desktop.session.workspace import Workspace

GAP, NARROW_GAP, ROOMY = 12, 8, 720  # px; the view's width from which the gaps are the wide ones
COLUMN_SHARE, NARROWEST, WIDEST = 0.265, 190, 420  # of the left column: of the width; px


class LooksView(QWidget):
    """Runs the looks that its panes show while it is seen. `looks` is what it shows; the panel shows the same.

    Signals: `zoom_changed` with per cent of the photo's pixels.
    """

    zoom_changed = Signal(float)

    def __init__(self, workspace: Workspace, view: View, results: FaceResults, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("looks")
        self._workspace = workspace
        self.looks = Looks(workspace, results, self)
        self.panes: list[LookPane] = []
        self._columns = 0
        self._whole = Place(0, 0, 1)
        self._shown_face: object = None
        self._listed: object = None
        self.column = PhotoColumn(self)
        self.column.place_wanted.connect(lambda place: self._move(self.column.photo, place))
        self._build()
        self._make_panes(PANES)  # here, so that it does not hold up the view when it is first shown
        self.looks.changed.connect(self.refresh)

    # ---- for the window

    @property
    def zoom_percent(self) -> float:
        """Pixels of the screen per pixel of the photo, in per cent."""
        return self.panes[0].face.zoom_percent() if self.panes else 100.0

    def zoom_by(self, factor: float) -> None:
        """Nearer or farther, about the middle."""
        for pane in self.panes:
            pane.face.zoom_by(factor)
            if self.looks.is_linked:
                return

    def show_whole(self) -> None:
        """The whole face in every pane."""
        for face in self._faces():
            face.set_place(self._whole, self._whole)
        self.zoom_changed.emit(self.zoom_percent)

    def save_as(self) -> None:
        """Ask where, and write the panes with their labels as a PNG picture."""
        photo = self.looks.photo
        if photo is None:
            return
        suggested = str(photo.path.with_name(f"{photo.path.stem}_looks.png"))
        path, _kind = QFileDialog.getSaveFileName(self, self.tr("Save this view"), suggested, self.tr("PNG (*.png)"))
        if path:
            save_sheet(self.looks.made, self._sheet(), path, self._saved, photo=photo.path)

    # ---- what is shown

    def refresh(self) -> None:
        """Show what became of the looks of the face that is looked at."""
        face = self.looks.face
        self._pages.setCurrentIndex(0 if face else 1)
        if face is None or not self.isVisible():  # while another view is shown, panes are only in its way
            return
        self._follow_face()
        self._make_panes(len(self.looks.panes))
        self._list_choices()
        auto = self.looks.auto_key()
        for pane, key in zip(self.panes, self.looks.panes, strict=True):
            is_used = self.looks.is_used(key)
            pane.show_state(self.looks.choice(key), self.looks.state(key), is_auto=key == auto, is_used=is_used)
        self.column.show_photo(self.looks.photo_picture(), face.side_px)
        found = self.looks.disagreement()
        self.column.show_map(found.picture if found else None, found.high if found else 0.0)

    def showEvent(self, event: QShowEvent) -> None:
        """Run what is not there yet."""
        super().showEvent(event)
        self.looks.begin()

    def hideEvent(self, event: QHideEvent) -> None:
        """Run nothing more."""
        super().hideEvent(event)
        self.looks.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The left column keeps its share."""
        super().resizeEvent(event)
        gap = GAP if self.width() >= ROOMY else NARROW_GAP
        self._grid.setSpacing(gap)
        self._row.setContentsMargins(gap, gap, gap, gap)
        self._row.setSpacing(gap)
        self.column.want_width(round(min(WIDEST, max(NARROWEST * text_scale(), COLUMN_SHARE * self.width()))))
        self._arrange()
        self.zoom_changed.emit(self.zoom_percent)

    def changeEvent(self, event: QEvent) -> None:
        """Signs follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_pages"):
            self.refresh()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground of the canvas."""
        with QPainter(self) as painter:
            painter.fillRect(QRect(0, 0, self.width(), self.height()), QColor(tokens().canvas))

    def _build(self) -> None:
        self._grid = QGridLayout()
        page = QWidget(self)
        row = self._row = QHBoxLayout(page)
        row.addWidget(self.column)
        row.addLayout(self._grid, 1)
        nothing = QLabel(
            self.tr("There is no face to compare. Open a photo with a face, or draw a box around one."), self
        )
        nothing.setObjectName("looks_nothing")
        nothing.setWordWrap(True)
        nothing.setContentsMargins(48, 48, 48, 48)
        write_in(nothing, "sentence")
        self._pages = QStackedWidget(self)
        self._pages.addWidget(page)
        self._pages.addWidget(nothing)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)

    def _make_panes(self, count: int) -> None:
        if len(self.panes) == count:
            return
        while len(self.panes) > count:
            pane = self.panes.pop()
            pane.hide()
            pane.deleteLater()
        while len(self.panes) < count:
            self.panes.append(self._new_pane(len(self.panes)))
        self._columns = 0
        self._arrange()
        self._listed = None

    def _arrange(self) -> None:
        """So many panes in a row as the view has room for."""
        width = self.width() - self.column.width() - 3 * self._row.spacing()
        columns = columns_for(len(self.panes), width=width, height=self.height())
        if columns == self._columns:
            return
        self._columns = columns
        for number, pane in enumerate(self.panes):
            self._grid.addWidget(pane, number // columns, number % columns)
        for place in range(len(self.panes)):
            self._grid.setColumnStretch(place, 1 if place < columns else 0)
            self._grid.setRowStretch(place, 1 if place * columns < len(self.panes) else 0)

    def _new_pane(self, number: int) -> LookPane:
        pane = LookPane(self)
        pane.setObjectName(f"look_pane_{number + 1}")
        pane.chosen.connect(partial(self.looks.put, number))
        pane.wanted.connect(lambda: self._run(number))
        pane.used.connect(lambda: self.looks.use(self.looks.panes[number]))
        pane.face.place_wanted.connect(lambda place: self._move(pane.face, place))
        pane.face.set_place(self._whole, self._whole)
        pane.show()
        return pane

    def _list_choices(self) -> None:
        listed = (self.looks.choices, self.looks.panes)
        if listed == self._listed:
            return
        self._listed = listed
        for pane, key in zip(self.panes, self.looks.panes, strict=True):
            pane.show_choices(self.looks.choices, key)
            pane.box.setEnabled(self.panes.index(pane) < PANES)

    def _run(self, number: int) -> None:
        key = self.looks.panes[number]
        if self.looks.is_refused(key):
            self.looks.run_all_the_same(key)
        else:
            self.looks.run_again(key)

    # ---- the place

    def _faces(self) -> list[FacePane]:
        return [pane.face for pane in self.panes] + [self.column.photo, self.column.map]

    def _follow_face(self) -> None:
        """Another face is seen whole; the same one stays as near as it is looked at."""
        photo, face, square = self.looks.photo, self.looks.face, self.looks.square()
        if photo is None or face is None or square is None:
            return
        shown = (photo.id, face.id, square)
        if shown != self._shown_face:
            self._shown_face = shown
            self._whole = Place(square.left, square.top, square.width)
            self.show_whole()

    def _move(self, moved: object, place: Place) -> None:
        for face in self._faces():
            if self.looks.is_linked or face is moved:
                face.set_place(place, self._whole)
        self.zoom_changed.emit(self.zoom_percent)

    # ---- saving

    def _sheet(self) -> list[SheetPane]:
        face = self.looks.face
        side = self.tr("{side} px").format(side=round(face.side_px)) if face else ""
        sheet = [SheetPane(self.tr("In the photo"), side, self.looks.photo_picture(), self.column.photo.place, False)]
        for pane, key in zip(self.panes, self.looks.panes, strict=True):
            choice, state = self.looks.choice(key), self.looks.state(key)
            picture = state.picture if isinstance(state, Result) else None
            is_plain = choice is not None and choice.plain is not None
            words = pane.sheet_words(state, is_plain=is_plain)
            drawn_by = (key, state.is_outside_range) if isinstance(state, Result) and not is_plain else None
            sheet.append(SheetPane(choice.title if choice else "", words, picture, pane.face.place, True, drawn_by))
        return sheet

    def _saved(self, problem: str, path: str) -> None:
        if problem:
            text = self.tr("The view could not be written: {problem}").format(problem=problem)
            self._workspace.notice.emit(Notice(level="error", text=text))
        else:
            text = self.tr("The view was written to {path}.").format(path=path)
            self._workspace.notice.emit(Notice(level="info", text=text))
