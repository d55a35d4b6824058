"""`fsr-desktop evaluate` on shipped samples and, where they are, on the validation portraits."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from engine.models.base import ModelCard
from engine.models.card import file_sha256, write_card
from engine.paths import samples_folder, user_models_folder
from fsr_desktop.cli.main import main
from tests.faces import TRAINING, on_real_faces, validation_faces

METRICS = {"psnr", "ssim", "nrmse", "auc", "identity", "perceptual", "sharpness", "consistency", "seconds"}
OPTIONAL = {"nrmse", "auc", "identity", "perceptual"}
TOP = {"scale", "blind", "seed", "faces", "landmarks", "skipped", "missing", "models"}
KINDS = {"grey", "colour", "old", "modern"}
FACTS = {"crop", "size", "output", "faces", "failed", "reasons", "provider", "intervals", "medians", "sources", "kinds"}


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    """A folder with a photo of one large face, a photo without a face, and one that cannot be read."""
    folder = tmp_path / "my photos"
    folder.mkdir()
    shutil.copy(samples_folder() / "grace-hopper.jpg", folder)
    Image.fromarray(np.full((64, 64, 3), 90, np.uint8)).save(folder / "wall.png")
    (folder / "torn.jpg").write_bytes(b"no photo")
    return folder


def evaluated(capsys: pytest.CaptureFixture[str], *arguments: object) -> dict[str, Any]:
    code = main(["evaluate", "--device", "cpu", "--json", *map(str, arguments)])
    captured = capsys.readouterr()
    assert code == 0, captured.err
    return json.loads(captured.out, parse_constant=lambda name: pytest.fail(f"{name} is no JSON"))


def test_a_photo_folder_gives_one_json_document_with_every_key(
    photos: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("dlib")
    sheet = tmp_path / "new" / "sheet.png"
    report = evaluated(capsys, "--data", photos, "--models", "sparnet-x8,bicubic", "--scale", 8, "--sheet", sheet)
    assert report.keys() == TOP
    assert (report["scale"], report["blind"], report["faces"], report["missing"]) == (8, False, 1, {})
    assert "dlib" in report["landmarks"]
    assert {Path(item["path"]).name for item in report["skipped"]} == {"wall.png", "torn.jpg"}
    assert all(item["reason"] for item in report["skipped"])
    assert list(report["models"]) == ["sparnet-x8", "bicubic"]
    for scores in report["models"].values():
        assert scores.keys() == METRICS | FACTS
        assert all(isinstance(scores[key], (int, float)) for key in METRICS)
        assert scores["intervals"].keys() == METRICS - {"seconds"} and scores["failed"] == {}
        assert scores["kinds"].keys() == KINDS
        assert (scores["kinds"]["grey"]["faces"], scores["kinds"]["colour"]["faces"]) == (0, 1)
        assert sum(part["faces"] for part in scores["sources"].values()) == scores["faces"] == 1
        assert scores["medians"]["psnr"] == scores["psnr"]
    assert report["models"]["sparnet-x8"]["psnr"] > report["models"]["bicubic"]["psnr"] + 1
    with Image.open(sheet) as picture:
        assert picture.format == "PNG" and picture.width > 4 * 128 and picture.height > 128


def test_without_the_extras_the_other_metrics_are_still_computed(
    photos: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delitem(sys.modules, "engine.features.feature_networks", raising=False)
    for package in ("dlib", "torch"):
        monkeypatch.setitem(sys.modules, package, None)
    report = evaluated(capsys, "--data", photos, "--models", "bicubic")
    assert report["missing"].keys() == OPTIONAL and report["landmarks"] is None
    assert all("pip install" in how for how in report["missing"].values())
    scores = report["models"]["bicubic"]
    assert all(scores[key] is None for key in OPTIONAL)
    assert all(scores[key] > 0 for key in METRICS - OPTIONAL)
    assert main(["evaluate", "--data", str(photos), "--models", "bicubic"]) == 0
    assert "Identity left out" in capsys.readouterr().err


def test_people_get_tables_and_reasons(photos: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", "--data", str(photos), "--models", "bicubic,sparnet-x8", "--blind", "--seed", "3"]) == 0
    captured = capsys.readouterr()
    for word in ("PSNR", "SSIM", "NRMSE", "AUC", "Identity", "Perceptual", "Sharpness", "Consistency", "s/face"):
        assert word in captured.out
    assert "blind degradation, 1 face" in captured.out and "sparnet-x8" in captured.out
    assert "2 photos or faces were not used" in captured.err


def identity_model_for_aligned_faces() -> str:
    """Install a model that gives its 512 px input back."""
    onnx = pytest.importorskip("onnx")
    shape = ["batch", 3, 512, 512]
    value = [onnx.helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, shape) for name in ("input", "image")]
    node = onnx.helper.make_node("Identity", ["input"], ["image"])
    graph = onnx.helper.make_graph([node], "identity", value[:1], value[1:])
    folder = user_models_folder() / "same-512"
    folder.mkdir(parents=True)
    opset = [onnx.helper.make_opsetid("", 17)]
    onnx.save(onnx.helper.make_model(graph, opset_imports=opset, ir_version=8), folder / "model.onnx")
    card = ModelCard(
        id="same-512", family="sparnet", title="identity", paper="none", file="model.onnx",
        sha256=file_sha256(folder / "model.onnx"), licence="Apache-2.0", crop="ffhq", input_size=512, output_size=512,
        useful_range=(32, 512), parameters=0, outputs=("image",),
    )  # fmt: skip
    write_card(card, folder)
    return card.id


def test_models_of_both_kinds_are_scored_on_their_own_crops(
    photos: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    same = identity_model_for_aligned_faces()
    arguments = ("--data", photos, "--models", f"{same},bicubic,sparnet-x8", "--scale", 8, "--score-size", 128)
    report = evaluated(capsys, *arguments, "--sheet", tmp_path / "sheet.png")
    models = report["models"]
    assert models.keys() == {"bicubic", "sparnet-x8", "bicubic-ffhq", same}
    assert {name for name, entry in models.items() if entry["crop"] == "ffhq"} == {"bicubic-ffhq", same}
    assert {name: entry["size"] for name, entry in models.items()} == dict.fromkeys(models, 128)
    for key in ("psnr", "ssim", "consistency", "sharpness"):
        assert models[same][key] == pytest.approx(models["bicubic-ffhq"][key], abs=1e-3)
    assert models["bicubic-ffhq"]["psnr"] > models["bicubic"]["psnr"] + 2  # 64 px of input instead of 16


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"--models": "nothing"}, "There is no model 'nothing'"),
        ({"--models": ","}, "No method is named"),
        ({"--scale": "7"}, "does not divide 128 px"),
        ({"--scale": "1"}, "2 or more"),
        ({"--data": "absent"}, "absent"),
        ({"--limit": "0"}, "at least one face"),
        ({"--score-size": "300"}, "300 px"),
        ({"--sheet": "."}, "it is a folder"),
        ({"--sheet": "my photos/torn.jpg/sheet.png"}, "cannot be written"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_printed(
    changed: dict[str, str],
    words: str,
    photos: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(photos.parent)
    arguments = {"--data": "my photos", "--models": "bicubic", "--scale": "8"} | changed
    assert main(["evaluate", "--json", *(part for pair in arguments.items() for part in pair)]) == 1
    captured = capsys.readouterr()
    assert captured.out == "" and words in captured.err


def test_a_folder_without_a_face_is_an_error(photos: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (photos / "grace-hopper.jpg").unlink()
    assert main(["evaluate", "--data", str(photos), "--models", "bicubic"]) == 1
    assert "None of the 2 photos" in capsys.readouterr().err


@pytest.mark.slow
@on_real_faces
def test_validation_portraits_are_scored_by_source(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = evaluated(capsys, "--data", folder, "--models", "sparnet-x8,bicubic", "--limit", 6)
    model, bicubic = report["models"]["sparnet-x8"], report["models"]["bicubic"]
    assert report["faces"] == model["faces"] == len(validation_faces(folder, min_detail=180)[:6])
    assert {"samples"} == model["sources"].keys() or {"congress", "gpo"} <= model["sources"].keys()
    assert model["psnr"] > bicubic["psnr"] + (2 if folder == TRAINING else 1.5)  # the samples are sharper
    for key in ("ssim", "auc", "identity", "sharpness", "consistency"):
        assert model[key] > bicubic[key], key
    for key in ("nrmse", "perceptual"):
        assert model[key] < bicubic[key], key
    low, high = model["intervals"]["psnr"]
    assert low < model["psnr"] < high
