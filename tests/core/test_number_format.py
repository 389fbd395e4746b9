"""Numbers, dates and counts as a language writes them."""

import math
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.language import TranslationFile, in_language, in_source_language, use_catalogue, use_language
from core.number_format import (
    capitalised,
    day,
    decimal,
    general,
    integer,
    moment,
    percent,
    percentage,
    tr_count,
    with_small_initial,
)

SIGNS = "a sign in numbers"
TURKISH = TranslationFile(
    {
        (".", SIGNS): ",",
        (",", SIGNS): ".",
        ("{number}%", "a percentage"): "%{number}",
        ("%Y-%m-%d", "a pattern of Python's strftime"): "%d.%m.%Y",
    },
    {"{count} scans of {whom}": ("{whom}: {count} görüntü",)},
)
SWAPPED = str.maketrans(".,", ",.")
# A year before 1000 has fewer digits in some systems' strftime.
DATES = st.builds(datetime.combine, st.dates(min_value=date(1000, 1, 1)), st.times())
DIGITS = st.integers(0, 6)


def speak_turkish() -> None:
    use_catalogue(TURKISH, "tr")


@given(st.integers(), st.floats(), DIGITS)
def test_english_numbers_are_pythons_own(count: int, value: float, digits: int) -> None:
    assert integer(count) == f"{count:,}"
    assert decimal(value, digits) == f"{value:.{digits}f}"
    assert decimal(value, digits, grouped=True) == f"{value:,.{digits}f}"
    assert general(value) == f"{value:g}"
    assert general(value, digits + 1) == f"{value:.{digits + 1}g}"
    assert percent(value, digits) == f"{value:.{digits}%}"


@given(DATES)
def test_english_dates_are_iso_8601(value: datetime) -> None:
    assert day(value) == value.date().isoformat()
    assert moment(value) == f"{value.date().isoformat()} {value.time().isoformat('minutes')}"
    assert moment(value, seconds=True) == f"{value.date().isoformat()} {value.time().isoformat('seconds')}"


@given(st.integers(), st.floats(), DIGITS)
def test_turkish_swaps_the_signs_and_keeps_the_digits(count: int, value: float, digits: int) -> None:
    speak_turkish()
    assert integer(count) == f"{count:,}".translate(SWAPPED)
    assert decimal(value, digits) == f"{value:.{digits}f}".translate(SWAPPED)
    assert decimal(value, digits, grouped=True) == f"{value:,.{digits}f}".translate(SWAPPED)
    assert general(value) == f"{value:g}".translate(SWAPPED)
    assert percent(value, digits) == "%" + f"{value:.{digits}%}".removesuffix("%").translate(SWAPPED)
    use_language("en")


@given(st.floats(allow_nan=False, allow_infinity=False, width=32), DIGITS)
def test_a_turkish_number_says_the_same_as_the_english_one(value: float, digits: int) -> None:
    speak_turkish()
    shown = decimal(value, digits, grouped=True)
    use_language("en")
    assert float(shown.replace(".", "").replace(",", ".")) == float(f"{value:.{digits}f}")


def test_examples_of_the_turkish_file() -> None:
    with in_language("tr"):
        assert integer(1234567) == "1.234.567"
        assert decimal(0.9975, 3) == "0,998"
        assert percent(0.961, 1) == "%96,1"
        assert day(date(2026, 11, 24)) == "24.11.2026"
        assert moment(datetime(2026, 11, 24, 9, 5, 7, tzinfo=UTC), seconds=True) == "24.11.2026 09:05:07"
    assert percent(0.961, 1) == "96.1%"


@given(DATES)
def test_turkish_dates_begin_with_the_day(value: datetime) -> None:
    speak_turkish()
    assert day(value) == f"{value.day:02}.{value.month:02}.{value.year}"
    assert moment(value).startswith(day(value))
    assert moment(value).endswith(f" {value.hour:02}:{value.minute:02}")
    use_language("en")


def test_what_is_written_for_machines_has_english_numbers() -> None:
    speak_turkish()
    with in_source_language():
        assert decimal(1234.5, 1, grouped=True) == "1,234.5"
        assert percent(0.5) == "50%"
        assert day(date(2026, 11, 24)) == "2026-11-24"


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_numbers_that_are_none_have_no_signs_to_swap(value: float) -> None:
    english = percent(value, 1)
    assert english == f"{value}%"
    speak_turkish()
    assert percent(value, 1) == f"%{value}"
    assert decimal(value, 2) == f"{value}"


def test_a_percentage_of_words() -> None:
    assert percentage("98.4 to 99.8") == "98.4 to 99.8%"
    speak_turkish()
    assert percentage("98,4 ile 99,8 arası") == "%98,4 ile 99,8 arası"


def test_a_count_takes_the_form_of_the_language() -> None:
    def counted(count: int) -> str:
        return tr_count("{count} scan of {whom}", "{count} scans of {whom}", count, whom="A")

    assert [counted(0), counted(1), counted(1200)] == ["0 scans of A", "1 scan of A", "1,200 scans of A"]
    speak_turkish()
    assert [counted(0), counted(1), counted(1200)] == ["A: 0 görüntü", "A: 1 görüntü", "A: 1.200 görüntü"]


@given(st.text())
def test_english_initials_are_pythons_own(text: str) -> None:
    assert capitalised(text) == text[:1].upper() + text[1:]
    assert with_small_initial(text) == text[:1].lower() + text[1:]


@pytest.mark.parametrize(
    ("small", "capital"),
    [
        ("ilk izlenim", "İlk izlenim"),
        ("ısı haritası", "Isı haritası"),
        ("şikâyet", "Şikâyet"),
        ("kat 1", "Kat 1"),
        ("", ""),
    ],
)
def test_turkish_initials_keep_their_dots(small: str, capital: str) -> None:
    speak_turkish()
    assert capitalised(small) == capital
    assert with_small_initial(capital) == small
    assert capitalised(capital) == capital
    assert with_small_initial(small) == small


@given(st.sampled_from("abcçdefgğhıijklmnoöprsştuüvyz"), st.text(max_size=5))
def test_every_turkish_letter_comes_back_from_its_capital(letter: str, rest: str) -> None:
    speak_turkish()
    assert with_small_initial(capitalised(letter + rest)) == letter + rest
    use_language("en")
