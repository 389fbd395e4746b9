"""Trying the active model on a site's own cases, step by step: cases, figures, what shall hold from now on."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from core.jobs import Progress
from core.language import tr
from core.registry.registry import ModelRegistry
from desktop_app.commissioning.cases_page import CasesPage
from desktop_app.commissioning.commissioning_work import (
    Consequences,
    FoundCases,
    ModelHere,
    Tried,
    cases_work,
    commission_work,
    consequences_work,
    model_work,
    try_work,
)
from desktop_app.commissioning.figures_page import FiguresPage
from desktop_app.error_messages import MessageBar
from desktop_app.jobs import Job, JobFailure, Lane, Work, start_job
from desktop_app.newest_job import NewestJob
from desktop_app.page_parts import button


class CommissioningDialog(QDialog):
    """One thing at a time in the background; nothing is kept before the last button."""

    commissioned = Signal(object)
    """Commissioning that holds from now on."""

    def __init__(
        self,
        registry: ModelRegistry,
        device: Callable[[], str],
        person: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        """Make the dialog; the model is looked up when it is shown.

        Args:
            registry: Where models are kept.
            device: Says where networks run, as the settings do.
            person: Says who is here, as the settings do.
            parent: The window.
        """
        super().__init__(parent)
        self.setWindowTitle(tr("Commission this model here"))
        self._registry = registry
        self._device = device
        self._person = person
        self._here: ModelHere | None = None
        self._found: FoundCases | None = None
        self._tried: Tried | None = None
        self._job: Job | None = None
        self._may_stop = False
        self.message_bar = MessageBar()
        self.cases_page = CasesPage()
        self.figures_page = FiguresPage()
        self.pages = QStackedWidget()
        self.pages.addWidget(self.cases_page)
        self.pages.addWidget(self.figures_page)
        self._consequences = NewestJob(self, delay_ms=60)
        self._counting = NewestJob(self)
        self._make_buttons()
        self._lay_out()
        self.cases_page.folder_chosen.connect(self._on_folder_chosen)
        self.figures_page.choice_changed.connect(self._on_choice_changed)
        self._consequences.succeeded.connect(self._on_consequences)
        self._counting.succeeded.connect(self._on_cases_found)
        self._counting.failed.connect(self._on_failed)
        self._counting.finished.connect(self._show_state)
        self._show_state()
        self.resize(780, 720)

    @Slot()
    def try_model(self) -> None:
        """Ask the model about every case."""
        if self._here is not None and self._found is not None:
            self._run(try_work(self._here, self._found.data, self._device()), self._on_tried, Lane.INFERENCE)

    @Slot()
    def commission(self) -> None:
        """Let the choice hold from now on."""
        if self._tried is None:
            return
        from core.registry.commissioning import SiteChoice

        page = self.figures_page
        choice = SiteChoice(page.threshold, page.error_level, page.is_chosen_here)
        person, place = page.person_field.text().strip(), page.place_field.text().strip()
        self._run(commission_work(self._tried.answers, choice, person, place), self._on_commissioned)

    @Slot()
    def go_back(self) -> None:
        """Show the cases again."""
        self._consequences.cancel()
        self.pages.setCurrentWidget(self.cases_page)
        self._show_state()

    @Slot()
    def stop(self) -> None:
        """Stop what is being done; nothing is kept of it."""
        if self._job is not None:
            self._job.cancel()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  # Qt's name
        """Look up the active model whenever the dialog comes up."""
        super().showEvent(event)
        if not event.spontaneous():
            self.pages.setCurrentWidget(self.cases_page)
            self.cases_page.choose_button.setFocus()
            self._run(model_work(self._registry), self._on_model)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802  # Qt's name
        """Stop what nobody waits for any more; what is being recorded goes on to its end."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._counting.cancel()
            self._consequences.cancel()
            if self._may_stop:
                self.stop()

    def _run(self, work: Work, on_success: Callable[[Any], None], lane: Lane | None = None) -> None:
        if self._job is not None:
            return
        self.message_bar.dismiss()
        self._may_stop = lane is not None
        self._job = job = start_job(work, self, lane)
        job.progressed.connect(self._on_progressed)
        job.succeeded.connect(on_success)
        job.failed.connect(self._on_failed)
        job.finished.connect(self._on_finished)
        self._progress_label.setText("")
        self._progress.setRange(0, 0)
        self._show_state()

    @Slot(object)
    def _on_model(self, here: ModelHere) -> None:
        is_other = self._here is None or self._here.package.identity != here.package.identity
        self._here = here
        self.cases_page.show_model(here)
        if is_other:
            self._tried = self._found = None
            self.cases_page.found.setText("")

    @Slot(object, object)
    def _on_folder_chosen(self, folder: Path, positive_label: str | None) -> None:
        self._found = None
        self.message_bar.dismiss()
        if self._here is not None:
            self._counting.request(cases_work(self._here, folder, positive_label))
        self._show_state()

    @Slot(object)
    def _on_cases_found(self, found: FoundCases) -> None:
        self._found = found
        self.cases_page.show_cases(found)
        self._show_state()

    @Slot(object)
    def _on_tried(self, tried: Tried) -> None:
        self._tried = tried
        if self._here is not None:
            self.figures_page.show_tried(tried, self._here.threshold, self._person())
        self.pages.setCurrentWidget(self.figures_page)

    @Slot()
    def _on_choice_changed(self) -> None:
        if self._tried is None:
            return
        from core.registry.commissioning import SiteChoice

        page = self.figures_page
        choice = SiteChoice(page.threshold, page.error_level, page.is_chosen_here)
        self._consequences.request(consequences_work(self._tried.answers, choice, page.prevalence))

    @Slot(object)
    def _on_consequences(self, found: Consequences) -> None:
        self.figures_page.show_consequences(found)

    @Slot(object)
    def _on_commissioned(self, made: object) -> None:
        self.commissioned.emit(made)
        # Closed from the event loop: the job that says so is not over yet.
        QTimer.singleShot(0, self, self.close)

    @Slot(object)
    def _on_progressed(self, progress: Progress) -> None:
        self._progress_label.setText(tr(progress.label) if progress.label else tr("Trying the model"))
        self._progress.setRange(0, progress.total or 0)
        self._progress.setValue(progress.done)

    @Slot(object)
    def _on_failed(self, failure: JobFailure) -> None:
        self.message_bar.show_error(failure.message)

    @Slot()
    def _on_finished(self) -> None:
        self._job = None
        self._show_state()

    @Slot()
    def _show_state(self) -> None:
        """Offer what can be done now."""
        idle = self._job is None
        at_cases = self.pages.currentWidget() is self.cases_page
        ready = self._found is not None and self._found.are_enough and not self._counting.is_busy
        self.pages.setEnabled(idle)
        self.try_button.setVisible(at_cases)
        self.try_button.setEnabled(idle and ready and self._here is not None)
        self.back_button.setVisible(not at_cases)
        self.back_button.setEnabled(idle)
        self.commission_button.setVisible(not at_cases)
        self.commission_button.setEnabled(idle)
        for widget in (self._progress, self._progress_label):
            widget.setVisible(not idle)
        self.stop_button.setVisible(not idle and self._may_stop)

    def _make_buttons(self) -> None:
        self.try_button = button(
            tr("&Try the model"), tr("Ask the model about every case; nothing is set yet"), self.try_model, "tryModel"
        )
        self.back_button = button(tr("Bac&k"), tr("Choose other cases"), self.go_back)
        self.commission_button = button(
            tr("&Commission"),
            tr("Let this threshold and error level hold for this very version here, and put that into the record"),
            self.commission,
            "commission",
        )
        self.stop_button = button(tr("S&top"), tr("Stop; nothing is kept of it"), self.stop)
        self.close_button = button(tr("Close"), tr("Close without setting anything"), self.close)
        for each in (self.try_button, self.back_button, self.commission_button, self.stop_button, self.close_button):
            each.setAutoDefault(False)
        self._progress = QProgressBar()
        self._progress.setAccessibleName(tr("Progress"))
        self._progress_label = QLabel()

    def _lay_out(self) -> None:
        bottom = QHBoxLayout()
        for widget in (self._progress_label, self._progress, self.stop_button):
            bottom.addWidget(widget)
        bottom.setStretchFactor(self._progress, 1)
        bottom.addStretch(1)
        for each in (self.back_button, self.try_button, self.commission_button, self.close_button):
            bottom.addWidget(each)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 12)
        layout.setSpacing(12)
        layout.addWidget(self.message_bar)
        layout.addWidget(self.pages, 1)
        layout.addLayout(bottom)
