"""The base install, without extras, in a fresh environment: complete, free of torch, and able to restore.

The environment gets this project's built wheel, and of the packages installed here exactly those that the wheel asks
for, and theirs in turn, as links: a dependency that is not declared is not there, and nothing is fetched twice.
"""

from __future__ import annotations

import importlib.metadata
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
RESULT_KEYS = {
    "photo", "page", "output", "seconds", "faces", "provider", "scale", "scale_reason", "crops", "regions", "notes",
    "status", "reason",
}  # fmt: skip
FACE_KEYS = {
    "box",
    "points",
    "score",
    "model",
    "status",
    "reason",
    "seconds",
    "outside_range",
    "source",
    "prior_refusal",
    "departure",
    "quality",
}


@pytest.fixture(scope="module")
def base_environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a virtual environment with this project's wheel and what it depends on."""
    folder = tmp_path_factory.mktemp("base install") / "venv"
    _run([sys.executable, "-m", "venv", "--without-pip", str(folder)])
    into = ["--python", str(_program(folder, "python"))]
    _run([sys.executable, "-m", "pip", *into, "install", "-q", "--no-deps", str(ROOT)])
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    packages = Path(_run([str(_program(folder, "python")), "-c", ask]).strip())
    (wheel,) = importlib.metadata.distributions(name="fsr-desktop", path=[str(packages)])
    for distribution in _needed_by(wheel):
        _link(distribution, packages)
    return folder


def _needed_by(distribution: importlib.metadata.Distribution) -> list[importlib.metadata.Distribution]:
    """All that a distribution without extras requires here, directly or not."""
    found: dict[str, importlib.metadata.Distribution] = {}
    waiting = [(distribution, "")]
    while waiting:
        wanting, extra = waiting.pop()
        for requirement in map(Requirement, wanting.requires or []):
            is_needed = requirement.marker is None or requirement.marker.evaluate({"extra": extra})
            name = canonicalize_name(requirement.name)
            if is_needed and (name not in found or requirement.extras):
                found[name] = importlib.metadata.distribution(name)
                waiting += [(found[name], extra) for extra in ("", *requirement.extras)]
    return list(found.values())


def _link(distribution: importlib.metadata.Distribution, packages: Path) -> None:
    """Make a distribution's top-level files and folders importable from another environment."""
    tops = {file.parts[0] for file in distribution.files or [] if file.parts[0] not in ("..", "__pycache__")}
    for top in tops - {path.name for path in packages.iterdir()}:
        (packages / top).symlink_to(Path(str(distribution.locate_file(top))))


@pytest.mark.slow
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


@pytest.mark.slow
def test_the_base_install_restores_both_people_of_the_sample(base_environment: Path, tmp_path: Path) -> None:
    code = "import engine.paths as p; print(p.samples_folder() / 'two-people.jpg')"
    photo = _run([str(_program(base_environment, "python")), "-c", code], folder=tmp_path).strip()

    program = str(_program(base_environment, "fsr-desktop"))
    shown = _run([program, "restore", photo, "-o", "out", "--json"], folder=tmp_path)

    (line,) = shown.splitlines()
    result = json.loads(line)
    assert set(result) == RESULT_KEYS
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
