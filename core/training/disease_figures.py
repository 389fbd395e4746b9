"""What speaks for a network's looking at the disease, and what against it: values, and how they are computed."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from core.model.card import ShortcutAudit
from core.training.intervals import NORMAL_QUANTILE, UNDEFINED, FloatArray, IntArray
from core.training.left_out_sources import LeftOutSources
from core.training.lungs_probe import FoldProbe, MapShare
from core.training.metrics import probabilities_of
from core.training.promises import PromiseKept
from core.training.results import Estimate, OutOfFoldPrediction
from core.training.roc import auc_estimate

FAR_ABOVE_CHANCE = 0.6
"""Lower end of the interval above which the area with the lungs hidden is called a shortcut. Of the bundled network,
trained against shortcuts, it is 0.42 to 0.58 (240 images of four sources)."""


@dataclass(frozen=True)
class EvidenceShare:
    """Where the evidence for the positive class lies, on average, in images of one class.

    Attributes:
        label: The class of the images.
        source: Their source; empty for all together.
        images: Images in which anything speaks for the positive class.
        in_lungs: Mean share of the evidence that lies within the lungs.
        lungs: Mean share of what the network sees that is lung: what evidence that lay anywhere would have there.
    """

    label: str
    source: str
    images: int
    in_lungs: Estimate
    lungs: float


@dataclass(frozen=True)
class LungsProbes:
    """The folds' networks asked about their held-out images, with the lungs hidden and with the lungs alone.

    Attributes:
        folds: Folds that were asked.
        images: Images that they were asked about.
        without_lungs: Further images, in which no two lung fields were found.
        whole: Area under the ROC curve on these images as they are.
        hidden: The same with the lungs hidden; 0.5 is chance.
        alone: The same with the lungs alone.
        evidence: Where the evidence lies, per class and then per class and source; may be empty.
    """

    folds: int
    images: int
    without_lungs: int
    whole: Estimate
    hidden: Estimate
    alone: Estimate
    evidence: tuple[EvidenceShare, ...]

    @property
    def uses_something_else(self) -> bool:
        """Whether the network plainly tells the classes without seeing the lungs."""
        return self.hidden.low >= FAR_ABOVE_CHANCE


@dataclass(frozen=True)
class DiseaseFigures:
    """Does it look at the disease?

    Attributes:
        audit: The shortcut audit of the training images, None where there was none.
        probes: What the networks do without the lungs and with them alone, None where nobody looked.
        left_out: What they do on a source that they had not learnt from, None where nobody looked.
        promises: Whether prediction sets keep their promise; empty where a class has too few images.
    """

    audit: ShortcutAudit | None = None
    probes: LungsProbes | None = None
    left_out: LeftOutSources | None = None
    promises: tuple[PromiseKept, ...] = ()


NO_FIGURES = DiseaseFigures()


def lungs_probes(
    probes: Sequence[FoldProbe],
    predictions: Mapping[int, OutOfFoldPrediction],
    classes: Sequence[str],
    positive_class: str,
    seed: int = 0,
) -> LungsProbes | None:
    """Put the folds' probes together; None where there are none.

    Args:
        probes: Of the folds that have any.
        predictions: What the folds' networks say about the same images as they are, by the images' numbers.
        classes: Class names in the order of the logits.
        positive_class: The class that decisions are about.
        seed: Of bootstraps.
    """
    if not probes:
        return None
    index = list(classes).index(positive_class)
    asked = [predictions[number] for probe in probes for number in probe.images]
    is_positive = np.array([prediction.image.label == positive_class for prediction in asked], dtype=np.bool_)
    groups = np.array([prediction.group for prediction in asked], dtype=np.int64)

    def area(logits: Sequence[Sequence[float]]) -> Estimate:
        if not logits:
            return UNDEFINED
        return auc_estimate(is_positive, probabilities_of(logits)[:, index], groups, seed)

    return LungsProbes(
        folds=len(probes),
        images=len(asked),
        without_lungs=sum(probe.without_lungs for probe in probes),
        whole=area([prediction.logits for prediction in asked]),
        hidden=area([row for probe in probes for row in probe.hidden]),
        alone=area([row for probe in probes for row in probe.alone]),
        evidence=tuple(_evidence([share for probe in probes for share in probe.maps], predictions, classes)),
    )


def mean_estimate(values: FloatArray, groups: IntArray) -> Estimate:
    """A mean of shares with its 95% interval, from the variance between groups.

    Args:
        values: float64 (n,), 0..1; none gives NaN, a single group no interval.
        groups: int64 (n,), which of them belong together.

    Source: Liang & Zeger 1986, Biometrika 73:13, for a mean, with the correction for few groups.
    """
    if not values.size:
        return UNDEFINED
    mean = float(values.mean())
    _, group_of_value = np.unique(groups, return_inverse=True)
    residuals = np.bincount(group_of_value, weights=values - mean)
    count = residuals.size
    if count < 2:
        return Estimate(mean, math.nan, math.nan)
    error = math.sqrt(float((residuals**2).sum()) * count / (count - 1)) / values.size
    half = NORMAL_QUANTILE * error
    return Estimate(mean, max(0.0, mean - half), min(1.0, mean + half))


def _evidence(
    shares: Sequence[MapShare], predictions: Mapping[int, OutOfFoldPrediction], classes: Sequence[str]
) -> Iterator[EvidenceShare]:
    """Per class, and below it per source where there are several."""
    known = [(share, predictions[share.image]) for share in shares if math.isfinite(share.in_lungs)]
    for label in classes:
        of_class = [(share, prediction) for share, prediction in known if prediction.image.label == label]
        if of_class:
            yield _mean_share(label, "", of_class)
        sources = sorted({prediction.image.source or "" for _, prediction in of_class} - {""})
        for source in sources if len(sources) > 1 else ():
            yield _mean_share(label, source, [pair for pair in of_class if pair[1].image.source == source])


def _mean_share(label: str, source: str, members: Sequence[tuple[MapShare, OutOfFoldPrediction]]) -> EvidenceShare:
    in_lungs = np.array([share.in_lungs for share, _ in members])
    groups = np.array([prediction.group for _, prediction in members], dtype=np.int64)
    lungs = float(np.mean([share.lungs for share, _ in members]))
    return EvidenceShare(label, source, len(members), mean_estimate(in_lungs, groups), lungs)
