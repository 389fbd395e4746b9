"""Axes of plots whose numbers have the decimal sign of the person's language.

pyqtgraph is imported with this module: it is imported where a plot is made, as `plot_style.make_plot_widget` does.
"""

from typing import Any

import pyqtgraph as pg

from core.language import tr


class NumberAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """An axis with the numbers that pyqtgraph chooses, written as the language writes them."""

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:  # noqa: N802 -- pyqtgraph's
        """See `pyqtgraph.AxisItem`; it sets no thousands apart, so every dot is a decimal sign."""
        sign = tr(".", "a sign in numbers")
        return [text.replace(".", sign) for text in super().tickStrings(values, scale, spacing)]


def number_axes() -> dict[str, Any]:
    """The two axes that a plot shows, for `axisItems` of a new `PlotWidget`."""
    return {name: NumberAxis(orientation=name) for name in ("left", "bottom")}
