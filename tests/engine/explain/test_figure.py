from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from engine.context import Cancelled, JobContext
from engine.errors import DataError, PhotoError
from engine.explain.captions import caption
from engine.explain.colour_maps import DIVERGING, table
from engine.explain.comparison import SMALLEST_PART, comparison, enlargement, region_of
from engine.explain.drawing import ColourScale, fitting, font, scale_bar, upright_colour_bar
from engine.explain.figure import GAP, TITLE, figure
from engine.explain.overlay import BarsOverlay, OverlayStyle
from engine.explain.overlays import overlays_of, overlays_with_keys
from engine.explain.painting import BAR_FILL, PLATE, POINT_FILL, bar_chart, painted
from engine.messages import ENGLISH, Language, plain
from engine.types import Box
from tests.engine.explain.explained_face import bare_restoration, explained_face, full_restoration
from tests.engine.explain.fitted_restoration import fitted_restoration

SIDE = 512  # px of a panel of a small face
EDGE, HEAD = round(GAP * SIDE), round(GAP * SIDE) // 2 + round(1.4 * TITLE * SIDE)


def flat_face(attention: float):
    given = dataclasses.replace(bare_restoration(), attention={"a": np.full((1, 1, 8, 8), attention, np.float32)})
    return explained_face(given)


def painted_pixels(key: str, *, opacity: float, face=None, side: int = 64) -> np.ndarray:
    face = face or explained_face()
    overlay = next(overlay for overlay in overlays_of(face) if overlay.key == key)
    style = OverlayStyle(overlay=key, opacity=opacity, colour_map="magma")
    return np.asarray(painted(overlay, style, face=face, side=side, text_px=10)).astype(int)


def test_the_first_two_panels_are_the_input_and_the_restoration() -> None:
    pixels = np.asarray(figure(explained_face(), ()))
    np.testing.assert_array_equal(pixels[HEAD + 5, EDGE + 5], (0, 255, 0))
    np.testing.assert_array_equal(pixels[HEAD + SIDE - 2, 2 * EDGE + SIDE + 5], (128, 128, 128))
    np.testing.assert_array_equal(pixels[-1, -1], (255, 255, 255))


def test_a_map_in_a_figure_stands_beside_a_colour_bar_of_its_map() -> None:
    pixels = np.asarray(figure(flat_face(0.4), [OverlayStyle(overlay="attention/a", opacity=1, colour_map="plasma")]))
    left = 3 * EDGE + 2 * SIDE
    np.testing.assert_array_equal(pixels[HEAD + 50, left + 50], table("plasma")[255])  # 0.4 is the round end itself
    bar = left + SIDE + round(0.3 * EDGE) + 5
    np.testing.assert_array_equal(pixels[HEAD, bar], table("plasma")[255])
    np.testing.assert_array_equal(pixels[HEAD + SIDE - 1, bar], table("plasma")[0])


def test_a_signed_map_is_drawn_with_the_diverging_colours_whatever_the_style() -> None:
    face = explained_face(consistency=np.full((16, 16), 10 / 255, np.float32))
    np.testing.assert_array_equal(painted_pixels("consistency", opacity=1, face=face)[9, 9], table(DIVERGING)[255])


def test_opacity_blends_the_overlay_over_the_restoration() -> None:
    grey, red = np.array([127.5] * 3), np.array([0.9, 0.1, 0.1]) * 255
    for opacity in (0.0, 0.5, 1.0):
        expected = grey + opacity * (red - grey)
        np.testing.assert_allclose(painted_pixels("rendered_prior", opacity=opacity)[20, 20], expected, atol=1.5)


def test_a_rendered_face_leaves_what_is_around_it_and_says_what_it_is() -> None:
    face = explained_face(fitted_restoration())
    pixels = painted_pixels("rendered_prior", opacity=0.5, face=face, side=256)
    np.testing.assert_allclose(pixels[10, 10], 127.5, atol=1)
    assert face.restoration.rendered_prior is not None
    drawn = 255 * face.restoration.rendered_prior[0, :3, 20, 20]  # the middle of the face
    np.testing.assert_allclose(pixels[164, 164], (127.5 + drawn) / 2, atol=12)
    german = Language(templates={"a model, not evidence": "ein Modell, kein Beweis"}, decimal_sign=",")
    (overlay,) = overlays_with_keys(face, ["rendered_prior"])
    for language in (ENGLISH, german):
        style = OverlayStyle(overlay="rendered_prior", opacity=0.0)
        image = painted(overlay, style, face=face, side=256, text_px=20, language=language)
        plate = np.asarray(image)[-20:]
        dark = (plate == PLATE).all(axis=2).any(axis=0)
        words = font(20).getlength(language.text(caption("model_mark")))
        assert dark.sum() == pytest.approx(words + 16, abs=3) and (plate > 200).any()


def test_points_are_drawn_where_they_are() -> None:
    points = np.array([[[8.0, 24.0]]], np.float32)
    face = explained_face(dataclasses.replace(full_restoration(), landmarks=points))
    pixels = painted_pixels("landmarks", opacity=1, face=face, side=512)
    np.testing.assert_allclose(pixels[round(24.5 * 16), round(8.5 * 16)], POINT_FILL, atol=3)
    np.testing.assert_allclose(pixels[round(8.5 * 16), round(24.5 * 16)], 128, atol=1)


def test_a_bar_is_as_long_as_its_value() -> None:
    def painted_width(value: float) -> int:
        chart = BarsOverlay(key="k", title=plain("t"), explanation=plain("e"), names=(plain("a"),), values=(value,))
        pixels = np.asarray(bar_chart(chart, side=400, text_px=20))
        return int((pixels[150] == BAR_FILL).all(axis=1).sum())

    assert painted_width(0.8) == pytest.approx(2 * painted_width(0.4), abs=3)
    assert painted_width(1.0) > 300


def test_a_scale_bar_is_as_long_as_its_photo_pixels_are_shown() -> None:
    turned = 0.5 * np.array([[0.8, -0.6, 3], [0.6, 0.8, 5]])  # half a photo px for each px of the crop
    bar = scale_bar(turned, crop_side=32, panel_side=512)
    assert bar.photo_px == 5  # of the 16 that the panel shows
    assert bar.length_px == 5 * 512 // 16


def test_the_figure_draws_its_scale_bar_at_full_length() -> None:
    pixels = np.asarray(figure(explained_face(), ())).astype(int)
    below = pixels[HEAD + SIDE + 60 :, EDGE : EDGE + 400]
    longest = max(int((row.max(axis=1) < 60).sum()) for row in below)
    assert 160 <= longest < 160 + 100  # the bar, and what the label's letters add on its line
    assert any((row[:160].max(axis=1) < 60).all() and row[161].min() > 200 for row in below)


def test_a_large_figure_has_a_place_for_each_panel() -> None:
    every = [OverlayStyle(overlay=overlay.key) for overlay in overlays_of(explained_face())]
    image = figure(explained_face(), every)  # 17 panels: five rows of four
    assert 4 * SIDE < image.width < 6 * SIDE and 5 * SIDE < image.height < 7 * SIDE


def test_a_missing_overlay_and_a_wrong_opacity_are_refused() -> None:
    with pytest.raises(DataError, match="no overlay 'depth'"):
        figure(explained_face(), [OverlayStyle(overlay="depth")])
    with pytest.raises(DataError, match="opacity from 0 to 1"):
        figure(explained_face(), [OverlayStyle(overlay="consistency", opacity=60)])


def test_a_figure_can_be_cancelled() -> None:
    with pytest.raises(Cancelled):
        figure(explained_face(), [OverlayStyle(overlay="consistency")], JobContext(is_cancelled=lambda: True))


def test_a_colour_bar_runs_from_low_at_the_bottom_to_high_at_the_top() -> None:
    bar = upright_colour_bar(ColourScale(name="grey", low=-1, high=1, unit=plain("luma")), height=256, text_px=20)
    np.testing.assert_array_equal(np.asarray(bar)[:, 3, 0], np.arange(256)[::-1])


def test_text_that_is_too_long_is_set_smaller_and_then_cut() -> None:
    slightly = "a title that is a little long"
    width = 0.85 * font(20).getlength(slightly)
    text, smaller = fitting(slightly, width=width, size_px=20)
    assert text == slightly and smaller.getlength(text) <= width
    text, smaller = fitting(3 * slightly, width=width, size_px=20)
    assert text.endswith("…") and smaller.getlength(text) <= width


def test_a_comparison_shows_before_at_the_left_and_after_at_the_right() -> None:
    before = np.full((600, 800, 3), (200, 0, 0), np.uint8)
    pixels = np.asarray(comparison(before, before[..., ::-1].copy(), ["a", "b"]))
    middle = pixels[pixels.shape[0] // 2]
    reds, blues = (middle == (200, 0, 0)).all(axis=1), (middle == (0, 0, 200)).all(axis=1)
    assert reds.sum() == blues.sum() == 800
    assert reds.nonzero()[0].max() < blues.nonzero()[0].min()


def test_a_small_part_is_compared_at_a_larger_size() -> None:
    part = np.zeros((50, 100, 3), np.uint8)
    assert enlargement(part) == 6 and enlargement(np.zeros((SMALLEST_PART, 3, 3), np.uint8)) == 1
    pixels = np.asarray(comparison(part, part, ["a"]))
    assert (pixels[pixels.shape[0] // 2] == 0).all(axis=1).sum() == 2 * 600


def test_a_region_is_cut_in_photo_pixels_and_must_touch_the_photo() -> None:
    enlarged = np.arange(20 * 40 * 3, dtype=np.uint16).astype(np.uint8).reshape(20, 40, 3)
    part = region_of(enlarged, Box(3, 2, 5, 4), scale=2)
    np.testing.assert_array_equal(part, enlarged[4:12, 6:16])
    assert region_of(enlarged, Box(-3, -3, 5, 5), scale=2).shape == (4, 4, 3)
    with pytest.raises(PhotoError, match="outside"):
        region_of(enlarged, Box(100, 2, 5, 4), scale=2)
