from __future__ import annotations

import dataclasses
import subprocess
import sys

import numpy as np
import pytest

from engine.errors import DataError
from engine.explain.face_points import lines_between
from engine.explain.overlay import (
    BarsOverlay,
    HeatOverlay,
    ImageOverlay,
    PointsOverlay,
    PromisedOverlay,
    RenderedOverlay,
)
from engine.explain.overlays import overlays_of, overlays_with_keys
from engine.explain.part_names import part_name
from engine.messages import Message, templates_in
from engine.priors.action_units import NAMES as UNIT_NAMES
from tests.engine.explain.explained_face import bare_restoration, explained_face, flat_image, full_restoration, ramp
from tests.engine.explain.fitted_restoration import fitted_restoration


def by_key(face):
    return {overlay.key: overlay for overlay in overlays_of(face)}


def test_a_face_without_extras_offers_what_is_guessed_alone() -> None:
    assert list(by_key(explained_face(bare_restoration()))) == ["changed", "consistency"]


def test_every_field_of_a_restoration_gives_its_overlays_in_order() -> None:
    overlays = by_key(explained_face())
    assert list(overlays) == [
        "attention/mean",
        "attention/down_1",
        "attention/body.3",
        "heatmaps/all",
        "heatmaps/left_eye",
        "heatmaps/mouth",
        "landmarks",
        "action_units",
        "steps/1",
        "steps/2",
        "steps/3",
        "rendered_prior",
        "morphable/identity",
        "changed",
        "consistency",
    ]
    assert str(overlays["attention/body.3"].title) == "Attention: body 3"
    assert str(overlays["heatmaps/left_eye"].title) == "Heatmap: left eye"
    assert all(str(overlay.explanation).endswith(".") for overlay in overlays.values())


@pytest.mark.parametrize("family", ["sparnet", "SPARNet"])
def test_no_text_names_a_family(family: str) -> None:
    texts = [f"{overlay.title} {overlay.explanation}" for overlay in overlays_of(explained_face())]
    assert not any(family in text for text in texts)


def test_the_mean_of_maps_of_different_sizes_has_the_size_of_the_largest() -> None:
    flat = {
        "a": np.full((1, 1, 8, 8), 0.2, np.float32),
        "b": np.full((1, 1, 16, 16), 0.6, np.float32),
        "c": np.full((1, 1, 4, 4), 0.1, np.float32),
    }
    mean = by_key(explained_face(dataclasses.replace(bare_restoration(), attention=flat)))["attention/mean"]
    assert isinstance(mean, HeatOverlay)
    assert mean.values.shape == (16, 16)
    np.testing.assert_allclose(mean.values, 0.3, atol=1e-6)


@pytest.mark.parametrize(("brow", "has_mean"), [(0.3, False), (0.5, True)])
def test_maps_that_share_one_have_no_mean(brow: float, has_mean: bool) -> None:
    eye = ramp(8, 8)[None, None] * 0.7
    maps = {"eye": eye, "nose": 0.7 - eye, "brow": np.full((1, 1, 8, 8), brow, np.float32)}
    overlays = by_key(explained_face(dataclasses.replace(bare_restoration(), attention=maps)))
    assert ("attention/mean" in overlays) == has_mean
    assert {"attention/eye", "attention/nose", "attention/brow"} < set(overlays)
    assert ("make 1" in str(overlays["attention/eye"].explanation)) == (not has_mean)


def test_attention_that_a_3d_face_made_is_above_and_below_what_changes_nothing() -> None:
    guided = dataclasses.replace(fitted_restoration(), attention={"block_1": ramp(8, 8)[None, None]})
    other = dataclasses.replace(guided, prior_refusals=())
    said = [
        {str(one.explanation) for key, one in by_key(explained_face(each)).items() if key.startswith("attention/")}
        for each in (guided, other)
    ]
    assert len(said[0]) == 1 and "0 leaves it as it is" in said[0].pop()
    assert len(said[1]) == 2 and not any("3D" in text for text in said[1])
    one = by_key(explained_face(guided))["attention/block_1"]
    assert isinstance(one, HeatOverlay) and one.is_signed and one.low == -one.high == -0.5
    np.testing.assert_allclose(one.values, ramp(8, 8) - 0.5, atol=1e-6)


def test_maps_of_action_units_are_their_regions_and_have_no_mean() -> None:
    name = "AU12 lip corner puller"
    regions = dataclasses.replace(
        bare_restoration(),
        attention={"AU12": ramp(8, 8)[None, None]},
        action_units=np.array([[0.8]], np.float32),
        names={"action_units": (name,), "attention_AU12": (name,)},
    )
    overlays = by_key(explained_face(regions))
    assert list(overlays)[:2] == ["attention/AU12", "action_units"]
    region = overlays["attention/AU12"]
    assert str(region.title) == f"Region of {name} · estimate 0.80 (weak labels)"
    assert str(region.short_title) == f"0.80 · {name}" and "0.80" in str(region.explanation)
    bars = overlays["action_units"]
    assert isinstance(bars, BarsOverlay) and [str(each) for each in bars.names] == [name]
    assert all("weak labels" in str(overlays[key].explanation) for key in ("attention/AU12", "action_units"))
    assert "weak labels" in str(bars.title)


@pytest.mark.parametrize("name", UNIT_NAMES)
def test_names_of_action_units_can_be_translated(name: str) -> None:
    assert part_name(name) == Message(name)


def test_an_attention_scale_begins_at_zero_and_ends_at_a_round_number_above_the_map() -> None:
    maps = {"weak": ramp(8, 8)[None, None] * 0.31, "dead": np.zeros((1, 1, 8, 8), np.float32)}
    overlays = by_key(explained_face(dataclasses.replace(bare_restoration(), attention=maps)))
    weak, dead = overlays["attention/weak"], overlays["attention/dead"]
    assert isinstance(weak, HeatOverlay) and isinstance(dead, HeatOverlay)
    assert (weak.low, weak.high) == (0, 0.4)
    assert (dead.low, dead.high) == (0, 0.05)


def test_all_heatmaps_together_are_their_maximum_and_nameless_ones_are_numbered() -> None:
    given = dataclasses.replace(full_restoration(), names={})
    overlays = by_key(explained_face(given))
    together = overlays["heatmaps/all"]
    assert isinstance(together, HeatOverlay)
    np.testing.assert_allclose(together.values, np.maximum(ramp(8, 8), ramp(8, 8)[:, ::-1]))
    assert {"heatmaps/1", "heatmaps/2"} <= overlays.keys()


def test_sixty_eight_points_are_joined_to_outlines_and_five_are_not() -> None:
    lines = lines_between(68)
    assert (0, 1) in lines and (15, 16) in lines and (16, 17) not in lines and (21, 22) not in lines
    assert (41, 36) in lines and (47, 42) in lines and (59, 48) in lines and (67, 60) in lines
    assert (35, 31) not in lines and (16, 0) not in lines
    assert lines_between(5) == ()
    points = by_key(explained_face())["landmarks"]
    assert isinstance(points, PointsOverlay) and points.points.shape == (68, 2) and points.lines == lines


def test_action_units_have_their_names_and_an_axis_from_zero() -> None:
    units = by_key(explained_face())["action_units"]
    assert isinstance(units, BarsOverlay)
    assert tuple(map(str, units.names)) == ("AU1", "AU4", "AU12") and (units.low, units.high) == (0, 1)
    assert units.values == pytest.approx((0.2, 0.8, 0))


def test_a_morphable_axis_is_symmetric_and_holds_every_value() -> None:
    identity = by_key(explained_face())["morphable/identity"]
    assert isinstance(identity, BarsOverlay)
    assert identity.low == -identity.high
    assert max(map(abs, identity.values)) <= identity.high
    assert str(identity.names[0]) == "1" and len(identity.names) == 80


def test_each_part_of_a_3d_face_has_a_name_and_says_what_its_numbers_are() -> None:
    overlays = by_key(explained_face(fitted_restoration()))
    bars = {key: overlays[f"morphable/{key}"] for key in ("identity", "expression", "texture", "light", "pose")}
    for part, one in bars.items():
        assert str(one.title) == f"3D face: {part}" and part in templates_in(one.title)
        assert "not evidence" in str(one.explanation)
    assert "bright" in str(bars["light"].explanation) and "radians" in str(bars["pose"].explanation)


def test_steps_and_the_rendered_prior_are_pictures() -> None:
    overlays = by_key(explained_face())
    step, prior = overlays["steps/1"], overlays["rendered_prior"]
    assert isinstance(step, ImageOverlay) and isinstance(prior, ImageOverlay)
    np.testing.assert_allclose(step.image[4, 4], (0.2, 0.3, 0.4), atol=1e-6)
    assert prior.image.shape == (16, 16, 3)


def test_a_rendered_face_covers_what_its_alpha_says_with_a_soft_edge() -> None:
    square = np.zeros((1, 4, 16, 16), np.float32)
    square[0, :, 4:12, 4:12] = 1
    prior = by_key(explained_face(dataclasses.replace(fitted_restoration(), rendered_prior=square)))["rendered_prior"]
    assert isinstance(prior, RenderedOverlay)
    assert prior.covers[5:11, 5:11].min() == 1 and prior.covers[square[0, 3] == 0].max() == 0
    np.testing.assert_allclose(prior.covers[4, 5:11], 1 / 3, atol=1e-6)  # six of nine px are inside: 2 * 6/9 - 1
    assert "not evidence" in str(prior.explanation)


def test_a_refused_3d_face_is_no_overlay() -> None:
    given = full_restoration()
    used = by_key(explained_face(dataclasses.replace(given, prior_refusals=("",))))
    refused = by_key(explained_face(dataclasses.replace(given, prior_refusals=("turned",))))
    assert set(used) - set(refused) == {"rendered_prior", "morphable/identity"}


def test_the_last_step_is_the_result() -> None:
    given = explained_face()
    last = by_key(given)["steps/3"]
    assert isinstance(last, ImageOverlay) and given.restoration is not None
    np.testing.assert_array_equal(last.image, given.restoration.image[0].transpose(1, 2, 0))


def test_steps_of_a_grey_photo_are_grey() -> None:
    step = by_key(explained_face(is_grey=True))["steps/1"]
    assert isinstance(step, ImageOverlay)
    assert np.ptp(step.image, axis=2).max() < 1e-6


@pytest.mark.parametrize(("largest", "end"), [(0.0, 5), (0.01, 5), (0.033, 10), (0.11, 30)])
def test_the_consistency_scale_is_symmetric_with_a_round_end(largest: float, end: float) -> None:
    overlay = by_key(explained_face(consistency=np.full((16, 16), -largest, np.float32)))["consistency"]
    assert isinstance(overlay, HeatOverlay)
    assert overlay.is_signed and str(overlay.unit) == "of 255"
    assert (overlay.low, overlay.high) == (-end, end)


def test_the_changed_map_is_the_difference_of_brightness_without_a_sign() -> None:
    face = explained_face()
    overlay = by_key(face)["changed"]
    assert isinstance(overlay, HeatOverlay)
    np.testing.assert_allclose(overlay.values, 0.087 * 255, atol=1e-3)  # grey of 0.5 over green of luma 0.587
    assert (overlay.low, overlay.high, overlay.is_signed, str(overlay.unit)) == (0, 25, False, "of 255")
    small = dataclasses.replace(face, crop=np.ascontiguousarray(face.crop[::2, ::2]))
    again = by_key(small)["changed"]
    assert isinstance(again, HeatOverlay) and again.values.shape == overlay.values.shape


def test_single_attention_maps_are_promised_until_they_are_there() -> None:
    face = dataclasses.replace(explained_face(), can_single_out=True)
    (promise,) = [overlay for overlay in overlays_of(face) if overlay.group == "singled"]
    assert isinstance(promise, PromisedOverlay)
    with pytest.raises(DataError, match="no overlay 'singled'"):
        overlays_with_keys(face, ["singled"])
    pictures = {"right_eye": flat_image(0.1, 0.2, 0.3), "mouth": flat_image(0.3, 0.2, 0.1)}
    there = dataclasses.replace(face, restoration=dataclasses.replace(face.restoration, singled=pictures))
    found = [overlay for overlay in overlays_of(there) if overlay.group == "singled"]
    assert [str(overlay.title) for overlay in found] == ["Only: right eye", "Only: mouth"]
    assert isinstance(found[1], ImageOverlay)
    np.testing.assert_allclose(found[1].image[0, 0], [0.3, 0.2, 0.1], atol=1e-6)
    assert not any(overlay.group == "singled" for overlay in overlays_of(explained_face()))


def test_an_overlay_that_the_face_lacks_is_refused_with_those_it_has() -> None:
    with pytest.raises(DataError, match="no overlay 'heatmaps/nose'") as caught:
        overlays_with_keys(explained_face(), ["attention/mean", "heatmaps/nose"])
    assert "attention/mean" in str(caught.value.hint) and "consistency" in str(caught.value.hint)


def test_overlays_and_colours_come_without_the_heavy_libraries() -> None:
    code = (
        "import sys, engine.explain.overlays, engine.explain.colour_maps;"
        "print([m for m in ('cv2', 'torch', 'onnxruntime', 'scipy', 'skimage', 'cmap') if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert run.stdout.strip() == "[]"
