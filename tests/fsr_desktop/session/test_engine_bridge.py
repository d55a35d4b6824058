"""The queue of jobs, and events as signals."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.process.events import Failed, Finished, Progress, Started, WasCancelled
from engine.process.protocol import EngineSettings, OpenPhoto, RestoredFaces
from fsr_desktop.language.install import install_language
from fsr_desktop.session.engine_bridge import KEPT_ENDED, EngineBridge, JobRow
from tests.fsr_desktop.played_engine import Play, PlayedProcess


@pytest.fixture
def play(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Play:
    return Play(tmp_path, monkeypatch)


def job(name: str = "a.jpg") -> OpenPhoto:
    return OpenPhoto(path=Path("/", name), folder=Path("/work"))


def row_of(bridge: EngineBridge, job_id: int) -> JobRow:
    return next(row for row in bridge.rows if row.id == job_id)


def test_one_job_runs_at_a_time_and_the_next_follows(play: Play) -> None:
    first, second = (play.bridge.submit(job(), name) for name in "ab")
    assert [job_id for job_id, _job in play.process.sent] == [first]
    play.start_job()
    play.finish(None)
    assert [job_id for job_id, _job in play.process.sent] == [first, second]
    assert [row.state for row in play.bridge.rows] == ["finished", "queued"]


def test_jobs_ahead_pass_those_that_wait_and_keep_their_own_order(play: Play) -> None:
    running, last = (play.bridge.submit(job(name), name) for name in "ab")
    urgent, also_urgent = (play.bridge.submit(job(name), name, ahead=True) for name in "cd")
    for _number in range(3):
        play.finish(None)
    assert [one.path.name for _number, one in play.process.sent if isinstance(one, OpenPhoto)] == list("acdb")
    assert [number for number, _job in play.process.sent] == [1, 2, 3, 4]
    assert [row.sent_as for row in play.bridge.rows] == [1, 4, 2, 3]
    assert [row.id for row in play.bridge.rows] == [running, last, urgent, also_urgent]


def test_a_job_sent_after_one_that_went_ahead_is_cancelled_by_the_number_it_was_sent_with(play: Play) -> None:
    play.bridge.submit(job("a"), "a")
    waiting = play.bridge.submit(job("b"), "b")
    play.bridge.submit(job("c"), "c", ahead=True)
    play.finish(None)
    play.finish(None)
    assert play.job_id != waiting
    play.bridge.cancel(waiting)
    assert play.process.cancelled == [play.job_id]
    play.was_cancelled()
    assert row_of(play.bridge, waiting).state == "cancelled" and not play.bridge.is_busy


def test_a_job_that_cannot_be_sent_fails_and_the_others_run(qtbot: QtBot, play: Play) -> None:
    told: list[tuple[int, Failed]] = []
    play.bridge.failed.connect(lambda job_id, failure: told.append((job_id, failure)))
    running, broken, next_one = (play.bridge.submit(job(name), name) for name in "abc")
    play.process.refuses = TypeError("cannot pickle it")
    play.finish(None)
    qtbot.waitUntil(lambda: bool(told))
    assert row_of(play.bridge, broken).state == "failed"
    assert [(job_id, failure.code) for job_id, failure in told] == [(broken, "bug")]
    assert "cannot pickle it" in told[0][1].message
    assert play.process.sent[-1][0] == row_of(play.bridge, next_one).sent_as
    play.finish(None)
    assert row_of(play.bridge, next_one).state == "finished" and not play.bridge.is_busy
    assert row_of(play.bridge, running).state == "finished"


def test_the_real_process_takes_jobs_that_went_ahead(qtbot: QtBot, tmp_path: Path) -> None:
    bridge = EngineBridge(EngineSettings())
    try:
        for name in "abc":
            bridge.submit(OpenPhoto(path=tmp_path / name, folder=tmp_path / "work"), name)
        bridge.submit(OpenPhoto(path=tmp_path / "d", folder=tmp_path / "work"), "d", ahead=True)
        qtbot.waitUntil(lambda: not bridge.is_busy, timeout=60_000)
        assert [row.state for row in bridge.rows] == ["failed"] * 4  # the files are missing
        assert all("cannot be" in row.message or "no file" in row.message.lower() for row in bridge.rows)
    finally:
        bridge.close()


def test_a_job_that_waits_is_cancelled_at_once(play: Play) -> None:
    play.bridge.submit(job(), "a")
    waiting = play.bridge.submit(job(), "b")
    told: list[int] = []
    play.bridge.was_cancelled.connect(lambda job_id, _kept: told.append(job_id))
    play.bridge.cancel(waiting)
    assert told == [waiting] and row_of(play.bridge, waiting).state == "cancelled"
    assert play.process.cancelled == []


def test_a_job_that_runs_is_cancelled_once_and_ends_when_the_engine_says_so(play: Play) -> None:
    running = play.bridge.submit(job(), "a")
    play.start_job()
    play.bridge.cancel(running)
    play.bridge.cancel(running)
    assert play.process.cancelled == [running] and row_of(play.bridge, running).state == "cancelling"
    play.was_cancelled()
    assert row_of(play.bridge, running).state == "cancelled" and not play.bridge.is_busy
    play.bridge.cancel(running)
    assert play.process.cancelled == [running]


def test_cancel_all_stops_what_runs_and_what_waits(play: Play) -> None:
    ids = [play.bridge.submit(job(), name) for name in "abc"]
    play.start_job()
    play.bridge.cancel_all()
    assert [row.state for row in play.bridge.rows] == ["cancelling", "cancelled", "cancelled"]
    play.was_cancelled()
    assert [job_id for job_id, _job in play.process.sent] == ids[:1]


def test_late_events_of_an_old_job_are_dropped(play: Play) -> None:
    old = play.bridge.submit(job(), "a")
    play.finish(None)
    new = play.bridge.submit(job(), "b")
    play.start_job()
    told: list[object] = []
    for signal in (play.bridge.finished, play.bridge.previewed, play.bridge.was_cancelled, play.bridge.progressed):
        signal.connect(lambda *what: told.append(what))
    play.say(Progress(job_id=old, fraction=0.9, stage="late"))
    play.say(Finished(job_id=old, payload="late"))
    play.say(WasCancelled(job_id=old))
    assert told == []
    assert (row_of(play.bridge, new).state, row_of(play.bridge, new).fraction) == ("running", 0.0)


def test_a_failure_keeps_its_words_and_the_next_job_works(play: Play) -> None:
    first, second = (play.bridge.submit(job(), name) for name in "ab")
    play.fail("The engine stopped.", "It was started again.")
    row = row_of(play.bridge, first)
    assert (row.state, row.message, row.hint) == ("failed", "The engine stopped.", "It was started again.")
    assert play.job_id == second


def test_a_failure_is_told_in_the_windows_language(play: Play, qapp: QApplication) -> None:
    install_language(qapp, "de")
    try:
        told: list[Failed] = []
        play.bridge.failed.connect(lambda _job_id, failure: told.append(failure))
        number = play.bridge.submit(job(), "a")
        play.fail("a.jpg is empty (0 bytes).", "Copy the photo again from where it came.")
        row = row_of(play.bridge, number)
        assert row.message == told[0].message == "a.jpg ist leer (0 Bytes)."
        assert row.hint == told[0].hint
        assert row.hint.startswith("Kopieren Sie das Foto")
    finally:
        install_language(qapp, "en")


def test_the_provider_is_told_only_when_something_ran(play: Play) -> None:
    told: list[str] = []
    play.bridge.provider_changed.connect(told.append)
    for provider in (None, "CPUExecutionProvider", "CPUExecutionProvider", "CUDAExecutionProvider"):
        play.bridge.submit(job(), "a")
        play.finish(RestoredFaces(outcomes=(), provider=provider))
    assert told == ["CPUExecutionProvider", "CUDAExecutionProvider"] == [told[0], play.bridge.provider]


def test_only_the_latest_jobs_that_are_over_are_kept(play: Play) -> None:
    for _number in range(KEPT_ENDED + 5):
        play.bridge.submit(job(), "a")
        play.finish(None)
    waiting = play.bridge.submit(job(), "b")
    assert [row.id for row in play.bridge.rows] == list(range(6, waiting + 1))
    play.bridge.clear_ended()
    assert [row.id for row in play.bridge.rows] == [waiting]


def test_the_time_left_follows_from_the_speed_so_far() -> None:
    row = JobRow(1, "a", job(), state="running", started_s=100.0, ended_s=110.0, fraction=0.25)
    assert row.eta_s == pytest.approx(30.0)
    row.fraction = 0.01
    assert row.eta_s is None


def test_nothing_is_told_after_the_bridge_is_closed(play: Play) -> None:
    play.bridge.submit(job(), "a")
    told: list[int] = []
    play.bridge.started.connect(told.append)
    assert isinstance(play.process, PlayedProcess)
    play.process.on_event(Started(job_id=1))  # on its way
    play.bridge.close()
    QCoreApplication.processEvents()
    assert told == [] and play.process.is_closed
