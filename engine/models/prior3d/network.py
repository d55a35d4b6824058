# pyright: basic
"""Networks that a 3D face guides ("Face Super-Resolution Guided by 3D Facial Priors", submitted to ICLR 2020).

SRCNN (Dong et al. 2016) and VDSR (Kim et al. 2016), which may have the rendered face as three more channels; and SAM,
whose blocks are told by the rendered face and the coefficients what to heed at each place.
"""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch import Tensor, nn

from engine.alignment.resample import enlargement_undone
from engine.models.prior3d.config import Prior3dConfig
from engine.models.prior3d.priors import MAP_COUNT, MAPS, RENDERED, crop_priors

SLOPE = 0.1  # of leaky ReLU


class Prior3dOutput(NamedTuple):
    """`image` `(B, 3, H, W)` in the range of the input, not clamped; `attention` `(B, blocks, h, w)` in [0, 1), how
    much each spatial attention block heeds its features at each place; None for a network without."""

    image: Tensor
    attention: Tensor | None


class Prior3dNetwork(nn.Module):
    """A face, enlarged from low resolution, `(B, 3, size, size)` RGB in [-1, 1] -> its picture.

    The priors are computed from the face itself where they are not given, exactly as for an exported model; no gradient
    flows through them. All zero, they say nothing: the prior is switched off.
    """

    def __init__(self, config: Prior3dConfig) -> None:
        super().__init__()
        self.config = config
        made = {"srcnn": SRCNN, "vdsr": VDSR, "sam": SAM}[config.network.removesuffix("+")]
        self.body = made(config)

    def forward(self, face: Tensor, rendered: Tensor | None = None, maps: Tensor | None = None) -> Prior3dOutput:
        """Args: rendered: `(B, 3, size, size)` RGB in [0, 1], black beside the face. maps: `(B, 4, m, m)` in [0, 1]."""
        if not self.config.has_prior:
            return self.body(face, None, None)
        if rendered is None:
            rendered, maps = self._priors(face)
        return self.body(face, rendered, maps)

    @torch.no_grad()
    def _priors(self, face: Tensor) -> tuple[Tensor, Tensor | None]:
        crops = ((face.detach().float() + 1) / 2).clamp(0, 1).cpu().numpy()
        found = crop_priors(self.config, crops, threads=torch.get_num_threads())
        kept = torch.ones(len(face), 1, 1, 1)
        if self.training and self.config.prior_dropout:
            kept = (torch.rand(len(face), 1, 1, 1) >= self.config.prior_dropout).float()
        given = [(torch.from_numpy(value) * kept).to(face.device) for value in found.inputs.values()]
        return given[0], given[1] if len(given) > 1 else None


class SRCNN(nn.Module):
    """Three convolutions of 9, 1 and 5 px. Source: Dong et al. 2016, section 4.1."""

    def __init__(self, config: Prior3dConfig) -> None:
        super().__init__()
        features, more = config.features, 3 if config.has_prior else 0
        self.layers = nn.Sequential(
            nn.Conv2d(3 + more, features, 9, padding=4),
            nn.ReLU(),
            nn.Conv2d(features, features // 2, 1),
            nn.ReLU(),
        )
        self.picture = nn.Conv2d(features // 2, 3, 5, padding=2)

    def forward(self, face: Tensor, rendered: Tensor | None, _maps: Tensor | None) -> Prior3dOutput:
        given = face if rendered is None else torch.cat([face, rendered], dim=1)
        return Prior3dOutput(self.picture(self.layers(given)), None)


class VDSR(nn.Module):
    """Many 3x3 convolutions whose picture is added to the enlarged face. Source: Kim et al. 2016, section 3.1."""

    def __init__(self, config: Prior3dConfig) -> None:
        super().__init__()
        features, more = config.features, 3 if config.has_prior else 0
        layers: list[nn.Module] = [nn.Conv2d(3 + more, features, 3, padding=1), nn.ReLU()]
        for _ in range(config.layers - 2):
            layers += [nn.Conv2d(features, features, 3, padding=1), nn.ReLU()]
        self.layers = nn.Sequential(*layers)
        self.picture = nn.Conv2d(features, 3, 3, padding=1)
        self.layers.apply(_keeps_size)
        _small(self.picture)

    def forward(self, face: Tensor, rendered: Tensor | None, _maps: Tensor | None) -> Prior3dOutput:
        given = face if rendered is None else torch.cat([face, rendered], dim=1)
        return Prior3dOutput(face + self.picture(self.layers(given)), None)


class SpatialFeatureTransform(nn.Module):
    """(mu, nu) from the priors psi, and features scaled and shifted by them: mu * F + nu. Source: eqs. 4 to 6.

    mu is 1 and nu 0 at first, so that a fresh block changes nothing.
    """

    def __init__(self, features: int, conditions: int) -> None:
        super().__init__()
        self.scale = nn.Sequential(
            nn.Conv2d(conditions, conditions, 1), nn.LeakyReLU(SLOPE), nn.Conv2d(conditions, features, 1)
        )
        self.shift = nn.Sequential(
            nn.Conv2d(conditions, conditions, 1), nn.LeakyReLU(SLOPE), nn.Conv2d(conditions, features, 1)
        )
        for last in (self.scale[2], self.shift[2]):
            _small(last)

    def forward(self, features: Tensor, psi: Tensor) -> tuple[Tensor, Tensor]:
        """The features, and how much they are heeded: the mean of |mu| over channels, `(B, 1, h, w)`."""
        mu = 1 + self.scale(psi)
        return mu * features + self.shift(psi), mu.abs().mean(dim=1, keepdim=True)


class ChannelAttention(nn.Module):
    """C_b: a factor in [0, 1] for each channel, from their means. Source: Zhang et al. 2018 (RCAN), section 3.3."""

    def __init__(self, features: int, reduction: int) -> None:
        super().__init__()
        inner = max(features // reduction, 1)
        self.layers = nn.Sequential(
            nn.Conv2d(features, inner, 1), nn.ReLU(), nn.Conv2d(inner, features, 1), nn.Sigmoid()
        )

    def forward(self, features: Tensor) -> Tensor:
        return self.layers(features.mean(dim=(2, 3), keepdim=True))


class SpatialAttentionBlock(nn.Module):
    """A spatial feature transform and a residual channel attention block: F_b = F_b-1 + C_b(X_b) X_b. Source: eq. 7,
    X_b being two stacked convolutions of the transformed features."""

    def __init__(self, features: int, conditions: int, reduction: int) -> None:
        super().__init__()
        self.transform = SpatialFeatureTransform(features, conditions)
        self.layers = nn.Sequential(
            nn.Conv2d(features, features, 3, padding=1), nn.ReLU(), nn.Conv2d(features, features, 3, padding=1)
        )
        self.attention = ChannelAttention(features, reduction)
        self.layers.apply(_keeps_size)

    def forward(self, features: Tensor, psi: Tensor) -> tuple[Tensor, Tensor]:
        transformed, heeded = self.transform(features, psi)
        x = self.layers(transformed)
        return features + self.attention(x) * x, heeded


class SAM(nn.Module):
    """The Spatial Attention Mechanism. Source: section 4 and figure 2."""

    reduction: Tensor

    def __init__(self, config: Prior3dConfig) -> None:
        super().__init__()
        self.config = config
        features, side = config.features, config.map_size
        self.register_buffer(
            "reduction", torch.from_numpy(enlargement_undone(config.low_size, config.size)), persistent=False
        )
        self.first = nn.Sequential(
            nn.Conv2d(3, features * config.unfold**2, 3, padding=1),
            nn.PixelShuffle(config.unfold) if config.unfold > 1 else nn.Identity(),
        )
        self.fold = config.size // side  # of the rendered face
        drawn = 3 * self.fold**2 if config.keeps_rendered else 3
        self.conditions = nn.Sequential(
            nn.Conv2d(drawn + MAP_COUNT, config.conditions, 3, padding=1),
            nn.LeakyReLU(SLOPE),
            nn.Conv2d(config.conditions, config.conditions, 3, padding=1),
            nn.LeakyReLU(SLOPE),
        )
        self.blocks = nn.ModuleList(
            SpatialAttentionBlock(features, config.conditions, config.reduction) for _ in range(config.blocks)
        )
        self.joined = nn.Sequential(nn.Conv2d(features + drawn, features, 3, padding=1), nn.LeakyReLU(SLOPE))
        layers, width = list[nn.Module](), features
        while side < config.size:  # halving the channels keeps the last layers, which work on most px, light
            narrow = max(width // 2, 16)
            layers += [nn.Conv2d(width, 4 * narrow, 3, padding=1), nn.PixelShuffle(2), nn.LeakyReLU(SLOPE)]
            side, width = 2 * side, narrow
        self.enlarge = nn.Sequential(*layers)
        self.picture = nn.Conv2d(width, 3, 3, padding=1)
        for part in (self.first, self.conditions, self.joined, self.enlarge):
            part.apply(_keeps_size)
        self.enlarge.apply(_like_neighbours)
        if config.skip == "input":
            _small(self.picture)

    def forward(self, face: Tensor, rendered: Tensor | None, maps: Tensor | None) -> Prior3dOutput:
        assert rendered is not None and maps is not None
        low = self.reduction @ face @ self.reduction.T  # (B, 3, 16, 16) at x8
        drawn = (
            nn.functional.pixel_unshuffle(rendered, self.fold)
            if self.config.keeps_rendered
            else nn.functional.avg_pool2d(rendered, self.fold)
        )
        psi = self.conditions(torch.cat([drawn, maps], dim=1))
        features, heeded = self.first(low), list[Tensor]()
        for block in self.blocks:
            features, one = block(features, psi)
            heeded.append(one)
        picture = self.picture(self.enlarge(self.joined(torch.cat([features, drawn], dim=1))))
        attention = torch.cat(heeded, dim=1)
        image = face + picture if self.config.skip == "input" else picture
        return Prior3dOutput(image, attention / (1 + attention))


@torch.no_grad()
def _keeps_size(module: nn.Module) -> None:
    """Weights that keep the size of signals through many layers without normalisation (He et al. 2015, eq. 15)."""
    if isinstance(module, nn.Conv2d):
        nn.init.kaiming_normal_(module.weight, nonlinearity="relu")
        nn.init.zeros_(module.get_parameter("bias"))


@torch.no_grad()
def _like_neighbours(module: nn.Module) -> None:
    """The four filters that a pixel shuffle makes neighbours of begin alike, so that no grid is drawn (ICNR)."""
    if isinstance(module, nn.Conv2d):
        module.weight.copy_(module.weight[::4].repeat_interleave(4, dim=0))


def _small(layer: nn.Module) -> None:
    """A layer that adds next to nothing at first."""
    nn.init.normal_(layer.get_parameter("weight"), std=1e-3)
    nn.init.zeros_(layer.get_parameter("bias"))


class Prior3dGraph(nn.Module):
    """The network as it is exported: picture (B, 3, H, W) in [0, 1] in; the result and the attention of each block out.

    The rendered face and the coefficient maps are optional inputs, which the program computes; by default there are
    none. Called without them, as in tests, it computes them from the picture.
    """

    def __init__(self, network: Prior3dNetwork) -> None:
        super().__init__()
        self.network = network
        self.options: dict[str, Tensor] = {}
        if network.config.has_prior:
            self.options[RENDERED] = torch.zeros(1, 3, 1, 1)
        if network.config.network == "sam":
            self.options[MAPS] = torch.zeros(1, MAP_COUNT, 1, 1)

    def forward(
        self, lr_upsampled: Tensor, rendered: Tensor | None = None, coefficient_maps: Tensor | None = None
    ) -> tuple[Tensor, ...]:
        side = self.network.config.map_size
        if rendered is not None:  # a default of one px is spread over the crop
            rendered = rendered + torch.zeros_like(lr_upsampled)
        if coefficient_maps is not None:
            coefficient_maps = coefficient_maps + torch.zeros_like(lr_upsampled[:, :1, :side, :side])
        found = self.network(lr_upsampled * 2 - 1, rendered, coefficient_maps)
        image = ((found.image + 1) / 2).clamp(0, 1)
        return image, *(found.attention.split(1, dim=1) if found.attention is not None else ())
