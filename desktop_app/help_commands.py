"""Where the program keeps things, and diagnostics: what the Help menu offers beside reading."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from core.error_wording import describe_error
from core.errors import NoUserFolderError, OutputNotWritableError
from core.language import tr
from core.user_folders import user_folders
from desktop_app.main_window import MainWindow

if TYPE_CHECKING:
    from desktop_app.diagnostics_dialog import DiagnosticsDialog


class HelpCommands(QObject):
    """Opens the user's folders in the system's file manager, and the dialog that collects diagnostics."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.dialog: DiagnosticsDialog | None = None
        actions = window.actions_of_window
        actions.open_data_folder.triggered.connect(self.open_data_folder)
        actions.open_log_folder.triggered.connect(self.open_log_folder)
        actions.diagnostics.triggered.connect(self.collect_diagnostics)

    @Slot()
    def open_data_folder(self) -> None:
        """Show where models, the record and the worklist are."""
        folders = user_folders()
        self._open(folders.data if folders is not None else None)

    @Slot()
    def open_log_folder(self) -> None:
        """Show where the log and the crash reports are."""
        folders = user_folders()
        self._open(folders.log if folders is not None else None)

    @Slot()
    def collect_diagnostics(self) -> None:
        """Collect what a developer needs, and show it before it is written."""
        if self.dialog is None:
            from core.cli.doctor import lines_to_share
            from desktop_app.diagnostics_dialog import DiagnosticsDialog

            self.dialog = DiagnosticsDialog(lines_to_share, self._window)
            self.dialog.destroyed.connect(self._on_dialog_destroyed)
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def _open(self, folder: Path | None) -> None:
        bar = self._window.message_bar
        if folder is None:
            bar.show_error(describe_error(NoUserFolderError()))
            return
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            bar.show_error(describe_error(OutputNotWritableError(folder, error.strerror or "")))
            return
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            bar.show_note(tr("No file manager could be started. The folder is {path}.").format(path=folder))

    @Slot()
    def _on_dialog_destroyed(self) -> None:
        self.dialog = None
