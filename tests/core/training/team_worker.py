"""What each process of the tests' teams does; also run without a team, to compare. Arguments: run's folder, output."""

import sys
from pathlib import Path
from typing import Any

import numpy as np
import torch

import core.training.training_job as training_job
from core.jobs import JobContext
from core.model.input import InputSpec
from core.model.precision import Precision
from core.training.control import RunControl
from core.training.distributed import Team, joined_team, share_batch_norm
from core.training.plan import Augmentation
from core.training.run_folder import open_run
from core.training.start_weights import input_spec_of
from core.training.step import TrainingStep
from core.training.team_step import TeamStep


class TinyNetwork(torch.nn.Module):  # type: ignore[misc] # torch is not typed here
    """A convolution, batch normalisation that learns, and a last layer."""

    def __init__(self) -> None:
        super().__init__()
        torch.manual_seed(0)
        self.conv = torch.nn.Conv2d(1, 6, 3, stride=2)
        self.norm = torch.nn.BatchNorm2d(6)
        self.fc = torch.nn.Linear(6, 2)

    def forward(self, images: Any) -> Any:
        """Logits (n, 2) of (n, 1, size, size)."""
        return self.fc(torch.relu(self.norm(self.conv(images))).mean((2, 3)))


def learn_a_few_steps(team: Team, device: torch.device, spec: InputSpec) -> dict[str, Any]:
    """Weights, statistics and losses of a tiny network after four steps on 7 images each."""
    random = np.random.default_rng(0)
    network = share_batch_norm(TinyNetwork(), team, device)
    optimiser = torch.optim.SGD(network.parameters(), lr=0.1, momentum=0.9)
    generator = torch.Generator().manual_seed(3)
    given = (network, optimiser, spec, Augmentation(), device, Precision.FLOAT32, generator)
    step = TrainingStep(*given) if team.is_alone else TeamStep(team, *given)
    losses = []
    for _ in range(4):
        grey = random.integers(0, 255, (7, spec.size, spec.size), dtype=np.uint8)
        losses.append(team.sum_of(step.run(grey, random.integers(0, 2, 7))))
    return {name: tensor.numpy() for name, tensor in network.state_dict().items()} | {"losses": np.array(losses)}


def main() -> None:
    """Carry the run out, then take the steps; the first process writes what came out."""
    torch.set_num_threads(1)
    run, output = open_run(Path(sys.argv[1])), Path(sys.argv[2])
    # The same arithmetic everywhere, and fine enough to compare.
    training_job.choose_precision = lambda _: Precision.FLOAT32
    with joined_team(torch.device("cpu")) as (team, device):
        found = learn_a_few_steps(team, device, input_spec_of(run.plan.start))
        training_job.run_training(run, RunControl(), JobContext())
        if team.is_first:
            np.savez(output, **found)


if __name__ == "__main__":
    main()
