"""What the probes of a shortcut audit amount to."""

from collections.abc import Sequence

import numpy as np

from core.model.card import ShortcutVerdict
from core.training.audit_report import Probe, ProbeResult, Scope, SourceResult, Strength
from core.training.results import Estimate

ERROR_RATE = 0.05
"""Chance that an audit finds anything where there is nothing, over all its probes together (Holm)."""
SUSPECTED_FROM = 0.70
"""Area from which a probe that cannot see the lungs is a shortcut worth following. With a thousand images an area of
0.55 is no chance either, but patients who are ill also lie where others stand, and are older: within one hospital's
collection (ChestX-ray8, pneumonia against no finding) that alone gave 0.73 to 0.76 here. Hosmer & Lemeshow 2000,
Applied Logistic Regression, section 5.2.4 call 0.7 the least discrimination that is of use."""
SUSPECTED_FROM_SEEING = 0.80
"""The same of probes that see the lungs: a disease of the lungs changes greys and sharpness, and so earns some area."""
INSEPARABLE_ABOVE = 0.95
"""Lower end of the interval above which a probe that cannot see the lungs knows the label as well as a diagnosis
would. No figure from such images says anything about the disease."""

_LEAST_IN_SOURCE = 5
_MOSTLY = 0.9


def strength_of(probe: Probe, auc: Estimate, corrected_p: float) -> Strength:
    """How much a probe gives away.

    Args:
        probe: What was looked at.
        auc: How well it tells the label.
        corrected_p: Its p-value, corrected for the number of probes.
    """
    if not corrected_p < ERROR_RATE:
        return Strength.NOTHING
    if not probe.may_see_disease and auc.low > INSEPARABLE_ABOVE:
        return Strength.INSEPARABLE
    bound = SUSPECTED_FROM_SEEING if probe.may_see_disease else SUSPECTED_FROM
    return Strength.SUSPECTED if auc.value >= bound else Strength.TRACE


def source_tells_label(sources: Sequence[SourceResult]) -> bool:
    """Whether each source holds one class only, so that label and source are the same.

    Args:
        sources: All of them. Single images of many sources say nothing either way.
    """
    named = [source for source in sources if source.name]
    large = [source for source in named if sum(source.counts.values()) >= _LEAST_IN_SOURCE]
    held = sum(sum(source.counts.values()) for source in large)
    images = sum(sum(source.counts.values()) for source in sources)
    classes = {name for source in large for name, count in source.counts.items() if count}
    return len(classes) > 1 and held >= _MOSTLY * images and all(source.holds_one_class for source in large)


def verdict_of(results: Sequence[ProbeResult], sources: Sequence[SourceResult]) -> ShortcutVerdict:
    """The outcome of an audit.

    Args:
        results: Every probe.
        sources: Every source.
    """
    found = {result.strength for result in results if result.counts}
    if source_tells_label(sources) or Strength.INSEPARABLE in found:
        return ShortcutVerdict.INSEPARABLE
    return ShortcutVerdict.SUSPECTED if found else ShortcutVerdict.NONE_FOUND


def worst_first(results: Sequence[ProbeResult]) -> tuple[ProbeResult, ...]:
    """Results in the order in which they should be read: what a network can use, then what it cannot see."""
    strengths = list(Strength)

    def badness(result: ProbeResult) -> tuple[bool, int, float, bool]:
        area = result.auc.value if np.isfinite(result.auc.value) else 0.0
        is_within = result.scope is Scope.WITHIN_SOURCES
        return not result.probe.is_seen_by_network, strengths.index(result.strength), -area, is_within

    return tuple(sorted(results, key=badness))
