from __future__ import annotations

import cv2
import numpy as np
import pytest
import torch

from engine.priors.morphable import FaceCoefficients
from engine.priors.open_face import open_face_model
from engine.priors.renderer import render_face
from engine.priors.torch_renderer import FaceRenderer, render
from tests.engine.priors.small_face import dome, small_face_model


def drawn_faces(count: int, seed: int = 1) -> np.ndarray:
    vectors = np.random.default_rng(seed).normal(size=(count, 239)).astype(np.float32) * 0.5
    vectors[:, 224] = 1
    vectors[:, 225:233] *= 0.3
    vectors[:, 233:] *= (0.6, 1.2, 0.6, 0.2, 0.2, 0.3)
    return vectors


def test_both_renderers_draw_the_same_face_but_for_silhouettes():
    model, vectors = small_face_model(), drawn_faces(4)
    images, masks = FaceRenderer(model)(torch.from_numpy(vectors), 64)
    for vector, image, mask in zip(vectors, images, masks, strict=True):
        expected = render_face(model, FaceCoefficients.from_vector(vector), 64)
        both = (mask[0].numpy() > 0) & expected.mask
        assert both.sum() > 0.99 * expected.mask.sum() > 100
        assert np.abs(image.permute(1, 2, 0).numpy() - expected.image)[both].max() <= 1 / 255


@pytest.mark.parametrize("what", ["vertices", "texture", "light", "pose"])
def test_the_picture_has_the_gradient_that_differences_show(what):
    points, triangles = dome(3)
    generator = torch.Generator().manual_seed(3)
    parts = {
        "vertices": torch.from_numpy(points).double()[None] + 0.1 * torch.randn(1, 9, 3, generator=generator),
        "texture": 0.4 + 0.2 * torch.rand(1, 9, 3, generator=generator, dtype=torch.double),
        "light": torch.tensor([[0.8, *[0.1] * 8]], dtype=torch.double),
        "pose": torch.tensor([[0.1, 0.4, 0.05, 0.02, -0.03, -0.1]], dtype=torch.double),
    }

    def picture(part: torch.Tensor) -> torch.Tensor:
        given = {**parts, what: part}
        return render(
            given["vertices"], given["texture"], torch.from_numpy(triangles).long(),
            light=given["light"], pose=given["pose"], size_px=12,
        )[0]  # fmt: skip

    assert picture(parts[what]).gt(0).sum() > 100
    assert torch.autograd.gradcheck(picture, parts[what].requires_grad_(), eps=1e-6, atol=1e-4)


def test_a_picture_teaches_the_pose_that_made_it():
    model = small_face_model()
    renderer, target_face = FaceRenderer(model), torch.from_numpy(drawn_faces(1, seed=5))
    target, target_mask = renderer(target_face, 48)
    yaw = torch.tensor(0.1, requires_grad=True)
    optimizer = torch.optim.Adam([yaw], lr=0.01)
    for _ in range(30):
        optimizer.zero_grad()
        moved = target_face + yaw * torch.eye(239)[234]
        image, mask = renderer(moved, 48)
        (((image - target) * mask * target_mask) ** 2).mean().backward()
        optimizer.step()
    assert abs(yaw.item()) < 0.02


@pytest.mark.parametrize("yaw", [0.0, 0.7, -1.3])
def test_both_renderers_draw_the_shipped_face_alike(yaw):
    model = open_face_model()
    vector = FaceCoefficients.mean_face().vector
    vector[:224] = np.random.default_rng(2).normal(size=224) * 0.5
    vector[225:228] = (0.2, -0.1, 0.3)
    vector[234] = yaw
    expected = render_face(model, FaceCoefficients.from_vector(vector), 128)
    images, masks = FaceRenderer(model)(torch.from_numpy(vector)[None], 128)
    both = expected.mask & (masks[0, 0].numpy() > 0)
    assert both.sum() > 0.995 * expected.mask.sum()
    difference = np.abs(images[0].permute(1, 2, 0).numpy() - expected.image).max(axis=2)
    inner = cv2.erode(both.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    assert (difference[inner] > 1 / 255).mean() < 0.002  # lids and the nose have silhouettes within the face
