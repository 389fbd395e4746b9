"""A model is tried on a site's own cases, and only that very model counts as tried afterwards."""

import gc
import json
import shutil
import weakref
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from core.errors import (
    InvalidDatasetError,
    JobCancelledError,
    NoUserFolderError,
    OutputNotWritableError,
    TooFewCasesError,
)
from core.jobs import CancellationToken, JobContext, Progress
from core.model.card import MeasuredFigures
from core.model.conformal import CalibrationScores
from core.model.package import ModelPackage, bundled_package, load_package
from core.model.runtime import DeviceChoice
from core.record.entry import EntryKind
from core.record.journal import Journal, user_journal
from core.registry.commissioned import KeptCommissionings, PromiseOutcome, user_commissionings
from core.registry.commissioning import (
    LEAST_TO_CALIBRATE,
    SiteChoice,
    best_threshold,
    calibration_here,
    commission,
    promises_of,
    site_figures,
)
from core.registry.commissioning_words import describe_cases, describe_data, describe_figures, describe_promises
from core.registry.registry import user_registry
from core.registry.scan_numbers import Quantity
from core.registry.site_cases import (
    LEAST_PER_CLASS,
    SiteAnswers,
    ask_about_cases,
    expected_interval,
    possible_answers,
    read_site_data,
)
from core.registry.standing import NOT_COMMISSIONED, screener_for, screener_of, share_text, standing_of
from core.screening.screener import Screener
from core.training.out_of_fold import OUT_OF_FOLD_NAME, OutOfFoldAnswer, out_of_fold_json
from core.training.results import Estimate
from core.typed_json import to_plain

SiteFolder = Callable[..., Path]
MakePackage = Callable[..., Path]


def ask(folder: Path, screener: Screener, **kwargs: str) -> SiteAnswers:
    return ask_about_cases(read_site_data(folder, screener.card, **kwargs), screener)


def with_measured(screener: Screener, **metrics: float) -> Screener:
    """The same model, whose card promises something else."""
    package = screener.classifier.package
    card = replace(package.card, measured=(MeasuredFigures("elsewhere", 100, metrics, ""),))
    return replace(screener, classifier=replace(screener.classifier, package=ModelPackage(package.directory, card)))


def test_figures_are_those_of_the_judged_cases(site_folder: SiteFolder, slope_screener: Screener) -> None:
    answers = ask(site_folder(wrong=3), slope_screener)
    found = site_figures(answers, SiteChoice(0.5))
    assert found.figures.sensitivity.value == 29 / 32
    assert found.figures.specificity.value == 31 / 34
    assert found.figures.sensitivity.low < 29 / 32 < found.figures.sensitivity.high
    assert 0.8 < found.figures.auc.value < 1
    assert found.of_positive.positive + found.of_positive.negative + found.of_positive.undetermined == 32
    assert found.refused.value == 0


def test_what_says_nothing_about_the_model_is_left_out_and_counted(
    site_folder: SiteFolder, slope_screener: Screener
) -> None:
    folder = site_folder(36, 36)
    Image.new("L", (40, 40), 90).save(folder / "COVID-19" / "blank.png")
    (folder / "Other" / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"nothing more")
    shutil.copy(folder / "COVID-19" / "case 010.png", folder / "Other" / "both.png")
    shutil.copy(folder / "Other" / "case 011.png", folder / "Other" / "again.png")
    answers = ask(folder, slope_screener)
    assert [case.path.name for case in answers.refused] == ["blank.png"]
    assert [failure.path.name for failure in answers.unreadable] == ["broken.png"]
    assert answers.contradicting == 2
    assert answers.different(positive=True) == 35
    assert (int((~answers.labels).sum()), answers.different(positive=False)) == (37, 36)
    told = " ".join(describe_cases(answers))
    assert "1 was refused by the gate" in told
    assert "1 was not readable" in told
    assert "once more" in told


def test_images_that_the_model_was_trained_on_do_not_count(
    site_folder: SiteFolder, slope_screener: Screener, tmp_path: Path
) -> None:
    import hashlib

    folder = site_folder(33, 33)
    directory = tmp_path / "package"
    shutil.copytree(bundled_package().directory, directory)
    learnt = [folder / "COVID-19" / f"case {number:03}.png" for number in (4, 5)]
    known = [OutOfFoldAnswer(hashlib.sha256(path.read_bytes()).hexdigest(), "x", 0, (0.0, 1.0)) for path in learnt]
    (directory / OUT_OF_FOLD_NAME).write_text(out_of_fold_json(("Non-COVID-19", "COVID-19"), known))
    classifier = replace(slope_screener.classifier, package=load_package(directory))
    answers = ask(folder, replace(slope_screener, classifier=classifier))
    assert answers.learnt == 2
    assert answers.different(positive=True) == 31


@pytest.mark.parametrize(("positives", "negatives"), [(LEAST_PER_CLASS - 1, 40), (40, 3)])
def test_too_few_cases_are_refused_with_what_they_would_give(
    site_folder: SiteFolder, slope_screener: Screener, positives: int, negatives: int
) -> None:
    with pytest.raises(TooFewCasesError) as refusal:
        ask(site_folder(positives, negatives, wrong=1), slope_screener)
    error = refusal.value
    assert (error.positives, error.negatives) == (positives, negatives)
    assert 0 <= error.low < 0.9 < error.high <= 1


def test_copies_do_not_make_up_for_missing_cases(site_folder: SiteFolder, slope_screener: Screener) -> None:
    folder = site_folder(20, 40)
    for number in range(20):
        shutil.copy(folder / "COVID-19" / f"case {number:03}.png", folder / "COVID-19" / f"copy {number}.png")
    with pytest.raises(TooFewCasesError) as refusal:
        ask(folder, slope_screener)
    assert refusal.value.positives == 20


def test_the_positive_class_is_found_or_named(site_folder: SiteFolder, slope_screener: Screener) -> None:
    folder = site_folder(names=("sick", "not sick"))
    assert read_site_data(folder, slope_screener.card).positive_label == "sick"
    assert read_site_data(folder, slope_screener.card, "not sick").negatives == 32
    with pytest.raises(InvalidDatasetError):
        read_site_data(folder, slope_screener.card, "healthy")
    shutil.rmtree(folder / "sick")
    with pytest.raises(InvalidDatasetError):
        read_site_data(folder, slope_screener.card)


def test_asking_can_be_stopped(site_folder: SiteFolder, slope_screener: Screener) -> None:
    token = CancellationToken()
    told: list[Progress] = []

    def report(progress: Progress) -> None:
        told.append(progress)
        if progress.done == 5 and not progress.label:
            token.cancel()

    data = read_site_data(site_folder(), slope_screener.card)
    with pytest.raises(JobCancelledError):
        ask_about_cases(data, slope_screener, JobContext(report, token))
    assert told


@pytest.mark.parametrize(
    ("promised", "outcome"),
    [
        ({"sensitivity": 0.9}, PromiseOutcome.NOT_DIFFERENT),
        ({"sensitivity": 0.999}, PromiseOutcome.LOWER),
        # Here 0.91 (0.76 to 0.97): the intervals overlap, and yet the difference is certain.
        ({"sensitivity": 0.999, "sensitivity_low": 0.95, "sensitivity_high": 1.0}, PromiseOutcome.LOWER),
        ({"sensitivity": 0.95, "sensitivity_low": 0.8, "sensitivity_high": 0.99}, PromiseOutcome.NOT_DIFFERENT),
        ({"sensitivity": 0.3, "sensitivity_low": 0.2, "sensitivity_high": 0.4}, PromiseOutcome.HIGHER),
    ],
)
def test_the_card_is_held_to_its_promise(
    site_folder: SiteFolder, slope_screener: Screener, promised: dict[str, float], outcome: PromiseOutcome
) -> None:
    answers = ask(site_folder(), with_measured(slope_screener, **promised))
    (promise,) = promises_of(answers)
    assert (promise.metric, promise.outcome) == ("sensitivity", outcome)
    told = describe_promises([promise], "elsewhere")[0]
    assert "on the card" in told
    assert "as promised" not in told
    assert ("no difference that these 32 cases could show" in told) == (outcome is PromiseOutcome.NOT_DIFFERENT)


def test_answers_hold_no_networks(site_folder: SiteFolder, slope_screener: Screener) -> None:
    screener = replace(slope_screener)
    networks = weakref.ref(screener)
    answers = ask(site_folder(), screener)
    del screener
    promises_of(answers)
    best_threshold(answers)
    site_figures(answers, SiteChoice(0.5))
    gc.collect()
    assert networks() is None
    assert answers.figures is answers.figures


def test_a_promise_is_kept_or_broken_at_the_cards_threshold(site_folder: SiteFolder, slope_screener: Screener) -> None:
    answers = ask(site_folder(), slope_screener)
    at_half = next(promise.here for promise in promises_of(answers) if promise.metric == "sensitivity")
    assert site_figures(answers, SiteChoice(0.0)).figures.sensitivity.value == 1
    assert at_half.value == 29 / 32


def test_nothing_is_promised_where_the_card_has_no_figures(site_folder: SiteFolder, slope_screener: Screener) -> None:
    answers = ask(site_folder(), with_measured(slope_screener))
    assert promises_of(answers) == ()
    assert "promises no figures" in describe_promises((), "")[0]


def test_the_balanced_threshold_is_no_worse_than_the_cards(site_folder: SiteFolder, slope_screener: Screener) -> None:
    answers = ask(site_folder(40, 40), slope_screener)
    best = site_figures(answers, SiteChoice(best_threshold(answers))).figures
    cards = site_figures(answers, SiteChoice(0.5)).figures
    assert best.sensitivity.value + best.specificity.value >= cards.sensitivity.value + cards.specificity.value


def test_a_commissioning_is_kept_recorded_and_holds(site_folder: SiteFolder, slope_screener: Screener) -> None:
    answers = ask(site_folder(), slope_screener)
    before = standing_of(bundled_package())
    assert not before.is_commissioned
    assert before.sentence == NOT_COMMISSIONED
    made = commission(answers, SiteChoice(0.37, 0.1, chosen_here=True), "A. B.", "Ward 3")
    standing = standing_of(bundled_package())
    assert standing.is_commissioned
    assert standing.commissioning is not None
    assert to_plain(standing.commissioning) == to_plain(made)
    assert standing.commissioning.reference.positive.values[Quantity.SCORE] == tuple(answers.scores[answers.labels])
    assert standing.sentence.startswith(f"Commissioned here (Ward 3) on {made.date[:10]} by A. B. on 32 + 34 cases: ")
    policy = standing.policy(0.02)
    assert (policy.threshold, policy.error_level) == (0.37, 0.1)
    journal = user_journal()
    assert journal is not None
    entry = journal.last(EntryKind.COMMISSIONING)
    assert entry is not None
    assert entry.person == "A. B."
    assert entry.content["threshold"] == 0.37
    assert entry.content["data_sha256"] == answers.data_sha256
    assert "case 0" not in json.dumps(entry.content)


def test_the_screener_answers_as_commissioned(site_folder: SiteFolder, slope_screener: Screener) -> None:
    assert screener_for(device=DeviceChoice.CPU, error_level=0.2).policy.error_level == 0.2
    commission(ask(site_folder(), slope_screener), SiteChoice(0.37, 0.1))
    screener = screener_for(device=DeviceChoice.CPU, error_level=0.2)
    assert (screener.threshold, screener.policy.error_level) == (0.37, 0.1)
    assert screener.statements[0].startswith("Commissioned here")
    assert screener.is_commissioned
    own = screener_of(bundled_package(), DeviceChoice.CPU, kept=KeptCommissionings(None))
    assert own.threshold == bundled_package().card.threshold


def test_another_version_starts_without(
    site_folder: SiteFolder, slope_screener: Screener, make_package: MakePackage
) -> None:
    answers = ask(site_folder(), slope_screener)
    commission(answers, SiteChoice(0.37))
    registry = user_registry()
    first, second = registry.add(make_package()).load(), registry.add(make_package(run="run-2")).load()
    assert (first.card.version, second.card.version) == ("1", "2")
    assert not standing_of(first).is_commissioned
    commission(replace(answers, card=first.card), SiteChoice(0.4))
    assert standing_of(first).policy(None).threshold == 0.4
    assert not standing_of(second).is_commissioned
    assert standing_of(second).policy(None).threshold is None
    assert standing_of(bundled_package()).policy(None).threshold == 0.37


@pytest.mark.parametrize("field", ["weights_sha256", "temperature", "positive_class"])
def test_other_weights_or_another_question_under_the_same_name_do_not_count(
    site_folder: SiteFolder, slope_screener: Screener, field: str
) -> None:
    commission(ask(site_folder(), slope_screener), SiteChoice(0.37))
    kept = user_commissionings()
    path = kept.path_of(slope_screener.card)
    content = json.loads(path.read_text())
    content[field] = {"weights_sha256": "0" * 64, "temperature": 2.0, "positive_class": "Pneumonia"}[field]
    path.write_text(json.dumps(content))
    standing = standing_of(bundled_package())
    assert not standing.is_commissioned
    assert "other weights" in standing.sentence
    assert standing.policy(None).threshold is None


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text[: len(text) // 2],
        lambda text: text.replace('"schema_version": 1', '"schema_version": 99'),
        lambda text: text.replace('"threshold": 0.37', '"threshold": 7'),
        lambda text: text.replace('"threshold"', '"other"'),
        lambda _text: "[]",
    ],
)
def test_a_damaged_commissioning_does_not_count_and_that_is_said(
    site_folder: SiteFolder, slope_screener: Screener, damage: Callable[[str], str]
) -> None:
    commission(ask(site_folder(), slope_screener), SiteChoice(0.37))
    path = user_commissionings().path_of(slope_screener.card)
    path.write_text(damage(path.read_text()))
    standing = standing_of(bundled_package())
    assert not standing.is_commissioned
    assert standing.sentence.startswith(NOT_COMMISSIONED)
    assert "cannot be read" in standing.sentence
    assert standing.policy(0.2).error_level == 0.2


def test_what_cannot_be_recorded_is_not_commissioned(
    site_folder: SiteFolder, slope_screener: Screener, tmp_path: Path
) -> None:
    answers = ask(site_folder(), slope_screener)
    (tmp_path / "in the way").write_text("no folder")
    kept = KeptCommissionings(tmp_path / "kept")
    with pytest.raises(OutputNotWritableError):
        commission(answers, SiteChoice(0.4), kept=kept, journal=Journal(tmp_path / "in the way" / "journal.sqlite3"))
    assert not standing_of(bundled_package(), kept).is_commissioned
    with pytest.raises(OutputNotWritableError):
        commission(answers, SiteChoice(0.4), kept=KeptCommissionings(tmp_path / "in the way"))
    with pytest.raises(NoUserFolderError):
        commission(answers, SiteChoice(0.4), kept=KeptCommissionings(None))


def test_enough_cases_calibrate_their_own_prediction_sets(site_folder: SiteFolder, slope_screener: Screener) -> None:
    package_scores = CalibrationScores(np.array([0.5]), np.array([0.5]))
    screener = replace(slope_screener, calibration=package_scores)
    folder = site_folder()
    few = ask(folder, screener)
    assert calibration_here(few) == (package_scores, False)
    assert commission(few, SiteChoice(0.5)).local_scores is None
    shutil.rmtree(folder)
    many = ask(site_folder(LEAST_TO_CALIBRATE, LEAST_TO_CALIBRATE + 5), screener)
    calibration, is_local = calibration_here(many)
    assert is_local
    assert calibration is not None
    assert np.allclose(calibration.positive, np.sort(many.scores[many.labels]), atol=1e-6)
    commission(many, SiteChoice(0.5))
    used = screener_for(device=DeviceChoice.CPU).calibration
    assert used is not None
    assert np.allclose(used.negative, calibration.negative)


def test_local_prediction_sets_keep_their_promise_on_their_own_cases(
    site_folder: SiteFolder, slope_screener: Screener
) -> None:
    answers = ask(site_folder(120, 120, wrong=20), slope_screener)
    calibration, is_local = calibration_here(answers)
    excluded = 0
    for case in answers.cases:
        possible = possible_answers(case, calibration, 0.1, is_own=is_local)
        assert possible is not None
        excluded += not (possible.allows_positive if case.is_positive else possible.allows_negative)
    assert excluded <= 0.1 * len(answers.cases)


@given(cases=st.integers(1, 500), share=st.floats(0, 1))
def test_more_cases_give_a_narrower_interval(cases: int, share: float) -> None:
    few, many = expected_interval(cases, share), expected_interval(16 * cases, share)
    assert 0 <= few.low <= few.high <= 1
    assert many.high - many.low < few.high - few.low


@given(share=st.floats(0, 1))
def test_nearly_all_is_never_said_to_be_all(share: float) -> None:
    text = share_text(Estimate(share, float("nan"), float("nan")))
    assert (text == "100%") == (share == 1)
    assert (text == "0%") == (share == 0)


def test_what_the_dialog_says_beforehand(site_folder: SiteFolder, slope_screener: Screener) -> None:
    told = " ".join(describe_data(read_site_data(site_folder(12, 40), slope_screener.card), slope_screener.card))
    assert "12 scans count as COVID-19" in told
    assert "too few" in told


def test_what_the_dialog_says_afterwards(site_folder: SiteFolder, slope_screener: Screener) -> None:
    told = describe_figures(site_figures(ask(site_folder(), slope_screener), SiteChoice(0.5)))
    assert "29 of 32" in told[0]
    assert "31 of 34" in told[1]
