"""Work in a child that may take only so much, and can be killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.confinement import ConfinedWorker, ExceededError, run_confined
from engine.errors import EngineError, PhotoError
from engine.limits import resident_megabytes


@pytest.fixture
def worker() -> Iterator[ConfinedWorker]:
    worker = ConfinedWorker(seconds=60, megabytes=300)
    yield worker
    worker.close()


def refuse() -> None:
    raise PhotoError("{name} is damaged.", hint="Copy it.", name="a")


def end_at_once() -> None:
    os._exit(3)


def connect() -> None:
    import socket

    socket.create_connection(("127.0.0.1", 9), timeout=1)


def test_one_child_does_one_piece_of_work_after_the_other(worker: ConfinedWorker):
    pids = {worker.call(os.getpid) for _ in range(3)}
    assert len(pids) == 1 and os.getpid() not in pids


def test_paths_begin_where_the_parent_is_now(worker: ConfinedWorker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    worker.call(os.getpid)
    monkeypatch.chdir(tmp_path)
    assert os.path.samefile(worker.call(os.getcwd), tmp_path)


def test_an_error_comes_with_its_words_and_the_child_goes_on(worker: ConfinedWorker):
    pid = worker.call(os.getpid)
    with pytest.raises(EngineError, match="a is damaged") as caught:
        worker.call(refuse)
    assert str(caught.value.hint) == "Copy it."
    with pytest.raises(EngineError, match="ZeroDivisionError"):
        worker.call(divmod, 1, 0)
    assert worker.call(os.getpid) == pid


def test_a_child_that_dies_is_replaced(worker: ConfinedWorker):
    pid = worker.call(os.getpid)
    with pytest.raises(ExceededError):
        worker.call(end_at_once)
    assert worker.call(os.getpid) != pid


def test_a_child_that_takes_too_long_is_killed_and_replaced():
    worker = ConfinedWorker(seconds=1, megabytes=300)
    worker.prepare()
    with pytest.raises(ExceededError):
        worker.call(time.sleep, 600)
    worker.close()


def test_too_much_memory_is_refused(worker: ConfinedWorker):
    with pytest.raises((ExceededError, EngineError)):
        worker.call(bytearray, 3 << 30)
    assert worker.call(len, b"abc") == 3


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="there is no stopping here")
def test_a_child_that_was_stopped_is_noticed(worker: ConfinedWorker):
    pid = worker.call(os.getpid)
    threading.Timer(0.5, os.kill, (pid, signal.SIGSTOP)).start()
    with pytest.raises(ExceededError):
        worker.call(time.sleep, 600)
    assert worker.call(os.getpid) != pid


def test_no_network_is_reached(worker: ConfinedWorker):
    with pytest.raises(EngineError, match=r"PermissionError|OSError|ConnectionRefused"):
        worker.call(connect)


def test_a_process_knows_what_it_has():
    assert resident_megabytes(os.getpid()) > 5 or not os.path.exists("/proc")


class _Harmful:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, (os.environ["FSR_TOUCHED"],)


def _answer_with_code() -> object:
    return _Harmful()


def test_a_child_that_was_taken_over_makes_its_parent_run_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    touched = tmp_path / "touched"
    monkeypatch.setenv("FSR_TOUCHED", str(touched))
    with pytest.raises(ExceededError, match="something else"):
        run_confined(_answer_with_code, seconds=60, megabytes=500)
    assert not touched.exists()


STOPPED = """
import time
from engine.confinement import ConfinedWorker

if __name__ == "__main__":
    worker = ConfinedWorker(seconds=60, megabytes=500)
    worker.call(time.sleep, 0)
    print("ready", flush=True)
    worker.call(time.sleep, 3)
    print("done", flush=True)
    worker.close()
"""


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="there is no stopping here")
def test_stopping_both_as_a_terminal_does_loses_nothing(tmp_path: Path):
    (tmp_path / "both.py").write_text(STOPPED)
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    command = [sys.executable, str(tmp_path / "both.py")]
    both = subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, start_new_session=True)
    assert both.stdout and both.stdout.readline() == b"ready\n"
    for what in (signal.SIGSTOP, signal.SIGCONT):
        os.killpg(both.pid, what)
        time.sleep(3)
    assert both.communicate(timeout=60)[0] == b"done\n"
