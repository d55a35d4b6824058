"""The binding to Qt must not lose references: with PySide6 6.12.0 the program aborted within minutes."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Signal

CALLS = 500


class Sender(QObject):
    sent = Signal()


def test_calls_and_signals_leave_the_references_of_constants_alone() -> None:
    sender = Sender()
    before = [sys.getrefcount(constant) for constant in (None, True, False)]
    for _ in range(CALLS):
        sender.setObjectName("x")
        sender.sent.emit()
    after = [sys.getrefcount(constant) for constant in (None, True, False)]
    assert all(abs(late - early) < CALLS // 2 for early, late in zip(before, after, strict=True)), (before, after)
