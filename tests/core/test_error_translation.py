"""Errors are worded in the person's language, and kept in English."""

import pytest

from core.error_wording import describe_defect, describe_error, describe_missing_decoders
from core.errors import HilumError, NodeFailureError, UnsupportedImageError
from core.kept_sentences import NOT_KEPT, kept_words
from core.language import Worded, in_source_language, mark
from tests.core.test_error_wording import _KINDS, _PATH, _example
from tests.pseudo_language import untranslated

_DATA = ["scan 7.dcm", str(_PATH.parent), "particulars", "Hospital archive"]


@pytest.mark.parametrize("kind", _KINDS, ids=lambda kind: kind.__name__)
def test_sentences_of_every_kind_are_translated_and_kept_in_english(
    kind: type[HilumError], pseudo_language: None
) -> None:
    error = _example(kind)
    with in_source_language():
        english = describe_error(error)

    message = describe_error(error)

    assert untranslated([message.summary, message.remedy], _DATA) == []
    assert message.details == english.details, "details are for engineers"
    assert message.source_text == english.text == english.source_text


@pytest.mark.parametrize("kind", _KINDS, ids=lambda kind: kind.__name__)
def test_a_kept_sentence_is_found_again(kind: type[HilumError], pseudo_language: None) -> None:
    message = describe_error(_example(kind))

    again = kept_words(message.source_text)

    assert untranslated([again], _DATA) == []
    assert again.count("〚") >= message.text.count("〚"), "each of its sentences"


def test_a_kept_clause_is_worded_within_its_sentence(pseudo_language: None) -> None:
    kept = NOT_KEPT.format(node="Archive", reason="it has no room for it")

    assert kept_words(kept) == "〚“〚Archive〛” does not keep this: 〚it has no room for it〛.〛"
    assert kept_words("") == ""


def test_in_english_a_kept_sentence_stays_as_it_is() -> None:
    for kind in _KINDS:
        text = describe_error(_example(kind)).source_text
        assert kept_words(text) == text


def test_a_detail_is_english_as_data_and_worded_in_the_sentence(pseudo_language: None) -> None:
    detail = Worded.of(mark("{samples} samples per pixel"), samples=7)
    error = UnsupportedImageError(_PATH, detail)

    assert error.detail == "7 samples per pixel"
    assert "7 samples per pixel" in str(error)
    assert "(〚7 samples per pixel〛)" in describe_error(error).summary
    assert "〚" not in str(NodeFailureError("Archive", detail))


def test_what_is_no_kind_of_its_own_is_translated_too(pseudo_language: None) -> None:
    messages = (
        describe_defect("KeyError"),
        describe_defect("MemoryError"),
        describe_missing_decoders(["JPEG-LS"], ["pyjpegls"]),
    )

    assert (
        untranslated([text for message in messages for text in (message.summary, message.remedy)], ["KeyError"]) == []
    )
