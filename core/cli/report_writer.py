"""The report that a run of `hilum classify` leaves behind."""

import argparse
import os
from datetime import datetime
from pathlib import Path

from core.cli.outputs import refuse_image
from core.cli.report_arguments import PAPERS
from core.durable_files import write_durably
from core.errors import FileError, OutputNotWritableError
from core.imaging.reading import read_radiograph
from core.language import in_language
from core.model.card import ModelCard
from core.report.blocks import Paper
from core.report.clinic import read_clinic
from core.report.report_settings import ReportSettings
from core.report.scan_case import ScanCase
from core.report.scan_report import ScanReport
from core.screening.result import ScanFailure, ScanResult


class ReportWriter:
    """Pages as scans are classified, one PDF at the end. Of a scan it keeps two small pictures and words."""

    def __init__(self, options: argparse.Namespace, card: ModelCard, expected: int | None) -> None:
        """Begin a report.

        Args:
            options: From `core.cli.arguments`.
            card: Of the model that answers.
            expected: About how many scans there will be, None where that is not known.

        Raises:
            OutputNotWritableError: No such folder, no permission, or the file is an image.
            UnusableLogoError: The clinic's logo is gone or damaged.
            InvalidSiteSettingsError: The clinic cannot be read.
        """
        self._path: Path = options.report
        self._comment: str = options.comment
        self._language: str = options.language
        self._card = card
        _require_writable(self._path)
        settings = ReportSettings(
            clinic=read_clinic(),
            anonymous=options.report_anonymous,
            paper=Paper(PAPERS[options.report_paper]) if options.report_paper is not None else None,
            is_small=options.report_small,
            shows_heat_map=not options.report_no_heat_map,
            person=options.person,
        )
        self._report = ScanReport(settings, datetime.now().astimezone(), expected)

    def write(self, outcome: ScanResult | ScanFailure, heat_map: Path | None) -> None:  # noqa: ARG002
        """Add a scan's page."""
        case = _case(outcome, self._comment, self._card)
        with in_language(self._language):
            self._report.add(case)

    def finish(self, completed: bool) -> None:  # noqa: ARG002 (a run that was stopped leaves a report of what it did)
        """Write the file, where there is a scan.

        Raises:
            OutputNotWritableError: The disk is full, or the folder is gone.
        """
        if not len(self._report):
            return
        with in_language(self._language):
            pdf = self._report.pdf()
        write_durably(self._path, lambda file: file.write(pdf))


def _case(outcome: ScanResult | ScanFailure, comment: str, card: ModelCard) -> ScanCase:
    if isinstance(outcome, ScanFailure):
        return ScanCase(None, failure=outcome.error, comment=comment, path=outcome.path)
    radiograph = None
    if outcome.path is not None:
        try:
            radiograph = read_radiograph(outcome.path, outcome.frame_index)
        except FileError:
            radiograph = None  # Moved or changed since it was classified: its page has the answer, and no picture.
    return ScanCase(radiograph, outcome, comment=comment, card=card, path=outcome.path)


def _require_writable(path: Path) -> None:
    """Say before the first scan is read what would else be said after the last one."""
    refuse_image(path)
    if path.is_dir():
        raise OutputNotWritableError(path, "it is a folder")
    if not path.parent.is_dir():
        raise OutputNotWritableError(path, "no such folder")
    if not os.access(path.parent, os.W_OK | os.X_OK):
        raise OutputNotWritableError(path, "permission denied")
