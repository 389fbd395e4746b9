"""Two models on the same images."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.training.comparison import compare_models, mcnemar_p_values
from core.training.intervals import BoolArray, FloatArray


def two_models(count: int, seed: int, edge: float = 0.0) -> tuple[FloatArray, FloatArray, BoolArray]:
    generator = np.random.default_rng(seed)
    labels = generator.random(count) < 0.4
    shared = generator.normal(labels, 0.8)
    a, b = shared + edge * labels + generator.normal(0, 0.5, count), shared + generator.normal(0, 0.5, count)
    return a, b, labels


def discordant(only_a: int, only_b: int, both: int = 5) -> tuple[BoolArray, BoolArray]:
    right_a = np.array([True] * only_a + [False] * only_b + [True] * both)
    right_b = np.array([False] * only_a + [True] * only_b + [True] * both)
    return right_a, right_b


def test_mcnemar_gives_the_published_example() -> None:
    # Fagerland, Lydersen, Laake 2013, BMC Med Res Methodol 13:91: 1 against 7 discordant pairs.
    exact, mid = mcnemar_p_values(*discordant(1, 7, 13), np.arange(21))
    assert exact == pytest.approx(0.0703, abs=5e-5)
    assert mid == pytest.approx(0.0391, abs=5e-5)


def test_mcnemar_agrees_with_scipys_binomial_test() -> None:
    stats = pytest.importorskip("scipy.stats")
    for only_a, only_b in ((0, 1), (5, 5), (3, 12), (40, 61), (0, 0)):
        exact, mid = mcnemar_p_values(*discordant(only_a, only_b), np.arange(only_a + only_b + 5))
        expected = stats.binomtest(only_a, only_a + only_b).pvalue if only_a + only_b else 1.0
        assert exact == pytest.approx(expected)
        assert mid <= exact


def test_mcnemar_of_groups_counts_groups() -> None:
    right_a, right_b = (np.repeat(right, 3) for right in discordant(1, 7))
    grouped = mcnemar_p_values(right_a, right_b, np.arange(right_a.size) // 3)
    assert grouped == pytest.approx(mcnemar_p_values(*discordant(1, 7), np.arange(13)))
    assert grouped[0] > mcnemar_p_values(right_a, right_b, np.arange(right_a.size))[0]


def test_mcnemar_of_groups_is_the_sign_flip_distribution() -> None:
    # Surpluses 2, 1 and -1: 2 of 8 signs reach |2 + 1 + 1|, 4 reach just |2|, 2 reach 0.
    right_a = np.array([True, True, True, False])
    right_b = np.array([False, False, False, True])
    exact, mid = mcnemar_p_values(right_a, right_b, np.array([0, 0, 1, 2]))
    assert exact == pytest.approx(6 / 8)
    assert mid == pytest.approx(2 / 8 + 4 / 8 / 2)


@given(st.lists(st.tuples(st.booleans(), st.booleans(), st.integers(0, 5)), min_size=1, max_size=40))
def test_p_values_are_probabilities_that_do_not_know_which_model_is_first(
    images: list[tuple[bool, bool, int]],
) -> None:
    right_a, right_b, groups = (np.array(column) for column in zip(*images, strict=True))
    exact, mid = mcnemar_p_values(right_a, right_b, groups)
    assert 0 <= mid <= exact <= 1
    assert mcnemar_p_values(right_b, right_a, groups) == pytest.approx((exact, mid))


def test_delong_is_that_of_its_definition() -> None:
    a, b, labels = two_models(90, 3)
    a, b = np.round(a, 1), np.round(b, 1)

    def components(scores: FloatArray) -> tuple[FloatArray, FloatArray]:
        positive, negative = scores[labels][:, None], scores[~labels][None, :]
        wins = (positive > negative) + (positive == negative) / 2
        return wins.mean(axis=1), wins.mean(axis=0)

    (above_a, below_a), (above_b, below_b) = components(a), components(b)
    covariance = np.cov(above_a, above_b) / above_a.size + np.cov(below_a, below_b) / below_a.size
    error = math.sqrt(covariance[0, 0] + covariance[1, 1] - 2 * covariance[0, 1])
    compared = compare_models(a, b, labels, 0.5, 0.5)
    difference = above_a.mean() - above_b.mean()
    assert compared.difference.value == pytest.approx(difference)
    assert compared.difference.high - compared.difference.low == pytest.approx(2 * 1.959964 * error, rel=1e-6)
    assert compared.delong_p == pytest.approx(math.erfc(abs(difference) / error / math.sqrt(2)))


def test_copies_of_every_image_prove_nothing_more() -> None:
    a, b, labels = two_models(150, 4, edge=0.3)
    single = compare_models(a, b, labels, 0.5, 0.5)
    copied = compare_models(*(np.repeat(each, 4) for each in (a, b, labels)), 0.5, 0.5, np.arange(600) // 4)
    assert copied.groups == single.images == 150
    assert copied.delong_p == pytest.approx(single.delong_p, rel=1e-6)
    assert copied.mcnemar_p == pytest.approx(single.mcnemar_p)


def test_tests_of_equal_models_are_right_about_as_often_as_they_say() -> None:
    compared = [compare_models(*two_models(80, seed), 0.5, 0.5) for seed in range(300)]
    assert 0.02 < np.mean([each.delong_p < 0.05 for each in compared]) < 0.09
    assert np.mean([each.mcnemar_p < 0.05 for each in compared]) < 0.08


def test_a_better_model_is_found_out() -> None:
    compared = compare_models(*two_models(600, 1, edge=1.0), 0.8, 0.5)
    assert compared.difference.low > 0
    assert compared.delong_p < 0.001
    assert compared.only_a_right > compared.only_b_right
    assert compared.mcnemar_p < 0.001
    total = compared.both_right + compared.only_a_right + compared.only_b_right + compared.both_wrong
    assert total == compared.images == 600


def test_the_same_ranking_differs_in_nothing() -> None:
    a, _, labels = two_models(50, 2)
    compared = compare_models(a, 3 * a + 1, labels, 0.5, 2.5)
    assert compared.difference.value == 0
    assert compared.delong_p == compared.mcnemar_p == compared.mcnemar_exact_p == 1


def test_one_class_has_no_areas_to_compare() -> None:
    compared = compare_models([0.2, 0.7], [0.6, 0.7], [1, 1], 0.5, 0.5)
    assert math.isnan(compared.delong_p)
    assert math.isnan(compared.difference.value)
    assert compared.only_b_right == 1


@pytest.mark.parametrize(("a", "labels"), [([0.1], [1, 0]), ([], []), ([math.nan, 0.2], [1, 0])])
def test_nonsense_is_refused(a: list[float], labels: list[int]) -> None:
    with pytest.raises(ValueError, match="must be"):
        compare_models(a, [0.5] * len(labels), labels, 0.5, 0.5)
