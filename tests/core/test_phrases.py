"""Sentences that are worded when they are shown, and kept ones that are said again."""

import time

import pytest

from core.language import SOURCE_LANGUAGE, TranslationFile, in_source_language, tr, use_catalogue
from core.phrases import kept, phrase, restated

FILES = ("{count} file of {total} cannot be read: {reasons}.", "{count} files of {total} cannot be read: {reasons}.")
ALL = "Something is wrong with the whole folder."
REASON = "{number} x “{reason}”"
AREA = "{title} with an area of {area}."
SQUARE = "{value} ({low} to {high})"
CHOSEN = "Choose {folds} of {folds} folds."
TEMPLATES = (FILES, ALL, REASON, AREA, SQUARE, CHOSEN, "damaged")

TURKISH = TranslationFile(
    texts={
        (ALL, ""): "Klasörün bütününde bir sorun var.",
        (REASON, ""): "{number} kez “{reason}”",
        (AREA, ""): "{title}, alan {area}.",
        (SQUARE, ""): "{value} ({low}–{high})",
        (CHOSEN, ""): "{folds} kattan {folds} tanesini seçin.",
        ("damaged", ""): "hasarlı",
        (",", "a sign in numbers"): ".",
        (".", "a sign in numbers"): ",",
    },
    plurals={FILES[1]: ("{total} dosyanın {count} tanesi okunamıyor: {reasons}.",)},
)


@pytest.fixture
def invented_turkish(source_language: None) -> None:
    use_catalogue(TURKISH, "tr")


def test_a_phrase_speaks_the_language_that_is_in_force(invented_turkish: None) -> None:
    reasons = (phrase(REASON, number=3, reason=phrase("damaged")), phrase(REASON, number=1, reason="x, y"))
    found = phrase(FILES, count=1200, total=3000, reasons=reasons)
    assert str(found) == "3.000 dosyanın 1.200 tanesi okunamıyor: 3 kez “hasarlı”, 1 kez “x, y”."
    with in_source_language():
        assert str(found) == "1,200 files of 3,000 cannot be read: 3 x “damaged”, 1 x “x, y”."
        assert str(phrase(FILES, count=1, total=2, reasons="-")) == "1 file of 2 cannot be read: -."


@pytest.mark.parametrize(
    ("english", "turkish"),
    [
        ("1 file of 1,200 cannot be read: damaged.", "1.200 dosyanın 1 tanesi okunamıyor: hasarlı."),
        (
            "3 files of 9 cannot be read: 2 x “damaged”; 1 x “a”. Something is wrong with the whole folder.",
            "9 dosyanın 3 tanesi okunamıyor: 2 kez “hasarlı”; 1 kez “a”. Klasörün bütününde bir sorun var.",
        ),
        ("damaged with an area of 0.870 (0.840 to 0.900).", "hasarlı, alan 0,870 (0,840–0,900)."),
        ("Choose 5 of 5 folds.", "5 kattan 5 tanesini seçin."),
        ("Choose 5 of 6 folds.", "Choose 5 of 6 folds."),
        ("An older version said this.", "An older version said this."),
        ("", ""),
    ],
)
def test_what_was_kept_in_english_is_said_again(english: str, turkish: str, invented_turkish: None) -> None:
    assert restated(english, TEMPLATES) == turkish
    assert tr(kept(english, TEMPLATES)) == turkish
    assert kept(english, TEMPLATES) == english
    use_catalogue(TranslationFile(), SOURCE_LANGUAGE)
    assert restated(english, TEMPLATES) == english


def test_sentences_that_nothing_here_made_are_soon_given_up(invented_turkish: None) -> None:
    foreign = " ".join(f"Sentence {number} of another program, or of a stranger's model card." for number in range(20))
    started = time.perf_counter()
    assert restated(foreign, TEMPLATES) == foreign
    assert restated(f"{foreign} {ALL}", TEMPLATES) == f"{foreign} {ALL}"
    assert restated(("a. " * 100_000) + ALL, TEMPLATES) == ("a. " * 100_000) + ALL
    assert time.perf_counter() - started < 5  # Trying every way to part 20 sentences takes an hour.


def test_a_phrase_in_two_sentences_is_found_among_others(invented_turkish: None) -> None:
    english = f"{ALL} damaged. Or so with an area of 0.500. {ALL}"
    turkish = "Klasörün bütününde bir sorun var."
    assert restated(english, TEMPLATES) == f"{turkish} damaged. Or so, alan 0,500. {turkish}"
