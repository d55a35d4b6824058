"""What the commands of the main window do: each action of `fsr_desktop.actions.qt_actions` is given its verb here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFileDialog, QWidget

from engine.paths import log_folder, samples_folder
from engine.photo_io.formats import READABLE_SUFFIXES
from fsr_desktop.actions.all_rows import COMMANDS
from fsr_desktop.actions.row import Need
from fsr_desktop.photos.drop import PhotoDrop
from fsr_desktop.photos.finder import PhotoFinder
from fsr_desktop.session.notice import Notice
from fsr_desktop.session.view_state import COMPARE_MODES, CompareMode
from fsr_desktop.window.clipboard import Clipboard
from fsr_desktop.window.main_window import MainWindow

SAMPLE = "two-people.jpg"


class WindowCommands(QObject):
    """Joins the window's actions to what they do, and keeps each enabled only while it can be done."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = window.workspace
        self._clipboard = Clipboard(self)
        self._clipboard.pasted.connect(self.open_paths)
        self._clipboard.nothing.connect(lambda words: self._say("info", words))
        self._finder = PhotoFinder(self)
        self._finder.found.connect(self._workspace.open_found)
        PhotoDrop(window, self._workspace.open_found)
        self._connect_all()
        window.faces_dock.draw_requested.connect(window.photo_page.canvas.start_drawing)
        window.empty_page.open_requested.connect(self.choose_photos)
        window.empty_page.open_folder_requested.connect(self.choose_folder)
        window.empty_page.sample_requested.connect(self.open_sample)
        window.empty_page.recent_chosen.connect(lambda path: self.open_paths([path]))
        window.status_line.jobs_button.clicked.connect(lambda: window.docks["jobs"].setVisible(True))
        for changed in (
            self._workspace.photos_changed,
            self._workspace.current_changed,
            self._workspace.face_selected,
            self._workspace.bridge.tasks_changed,
        ):
            changed.connect(self._enable)
        self._workspace.photo_changed.connect(self._enable)
        self._workspace.undo_stack.indexChanged.connect(self._enable)
        window.closed.connect(lambda: self._workspace.undo_stack.indexChanged.disconnect(self._enable))
        window.view.changed.connect(self._show_view)
        window.photo_page.canvas.installEventFilter(self)  # for the key that is held
        self._show_view()
        self._enable()

    def _connect_all(self) -> None:
        window, workspace, canvas = self._window, self._workspace, self._window.photo_page.canvas
        verbs: dict[str, Callable[[], object]] = {
            "open": self.choose_photos,
            "open_folder": self.choose_folder,
            "open_sample": self.open_sample,
            "paste": self._clipboard.paste,
            "close_photo": self._close_photo,
            "export": window.exporter.export_photo,
            "export_as": lambda: self._export_dialog("photo"),
            "export_crops": lambda: self._export_dialog("crops"),
            "export_comparison": lambda: self._export_dialog("comparison"),
            "export_figure": lambda: self._export_dialog("figure"),
            "export_all": window.exporter.export_all,
            "copy_image": lambda: self._clipboard.copy_image(canvas.grab_view()),
            "quit": window.close,
            "undo": workspace.undo_stack.undo,
            "redo": workspace.undo_stack.redo,
            "settings": self._settings_dialog,
            "shortcuts": self._shortcuts_dialog,
            "restore": workspace.restore,
            "restore_all": workspace.restore_all,
            "cancel": self._cancel,
            "stop_all": workspace.stop_all,
            "draw_face": canvas.start_drawing,
            "delete_face": self._delete_face,
            "toggle_face": self._toggle_face,
            "next_face": lambda: self._step_face(1),
            "previous_face": lambda: self._step_face(-1),
            "next_photo": lambda: workspace.step_photo(1),
            "previous_photo": lambda: workspace.step_photo(-1),
            "zoom_in": canvas.zoom_in,
            "zoom_out": canvas.zoom_out,
            "fit": canvas.fit,
            "actual_size": canvas.actual_size,
            "zoom_1600": lambda: canvas.set_zoom(16.0),
            "zoom_face": self._zoom_face,
            "overlay_attention": lambda: window.overlays_dock.toggle_group("attention"),
            "next_layer": window.overlays_dock.next_layer,
            "previous_layer": window.overlays_dock.previous_layer,
            "opacity_up": lambda: window.overlays_dock.change_opacity(0.1),
            "opacity_down": lambda: window.overlays_dock.change_opacity(-0.1),
            "present": self._present,
            "finetune": self._finetune,
            "help": self._shortcuts_dialog,
            "about": self._about,
            "open_log": self._open_log,
            **{f"mode_{mode}": self._mode_verb(mode) for mode in COMPARE_MODES},
        }
        for name, verb in verbs.items():
            window.action(name).triggered.connect(lambda _checked=False, verb=verb: verb())
        window.action("show_boxes").triggered.connect(
            lambda on: window.view.change(replace(window.view.current, show_boxes=on))
        )
        window.action("show_points").triggered.connect(
            lambda on: window.view.change(replace(window.view.current, show_points=on))
        )

    # ---- opening

    def open_paths(self, paths: list[Path]) -> None:
        """Open photos and folders, and remember them; folders are looked through in the background."""
        if not paths:
            return
        self._window.remember_opened([path for path in paths if path.exists()])
        if any(path.is_dir() for path in paths):
            self._finder.find(paths)
        else:
            self._workspace.open_paths(paths)

    def choose_photos(self) -> None:
        """Ask for photos and open them."""
        pattern = " ".join(f"*{suffix} *{suffix.upper()}" for suffix in READABLE_SUFFIXES)
        names, _ = QFileDialog.getOpenFileNames(
            self._window,
            self.tr("Open photos"),
            self._last_folder(),
            self.tr("Photos ({pattern})").format(pattern=pattern),
        )
        self.open_paths([Path(name) for name in names])

    def choose_folder(self) -> None:
        """Ask for a folder and open the photos in it."""
        name = QFileDialog.getExistingDirectory(self._window, self.tr("Open a folder of photos"), self._last_folder())
        if name:
            self.open_paths([Path(name)])

    def open_sample(self) -> None:
        """Open the shipped sample, to try the program with."""
        self.open_paths([samples_folder() / SAMPLE])

    def _last_folder(self) -> str:
        recent = self._window.recent.existing()
        if not recent:
            return str(Path.home())
        return str(recent[0] if recent[0].is_dir() else recent[0].parent)

    # ---- faces and view

    def _close_photo(self) -> None:
        if self._workspace.session.current_id:
            self._workspace.close_photo(self._workspace.session.current_id)

    def _delete_face(self) -> None:
        if self._workspace.session.selected_face_id:
            self._workspace.delete_face(self._workspace.session.selected_face_id)

    def _toggle_face(self) -> None:
        face = self._workspace.session.selected_face
        if face:
            self._workspace.switch_face(face.id, is_on=not face.is_on)

    def _step_face(self, by: int) -> None:
        photo = self._workspace.session.current
        ids = [face.id for face in photo.edits.faces] if photo else []
        if not ids:
            return
        selected = self._workspace.session.selected_face_id
        index = ids.index(selected) + by if selected in ids else (0 if by > 0 else -1)
        self._workspace.select_face(ids[index % len(ids)])
        self._zoom_face()

    def _zoom_face(self) -> None:
        photo = self._workspace.session.current
        face = self._workspace.session.selected_face
        if face is None and photo and photo.edits.faces:
            face = photo.edits.faces[0]
            self._workspace.select_face(face.id)
        if face:
            self._window.photo_page.canvas.zoom_to(face.face.box)

    def _mode_verb(self, mode: CompareMode) -> Callable[[], None]:
        view = self._window.view
        return lambda: view.change(replace(view.current, mode=mode))

    def _cancel(self) -> None:
        canvas = self._window.photo_page.canvas
        if canvas.is_drawing:
            canvas.stop_drawing()
        else:
            self._workspace.stop_photo()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The key of "hold original" shows the photo as it was for as long as it is held."""
        if isinstance(event, QKeyEvent) and event.type() in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            wanted = self._window.action("hold_original").shortcut()
            pressed = QKeySequence(event.keyCombination())
            if not wanted.isEmpty() and pressed == wanted:
                if not event.isAutoRepeat():
                    self._window.photo_page.canvas.hold_original(event.type() == QEvent.Type.KeyPress)
                return True
        return super().eventFilter(watched, event)

    # ---- windows and pages

    def _export_dialog(self, what: str, over: QWidget | None = None) -> None:
        from fsr_desktop.export.dialog import ExportDialog

        shown = tuple(style.overlay for style in self._window.view.current.overlays)
        dialog = ExportDialog(
            self._workspace, over or self._window, what=what, results=self._window.results, shown=shown
        )
        if dialog.exec():
            self._window.exporter.export_with(dialog.choice())

    def _settings_dialog(self) -> None:
        from fsr_desktop.window.settings_dialog import SettingsDialog

        SettingsDialog(self._workspace.settings, self._workspace.installed_models, self._window).exec()

    def _shortcuts_dialog(self) -> None:
        from fsr_desktop.actions.shortcuts_dialog import ShortcutsDialog

        ShortcutsDialog(self._window.actions_by_id, self._workspace.settings, self._window).exec()

    def _about(self) -> None:
        from fsr_desktop.window.about_dialog import AboutDialog

        AboutDialog(self._workspace.bridge.provider, self._window).exec()

    def _open_log(self) -> None:
        folder = log_folder()
        if folder.is_dir():
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
        else:
            self._say("info", self.tr("There is no log yet."))

    def _present(self) -> None:
        from fsr_desktop.presenter.window import Presenter

        photo, window = self._workspace.session.current, self._window
        if photo is None or not photo.is_restored:
            self._say("info", self.tr("Restore a photo first: presenter mode shows its faces."))
            return
        presenter = Presenter(self._workspace, window.results, window)
        presenter.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        presenter.export_requested.connect(lambda face_id: self._export_animation(face_id, presenter))
        window.closed.connect(presenter.close)
        presenter.showFullScreen()

    def _export_animation(self, face_id: str, presenter: QWidget) -> None:
        self._workspace.select_face(face_id)
        self._export_dialog("animation", presenter)

    def _finetune(self) -> None:
        from fsr_desktop.finetune.page import FinetunePage

        pages = self._window.pages
        page = self._window.findChild(FinetunePage)
        if page is None:
            page = FinetunePage(self._workspace)
            page.model_finetuned.connect(self._use_finetuned)
            page.left.connect(self._window.show_photos)
            pages.addWidget(page)
        pages.setCurrentWidget(page)

    def _use_finetuned(self, model: str) -> None:
        self._workspace.choose_model(model)
        self._window.show_photos()

    # ---- what can be done now

    def _show_view(self) -> None:
        state = self._window.view.current
        self._window.action(f"mode_{state.mode}").setChecked(True)
        self._window.action("show_boxes").setChecked(state.show_boxes)
        self._window.action("show_points").setChecked(state.show_points)

    def _enable(self, *_what: object) -> None:
        session, stack = self._workspace.session, self._workspace.undo_stack
        photo = session.current
        there: dict[Need, bool] = {
            "": True,
            "photo": photo is not None,
            "photos": len(session) > 1,
            "face": session.selected_face is not None,
            "faces": bool(photo and photo.edits.faces),
            "restored photo": bool(photo and photo.is_restored),
            "any restored photo": any(one.is_restored for one in session),
            "work": self._workspace.bridge.is_busy or self._window.photo_page.canvas.is_drawing,
            "undo": stack.canUndo(),
            "redo": stack.canRedo(),
        }
        for command in COMMANDS:
            self._window.action(command.id).setEnabled(there[command.needs])
        undo, redo = self._window.action("undo"), self._window.action("redo")
        undo.setText(self.tr("Undo {what}").format(what=stack.undoText()).rstrip())
        redo.setText(self.tr("Redo {what}").format(what=stack.redoText()).rstrip())

    def _say(self, level: str, text: str) -> None:
        assert level in ("info", "warning", "error")
        self._workspace.notice.emit(Notice(level=level, text=text))  # pyright: ignore[reportArgumentType]
