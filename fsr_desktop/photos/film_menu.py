"""What a right click on thumbnails offers, for all that are selected."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from engine.pipeline.auto_scale import AUTO_SCALE, SCALES
from fsr_desktop.language.looks import look_of
from fsr_desktop.look.icons import icon
from fsr_desktop.session.export_mark import waits_for_export
from fsr_desktop.session.file_manager import open_folder
from fsr_desktop.session.photo_state import photo_state
from fsr_desktop.session.photos import AUTO, PhotoItem
from fsr_desktop.session.workspace import Workspace

STRENGTHS = (25, 50, 75, 100)  # %


class FilmMenu(QObject):
    """Makes the menu. `restore` and `export` are given the ids of the photos."""

    def __init__(
        self,
        workspace: Workspace,
        parent: QWidget,
        *,
        restore: Callable[[list[str]], object],
        export: Callable[[list[str]], object],
    ) -> None:
        super().__init__(parent)
        self._workspace, self._parent = workspace, parent
        self._restore, self._export = restore, export

    def menu_for(self, photos: Sequence[PhotoItem]) -> QMenu:
        """What can be done with these photos."""
        menu = QMenu(self._parent)
        ids = [photo.id for photo in photos]
        can_restore = any(photo.state != "failed" or photo.was_cancelled for photo in photos)
        self._add(menu, "restore", self.tr("Restore"), lambda: self._restore(ids), can=can_restore)
        can_export = any(waits_for_export(photo) for photo in photos)
        self._add(menu, "export", self.tr("Export"), lambda: self._export(ids), can=can_export)
        again = [photo for photo in photos if photo_state(photo).needs_user]
        if len(again) == 1:
            action = self._workspace.tellings.action_for(again[0])
            self._add(menu, "", action.words, action.run)
        menu.addSeparator()
        self._add_choices(menu, photos)
        menu.addSeparator()
        self._add(menu, "folder", self.tr("Show in folder"), lambda: self._show_in_folder(photos))
        words = self.tr("Close photo") if len(photos) == 1 else self.tr("Close %n photo(s)", "", len(photos))
        self._add(menu, "close", words, lambda: self.close_photos(photos))
        return menu

    def choices_for(self, photos: Sequence[PhotoItem]) -> QMenu:
        """Look, enlargement and strength for these photos."""
        menu = QMenu(self._parent)
        self._add_choices(menu, photos)
        return menu

    def _add_choices(self, menu: QMenu, photos: Sequence[PhotoItem]) -> None:
        for choice in (self._looks, self._scales, self._strengths):
            menu.addMenu(choice(menu, photos))

    def close_photos(self, photos: Sequence[PhotoItem]) -> None:
        """Leave these; their files stay as they are."""
        for photo in photos:
            self._workspace.close_photo(photo.id)

    def _looks(self, menu: QMenu, photos: Sequence[PhotoItem]) -> QMenu:
        models = self._workspace.installed_models.current.models
        names = ((AUTO, self.tr("Auto")), *((model.card.id, look_of(model).replace("&", "&&")) for model in models))
        chosen = {face.model for photo in photos for face in photo.edits.faces}
        looks = QMenu(self.tr("Look"), menu)
        for model, name in names:
            verb = self._verb(photos, model=model)
            self._tick(looks, name, verb, is_on=chosen == {model})
        return looks

    def _scales(self, menu: QMenu, photos: Sequence[PhotoItem]) -> QMenu:
        chosen = {photo.edits.scale for photo in photos}
        scales = QMenu(self.tr("Enlarge"), menu)
        for scale in (AUTO_SCALE, *SCALES):
            name = self.tr("Auto") if scale == AUTO_SCALE else f"×{scale}"
            self._tick(scales, name, self._verb(photos, scale=scale), is_on=chosen == {scale})
        return scales

    def _strengths(self, menu: QMenu, photos: Sequence[PhotoItem]) -> QMenu:
        chosen = {round(100 * face.strength) for photo in photos for face in photo.edits.faces}
        strengths = QMenu(self.tr("Strength"), menu)
        for percent in STRENGTHS:
            verb = self._verb(photos, strength=percent / 100)
            self._tick(strengths, self.tr("{percent} %").format(percent=percent), verb, is_on=chosen == {percent})
        return strengths

    def _verb(
        self,
        photos: Sequence[PhotoItem],
        *,
        model: str | None = None,
        scale: int | None = None,
        strength: float | None = None,
    ) -> Callable[[], None]:
        return lambda: self._workspace.choose_for(photos, model=model, scale=scale, strength=strength)

    def _add(
        self, menu: QMenu, icon_name: str, words: str, verb: Callable[[], object] | None, *, can: bool = True
    ) -> QAction:
        action = menu.addAction(icon(icon_name), words) if icon_name else menu.addAction(words)
        action.setEnabled(can)
        if verb:
            action.triggered.connect(lambda _checked=False: verb())
        return action

    def _tick(self, menu: QMenu, words: str, verb: Callable[[], object], *, is_on: bool) -> None:
        action = self._add(menu, "", words, verb)
        action.setCheckable(True)
        action.setChecked(is_on)

    def _show_in_folder(self, photos: Sequence[PhotoItem]) -> None:
        for folder in dict.fromkeys(photo.path.parent for photo in photos):
            open_folder(folder)
