"""Which faces a model had better not learn from, on real photos."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
import pytest

from engine.datasets.photo_faces import portrait_of
from engine.datasets.portraits import Portrait
from engine.detection.registry import load_detector
from engine.paths import samples_folder
from engine.photo_io import read_photo
from engine.training.finetune_faults import LEAST_SHARPNESS, fault_of, relative_sharpness
from engine.types import Box, Face, Photo


def portraits_in(photo: Photo) -> list[Portrait]:
    faces = load_detector("auto").detect(photo.pixels)
    return [portrait_of(photo, face, name="face", source="", split="train") for face in faces]


@pytest.fixture(scope="module")
def astronaut() -> Photo:
    return read_photo(samples_folder() / "astronaut.png")


@pytest.mark.parametrize("name", ["astronaut.png", "grace-hopper.jpg"])
def test_a_sharp_portrait_has_no_fault(name: str) -> None:
    largest, *_others = portraits_in(read_photo(samples_folder() / name))
    assert fault_of(largest) == ""


def test_a_blurred_face_is_noticed(astronaut: Photo) -> None:
    blurred = replace(astronaut, pixels=cv2.GaussianBlur(astronaut.pixels, (0, 0), 4))
    faces = [portraits_in(photo)[0] for photo in (astronaut, blurred)]
    assert relative_sharpness(faces[0]) > 1.5 * LEAST_SHARPNESS
    assert fault_of(faces[1]) == "blurred"


def test_a_face_that_is_half_covered_is_noticed(astronaut: Photo) -> None:
    box = load_detector("auto").detect(astronaut.pixels)[0].box
    pixels = astronaut.pixels.copy()
    pixels[round(box.top) : round(box.bottom), round(box.left) : round(box.centre[0])] = (70, 80, 90)
    assert fault_of(portraits_in(replace(astronaut, pixels=pixels))[0]) == "covered"


@pytest.mark.parametrize(("nose_x", "turn"), [(50.0, 0.0), (60.0, 0.25), (30.0, 0.5)])
@pytest.mark.parametrize("angle", [0.0, 0.6])
def test_the_turn_of_a_head_is_measured_along_its_eyes(nose_x: float, turn: float, angle: float) -> None:
    points = np.array([[30, 40], [70, 40], [nose_x, 60], [35, 80], [65, 80]]) - 50
    rotation = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    photo = Photo(pixels=np.full((200, 200, 3), 90, np.uint8))
    face = Face(Box(60, 60, 80, 80), (points @ rotation.T + 100).astype(np.float32), 0.9, "test")
    portrait = portrait_of(photo, face, name="face", source="", split="train")
    assert portrait.turn == pytest.approx(turn, abs=1e-5)
    assert portrait.score == 0.9
    assert (fault_of(portrait) == "turned") == (turn > 0.4)
