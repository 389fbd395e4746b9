"""One network trained with gradients, epoch by epoch, that goes on where it was cut off. Imports torch.

The order of the images and every random change come from (seed, fold, epoch), and an epoch ends with a checkpoint of
everything else, so a run that was killed ends with the same bits as one that was not (on a processor with the same
number of threads).
"""

import math
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import torch

from core.errors import TrainingDivergedError
from core.training.calibration import mean_log_loss
from core.training.checkpoint import (
    CHECKPOINT_NAME,
    Checkpoint,
    group_settings,
    load_checkpoint,
    optimiser_tensors,
    restore_optimiser,
    save_checkpoint,
)
from core.training.composites import Composites
from core.training.control import stand_by
from core.training.data_order import Indices, balanced_order, batches_of, derived_seed, epoch_order
from core.training.devices import pays_to_compile
from core.training.distributed import share_batch_norm
from core.training.durable_files import make_folder
from core.training.events import EpochFinished, MicroBatchReduced, StepsDone
from core.training.metrics import probabilities_of
from core.training.network import build_network, training_mode
from core.training.optimisation import make_average, make_optimiser, make_schedule
from core.training.recipes import epochs_of
from core.training.roc import auc_of
from core.training.session import FitTask, Session
from core.training.step import TrainingStep, predict_logits
from core.training.team_step import TeamStep
from core.training.time_left import Part

Logits = npt.NDArray[np.float32]

REPORTS_PER_SECOND = 4.0
LOOKING_BATCH = 64


@dataclass(frozen=True)
class HeldOutFigures:
    """How an epoch's network does on the held-out images; None where that is not defined.

    Attributes:
        loss: Mean cross-entropy.
        auc: Area under the ROC curve of the positive class against all others.
        accuracy: Share of images whose most probable class is right; with two classes that is a decision at 0.5.
    """

    loss: float | None = None
    auc: float | None = None
    accuracy: float | None = None


def held_out_figures(logits: Logits, labels: Indices, positive: int) -> HeldOutFigures:
    """Judge predictions of held-out images.

    Args:
        logits: float32 (n, classes); n may be 0. Nothing is defined where one is not finite.
        labels: int64 (n,).
        positive: Index of the positive class.
    """
    if not len(labels) or not np.isfinite(logits).all():
        return HeldOutFigures()
    auc = auc_of(labels == positive, probabilities_of(logits)[:, positive])
    return HeldOutFigures(
        loss=mean_log_loss(logits, labels),
        auc=None if math.isnan(auc) else auc,
        accuracy=float(np.mean(logits.argmax(axis=1) == labels)),
    )


class NetworkFit:
    """The training of one network.

    Attributes:
        network: What learns.
        logits: Of the held-out images by the latest epoch's network: float32 (m, classes).
        losses: Mean training loss of each finished epoch.
    """

    def __init__(self, session: Session, task: FitTask) -> None:
        self._session = session
        self._task = task
        begin = time.monotonic()
        plan, device = session.plan, session.device
        self._epochs = epochs_of(plan)
        self._checkpoint_path = session.run.fold_folder(task.fold) / CHECKPOINT_NAME
        seed = derived_seed(plan.seed, task.fold, 0, "network")
        network = build_network(plan.classes, plan.start, plan.depth, seed)
        network = network.to(device, memory_format=torch.channels_last)
        self.network = share_batch_norm(network, session.team, device)
        self._optimiser = make_optimiser(plan, self.network)
        self._schedule = make_schedule(plan, self._optimiser, self._epochs * len(self._batches(0)))
        self._average = make_average(plan, self.network)
        self._generator = torch.Generator("cpu")
        self._step = self._make_step()
        self._composites = Composites(session, task) if plan.against_shortcuts else None
        self.losses: list[float] = []
        self.logits: Logits = np.empty((0, len(plan.classes)), dtype=np.float32)
        self._resume()
        session.time_left.record(Part.STARTING, 1, time.monotonic() - begin)

    def run(self) -> None:
        """Train all epochs that are still to do.

        Raises:
            JobCancelledError: Asked to stop; the latest epoch's checkpoint is on disk.
            RunNotWritableError: A checkpoint could not be written; the one before is whole.
            TrainingDivergedError: The loss is not a number.
            DeviceOutOfMemoryError: Not even one image fits.
        """
        for epoch in range(len(self.losses), self._epochs):
            begin = time.monotonic()
            self.losses.append(self._learn(epoch))
            figures = self._look()
            self._save()
            self._report_epoch(epoch, figures, time.monotonic() - begin)
        if len(self.logits) != len(self._task.validation):
            self._look()  # Every epoch was done when the run was cut off.
        if not np.isfinite(self.logits).all():
            # Statistics of batches can go astray where no loss has.
            raise TrainingDivergedError(self._epochs - 1)

    @property
    def trained(self) -> Any:
        """The network to be used: with averaged weights where the recipe averages."""
        return self._average.module if self._average is not None else self.network

    def _learn(self, epoch: int) -> float:
        """One epoch; returns its mean loss."""
        session = self._session
        seed = derived_seed(session.plan.seed, self._task.fold, epoch, "variation")
        self._generator.manual_seed(seed)
        # Whatever draws without a generator of its own.
        torch.manual_seed(seed)
        if self._composites is not None:
            self._composites.begin(epoch)
        training_mode(self.network, session.plan.depth)
        batches = self._batches(epoch)
        pace = _Pace(self, epoch, sum(map(len, batches)))
        losses = torch.zeros((), device=session.device)
        for batch in batches:
            pace.pause(stand_by(session.control, session.context))
            losses = losses + self._one_step(batch) * len(batch)
            if pace.advance(len(batch)) and not math.isfinite(float(losses)):
                raise TrainingDivergedError(epoch)
        loss = session.team.sum_of(float(losses)) / pace.total
        if not math.isfinite(loss):
            raise TrainingDivergedError(epoch)
        session.time_left.record(Part.LEARNING, pace.total, pace.seconds)
        return loss

    def _one_step(self, batch: Indices) -> Any:
        """Learn from a batch; the loss stays on the device. Says so where the device's memory was not enough."""
        before = self._step.micro_batch
        pictures, labels = self._session.batch(batch)
        if self._composites is not None:
            pictures = self._composites.of(batch)
        loss = self._step.run_without_waiting(pictures, labels)
        if self._step.micro_batch is not None and self._step.micro_batch != before:
            self._session.report(MicroBatchReduced(self._step.micro_batch, len(batch)))
        return loss

    def _look(self) -> HeldOutFigures:
        """Predict the held-out images."""
        session, held_out = self._session, self._task.validation
        begin = time.monotonic()
        share = held_out[session.team.share_of(len(held_out))]
        logits = self.logits[:0]
        if len(share):
            pixels = session.images.pixels[share]
            logits = predict_logits(
                self.trained, pixels, session.spec, session.device, session.precision, LOOKING_BATCH
            )
        self.logits = session.team.gather(logits)
        session.time_left.record(Part.LOOKING, len(held_out), time.monotonic() - begin)
        positive = session.plan.classes.index(session.plan.positive_class)
        return held_out_figures(self.logits, session.labels[held_out], positive)

    def _report_epoch(self, epoch: int, figures: HeldOutFigures, seconds: float) -> None:
        session, task = self._session, self._task
        left = session.time_left.seconds_left(task.position, epoch + 1)
        session.report(
            EpochFinished(
                task.fold,
                epoch,
                self._epochs,
                self.losses[epoch],
                figures.loss,
                figures.auc,
                figures.accuracy,
                seconds,
                left,
            )
        )

    def _make_step(self) -> TrainingStep:
        session = self._session
        given = (
            self.network,
            self._optimiser,
            session.spec,
            session.plan.augmentation,
            session.device,
            session.precision,
            self._generator,
        )
        named = {
            "label_smoothing": session.settings.label_smoothing,
            "scheduler": self._schedule,
            "ema": self._average,
            "compiled": pays_to_compile(session.device, len(self._task.training) * self._epochs),
        }
        return TrainingStep(*given, **named) if session.team.is_alone else TeamStep(session.team, *given, **named)

    def _save(self) -> None:
        """Write the epoch's checkpoint; of a team's processes the first does."""
        if not self._session.team.is_first:
            return
        begin = time.monotonic()
        tensors = _named("network", self.network.state_dict())
        tensors |= _named("optimiser", optimiser_tensors(self._optimiser))
        if self._average is not None:
            tensors |= _named("average", self._average.state_dict())
        counters = {
            "run": self._session.run.run_id,
            "losses": self.losses,
            "optimiser": group_settings(self._optimiser),
            "step": self._step.state_dict(),
            "schedule": self._schedule.state_dict() if self._schedule is not None else None,
        }
        make_folder(self._checkpoint_path.parent)
        save_checkpoint(self._checkpoint_path, Checkpoint(tensors, counters))
        self._session.time_left.record(Part.SAVING, 1, time.monotonic() - begin)

    def _resume(self) -> None:
        """Go on from the checkpoint, if there is one of this run."""
        found = load_checkpoint(self._checkpoint_path)
        if found is None or found.counters["run"] != self._session.run.run_id:
            return
        self.network.load_state_dict(found.part("network"))
        restore_optimiser(self._optimiser, found.part("optimiser"), found.counters["optimiser"])
        if self._average is not None:
            self._average.load_state_dict(found.part("average"))
        if self._schedule is not None:
            self._schedule.load_state_dict(found.counters["schedule"])
        self._step.load_state_dict(found.counters["step"])
        self.losses = list(found.counters["losses"])

    def _batches(self, epoch: int) -> tuple[Indices, ...]:
        plan, images = self._session.plan, self._task.training
        if self._session.settings.balances_sources:
            order = balanced_order(images, self._session.sources, plan.seed, self._task.fold, epoch)
        else:
            order = epoch_order(images, plan.seed, self._task.fold, epoch)
        return batches_of(order, plan.batch_size)

    def report_steps(self, epoch: int, done: int, total: int, images_per_second: float, price: float) -> None:
        """Tell how far an epoch is."""
        left = self._session.time_left.seconds_left(self._task.position, epoch, done, price)
        self._session.report(StepsDone(self._task.fold, epoch, done, total, images_per_second, left))


class _Pace:
    """Measures an epoch's learning without its pauses, and reports a few times a second."""

    def __init__(self, fit: NetworkFit, epoch: int, total: int) -> None:
        self.total = total
        self._fit = fit
        self._epoch = epoch
        self._begin = self._reported = time.monotonic()
        self._done = self._done_when_reported = 0

    def pause(self, seconds: float) -> None:
        """Leave out a pause."""
        self._begin += seconds
        self._reported += seconds

    @property
    def seconds(self) -> float:
        """Since the epoch began."""
        return time.monotonic() - self._begin

    def advance(self, images: int) -> bool:
        """Count images learnt from; whether that was reported."""
        self._done += images
        now = time.monotonic()
        since = now - self._reported
        if since < 1 / REPORTS_PER_SECOND and self._done < self.total:
            return False
        speed = (self._done - self._done_when_reported) / max(since, 1e-6)
        self._fit.report_steps(self._epoch, self._done, self.total, speed, (now - self._begin) / self._done)
        self._reported, self._done_when_reported = now, self._done
        return True


def _named(part: str, tensors: Mapping[str, Any]) -> dict[str, Any]:
    """Tensors under the names that they have in a checkpoint."""
    return {f"{part}.{name}": tensor for name, tensor in tensors.items()}
