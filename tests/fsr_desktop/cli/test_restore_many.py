"""`fsr-desktop restore` with folders and patterns: what is restored, skipped and reported, and how it ends."""

from __future__ import annotations

import csv
import json
import signal
import tracemalloc
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from engine.context import JobContext
from engine.detection.base import UNWATCHED
from engine.paths import samples_folder
from engine.types import Face, Pixels
from fsr_desktop.cli.main import main

OK, SOME_FAILED, USAGE, INTERRUPTED = 0, 1, 2, 130


class NoFaces:
    """A detector that finds nothing, so that no model is loaded; `before` is called for each photo."""

    name = "none"

    def __init__(self) -> None:
        self.seen = 0

    def before(self) -> None:
        self.seen += 1

    def detect(self, pixels: Pixels, context: JobContext = UNWATCHED) -> list[Face]:
        self.before()
        context.check_cancelled()
        return []


@pytest.fixture
def detector(monkeypatch: pytest.MonkeyPatch) -> NoFaces:
    found = NoFaces()
    monkeypatch.setattr("engine.pipeline.restorer.load_detector", lambda _name, min_score: found)
    return found


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def picture(path: str, width: int = 12, height: int = 9) -> Path:
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (width, height), (len(path), 90, 160)).save(file)
    return file


def files_in(folder: str) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in Path(folder).rglob("*") if path.is_file())


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, dict[str, dict[str, Any]], str]:
    """Exit status, the records by their photos, and standard error."""
    code = main(["restore", *map(str, arguments), "--json"])
    captured = capsys.readouterr()
    records = [json.loads(line) for line in captured.out.splitlines()]
    return code, {Path(record["photo"]).as_posix(): record for record in records}, captured.err


@pytest.mark.usefixtures("detector", "here")
class TestWhichPhotos:
    def test_a_folder_is_mirrored(self, capsys: pytest.CaptureFixture[str]) -> None:
        for name in ("album/b.jpg", "album/1920/a.png", "album/1920/summer/a.bmp", "album/.thumbs/a.jpg"):
            picture(name)
        Path("album/words.txt").touch()
        code, records, said = run(capsys, "album", "-o", "out")
        assert code == OK
        assert files_in("out") == ["1920/a_restored.png", "1920/summer/a_restored.bmp", "b_restored.png"]
        assert {record["status"] for record in records.values()} == {"unchanged"}
        assert "3 photos in" in said and "3 without a restored face" in said

    def test_several_folders_keep_their_names(self, capsys: pytest.CaptureFixture[str]) -> None:
        for name in ("one/a.jpg", "two/below/a.jpg", "alone.jpg"):
            picture(name)
        assert run(capsys, "one", "two", "alone.jpg", "-o", "out")[0] == OK
        assert files_in("out") == ["alone_restored.png", "one/a_restored.png", "two/below/a_restored.png"]

    def test_patterns_are_expanded_and_mirrored(self, capsys: pytest.CaptureFixture[str]) -> None:
        for name in ("scans/a.jpg", "scans/x/b.jpg", "scans/x/y/c.jpg", "scans/x/d.png", "scans/x/.e.jpg"):
            picture(name)
        assert run(capsys, "scans/**/*.jpg", "-o", "deep")[0] == OK
        assert files_in("deep") == ["a_restored.png", "x/b_restored.png", "x/y/c_restored.png"]
        assert run(capsys, "scans/?/[bd].*", "-o", "flat")[0] == OK
        assert files_in("flat") == ["x/b_restored.png", "x/d_restored.png"]
        assert run(capsys, "sc*s", "-o", "folders")[0] == OK
        assert "scans/x/y/c_restored.png" in files_in("folders")

    def test_a_file_whose_name_looks_like_a_pattern_is_that_file(self, capsys: pytest.CaptureFixture[str]) -> None:
        picture("a[1].jpg")
        picture("a1.jpg")
        assert run(capsys, "a[1].jpg", "-o", "out")[0] == OK
        assert files_in("out") == ["a[1]_restored.png"]

    def test_what_holds_no_photo_is_said_and_the_others_are_restored(self, capsys: pytest.CaptureFixture[str]) -> None:
        Path("empty").mkdir()
        picture("a.jpg")
        code, records, said = run(capsys, "empty", "*.tif", "a.jpg", "-o", "out")
        assert code == SOME_FAILED
        assert [records[name]["status"] for name in ("empty", "*.tif", "a.jpg")] == ["failed", "failed", "unchanged"]
        assert "There is no photo in *.tif." in said and "There is no photo in empty." in said

    def test_a_photo_comes_once(self, capsys: pytest.CaptureFixture[str]) -> None:
        picture("x/a.jpg")
        assert len(run(capsys, "x/a.jpg", "x", "x/*.jpg", "./x/a.jpg", "-o", "out")[1]) == 1
        assert files_in("out") == ["a_restored.png"]

    def test_photos_of_one_name_get_results_of_their_own(self, capsys: pytest.CaptureFixture[str]) -> None:
        for name in ("x/a.jpg", "x/a.png", "y/a.jpg"):
            picture(name)
        assert run(capsys, "x/a.jpg", "x/a.png", "y/a.jpg", "-o", "out")[0] == OK
        assert files_in("out") == ["a-png_restored.png", "x-a-jpg_restored.png", "y-a-jpg_restored.png"]

    def test_own_results_and_the_output_folder_are_left_out_and_counted(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        for name in ("album/a.jpg", "album/a_restored.png", "album/out/b.jpg"):
            picture(name)
        code, records, said = run(capsys, "album", "-o", "album/out")
        assert code == OK
        statuses = {name: record["status"] for name, record in records.items()}
        assert statuses == {
            "album/a.jpg": "unchanged",
            "album/a_restored.png": "skipped",
            "album/out/b.jpg": "skipped",
        }
        assert "1 skipped: it is a result of this program" in said
        assert "1 skipped: it is in the folder for results" in said
        assert run(capsys, "album", "-o", "album", "--skip-existing")[1]["album/a.jpg"]["status"] == "skipped"

    @pytest.mark.parametrize("named", ["album", "alb*", "album/*"])
    def test_pictures_that_are_not_read_and_dead_links_are_counted(
        self, capsys: pytest.CaptureFixture[str], named: str
    ) -> None:
        picture("album/a.jpg")
        Path("album/dance.gif").write_bytes(b"GIF89a")
        Path("album/gone.jpg").symlink_to("nowhere.jpg")
        Path("album/notes.txt").write_text("no picture")
        code, records, said = run(capsys, named, "-o", "out")
        assert code == OK and set(records) == {"album/a.jpg", "album/dance.gif", "album/gone.jpg"}
        assert "1 skipped: its format is not read" in said and "1 skipped: it is a link that leads nowhere" in said

    def test_a_result_that_is_named_itself_is_restored(self, capsys: pytest.CaptureFixture[str]) -> None:
        picture("a.jpg")
        assert run(capsys, picture("a_restored.png"), "-o", "out")[1]["a_restored.png"]["status"] == "unchanged"

    def test_a_box_is_for_one_photo_also_of_a_folder(self, capsys: pytest.CaptureFixture[str]) -> None:
        picture("x/a.jpg")
        picture("x/b.jpg")
        assert main(["restore", "x", "-o", "out", "--box", "1,1,5,5"]) == USAGE


@pytest.mark.usefixtures("here")
class TestResuming:
    def test_what_has_its_result_is_skipped(self, detector: NoFaces, capsys: pytest.CaptureFixture[str]) -> None:
        for name in ("album/a.jpg", "album/x/a.jpg", "album/x/b.png"):
            picture(name)
        run(capsys, "album/x/a.jpg", "-o", "out/x")
        before = Path("out/x/a_restored.png").stat().st_mtime_ns
        code, records, said = run(capsys, "album", "-o", "out", "--skip-existing")
        assert code == OK and detector.seen == 3
        assert records["album/x/a.jpg"]["status"] == "skipped"
        assert Path(records["album/x/a.jpg"]["output"]) == Path("out/x/a_restored.png")
        assert "1 skipped: its result is there already" in said
        assert files_in("out") == ["a_restored.png", "x/a_restored.png", "x/b_restored.png"]
        assert Path("out/x/a_restored.png").stat().st_mtime_ns == before

    def test_a_run_with_nothing_left_loads_nothing(
        self, detector: NoFaces, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        picture("a.jpg")
        run(capsys, "a.jpg", "-o", "out")
        monkeypatch.setattr("engine.pipeline.restorer.load_detector", None)  # would fail
        code, records, said = run(capsys, "a.jpg", "-o", "out", "--skip-existing")
        assert (code, records["a.jpg"]["status"]) == (OK, "skipped")
        assert "1 photo in" in said

    @pytest.mark.usefixtures("detector")
    def test_pages_are_photos_of_their_own(self, capsys: pytest.CaptureFixture[str]) -> None:
        pages = [Image.new("RGB", (12, 9), colour) for colour in ("red", "green", "blue")]
        Path("album").mkdir()
        pages[0].save("album/a.tif", save_all=True, append_images=pages[1:])
        run(capsys, "album", "-o", "out", "--pages", "all")
        assert files_in("out") == [f"a_page{number}_restored.tiff" for number in (1, 2, 3)]
        Path("out/a_page2_restored.tiff").unlink()
        main(["restore", "album", "-o", "out", "--pages", "all", "--skip-existing", "--report", "report.json"])
        report = json.loads(Path("report.json").read_text(encoding="utf-8"))
        assert {record["page"]: record["status"] for record in report} == {1: "skipped", 2: "unchanged", 3: "skipped"}
        assert f"{Path('album/a.tif')}, page 2: no face found" in capsys.readouterr().err
        with Image.open("out/a_page2_restored.tiff") as result:
            assert result.getpixel((0, 0)) == pages[1].getpixel((0, 0))

    @pytest.mark.usefixtures("detector")
    def test_a_result_of_another_format_does_not_count_where_one_was_asked_for(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        picture("a.jpg")
        run(capsys, "a.jpg", "-o", "out")
        run(capsys, "a.jpg", "-o", "out", "--skip-existing", "--format", "tiff")
        assert files_in("out") == ["a_restored.png", "a_restored.tiff"]
        run(capsys, "a.jpg", "-o", "out", "--skip-existing")
        assert files_in("out") == ["a_restored.png", "a_restored.tiff"]

    def test_ctrl_c_ends_with_the_summary_and_the_next_run_goes_on(
        self, detector: NoFaces, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        for name in "abcde":
            picture(f"album/{name}.jpg")

        def press_at_the_third() -> None:
            detector.seen += 1
            if detector.seen == 3:
                signal.raise_signal(signal.SIGINT)

        monkeypatch.setattr(detector, "before", press_at_the_third)
        before = signal.getsignal(signal.SIGINT)
        code, records, said = run(capsys, "album", "-o", "out", "--report", "report.json")
        assert code == INTERRUPTED
        assert list(records) == ["album/a.jpg", "album/b.jpg"]
        assert files_in("out") == ["a_restored.png", "b_restored.png"]
        assert (
            said.count("Stopping;") == 1 and "Stopped." in said and "2 without a restored face, 3 not reached" in said
        )
        report = json.loads(Path("report.json").read_text(encoding="utf-8"))
        assert [record["status"] for record in report] == ["unchanged"] * 2 + ["not reached"] * 3
        assert signal.getsignal(signal.SIGINT) is before
        code, records, _said = run(capsys, "album", "-o", "out", "--skip-existing")
        assert code == OK and [record["status"] for record in records.values()].count("skipped") == 2
        assert len(files_in("out")) == 5

    def test_ctrl_c_pressed_again_ends_at_once_and_files_are_whole(
        self, detector: NoFaces, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        for name in "abc":
            picture(f"album/{name}.jpg")

        def press_twice_at_the_second() -> None:
            detector.seen += 1
            if detector.seen == 2:
                signal.raise_signal(signal.SIGINT)
                signal.raise_signal(signal.SIGINT)

        monkeypatch.setattr(detector, "before", press_twice_at_the_second)
        code, records, said = run(capsys, "album", "-o", "out")
        assert (code, list(records)) == (INTERRUPTED, ["album/a.jpg"]) and "Cancelled." in said
        assert files_in("out") == ["a_restored.png"]
        with Image.open("out/a_restored.png") as result:
            result.load()


@pytest.mark.usefixtures("detector", "here")
class TestWhatIsSaid:
    def test_a_damaged_file_and_a_fault_of_the_program_stop_nothing(
        self, detector: NoFaces, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        for name in "abc":
            picture(f"album/{name}.png")
        Path("album/d.jpg").write_bytes(b"\xff\xd8\xff no photo")

        def fail_at_the_second() -> None:
            detector.seen += 1
            if detector.seen == 2:
                raise ZeroDivisionError("of nothing")

        monkeypatch.setattr(detector, "before", fail_at_the_second)
        code, records, said = run(capsys, "album", "-o", "out")
        assert code == SOME_FAILED
        assert files_in("out") == ["a_restored.png", "c_restored.png"]
        assert [record["status"] for record in records.values()] == ["unchanged", "failed", "unchanged", "failed"]
        assert "2 without a restored face, 2 failed." in said
        assert "ZeroDivisionError: of nothing" in said and f"failed: {Path('album/d.jpg')}: " in said

    def test_quiet_says_only_what_failed(self, capsys: pytest.CaptureFixture[str]) -> None:
        picture("album/a.png")
        assert main(["restore", "album", "-o", "out", "--quiet"]) == OK
        captured = capsys.readouterr()
        assert (captured.out.strip(), captured.err) == (str(Path("out/a_restored.png")), "")
        Path("album/b.png").write_bytes(b"")
        assert main(["restore", "album", "-o", "out", "--quiet"]) == SOME_FAILED
        said = capsys.readouterr().err
        assert "b.png is empty" in said and "photos" not in said

    def test_one_photo_needs_no_summary(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert "photo in" not in run(capsys, picture("a.png"), "-o", "out")[2]

    def test_a_report_as_csv(self, capsys: pytest.CaptureFixture[str]) -> None:
        picture("album/ä, b.png")
        picture("album/c.png")
        Path("album/d.png").write_bytes(b"")
        run(capsys, "album/c.png", "-o", "out")
        run(capsys, "album", "-o", "out", "--skip-existing", "--report", "new/report.csv")
        with open("new/report.csv", encoding="utf-8-sig", newline="") as stream:
            rows = {Path(row["photo"]).name: row for row in csv.DictReader(stream)}
        assert {name: row["status"] for name, row in rows.items()} == {
            "c.png": "skipped",
            "d.png": "failed",
            "ä, b.png": "unchanged",
        }
        assert rows["d.png"]["reason"] and rows["d.png"]["output"] == ""
        assert Path(rows["ä, b.png"]["output"]) == Path("out/ä, b_restored.png")
        assert (rows["ä, b.png"]["faces"], rows["ä, b.png"]["reason"]) == ("0", "no face found")

    @pytest.mark.parametrize("name", ["report.txt", "a.png/report.csv"])
    def test_a_report_that_cannot_be_written_is_refused_before_the_work(
        self, name: str, detector: NoFaces, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert run(capsys, picture("a.png"), "-o", "out", "--report", name)[0] == USAGE
        assert detector.seen == 0


def test_a_batch_gives_the_files_of_single_runs_to_the_last_byte(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = here / "album"
    folder.mkdir()
    for name in ("two-people.jpg", "astronaut-24px-noisy.jpg", "astronaut-32px.png"):
        (folder / name).write_bytes((samples_folder() / name).read_bytes())
    code, records, _said = run(capsys, folder, "-o", "batch", "--scale", 1)
    assert code == OK and [record["status"] for record in records.values()] == ["restored"] * 3
    for photo in sorted(folder.iterdir()):
        assert run(capsys, photo, "-o", "single", "--scale", 1)[0] == OK
    assert files_in("batch") == files_in("single") != []
    for name in files_in("batch"):
        assert Path("batch", name).read_bytes() == Path("single", name).read_bytes()


@pytest.mark.usefixtures("detector", "here")
def test_results_are_on_standard_output_although_bars_are_on_the_console(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in "ab":
        picture(f"album/{name}.png")
    monkeypatch.setenv("FORCE_COLOR", "1")  # standard error is taken for a console
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("rich.console.Console.is_terminal", True)
    assert main(["restore", "album", "-o", "out"]) == OK
    captured = capsys.readouterr()
    assert [Path(line).name for line in captured.out.splitlines()] == ["a_restored.png", "b_restored.png"]
    assert "photo 2 of 2" in captured.err and "2 photos in" in captured.err
    assert main(["restore", "album", "-o", "out", "--quiet"]) == OK
    assert capsys.readouterr().err == ""


def test_the_pixels_of_photos_that_are_done_are_not_kept(
    detector: NoFaces, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(12):
        picture(f"album/{number}.png", 1500, 1000)
    tracemalloc.start()
    try:
        assert run(capsys, "album", "-o", "out", "--scale", 1)[0] == OK
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    photo = np.zeros((1000, 1500, 3), np.uint8).nbytes
    assert peak < 8 * photo
