"""Folds that are cut off, and end as if they had not been."""

import errno
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="torch is not installed")

from core import durable_files  # noqa: E402
from core.errors import JobCancelledError, RunNotWritableError, TrainingDivergedError  # noqa: E402 (after the check)
from core.training import fit  # noqa: E402
from core.training.checkpoint import CHECKPOINT_NAME, load_checkpoint  # noqa: E402
from core.training.control import RunControl  # noqa: E402
from core.training.events import EpochFinished, FoldFinished, StepsDone, TrainingEvent  # noqa: E402
from core.training.plan import TrainingPlan  # noqa: E402
from core.training.run_folder import RunFolder  # noqa: E402
from core.training.run_state import RunState  # noqa: E402
from core.training.training_job import run_training  # noqa: E402

from .run_examples import (  # noqa: E402
    ExampleCheck,
    Listener,
    check_of,
    logits_of,
    prepared,
    small_plan,
    write_images,
    write_small_package,
)


@pytest.fixture(scope="module", autouse=True)
def one_thread() -> Iterator[None]:
    """Small layers on several threads mostly wait for each other, on a busy machine for long."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_small_package(tmp_path_factory.mktemp("package") / "small")


@pytest.fixture(scope="module")
def check(tmp_path_factory: pytest.TempPathFactory, package: Path) -> ExampleCheck:
    return check_of(write_images(tmp_path_factory.mktemp("images"), 10), package)


@pytest.fixture(scope="module")
def plan(package: Path) -> TrainingPlan:
    return small_plan(package)


@pytest.fixture(scope="module")
def undisturbed(
    tmp_path_factory: pytest.TempPathFactory, plan: TrainingPlan, check: ExampleCheck
) -> tuple[RunFolder, Listener]:
    run, listener = prepared(tmp_path_factory.mktemp("runs") / "run", plan, check), Listener()
    run_training(run, RunControl(), listener.context)
    return run, listener


class Cut(Exception):  # noqa: N818 (no error: the power went)
    """The run is over, without a word."""


class CutOff(Listener):
    """Ends the run while an epoch of the first fold is under way, or right after one."""

    def __init__(self, kind: type[TrainingEvent], epoch: int) -> None:
        super().__init__()
        self._kind, self._epoch = kind, epoch

    def at(self, event: TrainingEvent) -> None:
        if (
            isinstance(event, self._kind)
            and isinstance(event, StepsDone | EpochFinished)
            and event.epoch == self._epoch
        ):
            raise Cut


def test_a_run_reports_each_epoch(undisturbed: tuple[RunFolder, Listener]) -> None:
    run, listener = undisturbed

    epochs = listener.of(EpochFinished)
    assert [(event.fold, event.epoch) for event in epochs] == [(0, 0), (0, 1)]
    for event in epochs:
        assert event.training_loss > 0
        assert event.validation_loss is not None
        assert event.validation_auc is not None
        assert 0 <= event.validation_auc <= 1
        assert event.seconds_left is not None
    assert epochs[-1].seconds_left == 0
    steps = listener.of(StepsDone)
    assert all(event.done <= event.total == 8 for event in steps)
    assert run.state is RunState.FINISHED
    assert not run.model_folder.exists(), "the plan has no refit"


@pytest.mark.parametrize(("kind", "epoch"), [(StepsDone, 1), (EpochFinished, 1)])
def test_a_run_that_was_cut_off_ends_with_the_same_bits(
    tmp_path: Path,
    plan: TrainingPlan,
    check: ExampleCheck,
    undisturbed: tuple[RunFolder, Listener],
    kind: type[TrainingEvent],
    epoch: int,
) -> None:
    run = prepared(tmp_path / "run", plan, check)
    with pytest.raises(Cut):
        run_training(run, RunControl(), CutOff(kind, epoch).context)
    assert run.state is RunState.STOPPED

    listener = Listener()
    run_training(run, RunControl(), listener.context)

    redone = [event.epoch for event in listener.of(EpochFinished)]
    assert redone == ([1] if kind is StepsDone else []), "finished epochs are not done again"
    assert logits_of(run).tobytes() == logits_of(undisturbed[0]).tobytes()


def test_a_cancelled_run_stops_at_once(tmp_path: Path, plan: TrainingPlan, check: ExampleCheck) -> None:
    run, listener = prepared(tmp_path / "run", plan, check), Listener()
    listener.token.cancel()

    with pytest.raises(JobCancelledError):
        run_training(run, RunControl(), listener.context)

    assert run.state is RunState.STOPPED
    assert not listener.of(FoldFinished)


class FillDisk(Listener):
    """Fills the disk after the first epoch."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        super().__init__()
        self._monkeypatch = monkeypatch

    def at(self, event: TrainingEvent) -> None:
        def refuse(_: int) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        if isinstance(event, EpochFinished):
            self._monkeypatch.setattr(durable_files.os, "fsync", refuse)


def test_a_full_disk_leaves_the_last_epoch(
    tmp_path: Path,
    plan: TrainingPlan,
    check: ExampleCheck,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    run = prepared(tmp_path / "run", plan, check)
    with pytest.raises(RunNotWritableError):
        run_training(run, RunControl(), FillDisk(monkeypatch).context)
    monkeypatch.undo()
    kept = load_checkpoint(run.fold_folder(0) / CHECKPOINT_NAME)
    assert kept is not None
    assert len(kept.counters["losses"]) == 1
    assert run.state is RunState.STOPPED, "nothing could be written any more"


def test_a_run_that_goes_astray_says_so(tmp_path: Path, plan: TrainingPlan, check: ExampleCheck) -> None:
    run = prepared(tmp_path / "run", replace(plan, learning_rate=1e30, epochs=1), check)

    with pytest.raises(TrainingDivergedError):
        run_training(run, RunControl(), Listener().context)

    assert run.state is RunState.FAILED


def test_predictions_that_are_no_numbers_end_the_run(
    tmp_path: Path, plan: TrainingPlan, check: ExampleCheck, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fit, "predict_logits", lambda _, pixels, *__: np.full((len(pixels), 2), np.nan, np.float32))
    run, listener = prepared(tmp_path / "run", replace(plan, epochs=1), check), Listener()

    with pytest.raises(TrainingDivergedError):
        run_training(run, RunControl(), listener.context)

    assert run.state is RunState.FAILED
    assert [epoch.validation_loss for epoch in listener.of(EpochFinished)] == [None]
