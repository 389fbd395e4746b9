"""What is computed in the background about finished runs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from core.jobs import JobContext
from core.kept_sentences import kept_words
from core.language import tr
from core.number_format import decimal, moment, percent
from desktop_app.training_wizard.words import count_of_folds, depth_words

if TYPE_CHECKING:
    from core.model.card import Limits, ReferenceDensity
    from core.registry.version import ModelVersion
    from core.training.disease_figures import DiseaseFigures
    from core.training.operating_point import OperatingPoint
    from core.training.provenance import RunProvenance
    from core.training.results import CrossValidationSummary
    from core.training.run_folder import RunFolder, UnreadableRun
    from core.training.run_state import RunState
    from desktop_app.training_wizard.start_chooser import KeptVersion


@dataclass(frozen=True, eq=False)
class RunResult:
    """Everything that the result page shows.

    Attributes:
        run: The run.
        summary: Its cross-validation.
        limits: What its model must not be trusted with.
        statements: What its figures do not show, and what the limits say beyond the one sentence; nothing twice.
        densities: Pixel densities of its classes, empty where there is no model.
        balanced_threshold: With the largest sum of sensitivity and specificity; NaN where it is not defined.
        model_threshold: The summary's threshold for probabilities after temperature, as the model gives them.
        provenance: Where it comes from.
        disease: Whether it looks at the disease.
    """

    run: RunFolder
    summary: CrossValidationSummary
    limits: Limits
    statements: tuple[str, ...]
    densities: tuple[ReferenceDensity, ...]
    balanced_threshold: float
    model_threshold: float
    provenance: RunProvenance
    disease: DiseaseFigures

    @property
    def name(self) -> str:
        """The model's name."""
        return self.run.plan.name

    @property
    def has_model(self) -> bool:
        """Whether there is a model to use, not figures only."""
        return self.run.model_folder.is_dir()

    def cases(self, row: int, column: int) -> list[Path]:
        """Files of one cell of the confusion matrix, the most surely decided first.

        Args:
            row: Index of the true class.
            column: Index of the decided class.
        """
        from core.training.summary import decided_classes

        summary = self.summary
        logits = np.array([prediction.logits for prediction in summary.predictions])
        positive = summary.classes.index(summary.positive_class)
        decided = decided_classes(logits, positive, summary.pooled.threshold)
        margin = logits[:, column] - np.delete(logits, column, axis=1).max(axis=1)
        labels = np.array([summary.classes.index(prediction.image.label) for prediction in summary.predictions])
        chosen = np.flatnonzero((labels == row) & (decided == column))
        ordered = chosen[np.argsort(-margin[chosen], kind="stable")]
        return [summary.predictions[number].image.path for number in ordered]


@dataclass(frozen=True)
class RunRow:
    """A run as the list shows it.

    Attributes:
        path: Its folder.
        name: The model's name; the folder's where the run cannot be read.
        state: Where it stands, None where it cannot be read.
        changed: When it came there, local time, to the minute.
        images: How many images.
        what: Depth and folds, in words.
        figures: Its figures in words, empty before there are any.
        detail: Why it failed or cannot be read, empty otherwise.
    """

    path: Path
    name: str
    state: RunState | None
    changed: str
    images: int
    what: str
    figures: str
    detail: str


def result_work(run: RunFolder) -> Callable[[JobContext[Any]], RunResult]:
    """Compute every figure of a finished run from its predictions."""

    def work(_context: JobContext[Any]) -> RunResult:
        from core.report.publishing import provenance_of_run
        from core.training.operating_point import youden_threshold
        from core.training.run_disease import disease_of_run
        from core.training.run_predictions import summarise_run

        summary, provenance = summarise_run(run), provenance_of_run(run)
        return _result_of(run, summary, provenance, youden_threshold(summary), disease_of_run(run, summary))

    return work


def result_at_work(result: RunResult, threshold: float) -> Callable[[JobContext[Any]], RunResult]:
    """The same run judged at another threshold."""

    def work(_context: JobContext[Any]) -> RunResult:
        from core.training.summary import at_threshold

        summary = at_threshold(result.summary, threshold, result.run.plan.seed)
        return _result_of(result.run, summary, result.provenance, result.balanced_threshold, result.disease)

    return work


def point_work(
    summary: CrossValidationSummary, threshold: float, prevalence: float
) -> Callable[[JobContext[Any]], OperatingPoint]:
    """Work out what a threshold would mean."""

    def work(_context: JobContext[Any]) -> OperatingPoint:
        from core.training.operating_point import operating_point

        return operating_point(summary, threshold, prevalence)

    return work


def use_work(run: RunFolder, threshold: float, person: str) -> Callable[[JobContext[Any]], ModelVersion]:
    """Keep a run's model, deciding at a threshold, as a new version and let it answer from now on, as a person asks."""

    def work(context: JobContext[Any]) -> ModelVersion:
        from core.registry.registry import user_registry
        from core.report.publishing import publish_run

        registry = user_registry(person)
        version = publish_run(run, registry, context, threshold)
        registry.activate(version)
        return version

    return work


def runs_work(folder: Path) -> Callable[[JobContext[Any]], tuple[RunRow, ...]]:
    """List the runs on disk, with the figures of those that have any."""

    def work(context: JobContext[Any]) -> tuple[RunRow, ...]:
        from core.training.run_folder import RunFolder, list_runs

        rows = []
        for run in list_runs(folder):
            context.raise_if_cancelled()
            rows.append(_row(run) if isinstance(run, RunFolder) else _row_of_unreadable(run))
        return tuple(rows)

    return work


def remove_work(paths: list[Path]) -> Callable[[JobContext[Any]], int]:
    """Delete runs for good; one that is being trained stays."""

    def work(_context: JobContext[Any]) -> int:
        import shutil

        from core.errors import OutputNotWritableError
        from core.training.run_lock import is_locked

        removed = 0
        for path in paths:
            if is_locked(path):
                continue
            try:
                shutil.rmtree(path)
            except OSError as error:
                raise OutputNotWritableError(path, error.strerror or "") from error
            removed += 1
        return removed

    return work


def versions_work() -> Callable[[JobContext[Any]], tuple[KeptVersion, ...]]:
    """List the versions of models that are kept here."""

    def work(_context: JobContext[Any]) -> tuple[KeptVersion, ...]:
        from core.registry.registry import user_registry
        from desktop_app.training_wizard.start_chooser import KeptVersion

        versions = user_registry().versions()
        return tuple(KeptVersion(version.label, version.directory) for version in versions if not version.is_bundled)

    return work


def _result_of(
    run: RunFolder,
    summary: CrossValidationSummary,
    provenance: RunProvenance,
    balanced: float,
    disease: DiseaseFigures,
) -> RunResult:
    from core.model.package import read_package_card
    from core.training.card_sentences import limits_of
    from core.training.packaging import threshold_after
    from core.training.statements import reservations

    card = read_package_card(run.model_folder) if run.model_folder.is_dir() else None
    return RunResult(
        run,
        summary,
        limits_of(summary, run.dataset, disease),
        reservations(summary, provenance, run.dataset, disease),
        card.reference_densities if card is not None else (),
        balanced,
        threshold_after(summary, card.calibration_temperature if card is not None else 1.0),
        provenance,
        disease,
    )


def _row(run: RunFolder) -> RunRow:
    record, plan = run.record, run.plan
    folds = tr("1 fold of 5") if plan.folds == 1 else count_of_folds(plan.folds)
    return RunRow(
        run.path, plan.name, record.state, _local(record.changed), len(run.dataset.images),
        f"{depth_words(plan.depth)}, {folds}", _figures(run), kept_words(record.detail),
    )  # fmt: skip


def _row_of_unreadable(run: UnreadableRun) -> RunRow:
    from core.error_wording import describe_error

    return RunRow(run.path, run.path.name, None, "", 0, "", "", describe_error(run.error).text)


def _figures(run: RunFolder) -> str:
    """The figures that the run's card names; they were computed when it finished."""
    from core.errors import HilumError
    from core.model.package import read_package_card

    if not run.model_folder.is_dir():
        return ""
    try:
        measured = read_package_card(run.model_folder).measured
    except HilumError:
        return ""
    if not measured:
        return ""
    metrics = measured[0].metrics
    figures = []
    if "auc" in metrics:
        figures.append(tr("AUC {auc}").format(auc=decimal(metrics["auc"], 4)))
    if "accuracy" in metrics:
        figures.append(tr("accuracy {accuracy}").format(accuracy=percent(metrics["accuracy"], 1)))
    return ", ".join(figures)


def _local(text: str) -> str:
    """A time of a state file as the person's own clock shows it."""
    try:
        return moment(datetime.fromisoformat(text).replace(tzinfo=UTC).astimezone())
    except ValueError:
        return text


def dossier_work(run: RunFolder, path: Path, threshold: float) -> Callable[[JobContext[Any]], Path]:
    """Write the validation dossier at a threshold: a PDF, and the JSON that it names beside it."""

    def work(_context: JobContext[Any]) -> Path:
        from core.report.publishing import write_run_dossier

        return write_run_dossier(run, threshold, path)

    return work


def compare_work(result: RunResult, threshold: float) -> Callable[[JobContext[Any]], str]:
    """Compare the run's model, at a threshold, with the active one on the run's images, in words."""

    def work(context: JobContext[Any]) -> str:
        from core.model.package import load_package
        from core.registry.comparing import compare_on_folder, compare_out_of_fold
        from core.registry.describing import describe_comparison
        from core.registry.registry import user_registry
        from core.training.packaging import threshold_after
        from core.training.summary import at_threshold

        ours, active = load_package(result.run.model_folder), user_registry().active()
        summary = at_threshold(result.summary, threshold, result.run.plan.seed)
        decides_at = threshold_after(summary, ours.card.calibration_temperature)
        ours = replace(ours, card=replace(ours.card, threshold=decides_at))
        dataset = result.run.dataset
        # Answers that both keep need no image; else the active model is asked about each of them.
        comparison = compare_out_of_fold(ours, active) or compare_on_folder(
            ours, active, dataset.index_path or dataset.root, context
        )
        return "\n\n".join(describe_comparison(comparison))

    return work
