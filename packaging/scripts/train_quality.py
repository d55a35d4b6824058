"""Train what measures the quality of faces: `python packaging/scripts/train_quality.py --faces DIR`.

Faces of the split `train` are spoilt in known ways (`quality_faces.py`); what was done to them is the truth. Then it is
trained on with pictures that are seen at several sizes, so that it says the same of each. Half an hour on a quarter of
a core, half of it for the spectra; the same seed gives the same network. It writes `resources/quality/quality.onnx`.
"""

from __future__ import annotations

import argparse
import dataclasses
import time
import warnings
from pathlib import Path

import cv2
import numpy as np
import torch
from quality_faces import FACTORS, SpoiltFace, detail_limit, draw_saved, draw_spoiling, sharp_portraits, spoil
from torch import Tensor, nn
from torch.nn import functional

from engine.datasets.portraits import Portrait, read_pixels
from engine.files import atomic_file
from engine.quality.estimator import INPUTS, OUTPUTS, quality_file
from engine.quality.face_luma import face_luma
from engine.quality.features import CHANNELS, PLACES, REACH, WHOLE, bins_input, face_features, whole_input
from engine.quality.network import QualityNetwork
from engine.quality.spectrum import PER_OCTAVE
from engine.types import Floats

EACH = 3  # spoilings of a portrait that was read
BATCH = 128
RATE = 3e-3
DECAY = 1e-3
MOVED = 0.2  # share of faces that are taken for ones of twice or four times the px: no portrait here holds so much
WEIGHTS = (1.0, 0.1, 0.3, 0.5)  # of detail, of its place among the bins, of noise, of JPEG
SETS_SEED = 10  # added to the seed, so that pictures seen at several sizes do not depend on the examples
STEADY_EPOCHS, STEADY_RATE, STEADINESS = 12, 2e-3, 3.0
SOFT = 0.1  # errors below are squared
Example = tuple[Floats, Floats, Floats]  # the network's two inputs, and the truth as it says it


def main() -> None:
    """Make the examples, train, write the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--faces", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=None)
    parser.add_argument("--examples", type=int, default=12000)
    parser.add_argument("--sets", type=int, default=800, help="pictures that are seen at several sizes")
    parser.add_argument("--epochs", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    rng = np.random.default_rng(options.seed)
    portraits = sharp_portraits(options.faces, splits=["train"])
    examples = make_examples(portraits, options.examples, rng)
    network = train(examples, epochs=options.epochs, seed=options.seed)
    sets = make_sets(portraits, options.sets, np.random.default_rng(options.seed + SETS_SEED))
    steady(network, examples, sets, seed=options.seed)
    export(network, options.out or quality_file())


def make_examples(portraits: list[Portrait], count: int, rng: np.random.Generator) -> list[Tensor]:
    """Inputs and truths of `count` spoilt faces: `(N, CHANNELS, PLACES)`, `(N, WHOLE)`, `(N, 3)`."""
    cv2.setNumThreads(1)
    examples: list[Example] = []
    begun = time.monotonic()
    while len(examples) < count:
        portrait = portraits[rng.integers(len(portraits))]
        held = dataclasses.replace(portrait, pixels=read_pixels(portrait))
        for _ in range(EACH):
            how = draw_spoiling(rng, limit=detail_limit(held))
            examples.append(example_of(spoil(held, how, rng)))
        if len(examples) % (500 * EACH) == 0:
            print(f"{len(examples)} faces, {time.monotonic() - begun:.0f} s", flush=True)
    return [torch.from_numpy(np.stack(part)) for part in zip(*examples, strict=True)]


def make_sets(portraits: list[Portrait], count: int, rng: np.random.Generator) -> list[Tensor]:
    """The same of `count` pictures, each at all of `FACTORS`: `(count, FACTORS, ...)`."""
    sets: list[Example] = []
    begun = time.monotonic()
    for number in range(count):
        portrait = portraits[rng.integers(len(portraits))]
        held = dataclasses.replace(portrait, pixels=read_pixels(portrait))
        seed = rng.integers(2**32)  # the same noise at each size
        hows = draw_saved(rng, limit=detail_limit(held))
        examples = [example_of(spoil(held, how, np.random.default_rng(seed))) for how in hows]
        bins, whole, truth = (np.stack(part) for part in zip(*examples, strict=True))
        sets.append((bins, whole, truth))
        if number % 100 == 99:
            print(f"{number + 1} sets, {time.monotonic() - begun:.0f} s", flush=True)
    return [torch.from_numpy(np.stack(part)) for part in zip(*sets, strict=True)]


def example_of(face: SpoiltFace) -> Example:
    """What the network sees of a face, and what it should say."""
    features = face_features(face_luma(face.pixels, face.face))
    truth = np.array([np.log2(face.detail_px), np.log1p(face.noise), face.jpeg], np.float32)
    return bins_input(features), whole_input(features), truth


def train(examples: list[Tensor], *, epochs: int, seed: int) -> QualityNetwork:
    """The network after so many passes over the examples, the step growing and shrinking once."""
    network, generator = QualityNetwork().train(), torch.Generator().manual_seed(seed)
    per_epoch = len(examples[0]) // BATCH
    optimizer = torch.optim.AdamW(network.parameters(), RATE, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=epochs * per_epoch)
    begun = time.monotonic()
    for epoch in range(epochs):
        order, total = torch.randperm(len(examples[0]), generator=generator), 0.0
        for chosen in order[: per_epoch * BATCH].reshape(per_epoch, BATCH):
            loss = loss_of(network, *_moved([part[chosen] for part in examples], generator))
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
            total += loss.item()
        print(f"epoch {epoch + 1}: loss {total / per_epoch:.4f}, {time.monotonic() - begun:.0f} s", flush=True)
    return network.eval()


def steady(network: QualityNetwork, examples: list[Tensor], sets: list[Tensor], *, seed: int) -> None:
    """Train on, so that one picture saved at several sizes is given one detail."""
    network.train()
    generator = torch.Generator().manual_seed(seed)
    each, per_epoch = BATCH // len(FACTORS), len(examples[0]) // BATCH
    optimizer = torch.optim.AdamW(network.parameters(), STEADY_RATE, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, STEADY_RATE, total_steps=STEADY_EPOCHS * per_epoch)
    for epoch in range(STEADY_EPOCHS):
        apart = 0.0
        for chosen in torch.randperm(len(examples[0]), generator=generator)[: per_epoch * BATCH].split(BATCH):
            some = torch.randint(len(sets[0]), (each,), generator=generator)
            batch = [part[some].flatten(0, 1) for part in sets]
            loss = loss_of(network, *_moved([part[chosen] for part in examples], generator))
            detail = network(*batch[:2])[0].reshape(each, len(FACTORS))
            spread = (detail - detail.mean(dim=1, keepdim=True)).abs().mean()
            loss = loss + loss_of(network, *batch) / 2 + STEADINESS * spread
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
            apart += spread.item()
        print(f"steady epoch {epoch + 1}: {apart / per_epoch:.4f} octaves apart", flush=True)
    network.eval()


def loss_of(network: QualityNetwork, bins: Tensor, whole: Tensor, truth: Tensor) -> Tensor:
    """How far the network is from the truth, over a batch."""
    detail, noise, jpeg, weights = network(bins, whole)
    is_there, places = bins[:, -2], bins[:, -1]
    near = -0.5 * ((places - (truth[:, :1] - 1)) * PER_OCTAVE) ** 2
    place = torch.softmax(near + (is_there - 1) * 1e4, dim=1)
    terms = (
        functional.smooth_l1_loss(detail, truth[:, 0], beta=SOFT),
        -(place * weights).sum(dim=1).mean(),
        functional.smooth_l1_loss(noise, truth[:, 1], beta=SOFT),
        functional.l1_loss(jpeg, truth[:, 2]),
    )
    return torch.stack([weight * term for weight, term in zip(WEIGHTS, terms, strict=True)]).sum()


def _moved(batch: list[Tensor], generator: torch.Generator) -> list[Tensor]:
    """Some faces moved up the bins by one or two octaves, as if they had so many more px and so much more detail."""
    bins, whole, truth = batch[0].clone(), batch[1].clone(), batch[2].clone()
    for octaves in (1, 2):
        chosen = (torch.rand(len(bins), generator=generator) < MOVED / 2).nonzero()[:, 0]
        step = octaves * PER_OCTAVE
        fits = bins[chosen, -2, PLACES - step - 1] == 0  # the end stays within the bins
        chosen = chosen[fits]
        part = bins[chosen]
        bins[chosen] = torch.cat([part[:, :, :1].repeat(1, 1, step), part[:, :, :-step]], dim=2)
        places = torch.cat([part[:, -1, :step], part[:, -1, :-step] + octaves], dim=1)  # log2 of cycles a face
        bins[chosen, -1] = places
        bins[chosen, -3] = (places - places[:, -1:]) / REACH
        whole[chosen, -1] += octaves / REACH
        truth[chosen, 0] += octaves
    return [bins, whole, truth]


class _Exported(nn.Module):
    def __init__(self, network: QualityNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, bins: Tensor, whole: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        detail, noise, jpeg, _ = self.network(bins, whole)
        return detail, noise, jpeg


def export(network: QualityNetwork, file: Path) -> None:
    """Write the network for ONNX Runtime."""
    example = (torch.rand(2, CHANNELS, PLACES), torch.rand(2, WHOLE))
    file.parent.mkdir(parents=True, exist_ok=True)
    with atomic_file(file) as beside, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # TorchScript's exporter, as for the models
        torch.onnx.export(
            _Exported(network),
            example,
            beside,
            dynamo=False,
            input_names=list(INPUTS),
            output_names=list(OUTPUTS),
            dynamic_axes={name: {0: "batch"} for name in (*INPUTS, *OUTPUTS)},
            opset_version=18,
        )


if __name__ == "__main__":
    main()
