"""What tests of jobs start from: the process's state on the CPU, and what a job tells while it runs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PIL import ImageCms

from engine.context import JobContext
from engine.jobs.state import ServiceState
from engine.messages import Message
from engine.paths import samples_folder
from engine.process.protocol import EngineSettings
from engine.types import Box, Face

TWO_PEOPLE = samples_folder() / "two-people.jpg"


@dataclass
class Told:
    """What a job reported and sent ahead, in order; cancels once `cancel_at` is the begin of a stage."""

    stages: list[str] = field(default_factory=list[str])
    fractions: list[float] = field(default_factory=list[float])
    previews: list[object] = field(default_factory=list[object])
    order: list[str] = field(default_factory=list[str])
    cancel_at: str = ""
    is_cancelled: bool = False

    def report(self, fraction: float, told: Message) -> None:
        stage = str(told)
        self.fractions.append(fraction)
        self.stages.append(stage)
        self.order.append(stage)
        if self.cancel_at and stage.startswith(self.cancel_at):
            self.is_cancelled = True

    def preview(self, payload: object) -> None:
        self.previews.append(payload)
        self.order.append(type(payload).__name__)

    @property
    def context(self) -> JobContext:
        return JobContext(self.report, lambda: self.is_cancelled)


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture(scope="module")
def warm() -> Iterator[ServiceState]:
    """One state for a whole module, as the process keeps it; models are loaded once."""
    yield ServiceState(EngineSettings(device="cpu"))


@pytest.fixture
def two_people() -> Path:
    return TWO_PEOPLE


@pytest.fixture
def by_hand() -> tuple[Face, Face]:
    """The two faces of two-people.jpg as a user would outline them; the right one is the larger one."""
    right, left = (
        Face(box=box, points=None, score=1.0, source="hand") for box in (Box(390, 169, 41, 48), Box(130, 133, 35, 43))
    )
    return right, left


@pytest.fixture
def srgb_profile() -> bytes:
    """An ICC profile of sRGB."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
