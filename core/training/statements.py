"""What every result must carry with it: sentences about what its figures do not show.

Each is said where it holds, and nowhere else. A figure that stands alone is believed.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from operator import attrgetter

from core.model.card import ShortcutVerdict
from core.training.card_sentences import CHOSEN_THRESHOLD, SOURCES_TELL_CLASSES, scope_of, sources_tell_classes
from core.training.dataset import LabelledDataset
from core.training.disease_figures import NO_FIGURES, DiseaseFigures
from core.training.disease_wording import disease_statements
from core.training.plan import StartKind
from core.training.provenance import RunProvenance
from core.training.results import DEFAULT_THRESHOLD, CrossValidationSummary, DecisionFigures, Estimate, NamedFigures

FEWEST_GROUPS = 100
"""Independent positive, and negative, cases below which figures are called uncertain.

Source: Collins, Ogundimu, Altman 2016, Stat Med 35:214; Vergouwe et al. 2005, J Clin Epidemiol 58:475.
"""
WIDE_INTERVAL = 0.10
_NEARLY_ONE = 0.99
"""Area from which DeLong's interval is known to cover less than 95%.

Source: Kottas, Kuss, Zapf 2014, BMC Med Res Methodol 14:26. Own simulation, two normal distributions, 200 positive and
    1,000 negative: 90% at an area of 0.998, 87% at 0.9998.
"""
_NEARLY_PERFECT = 0.9
_FEWEST_IMAGES_PER_SOURCE = 5
_JUDGED: dict[str, Callable[[DecisionFigures], Estimate]] = {
    "sensitivity": attrgetter("sensitivity"),
    "specificity": attrgetter("specificity"),
    "area under the ROC curve": attrgetter("auc"),
}


@dataclass(frozen=True)
class Confounding:
    """How well the class can be told from where an image comes from.

    Attributes:
        sources: How many sources there are; images without one count as one more where others have one.
        strength: Share of the images outside the largest class that the source alone puts right, 0..1
            (Goodman & Kruskal's lambda, 1954, J Am Stat Assoc 49:732).
        is_complete: Whether no source holds images of two classes.
    """

    sources: int
    strength: float
    is_complete: bool

    @property
    def is_serious(self) -> bool:
        """Whether the source predicts the class nearly perfectly."""
        return self.strength >= _NEARLY_PERFECT


def statements(
    summary: CrossValidationSummary, provenance: RunProvenance, disease: DiseaseFigures = NO_FIGURES
) -> tuple[str, ...]:
    """The sentences that belong to a result, most general first, the gravest before the lesser.

    Args:
        summary: Its figures.
        provenance: Its run.
        disease: Whether it looks at the disease.
    """
    return (
        *_about_validation(summary, provenance),
        *_about_disease(summary, disease),
        *_about_sources(summary),
        *_about_patients(summary, provenance),
        *_about_numbers(summary),
        *_about_use(summary),
    )


def reservations(
    summary: CrossValidationSummary,
    provenance: RunProvenance,
    dataset: LabelledDataset,
    disease: DiseaseFigures = NO_FIGURES,
) -> tuple[str, ...]:
    """The statements, and after them what the details of the model's limits say beyond them: nothing twice.

    Args:
        summary: Its figures.
        provenance: Its run.
        dataset: What it was trained on.
        disease: Whether it looks at the disease.
    """
    confounding = confounding_of(summary)
    is_said = confounding is not None and confounding.is_serious
    sources = (SOURCES_TELL_CLASSES,) if sources_tell_classes(dataset) and not is_said else ()
    return (*statements(summary, provenance, disease), *sources, *scope_of(summary))


def confounding_of(summary: CrossValidationSummary) -> Confounding | None:
    """How far source and class go together; None where fewer than two sources, or classes, are known."""
    pairs = Counter((p.image.source or "", p.image.label) for p in summary.predictions)
    sources, labels = {source for source, _ in pairs}, Counter[str]()
    for (_, label), count in pairs.items():
        labels[label] += count
    total, largest = sum(labels.values()), max(labels.values())
    # With a source per image, or nearly, the source tells everything and means nothing.
    if len(sources) < 2 or len(labels) < 2 or total < _FEWEST_IMAGES_PER_SOURCE * len(sources):
        return None
    told = sum(max(pairs[source, label] for label in labels) for source in sources)
    return Confounding(len(sources), (told - largest) / (total - largest), len(pairs) == len(sources))


def _about_validation(summary: CrossValidationSummary, provenance: RunProvenance) -> Iterator[str]:
    folds = len({prediction.fold for prediction in summary.predictions})
    count, images = len(summary.predictions), provenance.dataset.images
    yield "Research use only: not a medical device, not for diagnosis."
    if folds > 1:
        yield (
            f"Cross-validated in {folds} folds on one collection of {count:,} images: each figure is about images that"
            " the network had not learnt from, but of the same collection. It says nothing about another hospital,"
            " another machine or other patients."
        )
    else:
        yield (
            f"Only one fold was trained: the figures are about {count:,} of {images:,} images, of the same collection"
            " that the network learnt from. They say nothing about another hospital, another machine or other patients."
        )
    if provenance.plan.refits:
        yield (
            "The saved model was trained anew on all images afterwards. The figures are those of the networks of the"
            " folds, which learnt from fewer images by the same recipe; the saved model itself was tested on nothing."
        )
    if provenance.plan.start.kind in (StartKind.PACKAGE, StartKind.WEIGHTS_FILE):
        yield (
            "Training started from weights that had learnt from images before. Where images or patients of this"
            " collection were among those, the figures are too good."
        )


def _about_disease(summary: CrossValidationSummary, disease: DiseaseFigures) -> Iterator[str]:
    if disease.audit is not None and disease.audit.verdict is not ShortcutVerdict.NONE_FOUND:
        yield disease.audit.sentence
    yield from disease_statements(disease, summary.positive_class)


def _about_sources(summary: CrossValidationSummary) -> Iterator[str]:
    confounding = confounding_of(summary)
    if confounding is not None and confounding.is_serious:
        how = "No source holds more than one class" if confounding.is_complete else "The source nearly tells the class"
        yield (
            f"{how}: class and source are confounded. A network that recognises the source (machine, markers, age of"
            " the patients, processing) reaches these figures without seeing the disease, and no figure here can tell"
            " the difference. Test it on images of both classes from one source before believing any of them."
        )
    elif confounding is None and not any(prediction.image.source for prediction in summary.predictions):
        yield (
            "Where the images come from is not known. If the classes come from different hospitals or machines, the"
            " network may tell those apart instead of the disease."
        )
    parts = [part for part in summary.parts if part.kind == "source"]
    for name, figure in _JUDGED.items():
        if differing := _differing(parts, figure):
            yield (
                f"The sources differ: {name} is {' and '.join(differing)}, more than chance explains. The pooled figure"
                " holds for neither."
            )


def _about_patients(summary: CrossValidationSummary, provenance: RunProvenance) -> Iterator[str]:
    data = provenance.dataset
    unknown = data.images - data.images_with_patient
    if unknown:
        whom = "any image" if unknown == data.images else f"{unknown:,} of {data.images:,} images"
        yield (
            f"It is not known whom {whom} shows: images of one patient may have been learnt from and tested on, which"
            " makes figures too good. Copies of one picture were kept together."
        )
    labels_of_group: dict[int, set[str]] = {}
    for prediction in summary.predictions:
        labels_of_group.setdefault(prediction.group, set()).add(prediction.image.label)
    mixed = sum(len(labels) > 1 for labels in labels_of_group.values())
    if mixed:
        yield (
            f"{_counted(mixed, 'group')} of copies, or of one patient's images, {'lies' if mixed == 1 else 'lie'} in"
            " more than one class: for copies at least one label is wrong."
        )
    if len(labels_of_group) < len(summary.predictions):
        yield (
            f"The {len(summary.predictions):,} images form {len(labels_of_group):,} independent groups (same patient or"
            " copies). No group was divided between folds, and the intervals count groups, not images."
        )
    if data.unreadable:
        yield f"{_counted(len(data.unreadable), 'file')} could not be read and {_was(len(data.unreadable))} left out."


def _about_numbers(summary: CrossValidationSummary) -> Iterator[str]:
    positive = {p.group for p in summary.predictions if p.image.label == summary.positive_class}
    negative = {p.group for p in summary.predictions if p.image.label != summary.positive_class}
    few = [
        f"{len(groups):,} {name}"
        for groups, name in ((positive, "positive"), (negative, "negative"))
        if len(groups) < FEWEST_GROUPS
    ]
    if few:
        yield (
            f"There are only {' and '.join(few)} independent cases; with fewer than {FEWEST_GROUPS} of either, figures"
            " are uncertain, and the intervals matter more than the figures."
        )
    wide = [
        f"{name} {_percent(estimate.low)} to {_percent(estimate.high)}"
        for name, estimate in (
            ("sensitivity", summary.pooled.sensitivity),
            ("specificity", summary.pooled.specificity),
        )
        if estimate.high - estimate.low > WIDE_INTERVAL
    ]
    if wide:
        yield f"Wide intervals: {', '.join(wide)}. A larger collection could give quite different figures."
    if _NEARLY_ONE < summary.pooled.auc.value < 1:
        yield (
            "So near to 1 the interval of the area under the ROC curve is too narrow: it holds the true area about nine"
            " times in ten, not nineteen times in twenty."
        )
    lacking = [
        part.name
        for part in summary.parts
        if part.kind == "fold" and not (math.isfinite(part.figures.auc.value) and part.figures.count)
    ]
    if lacking:
        yield (
            f"{'Fold' if len(lacking) == 1 else 'Folds'} {', '.join(lacking)} held out images of one class only: some"
            " of their figures are not defined."
        )
    wrong = summary.pooled.false_positive + summary.pooled.false_negative
    if wrong == 0:
        yield (
            "Not one decision was wrong. On a collection of this size that is compatible with errors up to the ends of"
            " the intervals, and it often means that the classes differ by more than the disease."
        )


def _about_use(summary: CrossValidationSummary) -> Iterator[str]:
    pooled = summary.pooled
    share = (pooled.true_positive + pooled.false_negative) / max(pooled.count, 1)
    yield (
        f"Predictive values and probabilities hold where {share:.0%} of the images are {summary.positive_class}, as in"
        " this collection. Where it is rarer, more of the positive decisions are false alarms."
    )
    if pooled.threshold != DEFAULT_THRESHOLD:
        yield CHOSEN_THRESHOLD
    yield (
        "The temperature was fitted on the out-of-fold predictions that the calibration after it is judged by, so that"
        " one is slightly too good."
    )
    if len(summary.classes) > 2:
        yield f"But for the confusion matrix, every figure is about {summary.positive_class} against all other classes."


def _differing(parts: list[NamedFigures], figure: Callable[[DecisionFigures], Estimate]) -> tuple[str, str] | None:
    """The lowest and the highest part in words, where even their intervals do not meet."""
    estimates = {part.name: figure(part.figures) for part in parts if math.isfinite(figure(part.figures).low)}
    if len(estimates) < 2:
        return None
    lowest = min(estimates, key=lambda name: estimates[name].high)
    highest = max(estimates, key=lambda name: estimates[name].low)
    if estimates[lowest].high >= estimates[highest].low:
        return None
    return f"{_percent(estimates[lowest].value)} in “{lowest}”", f"{_percent(estimates[highest].value)} in “{highest}”"


def _percent(value: float) -> str:
    return f"{value:.1%}"


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _was(count: int) -> str:
    return "was" if count == 1 else "were"
