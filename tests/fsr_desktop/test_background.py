"""Work beside the window's thread."""

from __future__ import annotations

import gc
import threading
import weakref

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from fsr_desktop.background import Background, GarbageCollector


def test_work_is_done_beside_the_windows_thread_and_answered_on_it(qtbot: QtBot) -> None:
    parent, answers = QObject(), list[tuple[object, bool]]()
    background = Background(parent)
    here = threading.get_ident()
    background.run(threading.get_ident, lambda there: answers.append((there != here, threading.get_ident() == here)))
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [(True, True)]


def test_work_is_done_in_order_and_what_is_more_wanted_first(qtbot: QtBot) -> None:
    parent, answers, gate = QObject(), list[str](), threading.Event()
    background = Background(parent)
    background.run(gate.wait)
    for name, priority in (("first", 0), ("second", 0), ("urgent", 1)):
        background.run(lambda name=name: name, answers.append, priority=priority)
    gate.set()
    qtbot.waitUntil(lambda: len(answers) == 3)
    assert answers == ["urgent", "first", "second"]


def test_what_is_dropped_is_not_done_and_what_runs_is_waited_for() -> None:
    parent, done, gate = QObject(), list[str](), threading.Event()
    background = Background(parent)
    is_running = threading.Event()

    def slow() -> None:
        is_running.set()
        gate.wait()
        done.append("running")

    background.run(slow)
    background.run(lambda: done.append("waiting"))
    assert is_running.wait(10)
    background.drop()
    gate.set()
    background.finish()
    assert done == ["running"]


def test_nobody_is_answered_once_the_parent_is_gone(qtbot: QtBot) -> None:
    parent, answers = QObject(), list[object]()
    background = Background(parent)
    background.run(lambda: 1, answers.append)
    background.finish()
    shiboken6.delete(parent)
    qtbot.wait(50)
    assert answers == []


def test_the_parent_may_go_while_the_work_is_done(qtbot: QtBot) -> None:
    for gate in [threading.Event() for _number in range(20)]:
        parent, answers = QObject(), list[object]()
        Background(parent).run(gate.wait, answers.append)
        shiboken6.delete(parent)
        gate.set()
        qtbot.wait(5)
        assert answers == []


def test_an_error_is_the_hooks_and_the_work_goes_on(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    told, answers, parent = list[object](), list[object](), QObject()
    monkeypatch.setattr(threading, "excepthook", lambda of: told.append(of.exc_value))
    background = Background(parent)
    background.run(lambda: [][0], answers.append)
    background.run(lambda: 2, answers.append)
    qtbot.waitUntil(lambda: answers == [2])
    assert [type(error) for error in told] == [IndexError]


class Ring(QObject):
    """Part of a cycle, so that only a collection lets it go."""

    def __init__(self) -> None:
        super().__init__()
        self.me = self


def test_garbage_is_collected_on_the_windows_thread_alone(qtbot: QtBot) -> None:
    collector = GarbageCollector()
    try:
        gone_on = list[int]()
        ring = Ring()
        weakref.finalize(ring, lambda: gone_on.append(threading.get_ident()))
        del ring
        kept = list[object]()
        busy = threading.Thread(target=lambda: kept.extend([[]] for _ in range(10_000)))  # Python would collect now
        busy.start()
        busy.join()
        assert gone_on == [] and not gc.isenabled()
        collector.collect()
        assert gone_on == [threading.get_ident()]
    finally:
        collector.stop()
    assert gc.isenabled() and gc.get_freeze_count() == 0
