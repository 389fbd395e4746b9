"""Whether a model looks at the disease: the figures, what is said about them, and where they come from."""

from dataclasses import replace
from pathlib import Path
from typing import ClassVar

import numpy as np
import pytest

from core.model.card import ShortcutVerdict
from core.training.card_sentences import limits_of
from core.training.dataset import LabelledDataset, LabelledImage
from core.training.disease_figures import NO_FIGURES, DiseaseFigures, lungs_probes, mean_estimate
from core.training.disease_wording import (
    disease_statements,
    hidden_lungs_sentence,
    left_out_words,
    lungs_alone_sentence,
)
from core.training.dossier import build_dossier
from core.training.dossier_json import dossier_json, read_dossier
from core.training.lungs_probe import FoldProbe, MapShare
from core.training.promises import SHOWN_LEVELS, promises_of
from core.training.results import CrossValidationSummary, OutOfFoldPrediction
from core.training.statements import statements
from core.training.summary import summarise_folds
from core.typed_json import from_plain, to_plain

from .disease_examples import AUDIT, DOES_NOT_LOOK, LOOKS
from .dossier_examples import dossier_of

CLASSES = ("sick", "well")


def summary_of(count: int = 400, folds: int = 5, separation: float = 1.0, seed: int = 0) -> CrossValidationSummary:
    random = np.random.default_rng(seed)
    predictions = []
    for number in range(count):
        label = CLASSES[number % 2]
        logit = float(random.normal(separation if label == "sick" else -separation, 1))
        image = LabelledImage(Path(f"/x/{number}.png"), label, source=("north", "south")[number % 4 // 2])
        predictions.append(OutOfFoldPrediction(image, number // 2 % folds, (logit, -logit), number))
    return summarise_folds(predictions, CLASSES, "sick")


class TestPromises:
    @pytest.mark.parametrize("folds", [5, 1])
    def test_images_of_the_same_kind_keep_the_promise(self, folds: int) -> None:
        found = promises_of(summary_of(1000, folds))

        assert [(promise.error_level, promise.is_positive) for promise in found] == [
            (level, side) for level in SHOWN_LEVELS for side in (True, False)
        ]
        for promise in found:
            assert promise.images == 500
            # The interval is of 95%: of several, one might just miss.
            assert promise.kept.low - 0.01 <= 1 - promise.error_level <= promise.kept.high + 0.01

    def test_a_poor_network_pays_with_undetermined_scans(self) -> None:
        poor, good = (promises_of(summary_of(separation=separation))[0] for separation in (0.2, 2.0))

        assert poor.undetermined.value > 0.6 > 0.2 > good.undetermined.value

    def test_a_fold_unlike_the_others_breaks_the_promise_and_it_shows(self) -> None:
        """Each fold is judged by the others' scores; judged by its own it would look well."""
        summary = summary_of(1000, folds=2)
        shifted = [
            replace(prediction, logits=(prediction.logits[0] - 4, prediction.logits[1] + 4))
            if prediction.fold
            else prediction
            for prediction in summary.predictions
        ]

        found = promises_of(summarise_folds(shifted, CLASSES, "sick"))

        assert min(promise.kept.high for promise in found) < 0.8

    def test_a_class_in_one_fold_alone_promises_nothing(self) -> None:
        predictions = [
            replace(prediction, fold=0 if prediction.image.label == "sick" else 1 + prediction.group % 3)
            for prediction in summary_of(40).predictions
        ]

        assert promises_of(summarise_folds(predictions, CLASSES, "sick")) == ()


class TestLungsProbes:
    summary: ClassVar[CrossValidationSummary] = summary_of(40)
    predictions: ClassVar[dict[int, OutOfFoldPrediction]] = dict(enumerate(summary.predictions))

    def probe(self, numbers: range, separation: float, maps: tuple[MapShare, ...] = ()) -> FoldProbe:
        rows = tuple((separation * (1 if number % 2 == 0 else -1) + 0.01 * number, 0.0) for number in numbers)
        return FoldProbe(tuple(numbers), rows, rows, maps, 2)

    def test_folds_are_put_together(self) -> None:
        maps = tuple(MapShare(number, 0.25 + 0.5 * (number % 2), 0.3) for number in range(8))
        unknown = MapShare(9, float("nan"), 0.3)
        probes = [self.probe(range(20), 5.0, (*maps, unknown)), self.probe(range(20, 40), 5.0)]

        found = lungs_probes(probes, self.predictions, CLASSES, "sick")

        assert found is not None
        assert (found.folds, found.images, found.without_lungs) == (2, 40, 4)
        assert found.hidden.value == found.alone.value == 1.0
        assert found.whole.value == pytest.approx(self.summary.pooled.auc.value)
        assert found.uses_something_else
        sick = [share for share in found.evidence if share.label == "sick"]
        assert [(share.source, share.images, share.in_lungs.value) for share in sick] == [
            ("", 4, 0.25),
            ("north", 2, 0.25),
            ("south", 2, 0.25),
        ]

    def test_chance_is_no_shortcut(self) -> None:
        found = lungs_probes([self.probe(range(40), 0.0)], self.predictions, CLASSES, "sick")

        assert found is not None
        assert not found.uses_something_else

    def test_without_lungs_there_is_nothing_to_say_but_that(self) -> None:
        found = lungs_probes([FoldProbe((), (), (), (), 20)], self.predictions, CLASSES, "sick")

        assert found is not None
        assert np.isnan(found.hidden.value)
        assert not found.uses_something_else
        assert "in none of the 20 images were two lung fields found" in hidden_lungs_sentence(found, "sick")
        assert lungs_alone_sentence(found) == ""

    def test_nobody_looked(self) -> None:
        assert lungs_probes([], self.predictions, CLASSES, "sick") is None


def test_a_mean_counts_groups_not_images() -> None:
    values = np.array([0.2, 0.2, 0.2, 0.8, 0.8, 0.8, 0.5, 0.5, 0.5])

    alone, grouped = mean_estimate(values, np.arange(9)), mean_estimate(values, np.arange(9) // 3)

    assert alone.value == grouped.value == pytest.approx(0.5)
    assert grouped.high - grouped.low > 1.5 * (alone.high - alone.low)
    assert np.isnan(mean_estimate(values, np.zeros(9, dtype=np.int64)).low)
    assert np.isnan(mean_estimate(values[:0], np.arange(0)).value)


class TestWording:
    def test_what_is_not_the_lungs_is_said_plainly(self) -> None:
        found = list(disease_statements(DOES_NOT_LOOK, "sick"))

        assert found[0] == (
            "With the lungs hidden it still tells sick with an area under the ROC curve of 0.930 (0.900 to 0.950),"
            " where 0.5 is chance: it uses something that is not the lungs."
        )
        assert "On images of “North”" in found[1]
        assert "falls from 0.970 (0.950 to 0.990) to 0.600 (0.500 to 0.700)" in found[1]
        assert len(found) == 2, "the other source hardly falls"

    def test_a_model_that_looks_needs_no_reservation(self) -> None:
        assert list(disease_statements(LOOKS, "sick")) == []
        assert list(disease_statements(NO_FIGURES, "sick")) == []

    def test_why_nothing_was_left_out(self) -> None:
        assert "cannot be had: all images come from one source" in left_out_words(LOOKS)
        assert "older version" in left_out_words(NO_FIGURES)

    def test_statements_and_limits_carry_it(self) -> None:
        dossier = dossier_of()
        summary, provenance = dossier.summary, dossier.provenance
        images = tuple(prediction.image for prediction in summary.predictions)
        dataset = LabelledDataset(Path("/x"), summary.classes, images)
        hidden = next(disease_statements(DOES_NOT_LOOK, "sick"))

        said = statements(summary, provenance, DOES_NOT_LOOK)
        assert AUDIT.sentence in said
        assert hidden in said
        assert hidden in limits_of(summary, dataset, DOES_NOT_LOOK).details
        assert hidden not in limits_of(summary, dataset).details
        assert set(statements(summary, provenance)) == set(statements(summary, provenance, LOOKS))


class TestDossier:
    @pytest.mark.parametrize("disease", [DOES_NOT_LOOK, LOOKS, NO_FIGURES, DiseaseFigures(AUDIT)])
    def test_it_comes_back_from_json(self, tmp_path: Path, disease: DiseaseFigures) -> None:
        example = dossier_of()
        dossier = build_dossier(example.summary, example.provenance, disease)
        path = tmp_path / "dossier.json"
        path.write_text(dossier_json(dossier), encoding="ascii")

        found = read_dossier(path, Path("/elsewhere"))

        assert found.disease == disease
        assert found.statements == dossier.statements

    def test_one_of_an_older_version_can_still_be_read(self, tmp_path: Path) -> None:
        path = tmp_path / "dossier.json"
        text = dossier_json(dossier_of())
        start = text.index(' "disease"')
        path.write_text(text[:start] + text[text.index(' "summary"') :], encoding="ascii")

        assert read_dossier(path, Path("/elsewhere")).disease == NO_FIGURES


def test_every_verdict_survives_json() -> None:
    for verdict in ShortcutVerdict:
        figures = DiseaseFigures(replace(AUDIT, verdict=verdict))
        assert from_plain(DiseaseFigures, to_plain(figures)) == figures
