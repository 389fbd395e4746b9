"""What the window's action about the record does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop_app.main_window import MainWindow

if TYPE_CHECKING:
    from desktop_app.record.record_dialog import RecordDialog


class RecordCommands(QObject):
    """Makes the record's dialog when it is first asked for, and keeps it until the program ends."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._dialog: RecordDialog | None = None
        window.actions_of_window.record.triggered.connect(self.show_record)

    @property
    def dialog(self) -> RecordDialog:
        """The record's dialog, made where there is none yet."""
        if self._dialog is None:
            from core.record.journal import user_journal
            from desktop_app.record.record_dialog import RecordDialog

            self._dialog = RecordDialog(user_journal(), self._window)
        return self._dialog

    @Slot()
    def show_record(self) -> None:
        """Bring the record up."""
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()
