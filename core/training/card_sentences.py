"""What a trained model's card says in words: made from its figures and its data, nothing else."""

import math
from collections.abc import Iterable, Mapping

from core.model.card import Limits, MeasuredFigures, ModelCard, TrainingSource, TrainingStage
from core.training.dataset import LabelledDataset
from core.training.disease_figures import NO_FIGURES, DiseaseFigures
from core.training.disease_wording import disease_statements
from core.training.lung_maps import VISIBLE_EXTENT
from core.training.plan import Augmentation, Depth, Recipe, StartKind, TrainingPlan
from core.training.recipes import COMPOSITES_EACH, MIXED_SHARE, MOST_MIXED, TRANSPLANTED_SHARE
from core.training.results import DEFAULT_THRESHOLD, CrossValidationSummary, Estimate

MEASURED_NOTE = "Cross-validated on the training collection; says nothing about other hospitals."
CHOSEN_THRESHOLD = (
    "The threshold was chosen on these same images, by these same out-of-fold predictions, which flatters the figures"
    " at it: later images will do somewhat worse."
)
SOURCES_TELL_CLASSES = (
    "No source holds more than one class: the model may have learnt to recognise the source instead of the disease,"
    " and its figures cannot show that."
)

_AMOUNTS = {
    "reflection": "reflection (probability {:g})",
    "rotation": "rotation to {:g} degrees",
    "scaling": "scaling by up to {:g}",
    "aspect": "aspect jitter {:g}",
    "shift": "shift by up to {:g} of the side",
    "crop": "random crop of up to {:g} of the side",
    "erasing": "random erasing of up to {:g} of the area",
    "noise": "Gaussian noise to {:g}",
    "brightness": "brightness by up to {:g}",
    "contrast": "contrast by up to {:g}",
    "gamma": "gamma to 1 + {:g}",
    "blur": "blur to {:g} pixels",
}

_DEPTHS = {
    Depth.QUICK: "only the last layer learnt, on features of the unchanged images",
    Depth.PARTIAL: "the last stage of blocks and the last layer learnt",
    Depth.FULL: "every layer learnt",
}
_QUICK_AGAINST_SHORTCUTS = f"only the last layer learnt, on features of {COMPOSITES_EACH} composites of each image"


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
        return f"{summary.pooled.count:,} held-out images of its own training collection"
    return f"its own training collection, cross-validated in {folds} folds"


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
    sentence = (
        f"On {pooled.count:,} images of its own training collection, each held out once, this model found"
        f" {pooled.true_positive:,} of {positives:,} {positive} cases and called {pooled.false_positive:,} of"
        f" {negatives:,} others {positive}; no other hospital was tested, where it may do far worse, and a negative"
        " answer excludes nothing."
    )
    return Limits(sentence, tuple(_details(summary, dataset, disease)))


def _details(summary: CrossValidationSummary, dataset: LabelledDataset, disease: DiseaseFigures) -> Iterable[str]:
    yield "Research use only; not for diagnosis."
    yield from disease_statements(disease, summary.positive_class)
    auc = summary.pooled.auc
    if math.isfinite(auc.value):
        yield (
            f"Cross-validated AUC {auc.value:.3f} (95% interval {auc.low:.3f} to {auc.high:.3f}), on the collection it"
            " was trained on: the interval holds for more images like these, not for another hospital."
        )
    unknown = sum(image.patient_id is None for image in dataset.images)
    if unknown:
        yield (
            f"{_unknown_patients(unknown, len(dataset.images))}: scans of one patient may have been learnt from and"
            " tested on, so the figures may be too good."
        )
    if sources_tell_classes(dataset):
        yield SOURCES_TELL_CLASSES
    share = sum(image.label == summary.positive_class for image in dataset.images) / len(dataset.images)
    yield (
        f"Its probabilities are fitted to a collection in which {share:.0%} of the images are"
        f" {summary.positive_class}; where that is rarer, they are too high."
    )
    yield from scope_of(summary)


def scope_of(summary: CrossValidationSummary) -> Iterable[str]:
    """What the model is not for, whatever its figures."""
    yield f"It knows nothing but {', '.join(summary.classes)}: whatever else a scan shows gets one of these answers."
    yield (
        "Made for scans like those it was trained on; other views, other body parts and raw images “for processing”"
        " get answers that mean nothing."
    )


def _unknown_patients(unknown: int, images: int) -> str:
    """Of how many training images it is not known whom they show, one or more of them."""
    if unknown == images:
        return f"For none of the {images:,} training images is it known whom they show"
    if unknown == 1:
        return f"For 1 of the {images:,} training images it is not known whom it shows"
    return f"For {unknown:,} of the {images:,} training images it is not known whom they show"


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
        source = counts.setdefault(image.source or dataset.root.name or "unnamed folder", {})
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
            return (
                f"{start.name} {start.version} (SHA-256 {start.weights_sha256}), itself trained on"
                f" {start.training.summary}"
            )
        case StartKind.WEIGHTS_FILE if plan.start.path is not None:
            return f"the weights file {plan.start.path.name}"
        case StartKind.IMAGENET:
            return "torchvision's ImageNet weights"
        case StartKind.RANDOM:
            return "random"
        case _:
            return "a model package"


def training_stages(plan: TrainingPlan, epochs: int | None) -> tuple[TrainingStage, ...]:
    """What was done, for a reader who would repeat it.

    Args:
        plan: How it was trained.
        epochs: Epochs of the final training, None where the plan says so itself.
    """
    count = epochs if epochs is not None else plan.epochs
    length = f"{count} epochs" if count is not None else "the recipe's own number of epochs"
    if plan.recipe is Recipe.PRETRAIN:
        how = f"one-cycle AdamW up to {plan.learning_rate:g}, label smoothing, averaged weights, sources balanced"
    else:
        decay = f", weight decay {plan.weight_decay:g}" if plan.weight_decay else ""
        how = f"{'AdamW' if plan.weight_decay else 'Adam'} {plan.learning_rate:g}{decay}"
    validation = f"{plan.folds}-fold cross-validation" if plan.folds > 1 else "one fold of 5 held out"
    if plan.depth is Depth.QUICK:
        learnt = _QUICK_AGAINST_SHORTCUTS if plan.against_shortcuts else _DEPTHS[plan.depth]
        description = f"{learnt}, to convergence"
    else:
        description = (
            f"{_DEPTHS[plan.depth]}; {how}, batch {plan.batch_size}, {length}."
            f" Augmentation: {augmentation_words(plan.augmentation)}"
        )
    final = "trained on all images" if plan.refits else "trained on all folds but one"
    description = ". ".join((description, *_shortcut_words(plan)))
    return (TrainingStage(f"{plan.depth} depth", f"{description}. Seed {plan.seed}. {validation}, then {final}."),)


def _shortcut_words(plan: TrainingPlan) -> Iterable[str]:
    """What was done so that the lungs are learnt from, and not what lies around them."""
    if plan.against_shortcuts:
        yield (
            f"Against shortcuts: the lungs of {TRANSPLANTED_SHARE:.0%} of the samples in the body of another training"
            f" image, and in {MIXED_SHARE:.0%} up to {MOST_MIXED:.0%} of the coarse and fine Fourier amplitudes of"
            " another one"
        )
    if plan.leaves_out_invisible:
        yield (
            f"{plan.positive_class} images in whose lungs the lung network sees an opacity extent of"
            f" {VISIBLE_EXTENT:g} or less were not learnt from, but tested on"
        )


def augmentation_words(augmentation: Augmentation) -> str:
    """The random changes that were on, with their amounts."""
    switched_on: Mapping[str, float] = {
        name: getattr(augmentation, name).amount for name in _AMOUNTS if getattr(augmentation, name).enabled
    }
    return ", ".join(_AMOUNTS[name].format(amount) for name, amount in switched_on.items()) or "none"


def _metric(name: str, estimate: Estimate) -> Iterable[tuple[str, float]]:
    for key, value in ((name, estimate.value), (f"{name}_low", estimate.low), (f"{name}_high", estimate.high)):
        if math.isfinite(value):
            yield key, float(min(1.0, max(0.0, value)))
