"""Who may import what: layers, no circles, no Qt in the engine, no cv2 in the window, torch only where it is meant."""

from __future__ import annotations

import ast
import functools
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from importlib.metadata import packages_distributions
from itertools import chain
from pathlib import Path

import pytest

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).resolve().parents[2]
QT = ("PySide6", "shiboken6", "PyQt5", "PyQt6", "PySide2")
TRAIN_EXTRA = ("torch", "onnx", "onnxscript", "safetensors")
# last part of a module's name
NEEDS_TRAIN_EXTRA = (
    "network", "losses", "exporting", "importing", "feature_networks", "feedback", "hourglass", "heatmaps",
    "detail_filters", "wavelet_network", "transformer", "torch_renderer",
)  # fmt: skip
CLI_IMPORT_LIMIT_S = 0.3
MOST_LINES = 320
MOST_FILES_AT_THE_TOP = 6

# A folder (or a file beside the folders) imports its own modules and those of lower rows; never its own row's others.
LAYERS = {
    "engine": (
        "jobs", "process", "training", "evaluation", "explain", "pipeline", "runtime", "models", "datasets",
        "degradation detection features photo_io priors quality", "alignment", "logs",
        "confinement", "context devices files handed_over limits paths types", "errors", "messages",
    ),
    "fsr_desktop": (
        "__main__", "cli", "app", "window", "presenter",
        "actions canvas export faces finetune looks models overlays photos study toasts",
        "session", "settings", "painters widgets", "background", "language look",
    ),
}  # fmt: skip
MEET_THE_CHILD = ("fsr_desktop.session.engine_bridge", "fsr_desktop.cli.")
WITHOUT_WIDGETS = ("fsr_desktop.session.", "fsr_desktop.settings.", "fsr_desktop.language.")

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


@functools.cache
def import_graph() -> dict[str, set[str]]:
    """For each module of both packages all that its source imports, anywhere in it and for types too."""
    own = {name for package in LAYERS for name in modules_of(package)}
    return {name: set(_imported(name, own)) for name in own}


def row_of(module: str) -> int:
    """The row of `LAYERS` that a module is in, from the top. Raises: StopIteration if its folder has none."""
    package, folder = module.split(".")[:2]
    return next(row for row, names in enumerate(LAYERS[package]) if folder in names.split())


def test_no_modules_import_each_other_in_a_circle() -> None:
    own = import_graph().keys()
    tuple(TopologicalSorter({name: used & own for name, used in import_graph().items()}).static_order())


@pytest.mark.parametrize("package", LAYERS)
def test_every_folder_imports_lower_layers_alone(package: str) -> None:
    own = set(modules_of(package)) - {package}
    upward = [
        f"{name} -> {used}"
        for name in sorted(own)
        for used in import_graph()[name] & own
        if name.split(".")[1] != used.split(".")[1] and row_of(used) <= row_of(name)
    ]
    assert upward == []


def test_only_the_bridge_and_the_command_line_meet_the_engine_process() -> None:
    meeting = [name for name, used in import_graph().items() if "engine.process.parent" in used]
    window = [name for name in meeting if name.startswith("fsr_desktop")]
    assert window and all(name.startswith(MEET_THE_CHILD) for name in window)


def test_what_the_user_works_on_knows_no_widgets() -> None:
    light = {name: used for name, used in import_graph().items() if name.startswith(WITHOUT_WIDGETS)}
    widgets = ("PySide6.QtWidgets", "fsr_desktop.widgets")
    assert light and [name for name, used in light.items() if any(one.startswith(widgets) for one in used)] == []


def test_no_file_is_too_long_and_few_stand_at_the_top_of_the_window() -> None:
    files = [path for package in LAYERS for path in (ROOT / package).rglob("*.py")]
    assert [path.name for path in files if len(path.read_bytes().splitlines()) > MOST_LINES] == []
    assert len(list((ROOT / "fsr_desktop").glob("*.*"))) <= MOST_FILES_AT_THE_TOP


def test_every_package_that_is_imported_is_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {
        re.split(r"[^\w.-]", line)[0].lower().replace("_", "-")
        for line in (*project["dependencies"], *chain(*project["optional-dependencies"].values()))
    }
    carriers = packages_distributions()
    imported = {used.partition(".")[0] for used in chain(*import_graph().values())}
    foreign = imported - sys.stdlib_module_names - LAYERS.keys()
    missing = [
        name
        for name in sorted(foreign)
        if not {carrier.lower().replace("_", "-") for carrier in carriers.get(name, [name])} & declared
    ]
    assert missing == []


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
    engine = {name: used for name, used in import_graph().items() if name.startswith("engine")}
    assert [name for name, used in engine.items() if any(one.startswith("fsr_desktop") for one in used)] == []


def test_the_command_line_is_imported_in_under_300_ms() -> None:
    bare = min(_seconds("pass") for _ in range(3))
    loaded = min(_seconds("import fsr_desktop.cli.main") for _ in range(5))
    assert loaded - bare < CLI_IMPORT_LIMIT_S, f"{loaded - bare:.3f} s"


@pytest.mark.parametrize("module", ["engine.training.loop", "engine.models.sparnet.network"])
def test_the_rule_knows_modules_that_need_torch(module: str) -> None:
    assert needs_train_extra(module)


def _imported(module: str, own: set[str]) -> Iterator[str]:
    path = ROOT.joinpath(*module.split("."))
    source = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    for node in ast.walk(ast.parse(source.read_bytes())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = (f"{node.module}.{alias.name}" for alias in node.names)
            yield from (name if name in own else node.module for name in names)


def _seconds(code: str) -> float:
    """Of the processor, in a process of its own."""
    timed = f"import time; {code}; print(time.process_time())"
    run = subprocess.run(
        [sys.executable, "-c", timed], cwd=ROOT, check=True, timeout=60, capture_output=True, text=True
    )
    return float(run.stdout)
