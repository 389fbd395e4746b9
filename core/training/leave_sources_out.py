"""Every source left out in turn: learnt from all others, and tested on it. Imports torch.

A head on features takes seconds, a whole network hours; so what is left out and learnt again is the last layer. Where
the run trained more than that, its figures stand for another network, and say so.
"""

import numpy as np
import numpy.typing as npt

from core.training.head import Head
from core.training.left_out_sources import (
    LEFT_OUT_NAME,
    RANDOM_START,
    LeftOutSource,
    LeftOutSources,
    learnt_without,
    sources_to_leave_out,
    write_left_out_sources,
)
from core.training.metrics import probabilities_of
from core.training.plan import Depth, StartKind
from core.training.quick import QuickFits
from core.training.results import Estimate
from core.training.roc import auc_estimate
from core.training.session import Session

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
Indices = npt.NDArray[np.int64]


def leave_sources_out(session: Session) -> None:
    """Leave out every source that allows it, and write down what comes out, unless that was done before.

    Args:
        session: The run under way; its folds must be finished.

    Raises:
        JobCancelledError: Asked to stop; nothing is written.
        RunNotWritableError: See `write_durably`.
        HilumError: The start's weights cannot be read.
    """
    run, plan = session.run, session.plan
    if (run.path / LEFT_OUT_NAME).exists():
        return
    is_positive = session.labels == plan.classes.index(plan.positive_class)
    names, reason = sources_to_leave_out(is_positive, run.groups, session.sources)
    if names and plan.start.kind is StartKind.RANDOM:
        names, reason = (), RANDOM_START
    found = _Leaving(session, is_positive).figures(names) if names else ()
    is_last_layer_only = plan.depth is not Depth.QUICK
    write_left_out_sources(run.path, LeftOutSources(found, is_last_layer_only, reason))


class _Leaving:
    """The heads that it takes."""

    def __init__(self, session: Session, is_positive: Bools) -> None:
        self._session = session
        self._is_positive = is_positive
        self._fits = QuickFits(session)

    def figures(self, names: tuple[str, ...]) -> tuple[LeftOutSource, ...]:
        """The figures of each source."""
        sources = np.array(self._session.sources, dtype=object)
        groups = self._session.run.groups
        learnt = self._learnt()
        found = []
        for name in names:
            own = sources == name
            head = self._head(np.flatnonzero(learnt_without(groups, own)))
            scores = self._scores(head, np.flatnonzero(own))
            known = np.flatnonzero(own & np.isfinite(learnt))
            found.append(
                LeftOutSource(
                    name,
                    int(self._is_positive[own].sum()),
                    int((~self._is_positive[own]).sum()),
                    self._auc(np.flatnonzero(own), scores),
                    self._auc(known, learnt[known]),
                )
            )
        return tuple(found)

    def _learnt(self) -> Floats:
        """Out-of-fold scores of the same kind of network, float64 (images,); NaN for images that no fold holds out."""
        session = self._session
        scores = np.full(len(session.labels), np.nan)
        for task in session.tasks:
            if task.fold is None:
                continue
            logits = session.run.read_logits(task.fold) if session.plan.depth is Depth.QUICK else None
            if logits is None:
                scores[task.validation] = self._scores(self._head(task.training), task.validation)
            else:
                scores[task.validation] = self._probability(logits)
        return scores

    def _head(self, numbers: Indices) -> Head:
        return self._fits.fit_aside(self._session.learnt_from(numbers))

    def _scores(self, head: Head, numbers: Indices) -> Floats:
        return self._probability(head.logits(self._fits.features[numbers]))

    def _probability(self, logits: npt.NDArray[np.float32]) -> Floats:
        plan = self._session.plan
        return np.asarray(probabilities_of(logits)[:, plan.classes.index(plan.positive_class)])

    def _auc(self, numbers: Indices, scores: Floats) -> Estimate:
        return auc_estimate(
            self._is_positive[numbers], scores, self._session.run.groups[numbers], self._session.plan.seed
        )
