"""Cross-validation folds that never split a group and keep the classes' shares."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Fold:
    """One fold of a cross-validation.

    Attributes:
        number: Which, from 0.
        training: int64 (k,) ascending numbers of the images learnt from.
        validation: int64 (m,) ascending numbers of the images held out.
    """

    number: int
    training: Numbers
    validation: Numbers


def split_by_group(labels: Numbers, groups: Numbers, folds: int, seed: int) -> tuple[Fold, ...]:
    """Divide images into folds: every image is held out once, no group lies in two folds, classes are balanced.

    Groups are dealt out largest first (those of equal size in random order), each to the fold where it brings the
    counts per class, relative to the class's size, and the number of images closest to equal.

    Args:
        labels: int64 (images,) class of each image.
        groups: int64 (images,) group of each image.
        folds: How many, 2 to the number of groups.
        seed: Of the order.

    Returns:
        The folds, each with at least one held-out image. A class with as many groups as folds is in every fold
        unless larger groups of mixed classes stand against it.

    Raises:
        ValueError: Fewer groups than folds, fewer than two folds, or arrays of different lengths.

    Source: The greedy rule of scikit-learn's StratifiedGroupKFold, with shares counted per class so that a rare
        class weighs as much as a frequent one, and never an empty fold.
    """
    if labels.shape != groups.shape or labels.ndim != 1:
        raise ValueError(f"{labels.shape} labels, {groups.shape} groups")
    names, members = np.unique(groups, return_inverse=True)
    if not 2 <= folds <= names.size:
        raise ValueError(f"{folds} folds of {names.size} groups")
    classes, classes_of_images = np.unique(labels, return_inverse=True)
    counts = np.zeros((names.size, classes.size))
    np.add.at(counts, (members, classes_of_images), 1.0)
    fold_of_group = _deal(counts, folds, np.random.default_rng(seed))
    fold_of_image = fold_of_group[members]
    return tuple(
        Fold(number, np.flatnonzero(fold_of_image != number), np.flatnonzero(fold_of_image == number))
        for number in range(folds)
    )


def _deal(counts: npt.NDArray[np.float64], folds: int, random: np.random.Generator) -> Numbers:
    """Fold of each group, from the images per group and class."""
    # What a group weighs: its share of each class, and of all images.
    weights = np.column_stack([counts / counts.sum(axis=0), counts.sum(axis=1) / counts.sum()])
    order = random.permutation(counts.shape[0])
    order = order[np.argsort(-counts[order].max(axis=1), kind="stable")]
    held = np.zeros((folds, weights.shape[1]))
    fold_of_group = np.full(counts.shape[0], -1, dtype=np.int64)
    for position, group in enumerate(order):
        empty = np.flatnonzero(held[:, -1] == 0.0)
        must_fill = empty.size >= order.size - position
        allowed = empty if must_fill else np.arange(folds)
        # The sum of squares grows least where the group's classes are still rarest.
        growth = (2.0 * held[allowed] * weights[group] + weights[group] ** 2).sum(axis=1)
        chosen = allowed[int(np.argmin(growth))]
        held[chosen] += weights[group]
        fold_of_group[group] = chosen
    return fold_of_group
