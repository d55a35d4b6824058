"""On a large screen of one pixel a point, where letters are small: larger text is offered, once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject

from fsr_desktop.session.notice import Notice, NoticeAction
from fsr_desktop.session.workspace import Workspace

LARGE_SCREEN = 3200  # points of width from which it is offered
OFFERED = "text_offered"  # in what is kept of the window
CAUSE = "text size"


class TextOffer(QObject):
    """Remembers, in what is `kept` of the window, whether it was made."""

    def __init__(self, workspace: Workspace, kept: Mapping[str, int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._was_made = bool(kept.get(OFFERED, 0))

    def state(self) -> dict[str, int]:
        """To be kept."""
        return {OFFERED: int(self._was_made)}

    def make(self, screen_width: int) -> None:
        """Offer it on a screen of so many points, where the user has chosen no size yet."""
        if self._was_made or screen_width < LARGE_SCREEN or self._workspace.settings.current.text_size != "100":
            return
        self._was_made = True
        self._workspace.notice.emit(
            Notice(
                level="info",
                text=self.tr("Is the text too small on this screen?"),
                hint=self.tr("Its size can be changed at any time in the settings."),
                cause=CAUSE,
                action=NoticeAction(self.tr("Make it 130 %"), self._enlarge),
                stays=True,
            )
        )

    def _enlarge(self) -> None:
        settings = self._workspace.settings
        settings.change(replace(settings.current, text_size="130"))
        self._workspace.notice_gone.emit(CAUSE)
