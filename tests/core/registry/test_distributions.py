"""The drift watch's statistics: right on what is known, quiet where nothing changed, loud where something did."""

import math
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.registry.distributions import compare, exact_p, kolmogorov_p, mixed, share_of_positives

NUMBERS = st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=60)


def test_kolmogorov_p_is_the_limit_distributions() -> None:
    # Critical values of the limit distribution, 5% and 1%: Smirnov 1948, Ann Math Stat 19:279.
    for scaled, p in ((1.3581, 0.05), (1.6276, 0.01), (1.2238, 0.1)):
        worth = 1e8
        assert kolmogorov_p(scaled / math.sqrt(worth), worth) == pytest.approx(p, abs=2e-4)
    assert kolmogorov_p(0.0, 50) == 1.0


def test_fishers_test_on_the_lady_tasting_tea() -> None:
    # Fisher 1935: 3 of 4 cups right; two-sided p = 34/70.
    assert exact_p((3, 4), (1, 4)) == pytest.approx(34 / 70)
    assert exact_p((0, 10), (0, 20)) == 1.0


@given(positive=NUMBERS, negative=NUMBERS, share=st.floats(0, 1))
def test_weights_give_the_share_that_was_asked_for(positive: list[float], negative: list[float], share: float) -> None:
    sample = mixed(positive, negative, share)
    assert sample.weights.sum() == pytest.approx(1)
    assert 1 - 1e-9 <= sample.worth <= len(positive) + len(negative) + 1e-9
    assert np.all(np.diff(sample.values) >= 0)


@given(then=NUMBERS, now=NUMBERS)
def test_comparisons_stay_within_their_scales(then: list[float], now: list[float]) -> None:
    found = compare(mixed([], then, 0.0), now)
    assert 0 <= found.statistic <= 1 + 1e-12
    assert 0 <= found.p <= 1
    assert found.index >= 0
    assert found.then.sum() == pytest.approx(1)
    assert found.now.sum() == pytest.approx(1)


@given(values=NUMBERS)
def test_the_same_numbers_are_no_change(values: list[float]) -> None:
    found = compare(mixed(values, [], 1.0), values)
    assert found.statistic == pytest.approx(0, abs=1e-12)
    assert (found.index, found.p) == (0, 1)


def draw(generator: np.random.Generator, positives: int, negatives: int) -> tuple[list[float], list[float]]:
    return generator.beta(4, 2, positives).tolist(), generator.beta(2, 6, negatives).tolist()


@pytest.mark.parametrize("share", [0.02, 0.2, 0.7])
def test_the_share_of_the_finding_is_told_from_scores(share: float) -> None:
    generator = np.random.default_rng(3)
    positive, negative = draw(generator, 400, 400)
    later = [score for part in draw(generator, round(2000 * share), round(2000 * (1 - share))) for score in part]
    assert share_of_positives(positive, negative, later) == pytest.approx(share, abs=0.05)


def false_alarms(rounds: int, share: float, shift: float) -> float:
    """How often a quantity counts as different, at an error rate of 5%."""
    generator = np.random.default_rng(11)
    found: list[bool] = []
    for _ in range(rounds):
        scores = draw(generator, 60, 60)
        ill = int(generator.binomial(200, share))
        later: Sequence[float] = [score for part in draw(generator, ill, 200 - ill) for score in part]
        estimated = share_of_positives(*scores, later)
        then = generator.normal(2, 1, 60).tolist(), generator.normal(0, 1, 60).tolist()
        now = np.concatenate([generator.normal(2, 1, ill), generator.normal(0, 1, 200 - ill)]) + shift
        found.append(compare(mixed(*then, estimated), now.tolist()).p < 0.05)
    return float(np.mean(found))


@pytest.mark.parametrize("share", [0.05, 0.5])
def test_less_disease_than_at_commissioning_is_no_drift(share: float) -> None:
    # 300 rounds: 5% gives at most 27 by chance in 999 of 1,000 such runs.
    assert false_alarms(300, share, 0.0) <= 27 / 300


def test_another_scanner_is_drift() -> None:
    assert false_alarms(60, 0.05, 1.0) >= 0.95
