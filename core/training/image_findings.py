"""Findings about the images of a data set: copies, patients, sources, and pictures that are odd."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from core.training.dataset import LabelledDataset
from core.training.findings import Finding, FindingKind, Severity, counted, one_by_one
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
            f"{counted(len(same), 'image lies', 'images lie')} in two classes, exactly the same: one of the labels must"
            " be wrong.",
            "Decide which class is right and remove the other copy; until then the figures can never be perfect.",
            dataset,
            same,
        )
    if altered:
        yield _about_groups(
            FindingKind.COPIES_ACROSS_CLASSES,
            f"{counted(len(altered), 'image lies', 'images lie')} in two classes as altered copies (resized,"
            " re-encoded, brightened, cropped or mirrored): one of the labels is probably wrong.",
            "Look at them, decide which class is right and remove the other copy.",
            dataset,
            altered,
        )


def _copies_within_classes(dataset: LabelledDataset, exact: Groups, within: Groups) -> Iterator[Finding]:
    equal = {frozenset(group) for group in exact}
    in_exact = {number for group in exact for number in group}
    identical = [group for group in within if frozenset(group) in equal]
    altered = [group for group in within if frozenset(group) not in equal]
    kept_together = "They are kept together in one fold, so the figures stay honest; copies still count several times."
    if identical:
        spare = sum(len(group) - 1 for group in identical)
        yield _about_groups(
            FindingKind.EXACT_COPIES,
            f"{counted(len(identical), 'image is', 'images are')} there several times, exactly the same"
            f" ({spare:,} spare).",
            f"Keep one of each and remove the others. {kept_together}",
            dataset,
            identical,
        )
    if altered:
        spare = sum(len(group) - 1 for group in altered)
        some_equal = any(in_exact.intersection(group) for group in altered)
        yield _about_groups(
            FindingKind.NEAR_COPIES,
            f"{counted(len(altered), 'image is', 'images are')} there several times as altered copies: resized,"
            f" re-encoded, brightened, cropped or mirrored ({spare:,} spare)."
            f"{' Some of them are exactly the same.' if some_equal else ''}",
            f"Look at them and keep one of each. {kept_together}",
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
            f"{counted(len(several), 'patient has', 'patients have')} images in several classes.",
            "That is right where a disease came or went, else a label is wrong. They are kept together in one fold.",
            dataset,
            several,
        )
    if unknown:
        which = "every image" if unknown == len(dataset.images) else f"{unknown:,} of {len(dataset.images):,} images"
        yield Finding(
            FindingKind.PATIENT_UNKNOWN,
            Severity.WARNING,
            f"The patient is unknown for {which}: a patient with several images may be learnt from and tested on,"
            " which makes the figures better than they are.",
            "Use DICOM files, or a CSV index with a column patient_id.",
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
            f"Each of the {len(classes_of)} sources has images of one class only: a network that learns to tell the"
            " sources apart looks excellent here and fails elsewhere.",
            "Add images of every class from every source, and test the model on a source that it has never seen.",
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
        f"{counted(len(small), 'image has', 'images have')} a side of fewer than {SMALLEST_SIDE} pixels: fine detail is"
        " lost.",
        "Export them again at their full size.",
        small,
    )
    yield from _about_files(
        FindingKind.ODD_SHAPE,
        f"{counted(len(long), 'image is', 'images are')} more than {_LONGEST_ASPECT:g} times as long as wide: no usual"
        " chest radiograph is.",
        "Look at them, and cut or remove them.",
        long,
    )
    yield from _about_files(
        FindingKind.EMPTY_PICTURE,
        f"{counted(len(empty), 'image shows', 'images show')} nothing: nearly all of the picture has one grey value.",
        "Remove them, or export them again with their window.",
        empty,
    )
    yield from _about_files(
        FindingKind.COLOUR,
        f"{counted(len(colour), 'image holds', 'images hold')} colours, which radiographs do not: screenshots, heat"
        " maps or drawings, perhaps.",
        "Look at them; marks and arrows give the answer away.",
        colour,
    )


def _grey_range(picture: Pixels) -> int:
    """Grey levels between the 1st and 99th percentile."""
    counts = np.cumsum(np.bincount(picture.ravel(), minlength=256))
    low, high = np.searchsorted(counts, [0.01 * counts[-1], 0.99 * counts[-1]])
    return int(high - low)


def _about_files(kind: FindingKind, sentence: str, remedy: str, paths: list[Path]) -> Iterator[Finding]:
    """A warning about files, if there are any."""
    if paths:
        yield Finding(kind, Severity.WARNING, sentence, remedy, one_by_one(paths))


def _about_groups(kind: FindingKind, sentence: str, remedy: str, dataset: LabelledDataset, groups: Groups) -> Finding:
    files = tuple(tuple(dataset.images[number].path for number in group) for group in groups)
    return Finding(kind, Severity.WARNING, sentence, remedy, files)
