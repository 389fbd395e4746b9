"""The language that the window speaks, chosen once when the program starts."""

import os

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from core.language import LANGUAGES, SOURCE_LANGUAGE, closest_language, mark, tr, use_language

LANGUAGE_VARIABLE = "HILUM_LANGUAGE"
"""Environment variable that wins over the settings: a code of `core.language.LANGUAGES`, also as `tr_TR.UTF-8`."""


_KEY = "a key"  # untranslated: tells these words from others
_NAMED_KEYS = (
    mark("Space", "a key"),
    mark("Left", "a key"),
    mark("Right", "a key"),
    mark("Up", "a key"),
    mark("Down", "a key"),
)


_FILE_DIALOG = "a dialog for files"  # untranslated: tells these words from others
_PANEL = "a panel of the window"  # untranslated: tells these words from others
_WORDS_BY_CONTEXT = {
    "QShortcut": (_KEY, frozenset(_NAMED_KEYS)),
    "QFileDialog": (
        _FILE_DIALOG,
        frozenset({mark("&Look in:", "a dialog for files"), mark("Files of &type:", "a dialog for files")}),
    ),
    "QDockWidget": (
        _PANEL,
        frozenset(
            {
                mark("Float", "a panel of the window"),
                mark("Undocks and re-attaches the dock widget", "a panel of the window"),
                mark("Closes the dock widget", "a panel of the window"),
            }
        ),
    ),
}


class WordsInPlaceOfQts(QTranslator):
    """Words of Qt's own that its translation lacks, or words as no person would.

    Keys have the names that are printed on keyboards: Qt's Turkish calls Ctrl and Shift what no keyboard does.
    """

    def translate(
        self,
        context: str,
        sourceText: str,  # noqa: N803 -- Qt's name
        disambiguation: str | None = None,  # noqa: ARG002 -- Qt passes it
        n: int = -1,  # noqa: ARG002 -- Qt passes it
    ) -> str | None:
        """The words of a context; None for all else, which leaves it to Qt's own."""
        meaning, words = _WORDS_BY_CONTEXT.get(context, ("", frozenset()))
        # Keys that have no name of Hilum's keep the English one.
        return tr(sourceText, meaning) if sourceText in words or context == "QShortcut" else None

    def isEmpty(self) -> bool:  # noqa: N802 -- Qt's name
        """It has words."""
        return False


def choose_language(settings_language: str) -> str:
    """Return the language to speak: of the environment, else of the settings, else of the system.

    `HILUM_LANGUAGE=tr hilum` opens the window in Turkish, whatever the settings say: for a look, for tests, and for
    whoever cannot find the settings in a language that they do not read.

    Args:
        settings_language: What a person chose, a code of `core.language.LANGUAGES`; empty for the system's.
    """
    if wanted := os.environ.get(LANGUAGE_VARIABLE, ""):
        return closest_language([wanted])
    if settings_language in LANGUAGES:
        return settings_language
    return closest_language(list(QLocale.system().uiLanguages()))


def speak(app: QApplication, language: str) -> tuple[QTranslator, ...]:
    """Speak a language from now on: Hilum's words, Qt's own (OK, Cancel), and the signs in fields for numbers.

    Called before the first widget is made, which takes its words then.

    Args:
        app: The program.
        language: A code of `core.language.LANGUAGES`.

    Returns:
        What gives Qt its words, which the program keeps; nothing where Qt speaks the language by itself.
    """
    use_language(language)
    QLocale.setDefault(QLocale(language))
    if language == SOURCE_LANGUAGE:
        return ()
    words_of_qt, own_words = QTranslator(app), WordsInPlaceOfQts(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    words_of_qt.load(f"qtbase_{language}", folder)  # untranslated: a file
    # What is installed last is asked first.
    for translator in (words_of_qt, own_words):
        app.installTranslator(translator)
    return words_of_qt, own_words
