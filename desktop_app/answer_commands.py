"""What a person does about an answer: override a refusal, say their own impression first. Both go into the record."""

from dataclasses import replace
from typing import assert_never

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QMessageBox, QWidget

from core.error_wording import ErrorMessage
from core.language import tr
from core.screening.answer_words import reason_sentences
from core.screening.decision import Decision
from core.screening.result import ScanResult
from desktop_app.jobs import Job, JobFailure, start_job
from desktop_app.main_window import MainWindow
from desktop_app.screening.record_work import (
    ImpressionNotRecorded,
    ImpressionRecorded,
    OverrideNotRecorded,
    OverrideRecorded,
    RecordChoice,
    impression_work,
    override_work,
    setting_work,
)
from desktop_app.screening.scan_session import ScanEntry
from desktop_app.settings import Settings, SettingsStore
from desktop_app.window_commands import WindowCommands


class AnswerCommands(QObject):
    """Writes into the record first; only what is written there is then done in the window."""

    def __init__(self, window: MainWindow, commands: WindowCommands, store: SettingsStore) -> None:
        super().__init__(window)
        self._window = window
        self._controller = window.controller
        self._session = window.controller.session
        self._store = store
        self._error_level = store.current.error_level
        self._choice = RecordChoice()
        panel = window.result_panel
        panel.override_requested.connect(self.ask_to_override)
        panel.impression_given.connect(self.take_impression)
        panel.impression_skipped.connect(self.show_without_impression)
        self._controller.result_arrived.connect(self._on_result_arrived)
        self._controller.runner.model_ready.connect(self._record_error_level)
        commands.settings_applied.connect(self._on_settings_applied)
        self._on_settings_applied(store.current)

    @Slot()
    def ask_to_override(self) -> None:
        """Say why the shown scan was refused, ask once whether its answer is to be shown all the same, and do it."""
        entry, result = self._controller.selected_entry, self._window.shown_result
        if entry is None or result is None or result.shows_probabilities:
            return
        if wants_override(result, self._window):
            self._follow(start_job(override_work(entry.number, result, self._choice), self))

    @Slot(object)
    def take_impression(self, impression: Decision) -> None:
        """Note what the person sees in the selected scan; the answer is shown when that is recorded."""
        entry = self._controller.selected_entry
        if entry is None or not entry.is_sealed:
            return
        self._session.set_impression(entry.number, impression, self._frame_looked_at(entry))
        self._controller.tell_panel()
        self._record_impression(entry)

    @Slot()
    def show_without_impression(self) -> None:
        """Show the answer about the selected scan to somebody who was asked and said nothing."""
        entry = self._controller.selected_entry
        if entry is not None:
            self._session.unseal(entry.number)
            self._controller.tell_panel()

    def _frame_looked_at(self, entry: ScanEntry) -> int:
        """Number of the selected scan's frame that is shown, or will be once it was read."""
        shown = self._controller.shown_radiograph
        if shown is not None:
            return shown.frame_index
        return entry.result.frame_index if entry.result is not None else 0

    def _record_impression(self, entry: ScanEntry) -> None:
        """Record an impression beside the answer about the same frame, where both are there."""
        if not entry.is_sealed or entry.impression is None or entry.result is None:
            return
        if entry.impression_frame != entry.result.frame_index:
            # Said about another frame than the answer is about: it says nothing about this one.
            self._session.forget_impression(entry.number)
            self._controller.tell_panel()
            return
        self._follow(start_job(impression_work(entry.number, entry.result, entry.impression, self._choice), self))

    def _is_answer_of(self, number: int, result: ScanResult) -> bool:
        """Whether an answer still is a scan's: another frame may be shown by now, or the scan classified again."""
        entry = self._session.entry(number)
        return entry is not None and entry.result is result

    def _follow(self, job: Job) -> None:
        job.succeeded.connect(self._on_recorded)
        job.failed.connect(self._on_job_failed)

    @Slot(object)
    def _on_recorded(
        self, outcome: OverrideRecorded | OverrideNotRecorded | ImpressionRecorded | ImpressionNotRecorded
    ) -> None:
        match outcome:
            case OverrideRecorded():
                self._show_overridden(outcome)
            case OverrideNotRecorded():
                self._window.message_bar.show_error(outcome.message)
            case ImpressionRecorded():
                if self._is_answer_of(outcome.number, outcome.result):
                    self._session.unseal(outcome.number, outcome.agreement)
                    self._controller.tell_panel()
            case ImpressionNotRecorded():
                # What is not in the record was not said: the question stays, and so does the way past it.
                if self._is_answer_of(outcome.number, outcome.result):
                    self._session.forget_impression(outcome.number)
                    self._controller.tell_panel()
                self._window.message_bar.show_error(outcome.message)
            case _:
                assert_never(outcome)

    def _show_overridden(self, recorded: OverrideRecorded) -> None:
        """Show the answer about a refused scan, unless there is another one by now."""
        if self._is_answer_of(recorded.number, recorded.result):
            self._controller.take_result(recorded.number, replace(recorded.result, override=recorded.override))

    @Slot(object)
    def _on_settings_applied(self, settings: Settings) -> None:
        """Write into the record as was chosen; ask for impressions before answers from now on, or never."""
        self._choice = RecordChoice(settings.person, settings.records_file_names)
        self._controller.runner.record_choice = self._choice
        if settings.reads_first is not self._session.seals_answers:
            self._session.set_sealing(settings.reads_first)
            self._controller.tell_panel()
        self._record_error_level()

    @Slot()
    def _record_error_level(self) -> None:
        """Record another error level once a model answers by it: a commissioned one goes by its own."""
        screener, level = self._controller.runner.screener, self._store.current.error_level
        if level == self._error_level or screener is None or screener.is_commissioned:
            return
        job = start_job(setting_work("error_level", self._error_level, level, self._choice), self)
        self._error_level = level
        job.succeeded.connect(self._on_setting_recorded)
        job.failed.connect(self._on_job_failed)

    @Slot(object)
    def _on_setting_recorded(self, problem: ErrorMessage | None) -> None:
        if problem is not None:
            self._window.message_bar.show_error(problem)

    @Slot(int, object)
    def _on_result_arrived(self, number: int, _result: ScanResult) -> None:
        """Record an impression that waited for the scan to be classified."""
        if (entry := self._session.entry(number)) is not None:
            self._record_impression(entry)

    @Slot(object)
    def _on_job_failed(self, failure: JobFailure) -> None:
        self._window.message_bar.show_error(failure.message)


def wants_override(result: ScanResult, parent: QWidget) -> bool:
    """Ask whether the answer about a refused scan is to be shown all the same."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(tr("Show the answer all the same"))
    box.setText(tr("This scan was refused. What the model computes for it means little, and may be far off."))
    reasons = "\n".join(reason_sentences(result))
    consequence = tr("If you look all the same, the record says so, with your name and the time.")
    box.setInformativeText(f"{reasons}\n\n{consequence}")
    show = box.addButton(tr("&Show the answer"), QMessageBox.ButtonRole.AcceptRole)
    leave = box.addButton(tr("&Leave it refused"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(leave)
    box.setEscapeButton(leave)
    box.exec()
    wants = box.clickedButton() is show
    box.deleteLater()
    return wants
