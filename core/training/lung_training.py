"""Training the network that draws lung fields and opacities. Importing this module imports torch.

Source: the bundled lung network's card: binary cross-entropy on outlines, normal scans as opacity-free negatives,
strong geometric and photometric augmentation.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch.nn import functional

from core.errors import TrainingDivergedError
from core.jobs import JobContext, Progress
from core.model.input import InputSpec
from core.model.lung_card import LUNG_MAP, MAPS, OPACITY_MAP
from core.model.lungs import finding_of
from core.model.precision import Precision
from core.model.torch_unet import UNet
from core.training.augmentation import RandomVariations
from core.training.device_input import DeviceInput
from core.training.devices import AUTOCAST, choose_device, choose_precision, describe_device
from core.training.lung_outlines import Outlines
from core.training.plan import Augmentation, Variation

Indices = npt.NDArray[np.int64]

USUAL_STEPS = 4000
"""As the bundled lung network's card has it."""
BATCH_SIZE = 16
LEARNING_RATE = 2e-3
WEIGHT_DECAY = 1e-2
HELD_OUT_SHARE = 0.2
NEGATIVE_SHARE = 0.25
"""Share of each batch that are negatives."""
_OFF = Variation(False, 0.0)
SHAPES = Augmentation(
    reflection=Variation(True, 0.5),
    rotation=Variation(True, 20.0),
    scaling=Variation(True, 0.25),
    aspect=Variation(True, 0.2),
    shift=Variation(True, 0.1),
    crop=Variation(True, 0.2),
    erasing=_OFF,
    noise=_OFF,
    brightness=_OFF,
    contrast=_OFF,
)
"""What moves picture and outlines alike."""
GREYS = Augmentation(
    reflection=_OFF,
    rotation=_OFF,
    scaling=_OFF,
    crop=_OFF,
    erasing=_OFF,
    noise=Variation(True, 0.08),
    brightness=Variation(True, 0.2),
    contrast=Variation(True, 0.3),
    gamma=Variation(True, 0.6),
    blur=Variation(True, 1.5),
)
"""What changes the picture only."""
_IMAGES_PER_PASS = 16
_REPORT_EVERY_S = 0.2


@dataclass(frozen=True)
class LungSettings:
    """How the lung network is trained.

    Attributes:
        steps: Batches learnt from, >= 1.
        batch_size: Images in each, >= 2.
        device: `auto`, `cpu` or `cuda`.
        seed: Of everything random.
    """

    steps: int = USUAL_STEPS
    batch_size: int = BATCH_SIZE
    device: str = "auto"
    seed: int = 0


@dataclass(frozen=True)
class LungFigures:
    """How the network does on images that it has not learnt from; NaN where there are none.

    Attributes:
        dice_lungs: Overlap of drawn and outlined lungs over all held-out pixels (Dice), 0..1.
        dice_opacities: The same of opacities, in outlined images.
        normal_extent: Mean opacity extent of held-out negatives, 0..1; best is 0.
        outlined: Held-out images with outlines.
        negatives: Held-out negatives.
    """

    dice_lungs: float
    dice_opacities: float
    normal_extent: float
    outlined: int
    negatives: int


@dataclass(frozen=True, eq=False)
class TrainedLungs:
    """What came out.

    Attributes:
        tensors: float16 arrays by name, as a package holds them.
        figures: Of these very tensors, on held-out images.
        training: Images learnt from: outlined, and negatives.
        loss: Mean of the last tenth of the steps.
        device: Where it was trained, and in which arithmetic, in words.
    """

    tensors: dict[str, npt.NDArray[np.float16]]
    figures: LungFigures
    training: tuple[int, int]
    loss: float
    device: str


def train_lungs(
    outlines: Outlines, spec: InputSpec, settings: LungSettings, context: JobContext[Progress] | None = None
) -> TrainedLungs:
    """Train a lung network from random weights.

    Args:
        outlines: Outlined radiographs and negatives; a fifth of either is held out.
        spec: Input of the network; its size divides by 16.
        settings: How.
        context: Told the steps; may ask to stop.

    Raises:
        JobCancelledError: The context asked to stop.
        DeviceUnavailableError: CUDA was asked for and does not work here.
        TrainingDivergedError: The loss is not a number.
    """
    job = context if context is not None else JobContext[Progress]()
    device = choose_device(settings.device)
    precision = choose_precision(device)
    training, held_out = split_outlines(outlines, settings.seed)
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(settings.seed)
        network = UNet(MAPS).to(device, memory_format=torch.channels_last)
    loss = _learn(network, outlines, training, spec, settings, precision, job)
    tensors = _halved(network)
    network.load_state_dict({name: torch.from_numpy(values) for name, values in tensors.items()}, strict=False)
    figures = judge_lungs(network, outlines.part(held_out), spec, precision)
    counts = int(np.count_nonzero(training < outlines.outlined)), int(np.count_nonzero(training >= outlines.outlined))
    return TrainedLungs(tensors, figures, counts, loss, f"{describe_device(device)}, {precision}")


def split_outlines(outlines: Outlines, seed: int) -> tuple[Indices, Indices]:
    """Numbers of the images that are learnt from and of those that are held out, a fifth of either kind.

    Args:
        outlines: The images.
        seed: Of the draw.
    """
    random = np.random.default_rng(seed)
    kinds = np.arange(outlines.outlined), np.arange(outlines.outlined, len(outlines.pixels))
    mixed = [random.permutation(kind).astype(np.int64) for kind in kinds]
    cuts = [round(len(kind) * HELD_OUT_SHARE) for kind in mixed]
    held_out = np.concatenate([kind[:cut] for kind, cut in zip(mixed, cuts, strict=True)])
    return np.concatenate([kind[cut:] for kind, cut in zip(mixed, cuts, strict=True)]), held_out


@torch.no_grad()  # type: ignore[untyped-decorator, unused-ignore] # torch is not typed here
def judge_lungs(network: Any, outlines: Outlines, spec: InputSpec, precision: Precision) -> LungFigures:
    """How well a network draws.

    Args:
        network: The network, on its device.
        outlines: Images that it has not learnt from.
        spec: Its input.
        precision: Arithmetic of the forward pass.
    """
    device = next(network.parameters()).device
    prepare = DeviceInput(spec)
    network.eval()
    shared, either, extents = np.zeros(MAPS), np.zeros(MAPS), []
    for start in range(0, len(outlines.pixels), _IMAGES_PER_PASS):
        part = slice(start, start + _IMAGES_PER_PASS)
        grey = torch.from_numpy(np.ascontiguousarray(outlines.pixels[part])).to(device)[:, None]
        with _autocast(device, precision):
            logits = network(prepare.one_channel(grey)).float().cpu().numpy()
        for number, maps in enumerate(logits, start=start):
            if number >= outlines.outlined:
                extents.append(finding_of(maps).opacity_extent)
                continue
            known = outlines.is_drawn[number][:, None, None]
            drawn, truth = (maps > 0) & known, outlines.masks[number] & known
            shared += (drawn & truth).sum(axis=(1, 2))
            either += drawn.sum(axis=(1, 2)) + truth.sum(axis=(1, 2))
    # Source: Dice 1945; of all pixels together, so that images without opacities count by what is drawn wrongly.
    dice = [float(2 * both / total) if total else float("nan") for both, total in zip(shared, either, strict=True)]
    normal = float(np.mean(extents)) if extents else float("nan")
    return LungFigures(dice[LUNG_MAP], dice[OPACITY_MAP], normal, outlines.outlined, len(extents))


def _learn(
    network: Any,
    outlines: Outlines,
    training: Indices,
    spec: InputSpec,
    settings: LungSettings,
    precision: Precision,
    job: JobContext[Progress],
) -> float:
    """Take all steps; returns the mean loss of the last tenth."""
    device = next(network.parameters()).device
    optimiser = torch.optim.AdamW(network.parameters(), lr=LEARNING_RATE, weight_decay=WEIGHT_DECAY, fused=True)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, max_lr=LEARNING_RATE, total_steps=settings.steps + 1, cycle_momentum=False
    )
    scaler = torch.amp.GradScaler(device.type, enabled=precision is Precision.FLOAT16)
    varied = _Varied(outlines, spec, device, settings.seed)
    losses: list[float] = []
    reported = time.monotonic()
    network.train()
    for step, batch in enumerate(_batches(outlines, training, settings), start=1):
        job.raise_if_cancelled()
        images, targets, known = varied.batch(batch)
        with _autocast(device, precision):
            logits = network(images)
        loss = _cross_entropy(logits.float(), targets, known)
        optimiser.zero_grad(set_to_none=True)
        scaler.scale(loss).backward()
        scaler.step(optimiser)
        scaler.update()
        schedule.step()
        losses.append(float(loss.detach()))
        if not np.isfinite(losses[-1]):
            raise TrainingDivergedError(0)
        if time.monotonic() - reported > _REPORT_EVERY_S or step == settings.steps:
            job.report(Progress(step, settings.steps))
            reported = time.monotonic()
    return float(np.mean(losses[-max(1, len(losses) // 10) :]))


def _cross_entropy(logits: Any, targets: Any, known: Any) -> Any:
    """Binary cross-entropy, the mean over known masks only."""
    each = functional.binary_cross_entropy_with_logits(logits, targets, reduction="none").mean(dim=(2, 3))
    return (each * known).sum() / known.sum().clamp(min=1)


def _batches(outlines: Outlines, training: Indices, settings: LungSettings) -> Iterator[Indices]:
    """Numbers of each step's images: outlined ones in random order, again and again, and negatives among them."""
    random = np.random.default_rng(settings.seed)
    outlined, negatives = training[training < outlines.outlined], training[training >= outlines.outlined]
    negative_count = round(settings.batch_size * NEGATIVE_SHARE) if len(negatives) else 0
    decks = _endless(outlined, random), _endless(negatives, random)
    for _ in range(settings.steps):
        numbers = [next(decks[0]) for _ in range(settings.batch_size - negative_count)]
        yield np.array([*numbers, *(next(decks[1]) for _ in range(negative_count))], dtype=np.int64)


def _endless(numbers: Indices, random: np.random.Generator) -> Iterator[int]:
    while True:
        yield from random.permutation(numbers).tolist()


class _Varied:
    """Batches with random changes: picture and outlines moved alike, greys changed in the picture only."""

    def __init__(self, outlines: Outlines, spec: InputSpec, device: torch.device, seed: int) -> None:
        self._outlines = outlines
        self._device = device
        self._shapes, self._greys = RandomVariations(SHAPES), RandomVariations(GREYS)
        self._prepare = DeviceInput(spec)
        self._generator = torch.Generator("cpu").manual_seed(seed)

    @torch.no_grad()  # type: ignore[untyped-decorator, unused-ignore] # torch is not typed here
    def batch(self, numbers: Indices) -> tuple[Any, Any, Any]:
        """Network input (n, 1, size, size), targets (n, 2, size, size) and which of these are known (n, 2)."""
        outlines = self._outlines
        grey = torch.from_numpy(outlines.pixels[numbers]).to(self._device)[:, None].float() / 255
        masks = torch.from_numpy(outlines.masks[numbers]).to(self._device).float()
        known = torch.from_numpy(outlines.is_drawn[numbers]).to(self._device).float()
        moved = self._shapes(torch.cat([grey, masks], dim=1), self._generator)
        picture = self._greys(moved[:, :1], self._generator)
        return self._prepare.one_channel(picture), (moved[:, 1:] > 0.5).float(), known


def _halved(network: Any) -> dict[str, npt.NDArray[np.float16]]:
    """The tensors in half precision, as the bundled ones; without batch counters, which evaluation does not use."""
    return {
        name: tensor.detach().float().cpu().numpy().astype(np.float16)
        for name, tensor in network.state_dict().items()
        if not name.endswith("num_batches_tracked")
    }


def _autocast(device: torch.device, precision: Precision) -> Any:
    wanted = AUTOCAST.get(precision)
    return torch.autocast(device.type, dtype=wanted, enabled=wanted is not None)
