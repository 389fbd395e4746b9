"""What a training run tells while it goes on."""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True)
class ImagesPrepared:
    """Images are being read and brought to the network's size.

    Attributes:
        done: Images finished.
        total: Images in all.
    """

    done: int
    total: int


@dataclass(frozen=True)
class RunStarted:
    """Training begins, or goes on where it had stopped.

    Attributes:
        folds: Folds in all, without the refit.
        epochs: Epochs of each fold.
        images: Images in all.
        device: What it runs on, in English.
        precision: Arithmetic of the forward pass.
        resumed: Whether it goes on from a checkpoint.
    """

    folds: int
    epochs: int
    images: int
    device: str
    precision: str
    resumed: bool


@dataclass(frozen=True)
class FoldStarted:
    """A fold begins. Fold numbers count from 0; None is the refit on all images.

    Attributes:
        fold: Which.
        training_images: Images learnt from.
        validation_images: Images held out; 0 in the refit.
    """

    fold: int | None
    training_images: int
    validation_images: int


@dataclass(frozen=True)
class StepsDone:
    """Some steps of an epoch are done; sent a few times a second at most.

    Attributes:
        fold: Which fold, None for the refit.
        epoch: Which epoch, from 0.
        done: Images of this epoch learnt from.
        total: Images of one epoch.
        images_per_second: Lately.
        seconds_left: Of the whole run, None until it can be said.
    """

    fold: int | None
    epoch: int
    done: int
    total: int
    images_per_second: float
    seconds_left: float | None


@dataclass(frozen=True)
class EpochFinished:
    """An epoch is done and its checkpoint is on disk.

    Attributes:
        fold: Which fold, None for the refit.
        epoch: Which epoch, from 0.
        epochs: Epochs of this fold.
        training_loss: Mean cross-entropy over the epoch.
        validation_loss: Mean cross-entropy of the held-out images, None in the refit.
        validation_auc: Area under the ROC curve of the held-out images, 0..1; None where it is not defined.
        validation_accuracy: Share of held-out images right at 0.5, None in the refit.
        seconds: How long it took.
        seconds_left: Of the whole run.
    """

    fold: int | None
    epoch: int
    epochs: int
    training_loss: float
    validation_loss: float | None
    validation_auc: float | None
    validation_accuracy: float | None
    seconds: float
    seconds_left: float | None


@dataclass(frozen=True)
class FoldFinished:
    """A fold's held-out images have their predictions, which are on disk. `fold` None is the refit."""

    fold: int | None


@dataclass(frozen=True)
class MicroBatchReduced:
    """The device's memory was not enough: smaller parts are accumulated to the same batch.

    Attributes:
        micro_batch: Images per part from now on.
        batch_size: Images per step, unchanged.
    """

    micro_batch: int
    batch_size: int


@dataclass(frozen=True)
class RunPaused:
    """Training stands still until it is told to go on."""


@dataclass(frozen=True)
class RunContinued:
    """Training goes on after a pause."""


TrainingEvent: TypeAlias = (
    ImagesPrepared
    | RunStarted
    | FoldStarted
    | StepsDone
    | EpochFinished
    | FoldFinished
    | MicroBatchReduced
    | RunPaused
    | RunContinued
)
