"""The right side of the page: the face and who gave it, its maps at a glance, its numbers, the colours."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from engine.explain.overlay import BarsOverlay, PromisedOverlay
from engine.messages import NOTHING
from engine.quality.words import unchecked_words
from fsr_desktop.language.looks import look_of, said_of
from fsr_desktop.language.messages import shown
from fsr_desktop.look.lettering import write_in
from fsr_desktop.study.bars_view import BarsView
from fsr_desktop.study.colours import Colours
from fsr_desktop.study.entries import group_title, groups_of, multiples_of
from fsr_desktop.study.model_face_panel import ModelFacePanel
from fsr_desktop.study.state import StudyState
from fsr_desktop.study.thumbs import face_thumb
from fsr_desktop.study.tiles import Tiles
from fsr_desktop.widgets.breakable import breakable
from fsr_desktop.widgets.combo_box import ComboBox
from fsr_desktop.widgets.section import Section
from fsr_desktop.widgets.tab_order import put_after
from fsr_desktop.widgets.vertical_scroll import VerticalScroll

FACE_SIDE, MULTIPLE_SIDE = 48, 55
SECTIONS_BEFORE = 2  # the face and its 3D face, which are there for every look
NUMBERS_OF_3D = "bars/morphable"  # more than two hundred: folded until they are wanted


class StudyPanel(QWidget):
    """Sections for what the face has; a section whose group it lacks is not there."""

    def __init__(self, state: StudyState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._built: tuple[str, ...] = ()
        self._wanted = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.face = FaceRow(state, self)
        self.model_face = ModelFacePanel(state, self)
        self.colours = Colours(state, self)
        self.sections: dict[str, Section] = {}
        inside = QWidget(self)
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(Section(self.tr("Face"), self.face, inside, key="study/face"))
        self.model_section = Section(self.tr("3D face"), self.model_face, inside, key="study/3d_face")
        self._column.addWidget(self.model_section)
        self._column.addWidget(Section(self.tr("Colours"), self.colours, inside, key="study/colours"))
        self._column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(VerticalScroll(inside, self))
        state.face_changed.connect(self.refresh)
        self.refresh()

    def want_width(self, width: int) -> None:
        """Be so wide, and wider where words need it."""
        self._wanted = width
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As wide as is wanted, and as its words need."""
        return QSize(self._wanted, 400).expandedTo(self.minimumSizeHint())

    def refresh(self) -> None:
        """Build the sections anew where another face has other groups, and fill them."""
        self.model_face.refresh()
        self.model_section.setVisible(self.model_face.has_any)
        self.model_section.set_summary(self._state.look_name())
        contents = self._contents()
        if tuple(contents) != self._built:
            self._built = tuple(contents)
            self._rebuild(contents)
            return
        for name, (title, summary, content) in contents.items():
            content.deleteLater()
            self.sections[name].set_title(title)
            self.sections[name].set_summary(summary)
        self._fill()

    def _rebuild(self, contents: dict[str, tuple[str, str, QWidget]]) -> None:
        for section in self.sections.values():
            self._column.removeWidget(section)
            section.hide()
            section.deleteLater()
        self.sections = {}
        for place, (name, (title, summary, content)) in enumerate(contents.items(), start=SECTIONS_BEFORE):
            is_long = name == NUMBERS_OF_3D
            key = "study/3d_numbers" if is_long else f"study/{name.partition('/')[0]}"
            section = Section(title, content, self, key=key, is_open=not is_long)
            section.set_summary(summary)
            self.sections[name] = section
            self._column.insertWidget(place, section)
            section.show()
        self._fill()
        rows = [item.widget() for place in range(self._column.count()) if (item := self._column.itemAt(place))]
        parts = [part for row in rows if isinstance(row, Section) for part in (row.head, row.content)]
        put_after(parts[0], *parts[1:])

    def _contents(self) -> dict[str, tuple[str, str, QWidget]]:
        """Name, title, summary and an empty widget of each section, by what the overlays are."""
        found: dict[str, tuple[str, str, QWidget]] = {}
        look = self._state.look_name()
        for group, entries in multiples_of(self._state.entries).items():
            summary = self.tr("{look}, {count}").format(look=look, count=len(entries))
            found[group] = (entries[0].group_title, summary, Tiles(self._state, MULTIPLE_SIDE, wraps=True))
        bars = [one for one in self._state.overlays() if isinstance(one, BarsOverlay)]
        for group, overlays in groups_of(bars).items():
            name = f"bars/{group}"
            title = self.tr("Numbers of the 3D face") if name == NUMBERS_OF_3D else group_title(overlays)
            found[name] = (title, look, BarGroup(len(overlays)))
        for promise in self._state.promises():
            found[f"promise/{promise.group}"] = (shown(promise.title), "", Promise(self._state, promise))
        return found

    def _fill(self) -> None:
        multiples = multiples_of(self._state.entries)
        bars = groups_of([one for one in self._state.overlays() if isinstance(one, BarsOverlay)])
        for name, section in self.sections.items():
            content = section.content
            if isinstance(content, Tiles):
                content.show_entries(multiples[name])
            elif isinstance(content, BarGroup):
                content.show_bars([one for one in bars[name.removeprefix("bars/")] if isinstance(one, BarsOverlay)])
            elif isinstance(content, Promise):
                content.refresh()


class FaceRow(QWidget):
    """Which face is studied, and the look that gave it."""

    def __init__(self, state: StudyState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._listed: object = None
        self.picture, self.words, self.unchecked = (QLabel(self) for _ in range(3))
        self.picture.setFixedSize(FACE_SIDE, FACE_SIDE)
        self.unchecked.setWordWrap(True)
        for label in (self.words, self.unchecked):
            write_in(label, "small", "text2")
        self.look = ComboBox(self)
        self.look.setAccessibleName(self.tr("Look that gave the face"))
        self.look.chosen.connect(state.choose_look)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(self.words)
        column.addWidget(self.look)
        column.addWidget(self.unchecked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.picture)
        row.addLayout(column, 1)
        state.face_changed.connect(self.refresh)
        state.made.ready.connect(self._show_picture)
        self.refresh()

    def refresh(self) -> None:
        """Show what there is now."""
        photo, face = self._state.photo, self._state.face
        self.setEnabled(photo is not None and face is not None)
        if photo and face:
            number = [one.id for one in photo.edits.faces].index(face.id) + 1
            words = self.tr("Face {number}, {side} px wide, given by")
            self.words.setText(words.format(number=number, side=round(face.side_px)))
        unchecked = unchecked_words(face.face) if face else NOTHING
        self.unchecked.setText(shown(unchecked))
        self.unchecked.setVisible(bool(unchecked))
        listed = [(model.card.id, look_of(model)) for model in self._state.models]
        if listed != self._listed:
            self._listed = listed
            self.look.clear_rows()
            for model in self._state.models:
                heading = self.tr("For study") if model.card.for_study else ""
                self.look.add_row(model.card.id, look_of(model), said_of(model), heading)
        self.look.set_key(self._state.look)
        self._show_picture()

    def _show_picture(self) -> None:
        picture = face_thumb(self._state, FACE_SIDE, self.devicePixelRatioF())
        self.picture.setPixmap(_round(picture) if picture else QPixmap())


class BarGroup(QWidget):
    """The numbers of a group, one chart below the other."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self._notes = [QLabel(self) for _ in range(count)]
        self.charts = [BarsView(self) for _ in range(count)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for chart, note in zip(self.charts, self._notes, strict=True):
            note.setWordWrap(True)
            write_in(note, "small", "text2")
            column.addWidget(chart)
            column.addWidget(note)

    def show_bars(self, overlays: list[BarsOverlay]) -> None:
        """Show these numbers, and what they are."""
        for chart, note, one in zip(self.charts, self._notes, overlays, strict=True):
            chart.show_bars([shown(name) for name in one.names], one.values, low=one.low, high=one.high)
            note.setText(shown(one.explanation))


class Promise(QWidget):
    """What must be computed first: what it is, and a button that asks for it."""

    def __init__(self, state: StudyState, promise: PromisedOverlay) -> None:
        super().__init__()
        self._state, self._promise = state, promise
        self.note, self.failure = QLabel(shown(promise.explanation), self), QLabel(self)
        self.button = QPushButton(self)
        self.button.setObjectName(f"compute_{promise.group}")
        self.button.clicked.connect(lambda: state.compute(promise))
        write_in(self.note, "small", "text2")
        write_in(self.failure, "small", "bad")
        self.failure.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for label in (self.note, self.failure):
            label.setWordWrap(True)
            column.addWidget(label)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def refresh(self) -> None:
        """Show whether it is being computed, or why that failed."""
        is_under_way, failure = self._state.job_of_promises()
        self.button.setEnabled(not is_under_way)
        self.button.setText(self.tr("Computing…") if is_under_way else self.tr("Compute"))
        self.button.setAccessibleName(f"{self.button.text()} {shown(self._promise.title)}")
        self.failure.setText(breakable(failure))
        self.failure.setVisible(bool(failure))


def _round(picture: QPixmap) -> QPixmap:
    cut = QPixmap(picture.size())
    cut.setDevicePixelRatio(picture.devicePixelRatio())
    cut.fill(Qt.GlobalColor.transparent)
    side = picture.deviceIndependentSize()
    path = QPainterPath()
    path.addEllipse(0, 0, side.width(), side.height())
    with QPainter(cut) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(path)
        painter.drawPixmap(0, 0, picture)
    return cut
