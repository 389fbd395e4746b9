"""What is said about models at a site is in the person's language."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from core.language import in_source_language, tr
from core.model.package import bundled_package
from core.registry.commissioning import SiteChoice, promises_of, scored_cases, site_figures
from core.registry.commissioning_words import (
    describe_calibration,
    describe_cases,
    describe_data,
    describe_decided,
    describe_figures,
    describe_people,
    describe_promises,
)
from core.registry.describing import describe_version, estimate_text
from core.registry.drift_words import (
    describe_drift,
    describe_measures,
    describe_notices,
    describe_quantity,
    quantity_name,
)
from core.registry.scan_numbers import Quantity
from core.registry.site_cases import ask_about_cases, read_site_data
from core.registry.standing import Standing, share_text
from core.screening.screener import Screener
from core.training.operating_point import consequences
from core.training.results import Estimate
from tests.pseudo_language import untranslated

from .test_drift import MODEL, Hospital, commissioned_on, watch


@pytest.mark.parametrize("brightness", [0.4, 0.44, 0.7])
def test_drift_is_told_in_the_persons_language(brightness: float, pseudo_language: None) -> None:
    home = Hospital(1)
    commissioning = commissioned_on(home.scans(60, ill=1.0), home.scans(60, ill=0.0))
    scans = Hospital(2, brightness, "Other maker", refusing=0.3).scans(300)

    for report in (watch(scans, commissioning), watch(scans, None), watch(scans[:5], commissioning)):
        texts = [describe_drift(report), *describe_notices(report)]
        texts += [words(drift) for drift in report.quantities for words in (describe_quantity, describe_measures)]
        assert untranslated(texts, ["Other maker"]) == []


def test_a_commissioning_is_told_in_the_persons_language(
    site_folder: Callable[..., Path], slope_screener: Screener, pseudo_language: None
) -> None:
    card = slope_screener.card
    data = read_site_data(site_folder(wrong=3), card)
    answers = ask_about_cases(data, slope_screener)
    found = site_figures(answers, SiteChoice(0.5))

    texts = [*describe_data(data, card), *describe_cases(answers), *describe_figures(found), describe_decided(found)]
    texts += [
        describe_calibration(answers),
        *describe_promises((), ""),
        *describe_promises(promises_of(answers), "elsewhere"),
    ]
    texts += [describe_people(consequences(scored_cases(answers), 0.5, 0.1))]

    assert untranslated(texts, [data.positive_label, "elsewhere"]) == []


def test_names_of_quantities_are_translated(pseudo_language: None) -> None:
    assert untranslated([quantity_name(quantity) for quantity in Quantity]) == []


def test_a_models_standing_is_kept_in_english_and_shown_in_the_persons_language(pseudo_language: None) -> None:
    home = Hospital(1)
    commissioning = replace(commissioned_on(home.scans(60, ill=1.0), home.scans(60, ill=0.0)), place="Ward 3")
    for standing in (Standing(MODEL), Standing(MODEL, commissioning), Standing(MODEL, None, "")):
        assert "〚" not in standing.sentence
        with in_source_language():
            assert tr(standing.sentence) == standing.sentence
        assert untranslated([tr(standing.sentence)], ["A. B.", "Ward 3"]) == []


def test_the_bundled_model_is_described_in_the_persons_language(pseudo_language: None) -> None:
    assert untranslated(describe_version(bundled_package().card), ["COVID-CXNet", "ChestX-ray8"]) == []


def test_turkish_writes_shares_its_own_way(turkish: None) -> None:
    assert share_text(Estimate(0.999, 0.74, 0.95)).startswith(">%99 (%74")
    assert "(<%1" in share_text(Estimate(0.02, 0.001, 0.06))
    assert estimate_text(Estimate(0.985, 0.978, 0.991), 3).startswith("0,985 (0,978")
