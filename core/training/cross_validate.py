"""Every fold trained, and its held-out images predicted. Imports torch."""

import contextlib

from core.training.checkpoint import CHECKPOINT_NAME
from core.training.events import FoldFinished, FoldStarted
from core.training.fit import Logits, NetworkFit
from core.training.lungs_probe_run import Judge, LungsProbe, judge_of_head, judge_of_network
from core.training.plan import Depth
from core.training.quick import QuickFits
from core.training.results import OutOfFoldPrediction
from core.training.run_predictions import read_predictions
from core.training.session import FitTask, Session


def cross_validate(session: Session) -> tuple[OutOfFoldPrediction, ...]:
    """Train every fold that is not finished yet, each going on from its last epoch.

    Args:
        session: The run under way.

    Returns:
        The held-out images' predictions by their fold's network, in the data set's order.

    Raises:
        JobCancelledError: Asked to stop; finished folds and epochs are on disk.
        RunNotWritableError: The disk is full, or the folder cannot be written; what was there is whole.
        TrainingDivergedError: A loss is not a number.
        DeviceOutOfMemoryError: Not even one image fits.
    """
    quick: QuickFits | None = None
    probe = LungsProbe(session)
    for task in session.tasks:
        if task.fold is None or session.run.read_logits(task.fold) is not None:
            continue
        session.report(FoldStarted(task.fold, len(task.training), len(task.validation)))
        if session.plan.depth is Depth.QUICK:
            quick = quick or QuickFits(session)
            logits, judge = _fit_head(quick, task)
        else:
            logits, judge = _fit_network(session, task)
        if session.team.is_first:
            # Before the predictions, which finish the fold.
            probe.carry_out(task, judge)
        _finish(session, task, logits)
    return read_predictions(session.run)


def _fit_head(quick: QuickFits, task: FitTask) -> tuple[Logits, Judge]:
    head = quick.fit_fold(task)
    return head.logits(quick.features[task.validation]), judge_of_head(head, quick.source)


def _fit_network(session: Session, task: FitTask) -> tuple[Logits, Judge]:
    fit = NetworkFit(session, task)
    fit.run()
    return fit.logits, judge_of_network(fit.trained, session)


def _finish(session: Session, task: FitTask, logits: Logits) -> None:
    """Write a fold's predictions, which finishes it; its checkpoint is not needed any more."""
    if task.fold is None:
        raise ValueError("the refit holds no images out")
    if session.team.is_first:
        session.run.write_logits(task.fold, logits)
        with contextlib.suppress(OSError):
            (session.run.fold_folder(task.fold) / CHECKPOINT_NAME).unlink(missing_ok=True)
    # The others read in the next line whether this fold is finished.
    session.team.wait()
    session.report(FoldFinished(task.fold))
