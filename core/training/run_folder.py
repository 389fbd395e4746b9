"""A training run on disk: everything about it lies in one folder, and nothing of it elsewhere.

    plan.json            what was chosen
    dataset.json         images with class, patient, source, SHA-256 and group
    audit.json           the shortcut audit of the images, where there was one
    state.json           where it stands
    folds.json           which images each fold holds out
    fold_0/ ...          checkpoint while it trains; lungs_probe.json and predictions.json when it is done
    refit/               checkpoint, then weights.safetensors and feature_statistics.safetensors
    features/            features of every image, for the quick depth
    left_out_sources.json  each source left out in turn
    history.json         when it ran and on what
    model/               the finished model package

Each file is written whole or not at all. Imports no torch.
"""

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from core.errors import InvalidRunError, RunNotWritableError
from core.language import mark
from core.training.audit_report import AUDIT_NAME, AuditReport, write_audit
from core.training.dataset import LabelledDataset
from core.training.durable_files import (
    PARTIAL_SUFFIX,
    make_folder,
    not_writable,
    read_json,
    write_json_durably,
)
from core.training.plan import TrainingPlan
from core.training.plan_file import plan_from_json, plan_to_json
from core.training.run_data import RunData, data_from_json, data_to_json
from core.training.run_state import STATE_NAME, RunRecord, RunState, read_state, write_state

if TYPE_CHECKING:
    from core.training.check import DatasetCheck
    from core.training.folds import Fold

PLAN_NAME = "plan.json"  # untranslated: a file name
DATASET_NAME = "dataset.json"  # untranslated: a file name
FOLDS_NAME = "folds.json"  # untranslated: a file name
PREDICTIONS_NAME = "predictions.json"  # untranslated: a file name


@dataclass(frozen=True)
class RunFolder:
    """A training run on disk.

    Attributes:
        path: Its folder.
    """

    path: Path

    @property
    def record(self) -> RunRecord:
        """Where it stands, and since when.

        Raises:
            InvalidRunError: Its state is damaged.
        """
        return read_state(self.path)

    @property
    def state(self) -> RunState:
        """Where it stands; see `record`."""
        return self.record.state

    @cached_property
    def plan(self) -> TrainingPlan:
        """What was chosen.

        Raises:
            InvalidRunError: It is damaged.
        """
        return plan_from_json(read_json(self.path / PLAN_NAME), self.path / PLAN_NAME)

    @cached_property
    def data(self) -> RunData:
        """The images with all that is known about them.

        Raises:
            InvalidRunError: They are damaged.
        """
        return data_from_json(read_json(self.path / DATASET_NAME), self.path / DATASET_NAME)

    @property
    def dataset(self) -> LabelledDataset:
        """The images, their classes in the plan's order."""
        return self.data.dataset

    @property
    def groups(self) -> npt.NDArray[np.int64]:
        """Number of each image's group: int64 (images,). Images of one group are never split."""
        return self.data.groups

    @property
    def run_id(self) -> str:
        """Identity of the run; another run with the same plan and images has another one."""
        return self.data.run_id

    def fold_folder(self, fold: int | None) -> Path:
        """Folder of one fold, from 0; of the refit on all images for None."""
        return self.path / (f"fold_{fold}" if fold is not None else "refit")  # untranslated: a file name

    @property
    def audit_path(self) -> Path:
        """The shortcut audit of its images (`core.training.audit.read_audit`); not there where there was none."""
        return self.path / AUDIT_NAME

    @property
    def features_folder(self) -> Path:
        """Folder of the quick depth's features."""
        return self.path / "features"

    @property
    def weights_path(self) -> Path:
        """The final model's weights."""
        return self.fold_folder(None) / "weights.safetensors"  # untranslated: a file name

    @property
    def feature_statistics_path(self) -> Path:
        """What the final model's features of the training images look like."""
        return self.fold_folder(None) / "feature_statistics.safetensors"  # untranslated: a file name

    @property
    def model_folder(self) -> Path:
        """The finished model package."""
        return self.path / "model"

    def read_folds(self) -> "tuple[Fold, ...] | None":
        """Which images each fold trains on and holds out, None before they were drawn.

        Raises:
            InvalidRunError: They are damaged.
        """
        from core.training.folds import Fold

        path = self.path / FOLDS_NAME
        if not path.exists():
            return None
        try:
            return tuple(
                Fold(int(fold["number"]), _indices(fold["training"]), _indices(fold["validation"]))
                for fold in read_json(path)["folds"]
            )
        except (KeyError, TypeError, ValueError) as error:
            raise InvalidRunError(path, f"not a run's folds: {error}") from error

    def write_folds(self, folds: "Sequence[Fold]") -> None:
        """Write down which images each fold trains on and holds out.

        Raises:
            RunNotWritableError: See `write_durably`.
        """
        content = [
            {"number": fold.number, "training": fold.training.tolist(), "validation": fold.validation.tolist()}
            for fold in folds
        ]
        write_json_durably(self.path / FOLDS_NAME, {"folds": content})

    def read_logits(self, fold: int) -> npt.NDArray[np.float32] | None:
        """Logits of a finished fold's held-out images: float32 (images, classes). None while it is not finished.

        Raises:
            InvalidRunError: They are damaged.
        """
        path = self.fold_folder(fold) / PREDICTIONS_NAME
        if not path.exists():
            return None
        try:
            logits = np.array(read_json(path)["logits"], dtype=np.float32)
        except (KeyError, TypeError, ValueError) as error:
            raise InvalidRunError(path, f"not a fold's predictions: {error}") from error
        if logits.ndim != 2 or logits.shape[1] != len(self.plan.classes):
            raise InvalidRunError(path, f"predictions of shape {logits.shape}")
        return logits

    def write_logits(self, fold: int, logits: npt.NDArray[np.float32]) -> None:
        """Write down a fold's predictions, which finishes it.

        Raises:
            RunNotWritableError: See `write_durably`.
        """
        make_folder(self.fold_folder(fold))
        # A float32 as a decimal number of JSON comes back as the very same float32.
        content = {"fold": fold, "logits": logits.astype(np.float64).tolist()}
        write_json_durably(self.fold_folder(fold) / PREDICTIONS_NAME, content)


def prepare_run(path: Path, plan: TrainingPlan, check: "DatasetCheck", audit: AuditReport | None = None) -> RunFolder:
    """Make the folder of a new training run; nothing is trained yet.

    Args:
        path: The folder to make; may exist if it is empty.
        plan: What was chosen.
        check: The images, as checked.
        audit: Their shortcut audit, None where there was none.

    Raises:
        InvalidPlanError: The plan cannot be carried out with these images.
        RunNotWritableError: The folder cannot be made, or is not empty.
    """
    from core.training.validate import validate_plan

    validate_plan(plan, check)
    make_folder(path)
    _require_empty(path)
    # Patient identities lie in it: nobody else on this computer needs to read them.
    with contextlib.suppress(OSError):
        path.chmod(0o700)
    write_json_durably(path / PLAN_NAME, plan_to_json(plan))
    write_json_durably(path / DATASET_NAME, data_to_json(plan, check))
    # What a preparation left that was cut off may be of other images.
    (path / AUDIT_NAME).unlink(missing_ok=True)
    if audit is not None:
        write_audit(path / AUDIT_NAME, audit)
    # Last: a folder with a state has everything else.
    write_state(path, RunState.PREPARED)
    return RunFolder(path)


def open_run(path: Path) -> RunFolder:
    """Open a training run's folder.

    Raises:
        InvalidRunError: It is no run, or its plan, images or state are damaged.
    """
    run = RunFolder(path)
    # The images' file names the form of the whole folder; a run without a state is no run, whatever else is there.
    _ = run.record, run.dataset, run.plan
    return run


@dataclass(frozen=True)
class UnreadableRun:
    """A training run that cannot be used.

    Attributes:
        path: Its folder.
        error: Why: it is damaged, or a newer Hilum prepared it.
    """

    path: Path
    error: InvalidRunError


def list_runs(folder: Path) -> tuple[RunFolder | UnreadableRun, ...]:
    """The training runs in a folder, the one that changed last first; those that cannot be read at the end, by name.

    Args:
        folder: Holds one folder per run; may be missing.
    """
    if not folder.is_dir():
        return ()
    found: list[tuple[str, str, RunFolder]] = []
    unreadable = []
    for state in folder.glob(f"*/{STATE_NAME}"):
        try:
            run = open_run(state.parent)
            found.append((run.record.changed, run.path.name, run))
        except InvalidRunError as error:
            unreadable.append(UnreadableRun(state.parent, error))
    newest_first = sorted(found, key=lambda entry: entry[:2], reverse=True)
    return (*(run for *_, run in newest_first), *sorted(unreadable, key=lambda run: run.path.name))


def _require_empty(path: Path) -> None:
    """Refuse a folder with anything in it, but for what a preparation left that was cut off."""
    own = {PLAN_NAME, DATASET_NAME, AUDIT_NAME}
    own |= {name + PARTIAL_SUFFIX for name in (*own, STATE_NAME)}
    try:
        foreign = {entry.name for entry in path.iterdir()} - own
    except OSError as error:
        raise not_writable(path, error) from error
    if foreign:
        raise RunNotWritableError(path, mark("the folder is not empty"))


def _indices(numbers: Any) -> npt.NDArray[np.int64]:
    return np.array(numbers, dtype=np.int64)
