"""Ranking by numbers, and whether it is chance."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.training.audit_ranking import Contrast, column_midranks
from core.training.roc import auc_of

Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


def numbers(images: int, columns: int, seed: int = 0) -> Floats:
    return np.random.default_rng(seed).standard_normal((images, columns))


def half(images: int) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    return np.arange(images) < images // 2


def test_one_telling_number_among_hundreds_is_found() -> None:
    labels = half(120)
    features = numbers(120, 300)
    features[:, 17] += 4.0 * labels
    found = Contrast(labels, np.arange(120), permutations=199).rank(features)
    assert found.auc.low > 0.8
    assert found.p_value == pytest.approx(1 / 200)


def test_many_weak_numbers_are_found_together() -> None:
    labels = half(200)
    features = numbers(200, 40) + 0.5 * labels[:, None]
    assert Contrast(labels, np.arange(200), permutations=199).rank(features).auc.value > 0.85


def test_random_labels_are_found_as_often_as_chance_has_it() -> None:
    features, groups = numbers(80, 60, seed=3), np.arange(80) // 2
    p_values = []
    for seed in range(60):
        order = np.random.default_rng(seed).permutation(40)
        labels = np.isin(groups, order[:20])
        p_values.append(Contrast(labels, groups, seed=seed, permutations=99).rank(features).p_value)
    # 60 independent tests at 10%: 6 expected, more than 13 in 3 of 1,000 runs.
    assert sum(p <= 0.1 for p in p_values) <= 13
    assert np.mean(p_values) == pytest.approx(0.5, abs=0.15)


def test_what_is_equal_for_all_tells_nothing_whatever_the_order() -> None:
    found = Contrast(half(40), np.arange(40), permutations=49).rank(np.ones((40, 3)))
    assert found.auc.value == 0.5
    assert found.p_value == 1.0


def test_images_of_a_patient_are_not_learnt_from_and_ranked() -> None:
    # Each patient has numbers of its own: a fold that divided patients would know the labels.
    patients = np.repeat(np.arange(20), 6)
    labels = np.isin(patients, np.arange(10))
    features = np.repeat(numbers(20, 30, seed=5), 6, axis=0)
    found = Contrast(labels, patients, permutations=199).rank(features)
    assert found.p_value > 0.05


def test_copies_in_both_classes_keep_their_labels() -> None:
    labels, groups = half(40), np.arange(40) % 20
    assert Contrast(labels, groups, permutations=19).rank(numbers(40, 3)).p_value == 1.0


def test_within_the_sources_nothing_is_left_of_what_only_the_source_tells() -> None:
    generator = np.random.default_rng(1)
    sources = np.repeat([0, 1], 100)
    labels = generator.random(200) < np.where(sources == 0, 0.85, 0.15)
    features = numbers(200, 10) + 3.0 * sources[:, None]
    groups = np.arange(200)
    assert Contrast(labels, groups, permutations=199).rank(features).auc.low > 0.7
    within = Contrast(labels, groups, sources, permutations=199).rank(features)
    assert within.auc.low < 0.5 < within.auc.high
    assert within.p_value > 0.05


def test_sources_left_out_do_not_matter() -> None:
    labels = np.tile([True, False], 60)
    strata = np.where(np.arange(120) < 60, 0, -1)
    features = numbers(120, 5) + 3.0 * (labels & (strata < 0))[:, None]
    assert Contrast(labels, np.arange(120), strata, permutations=99).rank(features).auc.value < 0.75


def test_too_few_groups_cannot_be_ranked() -> None:
    labels = np.array([True, False, False, False])
    assert not Contrast(labels, np.arange(4)).can_rank
    assert Contrast(half(4), np.arange(4)).can_rank


def test_same_seed_same_answer_and_area_is_that_of_the_ranking() -> None:
    labels = half(60)
    features = numbers(60, 8) + labels[:, None]
    first, second = (Contrast(labels, np.arange(60), seed=4, permutations=29) for _ in range(2))
    assert first.rank(features) == second.rank(features)
    assert first.area(features) == pytest.approx(first.rank(features).auc.value)


@given(st.lists(st.integers(0, 5), min_size=1, max_size=30))
def test_midranks_share_ties(values: list[int]) -> None:
    column = np.array(values, dtype=np.float64)
    ranks = column_midranks(np.column_stack([column, -column]))
    expected = [(column < value).sum() + ((column == value).sum() + 1) / 2 for value in column]
    assert ranks[:, 0].tolist() == expected
    assert (ranks.sum(axis=1) == column.size + 1).all()


def test_area_agrees_with_the_roc_curve() -> None:
    labels = half(50)
    scores = numbers(50, 1)[:, 0]
    ranks = column_midranks(scores[:, None])
    positives = labels.sum()
    area = (ranks[labels].sum() - positives * (positives + 1) / 2) / (positives * (50 - positives))
    assert area == pytest.approx(auc_of(labels, scores))
