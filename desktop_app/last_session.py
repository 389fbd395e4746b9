"""This copy of the program from its start to its end, and how the one before ended."""

import signal
from collections.abc import Sequence
from pathlib import Path
from types import FrameType

from PySide6.QtCore import QObject, Slot

from core.error_wording import ErrorMessage
from core.language import tr
from core.program_sessions import Begun, begin_session
from core.user_folders import user_folders
from desktop_app.logging_setup import LOG_NAME, leave_qt_messages, set_up_logging, stop_crash_traces, write_crash_traces
from desktop_app.main_window import MainWindow


class RunningProgram(QObject):
    """Keeps this copy's marker and log; whoever starts next can tell whether it ended as it should."""

    def __init__(self) -> None:
        super().__init__()
        folders = user_folders()
        self.log_folder = folders.log if folders is not None else None
        self._begun = begin_session(self.log_folder) if self.log_folder is not None else Begun()
        session = self._begun.session
        set_up_logging(self.log_folder, session.log_name if session is not None else LOG_NAME)
        if session is not None:
            write_crash_traces(session.trace)

    @property
    def reports(self) -> Sequence[Path]:
        """Reports about copies before that did not end properly."""
        return self._begun.reports

    @Slot()
    def begin_to_end(self) -> None:
        """Note that the program is asked to end. On Windows it may be killed before it has, when the user logs off."""
        if self._begun.session is not None:
            self._begun.session.begin_to_end()

    def end(self) -> None:
        """End as it should be; the last thing that is done."""
        leave_qt_messages()
        if self._begun.session is not None:
            stop_crash_traces()
            self._begun.session.end()

    def end_on_signals(self) -> None:
        """Let Ctrl+C, a terminal that closes, and the system's polite request end the program without ado, as ever.

        Python gets its turn once a second at least, by the timer that looks for cycles.
        """
        for name in ("SIGINT", "SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)  # Windows has no closing of the terminal.
            # What whoever started it has switched off (nohup) stays so.
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, self._on_signal)

    def _on_signal(self, number: int, _frame: FrameType | None) -> None:
        self.begin_to_end()
        signal.signal(number, signal.SIG_DFL)
        signal.raise_signal(number)


class LastSessionNews(QObject):
    """Says in the message bar that the program did not end properly, and where the report lies."""

    def __init__(
        self, window: MainWindow, reports: Sequence[Path], note: str = "", *, waits_for_scan: bool = False
    ) -> None:
        """Say it now, or when the first scan is there: opening one clears the message bar.

        Args:
            window: The window.
            reports: What was written about it, the newest last; none says nothing.
            note: What else there is to say at the start.
            waits_for_scan: Whether scans are being opened.
        """
        super().__init__(window)
        self._window = window
        self._reports = reports
        self._note = note
        if not reports:
            return
        if waits_for_scan:
            window.controller.radiograph_opened.connect(self._on_radiograph_opened)
            window.controller.scan_unreadable.connect(self._on_radiograph_opened)
        else:
            self._tell()

    @Slot(object)
    def _on_radiograph_opened(self, shown: object) -> None:
        if shown is not None and self._reports:
            self._tell()

    def _tell(self) -> None:
        report = self._reports[-1]
        self._reports = ()
        text = _text_of(report)
        self._window.message_bar.show_warning(
            ErrorMessage(
                f"{self._note} {tr('Hilum did not end properly last time.')}".strip(),
                tr("A report is in the log folder (Help > Open log folder): {name}. It is sent nowhere.").format(
                    name=report.name
                ),
                f"{report}\n\n{text}",
            )
        )


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
