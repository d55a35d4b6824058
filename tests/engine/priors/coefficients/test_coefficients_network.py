"""The networks of coefficients have their sizes, and what they minimise is what the papers say."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from engine.priors.camera import picture_from_face
from engine.priors.coefficients.config import PAPER_COEFFICIENTS, SEEN_PX, STATES, CoefficientsConfig
from engine.priors.coefficients.losses import (
    CoefficientsLoss,
    CoefficientsWeights,
    Truth,
    photometric_loss,
    picture_places,
    regularisation,
    skin_attention,
)
from engine.priors.coefficients.network import CoefficientsNetwork, CoefficientsOutput, ResNet50
from engine.priors.morphable import COUNT, FaceCoefficients
from engine.priors.torch_renderer import FaceRenderer
from tests.engine.priors.small_face import small_face_model

MODEL = small_face_model()
POINTS = len(MODEL.mesh_points)


def test_the_paper_has_resnet_50() -> None:
    with torch.device("meta"):
        assert sum(p.numel() for p in ResNet50(64, 1000).parameters()) == 25_557_032  # He et al., table 1
        network = CoefficientsNetwork(PAPER_COEFFICIENTS)
        found = network(torch.zeros(2, 3, 128, 128))
    assert (found.coefficients.shape, found.states.shape) == ((2, COUNT), (2, len(STATES)))


def test_the_light_network_is_small_and_starts_from_the_mean_face() -> None:
    network = CoefficientsNetwork(CoefficientsConfig()).eval()
    assert 2 * sum(p.numel() for p in network.parameters()) < 3.5 * 2**20  # bytes, in 16 bits
    network.mean.copy_(torch.from_numpy(FaceCoefficients.mean_face().vector))
    network.spread.zero_()
    found = network(torch.rand(2, 3, SEEN_PX, SEEN_PX))
    assert torch.equal(found.coefficients[0], network.mean) and found.states.shape == (2, 4)


def faces(count: int = 2) -> torch.Tensor:
    vectors = 0.5 * torch.randn(count, COUNT, generator=torch.Generator().manual_seed(2))
    vectors[:, 224:] = torch.tensor([1.0] + [0.05] * 8 + [0.1, 0.2, 0.1, 0.05, 0.0, 0.2])
    return vectors


def truth(vectors: torch.Tensor, size: int = 64) -> Truth:
    loss, count = CoefficientsLoss(MODEL, CoefficientsWeights()), len(vectors)
    sharp = FaceRenderer(MODEL)(vectors, size)[0]
    states, coloured = torch.zeros(count, dtype=torch.long), torch.ones(count, dtype=torch.bool)
    return Truth(vectors, loss.points(vectors, size), states, coloured, sharp)


def surely(vectors: torch.Tensor) -> CoefficientsOutput:
    return CoefficientsOutput(vectors, torch.tensor([[20.0, 0, 0, 0]]).expand(len(vectors), -1))


def test_a_face_that_is_told_rightly_costs_nothing_but_what_it_is_away_from_the_mean() -> None:
    vectors = faces()
    terms = CoefficientsLoss(MODEL, CoefficientsWeights())(surely(vectors), truth(vectors), torch.ones(COUNT), drawn=2)
    assert set(terms) == {"states", "regression", "points", "regularisation", "photometric"}
    assert all(float(terms[name]) < 2e-3 for name in ("states", "regression", "points", "photometric"))
    assert float(terms["regularisation"]) == pytest.approx(1e-3 * float(regularisation(vectors)))


def test_places_are_those_of_the_camera() -> None:
    vector = faces(1)
    face = FaceCoefficients.from_vector(vector[0].numpy())
    expected = picture_from_face(MODEL.shape_of(face)[MODEL.mesh_points], face.pose, 96)[:, :2]
    found = CoefficientsLoss(MODEL, CoefficientsWeights()).points(vector, 96)[0]
    np.testing.assert_allclose(found.numpy(), expected, atol=1e-3)


def test_crops_without_a_face_teach_their_state_alone_and_grey_ones_no_texture() -> None:
    vectors, loss = faces(), CoefficientsLoss(MODEL, CoefficientsWeights())
    known = truth(vectors)
    known.points[1] = torch.nan
    known.state[1] = STATES.index("no_face")
    wrong = vectors.clone()
    wrong[1] += 1
    terms = loss(surely(wrong), known, torch.ones(COUNT))
    assert float(terms["regression"]) == 0 and float(terms["states"]) > 2
    known.has_colour[0] = False
    wrong[0, 144:224] += 1
    assert float(loss(surely(wrong), known, torch.ones(COUNT))["regression"]) == 0
    known.points[0] = torch.nan
    assert set(loss(surely(wrong), known, torch.ones(COUNT))) == {"states"}


def test_the_photometric_loss_is_that_of_the_paper() -> None:
    generator = torch.Generator().manual_seed(5)
    pictures, sharp = torch.rand(2, 2, 3, 6, 6, generator=generator).unbind(0)
    masks = (torch.rand(2, 1, 6, 6, generator=generator) > 0.4).float()
    attention = skin_attention(sharp, masks)
    rows = [
        sum(float(a[0, y, x] * m[0, y, x] * (p[:, y, x] - s[:, y, x]).norm()) for y in range(6) for x in range(6))
        / float((a * m).sum())
        for a, m, p, s in zip(attention, masks, pictures, sharp, strict=True)
    ]
    assert float(photometric_loss(pictures, masks, sharp)) == pytest.approx(np.mean(rows), rel=1e-3)


def test_skin_is_heeded_and_hair_is_not_on_grey_photos_too() -> None:
    for skin, hair in (((0.8, 0.6, 0.5), (0.1, 0.08, 0.05)), ((0.6, 0.6, 0.6), (0.1, 0.1, 0.1))):
        sharp = torch.tensor(skin)[None, :, None, None].repeat(1, 1, 10, 10)
        sharp += 0.02 * torch.randn(1, 1, 10, 10, generator=torch.Generator().manual_seed(1))
        sharp[:, :, :3] = torch.tensor(hair)[None, :, None, None]
        attention = skin_attention(sharp, torch.ones(1, 1, 10, 10))[0, 0]
        assert float(attention[:3].max()) < 0.05 and float(attention[3:].mean()) > 0.6
    assert torch.isfinite(skin_attention(sharp, torch.zeros(1, 1, 10, 10))).all()  # a face outside the crop


def test_the_terms_pass_gradcheck() -> None:
    generator = torch.Generator().manual_seed(7)
    vertices = torch.randn(1, 5, 3, generator=generator, dtype=torch.double, requires_grad=True)
    pose = torch.tensor([[0.1, -0.3, 0.2, 0.1, 0.0, 0.1]], dtype=torch.double, requires_grad=True)
    assert torch.autograd.gradcheck(lambda v, p: picture_places(v, p, 16), (vertices, pose))
    pictures = torch.rand(1, 3, 4, 4, generator=generator, dtype=torch.double, requires_grad=True)
    sharp, masks = torch.rand(1, 3, 4, 4, generator=generator).double(), torch.ones(1, 1, 4, 4).double()
    assert torch.autograd.gradcheck(lambda p: photometric_loss(p, masks, sharp), (pictures,))
    numbers = torch.randn(2, COUNT, generator=generator, dtype=torch.double, requires_grad=True)
    assert torch.autograd.gradcheck(regularisation, (numbers,))
