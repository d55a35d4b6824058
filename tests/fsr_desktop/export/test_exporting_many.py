"""Of several photos those are written that changed since, and nothing is written twice."""

from __future__ import annotations

from engine.messages import plain
from engine.process.events import Failed
from fsr_desktop.export.exporter import Exporter
from tests.fsr_desktop.export.written_files import written
from tests.fsr_desktop.restored_scene import Scene


def test_all_photos_are_written_only_as_far_as_they_changed_and_the_others_are_told(scene: Scene):
    for name in ("a.jpg", "b.jpg"):
        scene.open(name)
        scene.restore()
    scene.open("c.jpg")
    scene.open("d.jpg", faces=0)
    scene.notices.clear()
    exporter = Exporter(scene.workspace)
    exporter.export_all()
    assert written(scene) == ["a_restored.png", "b_restored.png"]
    assert "Left out: 1 not restored yet, 1 without a face." in scene.notices[-1].hint
    scene.workspace.show_photo("p1")
    scene.workspace.set_strength(0.5, face_id="f1")
    exporter.export_all()
    assert written(scene) == ["a_restored.png"]
    assert scene.notices[-1].stays  # many were asked for
    assert "1 unchanged since its export" in scene.notices[-1].hint
    exporter.export_all()
    assert written(scene) == [] and scene.notices[-1].text == "There is nothing new to export"


def test_what_is_being_written_is_not_written_twice(scene: Scene):
    for name in ("a.jpg", "b.jpg"):
        scene.open(name)
        scene.restore()
    exporter = Exporter(scene.workspace)
    for _press in range(4):
        exporter.export_all()
    exporter.export_photo()
    assert scene.notices and {notice.text for notice in scene.notices} == {"There is nothing new to export"}
    assert written(scene) == ["a_restored.png", "b_restored.png"] and not exporter.is_busy
    exporter.export_photo()  # later, and asked for by name: as before
    assert written(scene) == ["b_restored.png"]


def test_a_photo_that_changed_while_it_is_written_is_written_again(scene: Scene):
    scene.open("a.jpg")
    scene.restore()
    exporter = Exporter(scene.workspace)
    exporter.export_photo()
    scene.workspace.set_strength(0.5, face_id="f1")
    exporter.export_all()
    exporter.export_all()
    assert written(scene) == ["a_restored.png", "a_restored.png"]


def test_a_photo_whose_export_failed_can_be_exported_at_once(restored: Scene):
    exporter = Exporter(restored.workspace)
    exporter.export_photo()
    restored.take(Failed(job_id=restored.running[0], code="photo", message=plain("The disk is full.")))
    exporter.export_photo()
    assert written(restored) == ["grandma_restored.png"]


def test_the_selected_photos_are_written_alone(scene: Scene):
    for name in ("a.jpg", "b.jpg", "c.jpg"):
        scene.open(name)
        scene.restore()
    scene.workspace.show_photo("p3")
    scene.workspace.select_photos(["p1"])
    Exporter(scene.workspace).export_all()
    assert written(scene) == ["a_restored.png", "c_restored.png"]
