"""The shortcut audit of a data set, before anything is trained on it.

A network learns whatever tells the classes apart. Each probe here tries to tell them from something that has nothing
to do with the disease: what lies around the lungs, the corners, the edges, the greys, the noise, the file. Where that
works, a network can do it too.
"""

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from core.errors import InvalidDatasetError
from core.jobs import JobContext, Progress
from core.language import mark, tr
from core.training.audit_features import NamedColumns, joined, word_columns
from core.training.audit_probes import ProbeFeatures, measure_probes
from core.training.audit_ranking import LEAST_GROUPS, PERMUTATIONS, Contrast
from core.training.audit_report import (
    AuditReport,
    HiddenExample,
    Probe,
    ProbeResult,
    Scope,
    SourceResult,
    read_audit,
    write_audit,
)
from core.training.audit_verdict import strength_of, verdict_of, worst_first
from core.training.check import DatasetCheck
from core.training.intervals import UNDEFINED, holm
from core.training.reading import default_positive_class

__all__ = ["MOST_IMAGES", "AuditReport", "audit_dataset", "read_audit", "write_audit"]

MOST_IMAGES = 2000
"""Images looked at; larger sets are sampled. An area of 0.7 from 2,000 images is known to within about 0.025."""

_EXAMPLES = 4
_SOURCES_TRIED = 6
_SOURCE_PERMUTATIONS = 199
_MOST_TELLING = 3
_LEAST_TELLING = 0.6
_SOURCE_PROBES = (Probe.LUNGS_HIDDEN, Probe.CORNERS, Probe.EDGES, Probe.NOISE)

Bools = npt.NDArray[np.bool_]
Integers = npt.NDArray[np.int64]


def audit_dataset(
    check: DatasetCheck,
    context: JobContext[Any] | None = None,
    seed: int = 0,
    positive_class: str | None = None,
    cache_folder: Path | None = None,
) -> AuditReport:
    """Look for shortcuts: what tells the label without the disease.

    With more than two classes the positive class is told from all others together, because decisions are about it.

    Args:
        check: The images, checked.
        context: Told `Progress`; may ask to stop.
        seed: Of the sample, folds and permutations.
        positive_class: The class to be told from the others, None for the one whose name says that something is there.
        cache_folder: Where the lungs of the pictures are kept for the next time, None for nowhere.

    Raises:
        InvalidDatasetError: The check found something that forbids training; there is nothing to audit.
        InvalidModelPackageError: The lung network is damaged.
        JobCancelledError: The context asked to stop.
    """
    job = context if context is not None else JobContext[Any]()
    dataset = check.dataset
    if not check.can_train:
        raise InvalidDatasetError(dataset.root, mark("the check found something that must be mended first"))
    positive = positive_class if positive_class is not None else default_positive_class(dataset.classes)
    is_positive = dataset.labels == dataset.classes.index(positive)
    sample = draw_sample(is_positive, check.groups, MOST_IMAGES, seed)
    probes = measure_probes(check, sample, cache_folder, job)
    asked = _Question.of(check, sample, is_positive, seed)
    results = _answer(asked, probes, job)
    sources = _sources(check, asked, probes, seed, job)
    return AuditReport(
        verdict=verdict_of(results, sources),
        positive_class=positive,
        images=len(dataset.images),
        images_looked_at=sample.size,
        images_without_lungs=int((~probes.boxes.has_lungs).sum()),
        results=worst_first(results),
        sources=sources,
        permutations=PERMUTATIONS,
        seed=seed,
        examples=_examples(sample, asked.is_positive, probes, seed),
    )


def _examples(sample: Integers, is_positive: Bools, probes: ProbeFeatures, seed: int) -> tuple[HiddenExample, ...]:
    generator = np.random.default_rng([seed, 2])
    found = []
    for side in (True, False):
        members = np.flatnonzero(is_positive == side)
        for number in np.sort(generator.choice(members, min(_EXAMPLES, members.size), replace=False)).tolist():
            box = tuple(np.round(probes.boxes.shares[number], 4).tolist())
            found.append(HiddenExample(int(sample[number]), side, box))
    return tuple(found)


def draw_sample(is_positive: Bools, groups: Integers, most: int, seed: int) -> Integers:
    """Numbers of the images that are looked at, ascending: all where there are not too many.

    Else some are drawn at random, group after group: of either side as many as there are, up to half of what is wanted.

    Args:
        is_positive: bool (images,).
        groups: int64 (images,).
        most: Images wanted at most.
        seed: Of the draw.
    """
    if is_positive.size <= most:
        return np.arange(is_positive.size)
    order = np.random.default_rng(seed).permutation(np.unique(groups))
    rank = np.argsort(np.argsort(order))[np.searchsorted(np.unique(groups), groups)]
    wanted_positive = max(most // 2, most - int((~is_positive).sum()))
    chosen = np.zeros(is_positive.size, dtype=np.bool_)
    for side, wanted in ((is_positive, wanted_positive), (~is_positive, max(most // 2, most - int(is_positive.sum())))):
        members = np.flatnonzero(side)
        chosen[members[np.argsort(rank[members], kind="stable")][:wanted]] = True
    return np.flatnonzero(chosen)


@dataclass(frozen=True, eq=False)
class _Question:
    """What is asked of each probe."""

    is_positive: Bools
    groups: Integers
    sources: tuple[str | None, ...]
    contrasts: Mapping[Scope, Contrast]

    @classmethod
    def of(cls, check: DatasetCheck, sample: Integers, is_positive: Bools, seed: int) -> "_Question":
        labels, groups = is_positive[sample], check.groups[sample]
        sources = tuple(check.dataset.images[number].source for number in sample.tolist())
        contrasts = {Scope.ALL: Contrast(labels, groups, seed=seed)}
        strata = source_strata(labels, groups, sources)
        if len(set(sources)) > 1 and (strata >= 0).any():
            contrasts[Scope.WITHIN_SOURCES] = Contrast(labels, groups, strata, seed)
        return cls(labels, groups, sources, contrasts)


def source_strata(labels: Bools, groups: Integers, sources: tuple[str | None, ...]) -> Integers:
    """Number of each image's source, -1 where the source does not hold enough of both classes to be looked at alone.

    Args:
        labels: bool (images,).
        groups: int64 (images,).
        sources: Of each image, None where unknown.
    """
    listed = np.array([source if source is not None else "" for source in sources], dtype=object)
    strata = np.full(labels.size, -1, dtype=np.int64)
    for number, source in enumerate(sorted(set(listed.tolist()) - {""})):
        members = listed == source
        if all(np.unique(groups[members & side]).size >= LEAST_GROUPS for side in (labels, ~labels)):
            strata[members] = number
    return strata


def _answer(asked: _Question, probes: ProbeFeatures, job: JobContext[Any]) -> tuple[ProbeResult, ...]:
    """Every probe over all images, and within the sources that hold both classes."""
    found = list(_rankings(asked, probes, job))
    corrected = holm([ranking.p_value for *_, ranking, _ in found])
    return tuple(
        ProbeResult(probe, scope, ranking.auc, ranking.p_value, p, strength_of(probe, ranking.auc, p), telling)
        for (probe, scope, ranking, telling), p in zip(found, corrected, strict=True)
    )


def _rankings(asked: _Question, probes: ProbeFeatures, job: JobContext[Any]) -> Iterator[tuple[Any, ...]]:
    contents: dict[Probe, NamedColumns] = dict(probes.columns)
    if len(set(asked.sources)) > 1:
        contents[Probe.SOURCE] = {"source": word_columns(asked.sources)}
    total = len(contents) * len(asked.contrasts)
    done = 0
    for scope, contrast in asked.contrasts.items():
        for probe, columns in contents.items():
            job.raise_if_cancelled()
            job.report(Progress(done, total, tr("comparing")))
            done += 1
            features = joined(columns, len(asked.sources))
            is_pointless = probe is Probe.SOURCE and scope is Scope.WITHIN_SOURCES
            if features.shape[1] and contrast.can_rank and not is_pointless:
                yield probe, scope, contrast.rank(features), _telling(contrast, columns)
    job.report(Progress(total, total, tr("comparing")))


def _telling(contrast: Contrast, columns: NamedColumns) -> tuple[str, ...]:
    """Which parts of a probe tell the label by themselves, the best first; nothing where it has only one."""
    if len(columns) < 2:
        return ()
    areas = {name: contrast.area(values) for name, values in columns.items()}
    best = sorted((name for name in areas if areas[name] >= _LEAST_TELLING), key=lambda name: -areas[name])
    return tuple(best[:_MOST_TELLING])


def _sources(
    check: DatasetCheck, asked: _Question, probes: ProbeFeatures, seed: int, job: JobContext[Any]
) -> tuple[SourceResult, ...]:
    """What each source holds, and whether it can be told from the others by what is not the lungs."""
    images = check.dataset.images
    cells = Counter((image.source or "", image.label) for image in images)
    names = sorted(
        {source for source, _ in cells}, key=lambda name: -sum(cells[name, label] for label in check.dataset.classes)
    )
    features = np.column_stack([joined(probes.columns.get(probe, {}), len(asked.sources)) for probe in _SOURCE_PROBES])
    found = []
    for position, name in enumerate(names):
        job.raise_if_cancelled()
        counts = {label: cells[name, label] for label in check.dataset.classes}
        auc, p_value = UNDEFINED, math.nan
        is_this = np.array([(source or "") == name for source in asked.sources])
        if len(names) > 1 and position < _SOURCES_TRIED and _is_enough(is_this, asked.groups):
            ranking = Contrast(is_this, asked.groups, seed=seed, permutations=_SOURCE_PERMUTATIONS).rank(features)
            auc, p_value = ranking.auc, ranking.p_value
        found.append(SourceResult(name, counts, auc, p_value))
    return tuple(found)


def _is_enough(is_this: Bools, groups: Integers) -> bool:
    return all(np.unique(groups[side]).size >= LEAST_GROUPS for side in (is_this, ~is_this))
