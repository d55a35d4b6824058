"""What the program keeps on this machine for itself: the places, what is there now, and who may look."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from engine.paths import log_folder, user_cache_folder, user_config_folder, user_data_folder


@dataclass(frozen=True)
class Place:
    """A folder or the beginning of files' names, what is kept in it, and how much that is now."""

    title: str
    path: Path
    holds: str
    files: int
    size_bytes: int
    is_open: bool

    def words(self) -> str:
        """In one line."""
        there = f"{self.files} files, {self.size_bytes:,} bytes" if self.files else "nothing"
        return f"{self.path}: {self.holds}. Now there: {there}{', open to other users' if self.is_open else ''}."

    def record(self) -> dict[str, object]:
        """For JSON."""
        return {**vars(self), "path": str(self.path)}


def places() -> list[Place]:
    """All of them. Results, reports and exports are written only where the user says, and are not listed."""
    data = user_data_folder()
    rows = (
        (
            "settings",
            user_config_folder(),
            "settings, paths of recent files, the window's place, notes of talks",
        ),
        (
            "sessions",
            data / "sessions",
            "paths of photos that are or were open, and what was chosen for each",
        ),
        ("models", data / "models", "models that you imported or trained, and their cards"),
        ("learning", data / "finetune", "a training that runs or was broken off, with small copies of faces"),
        ("other data", data, "pictures pasted from the clipboard, and which back end is quickest"),
        ("cache", user_cache_folder(), "pictures of open photos and restored faces; gone when the window closes"),
        ("logs", log_folder(), "what went wrong, without the names of photos"),
        ("temporary files", Path(tempfile.gettempdir()), "crops of a command that runs, in folders fsr-*"),
    )
    inner = {path for _, path, _ in rows}
    return [_place(title, path, holds, inner - {path}) for title, path, holds in rows]


def _place(title: str, path: Path, holds: str, others: set[Path]) -> Place:
    is_temporary = path == Path(tempfile.gettempdir())
    roots = [found for found in path.glob("fsr-*") if found.is_dir()] if is_temporary else [path]
    sizes = [size for root in roots for size in _sizes(root, others)]
    return Place(title, path, holds, len(sizes), sum(sizes), any(map(_is_open, roots)))


def _sizes(root: Path, others: set[Path]) -> list[int]:
    """Of the files below a folder, those of other places left out."""
    found: list[int] = []
    for parent, folders, files in os.walk(root):
        folders[:] = [name for name in folders if Path(parent, name) not in others]
        found += [Path(parent, name).lstat().st_size for name in files]
    return found


def _is_open(path: Path) -> bool:
    """Whether other users may look into a folder and those above it that are the program's own."""
    if os.name == "nt" or not path.is_dir():
        return False
    return bool(path.stat().st_mode & 0o007) and any(path.iterdir())
