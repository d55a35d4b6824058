"""Several photos restored together: counted, stopped, summed up."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.messages import plain
from engine.process.events import Failed
from engine.process.protocol import OpenPhoto, RestoreFaces
from fsr_desktop.session import batch as batch_module
from fsr_desktop.session.batch import MOST_SENT, BatchSummary
from fsr_desktop.session.batch_notice import BATCH_CAUSE
from fsr_desktop.session.photo_state import face_state, photo_state
from tests.fsr_desktop.played_engine import Play


@pytest.fixture
def play(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Play:
    return Play(tmp_path, monkeypatch)


@pytest.fixture
def summaries(play: Play) -> list[BatchSummary]:
    found: list[BatchSummary] = []
    play.workspace.batch.ended.connect(found.append)
    return found


def wait_for_models(play: Play) -> None:
    while not play.workspace.installed_models.current.models:
        QTest.qWait(5)


def test_a_batch_restores_counts_and_ends_in_a_summary(play: Play, summaries: list[BatchSummary]) -> None:
    play.workspace.open_paths([play.folder / f"{name}.jpg" for name in "abcdefg"])
    play.workspace.restore_all()
    batch = play.workspace.batch
    assert (batch.is_running, batch.done, batch.count) == (True, 0, 7)
    play.open_rest({"b.jpg": "broken", "c.jpg": "skipped", "d.jpg": "none", "e.jpg": "failed"})
    (summary,) = summaries
    assert not batch.is_running
    assert (summary.restored, summary.count, summary.faces, summary.without_face) == (3, 7, 3, 1)
    rows = {entry.photo.path.name: (entry.state.name, entry.state.reason) for entry in summary.needing_user}
    assert rows == {
        "b.jpg": ("failed", "It is cut off."),
        "c.jpg": ("left", "It is too small."),
        "e.jpg": ("failed", "It is too small."),
    }


def test_the_summary_offers_for_each_photo_what_can_be_done(play: Play) -> None:
    play.workspace.open_paths([play.folder / f"{name}.jpg" for name in "abcde"])
    play.workspace.restore_all()
    play.open_rest({"b.jpg": "broken", "c.jpg": "skipped", "e.jpg": "failed"})
    notice = play.notices[-1]
    assert (notice.level, notice.stays, notice.cause) == ("warning", True, BATCH_CAUSE)
    assert "2 photos failed." in notice.hint.replace("photo(s)", "photos")  # with and without the English plurals
    assert notice.text.startswith("2 of 5 photos restored in 0:0")
    actions = {row.title: row.action for row in notice.rows}
    assert {name: action and action.words for name, action in actions.items()} == {
        "b.jpg": "Show in folder",
        "c.jpg": "Restore all the same",
        "e.jpg": "Try again",
    }
    restored = [photo.id for photo in play.workspace.session if photo.path.name in ("a.jpg", "d.jpg")]
    assert notice.action and (notice.action.words, notice.action.photo_ids) == ("Export 2", tuple(restored))
    left = actions["c.jpg"]
    assert left and left.run
    left.run()
    QTest.qWait(1)
    wait_for_models(play)
    assert isinstance(play.job, RestoreFaces) and play.job.path.name == "c.jpg"
    (face,) = play.job.faces
    assert (face.model, face.outside_range) == ("auto", True)
    again = play.finish_restore("skipped")
    photo = play.workspace.session.get("p3")
    assert again and photo and play.workspace.tellings.action_for(photo).words == "Try again"


def test_the_summary_is_a_success_where_photos_were_left_on_purpose_alone(play: Play) -> None:
    play.workspace.open_paths([play.folder / f"{name}.jpg" for name in "abc"])
    play.workspace.restore_all()
    play.open_rest({"b.jpg": "skipped", "c.jpg": "none"})
    assert play.notices[-1].level == "done" and "failed" not in play.notices[-1].hint


@pytest.mark.parametrize("faces_done", [0, 1])
def test_a_photo_whose_job_failed_is_no_success(play: Play, summaries: list[BatchSummary], faces_done: int) -> None:
    photos = [play.open(f"{name}.jpg", faces=2) for name in "abc"]
    play.workspace.restore_all()
    play.finish_restore()
    play.start_job()
    if faces_done:
        play.preview(play.outcome("f1"))
    play.fail("The engine ended.", "The photo may need too much memory.")
    QTest.qWait(1)
    assert play.workspace.batch.failed == 1
    play.open_rest()
    (summary,), notice = summaries, play.notices[-1]
    assert (summary.restored, summary.failed, summary.count) == (2 + faces_done, 1, 3)
    (entry,) = summary.needing_user
    assert entry.photo is photos[1]
    assert entry.state.name == ("partly restored" if faces_done else "failed")
    assert (notice.level, [row.text for row in notice.rows]) == ("warning", ["The engine ended."])
    face = photos[1].edits.faces[1]
    assert face_state(photos[1], face, {}).reason == "The engine ended."
    again = notice.rows[0].action
    assert again and again.words == "Try again" and again.run
    again.run()
    assert isinstance(play.job, RestoreFaces) and len(play.job.faces) == 2 - faces_done
    play.finish_restore()
    assert photo_state(photos[1]).name == "restored" and not photos[1].failures


def test_a_failed_job_alone_offers_to_try_again(play: Play) -> None:
    photo = play.open("a.jpg", faces=1)
    play.workspace.restore()
    play.start_job()
    play.fail("The engine ended.")
    notice = play.notices[-1]
    assert (notice.level, notice.photo_id, notice.action and notice.action.words) == ("error", photo.id, "Try again")


def test_a_notice_that_the_engine_stopped_names_the_photo(play: Play) -> None:
    play.open("a.jpg", faces=1)
    play.workspace.restore()
    play.start_job()
    play.say(Failed(job_id=play.job_id, code="crash", message=plain("The engine stopped."), hint=plain("Try again.")))
    assert (play.notices[-1].text, play.notices[-1].hint) == ("a.jpg: The engine stopped.", "Try again.")


def test_a_few_photos_are_sent_at_a_time_and_the_progress_is_known(play: Play) -> None:
    for number in range(9):
        play.open(f"{number}.jpg", faces=1)
    play.workspace.restore_all()
    waiting = [task for task in play.bridge.tasks if isinstance(task.job, RestoreFaces) and not task.is_over]
    assert len(waiting) == MOST_SENT
    batch = play.workspace.batch
    assert batch.remaining_s is None and batch.fraction == 0
    play.finish_restore()
    assert batch.done == 1 and batch.remaining_s is not None
    play.start_job()
    play.progress(0.5)
    assert batch.running and batch.fraction == pytest.approx(1.5 / 9)


SECONDS_A_FACE = 3.0


@pytest.mark.parametrize("is_open", [True, False])
def test_the_time_that_is_left_is_near_the_truth_and_does_not_climb(
    play: Play, monkeypatch: pytest.MonkeyPatch, is_open: bool
) -> None:
    """The first photos have one face, the others four; where none is open before, the first of those is a surprise."""
    now = [100.0]
    monkeypatch.setattr(batch_module, "monotonic", lambda: now[0])
    counts = [1] * 5 + [4] * 15 if is_open else [4, 1] * 10
    names = [f"{number:02}.jpg" for number in range(20)]
    if is_open:
        for name, count in zip(names, counts, strict=True):
            play.open(name, faces=count)
    else:
        play.workspace.open_paths([play.folder / name for name in names])
    play.workspace.restore_all()
    batch, left_work = play.workspace.batch, sum(counts) + (0 if is_open else 0.5 * len(names))
    said: list[float] = []
    while play.bridge.is_busy:
        job = play.job
        if isinstance(job, OpenPhoto):
            now[0] += 0.5 * SECONDS_A_FACE
            left_work -= 0.5
            play.finish_open(counts[names.index(job.path.name)])
        else:
            assert isinstance(job, RestoreFaces)
            now[0] += SECONDS_A_FACE * len(job.faces)
            left_work -= len(job.faces)
            play.finish_restore()
        QTest.qWait(1)
        if batch.remaining_s is not None:
            said.append(batch.remaining_s)
            assert said[-1] == pytest.approx(SECONDS_A_FACE * left_work, rel=0.05 if is_open else 0.5, abs=12)
    assert len(said) > 15 and all(later <= before + 6 for before, later in itertools.pairwise(said))


def test_in_a_batch_only_the_latest_trouble_is_told(play: Play) -> None:
    play.workspace.open_paths([play.folder / f"{name}.jpg" for name in "abc"])
    play.workspace.restore_all()
    play.open_rest({"a.jpg": "broken", "b.jpg": "broken"})
    assert [notice.cause for notice in play.notices] == [BATCH_CAUSE] * 3
    assert [notice.photo_id for notice in play.notices] == ["p1", "p2", ""]


def test_the_summary_takes_the_place_of_what_was_told_before_it(play: Play) -> None:
    gone: list[str] = []
    play.workspace.notice_gone.connect(gone.append)
    play.workspace.open_paths([play.folder / f"{name}.jpg" for name in "abc"])
    play.open_rest({"b.jpg": "broken"})
    assert play.notices[-1].cause == "opening p2"
    play.workspace.restore_all()
    play.open_rest()
    assert "opening p2" in gone and [row.title for row in play.notices[-1].rows] == ["b.jpg"]


def test_the_selection_is_restored_alone(play: Play) -> None:
    photos = [play.open(f"{name}.jpg", faces=1) for name in "abcd"]
    session = play.workspace.session
    assert session.selected_ids == (photos[3].id,) and len(session.chosen_ids) == 4
    play.workspace.select_photos([photos[1].id])
    assert session.chosen_ids == (photos[1].id, photos[3].id)  # the current one is always selected
    play.workspace.restore_all()
    play.open_rest()
    assert [photo.is_restored for photo in photos] == [False, True, False, True]
    play.workspace.show_photo(photos[0].id)
    assert session.selected_ids == (photos[0].id,)


def test_photos_that_are_restored_already_are_not_done_again(play: Play, summaries: list[BatchSummary]) -> None:
    for name in "ab":
        play.open(f"{name}.jpg", faces=1)
    play.workspace.restore_all()
    play.open_rest()
    sent = len(play.process.sent)
    play.workspace.restore_all()
    assert len(play.process.sent) == sent and len(summaries) == 1


def test_stopping_this_photo_leaves_the_others(play: Play, summaries: list[BatchSummary]) -> None:
    photos = [play.open(f"{name}.jpg", faces=1) for name in "abc"]
    play.workspace.show_photo(photos[0].id)
    play.workspace.restore_all()
    play.start_job()
    play.workspace.stop_photo()
    assert play.process.cancelled == [play.job_id]
    play.was_cancelled()
    play.open_rest()
    assert [photo.is_restored for photo in photos] == [False, True, True]
    assert (summaries[0].restored, summaries[0].count, summaries[0].not_tried) == (2, 3, 1)


def test_what_was_stopped_while_it_was_restored_is_counted(play: Play, summaries: list[BatchSummary]) -> None:
    for name in "abcde":
        play.open(f"{name}.jpg", faces=1)
    play.workspace.restore_all()
    play.finish_restore()
    play.start_job()
    play.workspace.stop_all()
    play.was_cancelled()
    (summary,) = summaries
    assert (summary.restored, summary.count, summary.not_tried) == (1, 5, 4)


def test_stopping_all_stops_what_waits_too(play: Play, summaries: list[BatchSummary]) -> None:
    play.workspace.open_paths([play.folder / f"{number}.jpg" for number in range(20)])
    play.workspace.restore_all()
    play.finish_open(1)
    play.workspace.stop_all()
    play.was_cancelled()
    assert not play.bridge.is_busy and not play.workspace.batch.is_running
    first, *others = play.workspace.session
    assert first.state == "ready" and all(photo.was_cancelled for photo in others)
    assert summaries[0].restored == 0 and summaries[0].count == 20


def test_a_photo_that_is_closed_is_not_counted(play: Play, summaries: list[BatchSummary]) -> None:
    photos = [play.open(f"{name}.jpg", faces=1) for name in "abc"]
    play.workspace.restore_all()
    play.start_job()
    for photo in photos[:2]:
        play.workspace.close_photo(photo.id)
    play.was_cancelled()
    play.open_rest()
    assert (summaries[0].restored, summaries[0].count) == (1, 1)


def test_the_photo_that_is_looked_at_is_opened_before_those_that_wait(play: Play) -> None:
    ids = play.workspace.open_paths([play.folder / f"{number}.jpg" for number in range(50)])
    play.workspace.show_photo(ids[40])
    opened: list[str] = []
    while play.bridge.is_busy:
        assert isinstance(play.job, OpenPhoto)
        opened.append(play.job.path.stem)
        play.finish_open(0)
    assert opened.index("40") < 6 and len(opened) == 50
