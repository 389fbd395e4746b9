"""Priors are of the same patient and of no other."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from core.worklist.entry import Origin
from core.worklist.worklist import Worklist

from .worklist_examples import identity, path_of


def _add(worklist: Worklist, folder: Path, number: int, **changes: Any) -> int:
    values = {"patient_id": "P1", "patient_name": "Yılmaz, İlker"} | changes
    return worklist.add(path_of(folder, number), identity(number, **values), Origin.OPENED)


def test_priors_are_other_studies_of_the_patient_newest_first(worklist: Worklist, tmp_path: Path) -> None:
    shown = _add(worklist, tmp_path, 1, study_date=date(2026, 3, 1))
    older = _add(worklist, tmp_path, 2, study_date=date(2024, 1, 1))
    newer = _add(worklist, tmp_path, 3, study_date=date(2025, 1, 1))
    _add(worklist, tmp_path, 4, study_instance_uid=identity(1).study_instance_uid)

    assert [entry.number for entry in worklist.priors(shown)] == [newer, older]


@pytest.mark.parametrize(
    "changes",
    [
        {"patient_id": "P2"},
        {"patient_id": ""},
        {"patient_id_issuer": "Another hospital"},
        {"birth_date": date(1961, 1, 1)},
        {"sex": "M"},
        {"patient_name": "Kaya, Mehmet"},
    ],
)
def test_what_may_be_another_person_is_no_prior(worklist: Worklist, tmp_path: Path, changes: dict[str, Any]) -> None:
    shown = _add(worklist, tmp_path, 1)
    _add(worklist, tmp_path, 2, **changes)

    assert worklist.priors(shown) == ()


@pytest.mark.parametrize(
    "changes",
    [{"birth_date": None}, {"sex": ""}, {"patient_name": ""}, {"patient_name": "YILMAZ^ILKER"}],
)
def test_what_is_missing_or_written_otherwise_contradicts_nothing(
    worklist: Worklist, tmp_path: Path, changes: dict[str, Any]
) -> None:
    shown = _add(worklist, tmp_path, 1)
    prior = _add(worklist, tmp_path, 2, **changes)

    assert [entry.number for entry in worklist.priors(shown)] == [prior]


def test_a_patient_without_an_id_has_no_priors(worklist: Worklist, tmp_path: Path) -> None:
    shown = _add(worklist, tmp_path, 1, patient_id="")
    _add(worklist, tmp_path, 2, patient_id="")

    assert worklist.priors(shown) == ()
