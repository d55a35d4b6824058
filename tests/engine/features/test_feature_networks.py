"""Feature networks: the right network with the right weights, and the distance made of them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import torch
from skimage import data

from engine.errors import RecipeError
from engine.features.feature_networks import (  # pyright: ignore[reportPrivateUsage]
    EfficientNetLiteFeatures,
    _load_weights,
    load_features,
    perceptual_distance,
)


@pytest.fixture(scope="module")
def lite0() -> EfficientNetLiteFeatures:
    return EfficientNetLiteFeatures("efficientnet-lite0")


@pytest.fixture(scope="module")
def cat() -> torch.Tensor:
    """A photo of a cat, `(1, 3, 224, 224)`."""
    picture = torch.from_numpy(data.chelsea()[:, 75:375].copy()).permute(2, 0, 1)[None].float() / 255
    return torch.nn.functional.interpolate(picture, size=(224, 224), mode="bicubic", antialias=True).clamp(0, 1)


def test_the_weights_know_a_cat_in_the_range_that_the_features_feed(
    lite0: EfficientNetLiteFeatures, cat: torch.Tensor
) -> None:
    probabilities = lite0.network((cat * 255 - 127) / 128).softmax(dim=1)
    cats = probabilities[0, [281, 282, 283, 284, 285]].sum().item()  # ImageNet: tabby to Egyptian cat
    assert cats > 0.7


@pytest.mark.parametrize(
    ("name", "channels", "sides"),
    [("efficientnet-lite0", [16, 24, 40, 112], [112, 56, 28, 14]),
     ("efficientnet-lite1", [24, 40, 80, 112], [56, 28, 14, 14])],
)  # fmt: skip
def test_features_have_the_shapes_of_the_chosen_blocks(name: str, channels: list[int], sides: list[int]) -> None:
    features = load_features(name)(torch.rand(1, 3, 224, 224))
    assert [f.shape[1] for f in features] == channels
    assert [f.shape[-1] for f in features] == sides


def test_other_blocks_can_be_chosen_and_those_that_are_not_there_are_refused() -> None:
    features = load_features("efficientnet-lite0", (0, 1, 3, 5, 10))(torch.rand(1, 3, 224, 224))
    assert [f.shape[-1] for f in features] == [112, 56, 28, 14, 14]
    for blocks in ((3, 16), (-1, 3), (3, 1), (3, 3)):
        with pytest.raises(RecipeError, match="has no blocks"):
            load_features("efficientnet-lite0", blocks)
    with pytest.raises(RecipeError, match="VGG19's maps are fixed"):
        load_features("vgg19", (1,))


def test_feature_networks_are_frozen_and_stay_in_evaluation_mode(lite0: EfficientNetLiteFeatures) -> None:
    lite0.train()
    assert not any(module.training for module in lite0.modules())
    assert not any(parameter.requires_grad for parameter in lite0.parameters())


def test_distance_is_zero_for_equal_pictures_grows_with_blur_and_has_a_gradient(
    lite0: EfficientNetLiteFeatures, cat: torch.Tensor
) -> None:
    def blurred(factor: int) -> torch.Tensor:
        small = torch.nn.functional.avg_pool2d(cat, factor)
        return torch.nn.functional.interpolate(small, size=(224, 224), mode="bilinear")

    distances = [
        perceptual_distance(lite0, picture, cat).item() for picture in (cat, blurred(2), blurred(4), blurred(8))
    ]
    assert distances[0] == 0
    assert distances[0] < distances[1] < distances[2] < distances[3] < 4
    picture = blurred(4).requires_grad_()
    perceptual_distance(lite0, picture, cat).sum().backward()
    assert picture.grad is not None
    assert picture.grad.abs().sum() > 0


class _Harmful:
    """Would make a folder if it were unpickled without care."""

    def __init__(self, made: Path) -> None:
        self._made = made

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, (str(self._made),)


def test_a_harmful_weights_file_is_refused_and_not_executed(tmp_path: Path) -> None:
    torch.save({"weight": _Harmful(tmp_path / "made")}, tmp_path / "weights.pth")
    with pytest.raises(RecipeError, match="cannot be read"):
        _load_weights(torch.nn.Linear(1, 1), tmp_path / "weights.pth")
    assert not (tmp_path / "made").exists()


def test_an_unknown_network_and_missing_vgg_weights_say_what_to_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with pytest.raises(RecipeError, match="Unknown feature network 'lite9'"):
        load_features("lite9")
    monkeypatch.setenv("TORCH_HOME", str(tmp_path))
    with pytest.raises(RecipeError, match=r"torchvision|not at"):
        load_features("vgg19")
