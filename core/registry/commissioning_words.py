"""Commissioning in sentences: the same in the window and on the command line."""

import math
from collections.abc import Iterable, Iterator

from core.language import mark, tr
from core.model.card import ModelCard
from core.model.class_words import class_word
from core.number_format import decimal, integer, percent, tr_count
from core.registry.commissioned import Promise, PromiseOutcome
from core.registry.commissioning import (
    LEAST_TO_CALIBRATE,
    Decided,
    SiteFigures,
    calibration_here,
    promised_figures,
)
from core.registry.site_cases import LEAST_PER_CLASS, SiteAnswers, SiteData, expected_interval
from core.registry.standing import share_text
from core.training.operating_point import PEOPLE, OperatingPoint
from core.training.results import Estimate

USUAL_SHARE = 0.8
"""Sensitivity that intervals are foretold for where the card promises none."""

_METRICS = {"auc": mark("AUC"), "sensitivity": mark("Sensitivity"), "specificity": mark("Specificity")}

_KNOWN_ONLY_AS = {
    "sensitivity": mark("From {cases} scans a sensitivity of {share} would be known only as {low} to {high}."),
    "specificity": mark("From {cases} scans a specificity of {share} would be known only as {low} to {high}."),
}


def describe_data(data: SiteData, card: ModelCard) -> tuple[str, ...]:
    """How many cases there are, and how sure their figures can be: sentences, before anything is asked.

    Args:
        data: The cases.
        card: The model's.
    """
    positives, negatives = data.positives, data.negatives
    lines = [
        tr("{positives} scans count as {finding} (“{label}”), {negatives} as not.").format(
            positives=integer(positives),
            finding=class_word(card.positive_class),
            label=data.positive_label,
            negatives=integer(negatives),
        )
    ]
    promised = promised_figures(card)
    metrics = promised.metrics if promised is not None else {}
    lines += [
        _known_only_as(name, cases, metrics.get(name, USUAL_SHARE))
        for name, cases in (("sensitivity", positives), ("specificity", negatives))
        if cases
    ]
    if min(positives, negatives) < LEAST_PER_CLASS:
        lines.append(tr("That is too few: it takes at least {count} of either.").format(count=integer(LEAST_PER_CLASS)))
    return tuple(lines)


def _known_only_as(metric: str, cases: int, share: float) -> str:
    interval = expected_interval(cases, share)
    return tr(_KNOWN_ONLY_AS[metric]).format(
        cases=integer(cases),
        share=share_text(_alone(share)),
        low=percent(interval.low),
        high=percent(interval.high),
    )


def describe_cases(answers: SiteAnswers) -> tuple[str, ...]:
    """Which cases the figures are of, and which were left out: sentences."""
    labels = answers.labels
    judged = tr("The model judged {positives} cases with the finding and {negatives} without.")
    lines = [judged.format(positives=integer(int(labels.sum())), negatives=integer(int((~labels).sum())))]
    if repeated := len(answers.cases) - len({case.group for case in answers.cases}):
        lines.append(
            tr("{count} of them show a patient or a picture once more; the intervals take that into account.").format(
                count=integer(repeated)
            )
        )
    return (*lines, *_left_out(answers))


def _left_out(answers: SiteAnswers) -> Iterator[str]:
    if count := len(answers.refused):
        yield tr_count(
            "{count} was refused by the gate: the model gives no answer about them.",
            "{count} were refused by the gate: the model gives no answer about them.",
            count,
        )
    if count := len(answers.unreadable):
        yield tr_count("{count} was not readable.", "{count} were not readable.", count)
    if count := answers.learnt:
        yield tr_count(
            "{count} was left out, because the model was trained on them.",
            "{count} were left out, because the model was trained on them.",
            count,
        )
    if count := answers.contradicting:
        yield tr_count(
            "{count} was left out, because the same picture lies in both classes.",
            "{count} were left out, because the same picture lies in both classes.",
            count,
        )


def describe_figures(found: SiteFigures) -> tuple[str, ...]:
    """What came out at the threshold and error level: sentences."""
    figures = found.figures
    return (
        tr("Sensitivity {share}: the classifier leans to the finding in {count} of {cases} cases that have it.").format(
            share=share_text(figures.sensitivity),
            count=integer(figures.true_positive),
            cases=integer(figures.true_positive + figures.false_negative),
        ),
        tr("Specificity {share}: it leans away from it in {count} of {cases} cases that do not.").format(
            share=share_text(figures.specificity),
            count=integer(figures.true_negative),
            cases=integer(figures.true_negative + figures.false_positive),
        ),
        tr("AUC {area}.").format(area=_area(figures.auc)),
        tr("Undetermined {undetermined}, refused {refused}.").format(
            undetermined=share_text(found.undetermined), refused=share_text(found.refused)
        ),
    )


def describe_decided(found: SiteFigures) -> str:
    """What becomes of the cases with lungs and error level taken in: a sentence."""
    return tr("Answers, lungs and error level taken in: {with_it}; {without_it}.").format(
        with_it=_decided(
            tr("with the finding {positive} positive, {negative} negative, {undetermined} undetermined"),
            found.of_positive,
        ),
        without_it=_decided(
            tr("without it {positive} positive, {negative} negative, {undetermined} undetermined"), found.of_negative
        ),
    )


def describe_promises(promises: Iterable[Promise], promised_on: str) -> tuple[str, ...]:
    """Whether the model was found to do otherwise here than its card says: a sentence per figure.

    Args:
        promises: Figures of the card beside those found.
        promised_on: Which images the card's figures are from.
    """
    lines = [_promise(promise) for promise in promises]
    if not lines:
        return (tr("The model's card promises no figures to compare with."),)
    source = tr("The card's figures are from: {images}. All are at the card's own threshold.")
    return (*lines, source.format(images=tr(promised_on)))


def describe_people(point: OperatingPoint) -> str:
    """What the threshold would mean for a thousand people, of whom some have the finding."""
    ill = PEOPLE * point.prevalence
    return tr(
        "Of {people} people of whom {ill} have the finding, the classifier alone would find {found}, miss {missed},"
        " and raise {false_alarms} false alarms."
    ).format(
        people=integer(PEOPLE),
        ill=decimal(ill, 0),
        found=decimal(point.found.value, 0),
        missed=decimal(point.missed.value, 0),
        false_alarms=decimal(point.false_alarms.value, 0),
    )


def describe_calibration(answers: SiteAnswers) -> str:
    """What prediction sets are made from here, and why."""
    calibration, is_local = calibration_here(answers)
    if is_local:
        return tr("“Undetermined” is decided by these cases themselves: its error level holds for scans like them.")
    if calibration is None:
        return tr("The model has nothing to decide “undetermined” by but the lungs.")
    return tr(
        "“Undetermined” is decided by the images that the model came with, whose error level may not hold here: it"
        " takes {count} different cases of either class to decide by your own."
    ).format(count=integer(LEAST_TO_CALIBRATE))


def _promise(promise: Promise) -> str:
    is_area = promise.metric == "auc"
    here = _area(promise.here) if is_area else share_text(promise.here)
    card = decimal(promise.promised.value, 2) if is_area else share_text(promise.promised)
    match promise.outcome:
        case PromiseOutcome.NOT_DIFFERENT:
            text = tr("{name}: no difference that these {cases} cases could show. {here} here, {card} on the card.")
        case PromiseOutcome.LOWER:
            text = tr("{name}: LOWER than promised. {here} here, {card} on the card.")
        case PromiseOutcome.HIGHER:
            text = tr("{name}: higher than promised. {here} here, {card} on the card.")
    return text.format(name=tr(_METRICS[promise.metric]), cases=integer(promise.cases), here=here, card=card)


def _decided(text: str, decided: Decided) -> str:
    return text.format(
        positive=integer(decided.positive),
        negative=integer(decided.negative),
        undetermined=integer(decided.undetermined),
    )


def _area(estimate: Estimate) -> str:
    if not math.isfinite(estimate.low):
        return decimal(estimate.value, 2)
    interval = tr("{low} to {high}").format(low=decimal(estimate.low, 2), high=decimal(estimate.high, 2))
    return f"{decimal(estimate.value, 2)} ({interval})"


def _alone(share: float) -> Estimate:
    return Estimate(share, math.nan, math.nan)
