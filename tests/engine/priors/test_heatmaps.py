"""Heatmaps made and decoded again, component maps by hand, and gradients."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from engine.priors.components import COMPONENTS
from engine.priors.heatmaps import (
    component_attention,
    component_maps,
    decode_heatmaps,
    heatmap_loss,
    make_heatmaps,
)

IMAGE = 128  # px
HEATMAP = 32  # px
STEP = IMAGE // HEATMAP


def places(low: float, high: float, *, faces: int = 6) -> Tensor:
    """Random landmarks `(faces, 68, 2)` between two coordinates of the heatmap, in picture px."""
    spots = torch.rand(faces, 68, 2, generator=torch.Generator().manual_seed(0)) * (high - low) + low
    return (spots + 0.5) * STEP - 0.5


def errors(heatmaps: Tensor, truth: Tensor) -> Tensor:
    """Distances in heatmap px, `(faces, 68)`."""
    return (decode_heatmaps(heatmaps, image_size=IMAGE) - truth).norm(dim=2) / STEP


def noise(heatmaps: Tensor, deviation: float) -> Tensor:
    return deviation * torch.randn(heatmaps.shape, generator=torch.Generator().manual_seed(1))


def test_a_heatmap_is_one_at_its_landmark_and_falls_as_a_gaussian() -> None:
    centre = torch.tensor([[[4 * 10 + 1.5, 4 * 20 + 1.5]]])  # the middle of pixel (10, 20) of the heatmap
    heatmap = make_heatmaps(centre, image_size=IMAGE)[0, 0]
    assert heatmap.shape == (HEATMAP, HEATMAP)
    assert heatmap[20, 10] == heatmap.max() == 1
    assert float(heatmap[20, 11]) == pytest.approx(np.exp(-0.5))
    assert float(heatmap[22, 9]) == pytest.approx(np.exp(-2.5))
    wide = make_heatmaps(centre, image_size=IMAGE, sigma=2.0)[0, 0]
    assert float(wide[22, 9]) == pytest.approx(np.exp(-5 / 8))


def test_the_published_mapping_divides_by_four() -> None:
    corner = torch.tensor([[[40.0, 80.0]]])
    heatmap = make_heatmaps(corner, image_size=IMAGE, half_pixel=False)[0, 0]
    assert heatmap[20, 10] == 1
    decoded = decode_heatmaps(heatmap[None, None], image_size=IMAGE, half_pixel=False)
    torch.testing.assert_close(decoded, corner, atol=1e-3, rtol=0)


@pytest.mark.parametrize(("low", "high"), [(3, 28), (-0.49, 31.49)], ids=["inside", "up to the border"])
def test_decoding_a_clean_heatmap_gives_back_its_landmark(low: float, high: float) -> None:
    truth = places(low, high)
    decoded = decode_heatmaps(make_heatmaps(truth, image_size=IMAGE), image_size=IMAGE)
    assert decoded.shape == truth.shape and decoded.dtype == torch.float32
    assert float((decoded - truth).norm(dim=2).max()) / STEP < 0.002


@pytest.mark.parametrize("size", [16, 64])
def test_decoding_knows_other_sizes_of_heatmaps(size: int) -> None:
    truth = places(3, 28)
    heatmaps = make_heatmaps(truth, image_size=IMAGE, heatmap_size=size)
    assert float((decode_heatmaps(heatmaps, image_size=IMAGE) - truth).norm(dim=2).max()) < 0.02


@pytest.mark.parametrize("deviation", [0.02, 0.05, 0.1])
def test_noise_moves_a_decoded_landmark_no_more_than_the_best_fit_of_a_gaussian(deviation: float) -> None:
    truth = places(3, 28)
    heatmaps = make_heatmaps(truth, image_size=IMAGE)
    found = errors(heatmaps + noise(heatmaps, deviation), truth)
    assert float(found.mean()) < 1.1 * deviation  # Cramer-Rao: sqrt(2 / pi) per axis, times sqrt(pi / 2) for a distance
    assert float(found.max()) < 5 * deviation


@pytest.mark.parametrize("sigma", [0.8, 1.4])
def test_a_peak_of_another_width_and_height_is_found_as_well(sigma: float) -> None:
    truth = places(4, 27)
    assert float(errors(0.3 * make_heatmaps(truth, image_size=IMAGE, sigma=sigma), truth).max()) < 0.01


def test_negative_values_around_a_peak_do_not_throw_it_out() -> None:
    truth = places(3, 28)
    heatmaps = make_heatmaps(truth, image_size=IMAGE) - 0.1
    assert float(errors(heatmaps, truth).max()) < 0.05


def test_a_map_without_a_positive_value_gives_its_highest_pixel() -> None:
    heatmaps = torch.full((1, 2, HEATMAP, HEATMAP), -1.0)
    heatmaps[0, 0, 20, 10] = -0.5
    heatmaps[0, 1] = 0
    decoded = decode_heatmaps(heatmaps, image_size=IMAGE)
    torch.testing.assert_close(decoded, torch.tensor([[[41.5, 81.5], [1.5, 1.5]]]))


def test_decoding_one_face_does_not_depend_on_the_others() -> None:
    heatmaps = make_heatmaps(places(0, 31), image_size=IMAGE)
    heatmaps += noise(heatmaps, 0.05)
    alone = torch.cat([decode_heatmaps(one[None], image_size=IMAGE) for one in heatmaps])
    torch.testing.assert_close(decode_heatmaps(heatmaps, image_size=IMAGE), alone)


class Decoder(nn.Module):
    """Landmarks and attention as an exported network computes them."""

    def forward(self, heatmaps: Tensor) -> tuple[Tensor, Tensor]:
        return decode_heatmaps(heatmaps, image_size=IMAGE), component_attention(heatmaps)


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("onnx")
    file = tmp_path_factory.mktemp("decoder") / "decoder.onnx"
    torch.onnx.export(
        Decoder().eval(),
        (make_heatmaps(places(0, 31, faces=2), image_size=IMAGE),),
        file,
        dynamo=False,
        input_names=["heatmaps"],
        output_names=["landmarks", "attention"],
        dynamic_axes={name: {0: "batch"} for name in ("heatmaps", "landmarks", "attention")},
        opset_version=18,
        do_constant_folding=False,
    )
    return file


@pytest.mark.parametrize("faces", [1, 3])
def test_an_exported_graph_finds_the_same_landmarks_and_attention(exported: Path, faces: int) -> None:
    onnxruntime = pytest.importorskip("onnxruntime")
    session = onnxruntime.InferenceSession(str(exported), providers=["CPUExecutionProvider"])
    heatmaps = make_heatmaps(places(-0.4, 31.4, faces=faces), image_size=IMAGE)
    heatmaps += noise(heatmaps, 0.05)
    heatmaps[0, 0] = -1
    landmarks, attention = session.run(None, {"heatmaps": heatmaps.numpy()})
    expected_landmarks, expected_attention = Decoder()(heatmaps)
    np.testing.assert_allclose(landmarks, expected_landmarks.numpy(), atol=1e-3)
    np.testing.assert_allclose(attention, expected_attention.numpy(), atol=1e-5)


def test_component_maps_are_sums_of_channels_scaled_to_one() -> None:
    heatmaps = torch.zeros(2, 68, 4, 4)
    heatmaps[:, 36:42, 1, 1] = torch.tensor([0.1, 0.2, 0.5, 1.0, 2.0, 3.0])
    heatmaps[:, 30, 2, 2] = 0.01  # below the floor of 0.05
    heatmaps[:, 60] = -1.0  # its maximum is negative
    maps = component_maps(heatmaps)
    assert maps.shape == (2, len(COMPONENTS), 4, 4)
    right_eye, left_eye, nose, mouth, jawline = maps[1]
    assert float(right_eye[1, 1]) == pytest.approx(6) and float(right_eye.sum()) == pytest.approx(6)
    assert float(nose[2, 2]) == pytest.approx(0.2)
    torch.testing.assert_close(mouth, torch.full((4, 4), -20.0))
    assert not left_eye.any() and not jawline.any()


def test_attention_sums_to_one_and_is_highest_for_the_component_that_is_there() -> None:
    points = places(0, 31, faces=2)
    points[:, 36:42] = 41.5
    points[:, 42:] = points[:, :36] = 100.0
    attention = component_attention(make_heatmaps(points, image_size=IMAGE))
    torch.testing.assert_close(attention.sum(dim=1), torch.ones(2, HEATMAP, HEATMAP))
    assert (attention[:, 0, 10, 10] > 0.9).all()


def test_gradients_of_component_attention_flow_through_the_maximum() -> None:
    heatmaps = torch.randn(1, 68, 3, 3, dtype=torch.float64, generator=torch.Generator().manual_seed(2))
    assert torch.autograd.gradcheck(component_attention, heatmaps.requires_grad_())
    peak = torch.zeros(1, 68, 3, 3, dtype=torch.float64)
    peak[0, 0, 1, 1], peak[0, 0, 0, 0] = 2.0, 1.0
    peak.requires_grad_()
    component_maps(peak)[0, 4, 0, 0].backward()
    assert peak.grad is not None
    assert float(peak.grad[0, 0, 1, 1]) == pytest.approx(-0.25)  # the derivative of 1 / maximum at 2


def test_the_loss_is_the_mean_squared_error_with_a_correct_gradient() -> None:
    generator = torch.Generator().manual_seed(3)
    found, truth = (torch.randn(2, 3, 4, 4, dtype=torch.float64, generator=generator) for _ in range(2))
    assert float(heatmap_loss(found, truth)) == pytest.approx(float(((found - truth) ** 2).mean()))
    assert torch.autograd.gradcheck(lambda maps: heatmap_loss(maps, truth), found.requires_grad_())
    points = torch.tensor([[[40.0, 60.0], [70.0, 20.0]]], dtype=torch.float64, requires_grad=True)
    target = torch.zeros(1, 2, 8, 8, dtype=torch.float64)
    assert torch.autograd.gradcheck(
        lambda spots: heatmap_loss(make_heatmaps(spots, image_size=IMAGE, heatmap_size=8), target), points
    )
