from __future__ import annotations

from pathlib import Path

import pytest

from engine.process.protocol import FaceOutcome
from engine.types import Box, Face
from fsr_desktop.session.photos import FaceEdit, PhotoEdits, PhotoItem
from fsr_desktop.session.status_words import face_status

FACE = FaceEdit(id="1", face=Face(box=Box(0, 0, 40, 40), points=None, score=1.0, source="hand"), side_px=40)


@pytest.mark.parametrize(
    ("provider", "hint"), [("CPUExecutionProvider", "It took 1.5 s on CPUExecutionProvider."), (None, "")]
)
def test_a_restored_face_says_what_it_took_where_that_is_known(qapp, provider: str | None, hint: str):
    photo = PhotoItem(id="a", path=Path("a.png"), edits=PhotoEdits(faces=(FACE,)))
    photo.results[photo.key_of(FACE)] = FaceOutcome(
        id="1", status="restored", model="sparnet-x8", provider=provider, seconds=1.5 if provider else 0.0
    )
    assert face_status(photo, FACE, {}).hint == hint
