"""Logs name no photo, and only the user may read them."""

from __future__ import annotations

import logging
import os
import stat
from pathlib import Path

import pytest

from engine.logs import log_handler, without_names
from engine.paths import log_folder


@pytest.mark.parametrize(
    "text",
    [
        "cannot open /home/me/My photos/aunt Jane.jpg (truncated)",
        "aunt.JPEG is damaged",
        r"C:\Users\me\aunt.tif: no",
        "'/tmp/a b/aunt.png'",
        "DataError: ../aunt.webp",
        "read /work/p/aunt.face.npz",
    ],
)
def test_the_name_of_a_photo_is_left_out(text: str):
    said = without_names(text)
    assert "aunt" not in said and "*." in said


def test_what_names_no_photo_stays():
    text = 'File "/usr/lib/python3/engine/photo_io/reading.py", line 20, in read_photo: ValueError, 3.5 s'
    assert without_names(text) == text


@pytest.mark.parametrize("is_asked", [False, True])
def test_a_log_is_private_and_names_photos_only_when_asked(is_asked: bool, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("FSR_DESKTOP_LOG_PATHS", "1" if is_asked else "")
    handler = log_handler("test.log")
    try:
        raise ValueError("/home/me/aunt.jpg")
    except ValueError as error:
        record = logging.LogRecord("engine", logging.ERROR, "", 1, "%s failed", ("/home/me/aunt.jpg",), None)
        record.exc_info = (ValueError, error, error.__traceback__)
    handler.emit(record)
    handler.close()
    file: Path = log_folder() / "test.log"
    assert ("aunt" in file.read_text()) is is_asked
    if os.name != "nt":
        assert [stat.S_IMODE(path.stat().st_mode) for path in (file, log_folder())] == [0o600, 0o700]
