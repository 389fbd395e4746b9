"""The work behind the report dialog. Nothing here touches a widget.

Each function returns work for a `Job`: a function of a `JobContext` that reports `Progress`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from core.errors import FileError, OutputNotWritableError
from core.jobs import JobContext, Progress
from core.language import mark, tr

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from core.imaging.drawn_measurement import DrawnMeasurement
    from core.imaging.radiograph import Radiograph
    from core.report.blocks import Document
    from core.report.clinic import Clinic
    from core.report.report_settings import ReportSettings
    from core.report.scan_case import ScanCase
    from core.screening.decision import Decision
    from core.screening.result import ScanResult

MOST_PREVIEWED = 5
"""Scans of a long report that the preview draws."""

_PREVIEW_PPI = 130.0
_MOST_PAGES_IN_FULL = 30
_PPI_OF_MANY_PAGES = 200.0

Context = JobContext[Any]


@dataclass(frozen=True, eq=False)
class ReportScan:
    """A scan that a report may be about, as the window knows it.

    Attributes:
        number: Its number in the window.
        path: The file, None for a pasted picture.
        frame_index: The frame that is meant, from 0.
        radiograph: Its pixels, where they are in memory; None reads the file.
        result: The answer that may be shown, None for none.
        impression: What a person said they see.
        measurements: What was drawn on it.
    """

    number: int
    path: Path | None
    frame_index: int = 0
    radiograph: Radiograph | None = None
    result: ScanResult | None = None
    impression: Decision | None = None
    measurements: tuple[DrawnMeasurement, ...] = ()


@dataclass(frozen=True)
class ReportRequest:
    """What a report is to be.

    Attributes:
        scans: What it is about, at least one.
        settings: How it is made.
        comment: Stands on each scan's page.
        date: When it is made, with its time zone.
    """

    scans: tuple[ReportScan, ...]
    settings: ReportSettings
    comment: str
    date: datetime


@dataclass(frozen=True, eq=False)
class Preview:
    """Pages as pictures.

    Attributes:
        pages: The pages.
        left_out: How many scans of the report are not among them.
    """

    pages: tuple[QImage, ...]
    left_out: int = 0


def preview_work(request: ReportRequest) -> Callable[[Context], Preview]:
    """Draw the pages of a report, of a long one the first; returns a `Preview`."""

    def work(context: Context) -> Preview:
        from core.report.document import document_pages

        shown = request.scans[:MOST_PREVIEWED]
        document = _document(request, shown, context)
        context.raise_if_cancelled()
        pages = tuple(QImage.fromData(page) for page in document_pages(document, request.date, _PREVIEW_PPI))
        return Preview(pages, len(request.scans) - len(shown))

    return work


def save_work(request: ReportRequest, path: Path) -> Callable[[Context], Path]:
    """Write a report as PDF; returns the file."""

    def work(context: Context) -> Path:
        from core.durable_files import write_durably
        from core.report.document import compile_document

        if path.is_dir():
            raise OutputNotWritableError(path, mark("it is a folder"))
        document = _document(request, request.scans, context)
        context.raise_if_cancelled()
        pdf = compile_document(document, request.date)
        write_durably(path, lambda file: file.write(pdf))
        return path

    return work


def print_work(request: ReportRequest, printer: QPrinter) -> Callable[[Context], int]:
    """Print a report; returns how many pages. Nobody else uses the printer meanwhile."""

    def work(context: Context) -> int:
        from core.report.document import PRINT_PPI, document_pages

        document = _document(request, request.scans, context)
        context.raise_if_cancelled()
        # Many pages at 300 pixels per inch would take gigabytes.
        ppi = PRINT_PPI if len(request.scans) <= _MOST_PAGES_IN_FULL else _PPI_OF_MANY_PAGES
        pages = document_pages(document, request.date, ppi)
        painter = QPainter()
        if not painter.begin(printer):
            name = printer.outputFileName() or printer.printerName()
            raise OutputNotWritableError(Path(name), mark("it takes no pages"))
        try:
            for number, page in enumerate(pages):
                context.raise_if_cancelled()
                if number:
                    printer.newPage()
                _paint_page(painter, printer, QImage.fromData(page))
                context.report(Progress(number + 1, len(pages), tr("Printing")))
        finally:
            painter.end()
        return len(pages)

    return work


def keep_clinic_work(clinic: Clinic) -> Callable[[Context], Clinic]:
    """Keep the clinic; returns it with its logo where that lies now."""

    def work(_context: Context) -> Clinic:
        from core.report.clinic import write_clinic

        return write_clinic(clinic)

    return work


def _document(request: ReportRequest, scans: Sequence[ReportScan], context: Context) -> Document:
    from core.report.scan_report import ScanReport

    report = ScanReport(request.settings, request.date, len(request.scans))
    for case in _cases(scans, request.comment):
        context.raise_if_cancelled()
        report.add(case)
        context.report(Progress(len(report), len(scans), tr("Making the report")))
    return report.document()


def _cases(scans: Sequence[ReportScan], comment: str) -> Iterator[ScanCase]:
    """The scans one at a time, read where they are not in memory."""
    from core.imaging.reading import read_radiograph
    from core.report.scan_case import ScanCase

    for scan in scans:
        radiograph, failure = scan.radiograph, None
        if radiograph is None and scan.path is not None:
            try:
                radiograph = read_radiograph(scan.path, scan.frame_index)
            except FileError as error:
                failure = error
        yield ScanCase(
            radiograph,
            scan.result,
            failure,
            measurements=scan.measurements,
            comment=comment,
            impression=scan.impression,
            path=scan.path,
        )


def _paint_page(painter: QPainter, printer: QPrinter, page: QImage) -> None:
    """Fit a page onto the sheet, without its margins: they are in the picture."""
    sheet = QRectF(printer.paperRect(printer.Unit.DevicePixel))
    printable = QRectF(printer.pageRect(printer.Unit.DevicePixel))
    # The painter's origin is the printable part's corner.
    target = sheet.translated(-printable.topLeft())
    scale = min(target.width() / page.width(), target.height() / page.height())
    width, height = page.width() * scale, page.height() * scale
    left, top = target.left() + (target.width() - width) / 2, target.top() + (target.height() - height) / 2
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QRectF(left, top, width, height), page)
