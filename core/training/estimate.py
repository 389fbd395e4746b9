"""How long training would take, measured on this machine before it starts. Torch is imported in a child process."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from core.jobs import JobContext
from core.training.child import require_torch, run_in_child
from core.training.control import RunControl
from core.training.lungs_probe import MOST_PROBED
from core.training.plan import Depth, Recipe, StartKind, TrainingPlan
from core.training.recipes import COMPOSITES_EACH, epochs_of
from core.training.time_left import FitSize, Part, TimeLeft
from core.training.validate import fold_count

LONGEST_COMFORTABLE_S = 2 * 3600.0
"""What a person starts in a break and finds finished after it."""

_BYTES_PER_SECOND = 200e6
"""A disk's writing speed, carefully: checkpoints hold the weights and, where they learn, two moments of Adam each."""
_PASSES_PROBED = 3.5
"""Forward passes that a held-out image costs afterwards: lungs hidden, lungs alone, for some the activation map, and
the lung network, about as much as one."""
_PARAMETERS = {Depth.QUICK: 4_100, Depth.PARTIAL: 14_970_000, Depth.FULL: 23_510_000}
"""How many learn. Source: counted in torchvision's ResNet-50."""


@dataclass(frozen=True)
class RunEstimate:
    """How long a run would take here.

    Attributes:
        seconds: Of the whole run, per depth that the plan allows: all folds, the refit, the features.
        recommended: The depth to choose; see `recommended_depth`.
        device: What was measured, in words.
    """

    seconds: Mapping[Depth, float]
    recommended: Depth
    device: str = ""


def estimate_run(plan: TrainingPlan, image_count: int, context: JobContext[Any] | None = None) -> RunEstimate:
    """Measure how long each depth would take, with a few real steps of each; takes about ten seconds on a processor.

    It runs in a child process, as the training itself does, so the window's process never imports torch.

    Args:
        plan: What is planned; its depth does not matter.
        image_count: Images in all.
        context: May ask to stop.

    Raises:
        JobCancelledError: The context asked to stop.
        DeviceUnavailableError: The plan's device does not work here.
        DeviceOutOfMemoryError: Not even one image fits.
        TrainingUnavailableError: PyTorch is not installed.
        TrainingProcessError: The measuring process died.
    """
    require_torch()
    token = context.token if context is not None else JobContext[Any]().token
    measured: Any = run_in_child(_measure, (plan,), RunControl(), JobContext(token=token))
    return extrapolate(plan, image_count, measured)


@dataclass(frozen=True)
class Prices:
    """What was measured.

    Attributes:
        device: On what.
        feature: Seconds per image of the quick depth.
        head: Seconds per training sample of one head, the choice of its penalty included.
        learning: Seconds per image learnt from, per other depth.
    """

    device: str
    feature: float
    head: float
    learning: Mapping[Depth, float]


def extrapolate(plan: TrainingPlan, image_count: int, prices: Prices) -> RunEstimate:
    """From the prices of steps to the time of whole runs.

    Args:
        plan: What is planned.
        image_count: Images in all.
        prices: From the measurement.
    """
    seconds = {depth: _seconds(replace(plan, depth=depth), image_count, prices) for depth in allowed_depths(plan)}
    return RunEstimate(seconds, recommended_depth(seconds), prices.device)


def allowed_depths(plan: TrainingPlan) -> tuple[Depth, ...]:
    """The depths that a plan's start and recipe allow: random weights must learn everywhere."""
    needs_full = plan.start.kind is StartKind.RANDOM or plan.recipe is Recipe.PRETRAIN
    return (Depth.FULL,) if needs_full else (Depth.QUICK, Depth.PARTIAL, Depth.FULL)


def recommended_depth(seconds: Mapping[Depth, float]) -> Depth:
    """The deepest training that takes two hours at most; where none does, the shortest.

    The deeper, the better a network can fit images unlike those it knows, and cross-validation tells whether it did;
    beyond two hours the machine is not free for the clinic's work, and the quick depth answers at once.

    Args:
        seconds: Time of the whole run, per depth.
    """
    for depth in (Depth.FULL, Depth.PARTIAL, Depth.QUICK):
        if depth in seconds and seconds[depth] <= LONGEST_COMFORTABLE_S:
            return depth
    return min(seconds, key=lambda depth: seconds[depth])


def _seconds(plan: TrainingPlan, image_count: int, prices: Prices) -> float:
    folds = fold_count(plan)
    sizes = [round(image_count * (folds - 1) / folds)] * plan.folds
    refit = [image_count] if plan.refits else []
    held_out = sum(image_count - size for size in sizes)
    probed = min(1.0, MOST_PROBED / max(1, held_out))
    if plan.depth is Depth.QUICK:
        # Composites are made beside the images' own features, and learnt from in their place.
        variants = COMPOSITES_EACH if plan.against_shortcuts else 0
        passes = image_count * (1 + variants) + held_out * probed * _PASSES_PROBED
        return passes * prices.feature + sum(sizes + refit) * max(1, variants) * prices.head
    fits = [
        FitSize(size, image_count - size, epochs_of(plan), round(probed * (image_count - size)))
        for size in sizes + refit
    ]
    saving = (_PARAMETERS[Depth.FULL] + 2 * _PARAMETERS[plan.depth]) * 4 / _BYTES_PER_SECOND
    known = {
        Part.LEARNING: prices.learning[plan.depth],
        # Looking is the forward pass alone, a third of learning everywhere.
        Part.LOOKING: prices.learning[Depth.FULL] / 3,
        Part.PROBING: _PASSES_PROBED * prices.learning[Depth.FULL] / 3,
        Part.SAVING: saving,
    }
    return TimeLeft(fits, known).seconds_left(0, 0) or 0.0


def _measure(plan: TrainingPlan, control: RunControl, context: JobContext[Any]) -> Prices:  # noqa: ARG001
    """Run a few steps of everything. In the child process."""
    from core.training.devices import choose_device, describe_device
    from core.training.estimate_steps import feature_price, head_price, learning_price

    device = choose_device(plan.device)
    depths = allowed_depths(plan)
    learning: dict[Depth, float] = {}
    for depth in depths:
        if depth is not Depth.QUICK:
            context.raise_if_cancelled()
            learning[depth] = learning_price(replace(plan, depth=depth), device)
    feature = head = 0.0
    if Depth.QUICK in depths:
        context.raise_if_cancelled()
        feature, head = feature_price(plan, device), head_price(len(plan.classes))
    return Prices(describe_device(device), feature, head, learning)
