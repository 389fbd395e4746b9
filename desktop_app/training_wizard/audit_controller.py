"""Looks for shortcuts in checked images, in the background."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from core.jobs import Progress
from core.language import tr
from desktop_app.jobs import JobFailure
from desktop_app.newest_job import NewestJob
from desktop_app.training_wizard.work import audit_work

if TYPE_CHECKING:
    from core.training.check import DatasetCheck


class AuditController(QObject):
    """Audits the images it is given, at once and whenever it is asked."""

    began = Signal()
    progressed = Signal(int, int, str)
    ended = Signal(object)
    """AuditReport."""
    failed = Signal(str)

    def __init__(self, cache_folder: Path | None, parent: QObject) -> None:
        super().__init__(parent)
        self._cache_folder = cache_folder
        self._check: DatasetCheck | None = None
        self._is_running = False
        self._job = NewestJob(self)
        self._job.progressed.connect(self._on_progressed)
        self._job.succeeded.connect(self._on_succeeded)
        self._job.failed.connect(self._on_failed)

    def take_check(self, check: DatasetCheck | None) -> None:
        """Audit other images, or none; what goes on is given up without a word."""
        self._job.cancel()
        self._is_running = False
        self._check = check
        if check is not None and check.can_train:
            self.start()

    @Slot()
    def start(self) -> None:
        """Audit the images, again where that was done before."""
        if self._check is None or self._is_running:
            return
        self._is_running = True
        self.began.emit()
        self.progressed.emit(0, 0, "")
        self._job.request(audit_work(self._check, self._cache_folder))

    @Slot()
    def cancel(self) -> None:
        """Stop what goes on."""
        self._job.cancel()
        if self._is_running:
            self._is_running = False
            self.failed.emit(tr("The audit was stopped."))

    @Slot(object)
    def _on_progressed(self, event: object) -> None:
        if isinstance(event, Progress) and self._is_running:
            self.progressed.emit(event.done, event.total or 0, tr(event.label))

    @Slot(object)
    def _on_succeeded(self, report: object) -> None:
        # It may have ended just before it was stopped.
        if self._is_running:
            self._is_running = False
            self.ended.emit(report)

    @Slot(object)
    def _on_failed(self, failure: JobFailure) -> None:
        if self._is_running:
            self._is_running = False
            self.failed.emit(failure.message.text)
