"""Numbers in words."""

import math

import pytest

from core.report.words import (
    decimal,
    decimal_interval,
    duration,
    moment,
    percent,
    percent_interval,
    shortened,
    threshold_words,
)
from core.training.results import Estimate


@pytest.mark.parametrize(
    ("value", "words"),
    [(0.993, "99.3%"), (1.0, "100.0%"), (0.9999, ">99.9%"), (0.0, "0.0%"), (0.0001, "<0.1%"), (math.nan, "\u2013")],
)
def test_percent_never_rounds_to_all_or_none(value: float, words: str) -> None:
    assert percent(value) == words


def test_intervals() -> None:
    assert percent_interval(Estimate(0.99, 0.984, 0.998)) == "98.4 to 99.8%"
    assert decimal_interval(Estimate(0.99, 0.984, 0.998)) == "0.984 to 0.998"
    assert percent_interval(Estimate(math.nan, math.nan, math.nan)) == "\u2013"
    assert decimal(math.inf) == "\u2013"


@pytest.mark.parametrize(
    ("value", "words"),
    [(0.5, "0.50"), (0.4653, "0.465"), (0.00004, "0.000040"), (4e-8, "4.00e-08"), (0.99996, "0.999960"), (1.0, "1.00")],
)
def test_threshold_is_never_shown_as_its_limit(value: float, words: str) -> None:
    assert threshold_words(value) == words


@pytest.mark.parametrize(
    ("seconds", "words"), [(12, "12 s"), (150, "2 min 30 s"), (7260, "2 h 1 min"), (math.nan, "\u2013")]
)
def test_duration(seconds: float, words: str) -> None:
    assert duration(seconds) == words


def test_moment() -> None:
    assert moment("2026-11-23T10:00:00+00:00") == "2026-11-23 10:00 UTC"
    assert moment("2026-11-23T10:00:00+01:30") == "2026-11-23 10:00 UTC+01:30"
    assert moment("2026-11-23T10:00:00-05:00") == "2026-11-23 10:00 UTC-05:00"
    assert moment("2026-11-23T10:00:00") == "2026-11-23 10:00"
    assert moment("yesterday") == "yesterday"


def test_shortened_says_where_the_rest_is() -> None:
    assert shortened("a few words", 11) == "a few words"
    assert shortened("a few words", 10) == "a few \u2026 The whole answer is in the JSON file."
