"""Every file that the program writes for a user: never over what is there, never over the photo, for no more people."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from engine.context import JobContext
from engine.detection.by_hand import face_from_box
from engine.errors import EngineError
from engine.explain.overlay import OverlayStyle
from engine.jobs import export_animation, export_before_after, export_figure, export_photo, restore_faces
from engine.jobs.state import ServiceState
from engine.paths import samples_folder
from engine.process.export_jobs import (
    ExportAnimation,
    ExportBeforeAfter,
    ExportComparison,
    ExportCrops,
    ExportFigure,
    ExportPhoto,
)
from engine.process.protocol import EngineSettings, FaceOutcome, FaceRequest, PlacedFace, RestoreFaces
from engine.types import Box, Face
from fsr_desktop.cli.main import main

posix = pytest.mark.skipif(os.name == "nt", reason="POSIX modes")
BOX = Box(390, 169, 41, 48)
STYLES = (OverlayStyle(overlay="attention/mean"),)
THERE = b"somebody's only copy"
NO_CONTEXT = JobContext()


@dataclass(frozen=True)
class Album:
    """A photo that only its owner may read, in a folder of its own, and a face of it that was restored."""

    photo: Path
    face: Face
    file: Path
    state: ServiceState

    @property
    def placed(self) -> tuple[PlacedFace, ...]:
        return (PlacedFace(file=self.file),)


@pytest.fixture(scope="module")
def restored(tmp_path_factory: pytest.TempPathFactory) -> Album:
    folder = tmp_path_factory.mktemp("album")
    photo = Path(shutil.copy(samples_folder() / "two-people.jpg", folder / "photo.jpg"))
    photo.chmod(0o600)
    state = ServiceState(EngineSettings(device="cpu", threads=1))
    request = FaceRequest(id="f", face=face_from_box(BOX, photo_width=10_000, photo_height=10_000), model="sparnet-x8")
    job = RestoreFaces(path=photo, folder=folder / "work", faces=(request,), include_large=True)
    told: list[object] = []
    restore_faces.run(job, state, NO_CONTEXT, told.append)
    (outcome,) = told
    assert isinstance(outcome, FaceOutcome) and outcome.file
    return Album(photo, request.face, outcome.file, state)


def _nothing(_payload: object) -> None:
    pass


def photo(album: Album, target: Path) -> None:
    job = ExportPhoto(path=album.photo, target=target, faces=album.placed)
    export_photo.run(job, album.state, NO_CONTEXT, _nothing)


def crops(album: Album, target: Path) -> None:
    job = ExportCrops(path=album.photo, targets=(target,), faces=album.placed)
    export_photo.run_crops(job, album.state, NO_CONTEXT, _nothing)


def figure(album: Album, target: Path) -> None:
    job = ExportFigure(file=album.file, photo=album.photo, target=target, overlays=STYLES)
    export_figure.run_figure(job, album.state, NO_CONTEXT, _nothing)


def compared(album: Album, target: Path) -> None:
    job = ExportComparison(path=album.photo, target=target, faces=album.placed)
    export_figure.run_comparison(job, album.state, NO_CONTEXT, _nothing)


def animation(album: Album, target: Path) -> None:
    job = ExportAnimation(
        file=album.file, photo=album.photo, face=album.face, target=target, overlays=STYLES, side_px=128
    )
    export_animation.run(job, album.state, NO_CONTEXT, _nothing)


def before_after(album: Album, target: Path) -> None:
    job = ExportBeforeAfter(path=album.photo, target=target, faces=album.placed, seconds=1.0, side_px=128)
    export_before_after.run(job, album.state, NO_CONTEXT, _nothing)


def _command(*arguments: object) -> None:
    """Raises: EngineError if it says that something failed."""
    if main(list(map(str, arguments))):
        raise EngineError("It refused.")


def restore(album: Album, target: Path) -> None:
    box = ",".join(f"{number:g}" for number in vars(BOX).values())
    where = ("-o", target.parent, "--device", "cpu", "--box", box, "--model", "sparnet-x8", "--save-crops")
    _command("restore", album.photo, *where)


def report(album: Album, target: Path) -> None:
    box = ",".join(f"{number:g}" for number in vars(BOX).values())
    where = ("-o", target.parent / "results", "--device", "cpu", "--box", box, "--model", "sparnet-x8")
    _command("restore", album.photo, *where, "--report", target)


def degrade(album: Album, target: Path) -> None:
    _command("degrade", album.photo, "--recipe", "sparnet-x8", "--output", target)


def run_model(album: Album, target: Path) -> None:
    batch = album.photo.with_suffix(".npy")
    np.save(batch, np.zeros((1, 3, 16, 16), np.float32))
    batch.chmod(0o600)
    _command("models", "run", "sparnet-x8", "--input", batch, "--output", target, "--device", "cpu")


def sheet(album: Album, target: Path) -> None:
    pytest.importorskip("dlib")
    data = album.photo.parent / "faces"
    data.mkdir(exist_ok=True)
    (data / "work").mkdir(exist_ok=True)
    face = Path(shutil.copy(samples_folder() / "grace-hopper.jpg", data / "face.jpg"))
    face.chmod(0o600)
    _command("evaluate", "--data", data, "--models", "bicubic", "--scale", 8, "--sheet", target, "--device", "cpu")


Writer = Callable[[Album, Path], None]
# A writer, and the name of what it writes when it may choose.
WRITERS: dict[str, tuple[Writer, str]] = {
    "export": (photo, "result.png"),
    "crops": (crops, "crop.png"),
    "figure": (figure, "figure.png"),
    "comparison": (compared, "comparison.png"),
    "animation": (animation, "animation.gif"),
    "before and after": (before_after, "turn.gif"),
    "restore": (restore, "photo_restored.png"),
    "report": (report, "report.csv"),
    "degrade": (degrade, "sheet.png"),
    "models run": (run_model, "output.npz"),
    "evaluate --sheet": (sheet, "sheet.png"),
}


@posix
@pytest.mark.parametrize(("write", "name"), WRITERS.values(), ids=WRITERS)
def test_a_file_is_for_no_more_people_than_its_photo(write: Writer, name: str, restored: Album, tmp_path: Path):
    before = restored.photo.read_bytes()
    write(restored, tmp_path / name)
    written = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert written
    assert [path.name for path in written if stat.S_IMODE(path.stat().st_mode) & 0o077] == []
    assert [path.name for path in written if path.name.startswith(".fsr-")] == []
    assert restored.photo.read_bytes() == before


@pytest.mark.parametrize("link", [None, os.link, os.symlink], ids=["a file", "a link", "a symbolic link"])
@pytest.mark.parametrize(("write", "name"), WRITERS.values(), ids=WRITERS)
def test_what_is_there_stays_and_the_photo_too(
    write: Writer, name: str, link: Callable[[Path, Path], None] | None, restored: Album, tmp_path: Path
):
    if link is not None and write in (report, run_model, sheet):
        pytest.skip("it refuses whatever is there")
    before = restored.photo.read_bytes()
    targets = [tmp_path / name]
    if write is crops:
        targets = [tmp_path / f"crop_{part}.png" for part in ("before", "after")]
    for target in targets:
        if link is None:
            target.write_bytes(THERE)
        else:
            link(restored.photo, target)
    with suppress(EngineError):  # it may number its file, or say that it writes none
        write(restored, tmp_path / name)
    for target in targets:
        assert target.read_bytes() == (THERE if link is None else before)
    assert restored.photo.read_bytes() == before


def test_asked_to_overwrite_a_command_still_leaves_its_own_input(restored: Album, tmp_path: Path):
    batch = tmp_path / "batch.npy"
    np.save(batch, np.zeros((1, 3, 16, 16), np.float32))
    os.link(batch, tmp_path / "output.npz")
    before = batch.read_bytes()
    command = ["models", "run", "sparnet-x8", "--input", str(batch), "--output", str(tmp_path / "output.npz")]
    assert main([*command, "--device", "cpu", "--overwrite"]) != 0
    assert batch.read_bytes() == before


def test_a_report_is_replaced_when_it_is_asked_for_and_nothing_else_is(restored: Album, tmp_path: Path):
    target = tmp_path / "report.csv"
    report(restored, target)
    first = target.read_bytes()
    with pytest.raises(EngineError):
        report(restored, target)
    assert target.read_bytes() == first
    again = ("restore", restored.photo, "-o", tmp_path / "results", "--skip-existing", "--report")
    _command(*again, target, "--overwrite")
    assert target.read_bytes() != first
    (tmp_path / "letter.csv").write_bytes(THERE)
    with pytest.raises(EngineError):
        _command(*again, tmp_path / "letter.csv", "--overwrite")
    assert (tmp_path / "letter.csv").read_bytes() == THERE
