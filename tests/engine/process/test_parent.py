"""Jobs in the engine process: what they tell, how they fail, how they are cancelled."""

from __future__ import annotations

import os
import queue
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.messages import plain
from engine.process.events import Event, Failed, Finished, Preview, Progress, Started, WasCancelled
from engine.process.parent import EngineProcess
from engine.process.protocol import EngineSettings, Job
from tests.busy import slowness
from tests.engine.process import fake_jobs
from tests.engine.process.fake_jobs import GoWrong, Look, Report, Show, Wait
from tests.engine.process.listening_engine import ENDS, PATIENCE_S, ListeningEngine, listening_engine

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ListeningEngine]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FSR_DESKTOP_DATA", str(tmp_path_factory.mktemp("engine")))
        with listening_engine(EngineSettings(threads=2)) as engine:
            assert isinstance(engine.run(Look()), Finished)
            yield engine


@pytest.fixture
def engine(shared: ListeningEngine) -> ListeningEngine:
    """The one child of this module."""
    assert shared.heard.empty()
    return shared


@pytest.fixture
def fresh() -> Iterator[ListeningEngine]:
    """One whose child is not started yet."""
    with listening_engine() as engine:
        yield engine


def test_a_job_starts_and_finishes_with_its_result(engine: ListeningEngine) -> None:
    number = engine.submit(Show(count=0))
    assert engine.until(*ENDS) == [Started(job_id=number), Finished(job_id=number, payload="shown")]


def test_the_child_and_its_state_stay_from_job_to_job_and_load_nothing_heavy(engine: ListeningEngine) -> None:
    first, second = engine.facts(), engine.facts()
    assert second.pid == first.pid != os.getpid()
    assert second.jobs == first.jobs + 1
    assert second.settings == EngineSettings(threads=2)
    assert second.threads_variable == "2"
    assert second.heavy == ()


@posix_only
def test_the_child_gives_way_to_the_window(engine: ListeningEngine) -> None:
    assert engine.facts().niceness >= min(19, max(5, os.nice(0)))


def test_progress_comes_at_most_twenty_times_a_second(engine: ListeningEngine) -> None:
    engine.submit(Report(seconds=1.0))
    events = engine.until(*ENDS)
    told = [event for event in events if isinstance(event, Progress)]
    end = events[-1]
    assert isinstance(end, Finished)
    assert isinstance(end.payload, int)
    assert 2 <= len(told) <= 21 < end.payload
    assert [event.fraction for event in told] == sorted(event.fraction for event in told)
    assert {str(event.stage) for event in told} == {"reporting"}


def test_previews_all_come_in_order_and_before_the_end(engine: ListeningEngine) -> None:
    number = engine.submit(Show(count=300))
    assert engine.until(*ENDS)[1:] == [
        *(Preview(job_id=number, payload=i) for i in range(300)),
        Finished(job_id=number, payload="shown"),
    ]


def test_an_engine_error_keeps_its_words(engine: ListeningEngine) -> None:
    end = engine.run(GoWrong(how="photo"))
    assert isinstance(end, Failed)
    assert (end.code, str(end.message), str(end.hint)) == ("photo", "The photo cannot be read.", "Open another one.")


@pytest.mark.parametrize(
    ("job", "words", "cause"),
    [
        (GoWrong(how="bug"), "go wrong", "ZeroDivisionError: nobody foresaw this"),
        (GoWrong(how="payload"), "go wrong", "cannot pickle"),
        (GoWrong(how="preview"), "go wrong", "cannot pickle"),
        (fake_jobs.Lost(), "unknown", "ModuleNotFoundError"),
        (fake_jobs.Unreadable(), "unknown", "ValueError"),
    ],
)
def test_a_bug_names_the_job_in_plain_words_and_the_child_lives(
    engine: ListeningEngine, job: Job, words: str, cause: str
) -> None:
    before = engine.facts()
    end = engine.run(job)
    assert isinstance(end, Failed)
    assert end.code == "bug"
    assert words in str(end.message)
    assert "Traceback" in end.details and cause in end.details
    assert "Traceback" not in f"{end.message}{end.hint}"
    assert "engine.log" in str(end.hint)
    assert engine.facts().pid == before.pid


def test_too_little_memory_is_told_in_plain_words(engine: ListeningEngine) -> None:
    end = engine.run(GoWrong(how="memory"))
    assert isinstance(end, Failed)
    assert "memory" in str(end.message) and "MemoryError" not in str(end.message)
    assert end.hint


def test_failures_are_in_the_log(own_data_folder: Path, fresh: ListeningEngine) -> None:
    fresh.run(GoWrong(how="bug"))
    assert "nobody foresaw this" in (own_data_folder / "logs" / "engine.log").read_text(encoding="utf-8")


def test_a_log_that_cannot_be_written_stops_nothing(own_data_folder: Path, fresh: ListeningEngine) -> None:
    (own_data_folder / "logs").write_text("a file where the folder should be")
    assert isinstance(fresh.run(GoWrong(how="bug")), Failed)
    assert isinstance(fresh.run(Look()), Finished)


def test_a_job_that_runs_is_cancelled_within_two_seconds(engine: ListeningEngine) -> None:
    pid = engine.running(Wait(kept=plain("half of it")))
    start_s = time.monotonic()
    engine.process.cancel(engine.last_id)
    assert engine.end() == WasCancelled(job_id=engine.last_id, kept=plain("half of it"))
    assert time.monotonic() - start_s < 2.0 * slowness()
    assert engine.facts().pid == pid


def test_a_job_that_was_just_submitted_is_cancelled_within_two_seconds(engine: ListeningEngine) -> None:
    start_s = time.monotonic()
    engine.process.cancel(engine.submit(Wait()))
    assert engine.end() == WasCancelled(job_id=engine.last_id)
    assert time.monotonic() - start_s < 2.0 * slowness()


def test_a_job_is_cancelled_within_two_seconds_while_the_child_is_still_starting(fresh: ListeningEngine) -> None:
    start_s = time.monotonic()
    fresh.process.cancel(fresh.submit(Wait()))
    assert fresh.end() == WasCancelled(job_id=1)
    assert time.monotonic() - start_s < 2.0 * slowness()
    assert isinstance(fresh.run(Look()), Finished)


def test_a_cancel_at_the_very_end_still_gives_one_end(engine: ListeningEngine) -> None:
    for round_number in range(20):
        engine.running(Wait(seconds=0.03))
        time.sleep(0.02 + 0.001 * round_number)
        start_s = time.monotonic()
        engine.process.cancel(engine.last_id)
        assert isinstance(engine.end(), Finished | WasCancelled)
        assert time.monotonic() - start_s < 2.0 * slowness()
    assert isinstance(engine.run(Look()), Finished)
    assert engine.heard.empty()


def test_ninety_rapid_cancels_lose_none(engine: ListeningEngine) -> None:
    start_s = time.monotonic()
    for round_number in range(90):
        number = engine.submit(Wait())
        if round_number % 3:
            time.sleep(0.004 * (round_number % 5))  # from before it is sent until it sleeps
        engine.process.cancel(number)
        assert engine.end() == WasCancelled(job_id=number)
    assert time.monotonic() - start_s < 30.0 * slowness()
    assert isinstance(engine.run(Look()), Finished)
    assert engine.heard.empty()


def test_a_cancel_of_another_job_does_nothing(engine: ListeningEngine) -> None:
    over = engine.last_id
    engine.process.cancel(over)
    pid = engine.running(Wait(seconds=0.2))
    engine.process.cancel(over)
    engine.process.cancel(engine.last_id + 1)
    assert engine.end() == Finished(job_id=engine.last_id, payload="slept")
    assert engine.facts().pid == pid


def test_late_events_of_an_old_job_are_dropped(engine: ListeningEngine) -> None:
    old = engine.submit(fake_jobs.Chatter(seconds=0.5))
    assert engine.until(*ENDS)[-1] == Finished(job_id=old, payload="left")
    new = engine.submit(Wait(seconds=0.3))
    assert {event.job_id for event in engine.until(*ENDS)} == {new}
    time.sleep(0.4)
    assert engine.heard.empty()


def test_a_second_job_and_an_old_id_are_refused(engine: ListeningEngine) -> None:
    engine.running(Wait())
    with pytest.raises(RuntimeError, match="while job"):
        engine.process.submit(engine.last_id + 1, Look())
    engine.process.cancel(engine.last_id)
    engine.end()
    with pytest.raises(ValueError, match="above"):
        engine.process.submit(engine.last_id, Look())


def test_no_call_waits_for_the_child() -> None:
    engine = ListeningEngine(EngineSettings())
    start_s = time.monotonic()
    engine.process.start()
    engine.submit(Wait())
    engine.process.cancel(1)
    engine.process.change_settings(EngineSettings(threads=3))
    assert time.monotonic() - start_s < 0.1 * slowness()  # a few ms
    engine.process.close()


def test_a_callback_may_submit_the_next_job() -> None:
    ended: queue.Queue[Event] = queue.Queue()

    def hear(event: Event) -> None:
        if isinstance(event, ENDS):
            if event.job_id < 3:
                process.submit(event.job_id + 1, Show(count=0))
            ended.put(event)

    process = EngineProcess(EngineSettings(), hear, make_state=fake_jobs.STATE)
    process.submit(1, Show(count=0))
    assert [ended.get(timeout=PATIENCE_S).job_id for _ in range(3)] == [1, 2, 3]
    process.close()


def test_importing_it_loads_nothing_heavy() -> None:
    heavy = ("cv2", "torch", "onnxruntime", "PySide6")
    code = f"import engine.process.parent, engine.process.service, sys; print([n for n in {heavy} if n in sys.modules])"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"
