"""What people come for, and in how many actions they have it: the real window, the real engine, real events."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from engine.paths import samples_folder
from fsr_desktop.app import DesktopApp
from fsr_desktop.looks.pane_state import Refused, Result
from fsr_desktop.session.photos import PhotoItem
from fsr_desktop.study.page import StudyPage
from fsr_desktop.study.tiles import KEY, Tiles
from tests.fsr_desktop.hand import LONG_S, Hand

pytestmark = [pytest.mark.window, pytest.mark.slow]
SAMPLE = "two-people.jpg"


@pytest.fixture(scope="module")
def program(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[DesktopApp]:
    """One running program for all tasks, as it stands on a user's screen."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FSR_DESKTOP_DATA", str(tmp_path_factory.mktemp("user")))
        app = DesktopApp(qapp)
        app.window.resize(1280, 800)
        app.show()
        app.window.activateWindow()
        QTest.qWaitForWindowActive(app.window)
        yield app
        app.window.guard._may_close = True
        app.window.close()
        app.close()


@pytest.fixture
def desktop(program: DesktopApp) -> Iterator[DesktopApp]:
    """The program with nothing open."""
    program.window.activateWindow()
    QTest.qWaitForWindowActive(program.window)
    yield program
    for shown in QApplication.topLevelWidgets():
        if shown.objectName() == "presenter":
            shown.close()
    program.settings.change(replace(program.settings.current, restore_when_opened=False))
    for photo in list(program.workspace.session):
        program.workspace.close_photo(photo.id)
    program.window.view.change(replace(program.window.view.current, mode="split", overlays=()))
    program.window.show_photos()
    while program.window.toasts.close_newest():
        pass


@pytest.fixture
def hand(desktop: DesktopApp) -> Hand:
    return Hand(desktop.window)


def wait_until(is_so: Callable[[], object]) -> None:
    end = time.monotonic() + LONG_S
    while not is_so():
        assert time.monotonic() < end, "waited too long"
        QTest.qWait(10)


def photo_of(desktop: DesktopApp) -> PhotoItem:
    photo = desktop.workspace.session.current
    assert photo
    return photo


def is_ready(desktop: DesktopApp) -> bool:
    photos = list(desktop.workspace.session)
    return bool(photos) and all(photo.state in ("ready", "failed") for photo in photos) and settled(desktop)


def settled(desktop: DesktopApp) -> bool:
    return not desktop.bridge.is_busy and not desktop.workspace.batch.is_running


def restored(desktop: DesktopApp) -> bool:
    photo = desktop.workspace.session.current
    return bool(photo and photo.is_restored and not photo.missing() and settled(desktop))


def opened(desktop: DesktopApp, path: Path, *, is_restored: bool) -> PhotoItem:
    """The photo as it lies before somebody who goes on with it."""
    desktop.commands.open_paths([path])
    wait_until(lambda: is_ready(desktop))
    if is_restored:
        desktop.workspace.restore()
        wait_until(lambda: restored(desktop))
    QTest.qWait(100)  # what has changed is shown a moment later
    return photo_of(desktop)


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    return Path(shutil.copy(samples_folder() / SAMPLE, tmp_path / SAMPLE))


# ---- the photographer


def test_one_photo_takes_three_actions(desktop: DesktopApp, hand: Hand, sample: Path) -> None:
    hand.drop([sample])
    wait_until(lambda: is_ready(desktop))
    hand.press("Ctrl+R")
    wait_until(lambda: restored(desktop))
    hand.press("Ctrl+S")
    written = sample.with_name("two-people_restored.png")
    wait_until(lambda: written.is_file() and settled(desktop))
    assert hand.actions == 3


def test_one_photo_takes_two_where_photos_are_restored_when_opened(
    desktop: DesktopApp, hand: Hand, sample: Path
) -> None:
    desktop.settings.change(replace(desktop.settings.current, restore_when_opened=True))
    hand.drop([sample])
    wait_until(lambda: restored(desktop))
    hand.press("Ctrl+S")
    wait_until(lambda: sample.with_name("two-people_restored.png").is_file() and settled(desktop))
    assert hand.actions == 2


def test_a_folder_takes_three(desktop: DesktopApp, hand: Hand, tmp_path: Path) -> None:
    folder = tmp_path / "wedding"
    folder.mkdir()
    for name in (SAMPLE, "grace-hopper-48px.jpg", "astronaut-32px.png"):
        shutil.copy(samples_folder() / name, folder / name)
    hand.drop([folder])
    wait_until(lambda: len(desktop.workspace.session) == 3 and is_ready(desktop))
    head = desktop.window.photo.strip.head
    wait_until(lambda: head.restore_button.text() == "Restore 3")
    hand.click(head.restore_button)
    wait_until(lambda: all(photo.is_restored for photo in desktop.workspace.session) and settled(desktop))
    wait_until(lambda: head.export_button.isVisible() and head.export_button.text() == "Export 3")
    hand.click(head.export_button)
    wait_until(lambda: len(list(folder.glob("*_restored.*"))) == 3 and settled(desktop))
    assert hand.actions == 3


def test_a_face_that_is_too_large_takes_one(desktop: DesktopApp, hand: Hand, tmp_path: Path) -> None:
    large = tmp_path / "large.jpg"
    with Image.open(samples_folder() / "grace-hopper.jpg") as image:
        image.convert("RGB").resize((2 * image.width, 2 * image.height), Image.Resampling.BICUBIC).save(large)
    photo = opened(desktop, large, is_restored=False)
    desktop.workspace.restore()
    wait_until(lambda: desktop.window.toasts.shown and settled(desktop))
    face = photo.edits.faces[0]
    assert face.side_px > 400
    outcome = photo.outcome(face)
    assert outcome and outcome.status == "skipped"
    hand.press("F8")
    wait_until(lambda: restored(desktop))
    assert photo.edits.faces[0].outside_range
    assert hand.actions == 1


def test_before_and_after_for_a_client_takes_three(desktop: DesktopApp, hand: Hand, sample: Path) -> None:
    opened(desktop, sample, is_restored=True)
    button = desktop.window.top_bar.main
    wait_until(lambda: button.menu() is not None)
    action = desktop.window.action("export_before_after")
    hand.then(
        lambda: isinstance(QApplication.activePopupWidget(), QMenu), lambda: hand.click_in_menu(button.menu(), action)
    )
    hand.then(is_asked, lambda: hand.press("Return"))
    hand.click(button, QPoint(button.width() - 8, button.height() // 2))
    wait_until(lambda: list(sample.parent.glob("two-people*_before_after.gif")) and settled(desktop))
    assert hand.actions == 3


# ---- the investigator


def test_four_looks_of_a_face_take_two(desktop: DesktopApp, hand: Hand, sample: Path) -> None:
    photo = opened(desktop, sample, is_restored=True)
    face = photo.edits.faces[0]
    hand.click_face(desktop.window.canvas, face.face.box)
    assert desktop.workspace.session.selected_face_id == face.id
    hand.press("Alt+5")
    looks = desktop.window.photo.looks
    assert looks.isVisible()
    wait_until(lambda: all(isinstance(looks.looks.state(key), Result | Refused) for key in looks.looks.panes))
    assert len(looks.panes) == 4
    assert sum(isinstance(looks.looks.state(key), Result) for key in looks.looks.panes) >= 2
    assert hand.actions == 2


def test_what_is_guessed_takes_one(desktop: DesktopApp, hand: Hand, sample: Path) -> None:
    opened(desktop, sample, is_restored=True)
    switch = desktop.window.photo.guessed.switches["changed"]
    wait_until(switch.isEnabled)
    hand.click(switch, QPoint(10, switch.height() // 2))
    assert [style.overlay for style in desktop.window.view.current.overlays] == ["changed"]
    assert hand.actions == 1


# ---- the speaker


def test_maps_of_a_face_take_two_and_presenting_them_one_more(desktop: DesktopApp, hand: Hand, sample: Path) -> None:
    photo = opened(desktop, sample, is_restored=True)
    face = photo.edits.faces[0]
    hand.click_face(desktop.window.canvas, face.face.box)
    hand.click_tab(desktop.window.top_bar.tabs, "Study")
    study = desktop.commands.pages.study
    wait_until(lambda: study.state.active is not None)
    assert study.isVisible() and study.state.face == face
    assert hand.actions == 2
    main = desktop.window.top_bar.main
    wait_until(lambda: main.text() == "Present" and main.isEnabled())
    hand.click(main)
    wait_until(presenter)
    assert hand.actions == 3


def test_points_beside_attention_take_two(desktop: DesktopApp, hand: Hand, tmp_path: Path) -> None:
    small = tmp_path / "small.png"  # a face of 23 px: for a look that goes by points
    with Image.open(samples_folder() / "astronaut-32px.png") as image:
        image.resize((round(0.65 * image.width), round(0.65 * image.height)), Image.Resampling.BICUBIC).save(small)
    photo = opened(desktop, small, is_restored=False)
    desktop.workspace.choose_model("dic-x8", face_id=photo.edits.faces[0].id)
    desktop.workspace.restore()
    wait_until(lambda: restored(desktop))
    desktop.commands.pages.show_study()
    study = desktop.commands.pages.study
    attention, points = (tile_of(study, key) for key in ("attention/mouth", "landmarks"))
    hand.click_row(attention[0], attention[1])
    hand.click_row(points[0], points[1], with_ctrl=True)
    assert study.state.shown == ("attention/mouth", "landmarks")
    assert hand.actions == 2


def tile_of(study: StudyPage, key: str) -> tuple[Tiles, int]:
    """The list in the strip that has this picture, and its row there."""

    def found() -> list[tuple[Tiles, int]]:
        lists = [tiles for tiles in study.strip.findChildren(Tiles) if tiles.isVisible()]
        rows = [(tiles, row) for tiles in lists for row in range(tiles.count())]
        return [(tiles, row) for tiles, row in rows if tiles.item(row).data(KEY) == key]

    wait_until(found)
    return found()[0]


def is_asked() -> bool:
    """Whether a dialog is open and has the keyboard."""
    dialog = QApplication.activeModalWidget()
    return dialog is not None and dialog.isActiveWindow()


def presenter() -> QWidget | None:
    return next(
        (one for one in QApplication.topLevelWidgets() if one.objectName() == "presenter" and one.isVisible()), None
    )
