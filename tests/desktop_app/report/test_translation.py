"""Every word of the report's windows can be translated."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from core.jobs import Progress
from core.report.clinic import Clinic
from desktop_app import jobs
from desktop_app.report.clinic_dialog import ClinicDialog
from desktop_app.report.report_dialog import ReportDialog, ReportScope
from desktop_app.report.report_work import Preview, ReportScan
from tests.pseudo_language import QT_WORDS, outside_brackets, untranslated, visible_texts

# Sizes of paper and of data.
TERMS = ("PDF", *QT_WORDS)

pytestmark = pytest.mark.usefixtures("pseudo_language")


def scans_of(scope: ReportScope) -> tuple[ReportScan, ...]:
    count = 1 if scope is ReportScope.SHOWN else 3
    return tuple(ReportScan(number, Path(f"scan {number}.dcm")) for number in range(count))


def test_the_report_dialog(qtbot: QtBot) -> None:
    dialog = ReportDialog(scans_of, lambda: "Dr. A")
    qtbot.addWidget(dialog)
    dialog._offer_scopes()
    assert dialog.scope.count() == 3
    said = []
    dialog._on_drawn(Preview((QImage(10, 10, QImage.Format.Format_Grayscale8),), 1200))
    said.append(dialog.preview.status.text())
    dialog._on_progressed(Progress(1, 3, ""))
    said.append(dialog.preview.status.text())
    for tell in (lambda: dialog._on_saved(Path("a.pdf")), lambda: dialog._on_printed(1), lambda: dialog._on_printed(2)):
        tell()
        said.append(dialog.message_bar.text)
    assert all(said)
    assert [outside_brackets(text).strip() for text in said] == [""] * 5
    assert untranslated(visible_texts(dialog), TERMS) == []
    dialog._drawing.cancel()
    qtbot.waitUntil(lambda: not jobs.active_jobs(), timeout=10_000)


def test_the_clinic(qtbot: QtBot) -> None:
    dialog = ClinicDialog(Clinic(name="Ward"))
    qtbot.addWidget(dialog)
    assert untranslated(visible_texts(dialog), TERMS) == []
