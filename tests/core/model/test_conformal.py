"""Prediction sets keep their promise on data that is like the calibration images, whatever the network is worth."""

from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st
from safetensors.numpy import save_file

from core.errors import InvalidModelPackageError
from core.model.conformal import (
    ERROR_LEVELS,
    CalibrationScores,
    calibration_scores,
    conformal_tensors,
    read_conformal,
)

Scores = npt.NDArray[np.float64]

probabilities = st.floats(0, 1)
score_lists = st.lists(probabilities, min_size=1, max_size=30)


def scores_of(positive: list[float], negative: list[float]) -> CalibrationScores:
    return calibration_scores([*positive, *negative], [True] * len(positive) + [False] * len(negative))


def sigmoid(logits: Scores) -> Scores:
    return np.asarray(1 / (1 + np.exp(-logits)))


def drawn(random: np.random.Generator, count: int, separation: float, spread: float) -> tuple[Scores, Scores]:
    """Scores of both classes: normal logits, so sure where `spread` is large that most round to 0 or 1."""
    positive = sigmoid(spread * random.normal(separation / 2, 1, count))
    return positive, sigmoid(spread * random.normal(-separation / 2, 1, count))


@pytest.mark.parametrize("error_level", ERROR_LEVELS)
@pytest.mark.parametrize(
    ("separation", "spread"),
    [(2.0, 1.0), (0.0, 1.0), (3.0, 12.0), (-1.0, 1.0)],
    ids=["fair network", "useless network", "sure network", "network that is wrong"],
)
def test_true_answers_are_kept_as_promised_in_either_class(
    separation: float, spread: float, error_level: float
) -> None:
    """Averaged over calibration sets, the share of lost true answers is the error level or a little less.

    Of 400 sets with one new scan each every loss is an independent draw, so the count is binomial.
    """
    random = np.random.default_rng(round(1000 * error_level) + round(10 * spread))
    sets, size = 400, 99
    lost = np.zeros(2)
    for _ in range(sets):
        positive, negative = drawn(random, size, separation, spread)
        new_positive, new_negative = drawn(random, 1, separation, spread)
        scores = calibration_scores(np.concatenate([positive, negative]), np.arange(2 * size) < size)
        lost += [
            not scores.predict(float(new_positive[0]), error_level).allows_positive,
            not scores.predict(float(new_negative[0]), error_level).allows_negative,
        ]

    deviation = np.sqrt(sets * error_level * (1 - error_level))
    assert (lost <= sets * error_level + 3 * deviation).all()
    if spread == 1.0:
        # With 99 images and no equal scores every one of these levels is kept exactly.
        assert (lost >= sets * error_level - 3 * deviation).all()


def test_the_classes_promises_do_not_depend_on_each_others_numbers() -> None:
    """A class that is rare keeps its own promise: this is what "class-conditional" is for."""
    random = np.random.default_rng(5)
    lost = 0
    for _ in range(400):
        positive, _ = drawn(random, 39, 1.0, 1.0)
        _, negative = drawn(random, 2000, 1.0, 1.0)
        new, _ = drawn(random, 1, 1.0, 1.0)
        scores = calibration_scores(np.concatenate([positive, negative]), np.arange(2039) < 39)
        lost += not scores.predict(float(new[0]), 0.05).allows_positive

    assert abs(lost - 20) <= 3 * np.sqrt(400 * 0.05 * 0.95)


def test_probabilities_that_only_differ_beyond_single_precision_are_alike() -> None:
    """A sure network's scores are all but 1; what the file rounds must not make the next one the strangest of all."""
    exact = 1 - 1e-10 * np.arange(1, 41)
    scores = scores_of(exact.tolist(), [0.1, 0.2])

    assert scores.predict(1 - 5e-9, 0.05).allows_positive
    assert scores.predict(1 - 5e-9, 0.05).positive_p == 1.0


@given(score_lists, score_lists, probabilities, st.sampled_from(ERROR_LEVELS))
def test_p_values_are_probabilities_that_no_scan_can_bring_to_zero(
    positive: list[float], negative: list[float], probability: float, error_level: float
) -> None:
    scores = scores_of(positive, negative)

    found = scores.predict(probability, error_level)

    assert 1 / (len(positive) + 1) <= found.positive_p <= 1
    assert 1 / (len(negative) + 1) <= found.negative_p <= 1
    assert found.allows_positive == (found.positive_p > error_level)
    assert found.allows_negative == (found.negative_p > error_level)


@given(score_lists, score_lists, st.tuples(probabilities, probabilities))
def test_more_probability_never_speaks_against_the_positive_answer(
    positive: list[float], negative: list[float], pair: tuple[float, float]
) -> None:
    scores = scores_of(positive, negative)

    low, high = (scores.predict(probability, 0.05) for probability in sorted(pair))

    assert low.positive_p <= high.positive_p
    assert low.negative_p >= high.negative_p


@given(st.lists(probabilities, min_size=2, max_size=12), st.lists(probabilities, min_size=2, max_size=12))
def test_what_is_expected_is_what_each_image_gets_from_all_others(positive: list[float], negative: list[float]) -> None:
    level = 0.3

    threshold = 0.5
    expected = scores_of(positive, negative).expected(level, threshold)

    sets = [
        scores_of(positive[:number] + positive[number + 1 :], negative).predict(positive[number], level)
        for number in range(len(positive))
    ]
    leans = [np.float32(probability) >= threshold for probability in positive]
    stands = [
        found.allows_positive != found.allows_negative and found.allows_positive == lean
        for found, lean in zip(sets, leans, strict=True)
    ]
    undetermined = 1 - np.mean(stands)
    wrong = np.mean([stood and not lean for stood, lean in zip(stands, leans, strict=True)])
    assert expected.undetermined_of_positive == pytest.approx(float(undetermined))
    assert expected.wrong_of_positive == pytest.approx(float(wrong))


@given(score_lists, score_lists)
def test_scores_come_back_from_the_file_as_they_were(
    tmp_path_factory: pytest.TempPathFactory, positive: list[float], negative: list[float]
) -> None:
    path = tmp_path_factory.getbasetemp() / "conformal.safetensors"
    scores = scores_of(positive, negative)

    save_file(conformal_tensors(scores), path)
    found = read_conformal(path)

    np.testing.assert_array_equal(found.positive, scores.positive)
    np.testing.assert_array_equal(found.negative, scores.negative)


@pytest.mark.parametrize(
    ("values", "is_positive"),
    [
        ([0.1, 0.2], [True, True]),
        ([0.1, 0.2], [False, False]),
        ([0.1, 1.5], [True, False]),
        ([0.1, float("nan")], [True, False]),
        ([0.1, 0.2, 0.3], [True, False]),
    ],
    ids=["no others", "none positive", "above 1", "not a number", "of other length"],
)
def test_what_cannot_be_ranked_is_refused(values: list[float], is_positive: list[bool]) -> None:
    with pytest.raises(ValueError, match="scores"):
        calibration_scores(values, is_positive)


@pytest.mark.parametrize(
    "tensors",
    [
        {"positive": np.array([0.5], np.float32)},
        {"positive": np.array([0.5], np.float32), "negative": np.array([], np.float32)},
        {"positive": np.array([0.5], np.float32), "negative": np.array([2.0], np.float32)},
        {"positive": np.array([[0.5]], np.float32), "negative": np.array([0.5], np.float32)},
    ],
    ids=["one class", "empty", "not a probability", "misshapen"],
)
def test_a_file_with_something_else_is_refused(tmp_path: Path, tensors: dict[str, npt.NDArray[np.float32]]) -> None:
    save_file(tensors, tmp_path / "conformal.safetensors")

    with pytest.raises(InvalidModelPackageError):
        read_conformal(tmp_path / "conformal.safetensors")


def test_a_file_that_is_gone_or_no_safetensors_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidModelPackageError):
        read_conformal(tmp_path / "conformal.safetensors")
    (tmp_path / "conformal.safetensors").write_bytes(b"no such format")
    with pytest.raises(InvalidModelPackageError):
        read_conformal(tmp_path / "conformal.safetensors")
