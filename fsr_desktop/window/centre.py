"""The middle of the window: notices above whatever page is shown."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from fsr_desktop.session.notice import Notice
from fsr_desktop.session.workspace import Workspace
from fsr_desktop.window.notice_bar import NoticeBar


class PagesFrame(QWidget):
    """The pages, one shown at a time, and the workspace's notices above them, so that no page hides one."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pages_frame")
        self.notice_bar = NoticeBar(self)
        self.pages = QStackedWidget(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.notice_bar)
        layout.addWidget(self.pages, 1)
        workspace.notice.connect(self._show_notice)

    def _show_notice(self, notice: Notice) -> None:
        if notice.folder is None:
            self.notice_bar.show_notice(notice)
            return
        url = QUrl.fromLocalFile(str(notice.folder))
        self.notice_bar.show_notice(notice, self.tr("Show in folder"), lambda: QDesktopServices.openUrl(url))
