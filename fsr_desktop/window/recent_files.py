"""The photos and folders that were opened last."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from engine.files import PRIVATE, atomic_file, make_own_folder
from engine.paths import user_config_folder
from engine.photo_io.formats import READABLE_SUFFIXES
from fsr_desktop.session.photo_paths import plain_path

FILE_NAME = "recent.json"
KEPT = 12


class RecentFiles:
    """Photos and folders, the latest first, kept in a file from one start to the next.

    A list is a convenience: one that cannot be read is empty, and one that cannot be written is kept until the end.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path or user_config_folder() / FILE_NAME
        self._paths = _read(self._path)

    def add(self, paths: Sequence[Path]) -> None:
        """Put photos or folders first, in their order; other files are not kept."""
        new = [plain_path(path) for path in paths]
        wanted = [path for path in new if _can_be_opened(path)]
        self._keep(list(dict.fromkeys([*wanted, *self._paths]))[:KEPT])

    def existing(self) -> list[Path]:
        """The photos and folders that are there, the latest first; others are forgotten."""
        there = [path for path in dict.fromkeys(self._paths) if _can_be_opened(path)]
        if there != self._paths:
            self._keep(there)
        return list(there)

    def clear(self) -> None:
        """Forget all."""
        self._keep([])

    def _keep(self, paths: list[Path]) -> None:
        self._paths = paths
        try:
            make_own_folder(self._path.parent)
            with atomic_file(self._path, keeping=PRIVATE) as beside:
                beside.write_text(json.dumps([str(path) for path in paths], indent=1), encoding="utf-8")
        except OSError:
            return


def _read(path: Path) -> list[Path]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return []
    if not isinstance(content, list):
        return []
    return [plain_path(Path(name)) for name in content if isinstance(name, str) and Path(name).is_absolute()][:KEPT]


def _can_be_opened(path: Path) -> bool:
    try:
        return path.is_dir() or (path.suffix.lower() in READABLE_SUFFIXES and path.exists())
    except (OSError, ValueError):
        return False
