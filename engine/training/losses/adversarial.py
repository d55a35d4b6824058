"""Discriminators of patches at three scales, or of the whole picture, their losses, and feature matching (SPARNet
section III-C; DIC section 3.3; MTUN section 3.3)."""

from __future__ import annotations

import itertools

import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.nn.utils.parametrizations import spectral_norm

from engine.training.recipe import AdversarialLoss, DiscriminatorKind

LEAKY_SLOPE = 0.2


class PatchDiscriminator(nn.Module):
    """D_k: scores of overlapping patches, and the features before them.

    `(B, 3, H, W)` RGB in [-1, 1] -> scores `(B, 1, h, w)`, features: one map for each layer. Four convs of stride
    2, each with spectral norm; the published D also has instance norm and reflection padding.
    """

    def __init__(self, width: int) -> None:
        super().__init__()
        widths = (width, 2 * width, 4 * width, 4 * width)
        layers: list[nn.Module] = [_layer(3, width, stride=1)]
        layers += [_layer(w_in, w_out, stride=2) for w_in, w_out in zip((width, *widths), widths, strict=False)]
        self.layers = nn.ModuleList(layers)
        self.score = spectral_norm(nn.Conv2d(widths[-1], 1, 3, padding=1))

    def forward(self, image: Tensor) -> tuple[Tensor, list[Tensor]]:
        """Scores and features."""
        x, features = image, list[Tensor]()
        for layer in self.layers:
            x = layer(x)
            features.append(x)
        return self.score(x), features


def _layer(channels_in: int, channels_out: int, *, stride: int) -> nn.Module:
    conv = nn.Conv2d(channels_in, channels_out, 3, stride=stride, padding=1)
    return nn.Sequential(spectral_norm(conv), nn.LeakyReLU(LEAKY_SLOPE))


class MultiScaleDiscriminator(nn.Module):
    """D_1, D_2, D_3 at full, half and quarter size. `(B, 3, H, W)` in [-1, 1] -> scores and features of each."""

    def __init__(self, width: int = 32, count: int = 3) -> None:
        super().__init__()
        self.discriminators = nn.ModuleList(PatchDiscriminator(width) for _ in range(count))

    def forward(self, image: Tensor) -> tuple[list[Tensor], list[list[Tensor]]]:
        """Scores and features, largest scale first."""
        scores: list[Tensor] = []
        features: list[list[Tensor]] = []
        for discriminator in self.discriminators:
            score, maps = discriminator(image)
            scores.append(score)
            features.append(maps)
            image = nn.functional.avg_pool2d(image, 2)
        return scores, features


class DcganDiscriminator(nn.Module):
    """One score of the whole picture: four convolutions of stride 2 with batch norm, then a full connection.

    `(B, 3, H, W)` in [-1, 1] -> one score `(B, 1, 1, 1)`, and its features. Source: MTUN, section 3.2, after Radford et
    al. 2015. Deviation: the last maps are averaged to 4 x 4 places, so that pictures of any size fit.
    """

    def __init__(self, width: int = 32) -> None:
        super().__init__()
        widths = (3, width, 2 * width, 4 * width, 8 * width)
        self.layers = nn.ModuleList(
            nn.Sequential(
                nn.Conv2d(a, b, 4, stride=2, padding=1),
                nn.Identity() if a == 3 else nn.BatchNorm2d(b),
                nn.LeakyReLU(LEAKY_SLOPE),
            )
            for a, b in itertools.pairwise(widths)
        )
        self.score = nn.Linear(widths[-1] * 16, 1)

    def forward(self, image: Tensor) -> tuple[list[Tensor], list[list[Tensor]]]:
        """The score and the features, as of `MultiScaleDiscriminator` with one scale."""
        x, features = image, list[Tensor]()
        for layer in self.layers:
            x = layer(x)
            features.append(x)
        pooled = functional.adaptive_avg_pool2d(x, 4).flatten(1)
        return [self.score(pooled)[:, :, None, None]], [features]


def make_discriminator(kind: DiscriminatorKind, width: int) -> nn.Module:
    """The discriminators that a recipe names."""
    return DcganDiscriminator(width) if kind == "dcgan" else MultiScaleDiscriminator(width)


def generator_loss(fake: list[Tensor], kind: AdversarialLoss) -> Tensor:
    """SPARNet eq. 8 ("hinge") or DIC eq. 10 ("log"), averaged over patches and discriminators.

    Args: fake: a score map of each discriminator, any real numbers; "log" takes them as logits of D.
    """
    if kind == "log":
        return torch.stack([functional.softplus(-score.float()).mean() for score in fake]).mean()
    return -torch.stack([score.float().mean() for score in fake]).mean()


def discriminator_loss(real: list[Tensor], fake: list[Tensor], kind: AdversarialLoss) -> Tensor:
    """SPARNet eq. 9 ("hinge") or DIC eq. 9 ("log"), averaged over patches and discriminators."""
    margin = functional.softplus if kind == "log" else (lambda x: (1 + x).relu())
    terms = [margin(-r.float()).mean() + margin(f.float()).mean() for r, f in zip(real, fake, strict=True)]
    return torch.stack(terms).mean()


def feature_matching(real: list[list[Tensor]], fake: list[list[Tensor]]) -> Tensor:
    """SPARNet eq. 10, averaged over discriminators: L1 of features, summed over layers; `real` gets no gradient."""
    terms = [
        torch.stack([(r.detach().float() - f.float()).abs().mean() for r, f in zip(rs, fs, strict=True)]).sum()
        for rs, fs in zip(real, fake, strict=True)
    ]
    return torch.stack(terms).mean()
