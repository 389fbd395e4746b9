"""Reports in the window: what they are about, what the preview shows, what is saved and printed."""

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from core.report.blocks import Paper
from core.report.clinic import Clinic, read_clinic, write_clinic
from core.site_settings import site_settings_path
from desktop_app.application import Workstation
from desktop_app.jobs import active_jobs
from desktop_app.report.clinic_dialog import ClinicDialog
from desktop_app.report.page_preview import PagePreview
from desktop_app.report.report_dialog import ReportDialog, ReportScope
from desktop_app.screening.scan_session import ScanState

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def opened(qtbot: QtBot, workstation: Workstation, jpeg_scans: list[Path]) -> Workstation:
    workstation.commands.take_settings(replace(workstation.store.current, person="Dr. A"))
    workstation.controller.open_paths(jpeg_scans[:3])
    session = workstation.controller.session
    qtbot.waitUntil(
        lambda: (
            len(session) == 3 and all(entry.state is ScanState.CLASSIFIED for entry in session) and not active_jobs()
        ),
        timeout=15_000,
    )
    return workstation


def shown(qtbot: QtBot, workstation: Workstation) -> ReportDialog:
    workstation.window.actions_of_window.report.trigger()
    dialog = workstation.report.dialog
    settled(qtbot)
    return dialog


def settled(qtbot: QtBot) -> None:
    qtbot.wait(450)
    qtbot.waitUntil(lambda: not active_jobs(), timeout=20_000)


def test_the_shown_scan_is_previewed_as_it_will_be(qtbot: QtBot, opened: Workstation) -> None:
    dialog = shown(qtbot, opened)

    assert dialog.preview.page_count == 1
    assert dialog.preview.status.text() == "Page 1 of 1."
    request = dialog.request
    assert request is not None
    assert request.settings.person == "Dr. A"
    assert [scan.number for scan in request.scans] == [opened.controller.selected_entry.number]  # type: ignore[union-attr]


def test_all_classified_scans_have_a_table_and_a_page_each(qtbot: QtBot, opened: Workstation) -> None:
    dialog = shown(qtbot, opened)
    dialog.scope.setCurrentIndex(dialog.scope.findData(str(ReportScope.CLASSIFIED)))
    settled(qtbot)

    assert dialog.scope.currentText() == "All classified scans (3)"
    assert dialog.preview.page_count == 4
    qtbot.mouseClick(dialog.preview.next, LEFT)
    assert dialog.preview.status.text() == "Page 2 of 4."
    qtbot.mouseClick(dialog.preview.previous, LEFT)
    assert not dialog.preview.previous.isEnabled()


def test_a_report_is_saved_and_told(
    qtbot: QtBot, opened: Workstation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = shown(qtbot, opened)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "report"), ""))

    with qtbot.waitSignal(opened.report.report_saved, timeout=20_000) as told:
        qtbot.mouseClick(dialog.save, LEFT)
    settled(qtbot)

    path, numbers = told.args
    assert path == tmp_path / "report.pdf"
    assert path.read_bytes().startswith(b"%PDF")
    assert len(numbers) == 1
    assert "report.pdf" in dialog.message_bar.text
    assert dialog.save.isEnabled()


def test_what_cannot_be_saved_is_said(qtbot: QtBot, opened: Workstation, tmp_path: Path) -> None:
    dialog = shown(qtbot, opened)

    dialog.save_as(tmp_path / "nowhere" / "report.pdf")
    settled(qtbot)

    assert "could not be written" in dialog.message_bar.text
    assert dialog.save.isEnabled()


def test_a_report_is_printed_page_by_page(qtbot: QtBot, opened: Workstation, tmp_path: Path) -> None:
    dialog = shown(qtbot, opened)
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))

    dialog.print_on(printer)
    settled(qtbot)

    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF")
    assert dialog.message_bar.text == "1 page was sent to the printer."


def test_an_answer_that_is_kept_back_is_in_no_report(qtbot: QtBot, opened: Workstation) -> None:
    """Given a scan whose answer waits for the person's impression, its report has no answer either."""
    entry = opened.controller.selected_entry
    assert entry is not None
    entry.is_sealed = True

    dialog = shown(qtbot, opened)

    assert dialog.request is not None
    assert dialog.request.scans[0].result is None
    assert len(opened.report.scans_of(ReportScope.CLASSIFIED)) == 2


def test_nothing_open_is_nothing_to_report(qtbot: QtBot, workstation: Workstation) -> None:
    dialog = shown(qtbot, workstation)

    assert dialog.request is None
    assert not dialog.save.isEnabled()
    assert "No scan to report" in dialog.preview.status.text()


def test_a_damaged_clinic_is_said_and_not_replaced(qtbot: QtBot, opened: Workstation) -> None:
    path = site_settings_path("clinic")
    assert path is not None
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("{")

    dialog = shown(qtbot, opened)

    assert "clinic.json" in dialog.message_bar.text
    assert path.read_text() == "{"


class TestClinicDialog:
    def test_keeps_what_was_chosen(self, qtbot: QtBot, tmp_path: Path) -> None:
        logo = tmp_path / "logo.png"
        Image.new("RGB", (30, 20)).save(logo)
        dialog = ClinicDialog(Clinic())
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.keyClicks(dialog.name, "Klinik")
        dialog.paper.setCurrentIndex(1)
        dialog.take_logo(logo)

        with qtbot.waitSignal(dialog.clinic_kept, timeout=10_000):
            dialog.keep()

        kept = read_clinic()
        assert (kept.name, kept.paper) == ("Klinik", Paper.LETTER)
        assert kept.logo is not None
        assert kept.logo.name == "clinic_logo.png"
        assert not dialog.isVisible()

    def test_a_logo_of_no_use_is_said_and_the_dialog_stays(self, qtbot: QtBot, tmp_path: Path) -> None:
        (tmp_path / "logo.png").write_text("no picture")
        write_clinic(Clinic("Before"))
        dialog = ClinicDialog(Clinic("Before"))
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.take_logo(tmp_path / "logo.png")

        dialog.keep()
        qtbot.waitUntil(lambda: bool(dialog.message_bar.text) and not active_jobs(), timeout=10_000)

        assert "logo.png" in dialog.message_bar.text
        assert dialog.isVisible()
        assert read_clinic() == Clinic("Before")
        qtbot.mouseClick(dialog.findChild(QPushButton, "noLogo"), LEFT)
        assert dialog.chosen.logo is None


def test_a_page_is_as_wide_as_there_is_room(qtbot: QtBot) -> None:
    preview = PagePreview()
    qtbot.addWidget(preview)
    preview.resize(400, 300)
    preview.show()
    page = QImage(210, 297, QImage.Format.Format_RGB32)
    page.fill(Qt.GlobalColor.white)

    preview.show_pages((page, page), "A note.")
    narrow = preview.picture.minimumHeight()
    preview.resize(800, 300)
    qtbot.waitUntil(lambda: preview.picture.minimumHeight() > narrow)

    assert preview.status.text() == "Page 1 of 2. A note."
