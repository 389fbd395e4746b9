"""Impressions and answers are compared where both are plain, and for each person apart."""

import pytest

from core.record.entry import Entry, EntryKind
from core.screening.agreement import LATEST, Agreement, agreement_of, compare_impression
from core.screening.decision import Decision


def impression(said: str, decision: str, person: str = "AB") -> Entry:
    content = {"impression": said, "decision": decision}
    return Entry(1, "2026-11-24T10:00:00.000000+00:00", EntryKind.IMPRESSION, person, content, "", "")


@pytest.mark.parametrize(
    ("said", "decision", "is_same"),
    [
        ("positive", "positive", True),
        ("negative", "negative", True),
        ("positive", "negative", False),
        ("undetermined", "undetermined", None),
        ("positive", "undetermined", None),
        ("negative", "refused", None),
    ],
)
def test_only_plain_answers_are_compared(said: str, decision: str, is_same: bool | None) -> None:
    assert compare_impression(Decision(said), Decision(decision)) is is_same


def test_figures_are_the_persons_own() -> None:
    entries = [
        impression("positive", "positive"),
        impression("positive", "negative"),
        impression("undetermined", "negative"),
        impression("negative", "negative", person="CD"),
        impression("positive", "in other words"),
    ]

    assert agreement_of(entries, "AB") == Agreement(1, 2, 1, 2, recorded=4)
    assert agreement_of(entries, "CD") == Agreement(1, 1, 1, 1, recorded=1)
    assert agreement_of(entries, "nobody") == Agreement()


def test_the_newest_count_for_themselves() -> None:
    newest_first = [impression("positive", "positive")] * LATEST + [impression("positive", "negative")] * LATEST

    agreement = agreement_of(newest_first, "AB")

    assert (agreement.latest_agreed, agreement.latest_compared) == (LATEST, LATEST)
    assert agreement.sentence == f"Agreement so far: {LATEST} of {2 * LATEST} (50%); {LATEST} of the latest {LATEST}."


@pytest.mark.parametrize(
    ("agreement", "sentence"),
    [
        (Agreement(), "No impression was recorded yet."),
        (Agreement(recorded=1), "Agreement so far: none to compare in 1 impression."),
        (Agreement(3, 4, 3, 4, 4), "Agreement so far: 3 of 4 (75%)."),
        (Agreement(3, 4, 3, 4, 6), "Agreement so far: 3 of 4 (75%). 2 impressions unsure or without a plain answer."),
    ],
)
def test_sentence(agreement: Agreement, sentence: str) -> None:
    assert agreement.sentence == sentence
