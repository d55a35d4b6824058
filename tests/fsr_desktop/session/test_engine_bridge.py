"""The queue of jobs, and what a task tells of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from engine.messages import NOTHING, plain
from engine.process.events import Finished, Preview, Progress, Started, WasCancelled
from engine.process.protocol import EngineSettings, OpenPhoto, RestoredFaces
from fsr_desktop.session.engine_bridge import KEPT_ENDED, EngineBridge
from fsr_desktop.session.task import Task
from tests.fsr_desktop.played_engine import Play, PlayedProcess


@pytest.fixture
def play(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Play:
    return Play(tmp_path, monkeypatch)


def job(name: str = "a.jpg") -> OpenPhoto:
    return OpenPhoto(path=Path("/", name), folder=Path("/work"))


def submitted(play: Play, names: str) -> list[Task]:
    return [play.bridge.submit(job(name), name) for name in names]


def states(play: Play) -> list[str]:
    return [task.state for task in play.bridge.tasks]


class Heard:
    """What a task tells, in order, as (signal, arguments...)."""

    def __init__(self, task: Task) -> None:
        self.told: list[tuple[object, ...]] = []
        for name in ("started", "progressed", "previewed", "finished", "failed", "cancelled", "ended"):
            getattr(task, name).connect(lambda *what, name=name: self.told.append((name, *what)))

    @property
    def names(self) -> list[object]:
        return [name for name, *_what in self.told]


def test_one_job_runs_at_a_time_and_the_next_follows(play: Play) -> None:
    first, second = submitted(play, "ab")
    assert [number for number, _job in play.process.sent] == [first.sent_as] and second.sent_as == 0
    play.start_job()
    play.finish(None)
    assert [number for number, _job in play.process.sent] == [first.sent_as, second.sent_as]
    assert states(play) == ["finished", "queued"]


def test_a_task_tells_all_that_comes_of_its_job_and_nothing_of_others(play: Play) -> None:
    first, second = submitted(play, "ab")
    heard, other = Heard(first), Heard(second)
    play.start_job()
    play.progress(0.5, "reading")
    play.preview("a part")
    play.finish("the whole")
    assert heard.told == [
        ("started",), ("progressed", 0.5, plain("reading")), ("previewed", "a part"), ("finished", "the whole"),
        ("ended",),
    ]  # fmt: skip
    assert (first.state, first.fraction, str(first.stage)) == ("finished", 0.5, "reading")
    assert other.told == []


def test_a_failure_is_told_by_the_task_and_once_for_all(play: Play) -> None:
    first, second = submitted(play, "ab")
    heard, failed = Heard(first), list[Task]()
    play.bridge.failed.connect(failed.append)
    play.fail("The engine stopped.", "It was started again.")
    assert heard.names == ["failed", "ended"] and failed == [first]
    assert first.state == "failed" and first.failure == heard.told[0][1]
    assert first.failure and (str(first.failure.message), str(first.failure.hint)) == (
        "The engine stopped.",
        "It was started again.",
    )
    assert play.job_id == second.sent_as
    assert [notice.text for notice in play.notices] == ["The engine stopped."]


def test_an_abandoned_task_is_stopped_and_tells_nothing(play: Play) -> None:
    running, waiting, kept = submitted(play, "abc")
    heard = [Heard(running), Heard(waiting)]
    play.start_job()
    for task in (running, waiting):
        play.bridge.abandon(task)
    assert states(play) == ["cancelling", "cancelled", "queued"]
    play.preview("late")
    play.fail()
    assert [one.names for one in heard] == [["started"], []]
    assert states(play) == ["failed", "cancelled", "queued"]
    assert play.notices == [] and play.job_id == kept.sent_as


def test_the_tasks_of_a_photo_are_those_that_wait_or_run(play: Play) -> None:
    over, running, _other = (play.bridge.submit(job(), "a", photo_id=photo) for photo in ("p1", "p1", "p2"))
    play.finish(None)
    assert over.is_over and play.bridge.tasks_of("p1") == [running]


def test_a_receiver_that_is_gone_is_no_harm(play: Play, qtbot: QtBot) -> None:
    label = QLabel()
    (task,) = submitted(play, "a")
    task.cancelled.connect(label.setText)
    shiboken6.delete(label)
    play.was_cancelled()
    assert task.state == "cancelled"


def test_jobs_ahead_pass_those_that_wait_and_keep_their_own_order(play: Play) -> None:
    old = submitted(play, "ab")
    urgent = [play.bridge.submit(job(name), name, ahead=True) for name in "cd"]
    for _number in range(3):
        play.finish(None)
    assert [one.path.name for _number, one in play.process.sent if isinstance(one, OpenPhoto)] == list("acdb")
    assert [number for number, _job in play.process.sent] == [1, 2, 3, 4]
    assert [task.sent_as for task in play.bridge.tasks] == [1, 4, 2, 3]
    assert play.bridge.tasks == [*old, *urgent]


def test_a_job_sent_after_one_that_went_ahead_is_cancelled_by_the_number_it_was_sent_with(play: Play) -> None:
    _first, waiting = submitted(play, "ab")
    play.bridge.submit(job("c"), "c", ahead=True)
    play.finish(None)
    play.finish(None)
    assert play.job_id == waiting.sent_as == 3
    play.bridge.cancel(waiting)
    assert play.process.cancelled == [play.job_id]
    play.was_cancelled()
    assert waiting.state == "cancelled" and not play.bridge.is_busy


def test_a_job_that_cannot_be_sent_fails_and_the_others_run(qtbot: QtBot, play: Play) -> None:
    running, broken, next_one = submitted(play, "abc")
    play.process.refuses = TypeError("cannot pickle it")
    with qtbot.waitSignal(broken.failed) as failed:
        play.finish(None)
    assert broken.state == "failed" and failed.args == [broken.failure]
    assert broken.failure and broken.failure.code == "bug" and "cannot pickle it" in str(broken.failure.message)
    assert play.process.sent[-1][0] == next_one.sent_as
    play.finish(None)
    assert [running.state, next_one.state] == ["finished"] * 2 and not play.bridge.is_busy


def test_a_job_that_cannot_be_sent_at_once_is_told_to_who_submitted_it(qtbot: QtBot, play: Play) -> None:
    play.process.refuses = TypeError("cannot pickle it")
    (task,) = submitted(play, "a")
    heard = Heard(task)
    qtbot.waitUntil(lambda: task.is_over)
    assert heard.names == ["failed", "ended"] and "cannot pickle it" in play.notices[-1].text


def test_the_real_process_takes_jobs_that_went_ahead(qtbot: QtBot, tmp_path: Path) -> None:
    bridge = EngineBridge(EngineSettings())
    try:
        for name in "abc":
            bridge.submit(OpenPhoto(path=tmp_path / name, folder=tmp_path / "work"), name)
        bridge.submit(OpenPhoto(path=tmp_path / "d", folder=tmp_path / "work"), "d", ahead=True)
        qtbot.waitUntil(lambda: not bridge.is_busy, timeout=60_000)
        assert [task.failure.code for task in bridge.tasks if task.failure] == ["photo"] * 4  # the files are missing
    finally:
        bridge.close()


def test_a_job_that_waits_is_cancelled_at_once(play: Play) -> None:
    _running, waiting = submitted(play, "ab")
    heard = Heard(waiting)
    play.bridge.cancel(waiting)
    assert heard.told == [("cancelled", NOTHING), ("ended",)] and waiting.state == "cancelled"
    assert play.process.cancelled == []


def test_a_job_that_runs_is_cancelled_once_and_ends_when_the_engine_says_so(play: Play) -> None:
    (running,) = submitted(play, "a")
    play.start_job()
    play.bridge.cancel(running)
    play.bridge.cancel(running)
    assert play.process.cancelled == [running.sent_as] and running.state == "cancelling"
    play.was_cancelled()
    assert running.state == "cancelled" and not play.bridge.is_busy
    play.bridge.cancel(running)
    assert play.process.cancelled == [running.sent_as]


def test_cancel_all_stops_what_runs_and_what_waits(play: Play) -> None:
    tasks = submitted(play, "abc")
    play.start_job()
    play.bridge.cancel_all()
    assert states(play) == ["cancelling", "cancelled", "cancelled"]
    play.was_cancelled()
    assert [number for number, _job in play.process.sent] == [tasks[0].sent_as]


def test_late_events_of_an_old_job_are_dropped(play: Play) -> None:
    (old,) = submitted(play, "a")
    play.finish(None)
    (new,) = submitted(play, "b")
    play.start_job()
    heard = [Heard(old), Heard(new)]
    for event in (
        Progress(job_id=old.sent_as, fraction=0.9, stage=plain("late")),
        Preview(job_id=old.sent_as, payload="late"),
        Finished(job_id=old.sent_as, payload="late"),
        WasCancelled(job_id=old.sent_as),
    ):
        play.say(event)
    assert [one.told for one in heard] == [[], []]
    assert (new.state, new.fraction) == ("running", 0.0)


def test_the_provider_is_told_only_when_something_ran(play: Play) -> None:
    told: list[str] = []
    play.bridge.provider_changed.connect(told.append)
    for provider in (None, "CPUExecutionProvider", "CPUExecutionProvider", "CUDAExecutionProvider"):
        play.bridge.submit(job(), "a")
        play.finish(RestoredFaces(provider=provider))
    assert told == ["CPUExecutionProvider", "CUDAExecutionProvider"] == [told[0], play.bridge.provider]


def test_only_the_latest_tasks_that_are_over_are_kept_and_the_others_deleted(play: Play) -> None:
    old = list[Task]()
    for _number in range(KEPT_ENDED + 5):
        old += submitted(play, "a")
        play.finish(None)
    (waiting,) = submitted(play, "b")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert play.bridge.tasks == [*old[5:], waiting]
    assert [shiboken6.isValid(task) for task in old] == [False] * 5 + [True] * KEPT_ENDED
    assert old[0].is_over and str(old[0].title) == "a"  # who still holds it may read it
    play.bridge.cancel(old[0])


def test_the_time_left_follows_from_the_speed_so_far() -> None:
    task = Task(job(), "a")
    task.state, task.started_s, task.ended_s, task.fraction = "running", 100.0, 110.0, 0.25
    assert task.eta_s == pytest.approx(30.0)
    task.fraction = 0.01
    assert task.eta_s is None


def test_nothing_is_told_after_the_bridge_is_closed(play: Play) -> None:
    (task,) = submitted(play, "a")
    heard = Heard(task)
    assert isinstance(play.process, PlayedProcess)
    play.process.on_event(Started(job_id=1))  # on its way
    play.bridge.close()
    QCoreApplication.processEvents()
    assert heard.told == [] and play.process.is_closed
