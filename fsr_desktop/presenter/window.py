"""Presenter mode: one photo's restored faces, full screen, for talks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QFont, QFontMetrics, QGuiApplication, QImage, QKeyEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from engine.explain.overlay import HeatOverlay, OverlayStyle
from engine.messages import Message
from fsr_desktop.language.messages import shown
from fsr_desktop.presenter.bar import PresenterBar
from fsr_desktop.presenter.pictures import AFTER, BEFORE, PresenterPictures
from fsr_desktop.presenter.slides import Deck, Slide
from fsr_desktop.presenter.stage import ACCENT, INK, PAPER, ColourKey, Stage
from fsr_desktop.session.face_results import FaceResults, LoadedFace
from fsr_desktop.session.workspace import Workspace

SECONDS_EACH = 0.8
LINES_OF_WORDS = 2  # room is left for them, so that no picture changes its size from slide to slide
ROUNDING = 4  # px that a label may take beyond its lines


class Presenter(QWidget):
    """Shows the restored faces of the current photo, one slide after the other, by the keys of clickers.

    Signals: `export_requested` with a face's id: its animation is to be written.
    """

    export_requested = Signal(str)

    def __init__(self, workspace: Workspace, results: FaceResults, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("presenter")
        self.setWindowTitle(self.tr("Presenter mode"))
        photo = workspace.session.current
        self._faces = photo.restored_faces() if photo else []
        self._photo_name = photo.path.name if photo else ""
        values = workspace.settings.current
        self._opacity, self._colour_map = values.overlay_opacity, values.colour_map
        self.deck = Deck(max(1, len(self._faces)))
        self._results, self._pictures = results, PresenterPictures(self)
        self._known: set[int] = set()  # faces whose overlays are in the deck
        self._build()
        self._timer = QTimer(self, interval=round(SECONDS_EACH * 1000))
        self._timer.timeout.connect(self._tick)
        self._timer.start()
        results.loaded.connect(self._refresh_for)
        results.failed.connect(self._tell_failed)
        self._pictures.ready.connect(self._refresh_for)
        self._pictures.failed.connect(lambda why: self._tell_failed("", why))
        self._start_at_selected(workspace.session.selected_face_id)
        self._refresh()

    def _start_at_selected(self, face_id: str | None) -> None:
        ids = [face.id for face, _file in self._faces]
        if face_id in ids:
            self.deck.face = ids.index(face_id)

    # ---- parts

    def _build(self) -> None:
        palette = QPalette(self.palette())
        for role in (QPalette.ColorRole.Window, QPalette.ColorRole.Base, QPalette.ColorRole.Button):
            palette.setColor(role, PAPER)
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
            palette.setColor(role, INK)
        self.setPalette(palette)
        self.setAutoFillBackground(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._stage = Stage(self)
        self._title = self._label("presenter_title")
        self._title.setStyleSheet(f"color: {ACCENT.name()};")
        self._words = self._label("presenter_words")
        self._words.setStyleSheet(f"color: {INK.name()};")
        self._bar = PresenterBar(
            {
                "previous": lambda: self._go(self.deck.previous),
                "play": self._toggle_playing,
                "next": lambda: self._go(self.deck.next),
                "home": lambda: self._go(self.deck.home),
                "face": self._next_face,
                "blank": self._toggle_blank,
                "export": self._export,
                "screen": self._next_screen,
                "leave": self.close,
            }
        )
        self._bar.offer("face", is_offered=len(self._faces) > 1)
        self._bar.offer("screen", is_offered=len(QGuiApplication.screens()) > 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(8)
        column.addWidget(self._stage, 1)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addWidget(self._bar)

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return label

    # ---- what the user does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of clickers and of the keyboard."""
        key, keys = event.key(), Qt.Key
        if key in (keys.Key_PageDown, keys.Key_Right, keys.Key_Space, keys.Key_N):
            self._go(self.deck.next)
        elif key in (keys.Key_PageUp, keys.Key_Left, keys.Key_P, keys.Key_Backspace):
            self._go(self.deck.previous)
        elif key in (keys.Key_Period, keys.Key_B):
            self._toggle_blank()
        elif key == keys.Key_Home:
            self._go(self.deck.home)
        elif key == keys.Key_Up:
            self._go(lambda: self.deck.step_face(1))
        elif key == keys.Key_Down:
            self._go(lambda: self.deck.step_face(-1))
        elif key in (keys.Key_Return, keys.Key_Enter):
            self._toggle_playing()
        elif key == keys.Key_E:
            self._export()
        elif key == keys.Key_S:
            self._next_screen()
        elif key in (keys.Key_Escape, keys.Key_F11):
            self.close()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keys, so that Space does not press a button."""
        super().showEvent(event)
        self.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave; nothing goes on in the background."""
        self._timer.stop()
        self._pictures.close()
        super().closeEvent(event)

    def resizeEvent(self, event: object) -> None:
        """Letters and buttons as large as the screen allows."""
        del event
        for label, share in ((self._title, 26), (self._words, 42), (self._bar.place, 48)):
            font = QFont(label.font())
            font.setPixelSize(max(13, self.height() // share))
            font.setBold(label is self._title)
            label.setFont(font)
        room = LINES_OF_WORDS * QFontMetrics(self._words.font()).lineSpacing() + ROUNDING
        self._words.setMinimumHeight(room)
        self._bar.fit(self.height())

    def _go(self, step: Callable[[], None]) -> None:
        step()
        self._timer.start()  # each slide begins with a whole interval
        self._refresh()

    def _next_face(self) -> None:
        by = 1 if self.deck.face + 1 < self.deck.faces else 1 - self.deck.faces
        self._go(lambda: self.deck.step_face(by))

    def _toggle_playing(self) -> None:
        self.deck.is_playing = not self.deck.is_playing
        self._refresh()

    def _toggle_blank(self) -> None:
        self.deck.is_blank = not self.deck.is_blank
        self._refresh()

    def _next_screen(self) -> None:
        """To a projector, where the window's own screen is the speaker's."""
        screens = QGuiApplication.screens()
        place = screens.index(self.screen()) if self.screen() in screens else -1
        wanted = screens[(place + 1) % len(screens)]
        if wanted is not self.screen():
            self.showNormal()  # a window that is full screen stays where it is
            self.setGeometry(wanted.geometry())
            self.showFullScreen()

    def _export(self) -> None:
        if self._faces:
            self.export_requested.emit(self._faces[self.deck.face][0].id)

    # ---- what is shown

    def _tick(self) -> None:
        if self.deck.tick():
            self._refresh()

    def _refresh_for(self, _name: str) -> None:
        self._refresh()

    def _tell_failed(self, path: str, why: Message) -> None:
        if path in ("", *(str(file) for _face, file in self._faces[self.deck.face : self.deck.face + 1])):
            self._words.setText(shown(why))

    def _refresh(self) -> None:
        deck, loaded = self.deck, self._loaded()
        picture = self._picture(loaded) if loaded else None
        if deck.is_blank or picture:
            self._stage.show_image(None if deck.is_blank else picture, self._colour_key())
        for widget in (self._title, self._words, self._bar):
            policy = widget.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            widget.setSizePolicy(policy)
            widget.setVisible(not deck.is_blank)
        self._title.setText(self._caption())
        is_painted = picture is not None or loaded is None
        self._words.setText(self._explanation(loaded) if is_painted else self.tr("The picture is being painted…"))
        self._bar.show_playing(is_playing=deck.is_playing, can_play=deck.slide.frames > 1)
        place = self.tr("{slide} / {slides}").format(slide=deck.index + 1, slides=len(deck.slides))
        if deck.faces > 1:
            face = self.tr("face {face} of {faces}").format(face=deck.face + 1, faces=deck.faces)
            place = f"{face}   {place}"
        self._bar.place.setText(place)

    def _loaded(self) -> LoadedFace | None:
        """The face that is shown, once it is read."""
        if not self._faces:
            return None
        face = self.deck.face
        loaded = self._results.get(self._faces[face][1])
        if loaded and face not in self._known:
            self._known.add(face)
            self.deck.put(face, loaded.overlays)
        return loaded

    def _picture(self, loaded: LoadedFace) -> QImage | None:
        """The frame that is shown, or None while it is painted; the others of the face are painted ahead."""
        deck = self.deck
        found = self._painted(loaded, deck.slide, deck.frame, is_shown=True)
        for slide in deck.slides:
            for frame in range(slide.frames):
                self._painted(loaded, slide, frame, is_shown=False)
        return found

    def _painted(self, loaded: LoadedFace, slide: Slide, frame: int, *, is_shown: bool) -> QImage | None:
        what = slide.overlays[frame] if slide.overlays else BEFORE if slide.kind == "before" else AFTER
        key = "" if isinstance(what, str) else what.key
        style = OverlayStyle(overlay=key, opacity=self._opacity, colour_map=self._colour_map)
        name = str(self._faces[self.deck.face][1])
        return self._pictures.get(name, loaded.file, what, style, is_shown=is_shown)

    def _colour_key(self) -> ColourKey | None:
        """What the colours of the overlay mean, where they are numbers."""
        slide = self.deck.slide
        overlay = slide.overlays[self.deck.frame] if slide.overlays else None
        return ColourKey(overlay, self._colour_map) if isinstance(overlay, HeatOverlay) else None

    def _caption(self) -> str:
        slide = self.deck.slide
        if slide.overlays:
            return shown(slide.overlays[self.deck.frame].title)
        return self.tr("Before") if slide.kind == "before" else self.tr("After")

    def _explanation(self, loaded: LoadedFace | None) -> str:
        slide = self.deck.slide
        if not self._faces:
            return self.tr("No face of this photo is restored.")
        if loaded is None:
            return self.tr("The face is being read…")
        if slide.overlays:
            return shown(slide.overlays[self.deck.frame].explanation)
        if slide.kind == "before":
            return self.tr("The face as it is in {name}, enlarged.").format(name=self._photo_name)
        words = self.tr("The same face restored by {model}: a likely face, not proof of how the person looked.")
        return words.format(model=loaded.file.model)
