"""What a person sees of a run while it goes on, put together from its events."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import assert_never

from core.language import tr
from core.number_format import decimal, integer, percent, tr_count
from core.training.device_words import device_in_words
from core.training.events import (
    EpochFinished,
    FoldFinished,
    FoldStarted,
    ImagesPrepared,
    MicroBatchReduced,
    RunContinued,
    RunPaused,
    RunStarted,
    StepsDone,
    TrainingEvent,
)


@dataclass(frozen=True)
class RunProgress:
    """A run so far.

    Attributes:
        has_refit: Whether a training on all images follows the folds.
        started: What the run said when it began, None before.
        prepared: How many images are read, None before.
        fold: The fold that goes on, from 0; None in the refit and before the first.
        is_refit: Whether the refit goes on.
        epoch_share: How much of the current fold is done, 0..1.
        images_per_second: Lately, 0 while unknown.
        seconds_left: Of the whole run, None while unknown.
        epochs: Finished epochs of each fold; None is the refit.
        finished: Folds that have ended; None is the refit.
        is_paused: Whether it stands still.
        log: What happened, in the language that was in force, oldest first.
    """

    has_refit: bool = True
    started: RunStarted | None = None
    prepared: ImagesPrepared | None = None
    fold: int | None = None
    is_refit: bool = False
    epoch_share: float = 0.0
    images_per_second: float = 0.0
    seconds_left: float | None = None
    epochs: Mapping[int | None, tuple[EpochFinished, ...]] = field(default_factory=dict)
    finished: frozenset[int | None] = frozenset()
    is_paused: bool = False
    log: tuple[str, ...] = ()

    @property
    def share(self) -> float:
        """How much of the run is done, 0..1, counted in folds and their epochs."""
        if self.started is None:
            return 0.0
        parts = self.started.folds + (1 if self.has_refit else 0)
        current = None if self.is_refit else self.fold
        going_on = self.epoch_share if current not in self.finished else 0.0
        return min(1.0, (len(self.finished) + going_on) / max(1, parts))

    @property
    def sentence(self) -> str:
        """What goes on now."""
        if self.is_paused:
            return tr("Paused.")
        if self.started is None or (self.fold is None and not self.is_refit):
            if self.prepared is not None and self.prepared.done < self.prepared.total:
                return tr("Reading the images: {done} of {total}.").format(
                    done=integer(self.prepared.done), total=integer(self.prepared.total)
                )
            return tr("Getting ready.")
        if self.is_refit:
            return tr("Training the final model on all images.")
        return tr("Fold {number} of {total}.").format(number=(self.fold or 0) + 1, total=self.started.folds)

    def with_epochs(self, epochs: Iterable[EpochFinished]) -> "RunProgress":
        """Return the progress with epochs that were finished earlier, without their lines in the log."""
        progress = self
        for epoch in epochs:
            progress = progress._with_epoch(replace(epoch, seconds_left=None))
        return replace(progress, epoch_share=0.0)

    def after(self, event: TrainingEvent) -> "RunProgress":
        """Return the run's progress after an event."""
        line = describe_event(event)
        moved = self._moved(event)
        return replace(moved, log=(*self.log, line)) if line else moved

    def _moved(self, event: TrainingEvent) -> "RunProgress":
        match event:
            case ImagesPrepared():
                return replace(self, prepared=event)
            case RunStarted():
                return replace(self, started=event)
            case FoldStarted():
                return replace(self, fold=event.fold, is_refit=event.fold is None, epoch_share=0.0)
            case StepsDone():
                return self._stepped(event)
            case EpochFinished():
                return self._with_epoch(event)
            case FoldFinished():
                return replace(self, finished=self.finished | {event.fold}, epoch_share=0.0)
            case MicroBatchReduced():
                return self
            case RunPaused():
                return replace(self, is_paused=True)
            case RunContinued():
                return replace(self, is_paused=False)
            case _:
                assert_never(event)

    def _stepped(self, event: StepsDone) -> "RunProgress":
        known = self.epochs.get(event.fold, ())
        epochs = known[-1].epochs if known else (self.started.epochs if self.started is not None else 1)
        share = (event.epoch + event.done / max(1, event.total)) / max(1, epochs)
        return replace(
            self,
            epoch_share=min(1.0, share),
            images_per_second=event.images_per_second,
            seconds_left=event.seconds_left if event.seconds_left is not None else self.seconds_left,
        )

    def _with_epoch(self, event: EpochFinished) -> "RunProgress":
        # A resumed run tells its last epochs again.
        before = tuple(known for known in self.epochs.get(event.fold, ()) if known.epoch < event.epoch)
        return replace(
            self,
            epochs={**self.epochs, event.fold: (*before, event)},
            epoch_share=(event.epoch + 1) / max(1, event.epochs),
            seconds_left=event.seconds_left if event.seconds_left is not None else self.seconds_left,
        )


def describe_event(event: TrainingEvent) -> str:
    """Word an event for the log; empty for one that is not worth a line."""
    match event:
        case RunStarted():
            return _start_sentence(event)
        case FoldStarted(fold=None):
            return tr("Training the final model on all {number} images.").format(number=integer(event.training_images))
        case FoldStarted():
            return tr("{fold}: learning from {training} images, holding out {held_out}.").format(
                fold=fold_name(event.fold),
                training=integer(event.training_images),
                held_out=integer(event.validation_images),
            )
        case EpochFinished():
            return _epoch_sentence(event)
        case FoldFinished(fold=None):
            return tr("The final model is trained.")
        case FoldFinished():
            return tr("{fold} is finished.").format(fold=fold_name(event.fold))
        case MicroBatchReduced():
            return tr(
                "The memory was not enough: {number} images at a time are added up to the same batch of {batch}."
            ).format(number=event.micro_batch, batch=event.batch_size)
        case RunPaused():
            return tr("Paused.")
        case RunContinued():
            return tr("Going on.")
        case ImagesPrepared() | StepsDone():
            return ""
        case _:
            assert_never(event)


def fold_name(fold: int | None) -> str:
    """What a fold is called; None is the refit."""
    return tr("Final model") if fold is None else tr("Fold {number}").format(number=fold + 1)


def describe_duration(seconds: float) -> str:
    """A length of time as a person says it: `40 s`, `12 min`, `3 h 20 min`."""
    if seconds < 90:
        return tr("{number} s", "seconds").format(number=max(1, round(seconds)))
    minutes = round(seconds / 60)
    if minutes < 90:
        return tr("{number} min", "minutes").format(number=minutes)
    return tr("{hours} h {minutes} min").format(hours=minutes // 60, minutes=f"{minutes % 60:02d}")


def _start_sentence(event: RunStarted) -> str:
    sentence = (
        tr("Continued: {images} images, {folds}, on {device} ({precision}).")
        if event.resumed
        else tr("Started: {images} images, {folds}, on {device} ({precision}).")
    )
    folds = tr_count("{count} fold", "{count} folds", event.folds)
    return sentence.format(
        images=integer(event.images),
        folds=folds,
        device=device_in_words(event.device),
        precision=event.precision,
    )


def _epoch_sentence(event: EpochFinished) -> str:
    parts = [tr("loss {figure}").format(figure=decimal(event.training_loss, 4))]
    if event.validation_loss is not None:
        parts.append(tr("validation loss {figure}").format(figure=decimal(event.validation_loss, 4)))
    if event.validation_auc is not None:
        parts.append(tr("AUC {figure}").format(figure=decimal(event.validation_auc, 4)))
    if event.validation_accuracy is not None:
        parts.append(tr("accuracy {figure}").format(figure=percent(event.validation_accuracy, 1)))
    return tr("{fold}, epoch {number} of {total}: {figures} ({duration}).").format(
        fold=fold_name(event.fold),
        number=event.epoch + 1,
        total=event.epochs,
        figures=", ".join(parts),
        duration=describe_duration(event.seconds),
    )
