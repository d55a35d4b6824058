"""Small pictures read in the background."""

from __future__ import annotations

import threading

import numpy as np
import pytest
from numpy.typing import NDArray
from pytestqt.qtbot import QtBot

from engine.errors import PhotoError
from fsr_desktop.widgets import lazy_pictures
from fsr_desktop.widgets.lazy_pictures import LazyPictures, NotNowError


def red() -> NDArray[np.uint8]:
    return np.full((4, 6, 3), (255, 0, 0), np.uint8)


def test_a_picture_comes_once_it_is_read_and_is_read_once(qtbot: QtBot) -> None:
    pictures, reads = LazyPictures(), list[int]()

    def read() -> NDArray[np.uint8]:
        reads.append(threading.get_ident())
        return red()

    with qtbot.waitSignal(pictures.ready):
        assert pictures.get("a", read) is None
    found = pictures.get("a", read)
    assert found and found.width() == 6 and found.toImage().pixelColor(2, 2).red() == 255
    assert len(reads) == 1 and reads[0] != threading.get_ident()


def test_one_that_cannot_be_read_is_told_and_not_tried_again(qtbot: QtBot) -> None:
    pictures, tries = LazyPictures(), list[int]()

    def read() -> NDArray[np.uint8]:
        tries.append(1)
        raise PhotoError("It is damaged.")

    with qtbot.waitSignal(pictures.ready):
        pictures.get("a", read)
    assert pictures.get("a", read) is None and pictures.is_known("a") and len(tries) == 1


def test_one_that_cannot_be_read_now_is_tried_again_later_but_not_for_ever(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    pictures, tries = LazyPictures(), list[int]()

    def read() -> NDArray[np.uint8]:
        tries.append(1)
        raise NotNowError

    with qtbot.waitSignal(pictures.ready):
        pictures.get("a", read)
    assert pictures.get("a", read) is None and pictures.is_known("a") and len(tries) == 1  # not at once
    monkeypatch.setattr(lazy_pictures, "AGAIN_S", 0.0)
    for _again in range(lazy_pictures.MOST_TRIES - 1):
        with qtbot.waitSignal(pictures.ready):
            pictures.get("a", read)
    assert pictures.get("a", read) is None and len(tries) == lazy_pictures.MOST_TRIES
    qtbot.wait(50)
    assert len(tries) == lazy_pictures.MOST_TRIES


def test_the_latest_wish_is_read_first_and_few_are_kept(qtbot: QtBot) -> None:
    pictures, order, gate = LazyPictures(kept=2), list[str](), threading.Event()

    def reader(name: str):
        def read() -> NDArray[np.uint8]:
            gate.wait(5)
            order.append(name)
            return red()

        return read

    for name in "abcd":
        pictures.get(name, reader(name))
    gate.set()
    qtbot.waitUntil(lambda: len(order) == 4 and pictures.is_known("b"))
    assert order == ["a", "d", "c", "b"]
    assert [pictures.is_known(name) for name in "abcd"] == [False, True, True, False]


def test_whatever_one_raises_the_others_still_come(qtbot: QtBot) -> None:
    class OddError(Exception):
        pass

    def broken() -> NDArray[np.uint8]:
        raise OddError("nobody foresaw it")

    pictures = LazyPictures()
    with qtbot.waitSignal(pictures.ready):
        pictures.get("broken", broken)
    with qtbot.waitSignal(pictures.ready):
        pictures.get("whole", red)
    assert pictures.get("whole", red) is not None
