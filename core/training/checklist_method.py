"""How a model was trained, and on what, for the reporting checklists; see `core.training.checklist_facts`."""

import math

from core.language import mark, tr
from core.model.trained_card_words import card_words
from core.number_format import decimal, general
from core.training.card_sentences import augmentation_words
from core.training.device_words import device_in_words
from core.training.plan import Depth, Recipe, TrainingPlan
from core.training.provenance import RunProvenance
from core.training.recipes import settings_of
from core.training.results import CrossValidationSummary
from core.training.stored_sentences import kept_sentences

_DEPTHS = {
    Depth.QUICK: mark("Only the last layer learnt, to convergence, on features of the unchanged images."),
    Depth.PARTIAL: mark("The last stage of blocks and the last layer learnt."),
    Depth.FULL: mark("Every layer learnt."),
}
_RECIPES = {Recipe.PAPER: mark("the paper's recipe"), Recipe.PRETRAIN: mark("the pretraining recipe")}


def method_facts(summary: CrossValidationSummary, provenance: RunProvenance) -> dict[str, str]:
    """Network, training and what was chosen on the data."""
    plan, spec = provenance.plan, provenance.input
    before, after = summary.calibration, summary.calibration_after
    return {
        "network": tr(
            "ResNet-50: a convolutional network of 50 layers, {channels} x {size} x {size} inputs, global average"
            " pooling and one linear layer with {outputs} outputs ({classes})."
        ).format(
            channels=spec.channels,
            size=spec.size,
            outputs=len(summary.classes),
            classes=", ".join(summary.classes),
        ),
        "training": _training_words(plan, provenance.epochs),
        "final_model": _final_model_words(plan),
        "temperature": tr(
            "One temperature, {temperature}, was fitted to the out-of-fold logits (Guo et al. 2017); expected"
            " calibration error {error_before} before and {error_after} after, Brier score {score_before} and"
            " {score_after}."
        ).format(
            temperature=decimal(summary.temperature, 3),
            error_before=decimal(before.expected_calibration_error, 3),
            error_after=decimal(after.expected_calibration_error, 3),
            score_before=decimal(before.brier_score, 3),
            score_after=decimal(after.brier_score, 3),
        ),
        "imbalance": tr("Sources were drawn equally often; classes were not weighted.")
        if settings_of(plan).balances_sources
        else tr("None: images were drawn as often as they are there."),
        "tuning": tr(
            "The strength of the penalty was chosen by cross-validation within each network's own training images;"
            " every other setting was chosen before the run."
        )
        if plan.depth is Depth.QUICK
        else tr("The program tuned no setting on these data: all were chosen before the run."),
        "threshold": tr("Positive from a probability of {threshold} (before temperature) on.").format(
            threshold=general(summary.pooled.threshold)
        ),
    }


def _final_model_words(plan: TrainingPlan) -> str:
    """Which weights were kept, and what was trained last."""
    if plan.depth is Depth.QUICK:
        kept = tr("The weights at convergence: no epoch was chosen by held-out figures.")
    elif settings_of(plan).averaging is not None:
        kept = tr(
            "The weights after the last epoch, averaged over the last steps: no epoch was chosen by held-out figures."
        )
    else:
        kept = tr("The weights after the last epoch: no epoch was chosen by held-out figures.")
    if plan.refits:
        return f"{kept} {tr('The model was then trained on all images by the same recipe.')}"
    return f"{kept} {tr('No final training.')}"


def run_facts(provenance: RunProvenance) -> dict[str, str]:
    """Software, computer, start and time."""
    software = ", ".join(f"{name} {device_in_words(version)}" for name, version in provenance.software.items())
    known_hash = provenance.start_sha256 or ""
    # A package's own words name the hash of its weights already.
    start = tr("Training started from {weights}.")
    if known_hash not in provenance.start_weights:
        start = tr("Training started from {weights} (SHA-256 {digest}).")
    return {
        "software": tr("Software: {software}.").format(software=software),
        "hardware": tr("Computer: {computer}; ran on {device} in {arithmetic}.").format(
            computer=device_in_words(provenance.hardware),
            device=device_in_words(provenance.device),
            arithmetic=device_in_words(provenance.precision),
        ),
        "initialisation": start.format(weights=card_words(provenance.start_weights), digest=known_hash),
        "duration": _duration(provenance),
    }


def _duration(provenance: RunProvenance) -> str:
    seconds = provenance.training_seconds
    lasted = tr("Training, from {started} to {finished}.")
    if math.isfinite(seconds):
        lasted = tr("Training took {minutes} minutes, from {started} to {finished}.")
    lasted = lasted.format(minutes=decimal(seconds / 60, 1), started=provenance.started, finished=provenance.finished)
    if not provenance.notes:
        return lasted
    notes = "; ".join(kept_sentences(provenance.notes))
    return f"{lasted} {tr('On the way: {notes}.').format(notes=notes)}"


def _training_words(plan: TrainingPlan, epochs: int) -> str:
    if plan.depth is Depth.QUICK:
        how = tr(
            "Multinomial logistic regression with an L2 penalty, by L-BFGS. One model per fold; seed {seed}."
        ).format(seed=plan.seed)
        return f"{tr(_DEPTHS[plan.depth])} {how}"
    settings = settings_of(plan)
    rate = tr("one-cycle up to {rate}") if settings.one_cycle else tr("{rate}, constant")
    steps = [
        tr("learning rate {rate}").format(rate=rate.format(rate=general(plan.learning_rate))),
        tr("weight decay {decay}").format(decay=general(plan.weight_decay)),
        tr("batches of {size}").format(size=plan.batch_size),
        tr("{number} epochs").format(number=epochs),
    ]
    if settings.label_smoothing:
        steps.append(tr("label smoothing {amount}").format(amount=general(settings.label_smoothing)))
    how = tr(
        "By {recipe}: {optimiser}, {settings}, cross-entropy. Augmentation: {augmentation}. One model per fold; seed"
        " {seed}."
    ).format(
        recipe=tr(_RECIPES[plan.recipe]),
        optimiser="AdamW" if plan.weight_decay or settings.decoupled_decay else "Adam",  # untranslated: names
        settings=", ".join(steps),
        augmentation=augmentation_words(plan.augmentation),
        seed=plan.seed,
    )
    return f"{tr(_DEPTHS[plan.depth])} {how}"
