from __future__ import annotations

import dataclasses
import json
import re
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.context import Cancelled, JobContext
from engine.errors import DataError, EngineError, PhotoError
from engine.explain.overlay import OverlayStyle
from engine.jobs import export_animation, export_before_after, export_figure
from engine.jobs.state import ServiceState
from engine.messages import Language
from engine.photo_io import read_photo
from engine.photo_io.record import SOURCE_TYPE
from engine.pipeline.face_file import write_face_file
from engine.pipeline.own_results import without_own_results
from engine.process.export_jobs import ExportAnimation, ExportBeforeAfter, ExportComparison, ExportFigure
from engine.process.protocol import EngineSettings, Exported, PlacedFace
from engine.types import Box, Face
from tests.engine.explain.explained_face import explained_face

STYLES = (OverlayStyle(overlay="attention/mean"), OverlayStyle(overlay="consistency"))


@pytest.fixture
def face_path(tmp_path: Path) -> Path:
    path = tmp_path / "face.npz"
    write_face_file(explained_face(), path)
    return path


def state() -> ServiceState:
    return ServiceState(EngineSettings(device="cpu"))


def run_figure(face: Path, target: Path, *, replace_existing: bool = False, overlays=STYLES) -> Exported:
    job = ExportFigure(file=face, target=target, overlays=overlays, replace_existing=replace_existing)
    return export_figure.run_figure(job, state(), JobContext(), lambda _: None)


def run_animation(face: Path, target: Path, *, replace_existing: bool = False, context: JobContext | None = None):
    job = ExportAnimation(
        file=face,
        photo=target.parent / "photo.jpg",
        face=Face(box=Box(1, 2, 3, 4), points=None, score=1.0, source="hand"),
        target=target,
        overlays=STYLES,
        side_px=128,
        seconds_each=0.2,
        replace_existing=replace_existing,
    )
    return export_animation.run(job, state(), context or JobContext(), lambda _: None)


@pytest.mark.parametrize(("suffix", "kind"), [(".png", "PNG"), (".jpg", "JPEG"), (".tiff", "TIFF")])
def test_a_figure_has_300_dpi_in_every_format(face_path: Path, tmp_path: Path, suffix: str, kind: str) -> None:
    target = tmp_path / "new folder" / f"figure{suffix}"
    assert run_figure(face_path, target) == Exported(files=(target,))
    with Image.open(target) as image:
        assert image.format == kind and image.info["dpi"] == pytest.approx((300, 300), abs=0.1)
        assert image.width > 4 * 512


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".tif", ".webp"])
def test_a_picture_of_a_restored_face_says_so_and_is_no_photo_to_restore(
    face_path: Path, photo_path: Path, tmp_path: Path, suffix: str
) -> None:
    target = tmp_path / f"picture{suffix}"
    if suffix == ".webp":
        run_animation(face_path, target)
    else:
        run_figure(face_path, target)
    packet = read_photo(target).metadata.xmp or b""
    assert re.findall(rb"<fsr:OutsideRange>([^<]*)<", packet) == [b"False"]
    assert SOURCE_TYPE.encode() in packet and re.findall(rb"<fsr:Model>([^<]*)<", packet) == [b"tiny-x2"]
    assert without_own_results([photo_path, target]) == [photo_path]


class Noted(dict[str, str]):
    """No translations; `asked` are the templates that were written."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def get(self, key: str, default: str | None = None) -> str | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        self.asked.append(key)
        return default


@pytest.mark.parametrize("is_outside", [False, True])
def test_a_face_outside_the_range_of_its_model_is_marked_in_every_picture_of_it(
    photo_path: Path, tmp_path: Path, is_outside: bool
) -> None:
    face, noted = tmp_path / "outside.npz", Noted()
    write_face_file(dataclasses.replace(explained_face(), outside_range=is_outside), face)
    faces, language = (PlacedFace(file=face),), Language(templates=noted)
    figure = ExportFigure(file=face, target=tmp_path / "a.png", overlays=(), language=language)
    compared = ExportComparison(path=photo_path, target=tmp_path / "b.png", faces=faces, language=language)
    film = ExportBeforeAfter(path=photo_path, target=tmp_path / "c.webp", faces=faces, seconds=1, language=language)
    given = state(), JobContext(), lambda _told: None
    for run in (
        lambda: export_figure.run_figure(figure, *given),
        lambda: export_figure.run_comparison(compared, *given),
        lambda: export_before_after.run(film, *given),
    ):
        noted.asked.clear()
        (file,) = run().files
        assert ("{model}, outside its range" in noted.asked) == is_outside, file.name
        packet = read_photo(file).metadata.xmp or b""
        assert re.findall(rb"<fsr:OutsideRange>(\w+)<", packet) == [str(is_outside).encode()]


def test_a_figure_is_numbered_unless_it_may_replace(face_path: Path, tmp_path: Path) -> None:
    target = tmp_path / "figure.png"
    run_figure(face_path, target)
    first = target.read_bytes()
    assert run_figure(face_path, target, overlays=()).files == (tmp_path / "figure-2.png",)
    assert target.read_bytes() == first
    assert run_figure(face_path, target, overlays=(), replace_existing=True).files == (target,)
    assert target.read_bytes() != first


def test_a_figure_that_cannot_be_made_leaves_no_file(face_path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    with pytest.raises(DataError, match="no overlay"):
        run_figure(face_path, folder / "a.png", overlays=(OverlayStyle(overlay="depth"),))
    with pytest.raises(PhotoError, match=r"cannot be written as '\.webp'"):
        run_figure(face_path, folder / "a.webp")
    with pytest.raises(DataError, match="missing"):
        run_figure(tmp_path / "none.npz", folder / "a.png")
    assert not folder.exists()


def test_a_folder_that_cannot_be_made_is_said_in_plain_words(face_path: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(EngineError, match="cannot be made"):
        run_figure(face_path, tmp_path / "file" / "a.png")
    with pytest.raises(EngineError, match="cannot be made"):
        run_animation(face_path, tmp_path / "file" / "a.gif")


def test_a_target_that_is_a_folder_is_said_in_plain_words(face_path: Path, tmp_path: Path) -> None:
    (tmp_path / "a.png").mkdir()
    with pytest.raises(EngineError, match=r"a\.png"):
        run_figure(face_path, tmp_path / "a.png", replace_existing=True)
    assert not list(tmp_path.glob(".fsr-*"))


@pytest.mark.parametrize("suffix", [".gif", ".mp4"])
def test_an_animation_comes_with_its_record(face_path: Path, tmp_path: Path, suffix: str) -> None:
    told: list[float] = []
    context = JobContext(report=lambda fraction, _stage: told.append(fraction))
    exported = run_animation(face_path, tmp_path / f"a{suffix}", context=context)
    assert exported.files == (tmp_path / f"a{suffix}", tmp_path / "a.json")
    assert exported.files[0].stat().st_size > 1000
    assert json.loads(exported.files[1].read_text())["model"] == "tiny-x2"
    assert told == sorted(told) and told[-1] == 1 and len(told) >= 6


def test_an_animation_finds_a_name_that_its_record_can_share(face_path: Path, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("{}")
    exported = run_animation(face_path, tmp_path / "a.gif")
    assert exported.files == (tmp_path / "a-2.gif", tmp_path / "a-2.json")
    assert (tmp_path / "a.json").read_text() == "{}"


def test_an_animation_replaces_its_own_record_but_no_other_file(face_path: Path, tmp_path: Path) -> None:
    target = tmp_path / "a.gif"
    run_animation(face_path, target)
    assert run_animation(face_path, target, replace_existing=True).files == (target, tmp_path / "a.json")
    (tmp_path / "a.json").write_text("{}")
    with pytest.raises(PhotoError, match="something else"):
        run_animation(face_path, target, replace_existing=True)
    assert (tmp_path / "a.json").read_text() == "{}"


@pytest.mark.parametrize("suffix", [".gif", ".mp4"])
def test_a_cancelled_animation_leaves_nothing(face_path: Path, tmp_path: Path, suffix: str) -> None:
    told: list[str] = []
    context = JobContext(report=lambda _fraction, stage: told.append(str(stage)), is_cancelled=lambda: len(told) == 3)
    with pytest.raises(Cancelled):
        run_animation(face_path, tmp_path / f"a{suffix}", context=context)
    assert [path.name for path in tmp_path.iterdir()] == ["face.npz"]


def compare(photo: Path, face: Path, target: Path, *, region: Box | None = None, scale: int = 1) -> Exported:
    job = ExportComparison(path=photo, target=target, faces=(PlacedFace(file=face),), region=region, scale=scale)
    return export_figure.run_comparison(job, state(), JobContext(), lambda _: None)


@pytest.fixture
def photo_path(tmp_path: Path) -> Path:
    """A green photo of 40 x 30 px; the grey restored face belongs at 3, 5."""
    path = tmp_path / "photo.png"
    Image.new("RGB", (40, 30), (0, 255, 0)).save(path)
    return path


def test_a_comparison_has_the_face_in_the_right_half_only(photo_path: Path, tmp_path: Path) -> None:
    row = np.tile(np.repeat([0.1, 0.9], 4), 4).astype(np.float32)
    stripes = np.broadcast_to(row[None, :, None], (32, 32, 3)).copy()
    face_path = tmp_path / "striped.npz"
    write_face_file(dataclasses.replace(explained_face(), restored=stripes), face_path)
    exported = compare(photo_path, face_path, tmp_path / "c.png")
    with Image.open(exported.files[0]) as image:
        pixels = np.asarray(image).astype(int)
    width, size = pixels.shape[1], 40 * 13  # enlarged 13 times, so that it is 512 px wide at least
    assert any("13 times" in str(note) for note in exported.notes)
    gap = (width - 2 * size) // 3
    line = (pixels.shape[0] - 30 * 13) // 2
    inside = pixels[line : line + 30 * 13]
    green = (inside == (0, 255, 0)).all(axis=2)
    assert green[:, gap : gap + size].all()
    after = green[:, 2 * gap + size : 2 * (gap + size)]
    assert not after[13 * 13, 11 * 13 - 40 : 11 * 13 + 40].all()  # the face's middle
    assert after[:, 25 * 13 :].all()  # beside the face


def test_a_comparison_of_a_region_shows_that_part(face_path: Path, photo_path: Path, tmp_path: Path) -> None:
    exported = compare(photo_path, face_path, tmp_path / "c.png", region=Box(30, 0, 8, 8), scale=2)
    with Image.open(exported.files[0]) as image:
        assert (np.asarray(image) == (0, 255, 0)).all(axis=2).sum() == 2 * 512 * 512  # far from the face


def test_the_photo_itself_is_never_replaced(face_path: Path, photo_path: Path) -> None:
    before = photo_path.read_bytes()
    with pytest.raises(PhotoError, match="never overwritten"):
        compare(photo_path, face_path, photo_path)
    assert photo_path.read_bytes() == before
