"""What a right click offers: on the photo, and on a face of it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from fsr_desktop.language.looks import look_of
from fsr_desktop.session.photos import AUTO
from fsr_desktop.window.main_window import MainWindow

OF_PHOTO = (
    "restore", "export", "export_as", "", "draw_face", "show_boxes", "show_points", "", "fit", "actual_size",
    "copy_image", "", "close_photo",
)  # fmt: skip
OF_FACE = ("zoom_face", "mode_looks", "study", "", "toggle_face", "edit_box", "delete_face")


class ContextMenus(QObject):
    """Opens them where they are asked for."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.canvas.menu_wanted.connect(self.show_at)
        window.photo.faces.menu_wanted.connect(self.show_at)

    def show_at(self, face_id: str, place: QPoint) -> None:
        """The menu of a face, which is selected by that; with "" the photo's."""
        if face_id:
            self._window.workspace.select_face(face_id)
        menu = self.menu_of_face() if face_id else self.menu_of(OF_PHOTO)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def menu_of_face(self) -> QMenu:
        """What can be done with the selected face."""
        menu = self.menu_of(OF_FACE)
        looks = QMenu(self.tr("Look"), menu)
        workspace = self._window.workspace
        face = workspace.session.selected_face
        if face is None:
            return menu
        models = workspace.installed_models.current.models
        for model, name in ((AUTO, self.tr("Auto")), *((model.card.id, look_of(model)) for model in models)):
            action = looks.addAction(name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(face.model == model)
            action.triggered.connect(
                lambda _on=False, model=model, face_id=face.id: workspace.choose_model(model, face_id=face_id)
            )
        menu.insertMenu(menu.actions()[0], looks)
        return menu

    def menu_of(self, names: tuple[str, ...]) -> QMenu:
        """A menu of these commands; "" is a line between."""
        menu = QMenu(self._window)
        for name in names:
            if name:
                menu.addAction(self._window.action(name))
            else:
                menu.addSeparator()
        return menu
