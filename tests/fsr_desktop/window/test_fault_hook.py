"""Errors that nobody foresaw: each is a notice and an entry in the log."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from fsr_desktop.session.notice import Notice
from fsr_desktop.window.fault_hook import FaultHook


class Sender(QObject):
    clicked = Signal()


@pytest.fixture
def notices() -> Iterator[list[Notice]]:
    told: list[Notice] = []
    hook = FaultHook(told.append)
    yield told
    hook.remove()


def raise_it() -> None:
    raise LookupError("no such thing")


def test_an_error_in_a_slot_is_a_notice_and_a_log_entry(
    qtbot: QtBot, notices: list[Notice], caplog: pytest.LogCaptureFixture
) -> None:
    sender = Sender()
    sender.clicked.connect(raise_it)
    sender.clicked.emit()
    assert [notice.level for notice in notices] == ["error"]
    assert "LookupError: no such thing" in notices[0].text
    entry = caplog.records[-1]
    assert entry.levelno == logging.ERROR and entry.exc_info and entry.exc_info[0] is LookupError


def test_an_error_on_a_thread_is_a_notice_too(notices: list[Notice]) -> None:
    thread = threading.Thread(target=raise_it)
    thread.start()
    thread.join()
    assert len(notices) == 1


def test_the_hooks_are_put_back() -> None:
    before = sys.excepthook, threading.excepthook
    hook = FaultHook(lambda _notice: None)
    assert sys.excepthook != before[0]
    hook.remove()
    assert (sys.excepthook, threading.excepthook) == before


def test_ctrl_c_is_no_fault(notices: list[Notice], monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_rest: told.append(kind))
    shown: list[Notice] = []
    hook = FaultHook(shown.append)
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    hook.remove()
    assert told == [KeyboardInterrupt] and shown == []
