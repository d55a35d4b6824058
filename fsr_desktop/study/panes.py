"""The pictures of the page: one face, or two beside each other, with what is shown over them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QTransform
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from engine.explain.captions import caption
from engine.explain.overlay import HeatOverlay, PointsOverlay, RenderedOverlay
from fsr_desktop.language.messages import shown
from fsr_desktop.language.numbers import significant
from fsr_desktop.look.lettering import font_of
from fsr_desktop.look.theme import tokens
from fsr_desktop.painters.chips import Chip
from fsr_desktop.painters.colour_bar import draw_ramp
from fsr_desktop.painters.face_pane import FacePane
from fsr_desktop.painters.face_pictures import FacePicture, RestoredPicture, restored_picture
from fsr_desktop.painters.pixels import KeptImages
from fsr_desktop.painters.place import Place
from fsr_desktop.painters.placed import PlacedOverlay
from fsr_desktop.study.entries import INPUT, Entry

if TYPE_CHECKING:
    from engine.pipeline.face_file import FaceFile
    from fsr_desktop.study.state import StudyState

GAP = 12
TOP_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
BOTTOM_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
BAR, TICK, TICKS = 12, 4, (0.0, 0.25, 0.5, 0.75, 1.0)


class PicturePair(QWidget):
    """One or two panes that show the same place, each with the colour bar of its own map."""

    def __init__(self, state: StudyState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._kept = KeptImages()
        self._whole = Place(0, 0, 1)
        self._file: FaceFile | None = None
        self.panes = (FacePane(self), FacePane(self))
        self.bars = (ColourScale(self), ColourScale(self))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        for pane, bar in zip(self.panes, self.bars, strict=True):
            pane.place_wanted.connect(self._move)
            row.addWidget(pane, 1)
            row.addWidget(bar)
        state.shown_changed.connect(self.refresh)
        state.made.ready.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what is chosen now."""
        entries = [entry for key in self._state.shown if (entry := self._state.entry(key))]
        self._follow_face()
        for pane, bar, entry in zip(self.panes, self.bars, (*entries, None, None), strict=False):
            is_there = entry is not None or (pane is self.panes[0] and self._file is not None)
            pane.setVisible(is_there)
            bar.setVisible(is_there)
            self._show(pane, entry)
            overlay = entry.overlay if entry and self._state.is_seen(entry) else None
            bar.show_overlay(overlay if isinstance(overlay, HeatOverlay) else None, self._state.colour_map)

    def _follow_face(self) -> None:
        file = self._state.loaded.file if self._state.loaded else None
        if file is self._file:
            return
        self._file = file
        if file is not None:
            self._whole = Place(0, 0, file.restored.shape[0])  # places are of the crop here, not of the photo
            self._move(self._whole)

    def _move(self, place: Place) -> None:
        for pane in self.panes:
            pane.set_place(place, self._whole)

    def _show(self, pane: FacePane, entry: Entry | None) -> None:
        if self._file is None:
            pane.show_picture(None)
            pane.show_overlays()
            pane.show_chips()
            return
        base = self._base()
        pane.show_picture(None if self._state.mode == "alone" and entry else base)
        entry = entry if entry and self._state.is_seen(entry) else None
        pane.show_overlays(*([self._placed(entry, self._file)] if entry else []))
        label = [(self._label(entry), TOP_LEFT)] if entry else []
        pane.show_chips(*label, *((chip, BOTTOM_LEFT) for chip in self._marks(entry)))
        pane.setAccessibleName(entry.title if entry else self._state.look_name())

    def _base(self) -> FacePicture | None:
        file, path = self._file, self._state.file
        if file is None:
            return None
        made = self._state.made.get(("restored", path), partial(restored_picture, file))
        if not isinstance(made, RestoredPicture):
            return None
        image = made.picture.image
        scale = file.restored.shape[0] / image.width()
        return FacePicture(image, QTransform.fromScale(scale, scale))

    def _placed(self, entry: Entry, file: FaceFile) -> PlacedOverlay:
        is_whole = entry.is_picture or self._state.mode == "alone"
        return PlacedOverlay(
            overlay=entry.overlay,
            photo_from_crop=np.eye(2, 3),
            crop_side=file.restored.shape[0],
            opacity=1.0 if is_whole or isinstance(entry.overlay, PointsOverlay) else self._state.opacity,
            colour_map=self._state.colour_map,
        )

    def _marks(self, entry: Entry | None) -> list[Chip]:
        """What that is which is seen, from below."""
        if entry and entry.key == INPUT:
            return [Chip(self.tr("as the model was given it"))]
        outside = [Chip(self.tr("Outside its range"), is_warning=True)] if self._state.chosen.is_outside_range else []
        likely = Chip(self.tr("a likely face"))
        if entry is None or not isinstance(entry.overlay, RenderedOverlay):
            return [likely, *outside]
        model = Chip(shown(caption("model_mark")))
        return [*([] if self._state.mode == "alone" else [likely]), model, *outside]

    def _label(self, entry: Entry) -> Chip:
        if isinstance(entry.overlay, PointsOverlay):
            words = self.tr("{count}, found by {look}")
            count = len(entry.overlay.points)
            return Chip(entry.group_title, words.format(count=count, look=self._state.look_name()))
        if entry.overlay.group_title:
            return Chip(entry.title)
        return Chip(entry.group_title, entry.layer_title if entry.count > 1 else "")


class ColourScale(QWidget):
    """What the colours of a map mean: its unit, the colours, the numbers. Empty for what is no map."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._overlay: HeatOverlay | None = None
        self._colour_map = ""
        self._kept = KeptImages()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def show_overlay(self, overlay: HeatOverlay | None, colour_map: str) -> None:
        """The numbers of this map in these colours."""
        self._overlay, self._colour_map = overlay, colour_map
        words = [significant(number) for number in _numbers(overlay)] if overlay else []
        self.setAccessibleName(f"{shown(overlay.title)}: {', '.join(words)}" if overlay else "")
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the bar and its numbers; always, so that no picture moves when it comes and goes."""
        return QSize(BAR + TICK + 8 + self.fontMetrics().horizontalAdvance("0.0005"), 120)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Unit above, then the bar with five numbers."""
        if self._overlay is None:
            return
        with QPainter(self) as painter:
            painter.setPen(QColor(tokens().text))
            painter.setFont(font_of("small"))
            height = painter.fontMetrics().height()
            painter.drawText(QRectF(0, 0, self.width(), height), Qt.AlignmentFlag.AlignLeft, shown(self._overlay.unit))
            painter.setFont(font_of())
            height = painter.fontMetrics().height()
            bar = QRectF(0.5, 1.6 * height, BAR, self.height() - 2.2 * height)
            draw_ramp(painter, self._overlay, self._colour_map, bar, self._kept)
            painter.drawRect(bar)
            for share, number in zip(TICKS, _numbers(self._overlay), strict=True):
                y = bar.bottom() - share * bar.height()
                painter.drawLine(int(bar.right()), int(y), int(bar.right() + TICK), int(y))
                place = QRectF(bar.right() + TICK + 4, y - height / 2, self.width(), height)
                painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, significant(number))


def _numbers(overlay: HeatOverlay) -> list[float]:
    return [overlay.low + share * (overlay.high - overlay.low) for share in TICKS]
