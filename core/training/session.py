"""What every part of a training run needs at hand. Imports torch."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
import torch

from core.jobs import JobContext
from core.model.input import InputSpec
from core.model.precision import Precision
from core.training.control import RunControl
from core.training.distributed import Team
from core.training.events import TrainingEvent
from core.training.features import FeatureSource
from core.training.folds import Fold
from core.training.image_cache import TrainingImages
from core.training.lung_maps import VISIBLE_EXTENT, LungMaps
from core.training.lungs_probe import images_to_probe
from core.training.plan import TrainingPlan
from core.training.recipes import RecipeSettings, epochs_of, settings_of
from core.training.run_folder import RunFolder
from core.training.time_left import FitSize, TimeLeft

Indices = npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class FitTask:
    """One network to be trained.

    Attributes:
        fold: Which fold holds images out, None for the refit on all.
        training: int64 (k,) images learnt from.
        validation: int64 (m,) images held out; none in the refit.
        position: Which of the run's fits this is, from 0.
    """

    fold: int | None
    training: Indices
    validation: Indices
    position: int


@dataclass(frozen=True, eq=False)
class Session:
    """A run under way.

    Attributes:
        run: Its folder.
        images: Its images.
        folds: How they are split.
        spec: What is done to a picture before the network.
        device: Where it trains.
        precision: Arithmetic of the forward and backward pass.
        control: Pauses it.
        context: Receives the events of the first process, and says whether to stop.
        team: The processes that train together.
        feature_source: The quick depth's backbone; None opens the start point's when it is needed.
        lungs: Of all images, where the plan needs them.
    """

    run: RunFolder
    images: TrainingImages
    folds: Sequence[Fold]
    spec: InputSpec
    device: torch.device
    precision: Precision
    control: RunControl
    context: JobContext[TrainingEvent]
    team: Team = field(default_factory=Team)
    feature_source: FeatureSource | None = None
    lungs: LungMaps | None = None

    @property
    def plan(self) -> TrainingPlan:
        """What was chosen."""
        return self.run.plan

    @property
    def settings(self) -> RecipeSettings:
        """What the plan's recipe sets."""
        return settings_of(self.plan)

    @property
    def labels(self) -> Indices:
        """Class of each image: int64 (images,)."""
        return self.images.dataset.labels

    @cached_property
    def sources(self) -> tuple[str | None, ...]:
        """Where each image comes from."""
        return tuple(image.source for image in self.images.dataset.images)

    @cached_property
    def tasks(self) -> tuple[FitTask, ...]:
        """Every network to be trained, in order: one per fold of the plan, then the refit if there is one."""
        folds = [
            FitTask(fold.number, self.learnt_from(fold.training), fold.validation, position)
            for position, fold in enumerate(self.folds[: self.plan.folds])
        ]
        if not self.plan.refits:
            return tuple(folds)
        everything = np.arange(len(self.labels), dtype=np.int64)
        return (*folds, FitTask(None, self.learnt_from(everything), everything[:0], len(folds)))

    @cached_property
    def probed(self) -> Indices:
        """Numbers of the images that the folds' networks are asked about with the lungs hidden: int64 (n,)."""
        held_out = np.concatenate([task.validation for task in self.tasks])
        is_positive = self.labels == self.plan.classes.index(self.plan.positive_class)
        return images_to_probe(is_positive, self.run.groups, held_out, self.plan.seed)

    @cached_property
    def time_left(self) -> TimeLeft:
        """Measures the run and says how long the rest takes."""
        epochs = epochs_of(self.plan)
        return TimeLeft(
            [FitSize(len(task.training), len(task.validation), epochs, self.probed_in(task)) for task in self.tasks]
        )

    def probed_in(self, task: FitTask) -> int:
        """How many of a fold's held-out images are probed."""
        return int(np.isin(task.validation, self.probed).sum())

    def report(self, event: TrainingEvent) -> None:
        """Tell whoever started the run; of a team's processes the first does."""
        if self.team.is_first:
            self.context.report(event)

    def batch(self, numbers: Indices) -> tuple[Any, Any]:
        """Some images on the device: uint8 (n, size, size), int64 (n,)."""
        if self._resident is not None:
            chosen = torch.from_numpy(numbers).to(self.device)
            return self._resident[chosen], self._labels_on_device[chosen]
        # Fancy indexing of a memory-mapped array copies just these images.
        grey = torch.from_numpy(np.ascontiguousarray(self.images.pixels[numbers]))
        return grey.to(self.device), torch.from_numpy(self.labels[numbers]).to(self.device)

    def learnt_from(self, numbers: Indices) -> Indices:
        """Of some images those that are learnt from: where the plan says so, no positive ones that show nothing.

        Args:
            numbers: int64 (n,), numbers of images.
        """
        if self.lungs is None or not self.plan.leaves_out_invisible:
            return numbers
        positive = self.plan.classes.index(self.plan.positive_class)
        shows_nothing = self.lungs.opacity_extents[numbers] <= VISIBLE_EXTENT
        kept: Indices = numbers[~(shows_nothing & (self.labels[numbers] == positive))]
        return kept

    @cached_property
    def _labels_on_device(self) -> Any:
        return torch.from_numpy(np.array(self.labels)).to(self.device)

    @cached_property
    def _resident(self) -> Any:
        """All images on the GPU where they take a small part of it; None otherwise."""
        if self.device.type != "cuda":
            return None
        free, _ = torch.cuda.mem_get_info(self.device)
        if self.images.pixels.nbytes > _LARGEST_SHARE_OF_DEVICE * free:
            return None
        return torch.from_numpy(np.array(self.images.pixels)).to(self.device)


_LARGEST_SHARE_OF_DEVICE = 0.25
