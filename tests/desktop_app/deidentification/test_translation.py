"""Every word of the dialog about de-identified copies can be translated."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.imaging.pixel_mask import PixelMask
from core.interchange.deidentification.changes import AttributeChange, Change
from core.interchange.deidentification.report import BurnedInText, CopiedFile, DeidentificationReport, Origin
from desktop_app.deidentification.deidentification_dialog import DeidentificationDialog
from desktop_app.deidentification.deidentification_work import OpenScans
from desktop_app.deidentification.outcome_page import OutcomePage
from tests.pseudo_language import QT_WORDS, untranslated, visible_texts

SCANS = (Path("a.dcm"), Path("b.dcm"))

pytestmark = pytest.mark.usefixtures("pseudo_language")


def test_what_is_chosen(qtbot: QtBot) -> None:
    dialog = DeidentificationDialog(lambda: OpenScans(SCANS[0], SCANS), lambda: {SCANS[0]: (PixelMask(0, 0, 5, 5),)})
    qtbot.addWidget(dialog)
    dialog.show()
    page = dialog.options_page
    said = []
    for choice in ("shown", "listed", "folder"):
        page.scans_chooser.setCurrentIndex(page.scans_chooser.findData(choice))
        said.append(page.masks_label.text())
    page.copy_folder(Path("films"))
    assert len(set(said)) == 3
    assert untranslated(said) == []
    assert untranslated(visible_texts(dialog), ("films", *QT_WORDS)) == []
    dialog.close()


def test_what_came_of_it(qtbot: QtBot, tmp_path: Path) -> None:
    page = OutcomePage()
    qtbot.addWidget(page)
    changes = tuple(AttributeChange("(0010,0010)", "Patient's Name", change, 1) for change in Change)
    copies = tuple(
        CopiedFile(SCANS[0], (tmp_path / "copy.dcm",), "1.2", "copy", changes, 1, text, Origin("", ""))
        for text in BurnedInText
    )
    page.show_report(DeidentificationReport(tmp_path, copies, (), tmp_path / "table.csv", 2))
    cells = [page.table.item(row, column).text() for row in range(page.table.rowCount()) for column in (0, 1)]
    assert len(cells) == 2 * len(Change)
    assert untranslated(cells) == []
    assert untranslated(visible_texts(page), ("Patient's Name", tmp_path.name, "table.csv")) == []
