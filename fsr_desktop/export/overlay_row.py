"""The row of the export dialog that lists the overlays of the face, as soon as they are read."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from engine.explain.overlay import Overlay
from engine.messages import Message
from fsr_desktop.export.jobs import What, face_to_export
from fsr_desktop.export.overlay_ticks import OverlayTicks
from fsr_desktop.language import messages
from fsr_desktop.session.face_results import FaceResults
from fsr_desktop.session.photos import FaceEdit
from fsr_desktop.session.workspace import Workspace


class OverlayRow(QWidget):
    """Overlays of the selected face to tick, or of the `studied` one, and which face that is; `shown` are the keys of
    those on the screen.

    Signals: `ticked` when others are ticked.
    """

    ticked = Signal()

    def __init__(
        self,
        workspace: Workspace,
        results: FaceResults,
        shown: tuple[str, ...],
        studied: tuple[FaceEdit, Path] | None = None,
    ) -> None:
        super().__init__()
        self._studied = studied
        self._workspace, self._results, self._shown = workspace, results, shown
        self._listed: tuple[str, What, tuple[str, ...]] | None = None  # file, kind of export, keys: what is listed
        self._ticks = OverlayTicks(self)
        self._ticks.ticked.connect(self.ticked)
        self._words = QLabel(self)
        self._words.setObjectName("overlay_words")
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._ticks)
        column.addWidget(self._words)
        self.setFocusProxy(self._ticks)
        results.failed.connect(self._tell_failed)

    def _tell_failed(self, _path: str, why: Message) -> None:
        self._words.setText(messages.shown(why))

    def ticked_overlays(self) -> tuple[Overlay, ...]:
        """Those that are ticked, in their order."""
        return self._ticks.ticked_overlays()

    def list_for(self, what: What) -> None:
        """List the overlays that a figure or an animation can show."""
        found = self._studied or face_to_export(self._workspace.session)
        if found is None:
            self._words.setText(self.tr("Select a restored face first."))
            return
        face, file = found
        loaded = self._results.get(file)
        if loaded is None:
            self._words.setText(self.tr("The face’s overlays are being read…"))
            return
        photo = self._workspace.session.current
        number = [one.id for one in photo.edits.faces].index(face.id) + 1 if photo else 1
        self._words.setText(self.tr("Of face {number}, after its input and restoration.").format(number=number))
        listed = (str(file), what, tuple(overlay.key for overlay in loaded.overlays))
        if self._listed != listed:  # another face, or overlays computed meanwhile
            is_same = self._listed is not None and self._listed[:2] == listed[:2]
            ticked = tuple(overlay.key for overlay in self._ticks.ticked_overlays())
            keys = ticked if is_same else self._shown if what == "figure" else ()
            self._listed = listed
            self._ticks.show_overlays(loaded.overlays, what=what, keys=keys)
