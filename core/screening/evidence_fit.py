"""How the lungs bear on the answer: the rule's numbers, from images with known answers."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core.model.card import EvidenceRule

NORMAL_SHARE_NEEDED = 0.95
"""A positive answer needs more opacity than this share of normal scans shows."""
NORMAL_SHARE_ALLOWED = 0.99
"""A negative answer allows as much opacity as this share of normal scans stays below."""
OUTSIDE_SHARE = 0.01
"""Share of rightly recognised positive scans whose evidence may lie further outside the lungs than the rule allows."""

_DIGITS = 4


@dataclass(frozen=True, eq=False)
class EvidenceCases:
    """What both networks said about images with known answers.

    Attributes:
        is_positive: bool (n,), images of the positive class.
        is_normal: bool (n,), images without any disease of the lungs.
        leans_positive: bool (n,), where the classifier's probability reaches its threshold.
        opacity_extent: float64 (n,), 0..1.
        activation_in_lungs: float64 (n,), 0..1; NaN where nothing speaks for the positive class.
    """

    is_positive: npt.NDArray[np.bool_]
    is_normal: npt.NDArray[np.bool_]
    leans_positive: npt.NDArray[np.bool_]
    opacity_extent: npt.NDArray[np.float64]
    activation_in_lungs: npt.NDArray[np.float64]


@dataclass(frozen=True)
class EvidenceOutcome:
    """What the rule makes of the classifier's leans, as counts.

    Attributes:
        images: Images of one class.
        positive: Whose positive lean stands.
        negative: Whose negative lean stands.
        undetermined: Where the two methods disagree.
    """

    images: int
    positive: int
    negative: int
    undetermined: int


def fit_evidence_rule(cases: EvidenceCases, fitted_on: str, reported_on: str) -> EvidenceRule:
    """Fit the rule: how much opacity a positive answer needs and a negative one allows.

    Args:
        cases: With normal scans, and positive scans that the classifier recognises, among them.
        fitted_on: Which images these are.
        reported_on: What the rule does on images that it was not fitted on.

    Raises:
        ValueError: No normal scans, or no recognised positive ones.
    """
    normal = cases.opacity_extent[cases.is_normal]
    recognised = cases.activation_in_lungs[cases.is_positive & cases.leans_positive]
    recognised = recognised[np.isfinite(recognised)]
    if not normal.size or not recognised.size:
        raise ValueError("normal scans and recognised positive scans are needed")
    needed, allowed = (float(np.quantile(normal, share)) for share in (NORMAL_SHARE_NEEDED, NORMAL_SHARE_ALLOWED))
    share = float(np.quantile(recognised, OUTSIDE_SHARE))
    return EvidenceRule(
        opacity_needed=round(needed, _DIGITS),
        opacity_allowed=round(allowed, _DIGITS),
        activation_needed=round(share, _DIGITS),
        explanation=(
            f"A positive answer stands only where the lung network finds more opacity in the lungs than in"
            f" {NORMAL_SHARE_NEEDED:.0%} of normal scans (more than {needed:.1%}) and at least {share:.0%} of what"
            f" speaks for it lies within the lungs; a negative answer stands only where it finds no more than in"
            f" {NORMAL_SHARE_ALLOWED:.0%} of normal scans (at most {allowed:.1%}). Otherwise the answer is"
            " undetermined, because the two methods disagree."  # untranslated: written into the card
        ),
        fitted_on=fitted_on,
        reported_on=reported_on,
    )


def apply_evidence_rule(cases: EvidenceCases, rule: EvidenceRule, chosen: npt.NDArray[np.bool_]) -> EvidenceOutcome:
    """Count what the rule makes of some of the cases.

    Args:
        cases: What both networks said.
        rule: The rule.
        chosen: bool (n,), which of them.
    """
    outside = np.nan_to_num(cases.activation_in_lungs, nan=1.0) < rule.activation_needed
    doubted = np.where(
        cases.leans_positive,
        (cases.opacity_extent < rule.opacity_needed) | outside,
        cases.opacity_extent > rule.opacity_allowed,
    )
    return EvidenceOutcome(
        images=int(chosen.sum()),
        positive=int((chosen & cases.leans_positive & ~doubted).sum()),
        negative=int((chosen & ~cases.leans_positive & ~doubted).sum()),
        undetermined=int((chosen & doubted).sum()),
    )
