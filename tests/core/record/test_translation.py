"""The record is read in the person's language, and written in English."""

import pytest

from core.language import in_source_language, tr
from core.record.describing import KIND_NAMES, describe_content, describe_entry, describe_verification
from core.record.entry import EntryKind, Head
from core.record.journal import Journal
from core.record.verification import Verification
from tests.pseudo_language import untranslated

from .test_contents import EXAMPLES

_DATA = ["ward", "COVID-19", "ab" * 32, "cd" * 32, "a.dcm", "other", "(positive)", "error level"]


@pytest.mark.parametrize("kind", EntryKind)
def test_every_kind_of_entry_is_read_in_the_persons_language(
    kind: EntryKind, journal: Journal, pseudo_language: None
) -> None:
    entry = journal.append(kind, EXAMPLES[kind][0])

    assert untranslated([describe_entry(entry), tr(KIND_NAMES[kind])], _DATA) == []
    assert "〚" not in repr(entry.content)
    with in_source_language():
        assert describe_entry(entry) == EXAMPLES[kind][1]


def test_names_in_the_whole_entry_are_translated(journal: Journal, pseudo_language: None) -> None:
    entry = journal.append(EntryKind.IMPRESSION, EXAMPLES[EntryKind.IMPRESSION][0])

    lines = [
        line.replace(entry.digest, "").replace(entry.previous, "") for line in describe_content(entry).splitlines()
    ]

    assert untranslated(lines, [*_DATA, entry.time]) == []


def test_verification_is_told_in_the_persons_language(pseudo_language: None) -> None:
    whole = [Verification(True, count, Head(count, "")) for count in (0, 1, 2)]
    broken = Verification(
        False,
        3,
        Head(3, ""),
        4,
        "The entries are unbroken, but the database that holds them is damaged in another place.",
    )

    assert untranslated([describe_verification(found) for found in (*whole, broken)]) == []
