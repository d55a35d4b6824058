"""One group of overlays: on or off, which layer, how strong, in which colours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from engine.explain.overlay import BarsOverlay, HeatOverlay, ImageOverlay, Overlay, OverlayStyle
from fsr_desktop.language.engine_words import shown_explanation, shown_title, shown_unit
from fsr_desktop.language.numbers import significant
from fsr_desktop.overlays.bars_view import BarsView
from fsr_desktop.overlays.colour_map_box import ColourMapBox, preview
from fsr_desktop.overlays.film_strip import FilmStrip, Frame
from fsr_desktop.overlays.layer_choice import LayerChoice
from fsr_desktop.widgets.labelled_slider import LabelledSlider

INDENT = 22  # px, below the check box's text


def group_title(overlays: Sequence[Overlay]) -> str:
    """A group's name: what the titles of its layers begin with."""
    first = shown_title(overlays[0])
    if len(overlays) == 1:
        return first
    return first.partition(": ")[0] if ": " in first else first.rstrip(" 0123456789") or first


def layer_title(overlay: Overlay) -> str:
    """A layer's name beside the name of its group."""
    title = shown_title(overlay)
    return title.partition(": ")[2] or title


class OverlayGroup(QFrame):
    """The controls of one group; it knows of the overlays only what their data say, and its name where they are no
    guide to that.

    Signals: `changed` with the `OverlayStyle` and whether it is on, only when the user changed something.
    """

    changed = Signal(object, bool)

    def __init__(
        self, overlays: Sequence[Overlay], style: OverlayStyle, parent: QWidget | None = None, *, title: str = ""
    ) -> None:
        super().__init__(parent)
        first = overlays[0]
        self.group = first.group
        self.is_heat = isinstance(first, HeatOverlay)
        self._overlays = tuple(overlays)
        self._style = style
        self.setObjectName(f"overlay_{self.group}")
        self.switch_box = QCheckBox((title or group_title(overlays)).replace("&", "&&"), self)
        self.switch_box.setObjectName(f"overlay_{self.group}_on")
        self.switch_box.toggled.connect(self._switched)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 4)
        self._column.addWidget(self.switch_box)
        self._make_film()
        self._details = QWidget(self)
        column = QVBoxLayout(self._details)
        column.setContentsMargins(INDENT, 0, 0, 4)
        self._make_layers(column)
        self._make_bars(column)
        self._make_opacity(column)
        self._make_colours(column)
        self._column.addWidget(self._details)
        self._details.hide()
        self.take(overlays)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of its layers."""
        return tuple(overlay.key for overlay in self._overlays)

    @property
    def is_on(self) -> bool:
        """Whether it is switched on."""
        return self.switch_box.isChecked()

    @property
    def layer(self) -> int:
        """Which layer is set, counted from 0."""
        return self.keys.index(self._style.overlay) if self._style.overlay in self.keys else 0

    def take(self, overlays: Sequence[Overlay]) -> None:
        """Show another face's overlays with the same keys."""
        self._overlays = tuple(overlays)
        if self._style.overlay not in self.keys:
            self._style = replace(self._style, overlay=self.keys[0])
        if self.film:
            self.film.show_frames(
                [
                    Frame(key=overlay.key, title=layer_title(overlay), image=overlay.image)
                    for overlay in overlays
                    if isinstance(overlay, ImageOverlay)
                ]
            )
        self._show()

    def show_style(self, style: OverlayStyle | None) -> None:
        """Show it on in this style, or off; a style of a layer that this face lacks counts as off."""
        known = style if style and style.overlay in self.keys else None
        self._style = known or self._style
        with QSignalBlocker(self.switch_box):
            self.switch_box.setChecked(known is not None)
        self._show()

    def switch(self, *, is_on: bool) -> None:
        """Switch it on or off as the user does."""
        self.switch_box.setChecked(is_on)

    def step_layer(self, by: int) -> None:
        """The next layer (1) or the one before (-1), round and round; one that was off is switched on as it is."""
        if not self.is_on:
            self.switch(is_on=True)
        else:
            self._change(replace(self._style, overlay=self.keys[(self.layer + by) % len(self.keys)]))

    def change_opacity(self, by: float) -> None:
        """More or less opaque, by a share of 1."""
        self._change(replace(self._style, opacity=min(1.0, max(0.0, round(self._style.opacity + by, 2)))))

    def _make_layers(self, column: QVBoxLayout) -> None:
        """A film strip is a choice of its own."""
        self.layers: LayerChoice | None = None
        if len(self._overlays) > 1 and self.film is None:
            self.layers = LayerChoice([layer_title(overlay) for overlay in self._overlays], self._details)
            self.layers.setObjectName(f"overlay_{self.group}_layer")
            self.layers.chosen.connect(lambda layer: self._change(replace(self._style, overlay=self.keys[layer])))
            column.addWidget(self.layers)

    def _make_bars(self, column: QVBoxLayout) -> None:
        self.bars = BarsView(self._details) if isinstance(self._overlays[0], BarsOverlay) else None
        if self.bars:
            column.addWidget(self.bars)

    def _make_film(self) -> None:
        is_film = len(self._overlays) > 1 and all(isinstance(overlay, ImageOverlay) for overlay in self._overlays)
        self.film = FilmStrip(self) if is_film else None
        if self.film:
            self.film.setObjectName(f"overlay_{self.group}_film")
            self.film.frame_chosen.connect(self._frame_chosen)
            self._column.addWidget(self.film)

    def _make_opacity(self, column: QVBoxLayout) -> None:
        self.opacity = LabelledSlider(self.tr("Opacity"), parent=self._details)
        self.opacity.changed.connect(lambda percent: self._change(replace(self._style, opacity=percent / 100)))
        self.opacity.setVisible(self.bars is None)
        column.addWidget(self.opacity)

    def _make_colours(self, column: QVBoxLayout) -> None:
        first = self._overlays[0]
        self.colour_box: ColourMapBox | None = None
        if not isinstance(first, HeatOverlay):
            return
        row = QHBoxLayout()
        label = QLabel(self.tr("Colours"), self._details)
        row.addWidget(label)
        if first.is_signed:  # zero must look like zero, so there is no choice
            from engine.explain.colour_maps import DIVERGING

            self._strip = QLabel(self._details)
            self._strip.setPixmap(preview(DIVERGING))
            self._strip.setAccessibleName(self.tr("Blue below zero, red above"))
            row.addStretch(1)
            row.addWidget(self._strip)
        else:
            self.colour_box = ColourMapBox(self._details)
            self.colour_box.setObjectName(f"overlay_{self.group}_colours")
            self.colour_box.chosen.connect(lambda name: self._change(replace(self._style, colour_map=name)))
            label.setBuddy(self.colour_box)
            row.addWidget(self.colour_box, 1)
        self._range = QLabel(self._details)
        column.addLayout(row)
        column.addWidget(self._range)

    def _show(self) -> None:
        overlay = self._overlays[self.layer]
        self.setToolTip(shown_explanation(overlay))
        self.switch_box.setAccessibleDescription(shown_explanation(overlay))
        self._details.setVisible(self.is_on)
        if self.layers:
            self.layers.show_layer(self.layer)
        self.opacity.set_value(round(self._style.opacity * 100))
        if self.colour_box:
            self.colour_box.set_name(self._style.colour_map)
        if isinstance(overlay, HeatOverlay):
            words = self.tr("from {low} to {high} {unit}")
            low, high = significant(overlay.low), significant(overlay.high)
            self._range.setText(words.format(low=low, high=high, unit=shown_unit(overlay)).strip())
        if self.bars and isinstance(overlay, BarsOverlay):
            self.bars.show_bars(overlay.names, overlay.values, low=overlay.low, high=overlay.high)
        if self.film:
            self.film.mark(self._style.overlay if self.is_on else "")

    def _switched(self, is_on: bool) -> None:
        self._show()
        self.changed.emit(self._style, is_on)

    def _frame_chosen(self, key: str) -> None:
        self._style = replace(self._style, overlay=key)
        with QSignalBlocker(self.switch_box):
            self.switch_box.setChecked(True)
        self._show()
        self.changed.emit(self._style, True)

    def _change(self, style: OverlayStyle) -> None:
        self._style = style
        self._show()
        self.changed.emit(style, self.is_on)
