"""A finished training run as a model package: weights, card, statistics, out-of-fold answers.

The package appears whole or not at all: it is written into a folder beside it, which is renamed when every file is on
the disk. Its card is in English, whatever the person's language (`core.model.trained_card_words`).
"""

import hashlib
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from core.errors import InvalidModelPackageError
from core.jobs import JobContext
from core.language import in_source_language
from core.model.architecture import expected_tensors
from core.model.card import (
    AgeGroup,
    Architecture,
    ConformalCalibration,
    FeatureLimits,
    FeatureStatistics,
    GoldenOutputs,
    ModelCard,
    ModelKind,
    Provenance,
    TrainingSummary,
    WeightsFile,
)
from core.model.card_reading import FILE_NAME, HIGHEST_TEMPERATURE, LOWEST_TEMPERATURE
from core.model.card_writing import write_card
from core.model.classifier import softmax
from core.model.conformal import CONFORMAL_NAME, calibration_scores, conformal_tensors
from core.model.density import reference_densities_of
from core.model.feature_distance import FEWEST_IMAGES, STATISTICS_NAME, limits_from
from core.model.input import InputSpec
from core.model.package import CARD_NAME, ModelPackage, bundled_package, load_package, read_package_card
from core.model.precision import Precision
from core.model.trained_card_words import TITLE
from core.training.card_sentences import (
    data_set_words,
    initialisation_words,
    limits_of,
    measured_figures,
    training_sources,
    training_stages,
)
from core.training.dataset import LabelledDataset
from core.training.disease_figures import NO_FIGURES, DiseaseFigures
from core.training.durable_files import make_folder, not_writable, write_durably
from core.training.out_of_fold import OUT_OF_FOLD_NAME, OutOfFoldAnswer, out_of_fold_json
from core.training.plan import StartKind, TrainingPlan
from core.training.results import CrossValidationSummary

if TYPE_CHECKING:
    from core.training.image_cache import TrainingImages

WEIGHTS_NAME = "weights.safetensors"  # untranslated: a file name
UNREGISTERED_VERSION = "1"
"""Version of a package that no registry has numbered yet."""

Tensors = Mapping[str, npt.NDArray[Any]]


@dataclass(frozen=True, eq=False)
class TrainedModel:
    """Everything that a finished run knows about its model.

    Attributes:
        run_id: Identity of the run.
        plan: How it was trained.
        summary: Its cross-validation.
        images: What it was trained on.
        spec: What was done to the images first.
        weights: Tensors by torchvision's names, or a safetensors file with them.
        feature_statistics: Tensors, or a safetensors file; None where there are none.
        epochs: Epochs of the final training, None for those of the plan.
        disease: What speaks for and against its looking at the disease, the audit of its images among it.
    """

    run_id: str
    plan: TrainingPlan
    summary: CrossValidationSummary
    images: "TrainingImages"
    spec: InputSpec
    weights: Tensors | Path
    feature_statistics: Tensors | Path | None = None
    epochs: int | None = None
    disease: DiseaseFigures = NO_FIGURES


def build_trained_package(folder: Path, model: TrainedModel, context: JobContext[Any] | None = None) -> ModelPackage:
    """Write the package of a model that was trained here, and read it back.

    Args:
        folder: The package's folder; one that is there already is replaced.
        model: The run's outcome.
        context: May ask to stop before the package is in place.

    Raises:
        InvalidModelPackageError: The weights are not a ResNet-50's with these classes.
        OutputNotWritableError: The disk is full, or the folder may not be written.
        JobCancelledError: The context asked to stop.
    """
    job = context if context is not None else JobContext[Any]()
    partial = folder.with_name(f".{folder.name}.partial")  # untranslated: a file name
    try:
        shutil.rmtree(partial, ignore_errors=True)
        make_folder(partial)
        card = _write_files(partial, model, job)
        _write(partial / CARD_NAME, write_card(card).encode())
        job.raise_if_cancelled()
        # Checked before it takes the name: a package that is in place can be loaded.
        load_package(partial).read_weights()
        _put_in_place(partial, folder)
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    return load_package(folder)


def data_sha256(images: "TrainingImages") -> str:
    """Identity of a set of labelled images, whatever their names and order."""
    lines = sorted(
        f"{sha256} {image.label}" for sha256, image in zip(images.sha256, images.dataset.images, strict=True)
    )
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _write_files(folder: Path, model: TrainedModel, job: JobContext[Any]) -> ModelCard:
    """Write everything but the card, and return the card."""
    tensors, precision = _stored_tensors(model)
    weights_hash = _write_tensors(folder / WEIGHTS_NAME, tensors)
    statistics = limits = None
    if model.feature_statistics is not None:
        values = _read_tensors(model.feature_statistics)
        statistics = FeatureStatistics(STATISTICS_NAME, _write_tensors(folder / STATISTICS_NAME, values))
        limits = _feature_limits(values)
    job.raise_if_cancelled()
    answers = _out_of_fold_answers(model)
    _write(folder / OUT_OF_FOLD_NAME, out_of_fold_json(model.summary.classes, answers).encode())
    conformal = _write_conformal(folder / CONFORMAL_NAME, model.summary)
    card = _card(model, WeightsFile(WEIGHTS_NAME, weights_hash, precision), job)
    return replace(card, feature_statistics=statistics, feature_limits=limits, conformal=conformal)


def _feature_limits(statistics: Tensors) -> FeatureLimits | None:
    """How far scans may lie from the training images; None where the images cannot tell what another hospital's do.

    Then whoever loads the model derives a limit for warnings from the statistics.
    """
    distances = statistics.get("left_out_distances")
    if distances is None or distances.size < FEWEST_IMAGES:
        return None
    return limits_from(
        distances.astype(np.float64),
        f"{distances.size:,} of the training images, each held against those of"  # untranslated: on cards
        " the other sources, as a new hospital's would be: above 99% of them a scan is unlike the training images,"
        " beyond 1.5 times what 99.9% of them reach the model may not judge it.",
    )


def _write_conformal(path: Path, summary: CrossValidationSummary) -> ConformalCalibration | None:
    """Keep what prediction sets are made from; None where a class has no held-out image."""
    logits = np.array([prediction.logits for prediction in summary.predictions], dtype=np.float32)
    is_positive = np.array([prediction.image.label == summary.positive_class for prediction in summary.predictions])
    if is_positive.all() or not is_positive.any():
        return None
    index = summary.classes.index(summary.positive_class)
    scores = calibration_scores(softmax(logits, _temperature(summary))[:, index], is_positive)
    folds = len({prediction.fold for prediction in summary.predictions})
    images = (
        f"The out-of-fold predictions of all {len(is_positive):,} images of"  # untranslated: on cards
        f" its own training collection, in {folds} folds: each by a network that had not learnt from it. The promise"
        " holds for scans like these."
        if folds > 1
        else f"{len(is_positive):,} held-out images of its own training collection,"  # untranslated: on cards
        " by a network that had not learnt from them. The promise holds for scans like these."
    )
    counts = {"positive": int(is_positive.sum()), "negative": int((~is_positive).sum())}
    return ConformalCalibration(path.name, _write_tensors(path, conformal_tensors(scores)), images, counts)


def _temperature(summary: CrossValidationSummary) -> float:
    """The summary's, within what a card allows."""
    return min(HIGHEST_TEMPERATURE, max(LOWEST_TEMPERATURE, float(summary.temperature)))


@in_source_language()
def _card(model: TrainedModel, weights: WeightsFile, job: JobContext[Any]) -> ModelCard:
    plan, summary, dataset = model.plan, model.summary, model.images.dataset
    temperature = _temperature(summary)
    densities = reference_densities_of(
        model.images.pixels,
        dataset.labels,
        summary.classes,
        model.spec,
        f"All {len(dataset.images):,} training images, each counting the same.",  # untranslated: on cards
        job,
    )
    name = plan.name if FILE_NAME.fullmatch(plan.name) else f"model_{plan.name}"  # untranslated: a file name
    return ModelCard(
        kind=ModelKind.CLASSIFIER,
        name=name,
        version=UNREGISTERED_VERSION,
        title=TITLE.format(positive_class=summary.positive_class, name=plan.name),
        architecture=Architecture.RESNET50,
        classes=summary.classes,
        positive_class=summary.positive_class,
        threshold=threshold_after(summary, temperature),
        weights=weights,
        input=model.spec,
        training=TrainingSummary(
            initialisation=initialisation_words(plan, start_card(plan)),
            date=datetime.now(UTC).date().isoformat(),
            images=len(dataset.images),
            age_group=AgeGroup.UNKNOWN,
            age_note="",
            sources=training_sources(dataset),
            stages=training_stages(plan, model.epochs),
        ),
        measured=(measured_figures(summary, data_set_words(summary)),),
        comparisons=(),
        limits=limits_of(summary, dataset, model.disease),
        golden=GoldenOutputs({}, {}),
        reference_densities=densities,
        calibration_temperature=temperature,
        provenance=Provenance(model.run_id, data_sha256(model.images), _program()),
        audit=model.disease.audit,
    )


@in_source_language()
def card_at(
    card: ModelCard,
    summary: CrossValidationSummary,
    dataset: LabelledDataset,
    disease: DiseaseFigures = NO_FIGURES,
) -> ModelCard:
    """The card of a model that decides at the summary's threshold: its threshold, figures and limits are at that one.

    What prediction sets are made from, how far scans may lie off and what the audit found do not depend on it.

    Args:
        card: Of the package that `build_trained_package` made of the same run.
        summary: The run's, at the chosen threshold.
        dataset: What it was trained on.
        disease: Of the same run.
    """
    return replace(
        card,
        threshold=threshold_after(summary, card.calibration_temperature),
        measured=(measured_figures(summary, data_set_words(summary)),),
        limits=limits_of(summary, dataset, disease),
    )


def threshold_after(summary: CrossValidationSummary, temperature: float) -> float:
    """The summary's threshold, which is about probabilities before temperature, for probabilities after it.

    With two classes every decision stays the same. With more, as many of the out-of-fold answers are positive.

    Args:
        summary: Its threshold and predictions.
        temperature: What logits are divided by.
    """
    threshold = summary.pooled.threshold
    if temperature == 1.0 or not 0.0 < threshold < 1.0:
        return threshold
    if len(summary.classes) == 2:
        logit = float(np.log(threshold) - np.log1p(-threshold))
        return float(1.0 / (1.0 + np.exp(-logit / temperature)))
    index = summary.classes.index(summary.positive_class)
    logits = np.array([prediction.logits for prediction in summary.predictions], dtype=np.float32)
    positives = int((softmax(logits)[:, index] >= threshold).sum())
    tempered = np.sort(softmax(logits, temperature)[:, index])[::-1]
    above = float(tempered[positives - 1]) if positives else 1.0
    below = float(tempered[positives]) if positives < tempered.size else 0.0
    return (above + below) / 2


def start_card(plan: TrainingPlan) -> ModelCard | None:
    """Card of the package that training started from; None where it started from none, or that is gone."""
    if plan.start.kind is not StartKind.PACKAGE:
        return None
    if plan.start.path is None:
        return bundled_package().card
    try:
        return read_package_card(plan.start.path)
    except InvalidModelPackageError:
        return None  # It was there when training began; its words are lost, the trained weights are not.


def _out_of_fold_answers(model: TrainedModel) -> tuple[OutOfFoldAnswer, ...]:
    hashes = {
        image.path: sha256 for image, sha256 in zip(model.images.dataset.images, model.images.sha256, strict=True)
    }
    return tuple(
        OutOfFoldAnswer(hashes[prediction.image.path], prediction.image.label, prediction.group, prediction.logits)
        for prediction in model.summary.predictions
    )


def _stored_tensors(model: TrainedModel) -> tuple[dict[str, npt.NDArray[Any]], Precision]:
    """The network's tensors in half precision, as the bundled ones; in single where a value does not fit."""
    given = _read_tensors(model.weights)
    names = expected_tensors(Architecture.RESNET50, len(model.summary.classes))
    missing = next((name for name in names if name not in given), None)
    if missing is not None:
        source = model.weights if isinstance(model.weights, Path) else Path(WEIGHTS_NAME)
        raise InvalidModelPackageError(source, f"tensor {missing} is missing")
    exact = {name: np.asarray(given[name], dtype=np.float32) for name in names}
    with np.errstate(over="ignore"):
        halves = {name: values.astype(np.float16) for name, values in exact.items()}
    if all(np.isfinite(values).all() for values in halves.values()):
        return halves, Precision.FLOAT16
    return exact, Precision.FLOAT32


def _read_tensors(tensors: Tensors | Path) -> Tensors:
    if not isinstance(tensors, Path):
        return tensors
    from safetensors import SafetensorError
    from safetensors.numpy import load_file

    try:
        loaded: Tensors = load_file(tensors)
    except (OSError, SafetensorError, ValueError) as error:
        raise InvalidModelPackageError(tensors, f"cannot be read: {error}") from error
    return loaded


def _write_tensors(path: Path, tensors: Tensors) -> str:
    """Write a safetensors file; returns its SHA-256."""
    from safetensors.numpy import save

    content = save({name: np.ascontiguousarray(values) for name, values in tensors.items()})
    _write(path, content)
    return hashlib.sha256(content).hexdigest()


def _write(path: Path, content: bytes) -> None:
    write_durably(path, lambda file: file.write(content))


def _put_in_place(partial: Path, folder: Path) -> None:
    old = folder.with_name(f".{folder.name}.old")  # untranslated: a file name
    try:
        shutil.rmtree(old, ignore_errors=True)
        if folder.exists():
            folder.rename(old)
        partial.rename(folder)
    except OSError as error:
        raise not_writable(folder, error) from error
    shutil.rmtree(old, ignore_errors=True)


def _program() -> str:
    try:
        return f"hilum {version('hilum')}"  # untranslated: a name
    except PackageNotFoundError:
        return "hilum (not installed)"  # untranslated: on cards
