"""The pages that are made when they are first wanted: Study, Teach, presenter, and dialogs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from engine.paths import log_folder
from fsr_desktop.session.notice import Notice
from fsr_desktop.window.main_window import MainWindow

if TYPE_CHECKING:
    from fsr_desktop.study.page import StudyPage
    from fsr_desktop.study.state import StudyState


class Pages(QObject):
    """Shows them, and joins what they ask for."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._workspace = window, window.workspace
        self._study: StudyPage | None = None
        self._teach: QWidget | None = None
        window.top_bar.workspace_chosen.connect(self.show_workspace)
        window.photo.faces.about_requested.connect(self.show_looks)

    def show_workspace(self, name: str) -> None:
        """Go to "photo", "study" or "teach"."""
        {"photo": self._window.show_photos, "study": self.show_study, "teach": self.show_teach}[name]()

    def step_workspace(self, by: int) -> None:
        """Go to the next one."""
        self._window.top_bar.tabs.step(by)

    @property
    def study(self) -> StudyPage:
        """The page Study."""
        from fsr_desktop.study.page import StudyPage

        if self._study is None:
            self._study = StudyPage(self._workspace, self._window.view, self._window.results)
            self._study.offer_exports(
                animation=lambda: self.export_dialog("animation"), figure=lambda: self.export_dialog("figure")
            )
        return self._study

    def _study_seen(self) -> StudyState | None:
        """What is studied, while that is what the window shows."""
        return self._study.state if self._study and self._window.page_name == "study" else None

    def show_study(self) -> None:
        """What the model saw in a face."""
        self._window.show_page("study", self.study, self.study.head)

    def show_teach(self) -> None:
        """A model of the user's own."""
        from fsr_desktop.finetune.page import FinetunePage

        if self._teach is None:
            page = FinetunePage(self._workspace)
            page.model_finetuned.connect(self._use_finetuned)
            page.left.connect(self._window.show_photos)
            self._teach = page
        self._window.show_page("teach", self._teach, None)

    def _use_finetuned(self, model: str) -> None:
        self._workspace.choose_model(model)
        self._window.show_photos()

    def show_looks(self) -> None:
        """What the looks are: a click on one reads it, only "Use" takes it."""
        from fsr_desktop.models.looks_dialog import LooksDialog

        LooksDialog(self._workspace, self._window).open()

    def compare_looks(self) -> None:
        """One face in all looks."""
        view = self._window.view
        view.change(replace(view.current, mode="looks"))

    # ---- windows and dialogs

    def export_dialog(self, what: str, over: QWidget | None = None) -> None:
        """Ask how to export."""
        from fsr_desktop.export.dialog import ExportDialog

        window = self._window
        study = self._study_seen()
        keys = _keys_seen(study) if study else tuple(style.overlay for style in window.view.current.overlays)
        studied = study.studied if study else None
        dialog = ExportDialog(
            self._workspace, over or window, what=what, results=window.results, shown=keys, studied=studied
        )
        if dialog.exec():
            window.exporter.export_with(dialog.choice())
        if isValid(dialog):  # a talk that was ended meanwhile took it along
            dialog.deleteLater()

    def settings(self) -> None:
        """The settings dialog."""
        from fsr_desktop.window.settings_dialog import SettingsDialog

        SettingsDialog(self._workspace.settings, self._workspace.installed_models, self._window).exec()

    def shortcuts(self) -> None:
        """The keys, to read and to change."""
        from fsr_desktop.actions.shortcuts_dialog import ShortcutsDialog

        ShortcutsDialog(self._window.actions_by_id, self._workspace.settings, self._window).exec()

    def about(self) -> None:
        """What the program is."""
        from fsr_desktop.window.about_dialog import AboutDialog

        AboutDialog(self._workspace.bridge.provider, self._window).exec()

    def open_log(self) -> None:
        """Show the folder of the log."""
        folder = log_folder()
        if folder.is_dir():
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
        else:
            self._workspace.notice.emit(Notice(level="info", text=self.tr("There is no log yet.")))

    def present(self) -> None:
        """Full screen, for a talk."""
        from fsr_desktop.presenter.window import Presenter

        photo, window, study = self._workspace.session.current, self._window, self._study_seen()
        studied = study.studied if study else None
        if study and studied is None and study.chosen.is_other:  # not another look than the one that was chosen
            self._workspace.notice.emit(Notice(level="info", text=study.message))
            return
        if photo is None or not (photo.is_restored or studied):
            text = self.tr("Restore a photo first: presenter mode shows its faces.")
            self._workspace.notice.emit(Notice(level="info", text=text))
            return
        presenter = Presenter(self._workspace, window.results, window, studied=studied)
        presenter.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        presenter.export_requested.connect(lambda face_id: self._export_animation(face_id, presenter))
        window.closed.connect(presenter.close)
        presenter.showFullScreen()

    def _export_animation(self, face_id: str, presenter: QWidget) -> None:
        self._workspace.select_face(face_id)
        self.export_dialog("animation", presenter)


def _keys_seen(study: StudyState) -> tuple[str, ...]:
    return tuple(key for key in study.shown if (entry := study.entry(key)) and study.is_seen(entry))
