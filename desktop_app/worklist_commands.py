"""What the worklist's window asks for: its ties to the viewer, to classification and to reports."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QDialog, QFileDialog, QMessageBox

from core.error_wording import describe_error
from core.errors import HilumError, NoUserFolderError
from core.jobs import JobContext
from core.language import tr
from core.number_format import integer, tr_count
from core.site_settings import read_site_settings, write_site_settings
from core.worklist.entry import WorklistEntry
from core.worklist.retention import SUBJECT, Removal, RetentionSettings, apply_retention
from core.worklist.worklist import Worklist
from desktop_app.jobs import Job, JobFailure, start_job
from desktop_app.main_window import MainWindow
from desktop_app.settings import Settings, SettingsStore
from desktop_app.theme import ThemeColours
from desktop_app.window_commands import WindowCommands
from desktop_app.worklist_keeping import WorklistKeeper

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.imaging.radiograph import Radiograph
    from desktop_app.report_commands import ReportCommands
    from desktop_app.worklist.worklist_window import WorklistWindow

_FIRST_TIDYING_MS = 20_000
_TIDYING_MS = 3_600_000


class WorklistCommands(QObject):
    """Keeps the worklist, and makes its window when it is first asked for."""

    sending_asked = Signal(object)
    """Tuple of WorklistEntry whose results are to be sent to an archive."""

    def __init__(
        self, window: MainWindow, commands: WindowCommands, store: SettingsStore, worklist: Worklist | None
    ) -> None:
        """Wire the worklist.

        Args:
            window: The main window.
            commands: Tell of settings and colours.
            store: The settings.
            worklist: This user's, None where there is no home folder: then there is nothing to show.
        """
        super().__init__(window)
        self._window = window
        self._commands = commands
        self._store = store
        self.worklist = worklist
        self._shown: WorklistWindow | None = None
        self._tidying_job: Job | None = None
        self._reports: ReportCommands | None = None
        self._wants_report = False
        self._offers_sending = False
        self.keeper = WorklistKeeper(worklist, window.controller, self) if worklist is not None else None
        action = window.actions_of_window.worklist
        action.setEnabled(worklist is not None)
        action.triggered.connect(self.show_worklist)
        if self.keeper is not None:
            self.keeper.is_on = store.current.keeps_worklist
            self.keeper.problem_met.connect(window.message_bar.show_error)
        commands.settings_applied.connect(self._on_settings_applied)
        commands.theme_changed.connect(self._on_theme_changed)
        window.viewer.viewer_actions["identity"].toggled.connect(self._on_identity_toggled)
        window.controller.radiograph_opened.connect(self._on_radiograph_opened)
        self._tidying = QTimer(self, interval=_FIRST_TIDYING_MS)
        self._tidying.timeout.connect(self.tidy)
        self._tidying.start()

    def take_reports(self, reports: ReportCommands) -> None:
        """Let reports be asked for on the worklist, and note those that were written."""
        self._reports = reports
        if self.keeper is not None:
            reports.report_saved.connect(self.keeper.note_report)

    def offer_sending(self) -> None:
        """Let sending be asked for on the worklist: something answers `sending_asked`."""
        self._offers_sending = True
        if self._shown is not None:
            self._shown.offer_sending()

    @property
    def worklist_window(self) -> WorklistWindow | None:
        """The worklist's window, made where there is none yet; None where there is no worklist."""
        if self._shown is None and self.worklist is not None:
            from desktop_app.worklist.worklist_window import WorklistWindow

            made = self._shown = WorklistWindow(self.worklist, self._window)
            made.set_theme(self._commands.colours)
            made.set_identity_visible(self._window.viewer.viewer_actions["identity"].isChecked())
            made.set_sealing(self._store.current.reads_first)
            made.open_asked.connect(self.open_entries)
            made.classification_asked.connect(self.classify_entries)
            made.report_asked.connect(self._on_report_asked)
            made.sending_asked.connect(self.sending_asked)
            made.export_asked.connect(self.choose_export_file)
            made.removal_asked.connect(self.ask_to_remove)
            made.retention_asked.connect(self.edit_retention)
            if self._reports is not None:
                made.offer_reports()
            if self._offers_sending:
                made.offer_sending()
        return self._shown

    @Slot()
    def show_worklist(self) -> None:
        """Bring the worklist up."""
        shown = self.worklist_window
        if shown is not None:
            shown.show()
            shown.raise_()
            shown.activateWindow()

    @Slot(object)
    def open_entries(self, entries: Sequence[WorklistEntry]) -> None:
        """Show scans in the viewer; those that are open already are not read again."""
        paths = [entry.path for entry in entries]
        if paths:
            self._window.controller.open_paths(paths)
            self._window.activateWindow()
            self._window.raise_()

    @Slot(object)
    def classify_entries(self, entries: Sequence[WorklistEntry]) -> None:
        """Classify scans, also again."""
        self._window.controller.classify_paths([entry.path for entry in entries])

    @Slot(list)
    def choose_export_file(self, numbers: list[int]) -> None:
        """Ask whether patients are to be named and where to, and write scans as a table."""
        shown = self.worklist_window
        if shown is None or not numbers:
            return
        with_identity = ask_about_names(shown)
        if with_identity is None:
            return
        suggested = "worklist.csv"  # untranslated: name of a file
        name, _ = QFileDialog.getSaveFileName(shown, tr("Export the worklist"), suggested, tr("Tables (*.csv)"))
        if name:
            path = Path(name) if Path(name).suffix else Path(name).with_suffix(".csv")
            self.export(numbers, path, with_identity=with_identity)

    def export(self, numbers: list[int], path: Path, *, with_identity: bool) -> None:
        """Write scans as a table, in the background."""
        from desktop_app.worklist.worklist_work import export_work

        if self.worklist is None:
            return
        seals = self._store.current.reads_first
        job = start_job(
            export_work(self.worklist, numbers, path, with_identity=with_identity, seals_unseen=seals), self
        )
        job.succeeded.connect(self._on_exported)
        job.failed.connect(self._on_failed)

    @Slot(object)
    def ask_to_remove(self, entries: Sequence[WorklistEntry]) -> None:
        """Ask once, and take scans off the worklist."""
        shown = self.worklist_window
        if shown is None or not entries:
            return
        answer = ask_to_remove(entries, shown)
        if answer is not None:
            self.remove([entry.number for entry in entries], deletes_owned=answer)

    def remove(self, numbers: list[int], *, deletes_owned: bool) -> None:
        """Take scans off the worklist, in the background; files elsewhere stay.

        Args:
            numbers: Which.
            deletes_owned: Whether files that Hilum received itself are deleted.
        """
        from desktop_app.worklist.worklist_work import remove_work

        if self.worklist is not None:
            job = start_job(remove_work(self.worklist, numbers, deletes_owned=deletes_owned), self)
            job.succeeded.connect(self._on_removed)
            job.failed.connect(self._on_failed)

    @Slot()
    def edit_retention(self) -> None:
        """Let a person say how long scans stay, and keep to it from now on."""
        from desktop_app.worklist.retention_dialog import RetentionDialog

        try:
            settings = read_site_settings(SUBJECT, RetentionSettings)
        except HilumError as error:
            self._window.message_bar.show_error(describe_error(error))
            return
        dialog = RetentionDialog(settings, self._shown)
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.chosen != settings:
            try:
                write_site_settings(SUBJECT, dialog.chosen)
            except HilumError as error:
                self._window.message_bar.show_error(describe_error(error))
                return
            self.tidy()

    @Slot()
    def tidy(self) -> None:
        """Take off the worklist what has stayed as long as the site chose, in the background."""
        self._tidying.setInterval(_TIDYING_MS)
        if self.worklist is None or (self._tidying_job is not None and not self._tidying_job.is_finished):
            return
        worklist = self.worklist

        def work(_context: JobContext[Any]) -> Removal:
            return apply_retention(worklist, read_site_settings(SUBJECT, RetentionSettings), datetime.now(UTC))

        self._tidying_job = start_job(work, self)
        self._tidying_job.failed.connect(self._on_failed)

    def stop(self) -> None:
        """Write what waits; the window closes."""
        self._tidying.stop()
        if self._shown is not None:
            self._shown.stop()
        if self.keeper is not None:
            self.keeper.stop()

    @Slot(object)
    def _on_report_asked(self, entries: Sequence[WorklistEntry]) -> None:
        self._wants_report = True
        self.open_entries(entries)

    @Slot(object)
    def _on_radiograph_opened(self, radiograph: Radiograph | None) -> None:
        """Bring the report up when the scans it is about are there; which of them, it asks itself."""
        if radiograph is not None and self._wants_report and self._reports is not None:
            self._wants_report = False
            self._reports.show_report()

    @Slot(object)
    def _on_settings_applied(self, settings: Settings) -> None:
        if self.keeper is not None:
            self.keeper.is_on = settings.keeps_worklist
        if self._shown is not None:
            self._shown.set_sealing(settings.reads_first)

    @Slot(object)
    def _on_theme_changed(self, theme: ThemeColours) -> None:
        if self._shown is not None:
            self._shown.set_theme(theme)

    @Slot(bool)
    def _on_identity_toggled(self, is_visible: bool) -> None:
        if self._shown is not None:
            self._shown.set_identity_visible(is_visible)

    @Slot(object)
    def _on_exported(self, outcome: tuple[int, Path]) -> None:
        count, path = outcome
        if self._shown is not None:
            self._shown.message_bar.show_note(
                tr_count("{count} scan is in {name}.", "{count} scans are in {name}.", count, name=path.name)
            )

    @Slot(object)
    def _on_removed(self, removal: Removal) -> None:
        if self._shown is None:
            return
        self._shown.list_anew()
        if removal.files_deleted or removal.files_left:
            told = [
                tr_count("{count} received file deleted.", "{count} received files deleted.", removal.files_deleted)
            ]
            if removal.files_left:
                told.append(
                    tr_count("{count} is still on the disk.", "{count} are still on the disk.", removal.files_left)
                )
            self._shown.message_bar.show_note(" ".join(told))

    @Slot(object)
    def _on_failed(self, failure: JobFailure) -> None:
        bar = self._shown.message_bar if self._shown is not None and self._shown.isVisible() else None
        (bar or self._window.message_bar).show_error(failure.message)


def user_worklist() -> Worklist | None:
    """This user's worklist, None where there is no home folder."""
    try:
        return Worklist()
    except NoUserFolderError:
        return None


def ask_about_names(parent: WorklistWindow) -> bool | None:
    """Ask whether a table is to name patients; None where it is not to be written at all."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(tr("Export the worklist"))
    box.setText(tr("Is the table to name patients?"))
    box.setInformativeText(
        tr(
            "Without names there are no patients, files, numbers or exact dates in it, and it may be handed on for"
            " statistics."
        )
    )
    without = box.addButton(tr("With&out names"), QMessageBox.ButtonRole.AcceptRole)
    named = box.addButton(tr("&With names"), QMessageBox.ButtonRole.DestructiveRole)
    leave = box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(without)
    box.setEscapeButton(leave)
    box.exec()
    clicked = box.clickedButton()
    box.deleteLater()
    return None if clicked not in (without, named) else clicked is named


def ask_to_remove(entries: Sequence[WorklistEntry], parent: WorklistWindow) -> bool | None:
    """Ask whether scans are to be taken off the worklist, and files that were received to be deleted.

    Returns:
        Whether those files are deleted; None where nothing is to be done.
    """
    count, owned = len(entries), sum(entry.is_owned for entry in entries)
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(tr("Remove from the worklist"))
    box.setText(
        tr("Take this scan off the worklist?")
        if count == 1
        else tr("Take these {count} scans off the worklist?").format(count=integer(count))
    )
    box.setInformativeText(tr("Files that Hilum did not receive itself stay where they are, and so does the record."))
    deletes = QCheckBox(
        tr("Also delete the received file")
        if owned == 1
        else tr("Also delete {count} received files").format(count=integer(owned))
    )
    if owned:
        box.setCheckBox(deletes)
    remove = box.addButton(tr("&Remove"), QMessageBox.ButtonRole.DestructiveRole)
    leave = box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(leave)
    box.setEscapeButton(leave)
    box.exec()
    removes = box.clickedButton() is remove
    answer = bool(owned) and deletes.isChecked()
    box.deleteLater()
    return answer if removes else None
