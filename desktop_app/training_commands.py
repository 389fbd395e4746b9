"""What the window's actions about training do: the training window, the list of runs, and their ties to the rest."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QMessageBox, QWidget

from core.errors import HilumError
from core.language import tr
from core.user_folders import user_folders
from desktop_app.main_window import MainWindow
from desktop_app.settings import SettingsStore
from desktop_app.window_commands import WindowCommands

if TYPE_CHECKING:
    from core.registry.version import ModelVersion
    from core.training.wizard_flow import WizardState
    from desktop_app.theme import ThemeColours
    from desktop_app.training_wizard.runs_window import RunsWindow
    from desktop_app.training_wizard.window import TrainingWindow

RUNS_NAME = "training_runs"
_IMAGES_NAME = "training_images"


class TrainingCommands(QObject):
    """Makes the training window when it is first asked for, and keeps it until the program ends."""

    def __init__(self, window: MainWindow, commands: WindowCommands, store: SettingsStore) -> None:
        super().__init__(window)
        self._window = window
        self._commands = commands
        self._store = store
        self._theme: ThemeColours | None = commands.colours
        self._training: TrainingWindow | None = None
        self._runs: RunsWindow | None = None
        window.actions_of_window.train.triggered.connect(self.show_training)
        window.actions_of_window.training_runs.triggered.connect(self.show_runs)
        window.actions_of_window.training_pack.triggered.connect(self.show_training_pack)
        commands.theme_changed.connect(self.set_theme)

    @property
    def training(self) -> TrainingWindow:
        """The training window, made where there is none yet."""
        if self._training is None:
            self._training = self._build()
        return self._training

    @property
    def runs(self) -> RunsWindow:
        """The list of runs, made where there is none yet."""
        if self._runs is None:
            from desktop_app.training_wizard.runs_window import RunsWindow

            self._runs = RunsWindow(runs_folder())
            self._runs.open_requested.connect(self.open_run)
            self._runs.resume_requested.connect(self.resume_run)
            self._runs.train_requested.connect(self.show_training)
        return self._runs

    @property
    def is_training(self) -> bool:
        """Whether a run goes on, or is paused."""
        return self._training is not None and self._training.controller.supervisor.is_running

    @Slot()
    def show_training(self) -> None:
        """Bring the training window up as it was left."""
        self.training.folder_page.refresh_recent()
        _bring_up(self.training)

    @Slot()
    def show_runs(self) -> None:
        """Bring the list of runs up."""
        if self._runs is not None and self._runs.isVisible():
            self._runs.refresh()
        _bring_up(self.runs)

    @Slot()
    def show_training_pack(self) -> None:
        """Say whether this installation can train, and let it."""
        from desktop_app.training_pack_dialog import TrainingPackDialog

        TrainingPackDialog(self._window).open()

    @Slot(object)
    def open_run(self, path: Path) -> None:
        """Show a run in the training window."""
        self._open(path)

    @Slot(object)
    def resume_run(self, path: Path) -> None:
        """Show a run in the training window and go on with it."""
        if self._open(path):
            self.training.controller.resume_run()

    @Slot(object)
    def set_theme(self, colours: ThemeColours) -> None:
        """Hand the theme's colours to the training window."""
        self._theme = colours
        if self._training is not None:
            self._training.set_theme(colours)

    def may_close(self) -> bool:
        """Ask before a training is stopped by closing the program."""
        if not self.is_training:
            return True
        question = tr(
            "A model is being trained. If Hilum is closed, the training stops and can be continued later from its last "
            "finished epoch (Tools > Training runs). Close Hilum now?"
        )
        answer = QMessageBox.question(self._window, tr("Training goes on"), question)
        return answer == QMessageBox.StandardButton.Yes

    def stop(self) -> None:
        """The program ends: training stops as of its last epoch and can be resumed."""
        for window in (self._training, self._runs):
            if window is not None:
                window.stop()
                window.deleteLater()

    def _build(self) -> TrainingWindow:
        from desktop_app.training_wizard.controller import TrainingController
        from desktop_app.training_wizard.result_controller import ResultController
        from desktop_app.training_wizard.window import TrainingWindow

        folders = user_folders()
        cache = folders.cache / _IMAGES_NAME if folders is not None else None
        controller = TrainingController(runs_folder(), cache)
        results = ResultController(self._person)
        made = TrainingWindow(controller, results, self._recent)
        controller.setParent(made)
        results.setParent(made)
        made.files_opened.connect(self._on_files_opened)
        made.runs_requested.connect(self.show_runs)
        controller.state_changed.connect(self._on_state_changed)
        results.model_activated.connect(self._on_model_activated)
        if self._theme is not None:
            made.set_theme(self._theme)
        return made

    def _open(self, path: Path) -> bool:
        """Open a run; returns whether it is looked at now."""
        from core.error_wording import ErrorMessage, describe_error
        from core.training.run_folder import open_run
        from core.training.run_state import RunState
        from core.training.wizard_flow import RunPhase

        controller = self.training.controller
        try:
            run = open_run(path)
            state = run.state
        except HilumError as error:
            self.runs.message_bar.show_error(describe_error(error))
            return False
        is_ours = controller.run is not None and controller.run.path == path
        if state is RunState.RUNNING and not is_ours:
            text = tr("This run is being trained by another program, so it cannot be opened here.")
            self.runs.message_bar.show_error(ErrorMessage(text, tr("Wait for its end, or stop it there.")))
            return False
        phases = {RunState.FINISHED: RunPhase.FINISHED, RunState.FAILED: RunPhase.FAILED}
        controller.open_run(run, phases.get(state, RunPhase.STOPPED))
        _bring_up(self.training)
        return controller.run is not None and controller.run.path == path

    def _recent(self) -> tuple[str, ...]:
        return self._store.current.recent_training_data

    def _person(self) -> str:
        return self._store.current.person

    @Slot(object)
    def _on_state_changed(self, state: WizardState) -> None:
        """Remember images that were looked at closely, not each folder that was clicked on."""
        if state.is_checking and state.path is not None:
            self._store.current = self._store.current.with_recent_training_data(state.path)

    @Slot(object)
    def _on_files_opened(self, paths: list[Path]) -> None:
        self._window.controller.open_paths(paths)
        _bring_up(self._window)

    @Slot(object)
    def _on_model_activated(self, version: ModelVersion) -> None:
        self._commands.use_model(version)


def runs_folder() -> Path:
    """Where this user's training runs lie; without a home folder, where temporary files do."""
    folders = user_folders()
    if folders is not None:
        return folders.data / RUNS_NAME
    return Path(tempfile.gettempdir()) / f"hilum_{RUNS_NAME}"  # untranslated: a folder


def _bring_up(window: QWidget) -> None:
    """Show a window in front of the others."""
    if window.isMinimized():
        window.showNormal()
    window.show()
    window.raise_()
    window.activateWindow()
