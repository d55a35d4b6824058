"""A photo that is open, and an engine that does nothing: what the docks on the right are tested with."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from engine.messages import plain
from engine.pipeline.picture_file import PictureFile
from engine.process.events import Event
from engine.process.protocol import EngineSettings, Job, OpenedPhoto
from engine.types import Box, Face
from fsr_desktop.session.photos import FaceEdit, PhotoEdits, PhotoItem
from fsr_desktop.session.workspace import Workspace


class FakeEngine:
    """Takes jobs and does nothing with them."""

    def __init__(self, _settings: EngineSettings, _on_event: Callable[[Event], None]) -> None:
        self.jobs: list[Job] = []

    def submit(self, _job_id: int, job: Job) -> None:
        self.jobs.append(job)


def look_at_photo(workspace: Workspace, *sides_px: float) -> PhotoItem:
    """Add a photo that is open, with a face of each size, and look at it."""
    photo = workspace.session.add(Path(f"/photos/{len(workspace.session)}.jpg"))
    assert photo
    picture = PictureFile(folder=Path("/none"), width=3000, height=2000, levels=2)
    photo.opened = OpenedPhoto(
        picture=picture,
        faces=(),
        sides_px=(),
        is_grey=True,
        bits=16,
        format="TIFF",
        notes=(plain("A note of the file."),),
    )
    photo.state, photo.picture = "ready", picture
    face = Face(box=Box(0, 0, 40, 40), points=None, score=1.0, source="hand")
    faces = tuple(FaceEdit(id=f"f{number}", face=face, side_px=side) for number, side in enumerate(sides_px, start=1))
    photo.edits = PhotoEdits(faces=faces)
    workspace.photos_changed.emit()
    workspace.show_photo(photo.id)
    return photo
