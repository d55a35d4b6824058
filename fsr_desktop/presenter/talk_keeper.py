"""The talk as it is prepared: read beside when presenter mode opens, and kept after each change."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from fsr_desktop.background import Background
from fsr_desktop.presenter.slides import Arrangement
from fsr_desktop.presenter.talk_file import Talk, note_key, read_talk, talk_path, write_talk


class TalkKeeper(QObject):
    """The notes for slides of one photo, and the arrangement of all.

    Signals: `arranged` with an `Arrangement` once it is read.
    """

    arranged = Signal(object)

    def __init__(self, photo: str, parent: QObject) -> None:
        super().__init__(parent)
        self._photo, self._talk = photo, Talk()
        self._background = Background(self)
        self._background.run(partial(read_talk, talk_path()), self._take)

    def note_of(self, slide: str) -> str:
        """What is noted for a slide."""
        return self._talk.notes.get(note_key(self._photo, slide), "")

    def note(self, slide: str, text: str) -> None:
        """Note something for a slide; "" for nothing."""
        notes = {key: words for key, words in self._talk.notes.items() if key != note_key(self._photo, slide)}
        self._keep(replace(self._talk, notes={**notes, note_key(self._photo, slide): text} if text else notes))

    def arrange(self, arrangement: Arrangement) -> None:
        """Keep other slides, or another order."""
        self._keep(replace(self._talk, arrangement=arrangement))

    def close(self) -> None:
        """Wait until what was changed is written."""
        self._background.finish()

    def _take(self, talk: Talk) -> None:
        self._talk = talk
        self.arranged.emit(talk.arrangement)

    def _keep(self, talk: Talk) -> None:
        self._talk = talk
        self._background.drop()
        self._background.run(partial(_written, talk))


def _written(talk: Talk) -> None:
    with suppress(OSError):  # the talk goes on; it is prepared anew another time
        write_talk(talk, talk_path())
