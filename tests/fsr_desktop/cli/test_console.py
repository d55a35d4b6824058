"""What the command line prints of names that somebody else gave."""

from __future__ import annotations

import pytest

from fsr_desktop.cli import console

NAME = "a\x1b[31mb"


def test_a_line_for_people_shows_escape_codes_and_does_not_send_them(capsys: pytest.CaptureFixture[str]):
    console.say(f"{NAME}: fine")
    assert capsys.readouterr().err == "a\\x1b[31mb: fine\n"


def test_a_path_is_escaped_for_a_terminal_and_kept_for_a_program(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    console.print_path(NAME)
    assert capsys.readouterr().out == f"{NAME}\n"
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    console.print_path(NAME)
    assert capsys.readouterr().out == "a\\x1b[31mb\n"


def test_a_path_that_is_no_text_does_not_stop_the_command(capsys: pytest.CaptureFixture[str]):
    console.print_path("a\udc80b")
    assert capsys.readouterr().out == "a\\udc80b\n"
