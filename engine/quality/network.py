"""The quality network: from the spectrum of a face to its detail, noise and JPEG damage."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from engine.quality.features import CHANNELS, MIDDLE, REACH, WHOLE

WIDTH = 32
KERNEL = 5  # bins
DILATIONS = (1, 2, 4, 8)
OUTPUTS = ("detail", "noise", "jpeg")
MOST_NOISE = 5.0  # ln(1 + deviation) that an output of 1 stands for
IMPOSSIBLE = -1e4


class QualityNetwork(nn.Module):
    """Convolutions along the bins give each place a weight; the detail is the weighted mean of the places.

    A finer or coarser face is the same spectrum moved along the bins, which convolutions take as it comes.
    """

    def __init__(self) -> None:
        super().__init__()
        self.whole = nn.Sequential(nn.Linear(WHOLE, WIDTH), nn.ReLU(), nn.Linear(WIDTH, WIDTH))
        self.first = nn.Conv1d(CHANNELS, WIDTH, KERNEL, padding=KERNEL // 2)
        self.deeper = nn.ModuleList(
            nn.Conv1d(WIDTH, WIDTH, KERNEL, padding=KERNEL // 2 * step, dilation=step) for step in DILATIONS
        )
        self.weight = nn.Conv1d(WIDTH, 1, 1)
        self.damage = nn.Sequential(nn.Linear(3 * WIDTH + 1, WIDTH), nn.ReLU(), nn.Linear(WIDTH, 2))

    def forward(self, bins: Tensor, whole: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Args: bins `(B, CHANNELS, PLACES)`, whole `(B, WHOLE)` of `engine.quality.features`.

        Returns: `(B,)` each: log2 of the detail in px, ln(1 + noise), JPEG damage; and the logarithms of the places'
        weights `(B, PLACES)`.
        """
        is_there, places = bins[:, -2], bins[:, -1]
        around = self.whole(whole)
        scaled = torch.cat([bins[:, :-1], ((places - MIDDLE) / REACH)[:, None]], dim=1)
        maps = torch.relu(self.first(scaled) + around[..., None])
        for layer in self.deeper:
            maps = maps + torch.relu(layer(maps))  # (B, WIDTH, PLACES)
        logits = self.weight(maps)[:, 0] + (1 - is_there) * IMPOSSIBLE
        weights = torch.softmax(logits, dim=1)
        detail = 1 + (weights * places).sum(dim=1)
        mean = (maps * is_there[:, None]).sum(dim=2) / is_there.sum(dim=1, keepdim=True)
        there = (maps * weights[:, None]).sum(dim=2)
        damage = self.damage(torch.cat([around, mean, there, detail[:, None] / MIDDLE], dim=1))
        noise = MOST_NOISE * torch.sigmoid(damage[:, 0])
        return detail, noise, torch.sigmoid(damage[:, 1]), torch.log_softmax(logits, dim=1)
