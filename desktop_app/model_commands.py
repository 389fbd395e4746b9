"""What the window's action about models does: the list of models, and its ties to the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop_app.main_window import MainWindow
from desktop_app.settings import SettingsStore
from desktop_app.window_commands import WindowCommands

if TYPE_CHECKING:
    from desktop_app.models.models_dialog import ModelsDialog


class ModelCommands(QObject):
    """Makes the list of models when it is first asked for, and keeps it until the program ends."""

    def __init__(self, window: MainWindow, commands: WindowCommands, store: SettingsStore) -> None:
        super().__init__(window)
        self._window = window
        self._commands = commands
        self._store = store
        self._dialog: ModelsDialog | None = None
        window.actions_of_window.models.triggered.connect(self.show_models)

    @property
    def dialog(self) -> ModelsDialog:
        """The list of models, made where there is none yet."""
        if self._dialog is None:
            from core.registry.registry import user_registry
            from desktop_app.models.models_dialog import ModelsDialog

            self._dialog = ModelsDialog(user_registry(), self._device, self._window)
            self._dialog.model_activated.connect(self._commands.use_model)
        return self._dialog

    @Slot()
    def show_models(self) -> None:
        """Bring the list up."""
        self.dialog.set_person(self._store.current.person)
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def _device(self) -> str:
        return self._store.current.device
