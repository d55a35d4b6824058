from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from engine.explain.overlay import OverlayStyle
from engine.messages import plain
from engine.paths import samples_folder
from engine.process.events import Failed
from engine.process.export_jobs import (
    ExportAnimation,
    ExportBeforeAfter,
    ExportComparison,
    ExportCrops,
    ExportFigure,
    ExportPhoto,
    FileOptions,
)
from engine.process.protocol import Exported
from fsr_desktop.export.exporter import Exporter
from fsr_desktop.export.jobs import ExportChoice, Format, export_jobs, targets_of
from fsr_desktop.export.usual_folder import usual_folder
from tests.fsr_desktop.export.written_files import written
from tests.fsr_desktop.restored_scene import Scene

TODAY = datetime.date(2026, 3, 9)
STYLES = (OverlayStyle(overlay="attention/mean"),)


def exported_job(scene: Scene, choice: ExportChoice):
    before = set(scene.engine.jobs)
    Exporter(scene.workspace).export_with(choice)
    (new,) = set(scene.engine.jobs) - before
    return scene.engine.jobs[new]


def change(scene: Scene, **values) -> None:
    scene.settings.change(replace(scene.settings.current, **values))


def test_a_quick_export_writes_the_whole_photo_beside_its_file_without_loss(restored: Scene, tmp_path: Path):
    Exporter(restored.workspace).export_photo()
    job = restored.running[1]
    assert isinstance(job, ExportPhoto)
    assert job.path == tmp_path / "grandma.jpg"
    assert job.target == tmp_path / "grandma_restored.png"
    assert [face.file.name for face in job.faces] == ["f1.npz", "f2.npz"]
    assert not job.replace_existing


def test_a_quick_export_follows_the_settings(restored: Scene, tmp_path: Path):
    change(restored, output_folder=str(tmp_path / "out"), name_pattern="{model} {name} {number}", export_format="jpeg")
    restored.workspace.set_photo_options(scale=2, match_grain=True)
    restored.restore()
    Exporter(restored.workspace).export_photo()
    job = restored.running[1]
    assert isinstance(job, ExportPhoto)
    assert job.target == tmp_path / "out" / "m8 grandma 1.jpg"
    assert (job.scale, job.match_grain) == (2, True)


def test_a_target_is_never_a_photo_of_the_session(scene: Scene, tmp_path: Path):
    scene.open("a.png", photo_format="PNG")
    scene.open("a_restored.png", photo_format="PNG")
    scene.workspace.show_photo("p1")
    scene.restore()
    change(scene, name_pattern="{name}")
    Exporter(scene.workspace).export_photo()
    sent = scene.running[1]
    assert isinstance(sent, ExportPhoto) and sent.target == tmp_path / "a-2.png"
    job = ExportChoice(replace_existing=True)
    photo = scene.workspace.session.get("p1")
    assert photo
    (planned,) = export_jobs(job, [photo], scene.workspace.session, TODAY)
    assert targets_of(planned) == (tmp_path / "a_restored-2.png",)


def test_all_photos_are_exported_to_different_files_with_one_notice(scene: Scene, qtbot, tmp_path: Path):
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        scene.open(f"{folder}/same.jpg")
        scene.restore()
    change(scene, output_folder=str(tmp_path))
    exporter = Exporter(scene.workspace)
    told: list[list[Path]] = []
    exporter.exported.connect(told.append)
    exporter.export_all()
    for name in ("same_restored.png", "same_restored-2.png"):
        job = scene.running[1]
        assert isinstance(job, ExportPhoto) and job.target == tmp_path / name
        scene.finish(Exported(files=(job.target,)))
    assert told == [[tmp_path / "same_restored.png", tmp_path / "same_restored-2.png"]]
    (notice,) = scene.notices
    assert str(tmp_path) in notice.text and notice.text.startswith("2 ")
    assert (notice.level, notice.stays, notice.folder) == ("done", True, tmp_path)


def test_a_saved_file_is_told_with_what_the_engine_noted(restored: Scene, tmp_path: Path):
    Exporter(restored.workspace).export_photo()
    restored.finish(Exported(files=(tmp_path / "x.png",), notes=(plain("The profile was kept."),)))
    (notice,) = restored.notices
    assert (notice.level, notice.hint, notice.stays) == ("done", "The profile was kept.", False)
    assert str(tmp_path / "x.png") in notice.text


def test_a_note_of_one_photo_of_several_names_it(scene: Scene, tmp_path: Path):
    for name in ("a.jpg", "b.jpg", "c.jpg"):
        scene.open(name)
        scene.restore()
    Exporter(scene.workspace).export_all()
    for number in range(3):
        notes = [plain("Page 1 of 3 was read.")] if number == 1 else []
        scene.finish(Exported(files=(tmp_path / f"{number}.png",), notes=(*notes, plain("It was turned."))))
    (notice,) = scene.notices
    assert notice.hint == "a.jpg (+2): It was turned. b.jpg: Page 1 of 3 was read."


def test_faces_that_were_not_restored_yet_are_told(restored: Scene, tmp_path: Path):
    restored.workspace.choose_model("other", face_id="f1")
    exporter = Exporter(restored.workspace)
    restored.bridge.cancel_all()
    restored.take(Failed(job_id=restored.running[0], code="bug", message=plain("x")))
    restored.notices.clear()
    exporter.export_photo()
    restored.finish(Exported(files=(tmp_path / "x.png",)))
    hint = restored.notices[-1].hint.replace("face(s)", "face")  # with and without the English plurals
    assert "1 face had not been restored" in hint


def test_a_photo_that_is_not_restored_is_refused_in_words(scene: Scene):
    scene.open("grandma.jpg")
    count = len(scene.engine.jobs)
    Exporter(scene.workspace).export_photo()
    Exporter(scene.workspace).export_all()
    assert len(scene.engine.jobs) == count
    assert ["grandma.jpg" in notice.text for notice in scene.notices] == [True, False]
    assert all("Restore" in notice.hint for notice in scene.notices)


def test_without_a_photo_an_export_says_so(scene: Scene):
    exporter = Exporter(scene.workspace)
    exporter.export_photo()
    exporter.export_all()
    exporter.export_with(ExportChoice(what="crops"))
    assert [notice.text for notice in scene.notices] == ["No photo is open."] * 3


def test_the_engines_words_of_a_failure_are_told_once(restored: Scene):
    Exporter(restored.workspace).export_photo()
    failure = Failed(
        job_id=restored.running[0], code="photo", message=plain("The disk is full."), hint=plain("Make room.")
    )
    restored.take(failure)
    assert [(n.level, n.text, n.hint) for n in restored.notices] == [("error", "The disk is full.", "Make room.")]
    assert restored.notices[0].photo_id == "p1"


def test_what_was_saved_and_left_out_is_told_where_one_of_many_fails(scene: Scene, tmp_path: Path):
    for name in ("a.jpg", "b.jpg"):
        scene.open(name)
        scene.restore()
    scene.open("c.jpg")
    scene.notices.clear()
    Exporter(scene.workspace).export_all()
    scene.take(Failed(job_id=scene.running[0], code="photo", message=plain("The disk is full.")))
    scene.finish(Exported(files=(tmp_path / "b_restored.png",)))
    notice = scene.notices[-1]
    assert (notice.level, notice.folder, notice.stays) == ("warning", tmp_path, True)
    assert "The disk is full." in notice.hint and "Left out: 1 not restored yet." in notice.hint


def test_a_cancelled_export_is_told_with_what_was_saved(scene: Scene, tmp_path: Path):
    for name in ("a.jpg", "b.jpg"):
        scene.open(name)
        scene.restore()
    Exporter(scene.workspace).export_all()
    scene.bridge.cancel(scene.bridge.tasks[-1])
    scene.finish(Exported(files=(tmp_path / "a_restored.png",)))
    assert scene.notices[-1].text.startswith("The export was cancelled.")
    assert "a_restored.png" in scene.notices[-1].text


def test_a_photo_without_faces_is_written_enlarged(scene: Scene):
    scene.open("view.jpg", faces=0)
    exporter = Exporter(scene.workspace)
    ends: list[bool] = []
    exporter.ended.connect(ends.append)
    exporter.export_photo()
    assert "would be the same" in scene.notices[-1].text and "×2" in scene.notices[-1].hint
    scene.workspace.set_photo_options(scale=2)
    exporter.export_photo()
    job = scene.running[1]
    assert isinstance(job, ExportPhoto) and (job.scale, job.faces) == (2, ())
    written(scene)
    assert (scene.notices[-1].level, scene.notices[-1].photo_id, ends) == ("done", "p1", [True])
    exporter.export_all()
    assert scene.bridge.is_busy is False


def test_crops_get_one_target_for_each_face(restored: Scene, tmp_path: Path):
    job = exported_job(restored, ExportChoice(what="crops", folder=tmp_path / "c"))
    assert isinstance(job, ExportCrops)
    assert [target.name for target in job.targets] == ["grandma_restored_face1.png", "grandma_restored_face2.png"]
    assert targets_of(job)[0].name == "grandma_restored_face1_before.png"


def test_a_crop_keeps_the_number_of_its_face_when_another_failed(scene: Scene):
    scene.open("g.jpg")
    scene.restore(failing=("f1",))
    job = exported_job(scene, ExportChoice(what="crops"))
    assert isinstance(job, ExportCrops)
    assert [target.name for target in job.targets] == ["g_restored_face2.png"]


def test_a_comparison_of_a_face_covers_it_and_stays_in_the_photo(restored: Scene):
    restored.workspace.select_face("f2")
    job = exported_job(restored, ExportChoice(what="comparison", only_face=True))
    assert isinstance(job, ExportComparison) and job.region
    face = restored.workspace.session.selected_face
    assert face
    assert job.region.left < face.face.box.left and job.region.right > face.face.box.right
    assert job.region.top >= 0 and job.region.right <= 400
    assert job.target.name == "grandma_restored_face2_comparison.png"


def test_a_comparison_of_the_photo_has_no_region(restored: Scene):
    job = exported_job(restored, ExportChoice(what="comparison"))
    assert isinstance(job, ExportComparison) and job.region is None


def test_a_figure_is_of_the_selected_face(restored: Scene):
    restored.workspace.select_face("f2")
    job = exported_job(restored, ExportChoice(what="figure", format="tiff", overlays=STYLES))
    assert isinstance(job, ExportFigure)
    assert (job.file.name, job.target.name) == ("f2.npz", "grandma_restored_face2_figure.tiff")
    assert job.overlays == STYLES


def test_an_animation_is_a_gif_unless_mp4_is_chosen(restored: Scene):
    choice = ExportChoice(what="animation", overlays=STYLES, seconds_each=1.5)
    job = exported_job(restored, choice)
    assert isinstance(job, ExportAnimation)
    assert (job.target.suffix, job.seconds_each, job.file.name) == (".gif", 1.5, "f1.npz")


def test_a_selected_face_that_is_not_restored_is_refused_in_words(scene: Scene):
    scene.open("g.jpg")
    scene.restore(failing=("f1",))
    scene.workspace.select_face("f1")
    count = len(scene.engine.jobs)
    Exporter(scene.workspace).export_with(ExportChoice(what="figure", overlays=STYLES))
    assert len(scene.engine.jobs) == count
    assert scene.notices[-1].text == "The selected face is not restored."


@pytest.fixture
def pictures(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    folder = tmp_path / "Pictures"
    monkeypatch.setattr("fsr_desktop.export.usual_folder.QStandardPaths.writableLocation", lambda _kind: str(folder))
    return folder


def test_a_pasted_photo_is_exported_into_the_users_pictures(scene: Scene, own_data_folder: Path, pictures: Path):
    (own_data_folder / "pasted").mkdir()
    scene.folder = own_data_folder / "pasted"
    scene.open("pasted 2026-03-09 10-20-30.png", photo_format="PNG")
    scene.restore()
    Exporter(scene.workspace).export_photo()
    job = scene.running[1]
    assert isinstance(job, ExportPhoto) and job.target == pictures / "pasted 2026-03-09 10-20-30_restored.png"


def test_a_sample_is_exported_into_the_users_pictures_and_not_where_the_program_is(scene: Scene, pictures: Path):
    scene.folder = samples_folder()
    scene.open("two-people.jpg")
    scene.restore()
    job = exported_job(scene, ExportChoice(what="comparison"))
    assert isinstance(job, ExportComparison) and job.target.parent == pictures


def test_a_folder_that_was_chosen_holds_for_pasted_photos_too(scene: Scene, own_data_folder: Path, tmp_path: Path):
    scene.folder = own_data_folder
    scene.open("pasted.png", photo_format="PNG")
    scene.restore()
    job = exported_job(scene, ExportChoice(folder=tmp_path / "out"))
    assert isinstance(job, ExportPhoto) and job.target.parent == tmp_path / "out"


def test_without_a_pictures_folder_it_is_the_home_folder(monkeypatch: pytest.MonkeyPatch, own_data_folder: Path):
    monkeypatch.setattr("fsr_desktop.export.usual_folder.QStandardPaths.writableLocation", lambda _kind: "")
    assert usual_folder(own_data_folder / "pasted" / "a.png") == Path.home()
    assert usual_folder(Path("/photos/a.png")) == Path("/photos")


def test_where_pasted_photos_went_is_told_with_the_others(
    scene: Scene, own_data_folder: Path, pictures: Path, tmp_path: Path
):
    for folder in (tmp_path, own_data_folder):
        scene.folder = folder
        scene.open("a.jpg")
        scene.restore()
    Exporter(scene.workspace).export_all()
    for _photo in range(2):
        job = scene.running[1]
        assert isinstance(job, ExportPhoto)
        scene.finish(Exported(files=(job.target,)))
    assert str(pictures) in scene.notices[-1].hint


def test_before_and_after_is_an_animation_of_the_photo_or_of_the_face_with_its_surroundings(restored: Scene):
    choice = ExportChoice(what="before-after", transition="fade", seconds=6.0)
    job = exported_job(restored, choice)
    assert isinstance(job, ExportBeforeAfter)
    assert (job.target.name, job.region) == ("grandma_restored_before_after.gif", None)
    assert (job.transition, job.seconds, len(job.faces)) == ("fade", 6.0, 2)
    restored.finish(Exported(files=()))
    restored.workspace.select_face("f2")
    job = exported_job(restored, replace(choice, only_face=True, format="webp"))
    assert isinstance(job, ExportBeforeAfter) and job.region
    assert job.target.name == "grandma_restored_face2_before_after.webp"


def test_a_photos_file_is_written_as_the_settings_say(restored: Scene):
    change(restored, export_format="jpeg", export_quality=70, export_long_edge=1600, export_metadata=False,
           export_record=False)  # fmt: skip
    Exporter(restored.workspace).export_photo()
    job = restored.running[1]
    assert isinstance(job, ExportPhoto)
    assert job.options == FileOptions(quality=70, long_edge_px=1600, keep_metadata=False, record=False)


@pytest.mark.parametrize(("chosen", "quality", "kept"), [("webp", 100, None), ("webp", 80, 80), ("jpeg", 100, 100)])
def test_a_webp_of_full_quality_loses_nothing(restored: Scene, chosen: Format, quality: int, kept: int | None):
    job = exported_job(restored, ExportChoice(format=chosen, options=FileOptions(quality=quality)))
    assert isinstance(job, ExportPhoto) and job.options.quality == kept


def test_a_webp_that_stays_one_loses_nothing(scene: Scene):
    scene.open("a.webp", photo_format="WEBP")
    scene.restore()
    job = exported_job(scene, ExportChoice(options=FileOptions(quality=80)))
    assert isinstance(job, ExportPhoto) and job.target.suffix == ".webp" and job.options.quality is None
