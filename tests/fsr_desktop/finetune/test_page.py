# pyright: reportOptionalMemberAccess=false
from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QSpinBox, QTableWidget, QTabWidget

from engine.models.base import Score
from engine.models.registry import scan_models
from engine.process.events import Failed, Preview, Started, WasCancelled
from engine.process.protocol import FindFinetuneFaces, Finetune, Finetuned, FinetuneFaces, FinetuneMoment
from fsr_desktop.finetune import page as finetune_page
from fsr_desktop.finetune.face_grid import FaceGrid
from fsr_desktop.finetune.loss_curve import LossCurve
from fsr_desktop.finetune.models import FinetunableModel, finetunable_models
from fsr_desktop.finetune.page import FinetunePage
from fsr_desktop.finetune.preview_strip import PreviewStrip
from tests.fsr_desktop.restored_scene import Scene

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
    qtbot.waitUntil(lambda: made.findChild(QComboBox, "finetune_model").count() == 2)
    return made


def click(page: FinetunePage, name: str) -> None:
    page.findChild(QPushButton, name).click()


def can(page: FinetunePage, name: str) -> bool:
    return page.findChild(QPushButton, name).isEnabled()


def text_of(page: FinetunePage, name: str) -> str:
    return page.findChild(QLabel, name).text()


def begin(page: FinetunePage, scene: Scene) -> int:
    page._form.set_folder(scene.folder)
    click(page, "finetune_start")
    job_id, _job = scene.running
    scene.take(Started(job_id=job_id))
    return job_id


def score(psnr_db: float) -> Score:
    return Score(input_px=16, faces=3, psnr_db=psnr_db, ssim=0.8, bicubic_psnr_db=20.0, bicubic_ssim=0.6)


def finetuned(*, model: str | None = "mine", improved: bool = True, reason: str = "It is better.") -> Finetuned:
    return Finetuned(
        model=model,
        improved=improved,
        reason=reason,
        base_scores=(score(26.0),),
        scores=(score(26.5),),
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
    assert QGuiApplication.clipboard().text() == 'pip install "fsr-desktop[train]"'
    with qtbot.waitSignal(page.left):
        click(page, "finetune_back")


def test_nothing_can_start_before_a_folder_is_chosen(page: FinetunePage):
    assert not can(page, "finetune_start") and not can(page, "finetune_look")


def test_a_look_shows_the_faces_and_how_many_are_held_out(page: FinetunePage, scene: Scene):
    page._form.set_folder(scene.folder)
    click(page, "finetune_look")
    job = scene.running[1]
    assert isinstance(job, FindFinetuneFaces) and (job.model, job.photos) == ("m8", scene.folder)
    assert not can(page, "finetune_start")
    pictures = np.zeros((3, 96, 96, 3), np.uint8)
    held_out = (False, False, True)
    scene.finish(FinetuneFaces(pictures=pictures, photos=("a", "b", "c"), held_out=held_out, too_small=4))
    words = text_of(page, "finetune_words")
    assert page.findChild(FaceGrid).count == 3
    assert "2 face" in words and "1 face" in words and "4 face" in words
    assert can(page, "finetune_start")


def test_a_refusal_is_told_and_holds_until_another_choice(page: FinetunePage, scene: Scene, tmp_path: Path):
    page._form.set_folder(scene.folder)
    click(page, "finetune_look")
    none = np.zeros((0, 96, 96, 3), np.uint8)
    scene.finish(FinetuneFaces(pictures=none, photos=(), held_out=(), too_small=0, refusal="Too few faces: 2 of 8."))
    assert "Too few faces" in text_of(page, "finetune_words")
    assert not can(page, "finetune_start")
    page._form.set_folder(tmp_path / "other")
    assert can(page, "finetune_start")


def test_the_faces_of_another_folder_do_not_stay(page: FinetunePage, scene: Scene, tmp_path: Path):
    page._form.set_folder(scene.folder)
    click(page, "finetune_look")
    pictures = np.zeros((2, 96, 96, 3), np.uint8)
    scene.finish(FinetuneFaces(pictures=pictures, photos=("a", "b"), held_out=(False, True), too_small=0))
    page.findChild(QSpinBox, "finetune_minutes").setValue(9)
    assert page.findChild(FaceGrid).count == 2
    page._form.set_folder(tmp_path / "other")
    assert page.findChild(FaceGrid).count == 0
    assert "Choose a folder" in text_of(page, "finetune_words")


def test_a_refusal_has_a_sign_until_another_choice(page: FinetunePage, scene: Scene, tmp_path: Path):
    sign = page.findChild(QLabel, "finetune_sign")
    assert not sign.isVisible()
    page._form.set_folder(scene.folder)
    click(page, "finetune_look")
    none = np.zeros((0, 96, 96, 3), np.uint8)
    scene.finish(FinetuneFaces(pictures=none, photos=(), held_out=(), too_small=0, refusal="No photos."))
    assert sign.isVisible()
    page._form.set_folder(tmp_path / "other")
    assert not sign.isVisible()


def test_a_finetuning_that_waits_and_one_that_gets_ready_are_told_apart(page: FinetunePage, scene: Scene):
    page._form.set_folder(scene.folder)
    click(page, "finetune_start")
    assert "Waiting" in text_of(page, "finetune_stage")
    scene.take(Started(job_id=scene.running[0]))
    assert "ready" in text_of(page, "finetune_stage")


def test_start_sends_what_was_chosen(page: FinetunePage, scene: Scene):
    page.findChild(QSpinBox, "finetune_minutes").setValue(7)
    layers = page.findChild(QComboBox, "finetune_layers")
    layers.setCurrentIndex(layers.findData("all"))
    begin(page, scene)
    job = scene.running[1]
    assert isinstance(job, Finetune)
    assert (job.model, job.layers, job.minutes, job.name) == ("m8", "all", 7.0, scene.folder.name)
    assert not can(page, "finetune_start") and not can(page, "finetune_look")


def test_the_training_is_shown_as_it_runs(page: FinetunePage, scene: Scene):
    job_id = begin(page, scene)
    for step in range(1, 5):
        moment = FinetuneMoment(stage="training", step=step, steps=90, loss=0.1 / step, eta_s=65)
        scene.take(Preview(job_id=job_id, payload=moment))
    check = FinetuneMoment(stage="training", step=5, steps=90, psnr_db=26.5, base_psnr_db=26.0, preview=STRIP, eta_s=65)
    scene.take(Preview(job_id=job_id, payload=check))
    assert "step 5 of 90" in text_of(page, "finetune_stage") and "+0.50 dB" in text_of(page, "finetune_stage")
    assert "1:05" in text_of(page, "finetune_eta")
    assert "Step 4" in page.findChild(LossCurve).summary() and "26.50" in page.findChild(LossCurve).summary()
    assert page._run.findChild(PreviewStrip).has_picture


def test_the_curve_marks_a_check_once_though_later_steps_name_its_score(page: FinetunePage, scene: Scene):
    job_id = begin(page, scene)
    check = FinetuneMoment(stage="training", step=8, steps=90, psnr_db=26.5, base_psnr_db=26.0, preview=STRIP)
    scene.take(Preview(job_id=job_id, payload=check))
    for step in (8, 9, 10):
        after = FinetuneMoment(stage="training", step=step, steps=90, loss=0.1, psnr_db=26.5, base_psnr_db=26.0)
        scene.take(Preview(job_id=job_id, payload=after))
    curve = page.findChild(LossCurve)
    assert list(curve._checks) == [8] and list(curve._steps) == [8, 9, 10]


def test_a_cancel_reaches_the_job_and_what_is_kept_is_told(page: FinetunePage, scene: Scene):
    job_id = begin(page, scene)
    click(page, "finetune_cancel")
    assert scene.engine.cancelled == [job_id]
    scene.take(WasCancelled(job_id=job_id, kept="The best weights so far are kept in best.safetensors."))
    assert "best.safetensors" in text_of(page, "finetune_stage")
    assert can(page, "finetune_start")


def test_a_failure_is_told_in_the_engines_words(page: FinetunePage, scene: Scene):
    job_id = begin(page, scene)
    scene.take(Failed(job_id=job_id, code="data", message="Too few faces.", hint="Add photos."))
    assert text_of(page, "finetune_stage") == "Too few faces. Add photos."
    assert can(page, "finetune_start")


def test_the_result_is_compared_and_the_new_model_can_be_used(page: FinetunePage, scene: Scene, qtbot):
    begin(page, scene)
    scene.finish(finetuned())
    table = page.findChild(QTableWidget, "finetune_scores")
    assert [table.item(0, column).text() for column in range(4)] == ["16 px", "26.00 dB", "26.50 dB", "+0.50 dB"]
    assert "mine is better than m8" in text_of(page, "finetune_verdict")
    assert page.findChild(QTabWidget).currentIndex() == finetune_page.RESULT
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


def test_one_minute_is_not_called_minutes(page: FinetunePage):
    minutes = page.findChild(QSpinBox, "finetune_minutes")
    minutes.setValue(1)
    assert minutes.text() == "1 minute"
    minutes.setValue(2)
    assert minutes.text() == "2 minutes"


def test_a_model_that_is_no_better_is_not_offered(page: FinetunePage, scene: Scene):
    begin(page, scene)
    scene.finish(finetuned(model=None, improved=False, reason="It is 0.1 dB worse."))
    assert "Nothing was kept" in text_of(page, "finetune_verdict")
    assert "0.1 dB worse" in text_of(page, "finetune_reason")
    assert not page.findChild(QPushButton, "use_model").isVisible()


def test_the_page_can_be_left_while_it_runs(page: FinetunePage, scene: Scene):
    job_id = begin(page, scene)
    page.hide()
    scene.take(Preview(job_id=job_id, payload=FinetuneMoment(stage="training", step=3, steps=9, loss=0.5)))
    page.show()
    assert "step 3 of 9" in text_of(page, "finetune_stage")
    assert not can(page, "finetune_start")


def test_a_model_without_last_layers_is_advised_against(page: FinetunePage):
    model = page.findChild(QComboBox, "finetune_model")
    model.setCurrentIndex(model.findData("odd"))
    assert "train all layers" in text_of(page, "finetune_advice")


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
