"""From a prepared run to a finished model package: the whole training, in one straight line. Imports torch."""

import contextlib
from collections.abc import Iterator
from dataclasses import replace

import torch

from core.error_wording import describe_error
from core.errors import HilumError, ImagesChangedError, InvalidPlanError, JobCancelledError, RunNotWritableError
from core.jobs import JobContext
from core.training.child_words import TOO_FEW_FOR_PROCESSES
from core.training.control import RunControl
from core.training.cross_validate import cross_validate
from core.training.data_order import least_batch
from core.training.device_words import PROCESSES
from core.training.devices import choose_device, choose_precision, describe_device
from core.training.distributed import Team, is_first_process, joined_team
from core.training.durable_files import make_folder
from core.training.events import RunStarted, TrainingEvent
from core.training.features import FeatureSource
from core.training.folds import Fold, split_by_group
from core.training.head import MOST_ROUNDS
from core.training.image_cache import TrainingImages, load_training_images
from core.training.leave_sources_out import leave_sources_out
from core.training.packaging import TrainedModel, build_trained_package
from core.training.plan import Depth
from core.training.recipes import epochs_of
from core.training.refit import refit_on_all
from core.training.run_disease import disease_of_run
from core.training.run_folder import RunFolder
from core.training.run_history import HistoryKeeper
from core.training.run_lock import locked
from core.training.run_lungs import check_lungs, lungs_of_run
from core.training.run_state import RunState, write_state
from core.training.session import Session
from core.training.start_weights import input_spec_of
from core.training.summary import summarise_folds
from core.training.validate import fold_count
from core.user_folders import user_folders


def run_training(
    run: RunFolder,
    control: RunControl,
    context: JobContext[TrainingEvent],
    feature_source: FeatureSource | None = None,
) -> None:
    """Carry out a training run, or go on with it where it stopped; nothing is left to do where it is finished.

    Under torchrun every process calls this with the same run, whose folder all of them must see; the first process
    writes and reports. The quick depth has nothing to share: there the first process works alone.

    Args:
        run: Its folder; everything that comes out lies in it.
        control: Pauses it.
        context: Receives the events and says whether to stop.
        feature_source: Backbone of the quick depth, None for the start point's own.

    Raises:
        JobCancelledError: Asked to stop; it can go on later from its last epoch.
        RunInUseError: Another process trains in this folder.
        ImagesChangedError: An image is not the one that the run was prepared with.
        InvalidPlanError: The images' lungs do not allow what was planned.
        RunNotWritableError: The disk is full, or the folder cannot be written; the last checkpoint is whole.
        TrainingDivergedError: A loss is not a number.
        DeviceUnavailableError: The device asked for cannot be had here.
        DeviceOutOfMemoryError: Not even one image fits.
        HilumError: An image or the start's weights cannot be read.
    """
    if run.state is RunState.FINISHED:
        return
    if not is_first_process():
        if run.plan.depth is not Depth.QUICK:
            with joined_team(choose_device(run.plan.device)) as (team, device):
                _carry_out(run, control, context, team, device, None)
        return
    with locked(run.path), _state_written_down(run, context) as told:
        if run.plan.depth is Depth.QUICK:
            _carry_out(run, control, told, Team(), choose_device(run.plan.device), feature_source)
            return
        with joined_team(choose_device(run.plan.device)) as (team, device):
            _carry_out(run, control, told, team, device, None)


def _carry_out(
    run: RunFolder,
    control: RunControl,
    context: JobContext[TrainingEvent],
    team: Team,
    device: torch.device,
    feature_source: FeatureSource | None,
) -> None:
    check_team(run.plan.batch_size, team)
    spec = input_spec_of(run.plan.start)
    images = _load_images(run, context if team.is_first else replace(context, report=_say_nothing))
    folds = _split(run, team)
    precision = choose_precision(device)
    lungs = lungs_of_run(run, images, device, team, control, context)
    session = Session(run, images, folds, spec, device, precision, control, context, team, feature_source, lungs)
    check_lungs(session)
    with _deterministic(device):
        _announce(session)
        predictions = cross_validate(session)
        weights = refit_on_all(session) if run.plan.refits else None
        if team.is_first:
            leave_sources_out(session)
    if weights is None or not team.is_first:
        return
    plan = run.plan
    summary = summarise_folds(predictions, plan.classes, plan.positive_class, seed=plan.seed)
    disease = disease_of_run(run, summary)
    statistics = run.feature_statistics_path
    model = TrainedModel(run.run_id, plan, summary, images, spec, weights, statistics, epochs_of(plan), disease)
    build_trained_package(run.model_folder, model, JobContext(token=context.token))


@contextlib.contextmanager
def _state_written_down(run: RunFolder, context: JobContext[TrainingEvent]) -> Iterator[JobContext[TrainingEvent]]:
    """Write down how the run goes; the context that is yielded writes its history as well."""
    history = HistoryKeeper(run.path)

    def report(event: TrainingEvent) -> None:
        history.listen(event)
        context.report(event)

    write_state(run.path, RunState.RUNNING)
    try:
        yield replace(context, report=report)
    except JobCancelledError:
        _write_end(run, history, RunState.STOPPED, "")
        raise
    except HilumError as error:
        _write_end(run, history, RunState.FAILED, describe_error(error).source_text)
        raise
    history.write()
    write_state(run.path, RunState.FINISHED)


def _write_end(run: RunFolder, history: HistoryKeeper, state: RunState, detail: str) -> None:
    # On a full disk the old state stays; a run whose process is gone counts as stopped.
    with contextlib.suppress(RunNotWritableError):
        history.write()
        write_state(run.path, state, detail)


def check_team(batch_size: int, team: Team) -> None:
    """Make sure that every process has a part of every batch.

    Raises:
        InvalidPlanError: The smallest batch has fewer images than the team has processes.
    """
    if least_batch(batch_size) < team.size:
        raise InvalidPlanError(
            TOO_FEW_FOR_PROCESSES.format(batch=batch_size, processes=team.size, most=least_batch(batch_size))
        )


def _load_images(run: RunFolder, context: JobContext[TrainingEvent]) -> TrainingImages:
    """The images that the run was prepared with, in its order.

    Raises:
        ImagesChangedError: One has other content now.
        HilumError: One cannot be read any more.
    """
    folders = user_folders()
    cache = folders.cache / "training_images" if folders is not None else None
    images, unreadable = load_training_images(run.dataset, input_spec_of(run.plan.start), cache, context)
    if unreadable:
        raise unreadable[0].error
    for image, then, now in zip(run.dataset.images, run.data.sha256, images.sha256, strict=True):
        if then != now:
            raise ImagesChangedError(image.path)
    return images


def _split(run: RunFolder, team: Team) -> tuple[Fold, ...]:
    """The run's folds: drawn once, then those that were written down."""
    found = run.read_folds()
    if found is None:
        found = split_by_group(run.dataset.labels, run.groups, fold_count(run.plan), run.plan.seed)
        # All processes come to the same folds; the first keeps them.
        team.wait()
        if team.is_first:
            run.write_folds(found)
    return found


def _announce(session: Session) -> None:
    plan, run = session.plan, session.run
    resumed = any(run.fold_folder(task.fold).exists() for task in session.tasks)
    for task in session.tasks:
        make_folder(run.fold_folder(task.fold))
    epochs = MOST_ROUNDS if plan.depth is Depth.QUICK else epochs_of(plan)
    device = describe_device(session.device)
    if not session.team.is_alone:
        device = PROCESSES.format(number=session.team.size, device=device)
    session.report(RunStarted(plan.folds, epochs, len(session.labels), device, session.precision.value, resumed))


@contextlib.contextmanager
def _deterministic(device: torch.device) -> Iterator[None]:
    """Refuse operations with random results on the processor; on GPUs the fast ones are used."""
    before = torch.are_deterministic_algorithms_enabled()
    fills = torch.utils.deterministic.fill_uninitialized_memory
    torch.use_deterministic_algorithms(device.type == "cpu")
    # Filling memory that is written to at once costs time, and finds defects of programs only.
    torch.utils.deterministic.fill_uninitialized_memory = False
    try:
        yield
    finally:
        torch.use_deterministic_algorithms(before)
        torch.utils.deterministic.fill_uninitialized_memory = fills


def _say_nothing(event: TrainingEvent) -> None:
    """Of a team's processes the first reports."""
