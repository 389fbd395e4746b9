"""The dossier's section on whether the model looks at the disease, and whether its prediction sets keep their word."""

import math
from collections.abc import Iterator

from core.model.card import ShortcutAudit, ShortcutVerdict
from core.report.blocks import Align, Band, Block, Column, Heading, Paragraph, Row, Stacked, Statements, Table
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

_RIGHT = Align.RIGHT


def disease_blocks(summary: CrossValidationSummary, disease: DiseaseFigures) -> Iterator[Block]:
    """The section.

    Args:
        summary: Names the classes.
        disease: What was found.
    """
    yield Heading(QUESTION, new_page=True)
    yield from _audit_blocks(disease.audit)
    yield Heading("With the lungs hidden, and with the lungs alone", level=2)
    yield from _probe_blocks(disease.probes, summary.positive_class)
    yield Heading("On a source that it had not learnt from", level=2)
    yield Paragraph(left_out_words(disease))
    if disease.left_out is not None and disease.left_out.sources:
        if disease.left_out.is_last_layer_only:
            yield Paragraph(LAST_LAYER_ONLY)
        yield left_out_table(disease.left_out)
    if disease.promises:
        yield Heading("How often it would say “undetermined”")
        yield Paragraph(
            "A scan gets an answer only where the other one is excluded at the error level that the clinic chose."
            " Promised is that the true answer stays possible at least that often, in either class by itself. Tried"
            " here: the scores of all folds but one make the prediction sets, the images of that one are judged."
        )
        yield promises_table(disease.promises, summary)


def _audit_blocks(audit: ShortcutAudit | None) -> Iterator[Block]:
    if audit is None:
        yield Paragraph(NOT_AUDITED)
        return
    # What was suspected must not be missed; that nothing was found needs no frame.
    framed = audit.verdict is not ShortcutVerdict.NONE_FOUND
    yield Statements("The audit of the training images", (audit.sentence, *audit.findings), framed=framed)


def _probe_blocks(probes: LungsProbes | None, positive_class: str) -> Iterator[Block]:
    if probes is None:
        yield Paragraph(NOT_PROBED)
        return
    yield Paragraph(HOW_PROBED)
    yield Paragraph(f"{hidden_lungs_sentence(probes, positive_class)} {lungs_alone_sentence(probes)}".strip())
    yield probes_table(probes)
    if probes.evidence:
        yield evidence_table(probes.evidence, positive_class)


def probes_table(probes: LungsProbes) -> Table:
    """The areas of the pictures as they are, without the lungs and with them alone."""
    rows: list[Row] = [
        (name, *_area_cells(estimate))
        for name, estimate in (
            ("Picture as it is", probes.whole),
            ("Lungs hidden", probes.hidden),
            ("Lungs alone", probes.alone),
        )
    ]
    left_out = f" In {probes.without_lungs:,} more no two lung fields were found." if probes.without_lungs else ""
    return Table(
        f"Area under the ROC curve, on {probes.images:,} held-out images in {_folds(probes.folds)}.",
        (Column("Shown", share=2.0), Column("Area", _RIGHT, 1.0), Column("95% interval", _RIGHT, 1.0)),
        tuple(rows),
        f"0.5 is chance.{left_out} Where the lungs were hidden their outline can still be guessed.",
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
        f"Share of the evidence for {positive_class} (positive part of the class activation map) that lies in the"
        " lungs.",
        (
            Column("Images of", share=2.4),
            Column("Images", _RIGHT),
            Column("Evidence in the lungs", _RIGHT, 1.0),
            Column("95% interval", _RIGHT, 1.0),
            Column("Lungs' share of the picture", _RIGHT, 1.0),
        ),
        tuple(rows),
        "Evidence that lay anywhere would lie in the lungs by as much as they take of the picture.",
    )


def left_out_table(left_out: LeftOutSources) -> Table:
    """Each source with and without being learnt from."""
    rows = tuple(
        (
            source.name,
            Stacked(f"{source.positives + source.negatives:,}", f"{source.positives:,} pos."),
            Stacked(decimal(source.left_out.value), decimal_interval(source.left_out)),
            Stacked(decimal(source.learnt.value), decimal_interval(source.learnt)),
        )
        for source in left_out.sources
    )
    return Table(
        "Area under the ROC curve on each source that holds both classes, 95% intervals below.",
        (
            Column("Source", share=2.4),
            Column("Images", _RIGHT),
            Column("None of it learnt", _RIGHT, 1.0),
            Column("Others of it learnt", _RIGHT, 1.0),
        ),
        rows,
    )


def promises_table(promises: tuple[PromiseKept, ...], summary: CrossValidationSummary) -> Table:
    """What prediction sets do, by error level and class."""
    others = other_classes(summary.classes, summary.positive_class)
    rows: list[Row] = []
    for promise in promises:
        if promise.is_positive:
            rows.append(Band(f"Error level {promise.error_level:.0%}"))
        rows.append(
            (
                summary.positive_class if promise.is_positive else others,
                f"{promise.images:,}",
                f"{1 - promise.error_level:.0%}",
                Stacked(percent(promise.kept.value), percent_interval(promise.kept)),
                Stacked(percent(promise.undetermined.value), percent_interval(promise.undetermined)),
            )
        )
    return Table(
        "True answers that stayed possible, and scans left undetermined, 95% intervals below.",
        (
            Column("Images of", share=1.6),
            Column("Images", _RIGHT),
            Column("Promised", _RIGHT, 1.0),
            Column("True answer possible", _RIGHT, 1.0),
            Column("Undetermined", _RIGHT, 1.0),
        ),
        tuple(rows),
        "It holds for scans like these. Elsewhere it has to be tried on scans of that place first.",
    )


def _area_cells(estimate: Estimate) -> tuple[str, str]:
    return decimal(estimate.value), decimal_interval(estimate)


def _evidence_cells(share: EvidenceShare) -> tuple[str, ...]:
    interval = percent_interval(share.in_lungs) if math.isfinite(share.in_lungs.low) else UNDEFINED
    return f"{share.images:,}", percent(share.in_lungs.value), interval, percent(share.lungs)


def _folds(count: int) -> str:
    return "one fold" if count == 1 else f"{count} folds"
