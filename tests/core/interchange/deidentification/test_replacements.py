"""What stands for identifiers, dates and covered pixels, for any input."""

from datetime import date, timedelta

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from pydicom.uid import UID

from core.imaging.pixel_mask import PixelMask, black_out
from core.interchange.deidentification.date_shift import shifted
from core.interchange.deidentification.pseudonyms import Pseudonyms

KEY, OTHER_KEY = bytes(range(32)), bytes(32)


@given(st.text(max_size=70))
def test_identifiers_are_valid_and_follow_from_the_key(original: str) -> None:
    uid = Pseudonyms(KEY).uid(original)
    assert UID(uid).is_valid
    assert uid == Pseudonyms(KEY).uid(original) != Pseudonyms(OTHER_KEY).uid(original)
    # RFC 9562: version 8, variant 2.
    number = int(uid.removeprefix("2.25."))
    assert number >> 76 & 0xF == 8
    assert number >> 62 & 0x3 == 2


@given(st.lists(st.text(max_size=20), unique=True, max_size=30))
def test_different_originals_stay_different(originals: list[str]) -> None:
    assert len({Pseudonyms(KEY).uid(original) for original in originals}) == len(originals)


@given(st.text(max_size=20))
def test_dates_go_a_month_to_ten_years_back(patient: str) -> None:
    assert -3650 <= Pseudonyms(KEY).shift_days(patient) <= -31


@given(st.dates(date(1911, 1, 1), date(2100, 1, 1)), st.integers(-3650, -31))
def test_dates_move_by_days_and_times_stay(day: date, days: int) -> None:
    text = day.strftime("%Y%m%d")
    moved = (day + timedelta(days=days)).strftime("%Y%m%d")
    assert shifted(text, "DA", days) == moved
    assert shifted(f"{text[:4]}.{text[4:6]}.{text[6:]}", "DA", days) == moved
    assert shifted(f"{text}101112.5+0100", "DT", days) == f"{moved}101112.5+0100"


@given(st.text(max_size=12))
def test_what_is_no_date_is_not_carried_over(text: str) -> None:
    for representation in ("DA", "DT"):
        moved = shifted(text, representation, -100)
        assert moved is None or moved[:8].isdigit()


@given(
    st.integers(1, 12),
    st.integers(1, 12),
    st.lists(
        st.builds(PixelMask, st.integers(-5, 15), st.integers(-5, 15), st.integers(1, 9), st.integers(1, 9)),
        max_size=3,
    ),
    st.booleans(),
)
def test_covered_pixels_say_nothing_and_others_stay(
    rows: int, columns: int, masks: list[PixelMask], brightest: bool
) -> None:
    pixels = np.arange(rows * columns, dtype=np.uint16).reshape(rows, columns) + 7
    covered = np.array(
        [
            [
                any(m.row <= row < m.row + m.rows and m.column <= column < m.column + m.columns for m in masks)
                for column in range(columns)
            ]
            for row in range(rows)
        ]
    )
    masked = black_out(pixels, masks, brightest=brightest)
    assert np.array_equal(masked[~covered], pixels[~covered])
    if covered.any():
        others = pixels[~covered]
        assert set(masked[covered]) == {(others.max() if brightest else others.min()) if others.size else 0}
