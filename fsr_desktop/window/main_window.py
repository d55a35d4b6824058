"""The main window: its docks around the pages, its bars, and what happens when it closes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QMenu, QMessageBox, QToolBar, QWidget

from engine.process.export_jobs import (
    ExportAnimation,
    ExportBeforeAfter,
    ExportComparison,
    ExportCrops,
    ExportFigure,
    ExportPhoto,
)
from engine.process.protocol import EngineSettings, Finetune
from fsr_desktop.actions.qt_actions import build_actions, fill_menus
from fsr_desktop.export.exporter import Exporter
from fsr_desktop.faces.panel import FacesDock
from fsr_desktop.jobs.panel import JobsDock
from fsr_desktop.models.panel import ModelDock
from fsr_desktop.overlays.panel import OverlaysDock
from fsr_desktop.photos.panel import PhotosDock
from fsr_desktop.photos.restore_panel import ResultDock
from fsr_desktop.session.face_results import FaceResults
from fsr_desktop.session.notice import Notice
from fsr_desktop.session.view_state import COMPARE_MODES, View
from fsr_desktop.session.workspace import Workspace
from fsr_desktop.settings.all_settings import Settings
from fsr_desktop.window.centre import PagesFrame
from fsr_desktop.window.empty_page import EmptyPage
from fsr_desktop.window.photo_page import PhotoPage
from fsr_desktop.window.recent_files import RecentFiles
from fsr_desktop.window.remembered_place import restore_window_state, save_window_state
from fsr_desktop.window.status_line import StatusLine

TOOLBAR = (
    ("open", "restore", "export"),
    ("undo", "redo"),
    ("mode_before", "mode_split", "mode_side", "mode_difference"),
    ("zoom_out", "zoom_in", "fit", "actual_size", "zoom_face"),
    ("draw_face", "overlay_attention"),
    ("present",),
)
SMALLEST = QSize(900, 600)
FIRST_SIZE = QSize(1280, 800)


KEPT_JOBS = (
    ExportPhoto,
    ExportCrops,
    ExportComparison,
    ExportBeforeAfter,
    ExportFigure,
    ExportAnimation,
    Finetune,
)  # leave files
MOST_NAMED = 6
BYTES_PER_PX = 30  # of an open photo: read, enlarged, converted for the screen
SMALLEST_CACHE, LARGEST_CACHE = 64 * 2**20, 256 * 2**20  # bytes of tiles


def engine_settings(settings: Settings) -> EngineSettings:
    """What of the settings the engine process is started with; the memory limit bounds the largest photo as well."""
    largest = settings.max_megapixels
    if settings.memory_mb:
        largest = min(largest, settings.memory_mb / BYTES_PER_PX)
    return EngineSettings(device=settings.device, threads=settings.threads, max_megapixels=largest)


def cache_limit(settings: Settings) -> int:
    """Bytes of tiles that the canvas may keep: a quarter of the memory limit, within reason."""
    if not settings.memory_mb:
        return LARGEST_CACHE
    return max(SMALLEST_CACHE, min(LARGEST_CACHE, settings.memory_mb * 2**20 // 4))


class MainWindow(QMainWindow):
    """The window with all its parts; what its commands do is in `fsr_desktop.window.verbs`.

    Signals: `closed`, when it has closed for good.
    """

    closed = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("main_window")
        self.setWindowTitle("FSR Desktop")
        self.setMinimumSize(SMALLEST)
        self.resize(FIRST_SIZE)
        self.workspace = workspace
        self.view = View(self)
        self.results = FaceResults(self)
        self.recent = RecentFiles()
        self.exporter = Exporter(workspace)
        self.actions_by_id = build_actions(self, workspace.settings.current)
        self.menus = fill_menus(self.menuBar(), self.actions_by_id)
        self._build_pages()
        self._build_docks()
        self._build_toolbar()
        self.status_line = StatusLine(workspace, self.photo_page.canvas, self)
        self.setStatusBar(self.status_line)
        restore_window_state(self)
        workspace.photos_changed.connect(self._choose_page)
        workspace.current_changed.connect(self._name_window)
        if workspace.settings.notice:
            notice = Notice(level="warning", text=workspace.settings.notice)
            QTimer.singleShot(0, lambda: workspace.notice.emit(notice))

    # ---- parts

    def _build_pages(self) -> None:
        self.frame = PagesFrame(self.workspace, self)
        self.pages = self.frame.pages
        self.empty_page = EmptyPage(self)
        self.photo_page = PhotoPage(self.workspace, self.view, self.results, self)
        self.photo_page.canvas.set_cache_limit(cache_limit(self.workspace.settings.current))
        self.pages.addWidget(self.empty_page)
        self.pages.addWidget(self.photo_page)
        self.setCentralWidget(self.frame)
        self.empty_page.set_recent(self.recent.existing())

    def _build_docks(self) -> None:
        left, right = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
        self.photos_dock = PhotosDock(self.workspace)
        self.faces_dock = FacesDock(self.workspace, self.results)
        self.result_dock = ResultDock(self.workspace, self.view)
        self.model_dock = ModelDock(self.workspace, self.view)
        self.overlays_dock = OverlaysDock(self.workspace, self.view, self.results)
        self.jobs_dock = JobsDock(self.workspace.bridge)
        self.setCorner(Qt.Corner.BottomLeftCorner, left)
        self.setCorner(Qt.Corner.BottomRightCorner, right)
        self.setDockOptions(QMainWindow.DockOption.AllowTabbedDocks | QMainWindow.DockOption.AnimatedDocks)
        self.menus["view"].addSeparator()
        self.panels_menu = self.menus["view"].addMenu(self.tr("Panels"))
        self.panels_menu.setObjectName("menu_panels")
        photos = self._dock("photos", self.tr("Photos"), self.photos_dock, left)
        faces = self._dock("faces", self.tr("Faces"), self.faces_dock, left)
        result = self._dock("result", self.tr("Restore"), self.result_dock, right)
        model = self._dock("model", self.tr("Model"), self.model_dock, right)
        overlays = self._dock("overlays", self.tr("Overlays"), self.overlays_dock, right)
        self.tabifyDockWidget(result, model)
        self.tabifyDockWidget(model, overlays)
        result.raise_()
        self._dock("jobs", self.tr("Jobs"), self.jobs_dock, Qt.DockWidgetArea.BottomDockWidgetArea)
        self.resizeDocks([photos, faces], [280, 420], Qt.Orientation.Vertical)
        self.resizeDocks([photos, result], [280, 320], Qt.Orientation.Horizontal)
        self.docks["jobs"].hide()  # it shows itself by the status line, and by its menu entry

    def _dock(self, name: str, title: str, content: QWidget, area: Qt.DockWidgetArea) -> QDockWidget:
        dock = content if isinstance(content, QDockWidget) else QDockWidget(title, self)
        dock.setWindowTitle(title)
        dock.setObjectName(f"dock_{name}")
        if dock is not content:
            dock.setWidget(content)
        self.addDockWidget(area, dock)
        if not hasattr(self, "docks"):
            self.docks: dict[str, QDockWidget] = {}
        self.docks[name] = dock
        self.panels_menu.addAction(dock.toggleViewAction())
        return dock

    def _build_toolbar(self) -> None:
        bar = QToolBar(self.tr("Tools"), self)
        bar.setObjectName("toolbar")
        bar.setIconSize(QSize(20, 20))
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        for index, group in enumerate(TOOLBAR):
            if index:
                bar.addSeparator()
            for name in group:
                bar.addAction(self.actions_by_id[name])
        for name in ("open", "restore", "export"):
            button = bar.widgetForAction(self.actions_by_id[name])
            if button:
                button.setProperty("toolButtonStyle", Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.addToolBar(bar)
        modes = QActionGroup(self)
        for mode in COMPARE_MODES:
            modes.addAction(self.actions_by_id[f"mode_{mode}"])

    def action(self, name: str) -> QAction:
        """The command of that id (`fsr_desktop.actions.qt_actions`)."""
        return self.actions_by_id[name]

    def menu(self, name: str) -> QMenu:
        """The menu of that id."""
        return self.menus[name]

    def show_photos(self) -> None:
        """Back to the photo, or to the page that says how to open one."""
        self._choose_page()

    # ---- what the window does by itself

    def _choose_page(self) -> None:
        self.pages.setCurrentWidget(self.photo_page if len(self.workspace.session) else self.empty_page)

    def _name_window(self) -> None:
        photo = self.workspace.session.current
        self.setWindowTitle(f"{photo.path.name} \N{EM DASH} FSR Desktop" if photo else "FSR Desktop")
        self.setWindowFilePath(str(photo.path) if photo else "")

    def remember_opened(self, paths: list[Path]) -> None:
        """Keep what was opened for the list of recent files."""
        self.recent.add(paths)
        self.empty_page.set_recent(self.recent.existing())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop the work, keep the window's place; ask first where something would be lost."""
        if not self._may_close():
            event.ignore()
            return
        save_window_state(self)
        self.closed.emit()
        self.workspace.bridge.close()
        self.results.close()
        event.accept()

    def _may_close(self) -> bool:
        """Whether nothing is being written or fine-tuned, or the user wants to close all the same."""
        tasks = self.workspace.bridge.tasks
        lost = [task.title for task in tasks if not task.is_over and isinstance(task.job, KEPT_JOBS)]
        if not lost:
            return True
        question = QMessageBox(QMessageBox.Icon.Question, "FSR Desktop", self.tr("Close and stop what is running?"))
        question.setInformativeText("\n".join(lost[:MOST_NAMED]))
        stop = question.addButton(self.tr("Stop and close"), QMessageBox.ButtonRole.AcceptRole)
        question.addButton(self.tr("Go on"), QMessageBox.ButtonRole.RejectRole)
        question.exec()
        return question.clickedButton() is stop
