"""The dossier's lists: settings, software, wrong cases, checklists."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

import numpy as np

from core.language import mark, tr
from core.model.input import Equalisation
from core.model.trained_card_words import card_words
from core.number_format import general, integer, tr_count
from core.number_format import percent as plain_percent
from core.report.blocks import Align, Band, Column, Row, Stacked, Table
from core.report.words import UNDEFINED, ClassLegend, duration, moment, percent, shortened
from core.training.card_sentences import augmentation_words
from core.training.checklists import Checklist, ChecklistItem, ItemState
from core.training.device_words import device_in_words
from core.training.metrics import probabilities_of
from core.training.plan import Depth, Recipe, TrainingPlan
from core.training.provenance import RunProvenance
from core.training.recipes import settings_of
from core.training.results import CrossValidationSummary
from core.training.summary import decided_classes

MOST_WRONG_CASES = 400
"""Further ones are in the JSON file only: nobody reads more than ten pages of names on paper."""

_LONGEST_ANSWER = 700

_STATES = {
    ItemState.ANSWERED: mark("answered"),
    ItemState.PARTLY: mark("in part"),
    ItemState.AUTHOR: mark("for the author"),
}
_DEPTHS = {Depth.QUICK: mark("quick"), Depth.PARTIAL: mark("partial"), Depth.FULL: mark("full")}
_RECIPES = {Recipe.PAPER: mark("paper"), Recipe.PRETRAIN: mark("pretrain")}
_EQUALISATIONS = {Equalisation.MID_RANK: mark("mid-rank")}


def settings_table(provenance: RunProvenance) -> Table:
    """What was chosen, and what ran."""
    plan, spec = provenance.plan, provenance.input
    seen = spec.field_of_view
    learning = (
        (tr("Epochs"), f"{provenance.epochs}"),
        (tr("Batch size"), f"{plan.batch_size}"),
        (tr("Optimiser"), _optimiser(plan)),
        (tr("Augmentation"), augmentation_words(plan.augmentation)),
    )
    rows = (
        (tr("Depth"), tr(_DEPTHS[plan.depth])),
        (tr("Recipe"), tr(_RECIPES[plan.recipe])),
        (tr("Start weights"), card_words(provenance.start_weights)),
        (tr("Folds"), f"{plan.folds}" if plan.folds > 1 else tr("1 of 5, for a quick look")),
        *(
            learning
            if plan.depth is not Depth.QUICK
            else ((tr("Length", "of a training"), tr("to convergence, on features computed once")),)
        ),
        (tr("Seed"), f"{plan.seed}"),
        (tr("Refit on all images"), tr("yes") if plan.refits else tr("no")),
        (
            tr("Input"),
            tr("{size} \u00d7 {size} pixels, {channels} channels").format(size=spec.size, channels=spec.channels),
        ),
        (tr("Equalisation"), tr(_EQUALISATIONS[spec.equalisation]) if spec.equalisation else tr("none")),
        (tr("Height that is seen"), _seen(seen.top, seen.bottom)),
        (tr("Width that is seen"), _seen(seen.left, seen.right)),
    )
    return _pairs(tr("Settings of the run."), rows)


def _optimiser(plan: TrainingPlan) -> str:
    settings = settings_of(plan)
    name = "AdamW" if plan.weight_decay or settings.decoupled_decay else "Adam"  # untranslated: names
    words = (
        tr("{name}, learning rate one-cycle up to {rate}, weight decay {decay}")
        if settings.one_cycle
        else tr("{name}, learning rate {rate}, constant, weight decay {decay}")
    )
    return words.format(name=name, rate=general(plan.learning_rate), decay=general(plan.weight_decay))


def _seen(first: float, last: float) -> str:
    return tr("{first} to {last} of the image").format(first=plain_percent(first, 1), last=plain_percent(last, 1))


def machine_table(provenance: RunProvenance) -> Table:
    """Hardware, times and software."""
    rows = (
        (tr("Run", "a training run"), provenance.run_id),
        (tr("Hardware"), device_in_words(provenance.hardware)),
        (tr("Device"), device_in_words(provenance.device)),
        (tr("Arithmetic"), device_in_words(provenance.precision)),
        (tr("Started", "a point in time"), moment(provenance.started)),
        (tr("Finished", "a point in time"), moment(provenance.finished)),
        (tr("Time spent training"), duration(provenance.training_seconds)),
        *((name, device_in_words(version)) for name, version in provenance.software.items()),
    )
    return _pairs(tr("Machine, times and software versions."), rows)


def hashes_table(hashes: Mapping[str, str | None]) -> Table:
    """SHA-256 of what the run was made of."""
    rows = tuple((name, value or tr("not known, or there is none")) for name, value in hashes.items())
    return _pairs(tr("SHA-256 hashes. Those of every image file are in the JSON file."), rows)


def _pairs(caption: str, rows: Sequence[tuple[str, str]]) -> Table:
    return Table(caption, (Column(tr("Item")), Column(tr("Value"), share=1.0)), tuple(rows))


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
            integer(rank),
            names[number],
            legend.heads[labels[number]],
            legend.heads[decided[number]],
            percent(float(certainty[number])),
            f"{summary.predictions[number].fold + 1}",
            *((summary.predictions[number].image.source or UNDEFINED,) if has_sources else ()),
        )
        for rank, number in enumerate(ordered[:MOST_WRONG_CASES].tolist(), 1)
    ]
    more = (
        tr("{count} more are in the JSON file.").format(count=integer(len(ordered) - len(rows)))
        if len(ordered) > len(rows)
        else ""
    )
    class_share = 0.0 if legend.is_numbered else 1.0
    return Table(
        tr_count(
            "The {count} image that was decided wrongly, the surest mistakes first.",
            "The {count} images that were decided wrongly, the surest mistakes first.",
            len(ordered),
        ),
        (
            Column("", Align.RIGHT),
            Column(tr("File"), share=2.5),
            Column(tr("True class"), share=class_share),
            Column(tr("Decided"), share=class_share),
            Column(tr("Certainty"), Align.RIGHT),
            Column(tr("Fold"), Align.RIGHT),
            *((Column(tr("Source"), share=1.0),) if has_sources else ()),
        ),
        tuple(rows),
        " ".join(
            filter(None, (tr("Certainty: probability of the decided class, before temperature."), legend.note, more))
        ),
    )


def checklist_table(checklist: Checklist, items: Sequence[ChecklistItem]) -> Table:
    """One reporting checklist, by the sections of a paper."""
    return Table(
        tr("{checklist}: what this run answers, and what is left for the author of a report about it.").format(
            checklist=checklist.value
        ),
        (
            Column(tr("Item"), Align.RIGHT),
            Column(tr("Asks for"), share=1.0),
            Column(tr("Answer"), share=2.3),
            Column(tr("State")),
        ),
        tuple(_checklist_rows([item for item in items if item.checklist is checklist])),
        tr("Items are worded briefly in our own words; their numbers are those of the published list."),
    )


def _checklist_rows(items: Sequence[ChecklistItem]) -> Iterator[Row]:
    for section, members in groupby(items, key=lambda item: item.section):
        yield Band(section)
        for item in members:
            needed = tr("For the author: {what}").format(what=item.needed) if item.needed else ""
            told = shortened(item.answer, _LONGEST_ANSWER)
            answer = Stacked(told, needed) if told and needed else told or needed
            yield (item.number, item.topic, answer, tr(_STATES[item.state]))
