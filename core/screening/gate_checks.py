"""What the input gate looks at: the header first, then the picture itself."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core.language import Worded, mark, tr
from core.model.card import AgeGroup, FeatureLimits
from core.model.feature_distance import (
    FeatureDistribution,
    distribution_of,
    limits_of_statistics,
    read_feature_statistics,
)
from core.model.gate_head import GateHead, measure_lungs, read_gate_head
from core.model.lung_card import GateClass, LungGate, LungMeasure
from core.model.lung_regions import LungRegions
from core.model.lungs import LungPackage, bundled_lung_package
from core.model.package import ModelPackage
from core.screening.gate import GateCheck, GateFinding, GateLevel, GateOutcome, gate_outcome
from core.screening.notices import CHILD_BELOW_YEARS, Notice, NoticeKind

SMALLEST_SIDE = 100
"""Pixels along the shorter side below which a picture is too small; the networks look at 224, and a thumbnail's lungs
are a guess."""

_REFUSED_NOTICES = {
    NoticeKind.FEW_GREY_VALUES: GateCheck.PICTURE,
    NoticeKind.VIEW_NOT_FRONTAL: GateCheck.VIEW,
    NoticeKind.BODY_PART_NOT_CHEST: GateCheck.CHEST,
    NoticeKind.MODALITY_UNUSUAL: GateCheck.RADIOGRAPH,
    NoticeKind.FOR_PROCESSING: GateCheck.PROCESSING,
}
"""Notices about what a frontal chest radiograph for presentation never is."""


@dataclass(frozen=True)
class _Sentences:
    """What is said of a picture that is no upright chest: where it may be, and where it surely is."""

    check: GateCheck
    may_be: str
    surely: str


_OF_CLASS = {
    GateClass.TURNED_LEFT: _Sentences(
        GateCheck.ORIENTATION,
        mark(
            "The chest may lie on its side: if its head points left, turn the file by a quarter to the right and open"
            " it again."
        ),
        mark(
            "The chest lies on its side, its head points left: turn the file by a quarter to the right and open it"
            " again."
        ),
    ),
    GateClass.TURNED_RIGHT: _Sentences(
        GateCheck.ORIENTATION,
        mark(
            "The chest may lie on its side: if its head points right, turn the file by a quarter to the left and open"
            " it again."
        ),
        mark(
            "The chest lies on its side, its head points right: turn the file by a quarter to the left and open it"
            " again."
        ),
    ),
    GateClass.UPSIDE_DOWN: _Sentences(
        GateCheck.ORIENTATION,
        mark("The chest may stand upside down: if so, turn the file by half a turn and open it again."),
        mark("The chest stands upside down: turn the file by half a turn and open it again."),
    ),
    GateClass.INVERTED: _Sentences(
        GateCheck.POLARITY,
        mark(
            "Dark and bright may be swapped: bones must look bright and lungs dark; if not, invert the file and open"
            " it again."
        ),
        mark("Dark and bright are swapped: bones must look bright and lungs dark. Invert the file and open it again."),
    ),
    GateClass.NO_CHEST: _Sentences(
        GateCheck.CHEST,
        mark("This may not be a frontal radiograph of one whole chest; the answer means something only if it is."),
        mark("This does not look like a frontal radiograph of one whole chest; the model knows nothing else."),
    ),
}

_OF_MEASURE = {
    LungMeasure.AREA: (
        mark(
            "The lung fields take up very little of the picture: the chest may be cut off, turned or not seen from"
            " the front;"
            " look at the picture before believing the answer."
        ),
        mark(
            "The lung fields take up nearly all of the picture: the chest may be cut off, turned or not seen from"
            " the front;"
            " look at the picture before believing the answer."
        ),
    ),
    LungMeasure.BALANCE: (
        mark(
            "The lung fields differ greatly in size: the chest may be cut off, turned or not seen from the front;"
            " look at the picture before believing the answer."
        ),
        mark(
            "The lung fields differ greatly in size: the chest may be cut off, turned or not seen from the front;"
            " look at the picture before believing the answer."
        ),
    ),
    LungMeasure.DISTANCE: (
        mark(
            "The lung fields lie very close together: the chest may be cut off, turned or not seen from the front;"
            " look at the picture before believing the answer."
        ),
        mark(
            "The lung fields lie very far apart: the chest may be cut off, turned or not seen from the front;"
            " look at the picture before believing the answer."
        ),
    ),
    LungMeasure.TILT: (
        mark(
            "The lung fields lie at different heights: the chest may be cut off, turned or not seen from the front;"
            " look at the picture before believing the answer."
        ),
        mark(
            "The lung fields lie at different heights: the chest may be cut off, turned or not seen from the front;"
            " look at the picture before believing the answer."
        ),
    ),
    LungMeasure.HEIGHT: (
        mark(
            "The lung fields lie at the upper edge of the picture: the chest may be cut off, turned or not seen"
            " from the front;"
            " look at the picture before believing the answer."
        ),
        mark(
            "The lung fields lie at the lower edge of the picture: the chest may be cut off, turned or not seen"
            " from the front;"
            " look at the picture before believing the answer."
        ),
    ),
    LungMeasure.MIDDLE: (
        mark(
            "The lung fields lie at the left edge of the picture: the chest may be cut off, turned or not seen from"
            " the front;"
            " look at the picture before believing the answer."
        ),
        mark(
            "The lung fields lie at the right edge of the picture: the chest may be cut off, turned or not seen"
            " from the front;"
            " look at the picture before believing the answer."
        ),
    ),
    LungMeasure.ELSEWHERE: (
        mark(
            "The lung fields are found in many places: the chest may be cut off, turned or not seen from the front;"
            " look at the picture before believing the answer."
        ),
        mark(
            "The lung fields are found in many places: the chest may be cut off, turned or not seen from the front;"
            " look at the picture before believing the answer."
        ),
    ),
}
"""What is said of lung fields below the smallest and above the largest value."""


@dataclass(frozen=True, eq=False)
class ScanFacts:
    """What the gate knows of a scan.

    Attributes:
        notices: From the header, and from the picture as displayed.
        rows: Height of the picture, pixels.
        columns: Width of the picture, pixels.
        age_years: The patient's age, None where it is not known.
        features: float32 (channels,), the classifier's pooled features.
        lung_features: float32 (channels, rows, columns), the lung network's, None where it was not asked.
        lung_regions: The lung fields, None where it was not asked.
    """

    notices: tuple[Notice, ...]
    rows: int
    columns: int
    age_years: float | None
    features: npt.NDArray[np.float32]
    lung_features: npt.NDArray[np.float32] | None
    lung_regions: LungRegions | None


@dataclass(frozen=True, eq=False)
class ScanGate:
    """The gate in front of one model. What it was not given it does not look at; notices and size it always does.

    Attributes:
        age_group: Whom the model's training images show.
        distribution: How the classifier's features are distributed on its training images.
        feature_limits: How far a scan's may lie from them.
        head: Tells from the lung network's features what a picture is.
        lung_gate: When the head speaks, and where lungs may lie.
    """

    age_group: AgeGroup = AgeGroup.UNKNOWN
    distribution: FeatureDistribution | None = None
    feature_limits: FeatureLimits | None = None
    head: GateHead | None = None
    lung_gate: LungGate | None = None

    def judge(self, facts: ScanFacts) -> GateOutcome:
        """Say whether the model may judge a scan.

        Args:
            facts: What is known of it.
        """
        findings = [
            GateFinding(_REFUSED_NOTICES[notice.kind], GateLevel.REFUSE, notice.sentence)
            for notice in facts.notices
            if notice.kind in _REFUSED_NOTICES
        ]
        findings.extend(_of_size(facts.rows, facts.columns))
        findings.extend(_of_age(facts.age_years, self.age_group))
        of_picture = list(self._of_picture(facts))
        findings.extend(of_picture)
        # A picture that is turned or no chest is unlike the training images, too: one sentence about it is enough.
        if not of_picture:
            findings.extend(self._of_likeness(facts.features))
        return gate_outcome(tuple(findings))

    def _of_picture(self, facts: ScanFacts) -> Iterator[GateFinding]:
        """What the lung network says: its features first, then where it sees lungs."""
        if self.head is None or self.lung_gate is None or facts.lung_features is None or facts.lung_regions is None:
            return
        found = list(_of_head(self.head.log_odds(facts.lung_features), self.lung_gate))
        yield from found
        if not any(finding.level is GateLevel.REFUSE for finding in found):
            yield from _of_lungs(facts.lung_regions, self.lung_gate)

    def distance(self, features: npt.NDArray[np.float32]) -> float | None:
        """How far a scan's features lie from those of the training images; None where nothing is known of these.

        Args:
            features: float32 (channels,), the classifier's pooled features.
        """
        return float(self.distribution.distances(features[None])[0]) if self.distribution is not None else None

    def _of_likeness(self, features: npt.NDArray[np.float32]) -> Iterator[GateFinding]:
        distance = self.distance(features)
        if distance is None or self.feature_limits is None:
            return
        if distance > self.feature_limits.refuse_above:
            yield GateFinding(
                GateCheck.LIKENESS,
                GateLevel.REFUSE,
                mark("The scan is unlike anything that the model was trained on; its answer would mean nothing."),
            )
        elif distance > self.feature_limits.warn_above:
            yield GateFinding(
                GateCheck.LIKENESS,
                GateLevel.WARN,
                mark("The scan is unlike nearly all that the model was trained on; its answer is worth less."),
            )


def open_gate(package: ModelPackage, lungs: LungPackage | None = None) -> ScanGate:
    """The gate in front of a package's model.

    Args:
        package: The model.
        lungs: The lung network that reads the scans, None for the bundled one.

    Raises:
        InvalidModelPackageError: A package's statistics are damaged.
    """
    lung_package = lungs if lungs is not None else bundled_lung_package()
    lung_gate = lung_package.card.gate
    head = None
    if lung_gate is not None:
        head = read_gate_head(lung_package.directory / lung_gate.file, lung_gate.classes)
    path, limits = package.feature_statistics_path, package.card.feature_limits
    distribution = None
    if path is not None:
        tensors = read_feature_statistics(path)
        distribution = distribution_of(tensors, path)
        limits = limits if limits is not None else limits_of_statistics(tensors)
    return ScanGate(package.card.training.age_group, distribution, limits, head, lung_gate)


def _of_size(rows: int, columns: int) -> Iterator[GateFinding]:
    if min(rows, columns) < SMALLEST_SIDE:
        yield GateFinding(
            GateCheck.PICTURE,
            GateLevel.REFUSE,
            Worded(
                lambda: tr(
                    "The picture has only {columns} x {rows} pixels, too few to judge lungs by; open the full-sized"
                    " one."
                ).format(columns=columns, rows=rows)
            ),
        )


def _of_age(age_years: float | None, age_group: AgeGroup) -> Iterator[GateFinding]:
    """A warning, never a refusal: a sixteen-year-old's chest is an adult's, and birth dates are mistyped."""
    if age_years is None:
        return
    is_child = age_years < CHILD_BELOW_YEARS
    if is_child and age_group is AgeGroup.ADULTS:
        yield GateFinding(
            GateCheck.AGE, GateLevel.WARN, mark("The model was trained on adults only, and this is a child.")
        )
    elif not is_child and age_group is AgeGroup.CHILDREN:
        yield GateFinding(
            GateCheck.AGE, GateLevel.WARN, mark("The model was trained on children only, and this is an adult.")
        )


def _of_head(log_odds: Mapping[GateClass, float], gate: LungGate) -> Iterator[GateFinding]:
    """The one class that is most probable among those that refuse; among those that warn where none refuses."""
    refusing = [name for name, odds in log_odds.items() if odds > gate.thresholds[name].refuse_above]
    passed = refusing or [name for name, odds in log_odds.items() if odds > gate.thresholds[name].warn_above]
    if not passed:
        return
    name = max(passed, key=log_odds.__getitem__)
    sentences, is_sure = _OF_CLASS[name], bool(refusing)
    level, sentence = (GateLevel.REFUSE, sentences.surely) if is_sure else (GateLevel.WARN, sentences.may_be)
    yield GateFinding(sentences.check, level, sentence)


def _of_lungs(regions: LungRegions, gate: LungGate) -> Iterator[GateFinding]:
    measures = measure_lungs(regions)
    if not regions.fields:
        yield GateFinding(
            GateCheck.LUNGS, GateLevel.REFUSE, mark("No lungs can be made out; is this a radiograph of a chest?")
        )
    elif measures is None:
        yield GateFinding(
            GateCheck.LUNGS,
            GateLevel.WARN,
            mark(
                "Only one lung field can be made out: the chest may be cut off, or one side be opaque; look at the"
                " picture before believing the answer."
            ),
        )
    else:
        yield from _of_measures(measures, gate.lung_limits)


def _of_measures(
    measures: Mapping[LungMeasure, float], limits: Mapping[LungMeasure, tuple[float, float]]
) -> Iterator[GateFinding]:
    """One warning about the first measure that is out of its limits."""
    for name, (low, high) in limits.items():
        if not low <= measures[name] <= high:
            yield GateFinding(GateCheck.LUNGS, GateLevel.WARN, _OF_MEASURE[name][measures[name] > high])
            return
