"""What can be laid over a restored face, and how it looks. Names no overlay: it offers what the face has."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QVBoxLayout, QWidget

from engine.explain.overlay import OverlayStyle
from fsr_desktop.language.engine_faults import shown_error
from fsr_desktop.language.engine_words import shown_reason
from fsr_desktop.session.face_results import FaceResults, LoadedFace
from fsr_desktop.session.notice import Notice
from fsr_desktop.session.photos import FaceEdit, PhotoItem
from fsr_desktop.session.status_words import failure_words
from fsr_desktop.session.view_state import View
from fsr_desktop.session.workspace import Workspace
from fsr_desktop.settings.all_settings import Settings
from fsr_desktop.widgets.breakable import breakable
from fsr_desktop.widgets.vertical_scroll import VerticalScroll

if TYPE_CHECKING:  # numpy-heavy modules that the start need not wait for
    from engine.explain.overlay import Overlay, PromisedOverlay
    from fsr_desktop.overlays.group import OverlayGroup
    from fsr_desktop.overlays.promised_group import PromisedGroup


class OverlaysDock(QWidget):
    """The overlays of the selected face or, if none is selected, of the first one that is restored.

    What was set for a group stays set when another face, photo or model is looked at, where that has the same layer.
    """

    def __init__(self, workspace: Workspace, view: View, results: FaceResults, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("overlays")
        self._workspace, self._view, self._results = workspace, view, results
        self._groups: dict[str, OverlayGroup] = {}
        self._used_heat = ""  # the heat group that was used last
        self._shown: LoadedFace | None = None
        self._shown_of: tuple[PhotoItem, Path] | None = None  # whose it is
        self._promises: dict[str, PromisedGroup] = {}
        self._promised_titles: dict[str, str] = {}  # a group keeps its name when it is computed
        self._asked_for: dict[Path, str] = {}  # the group that is shown as soon as it is computed
        self._build()
        for changed in (workspace.current_changed, workspace.face_selected):
            changed.connect(self.refresh)
        workspace.photo_changed.connect(self._photo_changed)
        workspace.settings.changed.connect(self._settings_changed)
        results.loaded.connect(self._file_told)
        results.failed.connect(self._file_failed)
        workspace.overlay_jobs.changed.connect(self._job_changed)
        workspace.overlay_jobs.computed.connect(results.read_again)
        view.changed.connect(self._follow_view)
        self._follow_view()
        self.refresh()

    # ---- for shortcuts

    def toggle_group(self, group: str) -> None:
        """Switch a group on or off; says why where this face has none of that name."""
        row = self._groups.get(group)
        if row and self._shown:
            row.switch(is_on=not row.is_on)
        else:
            words = self.message.text() or self.tr("The model that restored this face does not give this overlay.")
            self._workspace.notice.emit(Notice(level="info", text=words))

    def next_layer(self) -> None:
        """The next layer of the heat group that was used last."""
        self._step_layer(1)

    def previous_layer(self) -> None:
        """The layer before in the heat group that was used last."""
        self._step_layer(-1)

    def change_opacity(self, by: float) -> None:
        """More or less of the heat group that was used last, by a share of 1."""
        row = self._heat_group()
        if row:
            row.change_opacity(by)

    # ---- what is shown

    def refresh(self) -> None:
        """Show what the face that is looked at has."""
        face = self._workspace.session.face_looked_at
        photo = self._workspace.session.current
        outcome = photo.outcome(face) if photo and face else None
        if photo is None or outcome is None or outcome.file is None:
            self._show_nothing(self._what_to_do(face, shown_reason(outcome.reason) if outcome else ""))
            return
        loaded = self._results.get(outcome.file)
        if loaded is None:
            if self._shown is None:
                self._show_nothing(self.tr("Reading the restored face…"))
            return
        self._shown_of = photo, outcome.file
        self._show_face(loaded)

    def _build(self) -> None:
        self.boxes = QCheckBox(self.tr("Boxes around faces"), self)
        self.boxes.setObjectName("show_boxes")
        self.boxes.setToolTip(self.tr("Where the detector found a face, or you drew one"))
        self.points = QCheckBox(self.tr("Points of faces"), self)
        self.points.setObjectName("show_points")
        self.points.setToolTip(
            self.tr("Eyes, nose and mouth corners as found: they turn the face upright for the model")
        )
        self.boxes.toggled.connect(lambda is_on: self._view.change(replace(self._view.current, show_boxes=is_on)))
        self.points.toggled.connect(lambda is_on: self._view.change(replace(self._view.current, show_points=is_on)))
        self.message = QLabel(self)
        self.message.setObjectName("overlays_message")
        self.message.setWordWrap(True)
        self._rows = QWidget(self)
        self._rows_column = QVBoxLayout(self._rows)
        self._rows_column.setContentsMargins(0, 0, 0, 0)
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        for widget in (self.boxes, self.points, _line(self), self.message, self._rows):
            column.addWidget(widget)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(VerticalScroll(inside, self))

    def _what_to_do(self, face: FaceEdit | None, reason: str) -> str:
        if self._workspace.session.current is None:
            return self.tr("Open a photo and press Restore: then you see here what the model looked at.")
        if face is None:
            return self.tr("No face was found in this photo: draw a box around one and press Restore.")
        if reason:
            return self.tr("This face was not restored. {reason}").format(reason=reason)
        return self.tr("Press Restore: then you see here what the model looked at.")

    def _show_nothing(self, words: str) -> None:
        self._shown, self._shown_of = None, None
        self.message.setText(breakable(words))
        self.message.show()
        self._rows.hide()

    def _show_face(self, loaded: LoadedFace) -> None:
        if loaded is self._shown:
            return
        self._shown = loaded
        groups: dict[str, list[Overlay]] = {}
        for overlay in loaded.offered:
            groups.setdefault(overlay.group, []).append(overlay)
        wanted = {group: tuple(one.key for one in overlays) for group, overlays in groups.items()}
        if wanted == {group: row.keys for group, row in (self._groups | self._promises).items()}:
            for group, row in self._groups.items():
                row.take(groups[group])
        else:
            self._rebuild(groups)
        self.message.setVisible(not groups)
        self.message.setText("" if groups else self.tr("The model that restored this face gives no overlays."))
        self._rows.setVisible(bool(groups))
        self._show_jobs()
        self._follow_view()
        self._show_what_was_asked_for()

    def _rebuild(self, groups: dict[str, list[Overlay]]) -> None:
        from engine.explain.overlay import PromisedOverlay

        self._clear()
        for group, overlays in groups.items():
            first = overlays[0]
            row = self._add_promise(first) if isinstance(first, PromisedOverlay) else self._add_group(group, overlays)
            self._rows_column.addWidget(row)
            row.show()

    def _add_group(self, group: str, overlays: list[Overlay]) -> OverlayGroup:
        from fsr_desktop.overlays.group import OverlayGroup

        title = self._promised_titles.get(group, "")
        row = OverlayGroup(overlays, self._style_for(overlays[0]), self._rows, title=title)
        row.changed.connect(self._group_changed)
        self._groups[group] = row
        return row

    def _add_promise(self, promise: PromisedOverlay) -> PromisedGroup:
        from fsr_desktop.overlays.promised_group import PromisedGroup

        row = PromisedGroup(promise, self._rows)
        row.wanted.connect(lambda: self._compute(promise.group))
        self._promises[promise.group] = row
        self._promised_titles[promise.group] = row.title
        return row

    def _clear(self) -> None:
        for row in (self._groups | self._promises).values():
            self._rows_column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._groups, self._promises = {}, {}

    def _style_for(self, first: Overlay) -> OverlayStyle:
        """How a group begins: as the user set it last, or as the settings say. Only maps are see-through at first."""
        from engine.explain.overlay import HeatOverlay

        values = self._workspace.settings.current
        opacity = values.overlay_opacity if isinstance(first, HeatOverlay) else 1.0
        usual = OverlayStyle(overlay=first.key, opacity=opacity, colour_map=values.colour_map)
        return self._view.current.style_of(first.group) or usual

    # ---- what must be computed first

    def _compute(self, group: str) -> None:
        if self._shown_of:
            photo, file = self._shown_of
            self._asked_for[file] = group
            self._workspace.overlay_jobs.compute(photo, file, self._promises[group].title)

    def _job_changed(self, file: Path) -> None:
        if self._shown_of and self._shown_of[1] == file:
            self._show_jobs()

    def _show_jobs(self) -> None:
        jobs = self._workspace.overlay_jobs
        if self._shown_of:
            _photo, file = self._shown_of
            failure = jobs.failure_of(file)
            for row in self._promises.values():
                row.show_job(is_under_way=jobs.is_under_way(file), failure=failure_words(failure) if failure else "")

    def _show_what_was_asked_for(self) -> None:
        file = self._shown_of[1] if self._shown_of else Path()
        row = self._groups.get(self._asked_for.get(file, ""))
        if row:
            del self._asked_for[file]
            row.switch(is_on=True)

    # ---- what changes

    def _group_changed(self, style: OverlayStyle, is_on: bool) -> None:
        group = style.overlay.partition("/")[0]
        if self._groups[group].is_heat:
            self._used_heat = group
        self._view.set_overlay(style, is_on=is_on)

    def _follow_view(self) -> None:
        state = self._view.current
        self.boxes.setChecked(state.show_boxes)
        self.points.setChecked(state.show_points)
        on = {style.overlay.partition("/")[0]: style for style in state.overlays}
        for group, row in self._groups.items():
            row.show_style(on.get(group))

    def _heat_group(self) -> OverlayGroup | None:
        heat = {group: row for group, row in self._groups.items() if row.is_heat} if self._shown else {}
        on = next((row for row in heat.values() if row.is_on), None)
        return heat.get(self._used_heat) or on or next(iter(heat.values()), None)

    def _step_layer(self, by: int) -> None:
        row = self._heat_group()
        if row:
            row.step_layer(by)

    def _photo_changed(self, photo_id: str) -> None:
        if photo_id == self._workspace.session.current_id:
            self.refresh()

    def _file_told(self, _path: str) -> None:
        self.refresh()

    def _file_failed(self, path: str, words: str) -> None:
        session = self._workspace.session
        face, photo = session.face_looked_at, session.current
        outcome = photo.outcome(face) if photo and face else None
        if outcome and str(outcome.file) == path:
            self._show_nothing(shown_error(words))

    def _settings_changed(self, old: Settings, new: Settings) -> None:
        if (old.overlay_opacity, old.colour_map) != (new.overlay_opacity, new.colour_map) and self._shown:
            loaded, self._shown = self._shown, None
            self._clear()
            self._show_face(loaded)


def _line(parent: QWidget) -> QFrame:
    line = QFrame(parent)
    line.setFrameShape(QFrame.Shape.HLine)
    line.setFrameShadow(QFrame.Shadow.Sunken)
    return line
