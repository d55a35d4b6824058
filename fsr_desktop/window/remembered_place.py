"""Where the window was and how its parts were laid out, kept between two runs."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow

from engine.files import PRIVATE, atomic_file, make_own_folder
from engine.paths import user_config_folder

Layout = dict[str, int]


def save_window_state(window: QMainWindow, layout: Layout, path: Path | None = None) -> None:
    """Keep size, place and layout. A folder that cannot be written only means that they are not kept."""
    path = path or _state_path()
    state = {"geometry": window.saveGeometry().toBase64().toStdString(), "layout": layout}
    try:
        make_own_folder(path.parent)
        with atomic_file(path, keeping=PRIVATE) as beside:
            beside.write_text(json.dumps(state), encoding="utf-8")
    except OSError:
        return


def restore_window_state(window: QMainWindow, path: Path | None = None) -> Layout:
    """Put the window where it was; gives the layout that was kept, empty where there is none."""
    try:
        state = json.loads((path or _state_path()).read_text(encoding="utf-8"))
        geometry = state["geometry"].encode()
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
    window.restoreGeometry(QByteArray.fromBase64(QByteArray(geometry)))
    layout = state.get("layout")
    if not isinstance(layout, dict):
        return {}
    return {str(name): value for name, value in layout.items() if type(value) is int}


def _state_path() -> Path:
    return user_config_folder() / "window.json"
