"""`fsr-desktop models` and `doctor`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from engine.models.registry import scan_models
from engine.models.sparnet import spec
from engine.models.sparnet.network import SPARNet
from engine.paths import user_models_folder
from fsr_desktop.cli.main import main
from tests.engine.small_models import with_small_publications

ROW = {"id", "family", "title", "input", "output", "parameters", "outputs", "licence", "source"}


def printed(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out)


def test_the_list_has_the_shipped_model_with_every_field(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", "list", "--json"]) == 0
    rows = printed(capsys)
    assert all(row.keys() == ROW for row in rows)
    (x8,) = [row for row in rows if row["id"] == "sparnet-x8"]
    assert (x8["family"], x8["input"], x8["output"], x8["source"]) == ("sparnet", 128, 128, "shipped")
    assert "attention_up_1" in x8["outputs"]
    assert main(["models", "list"]) == 0
    assert "sparnet-x8" in capsys.readouterr().out


def test_show_tells_bias_scores_and_licence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", "show", "sparnet-x8"]) == 0
    words = capsys.readouterr().out
    assert "older white men" in words and "Apache-2.0" in words and "psnr_db" in words
    assert main(["models", "show", "sparnet-x8", "--json"]) == 0
    assert printed(capsys)["scores"]
    assert main(["models", "show", "nothing"]) == 1


@pytest.mark.parametrize(("side", "raw"), [(16, False), (37, False), (128, True)])
def test_run_saves_every_named_output(side: int, raw: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    np.save(tmp_path / "x.npy", np.random.default_rng(0).random((2, 3, side, side), dtype=np.float32))
    arguments = ["models", "run", "sparnet-x8", "--input", str(tmp_path / "x.npy"), "--output"]
    assert main([*arguments, str(tmp_path / "y.npz"), *(["--raw"] if raw else [])]) == 0
    with np.load(tmp_path / "y.npz") as outputs:
        assert outputs["image"].shape == (2, 3, 128, 128)
        assert {"attention_down_1", "attention_body_1", "attention_up_1"} <= set(outputs.files)
    assert "CPUExecutionProvider" in capsys.readouterr().err


@pytest.mark.parametrize(
    "array",
    [
        np.zeros((3, 16, 16), np.float32),
        np.zeros((1, 4, 16, 16), np.float32),
        np.zeros((0, 3, 16, 16), np.float32),
        np.zeros((1, 3, 16, 16), np.float64),
        np.full((1, 3, 16, 16), 2, np.float32),
        np.full((1, 3, 16, 16), np.nan, np.float32),
    ],
)
def test_run_refuses_unusable_arrays_and_writes_nothing(
    array: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    np.save(tmp_path / "x.npy", array)
    arguments = ["models", "run", "sparnet-x8", "--input", str(tmp_path / "x.npy"), "--output"]
    assert main([*arguments, str(tmp_path / "y.npz")]) == 1
    assert "Expected" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["x.npy"]


def test_run_with_raw_refuses_another_size(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    np.save(tmp_path / "x.npy", np.zeros((1, 3, 16, 16), np.float32))
    arguments = ["--input", str(tmp_path / "x.npy"), "--output", str(tmp_path / "y.npz"), "--raw"]
    assert main(["models", "run", "sparnet-x8", *arguments]) == 1
    assert "Expected crops of 128 x 128 px" in capsys.readouterr().err


def test_a_published_checkpoint_is_imported_listed_and_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    family = with_small_publications(spec.SPEC)
    monkeypatch.setattr(spec, "SPEC", family)  # test_importing.py recognises the real sizes
    torch.manual_seed(0)
    network = SPARNet(family.published[0].config)
    parameters = sum(values.numel() for values in network.parameters())
    torch.save(network.state_dict(), tmp_path / "SPARNet-V16-S4-epoch20.pth")
    assert main(["models", "import", str(tmp_path / "SPARNet-V16-S4-epoch20.pth"), "--as", "v16"]) == 0
    words = capsys.readouterr()
    assert words.out.strip() == "v16"
    assert "SPARNet-V16-S4" in words.err and f"{parameters:,}" in words.err and "non-commercial" in words.err
    assert main(["models", "list", "--json"]) == 0
    (row,) = [row for row in printed(capsys) if row["source"] == "user"]
    assert (row["id"], row["parameters"]) == ("v16", parameters)
    attentions = [name for name in row["outputs"] if name.startswith("attention_")]
    assert attentions == [f"attention_{name}" for name in network.config.attention_names]
    np.save(tmp_path / "x.npy", np.zeros((1, 3, 16, 16), np.float32))
    arguments = ["--input", str(tmp_path / "x.npy"), "--output", str(tmp_path / "y.npz")]
    assert main(["models", "run", "v16", *arguments]) == 0
    assert main(["models", "import", str(tmp_path / "SPARNet-V16-S4-epoch20.pth"), "--as", "v16"]) == 1
    assert "taken" in capsys.readouterr().err


def test_a_broken_user_model_is_reported_and_the_others_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    folder = user_models_folder() / "mine"
    folder.mkdir(parents=True)
    (folder / "card.toml").write_text("id = 'mine'")
    assert main(["models", "list", "--json"]) == 1
    captured = capsys.readouterr()
    shipped = [model.card.id for model in scan_models()[0] if model.source == "shipped"]
    assert [row["id"] for row in json.loads(captured.out)] == shipped
    assert "card.toml" in captured.err


def test_doctor_says_what_really_runs_and_that_all_is_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--json"]) == 0
    report = printed(capsys)
    assert report["runs on"] == report["providers"][-1] == "CPUExecutionProvider"
    assert report["models"]["sparnet-x8"] == "shipped, weights verified"
    assert report["problems"] == []
    assert "centerface" in report["detectors"]
    assert main(["doctor"]) == 0
    assert "Everything is in order." in capsys.readouterr().out


def test_doctor_finds_a_damaged_model(own_data_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import shutil

    from engine.paths import models_folder

    copy = own_data_folder / "models" / "copy"
    shutil.copytree(models_folder() / "sparnet-x8", copy)
    card = copy / "card.toml"
    card.write_text(card.read_text(encoding="utf-8").replace('id = "sparnet-x8"', 'id = "copy"'), encoding="utf-8")
    with (copy / "model.onnx").open("ab") as file:
        file.write(b"x")
    assert main(["doctor", "--json"]) == 1
    report = printed(capsys)
    assert report["models"]["copy"] == "damaged"
    assert any("copy" in problem for problem in report["problems"])


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    from fsr_desktop import __version__

    assert main(["--version"]) == 0
    assert capsys.readouterr().out.strip() == f"fsr-desktop {__version__}"


def test_doctor_lists_every_place_that_is_written_to(own_data_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (own_data_folder / "sessions").mkdir(mode=0o700)
    (own_data_folder / "sessions" / "a.json").write_text("12345")
    own_data_folder.chmod(0o700)
    assert main(["doctor", "--privacy", "--json"]) == 0
    rows = {row["title"]: row for row in printed(capsys)}
    assert rows["sessions"]["files"] == 1 and rows["sessions"]["size_bytes"] == 5
    assert rows["other data"]["files"] == 0
    assert {"settings", "models", "cache", "logs", "temporary files"} <= rows.keys()
    (own_data_folder / "sessions").chmod(0o755)
    assert main(["doctor", "--privacy"]) == 1
    assert "open to other users" in capsys.readouterr().out
