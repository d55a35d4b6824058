"""Errors that nobody foresaw, in a slot or on a thread: never silent, a notice for the user and an entry in the log."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QCoreApplication

from fsr_desktop.session.notice import Notice

_log = logging.getLogger(__name__)


class FaultHook:
    """Takes the place of Python's hooks for uncaught errors until `remove`; Qt calls them for an error in a slot.

    `show` shows a `Notice`; a signal's `emit`, since it may be called on any thread.
    """

    def __init__(self, show: Callable[[Notice], object]) -> None:
        self._show = show
        self._before = sys.excepthook, threading.excepthook
        sys.excepthook = self._take
        threading.excepthook = lambda of: self._take(of.exc_type, of.exc_value, of.exc_traceback)

    def remove(self) -> None:
        """Put back what was there before."""
        sys.excepthook, threading.excepthook = self._before

    def _take(self, kind: type[BaseException], error: BaseException | None, traceback: TracebackType | None) -> None:
        if not issubclass(kind, Exception) or error is None:  # Ctrl+C and exits are no faults
            self._before[0](kind, error or kind(), traceback)
            return
        _log.error("An error that nobody foresaw.", exc_info=(kind, error, traceback))
        text = QCoreApplication.translate("FaultHook", "Something in the program went wrong ({error}).")
        hint = QCoreApplication.translate("FaultHook", "Your photos are as they were. The log says more.")
        self._show(Notice(level="error", text=text.format(error=f"{kind.__name__}: {error}"), hint=hint))
