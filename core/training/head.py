"""The last layer alone, trained to convergence on features: multinomial logistic regression. Imports torch.

Features are standardised by the training images' mean and deviation; the weights are held small by an L2 penalty
whose strength is chosen inside the training images, by groups.
"""

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from torch.nn import functional

from core.training.calibration import mean_log_loss
from core.training.folds import split_by_group

Features = npt.NDArray[np.float32]
Indices = npt.NDArray[np.int64]

STRENGTHS = (0.3, 0.1, 0.03, 0.01, 0.003, 0.001)
"""Penalties to choose from, strongest first: half the sum of squared weights, against the mean cross-entropy."""
DEFAULT_STRENGTH = 0.03
"""Where there are too few groups to choose."""
_INNER_FOLDS = 3
ITERATIONS_PER_ROUND = 20
MOST_ROUNDS = 10
_CONVERGED = 1e-5
"""Change of the loss over a round below which the head is done."""
_CLOSE_ENOUGH = 1e-3
"""The same, where only the penalty is to be chosen."""
_LEAST_DEVIATION = 1e-4
"""Features that hardly vary are left as small as they are."""


@contextlib.contextmanager
def one_thread() -> Iterator[None]:
    """Let torch compute on one thread for a while.

    A head is thousands of operations of a millisecond: where other programs want the cores too, threads that wait for
    each other took ten times as long (measured). And the result does not depend on the number of cores.
    """
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(before)


@dataclass(frozen=True, eq=False)
class Head:
    """A linear layer on raw features: the standardisation is folded in.

    Attributes:
        weight: float32 (classes, features).
        bias: float32 (classes,).
        strength: Penalty it was trained with.
    """

    weight: Features
    bias: Features
    strength: float

    def logits(self, features: Features) -> Features:
        """Logits float32 (n, classes) of features (n, features)."""
        return np.asarray(features @ self.weight.T + self.bias, dtype=np.float32)


@dataclass(frozen=True, eq=False)
class Samples:
    """What a head learns from.

    Attributes:
        features: float32 (n, features).
        labels: int64 (n,).
        groups: int64 (n,); samples of one group are never split.
    """

    features: Features
    labels: Indices
    groups: Indices

    def part(self, numbers: Indices) -> "Samples":
        """Some of the samples."""
        return Samples(self.features[numbers], self.labels[numbers], self.groups[numbers])


class HeadTraining:
    """A head in training, round by round.

    Attributes:
        loss: Mean cross-entropy of the training samples after the latest round.
    """

    def __init__(self, samples: Samples, classes: int, strength: float) -> None:
        self.loss = float(np.log(classes))
        self._strength = strength
        self._mean = samples.features.mean(axis=0, dtype=np.float64).astype(np.float32)
        deviation = samples.features.std(axis=0, dtype=np.float64).astype(np.float32)
        self._scale = 1 / np.maximum(deviation, _LEAST_DEVIATION)
        self._features = torch.from_numpy((samples.features - self._mean) * self._scale)
        self._labels = torch.from_numpy(samples.labels)
        self._weight = torch.zeros((classes, samples.features.shape[1]), requires_grad=True)
        self._bias = torch.zeros(classes, requires_grad=True)

    def set_strength(self, strength: float) -> None:
        """Go on with another penalty from where it is: neighbours on the scale of strengths are alike."""
        self._strength = strength

    def rounds(self, converged: float = _CONVERGED, stop: Callable[[], None] = lambda: None) -> Iterator[int]:
        """Train until nothing changes, yielding the number of each finished round from 0.

        Args:
            converged: Change of the loss over a round that counts as none.
            stop: Called within; may raise.
        """
        optimiser = torch.optim.LBFGS(
            [self._weight, self._bias],
            max_iter=ITERATIONS_PER_ROUND,
            tolerance_grad=1e-6,
            tolerance_change=1e-9,
            history_size=10,
            line_search_fn="strong_wolfe",
        )
        penalised = float("inf")
        for number in range(MOST_ROUNDS):
            stop()
            optimiser.step(lambda: self._closure(optimiser))
            with torch.no_grad():
                self.loss = float(self._cross_entropy())
                now = float(self._objective())
            yield number
            if penalised - now < converged:
                return
            penalised = now

    def head(self) -> Head:
        """The head as it is now, on raw features."""
        weight = self._weight.detach().double().numpy() * self._scale
        bias = self._bias.detach().double().numpy() - weight @ self._mean.astype(np.float64)
        return Head(weight.astype(np.float32), bias.astype(np.float32), self._strength)

    def _closure(self, optimiser: torch.optim.Optimizer) -> torch.Tensor:
        optimiser.zero_grad()
        objective = self._objective()
        objective.backward()
        return objective

    def _cross_entropy(self) -> torch.Tensor:
        return functional.cross_entropy(functional.linear(self._features, self._weight, self._bias), self._labels)

    def _objective(self) -> torch.Tensor:
        return self._cross_entropy() + 0.5 * self._strength * self._weight.square().sum()


def choose_strength(samples: Samples, classes: int, seed: int, stop: Callable[[], None] = lambda: None) -> float:
    """Choose the penalty by cross-validation within the training samples.

    Args:
        samples: Training samples; those held out for figures are not among them.
        classes: How many classes.
        seed: Of the inner folds.
        stop: Called between the inner folds; may raise.

    Returns:
        One of `STRENGTHS`, the one with the least cross-entropy; `DEFAULT_STRENGTH` where a class has one group only.
    """
    groups_per_class = [len(np.unique(samples.groups[samples.labels == label])) for label in range(classes)]
    folds = min(_INNER_FOLDS, *groups_per_class)
    if folds < 2:
        return DEFAULT_STRENGTH
    losses = np.zeros(len(STRENGTHS))
    for fold in split_by_group(samples.labels, samples.groups, folds, seed):
        learnt, held_out = samples.part(fold.training), samples.part(fold.validation)
        training = HeadTraining(learnt, classes, STRENGTHS[0])
        for position, strength in enumerate(STRENGTHS):
            training.set_strength(strength)
            for _ in training.rounds(_CLOSE_ENOUGH, stop):
                pass
            logits = training.head().logits(held_out.features)
            losses[position] += mean_log_loss(logits, held_out.labels) * len(held_out.labels)
    return STRENGTHS[int(np.argmin(losses))]
