"""Small parts that pages of several windows are made of."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDoubleSpinBox, QFrame, QLabel, QPushButton, QScrollArea, QTabBar, QVBoxLayout, QWidget

from core.language import tr

_TAB_ROOM = 4


def heading(text: str) -> QLabel:
    """A page's or section's title."""
    label = QLabel(text)
    label.setProperty("role", "heading")
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def sentence(text: str = "", role: str = "") -> QLabel:
    """Text that wraps and can be selected; `role` is one of the style sheet's."""
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if role:
        label.setProperty("role", role)
    return label


def button(text: str, tip: str, slot: Callable[[], object], name: str = "") -> QPushButton:
    """A button with what it does as its tool tip.

    Args:
        text: With `&` before its key.
        tip: What it does.
        slot: A bound method of a QObject, or a signal's emit.
        name: Object name, for tests and style.
    """
    made = QPushButton(text)
    made.setToolTip(tip)
    made.setAccessibleDescription(tip)
    made.clicked.connect(slot)
    if name:
        made.setObjectName(name)
    return made


def set_role(label: QLabel, role: str) -> None:
    """Give a label another of the style sheet's roles."""
    if label.property("role") != role:
        label.setProperty("role", role)
        # A property that a style sheet selects on takes effect when the style is applied again.
        label.style().unpolish(label)
        label.style().polish(label)


def scrolling(content: QWidget, name: str) -> QScrollArea:
    """A page that scrolls up and down where the window is too low for it."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setAccessibleName(name)
    area.setWidget(content)
    return area


def resize_within_screen(window: QWidget, width: int, height: int) -> None:
    """Make a window as large as is comfortable, and small enough for its frame and a task bar to be seen too.

    Args:
        window: A window or dialog.
        width: Comfortable width, logical pixels.
        height: Comfortable height.
    """
    available = window.screen().availableGeometry()
    window.resize(min(width, round(0.98 * available.width())), min(height, round(0.92 * available.height())))


def write_in_percent(field: QDoubleSpinBox) -> None:
    """Put the sign of percent where the person's language has it, before the number or after it."""
    before, _, after = tr("{number} %", "a number in a field, in percent").partition("{number}")
    field.setPrefix(before)
    field.setSuffix(after)


class RoomyTabBar(QTabBar):
    """Tabs a little higher than Qt's, which cut the tail of a g where a tab is not the current one."""

    def tabSizeHint(self, index: int) -> QSize:  # noqa: N802 -- Qt's name
        """Size of a tab."""
        return super().tabSizeHint(index) + QSize(0, _TAB_ROOM)


def column(parent: QWidget, *, margin: int = 0, spacing: int = 8) -> QVBoxLayout:
    """A column that fills its widget."""
    layout = QVBoxLayout(parent)
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(spacing)
    return layout


def picture_of(pixels: npt.NDArray[np.uint8]) -> QImage:
    """A grey picture: uint8 (rows, columns) as a QImage with its own memory."""
    rows, columns = pixels.shape
    packed = np.ascontiguousarray(pixels)
    return QImage(packed.data, columns, rows, columns, QImage.Format.Format_Grayscale8).copy()
