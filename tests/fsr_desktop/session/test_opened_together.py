"""Photos that were opened in one go, of which several cannot be: one notice, by an engine that the test plays."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from fsr_desktop.session.notice import Notice
from fsr_desktop.toasts.saved_list import list_words
from tests.fsr_desktop.played_engine import Play


@pytest.fixture
def play(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Play:
    return Play(tmp_path, monkeypatch)


def open_some(play: Play, qtbot: QtBot, *, count: int, broken: tuple[int, ...]) -> list[Notice]:
    """The notices of errors; photo `n` is called `n.jpg`."""
    play.workspace.open_paths([play.folder / f"{number}.jpg" for number in range(count)])
    play.open_rest({f"{number}.jpg": "broken" for number in broken})
    qtbot.wait(50)  # what has changed is told together, a moment later
    return [notice for notice in play.notices if notice.level == "error"]


def test_many_broken_files_of_one_go_give_one_notice_with_each_reason(play: Play, qtbot: QtBot) -> None:
    (told,) = open_some(play, qtbot, count=20, broken=tuple(range(1, 18)))
    assert told.text == "17 of 20 files could not be opened" and not told.photo_id
    assert [(row.title, row.text) for row in told.rows] == [
        (f"{n}.jpg", "It is cut off. Try again.") for n in range(1, 18)
    ]
    assert "17.jpg\tIt is cut off." in list_words(told)
    assert [action.verb for action in told.more_actions] == ["save_list"]


def test_the_photo_that_is_looked_at_is_told_at_once_and_its_notice_goes_into_that_of_all(
    play: Play, qtbot: QtBot
) -> None:
    gone: list[str] = []
    play.workspace.notice_gone.connect(gone.append)
    play.workspace.open_paths([play.folder / f"{number}.jpg" for number in range(3)])
    play.fail("It is cut off.")
    (first,) = play.notices
    assert first.text == "0.jpg could not be opened"
    play.open_rest({"2.jpg": "broken"})
    qtbot.wait(50)
    assert first.cause in gone and play.notices[-1].text == "2 of 3 files could not be opened"


@pytest.mark.parametrize("broken", [0, 2])
def test_one_broken_file_among_good_ones_is_told_as_it_is_alone(play: Play, qtbot: QtBot, broken: int) -> None:
    (told,) = open_some(play, qtbot, count=3, broken=(broken,))
    assert told.text == f"{broken}.jpg could not be opened" and told.action and not told.rows


def test_a_file_that_is_not_there_is_told_among_good_ones(play: Play, qtbot: QtBot) -> None:
    assert open_some(play, qtbot, count=4, broken=()) == []
    play.workspace.open_paths([play.folder / "5.jpg", play.folder / "missing.jpg"])
    play.finish_open()
    play.fail("There is no file missing.jpg.")
    qtbot.wait(50)
    assert [notice.text for notice in play.notices if notice.level == "error"] == ["missing.jpg could not be opened"]


def test_broken_photos_of_a_batch_are_told_by_its_summary_alone(play: Play, qtbot: QtBot) -> None:
    play.workspace.open_paths([play.folder / f"{number}.jpg" for number in range(4)])
    play.workspace.restore_all()
    play.open_rest({"1.jpg": "broken", "2.jpg": "broken"})
    qtbot.wait(50)
    assert not any("files could not be opened" in notice.text for notice in play.notices)
    assert "2 photo(s) failed." in play.notices[-1].hint


def test_a_photo_that_was_closed_before_it_was_opened_holds_nothing_up(play: Play, qtbot: QtBot) -> None:
    play.workspace.open_paths([play.folder / f"{number}.jpg" for number in range(4)])
    play.workspace.close_photo(play.workspace.session.chosen_ids[3])
    play.open_rest({"1.jpg": "broken", "2.jpg": "broken"})
    qtbot.wait(50)
    assert play.notices[-1].text == "2 of 4 files could not be opened"
