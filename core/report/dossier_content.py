"""What the validation dossier of a training run says, in order: first what matters, with its limits, then the rest."""

import math
from collections.abc import Iterator, Mapping
from datetime import datetime

from core.language import mark, tr
from core.number_format import integer, percent, tr_count
from core.report.blocks import (
    Block,
    Document,
    Heading,
    Paper,
    Paragraph,
    Statements,
)
from core.report.dossier_disease import disease_blocks
from core.report.dossier_figures import (
    confusion_figure,
    density_figure,
    precision_and_calibration_figure,
    roc_figure,
)
from core.report.dossier_lists import (
    checklist_table,
    hashes_table,
    machine_table,
    settings_table,
    wrong_cases_table,
)
from core.report.dossier_summary import summary_blocks
from core.report.dossier_tables import (
    Part,
    class_table,
    composition_table,
    figures_table,
    prevalence_table,
    thresholds_table,
)
from core.report.words import date_words, duration, origin_words
from core.training.checklists import Checklist
from core.training.dataset import LabelledDataset
from core.training.device_words import device_in_words
from core.training.dossier import Dossier
from core.training.operating_point import operating_point, threshold_for_sensitivity, youden_threshold
from core.training.provenance import DatasetFacts
from core.training.results import CrossValidationSummary
from core.training.stored_sentences import kept_sentences

TITLE = mark("Validation dossier")
ROUND_THRESHOLDS = (0.1, 0.25, 0.5, 0.75, 0.9)
PREVALENCES = (0.01, 0.05, 0.1, 0.2, 0.5)
WANTED_SENSITIVITY = 0.95

_MOST_NAMED = 3


def dossier_document(
    dossier: Dossier, date: datetime, json_name: str, json_sha256: str, paper: Paper = Paper.A4, model_version: str = ""
) -> Document:
    """Put a dossier into blocks.

    Args:
        dossier: From `build_dossier`.
        date: Date of the document.
        json_name: Name of the JSON file that holds every prediction.
        json_sha256: Its SHA-256.
        paper: Page size.
        model_version: Name and version of the model that was made, empty where it has none: then the plan's name.
    """
    plan, data = dossier.provenance.plan, dossier.provenance.dataset
    model = model_version or plan.name
    folds = tr_count("{count} fold", "{count} folds", plan.folds) if plan.folds > 1 else tr("one fold of 5")
    images = tr_count("{count} image", "{count} images", data.images)
    question = tr("{positive}, or {others}")
    facts = (
        (tr("Model"), model),
        (tr("Question"), question.format(positive=dossier.summary.positive_class, others=_others(dossier.summary))),
        (tr("Data set"), tr("{name}: {images}, {folds}").format(name=data.name, images=images, folds=folds)),
        (tr("Date"), date_words(date)),
    )
    return Document(
        title=tr(TITLE),
        subtitle=model,
        facts=facts,
        blocks=tuple(_blocks(dossier, json_name, json_sha256)),
        origin=origin_words(date),
        paper=paper,
    )


def _blocks(dossier: Dossier, json_name: str, json_sha256: str) -> Iterator[Block]:
    yield from summary_blocks(dossier)
    yield from _data_blocks(dossier)
    yield from _result_blocks(dossier.summary)
    yield from disease_blocks(dossier.summary, dossier.disease)
    yield from _operating_blocks(dossier.summary)
    yield from _wrong_case_blocks(dossier)
    yield from _method_blocks(dossier, json_name, json_sha256)
    yield Heading(tr("Limits on the model's card"))
    yield Statements("", (dossier.limits.sentence, *dossier.limits.details))
    yield Heading(tr("Reporting checklists"))
    yield Paragraph(
        tr(
            "For whoever reports on this model: the items of CLAIM and of TRIPOD+AI, answered as far as the run can"
            " tell. What only the author can know is marked."
        )
    )
    for checklist in Checklist:
        yield checklist_table(checklist, dossier.checklist)
    yield Heading(tr("Appendix: every prediction"))
    yield Paragraph(
        tr(
            "All {count} out-of-fold predictions, with fold, group, logits and the SHA-256 of each image file, are in"
            " the file {name}, which belongs to this document, and are not printed. Its SHA-256 is {hash}."
        ).format(count=integer(len(dossier.summary.predictions)), name=json_name, hash=json_sha256)
    )


def _data_blocks(dossier: Dossier) -> Iterator[Block]:
    summary, data = dossier.summary, dossier.provenance.dataset
    yield Heading(tr("Data set"), new_page=True)
    images = tr("{name}: {images} in {groups}.").format(
        name=data.name,
        images=tr_count("{count} readable image", "{count} readable images", data.images),
        groups=tr_count("{count} independent group", "{count} independent groups", data.groups),
    )
    yield Paragraph(" ".join((images, _patients_words(data), _copies_words(data), _unreadable_words(data))))
    yield class_table(summary, data)
    tables = (
        composition_table(summary, Part.FOLD, lambda prediction: str(prediction.fold + 1)),
        composition_table(summary, Part.SOURCE, lambda prediction: prediction.image.source),
        composition_table(summary, Part.SPLIT, lambda prediction: prediction.image.split),
    )
    yield from (table for table in tables if table is not None)
    if data.findings:
        yield Statements(tr("What the check of the data found"), kept_sentences(data.findings))
    figure = density_figure(dossier.provenance.densities)
    if figure is not None:
        yield Heading(tr("Pixel densities"), level=2)
        yield figure


def _patients_words(data: DatasetFacts) -> str:
    if not data.images_with_patient:
        return tr("No image names its patient.")
    return tr_count(
        "{count} patient is known, for {images} images.",
        "{count} patients are known, for {images} images.",
        data.patients,
        images=integer(data.images_with_patient),
    )


def _copies_words(data: DatasetFacts) -> str:
    if not data.duplicate_groups:
        return tr("No copies of one picture were found.")
    return tr_count(
        "{count} group of copies of one picture was found, {copies} images in all; copies were kept in one fold.",
        "{count} groups of copies of one picture were found, {copies} images in all; copies were kept in one fold.",
        len(data.duplicate_groups),
        copies=integer(sum(len(group) for group in data.duplicate_groups)),
    )


def _unreadable_words(data: DatasetFacts) -> str:
    if not data.unreadable:
        return tr("No files could not be read.")
    return tr_count("{count} file could not be read.", "{count} files could not be read.", len(data.unreadable))


def _result_blocks(summary: CrossValidationSummary) -> Iterator[Block]:
    yield Heading(tr("Results"), new_page=True)
    yield Paragraph(
        tr("Decisions are about {positive} against {others}. All figures are from out-of-fold predictions.").format(
            positive=summary.positive_class, others=_others(summary)
        )
    )
    yield confusion_figure(summary)
    yield roc_figure(summary)
    yield precision_and_calibration_figure(summary)
    yield Heading(tr("Figures per part"), level=2)
    for kind in Part:
        parts = [part for part in summary.parts if part.kind == kind.value]
        if parts:
            yield figures_table(kind, parts, summary.pooled)


def _operating_blocks(summary: CrossValidationSummary) -> Iterator[Block]:
    yield Heading(tr("Operating points"))
    chosen = summary.pooled.threshold
    positives = summary.pooled.true_positive + summary.pooled.false_negative
    prevalence = positives / max(summary.pooled.count, 1)
    named = {
        youden_threshold(summary): tr("largest sum of sensitivity and specificity"),
        threshold_for_sensitivity(summary, WANTED_SENSITIVITY): tr("sensitivity at least {share}").format(
            share=percent(WANTED_SENSITIVITY)
        ),
        chosen: tr("chosen"),
    }
    thresholds = sorted({*ROUND_THRESHOLDS, *(value for value in named if math.isfinite(value))})
    points = [operating_point(summary, threshold, prevalence) for threshold in thresholds]
    yield Paragraph(
        tr("A threshold that is chosen by these same figures flatters them: images that come later do somewhat worse.")
    )
    yield thresholds_table(points, named)
    yield prevalence_table([operating_point(summary, chosen, share) for share in PREVALENCES], summary.positive_class)


def _wrong_case_blocks(dossier: Dossier) -> Iterator[Block]:
    summary = dossier.summary
    name_of = LabelledDataset(dossier.provenance.dataset.root, summary.classes, ()).name_of
    table = wrong_cases_table(summary, [name_of(prediction.image) for prediction in summary.predictions])
    yield Heading(tr("Wrong decisions"))
    if table is None:
        yield Paragraph(tr("No image was decided wrongly."))
        return
    yield Paragraph(
        tr(
            "Files are named by their paths below the data's folder, as whoever collected them named them; patients are"
            " not named."
        )
    )
    yield table


def _method_blocks(dossier: Dossier, json_name: str, json_sha256: str) -> Iterator[Block]:
    provenance = dossier.provenance
    yield Heading(tr("Method"))
    seconds = provenance.training_seconds
    trained = (
        tr("A ResNet-50 was trained on {device} in {precision}, in {duration}.")
        if math.isfinite(seconds)
        else tr("A ResNet-50 was trained on {device} in {precision}.")
    )
    yield Paragraph(
        trained.format(
            device=device_in_words(provenance.device),
            precision=device_in_words(provenance.precision),
            duration=duration(seconds),
        )
    )
    yield settings_table(provenance)
    yield machine_table(provenance)
    hashes: Mapping[str, str | None] = {tr("Start weights"): provenance.start_sha256, json_name: json_sha256}
    yield hashes_table(hashes)
    if provenance.notes:
        yield Statements(tr("What happened on the way"), kept_sentences(provenance.notes))


def _others(summary: CrossValidationSummary) -> str:
    others = [name for name in summary.classes if name != summary.positive_class]
    if len(others) > _MOST_NAMED:
        return tr("one of {count} other classes").format(count=len(others))
    if len(others) == 1:
        return others[0]
    return tr("{names} or {last}", "the last of a list").format(names=", ".join(others[:-1]), last=others[-1])
