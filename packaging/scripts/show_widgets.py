"""Draws the window's own widgets in their states and the three themes into one picture.

python packaging/scripts/show_widgets.py widgets.png
"""

from __future__ import annotations

import argparse
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from fsr_desktop.look.focus_ring import focus_by_keys
from fsr_desktop.look.lettering import write_in
from fsr_desktop.look.theme import Theme, apply_text_size, apply_theme
from fsr_desktop.widgets.accent_button import AccentButton
from fsr_desktop.widgets.buttons import FlatButton, IconButton, LinkButton
from fsr_desktop.widgets.combo_box import ComboBox
from fsr_desktop.widgets.section import Section
from fsr_desktop.widgets.segments import Segments
from fsr_desktop.widgets.switch import Switch
from fsr_desktop.widgets.value_slider import ValueSlider

THEMES: tuple[tuple[Theme, str], ...] = (("dark", "Dark"), ("light", "Light"), ("contrast", "High contrast"))
SIZE = (480, 1020)
VIEWS = (("before", "Before"), ("split", "Split"), ("side", "Side by side"), ("difference", "Difference"))
LOOKS = (
    ("auto", "Auto", "by the size of each face", ""),
    ("natural", "Natural", "8–64 px, invents little", ""),
    ("crisp", "Crisp", "12–250 px, draws what is likely", ""),
    ("guided", "Guided", "14–24 px, by 68 points", "For study"),
    ("guided-crisp", "Guided crisp", "14–24 px, sharper, more guessed", "For study"),
)


class Gallery(QWidget):
    """One column: every widget in its states."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setFixedSize(*SIZE)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 20, 24, 20)
        self.column.setSpacing(8)
        head = QLabel(title)
        write_in(head, "head")
        self.column.addWidget(head)
        self._buttons()
        self._segments()
        self._boxes()
        self._sliders()
        self._combos()
        self._sections()
        self.column.addStretch(1)

    def _row(self, *widgets: QWidget, title: str = "") -> None:
        if title:
            label = QLabel(title)
            write_in(label, "small", "text2")
            self.column.addSpacing(8)
            self.column.addWidget(label)
        row = QHBoxLayout()
        row.setSpacing(12)
        for widget in widgets:
            row.addWidget(widget)
        row.addStretch(1)
        self.column.addLayout(row)

    def _buttons(self) -> None:
        states = [AccentButton("Restore") for _ in range(3)]
        states[2].setEnabled(False)
        export = AccentButton("Export")
        export.set_menu(QMenu(export))
        point_at(states[1])
        self._row(*states, export, title="Accent button: normal, hover, disabled; with a menu")
        plain = [QPushButton("Stop") for _ in range(4)]
        point_at(plain[1])
        plain[2].setDown(True)
        plain[3].setEnabled(False)
        self.ringed = plain[0]
        self._row(*plain, FlatButton("Restore 3"), title="Button: keyboard, hover, pressed, disabled; flat; icon; link")
        icons = [IconButton("undo", "Undo") for _ in range(3)]
        point_at(icons[1])
        icons[2].setEnabled(False)
        self._row(*icons, LinkButton("Compare looks"))

    def _segments(self) -> None:
        views = Segments(VIEWS)
        views.set_value("split")
        views.set_enabled("difference", False)
        point_at(views.button("side"))
        self._row(views, title="Segments: chosen, hover, disabled")
        scale = Segments([("auto", "Auto"), ("1", "×1"), ("2", "×2"), ("4", "×4")], is_wide=True)
        scale.setFixedWidth(268)
        self._row(scale)

    def _boxes(self) -> None:
        off, on, some, disabled = (QCheckBox(text) for text in ("Off", "On", "Some faces", "Disabled, on"))
        on.setChecked(True)
        some.setTristate(True)
        some.setCheckState(Qt.CheckState.PartiallyChecked)
        disabled.setChecked(True)
        disabled.setEnabled(False)
        self._row(off, on, some, disabled, title="Check box, radio button, switch")
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        first, second = QRadioButton("Radio"), QRadioButton("Radio, chosen")
        second.setChecked(True)
        row.addWidget(first)
        row.addWidget(second)
        self._row(holder)
        hidden, shown, not_given = Switch("Hidden"), Switch("Shown"), Switch("Not given")
        shown.setChecked(True)
        not_given.setEnabled(False)
        self._row(hidden, shown, not_given)

    def _sliders(self) -> None:
        sliders = [ValueSlider("Strength") for _ in range(4)]
        for slider, value in zip(sliders, (100, 62, 40, 0), strict=True):
            slider.setFixedWidth(200)
            slider.set_value(value)
        sliders[3].setEnabled(False)
        self._row(sliders[0], sliders[1], title="Slider: value at the right is a field; double click sets it back")
        self._row(sliders[2], sliders[3])

    def _combos(self) -> None:
        boxes = [ComboBox() for _ in range(4)]
        for box in boxes:
            for row in LOOKS:
                box.add_row(*row)
            box.set_key("crisp")
        boxes[3].setEnabled(False)
        self.combo = boxes[0]
        name = QLineEdit("a name")
        name.setFixedWidth(110)
        self._row(boxes[0], boxes[3], name, title="Combo box, text")

    def _sections(self) -> None:
        words = QLabel("This face has 49 px in the photo and 196 px here.")
        words.setWordWrap(True)
        write_in(words, ink="text2")
        section = Section("What is guessed", words, key="gallery/guessed")
        section.set_summary("Crisp, 0.4 s, CPU")
        self.column.addSpacing(240)
        self.column.addWidget(section)
        self.column.addWidget(Section("Details", QLabel(), key="gallery/details", is_open=False))


def point_at(widget: QWidget) -> None:
    """Show a widget as if the mouse were over it."""
    widget.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)


def popup_of(box: QComboBox) -> QImage:
    """The open list of a combo box."""
    box.showPopup()
    popup = box.view().window()
    QApplication.processEvents()
    image = popup.grab().toImage()
    box.hidePopup()
    return image


def menu_image(parent: QWidget) -> QImage:
    """A menu with a chosen, a pointed at and a disabled entry."""
    menu = QMenu(parent)
    for text, key in (("Fit", "Ctrl+0"), ("Face", "Ctrl+2"), ("100 %", "Ctrl+1"), ("200 %", ""), ("400 %", "")):
        menu.addAction(text, key, lambda: None)
    menu.actions()[0].setCheckable(True)
    menu.actions()[0].setChecked(True)
    menu.addSeparator()
    menu.addAction("Follow zoom").setEnabled(False)
    menu.setActiveAction(menu.actions()[2])
    menu.ensurePolished()
    menu.popup(QPoint(0, 0))
    menu.setActiveAction(menu.actions()[2])
    QApplication.processEvents()
    image = menu.grab().toImage()
    menu.close()
    return image


def picture_of(theme: Theme, title: str, app: QApplication) -> QImage:
    """The gallery in one theme, with its list and menu painted below the combo boxes."""
    apply_theme(app, theme)
    gallery = Gallery(title)
    gallery.show()
    gallery.activateWindow()
    app.processEvents()
    focus_by_keys(gallery.ringed)
    app.processEvents()
    image = gallery.grab().toImage()
    place = gallery.combo.mapTo(gallery, QPoint(0, gallery.combo.height() + 6))
    popup, menu = popup_of(gallery.combo), menu_image(gallery)
    with QPainter(image) as painter:
        painter.drawImage(place, popup)
        painter.drawImage(place + QPoint(popup.width() + 12, 0), menu)
    gallery.close()
    return image


def main() -> None:
    """Draw all themes beside each other."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("picture", type=Path)
    parser.add_argument("--text-size", type=int, default=100)
    arguments = parser.parse_args()
    app = QApplication([])
    apply_text_size(app, arguments.text_size)
    pictures = [picture_of(theme, title, app) for theme, title in THEMES]
    whole = QImage(SIZE[0] * len(pictures), SIZE[1], QImage.Format.Format_RGB32)
    with QPainter(whole) as painter:
        for number, picture in enumerate(pictures):
            painter.drawImage(number * SIZE[0], 0, picture)
    whole.save(str(arguments.picture))


if __name__ == "__main__":
    main()
