"""Score `auto` against each shipped model: `python packaging/scripts/auto_against_models.py --faces DIR`.

Portraits that no model was trained on, each with some real detail and one kind of damage, or clean and enlarged, all
drawn with a fixed seed. Nothing is told to the program: faces are found, measured and restored as
`fsr-desktop restore` does it. A model by itself restores every face, `auto` those that it does not leave. Compared with
the truth at 256 px. Needs the extra `train`.
"""

from __future__ import annotations

import argparse
import dataclasses
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from score_damage import DAMAGES, DETAIL, INSIDE, Sample, make_sample, tight_part

from engine.alignment.paste_back import apply_patch
from engine.alignment.resample import enlarge, lanczos
from engine.datasets.portraits import read_portraits
from engine.detection.base import Detector
from engine.detection.registry import load_detector
from engine.evaluation.metrics import psnr_y
from engine.evaluation.perceptual import PerceptualMeter
from engine.models.registry import InstalledModel, scan_models
from engine.pipeline.face_restoring import FacePlan, place_face, plan_face, restore_group
from engine.runtime.sessions import ModelCache
from engine.types import Box, Face, Floats, Photo

SEED = 711
LEAST, MOST = 12, 250  # px of real detail: what the models are meant for
MOST_ENLARGED = 4.0
SIZE = 256  # px of the tight square, at which is scored


def main() -> None:
    """Restore, score, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--faces", type=Path, required=True)
    parser.add_argument("--split", default="val2")
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--seed", type=int, default=SEED)
    options = parser.parse_args()
    detector = load_detector("auto")
    samples = _samples(options.faces, options.split, options.count, options.seed, detector)
    shipped = [model for model in scan_models()[0] if model.source == "shipped"]
    cache, meter = ModelCache("cpu"), PerceptualMeter()
    truth = np.stack([sample.truth for sample in samples])
    results = {"input": [tight_part(sample, sample.pixels, 1) for sample in samples]}
    for model in shipped:
        results[model.card.id] = [_restored(sample, model, cache, detector) for sample in samples]
    chosen = [_chosen(sample, shipped, detector) for sample in samples]
    results["auto"] = [results[name][i] for i, name in enumerate(chosen)]
    for name, images in results.items():
        psnr = [psnr_y(image, face) for image, face in zip(images, truth, strict=True)]
        distances = meter.distances(np.stack(images), truth)
        taken = dict(Counter(chosen)) if name == "auto" else ""
        print(f"{name:12s} PSNR {np.mean(psnr):6.3f} dB  perceptual {distances.mean():.4f}  {taken}", flush=True)


def _samples(folder: Path, split: str, count: int, seed: int, detector: Detector) -> list[Sample]:
    every = read_portraits(folder, split=split, min_detail=DETAIL, min_inside=INSIDE)
    rng = np.random.default_rng(seed)
    samples: list[Sample] = []
    for number in np.linspace(0, len(every) - 1, count):
        damage = DAMAGES[int(rng.integers(len(DAMAGES)))]
        detail = round(float(np.exp(rng.uniform(np.log(LEAST), np.log(MOST)))))
        times = float(np.exp(rng.uniform(0, np.log(MOST_ENLARGED))))
        sample = make_sample(every[int(number)], damage, detail)
        samples.append(_found(_enlarged(sample, times) if damage == "clean" else sample, detector))
    return samples


def _enlarged(sample: Sample, times: float) -> Sample:
    """The photo as a scan with more px than it holds."""
    old = sample.pixels.shape[0]
    new = round(old * times)
    times, face, box = new / old, sample.face, sample.face.box
    points = None if face.points is None else ((face.points + 0.5) * times - 0.5).astype(np.float32)
    larger = Box(box.left * times, box.top * times, box.width * times, box.height * times)
    return dataclasses.replace(
        sample,
        pixels=lanczos(sample.pixels, (new, new)),
        face=dataclasses.replace(face, box=larger, points=points),
        quality=dataclasses.replace(sample.quality, width_px=sample.quality.width_px * times),
    )


def _found(sample: Sample, detector: Detector) -> Sample:
    """The sample with the face as it is found, where it is."""
    middle = sample.pixels.shape[0] / 2
    near = [
        face
        for face in detector.detect(sample.pixels)
        if max(abs(face.box.centre[0] - middle), abs(face.box.centre[1] - middle)) < 0.2 * middle
    ]
    face: Face = max(near, key=lambda one: one.score, default=sample.face)
    return dataclasses.replace(sample, face=face)


def _chosen(sample: Sample, shipped: Sequence[InstalledModel], detector: Detector) -> str:
    """The model that `auto` takes for the face; "input" where it leaves it."""
    plan = plan_face(Photo(pixels=sample.pixels), sample.face, named=None, installed=shipped, detector=detector)
    return plan.model.card.id if isinstance(plan, FacePlan) else "input"


def _restored(sample: Sample, model: InstalledModel, cache: ModelCache, detector: Detector) -> Floats:
    plan = plan_face(
        Photo(pixels=sample.pixels), sample.face, named=model, installed=(), detector=detector, outside_range=True
    )
    if not isinstance(plan, FacePlan):
        raise SystemExit(str(plan.reason))
    scale = max(1, round(SIZE / sample.quality.width_px))
    canvas = enlarge(sample.pixels, scale)
    (result,), _ = restore_group([plan], cache, is_grey=False)
    if result.restored is None:
        raise SystemExit(str(result.reason))
    patch = place_face(
        canvas, restored=result.restored, crop=plan.crop, scale=scale, match_grain=False, seed=0,
        keep_finer=result.keeps_finer,
    )  # fmt: skip
    apply_patch(canvas, patch, strength=1)
    return tight_part(sample, canvas, scale)


if __name__ == "__main__":
    main()
