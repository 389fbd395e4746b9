"""Whether a model looks at the disease, line by line: for the window and the command line."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from core.model.card import ShortcutVerdict
from core.report.words import decimal, decimal_interval, percent, percent_interval
from core.training.disease_figures import DiseaseFigures, LungsProbes
from core.training.disease_wording import NOT_AUDITED, NOT_PROBED, left_out_words, other_classes
from core.training.results import CrossValidationSummary, Estimate

_VERDICTS = {
    ShortcutVerdict.NONE_FOUND: "no shortcut found",
    ShortcutVerdict.SUSPECTED: "shortcut suspected",
    ShortcutVerdict.INSEPARABLE: "inseparable",
}


@dataclass(frozen=True)
class DiseaseRow:
    """One line.

    Attributes:
        name: What was looked at.
        figure: What came out, in a few words; empty where nothing did.
        meaning: What it means, in a sentence.
        is_bad: Whether it speaks against the model.
    """

    name: str
    figure: str
    meaning: str
    is_bad: bool = False


def disease_rows(disease: DiseaseFigures, summary: CrossValidationSummary) -> tuple[DiseaseRow, ...]:
    """The lines, in the order in which they should be read.

    Args:
        disease: What was found.
        summary: Of the same run.
    """
    return (
        _audit_row(disease),
        *_probe_rows(disease.probes, summary.positive_class),
        *_left_out_rows(disease),
        *_promise_rows(disease, summary),
    )


def _audit_row(disease: DiseaseFigures) -> DiseaseRow:
    if disease.audit is None:
        return DiseaseRow("Audit of the images", "", NOT_AUDITED)
    audit = disease.audit
    findings = f" {audit.findings[0]}" if audit.findings else ""
    is_bad = audit.verdict is not ShortcutVerdict.NONE_FOUND
    return DiseaseRow("Audit of the images", _VERDICTS[audit.verdict], f"{audit.sentence}{findings}", is_bad)


def _probe_rows(probes: LungsProbes | None, positive_class: str) -> Iterator[DiseaseRow]:
    if probes is None:
        yield DiseaseRow("Lungs hidden", "", NOT_PROBED)
        return
    on = f"On {probes.images:,} held-out images in which two lung fields were found."
    yield DiseaseRow("Picture as it is", _area(probes.whole), on)
    if not math.isfinite(probes.hidden.value):
        yield DiseaseRow("Lungs hidden", "", "Lung fields were found in too few images of either class to say.")
        return
    means = (
        "It uses something that is not the lungs: 0.5 would be chance."
        if probes.uses_something_else
        else "0.5 is chance: little that is not the lungs helps it."
    )
    yield DiseaseRow("Lungs hidden", _area(probes.hidden), means, probes.uses_something_else)
    yield DiseaseRow("Lungs alone", _area(probes.alone), "What the lungs tell it, without the body around them.")
    for share in probes.evidence:
        if share.label == positive_class and not share.source:
            yield DiseaseRow(
                "Evidence in the lungs",
                f"{percent(share.in_lungs.value)} ({percent_interval(share.in_lungs)})",
                f"Share of what speaks for {positive_class}, in images of it. The lungs take {percent(share.lungs)} of"
                " what it sees: evidence that lay anywhere would have as much there.",
                share.in_lungs.high < share.lungs,
            )


def _left_out_rows(disease: DiseaseFigures) -> Iterator[DiseaseRow]:
    left_out = disease.left_out
    if left_out is None or left_out.reason:
        yield DiseaseRow("Another source", "", left_out_words(disease))
        return
    only = " Both of a simpler model: a last layer alone." if left_out.is_last_layer_only else ""
    for source in left_out.sources:
        yield DiseaseRow(
            f"Without \N{LEFT DOUBLE QUOTATION MARK}{source.name}\N{RIGHT DOUBLE QUOTATION MARK}",
            _area(source.left_out),
            f"On its images, none of which were learnt from; with others of it learnt {_area(source.learnt)}.{only}",
            source.left_out.high < source.learnt.low,
        )


def _promise_rows(disease: DiseaseFigures, summary: CrossValidationSummary) -> Iterator[DiseaseRow]:
    for promise in disease.promises:
        name = summary.positive_class if promise.is_positive else other_classes(summary.classes, summary.positive_class)
        promised = 1 - promise.error_level
        yield DiseaseRow(
            f"Error level {promise.error_level:.0%}, {name}",
            f"{percent(promise.undetermined.value)} undetermined",
            f"The true answer stayed possible in {percent(promise.kept.value)} ({percent_interval(promise.kept)}) of"
            f" {promise.images:,}; promised are {promised:.0%}.",
            promise.kept.high < promised,
        )


def _area(estimate: Estimate) -> str:
    return f"AUC {decimal(estimate.value)} ({decimal_interval(estimate)})"
