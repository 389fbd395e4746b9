"""A model that is trained again on its own images is named."""

from pathlib import Path

import pytest

from core.training.out_of_fold import OUT_OF_FOLD_NAME, OutOfFoldAnswer, out_of_fold_json
from core.training.plan import StartKind, StartPoint
from core.training.start_overlap import start_overlap_warning


@pytest.fixture
def start(tmp_path: Path) -> StartPoint:
    answers = [OutOfFoldAnswer(name * 64, "A", 0, (0.0, 1.0)) for name in "abc"]
    (tmp_path / OUT_OF_FOLD_NAME).write_text(out_of_fold_json(("A", "B"), answers), encoding="utf-8")
    return StartPoint(StartKind.PACKAGE, tmp_path)


def test_images_that_the_start_has_learnt_from_are_counted(start: StartPoint) -> None:
    warning = start_overlap_warning(start, ["b" * 64, "d" * 64, "c" * 64])
    assert warning is not None
    assert "at least 2 of these 3 images" in warning


def test_where_nothing_is_known_nothing_is_said(start: StartPoint, tmp_path: Path) -> None:
    assert start_overlap_warning(start, ["d" * 64]) is None
    assert start_overlap_warning(StartPoint(), ["a" * 64]) is None
    (tmp_path / OUT_OF_FOLD_NAME).write_text("damaged", encoding="utf-8")
    assert start_overlap_warning(start, ["a" * 64]) is None
