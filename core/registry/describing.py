"""Models and comparisons in words and numbers for lists: the same in the window and on the command line."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from core.language import mark, tr
from core.model.card import MeasuredFigures, ModelCard
from core.model.class_words import class_word
from core.number_format import decimal, general, integer, percent, percentage, tr_count
from core.registry.version import ModelVersion

if TYPE_CHECKING:
    # Comparing needs all of reading and the network: lists of models do without.
    from core.registry.comparing import ComparedModel, VersionComparison
    from core.training.results import Estimate

NOTHING = "\N{EN DASH}"
SIGNIFICANT = 0.05
"""p-value below which a difference counts as beyond chance."""
_METRICS = {
    "auc": mark("AUC {value}"),
    "accuracy": mark("accuracy {value}"),
    "sensitivity": mark("sensitivity {value}"),
    "specificity": mark("specificity {value}"),
    "precision": mark("precision {value}"),
    "f1": mark("F1 {value}"),
}


def auc_text(version: ModelVersion) -> str:
    """The area under the ROC curve with its 95% interval where the card has one: `0.999 (0.998 to 1.000)`."""
    return _figure(version.figures, "auc", 3, as_share=False)


def sensitivity_text(version: ModelVersion) -> str:
    """The sensitivity with its interval: `97.0% (94.5 to 98.6%)`."""
    return _figure(version.figures, "sensitivity", 1, as_share=True)


def specificity_text(version: ModelVersion) -> str:
    """The specificity with its interval."""
    return _figure(version.figures, "specificity", 1, as_share=True)


def measured_on(version: ModelVersion) -> str:
    """Which images those figures are from."""
    return tr(version.figures.data_set) if version.figures is not None else tr("nothing", "no images")


def trained_on(version: ModelVersion) -> str:
    """How many images, from where."""
    return tr(version.card.training.summary)


def describe_version(card: ModelCard) -> tuple[str, ...]:
    """What to know about a model before it is believed: paragraphs."""
    start = tr("Started from {weights}.").format(weights=tr(card.training.initialisation))
    paragraphs = [tr(card.origin), start, tr(card.limits.sentence)]
    if card.measured:
        figures = "; ".join(_measured_figures(measured) for measured in card.measured)
        paragraphs.insert(1, tr("Figures: {figures}.").format(figures=figures))
    return tuple(paragraphs)


def _measured_figures(measured: MeasuredFigures) -> str:
    figures = ", ".join(
        _metric(key, value) for key, value in measured.metrics.items() if not key.endswith(("_low", "_high"))
    )
    return f"{tr(measured.data_set)}: {figures}"


def _metric(key: str, value: float) -> str:
    number = _plain(value, key)
    return tr(_METRICS[key]).format(value=number) if key in _METRICS else f"{key.replace('_', ' ')} {number}"


def describe_comparison(comparison: VersionComparison) -> tuple[str, ...]:
    """A comparison as lines for a person."""
    first, second, outcome = comparison.first, comparison.second, comparison.outcome
    decides = first.label if outcome.only_a_right > outcome.only_b_right else second.label
    ranks = first.label if outcome.difference.value > 0 else second.label
    images = tr("{images} images in {groups} independent groups; decisions about {finding}.").format(
        images=integer(comparison.images),
        groups=integer(outcome.groups),
        finding=class_word(comparison.positive_class),
    )
    right = tr(
        "Both right about {both} images, only {first} about {only_first}, only {second} about {only_second}, neither"
        " about {neither}."
    ).format(
        both=integer(outcome.both_right),
        first=first.label,
        only_first=integer(outcome.only_a_right),
        second=second.label,
        only_second=integer(outcome.only_b_right),
        neither=integer(outcome.both_wrong),
    )
    more_often = tr("{model} is right more often").format(model=decides)
    decisions = tr("Decisions: {verdict} (McNemar, mid-p {p}, exact {exact_p}).").format(
        verdict=_verdict(outcome.mcnemar_p, more_often), p=_p(outcome.mcnemar_p), exact_p=_p(outcome.mcnemar_exact_p)
    )
    better = tr("{model} ranks better").format(model=ranks)
    ranking = tr("Ranking: AUC differs by {difference}; {verdict} (DeLong, p {p}).").format(
        difference=estimate_text(outcome.difference, 3),
        verdict=_verdict(outcome.delong_p, better),
        p=_p(outcome.delong_p),
    )
    models = (_describe_model(model) for model in (first, second))
    return (images, *models, right, decisions, ranking, *_cautions(comparison))


def _cautions(comparison: VersionComparison) -> list[str]:
    lines = []
    for model in (comparison.first, comparison.second):
        if model.out_of_fold:
            text = tr(
                "{model} was trained on {count} of these images: its out-of-fold answers count,"
                " given by networks that had not seen them."
            )
            lines.append(text.format(model=model.label, count=integer(model.out_of_fold)))
        if model.may_have_learnt:
            text = tr(
                "It is not known which images {model} was trained on: if these are among them, its figures are too"
                " good."
            )
            lines.append(text.format(model=model.label))
    if comparison.left_out:
        lines.append(
            tr_count(
                "{count} image could not be read and was left out.",
                "{count} images could not be read and were left out.",
                comparison.left_out,
            )
        )
    return lines


def _describe_model(model: ComparedModel) -> str:
    figures = model.figures
    return tr(
        "{model}: AUC {auc}, sensitivity {sensitivity}, specificity {specificity} at threshold {threshold};"
        " {missed} missed, false alarms {false_alarms}."
    ).format(
        model=model.label,
        auc=estimate_text(figures.auc, 3),
        sensitivity=estimate_text(figures.sensitivity, 3),
        specificity=estimate_text(figures.specificity, 3),
        threshold=general(model.threshold, 3),
        missed=integer(figures.false_negative),
        false_alarms=integer(figures.false_positive),
    )


def _verdict(p: float, difference: str) -> str:
    if math.isnan(p):
        return tr("there is too little to judge by")
    return difference if p < SIGNIFICANT else tr("no difference beyond chance was shown")


def _p(value: float) -> str:
    if math.isnan(value):
        return NOTHING
    return f"< {decimal(0.001, 3)}" if value < 0.001 else decimal(value, 3)


def estimate_text(estimate: Estimate, digits: int) -> str:
    """A figure with its interval: `0.985 (0.978 to 0.991)`; a dash where it is not defined."""
    if math.isnan(estimate.value):
        return NOTHING
    if math.isnan(estimate.low):
        return decimal(estimate.value, digits)
    return f"{decimal(estimate.value, digits)} ({_interval(estimate.low, estimate.high, digits)})"


def _figure(figures: MeasuredFigures | None, name: str, digits: int, *, as_share: bool) -> str:
    if figures is None or name not in figures.metrics:
        return NOTHING
    value = figures.metrics[name]
    number = percent(value, digits) if as_share else decimal(value, digits)
    keys = (f"{name}_low", f"{name}_high")  # untranslated: keys
    low, high = (figures.metrics.get(key) for key in keys)
    if low is None or high is None:
        return number
    interval = percentage(_interval(100 * low, 100 * high, digits)) if as_share else _interval(low, high, digits)
    return f"{number} ({interval})"


def _interval(low: float, high: float, digits: int) -> str:
    return tr("{low} to {high}").format(low=decimal(low, digits), high=decimal(high, digits))


def _plain(value: float, key: str) -> str:
    return decimal(value, 3) if key == "auc" else percent(value, 1)
