"""Models and comparisons in words and numbers for lists: the same in the window and on the command line."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from core.model.card import MeasuredFigures, ModelCard
from core.registry.version import ModelVersion

if TYPE_CHECKING:
    # Comparing needs all of reading and the network: lists of models do without.
    from core.registry.comparing import ComparedModel, VersionComparison
    from core.training.results import Estimate

NOTHING = "\N{EN DASH}"
SIGNIFICANT = 0.05
"""p-value below which a difference counts as beyond chance."""
_METRIC_NAMES = {"auc": "AUC", "f1": "F1"}


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
    return version.figures.data_set if version.figures is not None else "nothing"


def trained_on(version: ModelVersion) -> str:
    """How many images, from where."""
    return version.card.training.summary


def describe_version(card: ModelCard) -> tuple[str, ...]:
    """What to know about a model before it is believed: paragraphs."""
    figures = "; ".join(
        f"{measured.data_set}: "
        + ", ".join(
            f"{_METRIC_NAMES.get(key, key.replace('_', ' '))} {_plain(value, key)}"
            for key, value in measured.metrics.items()
            if not key.endswith(("_low", "_high"))
        )
        for measured in card.measured
    )
    paragraphs = [card.origin, f"Started from {card.training.initialisation}.", card.limits.sentence]
    if figures:
        paragraphs.insert(1, f"Figures: {figures}.")
    return tuple(paragraphs)


def describe_comparison(comparison: VersionComparison) -> tuple[str, ...]:
    """A comparison as lines for a person."""
    first, second, outcome = comparison.first, comparison.second, comparison.outcome
    decides = first.label if outcome.only_a_right > outcome.only_b_right else second.label
    ranks = first.label if outcome.difference.value > 0 else second.label
    lines = [
        (
            f"{comparison.images:,} images in {outcome.groups:,} independent groups; decisions about"
            f" {comparison.positive_class}."
        ),
        *(_describe_model(model) for model in (first, second)),
        (
            f"Both right about {outcome.both_right:,} images, only {first.label} about {outcome.only_a_right:,}, only"
            f" {second.label} about {outcome.only_b_right:,}, neither about {outcome.both_wrong:,}."
        ),
        (
            f"Decisions: {_verdict(outcome.mcnemar_p, f'{decides} is right more often')} (McNemar, mid-p"
            f" {_p(outcome.mcnemar_p)}, exact {_p(outcome.mcnemar_exact_p)})."
        ),
        (
            f"Ranking: AUC differs by {estimate_text(outcome.difference, 3)};"
            f" {_verdict(outcome.delong_p, f'{ranks} ranks better')} (DeLong, p {_p(outcome.delong_p)})."
        ),
        *_cautions(comparison),
    ]
    return tuple(lines)


def _cautions(comparison: VersionComparison) -> list[str]:
    lines = []
    for model in (comparison.first, comparison.second):
        if model.out_of_fold:
            lines.append(
                f"{model.label} was trained on {model.out_of_fold:,} of these images: its out-of-fold answers count,"
                " given by networks that had not seen them."
            )
        if model.may_have_learnt:
            lines.append(
                f"It is not known which images {model.label} was trained on: if these are among them, its figures are"
                " too good."
            )
    if comparison.left_out:
        lines.append(f"{comparison.left_out:,} images could not be read and were left out.")
    return lines


def _describe_model(model: ComparedModel) -> str:
    figures = model.figures
    return (
        f"{model.label}: AUC {estimate_text(figures.auc, 3)}, sensitivity {estimate_text(figures.sensitivity, 3)},"
        f" specificity {estimate_text(figures.specificity, 3)} at threshold {model.threshold:.3g};"
        f" {figures.false_negative:,} missed, false alarms {figures.false_positive:,}."
    )


def _verdict(p: float, difference: str) -> str:
    if math.isnan(p):
        return "there is too little to judge by"
    return difference if p < SIGNIFICANT else "no difference beyond chance was shown"


def _p(value: float) -> str:
    if math.isnan(value):
        return NOTHING
    return "< 0.001" if value < 0.001 else f"{value:.3f}"


def estimate_text(estimate: Estimate, digits: int) -> str:
    """A figure with its interval: `0.985 (0.978 to 0.991)`; a dash where it is not defined."""
    if math.isnan(estimate.value):
        return NOTHING
    if math.isnan(estimate.low):
        return f"{estimate.value:.{digits}f}"
    return f"{estimate.value:.{digits}f} ({estimate.low:.{digits}f} to {estimate.high:.{digits}f})"


def _figure(figures: MeasuredFigures | None, name: str, digits: int, *, as_share: bool) -> str:
    if figures is None or name not in figures.metrics:
        return NOTHING
    factor, unit = (100, "%") if as_share else (1, "")
    value = f"{figures.metrics[name] * factor:.{digits}f}{unit}"
    low, high = figures.metrics.get(f"{name}_low"), figures.metrics.get(f"{name}_high")
    if low is None or high is None:
        return value
    return f"{value} ({low * factor:.{digits}f} to {high * factor:.{digits}f}{unit})"


def _plain(value: float, key: str) -> str:
    return f"{value:.3f}" if key == "auc" else f"{value:.1%}"
