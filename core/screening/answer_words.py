"""An answer in the words that the window and reports use."""

from core.language import mark, tr
from core.model.class_words import class_word
from core.model.conformal import PredictionSet
from core.number_format import general, percent
from core.screening.agreement import compare_impression
from core.screening.decision import Decision, ReasonKind
from core.screening.gate import GateLevel
from core.screening.notices import NoticeSeverity
from core.screening.result import OVERRIDE_NOTICE, ScanResult

_DISAGREEMENTS = frozenset({ReasonKind.NO_OPACITY, ReasonKind.MUCH_OPACITY, ReasonKind.OUTSIDE_LUNGS})

IMPRESSIONS = {
    Decision.POSITIVE: mark("finding present"),
    Decision.NEGATIVE: mark("finding not present"),
    Decision.UNDETERMINED: mark("unsure"),
}
"""What a person can say before the answer is shown, in English; `tr` shows it."""


def decision_heading(result: ScanResult) -> str:
    """The answer in a few words."""
    match result.decision:
        case Decision.POSITIVE:
            return tr("{finding} pattern").format(finding=class_word(result.positive_class))
        case Decision.NEGATIVE:
            return tr("No {finding} pattern").format(finding=class_word(result.positive_class))
        case Decision.UNDETERMINED:
            return tr("Undetermined")
        case Decision.REFUSED:
            return tr("Not judged")


def decision_source(result: ScanResult) -> str:
    """Whose answer it is, in a line."""
    match result.decision:
        case Decision.POSITIVE:
            text = tr("According to this model: at or above its threshold of {threshold}.")
        case Decision.NEGATIVE:
            text = tr("According to this model: below its threshold of {threshold}.")
        case Decision.UNDETERMINED if result.verdict.lean is Decision.POSITIVE:
            text = tr("The classifier alone is at or above its threshold of {threshold}.")
        case Decision.UNDETERMINED:
            text = tr("The classifier alone is below its threshold of {threshold}.")
        case Decision.REFUSED:
            text = tr("This model may not judge this scan:")
    return text.format(threshold=general(result.threshold, 3))


def reason_sentences(result: ScanResult) -> tuple[str, ...]:
    """Why the answer is no plain one, or why there is none; each reason once."""
    return tuple(tr(sentence) for sentence in _reasons(result))


def warning_sentences(result: ScanResult) -> tuple[str, ...]:
    """What can change the answer's worth, beside the reasons."""
    return tuple(tr(sentence) for sentence in _warnings(result))


def information_sentences(result: ScanResult) -> tuple[str, ...]:
    """What else there is to know about the scan."""
    said = {*_reasons(result), *_warnings(result)}
    sentences = [notice.sentence for notice in result.notices if notice.severity is NoticeSeverity.INFO]
    return tuple(tr(sentence) for sentence in sentences if sentence not in said)


# As they are kept, in English, so that they can be compared.
def _reasons(result: ScanResult) -> tuple[str, ...]:
    sentences = [reason.sentence for reason in result.verdict.reasons]
    sentences += [finding.sentence for finding in result.gate.at(GateLevel.REFUSE)]
    return tuple(dict.fromkeys(sentences))


def _warnings(result: ScanResult) -> tuple[str, ...]:
    sentences = [OVERRIDE_NOTICE] if result.override is not None else []
    sentences += [finding.sentence for finding in result.gate.at(GateLevel.WARN)]
    sentences += [notice.sentence for notice in result.notices if notice.severity is NoticeSeverity.WARNING]
    reasons = _reasons(result)
    return tuple(sentence for sentence in dict.fromkeys(sentences) if sentence not in reasons)


def methods_sentence(result: ScanResult) -> str:
    """Whether classifier and lung network say the same."""
    evidence = result.evidence
    if evidence is None:
        return tr("The lung network could not be asked.")
    if result.is_refused:
        return tr("Neither method is made for such a scan.")
    if any(reason.kind in _DISAGREEMENTS for reason in result.verdict.reasons):
        verdict = tr("The two methods disagree.")
    else:
        verdict = tr("The two methods agree.")
    share = evidence.activation_in_lungs
    finding = class_word(result.positive_class)
    if share is None:
        return f"{verdict} {tr('Nothing in the picture speaks for {finding}.').format(finding=finding)}"
    where = tr("{share} of what speaks for {finding} lies within the lungs.")
    return f"{verdict} {where.format(share=percent(share), finding=finding)}"


def prediction_set_sentence(possible: PredictionSet | None, positive_class: str) -> str:
    """Which answers remain possible at the error level."""
    if possible is None:
        return tr("This model has no calibration scores: which answers remain possible cannot be said.")
    match possible.allows_positive, possible.allows_negative:
        case True, True:
            text = tr("At an error level of {level}: both answers remain possible.")
        case False, False:
            text = tr("At an error level of {level}: neither answer fits.")
        case True, False:
            text = tr("At an error level of {level}: only “{finding}” remains possible.")
        case _:
            text = tr("At an error level of {level}: only “not {finding}” remains possible.")
    return text.format(level=percent(possible.error_level), finding=class_word(positive_class))


def impression_sentence(impression: Decision, result: ScanResult) -> str:
    """What a person said beforehand, and whether the answer is the same."""
    said = tr("Your impression: {impression}.").format(impression=tr(IMPRESSIONS[impression]))
    is_same = compare_impression(impression, result.decision)
    if is_same is None:
        return f"{said} {tr('There is no plain pair to compare.')}"
    return f"{said} {tr('The model says the same.') if is_same else tr('The model says the opposite.')}"
