"""The program's log: useful to a developer, and without a trace of a patient.

File names and folders often carry patients' names, and messages of exceptions can quote what a file held. So paths
are written as a short hash, and of an exception only its class and where it happened.
"""

import faulthandler
import logging
import logging.handlers
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path, PurePath
from types import TracebackType
from typing import BinaryIO

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from core.crash_reports import WENT_ON, WENT_ON_IN_A_THREAD, lines_of_exception, write_report
from core.private_text import path_token, without_paths
from core.user_folders import user_folders

LOG_NAME = "hilum.log"  # untranslated: a file's name
_MOST_REPORTS_AT_ONCE = 5
"""In one run of the program: what fails at every tick of a timer must not push all earlier reports out."""
_LARGEST_FILE_BYTES = 1_000_000
_OLDER_FILES = 3
_QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}

ExceptionListener = Callable[[str, str], None]
"""Called with the class and the traceback of an exception that nothing caught."""


class PrivateFormatter(logging.Formatter):
    """Writes records without paths and without the messages of exceptions."""

    def format(self, record: logging.LogRecord) -> str:
        """Return a record as one line, an exception's frames below it."""
        text = f"{self.formatTime(record)} {record.levelname} {record.name}: {without_paths(_message_of(record))}"
        if record.exc_info and record.exc_info[0] is not None:
            text += "\n" + _frames_of(record.exc_info[0], record.exc_info[2])
        return text


class QuietFile(logging.handlers.RotatingFileHandler):
    """A log that costs nothing where it cannot be written: a full disk, a folder that is gone."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 -- logging's name
        """Leave the entry out. By default it would go to the terminal or the system's own log, with names of files."""


def set_up_logging(folder: Path | None = None, name: str = LOG_NAME) -> Path | None:
    """Write the log to a rotating file, which is this copy of the program's alone.

    Args:
        folder: Where; None takes the user's log folder.
        name: Of the file; see `core.program_sessions`.

    Returns:
        The file, or None where it cannot be written; the program then runs without a log.
    """
    root = logging.getLogger()
    # Without any, Python would write what it has to say on the terminal, as it is.
    root.addHandler(logging.NullHandler())
    if folder is None:
        folders = user_folders()
        if folders is None:
            return None
        folder = folders.log
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = QuietFile(folder / name, maxBytes=_LARGEST_FILE_BYTES, backupCount=_OLDER_FILES, encoding="utf-8")
    except OSError:
        return None
    handler.setFormatter(PrivateFormatter())
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    return Path(handler.baseFilename)


def log_qt_messages() -> None:
    """Send what Qt has to say to the log instead of the terminal."""
    qInstallMessageHandler(_log_qt_message)


def leave_qt_messages() -> None:
    """Let Qt write to the terminal again: what it says once Python has ended would end in a crash."""
    qInstallMessageHandler(None)


def write_crash_traces(file: BinaryIO) -> None:
    """Let Python write where every thread is into a file when the process dies of a crash.

    Args:
        file: Stays open until `stop_crash_traces`.
    """
    faulthandler.enable(file)


def stop_crash_traces() -> None:
    """Write no more of them: the file is about to be closed."""
    faulthandler.disable()


def catch_exceptions(listener: ExceptionListener, reports: Path | None = None) -> None:
    """Log exceptions that nothing caught, write crash reports, and tell a listener; the program goes on.

    Args:
        listener: May be called in any thread.
        reports: Folder of the crash reports, None for none.
    """
    log = logging.getLogger("desktop_app")
    written: list[Path | None] = []

    def on_exception(
        kind: type[BaseException], error: BaseException | None, frames: TracebackType | None, thread: str = ""
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error or kind(), frames)
            return
        log.critical("Uncaught %s%s", kind.__name__, thread, exc_info=(kind, error or kind(), frames))
        if reports is not None and len(written) < _MOST_REPORTS_AT_ONCE:
            written.append(
                write_report(reports, WENT_ON_IN_A_THREAD if thread else WENT_ON, lines_of_exception(kind, frames))
            )
        listener(kind.__name__, "".join(traceback.format_exception(kind, error, frames)))

    def on_thread_exception(arguments: threading.ExceptHookArgs) -> None:
        on_exception(arguments.exc_type, arguments.exc_value, arguments.exc_traceback, " in a thread")

    sys.excepthook = on_exception
    threading.excepthook = on_thread_exception


def _log_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    category = context.category or "default"
    logging.getLogger(f"qt.{category}").log(_QT_LEVELS.get(kind, logging.WARNING), "%s", message)


def _message_of(record: logging.LogRecord) -> str:
    """Return the record's message, with arguments that are paths already replaced whole."""
    if isinstance(record.args, tuple):
        record.args = tuple(path_token(value) if isinstance(value, PurePath) else value for value in record.args)
    return record.getMessage()


def _frames_of(kind: type[BaseException], frames: TracebackType | None) -> str:
    """Return where an exception happened; its message is left out, it may quote a file's content."""
    return "\n".join(lines_of_exception(kind, frames))
