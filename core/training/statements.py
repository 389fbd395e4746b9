"""What every result must carry with it: sentences about what its figures do not show.

Each is said where it holds, and nowhere else, in the language that is in force. A figure that stands alone is believed.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from operator import attrgetter

from core.language import mark, tr
from core.model.card import ShortcutVerdict
from core.number_format import integer, percent, tr_count
from core.training.card_sentences import CHOSEN_THRESHOLD, SOURCES_TELL_CLASSES, scope_of, sources_tell_classes
from core.training.dataset import LabelledDataset
from core.training.disease_figures import NO_FIGURES, DiseaseFigures
from core.training.disease_wording import disease_statements
from core.training.number_statements import statements_about_numbers
from core.training.plan import StartKind
from core.training.provenance import RunProvenance
from core.training.results import DEFAULT_THRESHOLD, CrossValidationSummary, DecisionFigures, Estimate, NamedFigures
from core.training.stored_sentences import kept_sentence

_NEARLY_PERFECT = 0.9
_FEWEST_IMAGES_PER_SOURCE = 5

_CONFOUNDED = mark(
    "No source holds more than one class: class and source are confounded. A network that recognises the source"
    " (machine, markers, age of the patients, processing) reaches these figures without seeing the disease, and no"
    " figure here can tell the difference. Test it on images of both classes from one source before believing any of"
    " them."
)
_NEARLY_CONFOUNDED = mark(
    "The source nearly tells the class: class and source are confounded. A network that recognises the source (machine,"
    " markers, age of the patients, processing) reaches these figures without seeing the disease, and no figure here"
    " can tell the difference. Test it on images of both classes from one source before believing any of them."
)
_JUDGED: dict[str, Callable[[DecisionFigures], Estimate]] = {
    mark(
        "The sources differ: sensitivity is {lowest} in “{worst}” and {highest} in “{best}”, more than chance explains."
        " The pooled figure holds for neither."
    ): attrgetter("sensitivity"),
    mark(
        "The sources differ: specificity is {lowest} in “{worst}” and {highest} in “{best}”, more than chance explains."
        " The pooled figure holds for neither."
    ): attrgetter("specificity"),
    mark(
        "The sources differ: area under the ROC curve is {lowest} in “{worst}” and {highest} in “{best}”, more than"
        " chance explains. The pooled figure holds for neither."
    ): attrgetter("auc"),
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
        *statements_about_numbers(summary),
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
    sources = (tr(SOURCES_TELL_CLASSES),) if sources_tell_classes(dataset) and not is_said else ()
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
    yield tr("Research use only: not a medical device, not for diagnosis.")
    if folds > 1:
        sentence = tr(
            "Cross-validated in {folds} folds on one collection of {number} images: each figure is about images that"
            " the network had not learnt from, but of the same collection. It says nothing about another hospital,"
            " another machine or other patients."
        )
    else:
        sentence = tr(
            "Only one fold was trained: the figures are about {number} of {images} images, of the same collection that"
            " the network learnt from. They say nothing about another hospital, another machine or other patients."
        )
    yield sentence.format(folds=folds, number=integer(count), images=integer(images))
    if provenance.plan.refits:
        yield tr(
            "The saved model was trained anew on all images afterwards. The figures are those of the networks of the"
            " folds, which learnt from fewer images by the same recipe; the saved model itself was tested on nothing."
        )
    if provenance.plan.start.kind in (StartKind.PACKAGE, StartKind.WEIGHTS_FILE):
        yield tr(
            "Training started from weights that had learnt from images before. Where images or patients of this"
            " collection were among those, the figures are too good."
        )


def _about_disease(summary: CrossValidationSummary, disease: DiseaseFigures) -> Iterator[str]:
    if disease.audit is not None and disease.audit.verdict is not ShortcutVerdict.NONE_FOUND:
        yield kept_sentence(disease.audit.sentence)
    yield from disease_statements(disease, summary.positive_class)


def _about_sources(summary: CrossValidationSummary) -> Iterator[str]:
    confounding = confounding_of(summary)
    if confounding is not None and confounding.is_serious:
        yield tr(_CONFOUNDED if confounding.is_complete else _NEARLY_CONFOUNDED)
    elif confounding is None and not any(prediction.image.source for prediction in summary.predictions):
        yield tr(
            "Where the images come from is not known. If the classes come from different hospitals or machines, the"
            " network may tell those apart instead of the disease."
        )
    parts = [part for part in summary.parts if part.kind == "source"]
    for sentence, figure in _JUDGED.items():
        if differing := _differing(parts, figure):
            worst, best = differing
            yield tr(sentence).format(
                lowest=percent(figure(worst.figures).value, 1),
                worst=worst.name,
                highest=percent(figure(best.figures).value, 1),
                best=best.name,
            )


def _about_patients(summary: CrossValidationSummary, provenance: RunProvenance) -> Iterator[str]:
    data = provenance.dataset
    unknown = data.images - data.images_with_patient
    if unknown:
        yield _unknown_patients(unknown, data.images)
    labels_of_group: dict[int, set[str]] = {}
    for prediction in summary.predictions:
        labels_of_group.setdefault(prediction.group, set()).add(prediction.image.label)
    mixed = sum(len(labels) > 1 for labels in labels_of_group.values())
    if mixed:
        yield tr_count(
            "{count} group of copies, or of one patient's images, lies in more than one class: for copies at least one"
            " label is wrong.",
            "{count} groups of copies, or of one patient's images, lie in more than one class: for copies at least one"
            " label is wrong.",
            mixed,
        )
    if len(labels_of_group) < len(summary.predictions):
        yield tr(
            "The {images} images form {groups} independent groups (same patient or copies). No group was divided"
            " between folds, and the intervals count groups, not images."
        ).format(images=integer(len(summary.predictions)), groups=integer(len(labels_of_group)))
    if data.unreadable:
        yield tr_count(
            "{count} file could not be read and was left out.",
            "{count} files could not be read and were left out.",
            len(data.unreadable),
        )


def _unknown_patients(unknown: int, images: int) -> str:
    if unknown == images:
        return tr(
            "It is not known whom any image shows: images of one patient may have been learnt from and tested on, which"
            " makes figures too good. Copies of one picture were kept together."
        )
    return tr(
        "It is not known whom {unknown} of {images} images shows: images of one patient may have been learnt from and"
        " tested on, which makes figures too good. Copies of one picture were kept together."
    ).format(unknown=integer(unknown), images=integer(images))


def _about_use(summary: CrossValidationSummary) -> Iterator[str]:
    pooled = summary.pooled
    share = (pooled.true_positive + pooled.false_negative) / max(pooled.count, 1)
    yield tr(
        "Predictive values and probabilities hold where {share} of the images are {positive_class}, as in this"
        " collection. Where it is rarer, more of the positive decisions are false alarms."
    ).format(share=percent(share), positive_class=summary.positive_class)
    if pooled.threshold != DEFAULT_THRESHOLD:
        yield tr(CHOSEN_THRESHOLD)
    yield tr(
        "The temperature was fitted on the out-of-fold predictions that the calibration after it is judged by, so that"
        " one is slightly too good."
    )
    if len(summary.classes) > 2:
        yield tr(
            "But for the confusion matrix, every figure is about {positive_class} against all other classes."
        ).format(positive_class=summary.positive_class)


def _differing(
    parts: list[NamedFigures], figure: Callable[[DecisionFigures], Estimate]
) -> tuple[NamedFigures, NamedFigures] | None:
    """The lowest and the highest part, where even their intervals do not meet."""
    known = [part for part in parts if math.isfinite(figure(part.figures).low)]
    if len(known) < 2:
        return None
    lowest = min(known, key=lambda part: figure(part.figures).high)
    highest = max(known, key=lambda part: figure(part.figures).low)
    if figure(lowest.figures).high >= figure(highest.figures).low:
        return None
    return lowest, highest
