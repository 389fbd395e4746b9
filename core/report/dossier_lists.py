"""The dossier's lists: settings, software, wrong cases, checklists."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

import numpy as np

from core.report.blocks import Align, Band, Column, Row, Stacked, Table
from core.report.words import UNDEFINED, ClassLegend, duration, moment, percent, shortened
from core.training.card_sentences import augmentation_words
from core.training.checklists import Checklist, ChecklistItem, ItemState
from core.training.metrics import probabilities_of
from core.training.plan import Depth, TrainingPlan
from core.training.provenance import RunProvenance
from core.training.recipes import settings_of
from core.training.results import CrossValidationSummary
from core.training.summary import decided_classes

MOST_WRONG_CASES = 400
"""Further ones are in the JSON file only: nobody reads more than ten pages of names on paper."""

_LONGEST_ANSWER = 700

_STATES = {ItemState.ANSWERED: "answered", ItemState.PARTLY: "in part", ItemState.AUTHOR: "for the author"}


def settings_table(provenance: RunProvenance) -> Table:
    """What was chosen, and what ran."""
    plan, spec = provenance.plan, provenance.input
    seen = spec.field_of_view
    learning = (
        ("Epochs", f"{provenance.epochs}"),
        ("Batch size", f"{plan.batch_size}"),
        ("Optimiser", _optimiser(plan)),
        ("Augmentation", augmentation_words(plan.augmentation)),
    )
    rows = (
        ("Depth", plan.depth.value),
        ("Recipe", plan.recipe.value),
        ("Start weights", provenance.start_weights),
        ("Folds", f"{plan.folds}" if plan.folds > 1 else "1 of 5, for a quick look"),
        *(learning if plan.depth is not Depth.QUICK else (("Length", "to convergence, on features computed once"),)),
        ("Seed", f"{plan.seed}"),
        ("Refit on all images", "yes" if plan.refits else "no"),
        ("Input", f"{spec.size} \u00d7 {spec.size} pixels, {spec.channels} channels"),
        ("Equalisation", spec.equalisation.value.replace("_", "-") if spec.equalisation else "none"),
        ("Height that is seen", f"{seen.top:.1%} to {seen.bottom:.1%} of the image"),
        ("Width that is seen", f"{seen.left:.1%} to {seen.right:.1%} of the image"),
    )
    return _pairs("Settings of the run.", rows)


def _optimiser(plan: TrainingPlan) -> str:
    settings = settings_of(plan)
    name = "AdamW" if plan.weight_decay or settings.decoupled_decay else "Adam"
    rate = f"one-cycle up to {plan.learning_rate:g}" if settings.one_cycle else f"{plan.learning_rate:g}, constant"
    return f"{name}, learning rate {rate}, weight decay {plan.weight_decay:g}"


def machine_table(provenance: RunProvenance) -> Table:
    """Hardware, times and software."""
    rows = (
        ("Run", provenance.run_id),
        ("Hardware", provenance.hardware),
        ("Device", provenance.device),
        ("Arithmetic", provenance.precision),
        ("Started", moment(provenance.started)),
        ("Finished", moment(provenance.finished)),
        ("Time spent training", duration(provenance.training_seconds)),
        *provenance.software.items(),
    )
    return _pairs("Machine, times and software versions.", rows)


def hashes_table(hashes: Mapping[str, str | None]) -> Table:
    """SHA-256 of what the run was made of."""
    rows = tuple((name, value or "not known, or there is none") for name, value in hashes.items())
    return _pairs("SHA-256 hashes. Those of every image file are in the JSON file.", rows)


def _pairs(caption: str, rows: Sequence[tuple[str, str]]) -> Table:
    return Table(caption, (Column("Item"), Column("Value", share=1.0)), tuple(rows))


def wrong_cases_table(summary: CrossValidationSummary, names: Sequence[str]) -> Table | None:
    """Images that were decided wrongly, the surest mistakes first.

    Patients are not named. Files are, by their path below the data's folder.

    Args:
        summary: The cross-validated model.
        names: Name of the image of each prediction.

    Returns:
        None where nothing was wrong.
    """
    logits = np.array([prediction.logits for prediction in summary.predictions])
    positive = summary.classes.index(summary.positive_class)
    decided = decided_classes(logits, positive, summary.pooled.threshold)
    labels = np.array([summary.classes.index(prediction.image.label) for prediction in summary.predictions])
    probabilities = probabilities_of(logits)
    wrong = np.flatnonzero(decided != labels)
    if not wrong.size:
        return None
    certainty = probabilities[np.arange(len(decided)), decided]
    ordered = wrong[np.lexsort((wrong, -certainty[wrong]))]
    legend = ClassLegend(summary.classes)
    has_sources = any(prediction.image.source for prediction in summary.predictions)
    rows = [
        (
            f"{rank:,}",
            names[number],
            legend.heads[labels[number]],
            legend.heads[decided[number]],
            percent(float(certainty[number])),
            f"{summary.predictions[number].fold + 1}",
            *((summary.predictions[number].image.source or UNDEFINED,) if has_sources else ()),
        )
        for rank, number in enumerate(ordered[:MOST_WRONG_CASES].tolist(), 1)
    ]
    more = f"{len(ordered) - len(rows):,} more are in the JSON file." if len(ordered) > len(rows) else ""
    class_share = 0.0 if legend.is_numbered else 1.0
    return Table(
        f"The {len(ordered):,} images that were decided wrongly, the surest mistakes first.",
        (
            Column("", Align.RIGHT),
            Column("File", share=2.5),
            Column("True class", share=class_share),
            Column("Decided", share=class_share),
            Column("Certainty", Align.RIGHT),
            Column("Fold", Align.RIGHT),
            *((Column("Source", share=1.0),) if has_sources else ()),
        ),
        tuple(rows),
        " ".join(filter(None, ("Certainty: probability of the decided class, before temperature.", legend.note, more))),
    )


def checklist_table(checklist: Checklist, items: Sequence[ChecklistItem]) -> Table:
    """One reporting checklist, by the sections of a paper."""
    return Table(
        f"{checklist.value}: what this run answers, and what is left for the author of a report about it.",
        (
            Column("Item", Align.RIGHT),
            Column("Asks for", share=1.0),
            Column("Answer", share=2.3),
            Column("State"),
        ),
        tuple(_checklist_rows([item for item in items if item.checklist is checklist])),
        "Items are worded briefly in our own words; their numbers are those of the published list.",
    )


def _checklist_rows(items: Sequence[ChecklistItem]) -> Iterator[Row]:
    for section, members in groupby(items, key=lambda item: item.section):
        yield Band(section)
        for item in members:
            needed = f"For the author: {item.needed}" if item.needed else ""
            told = shortened(item.answer, _LONGEST_ANSWER)
            answer = Stacked(told, needed) if told and needed else told or needed
            yield (item.number, item.topic, answer, _STATES[item.state])
