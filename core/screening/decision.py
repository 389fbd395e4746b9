"""Positive, negative, undetermined or refused: how everything known about a scan becomes one answer.

In this order: a scan that the gate refuses gets no answer. The classifier leans one way by the package's threshold. The
lean stands where it is the only answer that the prediction set allows, and where the lungs bear it out; otherwise the
answer is "undetermined", with the reason.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from core.language import Worded, tr
from core.model.card import EvidenceRule
from core.model.class_words import class_word
from core.model.conformal import DEFAULT_ERROR_LEVEL, PredictionSet
from core.model.lung_regions import LungRegions
from core.model.lungs import LungFinding
from core.number_format import percent
from core.screening.gate import GateLevel, GateOutcome


class Decision(StrEnum):
    """The answer about a scan."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    UNDETERMINED = "undetermined"
    REFUSED = "refused"


class ReasonKind(StrEnum):
    """Why there is no plain answer. The values are stable: they are written into JSON and into the record."""

    REFUSED_BY_GATE = "refused_by_gate"
    BOTH_POSSIBLE = "both_possible"
    NEITHER_POSSIBLE = "neither_possible"
    SET_DISAGREES = "set_disagrees_with_threshold"
    NO_OPACITY = "positive_without_opacity"
    MUCH_OPACITY = "negative_with_opacity"
    OUTSIDE_LUNGS = "evidence_outside_lungs"


@dataclass(frozen=True)
class Reason:
    """One reason why there is no plain answer.

    Attributes:
        kind: Which.
        sentence: For a person; English as it is, shown by `tr`.
    """

    kind: ReasonKind
    sentence: str


@dataclass(frozen=True)
class DecisionPolicy:
    """What a person or a commissioning sets about decisions.

    Attributes:
        error_level: Share of scans of either class whose true answer may be excluded, 0..1.
        threshold: Probability of the positive class from which the classifier leans positive, None for the package's.
    """

    error_level: float = DEFAULT_ERROR_LEVEL
    threshold: float | None = None


@dataclass(frozen=True, eq=False)
class LungEvidence:
    """What the lung network says about a scan.

    Attributes:
        finding: Lung fields and opacities.
        regions: The fields, with their zones.
        activation_in_lungs: Share of the classifier's evidence for the positive class that lies within the lungs, None
            where nothing speaks for that class.
    """

    finding: LungFinding
    regions: LungRegions
    activation_in_lungs: float | None


@dataclass(frozen=True)
class Verdict:
    """The answer with its reasons.

    Attributes:
        decision: The answer.
        lean: What the classifier alone says by its threshold: `POSITIVE` or `NEGATIVE`.
        reasons: Why the answer is not simply the lean; empty where it is.
        prediction_set: Which answers remain possible, None where the package has no calibration scores.
    """

    decision: Decision
    lean: Decision
    reasons: tuple[Reason, ...] = ()
    prediction_set: PredictionSet | None = None


def decide(
    probability: float,
    threshold: float,
    positive_class: str,
    gate: GateOutcome,
    prediction_set: PredictionSet | None,
    evidence: LungEvidence | None,
    rule: EvidenceRule | None,
) -> Verdict:
    """Make one answer of everything known about a scan.

    Args:
        probability: Of the positive class, 0..1.
        threshold: From which the classifier leans positive; reaching it is positive.
        positive_class: Its name, for the sentences.
        gate: Whether the model may judge the scan.
        prediction_set: Which answers remain possible, None where that is not known.
        evidence: What the lungs show, None where that is not known.
        rule: How the lungs bear on the answer, None for not at all.
    """
    lean = Decision.POSITIVE if probability >= threshold else Decision.NEGATIVE
    if gate.level is GateLevel.REFUSE:
        first = gate.findings[0].sentence
        return Verdict(Decision.REFUSED, lean, (Reason(ReasonKind.REFUSED_BY_GATE, first),), prediction_set)
    reasons: list[Reason] = []
    if evidence is not None and rule is not None:
        reasons.extend(_reasons_of_lungs(lean, positive_class, evidence, rule))
    if prediction_set is not None:
        reasons.extend(_reasons_of_set(lean, positive_class, prediction_set))
    return Verdict(Decision.UNDETERMINED if reasons else lean, lean, tuple(reasons), prediction_set)


def _reasons_of_lungs(
    lean: Decision, positive_class: str, evidence: LungEvidence, rule: EvidenceRule
) -> Iterator[Reason]:
    extent = evidence.finding.opacity_extent
    if lean is Decision.NEGATIVE and extent > rule.opacity_allowed:
        yield Reason(
            ReasonKind.MUCH_OPACITY,
            Worded(
                lambda: tr(
                    "The two methods disagree: the classifier sees no {finding}, but {share} of the lungs look"
                    " opaque to the lung network."
                ).format(finding=class_word(positive_class), share=percent(extent))
            ),
        )
    if lean is not Decision.POSITIVE:
        return
    if extent < rule.opacity_needed:
        yield Reason(
            ReasonKind.NO_OPACITY,
            Worded(
                lambda: tr(
                    "The two methods disagree: the classifier sees {finding}, but the lung network finds no opacity to"
                    " speak of in the lungs ({share})."
                ).format(finding=class_word(positive_class), share=percent(extent, 1))
            ),
        )
    share = evidence.activation_in_lungs
    if share is not None and share < rule.activation_needed:
        yield Reason(
            ReasonKind.OUTSIDE_LUNGS,
            Worded(
                lambda: tr(
                    "Only {share} of what speaks for {finding} lies within the lungs: the classifier may look at"
                    " something that is not the disease."
                ).format(share=percent(share), finding=class_word(positive_class))
            ),
        )


def _reasons_of_set(lean: Decision, positive_class: str, possible: PredictionSet) -> Iterator[Reason]:
    level = possible.error_level
    if possible.allows_positive and possible.allows_negative:
        yield Reason(
            ReasonKind.BOTH_POSSIBLE,
            Worded(
                lambda: tr(
                    "Both answers remain possible: excluding either would be wrong more often than in {level} of such"
                    " scans."
                ).format(level=percent(level))
            ),
        )
    elif not possible.allows_positive and not possible.allows_negative:
        yield Reason(
            ReasonKind.NEITHER_POSSIBLE,
            Worded(
                lambda: tr(
                    "The scan is unlike the {finding} scans and unlike the others that the answers were calibrated on."
                ).format(finding=class_word(positive_class))
            ),
        )
    elif possible.allows_positive is not (lean is Decision.POSITIVE):
        yield Reason(
            ReasonKind.SET_DISAGREES,
            Worded(lambda: _set_disagrees(positive_class, possible.allows_positive, level)),
        )


def _set_disagrees(positive_class: str, allows_positive: bool, level: float) -> str:
    if allows_positive:
        text = tr(
            "The classifier's threshold and its calibration point different ways: only “{finding}” remains possible"
            " at an error level of {level}."
        )
    else:
        text = tr(
            "The classifier's threshold and its calibration point different ways: only “not {finding}” remains possible"
            " at an error level of {level}."
        )
    return text.format(finding=class_word(positive_class), level=percent(level))
