"""`fsr-desktop train`: a run, its folder, going on with it, and what it refuses."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.paths import samples_folder
from engine.training.checkpoints import read_facts
from engine.training.recipe import read_recipe
from fsr_desktop.cli.main import main

ROOT = Path(__file__).parents[3]
LIMIT_S = 200.0
RECIPE = """
name = "tiny"
family = "sparnet"
[network]
size = 64
base_channels = 4
max_channels = 8
smallest_feature = 16
body_units = 1
attention_width = 4
attention_bottleneck = 16
global_skip = true
[data]
min_detail = 64
[degradation]
lr_range = [8, 16]
[optimiser]
steps = {steps}
batch = 2
warmup_steps = 2
checkpoint_every = 2
validate_every = 2
"""


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    """A plain folder of photos."""
    folder = tmp_path / "photos"
    folder.mkdir()
    for name in ("astronaut.png", "grace-hopper.jpg"):
        shutil.copy(samples_folder() / name, folder)
    return folder


def command(photos: Path, *arguments: str, steps: int = 4) -> list[str]:
    recipe = photos.parent / "tiny.toml"
    recipe.write_text(RECIPE.format(steps=steps))
    out = str(photos.parent / "out")
    return ["train", str(recipe), "--data", str(photos), "--out", out, "--accelerator", "cpu", *arguments]


def start(arguments: list[str]) -> subprocess.Popen[str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("LOCAL_RANK", "RANK", "WORLD_SIZE")}
    return subprocess.Popen(
        [sys.executable, "-m", "fsr_desktop", *arguments],
        cwd=ROOT,
        env={**kept, "OMP_NUM_THREADS": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_a_run_leaves_checkpoint_recipe_curve_log_and_figures_and_is_not_written_over(
    photos: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = photos.parent / "out"
    assert main(command(photos, "--stop-at", "2")) == 0
    captured = capsys.readouterr()
    assert captured.out == f"{out / 'last.safetensors'}\n"
    assert "tiny: 1 faces to train on, 1 to validate on, 4 steps" in captured.err
    assert "step 1/4" in captured.err and "img/s" in captured.err and "ETA" in captured.err
    names = {"last.safetensors", "recipe.toml", "curve.csv", "train.log", "figures"}
    assert {path.name for path in out.iterdir()} == names
    assert read_recipe(out / "recipe.toml") == read_facts(out / "last.safetensors")[1]
    assert "psnr_16" in (out / "train.log").read_text()
    assert [path.name for path in (out / "figures").iterdir()] == ["step-000002.png"]

    before = (out / "last.safetensors").read_bytes()
    assert main(command(photos)) == 1
    assert "already holds the checkpoint" in (words := capsys.readouterr().err) and "--resume" in words
    assert (out / "last.safetensors").read_bytes() == before

    assert main(command(photos, "--resume")) == 0
    assert read_facts(out / "last.safetensors")[0] == 4
    assert [row.split(",")[0] for row in (out / "curve.csv").read_text().splitlines()] == ["step", "2", "4"]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (["--resume"], "no checkpoint"),
        (["--data", "absent"], "There is no folder absent"),
        (["--start", "x.safetensors"], "starts from no checkpoint"),
        (["--accelerator", "cuda", "--devices", "99"], "99 device(s) of the kind 'cuda' cannot be had"),
    ],
)
def test_what_cannot_be_done_is_said_and_leaves_no_folder_behind(
    change: list[str], words: str, photos: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(command(photos, *change)) == 1
    assert words in capsys.readouterr().err
    assert not (photos.parent / "out" / "last.safetensors").exists()


def test_a_recipe_with_film_damage_needs_a_folder_of_masks(photos: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = command(photos, "--stop-at", "1")
    recipe, out = photos.parent / "tiny.toml", photos.parent / "out"
    recipe.write_text(recipe.read_text().replace("lr_range", "damage = { probability = 1.0 }\nlr_range"))
    assert main(arguments) == 1
    assert "--damage" in capsys.readouterr().err and not out.exists()
    masks = photos.parent / "masks"
    masks.mkdir()
    assert main([*arguments, "--damage", str(masks)]) == 1
    assert "no mask of damage" in capsys.readouterr().err
    Image.fromarray(np.full((40, 40), 255, np.uint8)).save(masks / "a.png")
    assert main([*arguments, "--damage", str(masks)]) == 0
    assert (out / "last.safetensors").is_file()


def test_another_number_of_steps_takes_the_recipes_place(photos: Path) -> None:
    assert main(command(photos, "--steps", "2")) == 0
    step, recipe = read_facts(photos.parent / "out" / "last.safetensors")
    assert step == recipe.optimiser.steps == 2


def test_an_unknown_recipe_and_a_file_for_a_folder_are_refused(
    photos: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["train", "sparnet-x9", "--data", str(photos), "--out", str(photos.parent / "out")]) == 1
    assert "sparnet-x8" in capsys.readouterr().err
    (photos.parent / "out").write_text("x")
    assert main(command(photos)) == 1
    assert "cannot be written" in capsys.readouterr().err
    assert main(command(photos, "--devices", "0")) == 2


def test_without_the_extra_one_line_says_how_to_install_it(
    photos: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "engine.training.runs", raising=False)
    monkeypatch.setitem(sys.modules, "tomli_w", None)  # as torch is loaded in this process already
    assert main(command(photos)) == 1
    assert 'pip install ".[train]"' in capsys.readouterr().err


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for one process")
def test_ctrl_c_keeps_the_last_checkpoint_and_says_how_to_go_on(photos: Path) -> None:
    process = start(command(photos, steps=100_000))
    last = photos.parent / "out" / "last.safetensors"
    started = time.monotonic()
    while not last.exists():
        assert process.poll() is None and time.monotonic() - started < LIMIT_S
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    _, words = process.communicate(timeout=LIMIT_S)
    assert process.returncode == 130
    assert f"{last} is kept at step {read_facts(last)[0]}" in words and "--resume" in words
    assert "Traceback" not in words


@pytest.mark.slow
def test_two_processes_on_the_cpu_finish_and_one_of_them_speaks(photos: Path) -> None:
    process = start(command(photos, "--devices", "2", "--strategy", "ddp"))
    printed, words = process.communicate(timeout=LIMIT_S)
    assert process.returncode == 0, words
    last = photos.parent / "out" / "last.safetensors"
    assert printed == f"{last}\n"
    assert words.count("2 process(es)") == 1 and words.count("step 4/4") == 1
    assert read_facts(last)[0] == 4
