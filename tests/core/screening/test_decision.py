"""One answer out of everything known: what refuses, what makes undetermined, and in which words."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.card import EvidenceRule
from core.model.conformal import PredictionSet
from core.model.lung_regions import lung_regions
from core.model.lungs import LungFinding
from core.model.package import bundled_package
from core.screening.decision import Decision, LungEvidence, ReasonKind, Verdict, decide
from core.screening.evidence_fit import EvidenceCases, apply_evidence_rule, fit_evidence_rule
from core.screening.gate import GateCheck, GateFinding, GateLevel, GateOutcome, gate_outcome

RULE = EvidenceRule(0.02, 0.1, 0.3, "e", "f", "r")
OPEN = GateOutcome()
SHARES = st.floats(0, 1)


def lungs(extent: float, share: float | None = 0.8) -> LungEvidence:
    empty = np.zeros((8, 8), np.uint8)
    finding = LungFinding(empty, empty, 0.3, extent)
    return LungEvidence(finding, lung_regions(finding), share)


def possible(*, positive: bool, negative: bool) -> PredictionSet:
    return PredictionSet(0.5 if positive else 0.01, 0.5 if negative else 0.01, 0.05)


def verdict(
    probability: float,
    extent: float = 0.05,
    share: float | None = 0.8,
    gate: GateOutcome = OPEN,
    prediction_set: PredictionSet | None = None,
) -> Verdict:
    return decide(probability, 0.5, "COVID-19", gate, prediction_set, lungs(extent, share), RULE)


def kinds(found: Verdict) -> list[ReasonKind]:
    return [reason.kind for reason in found.reasons]


def test_reaching_the_threshold_is_positive() -> None:
    assert verdict(0.5).decision is Decision.POSITIVE
    assert verdict(np.nextafter(0.5, 0)).decision is Decision.NEGATIVE
    assert verdict(0.5).reasons == ()


def test_a_positive_needs_opacity_in_the_lungs() -> None:
    found = verdict(0.9, extent=0.019)
    assert found.decision is Decision.UNDETERMINED
    assert found.lean is Decision.POSITIVE
    assert kinds(found) == [ReasonKind.NO_OPACITY]
    assert "The two methods disagree" in found.reasons[0].sentence
    assert verdict(0.9, extent=0.02).decision is Decision.POSITIVE


def test_a_negative_allows_little_opacity() -> None:
    found = verdict(0.1, extent=0.11)
    assert found.decision is Decision.UNDETERMINED
    assert kinds(found) == [ReasonKind.MUCH_OPACITY]
    assert "11%" in found.reasons[0].sentence
    assert verdict(0.1, extent=0.1).decision is Decision.NEGATIVE


def test_evidence_outside_the_lungs_is_not_believed() -> None:
    assert kinds(verdict(0.9, share=0.29)) == [ReasonKind.OUTSIDE_LUNGS]
    assert kinds(verdict(0.9, share=None)) == []
    assert kinds(verdict(0.1, share=0.0)) == [], "it is the evidence for the positive class"


@pytest.mark.parametrize(
    ("probability", "allows_positive", "allows_negative", "reasons"),
    [
        (0.9, True, False, []),
        (0.1, False, True, []),
        (0.9, True, True, [ReasonKind.BOTH_POSSIBLE]),
        (0.1, False, False, [ReasonKind.NEITHER_POSSIBLE]),
        (0.4, True, False, [ReasonKind.SET_DISAGREES]),
        (0.6, False, True, [ReasonKind.SET_DISAGREES]),
    ],
)
def test_the_lean_stands_where_it_is_the_only_possible_answer(
    probability: float, allows_positive: bool, allows_negative: bool, reasons: list[ReasonKind]
) -> None:
    found = verdict(probability, prediction_set=possible(positive=allows_positive, negative=allows_negative))
    assert kinds(found) == reasons
    assert (found.decision is Decision.UNDETERMINED) == bool(reasons)


def test_what_the_gate_refuses_has_no_answer() -> None:
    refusal = GateFinding(GateCheck.CHEST, GateLevel.REFUSE, "This is a leg.")
    found = verdict(0.9, gate=gate_outcome((refusal,)))
    assert found.decision is Decision.REFUSED
    assert found.reasons[0].sentence == "This is a leg."


def test_the_gravest_finding_speaks_first_and_once_per_check() -> None:
    warning = GateFinding(GateCheck.CHEST, GateLevel.WARN, "Perhaps no chest.")
    refusal = GateFinding(GateCheck.CHEST, GateLevel.REFUSE, "No chest.")
    other = GateFinding(GateCheck.AGE, GateLevel.WARN, "A child.")
    outcome = gate_outcome((warning, other, refusal))
    assert outcome.findings == (refusal, other)
    assert outcome.level is GateLevel.REFUSE
    assert outcome.at(GateLevel.WARN) == (other,)
    assert GateOutcome().level is GateLevel.PASS


@given(SHARES, SHARES, st.none() | SHARES, SHARES, SHARES)
def test_no_answer_stands_against_any_evidence(
    probability: float, extent: float, share: float | None, positive_p: float, negative_p: float
) -> None:
    found = verdict(probability, extent, share, prediction_set=PredictionSet(positive_p, negative_p, 0.05))
    assert (found.decision is found.lean) == (not found.reasons)
    if found.decision is Decision.POSITIVE:
        assert probability >= 0.5
        assert extent >= RULE.opacity_needed
        assert positive_p > 0.05 >= negative_p
    if found.decision is Decision.NEGATIVE:
        assert extent <= RULE.opacity_allowed
        assert negative_p > 0.05 >= positive_p


def cases(count: int = 1000) -> EvidenceCases:
    random = np.random.default_rng(3)
    is_positive = np.arange(count) % 2 == 0
    return EvidenceCases(
        is_positive,
        ~is_positive & (np.arange(count) % 4 == 1),
        is_positive,
        np.where(is_positive, random.uniform(0.05, 0.5, count), random.uniform(0, 0.04, count)),
        np.where(is_positive, random.uniform(0.3, 0.9, count), np.nan),
    )


def test_the_rule_is_read_off_normal_scans_and_agrees_with_the_decision() -> None:
    found = cases()
    rule = fit_evidence_rule(found, "here", "there")
    assert rule.opacity_needed == pytest.approx(0.038, abs=0.001)
    assert rule.opacity_needed < rule.opacity_allowed < 0.04
    assert rule.activation_needed == pytest.approx(0.306, abs=0.01)
    assert rule.explanation.count(". ") == 1, "two sentences"
    outcome = apply_evidence_rule(found, rule, found.is_positive)
    decided = [
        decide(0.9, 0.5, "x", OPEN, None, lungs(extent, share), rule).decision
        for extent, share in zip(
            found.opacity_extent[found.is_positive], found.activation_in_lungs[found.is_positive], strict=True
        )
    ]
    assert outcome.undetermined == decided.count(Decision.UNDETERMINED) > 0
    assert outcome.positive + outcome.negative + outcome.undetermined == outcome.images == 500


def test_the_rule_needs_scans_to_be_read_off() -> None:
    found = cases()
    nothing = np.zeros(1000, np.bool_)
    with pytest.raises(ValueError, match="normal scans"):
        fit_evidence_rule(EvidenceCases(*(vars(found) | {"is_normal": nothing}).values()), "", "")


def test_the_bundled_card_states_its_rule_and_its_scores(tmp_path: Path) -> None:
    card = bundled_package().card
    assert card.evidence is not None
    assert 0 < card.evidence.opacity_needed < card.evidence.opacity_allowed < 1
    assert "paper_protocol" in card.evidence.reported_on
    assert card.conformal is not None
    assert dict(card.conformal.counts) == {"positive": 200, "negative": 1000}
