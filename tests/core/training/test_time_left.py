"""The time left, from what the parts of a run took."""

import pytest

from core.training.time_left import FitSize, Part, TimeLeft

FITS = [FitSize(80, 20, 10), FitSize(80, 20, 10), FitSize(100, 0, 10)]
PRICES = {Part.LEARNING: 0.1, Part.LOOKING: 0.03, Part.SAVING: 0.5, Part.STARTING: 2.0}


def seconds_of(fit: FitSize, epochs: int) -> float:
    return epochs * (fit.training_images * 0.1 + fit.validation_images * 0.03 + 0.5)


def test_nothing_is_said_before_anything_was_measured() -> None:
    assert TimeLeft(FITS).seconds_left(0, 0) is None


def test_after_the_first_epoch_everything_that_is_left_is_counted() -> None:
    time_left = TimeLeft(FITS)
    for part, count in ((Part.STARTING, 1), (Part.LEARNING, 80), (Part.LOOKING, 20), (Part.SAVING, 1)):
        time_left.record(part, count, PRICES[part] * count)

    expected = seconds_of(FITS[0], 9) + 2.0 + seconds_of(FITS[1], 10) + 2.0 + seconds_of(FITS[2], 10)
    assert time_left.seconds_left(0, 1) == pytest.approx(expected)
    assert time_left.seconds_left(0, 1, images_done=40) == pytest.approx(expected - 4.0)
    assert time_left.seconds_left(2, 10) == 0.0
    assert time_left.seconds_left(3, 0) == 0.0


def test_within_the_first_epoch_its_own_pace_counts() -> None:
    left = TimeLeft(FITS[:1]).seconds_left(0, 0, images_done=8, price_now=0.3)

    assert left == pytest.approx(800 * 0.3 + 200 * 0.1 - 8 * 0.3)


def test_a_machine_that_slows_down_is_followed() -> None:
    time_left = TimeLeft(FITS[2:])
    time_left.record(Part.LEARNING, 100, 10.0)
    for _ in range(5):
        time_left.record(Part.LEARNING, 100, 20.0)

    left = time_left.seconds_left(0, 6)
    assert left == pytest.approx(80.0, rel=0.2)


def test_no_images_change_no_price() -> None:
    time_left = TimeLeft(FITS)
    time_left.record(Part.LOOKING, 0, 1.0)

    assert time_left.prices == {}
