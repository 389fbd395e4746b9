"""A finished run becomes a package that says honestly what it is."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import load_file

from core.errors import InvalidModelPackageError, JobCancelledError
from core.jobs import CancellationToken, JobContext
from core.model.card import DensityScale
from core.model.classifier import softmax
from core.model.conformal import calibration_scores, read_conformal
from core.model.package import bundled_package, load_package
from core.model.precision import Precision
from core.training.card_sentences import limits_of
from core.training.dataset import LabelledDataset, LabelledImage
from core.training.image_cache import TrainingImages
from core.training.out_of_fold import read_out_of_fold
from core.training.packaging import TrainedModel, build_trained_package, card_at, data_sha256, threshold_after
from core.training.plan import Depth, TrainingPlan
from core.training.results import OutOfFoldPrediction
from core.training.summary import at_threshold, summarise_folds

from .disease_examples import AUDIT, DOES_NOT_LOOK

CLASSES = ("Clear", "Opacity")


def trained_model(
    source_of_class: dict[str, str] | None = None, count: int = 12, threshold: float = 0.5
) -> TrainedModel:
    """A run's outcome on a few noisy pictures, with the bundled weights."""
    package = bundled_package()
    rng = np.random.default_rng(0)
    images = tuple(
        LabelledImage(
            Path(f"/pictures/{number}.png"),
            CLASSES[number % 2],
            patient_id=str(number) if number else None,
            source=source_of_class[CLASSES[number % 2]] if source_of_class else None,
        )
        for number in range(count)
    )
    dataset = LabelledDataset(Path("/pictures"), CLASSES, images)
    pixels = rng.integers(0, 255, (count, 224, 224), dtype=np.uint8)
    predictions = [
        OutOfFoldPrediction(image, number % 3, (0.0, float(rng.normal(2 * (number % 2) - 1, 1.5))), number)
        for number, image in enumerate(images)
    ]
    return TrainedModel(
        run_id="run-1",
        plan=TrainingPlan("ward", CLASSES, "Opacity", folds=3),
        summary=summarise_folds(predictions, CLASSES, "Opacity", threshold=threshold),
        images=TrainingImages(dataset, pixels, tuple(f"{number:064x}" for number in range(count))),
        spec=package.card.input,
        weights=package.weights_path,
        feature_statistics={"mean": np.zeros(2048, np.float32)},
    )


def test_the_package_can_be_loaded_and_tells_where_it_comes_from(tmp_path: Path) -> None:
    model = trained_model()

    package = build_trained_package(tmp_path / "model", model)

    card = load_package(tmp_path / "model").card
    assert card == package.card
    assert (card.name, card.classes, card.positive_class) == ("ward", CLASSES, "Opacity")
    assert card.provenance is not None
    assert card.provenance.run_id == "run-1"
    assert card.provenance.data_sha256 == data_sha256(model.images)
    assert card.calibration_temperature == pytest.approx(model.summary.temperature)
    assert card.training.images == 12
    assert card.training.sources[0].images == {"Clear": 6, "Opacity": 6}
    assert "resnet50_cxr_v1" in card.training.initialisation
    assert "cross-validated in 3 folds" in card.origin
    assert package.feature_statistics_path is not None
    assert load_file(package.feature_statistics_path)["mean"].shape == (2048,)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["model"]


def test_its_figures_are_the_cross_validated_ones_and_say_so(tmp_path: Path) -> None:
    model = trained_model()

    (measured,) = build_trained_package(tmp_path / "model", model).card.measured

    pooled = model.summary.pooled
    assert measured.metrics["auc"] == pytest.approx(pooled.auc.value)
    assert measured.metrics["sensitivity_low"] == pytest.approx(pooled.sensitivity.low)
    assert measured.images == 12
    assert "says nothing about other hospitals" in measured.note


def test_the_limits_count_what_was_missed(tmp_path: Path) -> None:
    model = trained_model()

    limits = build_trained_package(tmp_path / "model", model).card.limits

    pooled = model.summary.pooled
    assert f"found {pooled.true_positive} of 6 Opacity cases" in limits.sentence
    assert f"called {pooled.false_positive} of 6 others" in limits.sentence
    assert limits.sentence.count(". ") == 0
    assert any("For 1 of the 12 training images it is not known whom it shows" in detail for detail in limits.details)
    assert not any("source" in detail for detail in limits.details)


@pytest.mark.parametrize(
    ("known", "words"),
    [
        (0, "For none of the 12 training images is it known whom they show: scans of one patient may have been"),
        (9, "For 3 of the 12 training images it is not known whom they show: scans of one patient may have been"),
        (11, "For 1 of the 12 training images it is not known whom it shows: scans of one patient may have been"),
        (12, ""),
    ],
)
def test_unknown_patients_are_counted_in_english(known: int, words: str) -> None:
    model = trained_model()
    images = tuple(
        replace(image, patient_id=f"{number}" if number < known else None)
        for number, image in enumerate(model.images.dataset.images)
    )

    details = limits_of(model.summary, replace(model.images.dataset, images=images)).details

    found = [detail for detail in details if "whom" in detail]
    assert len(found) == bool(words)
    assert not found or found[0].startswith(words)


def test_a_card_at_another_threshold_has_its_figures_and_limits(tmp_path: Path) -> None:
    model = trained_model(count=40)
    card = build_trained_package(tmp_path / "model", model).card
    chosen = at_threshold(model.summary, 0.2)

    changed = card_at(card, chosen, model.images.dataset)

    built = build_trained_package(tmp_path / "chosen", replace(model, summary=chosen)).card
    assert changed == built
    assert changed.threshold == threshold_after(chosen, card.calibration_temperature) != card.threshold
    assert changed.measured[0].metrics["sensitivity"] == pytest.approx(chosen.pooled.sensitivity.value)
    assert f"found {chosen.pooled.true_positive} of 20" in changed.limits.sentence
    assert "out-of-fold predictions, which flatters the figures" in changed.measured[0].note
    assert "chosen" not in card.measured[0].note


def test_classes_from_different_sources_are_named_as_a_limit(tmp_path: Path) -> None:
    model = trained_model({"Clear": "Clinic A", "Opacity": "Clinic B"})

    card = build_trained_package(tmp_path / "model", model).card

    assert any("No source holds more than one class" in detail for detail in card.limits.details)
    assert {source.name for source in card.training.sources} == {"Clinic A", "Clinic B"}


def test_densities_are_those_of_the_training_images(tmp_path: Path) -> None:
    card = build_trained_package(tmp_path / "model", trained_model()).card

    for scale in DensityScale:
        reference = card.reference_density(scale)
        assert reference is not None
        assert reference.image_counts == {"Clear": 6, "Opacity": 6}


def test_out_of_fold_answers_are_kept_by_hash_and_name_nobody(tmp_path: Path) -> None:
    model = trained_model()

    package = build_trained_package(tmp_path / "model", model)

    answers = read_out_of_fold(package.directory)
    assert answers is not None
    assert {answer.sha256 for answer in answers.answers} == set(model.images.sha256)
    probabilities = answers.probabilities("Opacity", 2.0)
    logits = np.array(model.summary.predictions[3].logits, dtype=np.float32)
    assert probabilities[model.images.sha256[3]] == pytest.approx(softmax(logits, 2.0)[1])
    assert "pictures" not in (package.directory / "out_of_fold.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("threshold", [0.1, 0.5, 0.8])
def test_the_temperature_changes_no_decision_between_two_classes(threshold: float) -> None:
    summary = trained_model(threshold=threshold, count=40).summary
    logits = np.array([prediction.logits for prediction in summary.predictions], dtype=np.float32)

    after = threshold_after(summary, 3.0)

    np.testing.assert_array_equal(softmax(logits)[:, 1] >= threshold, softmax(logits, 3.0)[:, 1] >= after)


def test_weights_that_do_not_fit_half_precision_are_kept_in_single(tmp_path: Path) -> None:
    model = trained_model()
    assert isinstance(model.weights, Path)
    tensors = {name: values.astype(np.float32) for name, values in load_file(model.weights).items()}
    tensors["bn1.running_var"][0] = 1e6

    package = build_trained_package(tmp_path / "model", replace(model, weights=tensors))

    assert package.card.weights.precision is Precision.FLOAT32
    assert package.read_weights()["bn1.running_var"][0] == 1e6


def test_a_package_that_is_there_is_replaced(tmp_path: Path) -> None:
    build_trained_package(tmp_path / "model", trained_model())
    model = trained_model()

    package = build_trained_package(tmp_path / "model", replace(model, plan=replace(model.plan, depth=Depth.FULL)))

    assert "full" in package.card.training.stages[0].name
    assert sorted(path.name for path in tmp_path.iterdir()) == ["model"]


def test_nothing_is_left_behind_where_it_fails_or_is_stopped(tmp_path: Path) -> None:
    model = trained_model()
    with pytest.raises(InvalidModelPackageError, match="is missing"):
        build_trained_package(tmp_path / "model", replace(model, weights={}))
    token = CancellationToken()
    token.cancel()
    with pytest.raises(JobCancelledError):
        build_trained_package(tmp_path / "model", model, JobContext(token=token))

    assert not list(tmp_path.iterdir())


def test_prediction_sets_come_from_out_of_fold_answers_after_temperature(tmp_path: Path) -> None:
    model = trained_model(count=40)

    package = build_trained_package(tmp_path / "model", model)

    conformal = package.card.conformal
    assert conformal is not None
    assert conformal.counts == {"positive": 20, "negative": 20}
    assert "out-of-fold predictions of all 40 images of its own training collection, in 3 folds" in conformal.images
    assert package.conformal_path is not None
    scores = read_conformal(package.conformal_path)
    logits = np.array([prediction.logits for prediction in model.summary.predictions], dtype=np.float32)
    is_positive = [prediction.image.label == "Opacity" for prediction in model.summary.predictions]
    expected = calibration_scores(softmax(logits, package.card.calibration_temperature)[:, 1], is_positive)
    np.testing.assert_array_equal(scores.positive, expected.positive)
    np.testing.assert_array_equal(scores.negative, expected.negative)


def test_a_collection_with_held_out_images_of_one_class_promises_nothing(tmp_path: Path) -> None:
    model = trained_model()
    only = [prediction for prediction in model.summary.predictions if prediction.image.label == "Clear"]

    package = build_trained_package(
        tmp_path / "model", replace(model, summary=summarise_folds(only, CLASSES, "Opacity"))
    )

    assert package.card.conformal is None


def test_the_audit_and_what_the_lungs_hidden_show_are_stamped_on_the_card(tmp_path: Path) -> None:
    model = replace(trained_model(count=40), disease=DOES_NOT_LOOK)
    card = build_trained_package(tmp_path / "model", model).card

    changed = card_at(card, at_threshold(model.summary, 0.2), model.images.dataset, DOES_NOT_LOOK)

    for stamped in (card, changed):
        assert stamped.audit == AUDIT
        assert any("With the lungs hidden it still tells Opacity" in detail for detail in stamped.limits.details)
        assert stamped.conformal == card.conformal is not None
    assert build_trained_package(tmp_path / "plain", trained_model()).card.audit is None


def test_other_sources_tell_how_far_a_scan_may_lie_off(tmp_path: Path) -> None:
    statistics = {"mean": np.zeros(2048, np.float32), "left_out_distances": np.linspace(1, 9, 401, dtype=np.float32)}
    few = {name: values[:100] for name, values in statistics.items()}

    card, without = (
        build_trained_package(tmp_path / name, replace(trained_model(), feature_statistics=given)).card
        for name, given in (("enough", statistics), ("few", few))
    )

    assert card.feature_limits is not None
    assert card.feature_limits.warn_above == pytest.approx(8.92)
    assert card.feature_limits.refuse_above == pytest.approx(1.5 * 8.992)
    assert "401 of the training images" in card.feature_limits.source
    assert without.feature_limits is None
