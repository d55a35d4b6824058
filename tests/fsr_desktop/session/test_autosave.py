"""Sessions that are kept while the program runs, offered after a crash and brought back."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from engine.errors import DataError
from engine.paths import samples_folder
from engine.process.protocol import RestoreFaces
from engine.types import Box
from fsr_desktop.session.autosave import LAST, SUFFIX, TOGETHER_S, Autosave, restore_saved
from fsr_desktop.session.export_mark import export_mark, is_exported
from fsr_desktop.session.photo_state import photo_state
from fsr_desktop.session.photos import Session
from fsr_desktop.session.saved_file import SavedSession, read_session, snapshot, write_saved
from tests.fsr_desktop.played_engine import Play


@pytest.fixture
def play(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Play:
    return Play(tmp_path, monkeypatch)


def crashed(play: Play, folder: Path, name: str = "gone") -> None:
    """A session file whose program is gone."""
    write_saved(snapshot(play.workspace.session), folder / f"{name}{SUFFIX}")


def test_changes_are_saved_and_are_the_last_session_after_a_clean_end(qtbot: QtBot, play: Play) -> None:
    autosave = Autosave(play.workspace, play.folder / "sessions", delay_ms=10)
    play.open(faces=2)
    qtbot.waitUntil(autosave.file.exists)
    play.workspace.set_strength(0.3, face_id="f2")
    qtbot.waitUntil(lambda: '"strength": 0.3' in autosave.file.read_text())
    autosave.finish()
    assert [path.name for path in (play.folder / "sessions").iterdir()] == [LAST]
    play.workspace.set_strength(0.1, face_id="f1")
    qtbot.wait(50)
    assert not autosave.file.exists()


def test_an_empty_session_leaves_no_file(qtbot: QtBot, play: Play) -> None:
    autosave = Autosave(play.workspace, play.folder / "sessions", delay_ms=10)
    photo = play.open()
    qtbot.waitUntil(autosave.file.exists)
    play.workspace.close_photo(photo.id)
    qtbot.waitUntil(lambda: not autosave.file.exists())
    autosave.finish()


def test_the_session_of_a_window_that_runs_is_not_taken(qtbot: QtBot, play: Play) -> None:
    folder = play.folder / "sessions"
    one = Autosave(play.workspace, folder, delay_ms=10)
    play.open()
    qtbot.waitUntil(one.file.exists)
    other = Autosave(play.workspace, folder, delay_ms=10_000)
    assert other.left_over() is None and one.file.exists()
    other.finish()
    one.finish()


def test_a_session_left_by_a_crash_is_offered_once_and_forgotten(play: Play) -> None:
    folder = play.folder / "sessions"
    play.open(faces=2)
    crashed(play, folder)
    first, second = (Autosave(play.workspace, folder, delay_ms=10_000) for _ in range(2))
    saved = first.left_over()
    assert saved and [photo.path.name for photo in saved.photos] == ["photo.jpg"]
    assert second.left_over() is None
    first.forget_left_over()
    assert [path.name for path in folder.iterdir()] == [LAST]  # not wanted now, but still there to be opened
    first.finish()
    second.finish()


def test_what_was_not_answered_is_offered_again(play: Play) -> None:
    folder = play.folder / "sessions"
    play.open()
    crashed(play, folder)
    first = Autosave(play.workspace, folder, delay_ms=10_000)
    assert first.left_over()
    first.finish()
    assert Autosave(play.workspace, folder, delay_ms=10_000).left_over()


def test_a_broken_file_is_not_offered_and_the_user_is_told_once(play: Play) -> None:
    folder = play.folder / "sessions"
    folder.mkdir()
    (folder / f"half{SUFFIX}").write_text('{"format": ')
    assert Autosave(play.workspace, folder, delay_ms=10_000).left_over() is None
    assert list(folder.iterdir()) == []
    (told,) = play.notices
    assert told.level == "warning" and "cannot be brought back" in told.text
    assert Autosave(play.workspace, folder, delay_ms=10_000).left_over() is None and play.notices == [told]


def test_a_broken_file_does_not_hide_a_whole_one(play: Play) -> None:
    folder = play.folder / "sessions"
    play.open()
    crashed(play, folder)
    broken = folder / f"half{SUFFIX}"
    broken.write_text('{"format": ')
    os.utime(broken, (2**31, 2**31))
    play.notices.clear()
    autosave = Autosave(play.workspace, folder, delay_ms=10_000)
    assert autosave.left_over() and play.notices == []
    autosave.forget_left_over()
    assert [path.name for path in folder.iterdir()] == [LAST]


@pytest.mark.parametrize(("apart_s", "later"), [(2 * TOGETHER_S, None), (60, "old.jpg")])
def test_what_crashed_long_before_the_latest_is_not_offered_after_it_and_another_window_is(
    play: Play, apart_s: float, later: str | None
) -> None:
    folder = play.folder / "sessions"
    for number, name in enumerate(("old.jpg", "new.jpg")):
        for photo in list(play.workspace.session):
            play.workspace.close_photo(photo.id)
        play.open(name)
        crashed(play, folder, name)
        os.utime(folder / f"{name}{SUFFIX}", (number * apart_s, number * apart_s))
    first, second = (Autosave(play.workspace, folder, delay_ms=10_000) for _ in range(2))
    saved = first.left_over()
    assert saved and [photo.path.name for photo in saved.photos] == ["new.jpg"]
    assert second.left_over() is None  # while the question is open
    first.forget_left_over()
    first.finish()
    second.finish()
    again = Autosave(play.workspace, folder, delay_ms=10_000).left_over()
    assert (again.photos[0].path.name if again else None) == later


def test_a_photo_that_was_restored_is_restored_again(play: Play) -> None:
    play.open("a.jpg", faces=2)
    play.workspace.restore()
    play.finish_restore()
    play.open("b.jpg", faces=1)
    path = play.folder / "kept.json"
    write_saved(snapshot(play.workspace.session), path)
    assert [photo.is_restored for photo in read_session(path).photos] == [True, False]
    for photo in list(play.workspace.session):
        play.workspace.close_photo(photo.id)
    restore_saved(play.workspace, read_session(path))
    play.finish_open(2)
    asked = play.job  # before the second photo opens, as the user waits for it
    assert isinstance(asked, RestoreFaces) and asked.path.name == "a.jpg"
    play.finish_restore()
    play.finish_open(1)
    first, second = play.workspace.session
    assert first.is_restored and not second.is_restored and not play.workspace.bridge.is_busy


def test_why_a_photo_was_not_restored_is_known_again(play: Play) -> None:
    play.open("a.jpg", faces=1)
    play.workspace.restore()
    play.finish_restore("skipped")
    path = play.folder / "kept.json"
    write_saved(snapshot(play.workspace.session), path)
    for photo in list(play.workspace.session):
        play.workspace.close_photo(photo.id)
    restore_saved(play.workspace, read_session(path))
    play.finish_open(1)
    play.finish_restore("skipped")
    (photo,) = play.workspace.session
    state = photo_state(photo)
    assert state.name == "left" and state.needs_user


def test_a_session_comes_back_with_faces_and_choices(
    play: Play, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    play.open("a.jpg", faces=2)
    play.workspace.draw_face(Box(1.5, 2, 30, 40))
    play.workspace.set_strength(0.25, face_id="f1")
    play.open("b.jpg", faces=1)
    play.workspace.delete_face("f1")
    play.workspace.show_photo(next(iter(play.workspace.session)).id)
    path = play.folder / "kept.json"
    write_saved(snapshot(play.workspace.session), path)
    other = Play(tmp_path_factory.mktemp("other"), monkeypatch)
    restore_saved(other.workspace, read_session(path))
    other.finish_open(2)
    other.finish_open(1)
    first, second = other.workspace.session
    assert [(face.id, face.strength) for face in first.edits.faces] == [("f1", 0.25), ("f2", 1.0), ("h1", 1.0)]
    assert first.edits.faces[2].face.box == Box(1.5, 2, 30, 40)
    assert second.edits.faces == ()
    assert other.photo is first


def test_a_photo_that_is_gone_is_kept_and_told(play: Play) -> None:
    play.open("a.jpg", faces=1)
    path = play.folder / "kept.json"
    write_saved(snapshot(play.workspace.session), path)
    play.workspace.close_photo(play.photo.id)
    restore_saved(play.workspace, read_session(path))
    play.start_job()
    play.fail("a.jpg does not exist.")
    assert play.photo.state == "failed" and play.notices[-1].hint.startswith("a.jpg does not exist.")
    write_saved(snapshot(play.workspace.session), path)
    (kept,) = read_session(path).photos
    assert kept.edits and len(kept.edits.faces) == 1


def test_photos_that_are_not_open_yet_have_no_edits(play: Play) -> None:
    play.workspace.open_paths([play.folder / "a.jpg"])
    path = play.folder / "kept.json"
    write_saved(snapshot(play.workspace.session), path)
    assert read_session(path).photos[0].edits is None


def test_points_come_back_exactly(play: Play) -> None:
    photo = play.open(faces=1)
    path = play.folder / "kept.json"
    write_saved(snapshot(play.workspace.session), path)
    edits = read_session(path).photos[0].edits
    assert edits and edits.faces[0].face.points is not None
    assert (edits.faces[0].face.points == photo.edits.faces[0].face.points).all()


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["format"], "other"),
        (["version"], 2),
        (["photos"], {}),
        (["photos", 0, "path"], "relative.jpg"),
        (["photos", 0, "is_restored"], 1),
        (["photos", 0, "edits", "scale"], 3),
        (["photos", 0, "edits", "scale"], -1),
        (["photos", 0, "edits", "faces", 0, "strength"], 1.5),
        (["photos", 0, "edits", "faces", 0, "box"], [1, 2, 0, 4]),
        (["photos", 0, "edits", "faces", 0, "box"], [1, 2, float("nan"), 4]),
        (["photos", 0, "edits", "faces", 0, "points"], [[1, 2]]),
        (["photos", 0, "edits", "faces", 0, "is_on"], "yes"),
        (["photos", 0, "edits", "faces", 1, "id"], "f1"),
    ],
)
def test_a_value_that_cannot_be_is_refused_in_words(play: Play, path: list[str | int], value: object) -> None:
    play.open(faces=2)
    file = play.folder / "kept.json"
    write_saved(snapshot(play.workspace.session), file)
    content = json.loads(file.read_text())
    place = content
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    file.write_text(json.dumps(content))
    with pytest.raises(DataError) as caught:
        read_session(file)
    assert "kept.json" in str(caught.value.message) and caught.value.hint


@pytest.mark.parametrize("scale", [0, 1, 2, 4])
def test_the_scale_of_a_saved_session_stays_what_it_was(play: Play, scale: int) -> None:
    play.open(faces=1)
    play.workspace.set_photo_options(scale=scale)
    write_saved(snapshot(play.workspace.session), play.folder / "kept.json")
    edits = read_session(play.folder / "kept.json").photos[0].edits
    assert edits and edits.scale == scale


def test_a_file_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(DataError):
        write_saved(snapshot(Session()), tmp_path / "file" / "kept.json")


def test_a_session_of_seven_restored_photos_comes_back_and_everything_runs(play: Play) -> None:
    for number in range(7):
        play.open(f"{number}.jpg", faces=1)
        play.workspace.restore()
        play.finish_restore()
    folder = play.folder / "sessions"
    crashed(play, folder)
    saved = Autosave(play.workspace, folder).left_over()
    assert saved and len(saved.photos) == 7 and all(photo.is_restored for photo in saved.photos)
    for photo in list(play.workspace.session):
        play.workspace.close_photo(photo.id)
    sent = len(play.process.sent)
    restore_saved(play.workspace, saved)
    while play.bridge.is_busy:
        _ = play.finish_restore() if isinstance(play.job, RestoreFaces) else play.finish_open(faces=1)
    assert len(play.process.sent) == sent + 14  # each was opened and restored
    assert [photo.is_restored for photo in play.workspace.session] == [True] * 7
    assert [task.state for task in play.bridge.tasks[-14:]] == ["finished"] * 14


def test_the_last_session_is_read_again_with_what_was_exported(qtbot: QtBot, play: Play) -> None:
    folder = play.folder / "sessions"
    for name in ("a.jpg", "b.jpg"):
        photo = play.open(name, faces=1)
        play.workspace.restore()
        play.finish_restore()
        photo.exported_mark = export_mark(photo)
    play.workspace.set_strength(0.5, face_id="f1")  # b.jpg was changed after its export
    Autosave(play.workspace, folder).finish()
    for photo in list(play.workspace.session):
        play.workspace.close_photo(photo.id)
    autosave = Autosave(play.workspace, folder, delay_ms=10_000)
    assert autosave.has_last
    found: list[SavedSession | None] = []
    autosave.read_last(found.append)
    qtbot.waitUntil(lambda: len(found) == 1)
    assert found[0]
    restore_saved(play.workspace, found[0])
    play.open_rest()
    assert [is_exported(photo) for photo in play.workspace.session] == [True, False]


def test_a_window_in_which_nothing_was_open_leaves_the_last_session_alone(play: Play) -> None:
    folder = play.folder / "sessions"
    Autosave(play.workspace, folder).finish()
    assert not folder.exists()
    play.open()
    Autosave(play.workspace, folder).finish()
    play.workspace.close_photo(play.photo.id)
    later = Autosave(play.workspace, folder)
    later.finish()
    assert later.has_last


def test_a_session_file_of_an_older_program_can_be_read(play: Play) -> None:
    play.open(faces=1)
    path = play.folder / "kept.json"
    write_saved(snapshot(play.workspace.session), path)
    content = json.loads(path.read_text())
    del content["photos"][0]["exported_mark"]
    path.write_text(json.dumps(content))
    assert read_session(path).photos[0].exported_mark == ""


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="only there a process can be killed so")
def test_a_session_of_seven_photos_comes_back_whole_after_its_process_was_killed(
    play: Play, own_data_folder: Path
) -> None:
    photos = [play.folder / f"{number}.jpg" for number in range(7)]
    for photo in photos:
        shutil.copy(samples_folder() / "two-people.jpg", photo)
    command = [sys.executable, "-m", "tests.fsr_desktop.killed_window", *map(str, photos)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as window:
        assert window.stdout and window.stdout.readline() == "saved\n"
        window.send_signal(signal.SIGKILL)
    autosave = Autosave(play.workspace)
    saved = autosave.left_over()
    assert saved and [photo.path for photo in saved.photos] == photos and saved.current == photos[2]
    restore_saved(play.workspace, saved)
    play.open_rest()
    strengths = [[face.strength for face in photo.edits.faces] for photo in play.workspace.session]
    assert strengths == [[1.0, 1.0]] * 2 + [[0.25, 0.25]] + [[1.0, 1.0]] * 4
    autosave.finish()
