"""The dossier's tables: data, folds, figures per part, operating points, settings, wrong cases."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

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


def class_table(summary: CrossValidationSummary, dataset: DatasetFacts) -> Table:
    """Images, patients and groups per class."""
    predictions = summary.predictions
    rows = [
        _class_row(name, dataset.class_counts.get(name, 0), [p for p in predictions if p.image.label == name])
        for name in summary.classes
    ]
    if len(predictions) == dataset.images:
        rows.append(_class_row("All", dataset.images, predictions))
    return Table(
        "Images per class. A group is what belongs together: images of one patient, and copies of one picture.",
        (
            Column("Class", share=2.0),
            Column("Images", _RIGHT, 1.0),
            Column("Held out once", _RIGHT, 1.0),
            Column("Groups", _RIGHT, 1.0),
            Column("Known patients", _RIGHT, 1.0),
            Column("Patient not known", _RIGHT, 1.0),
        ),
        tuple(rows),
    )


def _class_row(name: str, images: int, members: Sequence[OutOfFoldPrediction]) -> tuple[str, ...]:
    patients = [patient_key(prediction.image) for prediction in members]
    known = {patient for patient in patients if patient is not None}
    groups = {prediction.group for prediction in members}
    return (
        name,
        f"{images:,}",
        f"{len(members):,}",
        f"{len(groups):,}",
        f"{len(known):,}" if known else UNDEFINED,
        f"{patients.count(None):,}",
    )


def composition_table(
    summary: CrossValidationSummary, title: str, key: Callable[[OutOfFoldPrediction], str | None]
) -> Table | None:
    """Images of every class per fold, source or split.

    Args:
        summary: The cross-validated model.
        title: What the rows are.
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
        rows.append(("not known", *_counts_of(counts, None, summary.classes)))
    legend = ClassLegend(summary.classes)
    more = f"{len(names) - MOST_PARTS:,} more are in the JSON file." if len(names) > MOST_PARTS else ""
    return Table(
        f"Images per class and {title.lower()}.",
        (
            Column(title, share=2.0 + 0.3 * len(legend.heads)),
            *(Column(head, _RIGHT, 1.0) for head in legend.heads),
            Column("All", _RIGHT, 1.0),
        ),
        tuple(rows),
        " ".join(filter(None, (legend.note, more))),
    )


def _counts_of(counts: Counter[tuple[str | None, str]], name: str | None, classes: Sequence[str]) -> tuple[str, ...]:
    numbers = [counts[name, label] for label in classes]
    return (*(f"{number:,}" for number in numbers), f"{sum(numbers):,}")


def _natural(name: str) -> tuple[int, str]:
    """Folds 2 before 10."""
    return (int(name), "") if name.isdecimal() else (0, name)


def figures_table(title: str, parts: Sequence[NamedFigures], pooled: DecisionFigures) -> Table:
    """Figures of the parts, pooled last.

    Args:
        title: What the parts are.
        parts: Their figures.
        pooled: Of all images.
    """
    named = [*((part.name, part.figures) for part in parts[:MOST_PARTS]), ("All, pooled", pooled)]
    more = f" {len(parts) - MOST_PARTS:,} more are in the JSON file." if len(parts) > MOST_PARTS else ""
    # Ten columns leave little room: long names stand above their rows.
    above = max(len(name) for name, _ in named) > _LONGEST_SHORT_NAME
    rows: list[Row] = []
    for name, figures in named:
        if above:
            rows.append(Band(name))
        rows.append((*(() if above else (name,)), *_figures_cells(figures)))
    names = ("Accuracy", "Sensitivity", "Specificity", "PPV", "NPV", "F1", "AUC")
    return Table(
        f"Figures per {title.lower()} at the threshold {threshold_words(pooled.threshold)}, 95% intervals below.",
        (
            *(() if above else (Column(title, share=1.0),)),
            Column("Images", _RIGHT, 1.0 if above else 0.0),
            *(Column(name, _RIGHT, 1.0 if above else 0.0) for name in names),
        ),
        tuple(rows),
        "PPV, NPV: positive and negative predictive value at the part's own prevalence. F1: harmonic mean of PPV and "
        f"sensitivity. AUC: area under the ROC curve. {UNDEFINED}: not defined." + more,
    )


def _figures_cells(figures: DecisionFigures) -> tuple[str | Stacked, ...]:
    return (
        Stacked(f"{figures.count:,}", f"{figures.true_positive + figures.false_negative:,} pos."),
        _share_cell(figures.accuracy),
        _share_cell(figures.sensitivity),
        _share_cell(figures.specificity),
        _share_cell(figures.positive_predictive_value),
        _share_cell(figures.negative_predictive_value),
        Stacked(decimal(figures.f1.value), decimal_interval(figures.f1)),
        Stacked(decimal(figures.auc.value, 4), decimal_interval(figures.auc)),
    )


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
            f"{point.figures.false_negative:,}",
            f"{point.figures.false_positive:,}",
            _share_cell(point.figures.positive_predictive_value),
            _share_cell(point.figures.negative_predictive_value),
        )
        for point in points
    )
    return Table(
        "Thresholds and what they give on this data set, at its own prevalence.",
        (
            Column("Threshold", share=1.6),
            *(
                Column(name, _RIGHT, 1.0)
                for name in ("Sensitivity", "Specificity", "Missed", "False alarms", "PPV", "NPV")
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
        f"Of 1,000 people, at different prevalences of {positive_class}, at the chosen threshold.",
        (
            Column("Prevalence", share=1.0),
            *(Column(name, _RIGHT, 1.0) for name in ("Found", "Missed", "False alarms", "PPV", "NPV")),
        ),
        rows,
        "Sensitivity and specificity are taken over from this data set: that holds only where the people are as ill, "
        "and as well, as those in it.",
    )


def _people_cell(people: People) -> Stacked:
    return Stacked(decimal(people.value, 1), decimal_interval(Estimate(people.value, people.low, people.high), 1))
