"""What the window's actions about commissioning and drift do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from core.language import tr
from desktop_app.main_window import MainWindow
from desktop_app.settings import SettingsStore
from desktop_app.theme import colours
from desktop_app.window_commands import WindowCommands

if TYPE_CHECKING:
    from core.registry.commissioned import Commissioning
    from desktop_app.commissioning.commissioning_dialog import CommissioningDialog
    from desktop_app.commissioning.drift_dialog import DriftDialog


class CommissioningCommands(QObject):
    """Makes both dialogs when they are first asked for, and keeps them until the program ends."""

    def __init__(self, window: MainWindow, commands: WindowCommands, store: SettingsStore) -> None:
        super().__init__(window)
        self._window = window
        self._commands = commands
        self._store = store
        self._dialog: CommissioningDialog | None = None
        self._drift: DriftDialog | None = None
        window.actions_of_window.commission.triggered.connect(self.show_commissioning)
        window.actions_of_window.drift.triggered.connect(self.show_drift)

    @property
    def dialog(self) -> CommissioningDialog:
        """The commissioning, made where there is none yet."""
        if self._dialog is None:
            from core.registry.registry import user_registry
            from desktop_app.commissioning.commissioning_dialog import CommissioningDialog

            self._dialog = CommissioningDialog(user_registry(), self._device, self._person, self._window)
            self._dialog.commissioned.connect(self._on_commissioned)
        return self._dialog

    @property
    def drift_dialog(self) -> DriftDialog:
        """The drift watch, made where there is none yet."""
        if self._drift is None:
            from core.registry.registry import user_registry
            from desktop_app.commissioning.drift_dialog import DriftDialog

            self._drift = DriftDialog(user_registry(), colours(self._store.current.theme), self._window)
            self._drift.commissioning_asked.connect(self.show_commissioning)
        return self._drift

    @Slot()
    def show_commissioning(self) -> None:
        """Bring the commissioning up."""
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    @Slot()
    def show_drift(self) -> None:
        """Bring the drift watch up, in the colours of the moment."""
        self.drift_dialog.set_colours(colours(self._store.current.theme))
        self.drift_dialog.show()
        self.drift_dialog.raise_()
        self.drift_dialog.activateWindow()

    @Slot(object)
    def _on_commissioned(self, commissioning: Commissioning) -> None:
        """Load the model anew, with what was set, and say so."""
        from core.registry.standing import commissioned_sentence

        self._commands.load_model()
        note = tr("{commissioned} Scans that are open keep their answers until they are classified again.")
        self._window.message_bar.show_note(note.format(commissioned=commissioned_sentence(commissioning)))
        if self._drift is not None and self._drift.isVisible():
            self._drift.refresh()

    def _device(self) -> str:
        return self._store.current.device

    def _person(self) -> str:
        return self._store.current.person
