"""The language that a person reads. Every visible string goes through `tr`, in `core` as in the window.

The strings in the source are English. Other languages come from Qt's translation files,
`resources/translations/hilum_<language>.ts`, which Qt Linguist edits and `packaging/translations.py` keeps in step with
the source. They are read as they are, without Qt, so that the command line and reports have the same words as the
window; one of 3,300 strings is read in about 20 ms.

What a machine reads (JSON, CSV, the record, DICOM objects) stays in the source's language, whatever the person's:
`in_source_language` is for that.
"""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Protocol, Self
from xml.etree import ElementTree as ET

SOURCE_LANGUAGE = "en"
LANGUAGES = {SOURCE_LANGUAGE: "English", "tr": "Türkçe"}  # untranslated: languages name themselves
"""Each language by its ISO 639-1 code, with its own name for itself."""


class Catalogue(Protocol):
    """Where translations are looked up."""

    def text(self, source: str, meaning: str) -> str:
        """The translation of a string, the string itself where there is none."""

    def plural(self, one: str, many: str, count: int) -> str:
        """The form for a count, the source's where there is none."""


class SourceCatalogue:
    """The strings as they stand in the source: English."""

    def text(self, source: str, meaning: str) -> str:  # noqa: ARG002 -- a language without a second sense of a word
        """See `Catalogue`."""
        return source

    def plural(self, one: str, many: str, count: int) -> str:
        """See `Catalogue`."""
        return one if count == 1 else many


@dataclass(frozen=True)
class TranslationFile(SourceCatalogue):
    """The translations of a .ts file.

    Attributes:
        texts: Translation by source string and meaning.
        plurals: Forms by the source's plural. Qt's rule for Turkish and English: the first form is for a count of 1,
            the last for all others.
    """

    texts: Mapping[tuple[str, str], str] = field(default_factory=dict)
    plurals: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def text(self, source: str, meaning: str) -> str:
        """See `Catalogue`."""
        return self.texts.get((source, meaning)) or source

    def plural(self, one: str, many: str, count: int) -> str:
        """See `Catalogue`."""
        forms = self.plurals.get(many)
        if not forms:
            return super().plural(one, many, count)
        return forms[0] if count == 1 else forms[-1]


_SOURCE = SourceCatalogue()


@dataclass
class _Chosen:
    """A language that was chosen, and where its words are looked up."""

    language: str = SOURCE_LANGUAGE
    catalogue: Catalogue = _SOURCE


# What holds for the whole process, in every thread; and what a thread speaks for a while instead.
_chosen = _Chosen()
_OVERRIDE: ContextVar[_Chosen | None] = ContextVar("language", default=None)
_choosing = threading.Lock()


def tr(text: str, meaning: str = "") -> str:
    """Return a string in the person's language.

    It is called where the string is shown and never while a module is imported, when no language is chosen yet; for a
    constant see `mark`. What varies is filled in afterwards: `tr("{name} is empty.").format(name=name)`.

    Args:
        text: The English string, a literal or a string from `mark`.
        meaning: What a word means here, where English has one word for two things: `tr("Open", "adjective")`.
    """
    return text.wording() if isinstance(text, Worded) else _catalogue().text(text, meaning)


def mark(text: str, meaning: str = "") -> str:  # noqa: ARG001 -- for the extraction, as QT_TR_NOOP
    """Mark a constant as a string to translate, and return it unchanged; `tr` translates it where it is shown."""
    return text


class Worded(str):
    """A sentence with data in it that is kept, with a result or an error, and shown later by `tr`.

    As a string it is English, in whatever language it was made: so a machine writes it. A person reads it in the
    language that is in force when it is shown. A copy that a pickle makes is the English alone.

    Attributes:
        wording: Makes the sentence, in the language that is in force.
    """

    wording: Callable[[], str]

    def __new__(cls, wording: Callable[[], str]) -> Self:
        """Make the sentence in English.

        Args:
            wording: Makes it in the language that is in force: `lambda: tr("{name} is empty.").format(name=name)`.
        """
        with in_source_language():
            made = super().__new__(cls, wording())
        made.wording = wording
        return made

    @classmethod
    def of(cls, template: str, **fields: object) -> Self:
        """A sentence made of a template and of data.

        Args:
            template: From `mark`.
            fields: What is filled in, as it is, a kept sentence by `tr`.
        """
        return cls(
            lambda: tr(template).format(
                **{name: tr(data) if isinstance(data, Worded) else data for name, data in fields.items()}
            )
        )

    def __copy__(self) -> Self:
        """Nothing in it changes."""
        return self

    def __deepcopy__(self, memo: object) -> Self:
        """Nothing in it changes."""
        return self

    def __reduce__(self) -> tuple[type[str], tuple[str]]:
        """What makes it need not be what another process can load."""
        return str, (str(self),)


def mark_count(one: str, many: str) -> tuple[str, str]:
    """Mark the two forms of a count as strings to translate; `core.phrases` words them where they are shown."""
    return one, many


def current_language() -> str:
    """The code of the language that is in force, one of `LANGUAGES`."""
    return (_OVERRIDE.get() or _chosen).language


def use_language(language: str) -> None:
    """Choose the language of the whole process.

    Args:
        language: One of `LANGUAGES`; any other counts as English.
    """
    known = language if language in LANGUAGES else SOURCE_LANGUAGE
    use_catalogue(translations_of(known), known)


def use_catalogue(catalogue: Catalogue, language: str = SOURCE_LANGUAGE) -> None:
    """Choose where strings are looked up.

    Args:
        catalogue: The translations.
        language: What `current_language` says from now on.
    """
    with _choosing:
        _chosen.catalogue, _chosen.language = catalogue, language


@contextmanager
def in_source_language() -> Iterator[None]:
    """Within it this thread speaks English: for what is written for machines, and kept for other readers."""
    with in_language(SOURCE_LANGUAGE):
        yield


@contextmanager
def in_language(language: str) -> Iterator[None]:
    """Within it this thread speaks a language: for what is made for another reader, such as a report.

    Args:
        language: One of `LANGUAGES`; any other counts as English.
    """
    known = language if language in LANGUAGES else SOURCE_LANGUAGE
    token = _OVERRIDE.set(_Chosen(known, translations_of(known)))
    try:
        yield
    finally:
        _OVERRIDE.reset(token)


def closest_language(names: list[str]) -> str:
    """Return the first language of a list that Hilum speaks.

    Args:
        names: As systems name them, best first: `tr-TR`, `tr_TR.UTF-8`, `en`.
    """
    codes = (name.replace("_", "-").partition("-")[0].lower() for name in names)
    return next((code for code in codes if code in LANGUAGES), SOURCE_LANGUAGE)


@cache
def translations_of(language: str) -> Catalogue:
    """Read a language's translations; those of a file that is gone or damaged are English."""
    if language == SOURCE_LANGUAGE:
        return _SOURCE
    try:
        return read_translations(files("resources") / "translations" / f"hilum_{language}.ts")  # untranslated: a file
    except (OSError, ET.ParseError):
        return _SOURCE


def read_translations(path: Traversable) -> TranslationFile:
    """Read a .ts file; what is not translated yet is left out.

    Raises:
        OSError: There is no such file, or it may not be read.
        ET.ParseError: It is no XML.

    Source: Qt's TS file format, version 2.1.
    """
    texts: dict[tuple[str, str], str] = {}
    plurals: dict[str, tuple[str, ...]] = {}
    # The file is the program's own: whoever could put a hostile one there could change the program itself.
    for message in ET.fromstring(path.read_bytes()).iter("message"):  # noqa: S314
        translation = message.find("translation")
        if translation is None or translation.get("type") in ("unfinished", "vanished", "obsolete"):
            continue
        source = message.findtext("source", "")
        if message.get("numerus") == "yes":
            plurals[source] = tuple(form.text or "" for form in translation.iter("numerusform"))
        else:
            texts[source, message.findtext("comment", "")] = translation.text or ""
    return TranslationFile(texts, plurals)


def plural_form(one: str, many: str, count: int) -> str:
    """The form that the person's language has for a count; `core.number_format.tr_count` fills it in."""
    return _catalogue().plural(one, many, count)


def _catalogue() -> Catalogue:
    return (_OVERRIDE.get() or _chosen).catalogue
