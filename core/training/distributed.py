"""Training in several processes, started by torchrun: one team, the same code path. Imports torch.

Each process takes its slice of every batch; order and random changes are those of one process, and gradients are
averaged over the whole batch, so the result is that of one process but for the order of additions. The first
process alone writes files and reports.

Batch normalisation that learns must see the whole batch. torch.nn.SyncBatchNorm does that on CUDA and refuses the
processor; `TeamBatchNorm` does it there, with the sums exchanged by an all-reduce that has a gradient. Layers that
are frozen use their stored statistics and need nothing.
"""

import contextlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import distributed

Shared = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Team:
    """The processes that train together.

    Attributes:
        rank: Number of this process, from 0.
        size: How many there are; 1 is ordinary training.
    """

    rank: int = 0
    size: int = 1

    @property
    def is_first(self) -> bool:
        """Whether this process writes and reports."""
        return self.rank == 0

    @property
    def is_alone(self) -> bool:
        """Whether there is no other process."""
        return self.size == 1

    def share_of(self, count: int) -> slice:
        """This process's part of `count` things in a row; parts differ by one at most, and may be empty."""
        return slice(count * self.rank // self.size, count * (self.rank + 1) // self.size)

    def gather(self, rows: Shared) -> Shared:
        """Every process's rows, one after the other in order of rank: float32 (n, ...)."""
        if self.is_alone:
            return rows
        parts: list[Any] = [None] * self.size
        distributed.all_gather_object(parts, rows)
        return np.concatenate(parts)

    def sum_of(self, number: float) -> float:
        """The sum of one number of each process."""
        if self.is_alone:
            return number
        parts: list[Any] = [None] * self.size
        distributed.all_gather_object(parts, number)
        return float(sum(parts))

    def wait(self) -> None:
        """Go on when every process is here."""
        if not self.is_alone:
            distributed.barrier()


def team_size() -> int:
    """How many processes torchrun started; 1 without it."""
    return int(os.environ.get("WORLD_SIZE", "1"))


def is_first_process() -> bool:
    """Whether this process writes and reports; true without torchrun."""
    return int(os.environ.get("RANK", "0")) == 0


@contextlib.contextmanager
def joined_team(device: torch.device) -> Iterator[tuple[Team, torch.device]]:
    """Join the processes that torchrun started; without it, a team of one. Who has joined already stays in the team.

    Args:
        device: Kind of device to train on.

    Yields:
        The team, and this process's own device.
    """
    if team_size() == 1:
        yield Team(), device
        return
    if device.type == "cuda":
        device = torch.device("cuda", int(os.environ.get("LOCAL_RANK", "0")))
        torch.cuda.set_device(device)
    if distributed.is_initialized():
        yield Team(distributed.get_rank(), distributed.get_world_size()), device
        return
    distributed.init_process_group("nccl" if device.type == "cuda" else "gloo")
    try:
        yield Team(distributed.get_rank(), distributed.get_world_size()), device
    finally:
        distributed.destroy_process_group()


def sum_gradients(optimiser: torch.optim.Optimizer) -> None:
    """Sum the gradients of an optimiser's parameters over the team."""
    parameters = [parameter for group in optimiser.param_groups for parameter in group["params"]]
    gradients = [
        parameter.grad if parameter.grad is not None else torch.zeros_like(parameter) for parameter in parameters
    ]
    # In one exchange: a hundred small ones would wait for each other.
    flat = torch.cat([gradient.reshape(-1) for gradient in gradients])
    distributed.all_reduce(flat)
    start = 0
    for parameter, gradient in zip(parameters, gradients, strict=True):
        parameter.grad = gradient.copy_(flat[start : start + gradient.numel()].view(gradient.shape))
        start += gradient.numel()


class _SumOverTeam(torch.autograd.Function):  # type: ignore[misc] # torch is not typed here
    """The sum of every process's tensor; its gradient is the sum of every process's gradient."""

    @staticmethod
    def forward(_: Any, values: Any) -> Any:
        total = values.clone()
        distributed.all_reduce(total)
        return total

    @staticmethod
    def backward(_: Any, gradient: Any) -> Any:
        total = gradient.clone()
        distributed.all_reduce(total)
        return total


class TeamBatchNorm(torch.nn.BatchNorm2d):  # type: ignore[misc] # torch is not typed here
    """Batch normalisation over the whole team's batch, on any device. Evaluates like any other."""

    def forward(self, images: Any) -> Any:
        """Normalise (n, channels, rows, columns)."""
        if not self.training:
            return super().forward(images)
        values = images.float()
        count = torch.tensor([values.numel() / values.shape[1]], device=values.device)
        # Sums and count in one exchange. In float64: a variance from sums of squares loses digits.
        doubles = values.double()
        sums = torch.cat([doubles.sum((0, 2, 3)), (doubles * doubles).sum((0, 2, 3)), count.double()])
        sums = _SumOverTeam.apply(sums)
        channels = values.shape[1]
        total = sums[-1].detach()
        mean = sums[:channels] / total
        variance = sums[channels:-1] / total - mean * mean
        self._remember(mean.detach(), variance.detach(), float(total))
        scale = (variance + self.eps).rsqrt().float() * self.weight
        shift = self.bias - mean.float() * scale
        return (values * scale.view(1, -1, 1, 1) + shift.view(1, -1, 1, 1)).to(images.dtype)

    def _remember(self, mean: Any, variance: Any, count: float) -> None:
        with torch.no_grad():
            self.num_batches_tracked.add_(1)
            unbiased = variance * (count / max(count - 1.0, 1.0))
            self.running_mean.lerp_(mean.float(), self.momentum)
            self.running_var.lerp_(unbiased.float(), self.momentum)


def share_batch_norm(network: Any, team: Team, device: torch.device) -> Any:
    """Make the batch normalisations of a network that learn see the team's whole batch; the tensors stay.

    Args:
        network: From `build_network`, on its device.
        team: Who trains.
        device: On CUDA torch's own is used.

    Returns:
        The network.
    """
    if team.is_alone:
        return network
    if device.type == "cuda":
        return torch.nn.SyncBatchNorm.convert_sync_batchnorm(network)
    for name, part in list(network.named_modules()):
        if type(part) is torch.nn.BatchNorm2d:
            parent, _, own = name.rpartition(".")
            setattr(network.get_submodule(parent), own, _team_batch_norm(part))
    return network


def _team_batch_norm(part: Any) -> TeamBatchNorm:
    shared = TeamBatchNorm(part.num_features, eps=part.eps, momentum=part.momentum)
    # The very same parameters: an optimiser may hold them already.
    shared.weight, shared.bias = part.weight, part.bias
    shared.running_mean, shared.running_var = part.running_mean, part.running_var
    shared.num_batches_tracked = part.num_batches_tracked
    shared.train(part.training)
    return shared
