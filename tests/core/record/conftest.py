"""What the tests of the record share."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.record.journal import Journal

from .entry_examples import result


@pytest.fixture(autouse=True)
def no_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing here ends with a power loss."""
    monkeypatch.setattr(os, "fsync", lambda _descriptor: None)


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with Journal(tmp_path / "record" / "journal.sqlite3") as made:
        yield made


@pytest.fixture
def filled(journal: Journal) -> Journal:
    """A closed record of twenty entries."""
    journal.append_many(result(number) for number in range(20))
    journal.close()
    return journal
