"""An answer in the words that the window and reports use."""

from core.model.conformal import PredictionSet
from core.screening.agreement import compare_impression
from core.screening.decision import Decision, ReasonKind
from core.screening.gate import GateLevel
from core.screening.notices import NoticeSeverity
from core.screening.result import OVERRIDE_NOTICE, ScanResult

_DISAGREEMENTS = frozenset({ReasonKind.NO_OPACITY, ReasonKind.MUCH_OPACITY, ReasonKind.OUTSIDE_LUNGS})

IMPRESSIONS = {
    Decision.POSITIVE: "finding present",
    Decision.NEGATIVE: "finding not present",
    Decision.UNDETERMINED: "unsure",
}
"""What a person can say before the answer is shown."""


def decision_heading(result: ScanResult) -> str:
    """The answer in a few words."""
    match result.decision:
        case Decision.POSITIVE:
            return f"{result.positive_class} pattern"
        case Decision.NEGATIVE:
            return f"No {result.positive_class} pattern"
        case Decision.UNDETERMINED:
            return "Undetermined"
        case Decision.REFUSED:
            return "Not judged"


def decision_source(result: ScanResult) -> str:
    """Whose answer it is, in a line."""
    match result.decision:
        case Decision.POSITIVE:
            return f"According to this model: at or above its threshold of {result.threshold:.3g}."
        case Decision.NEGATIVE:
            return f"According to this model: below its threshold of {result.threshold:.3g}."
        case Decision.UNDETERMINED:
            side = "at or above" if result.verdict.lean is Decision.POSITIVE else "below"
            return f"The classifier alone is {side} its threshold of {result.threshold:.3g}."
        case Decision.REFUSED:
            return "This model may not judge this scan:"


def reason_sentences(result: ScanResult) -> tuple[str, ...]:
    """Why the answer is no plain one, or why there is none; each reason once."""
    sentences = [reason.sentence for reason in result.verdict.reasons]
    sentences += [finding.sentence for finding in result.gate.at(GateLevel.REFUSE)]
    return tuple(dict.fromkeys(sentences))


def warning_sentences(result: ScanResult) -> tuple[str, ...]:
    """What can change the answer's worth, beside the reasons."""
    sentences = [OVERRIDE_NOTICE] if result.override is not None else []
    sentences += [finding.sentence for finding in result.gate.at(GateLevel.WARN)]
    sentences += [notice.sentence for notice in result.notices if notice.severity is NoticeSeverity.WARNING]
    reasons = reason_sentences(result)
    return tuple(sentence for sentence in dict.fromkeys(sentences) if sentence not in reasons)


def information_sentences(result: ScanResult) -> tuple[str, ...]:
    """What else there is to know about the scan."""
    said = {*reason_sentences(result), *warning_sentences(result)}
    sentences = [notice.sentence for notice in result.notices if notice.severity is NoticeSeverity.INFO]
    return tuple(sentence for sentence in sentences if sentence not in said)


def methods_sentence(result: ScanResult) -> str:
    """Whether classifier and lung network say the same."""
    evidence = result.evidence
    if evidence is None:
        return "The lung network could not be asked."
    if result.is_refused:
        return "Neither method is made for such a scan."
    if any(reason.kind in _DISAGREEMENTS for reason in result.verdict.reasons):
        verdict = "The two methods disagree."
    else:
        verdict = "The two methods agree."
    share = evidence.activation_in_lungs
    if share is None:
        return f"{verdict} Nothing in the picture speaks for {result.positive_class}."
    return f"{verdict} {share:.0%} of what speaks for {result.positive_class} lies within the lungs."


def prediction_set_sentence(possible: PredictionSet | None, positive_class: str) -> str:
    """Which answers remain possible at the error level."""
    if possible is None:
        return "This model has no calibration scores: which answers remain possible cannot be said."
    level = f"At an error level of {possible.error_level:.0%}"
    match possible.allows_positive, possible.allows_negative:
        case True, True:
            return f"{level}: both answers remain possible."
        case False, False:
            return f"{level}: neither answer fits."
        case True, False:
            return f"{level}: only “{positive_class}” remains possible."
        case _:
            return f"{level}: only “not {positive_class}” remains possible."


def impression_sentence(impression: Decision, result: ScanResult) -> str:
    """What a person said beforehand, and whether the answer is the same."""
    said = f"Your impression: {IMPRESSIONS[impression]}."
    is_same = compare_impression(impression, result.decision)
    if is_same is None:
        return f"{said} There is no plain pair to compare."
    return f"{said} The model says {'the same' if is_same else 'the opposite'}."
