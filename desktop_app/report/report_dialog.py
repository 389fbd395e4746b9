"""The report dialog: what the report is about, how it is made, and what it looks like."""

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from core.error_wording import describe_error
from core.errors import HilumError
from core.jobs import Progress
from core.language import mark, tr
from core.number_format import integer, tr_count
from core.report.blocks import Paper
from core.report.clinic import Clinic, read_clinic
from core.report.report_settings import LONGEST_COMMENT, ReportSettings
from desktop_app.error_messages import MessageBar
from desktop_app.jobs import Job, JobFailure, start_job
from desktop_app.newest_job import NewestJob
from desktop_app.page_parts import button, heading, resize_within_screen, sentence
from desktop_app.report.clinic_dialog import ClinicDialog, paper_name
from desktop_app.report.page_preview import PagePreview
from desktop_app.report.report_work import Preview, ReportRequest, ReportScan, preview_work, print_work, save_work

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_PREVIEW_DELAY_MS = 350
_PANEL_WIDTH = 300
_DRAWING = mark("Drawing the preview\N{HORIZONTAL ELLIPSIS}")


class ReportScope(StrEnum):
    """Which scans a report is about."""

    SHOWN = "shown"
    SELECTED = "selected"
    CLASSIFIED = "classified"


_SCOPES = {
    ReportScope.SHOWN: mark("The shown scan"),
    ReportScope.SELECTED: mark("The selected scans ({count})"),
    ReportScope.CLASSIFIED: mark("All classified scans ({count})"),
}


class ReportDialog(QDialog):
    """Choices on the left, pages on the right. Work gets a snapshot of what is open at that moment."""

    report_saved = Signal(object, object)
    """Path of the file, and the numbers of the scans that it is about."""

    def __init__(
        self,
        scans_of: Callable[[ReportScope], tuple[ReportScan, ...]],
        person: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        """Make the dialog; the preview is drawn when it is shown.

        Args:
            scans_of: Says which scans a scope means now.
            person: Says who makes the report.
            parent: The window.
        """
        super().__init__(parent)
        self.setWindowTitle(tr("Report"))
        self._scans_of = scans_of
        self._person = person
        self._clinic = Clinic()
        self._folder = ""
        self._job: Job | None = None
        self._saving: tuple[int, ...] = ()
        self.message_bar = MessageBar()
        self.scope = QComboBox()
        self.scope.setAccessibleName(tr("What the report is about"))
        self.paper = QComboBox()
        for paper in Paper:
            self.paper.addItem(paper_name(paper), str(paper))
        self.anonymous = QCheckBox(tr("&Anonymous"))
        self.anonymous.setToolTip(tr("Leave out names, numbers, dates, the institution and the names of files"))
        self.small = QCheckBox(tr("&E-mail size"))
        self.small.setToolTip(tr("Small pictures: below 300 kB a scan"))
        self.heat_map = QCheckBox(tr("With &heat map"))
        self.heat_map.setChecked(True)
        self.comment = QPlainTextEdit()
        self.comment.setAccessibleName(tr("Comment"))
        self.comment.setPlaceholderText(tr("Stands on each scan's page"))
        self.comment.setTabChangesFocus(True)
        self.clinic_line = QLabel()
        self.clinic_line.setWordWrap(True)
        self.clinic_line.setProperty("role", "muted")
        self.preview = PagePreview()
        self._drawing = NewestJob(self, _PREVIEW_DELAY_MS)
        self.save = button(
            tr("&Save PDF\N{HORIZONTAL ELLIPSIS}"), tr("Write the report into a file"), self.choose_file, "save"
        )
        self.print = button(tr("&Print\N{HORIZONTAL ELLIPSIS}"), tr("Print the report"), self.choose_printer, "print")
        self._lay_out()
        self._connect()
        resize_within_screen(self, 1080, 820)

    @property
    def request(self) -> ReportRequest | None:
        """The report as it is chosen, None where there is no scan to report."""
        scans = self._scans_of(ReportScope(self.scope.currentData())) if self.scope.count() else ()
        if not scans:
            return None
        settings = ReportSettings(
            clinic=self._clinic,
            anonymous=self.anonymous.isChecked(),
            paper=Paper(self.paper.currentData()),
            is_small=self.small.isChecked(),
            shows_heat_map=self.heat_map.isChecked(),
            person=self._person(),
        )
        comment = self.comment.toPlainText()[:LONGEST_COMMENT]
        return ReportRequest(scans, settings, comment, datetime.now().astimezone())

    @property
    def is_busy(self) -> bool:
        """Whether a report is being written or printed."""
        return self._job is not None

    @Slot()
    def refresh(self) -> None:
        """Draw the preview anew."""
        request = self.request
        for part in (self.save, self.print):
            part.setEnabled(request is not None and not self.is_busy)
        if request is None:
            self._drawing.cancel()
            self.preview.show_pages(())
            self.preview.say(tr("No scan to report: open one first."))
            return
        self.preview.say(tr(_DRAWING))
        self._drawing.request(preview_work(request))

    @Slot()
    def choose_file(self) -> None:
        """Ask where to save the report and save it."""
        request = self.request
        if request is None:
            return
        start = str(Path(self._folder) / f"{_file_stem(request)}.pdf")  # untranslated: name of a file
        name, _ = QFileDialog.getSaveFileName(self, tr("Save report"), start, tr("PDF (*.pdf)"))
        if name:
            self._folder = str(Path(name).parent)
            self.save_as(Path(name))

    def save_as(self, path: Path) -> None:
        """Write the report into a file, in the background."""
        request = self.request
        if request is None or self.is_busy:
            return
        target = path if path.suffix else path.with_suffix(".pdf")
        self._saving = tuple(scan.number for scan in request.scans)
        job = self._start(save_work(request, target))
        job.succeeded.connect(self._on_saved)

    @Slot()
    def choose_printer(self) -> None:
        """Ask for a printer and print the report."""
        from PySide6.QtGui import QPageLayout, QPageSize
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        is_letter = Paper(self.paper.currentData()) is Paper.LETTER
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter if is_letter else QPageSize.PageSizeId.A4))
        printer.setPageOrientation(QPageLayout.Orientation.Portrait)
        dialog = QPrintDialog(printer, self)
        wants = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        if wants:
            self.print_on(printer)

    def print_on(self, printer: "QPrinter") -> None:
        """Print the report, in the background."""
        request = self.request
        if request is None or self.is_busy:
            return
        job = self._start(print_work(request, printer))
        job.succeeded.connect(self._on_printed)

    @Slot()
    def edit_clinic(self) -> None:
        """Show the clinic at the head of the report."""
        dialog = ClinicDialog(self._clinic, self)
        dialog.clinic_kept.connect(self.take_clinic)
        dialog.exec()
        dialog.deleteLater()

    @Slot(object)
    def take_clinic(self, clinic: Clinic) -> None:
        """Make reports of this clinic from now on."""
        self._clinic = clinic
        self.paper.setCurrentIndex(self.paper.findData(str(clinic.paper)))
        self.clinic_line.setText(clinic.name or tr("No clinic is named yet."))
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  # Qt's name
        """Look at what is open now, and at the clinic as it was chosen."""
        super().showEvent(event)
        if event.spontaneous():
            return
        self._offer_scopes()
        try:
            clinic = read_clinic()
        except HilumError as error:
            self.message_bar.show_error(describe_error(error))
        else:
            self.take_clinic(clinic)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802  # Qt's name
        """Stop drawing: nobody looks any more. What is being saved is saved."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._drawing.cancel()

    def _offer_scopes(self) -> None:
        """Offer what there is, with how many scans it is."""
        chosen = self.scope.currentData()
        self.scope.blockSignals(True)
        self.scope.clear()
        for scope in ReportScope:
            count = len(self._scans_of(scope))
            if count > 1 or (count and scope is ReportScope.SHOWN):
                self.scope.addItem(tr(_SCOPES[scope]).format(count=integer(count)), str(scope))
        self.scope.setCurrentIndex(max(0, self.scope.findData(chosen)))
        self.scope.blockSignals(False)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(tr("A&bout"), self.scope)
        form.addRow(tr("Pape&r"), self.paper)
        clinic = button(
            tr("Cl&inic\N{HORIZONTAL ELLIPSIS}"),
            tr("Name, address and logo at the head of reports"),
            self.edit_clinic,
            "clinic",
        )
        close = button(tr("Close"), tr("Close the report"), self.close)
        panel = QWidget()
        left = QVBoxLayout(panel)
        left.setContentsMargins(0, 0, 10, 0)
        left.setSpacing(8)
        left.addLayout(form)
        for box in (self.anonymous, self.small, self.heat_map):
            left.addWidget(box)
        left.addWidget(heading(tr("Comment")))
        left.addWidget(self.comment, 1)
        left.addWidget(heading(tr("Head of the page")))
        left.addWidget(self.clinic_line)
        left.addWidget(clinic)
        left.addWidget(
            sentence(
                tr("An anonymous report still shows the picture, the text burned into it and your comment."), "muted"
            )
        )
        bottom = QHBoxLayout()
        bottom.addWidget(self.save)
        bottom.addWidget(self.print)
        bottom.addStretch(1)
        bottom.addWidget(close)
        splitter = QSplitter()
        splitter.addWidget(panel)
        splitter.addWidget(self.preview)
        splitter.setChildrenCollapsible(False)
        splitter.setStretchFactor(1, 1)
        panel.setMinimumWidth(_PANEL_WIDTH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.addWidget(self.message_bar)
        layout.addWidget(splitter, 1)
        layout.addLayout(bottom)

    def _connect(self) -> None:
        # A preview per letter typed would be drawn in vain; the job itself waits as well.
        self._typing = QTimer(self, singleShot=True, interval=_PREVIEW_DELAY_MS)
        self._typing.timeout.connect(self.refresh)
        self.comment.textChanged.connect(self._typing.start)
        self.scope.currentIndexChanged.connect(self.refresh)
        self.paper.currentIndexChanged.connect(self.refresh)
        for box in (self.anonymous, self.small, self.heat_map):
            box.toggled.connect(self.refresh)
        self._drawing.succeeded.connect(self._on_drawn)
        self._drawing.failed.connect(self._on_failed)

    def _start(self, work: Callable[..., object]) -> Job:
        self.message_bar.dismiss()
        self._job = start_job(work, self, steps_back=False)
        for part in (self.save, self.print):
            part.setEnabled(False)
        self._job.progressed.connect(self._on_progressed)
        self._job.failed.connect(self._on_failed)
        self._job.finished.connect(self._on_finished)
        return self._job

    @Slot(object)
    def _on_drawn(self, preview: Preview) -> None:
        note = (
            tr("{count} more scans are not drawn here.").format(count=integer(preview.left_out))
            if preview.left_out
            else ""
        )
        self.preview.show_pages(preview.pages, note)

    @Slot(object)
    def _on_progressed(self, progress: Progress) -> None:
        self.preview.say(
            tr("{what}: {done} of {total}").format(
                what=progress.label, done=integer(progress.done), total=integer(progress.total)
            )
            if progress.total
            else ""
        )

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        self.message_bar.show_note(tr("Saved as {name}.").format(name=path.name))
        self.report_saved.emit(path, self._saving)

    @Slot(object)
    def _on_printed(self, pages: int) -> None:
        self.message_bar.show_note(tr_count("{count} page was sent to the printer.", "{count} pages were sent.", pages))

    @Slot(object)
    def _on_failed(self, failure: JobFailure) -> None:
        self.preview.say("")
        self.message_bar.show_error(failure.message)

    @Slot()
    def _on_finished(self) -> None:
        self._job = None
        for part in (self.save, self.print):
            part.setEnabled(self.request is not None)
        self.preview.say("")


def _file_stem(request: ReportRequest) -> str:
    """What to call the file: after the scan's, but never so where the report is anonymous."""
    first = request.scans[0].path
    if request.settings.anonymous or len(request.scans) > 1 or first is None:
        return "report"
    return f"{first.stem}_report"  # untranslated: name of a file
