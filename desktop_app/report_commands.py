"""What the window's action about reports does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.main_window import MainWindow
from desktop_app.screening.scan_session import ScanEntry
from desktop_app.settings import SettingsStore

if TYPE_CHECKING:
    from desktop_app.report.report_dialog import ReportDialog, ReportScope
    from desktop_app.report.report_work import ReportScan


class ReportCommands(QObject):
    """Makes the report dialog when it is first asked for, and tells it what is open."""

    report_saved = Signal(object, object)
    """Path of a report, and the numbers of the open scans that it is about."""

    def __init__(self, window: MainWindow, store: SettingsStore) -> None:
        super().__init__(window)
        self._window = window
        self._store = store
        self._dialog: ReportDialog | None = None
        window.actions_of_window.report.triggered.connect(self.show_report)

    @property
    def dialog(self) -> ReportDialog:
        """The report dialog, made where there is none yet."""
        if self._dialog is None:
            from desktop_app.report.report_dialog import ReportDialog

            self._dialog = ReportDialog(self.scans_of, self._person, self._window)
            self._dialog.report_saved.connect(self.report_saved)
        return self._dialog

    @Slot()
    def show_report(self) -> None:
        """Bring the report up."""
        if self.dialog.isVisible():
            self.dialog.refresh()
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def scans_of(self, scope: ReportScope) -> tuple[ReportScan, ...]:
        """The scans that a scope means now.

        Args:
            scope: The shown one, those selected in the strip, or all that have an answer that may be seen.
        """
        from desktop_app.report.report_dialog import ReportScope

        match scope:
            case ReportScope.SHOWN:
                entry = self._window.controller.selected_entry
                entries = [entry] if entry is not None else []
            case ReportScope.SELECTED:
                entries = self._window.strip.selected_entries()
            case ReportScope.CLASSIFIED:
                entries = [entry for entry in self._window.controller.session if entry.shown_result is not None]
        return tuple(self._scan(entry) for entry in entries)

    def _scan(self, entry: ScanEntry) -> ReportScan:
        """An entry as it is now; what is drawn on it is known of the shown one only."""
        from desktop_app.report.report_work import ReportScan

        controller = self._window.controller
        shown = controller.shown_radiograph if entry is controller.selected_entry else None
        result = entry.shown_result
        if shown is not None and result is not None and result.frame_index != shown.frame_index:
            result = None  # Another frame is looked at than the answer is about.
        frame_index = shown.frame_index if shown is not None else result.frame_index if result is not None else 0
        return ReportScan(
            number=entry.number,
            path=entry.path,
            frame_index=frame_index,
            radiograph=shown if shown is not None else entry.radiograph,
            result=result,
            impression=entry.impression if result is not None else None,
            measurements=self._window.viewer.drawn_measurements() if shown is not None else (),
        )

    def _person(self) -> str:
        return self._store.current.person
