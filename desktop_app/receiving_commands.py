"""What ties scans that come in by themselves to the window: its model, its record, its messages and its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from core.worklist.worklist import Worklist
from desktop_app.connection.receiving_controller import ReceivingController
from desktop_app.main_window import MainWindow
from desktop_app.screening.classification import ClassificationRunner

if TYPE_CHECKING:
    from core.screening.recording import ResultRecorder
    from core.screening.screener import Screener


class ReceivingCommands(QObject):
    """Lets scans come in while the window is open.

    Attributes:
        controller: Receives, watches and classifies; None where this user has no worklist.
    """

    def __init__(self, window: MainWindow, runner: ClassificationRunner, worklist: Worklist | None) -> None:
        """Wire it; nothing is opened before `begin`.

        Args:
            window: The main window.
            runner: Has the model.
            worklist: This user's, None where there is no home folder.
        """
        super().__init__(window)
        self._runner = runner
        self._has_begun = False
        self.controller: ReceivingController | None = None
        if worklist is None:
            return
        self.controller = ReceivingController(worklist, self.screener, self.recorder, self)
        self.controller.problem_met.connect(window.message_bar.show_error)
        runner.model_ready.connect(self._on_model_ready)
        window.closed.connect(self.controller.stop)

    def begin(self) -> None:
        """Do what the site's settings say."""
        self._has_begun = True
        if self.controller is not None:
            self.controller.begin()

    @Slot(object)
    def _on_model_ready(self, _screener: Screener) -> None:
        if self._has_begun and self.controller is not None:
            self.controller.classify()

    def screener(self) -> Screener | None:
        """The model that the window has loaded, None while there is none."""
        return self._runner.screener

    def recorder(self) -> ResultRecorder:
        """The record of results as it is chosen to be written now."""
        from core.record.journal import user_journal
        from core.screening.recording import ResultRecorder

        choice = self._runner.record_choice
        return ResultRecorder(user_journal(), choice.person, keeps_file_names=choice.keeps_file_names)
