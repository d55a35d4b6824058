"""Presenter mode: one photo's restored faces, full screen, for talks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QFont, QFontMetrics, QGuiApplication, QKeyEvent, QScreen, QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from engine.explain.overlay import OverlayStyle
from engine.messages import Message
from fsr_desktop.language.messages import shown, shown_of_card
from fsr_desktop.look.motion import wants_less_motion
from fsr_desktop.presenter.bar import PresenterBar
from fsr_desktop.presenter.idle import HidesWhenIdle
from fsr_desktop.presenter.key_sheet import KeySheet
from fsr_desktop.presenter.keys import verb_of
from fsr_desktop.presenter.pictures import PresenterPictures
from fsr_desktop.presenter.show import Seen, SlideShow, faces_of, looks_of
from fsr_desktop.presenter.slides import Arrangement, Deck
from fsr_desktop.presenter.speaker import SpeakerView
from fsr_desktop.presenter.stage import ACCENT, INK, Stage, paint_for_projectors
from fsr_desktop.presenter.talk_keeper import TalkKeeper
from fsr_desktop.presenter.wipe_motion import STEP_MS, WipeMotion
from fsr_desktop.presenter.words import slide_title, slide_words
from fsr_desktop.session.face_results import FaceResults, LoadedFace
from fsr_desktop.session.workspace import Workspace

SECONDS_EACH = 0.8
LINES_OF_WORDS = 2  # room is left for them, so that no picture changes its size from slide to slide
ROUNDING = 4  # px that a label may take beyond its lines


class Presenter(QWidget):
    """Shows the restored faces of the current photo, one slide after the other, by the keys of clickers; the face that
    is `studied` as it is seen there.

    Signals: `export_requested` with a face's id: its animation is to be written.
    """

    export_requested = Signal(str)

    def __init__(
        self, workspace: Workspace, results: FaceResults, parent: QWidget | None = None, *, studied: Seen | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("presenter")
        self.setWindowTitle(self.tr("Presenter mode"))
        self._workspace, self._results = workspace, results
        photo = workspace.session.current
        self._faces = faces_of(photo, studied) if photo else []
        self._photo_name = photo.path.name if photo else ""
        self.deck = Deck(max(1, len(self._faces)))
        self._pictures, self._wipe = PresenterPictures(self), WipeMotion()
        self._show = self._slide_show()
        self._talk = TalkKeeper(self._photo_name, self)
        self._talk.arranged.connect(self._take_arrangement)
        self.speaker: SpeakerView | None = None
        self._has_left = False
        self._build()
        self._timer = self._every(round(SECONDS_EACH * 1000), self._tick)
        self._wipe_timer = self._every(STEP_MS, self._step_wipe)
        self._pictures.ready.connect(self._refresh_for)
        results.loaded.connect(self._refresh_for)
        results.failed.connect(self._tell_failed)
        self._pictures.failed.connect(lambda why: self._tell_failed("", why))
        ids = [face.id for face, _file in self._faces]
        selected = studied[0].id if studied else workspace.session.selected_face_id
        self.deck.face = ids.index(selected) if selected in ids else 0
        self._refresh()

    def _slide_show(self) -> SlideShow:
        photo, values = self._workspace.session.current, self._workspace.settings.current
        looks = [looks_of(photo, face, file) for face, file in self._faces] if photo else []
        files = [file for _face, file in self._faces]
        style = OverlayStyle(overlay="", opacity=values.overlay_opacity, colour_map=values.colour_map)
        return SlideShow(
            self.deck,
            files,
            looks,
            results=self._results,
            pictures=self._pictures,
            style=style,
            name_of=self._look_name,
        )

    def _every(self, interval: int, verb: Callable[[], object]) -> QTimer:
        timer = QTimer(self, interval=interval)
        timer.timeout.connect(verb)
        timer.start()
        return timer

    # ---- parts

    def _build(self) -> None:
        paint_for_projectors(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._stage = Stage(self)
        self._stage.wiped.connect(self._drag_wipe)
        self._title, self._words = (
            self._label("presenter_title", ACCENT.name()),
            self._label("presenter_words", INK.name()),
        )
        self._verbs: dict[str, Callable[[], object]] = {
            "previous": lambda: self._go(self.deck.previous),
            "play": self._toggle_playing,
            "next": lambda: self._go(self.deck.next),
            "home": lambda: self._go(self.deck.home),
            "face": self._next_face,
            "up": lambda: self._go(lambda: self.deck.step_face(1)),
            "down": lambda: self._go(lambda: self.deck.step_face(-1)),
            "blank": self._toggle_blank,
            "speaker": self._toggle_speaker,
            "export": self._export,
            "screen": self._next_screen,
            "keys": lambda: self._keys.toggle(),
            "leave": self.close,
        }
        self._bar = PresenterBar(self._verbs)
        self._bar.offer("face", is_offered=len(self._faces) > 1)
        self._bar.offer("screen", is_offered=len(QGuiApplication.screens()) > 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(8)
        column.addWidget(self._stage, 1)
        for widget in (self._title, self._words, self._bar):
            column.addWidget(widget)
        self._keys = KeySheet(self)
        self.idle = HidesWhenIdle(self, self._bar)

    def _label(self, name: str, colour: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        label.setStyleSheet(f"color: {colour};")
        return label

    # ---- what the user does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of clickers and of the keyboard."""
        verb = verb_of(event)
        if self._keys.isVisible():
            self._keys.toggle()
        elif verb:
            self._verbs[verb]()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keys, so that Space does not press a button."""
        super().showEvent(event)
        self.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave; nothing goes on in the background, and what was prepared is kept."""
        self._timer.stop()
        self._wipe_timer.stop()
        if not self._has_left:
            self._has_left = True
            self._results.loaded.disconnect(self._refresh_for)
            self._results.failed.disconnect(self._tell_failed)
        if self.speaker:
            self.speaker.close()
        self._pictures.close()
        self._talk.close()
        super().closeEvent(event)

    def resizeEvent(self, event: object) -> None:
        """Letters and buttons as large as the screen allows."""
        del event
        for label, share in ((self._title, 26), (self._words, 42), (self._bar.place, 48)):
            font = QFont(label.font())
            font.setPixelSize(max(13, self.height() // share))
            font.setBold(label is self._title)
            label.setFont(font)
        self._words.setMinimumHeight(LINES_OF_WORDS * QFontMetrics(self._words.font()).lineSpacing() + ROUNDING)
        self._bar.fit(self.height())
        self._keys.place()

    def _go(self, step: Callable[[], None]) -> None:
        step()
        self._wipe.restart()
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

    def _drag_wipe(self, edge: float) -> None:
        self.deck.is_playing = False
        self._wipe.drag(edge)
        self._refresh()

    def _toggle_speaker(self) -> None:
        """The speaker's window, on another screen where there is one."""
        if self.speaker and self.speaker.isVisible():
            self.speaker.close()
            return
        if self.speaker is None:
            self.speaker = SpeakerView(self)
            self.speaker.pressed.connect(self.keyPressEvent)
            self.speaker.noted.connect(lambda text: self._talk.note(self.deck.slide.key, text))
            self.speaker.arranged.connect(self._arrange)
        self._place_speaker(self.screen())
        self.speaker.show()
        self._refresh()

    def _place_speaker(self, own: QScreen) -> None:
        """Beside the screen that the audience sees, where there is another one."""
        others = [screen for screen in QGuiApplication.screens() if screen is not own]
        if self.speaker and others:
            self.speaker.setGeometry(others[0].availableGeometry())

    def _next_screen(self) -> None:
        """To a projector, where the window's own screen is the speaker's."""
        screens = QGuiApplication.screens()
        place = screens.index(self.screen()) if self.screen() in screens else -1
        wanted = screens[(place + 1) % len(screens)]
        if wanted is not self.screen():
            self.showNormal()  # a window that is full screen stays where it is
            self.setGeometry(wanted.geometry())
            self.showFullScreen()
            self._place_speaker(wanted)

    def _export(self) -> None:
        if self._faces:
            self.export_requested.emit(self._faces[self.deck.face][0].id)

    # ---- what the speaker prepared

    def _take_arrangement(self, arrangement: Arrangement) -> None:
        self.deck.arrange(arrangement)
        self._refresh()

    def _arrange(self, order: tuple[str, ...], off: frozenset[str]) -> None:
        arrangement = Arrangement(order=order, off=off)
        self._talk.arrange(arrangement)
        self._take_arrangement(arrangement)

    # ---- what is shown

    def _tick(self) -> None:
        if self.deck.tick():
            self._refresh()

    def _step_wipe(self) -> None:
        deck = self.deck
        if deck.slide.kind == "wipe" and deck.is_playing and not deck.is_blank and not wants_less_motion():
            self._wipe.step()
            self._show.show(self._stage, self._wipe.edge)

    def _tell_failed(self, path: str, why: Message) -> None:
        if path in ("", *(str(file) for _face, file in self._faces[self.deck.face : self.deck.face + 1])):
            self._words.setText(shown(why))

    def _refresh_for(self, _name: str) -> None:
        self._refresh()

    def _refresh(self) -> None:
        if self._has_left:
            return  # what was under way when it closed has come
        deck, loaded = self.deck, self._show.loaded(self.deck.face)
        is_painted = False
        if deck.is_blank:
            self._stage.show_image(None)
        elif loaded:
            is_painted = self._show.show(self._stage, self._wipe.edge)
        for widget in (self._title, self._words, self._bar):
            policy = widget.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            widget.setSizePolicy(policy)
            widget.setVisible(not deck.is_blank and not (widget is self._bar and self.idle.is_hidden))
        if is_painted or not loaded or deck.is_blank:  # else the picture of the slide before is still there
            self._title.setText(slide_title(deck.slide, deck.frame))
        self._words.setText(self._sentence(loaded, is_painted=is_painted))
        self._bar.show_playing(is_playing=deck.is_playing, can_play=deck.slide.plays)
        self._bar.place.setText(self._place())
        if self.speaker:
            note = self._talk.note_of(deck.slide.key)
            self.speaker.show_state(self._show.speaker_state(place=self._place(), note=note))

    def _sentence(self, loaded: LoadedFace | None, *, is_painted: bool) -> str:
        if not self._faces:
            return self.tr("No face of this photo is restored.")
        if not loaded:
            return self.tr("The face is being read…")
        if not is_painted and not self.deck.is_blank:
            return self.tr("The picture is being painted…")
        deck, look, is_outside = self.deck, self._look_name(loaded.file.model), loaded.file.outside_range
        return slide_words(deck.slide, deck.frame, photo=self._photo_name, look=look, is_outside=is_outside)

    def _place(self) -> str:
        deck = self.deck
        place = self.tr("{slide} / {slides}").format(slide=deck.index + 1, slides=len(deck.slides))
        if deck.faces > 1:
            face = self.tr("face {face} of {faces}").format(face=deck.face + 1, faces=deck.faces)
            place = f"{face}   {place}"
        return place

    def _look_name(self, model: str) -> str:
        """The plain name of a model, or its id where it has none."""
        found = self._workspace.installed_models.current.find(model)
        return shown_of_card(found.card.look, found) if found and found.card.look else model
