"""A small window in the corner of the screen that a file can be dragged from: the other program of a drag and drop."""

import sys
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel


class DragSource(QLabel):
    """Starts a drag of its file where it is pressed and the pointer moves."""

    def __init__(self, path: Path) -> None:
        super().__init__("drag me")
        self._path = path
        self.setWindowTitle("drag source")
        self.setWindowFlags(Qt.WindowType.WindowStaysOnTopHint | Qt.WindowType.X11BypassWindowManagerHint)
        self.setGeometry(20, 20, 120, 90)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802, ARG002
        """Begin to drag."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(self._path))])
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.CopyAction)


def main() -> None:
    """Show the window until the program is ended: `drag_source.py FILE`."""
    application = QApplication(["drag_source"])
    source = DragSource(Path(sys.argv[1]))
    source.show()
    sys.exit(application.exec())


if __name__ == "__main__":
    main()
