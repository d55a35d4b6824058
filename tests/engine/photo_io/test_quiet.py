"""Decoders are quiet as long as any thread reads or writes, and as they were afterwards."""

from __future__ import annotations

import logging
import threading
import warnings

from PIL import Image

from engine.photo_io.quiet import quiet_decoders


def test_the_last_of_several_threads_puts_the_switches_back() -> None:
    def state() -> tuple[object, ...]:
        return Image.MAX_IMAGE_PIXELS, logging.getLogger("PIL").level, list(warnings.filters)

    before = state()
    inside, may_leave = threading.Event(), threading.Event()

    def other() -> None:
        with quiet_decoders():
            inside.set()
            may_leave.wait(5)

    thread = threading.Thread(target=other)
    with quiet_decoders():
        quiet = state()
        thread.start()
        assert inside.wait(5)
    assert state() == quiet != before
    may_leave.set()
    thread.join()
    assert state() == before
