# pyright: reportOptionalMemberAccess=false
from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QTableWidget

from engine.evaluation.standing import Standing
from engine.messages import plain
from engine.models.base import Score
from engine.models.registry import scan_models
from engine.process.events import Failed, Preview, Started, WasCancelled
from engine.process.finetune_results import Finetuned, FinetuneFaces, FinetuneMoment
from engine.process.protocol import FindFinetuneFaces, Finetune
from engine.types import FaceFault
from fsr_desktop.finetune import page as finetune_page
from fsr_desktop.finetune.face_grid import FaceGrid
from fsr_desktop.finetune.loss_curve import LossCurve
from fsr_desktop.finetune.missing import install_command
from fsr_desktop.finetune.models import FinetunableModel, finetunable_models
from fsr_desktop.finetune.page import FinetunePage
from fsr_desktop.finetune.preview_strip import PreviewStrip
from fsr_desktop.widgets.combo_box import ComboBox
from fsr_desktop.widgets.segments import Segments
from tests.fsr_desktop.restored_scene import Scene

ROOT = Path(__file__).parents[3]
MODELS = [
    FinetunableModel(id="m8", title="A model", has_last_layers=True),
    FinetunableModel(id="odd", title="Another", has_last_layers=False),
]
STRIP = np.full((16, 64, 3), 120, np.uint8)


@pytest.fixture
def scene(qtbot, monkeypatch, tmp_path: Path) -> Scene:
    monkeypatch.setattr(finetune_page, "finetunable_models", lambda _installed: MODELS)
    monkeypatch.setattr(finetune_page, "NEEDED", "numpy")
    return Scene(monkeypatch, tmp_path)


@pytest.fixture
def page(scene: Scene, qtbot, tmp_path: Path) -> FinetunePage:
    made = FinetunePage(scene.workspace)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.findChild(ComboBox, "finetune_model").count() == 2)
    return made


def click(page: FinetunePage, name: str) -> None:
    page.findChild(QAbstractButton, name).click()


def can(page: FinetunePage, name: str) -> bool:
    return page.findChild(QAbstractButton, name).isEnabled()


def box(page: FinetunePage, name: str) -> ComboBox:
    found = page.findChild(ComboBox, name)
    assert found
    return found


def next_row(page: FinetunePage, name: str) -> None:
    """The user chooses the row below."""
    box(page, name).setFocus()
    QTest.keyClick(box(page, name), Qt.Key.Key_Down)


def grid_of(page: FinetunePage) -> FaceGrid:
    found = page.findChild(FaceGrid)
    assert found
    return found


def text_of(page: FinetunePage, name: str) -> str:
    return page.findChild(QLabel, name).text()


def found(count: int = 14, *, faults: tuple[FaceFault, ...] = (), **more: Any) -> FinetuneFaces:
    """So many faces, every fourth held out, the first ones with faults."""
    return FinetuneFaces(
        pictures=np.zeros((count, 96, 96, 3), np.uint8),
        names=tuple(f"face {number}" for number in range(count)),
        photos=tuple(f"{number}.jpg" for number in range(count)),
        held_out=tuple(number % 4 == 3 for number in range(count)),
        faults=faults + ("",) * (count - len(faults)),
        too_small=more.pop("too_small", 0),
        fewest_training=8,
        fewest_held_out=2,
        **more,
    )


def look(page: FinetunePage, scene: Scene, faces: FinetuneFaces | None = None) -> None:
    """Choose a folder; its faces are found."""
    page._form.set_folder(scene.folder)
    scene.finish(faces or found())


def begin(page: FinetunePage, scene: Scene) -> int:
    look(page, scene)
    click(page, "finetune_start")
    job_id, _job = scene.running
    scene.take(Started(job_id=job_id))
    return job_id


def score(psnr_db: float) -> Score:
    return Score(input_px=16, faces=3, psnr_db=psnr_db, ssim=0.8, bicubic_psnr_db=20.0, bicubic_ssim=0.6)


BASE = Standing(psnr_db=26.0, perceptual=0.3, landmarks=2.0, sharpness=1.04)
NOW = Standing(psnr_db=26.5, perceptual=0.288, landmarks=1.8, sharpness=1.0)

CHECKED: dict[str, Any] = {"standing": NOW, "base_standing": BASE, "gain": 0.08}


def finetuned(*, model: str | None = "mine", improved: bool = True, reason: str = "It is better.") -> Finetuned:
    return Finetuned(
        model=model,
        improved=improved,
        reason=plain(reason),
        base_scores=(score(26.0),),
        scores=(score(26.5),),
        given=Standing(psnr_db=25.0, perceptual=0.5, landmarks=None, sharpness=0.2),
        base=BASE,
        taught=NOW,
        preview=STRIP,
        training_faces=20,
        held_out_faces=5,
        steps=300,
        seconds=600.0,
    )


def test_without_the_packages_it_says_how_to_get_them(scene: Scene, qtbot, monkeypatch):
    monkeypatch.setattr(finetune_page, "NEEDED", "no_such_package")
    page = FinetunePage(scene.workspace)
    qtbot.addWidget(page)
    page.show()
    click(page, "copy_command")
    copied = QGuiApplication.clipboard().text()
    assert copied == f'{sys.executable} -m pip install -c packaging/constraints.txt ".[train]"'
    assert (ROOT / "packaging" / "constraints.txt").is_file() and "train = [" in (ROOT / "pyproject.toml").read_text()
    monkeypatch.setattr(sys, "executable", "/my programs/python")
    assert install_command().startswith('"/my programs/python" -m pip')
    with qtbot.waitSignal(page.left):
        click(page, "finetune_back")


def test_nothing_can_start_before_a_folder_is_chosen(page: FinetunePage):
    assert not can(page, "finetune_start")
    assert "Choose a folder" in text_of(page, "finetune_beginning")


def test_the_faces_of_a_folder_are_looked_for_at_once_and_no_second_time(page: FinetunePage, scene: Scene):
    page._form.set_folder(scene.folder)
    job = scene.running[1]
    assert isinstance(job, FindFinetuneFaces) and (job.model, job.photos) == ("m8", scene.folder)
    assert not can(page, "finetune_start")
    scene.finish(found(14, too_small=4))
    words = text_of(page, "finetune_words")
    assert grid_of(page).count == 14
    assert "11 face" in words and "3 face" in words and "4 face" in words
    assert can(page, "finetune_start")
    next_row(page, "finetune_minutes")
    assert grid_of(page).count == 14
    assert sum(isinstance(job, FindFinetuneFaces) for job in scene.engine.jobs.values()) == 1


def test_another_model_is_shown_the_faces_that_fit_it(page: FinetunePage, scene: Scene):
    look(page, scene)
    next_row(page, "finetune_model")
    job = scene.running[1]
    assert isinstance(job, FindFinetuneFaces) and job.model == "odd"


def test_a_refusal_is_told_and_holds_until_another_choice(page: FinetunePage, scene: Scene, tmp_path: Path):
    look(page, scene, found(2, refusal=plain("Too few faces: 2 of 8.")))
    assert "Too few faces" in text_of(page, "finetune_words")
    assert page.findChild(QLabel, "finetune_sign").isVisible()
    assert not can(page, "finetune_start")
    page._form.set_folder(tmp_path / "other")
    assert grid_of(page).count == 0
    scene.finish(found())
    assert can(page, "finetune_start") and not page.findChild(QLabel, "finetune_sign").isVisible()


def test_a_folder_without_faces_says_so_and_can_be_looked_at_again(page: FinetunePage, scene: Scene):
    look(page, scene, found(0, refusal=plain("No photos.")))
    assert "No photos" in text_of(page, "finetune_beginning") and not can(page, "finetune_start")
    click(page, "finetune_again")
    scene.finish(found())
    assert can(page, "finetune_start")


def test_a_search_that_fails_says_why(page: FinetunePage, scene: Scene):
    page._form.set_folder(scene.folder)
    scene.take(Failed(job_id=scene.running[0], code="data", message=plain("No folder."), hint=plain("Look again.")))
    assert text_of(page, "finetune_beginning") == "No folder. Look again."


def test_faces_with_a_fault_are_left_out_until_the_user_wants_them(page: FinetunePage, scene: Scene):
    look(page, scene, found(14, faults=("blurred", "turned"), unseen_faults=("face 90",)))
    words = text_of(page, "finetune_words")
    assert "9 face" in words and "2 face(s) are left out (blurred 1, turned away 1)" in words
    click(page, "finetune_start")
    job = scene.running[1]
    assert isinstance(job, Finetune) and job.left_out == ("face 0", "face 1", "face 90")
    scene.take(WasCancelled(job_id=scene.running[0]))
    click(page, "finetune_all")
    assert "11 face" in text_of(page, "finetune_words") and "left out" not in text_of(page, "finetune_words")
    click(page, "finetune_start")
    job = scene.running[1]
    assert isinstance(job, Finetune) and job.left_out == ()


def test_any_face_can_be_left_out_as_long_as_enough_stay(page: FinetunePage, scene: Scene):
    look(page, scene, found(10))
    grid = grid_of(page)
    place = grid.visualRect(grid.model().index(0, 0)).center()
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert not can(page, "finetune_start")
    assert "At least 8 faces" in text_of(page, "finetune_words")
    QTest.keyClick(grid, Qt.Key.Key_Space)
    assert can(page, "finetune_start")
    for number in (3, 7):  # those that are held out
        grid.setCurrentIndex(grid.model().index(number, 0))
        QTest.keyClick(grid, Qt.Key.Key_Space)
    assert not can(page, "finetune_start")


def test_a_finetuning_that_waits_and_one_that_gets_ready_are_told_apart(page: FinetunePage, scene: Scene):
    look(page, scene)
    click(page, "finetune_start")
    assert "Waiting" in text_of(page, "finetune_stage")
    scene.take(Started(job_id=scene.running[0]))
    assert "ready" in text_of(page, "finetune_stage")


def test_start_sends_what_was_chosen(page: FinetunePage, scene: Scene):
    box(page, "finetune_minutes").set_key("10")
    page.findChild(Segments, "finetune_layers").set_value("all")
    begin(page, scene)
    job = scene.running[1]
    assert isinstance(job, Finetune)
    assert (job.model, job.layers, job.minutes, job.name) == ("m8", "all", 10.0, scene.folder.name)
    assert not can(page, "finetune_start")


def test_the_training_is_shown_as_it_runs(page: FinetunePage, scene: Scene):
    job_id = begin(page, scene)
    for step in range(1, 5):
        moment = FinetuneMoment(stage="training", step=step, steps=90, loss=0.1 / step, eta_s=65)
        scene.take(Preview(job_id=job_id, payload=moment))
    check = FinetuneMoment(stage="training", step=5, steps=90, **CHECKED, preview=STRIP, eta_s=65)
    scene.take(Preview(job_id=job_id, payload=check))
    told = text_of(page, "finetune_stage")
    assert "step 5 of 90" in told and told.endswith("PSNR +0.50 dB, perceptual distance −0.012, landmarks −0.20 %")
    assert text_of(page, "finetune_eta") == "about 2 min left"
    assert "Step 4" in page.findChild(LossCurve).summary() and "8.0 %" in page.findChild(LossCurve).summary()
    assert page._run.findChild(PreviewStrip).has_picture


def test_the_curve_marks_a_check_once_though_later_steps_name_its_score(page: FinetunePage, scene: Scene):
    job_id = begin(page, scene)
    check = FinetuneMoment(stage="training", step=8, steps=90, **CHECKED, preview=STRIP)
    scene.take(Preview(job_id=job_id, payload=check))
    for step in (8, 9, 10):
        after = FinetuneMoment(stage="training", step=step, steps=90, loss=0.1, **CHECKED)
        scene.take(Preview(job_id=job_id, payload=after))
    curve = page.findChild(LossCurve)
    assert list(curve._checks) == [8] and list(curve._steps) == [8, 9, 10]


def test_a_cancel_reaches_the_job_and_what_is_kept_is_told(page: FinetunePage, scene: Scene):
    job_id = begin(page, scene)
    click(page, "finetune_cancel")
    assert scene.engine.cancelled == [job_id]
    scene.take(WasCancelled(job_id=job_id, kept=plain("The best weights so far are kept in best.safetensors.")))
    assert "best.safetensors" in text_of(page, "finetune_stage")
    assert can(page, "finetune_start")


def test_a_failure_is_told_in_the_engines_words(page: FinetunePage, scene: Scene):
    job_id = begin(page, scene)
    scene.take(Failed(job_id=job_id, code="data", message=plain("Too few faces."), hint=plain("Add photos.")))
    assert text_of(page, "finetune_stage") == "Too few faces. Add photos."
    assert can(page, "finetune_start")


def test_the_result_is_compared_and_the_new_model_can_be_used(page: FinetunePage, scene: Scene, qtbot):
    begin(page, scene)
    scene.finish(finetuned())
    table = page.findChild(QTableWidget, "finetune_scores")
    rows = [[table.item(row, column).text() for column in range(5)] for row in range(3)]
    assert rows == [
        ["Photos as given", "25.00 dB", "0.500", "–", "0.20"],
        ["m8", "26.00 dB", "0.300", "2.00 %", "1.04"],
        ["mine", "26.50 dB", "0.288", "1.80 %", "1.00"],
    ]
    assert "mine is better than m8" in text_of(page, "finetune_verdict")
    assert page.findChild(Segments, "finetune_steps").value() == "result"
    with qtbot.waitSignal(page.model_finetuned) as told:
        click(page, "use_model")
    assert told.args == ["mine"]


def test_the_table_of_scores_names_its_columns_in_full_where_there_is_little_room(page: FinetunePage, scene: Scene):
    begin(page, scene)
    scene.finish(finetuned())
    page.resize(760, 600)
    table = page.findChild(QTableWidget, "finetune_scores")
    header = table.horizontalHeader()
    for column in range(table.columnCount()):
        words = table.horizontalHeaderItem(column).text().split("\n")
        widest = max(header.fontMetrics().horizontalAdvance(word) for word in words)
        assert widest <= header.sectionSize(column), words
    assert table.sizeHintForColumn(0) <= header.sectionSize(0)


def test_the_estimate_is_the_same_before_and_while_it_runs_and_never_grows(page: FinetunePage, scene: Scene):
    assert "about 15 min" in text_of(page, "finetune_estimate")
    job_id = begin(page, scene)
    scene.take(Preview(job_id=job_id, payload=FinetuneMoment(stage="speed")))
    told = [text_of(page, "finetune_eta")]
    for eta_s in (1200.0, 700.0, 760.0, 50.0, 70.0):
        moment = FinetuneMoment(stage="training", step=1, steps=9, eta_s=eta_s)
        scene.take(Preview(job_id=job_id, payload=moment))
        told.append(text_of(page, "finetune_eta"))
    about = "about {} min left"
    assert told == [about.format(15), about.format(15), *[about.format(12)] * 2, *["less than 1 min left"] * 2]


def test_much_time_is_advised_against(page: FinetunePage):
    box(page, "finetune_minutes").set_key("30")
    next_row(page, "finetune_minutes")
    assert "about 60 min" in text_of(page, "finetune_estimate") and "many photos" in text_of(page, "finetune_estimate")


def test_a_model_that_is_no_better_is_not_offered(page: FinetunePage, scene: Scene):
    begin(page, scene)
    scene.finish(finetuned(model=None, improved=False, reason="It lost sharpness."))
    assert "Nothing was kept" in text_of(page, "finetune_verdict")
    assert "It lost sharpness" in text_of(page, "finetune_reason")
    table = page.findChild(QTableWidget, "finetune_scores")
    assert table.item(2, 1).text() == "26.50 dB"  # what was refused is shown all the same
    assert not page.findChild(QAbstractButton, "use_model").isVisible()


def test_the_page_can_be_left_while_it_runs(page: FinetunePage, scene: Scene):
    job_id = begin(page, scene)
    page.hide()
    scene.take(Preview(job_id=job_id, payload=FinetuneMoment(stage="training", step=3, steps=9, loss=0.5)))
    page.show()
    assert "step 3 of 9" in text_of(page, "finetune_stage")
    assert not can(page, "finetune_start")


def test_a_model_without_last_layers_is_advised_against(page: FinetunePage):
    next_row(page, "finetune_model")
    assert "train all layers" in text_of(page, "finetune_layers_words")


def test_a_dropped_photo_gives_its_folder(page: FinetunePage, tmp_path: Path):
    photo = tmp_path / "album" / "a.jpg"
    photo.parent.mkdir()
    photo.write_bytes(b"x")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(photo))])
    copy, button, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    page.dropEvent(QDropEvent(QPointF(5, 5), copy, data, button, none))
    assert page._form.folder == photo.parent


def test_the_shipped_models_can_be_finetuned():
    found = finetunable_models(scan_models()[0])
    assert {"sparnet-hd", "sparnet-x8"} <= {model.id for model in found}
    assert found[0].id == "sparnet-x8"  # the one that gains most at 32 px
    assert all(model.has_last_layers for model in found)
