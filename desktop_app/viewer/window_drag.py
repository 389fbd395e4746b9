"""Changing the window with the mouse."""

import math
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF

from core.imaging.greyscale import VoiWindow, default_window, nearest_window
from core.imaging.radiograph import Radiograph, VoiTransform

WIDTH_PER_PIXEL = 0.006
"""Dragging by this many-th of a pixel to the right multiplies the width by e."""
LEVEL_PER_PIXEL = 0.003
"""Share of the starting width by which the level moves per screen pixel."""
SMALLEST_SHARE = 1e-4
"""Narrowest window, as a share of the file's own: a step edge."""


@dataclass(frozen=True)
class WindowDrag:
    """One drag: right makes the window wider, up makes the image brighter, whatever its photometric sense.

    Attributes:
        start: Window when the button went down.
        own_width: Width of the file's own window.
        is_inverse: Whether larger values are darker on the screen.
    """

    start: VoiWindow
    own_width: float
    is_inverse: bool

    @classmethod
    def begin(cls, radiograph: Radiograph, voi: VoiTransform | None, inverted: bool) -> "WindowDrag":
        """Start from what is shown now."""
        own = default_window(radiograph)
        start = own if voi is None else nearest_window(radiograph, voi)
        return cls(start, own.width, radiograph.inverse != inverted)

    def moved(self, offset: QPointF) -> VoiWindow:
        """The window after dragging by `offset` screen pixels."""
        exponent = min(max(offset.x() * WIDTH_PER_PIXEL, -12.0), 12.0)
        width = max(self.start.width * math.exp(exponent), self.own_width * SMALLEST_SHARE)
        sign = -1.0 if self.is_inverse else 1.0
        center = self.start.center + sign * offset.y() * LEVEL_PER_PIXEL * self.start.width
        return replace(self.start, center=center, width=width, explanation="")
