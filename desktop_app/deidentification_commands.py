"""What the window's action about de-identified copies does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop_app.main_window import MainWindow

if TYPE_CHECKING:
    from desktop_app.deidentification.deidentification_dialog import DeidentificationDialog
    from desktop_app.deidentification.deidentification_work import OpenScans


class DeidentificationCommands(QObject):
    """Makes the dialog when it is first asked for, and keeps it until the program ends."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._dialog: DeidentificationDialog | None = None
        window.actions_of_window.deidentify.triggered.connect(self.show_dialog)

    @property
    def dialog(self) -> DeidentificationDialog:
        """The dialog, made where there is none yet."""
        if self._dialog is None:
            from desktop_app.deidentification.deidentification_dialog import DeidentificationDialog

            masks = self._window.viewer.image_view.masks
            self._dialog = DeidentificationDialog(self._open_scans, masks.masks_by_file, self._window)
        return self._dialog

    @Slot()
    def show_dialog(self) -> None:
        """Bring the dialog up."""
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def _open_scans(self) -> OpenScans:
        """Files of what is open; pasted pictures have none, and hold no identity beside their pixels."""
        from desktop_app.deidentification.deidentification_work import OpenScans

        controller = self._window.controller
        shown = controller.selected_entry
        paths = dict.fromkeys(entry.path for entry in controller.session if entry.path is not None)
        return OpenScans(shown.path if shown is not None else None, tuple(paths))
