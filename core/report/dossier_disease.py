"""The dossier's section on whether the model looks at the disease, and whether its prediction sets keep their word."""

import math
from collections.abc import Iterator

from core.language import tr
from core.model.card import ShortcutAudit, ShortcutVerdict
from core.number_format import integer, tr_count
from core.number_format import percent as plain_percent
from core.report.blocks import Align, Band, Block, Column, Heading, Paragraph, Row, Stacked, Statements, Table
from core.report.dossier_tables import positives_words
from core.report.words import UNDEFINED, decimal, decimal_interval, percent, percent_interval
from core.training.disease_figures import DiseaseFigures, EvidenceShare, LungsProbes
from core.training.disease_wording import (
    HOW_PROBED,
    LAST_LAYER_ONLY,
    NOT_AUDITED,
    NOT_PROBED,
    QUESTION,
    hidden_lungs_sentence,
    left_out_words,
    lungs_alone_sentence,
    other_classes,
)
from core.training.left_out_sources import LeftOutSources
from core.training.promises import PromiseKept
from core.training.results import CrossValidationSummary, Estimate
from core.training.stored_sentences import kept_sentences

_RIGHT = Align.RIGHT


def disease_blocks(summary: CrossValidationSummary, disease: DiseaseFigures) -> Iterator[Block]:
    """The section.

    Args:
        summary: Names the classes.
        disease: What was found.
    """
    yield Heading(tr(QUESTION), new_page=True)
    yield from _audit_blocks(disease.audit)
    yield Heading(tr("With the lungs hidden, and with the lungs alone"), level=2)
    yield from _probe_blocks(disease.probes, summary.positive_class)
    yield Heading(tr("On a source that it had not learnt from"), level=2)
    yield Paragraph(left_out_words(disease))
    if disease.left_out is not None and disease.left_out.sources:
        if disease.left_out.is_last_layer_only:
            yield Paragraph(tr(LAST_LAYER_ONLY))
        yield left_out_table(disease.left_out)
    if disease.promises:
        yield Heading(tr("How often it would say “undetermined”"))
        yield Paragraph(
            tr(
                "A scan gets an answer only where the other one is excluded at the error level that the clinic chose."
                " Promised is that the true answer stays possible at least that often, in either class by itself. Tried"
                " here: the scores of all folds but one make the prediction sets, the images of that one are judged."
            )
        )
        yield promises_table(disease.promises, summary)


def _audit_blocks(audit: ShortcutAudit | None) -> Iterator[Block]:
    if audit is None:
        yield Paragraph(tr(NOT_AUDITED))
        return
    # What was suspected must not be missed; that nothing was found needs no frame.
    framed = audit.verdict is not ShortcutVerdict.NONE_FOUND
    yield Statements(
        tr("The audit of the training images"), kept_sentences((audit.sentence, *audit.findings)), framed=framed
    )


def _probe_blocks(probes: LungsProbes | None, positive_class: str) -> Iterator[Block]:
    if probes is None:
        yield Paragraph(tr(NOT_PROBED))
        return
    yield Paragraph(tr(HOW_PROBED))
    yield Paragraph(f"{hidden_lungs_sentence(probes, positive_class)} {lungs_alone_sentence(probes)}".strip())
    yield probes_table(probes)
    if probes.evidence:
        yield evidence_table(probes.evidence, positive_class)


def probes_table(probes: LungsProbes) -> Table:
    """The areas of the pictures as they are, without the lungs and with them alone."""
    rows: list[Row] = [
        (name, *_area_cells(estimate))
        for name, estimate in (
            (tr("Picture as it is"), probes.whole),
            (tr("Lungs hidden"), probes.hidden),
            (tr("Lungs alone"), probes.alone),
        )
    ]
    notes = (
        tr("{half} is chance.").format(half=decimal(0.5, 1)),
        tr("In {count} more no two lung fields were found.").format(count=integer(probes.without_lungs))
        if probes.without_lungs
        else "",
        tr("Where the lungs were hidden their outline can still be guessed."),
    )
    return Table(
        tr_count(
            "Area under the ROC curve, on {images} held-out images in one fold.",
            "Area under the ROC curve, on {images} held-out images in {count} folds.",
            probes.folds,
            images=integer(probes.images),
        ),
        (Column(tr("Shown"), share=2.0), Column(tr("Area"), _RIGHT, 1.0), Column(tr("95% interval"), _RIGHT, 1.0)),
        tuple(rows),
        " ".join(filter(None, notes)),
    )


def evidence_table(evidence: tuple[EvidenceShare, ...], positive_class: str) -> Table:
    """Where the evidence for the positive class lies, by class and source."""
    rows: list[Row] = []
    for share in evidence:
        if share.source:
            rows.append((f"\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}{share.source}", *_evidence_cells(share)))
        else:
            rows.append((share.label, *_evidence_cells(share)))
    return Table(
        tr(
            "Share of the evidence for {name} (positive part of the class activation map) that lies in the lungs."
        ).format(name=positive_class),
        (
            Column(tr("Images of"), share=2.4),
            Column(tr("Images"), _RIGHT),
            Column(tr("Evidence in the lungs"), _RIGHT, 1.0),
            Column(tr("95% interval"), _RIGHT, 1.0),
            Column(tr("Lungs' share of the picture"), _RIGHT, 1.0),
        ),
        tuple(rows),
        tr("Evidence that lay anywhere would lie in the lungs by as much as they take of the picture."),
    )


def left_out_table(left_out: LeftOutSources) -> Table:
    """Each source with and without being learnt from."""
    rows = tuple(
        (
            source.name,
            Stacked(integer(source.positives + source.negatives), positives_words(source.positives)),
            Stacked(decimal(source.left_out.value), decimal_interval(source.left_out)),
            Stacked(decimal(source.learnt.value), decimal_interval(source.learnt)),
        )
        for source in left_out.sources
    )
    return Table(
        tr("Area under the ROC curve on each source that holds both classes, 95% intervals below."),
        (
            Column(tr("Source"), share=2.4),
            Column(tr("Images"), _RIGHT),
            Column(tr("None of it learnt"), _RIGHT, 1.0),
            Column(tr("Others of it learnt"), _RIGHT, 1.0),
        ),
        rows,
    )


def promises_table(promises: tuple[PromiseKept, ...], summary: CrossValidationSummary) -> Table:
    """What prediction sets do, by error level and class."""
    others = other_classes(summary.classes, summary.positive_class)
    rows: list[Row] = []
    for promise in promises:
        if promise.is_positive:
            rows.append(Band(tr("Error level {level}").format(level=plain_percent(promise.error_level))))
        rows.append(
            (
                summary.positive_class if promise.is_positive else others,
                integer(promise.images),
                plain_percent(1 - promise.error_level),
                Stacked(percent(promise.kept.value), percent_interval(promise.kept)),
                Stacked(percent(promise.undetermined.value), percent_interval(promise.undetermined)),
            )
        )
    return Table(
        tr("True answers that stayed possible, and scans left undetermined, 95% intervals below."),
        (
            Column(tr("Images of"), share=1.6),
            Column(tr("Images"), _RIGHT),
            Column(tr("Promised"), _RIGHT, 1.0),
            Column(tr("True answer possible"), _RIGHT, 1.0),
            Column(tr("Undetermined"), _RIGHT, 1.0),
        ),
        tuple(rows),
        tr("It holds for scans like these. Elsewhere it has to be tried on scans of that place first."),
    )


def _area_cells(estimate: Estimate) -> tuple[str, str]:
    return decimal(estimate.value), decimal_interval(estimate)


def _evidence_cells(share: EvidenceShare) -> tuple[str, ...]:
    interval = percent_interval(share.in_lungs) if math.isfinite(share.in_lungs.low) else UNDEFINED
    return integer(share.images), percent(share.in_lungs.value), interval, percent(share.lungs)
