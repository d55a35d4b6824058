"""What every test starts from: no display, no GPU, and none of the user's own folders."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def own_data_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh user data folder, so that no test sees or changes what the user keeps."""
    folder = tmp_path_factory.mktemp("user-data")
    monkeypatch.setenv("FSR_DESKTOP_DATA", str(folder))
    return folder
