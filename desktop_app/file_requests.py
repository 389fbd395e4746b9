"""Files that the system asks the running program to open: on macOS, a double click in the Finder, a drop on the dock.

Windows and Linux name such files on the command line of a new process instead.
"""

from pathlib import Path

from PySide6.QtCore import QEvent, QTimer, Signal, Slot
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class WorkstationApplication(QApplication):
    """The application, which hears of such files; an event filter would see every event there is, and cost time."""

    files_requested = Signal(object)
    """A tuple of paths that were asked for together."""

    def __init__(self, arguments: list[str]) -> None:
        super().__init__(arguments)
        self._requested: list[Path] = []

    def event(self, event: QEvent) -> bool:
        """Note a file; the system sends one event for each, so they are told when all have come."""
        if not isinstance(event, QFileOpenEvent):
            return super().event(event)
        name = event.file()
        # Something else than a file, like a link to a page, is nobody's here.
        if not name:
            return False
        if not self._requested:
            QTimer.singleShot(0, self._tell)
        self._requested.append(Path(name).absolute())
        return True

    @Slot()
    def _tell(self) -> None:
        requested, self._requested = tuple(self._requested), []
        self.files_requested.emit(requested)
