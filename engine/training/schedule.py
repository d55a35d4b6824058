"""How the learning rate of a run goes up and down."""

from __future__ import annotations

import math

from engine.training.recipe import OptimiserRecipe


def schedule(step: int, plan: OptimiserRecipe) -> float:
    """Share of the learning rate at a step: linear warm-up, then the recipe's schedule."""
    if step < plan.warmup_steps:
        return (step + 1) / plan.warmup_steps
    if plan.schedule == "step":
        return 0.5 ** sum(step >= drop for drop in plan.drop_at)
    if plan.schedule == "exponential":
        return 0.99 ** (step // plan.epoch_steps)
    if plan.schedule == "constant":
        return 1.0
    if plan.schedule == "plateau":
        return min(1.0, (plan.steps - step) / max(1, plan.decay_steps))
    done = (step - plan.warmup_steps) / max(1, plan.steps - plan.warmup_steps)
    return 0.5 * (1 + math.cos(math.pi * done))
