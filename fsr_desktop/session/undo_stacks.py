"""Undo that belongs to the photo that is looked at: each photo has steps of its own."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoGroup, QUndoStack

from fsr_desktop.session.undo_step import EditStep


class UndoStacks(QUndoGroup):
    """The undo stacks of all photos; undo, redo and their words are those of the photo that is shown.

    Signals: `stepped` with the id of the photo whose step was undone or redone.
    """

    stepped = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stacks: dict[str, QUndoStack] = {}
        self._shown_id = ""

    def push(self, step: EditStep) -> None:
        """Do a step, on the stack of its photo."""
        stack = self._stacks.get(step.photo_id)
        if stack is None:
            stack = self._stacks[step.photo_id] = QUndoStack(self)
            self.addStack(stack)
            stack.setActive(step.photo_id == self._shown_id)
        stack.push(step)

    def show_photo(self, photo_id: str) -> None:
        """Undo steps of this photo from now on; "" for none."""
        self._shown_id = photo_id
        active, wanted = self.activeStack(), self._stacks.get(photo_id)
        if wanted:
            wanted.setActive(True)
        elif active:
            active.setActive(False)

    def forget(self, photo_id: str) -> None:
        """Drop the steps of a photo that is closed."""
        stack = self._stacks.pop(photo_id, None)
        if stack:
            self.removeStack(stack)
            stack.deleteLater()

    def count(self) -> int:
        """How many steps the photo that is shown has."""
        stack = self.activeStack()
        return stack.count() if stack else 0

    def undo(self) -> None:
        """Take back the last step of the photo that is shown."""
        if self.canUndo():
            super().undo()
            self.stepped.emit(self._shown_id)

    def redo(self) -> None:
        """Do the step again that was taken back last."""
        if self.canRedo():
            super().redo()
            self.stepped.emit(self._shown_id)
