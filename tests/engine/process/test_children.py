"""The children of the engine process: they die, are killed and replaced, and never stay behind."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from engine.process.events import Failed, Finished, Preview, Started, WasCancelled
from engine.process.protocol import EngineSettings
from tests.busy import slowness
from tests.engine.process.fake_jobs import GoWrong, Look, LookAndUseUp, Wait
from tests.engine.process.listening_engine import ENDS, PATIENCE_S, ListeningEngine, listening_engine

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")


@pytest.fixture(scope="module")
def shared() -> Iterator[ListeningEngine]:
    with listening_engine(grace_s=0.8) as engine:
        yield engine


@pytest.fixture
def engine(shared: ListeningEngine) -> ListeningEngine:
    """One process whose children come and go; it kills soon after a cancel."""
    assert shared.heard.empty()
    return shared


def test_a_job_that_ignores_the_cancel_is_killed_and_the_next_one_works(engine: ListeningEngine) -> None:
    pid = engine.running(Wait(ignores_cancel=True))
    start_s = time.monotonic()
    engine.process.cancel(engine.last_id)
    engine.process.cancel(engine.last_id)
    assert engine.end() == WasCancelled(job_id=engine.last_id)
    assert 0.75 < time.monotonic() - start_s < 3.0 * slowness()
    assert engine.facts().pid != pid
    assert engine.heard.empty()


@posix_only
def test_a_child_killed_in_the_middle_of_a_job_is_a_failure_and_the_next_job_works(engine: ListeningEngine) -> None:
    pid = engine.running(Wait())
    os.kill(pid, signal.SIGKILL)
    end = engine.end()
    assert isinstance(end, Failed)
    assert end.code == "crash"
    assert "signal 9" in str(end.message) and "memory" in str(end.message)
    assert end.hint
    assert engine.facts().pid != pid


@posix_only
def test_a_child_that_dies_after_a_cancel_before_we_kill_it_is_a_failure(engine: ListeningEngine) -> None:
    pid = engine.running(Wait(ignores_cancel=True))
    engine.process.cancel(engine.last_id)
    os.kill(pid, signal.SIGKILL)
    end = engine.end()
    assert isinstance(end, Failed)
    assert end.code == "crash"


def test_a_child_that_exits_by_itself_is_a_failure_with_its_exit_code(engine: ListeningEngine) -> None:
    end = engine.run(GoWrong(how="exit"))
    assert isinstance(end, Failed)
    assert end.code == "crash"
    assert "exit code 3" in str(end.message)


@posix_only
def test_what_a_child_said_before_it_died_is_told_before_the_failure(engine: ListeningEngine) -> None:
    engine.submit(GoWrong(how="answer, then die"))
    events = engine.until(*ENDS)
    assert [type(event) for event in events] == [Started, Preview, Failed]


@posix_only
def test_a_child_killed_between_jobs_is_replaced_for_the_next_job(engine: ListeningEngine) -> None:
    for pause_s in (0.0, 0.2):  # before and after the parent can have seen it
        pid = engine.facts().pid
        os.kill(pid, signal.SIGKILL)
        time.sleep(pause_s)
        assert engine.facts().pid != pid


@posix_only
def test_ctrl_c_in_the_terminal_does_not_end_the_child(engine: ListeningEngine) -> None:
    pid = engine.running(Wait(seconds=0.2))
    os.kill(pid, signal.SIGINT)
    assert engine.end() == Finished(job_id=engine.last_id, payload="slept")
    assert engine.facts().pid == pid


def test_other_settings_reach_the_next_job_and_leave_the_running_one_alone(engine: ListeningEngine) -> None:
    pid = engine.running(Wait(seconds=0.3))
    engine.process.change_settings(EngineSettings(device="cpu", threads=1))
    assert engine.end() == Finished(job_id=engine.last_id, payload="slept")
    facts = engine.facts()
    assert facts.pid != pid
    assert facts.settings == EngineSettings(device="cpu", threads=1)


def test_a_used_up_child_ran_at_low_priority_and_is_replaced(engine: ListeningEngine) -> None:
    used_up = engine.facts(LookAndUseUp())
    fresh = engine.facts()
    assert fresh.pid != used_up.pid
    assert fresh.jobs == 1
    if sys.platform != "win32":
        assert used_up.niceness == 19


@pytest.mark.parametrize("ignores_cancel", [False, True])
def test_close_leaves_no_child_and_says_nothing_more(ignores_cancel: bool) -> None:
    threads = set(threading.enumerate())
    engine = ListeningEngine(EngineSettings())
    pid = engine.running(Wait(ignores_cancel=ignores_cancel))
    start_s = time.monotonic()
    engine.process.close()
    assert time.monotonic() - start_s < 1.2 * slowness()
    assert pid not in {child.pid for child in multiprocessing.active_children()}
    assert set(threading.enumerate()) <= threads
    if sys.platform != "win32":
        assert_gone(pid)
    assert engine.heard.empty()
    engine.process.cancel(1)
    engine.process.close()
    with pytest.raises(RuntimeError, match="closed"):
        engine.process.submit(2, Look())


def test_one_that_never_started_can_be_closed() -> None:
    engine = ListeningEngine(EngineSettings())
    engine.process.change_settings(EngineSettings(threads=1))
    engine.process.close()
    with pytest.raises(RuntimeError, match="closed"):
        engine.process.start()


PARENT = """
import time
from pathlib import Path
from engine.process.parent import EngineProcess
from engine.process.protocol import EngineSettings
from tests.busy import slowness
from tests.engine.process import fake_jobs

if __name__ == "__main__":
    process = EngineProcess(EngineSettings(), lambda event: None, make_state=fake_jobs.STATE)
    process.submit(1, fake_jobs.Wait(ignores_cancel={ignores_cancel}, pid_file=Path({pid_file!r})))
    time.sleep(120)
"""


@posix_only
@pytest.mark.parametrize("ignores_cancel", [False, True])
def test_the_child_ends_when_the_parent_is_killed(tmp_path: Path, ignores_cancel: bool) -> None:
    pid_file = tmp_path / "pid"
    script = tmp_path / "parent.py"
    script.write_text(PARENT.format(ignores_cancel=ignores_cancel, pid_file=str(pid_file)))
    root = Path(__file__).resolve().parents[3]
    with subprocess.Popen([sys.executable, str(script)], env={**os.environ, "PYTHONPATH": str(root)}) as parent:
        try:
            wait_until(lambda: pid_file.exists() and pid_file.read_text() != "")
        finally:
            parent.kill()
    assert_gone(int(pid_file.read_text()))


def assert_gone(pid: int) -> None:
    wait_until(lambda: not is_alive(pid), seconds=15)


def is_alive(pid: int) -> bool:
    """Whether the process runs; one that nobody reaped yet does not."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{pid}/stat")
    return not (status.exists() and status.read_text().rpartition(")")[2].split()[0] == "Z")


def wait_until(is_so: Callable[[], bool], seconds: float = PATIENCE_S) -> None:
    end_s = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end_s, "waited too long"
        time.sleep(0.02)


@pytest.mark.skipif(sys.platform != "linux", reason="whether a process is stopped is asked as Linux says it")
def test_a_child_that_is_stopped_from_outside_is_a_failure_and_the_next_job_works(
    engine: ListeningEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.process.parent._STOPPED_S", 0.5)
    pid = engine.running(Wait())
    os.kill(pid, signal.SIGSTOP)
    end = engine.end()
    assert isinstance(end, Failed) and end.code == "crash"
    assert "stopped from outside" in str(end.message) and "memory" not in str(end.message)
    assert engine.facts().pid != pid
