"""`fsr-desktop restore` on the shipped samples, with the real detector and the real model."""

from __future__ import annotations

import csv
import hashlib
import json
import os
import re
import shutil
import socket
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from engine.models.registry import scan_models
from engine.paths import samples_folder
from engine.photo_io import read_photo
from fsr_desktop.cli.main import main
from fsr_desktop.cli.photo_report import check_report
from fsr_desktop.window.opening import SAMPLE

TWO_PEOPLE = samples_folder() / "two-people.jpg"
SMALL_FACE = samples_folder() / "astronaut-32px.png"
BOX = ("--box", "200,100,40,40", "--scale", "1")  # where finding faces is not what is tested
KEYS = {"box", "points", "source", "score", "model", "status", "reason", "seconds", "outside_range", "departure",
        "quality", "prior_refusal"}  # fmt: skip


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, list[dict[str, Any]], str]:
    """Exit status, the JSON objects on standard output, and standard error."""
    code = main(["restore", *map(str, arguments), "--json"])
    captured = capsys.readouterr()
    return code, [json.loads(line) for line in captured.out.splitlines()], captured.err


def test_the_page_with_two_people_gives_two_restored_faces(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = hashlib.sha256(TWO_PEOPLE.read_bytes()).hexdigest()
    code, records, _ = run(capsys, TWO_PEOPLE, "-o", tmp_path, "--scale", 1)
    (record,) = records
    assert code == 0
    assert (record["scale"], record["scale_reason"]) == (1, "")
    assert record["photo"] == str(TWO_PEOPLE)
    assert [face["status"] for face in record["faces"]] == ["restored", "restored"]
    for face in record["faces"]:
        assert face.keys() == KEYS
        assert len(face["box"]) == 4 and np.shape(face["points"]) == (5, 2)
        assert 10 < face["quality"]["detail_px"] <= face["quality"]["width_px"] < 60
        assert face["model"] == "sparnet-hd" and face["reason"] == "" and 0.5 < face["score"] <= 1
    assert record["provider"] == "CPUExecutionProvider"
    with Image.open(record["output"]) as result, Image.open(TWO_PEOPLE) as source:
        new, old = np.asarray(result.convert("RGB")), np.asarray(source.convert("RGB"))
    changed = (new != old).any(axis=2)
    assert changed.any()
    for left, top, width, height in (face["box"] for face in record["faces"]):
        reach = 0.5 * max(width, height)
        rows = slice(int(max(0, top - reach)), int(top + height + reach))
        changed[rows, int(max(0, left - reach)) : int(left + width + reach)] = False
    assert not changed.any()
    assert hashlib.sha256(TWO_PEOPLE.read_bytes()).hexdigest() == before


def test_the_sample_of_the_start_page_is_restored(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, (record,), _ = run(capsys, samples_folder() / SAMPLE, "-o", tmp_path, "--scale", 1)
    assert [face["status"] for face in record["faces"]] == ["restored"]


def test_one_bad_photo_does_not_stop_the_others(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = tmp_path / "bad.jpg"
    bad.write_bytes(b"no photo")
    code, records, words = run(capsys, bad, tmp_path / "absent.png", TWO_PEOPLE, "-o", tmp_path / "out")
    assert code == 1
    assert [record["output"] is None for record in records] == [True, True, False]
    assert records[0]["error"]["message"] and records[0]["error"]["hint"]
    assert "bad.jpg" in words
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["two-people_restored.png"]


@pytest.mark.parametrize("name", ["-", "-o.jpg", "ü ñ 家族 🙂.jpg", "a\nb.jpg", "100%s{0}.jpg", "two..dots.jpg"])
def test_paths_may_contain_any_character(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copy(TWO_PEOPLE, tmp_path / name)
    code = main(["restore", *BOX, "-o", "out", "--json", "--", name])
    record = json.loads(capsys.readouterr().out)
    assert code == 0
    assert record["photo"] == name
    assert Path(record["output"]).is_file()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has file names that are no text")
def test_a_path_that_is_no_text_works(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.jpg")
    shutil.copy(TWO_PEOPLE, name)
    code, records, _ = run(capsys, name, *BOX, "-o", tmp_path)
    assert code == 0
    assert Path(records[0]["output"]).is_file()


def test_a_result_that_is_there_is_never_replaced(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outputs = [run(capsys, TWO_PEOPLE, *BOX, "-o", tmp_path)[1][0]["output"] for _ in range(2)]
    assert [Path(output).name for output in outputs] == ["two-people_restored.png", "two-people_restored-2.png"]
    assert Path(outputs[0]).read_bytes() == Path(outputs[1]).read_bytes()


def test_what_was_not_measured_of_a_box_by_hand_is_null(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (face,) = run(capsys, TWO_PEOPLE, *BOX, "-o", tmp_path)[1][0]["faces"]
    assert (face["source"], face["score"], face["points"]) == ("hand", None, [])
    assert {name for name, value in face["quality"].items() if value is None} == {"roll_rad", "yaw", "plausibility"}


def test_scale_crops_and_format(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, records, _ = run(capsys, TWO_PEOPLE, "-o", tmp_path, "--scale", 4, "--save-crops", "--format", "tiff")
    assert code == 0
    with Image.open(records[0]["output"]) as result, Image.open(TWO_PEOPLE) as source:
        assert result.format == "TIFF"
        assert result.size == (source.width * 4, source.height * 4)
    assert [Path(crop).name for crop in records[0]["crops"]] == [
        f"two-people_restored_face{number}_{state}.png" for number in (1, 2) for state in ("before", "after")
    ]
    for crop in records[0]["crops"]:
        with Image.open(crop) as image:
            assert image.size == (512, 512)


def test_a_photo_is_enlarged_as_its_faces_need_and_how_to_keep_its_size_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, records, _ = run(capsys, TWO_PEOPLE, "-o", tmp_path)
    with Image.open(records[0]["output"]) as result, Image.open(TWO_PEOPLE) as source:
        assert result.size == (source.width * 4, source.height * 4)
    words = f"Result {result.width} × {result.height} px."
    assert records[0]["scale"] == 4 and records[0]["scale_reason"].endswith(words)
    assert main(["restore", str(TWO_PEOPLE), "-o", str(tmp_path), "--scale", "auto"]) == 0
    assert f"{words} --scale 1 keeps the size.\n" in capsys.readouterr().err


def test_a_face_outside_the_range_of_a_named_model_is_left_or_marked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = (TWO_PEOPLE, "-o", tmp_path, "--model", "dic-x8", "--box", "200,100,5,5", "--box", "380,160,90,90")
    _, records, _ = run(capsys, *asked)
    assert [face["status"] for face in records[0]["faces"]] == ["skipped", "skipped"]
    _, records, _ = run(capsys, *asked, "--large-faces")
    found = [(face["status"], face["outside_range"]) for face in records[0]["faces"]]
    assert found == [("skipped", False), ("restored", True)]
    code, records, _ = run(capsys, *asked, "--outside-range")
    assert code == 0
    assert [(face["status"], face["outside_range"]) for face in records[0]["faces"]] == [("restored", True)] * 2
    packet = read_photo(Path(records[0]["output"])).metadata.xmp or b""
    assert packet.count(b"<fsr:OutsideRange>True<") == 2
    report = tmp_path / "report.csv"
    main(["restore", *map(str, asked), "--outside-range", "--report", str(report)])
    assert "face 1 is outside the range that dic-x8 is meant for" in capsys.readouterr().err
    head, row = csv.reader(report.read_text(encoding="utf-8-sig").splitlines())
    assert (head[-2:], row[-2:]) == (["outside_range", "prior_refusal"], ["2", ""])
    report.write_text(",".join(head[:-1]), encoding="utf-8-sig")  # as former versions began it
    check_report(report, overwrite=True)


def test_a_photo_without_faces_is_written_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Image.new("RGB", (90, 70), (40, 90, 160)).save(tmp_path / "sky.png")
    code, records, _ = run(capsys, tmp_path / "sky.png", "-o", tmp_path)
    assert (code, records[0]["faces"], records[0]["provider"]) == (0, [], None)
    with Image.open(records[0]["output"]) as result:
        assert result.getcolors() == [(6300, (40, 90, 160))]
    assert main(["restore", str(tmp_path / "sky.png"), "-o", str(tmp_path)]) == 0
    assert "no face found" in capsys.readouterr().err


def test_a_device_that_cannot_start_stops_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "")
    code, records, said = run(capsys, TWO_PEOPLE, "-o", tmp_path / "out", "--device", "cuda")
    assert (code, records) == (1, [])  # standard output holds nothing at all
    assert "The device 'cuda'" in said and "--device" in said
    assert not any(model.card.id in said for model in scan_models()[0])  # nobody asked for that model
    assert list(tmp_path.iterdir()) == []


def test_faces_can_be_given_by_hand(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, records, _ = run(capsys, TWO_PEOPLE, "-o", tmp_path, "--box", "100,100,40,45", "--box", "300.5,20,30,30")
    assert code == 0
    assert [face["box"] for face in records[0]["faces"]] == [[100, 100, 40, 45], [300.5, 20, 30, 30]]
    assert [face["status"] for face in records[0]["faces"]] == ["restored", "restored"]
    assert all(face["points"] == [] for face in records[0]["faces"])
    code, records, _ = run(capsys, TWO_PEOPLE, "-o", tmp_path, "--box", "9000,0,40,45")
    assert code == 1
    assert "outside the photo" in records[0]["error"]["message"]


def test_a_box_may_begin_outside_the_photo(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, records, _ = run(capsys, SMALL_FACE, "-o", tmp_path, "--box", "-20,10,50,50", "--scale", 1)
    assert code in (0, 1) and "error" not in records[0]
    assert len(records[0]["faces"]) == 1


def test_results_for_a_file_in_the_place_of_a_folder_are_wrong_usage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    assert main(["restore", str(TWO_PEOPLE), "-o", str(tmp_path / "file")]) == 2
    assert f"{tmp_path / 'file'} is a file" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ["restore"],
        ["restore", "x.jpg"],
        ["restore", "x.jpg", "-o", "o", "--strength", "2"],
        ["restore", "x.jpg", "-o", "o", "--strength", "much"],
        ["restore", "x.jpg", "-o", "o", "--scale", "3"],
        ["restore", "x.jpg", "-o", "o", "--box", "1,2,3"],
        ["restore", "x.jpg", "-o", "o", "--box", "-1,2,3"],
        ["restore", "x.jpg", "-o", "o", "--box", "--json"],
        ["restore", "x.jpg", "y.jpg", "-o", "o", "--box", "1,2,3,4"],
        ["restore", "x.jpg", "-o", "o", "--faces", "one"],
        ["restore", "x.jpg", "-o", "o", "--faces", "0"],
        ["models"],
        ["nonsense"],
    ],
)
def test_wrong_usage_is_status_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err


def test_an_unknown_model_or_an_unusable_folder_is_status_1_with_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["restore", str(TWO_PEOPLE), "-o", str(tmp_path), "--model", "nothing"]) == 1
    assert "no model 'nothing'" in capsys.readouterr().err
    (tmp_path / "file").touch()
    assert main(["restore", str(TWO_PEOPLE), "-o", str(tmp_path / "file" / "x")]) == 1
    assert "cannot be made" in capsys.readouterr().err


def test_nothing_touches_the_network(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a network connection was tried")

    for name in ("connect", "connect_ex", "bind", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    with pytest.raises(AssertionError):
        socket.create_connection(("127.0.0.1", 9))
    assert run(capsys, TWO_PEOPLE, "-o", tmp_path)[0] == 0


def test_a_result_says_what_was_restored_unless_that_is_not_wanted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from engine.photo_io.record import SOURCE_TYPE, has_record

    source = tmp_path / "photo.jpg"
    shutil.copy(TWO_PEOPLE, source)
    os.utime(source, (86_400 * 365, 86_400 * 365))
    _, (said,), _ = run(capsys, source, "-o", tmp_path, "--scale", 1, "--keep-date", "--strength", 0.5)
    _, (silent,), _ = run(capsys, source, "-o", tmp_path, "--scale", 1, "--no-record", "--faces", "largest")
    packet = read_photo(Path(said["output"])).metadata.xmp or b""
    assert SOURCE_TYPE.encode() in packet and packet.count(b"<fsr:Model>sparnet-hd<") == 2
    assert packet.count(b"<fsr:Strength>0.5<") == 2
    assert Path(said["output"]).stat().st_mtime == source.stat().st_mtime
    assert not has_record(Path(silent["output"])) and Path(silent["output"]).stat().st_mtime > 86_400 * 366


def test_all_pages_give_a_result_each_and_a_long_name_is_shortened(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / ("ä" * 120 + ".tif")  # 244 bytes
    pages = [Image.new("RGB", (40, 30), colour) for colour in ("red", "green", "blue")]
    pages[0].save(source, save_all=True, append_images=pages[1:])
    code, records, _ = run(capsys, source, "-o", tmp_path / "out", "--pages", "all", "--scale", 1)
    assert code == 0 and [record["page"] for record in records] == [1, 2, 3]
    names = [Path(record["output"]).name for record in records]
    assert [name[-len("_page1_restored.tiff") :] for name in names] == [f"_page{n}_restored.tiff" for n in (1, 2, 3)]
    for record, page in zip(records, pages, strict=True):
        with Image.open(record["output"]) as result:
            assert np.array_equal(np.asarray(result.convert("RGB")), np.asarray(page))
    _, (first,), _ = run(capsys, source, "-o", tmp_path / "first", "--scale", 1)
    assert first["notes"] == ["page 1 of 3 was read"]


def test_the_lowest_score_of_a_face_can_be_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, (record,), _ = run(capsys, SMALL_FACE, "-o", tmp_path, "--min-score", 0.999)
    assert (code, record["faces"], record["status"]) == (0, [], "unchanged")


def test_the_score_of_each_face_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["restore", str(SMALL_FACE), "-o", str(tmp_path)]) == 0
    assert re.search(r"^  found with a score of 0\.[5-9]\d$", capsys.readouterr().err, re.MULTILINE)


@pytest.mark.parametrize("score", ["-0.1", "1.5", "many"])
def test_a_score_that_none_can_be_is_refused(score: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["restore", str(SMALL_FACE), "-o", "out", f"--min-score={score}"]) == 2
    assert "--min-score" in capsys.readouterr().err


def test_faces_that_another_program_marked_are_used_where_none_was_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    marked = b'<rdf:li><rdf:Description MPReg:Rectangle="0.4, 0.2, 0.1, 0.1" MPReg:PersonDisplayName="Ada"/></rdf:li>'
    photo = tmp_path / "marked.jpg"
    Image.new("RGB", (60, 60), "grey").save(photo, xmp=b"<x:xmpmeta>" + marked + b"</x:xmpmeta>")
    _, (without,), _ = run(capsys, photo, "-o", tmp_path / "out")
    assert without["faces"] == [] and without["regions"][0]["name"] == "Ada"
    _, (record,), _ = run(capsys, photo, "-o", tmp_path / "out", "--use-regions")
    (face,) = record["faces"]
    assert face["box"] == pytest.approx([24, 12, 6, 6]) and face["status"] == "skipped"
