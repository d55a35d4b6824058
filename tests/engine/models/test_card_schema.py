"""A card that is no card is an error in words, and stops no other model."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from engine.errors import ModelError
from engine.models.card import read_card
from engine.models.registry import InstalledModel, scan_models
from engine.paths import models_folder, user_models_folder

WHOLE = """
id = "small"
family = "sparnet"
title = "small"
paper = ""
file = "model.onnx"
sha256 = ""
licence = "Apache-2.0"
input_size = 32
output_size = 32
useful_range = [8, 16]
parameters = 0
outputs = ["image"]
"""
WRONG = [
    ("input_size = 32", "input_size = 1000000"),
    ("input_size = 32", "input_size = 0"),
    ("input_size = 32", "input_size = -32"),
    ("input_size = 32", "input_size = 32.0"),
    ("input_size = 32", "input_size = true"),
    ("input_size = 32", "input_size = nan"),
    ("input_size = 32", f"input_size = {'9' * 5000}"),
    ("input_size = 32", "input_size = [32]"),
    ("input_size = 32", "input_size = {}"),
    ("useful_range = [8, 16]", "useful_range = [16, 8]"),
    ("useful_range = [8, 16]", "useful_range = [8]"),
    ("useful_range = [8, 16]", 'useful_range = ["8", "16"]'),
    ("useful_range = [8, 16]", "useful_range = 8"),
    ("useful_range = [8, 16]", f"useful_range = {'[' * 5000}{']' * 5000}"),
    ("useful_range = [8, 16]", "useful_range = [1979-05-27, 1979-05-28]"),
    ('outputs = ["image"]', "outputs = [1]"),
    ('outputs = ["image"]', f"outputs = {['image'] * 5000}"),
    ('outputs = ["image"]', 'outputs = "image"'),
    ('id = "small"', 'id = "../small"'),
    ('id = "small"', 'id = "\\u001b[2J"'),
    ('id = "small"', f'id = "{"a" * 200}"'),
    ('id = "small"', ""),
    ('file = "model.onnx"', 'file = "../../secret.onnx"'),
    ('file = "model.onnx"', 'file = "/dev/zero"'),
    ('file = "model.onnx"', 'file = "."'),
    ('sha256 = ""', 'sha256 = "abc"'),
    ('title = "small"', f'title = "{"a" * 30_000}"'),
    ("parameters = 0", "parameters = -1"),
    ("parameters = 0", 'parameters = 0\ncrop = "round"'),
    ("parameters = 0", "parameters = 0\nsurprise = 1"),
    ("parameters = 0", "parameters = 0\nnetwork = 3"),
    ("parameters = 0", "parameters = 0\nscores = 3"),
    ("parameters = 0", "parameters = 0\nscores = [{}]"),
    ("parameters = 0", "parameters = 0\nparent = []"),
    ("parameters = 0", "parameters = 0\nnames = {heatmaps = 3}"),
    ("parameters = 0", 'parameters = "0"\n"'),
]


def write(folder: Path, text: str | bytes) -> Path:
    folder.mkdir(parents=True)
    (folder / "card.toml").write_bytes(text.encode() if isinstance(text, str) else text)
    return folder


def test_a_whole_card_is_read(tmp_path: Path):
    assert read_card(write(tmp_path / "a", WHOLE)).useful_range == (8, 16)


def test_every_shipped_card_is_a_card():
    assert [read_card(path.parent).id for path in models_folder().glob("*/card.toml")]


@pytest.mark.parametrize(("before", "after"), WRONG)
def test_a_wrong_value_is_named_and_stops_no_other_model(before: str, after: str):
    assert before in WHOLE
    folder = write(user_models_folder() / "wrong", WHOLE.replace(before, after))
    with pytest.raises(ModelError, match="is broken"):
        read_card(folder)
    models, problems = scan_models()
    assert models and list(problems) == [folder]


@pytest.mark.parametrize("text", [b"\xff\xfe", b"", b"\0" * 100, b"a = 1\n" * 300_000, b"x = [" * 3000])
def test_what_is_no_card_at_all_is_an_error(text: bytes, tmp_path: Path):
    with pytest.raises(ModelError):
        read_card(write(tmp_path / "a", text))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders")
def test_a_pipe_as_card_or_weights_is_refused_and_not_waited_for(tmp_path: Path):
    folder = write(tmp_path / "a", WHOLE)
    os.mkfifo(folder / "model.onnx")
    with pytest.raises(ModelError, match="no ordinary file"):
        InstalledModel(read_card(folder), folder, "user").check_weights()
    (folder / "card.toml").unlink()
    os.mkfifo(folder / "card.toml")
    with pytest.raises(ModelError, match="no ordinary file"):
        read_card(folder)


def test_weights_that_lead_out_of_the_folder_are_refused(tmp_path: Path):
    folder = write(tmp_path / "a", WHOLE)
    (tmp_path / "elsewhere.onnx").write_bytes(b"x")
    (folder / "model.onnx").symlink_to(tmp_path / "elsewhere.onnx")
    with pytest.raises(ModelError, match="no ordinary file"):
        InstalledModel(read_card(folder), folder, "user").check_weights()
