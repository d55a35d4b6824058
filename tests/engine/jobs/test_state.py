"""What the engine process keeps between jobs, and that a changed file is read anew."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from engine.devices import thread_count
from engine.errors import PhotoError
from engine.jobs.state import ServiceState, has_changed, photo_content
from engine.paths import samples_folder
from engine.pipeline import restore
from engine.process.protocol import EngineSettings
from engine.runtime.sessions import ModelCache


def photo_file(path: Path, value: int) -> Path:
    Image.fromarray(np.full((6, 8, 3), value, np.uint8)).save(path)
    return path


@pytest.fixture
def state() -> ServiceState:
    return ServiceState(EngineSettings(device="cpu"))


def test_a_photo_is_read_once_until_its_file_changes(tmp_path: Path, state: ServiceState) -> None:
    path = photo_file(tmp_path / "a.png", 1)
    first = state.photo(path)
    assert state.photo(path) is first
    photo_file(path, 2)
    os.utime(path, ns=(1, 1))
    assert state.photo(path).pixels[0, 0, 0] == 2


def test_the_last_two_photos_are_kept(tmp_path: Path, state: ServiceState) -> None:
    paths = [photo_file(tmp_path / f"{value}.png", value) for value in range(3)]
    one, two = state.photo(paths[0]), state.photo(paths[1])
    assert state.photo(paths[0]) is one
    state.photo(paths[2])
    assert state.photo(paths[0]) is one
    assert state.photo(paths[1]) is not two


def test_a_canvas_that_would_be_gigantic_is_refused(
    tmp_path: Path, state: ServiceState, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(restore, "MAX_RESULT_MEGAPIXELS", 0.1)
    with pytest.raises(PhotoError, match="Choose a smaller scale"):
        state.canvas(samples_folder() / "grace-hopper-old.tif", 4)


def test_the_last_canvas_is_kept_and_is_the_photo_itself_at_scale_one(tmp_path: Path, state: ServiceState) -> None:
    path = tmp_path / "a.png"
    Image.fromarray(np.full((6, 8, 4), 100, np.uint8)).save(path)
    assert state.canvas(path, 1) is state.photo(path)
    twice = state.canvas(path, 2)
    assert twice.pixels.shape == (12, 16, 3) and twice.alpha is not None and twice.alpha.shape == (12, 16)
    assert state.canvas(path, 2) is twice
    assert state.canvas(path, 4).pixels.shape == (24, 32, 3)
    assert state.canvas(path, 2) is not twice
    Image.fromarray(np.full((5, 5, 3), 100, np.uint8)).save(path)
    assert state.canvas(path, 2).pixels.shape == (10, 10, 3)


def test_a_photo_that_is_gone_or_over_the_limit_is_a_photo_error(tmp_path: Path) -> None:
    state = ServiceState(EngineSettings(device="cpu", max_megapixels=40e-6))
    path = photo_file(tmp_path / "a.png", 1)
    with pytest.raises(PhotoError, match="the limit is"):
        state.photo(path)
    path.unlink()
    with pytest.raises(PhotoError, match="choose it again"):
        state.photo(path)


def test_models_and_detectors_are_loaded_once(state: ServiceState) -> None:
    assert state.models is state.models
    assert state.models.device == "cpu"
    assert state.detector("auto") is state.detector("auto")


def test_the_state_is_light_to_import() -> None:
    code = (
        "import sys, engine.jobs.state, engine.jobs.open_photo, engine.jobs.finetune; "
        "sys.exit(bool({'cv2', 'onnxruntime', 'torch', 'PIL'} & sys.modules.keys()))"
    )
    assert subprocess.run([sys.executable, "-c", code], timeout=120, check=False).returncode == 0


def test_threads_are_limited_in_models_and_in_opencv(monkeypatch: pytest.MonkeyPatch) -> None:
    import cv2
    import onnxruntime

    assert thread_count(1) == 1
    assert thread_count(10**6) == thread_count(0) == thread_count()
    monkeypatch.setattr("engine.runtime.onnx_network.thread_count", thread_count)  # tests have one thread otherwise
    asked: list[int] = []
    monkeypatch.setattr(cv2, "setNumThreads", asked.append)
    ServiceState(EngineSettings(device="cpu"))
    state = ServiceState(EngineSettings(device="cpu", threads=1))
    assert asked == [1]
    counts: list[int] = []
    session = onnxruntime.InferenceSession

    def counted(path: str, options: onnxruntime.SessionOptions, **more: Any) -> object:
        counts.append(options.intra_op_num_threads)
        return session(path, options, **more)

    monkeypatch.setattr(onnxruntime, "InferenceSession", counted)
    state.models.load("sparnet-x8")
    ModelCache("cpu").load("sparnet-x8")
    assert counts == [1, thread_count()]


def test_a_copied_photo_is_another_photo(tmp_path: Path, state: ServiceState) -> None:
    path = photo_file(tmp_path / "a.png", 1)
    copy = Path(shutil.copy2(path, tmp_path / "b.png"))
    assert state.photo(copy).path == copy
    assert state.photo(path).path == path


def test_a_photo_is_known_again_by_content_and_by_time_and_size_as_formerly(
    tmp_path: Path,
) -> None:
    photo = tmp_path / "photo.png"
    photo.write_bytes(b"one")
    found = photo.stat()
    content, former = photo_content(photo), f"{found.st_mtime_ns} {found.st_size}"
    moved = Path(shutil.copy2(photo, tmp_path / "moved.png"))
    assert not any(has_changed(path, state) for path in (photo, moved) for state in ("", content, former))
    os.utime(photo, ns=(0, 0))
    assert not has_changed(photo, content) and has_changed(photo, former)
    photo.write_bytes(b"two")
    assert has_changed(photo, content) and not has_changed(photo, "")
