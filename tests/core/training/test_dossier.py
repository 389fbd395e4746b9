"""The validation dossier: its honest sentences and its checklists."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from core.training.checklists import Checklist, ItemState
from core.training.dataset import LabelledDataset, LabelledImage
from core.training.dossier import Dossier, build_dossier
from core.training.plan import Depth, Recipe, StartKind, StartPoint
from core.training.provenance import describe_hardware, software_versions
from core.training.results import OutOfFoldPrediction
from core.training.statements import confounding_of, reservations
from core.training.summary import summarise_folds

from .dossier_examples import CLASSES, ROOT, Change, dossier_of


def said(dossier: Dossier, words: str) -> bool:
    return any(words in sentence for sentence in dossier.statements)


def from_source(name_of: Callable[[int, str], str | None]) -> Change:
    return lambda number, image: replace(image, source=name_of(number, image.label))


def test_every_result_says_that_it_was_tested_on_its_own_collection() -> None:
    dossier = dossier_of()
    assert "Research use only" in dossier.statements[0]
    assert "says nothing about another hospital" in dossier.statements[1]
    assert "Cross-validated in 5 folds on one collection of 240 images" in dossier.statements[1]
    assert said(dossier, "The saved model was trained anew on all images")
    assert not said(dossier_of(refits=False), "trained anew")
    assert len(set(dossier.statements)) == len(dossier.statements)


def test_one_fold_is_not_called_a_cross_validation() -> None:
    dossier = dossier_of(folds=1)
    assert said(dossier, "Only one fold was trained")
    assert not said(dossier, "Cross-validated")


def test_what_is_not_known_of_patients_is_said() -> None:
    assert said(dossier_of(), "It is not known whom any image shows")
    half = dossier_of(change=lambda number, image: replace(image, patient_id=f"P-{number}") if number < 100 else image)
    assert said(half, "140 of 240 images")
    known = dossier_of(change=lambda number, image: replace(image, patient_id=f"P-{number}"))
    assert not said(known, "not known whom")
    assert known.provenance.dataset.patients == 240


def test_classes_from_different_sources_are_called_confounded() -> None:
    complete = dossier_of(change=from_source(lambda _, label: f"hospital of the {label}"))
    assert said(complete, "No source holds more than one class: class and source are confounded")
    nearly = dossier_of(change=from_source(lambda number, label: label if number > 8 else "sick"))
    assert said(nearly, "The source nearly tells the class")
    named_for_one_class = dossier_of(change=from_source(lambda _, label: "north" if label == "sick" else None))
    assert said(named_for_one_class, "are confounded")


def test_sources_with_both_classes_are_not_called_confounded() -> None:
    mixed = dossier_of(change=from_source(lambda number, _: ("north", "south")[number % 2]))
    confounding = confounding_of(mixed.summary)
    assert confounding is not None
    assert confounding.sources == 2
    assert not confounding.is_serious
    assert not said(mixed, "confounded")
    every_image = dossier_of(change=from_source(lambda number, _: f"source {number}"))
    assert confounding_of(every_image.summary) is None
    assert said(dossier_of(), "Where the images come from is not known")


def test_sources_that_differ_by_more_than_chance_are_named() -> None:
    generator = np.random.default_rng(1)
    predictions = []
    for number in range(400):
        label, source = CLASSES[number % 2], ("north", "south")[number // 2 % 2]
        right = generator.random() < (0.97 if source == "north" else 0.6)
        image = LabelledImage(ROOT / f"{number}.png", label, source=source)
        logits = (2.0, 0.0) if (label == "sick") == right else (0.0, 2.0)
        predictions.append(OutOfFoldPrediction(image, number % 5, logits, number))
    dossier = build_dossier(summarise_folds(predictions, CLASSES, "sick"), dossier_of().provenance)
    assert said(dossier, "The sources differ: sensitivity is")
    assert said(dossier, "in “south” and")


def test_few_cases_and_wide_intervals_are_called_so() -> None:
    few = dossier_of(30)
    assert said(few, "There are only 15 positive and 15 negative independent cases")
    assert said(few, "Wide intervals: sensitivity")
    assert not said(dossier_of(2000), "independent cases")
    assert not said(dossier_of(2000), "Wide intervals")
    assert said(dossier_of(separation=4.0), "Not one decision was wrong")
    assert said(dossier_of(separation=3.0), "So near to 1 the interval")
    assert not said(dossier_of(), "So near to 1")


def test_copies_in_two_classes_and_folds_of_one_class_are_named() -> None:
    groups = list(range(240))
    groups[5] = groups[0]  # sick and well
    assert said(dossier_of(groups=groups), "1 group of copies")
    assert said(dossier_of(groups=groups), "form 239 independent groups")
    assert dossier_of(groups=groups).provenance.dataset.duplicate_groups == (("sick/0.png", "well/5.png"),)
    lonely = dossier_of(5)
    assert said(lonely, "Folds 1, 2, 3, 4, 5 held out images of one class only")


def test_reservations_say_what_the_limits_say_and_nothing_twice() -> None:
    def by_class(_: int, image: LabelledImage) -> LabelledImage:
        return replace(image, source=f"clinic of the {image.label}", patient_id=None)

    dossier = dossier_of(change=by_class)
    images = tuple(prediction.image for prediction in dossier.summary.predictions)

    sentences = reservations(dossier.summary, dossier.provenance, LabelledDataset(ROOT, CLASSES, images))

    assert sentences[: len(dossier.statements)] == dossier.statements
    for once in ("No source holds more than one class", "whom", "Research use only", "It knows nothing but"):
        assert sum(once in sentence for sentence in sentences) == 1, once


def test_sources_that_are_too_small_to_judge_are_still_named() -> None:
    dossier = dossier_of(10, lambda number, image: replace(image, source=f"clinic {number}"))
    images = tuple(prediction.image for prediction in dossier.summary.predictions)

    sentences = reservations(dossier.summary, dossier.provenance, LabelledDataset(ROOT, CLASSES, images))

    assert sum("No source holds more than one class" in sentence for sentence in sentences) == 1


def test_a_chosen_threshold_and_further_classes_are_mentioned() -> None:
    assert said(dossier_of(threshold=0.4), "The threshold was chosen on these same images")
    assert not said(dossier_of(), "The threshold was chosen")
    assert said(dossier_of(classes=("sick", "well", "else")), "about sick against all other classes")


def test_images_of_one_patient_are_no_duplicates() -> None:
    dossier = dossier_of(
        change=lambda number, image: replace(image, patient_id=f"patient {number // 10}"),
        groups=[number // 10 for number in range(240)],
    )
    assert dossier.provenance.dataset.duplicate_groups == ()
    assert dossier.provenance.dataset.groups == dossier.provenance.dataset.patients == 24


def test_both_checklists_are_complete() -> None:
    numbers: dict[Checklist, list[str]] = {checklist: [] for checklist in Checklist}
    for item in dossier_of().checklist:
        numbers[item.checklist].append(item.number)
    assert numbers[Checklist.CLAIM] == [str(number) for number in range(1, 45)]
    tripod = {
        1: "",
        2: "",
        3: "abc",
        4: "",
        5: "ab",
        6: "abc",
        7: "",
        8: "abc",
        9: "abc",
        10: "",
        11: "",
        12: "abcdefg",
    }
    tripod |= {
        13: "",
        14: "",
        15: "",
        16: "",
        17: "",
        18: "abcdef",
        19: "",
        20: "abc",
        21: "",
        22: "",
        23: "ab",
        24: "",
    }
    tripod |= {25: "", 26: "", 27: "abc"}
    expected = [f"{number}{letter}" for number, letters in tripod.items() for letter in letters or [""]]
    assert numbers[Checklist.TRIPOD_AI] == expected
    assert len(expected) == 52


def test_every_item_is_answered_or_left_to_the_author() -> None:
    for item in dossier_of().checklist:
        assert item.topic
        assert item.section
        assert item.answer or item.needed
        assert (item.state is ItemState.AUTHOR) == (not item.answer)
        assert (item.state is ItemState.ANSWERED) == (not item.needed)
        assert "nan" not in item.answer.split()


@pytest.mark.parametrize("depth", list(Depth))
@pytest.mark.parametrize("recipe", list(Recipe))
def test_the_run_answers_what_it_can(depth: Depth, recipe: Recipe) -> None:
    dossier = dossier_of(depth=depth, recipe=recipe, start=StartPoint(StartKind.RANDOM))
    answers = {(item.checklist, item.number): item.answer for item in dossier.checklist}
    assert "5 folds" in answers[Checklist.CLAIM, "19"]
    assert "torch 2" in answers[Checklist.CLAIM, "23"]
    assert "seed 0" in answers[Checklist.CLAIM, "25"]
    # The quick depth does choose something on the data, and says so.
    assert ("penalty was chosen" in answers[Checklist.CLAIM, "25"]) == (depth is Depth.QUICK)
    assert answers[Checklist.CLAIM, "24"].count("ab" * 32) == 1
    assert "went on after an interruption" in answers[Checklist.CLAIM, "25"]
    assert "sensitivity" in answers[Checklist.TRIPOD_AI, "23a"]
    assert not said(dossier, "Training started from weights")


def test_the_wording_of_figures_that_are_not_defined() -> None:
    one_class = dossier_of(20, change=lambda _, image: replace(image, label="well"))
    answers = {item.number: item.answer for item in one_class.checklist if item.checklist is Checklist.CLAIM}
    assert "AUC not defined" in answers["37"]


def test_this_computer_can_be_described() -> None:
    versions = software_versions()
    assert {"hilum", "Python", "numpy", "system"} <= set(versions)
    assert "logical cores" in describe_hardware()
