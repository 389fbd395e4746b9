"""Whether scans, patients or the model changed since the model was commissioned here, or since it first answered."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from core.registry.commissioned import Commissioning
from core.registry.distributions import (
    Comparison,
    WeightedSample,
    compare,
    exact_p,
    mixed,
    share_of_positives,
)
from core.registry.scan_history import ScanHistory
from core.registry.scan_numbers import Quantity, ScansInNumbers
from core.training.intervals import holm

LEAST_NOW = 50
"""Scans from which later ones are held against earlier ones."""
LEAST_THEN = 100
"""First scans that a model which was never commissioned is held against, at least."""
WORTH_A_LOOK = 0.1
"""Population stability index from which a difference matters. Source: Siddiqi 2006, Credit Risk Scorecards."""
CHANGED = 0.25
"""Population stability index from which the scans are others. Source: as above."""
SIGNIFICANT = 0.05
"""Corrected p-value below which a difference is more than chance."""
REFUSED_WORTH_A_LOOK = 0.05
"""Difference of the share of refused scans that matters."""
REFUSED_CHANGED = 0.15
NEW_MAKER = 0.1
"""Share of scans of equipment that was not there before from which that is said."""
FEWEST_OF_MAKER = 5
FEW_COMPARABLE = 60
"""Worth of the earlier numbers below which only large changes can be seen."""

_QUARTILES = (0.25, 0.5, 0.75)


class DriftLevel(StrEnum):
    """What a comparison means. In this order, the gravest last."""

    UNKNOWN = "unknown"
    STEADY = "steady"
    LOOK = "look"
    CHANGED = "changed"


class DriftReference(StrEnum):
    """What later scans are held against."""

    COMMISSIONING = "commissioning"
    FIRST_SCANS = "first_scans"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Quartiles:
    """Where the middle half of some numbers lies.

    Attributes:
        low: Lower quartile.
        median: Median.
        high: Upper quartile.
    """

    low: float
    median: float
    high: float


@dataclass(frozen=True, eq=False)
class QuantityDrift:
    """One quantity, then and now.

    Attributes:
        quantity: Which.
        level: What the comparison means.
        comparison: Of the distributions.
        p: Chance of so large a difference where nothing changed, corrected for the number of comparisons.
        then: Quartiles of the earlier numbers, weighted.
        now: Quartiles of the later ones.
        scans: How many later scans.
    """

    quantity: Quantity
    level: DriftLevel
    comparison: Comparison
    p: float
    then: Quartiles
    now: Quartiles
    scans: int


@dataclass(frozen=True)
class RefusalDrift:
    """How often the gate refuses, then and now.

    Attributes:
        level: What the comparison means.
        then: Share refused, 0..1.
        now: Share refused, 0..1.
        p: Chance of so large a difference where nothing changed, corrected.
    """

    level: DriftLevel
    then: float
    now: float
    p: float


@dataclass(frozen=True, eq=False)
class DriftReport:
    """What the drift watch says.

    Attributes:
        level: The gravest of all.
        reference: What later scans are held against.
        reference_date: When that was, ISO 8601; empty where there is nothing.
        reference_scans: How many scans that is.
        scans: How many later ones.
        since: Time of the earliest of them, ISO 8601; empty where there is none.
        quantities: One per quantity that is known then and now, the gravest first.
        refusals: How often the gate refuses, None where nothing is to be compared.
        new_makers: Equipment that was not there before, to its share of the scans.
        other_model: Time when another model answered last, ISO 8601; empty where that was long ago or never.
        positives_then: Share of the finding among the cases of the commissioning, None without one.
        positives_now: Share of the finding that later scores speak for, None without a commissioning or without scores
            of both classes then and any now.
        few_comparable: Whether there are so few earlier scans to compare with that only large changes can be seen.
    """

    level: DriftLevel
    reference: DriftReference
    reference_date: str = ""
    reference_scans: int = 0
    scans: int = 0
    since: str = ""
    quantities: tuple[QuantityDrift, ...] = ()
    refusals: RefusalDrift | None = None
    new_makers: Mapping[str, float] | None = None
    other_model: str = ""
    positives_then: float | None = None
    positives_now: float | None = None
    few_comparable: bool = False


@dataclass(frozen=True)
class _Reference:
    """Earlier scans in one form, whatever they are."""

    kind: DriftReference
    date: str
    positive: ScansInNumbers
    negative: ScansInNumbers
    refused: int

    @property
    def judged(self) -> int:
        return sum(part.scans - part.refused for part in (self.positive, self.negative))

    def values(self, quantity: Quantity) -> tuple[tuple[float, ...], tuple[float, ...]]:
        return self.positive.values.get(quantity, ()), self.negative.values.get(quantity, ())

    def makers(self) -> set[str]:
        return {maker for part in (self.positive, self.negative) for maker in part.manufacturers if maker}


_NONE = ScansInNumbers({}, 0, 0, {})


def watch_drift(history: ScanHistory, commissioning: Commissioning | None) -> DriftReport:
    """Hold the last scans against those at commissioning; without one against the first scans of the model here.

    Args:
        history: The model's scans here.
        commissioning: Of this very model, None where there is none.
    """
    reference = _reference(history, commissioning)
    now = history.last
    report = DriftReport(
        DriftLevel.UNKNOWN,
        reference.kind,
        reference.date,
        reference.judged + reference.refused,
        now.scans,
        history.since,
        other_model=history.other_model,
    )
    if reference.kind is DriftReference.NOTHING or now.scans < LEAST_NOW:
        return report
    share = _share_now(reference, now)
    samples = {
        quantity: mixed(*reference.values(quantity), share if share is not None else 0.0)
        for quantity in Quantity
        if any(reference.values(quantity)) and len(now.values.get(quantity, ())) >= LEAST_NOW
    }
    quantities, refusals = _compared(samples, now, reference)
    makers = _new_makers(reference, now)
    levels = [drift.level for drift in quantities] + [refusals.level] + [DriftLevel.LOOK] * bool(makers)
    is_commissioned = reference.kind is DriftReference.COMMISSIONING
    return replace(
        report,
        level=max(levels, key=_gravity),
        quantities=quantities,
        refusals=refusals,
        new_makers=makers,
        positives_then=reference.positive.scans / max(1, reference.judged) if is_commissioned else None,
        positives_now=share if is_commissioned else None,
        few_comparable=any(sample.worth < FEW_COMPARABLE for sample in samples.values()),
    )


def _reference(history: ScanHistory, commissioning: Commissioning | None) -> _Reference:
    if commissioning is not None:
        parts = commissioning.reference.positive, commissioning.reference.negative
        refused = commissioning.cases.refused
        return _Reference(DriftReference.COMMISSIONING, commissioning.date, *parts, refused)
    if history.first.scans < LEAST_THEN:
        return _Reference(DriftReference.NOTHING, "", _NONE, _NONE, 0)
    return _Reference(DriftReference.FIRST_SCANS, history.first_date, _NONE, history.first, history.first.refused)


def _share_now(reference: _Reference, now: ScansInNumbers) -> float | None:
    positive, negative = reference.values(Quantity.SCORE)
    scores = now.values.get(Quantity.SCORE, ())
    if not positive or not negative or not scores:
        return None
    return share_of_positives(positive, negative, scores)


def _compared(
    samples: Mapping[Quantity, WeightedSample], now: ScansInNumbers, reference: _Reference
) -> tuple[tuple[QuantityDrift, ...], RefusalDrift]:
    found = {quantity: compare(sample, now.values[quantity]) for quantity, sample in samples.items()}
    then_refused = (reference.refused, reference.judged + reference.refused)
    now_refused = (now.refused, now.scans)
    *p_values, p_refused = holm([*(each.p for each in found.values()), exact_p(then_refused, now_refused)])
    drifts = [
        QuantityDrift(
            quantity,
            _level(comparison.index, p, WORTH_A_LOOK, CHANGED),
            comparison,
            p,
            Quartiles(*(samples[quantity].quantile(share) for share in _QUARTILES)),
            Quartiles(*(float(value) for value in np.quantile(now.values[quantity], _QUARTILES))),
            len(now.values[quantity]),
        )
        for (quantity, comparison), p in zip(found.items(), p_values, strict=True)
    ]
    then, later = (hits / max(1, trials) for hits, trials in (then_refused, now_refused))
    level = _level(abs(later - then), p_refused, REFUSED_WORTH_A_LOOK, REFUSED_CHANGED)
    drifts.sort(key=lambda drift: _gravity(drift.level), reverse=True)
    return tuple(drifts), RefusalDrift(level, then, later, p_refused)


def _level(size: float, p: float, look: float, changed: float) -> DriftLevel:
    """A difference counts where it is both more than chance and large enough to matter."""
    if math.isnan(p) or p >= SIGNIFICANT or size <= look:
        return DriftLevel.STEADY
    return DriftLevel.CHANGED if size > changed else DriftLevel.LOOK


def _new_makers(reference: _Reference, now: ScansInNumbers) -> Mapping[str, float]:
    """Makers of equipment that were not there before; nothing where it was not known then."""
    known = reference.makers()
    return dict(_makers_beyond(known, now)) if known else {}


def _makers_beyond(known: set[str], now: ScansInNumbers) -> Iterator[tuple[str, float]]:
    for maker, scans in sorted(now.manufacturers.items()):
        share = scans / max(1, now.scans)
        if maker and maker not in known and scans >= FEWEST_OF_MAKER and share >= NEW_MAKER:
            yield maker, share


def _gravity(level: DriftLevel) -> int:
    return list(DriftLevel).index(level)
