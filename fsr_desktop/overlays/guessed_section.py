"""What is guessed in a restored face: how many pixels the photo has of it, what changed, what contradicts the photo."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from engine.explain.overlay import HeatOverlay, OverlayStyle
from fsr_desktop.language.messages import shown
from fsr_desktop.language.numbers import significant
from fsr_desktop.look.lettering import font_of, write_in
from fsr_desktop.look.theme import tokens
from fsr_desktop.painters.colour_bar import ramp_image
from fsr_desktop.painters.heat import colour_map_of
from fsr_desktop.widgets.switch import Switch
from fsr_desktop.widgets.value_slider import ValueSlider

if TYPE_CHECKING:
    from fsr_desktop.session.face_results import FaceResults, LoadedFace
    from fsr_desktop.session.view_state import View
    from fsr_desktop.session.workspace import Workspace

GROUPS = ("changed", "consistency")
BAR, GAP, BETWEEN = 28, 4, 8  # px


class GuessedSection(QWidget):
    """Switches for maps over the canvas, one or both, with what their colours mean, of the face that is looked at."""

    def __init__(self, workspace: Workspace, view: View, results: FaceResults, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("guessed")
        self._workspace, self._view, self._results = workspace, view, results
        self.sentence = QLabel(self)
        self.sentence.setWordWrap(True)
        write_in(self.sentence, "small", "text2")
        titles = {"changed": self.tr("Changed"), "consistency": self.tr("Contradicts photo")}
        self.switches = {group: Switch(titles[group], self) for group in GROUPS}
        self.scales = {group: SmallScale(self) for group in GROUPS}
        self.opacity = ValueSlider(self.tr("Opacity"), self, default=self._usual_opacity())
        self._build()
        for signal in (workspace.current_changed, workspace.face_selected, results.loaded, view.changed):
            signal.connect(self._refresh)
        workspace.photo_changed.connect(self._refresh)
        workspace.settings.changed.connect(self._refresh)
        self._refresh()

    def toggle(self, number: int) -> None:
        """Switch a map on or off, counted from 0, where there is one."""
        switch = list(self.switches.values())[number]
        if switch.isEnabled():
            switch.click()

    def change_opacity(self, by: float) -> None:
        """More or less of the maps that are on, by a share of 1."""
        if not self.opacity.isHidden():
            self._set_opacity(min(100, max(0, self.opacity.value() + round(100 * by))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where words and scale do not fit beside each other, the scale lies below."""
        super().resizeEvent(event)
        self._arrange()

    def _build(self) -> None:
        self._grid = grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(BETWEEN)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        for row, group in enumerate(GROUPS):
            self.switches[group].setObjectName(f"guessed_{group}")
            self.switches[group].toggled.connect(lambda is_on, group=group: self._switch(group, is_on))
            grid.addWidget(self.switches[group], 2 * row, 0)
            grid.addWidget(self.scales[group], 2 * row, 1)
        self.opacity.changed.connect(self._set_opacity)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.sentence)
        column.addLayout(grid)
        column.addWidget(self.opacity)

    def _arrange(self) -> None:
        words = max(switch.sizeHint().width() for switch in self.switches.values())
        scales = max(scale.sizeHint().width() for scale in self.scales.values())
        is_below = words + BETWEEN + scales > self.width()
        for row, scale in enumerate(self.scales.values()):
            self._grid.removeWidget(scale)
            place = (2 * row + 1, 0) if is_below else (2 * row, 1)
            self._grid.addWidget(scale, *place, alignment=Qt.AlignmentFlag.AlignRight)

    # ---- what there is

    def _loaded(self) -> LoadedFace | None:
        photo, face = self._workspace.session.current, self._workspace.session.face_looked_at
        outcome = photo.outcome(face) if photo and face else None
        return self._results.get(outcome.file) if outcome and outcome.file else None

    def _maps(self, loaded: LoadedFace | None) -> dict[str, HeatOverlay]:
        found = loaded.overlays if loaded else ()
        return {one.key: one for one in found if isinstance(one, HeatOverlay) and one.key in GROUPS}

    def _refresh(self) -> None:
        loaded = self._loaded()
        maps = self._maps(loaded)
        self.sentence.setText(self._words(loaded))
        on = {style.overlay: style for style in self._view.current.overlays}
        for group, switch in self.switches.items():
            overlay = maps.get(group)
            switch.setEnabled(overlay is not None)
            switch.setToolTip(shown(overlay.explanation) if overlay else "")
            switch.setAccessibleDescription(switch.toolTip())
            was_blocked = switch.blockSignals(True)
            switch.setChecked(group in on)
            switch.blockSignals(was_blocked)
            self.scales[group].show_overlay(overlay, self._style(group).colour_map)
        self._arrange()
        shown_styles = [on[group] for group in GROUPS if group in on]
        self.opacity.setVisible(bool(shown_styles) and bool(maps))
        if shown_styles:
            self.opacity.set_value(round(100 * shown_styles[0].opacity))

    def _words(self, loaded: LoadedFace | None) -> str:
        if loaded is None:
            return self.tr("Once a face is restored, you see here what in it is guessed.")
        file = loaded.file
        words = self.tr(
            "This face has {side} px in the photo, with about {detail} px of real detail, and {result} px here. What "
            "the photo does not show, as lashes, teeth and strands of hair, is drawn from what is likely."
        )
        photo, face = self._workspace.session.current, self._workspace.session.face_looked_at
        ids = [one.id for one in photo.edits.faces] if photo else []
        if face and len(ids) > 1:
            words = self.tr(
                "Face {number} has {side} px in the photo, with about {detail} px of real detail, and {result} px "
                "here. What the photo does not show, as lashes, teeth and strands of hair, is drawn from what is "
                "likely."
            ).replace("{number}", str(ids.index(face.id) + 1))
        side = face.side_px if face else file.face_side
        held = file.quality.detail_px * side / file.quality.width_px if file.quality else side
        return words.format(side=round(side), detail=round(min(held, side)), result=round(side * file.scale))

    # ---- what the user does

    def _switch(self, group: str, is_on: bool) -> None:
        self._view.set_overlay(self._style(group), is_on=is_on)

    def _set_opacity(self, percent: int) -> None:
        for group in GROUPS:
            is_on = any(style.overlay == group for style in self._view.current.overlays)
            self._view.set_overlay(replace(self._style(group), opacity=percent / 100), is_on=is_on)

    def _style(self, group: str) -> OverlayStyle:
        values = self._workspace.settings.current
        usual = OverlayStyle(overlay=group, opacity=values.overlay_opacity, colour_map=values.colour_map)
        return self._view.current.style_of(group) or usual

    def _usual_opacity(self) -> int:
        return round(100 * self._workspace.settings.current.overlay_opacity)


class SmallScale(QWidget):
    """The colours of a map between the numbers of their ends, in steps of brightness of 255."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._low = self._high = self._colours = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_overlay(self, overlay: HeatOverlay | None, colour_map: str) -> None:
        """The ends and the colours of this map; empty for None."""
        self._colours = colour_map_of(overlay, colour_map) if overlay else ""
        self._low = significant(overlay.low, 2) if overlay else ""
        self._high = significant(overlay.high, 2) if overlay else ""
        self.setAccessibleName(f"{self._low} – {self._high}" if overlay else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Both numbers, and the bar between them."""
        metrics = QFontMetrics(font_of("small"))
        numbers = metrics.horizontalAdvance(self._low) + metrics.horizontalAdvance(self._high)
        return QSize(BAR + 2 * GAP + numbers + 2, max(24, metrics.height()))

    def minimumSizeHint(self) -> QSize:
        """It does not make the panel wider: it moves below the words instead."""
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Number, colours, number, from the right."""
        if not self._colours:
            return
        with QPainter(self) as painter:
            painter.setFont(font_of("small"))
            painter.setPen(QColor(tokens().text2))
            middle, room = Qt.AlignmentFlag.AlignVCenter, QRectF(self.rect())
            high = painter.fontMetrics().horizontalAdvance(self._high)
            bar = QRectF(room.right() - high - GAP - BAR, room.center().y() - 4, BAR, 8)
            painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, self._high)
            room.setRight(bar.left() - GAP)
            painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, self._low)
            painter.drawImage(bar, ramp_image(self._colours))
