"""Faces of photos with a colour profile, in pictures that carry none."""

from __future__ import annotations

import dataclasses

import numpy as np

from engine.explain.animation import AnimationPlan, frames_of
from engine.explain.figure import figure
from engine.explain.overlay import OverlayStyle
from engine.explain.screen_colours import in_screen_colours
from tests.engine.explain.explained_face import SIDE, explained_face
from tests.engine.photo_io.swapped_profile import swapped_profile

STYLES = (OverlayStyle(overlay="rendered_prior", opacity=1), OverlayStyle(overlay="steps/1", opacity=1))
PLAN = AnimationPlan(overlays=STYLES, side_px=256)


def face_with(profile: bytes):
    crop = np.broadcast_to(np.array([0.9, 0.5, 0.1], np.float32), (SIDE, SIDE, 3)).copy()
    return dataclasses.replace(explained_face(), crop=crop, restored=crop, profile=np.frombuffer(profile, np.uint8))


def test_every_picture_of_a_face_is_brought_to_srgb_before_it_is_drawn() -> None:
    plain, seen = list(frames_of(face_with(b""), PLAN)), list(frames_of(face_with(swapped_profile()), PLAN))
    for before, after in zip(plain, seen, strict=True):
        red, green, blue = np.asarray(before)[100, 100].astype(int)
        assert red != blue
        np.testing.assert_allclose(np.asarray(after)[100, 100], (blue, green, red), atol=2)


def test_a_figure_shows_the_colours_of_the_screen() -> None:
    plain, seen = (np.asarray(figure(face_with(icc), STYLES)).astype(int) for icc in (b"", swapped_profile()))
    assert plain.shape == seen.shape
    np.testing.assert_allclose(plain[200, 200, ::-1], seen[200, 200], atol=2)
    assert abs(plain[200, 200, 0] - seen[200, 200, 0]) > 150


def test_without_a_profile_or_with_a_broken_one_a_face_is_shown_as_it_is() -> None:
    for icc in (b"", b"no profile", swapped_profile()[:400]):
        face = face_with(icc)
        assert in_screen_colours(face) is face


def test_numbers_and_maps_of_a_face_stay_as_they_are() -> None:
    face = face_with(swapped_profile())
    seen = in_screen_colours(face)
    assert seen.consistency is face.consistency and seen.restoration.attention is face.restoration.attention
    assert seen.profile.size == 0 and in_screen_colours(seen) is seen
