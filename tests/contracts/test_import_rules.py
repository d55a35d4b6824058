"""Who may import what: no Qt in the engine, no cv2 in the window, torch only in modules made for it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
QT = ("PySide6", "shiboken6", "PyQt5", "PyQt6", "PySide2")
TRAIN_EXTRA = ("torch", "onnx", "onnxscript", "safetensors")
# last part of a module's name
NEEDS_TRAIN_EXTRA = (
    "network", "losses", "exporting", "importing", "feature_networks", "feedback", "hourglass", "heatmaps",
    "detail_filters",
)  # fmt: skip
CLI_IMPORT_LIMIT_S = 0.3

# Imports the modules of argv[1] in turn; prints, per offending module, the forbidden packages it brought in.
PROBE = """
import importlib, json, sys
modules, forbidden = json.loads(sys.argv[1])
found, seen = {}, set()
for name in modules:
    try:
        importlib.import_module(name)
    except Exception as error:
        found[name] = [f"{type(error).__name__}: {error}"]
    new = {package for package in forbidden if package in sys.modules} - seen
    if new:
        found.setdefault(name, []).extend(sorted(new))
    seen |= new
print(json.dumps(found))
"""


def modules_of(package: str) -> list[str]:
    """Every module below a package's folder, by dotted name."""
    names: list[str] = []
    for path in sorted((ROOT / package).rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        names.append(".".join(parts[:-1] if parts[-1] == "__init__" else parts))
    return names


def needs_train_extra(module: str) -> bool:
    """Whether a module of the engine is there for torch: training, networks, losses, moving weights."""
    return module.startswith("engine.training") or module.rpartition(".")[2] in NEEDS_TRAIN_EXTRA


def offenders(modules: list[str], forbidden: tuple[str, ...]) -> dict[str, list[str]]:
    """Forbidden packages, or the error, per module that brought them in; one fresh process imports all."""
    arguments = [sys.executable, "-c", PROBE, json.dumps([modules, forbidden])]
    run = subprocess.run(arguments, cwd=ROOT, capture_output=True, text=True, timeout=240, check=False)
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout.splitlines()[-1])


def test_no_module_of_the_engine_imports_qt() -> None:
    assert offenders(modules_of("engine"), QT) == {}


def test_only_training_and_network_modules_import_what_the_base_install_lacks() -> None:
    modules = [name for name in modules_of("engine") if not needs_train_extra(name)]
    assert offenders(modules, TRAIN_EXTRA) == {}


def test_no_module_of_the_window_imports_torch_or_cv2() -> None:
    assert offenders(modules_of("fsr_desktop"), ("cv2", *TRAIN_EXTRA)) == {}


def test_the_command_line_starts_without_torch_cv2_and_qt() -> None:
    assert offenders(["fsr_desktop.cli.main"], ("cv2", "onnxruntime", *TRAIN_EXTRA, *QT)) == {}


def test_no_engine_source_names_the_window() -> None:
    naming = [path for path in (ROOT / "engine").rglob("*.py") if "fsr_desktop" in _import_lines(path)]
    assert naming == []


def test_the_command_line_is_imported_in_under_300_ms() -> None:
    bare = min(_seconds("pass") for _ in range(3))
    loaded = min(_seconds("import fsr_desktop.cli.main") for _ in range(5))
    assert loaded - bare < CLI_IMPORT_LIMIT_S, f"{loaded - bare:.3f} s"


@pytest.mark.parametrize("module", ["engine.training.loop", "engine.models.sparnet.network"])
def test_the_rule_knows_modules_that_need_torch(module: str) -> None:
    assert needs_train_extra(module)


def _import_lines(path: Path) -> str:
    lines = path.read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in lines if line.lstrip().startswith(("import ", "from ")))


def _seconds(code: str) -> float:
    """Of the processor, in a process of its own."""
    timed = f"import time; {code}; print(time.process_time())"
    run = subprocess.run(
        [sys.executable, "-c", timed], cwd=ROOT, check=True, timeout=60, capture_output=True, text=True
    )
    return float(run.stdout)
