"""`fsr-desktop animate` on animations exported from a shipped sample, with a real model."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from PIL import Image

from engine.context import JobContext
from engine.detection.by_hand import face_from_box
from engine.explain.overlay import OverlayStyle
from engine.jobs import export_animation, restore_faces, single_out
from engine.jobs.state import ServiceState
from engine.paths import samples_folder
from engine.process.export_jobs import ExportAnimation
from engine.process.protocol import EngineSettings, FaceOutcome, FaceRequest, RestoreFaces, SingleOut
from engine.types import Box
from fsr_desktop.cli.main import main

BOX = Box(391, 168, 41, 48)  # of a face of two-people.jpg


def export(folder: Path, model: str, overlay: str) -> Path:
    """In a folder a photo, and beside it an animation and its record, as the window exports them; gives the record."""
    photo = Path(shutil.copy(samples_folder() / "two-people.jpg", folder))
    state, context = ServiceState(EngineSettings(device="cpu")), JobContext()
    request = FaceRequest(id="f1", face=face_from_box(BOX, photo_width=10_000, photo_height=10_000), model=model)
    work = folder / "work"
    job = RestoreFaces(path=photo, folder=work, faces=(request,), match_grain=True, include_large=True)
    told: list[object] = []
    restore_faces.run(job, state, context, told.append)
    (outcome,) = told
    assert isinstance(outcome, FaceOutcome) and outcome.file
    if overlay.startswith("singled"):
        single_out.run(SingleOut(file=outcome.file), state, context, lambda _: None)
    styles = (OverlayStyle(overlay=overlay), OverlayStyle(overlay="consistency"))
    target = folder / "out" / "a.gif"
    export = ExportAnimation(
        file=outcome.file, photo=photo, face=request.face, target=target, overlays=styles, side_px=128
    )
    export_animation.run(export, state, context, lambda _: None)
    return target.with_suffix(".json")


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("album")
    export(folder, "sparnet-x8", "attention/mean")
    return folder


@pytest.fixture
def album(exported: Path, tmp_path: Path) -> Path:
    """The same elsewhere."""
    return Path(shutil.copytree(exported, tmp_path / "moved", ignore=shutil.ignore_patterns("work")))


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = main(["animate", *map(str, arguments), "--device", "cpu"])
    captured = capsys.readouterr()
    return code, captured.out.strip(), captured.err


def test_the_same_file_comes_again_beside_the_first(album: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = (album / "out" / "a.gif").read_bytes()
    code, out, err = run(capsys, album / "out" / "a.json")
    assert (code, out, err) == (0, str(album / "out" / "a-2.gif"), "")
    assert Path(out).read_bytes() == first == (album / "out" / "a.gif").read_bytes()


@pytest.mark.slow
def test_pictures_of_single_attention_maps_come_again_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, export(tmp_path, "dic-x8", "singled/mouth"))
    assert (code, out, err) == (0, str(tmp_path / "out" / "a-2.gif"), "")
    assert Path(out).read_bytes() == (tmp_path / "out" / "a.gif").read_bytes()


def test_the_photo_may_be_elsewhere_and_a_file_that_is_there_stays(
    album: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    photo = shutil.copy2(album / "two-people.jpg", tmp_path / "other.jpg")
    (album / "two-people.jpg").unlink()
    code, out, err = run(capsys, album / "out" / "a.json")
    assert (code, out) == (1, "") and "two-people.jpg" in err
    (tmp_path / "b.gif").write_bytes(b"mine")
    code, out, _ = run(capsys, album / "out" / "a.json", "--photo", photo, "-o", tmp_path / "b.gif")
    assert (code, out) == (0, str(tmp_path / "b-2.gif"))
    assert (tmp_path / "b.gif").read_bytes() == b"mine"


def test_another_photo_is_refused(album: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    photo = samples_folder() / "grace-hopper.jpg"
    code, out, err = run(capsys, album / "out" / "a.json", "--photo", photo, "-o", tmp_path / "b.gif")
    assert (code, out) == (1, "") and err.strip()
    assert not (tmp_path / "b.gif").exists()


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"origin": None}, "does not say which photo"),
        ({"model": "none-x8"}, "none-x8"),
        ({"origin": {"photo": "x.jpg"}}, "damaged"),
        ({"kind": "recipe"}, "no description"),
    ],
)
def test_a_record_that_does_not_serve_is_refused_in_words(
    album: Path, capsys: pytest.CaptureFixture[str], changed: dict[str, object], message: str
) -> None:
    record = album / "out" / "a.json"
    record.write_text(json.dumps(json.loads(record.read_text("utf-8")) | changed), encoding="utf-8")
    code, out, err = run(capsys, record)
    assert (code, out) == (1, "") and message in err


def test_a_name_that_is_no_animation_is_refused_before_anything_is_done(
    album: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = run(capsys, album / "out" / "a.json", "-o", tmp_path / "new" / "b.png")
    assert (code, out) == (1, "") and ".gif, .mp4" in err
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("name", ["", "shown.webp"])
def test_a_photo_is_animated_before_and_after_and_nothing_is_replaced(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    photo = Path(shutil.copy(samples_folder() / "two-people.jpg", tmp_path))
    more = ["-o", tmp_path / name] if name else []
    for number in ("", "-2"):
        code, out, err = run(capsys, photo, "--transition", "fade", "--seconds", 1, *more)
        wanted = tmp_path / (name or "two-people_before_after.gif")
        assert (code, out, err) == (0, str(wanted.with_stem(f"{wanted.stem}{number}")), "")
    with Image.open(out) as image:
        assert image.n_frames > 4 and max(image.size) == 720  # pyright: ignore[reportAttributeAccessIssue]


def test_a_photo_without_a_face_or_with_a_round_too_short_is_refused_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Image.new("RGB", (90, 70)).save(tmp_path / "sky.png")
    code, out, err = run(capsys, tmp_path / "sky.png")
    assert (code, out) == (1, "") and "No face was found" in err
    code, out, err = run(capsys, samples_folder() / "two-people.jpg", "--seconds", 0.1, "-o", tmp_path)
    assert (code, out) == (1, "") and "a round of 1 to 60 s" in err


def test_the_lowest_score_of_a_face_can_be_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, samples_folder() / "two-people.jpg", "--min-score", 0.999, "-o", tmp_path)
    assert (code, out) == (1, "") and "No face was found" in err
