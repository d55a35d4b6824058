"""The workspace "Study": what a model saw in a face, beside the face."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from fsr_desktop.language.messages import shown
from fsr_desktop.look.icons import icon
from fsr_desktop.look.lettering import text_scale, write_in
from fsr_desktop.look.theme import tokens
from fsr_desktop.session.face_results import FaceResults
from fsr_desktop.session.notice import Notice
from fsr_desktop.session.view_state import View
from fsr_desktop.session.workspace import Workspace
from fsr_desktop.study.export_progress import ExportProgress
from fsr_desktop.study.panel import StudyPanel
from fsr_desktop.study.panes import PicturePair
from fsr_desktop.study.state import Mode, StudyState
from fsr_desktop.study.strip import Strip
from fsr_desktop.widgets.breakable import breakable
from fsr_desktop.widgets.buttons import FlatButton, IconButton
from fsr_desktop.widgets.elided_label import ElidedLabel
from fsr_desktop.widgets.segments import Segments
from fsr_desktop.widgets.tab_order import put_after

MARGIN = 24
SENTENCE_LINES = 2  # kept free, so that the pictures and buttons above stay where they are from map to map
PANELS = ((1280, 264), (1440, 280), (1920, 300), (2560, 320))  # below this width of the page, that of the panel
WIDEST_PANEL, NARROWEST_LEFT = 360, 680


class StudyPage(QWidget):
    """The pictures, what they mean, the strip, and the panel. `head` stands in the window's top bar."""

    def __init__(self, workspace: Workspace, view: View, results: FaceResults, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("study")
        self._workspace = workspace
        self.state = StudyState(workspace, results, self)
        self.head = Segments(
            [
                ("photo", self.tr("Photo")),
                ("over", self.tr("Map over photo")),
                ("alone", self.tr("Map alone")),
            ],
            self,
        )
        self.head.setAccessibleName(self.tr("What is shown"))
        self.head.chosen.connect(lambda mode: self.state.set_mode(cast(Mode, mode)))
        self.head.hide()
        self.pictures = PicturePair(self.state, self)
        self.strip = Strip(self.state, self)
        self.panel = StudyPanel(self.state, self)
        self.export_buttons: list[FlatButton] = []
        self._build()
        self.state.shown_changed.connect(self._refresh)
        self.state.face_changed.connect(self._refresh)
        self.state.face_changed.connect(self._order_tabs)
        self._refresh()

    # ---- for shortcuts

    def next_map(self) -> None:
        """The next of what can be looked at."""
        self.state.step(1)

    def previous_map(self) -> None:
        """The one before."""
        self.state.step(-1)

    def toggle_group(self, group: str) -> None:
        """Show the first of a group, or the face without it; says why where the face has none."""
        if not self.state.show_group(group):
            text = self.state.message or self.tr("The look that gave this face has no such map.")
            self._workspace.notice.emit(Notice(level="info", text=text))

    def change_opacity(self, by: float) -> None:
        """More or less of the map, by a share of 1."""
        self.state.set_opacity(self.state.opacity + by)

    def play(self) -> None:
        """Let the layers of a group follow each other, or stop that."""
        self.state.play(not self.state.is_playing)

    def offer_exports(self, *, animation: Callable[[], object], figure: Callable[[], object]) -> None:
        """Show buttons that write an animation or a figure of the face."""
        for name, words, export in (
            ("film", self.tr("Animation…"), animation),
            ("export", self.tr("Figure…"), figure),
        ):
            button = FlatButton(words, self)
            button.setIcon(icon(name))
            button.clicked.connect(lambda _checked=False, export=export: export())
            self._words_row.insertWidget(self._words_row.indexOf(self.previous_button), button)
            self.export_buttons.append(button)
        self._refresh()

    # ---- parts

    def showEvent(self, event: QShowEvent) -> None:
        """Read what is to be studied."""
        super().showEvent(event)
        self.state.begin()

    def hideEvent(self, event: QHideEvent) -> None:
        """Read and play nothing more."""
        super().hideEvent(event)
        self.state.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space plays, and stops that."""
        if event.key() == Qt.Key.Key_Space:
            self.play()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The panel is wider where there is more room."""
        super().resizeEvent(event)
        usual = next((wide for below, wide in PANELS if self.width() < below), WIDEST_PANEL)
        self.panel.want_width(min(round(usual * text_scale()), max(usual, self.width() - NARROWEST_LEFT)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground of the canvas, and of the panel."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(tokens().canvas))
            painter.fillRect(self.panel.geometry(), QColor(tokens().panel))
            painter.fillRect(self.panel.x() - 1, 0, 1, self.height(), QColor(tokens().line))

    def _build(self) -> None:
        self.title, self.place, self.sentence = ElidedLabel(parent=self), QLabel(self), QLabel(self)
        self.title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.message = QLabel(self)
        write_in(self.title, "head")
        write_in(self.sentence, "sentence")
        write_in(self.message, "sentence")
        for label in (self.sentence, self.message):
            label.setWordWrap(True)
        self.message.setObjectName("study_message")
        self.run_button = QPushButton(self.tr("Run it all the same, marked “outside its range”"), self)
        self.run_button.setObjectName("study_run")
        self.run_button.clicked.connect(self.state.run_all_the_same)
        self._instead = QWidget(self)  # of the pictures: why there are none, and what can be done
        instead = QVBoxLayout(self._instead)
        instead.setContentsMargins(0, 0, 0, 0)
        instead.setSpacing(12)
        instead.addStretch(1)
        instead.addWidget(self.message)
        instead.addWidget(self.run_button, 0, Qt.AlignmentFlag.AlignLeft)
        instead.addStretch(1)
        self.sentence.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.previous_button = IconButton("previous", self.tr("The map before"), self)
        self.play_button = IconButton("play", self.tr("Play"), self)
        self.next_button = IconButton("next", self.tr("The next map"), self)
        self.previous_button.clicked.connect(self.previous_map)
        self.play_button.clicked.connect(self.play)
        self.next_button.clicked.connect(self.next_map)
        words = self._words_row = QHBoxLayout()
        words.setSpacing(6)
        for label in (self.title, self.place):
            words.addWidget(label, 0, Qt.AlignmentFlag.AlignVCenter)
        words.addStretch(1)
        self.export_progress = ExportProgress(self._workspace.bridge, self)
        words.addWidget(self.export_progress)
        for button in (self.previous_button, self.play_button, self.next_button):
            words.addWidget(button)
        above = QVBoxLayout()
        above.setContentsMargins(MARGIN, MARGIN, MARGIN, 12)
        above.setSpacing(12)
        above.addWidget(self._instead, 1)
        above.addWidget(self.pictures, 1)
        above.addLayout(words)
        above.addWidget(self.sentence)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addLayout(above, 1)
        left.addWidget(self.strip)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(1)
        whole.addLayout(left, 1)
        whole.addWidget(self.panel)

    def _order_tabs(self) -> None:
        """From the pictures along the words to the panel, and to the strip at last."""
        row = self._words_row
        words = [widget for place in range(row.count()) if (item := row.itemAt(place)) and (widget := item.widget())]
        put_after(self.run_button, self.pictures, *words, self.panel, self.strip)

    def _refresh(self) -> None:
        active = self.state.active
        self.head.set_value(self.state.mode)
        self.message.setText(breakable(self.state.message))
        self.message.setVisible(bool(self.state.message))
        self.run_button.setVisible(self.state.chosen.is_refused)
        self._instead.setVisible(bool(self.state.message) or self.state.chosen.is_refused)
        self._refresh_exports()
        for widget in (self.pictures, self.strip, self.previous_button, self.play_button, self.next_button):
            widget.setVisible(self.state.loaded is not None)
        visible = self.state.visible
        self.title.setText(visible.title if visible else "")
        is_layer = active is not None and active.count > 1
        words = self.tr("{number} of {count}")
        self.place.setText(words.format(number=visible.number, count=visible.count) if visible and is_layer else "")
        self.sentence.setText(shown(visible.overlay.explanation) if visible else "")
        self.sentence.setMinimumHeight(SENTENCE_LINES * self.sentence.fontMetrics().lineSpacing() if visible else 0)
        ink = "text" if QColor(tokens().canvas).lightnessF() > 0.5 else "text2"
        write_in(self.place, ink=ink)
        self.play_button.setEnabled(bool(is_layer))
        self.play_button.set_words(self.tr("Stop") if self.state.is_playing else self.tr("Play"))
        self.play_button.setIcon(icon("pause" if self.state.is_playing else "play"))

    def _refresh_exports(self) -> None:
        reason = self.tr("There is nothing to write yet: no look has given this face.")
        for button in self.export_buttons:
            button.setEnabled(self.state.loaded is not None)
            button.setToolTip("" if button.isEnabled() else reason)
            button.setAccessibleDescription(button.toolTip())
