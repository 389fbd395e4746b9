"""Two processes started by torchrun end as one does."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="torch is not installed")

from core.errors import InvalidPlanError  # noqa: E402 (after the check for torch)
from core.model.input import Equalisation, InputSpec, ResizeFilter  # noqa: E402
from core.model.precision import Precision  # noqa: E402
from core.training.distributed import Team  # noqa: E402
from core.training.plan import Augmentation  # noqa: E402
from core.training.run_state import RunState  # noqa: E402
from core.training.team_step import TeamStep  # noqa: E402
from core.training.training_job import check_team  # noqa: E402

from .run_examples import check_of, logits_of, prepared, small_plan, write_images, write_small_package  # noqa: E402

WORKER = Path(__file__).with_name("team_worker.py")
ROOT = Path(__file__).resolve().parents[3]


def work(*launcher: str, run: Path, output: Path) -> "subprocess.Popen[str]":
    command = [sys.executable, *launcher, str(WORKER), str(run), str(output)]
    return subprocess.Popen(
        command,
        cwd=ROOT,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"},
    )


@pytest.mark.skipif(not torch.distributed.is_available(), reason="this PyTorch is built without torch.distributed")
def test_two_processes_end_as_one_does(tmp_path: Path) -> None:
    package = write_small_package(tmp_path / "package")
    check = check_of(write_images(tmp_path / "images", 24), package)
    plan = small_plan(package, epochs=1, batch_size=8)
    runs = [prepared(tmp_path / name, plan, check) for name in ("one", "two")]
    outputs = [tmp_path / "one.npz", tmp_path / "two.npz"]
    torchrun = ("-m", "torch.distributed.run", "--standalone", "--nproc-per-node=2")

    for process in (
        work(run=runs[0].path, output=outputs[0]),
        work(*torchrun, run=runs[1].path, output=outputs[1]),
    ):
        said, _ = process.communicate(timeout=170)
        assert process.returncode == 0, said

    assert [run.state for run in runs] == [RunState.FINISHED] * 2
    one, two = (np.load(output) for output in outputs)
    for name in one.files:
        np.testing.assert_allclose(two[name], one[name], atol=1e-4, rtol=1e-4, err_msg=name)
    # Adam divides by the gradient's size, so that rounding of a tiny one is as large as a step.
    np.testing.assert_allclose(logits_of(runs[1]), logits_of(runs[0]), atol=0.02)


def test_parts_of_a_team_are_the_whole() -> None:
    for count in (0, 1, 7, 8):
        parts = [list(range(count))[Team(rank, 3).share_of(count)] for rank in range(3)]
        assert sum(parts, []) == list(range(count))  # noqa: RUF017 (a few short lists)
        assert max(map(len, parts)) - min(map(len, parts)) <= 1


def test_a_batch_that_is_too_small_for_the_team_is_refused() -> None:
    check_team(8, Team(0, 4))
    with pytest.raises(InvalidPlanError, match="batch of 4"):
        check_team(4, Team(0, 4))


def test_an_overflow_in_another_process_leaves_the_step_out_here_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def sum_with_the_others(tensor: Any) -> None:
        tensor += float("inf")

    monkeypatch.setattr(torch.distributed, "all_reduce", sum_with_the_others)
    network = torch.nn.Sequential(torch.nn.Flatten(), torch.nn.Linear(64 * 64, 2))
    before = [parameter.detach().clone() for parameter in network.parameters()]
    optimiser = torch.optim.Adam(network.parameters(), fused=True)
    spec = InputSpec(64, ResizeFilter.LANCZOS, Equalisation.MID_RANK, 255, None, 1e-3, 3)
    given = (network, optimiser, spec, Augmentation(), torch.device("cpu"), Precision.FLOAT16, torch.Generator())

    TeamStep(Team(0, 2), *given).run(np.zeros((4, 64, 64), np.uint8), np.array([0, 1, 0, 1]))

    assert all(map(torch.equal, network.parameters(), before))
