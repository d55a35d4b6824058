"""`fsr-desktop models import-face-model`."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.priors.face_model_file import read_face_model
from fsr_desktop.cli.main import main
from tests.engine.priors.test_basel import write_2009


def test_a_face_model_is_installed_and_its_licence_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FSR_DESKTOP_DATA", str(tmp_path / "data"))
    file = write_2009(tmp_path / "01_MorphableModel.mat")
    assert main(["models", "import-face-model", str(file)]) == 0
    said = capsys.readouterr()
    assert said.out.strip() == "basel-2009" and "81 vertices" in said.err and "research alone" in said.err
    assert read_face_model(tmp_path / "data" / "face-models" / "basel-2009.npz").name == "basel-2009"


def test_a_folder_that_is_no_face_model_ends_with_1_and_says_what_is_expected(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["models", "import-face-model", str(tmp_path)]) == 1
    assert "FaceXModel" in capsys.readouterr().err
