"""De-identified copies: choose, copy in the background, see what was left out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from core.imaging.pixel_mask import PixelMask
from core.jobs import Progress
from core.language import tr
from desktop_app.deidentification.deidentification_work import OpenScans, copy_work
from desktop_app.deidentification.options_page import OptionsPage
from desktop_app.deidentification.outcome_page import OutcomePage
from desktop_app.error_messages import MessageBar
from desktop_app.jobs import Job, JobFailure, start_job
from desktop_app.page_parts import button, scrolling

if TYPE_CHECKING:
    from core.interchange.deidentification.report import DeidentificationReport

Masks = Mapping[Path, tuple[PixelMask, ...]]


class DeidentificationDialog(QDialog):
    """Makes copies without identity of what is open, or of a folder."""

    def __init__(
        self, open_scans: Callable[[], OpenScans], masks: Callable[[], Masks], parent: QWidget | None = None
    ) -> None:
        """Make the dialog; it asks for scans and masks whenever it comes up.

        Args:
            open_scans: What is open.
            masks: The masks that are drawn, by file.
            parent: The window.
        """
        super().__init__(parent)
        self.setWindowTitle(tr("De-identified copies"))
        self._open_scans = open_scans
        self._masks = masks
        self._job: Job | None = None
        self.message_bar = MessageBar()
        self.options_page = OptionsPage()
        self.outcome_page = OutcomePage()
        self._options_area = scrolling(self.options_page, tr("What is copied, and what may stay"))
        self.pages = QStackedWidget()
        self.pages.addWidget(self._options_area)
        self.pages.addWidget(self.outcome_page)
        self._make_buttons()
        self._lay_out()
        self.options_page.changed.connect(self._show_state)
        self._show_state()
        self.resize(720, 620)

    @Slot()
    def make_copies(self) -> None:
        """Write the copies in the background."""
        page = self.options_page
        paths, target = page.paths, page.target
        if self._job is not None or not paths or target is None:
            return
        self.message_bar.dismiss()
        self._job = job = start_job(copy_work(paths, target, page.options), self)
        job.progressed.connect(self._on_progressed)
        job.succeeded.connect(self._on_copied)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cancelled)
        job.finished.connect(self._on_finished)
        self._progress.setRange(0, 0)
        self._show_state()

    @Slot()
    def go_back(self) -> None:
        """Make further copies."""
        self.pages.setCurrentWidget(self._options_area)
        self._offer()

    @Slot()
    def stop(self) -> None:
        """Stop; copies that are finished stay."""
        if self._job is not None:
            self._job.cancel()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  # Qt's name
        """Offer what is open now."""
        super().showEvent(event)
        if not event.spontaneous():
            self.message_bar.dismiss()
            self.go_back()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802  # Qt's name
        """Stop what nobody waits for any more."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.stop()

    def _offer(self) -> None:
        self.options_page.offer(self._open_scans(), self._masks())
        self._show_state()

    @Slot(object)
    def _on_progressed(self, progress: Progress) -> None:
        self._progress.setRange(0, progress.total or 0)
        self._progress.setValue(progress.done)

    @Slot(object)
    def _on_copied(self, report: DeidentificationReport) -> None:
        self.outcome_page.show_report(report)
        self.pages.setCurrentWidget(self.outcome_page)

    @Slot(object)
    def _on_failed(self, failure: JobFailure) -> None:
        self.message_bar.show_error(failure.message)

    @Slot()
    def _on_cancelled(self) -> None:
        self.message_bar.show_note(
            tr("Stopped. Copies that were finished are in the folder, with the table about them.")
        )

    @Slot()
    def _on_finished(self) -> None:
        self._job = None
        self._show_state()

    @Slot()
    def _show_state(self) -> None:
        """Offer what can be done now."""
        idle = self._job is None
        at_options = self.pages.currentWidget() is self._options_area
        self.pages.setEnabled(idle)
        self.copy_button.setVisible(at_options)
        self.copy_button.setEnabled(idle and bool(self.options_page.paths) and self.options_page.target is not None)
        self.back_button.setVisible(not at_options)
        for widget in (self._progress, self._progress_label, self.stop_button):
            widget.setVisible(not idle)

    def _make_buttons(self) -> None:
        self.copy_button = button(
            tr("&Make copies"), tr("Write copies without identity into the folder"), self.make_copies, "makeCopies"
        )
        self.back_button = button(tr("&Back"), tr("Make further copies"), self.go_back)
        self.stop_button = button(tr("S&top"), tr("Stop; copies that are finished stay"), self.stop)
        self.close_button = button(tr("Close"), tr("Close this window"), self.close)
        for each in (self.copy_button, self.back_button, self.stop_button, self.close_button):
            each.setAutoDefault(False)
        self._progress = QProgressBar()
        self._progress.setAccessibleName(tr("Progress"))
        self._progress_label = QLabel(tr("Copying"))

    def _lay_out(self) -> None:
        bottom = QHBoxLayout()
        for widget in (self._progress_label, self._progress, self.stop_button):
            bottom.addWidget(widget)
        bottom.setStretchFactor(self._progress, 1)
        bottom.addStretch(1)
        for each in (self.back_button, self.copy_button, self.close_button):
            bottom.addWidget(each)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 12)
        layout.setSpacing(12)
        layout.addWidget(self.message_bar)
        layout.addWidget(self.pages, 1)
        layout.addLayout(bottom)
