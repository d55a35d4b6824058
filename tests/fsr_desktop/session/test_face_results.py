"""Restored faces are read once, in the background, and kept for a while."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from engine.explain.colour_maps import COLOUR_MAPS
from engine.explain.overlay import ImageOverlay
from engine.pipeline import face_file
from engine.pipeline.face_file import FaceFile, write_face_file
from engine.types import Restoration
from fsr_desktop.session import face_results
from fsr_desktop.session.face_results import FaceResults
from tests.engine.explain.explained_face import bare_restoration, explained_face, flat_image
from tests.engine.explain.fitted_restoration import fitted_numbers, fitted_restoration, refused_restoration
from tests.engine.photo_io.swapped_profile import swapped_profile

SOON_MS = 30_000  # the machine may be busy


def damaged(number: float) -> Restoration:
    """A 3D face one of whose numbers is none."""
    given = fitted_restoration()
    assert given.morphable is not None
    identity = given.morphable["identity"].copy()
    identity[0, 3] = number
    return replace(given, morphable={**given.morphable, "identity": identity})


@pytest.fixture
def results(qtbot: QtBot) -> Iterator[FaceResults]:
    results = FaceResults()
    yield results
    results.close()


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, bool]]:
    """The files that were read, and whether it was on the window's thread."""
    done: list[tuple[str, bool]] = []
    read = face_file.read_face_file

    def noted(path: Path) -> FaceFile:
        done.append((path.name, threading.current_thread() is threading.main_thread()))
        return read(path)

    monkeypatch.setattr(face_file, "read_face_file", noted)
    return done


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "face.npz"
    write_face_file(explained_face(), path)
    return path


def load(results: FaceResults, path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(results.loaded, timeout=SOON_MS) as told:
        assert results.get(path) is None
    assert told.args == [str(path)]


def test_a_face_comes_with_all_overlays_that_its_result_has(results: FaceResults, path: Path, qtbot: QtBot) -> None:
    load(results, path, qtbot)
    loaded = results.get(path)
    assert loaded and loaded.file.model == "tiny-x2"
    keys = [overlay.key for overlay in loaded.overlays]
    for key in ("attention/mean", "attention/body.3", "heatmaps/left_eye", "landmarks", "steps/2", "consistency"):
        assert key in keys
    assert results.get(path) is loaded


def test_a_bare_result_has_consistency_alone(results: FaceResults, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "bare.npz"
    write_face_file(explained_face(bare_restoration()), path)
    load(results, path, qtbot)
    loaded = results.get(path)
    assert loaded and [overlay.key for overlay in loaded.overlays] == ["changed", "consistency"]


def test_what_must_be_computed_first_is_offered_but_is_no_overlay_yet(
    results: FaceResults, path: Path, qtbot: QtBot
) -> None:
    write_face_file(replace(explained_face(bare_restoration()), can_single_out=True), path)
    load(results, path, qtbot)
    loaded = results.get(path)
    assert loaded and [overlay.key for overlay in loaded.overlays] == ["changed", "consistency"]
    assert [overlay.key for overlay in loaded.offered] == ["singled", "changed", "consistency"]


def test_a_face_that_is_read_again_is_given_as_it_was_until_then(
    results: FaceResults, path: Path, reads: list[tuple[str, bool]], qtbot: QtBot
) -> None:
    results.read_again(path)  # nobody has looked at it
    load(results, path, qtbot)
    assert len(reads) == 1
    write_face_file(explained_face(bare_restoration()), path)
    with qtbot.waitSignal(results.loaded, timeout=SOON_MS):
        results.read_again(path)
        before = results.get(path)
    after = results.get(path)
    assert before and after and len(before.overlays) > len(after.overlays) == 2


def test_a_face_is_in_the_colours_of_the_screen(results: FaceResults, path: Path, qtbot: QtBot) -> None:
    red = np.broadcast_to(np.array([0.9, 0.5, 0.1], np.float32), (32, 32, 3)).copy()
    profile = np.frombuffer(swapped_profile(), np.uint8)
    given = replace(bare_restoration(), steps=(flat_image(0.9, 0.5, 0.1),))
    write_face_file(replace(explained_face(given), crop=red, restored=red, profile=profile), path)
    load(results, path, qtbot)
    loaded = results.get(path)
    assert loaded
    step = next(overlay for overlay in loaded.overlays if overlay.key == "steps/1")
    assert isinstance(step, ImageOverlay)
    for picture in (loaded.file.crop, loaded.file.restored, step.image):
        np.testing.assert_allclose(picture[16, 16], (0.1, 0.5, 0.9), atol=0.01)


def test_it_is_read_once_and_not_on_the_windows_thread(
    results: FaceResults, path: Path, reads: list[tuple[str, bool]], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(results.loaded, timeout=SOON_MS):
        for _look in range(5):
            assert results.get(path) is None
    for _look in range(5):
        assert results.get(path) is not None
    assert reads == [("face.npz", False)]


def test_the_colour_maps_are_made_before_the_window_asks_for_them(
    results: FaceResults, path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    monkeypatch.setattr("engine.explain.colour_maps.table", made.append)
    load(results, path, qtbot)
    assert set(COLOUR_MAPS) < set(made)


@pytest.mark.parametrize("is_there", [False, True])
def test_a_file_that_cannot_be_read_is_told_once_and_read_again_only_after_forgetting(
    results: FaceResults, tmp_path: Path, reads: list[tuple[str, bool]], qtbot: QtBot, is_there: bool
) -> None:
    path = tmp_path / "face.npz"
    if is_there:
        path.write_bytes(b"no face")
    with qtbot.waitSignal(results.failed, timeout=SOON_MS) as told:
        results.get(path)
    assert told.args and told.args[0] == str(path)
    assert ("damaged" if is_there else "missing") in str(told.args[1])
    assert results.get(path) is None
    results.close()
    assert len(reads) == 1

    write_face_file(explained_face(), path)
    results.read_again(path)
    load(results, path, qtbot)


def test_the_face_that_was_looked_at_longest_ago_goes_first(
    results: FaceResults, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(face_results, "KEPT", 2)
    paths = [tmp_path / f"{number}.npz" for number in range(3)]
    for path in paths:
        write_face_file(explained_face(), path)
    load(results, paths[0], qtbot)
    load(results, paths[1], qtbot)
    assert results.get(paths[0]) is not None
    load(results, paths[2], qtbot)
    assert results.get(paths[0]) is not None and results.get(paths[2]) is not None
    load(results, paths[1], qtbot)


def test_closing_waits_for_what_is_being_read(path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, may_end = threading.Event(), threading.Event()
    read = face_file.read_face_file
    ended: list[Path] = []

    def slow(path: Path) -> FaceFile:
        begun.set()
        may_end.wait(10)
        ended.append(path)
        return read(path)

    monkeypatch.setattr(face_file, "read_face_file", slow)
    results = FaceResults()
    results.get(path)
    assert begun.wait(10)
    threading.Timer(0.1, may_end.set).start()
    results.close()
    assert ended == [path]


@pytest.mark.parametrize(
    ("restoration", "words"),
    [
        (fitted_restoration(), ""),
        (bare_restoration(), ""),
        (refused_restoration(), "The 3D face is not usable here: the head is turned too far to a side."),
        (damaged(np.nan), "The numbers of this 3D face are damaged."),
        (replace(fitted_restoration(), morphable={}), "These are not the numbers of a 3D face: ."),
    ],
    ids=["fitted", "without", "refused", "not numbers", "none"],
)
def test_a_face_comes_with_its_3d_face_or_why_there_is_none(
    results: FaceResults, tmp_path: Path, qtbot: QtBot, restoration: Restoration, words: str
) -> None:
    write_face_file(explained_face(restoration), tmp_path / "face.npz")
    load(results, tmp_path / "face.npz", qtbot)
    loaded = results.get(tmp_path / "face.npz")
    assert loaded is not None and str(loaded.unfitted) == words
    assert (loaded.fitted is not None) is (bool(restoration.prior_refusals) and not words)
    if loaded.fitted is not None:
        np.testing.assert_array_equal(loaded.fitted.vector, fitted_numbers().vector)
