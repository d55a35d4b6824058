"""The panel's part for the photo as a whole: how much it is enlarged, and what holds for all its faces."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from engine.pipeline.auto_scale import AUTO_SCALE, SCALES
from fsr_desktop.language.messages import shown
from fsr_desktop.look.lettering import write_in
from fsr_desktop.session.photos import PhotoItem
from fsr_desktop.session.workspace import Workspace
from fsr_desktop.widgets.segments import Segments


class PhotoSection(QWidget):
    """Signals: `summary_changed` with a few words for the section's head."""

    summary_changed = Signal(str)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("photo_options")
        self._workspace = workspace
        self._build()
        for changed in (workspace.photos_changed, workspace.current_changed):
            changed.connect(self.refresh)
        workspace.photo_changed.connect(self._photo_changed)
        self.refresh()

    def _build(self) -> None:
        label = QLabel(self.tr("Enlarge"), self)
        label.setProperty("lettering", "label")
        choices = [(str(scale), f"×{scale}" if scale else self.tr("Auto")) for scale in (AUTO_SCALE, *SCALES)]
        self.scale = Segments(choices, self, is_wide=True)
        self.scale.setObjectName("scale")
        self.scale.setAccessibleName(self.tr("Enlarge the photo"))
        self.scale.chosen.connect(lambda key: self._workspace.set_photo_options(scale=int(key)))
        self.why = QLabel(self)
        self.why.setObjectName("scale_why")
        write_in(self.why, "small", "text2")
        self.why.setWordWrap(True)
        self.grain = QCheckBox(self.tr("Give faces the photo's grain"), self)
        self.grain.setObjectName("match_grain")
        self.grain.setToolTip(self.tr("Adds noise like that around the face, so that the face does not look pasted in"))
        self.grain.clicked.connect(lambda is_on: self._workspace.set_photo_options(match_grain=is_on))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (label, self.scale, self.why, self.grain):
            column.addWidget(widget)

    def refresh(self) -> None:
        """Show the current photo's options."""
        photo = self._workspace.session.current
        is_ready = photo is not None and photo.state == "ready"
        self.setEnabled(is_ready)
        if photo is None or not is_ready:
            self.why.hide()
            self.summary_changed.emit("")
            return
        self.scale.set_value(str(photo.edits.scale))
        self.grain.setChecked(photo.edits.match_grain)
        words = self._why(photo)
        self.why.setText(words)
        self.why.setVisible(bool(words))
        scale = photo.export_scale.scale
        auto = self.tr("Auto ×{scale}").format(scale=scale)
        self.summary_changed.emit(auto if photo.edits.scale == AUTO_SCALE else f"×{scale}")

    def _why(self, photo: PhotoItem) -> str:
        """Why Auto takes what it takes, or what the result will measure."""
        if photo.edits.scale == AUTO_SCALE and photo.is_restored:
            return shown(photo.export_scale.reason)
        if photo.edits.scale == AUTO_SCALE:
            return self.tr("Auto enlarges as much as the restored faces need.")
        if photo.picture is None:
            return ""
        scale, picture = photo.edits.scale, photo.picture
        words = self.tr("Result {width} × {height} px.")
        return words.format(width=picture.width * scale, height=picture.height * scale)

    def _photo_changed(self, photo_id: str) -> None:
        if photo_id == self._workspace.session.current_id:
            self.refresh()
