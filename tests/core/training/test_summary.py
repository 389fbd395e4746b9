"""From out-of-fold predictions to a summary."""

import math
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np
import pytest

from core.training.dataset import LabelledImage
from core.training.results import OutOfFoldPrediction
from core.training.roc import auc_of
from core.training.summary import at_threshold, decided_classes, scores_of, summarise_folds


def predictions_of(
    count: int = 60, classes: tuple[str, ...] = ("sick", "well"), seed: int = 0
) -> tuple[OutOfFoldPrediction, ...]:
    generator = np.random.default_rng(seed)
    labels = generator.integers(0, len(classes), count)
    logits = generator.normal(0, 1, (count, len(classes)))
    logits[np.arange(count), labels] += 1.5
    return tuple(
        OutOfFoldPrediction(
            LabelledImage(
                Path(f"/data/{number}.png"),
                classes[labels[number]],
                source=("north", "south", None)[number % 3],
                split="train" if number % 2 else None,
            ),
            number % 5,
            tuple(logits[number].tolist()),
            number,
        )
        for number in range(count)
    )


def test_everything_is_about_the_same_images() -> None:
    predictions = predictions_of()
    summary = summarise_folds(predictions, ("sick", "well"), "sick")
    assert summary.predictions == predictions
    assert summary.pooled.count == summary.confusion.sum() == 60
    assert summary.confusion.tolist() == [
        [summary.pooled.true_positive, summary.pooled.false_negative],
        [summary.pooled.false_positive, summary.pooled.true_negative],
    ]
    labels, scores, groups = scores_of(summary)
    assert summary.pooled.auc.value == summary.roc[0].auc == auc_of(labels, scores)
    assert groups.tolist() == list(range(60))
    assert summary.calibration.counts.sum() == summary.calibration_after.counts.sum() == 60


@pytest.mark.parametrize("classes", [("sick", "well"), ("sick", "well", "other")])
@pytest.mark.parametrize("threshold", [0.0, 0.31, 1.0])
def test_another_threshold_gives_the_same_as_beginning_anew(classes: tuple[str, ...], threshold: float) -> None:
    predictions = predictions_of(classes=classes)

    changed = at_threshold(summarise_folds(predictions, classes, "sick", seed=5), threshold, seed=5)

    anew = summarise_folds(predictions, classes, "sick", threshold, seed=5)
    np.testing.assert_equal(asdict(changed), asdict(anew))


def test_parts_are_folds_then_sources_then_splits() -> None:
    summary = summarise_folds(predictions_of(), ("sick", "well"), "sick")
    assert [(part.kind, part.name, part.figures.count) for part in summary.parts] == [
        *(("fold", str(number), 12) for number in range(1, 6)),
        ("source", "north", 20),
        ("source", "south", 20),
        ("split", "train", 30),
    ]
    assert [curve.name for curve in summary.roc] == ["pooled", *(f"fold {number}" for number in range(1, 6))]
    true_positives = sum(part.figures.true_positive for part in summary.parts if part.kind == "fold")
    assert true_positives == summary.pooled.true_positive


def test_the_order_of_the_classes_changes_nothing_about_the_positive_one() -> None:
    predictions = predictions_of()
    turned = [replace(each, logits=each.logits[::-1]) for each in predictions]
    one, other = (
        summarise_folds(predictions, ("sick", "well"), "sick"),
        summarise_folds(turned, ("well", "sick"), "sick"),
    )
    assert one.pooled == other.pooled
    assert one.temperature == pytest.approx(other.temperature)
    assert np.array_equal(one.confusion, other.confusion[::-1, ::-1])


def test_the_threshold_moves_decisions() -> None:
    strict = summarise_folds(predictions_of(), ("sick", "well"), "sick", threshold=0.9)
    lax = summarise_folds(predictions_of(), ("sick", "well"), "sick", threshold=0.1)
    assert strict.pooled.true_positive < lax.pooled.true_positive
    assert strict.confusion[0, 0] == strict.pooled.true_positive
    assert strict.pooled.auc == lax.pooled.auc


@pytest.mark.parametrize("count", [3, 10])
def test_with_more_classes_the_positive_one_stands_against_the_rest(count: int) -> None:
    classes = tuple(f"class {number}" for number in range(count))
    predictions = predictions_of(200, classes)
    summary = summarise_folds(predictions, classes, "class 1")
    assert summary.confusion.shape == (count, count)
    logits = np.array([each.logits for each in predictions])
    labels = np.array([classes.index(each.image.label) for each in predictions])
    assert np.trace(summary.confusion) == (logits.argmax(axis=1) == labels).sum()
    assert summary.pooled.true_positive + summary.pooled.false_negative == (labels == 1).sum()
    assert summary.pooled.auc.value > 0.6


def test_a_fold_without_a_positive_image_is_undefined_and_harms_nobody() -> None:
    predictions = tuple(replace(each, fold=0 if each.image.label == "sick" else each.fold) for each in predictions_of())
    summary = summarise_folds(predictions, ("sick", "well"), "sick")
    fold = summary.parts[2].figures
    assert math.isnan(fold.auc.value)
    assert math.isnan(fold.sensitivity.value)
    assert math.isfinite(fold.specificity.value)
    assert summary.roc[3].true_positive_rate.size == 0
    assert math.isfinite(summary.pooled.auc.value)


def test_one_image_has_a_summary() -> None:
    summary = summarise_folds(predictions_of(1), ("sick", "well"), "sick")
    assert summary.pooled.count == 1
    assert math.isnan(summary.pooled.auc.value)


def test_the_same_predictions_give_the_same_summary() -> None:
    predictions = tuple(replace(each, group=each.group // 2) for each in predictions_of())
    one, other = (summarise_folds(predictions, ("sick", "well"), "sick", seed=4) for _ in range(2))
    assert one.pooled == other.pooled
    assert one.parts == other.parts


def test_a_decision_at_exactly_the_threshold_is_positive() -> None:
    assert decided_classes([[0.0, 0.0]], 0, 0.5).tolist() == [0]
    assert decided_classes([[0.0, 0.0]], 1, 0.5).tolist() == [1]


@pytest.mark.parametrize("logits", [(math.nan, 0.0), (0.0, math.inf)])
def test_logits_that_are_no_numbers_are_refused(logits: tuple[float, float]) -> None:
    broken = replace(predictions_of(3)[1], logits=logits)
    with pytest.raises(ValueError, match="fold 1 is not finite"):
        summarise_folds((broken,), ("sick", "well"), "sick")


def test_nothing_cannot_be_summarised() -> None:
    with pytest.raises(ValueError, match="no predictions"):
        summarise_folds((), ("sick", "well"), "sick")
