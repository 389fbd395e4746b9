"""From a finished training run to a model that can be used: its dossier, and its place in the registry."""

import hashlib
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from core.durable_files import not_writable
from core.errors import HilumError, InvalidRunError
from core.jobs import JobContext, Progress
from core.language import in_source_language, mark, tr
from core.model.card import ModelCard
from core.model.package import bundled_package, load_package
from core.registry.registry import ModelRegistry
from core.registry.version import DOSSIER_JSON, DOSSIER_PDF, ModelVersion
from core.report.dossier_pdf import write_dossier_pdf
from core.training.card_sentences import initialisation_words
from core.training.device_words import NOT_RECORDED
from core.training.dossier import Dossier, build_dossier
from core.training.dossier_json import write_dossier_json
from core.training.packaging import card_at, start_card
from core.training.plan import StartKind, TrainingPlan
from core.training.provenance import RunProvenance, describe_dataset, describe_hardware, software_versions
from core.training.recipes import epochs_of
from core.training.results import DEFAULT_THRESHOLD
from core.training.run_disease import disease_of_run
from core.training.run_folder import RunFolder
from core.training.run_history import read_history
from core.training.run_predictions import summarise_run
from core.training.run_state import RunState


def publish_run(
    run: RunFolder,
    registry: ModelRegistry,
    context: JobContext[Any] | None = None,
    threshold: float | None = None,
) -> ModelVersion:
    """Keep a finished run's model under a new version, with its dossier; a second time nothing changes.

    With another threshold it becomes another version, with figures and a dossier of its own: what was activated or
    passed on decides as it always did. The dossier is written into the run's folder as well, also where the model
    cannot be kept. The run's own model stays as training made it.

    Args:
        run: A finished run with a model.
        registry: Where models are kept.
        context: Receives a `Progress` per step; may ask to stop.
        threshold: Probability before temperature from which the model is to decide positive, 0..1; None for 0.5.

    Returns:
        The version, which is not active yet.

    Raises:
        InvalidRunError: The run is not finished, or has no model.
        InvalidModelPackageError: Its model is damaged.
        NoUserFolderError: There is no place to keep it.
        OutputNotWritableError: Something cannot be written.
        JobCancelledError: The context asked to stop.
        ValueError: The threshold is not within 0..1.
    """
    _require_probability(threshold)
    job = context if context is not None else JobContext[Any]()
    _require_finished(run)
    if not run.model_folder.is_dir():
        raise InvalidRunError(run.model_folder, mark("this run made no model, only figures"))
    job.report(Progress(0, 2, tr("Gathering the dossier")))
    dossiers = run_dossiers(run, threshold)
    job.raise_if_cancelled()
    job.report(Progress(1, 2, tr("Writing the dossier")))

    def complete(folder: Path, card: ModelCard) -> None:
        _write_dossiers(dossiers, folder / DOSSIER_PDF, f"{card.name} {card.version}")
        job.raise_if_cancelled()

    def change(card: ModelCard) -> ModelCard:
        kept = dossiers.kept
        if kept.summary.pooled.threshold == DEFAULT_THRESHOLD:
            return card
        with in_source_language():
            return card_at(card, kept.summary, run.dataset, kept.disease)

    try:
        version = registry.add(run.model_folder, complete, change)
    except HilumError:
        _write_dossiers(dossiers, run.path / DOSSIER_PDF)
        raise
    for name in (DOSSIER_JSON, DOSSIER_PDF):
        _copy(version.directory / name, run.path / name)
    job.report(Progress(2, 2, tr("Kept")))
    return version


def write_run_dossier(run: RunFolder, threshold: float | None = None, pdf: Path | None = None) -> Path:
    """Write the dossier of a finished run as PDF, and as JSON beside it, and keep no model.

    Args:
        run: A finished run.
        threshold: Which its figures are at, 0..1; None for 0.5.
        pdf: The PDF file, None for the usual one in the run's folder.

    Returns:
        The PDF file.

    Raises:
        InvalidRunError: The run is not finished.
        OutputNotWritableError: The folder cannot be written.
        ValueError: The threshold is not within 0..1.
    """
    _require_probability(threshold)
    _require_finished(run)
    target = pdf if pdf is not None else run.path / DOSSIER_PDF
    _write_dossiers(run_dossiers(run, threshold), target)
    return target


@dataclass(frozen=True, eq=False)
class RunDossiers:
    """A finished run's dossier twice.

    Attributes:
        kept: In the source's language, for the JSON file: programs read it, and readers of any language.
        worded: In the person's language, for the PDF.
    """

    kept: Dossier
    worded: Dossier


def run_dossiers(run: RunFolder, threshold: float | None = None) -> RunDossiers:
    """The dossier of a finished run, for both of its files; as for `dossier_of_run`."""
    with in_source_language():
        kept = dossier_of_run(run, threshold)
    return RunDossiers(kept, build_dossier(kept.summary, kept.provenance, kept.disease))


def dossier_of_run(run: RunFolder, threshold: float | None = None) -> Dossier:
    """Everything that a finished run's folder says, as a dossier in the language that is in force.

    Args:
        run: A finished run.
        threshold: Which its figures are at, 0..1; None for 0.5.

    Raises:
        InvalidRunError: The run is not finished, or damaged.
        InvalidModelPackageError: Its model is damaged.
    """
    summary = summarise_run(run, threshold if threshold is not None else DEFAULT_THRESHOLD)
    return build_dossier(summary, provenance_of_run(run), disease_of_run(run, summary))


def provenance_of_run(run: RunFolder) -> RunProvenance:
    """Where a finished run's model comes from, by the run's folder; its words are English, in every language.

    Raises:
        InvalidRunError: The run is damaged.
        InvalidModelPackageError: Its model is damaged.
    """
    plan, data, history = run.plan, run.data, read_history(run.path)
    package = load_package(run.model_folder) if run.model_folder.is_dir() else None
    start = start_card(plan)
    spec = package.card.input if package is not None else (start or bundled_package().card).input
    stretch = history[-1] if history else None
    return RunProvenance(
        run_id=run.run_id,
        plan=plan,
        epochs=epochs_of(plan),
        dataset=describe_dataset(
            data.dataset, data.sha256, data.groups, data.duplicate_groups, data.unreadable, data.findings
        ),
        input=spec,
        start_weights=package.card.training.initialisation if package else _start_words(plan, start),
        start_sha256=_start_hash(plan, start),
        software=software_versions(),
        hardware=describe_hardware(),
        device=stretch.device if stretch else NOT_RECORDED,
        precision=stretch.precision if stretch else NOT_RECORDED,
        started=history[0].started if history else run.record.changed,
        finished=stretch.ended if stretch else run.record.changed,
        training_seconds=sum(part.seconds for part in history) if history else float("nan"),
        densities=package.card.reference_densities if package is not None else (),
        notes=tuple(note for part in history for note in part.notes),
    )


def _start_words(plan: TrainingPlan, start: ModelCard | None) -> str:
    with in_source_language():
        return initialisation_words(plan, start)


def _require_finished(run: RunFolder) -> None:
    if run.state is not RunState.FINISHED:
        raise InvalidRunError(run.path, mark("it is not finished"))


def _require_probability(threshold: float | None) -> None:
    if threshold is not None and not 0 <= threshold <= 1:
        raise ValueError(f"threshold {threshold} must be within 0..1")


def _write_dossiers(dossiers: RunDossiers, pdf: Path, model_version: str = "") -> None:
    """Write the PDF, and the JSON file of the same name that it names, beside it."""
    with in_source_language():
        write_dossier_json(dossiers.kept, pdf.with_suffix(".json"))
    now = datetime.now(UTC).astimezone()
    write_dossier_pdf(dossiers.worded, pdf, now, model_version=model_version, kept=dossiers.kept)


def _start_hash(plan: TrainingPlan, start: ModelCard | None) -> str | None:
    if start is not None:
        return start.weights_sha256
    if plan.start.kind is StartKind.WEIGHTS_FILE and plan.start.path is not None and plan.start.path.is_file():
        with plan.start.path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    return None


def _copy(source: Path, target: Path) -> None:
    """Copy a file of the dossier, also over one that is there."""
    if not source.exists():
        return
    try:
        shutil.copyfile(source, target)
    except OSError as error:
        raise not_writable(target, error) from error
