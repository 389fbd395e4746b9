"""What a person types and clicks decides what is listed, and in which order."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from core.screening.decision import Decision
from core.worklist.entry import EntryState, Origin
from core.worklist.folding import fold, search_terms
from core.worklist.query import SortKey, WorklistQuery
from core.worklist.worklist import Worklist

from .worklist_examples import identity, path_of, scan_result

_NAMES = ("Yılmaz, İlker", "IŞIK, Çağla", "Müller, Jürgen", "Παπαδόπουλος, Γιώργος", "山田, 太郎")


@pytest.fixture
def named(worklist: Worklist, tmp_path: Path) -> Worklist:
    """A scan each of five patients, numbered from 1; the first two have answers."""
    for number, name in enumerate(_NAMES, start=1):
        worklist.add(path_of(tmp_path, number), identity(number, patient_name=name), Origin.OPENED)
    worklist.note_result(1, scan_result(Decision.POSITIVE, 0.9))
    worklist.note_result(2, scan_result(Decision.NEGATIVE, 0.1))
    return worklist


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("yilmaz", {1}),
        ("YILMAZ", {1}),
        ("yılmaz", {1}),
        ("ilker", {1}),
        ("İLKER", {1}),
        ("ışık", {2}),
        ("isik cagla", {2}),
        ("Cagla ISIK", {2}),
        ("cagla yilmaz", set()),
        ("muller", {3}),
        ("MÜL", {3}),
        ("παπαδοπουλοσ", {4}),
        ("ΠΑΠΑΔΟΠΟΥΛΟΣ", {4}),
        ("太郎", {5}),
        ("P00003", {3}),
        ("a000004", {4}),
        ("chest pa", {1, 2, 3, 4, 5}),
        ("SCAN 5.DCM", {5}),
        ("", {1, 2, 3, 4, 5}),
        ("  ", {1, 2, 3, 4, 5}),
        ("'; DROP TABLE entries", set()),
        ("100%", set()),
    ],
)
def test_words_are_found_whatever_their_case_and_accents(named: Worklist, typed: str, found: set[int]) -> None:
    assert set(named.numbers(WorklistQuery(text=typed))) == found
    assert named.count(WorklistQuery(text=typed)) == len(found)


@given(st.text(max_size=30))
@example("İstanbul ISPARTA ığdır")
@example("ŉ ǰ ΐ ß ﬃ")
def test_a_text_is_found_by_its_capitals_and_small_letters(text: str) -> None:
    folded = fold(text)

    assert fold(folded) == folded
    assert all(term in folded for written in (text.lower(), text.casefold()) for term in search_terms(written))


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        (WorklistQuery(), [5, 4, 3, 2, 1]),
        (WorklistQuery(descending=False), [1, 2, 3, 4, 5]),
        (WorklistQuery(decisions=(Decision.POSITIVE,)), [1]),
        (WorklistQuery(decisions=(Decision.POSITIVE, Decision.NEGATIVE)), [2, 1]),
        (WorklistQuery(states=(EntryState.WAITING,)), [5, 4, 3]),
        (WorklistQuery(origins=(Origin.RECEIVED,)), []),
        (WorklistQuery(modality="DX", first_date=date(2026, 3, 5)), [5, 4]),
        (WorklistQuery(last_date=date(2026, 3, 3)), [2, 1]),
        (WorklistQuery(modality="CR"), []),
        (WorklistQuery(sort=SortKey.PROBABILITY), [1, 2, 5, 4, 3]),
        (WorklistQuery(sort=SortKey.PROBABILITY, descending=False), [2, 1, 5, 4, 3]),
        (WorklistQuery(sort=SortKey.PATIENT, descending=False), [2, 3, 1, 4, 5]),
        (WorklistQuery(sort=SortKey.STUDY_DATE), [5, 4, 3, 2, 1]),
    ],
)
def test_filters_and_orders(named: Worklist, query: WorklistQuery, numbers: list[int]) -> None:
    assert named.numbers(query) == numbers
    assert [entry.number for entry in named.find(query, limit=2, offset=1)] == numbers[1:3]


@pytest.mark.parametrize("sort", list(SortKey))
def test_every_order_lists_everything(named: Worklist, sort: SortKey) -> None:
    assert sorted(named.numbers(WorklistQuery(sort=sort))) == [1, 2, 3, 4, 5]


def test_neither_filter_nor_order_tells_an_answer_that_nobody_was_shown(named: Worklist) -> None:
    sealed = WorklistQuery(seals_unseen=True, sort=SortKey.PROBABILITY)
    assert named.numbers(sealed) == [5, 4, 3, 2, 1]
    assert named.numbers(WorklistQuery(seals_unseen=True, decisions=(Decision.POSITIVE,))) == []

    named.note_seen(1)

    assert named.numbers(sealed) == [1, 5, 4, 3, 2]
    assert named.numbers(WorklistQuery(seals_unseen=True, decisions=(Decision.POSITIVE, Decision.NEGATIVE))) == [1]


def test_scans_of_a_study_stand_together_where_the_first_of_them_stands(worklist: Worklist, tmp_path: Path) -> None:
    for number, study in enumerate(("1.1", "1.2", "", "1.1", ""), start=1):
        worklist.add(path_of(tmp_path, number), identity(number, study_instance_uid=study), Origin.OPENED, waits=False)

    assert worklist.numbers(WorklistQuery(groups_studies=True)) == [5, 4, 1, 3, 2]
