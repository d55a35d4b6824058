# pyright: reportOptionalMemberAccess=false
from __future__ import annotations

import numpy as np
import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt
from PySide6.QtGui import QFontMetricsF, QImage
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from engine.explain.colour_maps import table
from engine.explain.overlay import BarsOverlay, OverlayStyle
from engine.messages import plain
from engine.process.protocol import FaceOutcome
from fsr_desktop.presenter.pictures import PresenterPictures, picture_of
from fsr_desktop.presenter.slides import Deck, slides_of
from fsr_desktop.presenter.window import Presenter
from tests.engine.explain.explained_face import explained_face
from tests.fsr_desktop.presenter.conftest import OVERLAYS, FakeResults
from tests.fsr_desktop.restored_scene import Scene


def title(presenter: Presenter) -> str:
    return presenter.findChild(QLabel, "presenter_title").text()


def middle(presenter: Presenter) -> tuple[int, int, int]:
    stage = presenter.findChild(QWidget, "presenter_stage")
    image = stage.grab().toImage()
    colour = image.pixelColor(image.width() // 2, image.height() // 2)
    return colour.red(), colour.green(), colour.blue()


def test_a_face_has_a_slide_before_one_between_one_after_and_one_for_each_group():
    slides = slides_of(OVERLAYS)
    assert [slide.kind for slide in slides] == ["before", "wipe", "after", "overlays", "overlays"]
    assert [slide.frames for slide in slides] == [1, 1, 1, 3, 1]


def test_what_must_be_computed_first_has_no_slide(presenter: Presenter):
    assert [slide.overlays[0].key for slide in presenter.deck.slides[3:]] == ["attention/mean", "consistency"]


def test_the_numbers_of_a_chart_have_the_decimal_sign_of_the_language():
    chart = BarsOverlay(
        key="bars", title=plain("Bars"), explanation=plain(""), names=(plain("a"),), values=(0.25,), high=0.5
    )
    style = OverlayStyle(overlay="bars")
    before = QLocale()
    seen: list[QImage] = []
    for language in (QLocale.Language.English, QLocale.Language.German):
        QLocale.setDefault(QLocale(language))
        seen.append(picture_of(explained_face(), chart, style))
    QLocale.setDefault(before)
    assert seen[0] != seen[1]


def test_a_deck_goes_through_all_faces_and_stays_at_its_ends():
    deck = Deck(2)
    deck.put(0, OVERLAYS[:3])
    places: list[tuple[int, int]] = []
    for _ in range(9):
        places.append((deck.face, deck.index))
        deck.next()
    assert places == [*((0, n) for n in range(4)), *((1, n) for n in range(3)), (1, 2), (1, 2)]
    for _ in range(9):
        deck.previous()
    assert (deck.face, deck.index) == (0, 0)


def test_frames_go_round_only_while_it_plays_and_is_not_blank():
    deck = Deck(1)
    deck.put(0, OVERLAYS)
    assert not deck.tick()
    deck.index = 3
    assert [deck.tick() and deck.frame for _ in range(3)] == [1, 2, 0]
    deck.is_blank = True
    assert not deck.tick()
    deck.is_blank, deck.is_playing = False, False
    assert not deck.tick()


def test_the_face_before_is_shown_first_and_after_it_the_restored_one(presenter: Presenter, qtbot):
    qtbot.waitUntil(lambda: middle(presenter)[2] > 100)
    assert title(presenter) == "Before" and middle(presenter)[0] < 20
    for _ in range(2):
        qtbot.keyClick(presenter, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: middle(presenter)[0] > 240)
    assert title(presenter) == "After"


def test_the_title_goes_with_its_picture(presenter: Presenter, qtbot, monkeypatch: pytest.MonkeyPatch):
    qtbot.waitUntil(lambda: middle(presenter)[2] > 100)
    with monkeypatch.context() as slow:
        slow.setattr(PresenterPictures, "get", lambda *_args, **_options: None)
        for _ in range(2):
            qtbot.keyClick(presenter, Qt.Key.Key_PageDown)
        assert (presenter.deck.index, title(presenter)) == (2, "Before")
        assert "being painted" in presenter.findChild(QLabel, "presenter_words").text()
    presenter.findChild(PresenterPictures).ready.emit("")
    qtbot.waitUntil(lambda: title(presenter) == "After" and middle(presenter)[0] > 240)


def test_a_face_outside_the_range_of_its_model_is_said_to_be_so_on_every_slide_of_it(scene: Scene, qtbot):
    results, photo = FakeResults(), scene.workspace.session.current
    results.outside = frozenset(("f1.npz",))
    key = photo.key_of(photo.edits.faces[0], "other")
    file = photo.outcome(photo.edits.faces[0]).file.with_name("other.npz")
    photo.results[key] = FaceOutcome(id="f1", status="restored", model="other", file=file, outside_range=True)
    window = Presenter(scene.workspace, results)
    qtbot.addWidget(window)
    window.resize(800, 600)
    window.show()
    words, stage = window.findChild(QLabel, "presenter_words"), window._stage
    for kind in ("wipe", "after"):
        qtbot.keyClick(window, Qt.Key.Key_PageDown)
        qtbot.waitUntil(lambda: "restored by m8, outside its range: a likely face" in words.text())
        assert window.deck.slide.kind == kind
        if kind == "wipe":
            assert [name for _image, name in stage._shown] == ["Before", "After: a likely face\noutside its range"]
    qtbot.keyClick(window, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: stage.accessibleDescription() == "m8, other · outside its range")
    places, room = stage._places(), stage._room_of_names
    for (_image, name), place in zip(stage._shown, places, strict=True):
        size = QFontMetricsF(stage._name_font(name, place.width())).size(0, name)
        assert size.width() <= place.width() and size.height() <= room - stage._letter / 4
    qtbot.keyClick(window, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: window.deck.face == 1 and "restored by m8: a likely face" in words.text())


@pytest.mark.parametrize("key", [Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_N])
@pytest.mark.parametrize("back", [Qt.Key.Key_PageUp, Qt.Key.Key_Left, Qt.Key.Key_P])
def test_the_keys_of_clickers_go_on_and_back(presenter: Presenter, qtbot, key: Qt.Key, back: Qt.Key):
    for _ in range(3):
        qtbot.keyClick(presenter, key)
    qtbot.waitUntil(lambda: title(presenter) == "Title attention/mean")
    assert presenter.findChild(QLabel, "presenter_words").text()
    qtbot.keyClick(presenter, back)
    qtbot.waitUntil(lambda: title(presenter) == "After")


def test_layers_follow_each_other_with_their_captions_until_it_is_paused(presenter: Presenter, qtbot):
    for _ in range(3):
        qtbot.keyClick(presenter, Qt.Key.Key_Space)
    presenter._timer.timeout.emit()
    qtbot.waitUntil(lambda: title(presenter) == "Title attention/in.1")
    qtbot.keyClick(presenter, Qt.Key.Key_Return)
    presenter._timer.timeout.emit()
    assert title(presenter) == "Title attention/in.1"
    assert presenter._timer.interval() == 800


def test_an_overlay_is_painted_with_its_sentence(presenter: Presenter, qtbot):
    presenter.deck.is_playing = False
    for _ in range(4):
        qtbot.keyClick(presenter, Qt.Key.Key_Space)
    words = presenter.findChild(QLabel, "presenter_words")
    qtbot.waitUntil(lambda: words.text() == "Why consistency.", timeout=20_000)


def test_a_map_has_its_colour_bar_beside_it_and_a_face_has_none(presenter: Presenter, qtbot):
    stage = presenter.findChild(QWidget, "presenter_stage")

    def beside() -> set[tuple[int, int, int]]:
        """Colours at the right of the picture, which is a square."""
        image = stage.grab().toImage()
        colours = [
            image.pixelColor(x, y)
            for x in range((image.width() + image.height()) // 2 + 1, image.width())
            for y in range(0, image.height(), 5)
        ]
        return {(colour.red(), colour.green(), colour.blue()) for colour in colours}

    presenter.deck.is_playing = False
    qtbot.waitUntil(lambda: middle(presenter)[2] > 100)
    assert beside() == {(0, 0, 0)} and not stage.accessibleDescription()
    for _ in range(3):
        qtbot.keyClick(presenter, Qt.Key.Key_Space)

    def shows(colour: np.ndarray) -> bool:
        return min(int(np.abs(colour - np.array(one)).max()) for one in beside()) < 12

    viridis = table("viridis").astype(int)
    qtbot.waitUntil(lambda: all(shows(viridis[step]) for step in (5, 128, 250)), timeout=20_000)
    assert stage.accessibleDescription() == "Title attention/mean: 0, 0.5, 1"
    qtbot.keyClick(presenter, Qt.Key.Key_B)
    assert beside() == {(0, 0, 0)}


def test_buttons_grow_with_the_screen(presenter: Presenter):
    presenter.resize(2560, 1440)
    sides = {button.width() for button in presenter.findChildren(QToolButton)}
    assert sides == {96}


def test_no_picture_changes_its_size_from_slide_to_slide(presenter: Presenter, qtbot):
    presenter.resize(1280, 800)
    stage = presenter.findChild(QWidget, "presenter_stage")
    qtbot.waitUntil(lambda: middle(presenter)[2] > 100)
    heights: set[int] = set()
    for words in ("One line.", "word " * 25):
        presenter.findChild(QLabel, "presenter_words").setText(words)
        qtbot.wait(20)
        heights.add(stage.height())
    assert len(heights) == 1


def test_one_screen_offers_no_other(presenter: Presenter, qtbot):
    assert not presenter.findChild(QToolButton, "presenter_screen").isVisible()
    qtbot.keyClick(presenter, Qt.Key.Key_S)
    assert presenter.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_B, Qt.Key.Key_Period])
def test_a_blank_screen_is_black_and_comes_back(presenter: Presenter, qtbot, key: Qt.Key):
    qtbot.waitUntil(lambda: middle(presenter)[2] > 100)
    qtbot.keyClick(presenter, key)
    assert middle(presenter) == (0, 0, 0)
    assert not presenter.findChild(QLabel, "presenter_title").isVisible()
    qtbot.keyClick(presenter, key)
    assert middle(presenter) != (0, 0, 0)


def test_home_is_the_start_at_once(presenter: Presenter, qtbot):
    for _ in range(9):
        qtbot.keyClick(presenter, Qt.Key.Key_Space)
    qtbot.keyClick(presenter, Qt.Key.Key_B)
    qtbot.keyClick(presenter, Qt.Key.Key_Home)
    assert title(presenter) == "Before" and (presenter.deck.face, presenter.deck.is_blank) == (0, False)


def test_up_and_down_change_the_face_and_export_names_it(presenter: Presenter, qtbot):
    qtbot.keyClick(presenter, Qt.Key.Key_Up)
    with qtbot.waitSignal(presenter.export_requested) as told:
        qtbot.keyClick(presenter, Qt.Key.Key_E)
    assert told.args == ["f2"]
    qtbot.keyClick(presenter, Qt.Key.Key_Down)
    with qtbot.waitSignal(presenter.export_requested) as told:
        presenter.findChild(QToolButton, "presenter_export").click()
    assert told.args == ["f1"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F11])
def test_it_is_left_by_a_key(presenter: Presenter, qtbot, key: Qt.Key):
    qtbot.keyClick(presenter, key)
    assert not presenter.isVisible() and not presenter._timer.isActive()


def test_it_opens_at_once_and_shows_the_face_when_it_is_read(scene: Scene, qtbot):
    results = FakeResults()
    results.is_read = False
    window = Presenter(scene.workspace, results)
    qtbot.addWidget(window)
    window.resize(800, 600)
    window.show()
    assert "being read" in window.findChild(QLabel, "presenter_words").text()
    results.is_read = True
    results.loaded.emit("x")
    qtbot.waitUntil(lambda: middle(window)[2] > 100)


def test_it_begins_with_the_selected_face_and_every_button_has_a_name(scene: Scene, qtbot):
    scene.workspace.select_face("f2")
    window = Presenter(scene.workspace, FakeResults())
    qtbot.addWidget(window)
    assert window.deck.face == 1
    assert all(button.accessibleName() for button in window.findChildren(QToolButton))


def test_a_closed_presenter_hears_nothing_more_of_the_results(scene: Scene, qtbot, qapp):
    results = FakeResults()
    window = Presenter(scene.workspace, results)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.show()
    qtbot.keyClick(window, Qt.Key.Key_V)
    speaker = window.speaker
    window.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not shiboken6.isValid(window) and not shiboken6.isValid(speaker)
    with qtbot.captureExceptions() as raised:
        results.loaded.emit("x")
        results.failed.emit("x", plain("It is broken."))
        scene.workspace.photo_changed.emit("p1")
        scene.workspace.restored.emit("p1")
        qapp.processEvents()
    assert not raised
