"""What a run can tell about itself: one sentence or two per fact, for the items of the reporting checklists."""

import math
from collections import Counter
from collections.abc import Mapping

import numpy as np

from core.training.card_sentences import augmentation_words
from core.training.checklist_wording import FIXED_FACTS
from core.training.plan import Depth, Recipe, TrainingPlan
from core.training.provenance import RunProvenance
from core.training.recipes import settings_of
from core.training.results import CrossValidationSummary, DecisionFigures, Estimate
from core.training.summary import decided_classes

_DEPTHS = {
    Depth.QUICK: "Only the last layer learnt, to convergence, on features of the unchanged images.",
    Depth.PARTIAL: "The last stage of blocks and the last layer learnt.",
    Depth.FULL: "Every layer learnt.",
}


def checklist_facts(summary: CrossValidationSummary, provenance: RunProvenance, limits: str) -> Mapping[str, str]:
    """Everything that can be said without asking the author.

    Args:
        summary: The figures.
        provenance: The run.
        limits: The limits in one sentence.

    Returns:
        Name of the fact to its wording.
    """
    return {
        **FIXED_FACTS,
        **_data_facts(summary, provenance),
        **_partition_facts(summary, provenance),
        **_method_facts(summary, provenance),
        **_result_facts(summary),
        "limits": limits,
    }


def estimate_words(estimate: Estimate) -> str:
    """A figure with its interval: `0.981 (0.952 to 0.993)`."""
    if not math.isfinite(estimate.value):
        return "not defined"
    if not math.isfinite(estimate.low):
        return f"{estimate.value:.3f}"
    return f"{estimate.value:.3f} ({estimate.low:.3f} to {estimate.high:.3f})"


def _data_facts(summary: CrossValidationSummary, provenance: RunProvenance) -> dict[str, str]:
    data, spec = provenance.dataset, provenance.input
    counts = ", ".join(f"{count:,} {name}" for name, count in data.class_counts.items())
    sources = Counter((p.image.source, p.image.label) for p in summary.predictions if p.image.source)
    by_source = "; ".join(f"{source}: {count:,} {label}" for (source, label), count in sorted(sources.items()))
    copies = f"{len(data.duplicate_groups):,} groups of copies of one picture were found and kept together."
    unreadable = f"{len(data.unreadable):,} files could not be read and were left out."
    equalised = f"histogram equalisation ({spec.equalisation}), " if spec.equalisation is not None else ""
    crop = spec.crop
    cropped = f"cut to rows and columns {crop.first} to {crop.last} and resized back, " if crop is not None else ""
    return {
        "data": f"Collection “{data.name}”: {data.images:,} images ({counts}).",
        "sources": f"Images of each source: {by_source}." if by_source else "The sources of the images are not known.",
        "exclusions": f"{unreadable} {copies}",
        "missing": f"{unreadable} No value was filled in.",
        "preprocessing": (
            f"Each displayed picture was resized to {spec.size} x {spec.size} pixels ({spec.resize_filter}),"
            f" {equalised}{cropped}standardised to mean 0 and standard deviation 1; the same for training and use."
        ),
        "checks": " ".join(("The program looked for unreadable files, copies and odd images.", *data.findings)),
        "numbers": f"{data.images:,} images in {data.groups:,} independent groups; {_patients(provenance)}.",
        "sample": f"{data.images:,} images ({counts}): all that were given; no sample size was calculated.",
        "hashes": f"The SHA-256 of each of the {len(data.sha256):,} image files is part of this dossier.",
    }


def _partition_facts(summary: CrossValidationSummary, provenance: RunProvenance) -> dict[str, str]:
    plan = provenance.plan
    positives = Counter(p.fold for p in summary.predictions if p.image.label == summary.positive_class)
    totals = Counter(p.fold for p in summary.predictions)
    folds = "; ".join(
        f"fold {fold + 1}: {totals[fold]:,} held out, {positives[fold]:,} of them {summary.positive_class}"
        for fold in sorted(totals)
    )
    how_many = f"{plan.folds} folds" if plan.folds > 1 else "5 folds, of which one was trained"
    level = "copies of one picture"
    if provenance.dataset.images_with_patient:
        level = f"patients, where they are known ({_patients(provenance)}), and {level}"
    return {
        "partitions": (
            f"Cross-validation in {how_many}, stratified by class, drawn with the seed {plan.seed}; groups of images"
            " were never divided. Nothing was chosen by the figures of held-out images."
        ),
        "disjoint": f"Disjoint by {level}; otherwise by image.",
        "folds": f"{folds[:1].upper()}{folds[1:]}.",
        "internal": f"{how_many[:1].upper()}{how_many[1:]}; each image was judged by a network that had not seen it.",
    }


def _method_facts(summary: CrossValidationSummary, provenance: RunProvenance) -> dict[str, str]:
    plan, spec = provenance.plan, provenance.input
    software = ", ".join(f"{name} {version}" for name, version in provenance.software.items())
    seconds = provenance.training_seconds
    lasted = f"Training took {seconds / 60:.1f} minutes" if math.isfinite(seconds) else "Training"
    noted = f" On the way: {'; '.join(provenance.notes)}." if provenance.notes else ""
    known_hash = provenance.start_sha256 or ""
    # A package's own words name the hash of its weights already.
    checked = f" (SHA-256 {known_hash})" if known_hash not in provenance.start_weights else ""
    final = "The model was then trained on all images by the same recipe." if plan.refits else "No final training."
    averaged = ", averaged over the last steps" if settings_of(plan).averaging is not None else ""
    end = "at convergence" if plan.depth is Depth.QUICK else f"after the last epoch{averaged}"
    return {
        "network": (
            f"ResNet-50: a convolutional network of 50 layers, {spec.channels} x {spec.size} x {spec.size} inputs,"
            f" global average pooling and one linear layer with {len(summary.classes)} outputs"
            f" ({', '.join(summary.classes)})."
        ),
        "software": f"Software: {software}.",
        "hardware": f"Computer: {provenance.hardware}; ran on {provenance.device} in {provenance.precision}.",
        "initialisation": f"Training started from {provenance.start_weights}{checked}.",
        "training": _training_words(plan, provenance.epochs),
        "duration": f"{lasted}, from {provenance.started} to {provenance.finished}.{noted}",
        "final_model": f"The weights {end}: no epoch was chosen by held-out figures. {final}",
        "temperature": (
            f"One temperature, {summary.temperature:.3f}, was fitted to the out-of-fold logits (Guo et al. 2017);"
            f" expected calibration error {summary.calibration.expected_calibration_error:.3f} before and"
            f" {summary.calibration_after.expected_calibration_error:.3f} after, Brier score"
            f" {summary.calibration.brier_score:.3f} and {summary.calibration_after.brier_score:.3f}."
        ),
        "imbalance": (
            "Sources were drawn equally often; classes were not weighted."
            if settings_of(plan).balances_sources
            else "None: images were drawn as often as they are there."
        ),
        "tuning": (
            "The strength of the penalty was chosen by cross-validation within each network's own training images;"
            " every other setting was chosen before the run."
            if plan.depth is Depth.QUICK
            else "The program tuned no setting on these data: all were chosen before the run."
        ),
        "threshold": f"Positive from a probability of {summary.pooled.threshold:g} (before temperature) on.",
    }


def _training_words(plan: TrainingPlan, epochs: int) -> str:
    if plan.depth is Depth.QUICK:
        return (
            f"{_DEPTHS[plan.depth]} Multinomial logistic regression with an L2 penalty, by L-BFGS. One model per fold;"
            f" seed {plan.seed}."
        )
    settings = settings_of(plan)
    optimiser = "AdamW" if plan.weight_decay or settings.decoupled_decay else "Adam"
    rate = f"one-cycle up to {plan.learning_rate:g}" if settings.one_cycle else f"{plan.learning_rate:g}, constant"
    smoothing = f", label smoothing {settings.label_smoothing:g}" if settings.label_smoothing else ""
    recipe = "the paper's recipe" if plan.recipe is Recipe.PAPER else "the pretraining recipe"
    return (
        f"{_DEPTHS[plan.depth]} By {recipe}: {optimiser}, learning rate {rate}, weight decay {plan.weight_decay:g},"
        f" batches of {plan.batch_size}, {epochs} epochs{smoothing}, cross-entropy. Augmentation:"
        f" {augmentation_words(plan.augmentation)}. One model per fold; seed {plan.seed}."
    )


def _result_facts(summary: CrossValidationSummary) -> dict[str, str]:
    pooled = summary.pooled
    wrong = sum(prediction_is_wrong(summary))
    sources = [part for part in summary.parts if part.kind != "fold"]
    parts = "; ".join(f"{part.kind} {part.name}: {_figure_words(part.figures)}" for part in sources)
    folds = "; ".join(
        f"fold {part.name}: AUC {part.figures.auc.value:.3f}, accuracy {part.figures.accuracy.value:.3f}"
        for part in summary.parts
        if part.kind == "fold"
    )
    return {
        "headline": f"Cross-validated on {pooled.count:,} images: {_figure_words(pooled)}.",
        "performance": (
            f"Pooled over folds, 95% intervals in brackets: {_figure_words(pooled)}, accuracy"
            f" {estimate_words(pooled.accuracy)}, F1 {estimate_words(pooled.f1)}, average precision"
            f" {summary.precision_recall.average_precision:.3f}."
        ),
        "accuracy": (
            f"{pooled.true_positive:,} true and {pooled.false_positive:,} false positive, {pooled.true_negative:,}"
            f" true and {pooled.false_negative:,} false negative decisions: sensitivity"
            f" {estimate_words(pooled.sensitivity)}, specificity {estimate_words(pooled.specificity)}."
        ),
        "per_fold": f"{folds[:1].upper()}{folds[1:]}.",
        "parts": f"By part of the data: {parts}." if parts else "The data name no sources or splits to look at apart.",
        "subgroups": (
            "Figures were computed per fold and for each source and split that the data name."
            if parts
            else "Figures were computed per fold only: the data name no sources."
        ),
        "failures": f"{wrong:,} of {pooled.count:,} images were decided wrongly; each prediction is in this dossier.",
    }


def prediction_is_wrong(summary: CrossValidationSummary) -> list[bool]:
    """Whether each prediction falls outside the confusion matrix's diagonal, in the order of the predictions."""
    index = summary.classes.index(summary.positive_class)
    decided = decided_classes(np.array([p.logits for p in summary.predictions]), index, summary.pooled.threshold)
    return [
        summary.classes[choice] != prediction.image.label
        for choice, prediction in zip(decided.tolist(), summary.predictions, strict=True)
    ]


def _figure_words(figures: DecisionFigures) -> str:
    return (
        f"AUC {estimate_words(figures.auc)}, sensitivity {estimate_words(figures.sensitivity)}, specificity"
        f" {estimate_words(figures.specificity)}"
    )


def _patients(provenance: RunProvenance) -> str:
    data = provenance.dataset
    if not data.images_with_patient:
        return "whom they show is not known"
    return f"{data.patients:,} patients are named by {data.images_with_patient:,} of {data.images:,} images"
