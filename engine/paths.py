"""The folders of FSR Desktop; the only place that knows them. Nothing here creates a folder."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

from engine.errors import EngineError

APP_NAME = "FSR Desktop"
DATA_VARIABLE = "FSR_DESKTOP_DATA"  # one folder for all that is kept for the user, as tests need it


def resources_folder() -> Path:
    """The shipped resources: `engine/_resources` where installed from a wheel, `resources` in a checkout.

    Raises: EngineError if neither exists.
    """
    engine_folder = Path(__file__).resolve().parent
    candidates = (engine_folder / "_resources", engine_folder.parent / "resources")
    for folder in candidates:
        if folder.is_dir():
            return folder
    raise EngineError(
        "Expected the shipped resources in {folder}, found no such folder.",
        hint="Install FSR Desktop again.",
        folder=candidates[0],
    )


def models_folder() -> Path:
    """The shipped models, one folder each. Raises: EngineError without resources."""
    return resources_folder() / "models"


def samples_folder() -> Path:
    """The shipped sample photos. Raises: EngineError without resources."""
    return resources_folder() / "samples"


def priors_folder() -> Path:
    """What is known of faces as such and ships with the program. Raises: EngineError without resources."""
    return resources_folder() / "priors"


def user_data_folder() -> Path:
    """What the program keeps for the user; FSR_DESKTOP_DATA names another folder. May not exist."""
    return _chosen_folder() or platformdirs.user_data_path(APP_NAME, appauthor=False)


def user_models_folder() -> Path:
    """The models that the user imported or trained. May not exist."""
    return user_data_folder() / "models"


def user_face_models_folder() -> Path:
    """The morphable face models that the user imported. May not exist."""
    return user_data_folder() / "face-models"


def user_config_folder() -> Path:
    """The user's settings; `config` in the folder that FSR_DESKTOP_DATA names. May not exist."""
    chosen = _chosen_folder()
    return chosen / "config" if chosen else platformdirs.user_config_path(APP_NAME, appauthor=False)


def user_cache_folder() -> Path:
    """What can be made again: pictures and results of the photos that are open. May not exist."""
    chosen = _chosen_folder()
    return chosen / "cache" if chosen else platformdirs.user_cache_path(APP_NAME, appauthor=False)


def translations_folder() -> Path:
    """The window's texts in other languages, one .qm file each. Raises: EngineError without resources."""
    return resources_folder() / "translations"


def icons_folder() -> Path:
    """The window's icons, one SVG file each. Raises: EngineError without resources."""
    return resources_folder() / "icons"


def log_folder() -> Path:
    """The program's logs; `logs` in the folder that FSR_DESKTOP_DATA names. May not exist."""
    chosen = _chosen_folder()
    return chosen / "logs" if chosen else platformdirs.user_log_path(APP_NAME, appauthor=False)


def _chosen_folder() -> Path | None:
    value = os.environ.get(DATA_VARIABLE, "")
    return Path(value).expanduser().absolute() if value else None
