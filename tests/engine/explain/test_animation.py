from __future__ import annotations

import dataclasses
import errno
import json
from pathlib import Path

import imageio_ffmpeg
import numpy as np
import pytest
from PIL import Image, ImageDraw

from engine.errors import DataError
from engine.explain.animation import TEXT, AnimationPlan, frames_of
from engine.explain.animation_files import FRAMES_PER_S, write_animation
from engine.explain.animation_record import animation_from_json, face_sha256, is_record, record_of
from engine.explain.captions import CAPTIONS
from engine.explain.overlay import OverlayStyle
from engine.messages import Language
from tests.engine.explain.explained_face import explained_face

STYLES = (
    OverlayStyle(overlay="attention/mean", opacity=0.7, colour_map="inferno"),
    OverlayStyle(overlay="consistency"),
    OverlayStyle(overlay="action_units"),
)
PLAN = AnimationPlan(overlays=STYLES, seconds_each=0.4, side_px=131)


def test_frames_are_the_input_the_restoration_and_each_overlay_of_one_even_size() -> None:
    frames = list(frames_of(explained_face(), PLAN))
    assert len(frames) == PLAN.frames == 5
    assert len({frame.size for frame in frames}) == 1
    assert all(side % 2 == 0 for side in frames[0].size) and frames[0].width == 132
    assert frames[0].getpixel((60, 60)) == (0, 255, 0) and frames[1].getpixel((60, 60)) == (128, 128, 128)
    assert all(np.asarray(frame)[133:].min() < 128 for frame in frames)  # a label


@pytest.mark.parametrize("side", [128, 512])
@pytest.mark.parametrize("notice", ["A restored face is a likely face, not the true one.", 4 * "Wahrscheinlich, "])
def test_each_frame_says_that_a_restored_face_is_a_likely_one_within_its_width(
    side: int, notice: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines: list[str] = []
    draw = ImageDraw.ImageDraw.text

    def noted(self, place, text, *rest, **more):
        if "anchor" not in more:  # those of charts have one
            lines.append(text)
            assert more["font"].getlength(text) <= side - 2 * round(0.4 * TEXT * side)
        draw(self, place, text, *rest, **more)

    monkeypatch.setattr(ImageDraw.ImageDraw, "text", noted)
    language = Language(templates={CAPTIONS["notice"]: notice})
    frames = list(frames_of(explained_face(), dataclasses.replace(PLAN, side_px=side, language=language)))
    assert " ".join(lines).count(notice.strip()) == len(frames) == 5


def test_a_missing_overlay_is_refused_before_the_first_frame() -> None:
    with pytest.raises(DataError, match="no overlay 'depth'"):
        frames_of(explained_face(), dataclasses.replace(PLAN, overlays=(OverlayStyle(overlay="depth"),)))


@pytest.mark.parametrize(("field", "value"), [("side_px", 20), ("side_px", 9000), ("seconds_each", 0.0)])
def test_a_plan_that_nobody_can_watch_is_refused(field: str, value: float) -> None:
    with pytest.raises(DataError, match="Expected"):
        dataclasses.replace(PLAN, **{field: value})


def test_a_gif_shows_every_frame_for_its_time_and_for_ever(tmp_path: Path) -> None:
    path = tmp_path / "a.gif"
    write_animation(frames_of(explained_face(), PLAN), path, seconds_each=0.4)
    with Image.open(path) as gif:
        assert getattr(gif, "n_frames", 1) == 5
        assert gif.info["loop"] == 0
        for number in range(5):
            gif.seek(number)
            assert gif.info["duration"] == 400
        gif.seek(1)
        np.testing.assert_allclose(np.asarray(gif.convert("RGB"))[60, 60], 128, atol=4)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # the reader leaves its pipes open
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_an_mp4_holds_every_frame_for_its_time(tmp_path: Path) -> None:
    path = tmp_path / "a.mp4"
    write_animation(frames_of(explained_face(), PLAN), path, seconds_each=0.4)
    reader = imageio_ffmpeg.read_frames(str(path))
    about = next(reader)
    assert isinstance(about, dict)
    frames = [np.frombuffer(frame, np.uint8).reshape(*about["size"][::-1], 3) for frame in reader]
    assert about["codec"] == "h264" and about["pix_fmt"].startswith("yuv420p")
    assert len(frames) == 5 * 10 and about["fps"] == FRAMES_PER_S
    np.testing.assert_allclose(frames[5][60, 60].astype(int), (0, 255, 0), atol=12)
    np.testing.assert_allclose(frames[15][60, 60].astype(int), 128, atol=6)


def test_an_mp4_without_ffmpeg_is_refused_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> str:
        raise RuntimeError("No ffmpeg exe could be found.")

    monkeypatch.setattr(imageio_ffmpeg, "get_ffmpeg_exe", missing)
    with pytest.raises(DataError, match="ffmpeg is missing") as caught:
        write_animation(frames_of(explained_face(), PLAN), tmp_path / "a.mp4", seconds_each=0.4)
    assert ".gif" in str(caught.value.hint)


def test_the_record_makes_the_same_file_again(tmp_path: Path) -> None:
    face, record = explained_face(), tmp_path / "a.json"
    write_animation(frames_of(face, PLAN), tmp_path / "a.gif", seconds_each=PLAN.seconds_each)
    record.write_text(record_of(face, PLAN), encoding="utf-8")
    again = animation_from_json(record, explained_face())
    write_animation(again.frames, tmp_path / "b.gif", seconds_each=again.seconds_each)
    assert (tmp_path / "a.gif").read_bytes() == (tmp_path / "b.gif").read_bytes()


def test_the_record_says_what_was_shown() -> None:
    record = json.loads(record_of(explained_face(), PLAN))
    assert record["format"] == 1 and record["model"] == "tiny-x2" and record["seed"] == 7
    assert record["overlays"][0] == {"overlay": "attention/mean", "opacity": 0.7, "colour_map": "inferno"}
    assert (record["seconds_each"], record["side_px"]) == (0.4, 131)
    assert len(record["face_sha256"]) == 64


def test_a_record_of_another_face_is_refused(tmp_path: Path) -> None:
    record = tmp_path / "a.json"
    record.write_text(record_of(explained_face(), PLAN), encoding="utf-8")
    other = explained_face(consistency=np.full((16, 16), 0.01, np.float32))
    assert face_sha256(other) != face_sha256(explained_face())
    with pytest.raises(DataError, match="another face"):
        animation_from_json(record, other)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"format": 1', '"format": 2', "format 2"),
        ("FSR Desktop animation", "recipe", "no description"),
        ('"side_px"', '"side"', "damaged"),
        ('"opacity": 0.7', '"opacity": "much"', "damaged"),
        ("{", "[", "damaged"),
    ],
)
def test_a_damaged_record_is_refused(tmp_path: Path, old: str, new: str, message: str) -> None:
    record = tmp_path / "a.json"
    text = record_of(explained_face(), PLAN)
    assert old in text
    record.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataError, match=message):
        animation_from_json(record, explained_face())


def test_only_our_own_json_counts_as_a_record(tmp_path: Path) -> None:
    ours, foreign = tmp_path / "a.json", tmp_path / "b.json"
    ours.write_text(record_of(explained_face(), PLAN), encoding="utf-8")
    foreign.write_text('{"name": "holiday"}', encoding="utf-8")
    assert is_record(ours) and not is_record(foreign) and not is_record(tmp_path / "none.json")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_a_full_disk_is_told_once_and_ffmpeg_itself_says_nothing(tmp_path: Path, capfd, caplog) -> None:
    path = tmp_path / "a.mp4"
    path.symlink_to("/dev/full")
    with pytest.raises(OSError) as caught:
        write_animation(frames_of(explained_face(), PLAN), path, seconds_each=0.4)
    assert caught.value.errno == errno.ENOSPC
    said = capfd.readouterr()
    assert said.out == said.err == ""
    assert "No space left on device" in caplog.text  # the log keeps all of ffmpeg's words


def test_what_else_stops_ffmpeg_is_quoted(tmp_path: Path, capfd) -> None:
    with pytest.raises(OSError) as caught:
        write_animation(frames_of(explained_face(), PLAN), tmp_path / "no folder" / "a.mp4", seconds_each=0.4)
    assert "No such file or directory" in str(caught.value) and "-vcodec" not in str(caught.value)
    assert capfd.readouterr().err == ""
