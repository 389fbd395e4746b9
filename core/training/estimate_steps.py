"""What the parts of a run cost here, measured on noise: speed does not depend on what is shown. Imports torch."""

import time
from collections.abc import Callable
from functools import cache

import numpy as np
import numpy.typing as npt
import torch

from core.model.architecture import RESNET50_FEATURES
from core.model.input import InputSpec
from core.training.devices import choose_precision
from core.training.features import TorchFeatures, open_feature_source
from core.training.head import DEFAULT_STRENGTH, HeadTraining, Samples, one_thread
from core.training.network import build_network, input_spec_of
from core.training.optimisation import make_optimiser
from core.training.plan import StartKind, StartPoint, TrainingPlan
from core.training.step import TrainingStep

_CPU_BATCH = 8
"""Images per measured step on a processor, where the time per image hardly depends on it."""
_WARM_UP_IMAGES = 2
_CPU_STEPS = 2
_GPU_WARM_UP_STEPS = 3
_GPU_STEPS = 10
_HEAD_SAMPLES = 96
_HEADS_PER_CHOICE = 9
"""The head itself and, to choose its penalty, eight on each of three inner folds of two thirds of the samples; they
begin where their neighbours ended and take about half the rounds."""
_LONGEST_WARM_UP_S = 3.0
_ANY_WEIGHTS = StartPoint(StartKind.RANDOM)


def learning_price(plan: TrainingPlan, device: torch.device) -> float:
    """Seconds per image learnt from, at the plan's depth."""
    network = _network(plan, device)
    step = TrainingStep(
        network,
        make_optimiser(plan, network),
        _spec(plan.start),
        plan.augmentation,
        device,
        choose_precision(device),
        torch.Generator("cpu").manual_seed(0),
    )
    pixels, labels = _batch(plan, device)

    def learn(count: int) -> None:
        step.run(pixels[:count], labels[:count])

    return _price(learn, len(labels), device)


def feature_price(plan: TrainingPlan, device: torch.device) -> float:
    """Seconds per image and pass of the quick depth."""
    precision = choose_precision(device)
    if plan.start.kind is StartKind.PACKAGE:
        source = open_feature_source(plan, _spec(plan.start), device, precision)
    else:
        source = TorchFeatures(_network(plan, device), _spec(plan.start), device, precision)
    pixels, labels = _batch(plan, device)
    return _price(lambda count: source.compute(pixels[:count]), len(labels), device)


def head_price(classes: int) -> float:
    """Seconds per training sample of one head of the quick depth, with the choice of its penalty."""
    generator = np.random.default_rng(0)
    labels = np.arange(_HEAD_SAMPLES, dtype=np.int64) % classes
    features = generator.standard_normal((_HEAD_SAMPLES, RESNET50_FEATURES)).astype(np.float32)
    features[:, :classes] += 1.5 * np.eye(classes, dtype=np.float32)[labels]
    samples = Samples(features, labels, np.arange(_HEAD_SAMPLES, dtype=np.int64))
    begin = time.perf_counter()
    with one_thread():
        for _ in HeadTraining(samples, classes, DEFAULT_STRENGTH).rounds():
            pass
    return _HEADS_PER_CHOICE * (time.perf_counter() - begin) / _HEAD_SAMPLES


def _network(plan: TrainingPlan, device: torch.device) -> torch.nn.Module:
    network = build_network(plan.classes, _ANY_WEIGHTS, plan.depth)
    return network.to(device, memory_format=torch.channels_last)


def _batch(plan: TrainingPlan, device: torch.device) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.int64]]:
    count = plan.batch_size if device.type == "cuda" else min(plan.batch_size, _CPU_BATCH)
    size = _spec(plan.start).size
    pixels = np.random.default_rng(0).integers(0, 256, (count, size, size), dtype=np.uint8)
    return pixels, np.arange(count, dtype=np.int64) % len(plan.classes)


@cache
def _spec(start: StartPoint) -> InputSpec:
    return input_spec_of(start)


def _price(work: Callable[[int], object], count: int, device: torch.device) -> float:
    """Seconds per image: of the quicker of two batches on a processor, of several on a GPU.

    Both first prepare for the size of the batch: a GPU tries out its algorithms, a processor compiles its loops, which
    takes as long as a batch.
    """
    if device.type != "cuda":
        # On a very busy machine a few images have to do.
        measured = count if _seconds(work, _WARM_UP_IMAGES) < _LONGEST_WARM_UP_S else _WARM_UP_IMAGES
        work(measured)
        return min(_seconds(work, measured) for _ in range(_CPU_STEPS)) / measured
    for _ in range(_GPU_WARM_UP_STEPS):
        work(count)
    torch.cuda.synchronize(device)
    begin = time.perf_counter()
    for _ in range(_GPU_STEPS):
        work(count)
    torch.cuda.synchronize(device)
    return (time.perf_counter() - begin) / (_GPU_STEPS * count)


def _seconds(work: Callable[[int], object], count: int) -> float:
    begin = time.perf_counter()
    work(count)
    return time.perf_counter() - begin
