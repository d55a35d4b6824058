"""The docks with photos, faces and jobs, over an engine that says what the test lets it say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPixmap
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.pipeline.picture_file import write_picture
from engine.process.protocol import OpenedPhoto, RestoredFaces
from engine.types import Box
from fsr_desktop.faces.panel import FacesDock
from fsr_desktop.jobs.list_model import CANCEL, FRACTION_ROLE, STAGE, TIME
from fsr_desktop.jobs.panel import JobsDock
from fsr_desktop.photos.list_model import STATUS_ROLE
from fsr_desktop.photos.panel import PhotosDock
from fsr_desktop.session.face_results import FaceResults
from fsr_desktop.session.status_words import StatusWords
from tests.fsr_desktop.played_engine import Play, faces_of


@pytest.fixture
def play(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Play:
    return Play(tmp_path, monkeypatch)


@pytest.fixture
def photos(qtbot: QtBot, play: Play) -> PhotosDock:
    dock = PhotosDock(play.workspace)
    qtbot.addWidget(dock)
    return dock


@pytest.fixture
def faces(qtbot: QtBot, play: Play) -> Iterator[FacesDock]:
    results = FaceResults()
    dock = FacesDock(play.workspace, results)
    dock.results = results  # type: ignore[attr-defined]  # kept as long as the dock
    qtbot.addWidget(dock)
    yield dock
    results.close()


@pytest.fixture
def jobs(qtbot: QtBot, play: Play) -> JobsDock:
    dock = JobsDock(play.bridge)
    qtbot.addWidget(dock)
    return dock


def words(dock: PhotosDock) -> list[str]:
    found: list[str] = []
    for row in range(dock.model.rowCount()):
        status = dock.model.data(dock.model.index(row), STATUS_ROLE)
        assert isinstance(status, StatusWords)
        found.append(status.text)
    return found


# ---- photos


def test_rows_say_how_far_each_photo_is(play: Play, photos: PhotosDock) -> None:
    play.workspace.open_paths([play.folder / name for name in ("a.jpg", "b.jpg", "c.jpg")])
    play.start_job()
    assert words(photos) == ["finding faces…", "waiting", "waiting"]
    play.finish_open(3)
    play.start_job()
    play.fail("b.jpg is damaged.")
    assert words(photos) == ["3 faces", "b.jpg is damaged.", "waiting"]
    play.finish_open(1)
    play.workspace.switch_face("f3", is_on=False)
    assert words(photos) == ["2 of 3 faces switched on", "b.jpg is damaged.", "1 face"]


def test_a_row_counts_restored_faces(qtbot: QtBot, play: Play, photos: PhotosDock) -> None:
    play.open(faces=3)
    play.workspace.restore()
    play.start_job()
    play.preview(play.outcome("f1"))
    qtbot.waitUntil(lambda: words(photos) == ["restoring… 1 of 3"])
    play.preview(play.outcome("f2"))
    play.preview(play.outcome("f3", status="skipped"))
    play.finish(RestoredFaces(provider=None))
    qtbot.waitUntil(lambda: words(photos) == ["2 of 3 restored"])
    status = photos.model.data(photos.model.index(0), STATUS_ROLE)
    assert isinstance(status, StatusWords) and (status.icon, status.hint) == ("warning", "It is too small.")


def test_the_row_and_the_photo_that_is_looked_at_follow_each_other(play: Play, photos: PhotosDock) -> None:
    ids = play.workspace.open_paths([play.folder / name for name in ("a.jpg", "b.jpg")])
    assert photos.list.currentIndex().row() == 0
    play.workspace.show_photo(ids[1])
    assert photos.list.currentIndex().row() == 1
    photos.list.setCurrentIndex(photos.model.index(0))
    assert play.photo.id == ids[0]


def test_the_delete_key_closes_the_selected_photos(qtbot: QtBot, play: Play, photos: PhotosDock) -> None:
    play.workspace.open_paths([play.folder / f"{name}.jpg" for name in "abcd"])
    photos.list.setCurrentIndex(photos.model.index(1))
    qtbot.keyClick(photos.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert [photo.path.name for photo in photos.selected()] == ["b.jpg", "c.jpg"]
    qtbot.keyClick(photos.list, Qt.Key.Key_Delete)
    assert [photo.path.name for photo in play.workspace.session] == ["a.jpg", "d.jpg"]
    assert photos.model.rowCount() == 2 and photos.list.currentIndex().row() == 1
    assert play.photo.path.name == "d.jpg"


def test_thumbnails_are_read_for_rows_that_are_seen(qtbot: QtBot, play: Play, photos: PhotosDock) -> None:
    for number in range(200):
        Image.new("RGB", (20, 10), (255, 0, 0)).save(play.folder / f"{number:03}.jpg")
    play.workspace.open_paths([play.folder])
    photos.resize(280, 200)
    photos.show()
    first = photos.model.index(0)
    qtbot.waitUntil(lambda: isinstance(photos.model.data(first, Qt.ItemDataRole.DecorationRole), QPixmap))
    qtbot.wait(300)
    assert len(photos.model._thumbnails._pictures._kept) < 20


def test_what_is_dropped_is_opened(qtbot: QtBot, play: Play, photos: PhotosDock) -> None:
    (play.folder / "album").mkdir()
    Image.new("RGB", (20, 10)).save(play.folder / "album" / "a.jpg")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(play.folder / "album"))])
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    event = QDropEvent(QPointF(5, 5), action, data, button, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPoint(5, 5), action, data, button, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(photos.list.viewport(), enter)
    assert enter.isAccepted()
    QApplication.sendEvent(photos.list.viewport(), event)
    qtbot.waitUntil(lambda: len(play.workspace.session) == 1)
    assert play.photo.path == play.folder / "album" / "a.jpg"


# ---- faces


def test_each_face_has_a_card_with_its_size_and_status(play: Play, faces: FacesDock) -> None:
    play.open(faces=3)
    while len(faces.cards) < 3:
        faces.refresh()
    faces.refresh()
    assert [card.size_label.text() for card in faces.cards] == ["47 px", "48 px", "49 px"]
    assert {card.status.text() for card in faces.cards} == {"not restored yet"}
    play.workspace.restore()
    faces.refresh()
    assert faces.cards[0].status.text() == "waiting"
    play.start_job()
    faces.refresh()
    assert faces.cards[0].status.text() == "restoring…"
    play.preview(play.outcome("f1"))
    play.preview(play.outcome("f2", status="skipped"))
    play.preview(play.outcome("f3", status="failed"))
    faces.refresh()
    assert [card.status.text() for card in faces.cards] == [
        "restored with sparnet-x8",
        "skipped: It is too small.",
        "failed: It is too small.",
    ]


def test_cards_change_the_faces_undoably(qtbot: QtBot, play: Play, faces: FacesDock) -> None:
    photo = play.open(faces=2)
    faces.refresh()
    qtbot.waitUntil(lambda: len(faces.cards) == 2)
    card = faces.cards[1]
    card.switch.click()
    card.controls.strength.setValue(40)
    qtbot.waitUntil(lambda: len(faces._models()) > 1)
    model = faces._models()[-1]
    card.controls.model.setCurrentText(model)
    card.controls.model.activated.emit(0)
    edit = photo.edits.faces[1]
    assert (edit.is_on, edit.strength, edit.model) == (False, 0.4, model)
    assert photo.edits.faces[0].is_on and play.workspace.undo_stack.count() == 3
    for _step in range(3):
        play.workspace.undo_stack.undo()
    faces.refresh()
    assert card.switch.isChecked() and card.controls.strength.value() == 100


def test_the_row_of_all_faces_is_mixed_where_they_differ(play: Play, faces: FacesDock) -> None:
    photo = play.open(faces=2)
    play.workspace.switch_face("f1", is_on=False)
    play.workspace.set_strength(0.5, face_id="f1")
    faces.refresh()
    assert faces.all_switch.checkState() == Qt.CheckState.PartiallyChecked
    faces.all_switch.click()
    assert all(face.is_on for face in photo.edits.faces)
    faces.all_controls.strength.setValue(20)
    assert [face.strength for face in photo.edits.faces] == [0.2, 0.2]
    faces.refresh()
    faces.all_switch.click()
    assert not any(face.is_on for face in photo.edits.faces)


def test_selecting_a_card_selects_the_face_and_back(qtbot: QtBot, play: Play, faces: FacesDock) -> None:
    play.open(faces=2)
    faces.refresh()
    qtbot.waitUntil(lambda: len(faces.cards) == 2)
    qtbot.mouseClick(faces.cards[1], Qt.MouseButton.LeftButton)
    assert play.workspace.session.selected_face_id == "f2" and faces.delete_button.isEnabled()
    faces.delete_button.click()
    assert [face.id for face in play.photo.edits.faces] == ["f1"]
    play.workspace.select_face("f1")
    assert faces.cards[0]._is_selected


def test_no_photo_and_no_face_are_said(play: Play, faces: FacesDock) -> None:
    assert "Open a photo" in faces.empty_label.text()
    play.open(faces=0)
    faces.refresh()
    assert "Draw a face" in faces.empty_label.text() and faces.draw_button.isEnabled()


def test_a_card_shows_the_face_cut_out_of_the_photo(qtbot: QtBot, play: Play, faces: FacesDock) -> None:
    pixels = np.zeros((300, 400, 3), np.uint8)
    pixels[100:200, 100:200] = (250, 0, 0)
    picture = write_picture(pixels, play.folder / "picture")
    face = replace(faces_of(1)[0], box=Box(130, 130, 30, 30))
    play.workspace.open_paths([play.folder / "a.jpg"])
    play.finish(OpenedPhoto(picture=picture, faces=(face,), sides_px=(30.0,), is_grey=False, bits=8, format="JPEG"))
    faces.refresh()
    qtbot.waitUntil(lambda: faces.cards[0].picture.pixmap().toImage().pixelColor(32, 32).red() > 200)


# ---- jobs


def test_jobs_are_listed_running_first_then_waiting_then_ended(play: Play, jobs: JobsDock) -> None:
    play.open("a.jpg")
    play.workspace.open_paths([play.folder / "b.jpg", play.folder / "c.jpg"])
    play.start_job()
    play.workspace.restore(next(iter(play.workspace.session)))
    jobs.model.sync()
    titles = [jobs.model.data(jobs.model.index(row, 0)) for row in range(jobs.model.rowCount())]
    assert titles == ["Open b.jpg", "Restore a.jpg", "Open c.jpg", "Open a.jpg"]


def test_progress_changes_only_its_row(play: Play, jobs: JobsDock) -> None:
    play.open("a.jpg")
    play.workspace.restore()
    play.start_job()
    jobs.model.sync()
    resets: list[bool] = []
    changed: list[int] = []
    jobs.model.modelReset.connect(lambda: resets.append(True))
    jobs.model.dataChanged.connect(lambda first, _last: changed.append(first.row()))
    running = play.bridge.tasks[-1]
    running.started_s -= 10
    play.progress(0.5, "Restoring face 1")
    jobs.model.sync()
    assert resets == [] and set(changed) == {0}
    assert jobs.model.data(jobs.model.index(0, STAGE)) == "Restoring face 1"
    assert jobs.model.data(jobs.model.index(0, TIME)) == "about 10 s"
    assert jobs.model.data(jobs.model.index(0, 0), FRACTION_ROLE) == 0.5


def test_a_click_on_a_rows_end_cancels_its_job(play: Play, jobs: JobsDock) -> None:
    play.workspace.open_paths([play.folder / "a.jpg", play.folder / "b.jpg"])
    play.start_job()
    jobs.model.sync()
    jobs.table.clicked.emit(jobs.model.index(0, 0))
    assert play.process.cancelled == []
    jobs.table.clicked.emit(jobs.model.index(0, CANCEL))
    assert play.process.cancelled == [play.job_id]
    jobs.cancel_all_button.click()
    assert [task.state for task in play.bridge.tasks] == ["cancelling", "cancelled"]


def test_a_failed_job_says_why_until_the_list_is_cleared(play: Play, jobs: JobsDock) -> None:
    play.workspace.open_paths([play.folder / "a.jpg"])
    play.start_job()
    play.fail("a.jpg is damaged.", "Copy it again.")
    jobs.model.sync()
    assert jobs.model.data(jobs.model.index(0, STAGE)) == "a.jpg is damaged. Copy it again."
    jobs.clear_button.click()
    jobs.model.sync()
    assert jobs.model.rowCount(QModelIndex()) == 0


def test_the_device_is_what_really_ran(play: Play, jobs: JobsDock) -> None:
    assert jobs.device_label.text() == "Runs on: nothing has run yet"
    play.open(faces=1)
    assert "nothing" in jobs.device_label.text()
    play.workspace.restore()
    play.finish_restore()
    assert jobs.device_label.text() == "Runs on: CPU (CPUExecutionProvider)"
