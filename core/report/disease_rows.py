"""Whether a model looks at the disease, line by line: for the window and the command line."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from core.language import mark, tr
from core.model.card import ShortcutVerdict
from core.number_format import integer
from core.number_format import percent as plain_percent
from core.report.words import decimal, decimal_interval, percent, percent_interval
from core.training.disease_figures import DiseaseFigures, LungsProbes
from core.training.disease_wording import NOT_AUDITED, NOT_PROBED, left_out_words, other_classes
from core.training.results import CrossValidationSummary, Estimate
from core.training.stored_sentences import kept_sentence

_VERDICTS = {
    ShortcutVerdict.NONE_FOUND: mark("no shortcut found"),
    ShortcutVerdict.SUSPECTED: mark("shortcut suspected"),
    ShortcutVerdict.INSEPARABLE: mark("inseparable"),
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
        return DiseaseRow(tr("Audit of the images"), "", tr(NOT_AUDITED))
    audit = disease.audit
    findings = f" {kept_sentence(audit.findings[0])}" if audit.findings else ""
    is_bad = audit.verdict is not ShortcutVerdict.NONE_FOUND
    return DiseaseRow(
        tr("Audit of the images"), tr(_VERDICTS[audit.verdict]), f"{kept_sentence(audit.sentence)}{findings}", is_bad
    )


def _probe_rows(probes: LungsProbes | None, positive_class: str) -> Iterator[DiseaseRow]:
    if probes is None:
        yield DiseaseRow(tr("Lungs hidden"), "", tr(NOT_PROBED))
        return
    on = tr("On {count} held-out images in which two lung fields were found.").format(count=integer(probes.images))
    yield DiseaseRow(tr("Picture as it is"), _area(probes.whole), on)
    if not math.isfinite(probes.hidden.value):
        yield DiseaseRow(tr("Lungs hidden"), "", tr("Lung fields were found in too few images of either class to say."))
        return
    means = (
        tr("It uses something that is not the lungs: {half} would be chance.")
        if probes.uses_something_else
        else tr("{half} is chance: little that is not the lungs helps it.")
    ).format(half=decimal(0.5, 1))
    yield DiseaseRow(tr("Lungs hidden"), _area(probes.hidden), means, probes.uses_something_else)
    yield DiseaseRow(
        tr("Lungs alone"), _area(probes.alone), tr("What the lungs tell it, without the body around them.")
    )
    for share in probes.evidence:
        if share.label == positive_class and not share.source:
            yield DiseaseRow(
                tr("Evidence in the lungs"),
                f"{percent(share.in_lungs.value)} ({percent_interval(share.in_lungs)})",
                tr(
                    "Share of what speaks for {name}, in images of it. The lungs take {share} of what it sees: evidence"
                    " that lay anywhere would have as much there."
                ).format(name=positive_class, share=percent(share.lungs)),
                share.in_lungs.high < share.lungs,
            )


def _left_out_rows(disease: DiseaseFigures) -> Iterator[DiseaseRow]:
    left_out = disease.left_out
    if left_out is None or left_out.reason:
        yield DiseaseRow(tr("Another source"), "", left_out_words(disease))
        return
    meaning = (
        tr(
            "On its images, none of which were learnt from; with others of it learnt {area}. Both of a simpler model: a"
            " last layer alone."
        )
        if left_out.is_last_layer_only
        else tr("On its images, none of which were learnt from; with others of it learnt {area}.")
    )
    for source in left_out.sources:
        yield DiseaseRow(
            tr("Without \N{LEFT DOUBLE QUOTATION MARK}{name}\N{RIGHT DOUBLE QUOTATION MARK}").format(name=source.name),
            _area(source.left_out),
            meaning.format(area=_area(source.learnt)),
            source.left_out.high < source.learnt.low,
        )


def _promise_rows(disease: DiseaseFigures, summary: CrossValidationSummary) -> Iterator[DiseaseRow]:
    for promise in disease.promises:
        name = summary.positive_class if promise.is_positive else other_classes(summary.classes, summary.positive_class)
        promised = 1 - promise.error_level
        yield DiseaseRow(
            tr("Error level {level}, {name}").format(level=plain_percent(promise.error_level), name=name),
            tr("{share} undetermined").format(share=percent(promise.undetermined.value)),
            tr("The true answer stayed possible in {share} ({interval}) of {count}; promised are {promised}.").format(
                share=percent(promise.kept.value),
                interval=percent_interval(promise.kept),
                count=integer(promise.images),
                promised=plain_percent(promised),
            ),
            promise.kept.high < promised,
        )


def _area(estimate: Estimate) -> str:
    return f"AUC {decimal(estimate.value)} ({decimal_interval(estimate)})"  # untranslated: a name
