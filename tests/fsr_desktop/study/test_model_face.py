"""The fitted face is turned and changed, beside the window's thread, and never without saying that it is a model."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.errors import ModelError
from engine.priors import drawn_face as drawing
from engine.priors.face_knobs import PARTS, PITCH, YAW, knobs_of
from engine.priors.morphable import FaceCoefficients
from fsr_desktop.look.theme import apply_theme
from fsr_desktop.study.model_face import ModelFace
from fsr_desktop.study.model_face_panel import ModelFacePanel
from fsr_desktop.study.model_face_view import ModelFaceView
from tests.engine.explain.explained_face import bare_restoration, explained_face
from tests.engine.explain.fitted_restoration import fitted_numbers, fitted_restoration, refused_restoration
from tests.fsr_desktop.double_click import double_click
from tests.fsr_desktop.study.study_scene import SOON_MS, Scene

pytestmark = pytest.mark.window
SIDE = 128
MIDDLE = QPoint(SIDE // 2, SIDE // 2)
MARK = "a model, not evidence"
ALL = [knob for part in PARTS for knob in knobs_of(part)]


class Held:
    """The engine's drawing, which can be held up; it notes on which threads it ran."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.may_go_on = threading.Event()
        self.may_go_on.set()
        self.on_window, self.failure = list[bool](), ""
        self._draw = drawing.drawn_face
        monkeypatch.setattr(drawing, "drawn_face", self.draw)

    def draw(self, face: FaceCoefficients, size_px: int) -> np.ndarray:
        """As the engine draws."""
        self.on_window.append(threading.current_thread() is threading.main_thread())
        assert self.may_go_on.wait(SOON_MS / 1000)
        if self.failure:
            raise ModelError("A face cannot be drawn: some of its numbers are not finite.")
        return self._draw(face, size_px)


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[Held]:
    held = Held(monkeypatch)
    yield held
    held.may_go_on.set()


@pytest.fixture
def face(qapp: QApplication) -> ModelFace:
    apply_theme(qapp, "dark")
    return ModelFace()


@pytest.fixture
def view(face: ModelFace, held: Held, qtbot: QtBot) -> Iterator[ModelFaceView]:
    view = ModelFaceView(face)
    qtbot.addWidget(view)
    view.resize(SIDE, SIDE)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    face.take(fitted_numbers())
    yield view
    held.may_go_on.set()
    view.drawing.close()


def pixels(image: QImage | None) -> np.ndarray:
    """What was drawn, `(h, w, 4)`, and its alpha last."""
    assert image is not None
    return np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4).astype(int)


def drawn(view: ModelFaceView, face: ModelFace, qtbot: QtBot) -> np.ndarray:
    """The picture of the face as it is now, once it is there."""
    assert face.seen
    wanted = np.rint(255 * drawing.drawn_face(face.seen, SIDE)[..., [2, 1, 0, 3]]).astype(int)
    qtbot.waitUntil(lambda: view.image is not None and np.array_equal(pixels(view.image), wanted), timeout=SOON_MS)
    return wanted


def test_dragging_turns_the_face(view: ModelFaceView, face: ModelFace, qtbot: QtBot) -> None:
    before, yaw, pitch = drawn(view, face, qtbot), face.number(YAW), face.number(PITCH)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=MIDDLE)
    QTest.mouseMove(view, MIDDLE + QPoint(-30, 20))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=MIDDLE + QPoint(-30, 20))
    QTest.mouseMove(view, MIDDLE)
    assert face.number(YAW) == pytest.approx(yaw - np.radians(18)) and face.number(PITCH) > pitch
    assert not np.array_equal(drawn(view, face, qtbot), before)
    assert not face.is_changed and not face.is_as_fitted


@pytest.mark.parametrize(("key", "right", "down"), [("Left", -1, 0), ("Right", 1, 0), ("Up", 0, -1), ("Down", 0, 1)])
def test_arrows_turn_it_and_home_turns_it_back(
    view: ModelFaceView, face: ModelFace, qtbot: QtBot, key: str, right: int, down: int
) -> None:
    first, yaw, pitch = drawn(view, face, qtbot), face.number(YAW), face.number(PITCH)
    QTest.keyClick(view, getattr(Qt.Key, f"Key_{key}"))
    assert np.sign([face.number(YAW) - yaw, face.number(PITCH) - pitch]).tolist() == [right, down]
    assert not np.array_equal(drawn(view, face, qtbot), first)
    QTest.keyClick(view, Qt.Key.Key_Home)
    np.testing.assert_array_equal(drawn(view, face, qtbot), first)


def test_it_cannot_be_turned_beyond_what_there_is_of_it(view: ModelFaceView, face: ModelFace) -> None:
    for _ in range(30):
        QTest.keyClick(view, Qt.Key.Key_Right)
        QTest.keyClick(view, Qt.Key.Key_Down)
    assert face.turned_degrees() == (90, 60)


def wheel(view: ModelFaceView, notches: int) -> bool:
    """Turn the wheel over the view; says whether it took it."""
    place, none = QPointF(MIDDLE), Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        place, view.mapToGlobal(place), QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton, none,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    event.ignore()
    view.wheelEvent(event)
    return event.isAccepted()


def test_the_wheel_brings_it_nearer_once_it_has_the_focus(view: ModelFaceView, face: ModelFace, qtbot: QtBot) -> None:
    view.clearFocus()
    assert not wheel(view, 1) and face.times == 1.0
    view.setFocus()
    first = (drawn(view, face, qtbot)[..., 3] > 0).sum()
    assert wheel(view, -2) and face.times < 1
    assert (drawn(view, face, qtbot)[..., 3] > 0).sum() < first
    double_click(view, MIDDLE)
    assert face.times == 1.0 and face.is_as_fitted
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert face.times > 1


def test_only_the_newest_face_is_drawn_and_the_window_goes_on_meanwhile(
    view: ModelFaceView, face: ModelFace, held: Held, qtbot: QtBot
) -> None:
    drawn(view, face, qtbot)
    held.may_go_on.clear()
    held.on_window.clear()
    for _ in range(40):
        face.turn(right=0.01)
        QTest.qWait(1)  # events are handled, though nothing can be drawn
    assert view.image is not None and held.on_window == [False]
    held.may_go_on.set()
    wanted = drawn(view, face, qtbot)
    assert wanted.any() and len([one for one in held.on_window if not one]) == 2  # the first and the last of forty


def test_what_cannot_be_drawn_leaves_the_last_picture_and_is_told(
    view: ModelFaceView, face: ModelFace, held: Held, qtbot: QtBot
) -> None:
    last = drawn(view, face, qtbot)
    held.failure = "on"
    told: list[str] = []
    view.drawing.failed.connect(lambda why: told.append(str(why)))
    face.turn(right=0.2)
    qtbot.waitUntil(lambda: bool(told), timeout=SOON_MS)
    assert "cannot be drawn" in told[0]
    np.testing.assert_array_equal(pixels(view.image), last)
    held.failure = ""
    face.turn(right=0.2)
    assert not np.array_equal(drawn(view, face, qtbot), last)


def test_it_says_that_it_is_a_model_even_before_it_is_drawn(
    view: ModelFaceView, face: ModelFace, held: Held, qtbot: QtBot
) -> None:
    drawn(view, face, qtbot)
    for fitted in (fitted_numbers(), None):
        face.take(fitted)
        corner = view.grab().toImage().copy(8, SIDE - 26, 90, 20)
        bright = sum(corner.pixelColor(x, y).lightness() > 180 for x in range(90) for y in range(20))
        assert bright > 60, "letters in the lower left corner"
        assert MARK in view.accessibleDescription()


def test_what_is_changed_by_hand_says_so(view: ModelFaceView, face: ModelFace) -> None:
    face.turn(right=0.3)
    assert "changed by hand" not in view.accessibleDescription() and "34° to the right" in view.accessibleDescription()
    face.turn(right=-0.8, down=-0.3)
    assert "11° to the left" in view.accessibleDescription() and "11° up" in view.accessibleDescription()
    face.set_number(knobs_of("identity")[0], 2.0)
    assert "changed by hand" in view.accessibleDescription()


def test_a_grey_photo_has_a_grey_one(view: ModelFaceView, face: ModelFace, qtbot: QtBot) -> None:
    drawn(view, face, qtbot)
    view.begin(is_grey=True)
    with qtbot.waitSignal(view.drawing.drawn, timeout=SOON_MS):
        view.refresh()
    assert np.ptp(pixels(view.image)[..., :3], axis=2).max() == 0


# ---- the section of the panel


@pytest.fixture
def panel(scene: Scene) -> ModelFacePanel:
    scene.restore(explained_face(fitted_restoration()))
    return scene.page.panel.model_face


def test_each_slider_changes_its_own_number(panel: ModelFacePanel) -> None:
    before, face = fitted_numbers(), panel.face
    for knob, slider in panel.knobs.sliders.items():
        assert face.now is not None and face.is_as_fitted
        slider.slider.setValue(slider.slider.maximum())
        assert (face.now.vector != before.vector).sum() == 1, knob
        assert knob.of(face.now) == pytest.approx(max(knob.high, knob.of(before)), abs=0.02), knob
        assert slider.slider.accessibleName() and slider.field.accessibleName() == slider.slider.accessibleName()
        face.reset()
    assert tuple(panel.knobs.sliders) == tuple(ALL) and len(ALL) == 22


def test_only_the_sliders_of_the_chosen_part_are_there(panel: ModelFacePanel) -> None:
    for part in PARTS:
        row = panel.knobs.part.findData(part)
        panel.knobs.part.setCurrentIndex(row)
        panel.knobs.part.activated.emit(row)
        shown = {knob.part for knob, slider in panel.knobs.sliders.items() if not slider.isHidden()}
        assert shown == {part}


def test_a_double_click_takes_one_number_back_exactly(panel: ModelFacePanel) -> None:
    knob = knobs_of("texture")[1]
    slider = panel.knobs.sliders[knob]
    slider.slider.setValue(slider.value() + 9)
    assert panel.face.is_changed
    slider.slider.reset_asked.emit()
    assert panel.face.is_as_fitted and panel.face.number(knob) == knob.of(fitted_numbers())


def test_reset_takes_all_back(panel: ModelFacePanel, qtbot: QtBot) -> None:
    assert not panel.reset_button.isEnabled()
    for knob in ALL:
        panel.knobs.sliders[knob].slider.setValue(panel.knobs.sliders[knob].slider.minimum())
    panel.face.zoom_by(2)
    assert panel.face.now is not None and (panel.face.now.vector != fitted_numbers().vector).sum() == len(ALL)
    qtbot.mouseClick(panel.reset_button, Qt.MouseButton.LeftButton)
    np.testing.assert_array_equal(panel.face.now.vector, fitted_numbers().vector)
    assert panel.face.is_as_fitted and not panel.reset_button.isEnabled()
    assert panel.knobs.sliders[YAW].value() == round(np.degrees(YAW.of(fitted_numbers())))


def test_the_sliders_follow_the_mouse(panel: ModelFacePanel) -> None:
    panel.face.turn(right=np.radians(20))
    assert panel.knobs.sliders[YAW].value() == round(np.degrees(YAW.of(fitted_numbers()))) + 20


def test_what_was_changed_stays_until_another_face_comes(panel: ModelFacePanel, scene: Scene) -> None:
    panel.face.set_number(knobs_of("expression")[0], 3.0)
    scene.page.state.face_changed.emit()
    assert panel.face.is_changed and scene.page.state.file
    with scene.qtbot.waitSignal(scene.results.loaded, timeout=SOON_MS):
        scene.results.read_again(scene.page.state.file)
    assert panel.face.is_changed
    scene.page.state.choose_look("dic-x8")
    scene.finish(explained_face(fitted_restoration()))
    assert panel.face.is_as_fitted


def test_another_face_never_has_the_picture_of_the_one_before(
    view: ModelFaceView, face: ModelFace, held: Held, qtbot: QtBot
) -> None:
    drawn(view, face, qtbot)
    pictures: list[QImage] = []
    view.drawing.drawn.connect(pictures.append)
    held.may_go_on.clear()
    face.turn(right=0.3)  # is being drawn when the other one comes
    qtbot.waitUntil(lambda: held.on_window.count(False) == 2, timeout=SOON_MS)
    view.begin(is_grey=False)
    assert view.image is None
    face.take(FaceCoefficients.mean_face())
    held.may_go_on.set()
    drawn(view, face, qtbot)
    assert len(pictures) == 1


def test_where_the_prior_is_not_usable_the_section_says_why(scene: Scene) -> None:
    scene.restore(explained_face(refused_restoration()))
    panel, section = scene.page.panel.model_face, scene.page.panel.model_section
    assert section.isVisible() and panel.tools.isHidden() and panel.face.now is None
    assert panel.reason.isVisible() and "not usable here: the head is turned too far" in panel.reason.text()
    assert "rendered_prior" not in scene.keys


def test_a_look_without_a_3d_face_has_no_such_section(scene: Scene) -> None:
    scene.restore(explained_face(bare_restoration()))
    assert scene.page.panel.model_section.isHidden()
    scene.page.state.choose_look("dic-x8")
    scene.finish(explained_face(fitted_restoration()))
    assert scene.page.panel.model_section.isVisible()


def test_the_many_numbers_of_a_3d_face_are_folded_at_first(scene: Scene) -> None:
    scene.restore(explained_face(fitted_restoration()))
    assert not scene.page.panel.sections["bars/morphable"].is_open and scene.page.panel.model_section.is_open
