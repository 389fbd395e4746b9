"""Small data sets, plans and a small package for the tests of training runs."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import Image

from core.jobs import CancellationToken, JobContext
from core.model.package import CARD_NAME, bundled_package, load_package
from core.training.dataset import LabelledDataset, LabelledImage
from core.training.events import TrainingEvent
from core.training.image_cache import TrainingImages, load_training_images
from core.training.plan import Depth, StartKind, StartPoint, TrainingPlan
from core.training.run_folder import RunFolder, prepare_run

CLASSES = ("clear", "opaque")
SIZE = 64


@dataclass(frozen=True, eq=False)
class ExampleCheck:
    """What `core.training.check` finds out, as far as runs look at it."""

    dataset: LabelledDataset
    images: TrainingImages
    groups: npt.NDArray[np.int64]
    class_counts: dict[str, int]
    unreadable: tuple[Any, ...] = ()
    duplicate_groups: tuple[tuple[int, ...], ...] = ()
    findings: tuple[Any, ...] = ()
    can_train: bool = True


@dataclass
class Listener:
    """Keeps a run's events, and does something at one of them."""

    events: list[TrainingEvent] = field(default_factory=list)
    token: CancellationToken = field(default_factory=CancellationToken)

    def __call__(self, event: TrainingEvent) -> None:
        self.events.append(event)
        self.at(event)

    def at(self, event: TrainingEvent) -> None:
        """Nothing."""

    def of(self, kind: type[Any]) -> list[Any]:
        """Events of one kind."""
        return [event for event in self.events if isinstance(event, kind)]

    @property
    def context(self) -> JobContext[TrainingEvent]:
        return JobContext(self, self.token)


def write_small_package(folder: Path) -> Path:
    """The bundled network for pictures of 64 pixels, a twelfth of the work."""
    package = bundled_package()
    folder.mkdir()
    card = json.loads((package.directory / CARD_NAME).read_text(encoding="utf-8"))
    card["input"] |= {"size": SIZE, "crop": None}
    card["golden"] = {"probabilities": {}, "tolerances": {}}
    for file in ("conformal", "feature_statistics", "feature_limits"):
        card.pop(file, None)
    (folder / CARD_NAME).write_text(json.dumps(card), encoding="utf-8")
    (folder / package.weights_path.name).symlink_to(package.weights_path)
    return folder


def write_images(folder: Path, count: int) -> Path:
    """A folder with one subfolder per class: noise, and noise with a bright square; as many of each."""
    random = np.random.default_rng(1)
    for number in range(count):
        pixels = random.integers(0, 120, (SIZE, SIZE), dtype=np.uint8)
        name = CLASSES[number % 2]
        if name == "opaque":
            pixels[20:50, 8:30] += 100
        (folder / name).mkdir(parents=True, exist_ok=True)
        Image.fromarray(pixels).save(folder / name / f"{number:02}.png")
    return folder


def check_of(folder: Path, package: Path | None = None) -> ExampleCheck:
    """Check a folder made by `write_images`; every image is a group of its own."""
    paths = sorted(folder.rglob("*.png"))
    images = tuple(
        LabelledImage(path, path.parent.name, source=f"site {number % 3}") for number, path in enumerate(paths)
    )
    dataset = LabelledDataset(folder, CLASSES, images)
    spec = (load_package(package) if package is not None else bundled_package()).card.input
    loaded, _ = load_training_images(dataset, spec)
    counts = {name: sum(image.label == name for image in images) for name in CLASSES}
    return ExampleCheck(dataset, loaded, np.arange(len(images), dtype=np.int64), counts)


def small_plan(package: Path, **changes: Any) -> TrainingPlan:
    """One fold of two epochs from the small package, without refit."""
    plan = TrainingPlan("example", CLASSES, "opaque", Depth.PARTIAL, folds=1, epochs=2, batch_size=4, refits=False)
    return replace(plan, start=StartPoint(StartKind.PACKAGE, package), device="cpu", **changes)


def prepared(path: Path, plan: TrainingPlan, check: ExampleCheck) -> RunFolder:
    """A run that can start."""
    return prepare_run(path, plan, check)  # type: ignore[arg-type]


def logits_of(run: RunFolder, folds: Sequence[int] = (0,)) -> npt.NDArray[np.float32]:
    """The held-out images' logits of finished folds."""
    found = [run.read_logits(fold) for fold in folds]
    return np.concatenate([logits for logits in found if logits is not None])
