"""How long things move; not at all where the system asks for less motion."""

from __future__ import annotations

import ctypes
import sys
from functools import cache
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtWidgets import QApplication, QStyle

SECTION_MS = 140
TOAST_IN_MS, TOAST_OUT_MS = 160, 120
SWEEP_MS = 900  # the divider, once, at the first start
_CLIENT_AREA_ANIMATION = 0x1042  # SPI_GETCLIENTAREAANIMATION of Windows


def duration_ms(usual: int) -> int:
    """For how long something moves: `usual`, or 0."""
    is_still = QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0
    return 0 if is_still or wants_less_motion() else usual


@cache
def wants_less_motion() -> bool:
    """Whether the system is set so. Asked once: Qt does not tell, and what is asked differs."""
    if sys.platform == "win32":
        moves = ctypes.c_int(1)
        ctypes.windll.user32.SystemParametersInfoW(_CLIENT_AREA_ANIMATION, 0, ctypes.byref(moves), 0)
        return not moves.value
    if sys.platform == "darwin":
        file = Path.home() / "Library/Preferences/com.apple.universalaccess.plist"
        return bool(QSettings(str(file), QSettings.Format.NativeFormat).value("reduceMotion", False, type=bool))
    return has_still_desktop(
        Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation))
    )


def has_still_desktop(config: Path) -> bool:
    """Whether KDE's or GTK's settings in this folder say that nothing should move."""
    ini = QSettings.Format.IniFormat
    kde = QSettings(str(config / "kdeglobals"), ini).value("KDE/AnimationDurationFactor", "1")
    gtk = QSettings(str(config / "gtk-4.0" / "settings.ini"), ini).value("Settings/gtk-enable-animations", "true")
    return str(kde) in ("0", "0.0") or str(gtk).lower() in ("0", "false")
