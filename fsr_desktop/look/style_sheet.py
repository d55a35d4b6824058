"""The window's style sheet: spacing, borders that can be seen in each theme, and a ring around what has the keyboard.

The names in braces are the fields of `fsr_desktop.look.theme.Colours`; `check`, `up`, `down`, `close` and `float` are
files of signs, which a style sheet cannot colour.
"""

from __future__ import annotations

STYLE_SHEET = """
QToolTip {{ color: {tooltip_text}; background: {tooltip}; border: 1px solid {line}; padding: 4px; }}

QMainWindow::separator {{ background: {window}; width: 5px; height: 5px; }}
QMainWindow::separator:hover {{ background: {accent}; }}
QDockWidget {{ font-weight: 600; }}
QDockWidget > QWidget {{ font-weight: 400; }}
QDockWidget::title {{ padding: 6px 8px; background: {button}; }}
QDockWidget {{ titlebar-close-icon: url("{close}"); titlebar-normal-icon: url("{float}"); }}
QToolBar {{ spacing: 2px; padding: 3px; border: none; }}
QMenu::separator {{ height: 1px; margin: 4px 8px; background: {line}; }}
QGroupBox {{ margin-top: 10px; padding-top: 8px; border: 1px solid {line}; border-radius: 5px; }}
QGroupBox::title {{ subcontrol-origin: margin; left: 8px; padding: 0 4px; }}

QTabWidget::pane {{ border: 1px solid {line}; border-radius: 4px; top: -1px; }}
QTabBar::tab {{ padding: 6px 12px; border: 2px solid transparent; border-bottom: 3px solid transparent; }}
QTabBar::tab:hover {{ background: {hover}; }}
QTabBar::tab:selected {{ background: {button}; border-bottom-color: {accent}; }}
QTabBar::tab:selected:focus {{ border: 2px solid {accent}; border-bottom: 3px solid {accent}; }}
QTabBar::tab:disabled {{ color: {disabled}; }}

QToolButton {{ padding: 4px; border: 2px solid transparent; border-radius: 5px; }}
QToolButton[popupMode="1"] {{ padding-right: 16px; }}
QToolButton[popupMode="2"] {{ padding-right: 12px; }}
QToolButton:hover {{ background: {hover}; }}
QToolButton:pressed {{ background: {pressed}; }}
QToolButton:checked {{ background: {pressed}; border-color: {line}; }}
QToolButton:focus {{ border-color: {accent}; }}

QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QPushButton {{ padding: 5px 14px; min-height: 18px; }}
QPushButton {{ background: {button}; border: 1px solid {line}; border-radius: 5px; }}
QPushButton:hover {{ background: {hover}; }}
QPushButton:pressed {{ background: {pressed}; }}
QPushButton:checked {{ background: {pressed}; border-color: {line}; }}
QPushButton:default {{ border-color: {accent}; font-weight: 600; }}
QPushButton:disabled {{ color: {disabled}; background: {window}; border-color: {disabled}; }}
QPushButton:focus {{ padding: 4px 13px; border: 2px solid {accent}; }}

PrimaryButton {{ padding: 6px 14px; border: 2px solid {chosen}; border-radius: 6px; font-weight: 700; }}
PrimaryButton, PrimaryButton:hover, PrimaryButton:pressed {{ background: {chosen}; color: {chosen_text}; }}
PrimaryButton:hover, PrimaryButton:focus {{ padding: 6px 14px; border: 2px solid {text}; }}
PrimaryButton:disabled {{ color: {disabled}; background: {window}; border: 1px solid {disabled}; padding: 7px 15px; }}

QLineEdit, QAbstractSpinBox, QComboBox {{ min-height: 18px; border: 1px solid {line}; border-radius: 4px; }}
QLineEdit, QAbstractSpinBox {{ padding: 3px 5px; background: {base}; }}
QComboBox {{ padding: 3px 7px; background: {button}; }}
QComboBox:hover {{ background: {hover}; }}
QLineEdit:focus, QAbstractSpinBox:focus {{ padding: 2px 4px; border: 2px solid {accent}; }}
QComboBox:focus {{ padding: 2px 6px; border: 2px solid {accent}; }}
QLineEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled {{ color: {disabled}; background: {window}; }}
QComboBox::drop-down {{ width: 22px; border: none; }}
QComboBox::down-arrow {{ width: 14px; height: 14px; image: url("{down}"); }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ width: 18px; border: none; background: transparent; }}
QAbstractSpinBox::up-button {{ subcontrol-position: top right; }}
QAbstractSpinBox::down-button {{ subcontrol-position: bottom right; }}
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover {{ background: {hover}; }}
QAbstractSpinBox::up-arrow {{ width: 12px; height: 12px; image: url("{up}"); }}
QAbstractSpinBox::down-arrow {{ width: 12px; height: 12px; image: url("{down}"); }}
QAbstractSpinBox QLineEdit, QComboBox QLineEdit {{ min-height: 0; padding: 0; border: none; background: transparent; }}

QCheckBox, QRadioButton {{ padding: 2px 4px; border: 2px solid transparent; border-radius: 4px; }}
QCheckBox:focus, QRadioButton:focus {{ border-color: {accent}; }}
QCheckBox::indicator, QGroupBox::indicator, QAbstractItemView::indicator {{ width: 14px; height: 14px; }}
QCheckBox::indicator, QGroupBox::indicator, QAbstractItemView::indicator {{ background: {base}; border-radius: 3px; }}
QCheckBox::indicator, QGroupBox::indicator, QAbstractItemView::indicator {{ border: 1px solid {line}; }}
QCheckBox::indicator:checked, QGroupBox::indicator:checked {{ background: {mark}; image: url("{check}"); }}
QAbstractItemView::indicator:checked {{ background: {mark}; image: url("{check}"); }}
QCheckBox::indicator:indeterminate {{ background: {base}; border: 4px solid {mark}; width: 8px; height: 8px; }}
QCheckBox::indicator:disabled, QGroupBox::indicator:disabled {{ background: {window}; border-color: {disabled}; }}
QCheckBox::indicator:checked:disabled {{ background: {disabled}; }}
QRadioButton::indicator {{ width: 14px; height: 14px; background: {base}; }}
QRadioButton::indicator {{ border: 1px solid {line}; border-radius: 8px; }}
QRadioButton::indicator:checked {{ width: 6px; height: 6px; background: #000000; border: 5px solid {mark}; }}

QToolButton#status_jobs {{ text-align: left; }}

QSlider {{ border: 2px solid transparent; border-radius: 4px; }}
QSlider:focus {{ border-color: {accent}; }}
QSlider:horizontal {{ min-height: 20px; }}
QSlider:vertical {{ min-width: 20px; }}
QSlider::groove:horizontal {{ height: 4px; border-radius: 2px; background: {line}; }}
QSlider::groove:vertical {{ width: 4px; border-radius: 2px; background: {line}; }}
QSlider::sub-page:horizontal, QSlider::add-page:vertical {{ border-radius: 2px; background: {accent}; }}
QSlider::sub-page:disabled, QSlider::add-page:disabled {{ background: {line}; }}
QSlider::handle {{ width: 14px; height: 14px; border-radius: 7px; background: {text}; }}
QSlider::handle:horizontal {{ margin: -5px 0; }}
QSlider::handle:vertical {{ margin: 0 -5px; }}
QSlider::handle:hover {{ background: {accent}; }}
QSlider::handle:disabled {{ background: {disabled}; }}

FaceGrid {{ padding: 6px; background: {base}; }}
QAbstractItemView {{ border: 1px solid {line}; border-radius: 4px; }}
QAbstractItemView:focus {{ border: 1px solid {accent}; }}
QHeaderView::section {{ padding: 4px 6px; background: {button}; border: none; border-bottom: 1px solid {line}; }}
QScrollBar {{ background: {base}; border: none; }}
QScrollBar:vertical {{ width: 12px; }}
QScrollBar:horizontal {{ height: 12px; }}
QScrollBar::handle {{ margin: 2px; border-radius: 4px; background: {line}; }}
QScrollBar::handle:hover {{ background: {accent}; }}
QScrollBar::handle:vertical {{ min-height: 28px; }}
QScrollBar::handle:horizontal {{ min-width: 28px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
