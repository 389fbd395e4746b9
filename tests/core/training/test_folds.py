import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.training.folds import split_by_group


@st.composite
def labelled_groups(draw: st.DrawFn) -> tuple[np.ndarray, np.ndarray, int]:
    """Images in groups of up to 6, some of mixed classes; and a number of folds that the groups suffice for."""
    sizes = draw(st.lists(st.integers(1, 6), min_size=2, max_size=60))
    groups = np.repeat(np.arange(len(sizes)), sizes)
    classes = draw(st.integers(1, 4))
    labels = draw(st.lists(st.integers(0, classes - 1), min_size=groups.size, max_size=groups.size))
    order = np.random.default_rng(draw(st.integers(0, 99))).permutation(groups.size)
    return np.array(labels)[order], groups[order], draw(st.integers(2, min(8, len(sizes))))


@given(labelled_groups(), st.integers(0, 5))
def test_no_group_is_split_and_every_image_is_held_out_once(
    case: tuple[np.ndarray, np.ndarray, int], seed: int
) -> None:
    labels, groups, count = case
    folds = split_by_group(labels, groups, count, seed)
    assert [fold.number for fold in folds] == list(range(count))
    held_out = np.concatenate([fold.validation for fold in folds])
    assert sorted(held_out) == list(range(labels.size))
    for fold in folds:
        assert fold.validation.size
        assert sorted([*fold.training, *fold.validation]) == list(range(labels.size))
        assert not set(groups[fold.training]) & set(groups[fold.validation])


@given(labelled_groups(), st.integers(0, 5))
def test_the_same_seed_gives_the_same_folds(case: tuple[np.ndarray, np.ndarray, int], seed: int) -> None:
    first, second = (split_by_group(*case, seed) for _ in range(2))
    for one, other in zip(first, second, strict=True):
        assert np.array_equal(one.validation, other.validation)


@given(st.lists(st.integers(5, 80), min_size=2, max_size=5), st.integers(2, 5), st.integers(0, 3))
def test_classes_of_independent_images_are_in_every_fold_alike(sizes: list[int], count: int, seed: int) -> None:
    labels = np.repeat(np.arange(len(sizes)), sizes)
    folds = split_by_group(labels, np.arange(labels.size), count, seed)
    for index, size in enumerate(sizes):
        held_out = [int((labels[fold.validation] == index).sum()) for fold in folds]
        assert min(held_out) >= 1
        assert max(held_out) - min(held_out) <= max(2, 0.1 * size)


def test_another_seed_gives_other_folds() -> None:
    labels, groups = np.arange(100) % 2, np.arange(100)
    assert not np.array_equal(
        split_by_group(labels, groups, 5, 0)[0].validation, split_by_group(labels, groups, 5, 1)[0].validation
    )


def test_fewer_groups_than_folds_are_refused() -> None:
    with pytest.raises(ValueError, match="5 folds of 3 groups"):
        split_by_group(np.array([0, 1, 0, 1]), np.array([0, 1, 2, 2]), 5, 0)
