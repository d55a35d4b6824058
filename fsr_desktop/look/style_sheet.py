"""The window's style sheet: flat colours and paddings alone; what has signs or states of its own draws `AppStyle`.

The names in braces are the fields of `fsr_desktop.look.tokens.Tokens` and the sizes of letters; `line_height` that of
a line; `up` and `down` are files of signs, which a style sheet cannot colour.
"""

from __future__ import annotations

import math

from PySide6.QtGui import QColor

from engine.paths import icons_folder
from fsr_desktop.look.lettering import PX, points
from fsr_desktop.look.tokens import Tokens

LINE_HEIGHT = 18  # px of a line of body letters at the usual size

STYLE_SHEET = """
QToolTip {{ color: {tip_text}; background: {tip}; border: 1px solid {tip_edge}; padding: 4px 6px; }}

QLabel[ink="text2"] {{ color: {text2}; }}
QLabel[ink="ok"] {{ color: {ok}; }}
QLabel[ink="warn"] {{ color: {warn}; }}
QLabel[ink="bad"] {{ color: {bad}; }}
QLabel[ink="text2"]:disabled {{ color: {disabled}; }}
QLabel[lettering="label"] {{ font-weight: 500; }}
QLabel[lettering="small"] {{ font-size: {small}pt; }}
QLabel[lettering="head"] {{ font-size: {head}pt; font-weight: 600; }}
QLabel[lettering="sentence"] {{ font-size: {sentence}pt; }}
QLabel[lettering="title"] {{ font-size: {title}pt; font-weight: 600; }}

QMenu {{ padding: 4px; }}
QComboBox {{ combobox-popup: 0; }}
QCheckBox, QRadioButton {{ spacing: 8px; min-height: 24px; }}
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator {{ width: 16px; height: 16px; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}

QGroupBox {{ margin-top: 20px; padding-top: 4px; border: none; border-top: 1px solid {line}; font-weight: 600; }}
QGroupBox::title {{ subcontrol-origin: margin; left: 0; top: 4px; }}

QTabWidget::pane {{ border: none; border-top: 1px solid {line}; }}
QTabBar {{ qproperty-drawBase: 0; font-weight: 500; }}
QTabBar::tab {{ padding: 8px 4px; margin-right: 16px; color: {text2}; border: none; }}
QTabBar::tab {{ border-bottom: 2px solid transparent; }}
QTabBar::tab:hover {{ color: {text}; }}
QTabBar::tab:selected {{ color: {text}; border-bottom-color: {text}; }}
QTabBar::tab:disabled {{ color: {disabled}; }}

QToolButton {{ padding: 4px; border: none; border-radius: 6px; }}
QToolButton[popupMode="1"] {{ padding-right: 16px; }}
QToolButton[popupMode="2"] {{ padding-right: 12px; }}
QToolButton::menu-indicator {{ image: none; }}
QToolButton:hover {{ background: {hover}; }}
QToolButton:pressed, QToolButton:checked {{ background: {pressed}; }}
QToolButton:disabled {{ color: {disabled}; background: transparent; }}

QPushButton {{ padding: 4px 14px; min-height: {line_height}px; font-weight: 500; }}
QPushButton {{ background: {button}; border: 1px solid {button_edge}; border-radius: 6px; }}
QPushButton:hover {{ background: {button_hover}; }}
QPushButton:pressed, QPushButton:checked {{ background: {button_pressed}; }}
QPushButton:disabled {{ color: {disabled}; background: {panel}; border-color: {line}; }}
QDialog QPushButton:default {{ background: {accent}; color: {accent_text}; border-color: {accent}; }}
QDialog QPushButton:default:hover {{ background: {accent_hover}; }}
QDialog QPushButton:default:disabled {{ color: {disabled}; background: {panel}; border-color: {line}; }}
FlatButton {{ background: transparent; border: 1px solid transparent; padding: 4px 8px; }}
FlatButton:disabled {{ border-color: transparent; background: transparent; }}
FlatButton:hover {{ background: {hover}; }}
FlatButton:pressed, FlatButton:checked {{ background: {pressed}; }}
LinkButton, LinkButton:hover, LinkButton:pressed {{ background: transparent; color: {ring}; }}
LinkButton {{ border: none; padding: 3px 0; font-weight: 400; text-align: left; }}
LinkButton:hover {{ text-decoration: underline; }}
LinkButton[place="canvas"] {{ color: {text}; text-decoration: underline; }}
LinkButton:disabled {{ color: {disabled}; }}
PrimaryButton, PrimaryButton:hover, PrimaryButton:pressed {{ background: {accent}; color: {accent_text}; }}
PrimaryButton {{ padding: 6px 14px; border: 1px solid {accent}; border-radius: 6px; font-weight: 600; }}
PrimaryButton:hover {{ background: {accent_hover}; }}
PrimaryButton:disabled {{ color: {disabled}; background: {raised}; border-color: {line}; }}

QLineEdit, QAbstractSpinBox, QPlainTextEdit, QTextEdit {{ background: {field}; border: 1px solid {edge}; }}
QLineEdit, QAbstractSpinBox {{ min-height: 18px; padding: 4px 6px; border-radius: 4px; }}
QPlainTextEdit, QTextEdit {{ padding: 4px; border-radius: 4px; }}
QLineEdit:focus, QAbstractSpinBox:focus, QPlainTextEdit:focus, QTextEdit:focus {{ border-color: {ring}; }}
QLineEdit:disabled, QAbstractSpinBox:disabled {{ color: {disabled}; background: {panel}; border-color: {line}; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ width: 18px; border: none; background: transparent; }}
QAbstractSpinBox::up-button {{ subcontrol-position: top right; }}
QAbstractSpinBox::down-button {{ subcontrol-position: bottom right; }}
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover {{ background: {hover}; }}
QAbstractSpinBox::up-arrow {{ width: 10px; height: 10px; image: url("{up}"); }}
QAbstractSpinBox::down-arrow {{ width: 10px; height: 10px; image: url("{down}"); }}
QAbstractSpinBox QLineEdit, QComboBox QLineEdit {{ min-height: 0; padding: 0; border: none; background: transparent; }}
QLineEdit[is_value="true"] {{ padding: 1px 4px; min-height: 0; background: transparent; border-color: transparent; }}
QLineEdit[is_value="true"]:hover {{ border-color: {outline}; }}
QLineEdit[is_value="true"]:focus {{ border-color: {ring}; background: {field}; color: {text}; }}
QLineEdit[is_value="true"] {{ color: {text2}; }}
QLineEdit[is_value="true"]:disabled {{ color: {disabled}; border-color: transparent; }}

QProgressBar {{ min-height: 4px; max-height: 4px; border: none; border-radius: 2px; background: {groove}; }}
QProgressBar::chunk {{ border-radius: 2px; background: {ring}; }}

FaceGrid {{ background: transparent; }}
QTableView, QTreeView {{ background: {field}; border: 1px solid {line}; border-radius: 4px; }}
QTreeView::item {{ padding: 4px 2px; }}
QTreeView::item:selected {{ background: {accent}; color: {accent_text}; }}
QHeaderView::section {{ padding: 6px; background: {panel}; color: {text2}; border: none; }}
QHeaderView::section {{ border-bottom: 1px solid {line}; }}
QScrollBar {{ background: transparent; border: none; }}
QScrollBar:vertical {{ width: 10px; }}
QScrollBar:horizontal {{ height: 10px; }}
QScrollBar::handle {{ margin: 2px; border-radius: 3px; background: {groove}; }}
QScrollBar::handle:hover {{ background: {outline}; }}
QScrollBar::handle:vertical {{ min-height: 28px; }}
QScrollBar::handle:horizontal {{ min-width: 28px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def style_sheet_of(tokens: Tokens, percent: int = 100) -> str:
    """The style sheet of a theme at a text size. Raises: EngineError without resources."""
    ink = "light" if QColor(tokens.text).lightnessF() > 0.5 else "dark"
    controls = icons_folder() / "controls"
    files = {name: (controls / f"{name}-{ink}.svg").as_posix() for name in ("up", "down")}
    sizes = {name: points(name, percent) for name in PX}
    line_height = math.ceil(LINE_HEIGHT * percent / 100)
    return STYLE_SHEET.format(**files, **sizes, line_height=line_height, edge=tokens.outline, **vars(tokens))
