"""Commissionings that are kept: which model was tried here, by whom, on what, and what was set then.

    commissioning/
      ward/2.json             of version 2 of the model `ward`; replaced when it is commissioned again

A file counts for the very weights it was made with, and for no other version: thresholds are never carried over.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

import numpy as np
import numpy.typing as npt

from core.data_forms import DocumentForm
from core.errors import InvalidRunError, NewerRunError, OutputNotWritableError, RunNotWritableError
from core.language import Worded, mark
from core.model.card import ModelCard
from core.model.conformal import CalibrationScores
from core.registry.catalogue import directory_of
from core.registry.scan_numbers import ScansInNumbers
from core.training.durable_files import make_folder, read_json, write_json_durably
from core.training.results import Estimate
from core.typed_json import from_plain, to_plain
from core.user_folders import user_folders

FOLDER_NAME = "commissioning"
FORM = DocumentForm(NewerRunError)
"""What was released is never changed, only followed by a step."""

Metric = str
"""`auc`, `sensitivity` or `specificity`."""


class PromiseOutcome(StrEnum):
    """How a figure measured here compares with the card's."""

    NOT_DIFFERENT = "not_different"
    LOWER = "lower"
    HIGHER = "higher"


@dataclass(frozen=True)
class Promise:
    """A figure of the model's card beside the same figure here, both at the card's threshold.

    Attributes:
        metric: Which figure.
        promised: On the card; its interval is NaN where the card has none and none follows from it.
        here: On the cases of this site.
        outcome: Whether the difference is more than chance; where it is not, that does not show that there is none.
        cases: How many cases here the figure is of: with the finding for the sensitivity, without it for the
            specificity, all for the area.
    """

    metric: Metric
    promised: Estimate
    here: Estimate
    outcome: PromiseOutcome
    cases: int


@dataclass(frozen=True)
class CaseCounts:
    """How many cases a commissioning was made on.

    Attributes:
        positive: Cases of the positive class that the model judged.
        negative: Other cases that it judged.
        refused: Cases that the gate refused; they are in no figure.
        unreadable: Files that could not be read.
        learnt: Images that the model was trained on; they are in no figure.
        contradicting: Pictures that lie in both classes; they are in no figure.
    """

    positive: int
    negative: int
    refused: int = 0
    unreadable: int = 0
    learnt: int = 0
    contradicting: int = 0


@dataclass(frozen=True)
class SiteReference:
    """What the judged cases were like, class by class: what later scans are held against.

    Attributes:
        positive: Cases of the positive class.
        negative: The others.
        refused: Share of the readable cases that the gate refused, 0..1.
    """

    positive: ScansInNumbers
    negative: ScansInNumbers
    refused: Estimate


@dataclass(frozen=True, eq=False)
class LocalScores:
    """Probabilities of the positive class on this site's cases, one per patient: calibrate prediction sets here.

    Attributes:
        positive: float64 (n,), on cases of the positive class.
        negative: float64 (m,), on the others.
    """

    positive: npt.NDArray[np.float64]
    negative: npt.NDArray[np.float64]

    @property
    def calibration(self) -> CalibrationScores:
        """In the form that prediction sets are made from."""
        return CalibrationScores(np.sort(self.positive), np.sort(self.negative))


@dataclass(frozen=True, eq=False)
class Commissioning:
    """That a model was tried here, and what was set then.

    Attributes:
        model: The model's name.
        version: Its version.
        weights_sha256: SHA-256 of its weights.
        temperature: What its logits are divided by; the threshold holds for these probabilities only.
        positive_class: The class that decisions are about.
        date: When, ISO 8601 in UTC.
        person: Who; may be empty.
        place: Which site or scanner the cases are from, as the person named it; may be empty.
        data_sha256: Stands for the cases and their classes; no name of theirs is kept.
        cases: How many there were.
        threshold: Probability from which the classifier leans positive here, 0..1.
        chosen_here: Whether the threshold was chosen by these same cases, which flatters the figures.
        error_level: Share of scans of either class whose true answer may be excluded here, 0..1.
        sensitivity: At that threshold.
        specificity: At that threshold.
        auc: Of these cases.
        undetermined: Share of the judged cases without a plain answer.
        promises: What the card says beside what was found.
        promised_on: Which images the card's figures are from; empty where it has none.
        reference: What the cases were like.
        local_scores: What prediction sets are made from here, None for the package's own scores.
    """

    model: str
    version: str
    weights_sha256: str
    temperature: float
    positive_class: str
    date: str
    person: str
    place: str
    data_sha256: str
    cases: CaseCounts
    threshold: float
    chosen_here: bool
    error_level: float
    sensitivity: Estimate
    specificity: Estimate
    auc: Estimate
    undetermined: Estimate
    promises: tuple[Promise, ...]
    promised_on: str
    reference: SiteReference
    local_scores: LocalScores | None = None

    def is_of(self, card: ModelCard) -> bool:
        """Whether it was made with this very model: name, version, weights, and how its probabilities are made."""
        mine = (self.model, self.version, self.weights_sha256, self.temperature, self.positive_class)
        others = (card.name, card.version, card.weights_sha256, card.calibration_temperature, card.positive_class)
        return mine == others


@dataclass(frozen=True)
class KeptCommissionings:
    """Commissionings on disk.

    Attributes:
        folder: Where they are, made when first written to; None where there is no place for them.
    """

    folder: Path | None

    def path_of(self, card: ModelCard) -> Path:
        """Where the commissioning of a model is kept, whether it is there or not.

        Raises:
            UnknownModelError: There is no place, or no file can be called so.
        """
        directory = directory_of(self.folder, card.name, card.version)
        return directory.with_name(f"{directory.name}.json")  # untranslated: a file

    def read(self, card: ModelCard) -> Commissioning | None:
        """A model's commissioning, None where there is none. It may be another model's: see `Commissioning.is_of`.

        Raises:
            InvalidRunError: It is there and cannot be used.
            NewerRunError: A newer Hilum wrote it.
            UnknownModelError: There is no place for it.
        """
        path = self.path_of(card)
        try:
            if not path.exists():
                return None
        except OSError as error:
            raise InvalidRunError(path, Worded.of(mark("cannot be read: {reason}"), reason=str(error))) from error
        content = read_json(path)
        try:
            content = FORM.brought_up(content, path)
            if content["schema_version"] != FORM.version:
                raise ValueError(f"schema version {content['schema_version']}")
            return _checked(from_plain(Commissioning, content))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise InvalidRunError(path, Worded.of(mark("not a commissioning: {reason}"), reason=str(error))) from error

    def write(self, card: ModelCard, commissioning: Commissioning) -> None:
        """Keep a commissioning; an earlier one of the same version is replaced.

        Raises:
            OutputNotWritableError: The disk is full, or the folder may not be written.
            UnknownModelError: There is no place for it.
            NewerRunError: A newer Hilum wrote the earlier one; it remains.
        """
        path = self.path_of(card)
        content = FORM.stamped(to_plain(commissioning))
        try:
            before = read_json(path)
        except InvalidRunError:
            before = None
        FORM.before_writing(before, path)
        try:
            make_folder(path.parent)
            write_json_durably(path, content)
        except RunNotWritableError as error:
            raise OutputNotWritableError(error.path, error.detail) from error


def user_commissionings() -> KeptCommissionings:
    """This user's commissionings; without a home folder there are none."""
    folders = user_folders()
    return KeptCommissionings(folders.data / FOLDER_NAME if folders is not None else None)


def figures_of(commissioning: Commissioning) -> Mapping[Metric, Estimate]:
    """The figures that were found, by name."""
    return {
        "auc": commissioning.auc,
        "sensitivity": commissioning.sensitivity,
        "specificity": commissioning.specificity,
    }


def _checked(commissioning: Commissioning) -> Commissioning:
    """Refuse what no commissioning can have written."""
    if not (0 <= commissioning.threshold <= 1 and 0 < commissioning.error_level < 1):
        raise ValueError("threshold or error level is out of range")
    if datetime.fromisoformat(commissioning.date).tzinfo is None:
        raise ValueError("its date has no time zone")
    if not all(math.isfinite(estimate.value) for estimate in figures_of(commissioning).values()):
        raise ValueError("a figure is missing")
    if (local := commissioning.local_scores) is not None:
        for scores in (local.positive, local.negative):
            if scores.ndim != 1 or not scores.size or not ((scores >= 0) & (scores <= 1)).all():
                raise ValueError("its scores are no probabilities")
    return commissioning
