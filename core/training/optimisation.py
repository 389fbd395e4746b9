"""What moves the weights: optimiser, schedule and averaging, as plan and recipe say. Imports torch."""

from typing import Any

import torch
from torch.optim.swa_utils import AveragedModel

from core.training.plan import TrainingPlan
from core.training.recipes import settings_of


def make_optimiser(plan: TrainingPlan, network: torch.nn.Module) -> torch.optim.Optimizer:
    """Adam, or AdamW where weights decay; for the parameters that learn.

    Args:
        plan: Learning rate and decay.
        network: On its device.
    """
    parameters = [parameter for parameter in network.parameters() if parameter.requires_grad]
    # Fused: one pass over the memory instead of a dozen per parameter.
    if plan.weight_decay > 0 or settings_of(plan).decoupled_decay:
        return torch.optim.AdamW(parameters, lr=plan.learning_rate, weight_decay=plan.weight_decay, fused=True)
    return torch.optim.Adam(parameters, lr=plan.learning_rate, fused=True)


def make_schedule(plan: TrainingPlan, optimiser: torch.optim.Optimizer, steps: int) -> Any:
    """The learning rate's course: one rise and fall for recipes that say so, None for a constant rate.

    Args:
        plan: Its learning rate is the highest.
        optimiser: What it sets.
        steps: Of the whole fit.

    Source: Smith and Topin 2019, "Super-convergence"; torch's OneCycleLR with its defaults.
    """
    if not settings_of(plan).one_cycle:
        return None
    # Momentum is left alone: Adam's first moment plays another part than the momentum that the paper cycles.
    return torch.optim.lr_scheduler.OneCycleLR(
        optimiser, max_lr=plan.learning_rate, total_steps=max(2, steps + 1), cycle_momentum=False
    )


def make_average(plan: TrainingPlan, network: torch.nn.Module) -> Any:
    """The exponential moving average of the weights and statistics, None where the recipe has none.

    Early on it follows faster, decay (1 + n) / (10 + n) after n steps, or the random start would still be in it at
    the end of a short run.

    Args:
        plan: Names the recipe.
        network: On its device.
    """
    decay = settings_of(plan).averaging
    if decay is None:
        return None
    average = AveragedModel(network, use_buffers=True)

    def follow(averaged: Any, current: Any, _: Any) -> None:
        # The counter that is given lies on the GPU, and reading it there would wait for the GPU.
        steps = int(average.n_averaged)
        share = 1 - min(decay, (1 + steps) / (10 + steps))
        with torch.no_grad():
            for mean, value in zip(averaged, current, strict=True):
                if mean.is_floating_point():
                    mean.lerp_(value, share)
                else:
                    mean.copy_(value)

    average.multi_avg_fn = follow
    return average
