"""The language that the window speaks, chosen once when the program starts."""

import os

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from core.language import LANGUAGES, SOURCE_LANGUAGE, closest_language, use_language

LANGUAGE_VARIABLE = "HILUM_LANGUAGE"
"""Environment variable that wins over the settings: a code of `core.language.LANGUAGES`, also as `tr_TR.UTF-8`."""


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


def speak(app: QApplication, language: str) -> QTranslator | None:
    """Speak a language from now on: Hilum's words, Qt's own (OK, Cancel), and the signs in fields for numbers.

    Called before the first widget is made, which takes its words then.

    Args:
        app: The program.
        language: A code of `core.language.LANGUAGES`.

    Returns:
        Qt's own words, which the program keeps; None where Qt speaks the language by itself, or has no words for it.
    """
    use_language(language)
    QLocale.setDefault(QLocale(language))
    if language == SOURCE_LANGUAGE:
        return None
    words_of_qt = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if not words_of_qt.load(f"qtbase_{language}", folder):  # untranslated: a file
        return None
    app.installTranslator(words_of_qt)
    return words_of_qt
