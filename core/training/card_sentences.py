"""What a trained model's card says in words: made from its figures and its data, nothing else.

What a person reads in the window and in the dossier is in the language that is in force; the card itself is written in
English (`core.model.trained_card_words`).
"""

import math
from collections.abc import Iterable, Mapping

from core.language import in_source_language, mark, tr
from core.model import trained_card_words
from core.model.card import Limits, MeasuredFigures, ModelCard, TrainingSource, TrainingStage
from core.number_format import decimal, general, integer, percent
from core.phrases import phrase
from core.training.dataset import LabelledDataset
from core.training.disease_figures import NO_FIGURES, DiseaseFigures
from core.training.disease_wording import disease_statements
from core.training.lung_maps import VISIBLE_EXTENT
from core.training.plan import Augmentation, Depth, Recipe, StartKind, TrainingPlan
from core.training.recipes import COMPOSITES_EACH, MIXED_SHARE, MOST_MIXED, TRANSPLANTED_SHARE
from core.training.results import DEFAULT_THRESHOLD, CrossValidationSummary, Estimate

MEASURED_NOTE = (
    "Cross-validated on the training collection; says nothing about other hospitals."  # untranslated: on cards
)
CHOSEN_THRESHOLD = mark(
    "The threshold was chosen on these same images, by these same out-of-fold predictions, which flatters the figures"
    " at it: later images will do somewhat worse."
)
SOURCES_TELL_CLASSES = mark(
    "No source holds more than one class: the model may have learnt to recognise the source instead of the disease,"
    " and its figures cannot show that."
)

_AMOUNTS = {
    "reflection": mark("reflection (probability {amount})"),
    "rotation": mark("rotation to {amount} degrees"),
    "scaling": mark("scaling by up to {amount}"),
    "aspect": mark("aspect jitter {amount}"),
    "shift": mark("shift by up to {amount} of the side"),
    "crop": mark("random crop of up to {amount} of the side"),
    "erasing": mark("random erasing of up to {amount} of the area"),
    "noise": mark("Gaussian noise to {amount}"),
    "brightness": mark("brightness by up to {amount}"),
    "contrast": mark("contrast by up to {amount}"),
    "gamma": mark("gamma to 1 + {amount}"),
    "blur": mark("blur to {amount} pixels"),
}

# How a model was trained stands on its card, for who would repeat it, and nowhere else.
_DEPTHS = {
    Depth.QUICK: "only the last layer learnt, on features of the unchanged images",  # untranslated: on cards
    Depth.PARTIAL: "the last stage of blocks and the last layer learnt",  # untranslated: on cards
    Depth.FULL: "every layer learnt",  # untranslated: on cards
}
_QUICK_AGAINST_SHORTCUTS = (
    f"only the last layer learnt, on features of {COMPOSITES_EACH} composites of each image"  # untranslated: on cards
)


def measured_figures(summary: CrossValidationSummary, data_set: str) -> MeasuredFigures:
    """The pooled out-of-fold figures with their 95% intervals; those that are not defined are left out.

    Args:
        summary: From `summarise_folds`.
        data_set: Which images, in words.
    """
    pooled = summary.pooled
    estimates = {
        "auc": pooled.auc,
        "accuracy": pooled.accuracy,
        "sensitivity": pooled.sensitivity,
        "specificity": pooled.specificity,
        "positive_predictive_value": pooled.positive_predictive_value,
        "negative_predictive_value": pooled.negative_predictive_value,
        "f1": pooled.f1,
    }
    metrics = {key: value for name, estimate in estimates.items() for key, value in _metric(name, estimate)}
    note = MEASURED_NOTE if pooled.threshold == DEFAULT_THRESHOLD else f"{MEASURED_NOTE} {CHOSEN_THRESHOLD}"
    return MeasuredFigures(data_set, pooled.count, metrics, note)


def data_set_words(summary: CrossValidationSummary) -> str:
    """Which images the figures are from."""
    folds = len({prediction.fold for prediction in summary.predictions})
    if folds == 1:
        return str(phrase(trained_card_words.HELD_OUT, count=summary.pooled.count))
    return tr(trained_card_words.CROSS_VALIDATED).format(folds=folds)


def limits_of(
    summary: CrossValidationSummary, dataset: LabelledDataset, disease: DiseaseFigures = NO_FIGURES
) -> Limits:
    """What a model trained here must not be trusted with.

    Args:
        summary: Its out-of-fold figures.
        dataset: What it was trained on.
        disease: Whether it looks at the disease.
    """
    pooled, positive = summary.pooled, summary.positive_class
    positives = pooled.true_positive + pooled.false_negative
    negatives = pooled.true_negative + pooled.false_positive
    sentence = tr(trained_card_words.LIMITS).format(
        images=integer(pooled.count),
        found=integer(pooled.true_positive),
        positives=integer(positives),
        positive_class=positive,
        called=integer(pooled.false_positive),
        negatives=integer(negatives),
        that_class=positive,
    )
    return Limits(sentence, tuple(_details(summary, dataset, disease)))


def _details(summary: CrossValidationSummary, dataset: LabelledDataset, disease: DiseaseFigures) -> Iterable[str]:
    yield tr("Research use only; not for diagnosis.")
    yield from disease_statements(disease, summary.positive_class)
    auc = summary.pooled.auc
    if math.isfinite(auc.value):
        yield tr(
            "Cross-validated AUC {area} (95% interval {low} to {high}), on the collection it was trained on: the"
            " interval holds for more images like these, not for another hospital."
        ).format(area=decimal(auc.value, 3), low=decimal(auc.low, 3), high=decimal(auc.high, 3))
    unknown = sum(image.patient_id is None for image in dataset.images)
    if unknown:
        yield _unknown_patients(unknown, len(dataset.images))
    if sources_tell_classes(dataset):
        yield tr(SOURCES_TELL_CLASSES)
    share = sum(image.label == summary.positive_class for image in dataset.images) / len(dataset.images)
    yield tr(
        "Its probabilities are fitted to a collection in which {share} of the images are {positive_class}; where that"
        " is rarer, they are too high."
    ).format(share=percent(share), positive_class=summary.positive_class)
    yield from scope_of(summary)


def scope_of(summary: CrossValidationSummary) -> Iterable[str]:
    """What the model is not for, whatever its figures."""
    yield tr("It knows nothing but {classes}: whatever else a scan shows gets one of these answers.").format(
        classes=", ".join(summary.classes)
    )
    yield tr(
        "Made for scans like those it was trained on; other views, other body parts and raw images “for processing”"
        " get answers that mean nothing."
    )


def _unknown_patients(unknown: int, images: int) -> str:
    """Of how many training images it is not known whom they show, one or more of them, and what that means."""
    if unknown == images:
        sentence = tr(
            "For none of the {images} training images is it known whom they show: scans of one patient may have been"
            " learnt from and tested on, so the figures may be too good."
        )
    elif unknown == 1:
        sentence = tr(
            "For 1 of the {images} training images it is not known whom it shows: scans of one patient may have been"
            " learnt from and tested on, so the figures may be too good."
        )
    else:
        sentence = tr(
            "For {unknown} of the {images} training images it is not known whom they show: scans of one patient may"
            " have been learnt from and tested on, so the figures may be too good."
        )
    return sentence.format(unknown=integer(unknown), images=integer(images))


def sources_tell_classes(dataset: LabelledDataset) -> bool:
    """Whether the class can be told from the source alone: several sources, and none with two classes."""
    classes_of_source: dict[str, set[str]] = {}
    for image in dataset.images:
        if image.source is not None:
            classes_of_source.setdefault(image.source, set()).add(image.label)
    return len(classes_of_source) > 1 and all(len(classes) == 1 for classes in classes_of_source.values())


def training_sources(dataset: LabelledDataset) -> tuple[TrainingSource, ...]:
    """Images per class of each source, the largest source first; the folder's name where no source is known."""
    counts: dict[str, dict[str, int]] = {}
    for image in dataset.images:
        source = counts.setdefault(image.source or dataset.root.name or "unnamed folder", {})  # untranslated: data
        source[image.label] = source.get(image.label, 0) + 1
    ordered = sorted(counts.items(), key=lambda item: (-sum(item[1].values()), item[0]))
    return tuple(TrainingSource(name, images) for name, images in ordered)


def initialisation_words(plan: TrainingPlan, start: ModelCard | None) -> str:
    """What training started from.

    Args:
        plan: How it was trained.
        start: Card of the package it started from, None where it did not start from one.
    """
    match plan.start.kind:
        case StartKind.PACKAGE if start is not None:
            return tr(trained_card_words.START_PACKAGE).format(
                name=start.name,
                version=start.version,
                digest=start.weights_sha256,
                images=tr(start.training.summary),
            )
        case StartKind.WEIGHTS_FILE if plan.start.path is not None:
            return tr(trained_card_words.START_FILE).format(name=plan.start.path.name)
        case StartKind.IMAGENET:
            return tr(trained_card_words.START_IMAGENET)
        case StartKind.RANDOM:
            return tr(trained_card_words.START_RANDOM)
        case _:
            return tr(trained_card_words.START_UNKNOWN)


@in_source_language()
def training_stages(plan: TrainingPlan, epochs: int | None) -> tuple[TrainingStage, ...]:
    """What was done, for a reader who would repeat it: for the card, in English whatever the person's language.

    Args:
        plan: How it was trained.
        epochs: Epochs of the final training, None where the plan says so itself.
    """
    count = epochs if epochs is not None else plan.epochs
    length = f"{count} epochs" if count is not None else "the recipe's own number of epochs"  # untranslated: on cards
    if plan.recipe is Recipe.PRETRAIN:
        how = (
            f"one-cycle AdamW up to {plan.learning_rate:g}, label smoothing,"  # untranslated: on cards
            " averaged weights, sources balanced"
        )
    else:
        optimiser = "AdamW" if plan.weight_decay else "Adam"  # untranslated: names
        decay = f", weight decay {plan.weight_decay:g}" if plan.weight_decay else ""  # untranslated: on cards
        how = f"{optimiser} {plan.learning_rate:g}{decay}"
    validation = "one fold of 5 held out"  # untranslated: on cards
    if plan.folds > 1:
        validation = f"{plan.folds}-fold cross-validation"  # untranslated: on cards
    if plan.depth is Depth.QUICK:
        learnt = _QUICK_AGAINST_SHORTCUTS if plan.against_shortcuts else _DEPTHS[plan.depth]
        description = f"{learnt}, to convergence"  # untranslated: on cards
    else:
        description = (
            f"{_DEPTHS[plan.depth]}; {how}, batch {plan.batch_size}, {length}."  # untranslated: on cards
            f" Augmentation: {augmentation_words(plan.augmentation)}"
        )
    final = "trained on all images" if plan.refits else "trained on all folds but one"  # untranslated: on cards
    description = ". ".join((description, *_shortcut_words(plan)))
    whole = f"{description}. Seed {plan.seed}. {validation}, then {final}."  # untranslated: on cards
    return (TrainingStage(f"{plan.depth} depth", whole),)  # untranslated: on cards


def _shortcut_words(plan: TrainingPlan) -> Iterable[str]:
    """What was done so that the lungs are learnt from, and not what lies around them."""
    if plan.against_shortcuts:
        yield (
            f"Against shortcuts: the lungs of {TRANSPLANTED_SHARE:.0%} of the samples"  # untranslated: on cards
            f" in the body of another training image, and in {MIXED_SHARE:.0%} up to {MOST_MIXED:.0%} of the coarse and"
            " fine Fourier amplitudes of another one"
        )
    if plan.leaves_out_invisible:
        yield (
            f"{plan.positive_class} images in whose lungs the lung network sees an opacity"  # untranslated: on cards
            f" extent of {VISIBLE_EXTENT:g} or less were not learnt from, but tested on"
        )


def augmentation_words(augmentation: Augmentation) -> str:
    """The random changes that were on, with their amounts."""
    switched_on: Mapping[str, float] = {
        name: getattr(augmentation, name).amount for name in _AMOUNTS if getattr(augmentation, name).enabled
    }
    changes = [tr(_AMOUNTS[name]).format(amount=general(amount)) for name, amount in switched_on.items()]
    return ", ".join(changes) or tr("none")


def _metric(name: str, estimate: Estimate) -> Iterable[tuple[str, float]]:
    ends = ((f"{name}_low", estimate.low), (f"{name}_high", estimate.high))  # untranslated: keys
    for key, value in ((name, estimate.value), *ends):
        if math.isfinite(value):
            yield key, float(min(1.0, max(0.0, value)))
