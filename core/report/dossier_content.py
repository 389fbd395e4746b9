"""What the validation dossier of a training run says, in order: first what matters, with its limits, then the rest."""

import math
from collections.abc import Iterator, Mapping
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version

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
    class_table,
    composition_table,
    figures_table,
    prevalence_table,
    thresholds_table,
)
from core.report.words import counted, date_words, duration
from core.training.checklists import Checklist
from core.training.dataset import LabelledDataset
from core.training.dossier import Dossier
from core.training.operating_point import operating_point, threshold_for_sensitivity, youden_threshold
from core.training.provenance import DatasetFacts
from core.training.results import CrossValidationSummary

TITLE = "Validation dossier"
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
    day = date_words(date)
    folds = f"{plan.folds} folds" if plan.folds > 1 else "one fold of 5"
    facts = (
        ("Model", model),
        ("Question", f"{dossier.summary.positive_class}, or {_others(dossier.summary)}"),
        ("Data set", f"{data.name}: {data.images:,} images, {folds}"),
        ("Date", day),
    )
    return Document(
        title=TITLE,
        subtitle=model,
        facts=facts,
        blocks=tuple(_blocks(dossier, json_name, json_sha256)),
        origin=f"{_program()}, {day}. Not a medical device.",
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
    yield Heading("Limits on the model's card")
    yield Statements("", (dossier.limits.sentence, *dossier.limits.details))
    yield Heading("Reporting checklists")
    yield Paragraph(
        "For whoever reports on this model: the items of CLAIM and of TRIPOD+AI, answered as far as the run can tell. "
        "What only the author can know is marked."
    )
    for checklist in Checklist:
        yield checklist_table(checklist, dossier.checklist)
    yield Heading("Appendix: every prediction")
    yield Paragraph(
        f"All {len(dossier.summary.predictions):,} out-of-fold predictions, with fold, group, logits and the SHA-256"
        f" of each image file, are in the file {json_name}, which belongs to this document, and are not printed. Its"
        f" SHA-256 is {json_sha256}."
    )


def _data_blocks(dossier: Dossier) -> Iterator[Block]:
    summary, data = dossier.summary, dossier.provenance.dataset
    yield Heading("Data set", new_page=True)
    patients = (
        f"{data.patients:,} patients are known, for {data.images_with_patient:,} images"
        if data.images_with_patient
        else "No image names its patient"
    )
    yield Paragraph(
        f"{data.name}: {counted(data.images, 'readable image')} in {counted(data.groups, 'independent group')}. "
        f"{patients}. {_copies_words(data)} {counted(len(data.unreadable), 'file').capitalize()} could not be read."
    )
    yield class_table(summary, data)
    tables = (
        composition_table(summary, "Fold", lambda prediction: str(prediction.fold + 1)),
        composition_table(summary, "Source", lambda prediction: prediction.image.source),
        composition_table(summary, "Split", lambda prediction: prediction.image.split),
    )
    yield from (table for table in tables if table is not None)
    if data.findings:
        yield Statements("What the check of the data found", data.findings)
    figure = density_figure(dossier.provenance.densities)
    if figure is not None:
        yield Heading("Pixel densities", level=2)
        yield figure


def _copies_words(data: DatasetFacts) -> str:
    if not data.duplicate_groups:
        return "No copies of one picture were found."
    copies = sum(len(group) for group in data.duplicate_groups)
    return (
        f"{counted(len(data.duplicate_groups), 'group')} of copies of one picture were found, {copies:,} images in all;"
        " copies were kept in one fold."
    )


def _result_blocks(summary: CrossValidationSummary) -> Iterator[Block]:
    yield Heading("Results", new_page=True)
    yield Paragraph(
        f"Decisions are about {summary.positive_class} against {_others(summary)}. All figures are from out-of-fold "
        "predictions."
    )
    yield confusion_figure(summary)
    yield roc_figure(summary)
    yield precision_and_calibration_figure(summary)
    yield Heading("Figures per part", level=2)
    for kind, title in (("fold", "Fold"), ("source", "Source"), ("split", "Split")):
        parts = [part for part in summary.parts if part.kind == kind]
        if parts:
            yield figures_table(title, parts, summary.pooled)


def _operating_blocks(summary: CrossValidationSummary) -> Iterator[Block]:
    yield Heading("Operating points")
    chosen = summary.pooled.threshold
    positives = summary.pooled.true_positive + summary.pooled.false_negative
    prevalence = positives / max(summary.pooled.count, 1)
    named = {
        youden_threshold(summary): "largest sum of sensitivity and specificity",
        threshold_for_sensitivity(summary, WANTED_SENSITIVITY): f"sensitivity at least {WANTED_SENSITIVITY:.0%}",
        chosen: "chosen",
    }
    thresholds = sorted({*ROUND_THRESHOLDS, *(value for value in named if math.isfinite(value))})
    points = [operating_point(summary, threshold, prevalence) for threshold in thresholds]
    yield Paragraph(
        "A threshold that is chosen by these same figures flatters them: images that come later do somewhat worse."
    )
    yield thresholds_table(points, named)
    yield prevalence_table([operating_point(summary, chosen, share) for share in PREVALENCES], summary.positive_class)


def _wrong_case_blocks(dossier: Dossier) -> Iterator[Block]:
    summary = dossier.summary
    name_of = LabelledDataset(dossier.provenance.dataset.root, summary.classes, ()).name_of
    table = wrong_cases_table(summary, [name_of(prediction.image) for prediction in summary.predictions])
    yield Heading("Wrong decisions")
    if table is None:
        yield Paragraph("No image was decided wrongly.")
        return
    yield Paragraph(
        "Files are named by their paths below the data's folder, as whoever collected them named them; patients are not"
        " named."
    )
    yield table


def _method_blocks(dossier: Dossier, json_name: str, json_sha256: str) -> Iterator[Block]:
    provenance = dossier.provenance
    yield Heading("Method")
    seconds = provenance.training_seconds
    took = f", in {duration(seconds)}" if math.isfinite(seconds) else ""
    yield Paragraph(f"A ResNet-50 was trained on {provenance.device} in {provenance.precision}{took}.")
    yield settings_table(provenance)
    yield machine_table(provenance)
    hashes: Mapping[str, str | None] = {"Start weights": provenance.start_sha256, json_name: json_sha256}
    yield hashes_table(hashes)
    if provenance.notes:
        yield Statements("What happened on the way", provenance.notes)


def _others(summary: CrossValidationSummary) -> str:
    others = [name for name in summary.classes if name != summary.positive_class]
    if len(others) > _MOST_NAMED:
        return f"one of {len(others)} other classes"
    return others[0] if len(others) == 1 else f"{', '.join(others[:-1])} or {others[-1]}"


def _program() -> str:
    try:
        return f"Hilum {version('hilum')}"
    except PackageNotFoundError:
        return "Hilum"
