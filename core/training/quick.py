"""The quick depth: features computed once, then a head per fold trained to convergence. Imports torch.

A round of the head's optimiser counts as an epoch for the curves. It takes seconds per fold, so of a team's processes
the first does it alone.
"""

import time
from typing import Any

import numpy as np
import numpy.typing as npt
import torch

from core.errors import InvalidRunError
from core.training.control import stand_by
from core.training.durable_files import make_folder, read_json, write_json_durably
from core.training.events import EpochFinished
from core.training.features import cached_features, open_feature_source
from core.training.fit import held_out_figures
from core.training.head import (
    DEFAULT_STRENGTH,
    MOST_ROUNDS,
    Head,
    HeadTraining,
    Indices,
    Samples,
    choose_strength,
    one_thread,
)
from core.training.network import build_network
from core.training.quick_variants import compute_variants
from core.training.session import FitTask, Session
from core.training.time_left import FitSize, Part

Features = npt.NDArray[np.float32]

HEAD_NAME = "head.json"  # untranslated: a file name


class QuickFits:
    """The heads of a run, on its images' features.

    Attributes:
        source: What computes features.
        features: float32 (images, features).
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        session.time_left.fits = [FitSize(len(task.training), 0, 1, session.probed_in(task)) for task in session.tasks]
        plan = session.plan
        self.source = session.feature_source or open_feature_source(
            plan, session.spec, session.device, session.precision
        )
        self.features = cached_features(
            session.run.features_folder,
            self.source,
            session.images.pixels,
            session.images.sha256,
            session.context,
            self._stand_by,
        )
        self._variants = compute_variants(session, self.source, self._stand_by) if plan.against_shortcuts else None

    def fit_fold(self, task: FitTask) -> Head:
        """Train a fold's head.

        Raises:
            JobCancelledError: Asked to stop.
            RunNotWritableError: The head's settings could not be written.
        """
        samples = self._samples(task.training)
        begin = time.monotonic()
        plan = self._session.plan
        with one_thread():
            strength = choose_strength(samples, len(plan.classes), plan.seed, self._stand_by)
            head = self._train(task, samples, strength, begin)
        folder = self._session.run.fold_folder(task.fold)
        make_folder(folder)
        write_json_durably(folder / HEAD_NAME, {"strength": strength})
        return head

    def fit_aside(self, numbers: Indices) -> Head:
        """Train a head that is none of the run's own, and tell nobody.

        Args:
            numbers: int64 (n,), the images to learn from.

        Raises:
            JobCancelledError: Asked to stop.
        """
        samples = self._samples(numbers)
        plan = self._session.plan
        with one_thread():
            strength = choose_strength(samples, len(plan.classes), plan.seed, self._stand_by)
            training = HeadTraining(samples, len(plan.classes), strength)
            for _ in training.rounds(stop=self._stand_by):
                pass
        return training.head()

    def refit(self, task: FitTask) -> Any:
        """Train the final head, as strict as the folds' were; returns the network with it.

        Raises:
            JobCancelledError: Asked to stop.
        """
        plan = self._session.plan
        with one_thread():
            head = self._train(task, self._samples(task.training), self._usual_strength(), time.monotonic())
        network = build_network(plan.classes, plan.start, plan.depth, plan.seed).eval()
        tensors = network.state_dict()
        tensors["fc.weight"].copy_(torch.from_numpy(head.weight))
        tensors["fc.bias"].copy_(torch.from_numpy(head.bias))
        return network

    def _train(self, task: FitTask, samples: Samples, strength: float, begin: float) -> Head:
        session = self._session
        held_out = task.validation
        positive = session.plan.classes.index(session.plan.positive_class)
        training = HeadTraining(samples, len(session.plan.classes), strength)
        since = begin
        for number in training.rounds(stop=self._stand_by):
            logits = training.head().logits(self.features[held_out])
            figures = held_out_figures(logits, session.labels[held_out], positive)
            now = time.monotonic()
            left = session.time_left.seconds_left(task.position, 0)
            left = max(0.0, left - (now - begin)) if left is not None else None
            session.report(
                EpochFinished(
                    task.fold,
                    number,
                    MOST_ROUNDS,
                    training.loss,
                    figures.loss,
                    figures.auc,
                    figures.accuracy,
                    now - since,
                    left,
                )
            )
            since = now
        session.time_left.record(Part.LEARNING, len(task.training), time.monotonic() - begin)
        return training.head()

    def _samples(self, numbers: Indices) -> Samples:
        """What a head learns from: the images, or where training is against shortcuts their composites."""
        if self._variants is not None:
            chosen = self._variants.made_of(numbers, len(self.features))
            numbers = self._variants.partners.samples[chosen]
            return Samples(
                self._variants.features[chosen], self._session.labels[numbers], self._session.run.groups[numbers]
            )
        return Samples(self.features[numbers], self._session.labels[numbers], self._session.run.groups[numbers])

    def _usual_strength(self) -> float:
        """The middle one of the folds' penalties."""
        session = self._session
        paths = [session.run.fold_folder(task.fold) / HEAD_NAME for task in session.tasks if task.fold is not None]
        try:
            strengths = sorted(float(read_json(path)["strength"]) for path in paths)
        except (KeyError, TypeError, ValueError) as error:
            raise InvalidRunError(session.run.path, f"not a head's settings: {error}") from error
        return strengths[len(strengths) // 2] if strengths else DEFAULT_STRENGTH

    def _stand_by(self) -> None:
        stand_by(self._session.control, self._session.context)
