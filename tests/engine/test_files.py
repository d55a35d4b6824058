"""Files that are written beside and swapped in, and what killed processes leave of them."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from engine.files import atomic_file, reason_of, refused
from engine.messages import filled

WRITES_FOR_EVER = """
import sys, time
from pathlib import Path
from engine.files import atomic_file, reason_of, refused
from engine.messages import filled
with atomic_file(Path(sys.argv[1])) as beside:
    beside.write_bytes(b"half")
    print("ready", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def writer(tmp_path: Path):
    """A process that is in the middle of writing."""
    command = [sys.executable, "-c", WRITES_FOR_EVER, str(tmp_path / "a.gif")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]) as process:
        assert process.stdout and process.stdout.readline() == b"ready\n"
        yield process
        process.kill()


def write(target: Path) -> None:
    with atomic_file(target) as beside:
        beside.write_bytes(b"whole")


def hidden_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob(".fsr-*"))


def test_what_a_killed_process_left_is_removed_by_the_next_that_writes_there(
    writer: subprocess.Popen[bytes], tmp_path: Path
) -> None:
    assert len(hidden_in(tmp_path)) == 1
    writer.send_signal(signal.SIGKILL)
    writer.wait()
    assert len(hidden_in(tmp_path)) == 1
    write(tmp_path / "b.png")
    assert [path.name for path in tmp_path.iterdir()] == ["b.png"]


def test_what_a_running_process_writes_is_left_alone(writer: subprocess.Popen[bytes], tmp_path: Path) -> None:
    begun = hidden_in(tmp_path)
    write(tmp_path / "b.png")
    assert writer.poll() is None and hidden_in(tmp_path) == begun


def test_one_write_leaves_another_of_the_same_process_alone(tmp_path: Path) -> None:
    with atomic_file(tmp_path / "a.gif") as one, atomic_file(tmp_path / "a.json") as other:
        one.write_bytes(b"1")
        other.write_bytes(b"2")
    assert (tmp_path / "a.gif").read_bytes() == b"1" and (tmp_path / "a.json").read_bytes() == b"2"


def test_files_of_other_machines_and_other_programs_stay(tmp_path: Path) -> None:
    with atomic_file(tmp_path / "a") as beside:
        machine = beside.name.split("-")[1]
    other = "0" * 8 if machine != "0" * 8 else "1" * 8
    names = [f".fsr-{other}-999999999-x", ".fsr-notes", f".fsr-{machine}-{os.getpid()}-y"]
    for name in names:
        (tmp_path / name).write_text("mine")
    write(tmp_path / "b")
    assert hidden_in(tmp_path) == sorted(names)
    (tmp_path / f".fsr-{machine}-999999999-z").write_text("of nobody")  # no process has this number
    write(tmp_path / "b")
    assert hidden_in(tmp_path) == sorted(names)


@pytest.mark.parametrize("name", ["ENOENT", "EACCES", "EISDIR", "ENOTDIR", "ENOSPC", "EROFS", "EIO", "EPERM"])
def test_what_the_system_says_is_a_template_that_is_translated(name: str):
    code = getattr(errno, name)
    reason = reason_of(OSError(code, os.strerror(code)))
    assert str(reason) == os.strerror(code) and "{" not in reason.template
    said = refused(Path("a.jpg"), OSError(code, "words of a system that speaks French"))
    asked: list[str] = []
    filled(said, lambda template: asked.append(template) or template)
    assert os.strerror(code) in asked


def test_an_unknown_reason_is_told_in_the_words_of_whoever_gave_it():
    assert str(reason_of(OSError("odd {thing}"))) == "odd {thing}"
    assert str(reason_of(OSError(9999, "words of a driver"))) == "words of a driver"
    assert str(reason_of(ValueError())) == "ValueError"
