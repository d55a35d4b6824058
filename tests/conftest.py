"""What every test starts from: no display, no GPU, one thread a library, and none of the user's own folders."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from engine.models.registry import InstalledModel

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Read once, when torch, NumPy's BLAS and OpenCV are loaded, here and in the processes that tests start. The inputs are
# small, and threads that wait keep a processor busy: one training took 17 s of it with one thread, 139 s with two.
os.environ.update(dict.fromkeys(("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1"))
if "torch" in sys.modules:  # a plugin of pytest was faster
    sys.modules["torch"].set_num_threads(1)


@pytest.fixture(autouse=True)
def own_data_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh user data folder, so that no test sees or changes what the user keeps."""
    folder = tmp_path_factory.mktemp("user-data")
    monkeypatch.setenv("FSR_DESKTOP_DATA", str(folder))
    return folder


@pytest.fixture(autouse=True, scope="session")
def one_thread_a_model() -> Iterator[None]:
    """Models in this process run on one thread; ONNX Runtime does not read the environment."""
    with pytest.MonkeyPatch.context() as patch:
        for back_end in ("onnx_network", "openvino_network"):
            patch.setattr(f"engine.runtime.{back_end}.thread_count", lambda wanted=0: 1)
        yield


@pytest.fixture(scope="session")
def tinted_files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a small model, exported once."""
    from tests.engine.small_models import export_tinted  # loads torch

    folder = tmp_path_factory.mktemp("models") / "tinted"
    export_tinted(folder)
    return folder


@pytest.fixture
def tinted(own_data_folder: Path, tinted_files: Path) -> InstalledModel:
    """An installed model that makes every face too red, which its last layer can unlearn."""
    from engine.models.card import read_card
    from engine.models.registry import InstalledModel
    from engine.paths import user_models_folder

    folder = user_models_folder() / "tinted"
    shutil.copytree(tinted_files, folder)
    return InstalledModel(read_card(folder), folder, "user")
