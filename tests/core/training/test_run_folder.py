"""A run's folder: what is written comes back, what is damaged says so, and nothing is ever half there."""

import errno
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import numpy as np
import pytest

from core import durable_files, file_lock
from core.errors import InvalidPlanError, InvalidRunError, NewerRunError, RunInUseError, RunNotWritableError
from core.training.durable_files import read_json, write_durably, write_json_durably
from core.training.plan import Augmentation, Recipe, StartKind, StartPoint, TrainingPlan, Variation
from core.training.run_folder import UnreadableRun, list_runs, open_run
from core.training.run_lock import is_locked, locked
from core.training.run_state import RunState, write_state

from .run_examples import CLASSES, ExampleCheck, check_of, prepared, write_images


@pytest.fixture(scope="module")
def check(tmp_path_factory: pytest.TempPathFactory) -> ExampleCheck:
    return check_of(write_images(tmp_path_factory.mktemp("images"), 12))


@pytest.fixture
def plan(tmp_path: Path) -> TrainingPlan:
    start = StartPoint(StartKind.WEIGHTS_FILE, tmp_path / "é.safetensors", True)
    augmentation = replace(Augmentation(), gamma=Variation(True, 0.25))
    return TrainingPlan(
        "a-b_1", CLASSES[::-1], "opaque", recipe=Recipe.PAPER, start=start, folds=3, seed=7, augmentation=augmentation
    )


def test_a_prepared_run_comes_back_as_it_was(tmp_path: Path, plan: TrainingPlan, check: ExampleCheck) -> None:
    prepared(tmp_path / "run", plan, check)

    run = open_run(tmp_path / "run")

    assert run.state is RunState.PREPARED
    assert run.plan == plan
    assert run.dataset.images == check.dataset.images
    assert run.dataset.classes == plan.classes, "labels follow the plan's order, that of the outputs"
    assert run.dataset.labels.tolist() == [plan.classes.index(image.label) for image in run.dataset.images]
    assert run.groups.tolist() == check.groups.tolist()
    assert run.data.sha256 == check.images.sha256
    assert run.read_folds() is None
    assert run.read_logits(0) is None


def test_logits_come_back_to_the_bit(tmp_path: Path, plan: TrainingPlan, check: ExampleCheck) -> None:
    run = prepared(tmp_path / "run", plan, check)
    logits = np.random.default_rng(0).standard_normal((5, 2)).astype(np.float32)

    run.write_logits(1, logits)

    found = open_run(run.path).read_logits(1)
    assert found is not None
    assert found.tobytes() == logits.tobytes()


def test_a_folder_with_something_in_it_is_refused(tmp_path: Path, plan: TrainingPlan, check: ExampleCheck) -> None:
    (tmp_path / "scan.png").touch()

    with pytest.raises(RunNotWritableError, match="not empty"):
        prepared(tmp_path, plan, check)


def test_a_preparation_that_was_cut_off_can_be_repeated(
    tmp_path: Path, plan: TrainingPlan, check: ExampleCheck
) -> None:
    (tmp_path / "plan.json").write_text("{", encoding="utf-8")

    assert prepared(tmp_path, plan, check).plan == plan


def test_a_plan_that_cannot_be_carried_out_makes_no_folder(
    tmp_path: Path, plan: TrainingPlan, check: ExampleCheck
) -> None:
    with pytest.raises(InvalidPlanError):
        prepared(tmp_path / "run", replace(plan, folds=7), check)

    assert not (tmp_path / "run").exists()


@pytest.mark.parametrize("name", ["plan.json", "dataset.json", "state.json"])
@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b"\xff\x00", b"[" * 100_000])
def test_a_damaged_file_says_so(
    tmp_path: Path, plan: TrainingPlan, check: ExampleCheck, name: str, content: bytes
) -> None:
    prepared(tmp_path / "run", plan, check)
    (tmp_path / "run" / name).write_bytes(content)

    with pytest.raises(InvalidRunError):
        open_run(tmp_path / "run")

    (listed,) = list_runs(tmp_path)
    assert isinstance(listed, UnreadableRun)
    assert listed.path == tmp_path / "run"
    assert name in str(listed.error)


def test_a_newer_run_is_listed_as_one(tmp_path: Path, plan: TrainingPlan, check: ExampleCheck) -> None:
    prepared(tmp_path / "a", plan, check)
    usable = prepared(tmp_path / "b", plan, check)
    path = tmp_path / "a" / "dataset.json"
    path.write_text(json.dumps({**json.loads(path.read_text(encoding="utf-8")), "format": 99}), encoding="utf-8")
    first, last = list_runs(tmp_path)
    assert first.path == usable.path
    assert isinstance(last, UnreadableRun)
    assert isinstance(last.error, NewerRunError)


def test_damaged_predictions_say_so(tmp_path: Path, plan: TrainingPlan, check: ExampleCheck) -> None:
    run = prepared(tmp_path / "run", plan, check)
    run.write_logits(0, np.zeros((2, 3), dtype=np.float32))

    with pytest.raises(InvalidRunError):
        run.read_logits(0)


def test_runs_are_listed_newest_first(tmp_path: Path, plan: TrainingPlan, check: ExampleCheck) -> None:
    for position, name in enumerate(["old", "new"]):
        run = prepared(tmp_path / name, plan, check)
        state = json.loads((run.path / "state.json").read_text(encoding="utf-8"))
        state["changed"] = f"2026-01-0{position + 1}T00:00:00+00:00"
        (run.path / "state.json").write_text(json.dumps(state), encoding="utf-8")
    (tmp_path / "something else").mkdir()

    assert [run.path.name for run in list_runs(tmp_path)] == ["new", "old"]
    assert list_runs(tmp_path / "nowhere") == ()


def test_a_running_run_whose_process_is_gone_was_stopped(
    tmp_path: Path, plan: TrainingPlan, check: ExampleCheck
) -> None:
    run = prepared(tmp_path / "run", plan, check)
    write_state(run.path, RunState.RUNNING)

    assert run.state is RunState.STOPPED
    with locked(run.path):
        assert run.state is RunState.RUNNING
    assert not is_locked(run.path)


def test_a_locked_run_is_refused_and_a_killed_holder_does_not_hold_it(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLD_FOR_EVER, tmp_path], stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == b"held"
        with pytest.raises(RunInUseError, match=f"process {holder.pid}"), locked(tmp_path):
            pass
        holder.kill()

    with locked(tmp_path):
        assert is_locked(tmp_path)


HOLD_FOR_EVER = """
import sys, time
from pathlib import Path
from core.training.run_lock import locked

with locked(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_full_disk_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "file"
    write_durably(path, lambda file: file.write(b"old"))

    def fill(file: BinaryIO) -> None:
        file.write(b"ne")
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(RunNotWritableError, match="no space left"):
        write_durably(path, fill)

    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["file"]


def test_a_file_that_somebody_reads_is_replaced_a_moment_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace_now, refusals = Path.replace, [PermissionError(13, "Access is denied")] * 2

    def replace_later(partial: Path, path: Path) -> Path:
        if refusals:
            raise refusals.pop()
        return replace_now(partial, path)

    monkeypatch.setattr(durable_files, "_PATIENCE_S", 5.0)  # As on Windows.
    monkeypatch.setattr(Path, "replace", replace_later)
    write_json_durably(tmp_path / "a.json", [1])
    assert read_json(tmp_path / "a.json") == [1]


@pytest.mark.skipif(sys.platform == "win32", reason="about flock")
def test_a_file_system_without_locks_is_named_and_not_taken_for_a_busy_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOTSUP, "Operation not supported")

    monkeypatch.setattr(file_lock.fcntl, "flock", refuse)
    with pytest.raises(RunNotWritableError, match="not supported"), locked(tmp_path):
        pass
    assert not is_locked(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a user's folders private by itself")
def test_a_run_is_private(tmp_path: Path, plan: TrainingPlan, check: ExampleCheck) -> None:
    assert prepared(tmp_path / "run", plan, check).path.stat().st_mode & 0o077 == 0
