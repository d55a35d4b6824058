"""What the commands of the main window do: each action of `fsr_desktop.actions.qt_actions` is given its verb here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QActionGroup

from engine.types import Box
from fsr_desktop.actions.all_rows import COMMANDS
from fsr_desktop.actions.row import Need
from fsr_desktop.look.focus_ring import focus_by_keys
from fsr_desktop.session.view_state import COMPARE_MODES, CompareMode
from fsr_desktop.window.context_menus import ContextMenus
from fsr_desktop.window.held_key import HeldKey
from fsr_desktop.window.main_button import MainButton
from fsr_desktop.window.main_window import MainWindow
from fsr_desktop.window.opening import Opening
from fsr_desktop.window.pages import Pages
from fsr_desktop.window.pixel_values import PixelValues
from fsr_desktop.window.zooming import Zooming


class WindowCommands(QObject):
    """Joins the window's actions to what they do, and keeps each enabled only while it can be done."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._workspace = window, window.workspace
        self.opening, self.pages, self.zooming = Opening(window), Pages(window), Zooming(window)
        self.pixels = PixelValues(window.workspace, window.view, window.canvas)
        self._connect_all()
        self.main_button = MainButton(window)
        self.menus = ContextMenus(window)
        HeldKey(window, window.action("hold_original"), window.canvas.hold_original)
        window.action("hold_original").toggled.connect(window.canvas.hold_original)
        window.top_bar.view_chosen.connect(lambda mode: self._mode_verb(mode)())
        faces = window.photo.faces
        faces.draw_requested.connect(window.canvas.start_drawing)
        faces.compare_requested.connect(self.pages.compare_looks)
        window.canvas.face_box_changed.connect(self._change_box)
        window.toasts.verb_wanted.connect(lambda verb: window.action(verb).trigger())
        window.toasts.export_wanted.connect(window.exporter.export_many)
        window.photo.panel_shown.connect(window.top_bar.show_has_panel)
        strip = window.photo.strip
        strip.photo_entered.connect(lambda: focus_by_keys(window.canvas))
        strip.restore_requested.connect(self._workspace.restore_many)
        strip.export_requested.connect(window.exporter.export_many)
        workspace = self._workspace
        for changed in (
            workspace.photos_changed, workspace.current_changed, workspace.face_selected, workspace.photo_changed,
            workspace.bridge.tasks_changed, workspace.undo_stack.indexChanged,
        ):  # fmt: skip
            changed.connect(self._enable)
        window.closed.connect(lambda: workspace.undo_stack.indexChanged.disconnect(self._enable))
        window.view.changed.connect(self._show_view)
        workspace.current_changed.connect(self._show_photo)
        workspace.photo_changed.connect(self._photo_changed)
        self._show_view()
        self._show_photo()
        self._enable()

    def open_paths(self, paths: list[Path]) -> None:
        """Open photos and folders."""
        self.opening.open_paths(paths)

    def _connect_all(self) -> None:
        modes = QActionGroup(self)
        for mode in COMPARE_MODES:
            modes.addAction(self._window.action(f"mode_{mode}"))
        for name, verb in {**self._verbs_of_photos(), **self._verbs_of_views()}.items():
            self._window.action(name).triggered.connect(lambda _checked=False, verb=verb: verb())
        view = self._window.view
        self._window.action("show_boxes").triggered.connect(
            lambda on: view.change(replace(view.current, show_boxes=on))
        )
        self._window.action("show_points").triggered.connect(
            lambda on: view.change(replace(view.current, show_points=on))
        )
        self._window.action("show_pixels").triggered.connect(
            lambda on: view.change(replace(view.current, show_pixels=on))
        )

    def _verbs_of_photos(self) -> dict[str, Callable[[], object]]:
        window, workspace, opening, pages = self._window, self._workspace, self.opening, self.pages
        return {
            "open": opening.choose_photos,
            "open_folder": opening.choose_folder,
            "open_sample": opening.open_sample,
            "paste": opening.clipboard.paste,
            "close_photo": self._close_photo,
            "export": window.exporter.export_photo,
            "export_as": lambda: pages.export_dialog("photo"),
            "export_crops": lambda: pages.export_dialog("crops"),
            "export_comparison": lambda: pages.export_dialog("comparison"),
            "export_before_after": lambda: pages.export_dialog("before-after"),
            "export_figure": lambda: pages.export_dialog("figure"),
            "export_all": window.exporter.export_all,
            "copy_image": lambda: opening.clipboard.copy_image(window.canvas.grab_view()),
            "quit": window.close,
            "undo": workspace.undo_stack.undo,
            "redo": workspace.undo_stack.redo,
            "settings": pages.settings,
            "shortcuts": pages.shortcuts,
            "restore": workspace.restore,
            "restore_all": workspace.restore_all,
            "cancel": self._cancel,
            "stop_all": workspace.stop_all,
            "copy_pixel": self.pixels.copy,
            "draw_face": window.canvas.start_drawing,
            "edit_box": self._edit_box,
            "delete_face": self._delete_face,
            "toggle_face": self._toggle_face,
            "next_face": lambda: self._step_face(1),
            "previous_face": lambda: self._step_face(-1),
            "next_photo": lambda: workspace.step_photo(1),
            "previous_photo": lambda: workspace.step_photo(-1),
            "finetune": pages.show_teach,
            "help": pages.shortcuts,
            "about": pages.about,
            "open_log": pages.open_log,
        }

    def _verbs_of_views(self) -> dict[str, Callable[[], object]]:
        window, pages, zooming = self._window, self.pages, self.zooming
        return {
            **zooming.verbs(),
            "zoom_face": self._zoom_face,
            "study": pages.show_study,
            "next_workspace": lambda: pages.step_workspace(1),
            "previous_workspace": lambda: pages.step_workspace(-1),
            "toggle_panel": window.photo.toggle_panel,
            "toggle_strip": window.photo.toggle_strip,
            "toast_action": window.toasts.press_newest,
            "overlay_attention": self._show_attention,
            "next_layer": lambda: self._in_study(pages.study.next_map),
            "previous_layer": lambda: self._in_study(pages.study.previous_map),
            "opacity_up": lambda: self._change_opacity(0.1),
            "opacity_down": lambda: self._change_opacity(-0.1),
            "guessed_changed": lambda: self._show_guessed(0),
            "guessed_contradicts": lambda: self._show_guessed(1),
            "present": pages.present,
            **{f"mode_{mode}": self._mode_verb(mode) for mode in COMPARE_MODES},
        }

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

    def _edit_box(self) -> None:
        face = self._workspace.session.selected_face
        if face:
            self._window.canvas.start_editing(face.id, face.face.box)

    def _change_box(self, face_id: str, box: Box) -> None:
        """Another box is another face; the mouse goes on with that."""
        self._window.canvas.start_editing(self._workspace.change_box(face_id, box), box)

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
            self.zooming.to_face(face.face.box)

    def _mode_verb(self, mode: CompareMode) -> Callable[[], None]:
        view = self._window.view

        def show() -> None:
            self._window.show_photos()
            view.change(replace(view.current, mode=mode))

        return show

    def _show_attention(self) -> None:
        self._in_study(lambda: self.pages.study.toggle_group("attention"))

    def _in_study(self, verb: Callable[[], object]) -> None:
        """A key of Study goes there first."""
        if self._window.page_name == "study":
            verb()
        else:
            self.pages.show_study()

    def _change_opacity(self, by: float) -> None:
        if self._window.page_name == "study":
            self.pages.study.change_opacity(by)
        else:
            self._window.photo.guessed.change_opacity(by)

    def _show_guessed(self, number: int) -> None:
        self._window.show_photos()
        self._window.photo.guessed.toggle(number)

    def _cancel(self) -> None:
        """Esc ends drawing, else closes a toast, else stops what is done with this photo."""
        canvas = self._window.canvas
        if canvas.is_drawing or canvas.is_editing:
            canvas.stop_drawing()
        elif not self._window.toasts.close_newest():
            self._workspace.stop_photo()

    # ---- what can be done now

    def _show_view(self) -> None:
        state = self._window.view.current
        self._window.action(f"mode_{state.mode}").setChecked(True)
        self._window.top_bar.show_view(state.mode)
        self._window.action("show_boxes").setChecked(state.show_boxes)
        self._window.action("show_points").setChecked(state.show_points)
        self._window.action("show_pixels").setChecked(state.show_pixels)

    def _show_photo(self) -> None:
        self._window.top_bar.show_photo(self._workspace.session.current)

    def _photo_changed(self, photo_id: str) -> None:
        if photo_id == self._workspace.session.current_id:
            self._show_photo()

    def _enable(self, *_what: object) -> None:
        workspace = self._workspace
        session, stack = workspace.session, workspace.undo_stack
        photo = session.current
        there: dict[Need, bool] = {
            "": True,
            "photo": photo is not None,
            "photos": len(session) > 1,
            "face": session.selected_face is not None,
            "faces": bool(photo and photo.edits.faces),
            "restored photo": bool(photo and photo.is_restored),
            "any restored photo": any(one.is_restored for one in session),
            "work": workspace.bridge.is_busy,
            "undo": stack.canUndo(),
            "redo": stack.canRedo(),
        }
        for command in COMMANDS:
            self._window.action(command.id).setEnabled(there[command.needs])
        undo, redo = self._window.action("undo"), self._window.action("redo")
        undo.setText(self.tr("Undo {what}").format(what=stack.undoText()).rstrip(" :"))
        redo.setText(self.tr("Redo {what}").format(what=stack.redoText()).rstrip(" :"))
        views = self._window.top_bar.views
        views.set_enabled("looks", there["faces"], self.tr("Looks needs a face in the photo."))
