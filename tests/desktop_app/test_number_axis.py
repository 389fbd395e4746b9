"""Numbers at the axes of plots: the language's decimal sign."""

import pytest
from pytestqt.qtbot import QtBot

from core.language import TranslationFile, use_catalogue
from desktop_app.plot_style import make_plot_widget


def test_axes_keep_the_point_in_english(qtbot: QtBot) -> None:
    plot = make_plot_widget("Plot")
    qtbot.addWidget(plot)
    assert plot.getPlotItem().getAxis("bottom").tickStrings([0.5, 1.0], 1.0, 0.5) == ["0.5", "1.0"]


@pytest.mark.parametrize("side", ["left", "bottom"])
def test_axes_have_the_decimal_sign_of_the_language(qtbot: QtBot, side: str) -> None:
    use_catalogue(TranslationFile({(".", "a sign in numbers"): ","}), "tr")
    plot = make_plot_widget("Plot")
    qtbot.addWidget(plot)
    axis = plot.getPlotItem().getAxis(side)
    assert axis.tickStrings([0.5, 1.0], 1.0, 0.5) == ["0,5", "1,0"]
    axis.setLogMode(True)
    assert axis.tickStrings([-0.30103], 1.0, 1.0) == ["0,5"]
