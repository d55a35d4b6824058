"""The rows of a notice as a list in a text file, for whoever goes on with it later."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from engine.errors import DataError
from engine.files import atomic_file, refused
from fsr_desktop.background import Background
from fsr_desktop.language.messages import shown
from fsr_desktop.session.notice import Notice


def list_words(notice: Notice) -> str:
    """A notice as text: its words, then a line for each row, with a tab between what it is and why."""
    head = "\n".join(line for line in (notice.text, notice.hint) if line)
    rows = [f"{row.title}\t{row.text}" for row in notice.rows]
    return "\n".join([head, "", *rows]).rstrip() + "\n"


class ListSaver(QObject):
    """Asks where a list goes, and writes it in the background; `tell` shows a notice when it is there."""

    def __init__(self, window: QWidget, tell: Callable[[Notice], object]) -> None:
        super().__init__(window)
        self._window, self._tell = window, tell
        self._background = Background(self)

    def ask(self, notice: Notice) -> None:
        """Ask for a file, and write the list into it."""
        title = self.tr("Save the list")
        name, _ = QFileDialog.getSaveFileName(self._window, title, str(Path.home() / "list.txt"), "Text (*.txt)")
        if name:
            self.save(notice, Path(name))

    def save(self, notice: Notice, path: Path) -> None:
        """Write the list."""
        self._background.run(partial(_write, list_words(notice), path), partial(self._take_end, path))

    def _take_end(self, path: Path, problem: str) -> None:
        if problem:
            self._tell(Notice(level="error", text=self.tr("The list was not saved"), hint=problem))
        else:
            text = self.tr("Saved {name}").format(name=path.name)
            self._tell(Notice(level="done", text=text, folder=path.parent))


def _write(words: str, path: Path) -> str:
    """What went wrong, or nothing."""
    try:
        with atomic_file(path) as beside:
            beside.write_text(words, encoding="utf-8")
    except OSError as error:
        return shown(refused(path, error, doing="write"))
    except DataError as error:
        return shown(error.whole)
    return ""
