"""Which key of a clicker or a keyboard does what in presenter mode."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_KEYS = Qt.Key
_VERBS: dict[str, tuple[Qt.Key, ...]] = {
    "next": (_KEYS.Key_PageDown, _KEYS.Key_Right, _KEYS.Key_Space, _KEYS.Key_N),
    "previous": (_KEYS.Key_PageUp, _KEYS.Key_Left, _KEYS.Key_P, _KEYS.Key_Backspace),
    "blank": (_KEYS.Key_Period, _KEYS.Key_B),
    "home": (_KEYS.Key_Home,),
    "up": (_KEYS.Key_Up,),
    "down": (_KEYS.Key_Down,),
    "play": (_KEYS.Key_Return, _KEYS.Key_Enter),
    "export": (_KEYS.Key_E,),
    "screen": (_KEYS.Key_S,),
    "speaker": (_KEYS.Key_V,),
    "keys": (_KEYS.Key_F1, _KEYS.Key_Question, _KEYS.Key_H),
    "leave": (_KEYS.Key_Escape, _KEYS.Key_F11),
}


def verb_of(event: QKeyEvent) -> str:
    """The verb of a key, "" for none."""
    return next((verb for verb, keys in _VERBS.items() if event.key() in keys), "")
