"""The language that a person reads: where its words come from, and who speaks which."""

import copy
import pickle
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from core import language
from core.language import (
    LANGUAGES,
    SOURCE_LANGUAGE,
    TranslationFile,
    Worded,
    closest_language,
    current_language,
    in_language,
    in_source_language,
    mark,
    mark_count,
    plural_form,
    read_translations,
    tr,
    translations_of,
    use_catalogue,
    use_language,
)

SOME_TRANSLATIONS = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr" sourcelanguage="en"><context><name>Hilum</name>
<message><source>Open</source><translation>Aç</translation></message>
<message><source>Open</source><comment>state of a run</comment><translation>Açık</translation></message>
<message><source>Close</source><translation type="unfinished">Kapat?</translation></message>
<message><source>Gone</source><translation type="vanished">Gitti</translation></message>
<message><source>Older</source><translation type="obsolete">Eski</translation></message>
<message><source>Bare</source></message>
<message><source>Empty</source><translation></translation></message>
<message numerus="yes"><source>{count} scans</source>
<translation><numerusform>{count} görüntü</numerusform></translation></message>
<message numerus="yes"><source>{count} runs</source>
<translation><numerusform>tek</numerusform><numerusform>çok</numerusform></translation></message>
</context></TS>
"""
CATALOGUE = TranslationFile({("Open", ""): "Aç", ("{name} is empty.", ""): "{name} boş."})


@pytest.fixture
def some_file(tmp_path: Path) -> Path:
    path = tmp_path / "hilum_tr.ts"
    path.write_text(SOME_TRANSLATIONS, encoding="utf-8")
    return path


@pytest.fixture
def resource_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A program whose translations lie in a folder of the test."""
    folder = tmp_path / "resources" / "translations"
    folder.mkdir(parents=True)
    monkeypatch.setattr(language, "files", lambda _package: tmp_path / "resources")
    translations_of.cache_clear()
    yield folder
    translations_of.cache_clear()


def test_a_translation_file_is_read_by_text_and_meaning(some_file: Path) -> None:
    read = read_translations(some_file)
    assert read.text("Open", "") == "Aç"
    assert read.text("Open", "state of a run") == "Açık"
    assert read.text("Open", "another meaning") == "Open"


@pytest.mark.parametrize("text", ["Close", "Gone", "Older", "Bare", "Empty", "Unheard of"])
def test_what_is_not_translated_is_shown_in_english(some_file: Path, text: str) -> None:
    assert read_translations(some_file).text(text, "") == text


def test_plurals_have_the_forms_of_the_language(some_file: Path) -> None:
    read = read_translations(some_file)
    assert [read.plural("{count} scan", "{count} scans", count) for count in (0, 1, 2)] == ["{count} görüntü"] * 3
    assert [read.plural("{count} run", "{count} runs", count) for count in (0, 1, 2)] == ["çok", "tek", "çok"]
    assert [read.plural("one", "many", count) for count in (0, 1, 2)] == ["many", "one", "many"]


def test_a_file_that_is_gone_or_damaged_is_an_error_to_its_reader(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="hilum_tr"):
        read_translations(tmp_path / "hilum_tr.ts")
    (tmp_path / "hilum_tr.ts").write_text(SOME_TRANSLATIONS[:300], encoding="utf-8")
    with pytest.raises(ET.ParseError):
        read_translations(tmp_path / "hilum_tr.ts")


@pytest.mark.parametrize("content", [None, b"", b"no xml", SOME_TRANSLATIONS[:-9].encode(), b"\xff\xfe\x00"])
def test_with_a_damaged_file_the_program_speaks_english(resource_folder: Path, content: bytes | None) -> None:
    if content is not None:
        (resource_folder / "hilum_tr.ts").write_bytes(content)
    use_language("tr")
    assert tr("Open") == "Open"
    assert plural_form("one", "many", 1) == "one"


def test_a_sound_file_is_used(resource_folder: Path) -> None:
    (resource_folder / "hilum_tr.ts").write_text(SOME_TRANSLATIONS, encoding="utf-8")
    use_language("tr")
    assert tr("Open") == "Aç"
    assert tr("Open", "state of a run") == "Açık"
    assert current_language() == "tr"


def test_an_unknown_language_is_english() -> None:
    use_language("tlh")
    assert current_language() == SOURCE_LANGUAGE
    with in_language("tlh"):
        assert current_language() == SOURCE_LANGUAGE
        assert tr("Open") == "Open"


def test_every_language_but_english_has_a_file() -> None:
    for code in set(LANGUAGES) - {SOURCE_LANGUAGE}:
        assert isinstance(translations_of(code), TranslationFile)


def test_a_marked_text_is_unchanged() -> None:
    use_catalogue(CATALOGUE, "tr")
    assert mark("Open") == "Open"
    assert mark("Open", "state of a run") == "Open"
    assert mark_count("{count} scan", "{count} scans") == ("{count} scan", "{count} scans")
    assert tr(mark("Open")) == "Aç"


def test_english_holds_within_a_block_and_no_longer() -> None:
    use_catalogue(CATALOGUE, "tr")
    with in_source_language():
        assert (tr("Open"), current_language()) == ("Open", "en")
        with in_language("tr"):
            assert current_language() == "tr"
        assert (tr("Open"), current_language()) == ("Open", "en")
    assert (tr("Open"), current_language()) == ("Aç", "tr")


def test_english_ends_with_an_error_too() -> None:
    use_catalogue(CATALOGUE, "tr")
    with pytest.raises(ZeroDivisionError), in_source_language():
        _ = 1 / 0
    assert tr("Open") == "Aç"


def test_english_holds_for_a_function_at_each_of_its_calls() -> None:
    @in_source_language()
    def written() -> str:
        return tr("Open")

    use_catalogue(CATALOGUE, "tr")
    assert [written(), tr("Open"), written()] == ["Open", "Aç", "Open"]


def test_english_holds_in_its_own_thread_only() -> None:
    use_catalogue(CATALOGUE, "tr")
    begun, may_end = threading.Event(), threading.Event()

    def write() -> tuple[str, str]:
        with in_source_language():
            begun.set()
            assert may_end.wait(10)
            return tr("Open"), current_language()

    with ThreadPoolExecutor(1) as pool:
        writing = pool.submit(write)
        assert begun.wait(10)
        shown = tr("Open"), current_language()
        may_end.set()
        assert writing.result() == ("Open", "en")
        assert shown == ("Aç", "tr")
        # The thread is used again, and speaks what the process speaks.
        assert pool.submit(tr, "Open").result() == "Aç"


def test_a_thread_speaks_what_the_process_speaks_even_if_it_is_chosen_later() -> None:
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(tr, "Open").result() == "Open"
        use_catalogue(CATALOGUE, "tr")
        assert pool.submit(tr, "Open").result() == "Aç"
        with in_source_language():
            assert pool.submit(tr, "Open").result() == "Aç"


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["tr-TR"], "tr"),
        (["tr_TR.UTF-8"], "tr"),
        (["TR"], "tr"),
        (["de-DE", "tr", "en"], "tr"),
        (["en-GB", "tr-TR"], "en"),
        (["de", "fr"], "en"),
        (["trv", "tru-TR"], "en"),
        (["C"], "en"),
        ([""], "en"),
        ([], "en"),
    ],
)
def test_the_closest_language_is_the_first_that_the_program_speaks(names: list[str], expected: str) -> None:
    assert closest_language(names) == expected


def test_a_worded_sentence_is_english_and_is_shown_in_the_language_in_force() -> None:
    use_catalogue(CATALOGUE, "tr")
    sentence = Worded(lambda: tr("{name} is empty.").format(name="A"))
    assert sentence == "A is empty."
    assert tr(sentence) == "A boş."
    with in_source_language():
        assert tr(sentence) == "A is empty."


def test_copies_of_a_worded_sentence() -> None:
    use_catalogue(CATALOGUE, "tr")
    sentence = Worded(lambda: tr("{name} is empty.").format(name="A"))
    assert tr(copy.copy(sentence)) == "A boş."
    assert tr(copy.deepcopy([sentence])[0]) == "A boş."
    # Another process has only the English.
    pickled = pickle.loads(pickle.dumps(sentence))  # noqa: S301 -- made here
    assert type(pickled) is str
    assert tr(pickled) == "A is empty."
