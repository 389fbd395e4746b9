"""What the plots have in common. pyqtgraph is imported when a plot is made, not with this module."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QColor

if TYPE_CHECKING:
    from desktop_app.theme import ThemeColours


def make_plot_widget(accessible_name: str) -> Any:
    """A plot without menu and mouse zoom: the axes always show all of the data, in the person's numbers.

    Args:
        accessible_name: What it shows, in the person's language.
    """
    import pyqtgraph as pg

    from desktop_app.number_axis import number_axes

    widget = pg.PlotWidget(axisItems=number_axes())
    widget.setAccessibleName(accessible_name)
    widget.setMenuEnabled(False)
    widget.setMouseEnabled(x=False, y=False)
    widget.hideButtons()
    widget.setMinimumHeight(90)
    for name in ("left", "bottom"):
        # "x0.001" beside an axis is easily overlooked.
        widget.getPlotItem().getAxis(name).enableAutoSIPrefix(False)
    return widget


def style_plot(widget: Any, colours: ThemeColours) -> None:
    """Paint background and axes in the theme's colours."""
    widget.setBackground(colours.surface)
    for name in ("left", "bottom"):
        axis = widget.getPlotItem().getAxis(name)
        axis.setPen(colours.muted)
        axis.setTextPen(colours.text)


def translucent(colour: str, alpha: int) -> QColor:
    """A colour with an alpha of 0 to 255."""
    tinted = QColor(colour)
    tinted.setAlpha(alpha)
    return tinted
