"""Findings about the images of a data set: copies, patients, sources, and pictures that are odd."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from core.language import mark
from core.phrases import Phrase, phrase
from core.training import finding_sentences as said
from core.training.dataset import LabelledDataset
from core.training.findings import Finding, FindingKind, Severity, one_by_one, sentences
from core.training.groups import patient_key
from core.training.image_cache import TrainingImages
from core.training.pixel_file import Pixels

SMALLEST_SIDE = 160
"""Pixels of the shorter side; below it, fine opacities are gone before the network sees them."""

_LONGEST_ASPECT = 2.0
_LEAST_GREY_RANGE = 16
"""Between the 1st and the 99th percentile of 256 grey levels: less is no picture of anything."""

Groups = Sequence[Sequence[int]]


def copy_findings(dataset: LabelledDataset, exact: Groups, duplicates: Groups) -> Iterator[Finding]:
    """Copies within and across classes.

    Args:
        dataset: The images.
        exact: Groups of images that are equal byte for byte, or pixel for pixel.
        duplicates: All groups of copies, these among them.
    """
    across = [group for group in duplicates if _is_mixed(dataset, group)]
    within = [group for group in duplicates if not _is_mixed(dataset, group)]
    yield from _copies_across_classes(dataset, exact, across)
    yield from _copies_within_classes(dataset, exact, within)


def _is_mixed(dataset: LabelledDataset, group: Sequence[int]) -> bool:
    return bool(np.unique(dataset.labels[list(group)]).size > 1)


def _copies_across_classes(dataset: LabelledDataset, exact: Groups, across: Groups) -> Iterator[Finding]:
    same = [group for group in exact if _is_mixed(dataset, group)]
    contradicting = {number for group in same for number in group}
    altered = [group for group in across if not contradicting.intersection(group)]
    if same:
        yield _about_groups(
            FindingKind.IN_TWO_CLASSES,
            sentences(phrase(said.IN_TWO_CLASSES, count=len(same))),
            sentences(
                mark(
                    "Decide which class is right and remove the other copy; until then the figures can never be"
                    " perfect."
                )
            ),
            dataset,
            same,
        )
    if altered:
        yield _about_groups(
            FindingKind.COPIES_ACROSS_CLASSES,
            sentences(phrase(said.COPIES_ACROSS_CLASSES, count=len(altered))),
            sentences(mark("Look at them, decide which class is right and remove the other copy.")),
            dataset,
            altered,
        )


def _copies_within_classes(dataset: LabelledDataset, exact: Groups, within: Groups) -> Iterator[Finding]:
    equal = {frozenset(group) for group in exact}
    in_exact = {number for group in exact for number in group}
    identical = [group for group in within if frozenset(group) in equal]
    altered = [group for group in within if frozenset(group) not in equal]
    if identical:
        spare = sum(len(group) - 1 for group in identical)
        yield _about_groups(
            FindingKind.EXACT_COPIES,
            sentences(phrase(said.EXACT_COPIES, count=len(identical), spare=spare)),
            sentences(mark("Keep one of each and remove the others."), said.KEPT_TOGETHER),
            dataset,
            identical,
        )
    if altered:
        spare = sum(len(group) - 1 for group in altered)
        some_equal = (said.SOME_EXACT,) if any(in_exact.intersection(group) for group in altered) else ()
        yield _about_groups(
            FindingKind.NEAR_COPIES,
            sentences(phrase(said.NEAR_COPIES, count=len(altered), spare=spare), *some_equal),
            sentences(mark("Look at them and keep one of each."), said.KEPT_TOGETHER),
            dataset,
            altered,
        )


def patient_findings(dataset: LabelledDataset) -> Iterator[Finding]:
    """Patients in several classes, unknown patients, and sources that give the class away."""
    members: dict[tuple[str, str], list[int]] = {}
    unknown = 0
    for number, image in enumerate(dataset.images):
        patient = patient_key(image)
        if patient is None:
            unknown += 1
        else:
            members.setdefault(patient, []).append(number)
    several = [group for group in members.values() if np.unique(dataset.labels[group]).size > 1]
    if several:
        yield _about_groups(
            FindingKind.PATIENT_IN_CLASSES,
            sentences(phrase(said.PATIENTS_IN_CLASSES, count=len(several))),
            sentences(
                mark(
                    "That is right where a disease came or went, else a label is wrong. They are kept together in one"
                    " fold."
                )
            ),
            dataset,
            several,
        )
    if unknown:
        total = len(dataset.images)
        found = (
            phrase(said.PATIENT_UNKNOWN_EVERYWHERE)
            if unknown == total
            else phrase(said.PATIENT_UNKNOWN, number=unknown, total=total)
        )
        yield Finding(
            FindingKind.PATIENT_UNKNOWN,
            Severity.WARNING,
            sentences(found),
            sentences(mark("Use DICOM files, or a CSV index with a column patient_id.")),
        )
    yield from _source_finding(dataset)


def _source_finding(dataset: LabelledDataset) -> Iterator[Finding]:
    classes_of: dict[str, set[str]] = {}
    for image in dataset.images:
        if image.source is not None:
            classes_of.setdefault(image.source, set()).add(image.label)
    is_telling = len(classes_of) > 1 and all(len(classes) == 1 for classes in classes_of.values())
    if is_telling and all(image.source is not None for image in dataset.images):
        yield Finding(
            FindingKind.SOURCE_TELLS_CLASS,
            Severity.WARNING,
            sentences(phrase(said.SOURCE_TELLS_CLASS, number=len(classes_of))),
            sentences(
                mark(
                    "Add images of every class from every source, and test the model on a source that it has never"
                    " seen."
                )
            ),
        )


def picture_findings(images: TrainingImages) -> Iterator[Finding]:
    """Small, long, empty and coloured pictures."""
    paths = [image.path for image in images.dataset.images]
    facts = list(zip(paths, images.facts, strict=False))
    small = [path for path, fact in facts if min(fact.rows, fact.columns) < SMALLEST_SIDE]
    long = [
        path for path, fact in facts if max(fact.rows, fact.columns) > _LONGEST_ASPECT * min(fact.rows, fact.columns)
    ]
    ranges = map(_grey_range, images.pixels)
    empty = [path for path, grey_range in zip(paths, ranges, strict=True) if grey_range < _LEAST_GREY_RANGE]
    colour = [path for path, fact in facts if fact.has_colour]
    yield from _about_files(
        FindingKind.SMALL,
        phrase(said.SMALL, count=len(small), pixels=SMALLEST_SIDE),
        mark("Export them again at their full size."),
        small,
    )
    yield from _about_files(
        FindingKind.ODD_SHAPE,
        phrase(said.ODD_SHAPE, count=len(long), times=f"{_LONGEST_ASPECT:g}"),
        mark("Look at them, and cut or remove them."),
        long,
    )
    yield from _about_files(
        FindingKind.EMPTY_PICTURE,
        phrase(said.EMPTY_PICTURE, count=len(empty)),
        mark("Remove them, or export them again with their window."),
        empty,
    )
    yield from _about_files(
        FindingKind.COLOUR,
        phrase(said.COLOUR, count=len(colour)),
        mark("Look at them; marks and arrows give the answer away."),
        colour,
    )


def _grey_range(picture: Pixels) -> int:
    """Grey levels between the 1st and 99th percentile."""
    counts = np.cumsum(np.bincount(picture.ravel(), minlength=256))
    low, high = np.searchsorted(counts, [0.01 * counts[-1], 0.99 * counts[-1]])
    return int(high - low)


def _about_files(kind: FindingKind, found: Phrase, remedy: str, paths: list[Path]) -> Iterator[Finding]:
    """A warning about files, if there are any."""
    if paths:
        yield Finding(kind, Severity.WARNING, sentences(found), sentences(remedy), one_by_one(paths))


def _about_groups(
    kind: FindingKind,
    found: tuple[Phrase, ...],
    advice: tuple[Phrase, ...],
    dataset: LabelledDataset,
    groups: Groups,
) -> Finding:
    files = tuple(tuple(dataset.images[number].path for number in group) for group in groups)
    return Finding(kind, Severity.WARNING, found, advice, files)
