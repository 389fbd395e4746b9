"""Full-depth training, end to end with random changes, against a plain torchvision loop. Aim on a processor: 2.5 times.

The reference is written as torchvision's references/classification: an ImageFolder that decodes JPEGs, v2 transforms
on PIL images, a DataLoader with workers, float32, Adam. Hilum reads its uint8 cache, as it does from the second epoch
on. Both take the same network, batches and kinds of random changes, in turns. On a processor without bfloat16 in
hardware the aim is 1.0; on a GPU images a second count.
"""

import argparse
import multiprocessing
import os
import shutil
import statistics
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path
from time import perf_counter
from typing import Any, NamedTuple

import numpy as np
import torch
from measuring import describe_machine, radiograph_jpegs
from torchvision.datasets import ImageFolder
from torchvision.models import resnet50
from torchvision.transforms import v2

from core.model.input import resize_display
from core.model.precision import Precision
from core.training.devices import choose_device, choose_precision, describe_device
from core.training.network import build_network, input_spec_of
from core.training.plan import PAPER_LEARNING_RATE, Augmentation, Depth, StartKind, StartPoint
from core.training.step import TrainingStep

CLASSES = ("Non-COVID-19", "COVID-19")
WORKERS = 2
START = StartPoint(StartKind.RANDOM)


def main() -> None:
    """Measure both loops in turns and print images per second."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="folder that holds paper_protocol/; default: copies of one scan")
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--batches", type=int, default=2, help="of each loop per round")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--device", default="auto")
    options = parser.parse_args()
    device = choose_device(options.device)
    precision = choose_precision(device)
    with tempfile.TemporaryDirectory() as name:
        folder = _class_folders(options.data, options.batch * (options.batches + 1), Path(name))
        given = (folder, options.batch, options.batches, device)
        with _process(reference_loop, *given) as reference, _process(hilum_loop, *given) as hilum:
            rounds = [_measure(number, reference, hilum) for number in range(1, options.rounds + 1)]
    aim = 2.5 if precision is not Precision.FLOAT32 else 1.0
    print(describe_machine())
    print(f"{describe_device(device)}, batch {options.batch}, {options.rounds} rounds of {options.batches} batches")
    for words, speeds in zip(("torchvision, float32", f"Hilum, {precision}"), zip(*rounds, strict=True), strict=True):
        rate, busy = (statistics.median(values) for values in zip(*speeds, strict=True))
        best = max(speed.images_per_second for speed in speeds)
        print(f"{words:<22} median {rate:7.1f} images/s, best {best:7.1f}, {busy:6.3f} s of processor time per image")
    ratio = statistics.median(ours.images_per_second / theirs.images_per_second for theirs, ours in rounds)
    busy_ratio = statistics.median(theirs.busy_s / ours.busy_s for theirs, ours in rounds)
    print(f"median ratio {ratio:.2f} (aim >= {aim}); of processor time {busy_ratio:.2f}")


class Speed(NamedTuple):
    """How fast a loop is.

    Attributes:
        images_per_second: By the wall clock, without the first batch.
        busy_s: Processor time per image, workers included, which other programs change less.
    """

    images_per_second: float
    busy_s: float


Loop = Callable[[], Iterator[None]]
"""An epoch: yields after every batch."""
MakeLoop = Callable[[Path, int, torch.device], Loop]
"""Images in two folders, batch size, device."""


def _class_folders(data: Path | None, count: int, folder: Path) -> Path:
    """As many JPEGs in two classes."""
    paths = radiograph_jpegs(data, count, folder)
    for number in range(count):
        target = folder / "classes" / CLASSES[number % 2] / f"{number:05}.jpg"
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(paths[number % len(paths)], target)
    return folder / "classes"


def reference_loop(folder: Path, batch: int, device: torch.device) -> Loop:
    """The plain torchvision loop."""
    changes = v2.Compose(
        [
            v2.Grayscale(3),
            v2.Resize((224, 224)),
            v2.RandomHorizontalFlip(),
            v2.RandomAffine(10, scale=(0.9, 1.1)),
            v2.RandomResizedCrop(224, scale=(0.81, 1.0)),
            v2.ColorJitter(brightness=0.1, contrast=0.1),
            v2.ToImage(),
            v2.ToDtype(torch.float32, scale=True),
            v2.GaussianNoise(sigma=0.015),
            v2.Normalize([0.5] * 3, [0.25] * 3),
            v2.RandomErasing(p=1.0, scale=(0.02, 0.1)),
        ]
    )
    images = ImageFolder(str(folder), changes)
    network = resnet50(weights=None, num_classes=len(CLASSES)).to(device).train()
    criterion = torch.nn.CrossEntropyLoss()
    optimizer = torch.optim.Adam(network.parameters(), lr=PAPER_LEARNING_RATE)

    def epoch() -> Iterator[None]:
        loader = torch.utils.data.DataLoader(
            images, batch, shuffle=True, num_workers=WORKERS, pin_memory=device.type == "cuda", drop_last=True
        )
        for pictures, labels in loader:
            pictures, labels = pictures.to(device, non_blocking=True), labels.to(device, non_blocking=True)
            loss = criterion(network(pictures), labels)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            loss.item()
            yield

    return epoch


def hilum_loop(folder: Path, batch: int, device: torch.device) -> Loop:
    """Hilum's step on pictures that were decoded before."""
    from PIL import Image

    spec = input_spec_of(START)
    paths = [path for name in CLASSES for path in sorted((folder / name).iterdir())]
    pixels = np.stack([resize_display(np.asarray(Image.open(path).convert("L")), spec) for path in paths])
    labels = np.array([CLASSES.index(path.parent.name) for path in paths])
    network: Any = build_network(CLASSES, START, Depth.FULL).to(device, memory_format=torch.channels_last)
    optimiser = torch.optim.Adam(network.parameters(), lr=PAPER_LEARNING_RATE, fused=True)
    generator = torch.Generator().manual_seed(0)
    precision = choose_precision(device)
    step = TrainingStep(network, optimiser, spec, Augmentation(), device, precision, generator)

    def epoch() -> Iterator[None]:
        order = np.random.default_rng(0).permutation(len(pixels))
        for start in range(0, len(order) - batch + 1, batch):
            chosen = order[start : start + batch]
            step.run(pixels[chosen], labels[chosen])
            yield

    return epoch


@contextmanager
def _process(make: MakeLoop, folder: Path, batch: int, batches: int, device: torch.device) -> Iterator[Connection]:
    """A loop in a process of its own: Hilum changes how its process keeps memory, which would help the reference."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, make, folder, batch, batches, device))
    process.start()
    theirs.close()
    try:
        yield ours
    finally:
        ours.close()
        process.join()


def _measure(number: int, reference: Connection, hilum: Connection) -> tuple[Speed, Speed]:
    theirs, ours = _ask(reference), _ask(hilum)
    ratio = ours.images_per_second / theirs.images_per_second
    speeds = f"{theirs.images_per_second:.1f} and {ours.images_per_second:.1f} images/s"
    print(f"round {number}: {speeds}, ratio {ratio:.2f}", flush=True)
    return theirs, ours


def _ask(process: Connection) -> Speed:
    process.send("go")
    return Speed(*process.recv())


def _serve(orders: Connection, make: MakeLoop, folder: Path, batch: int, batches: int, device: torch.device) -> None:
    loop = make(folder, batch, device)
    while True:
        try:
            orders.recv()
        except EOFError:
            return
        orders.send(_speed(loop, batches, batch))


def _speed(loop: Loop, batches: int, batch: int) -> Speed:
    """Speed after the first batch, which waits for workers to start and memory to be had."""
    busy = _busy_s()
    steps = loop()
    next(steps)
    started = perf_counter()
    for _ in range(batches):
        next(steps)
    elapsed = perf_counter() - started
    for _ in steps:
        pass
    return Speed(batches * batch / elapsed, (_busy_s() - busy) / ((batches + 1) * batch))


def _busy_s() -> float:
    """Processor time of this process and of those that it started and that ended."""
    return sum(os.times()[:4])


if __name__ == "__main__":
    main()
