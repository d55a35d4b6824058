"""Frames of a film strip, sliders beside their numbers, and colour maps with a preview."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from pytestqt.qtbot import QtBot

from engine.explain.colour_maps import COLOUR_MAPS, table
from fsr_desktop.overlays.colour_map_box import ColourMapBox, preview
from fsr_desktop.overlays.film_strip import FilmStrip, Frame, small_picture
from fsr_desktop.widgets.labelled_slider import LabelledSlider

pytestmark = pytest.mark.window


def grey(level: float) -> Frame:
    return Frame(key=f"k/{level}", title=str(level), image=np.full((128, 128, 3), level, np.float32))


def wheel(over: LabelledSlider) -> QWheelEvent:
    centre = QPointF(over.slider.rect().center())
    return QWheelEvent(
        centre,
        over.slider.mapToGlobal(centre),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )


def test_a_small_picture_keeps_the_mean_of_what_it_shows() -> None:
    image = np.zeros((128, 128, 3), np.float32)
    image[::2, :, 0] = 1.0
    picture = small_picture(image, 64)
    assert (picture.width(), picture.height()) == (64, 64)
    assert picture.pixelColor(30, 30) == QColor(128, 0, 0)


def test_clicking_a_frame_tells_its_key_and_marking_one_tells_nothing(qtbot: QtBot) -> None:
    strip = FilmStrip()
    qtbot.addWidget(strip)
    strip.resize(400, 120)
    strip.show()
    strip.show_frames([grey(0.0), grey(0.5), grey(1.0)])
    told: list[str] = []
    strip.frame_chosen.connect(told.append)
    strip.mark("k/1.0")
    assert told == [] and strip.currentRow() == 2
    place = strip.visualItemRect(strip.item(1)).center()
    qtbot.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert set(told) == {"k/0.5"}
    strip.mark("")
    assert strip.selectedItems() == []


def test_every_frame_is_wide_enough_for_the_longest_title(qtbot: QtBot) -> None:
    strip = FilmStrip()
    qtbot.addWidget(strip)
    long = "rechtes Auge, von der Person aus gesehen"
    strip.show_frames([grey(0.2), Frame(key="k/long", title=long, image=grey(0.3).image)])
    assert strip.item(0).sizeHint().width() >= strip.fontMetrics().horizontalAdvance(long)


def test_slider_and_number_follow_each_other_and_tell_once(qtbot: QtBot) -> None:
    slider = LabelledSlider("Opacity")
    qtbot.addWidget(slider)
    told: list[int] = []
    slider.changed.connect(told.append)
    slider.slider.setValue(40)
    assert slider.number.value() == 40
    slider.number.setValue(55)
    assert slider.slider.value() == 55 == slider.value
    slider.set_value(10)
    assert told == [40, 55]


def test_the_wheel_moves_a_slider_only_where_it_has_the_focus(qtbot: QtBot) -> None:
    slider = LabelledSlider("Opacity")
    qtbot.addWidget(slider)
    slider.set_value(50)
    event = wheel(slider)
    slider.slider.wheelEvent(event)
    assert slider.value == 50 and not event.isAccepted()


def test_the_colour_map_box_lists_every_map_and_tells_only_what_the_user_chose(qtbot: QtBot) -> None:
    box = ColourMapBox()
    qtbot.addWidget(box)
    assert [box.itemText(i) for i in range(box.count())] == list(COLOUR_MAPS)
    told: list[str] = []
    box.chosen.connect(told.append)
    box.set_name("magma")
    assert box.name == "magma" and told == []
    box.set_name("no such map")
    assert box.name == "magma"
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert told == [box.name] and box.name != "magma"


def test_a_preview_runs_from_the_low_colour_to_the_high_one() -> None:
    picture = preview("viridis").toImage()
    colours = table("viridis")
    assert picture.pixelColor(0, 3) == QColor(*map(int, colours[0]))
    assert picture.pixelColor(picture.width() - 1, 3) == QColor(*map(int, colours[-1]))
