"""The base install, without extras, in a fresh environment: complete, free of torch, and able to restore."""

from __future__ import annotations

import importlib.metadata
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FACE_KEYS = {"box", "points", "score", "model", "status", "reason", "seconds"}


@pytest.fixture(scope="module")
def base_environment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder of a virtual environment with this project's built wheel; removed afterwards (1.3 GB)."""
    folder = tmp_path_factory.mktemp("base install") / "venv"
    _run([sys.executable, "-m", "venv", str(folder)])
    constraints = str(ROOT / "packaging" / "constraints.txt")
    _run([str(_program(folder, "python")), "-m", "pip", "install", "-q", "-c", constraints, str(ROOT)])
    yield folder
    shutil.rmtree(folder)


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_the_base_install_lacks_torch_and_finds_its_resources(base_environment: Path, tmp_path: Path) -> None:
    code = (
        "import importlib.util as u, json, engine.paths as p;"
        "missing = [n for n in ('torch', 'onnx', 'safetensors') if u.find_spec(n) is None];"
        "print(json.dumps([missing, str(p.samples_folder()), str(p.models_folder())]))"
    )
    shown = _run([str(_program(base_environment, "python")), "-c", code], folder=tmp_path)
    missing, samples, models = json.loads(shown)
    assert missing == ["torch", "onnx", "safetensors"]
    assert Path(samples).is_relative_to(base_environment) and (Path(samples) / "two-people.jpg").is_file()
    assert list(Path(models).glob("*/card.toml"))
    print(f"base install: {_size(base_environment) / 1e9:.2f} GB")


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_the_base_install_restores_both_people_of_the_sample(base_environment: Path, tmp_path: Path) -> None:
    code = "import engine.paths as p; print(p.samples_folder() / 'two-people.jpg')"
    photo = _run([str(_program(base_environment, "python")), "-c", code], folder=tmp_path).strip()

    program = str(_program(base_environment, "fsr-desktop"))
    shown = _run([program, "restore", photo, "-o", "out", "--json"], folder=tmp_path)

    (line,) = shown.splitlines()
    result = json.loads(line)
    assert set(result) == {"photo", "output", "seconds", "faces", "provider", "scale", "crops", "notes"}
    assert (tmp_path / result["output"]).is_file()
    assert result["seconds"] > 0
    assert [face["status"] for face in result["faces"]] == ["restored", "restored"]
    for face in result["faces"]:
        assert set(face) == FACE_KEYS
        assert len(face["box"]) == 4 and all(len(point) == 2 for point in face["points"])
        assert len(face["points"]) == 5


@pytest.mark.parametrize("rivals", [("opencv-python", "opencv-python-headless"), ("onnxruntime", "onnxruntime-gpu")])
def test_packages_that_overwrite_each_other_are_not_installed_together(rivals: tuple[str, str]) -> None:
    assert [name for name in rivals if _is_installed(name)] in ([rivals[0]], [rivals[1]])


def test_cv2_is_the_build_with_windows() -> None:
    assert _is_installed("opencv-python") and not _is_installed("opencv-contrib-python")


def _is_installed(name: str) -> bool:
    try:
        importlib.metadata.distribution(name)
    except importlib.metadata.PackageNotFoundError:
        return False
    return True


def _program(environment: Path, name: str) -> Path:
    """A program of a virtual environment."""
    return environment / ("Scripts" if os.name == "nt" else "bin") / name


def _run(arguments: list[str], *, folder: Path | None = None) -> str:
    """Standard output of a program that must succeed, run in `folder`, away from this checkout's modules."""
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    run = subprocess.run(arguments, cwd=folder, env=kept, capture_output=True, text=True, timeout=540, check=False)
    assert run.returncode == 0, f"{arguments}\n{run.stdout}\n{run.stderr}"
    return run.stdout


def _size(folder: Path) -> int:
    """Bytes in all files below a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
