"""The program's log: useful to a developer, and without a trace of a patient.

File names and folders often carry patients' names, and messages of exceptions can quote what a file held. So paths
are written as a short hash, and of an exception only its class and where it happened.
"""

import hashlib
import logging
import logging.handlers
import re
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path, PurePath
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from core.user_folders import user_folders

_LARGEST_FILE_BYTES = 1_000_000
_OLDER_FILES = 3
_PATH = re.compile(
    r"""(?<![\w.])(?:file:/+|[A-Za-z]:[\\/]|\\\\|~?/)[^\n"'<>|]*"""  # from the root to a quotation mark
    r"""|\S+\.(?:dcm|dicom|png|jpe?g|tiff?|bmp|webp)\b""",
    re.IGNORECASE,
)
_QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}

ExceptionListener = Callable[[str, str], None]
"""Called with the class and the traceback of an exception that nothing caught."""


def path_token(path: PurePath | str) -> str:
    """Return what stands for a path in the log: the same path gives the same token."""
    digest = hashlib.sha256(str(path).encode("utf-8", "surrogatepass")).hexdigest()
    return f"<path {digest[:8]}>"


class PrivateFormatter(logging.Formatter):
    """Writes records without paths and without the messages of exceptions."""

    def format(self, record: logging.LogRecord) -> str:
        """Return a record as one line, an exception's frames below it."""
        text = f"{self.formatTime(record)} {record.levelname} {record.name}: {without_paths(_message_of(record))}"
        if record.exc_info and record.exc_info[0] is not None:
            text += "\n" + _frames_of(record.exc_info[0], record.exc_info[2])
        return text


def without_paths(text: str) -> str:
    """Return text with every path and every image's file name replaced by its token."""
    return _PATH.sub(lambda found: path_token(found.group()), text)


def set_up_logging(folder: Path | None = None) -> Path | None:
    """Write the log to a rotating file.

    Args:
        folder: Where; None takes the user's log folder.

    Returns:
        The file, or None where it cannot be written; the program then runs without a log.
    """
    if folder is None:
        folders = user_folders()
        if folders is None:
            return None
        folder = folders.log
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(
            folder / "hilum.log", maxBytes=_LARGEST_FILE_BYTES, backupCount=_OLDER_FILES, encoding="utf-8"
        )
    except OSError:
        return None
    handler.setFormatter(PrivateFormatter())
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    return Path(handler.baseFilename)


def log_qt_messages() -> None:
    """Send what Qt has to say to the log instead of the terminal."""
    qInstallMessageHandler(_log_qt_message)


def catch_exceptions(listener: ExceptionListener) -> None:
    """Log exceptions that nothing caught, and tell a listener; the program goes on.

    Args:
        listener: May be called in any thread.
    """
    log = logging.getLogger("desktop_app")

    def on_exception(
        kind: type[BaseException], error: BaseException | None, frames: TracebackType | None, thread: str = ""
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error or kind(), frames)
            return
        log.critical("Uncaught %s%s", kind.__name__, thread, exc_info=(kind, error or kind(), frames))
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
    places = (
        f"  {PurePath(frame.filename).name}:{frame.lineno} in {frame.name}" for frame in traceback.extract_tb(frames)
    )
    return "\n".join((*places, f"  {kind.__name__}"))
