"""Every word about DICOM results can be translated."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.interchange.results.source import ResultKind
from desktop_app.results_dialog import ResultsDialog
from tests.pseudo_language import QT_WORDS, untranslated, visible_texts

pytestmark = pytest.mark.usefixtures("pseudo_language")


def test_the_choice(qtbot: QtBot) -> None:
    obstacles = {kind: "made up" if kind is ResultKind.HEAT_MAP else None for kind in ResultKind}
    dialog = ResultsDialog(obstacles, Path("/results"), ["Ward"])
    qtbot.addWidget(dialog)
    for row in range(dialog.target.count()):
        dialog.target.setCurrentIndex(row)
        assert untranslated(visible_texts(dialog), ("Ward", *QT_WORDS)) == []
