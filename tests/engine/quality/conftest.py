"""No test: faces of the samples, spoilt in known ways by the code that the network was trained with."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from engine.datasets.portraits import Portrait, read_portraits
from tests.faces import SAMPLES

TOOL = Path(__file__).parents[3] / "packaging" / "scripts" / "quality_faces.py"

Spoil = Callable[..., Any]


@pytest.fixture(scope="session")
def quality_faces() -> ModuleType:
    """The developers' module that spoils faces."""
    spec = importlib.util.spec_from_file_location("quality_faces", TOOL)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # its dataclasses look for it there
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def portraits() -> list[Portrait]:
    """The faces of the samples."""
    return read_portraits(SAMPLES, split="val", min_detail=0)


@pytest.fixture(scope="session")
def spoilt(quality_faces: ModuleType, portraits: list[Portrait]) -> Spoil:
    """`spoilt(side=96, noise=8, ...)` gives one spoilt face, with the truth; `of` says which portrait."""

    def make(of: int = 0, **how: Any) -> Any:
        return quality_faces.spoil(portraits[of], quality_faces.Spoiling(**how), np.random.default_rng(0))

    return make
