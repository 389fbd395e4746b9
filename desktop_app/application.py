"""Where every object of the window is built and wired, and where the program begins and ends."""

import gc
import logging
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from core.error_wording import ErrorMessage, describe_defect
from core.language import tr
from core.screening.screener import Screener
from desktop_app.answer_commands import AnswerCommands
from desktop_app.commissioning_commands import CommissioningCommands
from desktop_app.connection_commands import ConnectionCommands
from desktop_app.deidentification_commands import DeidentificationCommands
from desktop_app.file_requests import WorkstationApplication
from desktop_app.help_commands import HelpCommands
from desktop_app.jobs import stop_all_jobs
from desktop_app.last_session import LastSessionNews, RunningProgram
from desktop_app.logging_setup import catch_exceptions, log_qt_messages
from desktop_app.main_window import MainWindow
from desktop_app.model_commands import ModelCommands
from desktop_app.prior_commands import PriorCommands
from desktop_app.receiving_commands import ReceivingCommands
from desktop_app.record_commands import RecordCommands
from desktop_app.report_commands import ReportCommands
from desktop_app.results_commands import ResultsCommands
from desktop_app.screening.classification import ClassificationRunner
from desktop_app.screening.controller import ScreeningController
from desktop_app.screening.scan_session import ScanSession
from desktop_app.settings import SettingsStore
from desktop_app.start_checks import StartChecks
from desktop_app.start_language import choose_language, speak
from desktop_app.training_commands import TrainingCommands
from desktop_app.welcome_commands import WelcomeCommands
from desktop_app.window_commands import WindowCommands
from desktop_app.worklist_commands import WorklistCommands, user_worklist

SWITCH_INTERVAL_S = 0.001
"""How long a background thread may keep the interpreter before the window gets its turn. Python's default, 5 ms, adds
up when several threads compute."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Workstation:
    """The objects of a running window."""

    window: MainWindow
    controller: ScreeningController
    runner: ClassificationRunner
    commands: WindowCommands
    answers: AnswerCommands
    models: ModelCommands
    commissioning: CommissioningCommands
    record: RecordCommands
    deidentification: DeidentificationCommands
    report: ReportCommands
    worklist: WorklistCommands
    receiving: ReceivingCommands
    training: TrainingCommands
    results: ResultsCommands
    connections: ConnectionCommands
    welcome: WelcomeCommands
    help: HelpCommands
    store: SettingsStore
    closing: "Closing"


class Closing(QObject):
    """Ends jobs and keeps settings when the window closes, and passes on what nobody caught."""

    defect_met = Signal(str, str)

    def __init__(
        self, window: MainWindow, commands: WindowCommands, training: TrainingCommands, worklist: WorklistCommands
    ) -> None:
        super().__init__(window)
        self._window = window
        self._worklist = worklist
        self._commands = commands
        self._training = training
        window.may_close = training.may_close
        window.closed.connect(self._on_closed)
        self.defect_met.connect(self._on_defect_met)

    @Slot()
    def _on_closed(self) -> None:
        self._commands.keep_layout()
        self._window.controller.stop()
        self._window.histograms.stop()
        self._training.stop()
        self._worklist.stop()
        stop_all_jobs()

    @Slot(str, str)
    def _on_defect_met(self, kind: str, trace: str) -> None:
        wording = describe_defect(kind)
        self._window.message_bar.show_error(ErrorMessage(wording.summary, wording.remedy, trace))


class ModelNews(QObject):
    """Hands the card of a model that has been loaded to the parts that show it."""

    def __init__(self, window: MainWindow, runner: ClassificationRunner) -> None:
        super().__init__(window)
        self._window = window
        runner.model_ready.connect(self._on_model_ready)

    @Slot(object)
    def _on_model_ready(self, screener: Screener) -> None:
        self._window.histograms.set_model(screener.card)


def build(store: SettingsStore) -> Workstation:
    """Build the window and everything behind it; nothing runs yet.

    Args:
        store: The settings, already loaded.
    """
    runner = ClassificationRunner()
    session = ScanSession(runner)
    controller = ScreeningController(session, runner, runner)
    window = MainWindow(controller)
    runner.setParent(window)
    commands = WindowCommands(window, store)
    answers = AnswerCommands(window, commands, store)
    ModelNews(window, runner)
    StartChecks(runner, window.message_bar)
    models = ModelCommands(window, commands, store)
    commissioning = CommissioningCommands(window, commands, store)
    record = RecordCommands(window)
    deidentification = DeidentificationCommands(window)
    report = ReportCommands(window, store)
    worklist = WorklistCommands(window, commands, store, user_worklist())
    worklist.take_reports(report)
    PriorCommands(window, worklist.worklist)
    receiving = ReceivingCommands(window, runner, worklist.worklist)
    training = TrainingCommands(window, commands, store)
    results = ResultsCommands(window, store)
    connections = ConnectionCommands(window, store, worklist, receiving, results)
    welcome = WelcomeCommands(window, commands, store)
    help_commands = HelpCommands(window)
    closing = Closing(window, commands, training, worklist)
    window.restore_layout(store.current)
    return Workstation(
        window,
        controller,
        runner,
        commands,
        answers,
        models,
        commissioning,
        record,
        deidentification,
        report,
        worklist,
        receiving,
        training,
        results,
        connections,
        welcome,
        help_commands,
        store,
        closing,
    )


def run(paths: Sequence[Path]) -> int:
    """Open the window and stay until it is closed.

    It speaks the language of the settings, or the system's; the environment variable HILUM_LANGUAGE wins over both.

    Args:
        paths: Files and folders to open at once.

    Returns:
        The process's exit status.
    """
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    app = QApplication.instance() or WorkstationApplication(["hilum"])
    if not isinstance(app, QApplication):
        raise TypeError("a QApplication is needed")
    app.setApplicationName("hilum")
    app.setApplicationDisplayName("Hilum")  # untranslated: its name
    app.setDesktopFileName("hilum")
    program = RunningProgram()
    program.end_on_signals()
    app.aboutToQuit.connect(program.begin_to_end)
    log_qt_messages()
    store = SettingsStore()
    store.load()
    speak(app, choose_language(store.current.language))
    app.setWindowIcon(QIcon(str(_icon_path())))
    workstation = build(store)
    catch_exceptions(workstation.closing.defect_met.emit, program.log_folder)
    if isinstance(app, WorkstationApplication):
        app.files_requested.connect(workstation.controller.open_paths)
    collector = collect_between_events()
    if not paths:
        workstation.welcome.show_at_first_start()
    workstation.window.show()
    if store.note:
        workstation.window.message_bar.show_note(tr(store.note))
    LastSessionNews(workstation.window, program.reports, tr(store.note), waits_for_scan=bool(paths))
    if paths:
        workstation.controller.open_paths(paths)
    # The model takes a second or so to load; the window is painted first.
    QTimer.singleShot(0, workstation.commands.load_model)
    QTimer.singleShot(0, workstation.receiving.begin)
    QTimer.singleShot(0, workstation.connections.begin)
    status = app.exec()
    collector.timer.stop()
    # Once more after the event loop: a signal still on its way may have started a job.
    if not stop_all_jobs():
        # A thread hangs in foreign code; destroying it would abort, so the process ends without ceremony.
        logging.shutdown()
        program.end()
        os._exit(status)
    program.end()
    return status


def collect_between_events() -> Any:
    """Let Python look for cycles only between events, in this thread. Keep what is returned.

    By itself it does so in whichever thread allocates next: in a job's thread it would destroy widgets there, and
    inside a paint or layout of Qt's it would take objects from under it. Both end the process, rarely and for no
    visible reason. What exists by now stays for good and is never looked at again: a full look takes 50 ms.
    """
    from pyqtgraph.util.garbage_collector import GarbageCollector

    gc.freeze()
    return GarbageCollector(interval=1.0)


def _icon_path() -> Path:
    import resources

    return Path(next(iter(resources.__path__))) / "icons" / "hilum.svg"  # untranslated: a file
