"""Where an export of a photo goes unless the user names a folder."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from engine.errors import EngineError
from engine.paths import resources_folder, user_cache_folder, user_data_folder


def usual_folder(photo: Path) -> Path:
    """The photo's own folder; the user's pictures for one in a folder of the program's, as a sample or a pasted one."""
    return pictures_folder() if is_in_program(photo) else photo.parent


def is_in_program(photo: Path) -> bool:
    """Whether the photo lies in a folder that the program keeps for itself."""
    place = photo.absolute()
    return any(place.is_relative_to(folder.absolute()) for folder in _own_folders())


def pictures_folder() -> Path:
    """The user's pictures, or his home folder."""
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    return Path(found) if found else Path.home()


def _own_folders() -> list[Path]:
    folders = [user_data_folder(), user_cache_folder()]
    with suppress(EngineError):  # nothing is shipped that could have been opened
        folders.append(resources_folder())
    return folders
