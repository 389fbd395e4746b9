"""What a radiograph says about itself in words."""

import pytest

from core.imaging.radiograph import PatientStudy, Stated


@pytest.mark.parametrize(
    ("years", "words"),
    [(0.0, "0 months"), (1.5 / 12, "1 month"), (1.99, "23 months"), (2.0, "2 years"), (13.9, "13 years")],
)
def test_an_age_counts_what_is_completed(years: float, words: str) -> None:
    assert PatientStudy(age_years=Stated(years, "")).age_in_words == words


def test_an_age_that_is_not_stated_is_not_made_up() -> None:
    assert PatientStudy().age_in_words == ""
