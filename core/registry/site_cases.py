"""A site's labelled cases, and what a model says about each of them."""

import hashlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from core.errors import InvalidDatasetError, TooFewCasesError
from core.jobs import JobContext, Progress
from core.language import Worded, mark, tr
from core.model.card import EvidenceRule, ModelCard
from core.model.conformal import CalibrationScores, PredictionSet
from core.model.package import ModelPackage
from core.registry.scan_numbers import ScanNumbers, scan_numbers
from core.screening.batch import DEFAULT_BATCH_SIZE, analyse_scans
from core.screening.decision import Decision, LungEvidence, Verdict, decide
from core.screening.gate import GateOutcome
from core.screening.result import ScanFailure, ScanResult
from core.screening.screener import Screener
from core.training.dataset import LabelledDataset, LabelledImage
from core.training.groups import group_images
from core.training.intervals import wilson_interval
from core.training.metrics import figures_at
from core.training.out_of_fold import read_out_of_fold
from core.training.reading import default_positive_class, read_labelled_data
from core.training.results import DecisionFigures, Estimate

LEAST_PER_CLASS = 30
"""Fewer different cases of a class say next to nothing: of ten, nine found leaves 60% to 98%."""

_NO_MAP = np.zeros((0, 0), dtype=np.uint8)


@dataclass(frozen=True)
class SiteData:
    """Labelled cases, before anything is asked about them.

    Attributes:
        dataset: The files with their classes.
        positive_label: Which class is the model's positive one; every other class counts as not that.
    """

    dataset: LabelledDataset
    positive_label: str

    @property
    def positives(self) -> int:
        """Files of the positive class."""
        return sum(image.label == self.positive_label for image in self.dataset.images)

    @property
    def negatives(self) -> int:
        """All other files."""
        return len(self.dataset.images) - self.positives


@dataclass(frozen=True, eq=False)
class SiteCase:
    """A case that the model judged.

    Attributes:
        is_positive: Whether it is of the positive class.
        probability: Of the positive class, 0..1.
        gate: What the gate said; no refusal.
        evidence: What the lungs show, without the maps; None where that is not known.
        numbers: For the drift watch.
        group: Which cases belong together: same patient, or copies.
    """

    is_positive: bool
    probability: float
    gate: GateOutcome
    evidence: LungEvidence | None
    numbers: ScanNumbers
    group: int = 0


@dataclass(frozen=True)
class RefusedCase:
    """A case that the gate refused.

    Attributes:
        path: The file.
        is_positive: Whether it is of the positive class.
        sentence: Why.
        numbers: For the drift watch.
    """

    path: Path
    is_positive: bool
    sentence: str
    numbers: ScanNumbers


@dataclass(frozen=True, eq=False)
class SiteAnswers:
    """What a model says about a site's cases.

    Attributes:
        card: The model's that answered. No more of it is held: its networks would stay in memory.
        rule: How the lungs bear on its answers, None for not at all.
        calibration: The package's own, None where it has none.
        cases: Those it judged.
        refused: Those that the gate refused.
        unreadable: Files that could not be read.
        learnt: How many images the model was trained on; they say nothing about it and were left out.
        contradicting: How many files show a picture that lies in both classes; they were left out.
        data_sha256: Stands for the files and their classes, whatever they are called.
    """

    card: ModelCard
    rule: EvidenceRule | None
    calibration: CalibrationScores | None
    cases: tuple[SiteCase, ...]
    refused: tuple[RefusedCase, ...] = ()
    unreadable: tuple[ScanFailure, ...] = ()
    learnt: int = 0
    contradicting: int = 0
    data_sha256: str = ""

    @property
    def labels(self) -> npt.NDArray[np.bool_]:
        """Which cases are of the positive class: bool (cases,)."""
        return np.array([case.is_positive for case in self.cases], dtype=np.bool_)

    @property
    def scores(self) -> npt.NDArray[np.float64]:
        """Probability of the positive class: float64 (cases,)."""
        return np.array([case.probability for case in self.cases], dtype=np.float64)

    @property
    def groups(self) -> npt.NDArray[np.int64]:
        """Which cases belong together: int64 (cases,)."""
        return np.array([case.group for case in self.cases], dtype=np.int64)

    @cached_property
    def figures(self) -> DecisionFigures:
        """Of the classifier alone, at the card's threshold. Their bootstrap takes a second where patients repeat."""
        return figures_at(self.labels, self.scores, self.groups, self.card.threshold)

    def different(self, *, positive: bool) -> int:
        """How many different patients and pictures there are of a class."""
        return len({case.group for case in self.cases if case.is_positive is positive})

    def verdict(self, case: SiteCase, threshold: float, possible: PredictionSet | None) -> Verdict:
        """The answer about a case at another threshold.

        Args:
            case: The case.
            threshold: From which the classifier leans positive.
            possible: Which answers remain possible, None where that is not known.
        """
        positive_class = self.card.positive_class
        return decide(case.probability, threshold, positive_class, case.gate, possible, case.evidence, self.rule)


def expected_interval(cases: int, share: float) -> Estimate:
    """The 95% interval that so many cases would give for a share.

    Args:
        cases: Different cases of a class.
        share: What one expects, such as the sensitivity on the card, 0..1.
    """
    return wilson_interval(round(share * cases), cases)


def read_site_data(
    folder: Path, card: ModelCard, positive_label: str | None = None, context: JobContext[Any] | None = None
) -> SiteData:
    """Read which cases there are; no picture is looked at.

    Args:
        folder: One subfolder per class, or an index, as for training.
        card: The model's.
        positive_label: Which class is the model's positive one; None takes the class of that name, or else the first
            whose name does not say that something is absent.
        context: May ask to stop.

    Raises:
        InvalidDatasetError: There is one class only, or none of the name given.
        FileError: The folder cannot be read.
        JobCancelledError: The context asked to stop.
    """
    dataset = read_labelled_data(folder, context)
    classes = dataset.classes
    if len(classes) < 2:
        raise InvalidDatasetError(folder, Worded.of(mark("its images are all of one class, “{name}”"), name=classes[0]))
    if positive_label is None:
        same = [name for name in classes if name.casefold() == card.positive_class.casefold()]
        positive_label = same[0] if same else default_positive_class(classes)
    elif positive_label not in classes:
        raise InvalidDatasetError(
            folder,
            Worded.of(mark("it has no class “{name}”, but {others}"), name=positive_label, others=", ".join(classes)),
        )
    return SiteData(dataset, positive_label)


def require_enough(positives: int, negatives: int) -> None:
    """Refuse to commission on too few cases.

    Args:
        positives: Different cases of the positive class.
        negatives: Different other cases.

    Raises:
        TooFewCasesError: Either are fewer than `LEAST_PER_CLASS`.
    """
    fewest = min(positives, negatives)
    if fewest < LEAST_PER_CLASS:
        interval = expected_interval(fewest, 0.9) if fewest else Estimate(0.9, 0.0, 1.0)
        raise TooFewCasesError(positives, negatives, LEAST_PER_CLASS, interval.low, interval.high)


def ask_about_cases(
    data: SiteData,
    screener: Screener,
    context: JobContext[Progress] | None = None,
    batch_size: int = DEFAULT_BATCH_SIZE,
) -> SiteAnswers:
    """Ask a model about a site's cases.

    Args:
        data: The cases.
        screener: The model, with its package's own threshold and calibration.
        context: Told of progress; may ask to stop.
        batch_size: Most images per forward pass.

    Raises:
        TooFewCasesError: There are too few files of a class, or too few different ones that the model judges.
        JobCancelledError: The context asked to stop.
        DeviceOutOfMemoryError: Not even one image fits on the device.
    """
    job = context if context is not None else JobContext[Progress]()
    require_enough(data.positives, data.negatives)
    known = _learnt_from(screener.classifier.package)
    images, hashes, learnt = _unlearnt(data.dataset.images, known, job)
    gathered = _Gathered(data.positive_label)
    paths = [image.path for image in images]
    with closing(analyse_scans(paths, screener, batch_size=batch_size, context=job)) as outcomes:
        for image, outcome in zip(images, outcomes, strict=True):
            gathered.add(image, outcome)
    answers = gathered.answers(screener, learnt, _data_hash(images, hashes, data.positive_label))
    require_enough(answers.different(positive=True), answers.different(positive=False))
    return answers


def possible_answers(
    case: SiteCase, calibration: CalibrationScores | None, error_level: float, *, is_own: bool
) -> PredictionSet | None:
    """Which answers remain possible for a case.

    Args:
        case: The case.
        calibration: What prediction sets are made from, None for nothing.
        error_level: Share of scans of either class whose true answer may be excluded.
        is_own: Whether the case is among the calibration's own: it is held against all others then.
    """
    if calibration is None:
        return None
    if is_own:
        calibration = _without(calibration, case)
    return calibration.predict(case.probability, error_level)


class _Gathered:
    """Outcomes as they come."""

    def __init__(self, positive_label: str) -> None:
        self._positive_label = positive_label
        self._images: list[LabelledImage] = []
        self._cases: list[SiteCase] = []
        self._refused: list[RefusedCase] = []
        self._unreadable: list[ScanFailure] = []

    def add(self, image: LabelledImage, outcome: ScanResult | ScanFailure) -> None:
        is_positive = image.label == self._positive_label
        if isinstance(outcome, ScanFailure):
            self._unreadable.append(outcome)
            return
        numbers = scan_numbers(outcome)
        if outcome.decision is Decision.REFUSED:
            sentence = outcome.verdict.reasons[0].sentence
            self._refused.append(RefusedCase(image.path, is_positive, sentence, numbers))
            return
        self._images.append(image)
        evidence = _without_maps(outcome.evidence) if outcome.evidence is not None else None
        self._cases.append(SiteCase(is_positive, outcome.positive_probability, outcome.gate, evidence, numbers))

    def answers(self, screener: Screener, learnt: int, data_sha256: str) -> SiteAnswers:
        pictures: dict[str, list[int]] = {}
        for number, case in enumerate(self._cases):
            pictures.setdefault(case.numbers.input_sha256, []).append(number)
        contradicting = {
            number
            for numbers in pictures.values()
            if len({self._cases[number].is_positive for number in numbers}) > 1
            for number in numbers
        }
        groups = group_images(LabelledDataset(Path(), (), tuple(self._images)), pictures.values())
        return SiteAnswers(
            screener.card,
            screener.rule,
            screener.calibration,
            tuple(
                replace(case, group=int(groups[number]))
                for number, case in enumerate(self._cases)
                if number not in contradicting
            ),
            tuple(self._refused),
            tuple(self._unreadable),
            learnt,
            len(contradicting),
            data_sha256,
        )


def _learnt_from(package: ModelPackage) -> frozenset[str]:
    """SHA-256 of the files that a model was trained on, as far as it keeps them."""
    kept = read_out_of_fold(package.directory)
    return frozenset(answer.sha256 for answer in kept.answers) if kept is not None else frozenset()


def _unlearnt(
    images: tuple[LabelledImage, ...], known: frozenset[str], job: JobContext[Any]
) -> tuple[list[LabelledImage], list[str], int]:
    """Images that the model was not trained on, with their files' SHA-256, empty for an unreadable one."""
    left: list[LabelledImage] = []
    hashes: list[str] = []
    for image, digest in zip(images, _hashes(images, job), strict=True):
        if digest not in known:
            left.append(image)
            hashes.append(digest)
    return left, hashes, len(images) - len(left)


def _hashes(images: tuple[LabelledImage, ...], job: JobContext[Any]) -> Iterator[str]:
    for number, image in enumerate(images, 1):
        job.raise_if_cancelled()
        yield _file_hash(image.path)
        job.report(Progress(number, len(images), tr("Reading the files")))


def _file_hash(path: Path) -> str:
    """SHA-256 of a file, empty where it cannot be read: reading its picture will say what is wrong with it."""
    try:
        if not path.is_file():
            return ""
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, ValueError):
        return ""


def _data_hash(images: list[LabelledImage], hashes: list[str], positive_label: str) -> str:
    lines = sorted(
        f"{digest} {int(image.label == positive_label)}" for image, digest in zip(images, hashes, strict=True)
    )
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _without_maps(evidence: LungEvidence) -> LungEvidence:
    """What decisions need of the lungs: the maps of thousands of cases would fill the memory."""
    return replace(evidence, finding=replace(evidence.finding, lungs=_NO_MAP, opacities=_NO_MAP))


def _without(calibration: CalibrationScores, case: SiteCase) -> CalibrationScores:
    """The calibration without one of its own cases."""
    own = calibration.positive if case.is_positive else calibration.negative
    left = np.delete(own, int(np.abs(own - case.probability).argmin()))
    if case.is_positive:
        return CalibrationScores(left, calibration.negative)
    return CalibrationScores(calibration.positive, left)
