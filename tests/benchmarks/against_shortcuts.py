"""What training against shortcuts brings where a shortcut does not hold, and what it costs in speed. Aim: >= 0.60.

Positive images of the training half get a marker (a bright square of 6 pixels in a corner of what the network sees) and
a body texture (a faint grating outside the lungs, at frequencies that spectrum mixing leaves alone). In the reversed
half the negative images have both. A network that looks at them does worse there than chance; on the same images
without either it shows what it knows of the disease. Trained are the depths asked for, with and without, by whole runs.

The images are part of those that the bundled network was trained on: starting from it, the figures say what training
makes of the planted shortcuts, and not how good the network is.
"""

import argparse
import csv
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from measuring import describe_machine

from core.jobs import JobContext
from core.model.input import InputSpec, resize_display
from core.model.lungs import load_lung_network
from core.model.package import bundled_package
from core.training.check import check_dataset
from core.training.composites import Composer, draw_partners
from core.training.control import RunControl
from core.training.devices import choose_device, choose_precision, describe_device
from core.training.folds import Fold
from core.training.lung_maps import LungMaps, find_lungs
from core.training.metrics import probabilities_of
from core.training.network import build_network
from core.training.plan import Augmentation, Depth, StartKind, StartPoint, TrainingPlan
from core.training.roc import auc_of
from core.training.run_folder import prepare_run
from core.training.step import TrainingStep
from core.training.training_job import run_training

HERE = Path(__file__).resolve().parent
DEFAULT_DATA = HERE.parents[2] / "shared" / "data"
NEGATIVE, POSITIVE = "Non-COVID-19", "COVID-19"
SIDE = 6
"""Pixels of the marker's side."""
CORNER = 26
"""Its distance from the picture's edges: the network does not see the outer 18 pixels, and the crop takes some more."""
GRATING = 5.0
"""Grey levels of the texture's amplitude."""
PERIOD = 9.0
"""Pixels of its period: 0.11 cycles a pixel, between the frequencies that are mixed."""

Pixels = npt.NDArray[np.uint8]


@dataclass(frozen=True, eq=False)
class Planted:
    """Pictures of three kinds: learnt from, shortcut reversed, and the reversed ones as they were.

    Attributes:
        pixels: uint8 (images, size, size).
        is_positive: bool (images,).
        part: 0, 1 or 2 for each: learnt from, reversed, clean.
    """

    pixels: Pixels
    is_positive: npt.NDArray[np.bool_]
    part: npt.NDArray[np.int64]


def main() -> None:
    """Plant, train with and without, and print what comes out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA, help="folder that holds training_pool/")
    parser.add_argument("--each", type=int, default=400, help="images of each class in each half")
    parser.add_argument("--epochs", type=int, default=3, help="of the depths that have epochs")
    parser.add_argument("--depths", nargs="*", default=["quick", "partial"], choices=[*Depth], help="trained in turn")
    parser.add_argument("--start", choices=["bundled", "random"], default="bundled")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    if not (options.data / "training_pool").is_dir():
        print(f"skipped: there is no training_pool in {options.data}")
        return
    print(describe_machine())
    spec = bundled_package().card.input
    print(f"throughput with / without, full depth: {throughput_ratio(spec):.2f} (aim >= 0.60)", flush=True)
    planted = plant(options.data, options.each, spec, options.seed)
    with tempfile.TemporaryDirectory() as name:
        write_images(planted, Path(name) / "images")
        for depth in options.depths:
            for against in (False, True):
                measure(planted, Path(name), chosen_plan(options, Depth(depth), against))


def chosen_plan(options: argparse.Namespace, depth: Depth, against: bool) -> TrainingPlan:
    """One fold, which holds out what is measured on."""
    start = StartPoint(StartKind.RANDOM if options.start == "random" else StartKind.PACKAGE)
    plan = TrainingPlan("shortcuts", (NEGATIVE, POSITIVE), POSITIVE, depth, start=start, seed=options.seed)
    return replace(plan, folds=1, epochs=options.epochs, refits=False, against_shortcuts=against)


def plant(data: Path, each: int, spec: InputSpec, seed: int) -> Planted:
    """Draw images of both classes from training_pool and plant the shortcut in them."""
    from PIL import Image

    random = np.random.default_rng(seed)
    drawn = {}
    for name in (NEGATIVE, POSITIVE):
        paths = sorted((data / "training_pool" / name).iterdir())
        chosen = random.permutation(len(paths))[: 2 * each]
        greys = (np.asarray(Image.open(paths[number]).convert("L")) for number in chosen)
        drawn[name] = np.stack([resize_display(grey, spec) for grey in greys])
    half = {part: slice(part * each, (part + 1) * each) for part in (0, 1)}
    clean = {(name, part): pixels[half[part]] for name, pixels in drawn.items() for part in (0, 1)}
    network = load_lung_network()
    bearing = [(POSITIVE, 0), (NEGATIVE, 1)]
    pieces = []
    for part in (0, 1, 2):
        for name in (NEGATIVE, POSITIVE):
            pictures = clean[name, min(part, 1)]
            if (name, part) in bearing:
                pictures = with_shortcuts(pictures, find_lungs(pictures, network))
            pieces.append((pictures, name == POSITIVE, part))
    return Planted(
        np.concatenate([pictures for pictures, _, _ in pieces]),
        np.repeat([positive for _, positive, _ in pieces], each),
        np.repeat([part for _, _, part in pieces], each),
    )


def with_shortcuts(pictures: Pixels, lungs: LungMaps) -> Pixels:
    """The marker in a corner, and the grating outside the lungs."""
    rows, columns = np.mgrid[0 : lungs.size, 0 : lungs.size]
    grating = GRATING * np.sin(2 * np.pi * (rows + columns) / (PERIOD * np.sqrt(2)))
    outside = ~lungs.masks(np.arange(len(pictures), dtype=np.int64))
    marked = np.rint(np.clip(pictures + grating * outside, 0, 255)).astype(np.uint8)
    marked[:, CORNER : CORNER + SIDE, CORNER : CORNER + SIDE] = 255
    return marked


def write_images(planted: Planted, folder: Path) -> None:
    """As PNG files with an index, in an order that sorts as they are numbered."""
    from PIL import Image

    folder.mkdir()
    with (folder / "index.csv").open("w", newline="", encoding="utf-8") as file:
        index = csv.writer(file)
        index.writerow(("file", "label"))
        for number, (picture, positive) in enumerate(zip(planted.pixels, planted.is_positive, strict=True)):
            Image.fromarray(picture).save(folder / f"{number:05}.png")
            index.writerow((f"{number:05}.png", POSITIVE if positive else NEGATIVE))


def measure(planted: Planted, folder: Path, plan: TrainingPlan) -> None:
    """Train and print what the network makes of the held-out halves."""
    check = check_dataset(folder / "images", bundled_package().card.input, folder / "pictures")
    numbers = np.array([int(image.path.stem) for image in check.dataset.images])
    part, positive = planted.part[numbers], planted.is_positive[numbers]
    run = prepare_run(folder / f"{plan.depth}_{plan.against_shortcuts}", plan, check)
    held_out = np.flatnonzero(part > 0)
    run.write_folds((Fold(0, np.flatnonzero(part == 0), held_out),))
    run_training(run, RunControl(), JobContext())
    logits = run.read_logits(0)
    if logits is None:
        raise SystemExit("the run has no predictions")
    probabilities = probabilities_of(logits)[:, plan.classes.index(POSITIVE)]
    kinds, truth = part[held_out], positive[held_out]
    aucs = [auc_of(truth[kinds == kind], probabilities[kinds == kind]) for kind in (1, 2)]
    words = "against shortcuts" if plan.against_shortcuts else "as usual"
    print(
        f"{plan.depth} depth from {plan.start.kind}, {words:17}: AUC {aucs[0]:.3f} with the shortcut reversed,"
        f" {aucs[1]:.3f} on the same images without it",
        flush=True,
    )


def throughput_ratio(spec: InputSpec, batch: int = 16, rounds: int = 3) -> float:
    """Speed of the full depth with composites over that without, measured in turns on noise."""
    device = choose_device("auto")
    precision = choose_precision(device)
    print(f"{describe_device(device)}, {precision}, batch {batch}")
    random = np.random.default_rng(0)
    pixels = random.integers(0, 256, (4 * batch, spec.size, spec.size), dtype=np.uint8)
    resident = torch.from_numpy(pixels).to(device)
    mask = np.zeros((spec.size, spec.size), dtype=bool)
    mask[spec.size // 5 : 4 * spec.size // 5, spec.size // 6 : 5 * spec.size // 6] = True
    box = np.array([spec.size // 5, spec.size // 6, 4 * spec.size // 5, 5 * spec.size // 6])
    count = len(pixels)
    lungs = LungMaps(
        spec.size,
        np.repeat(np.packbits(mask)[None], count, axis=0),
        np.repeat(box[None], count, axis=0),
        np.ones(count, dtype=np.bool_),
        np.zeros(count, dtype=np.float32),
    )
    composer = Composer(lambda numbers: resident[torch.from_numpy(numbers).to(device)], lungs, spec)
    network: Any = build_network((NEGATIVE, POSITIVE), StartPoint(StartKind.RANDOM), Depth.FULL)
    network = network.to(device, memory_format=torch.channels_last)
    optimiser = torch.optim.Adam(network.parameters(), lr=3e-4, fused=True)
    generator = torch.Generator().manual_seed(0)
    step = TrainingStep(network, optimiser, spec, Augmentation(), device, precision, generator)
    numbers, everything = np.arange(batch, dtype=np.int64), np.arange(count, dtype=np.int64)
    labels = numbers % 2

    def plain() -> None:
        step.run(resident[:batch], labels)

    def against() -> None:
        step.run(composer.compose(draw_partners(numbers, everything, lungs, random)), labels)

    plain()
    against()
    # Of processor time where there is no GPU: other programs change it less than the wall's.
    clock = time.process_time if device.type == "cpu" else time.perf_counter
    taken: dict[Callable[[], None], list[float]] = {plain: [], against: []}
    for _ in range(rounds):
        for work, seconds in taken.items():
            begin = clock()
            work()
            seconds.append(clock() - begin)
    return statistics.median(taken[plain]) / statistics.median(taken[against])


if __name__ == "__main__":
    main()
