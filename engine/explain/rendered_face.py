"""The drawn 3D face of a restoration, to be laid over the restored one."""

from __future__ import annotations

import numpy as np

from engine.explain.overlay import Overlay, RenderedOverlay
from engine.messages import message
from engine.types import Floats, Restoration

_RENDERED_PRIOR = message(
    "The 3D face that the model fitted to the photo and drew again, which guided the restoration: a model, made of the "
    "faces of many, not evidence of what this person looks like."
)


def rendered_overlays(given: Restoration) -> list[Overlay]:
    """The overlay of the drawn face; none where a model has no such prior, or could not use it."""
    if given.rendered_prior is None or any(given.prior_refusals):
        return []
    colours, alpha = given.rendered_prior[0, :3].transpose(1, 2, 0), given.rendered_prior[0, 3:]
    image = np.clip(np.ascontiguousarray(colours), 0, 1).astype(np.float32)
    return [
        RenderedOverlay(
            key="rendered_prior",
            title=message("Rendered 3D face"),
            explanation=_RENDERED_PRIOR,
            image=image,
            covers=_soft_inside(alpha[0]) if len(alpha) else np.ones(image.shape[:2], np.float32),
        )
    ]


def _soft_inside(alpha: Floats) -> Floats:
    """Where a picture is, less within a px of its edge, so that the edge shows no steps when it is enlarged."""
    height, width = alpha.shape
    wider = np.pad(alpha, 1, mode="edge")
    around = np.mean([wider[y : y + height, x : x + width] for y in range(3) for x in range(3)], axis=0)
    return (alpha * np.clip(2 * around - 1, 0, 1)).astype(np.float32)
