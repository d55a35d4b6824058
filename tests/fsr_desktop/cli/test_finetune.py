"""`fsr-desktop finetune`: a folder of photos in, a model of the user's own out, or a clear reason."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageEnhance

from engine.models.registry import InstalledModel
from engine.paths import samples_folder
from fsr_desktop.cli.main import main


@pytest.fixture
def album(tmp_path: Path) -> Path:
    """Twelve small photos of two people, each in another light."""
    folder = tmp_path / "album"
    folder.mkdir()
    for name in ("astronaut.png", "grace-hopper.jpg"):
        with Image.open(samples_folder() / name) as photo:
            small = photo.convert("RGB")
        small.thumbnail((320, 320))
        for number in range(6):
            ImageEnhance.Brightness(small).enhance(0.7 + 0.1 * number).save(folder / f"{name[:5]}-{number}.png")
    return folder


@pytest.mark.slow
def test_an_album_gives_a_model_that_is_listed_and_shown_beside_its_parent(
    album: Path, tinted: InstalledModel, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["finetune", tinted.card.id, "--photos", str(album), "--minutes", "0.1", "--keep-anyway", "--json"]
    assert main(arguments) == 0
    captured = capsys.readouterr()
    result = json.loads(captured.out)
    assert (result["model"], result["parent"]) == ("album", "tinted")
    assert result["faces"]["training"] >= 8 and result["faces"]["held_out"] >= 2
    assert [row["input_px"] for row in result["scores"]] == [8, 16]
    assert len(result["base_scores"]) == 2 and isinstance(result["improved"], bool)
    assert set(result["standing"]) == {"input", "parent", "taught"}
    assert {"psnr_db", "perceptual", "landmarks", "sharpness"} == set(result["standing"]["taught"])
    assert "photos as given" in captured.err and "perceptual" in captured.err and "sharpness" in captured.err
    assert "looking for faces" in captured.err and "held-out faces" in captured.err and "PSNR" in captured.err

    assert main(["models", "show", "album"]) == 0
    shown = capsys.readouterr().out
    assert "album (fine-tuned from tinted)" in shown and "faces (tinted -> album):" in shown
    assert " photos in album;" in shown and str(album) not in shown
    assert main(["models", "list", "--json"]) == 0
    rows = {row["id"]: row for row in json.loads(capsys.readouterr().out)}
    assert rows["album"]["parent"] == "tinted" and "parent" not in rows["sparnet-x8"]
    assert main(["models", "list"]) == 0


def test_too_few_faces_are_refused_in_words_and_in_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(samples_folder() / "grace-hopper.jpg", tmp_path)
    assert main(["finetune", "sparnet-x8", "--photos", str(tmp_path), "--json"]) == 1
    captured = capsys.readouterr()
    assert json.loads(captured.out)["error"]["code"] == "data"
    assert "at least 8 large faces" in captured.err and "120 px wide" in captured.err


def test_an_unknown_model_and_a_missing_folder_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["finetune", "nobody", "--photos", str(tmp_path)]) == 1
    assert "no model 'nobody'" in capsys.readouterr().err
    assert main(["finetune", "sparnet-x8", "--photos", str(tmp_path / "absent")]) == 1
    assert "There is no folder" in capsys.readouterr().err
    assert main(["finetune", "sparnet-x8", "--photos", str(tmp_path), "--minutes", "0"]) == 2


def test_without_the_extra_one_line_says_how_to_install_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "engine.training.finetune", raising=False)
    monkeypatch.setitem(sys.modules, "engine.training.finetune_plan", None)  # as torch is loaded already
    assert main(["finetune", "sparnet-x8", "--photos", str(tmp_path)]) == 1
    assert 'pip install ".[train]"' in capsys.readouterr().err
