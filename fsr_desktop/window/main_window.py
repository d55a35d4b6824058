"""The main window: its bar, its workspaces, and what happens when it closes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from engine.process.protocol import EngineSettings
from fsr_desktop.actions.qt_actions import build_actions, fill_menus
from fsr_desktop.canvas.canvas import Canvas
from fsr_desktop.export.exporter import Exporter
from fsr_desktop.language.looks import look_of
from fsr_desktop.language.messages import name_looks
from fsr_desktop.session.face_results import FaceResults
from fsr_desktop.session.notice import Notice
from fsr_desktop.session.view_state import View
from fsr_desktop.session.workspace import Workspace
from fsr_desktop.settings.all_settings import Settings
from fsr_desktop.toasts.stack import Toasts
from fsr_desktop.window.closing import ClosingGuard
from fsr_desktop.window.photo_workspace import PhotoWorkspace
from fsr_desktop.window.recent_files import RecentFiles
from fsr_desktop.window.remembered_place import restore_window_state, save_window_state
from fsr_desktop.window.start_page import StartPage
from fsr_desktop.window.text_offer import TextOffer
from fsr_desktop.window.top_bar import TopBar

SMALLEST = QSize(900, 600)
FIRST_SIZE = QSize(1440, 900)
FRAME = QSize(8, 40)  # px that a window's frame takes of the screen
BYTES_PER_PX = 30  # of an open photo: read, enlarged, converted for the screen
SMALLEST_CACHE, LARGEST_CACHE = 64 * 2**20, 256 * 2**20  # bytes of tiles


def engine_settings(settings: Settings) -> EngineSettings:
    """What of the settings the engine process is started with; the memory limit bounds the largest photo as well."""
    largest = settings.max_megapixels
    if settings.memory_mb:
        largest = min(largest, settings.memory_mb / BYTES_PER_PX)
    return EngineSettings(device=settings.device, threads=settings.threads, max_megapixels=largest, fast=settings.fast)


def cache_limit(settings: Settings) -> int:
    """Bytes of tiles that the canvas may keep: a quarter of the memory limit, within reason."""
    if not settings.memory_mb:
        return LARGEST_CACHE
    return max(SMALLEST_CACHE, min(LARGEST_CACHE, settings.memory_mb * 2**20 // 4))


class MainWindow(QMainWindow):
    """The window with all its parts; what its commands do is in `fsr_desktop.window.verbs`.

    Signals: `closed`, when it has closed for good; `page_shown` when another workspace is.
    """

    closed = Signal()
    page_shown = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("main_window")
        self.setWindowTitle("FSR Desktop")
        self.setMinimumSize(SMALLEST)
        self.resize(FIRST_SIZE.boundedTo(self.screen().availableSize() - FRAME))
        self.workspace = workspace
        self.view = View(self)
        self.results = FaceResults(self)
        self.recent = RecentFiles()
        self.exporter = Exporter(workspace)
        self.guard = ClosingGuard(self, workspace, self.exporter)
        self.actions_by_id = build_actions(self, workspace.settings.current)
        self.menu_of_all = QMenu(self)
        self.menus = fill_menus(self.menu_of_all, self.actions_by_id)
        self.addActions(list(self.actions_by_id.values()))  # their keys work while no menu is open
        self._alt_alone = False
        self.page_name = "start"
        self._build()
        kept = restore_window_state(self)
        self.photo.restore_layout(kept)
        self._text_offer = TextOffer(workspace, kept, self)
        workspace.photos_changed.connect(self._choose_page)
        workspace.installed_models.changed.connect(self._name_looks)
        workspace.current_changed.connect(self._name_window)
        workspace.photos_changed.connect(self._name_window)
        if workspace.settings.notice:
            notice = Notice(level="warning", text=workspace.settings.notice)
            QTimer.singleShot(0, lambda: workspace.notice.emit(notice))

    # ---- parts

    def _build(self) -> None:
        self.top_bar = TopBar(self.actions_by_id, self.menu_of_all, self)
        self.start_page = StartPage(self)
        self.photo = PhotoWorkspace(self.workspace, self.view, self.results, self)
        self.canvas.set_cache_limit(cache_limit(self.workspace.settings.current))
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.start_page)
        self.pages.addWidget(self.photo)
        whole = QWidget(self)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addWidget(self.pages, 1)
        self.setCentralWidget(whole)
        self.toasts = Toasts(self.workspace, self.photo.middle)
        self.start_page.set_recent(self.recent.existing())
        self._choose_page()

    @property
    def canvas(self) -> Canvas:
        """The canvas of the workspace "Photo"."""
        return self.photo.page.canvas

    def action(self, name: str) -> QAction:
        """The command of that id (`fsr_desktop.actions.qt_actions`)."""
        return self.actions_by_id[name]

    def menu(self, name: str) -> QMenu:
        """The menu of that id."""
        return self.menus[name]

    # ---- which page is shown

    def show_photos(self) -> None:
        """Back to the photo, or to the page that says how to open one."""
        has_photos = bool(len(self.workspace.session))
        self.pages.setCurrentWidget(self.photo if has_photos else self.start_page)
        self._show("photo" if has_photos else "start", self.top_bar.views_head if has_photos else None)

    def show_page(self, name: str, page: QWidget, head: QWidget | None) -> None:
        """Show another workspace's page, with its own choices in the bar."""
        if self.pages.indexOf(page) < 0:
            self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)
        self._show(name, head)

    def _show(self, name: str, head: QWidget | None) -> None:
        self.page_name = name
        self.top_bar.show_workspace("photo" if name == "start" else name, head)
        self.toasts.move_over(self.photo.middle if name == "photo" else self.pages)
        self.page_shown.emit()

    def _choose_page(self) -> None:
        if self.pages.currentWidget() in (self.start_page, self.photo) or not len(self.workspace.session):
            self.show_photos()

    def _name_looks(self) -> None:
        models = self.workspace.installed_models.current.models
        name_looks({model.card.id: look_of(model) for model in models})

    def _name_window(self) -> None:
        photo = self.workspace.session.current
        self.setWindowTitle(f"{photo.path.name} \N{EM DASH} FSR Desktop" if photo else "FSR Desktop")
        self.setWindowFilePath(str(photo.path) if photo else "")

    def remember_opened(self, paths: Sequence[Path]) -> None:
        """Keep what was opened for the list of recent files."""
        self.recent.add(paths)
        self.start_page.set_recent(self.recent.existing())

    # ---- events

    def showEvent(self, event: QShowEvent) -> None:
        """Offer larger text where the screen makes it small."""
        super().showEvent(event)
        self._text_offer.make(self.screen().size().width())

    def event(self, event: QEvent) -> bool:
        """Alt, pressed alone, opens the menu."""
        if isinstance(event, QKeyEvent):
            is_alt = event.key() == Qt.Key.Key_Alt
            if event.type() == QEvent.Type.KeyPress:
                self._alt_alone = is_alt
            elif event.type() == QEvent.Type.ShortcutOverride and not is_alt:
                self._alt_alone = False
            elif event.type() == QEvent.Type.KeyRelease and is_alt and self._alt_alone:
                self._alt_alone = False
                self.top_bar.menu_button.showMenu()
                return True
        return super().event(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop the work, keep the window's place; ask first where something would be lost."""
        if not self.guard.may_close():
            event.ignore()
            return
        save_window_state(self, {**self.photo.layout_state(), **self._text_offer.state()})
        self.closed.emit()
        self.workspace.bridge.close()
        self.results.close()
        event.accept()
