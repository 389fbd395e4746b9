"""The dossier's tables: data, folds, figures per part, operating points, settings, wrong cases."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum

from core.language import mark, tr
from core.number_format import integer
from core.report.blocks import Align, Band, Column, Row, Stacked, Table
from core.report.words import (
    UNDEFINED,
    ClassLegend,
    decimal,
    decimal_interval,
    percent,
    percent_interval,
    threshold_words,
)
from core.training.groups import patient_key
from core.training.operating_point import OperatingPoint, People
from core.training.provenance import DatasetFacts
from core.training.results import CrossValidationSummary, DecisionFigures, Estimate, NamedFigures, OutOfFoldPrediction

MOST_PARTS = 40
"""Sources or splits beyond this are in the JSON only."""

_LONGEST_SHORT_NAME = 12
_RIGHT = Align.RIGHT


class Part(StrEnum):
    """What images are divided into; the values are those of `NamedFigures.kind`."""

    FOLD = "fold"
    SOURCE = "source"
    SPLIT = "split"


_PARTS = {Part.FOLD: mark("Fold"), Part.SOURCE: mark("Source"), Part.SPLIT: mark("Split")}
_COMPOSITIONS = {
    Part.FOLD: mark("Images per class and fold."),
    Part.SOURCE: mark("Images per class and source."),
    Part.SPLIT: mark("Images per class and split."),
}
_FIGURES = {
    Part.FOLD: mark("Figures per fold at the threshold {threshold}, 95% intervals below."),
    Part.SOURCE: mark("Figures per source at the threshold {threshold}, 95% intervals below."),
    Part.SPLIT: mark("Figures per split at the threshold {threshold}, 95% intervals below."),
}


def class_table(summary: CrossValidationSummary, dataset: DatasetFacts) -> Table:
    """Images, patients and groups per class."""
    predictions = summary.predictions
    rows = [
        _class_row(name, dataset.class_counts.get(name, 0), [p for p in predictions if p.image.label == name])
        for name in summary.classes
    ]
    if len(predictions) == dataset.images:
        rows.append(_class_row(tr("All"), dataset.images, predictions))
    return Table(
        tr("Images per class. A group is what belongs together: images of one patient, and copies of one picture."),
        (
            Column(tr("Class"), share=2.0),
            Column(tr("Images"), _RIGHT, 1.0),
            Column(tr("Held out once"), _RIGHT, 1.0),
            Column(tr("Groups"), _RIGHT, 1.0),
            Column(tr("Known patients"), _RIGHT, 1.0),
            Column(tr("Patient not known"), _RIGHT, 1.0),
        ),
        tuple(rows),
    )


def _class_row(name: str, images: int, members: Sequence[OutOfFoldPrediction]) -> tuple[str, ...]:
    patients = [patient_key(prediction.image) for prediction in members]
    known = {patient for patient in patients if patient is not None}
    groups = {prediction.group for prediction in members}
    return (
        name,
        integer(images),
        integer(len(members)),
        integer(len(groups)),
        integer(len(known)) if known else UNDEFINED,
        integer(patients.count(None)),
    )


def composition_table(
    summary: CrossValidationSummary, kind: Part, key: Callable[[OutOfFoldPrediction], str | None]
) -> Table | None:
    """Images of every class per fold, source or split.

    Args:
        summary: The cross-validated model.
        kind: What the rows are.
        key: Row that a prediction belongs to, None where it is not known.

    Returns:
        None where nothing is known of any image.
    """
    counts = Counter((key(prediction), prediction.image.label) for prediction in summary.predictions)
    names = sorted({name for name, _ in counts if name is not None}, key=_natural)
    if not names:
        return None
    rows = [(name, *_counts_of(counts, name, summary.classes)) for name in names[:MOST_PARTS]]
    if any(name is None for name, _ in counts):
        rows.append((tr("not known"), *_counts_of(counts, None, summary.classes)))
    legend = ClassLegend(summary.classes)
    return Table(
        tr(_COMPOSITIONS[kind]),
        (
            Column(tr(_PARTS[kind]), share=2.0 + 0.3 * len(legend.heads)),
            *(Column(head, _RIGHT, 1.0) for head in legend.heads),
            Column(tr("All"), _RIGHT, 1.0),
        ),
        tuple(rows),
        " ".join(filter(None, (legend.note, _left_out_words(len(names) - MOST_PARTS)))),
    )


def _counts_of(counts: Counter[tuple[str | None, str]], name: str | None, classes: Sequence[str]) -> tuple[str, ...]:
    numbers = [counts[name, label] for label in classes]
    return (*(integer(number) for number in numbers), integer(sum(numbers)))


def _natural(name: str) -> tuple[int, str]:
    """Folds 2 before 10."""
    return (int(name), "") if name.isdecimal() else (0, name)


def figures_table(kind: Part, parts: Sequence[NamedFigures], pooled: DecisionFigures) -> Table:
    """Figures of the parts, pooled last.

    Args:
        kind: What the parts are.
        parts: Their figures.
        pooled: Of all images.
    """
    named = [*((part.name, part.figures) for part in parts[:MOST_PARTS]), (tr("All, pooled"), pooled)]
    # Ten columns leave little room: long names stand above their rows.
    above = max(len(name) for name, _ in named) > _LONGEST_SHORT_NAME
    rows: list[Row] = []
    for name, figures in named:
        if above:
            rows.append(Band(name))
        rows.append((*(() if above else (name,)), *_figures_cells(figures)))
    names = (tr("Accuracy"), tr("Sensitivity"), tr("Specificity"), tr("PPV"), tr("NPV"), "F1", "AUC")
    return Table(
        tr(_FIGURES[kind]).format(threshold=threshold_words(pooled.threshold)),
        (
            *(() if above else (Column(tr(_PARTS[kind]), share=1.0),)),
            Column(tr("Images"), _RIGHT, 1.0 if above else 0.0),
            *(Column(name, _RIGHT, 1.0 if above else 0.0) for name in names),
        ),
        tuple(rows),
        " ".join(filter(None, (_abbreviations(), _left_out_words(len(parts) - MOST_PARTS)))),
    )


def _abbreviations() -> str:
    return tr(
        "PPV, NPV: positive and negative predictive value at the part's own prevalence. F1: harmonic mean of PPV and"
        " sensitivity. AUC: area under the ROC curve. {dash}: not defined."
    ).format(dash=UNDEFINED)


def _left_out_words(count: int) -> str:
    return tr("{count} more are in the JSON file.").format(count=integer(count)) if count > 0 else ""


def _figures_cells(figures: DecisionFigures) -> tuple[str | Stacked, ...]:
    return (
        Stacked(integer(figures.count), positives_words(figures.true_positive + figures.false_negative)),
        _share_cell(figures.accuracy),
        _share_cell(figures.sensitivity),
        _share_cell(figures.specificity),
        _share_cell(figures.positive_predictive_value),
        _share_cell(figures.negative_predictive_value),
        Stacked(decimal(figures.f1.value), decimal_interval(figures.f1)),
        Stacked(decimal(figures.auc.value, 4), decimal_interval(figures.auc)),
    )


def positives_words(count: int) -> str:
    """How many images are positive, where there is little room."""
    return tr("{count} pos.").format(count=integer(count))


def _share_cell(estimate: Estimate) -> Stacked:
    return Stacked(percent(estimate.value), percent_interval(estimate))


def thresholds_table(points: Sequence[OperatingPoint], named: Mapping[float, str]) -> Table:
    """What other thresholds would have given on this data set.

    Args:
        points: One per threshold.
        named: Why a threshold is there, where it is not just a round one.
    """
    rows = tuple(
        (
            Stacked(threshold_words(point.threshold), named.get(point.threshold, "")),
            _share_cell(point.figures.sensitivity),
            _share_cell(point.figures.specificity),
            integer(point.figures.false_negative),
            integer(point.figures.false_positive),
            _share_cell(point.figures.positive_predictive_value),
            _share_cell(point.figures.negative_predictive_value),
        )
        for point in points
    )
    return Table(
        tr("Thresholds and what they give on this data set, at its own prevalence."),
        (
            Column(tr("Threshold"), share=1.6),
            *(
                Column(name, _RIGHT, 1.0)
                for name in (
                    tr("Sensitivity"),
                    tr("Specificity"),
                    tr("Missed"),
                    tr("False alarms"),
                    tr("PPV"),
                    tr("NPV"),
                )
            ),
        ),
        rows,
    )


def prevalence_table(points: Sequence[OperatingPoint], positive_class: str) -> Table:
    """What the chosen threshold would mean for 1,000 people, per prevalence."""
    rows = tuple(
        (
            percent(point.prevalence),
            _people_cell(point.found),
            _people_cell(point.missed),
            _people_cell(point.false_alarms),
            _share_cell(point.positive_predictive_value),
            _share_cell(point.negative_predictive_value),
        )
        for point in points
    )
    return Table(
        tr("Of 1,000 people, at different prevalences of {name}, at the chosen threshold.").format(name=positive_class),
        (
            Column(tr("Prevalence"), share=1.0),
            *(
                Column(name, _RIGHT, 1.0)
                for name in (tr("Found"), tr("Missed"), tr("False alarms"), tr("PPV"), tr("NPV"))
            ),
        ),
        rows,
        tr(
            "Sensitivity and specificity are taken over from this data set: that holds only where the people are as"
            " ill, and as well, as those in it."
        ),
    )


def _people_cell(people: People) -> Stacked:
    return Stacked(decimal(people.value, 1), decimal_interval(Estimate(people.value, people.low, people.high), 1))
