"""The engine's real jobs with one stage that takes for ever and asks nobody, as native code does; the child imports it.

The file named by `FLAG` holds the name of the slow stage, which removes it as it begins: it is slow once.
"""

from __future__ import annotations

import importlib
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from engine.jobs.state import ServiceState
from engine.process.protocol import EngineSettings

FLAG = "FSR_TEST_SLOW_STAGE"
STATE = f"{__name__}:SlowState"
STAGES = {
    "importing": ("engine.jobs.state", "ServiceState.__init__"),
    "reading": ("engine.photo_io.confined", "read_confined"),
    "writing the picture": ("engine.pipeline.picture_file", "write_picture"),
    "detecting": ("engine.detection.centerface", "CenterFace._look"),
    "loading the model": ("engine.runtime.sessions", "ModelCache.load"),
    "running the model": ("engine.runtime.sessions", "LoadedModel.run"),
    "writing the face": ("engine.jobs.restore_faces", "write_face_file"),
}
ASLEEP_S = 120.0


class SlowState(ServiceState):
    """The child's state, made after the slow stage was put in place."""

    def __init__(self, settings: EngineSettings) -> None:
        stage = flag().read_text() if flag().exists() else ""
        if stage:
            _slow_down(*STAGES[stage])
        super().__init__(settings)


def flag() -> Path:
    return Path(os.environ[FLAG])


def _slow_down(module: str, name: str) -> None:
    owner: Any = importlib.import_module(module)
    *path, last = name.split(".")
    for part in path:
        owner = getattr(owner, part)
    setattr(owner, last, _slow(getattr(owner, last)))


def _slow(function: Callable[..., Any]) -> Callable[..., Any]:
    def slow(*arguments: Any, **options: Any) -> Any:
        if flag().exists():
            flag().unlink()
            time.sleep(ASLEEP_S)
        return function(*arguments, **options)

    return slow
