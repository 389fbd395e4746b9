"""The answer about a scan as a page states it: never a probability of a refused scan, unless a person overrode that."""

from core.error_wording import describe_error, quoted_name
from core.errors import FileError, HilumError
from core.language import mark, tr
from core.model.class_words import class_word
from core.model.lung_regions import LungRegions, Side, Zone
from core.number_format import percent
from core.report.blocks import KeyFigure, Statements
from core.report.scan_blocks import Answer
from core.report.scan_case import ScanCase
from core.report.words import UNDEFINED, moment
from core.screening.answer_words import (
    IMPRESSIONS,
    decision_heading,
    decision_source,
    information_sentences,
    methods_sentence,
    prediction_set_sentence,
    reason_sentences,
    warning_sentences,
)
from core.screening.decision import Decision
from core.screening.gate import GateLevel
from core.screening.result import OVERRIDE_NOTICE, ScanResult

FAILED_TONE = "failed"
_DECISIONS = {
    Decision.POSITIVE: mark("positive"),
    Decision.NEGATIVE: mark("negative"),
    Decision.UNDETERMINED: mark("undetermined"),
    Decision.REFUSED: mark("refused"),
}
_ZONES = {Zone.UPPER: mark("Upper zone"), Zone.MIDDLE: mark("Middle zone"), Zone.LOWER: mark("Lower zone")}


def answer_of(case: ScanCase, *, anonymous: bool) -> Answer:
    """The answer, or why there is none.

    Args:
        case: The scan.
        anonymous: Whether the file's name is left out.
    """
    result = case.result
    if result is not None:
        return Answer(
            decision_heading(result),
            decision_source(result),
            reason_sentences(result) + _override_sentences(result),
            result.decision.value,
            _figures(result),
        )
    if case.failure is not None:
        reason = failure_sentence(case.failure, anonymous=anonymous)
        return Answer(tr("No answer"), tr("There is no answer about this scan:"), (reason,), FAILED_TONE)
    return Answer(tr("Not classified"), tr("No model was asked about this scan."), (), FAILED_TONE)


def failure_sentence(error: HilumError, *, anonymous: bool) -> str:
    """Why there is no answer, and what to do.

    Args:
        error: What went wrong.
        anonymous: Whether the file's name, which can name the patient, is left out.
    """
    message = describe_error(error)
    text = f"{message.summary} {message.remedy}".strip()
    if anonymous and isinstance(error, FileError):
        return text.replace(quoted_name(error.path), tr("the file"))
    return text


def brief_answer(case: ScanCase) -> str:
    """The answer in a table's cell."""
    if case.result is not None:
        return tr(_DECISIONS[case.result.decision])
    return tr("failed") if case.failure is not None else tr("not classified")


def brief_probability(case: ScanCase) -> str:
    """The probability in a table's cell, a dash where none may be shown."""
    result = case.result
    return percent(result.positive_probability, 1) if result is not None and result.shows_probabilities else UNDEFINED


def gate_statements(result: ScanResult) -> Statements:
    """What the input gate found."""
    match result.gate.level:
        case GateLevel.PASS:
            return Statements(
                tr("Input gate: passed"), (tr("Nothing was found that speaks against judging this scan."),)
            )
        case GateLevel.WARN:
            return Statements(tr("Input gate: passed with warnings"), warning_sentences(result))
        case GateLevel.REFUSE:
            sentences = tuple(tr(finding.sentence) for finding in result.gate.findings)
            return Statements(tr("Input gate: refused"), sentences)


def scan_statements(result: ScanResult) -> Statements:
    """What else there is to know about the scan; empty where there is nothing."""
    warnings = warning_sentences(result) if result.gate.level is not GateLevel.WARN else ()
    said = {tr(OVERRIDE_NOTICE), *(tr(finding.sentence) for finding in result.gate.findings)}
    items = tuple(item for item in (*warnings, *information_sentences(result)) if item not in said)
    return Statements(tr("About this scan"), items)


def model_statements(result: ScanResult) -> Statements:
    """How the model stands here, and what not to trust it with."""
    limits = (result.limits,) if result.limits else ()
    return Statements(tr("About this model"), tuple(tr(sentence) for sentence in (*result.statements, *limits)))


def lung_rows(result: ScanResult) -> tuple[tuple[str, str, str], ...]:
    """Opacity of each lung and of its zones: name, right, left; empty where that may not be shown."""
    evidence = result.shown_evidence
    if evidence is None:
        return ()
    regions = evidence.regions
    whole = (tr("Whole lung"), *(_extent(regions, side) for side in Side))
    zones = [(tr(_ZONES[zone]), *(_extent(regions, side, zone) for side in Side)) for zone in Zone]
    return tuple((name, right, left) for name, right, left in (whole, *zones))


def impression_words(impression: Decision) -> str:
    """What a person said they see."""
    return tr(IMPRESSIONS[impression]) if impression in IMPRESSIONS else impression.value


def _figures(result: ScanResult) -> tuple[KeyFigure, ...]:
    if not result.shows_probabilities:
        return ()
    others = ", ".join(
        f"{class_word(name)} {percent(probability, 1)}"
        for name, probability in zip(result.classes, result.probabilities, strict=True)
        if name != result.positive_class
    )
    possible = prediction_set_sentence(result.verdict.prediction_set, result.positive_class)
    figures = [
        KeyFigure(
            tr("Probability of {name}").format(name=class_word(result.positive_class)),
            percent(result.positive_probability, 1),
            possible,
            f"{others}.",
        )
    ]
    evidence = result.shown_evidence
    if evidence is not None:
        extent = percent(evidence.finding.opacity_extent, 1)
        figures.append(KeyFigure(tr("Opacity, share of the lungs"), extent, methods_sentence(result)))
    return tuple(figures)


def _override_sentences(result: ScanResult) -> tuple[str, ...]:
    """Who wanted to see the answer about a refused scan."""
    if result.override is None:
        return ()
    who, time = result.override.person, moment(result.override.time)
    overridden = (
        tr("Overridden by {who}, {time}.").format(who=who, time=time)
        if who
        else tr("Overridden by a person who is not named, {time}.").format(time=time)
    )
    return (tr(OVERRIDE_NOTICE), overridden)


def _extent(regions: LungRegions, side: Side, zone: Zone | None = None) -> str:
    field = regions.field(side)
    if field is None:
        return UNDEFINED
    return percent(field.opacity_extent if zone is None else field.zone_extents[zone])
