"""A few small pictures beside each other, with a name under each."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QWidget

from desktop_app.page_parts import picture_of

_PATH_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, eq=False)
class NamedPicture:
    """One picture of a grid.

    Attributes:
        pixels: uint8 (rows, columns).
        name: What stands under it, empty for nothing.
        path: The file it shows, None where it is none.
    """

    pixels: npt.NDArray[np.uint8]
    name: str
    path: Path | None = None


class PictureGrid(QListWidget):
    """Pictures that wrap to the widget's width; a double click opens one."""

    file_opened = Signal(object)
    """Paths to show in the viewer."""

    def __init__(self, side: int, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(accessible_name)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.set_side(side)
        self.itemActivated.connect(self._on_activated)

    def set_side(self, side: int) -> None:
        """Take another size of the pictures, logical pixels."""
        self.setIconSize(QSize(side, side))
        self.setGridSize(QSize(side + 10, side + self.fontMetrics().height() + 10))

    def show_pictures(self, pictures: Sequence[NamedPicture]) -> None:
        """Show these instead of what was shown. Rows that stay keep their place, so that a preview does not flicker."""
        while self.count() > len(pictures):
            self.takeItem(self.count() - 1)
        for row, picture in enumerate(pictures):
            item = self.item(row) if row < self.count() else QListWidgetItem()
            item.setIcon(QIcon(QPixmap.fromImage(picture_of(picture.pixels))))
            item.setText(picture.name)
            item.setToolTip(str(picture.path) if picture.path is not None else picture.name)
            item.setData(_PATH_ROLE, str(picture.path) if picture.path is not None else "")
            if row >= self.count():
                self.addItem(item)

    @Slot(QListWidgetItem)
    def _on_activated(self, item: QListWidgetItem) -> None:
        if item.data(_PATH_ROLE):
            self.file_opened.emit([Path(item.data(_PATH_ROLE))])
