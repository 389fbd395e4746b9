"""Intervals of shares and of resampled figures."""

import math

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from core.training.intervals import (
    effective_counts,
    holm,
    percentile_estimate,
    resampled_totals,
    resampled_weights,
    share_difference,
    share_estimate,
    wilson_interval,
)


# Newcombe 1998, Stat Med 17:857, table I, method 3.
@pytest.mark.parametrize(
    ("successes", "trials", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_gives_newcombes_published_examples(successes: int, trials: int, low: float, high: float) -> None:
    interval = wilson_interval(successes, trials)
    assert interval.value == successes / trials
    assert (interval.low, interval.high) == pytest.approx((low, high), abs=5e-5)


@given(st.integers(1, 3000), st.floats(0, 1))
@example(7, 1.0)
@example(7, 0.0)
def test_wilson_holds_its_share_and_stays_within_0_and_1(trials: int, share: float) -> None:
    successes = round(share * trials)
    interval = wilson_interval(successes, trials)
    assert 0 <= interval.low <= interval.value <= interval.high <= 1
    assert interval.high > interval.low
    mirrored = wilson_interval(trials - successes, trials)
    assert (1 - mirrored.high, 1 - mirrored.low) == pytest.approx((interval.low, interval.high))


def test_wilson_agrees_with_scipy() -> None:
    stats = pytest.importorskip("scipy.stats")
    for successes, trials in ((0, 1), (3, 7), (199, 200), (1200, 1200), (997, 1000)):
        expected = stats.binomtest(successes, trials).proportion_ci(method="wilson")
        interval = wilson_interval(successes, trials)
        assert (interval.low, interval.high) == pytest.approx((expected.low, expected.high), abs=1e-12)


def test_nothing_counted_is_nothing_known() -> None:
    nothing = np.empty(0, np.int64)
    for estimate in (wilson_interval(0, 0), share_estimate(nothing.astype(bool), nothing)):
        assert math.isnan(estimate.value)
        assert math.isnan(estimate.low)
        assert math.isnan(estimate.high)


def test_single_images_count_in_full() -> None:
    successes = np.array([True, False, True, True])
    assert effective_counts(successes, np.array([4, 9, 2, 7])) == (3, 4)


def test_copies_count_once() -> None:
    successes = np.repeat([True, False, True, True, False, True], 5)
    groups = np.repeat(np.arange(6), 5)
    hits, trials = effective_counts(successes, groups)
    assert hits / trials == pytest.approx(4 / 6)
    # 30 images that say what 6 say; the correction for few groups takes a little more.
    assert 4 < trials <= 6


def test_groups_that_agree_by_chance_only_count_nearly_in_full() -> None:
    generator = np.random.default_rng(3)
    _, trials = effective_counts(generator.random(4000) < 0.7, np.arange(4000) // 2)
    assert 3700 < trials <= 4000


def test_where_every_image_agrees_groups_are_counted() -> None:
    estimate = share_estimate(np.ones(100, bool), np.arange(100) // 2)
    assert estimate.value == 1
    assert estimate.low == wilson_interval(50, 50).low


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 6)), min_size=1, max_size=60))
def test_grouped_shares_are_never_surer_than_single_images(images: list[tuple[bool, int]]) -> None:
    successes, groups = (np.array(column) for column in zip(*images, strict=True))
    grouped, single = share_estimate(successes, groups), share_estimate(successes, np.arange(len(images)))
    assert grouped.value == single.value
    assert grouped.low <= single.low + 1e-12
    assert grouped.high >= single.high - 1e-12
    assert grouped.low <= grouped.value <= grouped.high


def test_resampled_totals_are_those_of_drawing_whole_groups() -> None:
    counts = np.array([[2, 0], [0, 1], [1, 1], [0, 0], [3, 2], [1, 0]])
    totals = resampled_totals(counts, seed=1, resamples=40_000)
    drawn = counts[np.random.default_rng(2).integers(0, len(counts), (40_000, len(counts)))].sum(axis=1)
    assert totals.mean(axis=0) == pytest.approx(drawn.mean(axis=0), rel=0.01)
    assert np.cov(totals.T).ravel() == pytest.approx(np.cov(drawn.T).ravel(), rel=0.05)
    assert np.array_equal(totals, resampled_totals(counts, seed=1, resamples=40_000))


@pytest.mark.parametrize("groups", [17, 3000])
def test_every_resample_draws_as_many_groups_as_there_are(groups: int) -> None:
    weights = np.concatenate(list(resampled_weights(groups, seed=0, resamples=900)))
    assert weights.shape == (900, groups)
    assert (weights.sum(axis=1) == groups).all()
    assert weights.var() == pytest.approx(1, abs=0.1)


def test_percentiles_leave_undefined_resamples_out() -> None:
    estimate = percentile_estimate(0.5, np.array([0.4, 0.6, np.nan]))
    assert (estimate.low, estimate.high) == pytest.approx((0.405, 0.595))
    undefined = percentile_estimate(0.5, np.array([np.nan]))
    assert undefined.value == 0.5
    assert math.isnan(undefined.low)


def test_holm_on_worked_examples() -> None:
    # Worked by hand: 0.01 x 3; 0.02 x 2; 0.04 x 1, raised to the one before.
    assert holm([0.02, 0.01, 0.04]) == pytest.approx((0.04, 0.03, 0.04))
    assert holm([0.01, 0.04, 0.03, 0.005]) == pytest.approx((0.03, 0.06, 0.06, 0.02))
    assert holm([0.6, 0.9]) == (1.0, 1.0)
    assert holm([]) == ()


@given(p_values=st.lists(st.floats(0, 1), min_size=1, max_size=12))
def test_correcting_never_makes_anything_more_certain(p_values: list[float]) -> None:
    corrected = holm(p_values)
    assert all(before <= after <= 1 for before, after in zip(p_values, corrected, strict=True))
    assert max(corrected) >= max(p_values)


# Newcombe 1998, Stat Med 17:873, table II, method 10.
@pytest.mark.parametrize(
    ("first", "second", "low", "high"),
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((6, 7), (2, 7), 0.0582, 0.8062),
        ((5, 56), (0, 29), -0.0381, 0.1926),
        ((0, 10), (0, 20), -0.1611, 0.2775),
        ((10, 10), (0, 20), 0.6791, 1.0),
    ],
)
def test_the_difference_of_shares_is_newcombes(
    first: tuple[int, int], second: tuple[int, int], low: float, high: float
) -> None:
    found = share_difference(wilson_interval(*first), wilson_interval(*second))
    assert (found.low, found.high) == pytest.approx((low, high), abs=6e-5)
