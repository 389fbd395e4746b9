"""Two models on the same images, answered fairly: no model is asked about an image that it learnt from.

A model that was trained here keeps its out-of-fold answers. Where an image is among them, that answer counts, which a
network gave that had never seen the image; only the other images are shown to the model itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from core.errors import IncomparableModelsError
from core.jobs import JobContext, Progress
from core.language import Worded, mark, tr
from core.model.class_words import class_word
from core.model.classifier import load_classifier
from core.model.input import prepare_input
from core.model.package import ModelPackage
from core.model.runtime import DeviceChoice
from core.training.comparison import ModelComparison, compare_models
from core.training.groups import group_images
from core.training.image_cache import TrainingImages, load_training_images
from core.training.metrics import figures_at
from core.training.out_of_fold import OutOfFoldAnswers, read_out_of_fold
from core.training.reading import read_labelled_data
from core.training.results import DecisionFigures

BATCH_SIZE = 32
FEWEST_SHARED = 2

Scores = npt.NDArray[np.float64]


@dataclass(frozen=True)
class ComparedModel:
    """One of the two.

    Attributes:
        label: Name and version.
        figures: How it did on the images.
        threshold: Probability from which it decides positive.
        out_of_fold: Images among those that it was trained on, whose out-of-fold answers count.
        may_have_learnt: Whether images that it was trained on may be among the others: it was trained elsewhere.
    """

    label: str
    figures: DecisionFigures
    threshold: float
    out_of_fold: int
    may_have_learnt: bool


@dataclass(frozen=True)
class VersionComparison:
    """What came out. In `outcome`, a is the first model and b the second.

    Attributes:
        positive_class: What decisions are about.
        images: How many images both answered.
        first: One model.
        second: The other.
        outcome: Whether they differ by more than chance.
        left_out: Images that could not be read.
    """

    positive_class: str
    images: int
    first: ComparedModel
    second: ComparedModel
    outcome: ModelComparison
    left_out: int = 0


def compare_on_folder(
    first: ModelPackage,
    second: ModelPackage,
    folder: Path,
    context: JobContext[Progress] | None = None,
    device: DeviceChoice = DeviceChoice.AUTO,
) -> VersionComparison:
    """Let two models answer on the labelled images of a folder.

    Args:
        first: One model.
        second: The other; must decide about the same class.
        folder: One subfolder per class, or an index, as for training.
        context: Receives a `Progress` per batch; may ask to stop.
        device: Where the networks run.

    Raises:
        IncomparableModelsError: They decide about different classes, or the folder does not hold that class and
            another.
        FileError: The folder cannot be read.
        DeviceUnavailableError: The device cannot be had here.
        JobCancelledError: The context asked to stop.
    """
    job = context if context is not None else JobContext[Progress]()
    positive = _common_class(first, second)
    dataset = read_labelled_data(folder, JobContext(token=job.token))
    if positive not in dataset.classes or len(dataset.classes) < 2:
        raise IncomparableModelsError(_no_class(positive))
    job.report(Progress(0, None, tr("Reading the images")))
    images, unreadable = load_training_images(dataset, first.card.input, None, JobContext(token=job.token))
    labels = np.array([image.label == positive for image in images.dataset.images])
    _require_both_classes(labels, positive)
    groups = group_images(images.dataset, ())
    total = 2 * len(images.dataset.images)
    first_answers = _Answers(first, images, positive, job, device, done=0, total=total)
    others = images
    if second.card.input.size != first.card.input.size:
        others, _ = load_training_images(images.dataset, second.card.input, None, JobContext(token=job.token))
    second_answers = _Answers(second, others, positive, job, device, done=total // 2, total=total)
    return VersionComparison(
        positive,
        labels.size,
        first_answers.summary(labels, groups),
        second_answers.summary(labels, groups),
        compare_models(
            first_answers.scores,
            second_answers.scores,
            labels,
            first.card.threshold,
            second.card.threshold,
            groups,
        ),
        left_out=len(unreadable),
    )


def compare_out_of_fold(first: ModelPackage, second: ModelPackage) -> VersionComparison | None:
    """Compare two models by the out-of-fold answers that both keep about the same images; no image is needed.

    Args:
        first: One model.
        second: The other; must decide about the same class.

    Returns:
        None where they share too few images, or one of them keeps no such answers.

    Raises:
        IncomparableModelsError: They decide about different classes.
        InvalidModelPackageError: The answers are there and cannot be used.
    """
    positive = _common_class(first, second)
    kept_first, kept_second = read_out_of_fold(first.directory), read_out_of_fold(second.directory)
    if kept_first is None or kept_second is None:
        return None
    scores_first = kept_first.probabilities(positive, first.card.calibration_temperature)
    scores_second = kept_second.probabilities(positive, second.card.calibration_temperature)
    shared = [answer for answer in kept_first.answers if answer.sha256 in scores_second]
    labels = np.array([answer.label == positive for answer in shared], dtype=np.bool_)
    if min(int(labels.sum()), int((~labels).sum())) < FEWEST_SHARED or not _labels_agree(kept_second, shared, positive):
        return None
    groups = np.array([answer.group for answer in shared], dtype=np.int64)
    a = np.array([scores_first[answer.sha256] for answer in shared])
    b = np.array([scores_second[answer.sha256] for answer in shared])
    thresholds = first.card.threshold, second.card.threshold
    return VersionComparison(
        positive,
        labels.size,
        ComparedModel(_label(first), figures_at(labels, a, groups, thresholds[0]), thresholds[0], labels.size, False),
        ComparedModel(_label(second), figures_at(labels, b, groups, thresholds[1]), thresholds[1], labels.size, False),
        compare_models(a, b, labels, *thresholds, groups),
    )


class _Answers:
    """A model's probabilities of the positive class: float64 (images,)."""

    def __init__(
        self,
        package: ModelPackage,
        images: TrainingImages,
        positive: str,
        job: JobContext[Any],
        device: DeviceChoice,
        done: int,
        total: int,
    ) -> None:
        self._package = package
        self._job = job
        self._done, self._total = done, total
        known = _known_answers(package, positive)
        self.scores: Scores = np.array([known.get(sha256, np.nan) for sha256 in images.sha256], dtype=np.float64)
        unknown = np.flatnonzero(np.isnan(self.scores))
        self._out_of_fold = self.scores.size - unknown.size
        self._advance(self._out_of_fold)
        if unknown.size:
            self._ask(images, unknown, positive, device)

    def summary(self, labels: npt.NDArray[np.bool_], groups: npt.NDArray[np.int64]) -> ComparedModel:
        card = self._package.card
        return ComparedModel(
            _label(self._package),
            figures_at(labels, self.scores, groups, card.threshold),
            card.threshold,
            self._out_of_fold,
            may_have_learnt=card.provenance is None,
        )

    def _ask(self, images: TrainingImages, numbers: npt.NDArray[np.intp], positive: str, device: DeviceChoice) -> None:
        classifier = load_classifier(self._package, device)
        spec, index = self._package.card.input, self._package.card.classes.index(positive)
        for start in range(0, numbers.size, BATCH_SIZE):
            self._job.raise_if_cancelled()
            batch = numbers[start : start + BATCH_SIZE]
            inputs = np.stack([prepare_input(images.pixels[number], spec) for number in batch])
            self.scores[batch] = [answer.probabilities[index] for answer in classifier.predict(inputs)]
            self._advance(batch.size)

    def _advance(self, count: int) -> None:
        self._done += count
        self._job.report(Progress(self._done, self._total, tr("Comparing")))


def _known_answers(package: ModelPackage, positive: str) -> Mapping[str, float]:
    answers = read_out_of_fold(package.directory)
    if answers is None:
        return {}
    return answers.probabilities(positive, package.card.calibration_temperature)


def _no_class(name: str) -> str:
    return Worded.of(mark("the folder has no class “{name}” beside another one"), name=name)


def _common_class(first: ModelPackage, second: ModelPackage) -> str:
    positive, other = first.card.positive_class, second.card.positive_class
    if positive != other:
        raise IncomparableModelsError(
            Worded(
                lambda: tr("one decides about {one}, the other about {other}").format(
                    one=class_word(positive), other=class_word(other)
                )
            )
        )
    return positive


def _require_both_classes(labels: npt.NDArray[np.bool_], positive: str) -> None:
    if labels.all() or not labels.any():
        raise IncomparableModelsError(
            Worded.of(mark("the folder needs readable images of “{name}” and of another class"), name=positive)
        )


def _labels_agree(second: OutOfFoldAnswers, shared: list[Any], positive: str) -> bool:
    labels = {answer.sha256: answer.label == positive for answer in second.answers}
    return all(labels[answer.sha256] == (answer.label == positive) for answer in shared)


def _label(package: ModelPackage) -> str:
    return f"{package.card.name} {package.card.version}"
