"""The panel's parts for the photo as a whole and for what is known of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from engine.messages import plain
from fsr_desktop.photos.details_section import DetailsSection
from fsr_desktop.photos.photo_section import PhotoSection
from tests.fsr_desktop.played_engine import Play


@pytest.fixture
def play(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Play:
    return Play(tmp_path, monkeypatch)


@pytest.fixture
def section(qtbot: QtBot, play: Play) -> PhotoSection:
    section = PhotoSection(play.workspace)
    qtbot.addWidget(section)
    return section


@pytest.fixture
def details(qtbot: QtBot, play: Play) -> DetailsSection:
    details = DetailsSection(play.workspace)
    qtbot.addWidget(details)
    return details


def restored_at(play: Play, scale: int) -> None:
    """Restore the photo's face, whose restoration needs that scale to be seen."""
    play.open(faces=1)
    play.workspace.restore()
    play.start_job()
    play.preview(replace(play.outcome("f1"), scale=scale))


def test_nothing_can_be_chosen_without_an_open_photo(play: Play, section: PhotoSection) -> None:
    assert not section.isEnabled()
    play.workspace.open_paths([play.folder / "a.jpg"])
    assert not section.isEnabled()
    play.finish_open()
    assert section.isEnabled()


def test_auto_says_what_it_took_and_why(play: Play, section: PhotoSection) -> None:
    told: list[str] = []
    section.summary_changed.connect(told.append)
    restored_at(play, 4)
    assert section.scale.value() == "0" and told[-1] == "Auto ×4"
    assert "Auto took ×4" in section.why.text() and "1600 × 1200 px" in section.why.text()


@pytest.mark.parametrize(("scale", "size"), [(1, "400 × 300"), (2, "800 × 600"), (4, "1600 × 1200")])
def test_another_enlargement_is_taken_and_undone(play: Play, section: PhotoSection, scale: int, size: str) -> None:
    restored_at(play, 4)
    section.scale.chosen.emit(str(scale))
    assert play.photo.edits.scale == scale and section.why.text() == f"Result {size} px."
    play.workspace.undo_stack.undo()
    assert play.photo.edits.scale == 0 and section.scale.value() == "0"


def test_grain_is_a_choice_of_the_photo(play: Play, section: PhotoSection) -> None:
    play.open()
    section.grain.click()
    assert play.photo.edits.match_grain
    play.workspace.undo_stack.undo()
    assert not section.grain.isChecked()


def facts(details: DetailsSection) -> dict[str, str]:
    details.refresh()
    return dict(details.facts)


def test_facts_of_photo_and_face_are_told(play: Play, details: DetailsSection) -> None:
    assert facts(details) == {"": "No photo is open."}
    restored_at(play, 4)
    told = facts(details)
    assert (told["File"], told["Size"], told["Format"]) == (
        "photo.jpg",
        "400 × 300 px, 0.1 MP",
        "JPEG, 8 bits per colour",
    )
    assert told["Result"] == "1600 × 1200 px, 1.9 MP"
    assert told["Model"] == "sparnet-x8" and told["Found by"] == "CenterFace, score 0.90"


def test_a_face_of_the_users_own_is_said_to_be_that(play: Play, details: DetailsSection) -> None:
    from engine.types import Box

    play.open(faces=0)
    play.workspace.draw_face(Box(10, 10, 60, 60))
    assert facts(details)["Found by"] == "you, by hand"


def test_a_tiny_photo_has_no_megapixels_of_zero(play: Play, details: DetailsSection) -> None:
    play.open()
    opened = play.photo.opened
    assert opened
    play.photo.opened = replace(opened, picture=replace(opened.picture, width=112, height=112))
    assert facts(details)["Size"] == "112 × 112 px"


def test_why_a_photo_is_not_open_is_told(play: Play, details: DetailsSection) -> None:
    play.workspace.open_paths([play.folder / "a.jpg"])
    play.start_job()
    play.fail("a.jpg is damaged.", "Copy it again.")
    assert facts(details)["Problem"] == "a.jpg is damaged. Copy it again."


def test_details_say_why_a_3d_face_was_not_used(play: Play, details: DetailsSection) -> None:
    play.open(faces=1)
    play.workspace.restore()
    play.start_job()
    words = "The 3D face is not usable here: the head is turned too far to a side."
    play.preview(replace(play.outcome("f1"), prior_refusal=plain(words)))
    assert facts(details)["3D face"] == words
