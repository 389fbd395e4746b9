from collections.abc import Callable

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.imaging.greyscale import ModalityLut, Rescale, VoiFunction, VoiWindow
from core.imaging.histogram import PixelUnit, RectangleRegion, compute_histogram
from core.imaging.radiograph import Radiograph
from core.model.card import DensityScale, ReferenceDensity
from desktop_app.theme import Theme, colours
from desktop_app.viewer.histogram_panel import HistogramPanel
from desktop_app.viewer.histogram_plot import window_between
from desktop_app.viewer.image_view import ImageView

MakeRadiograph = Callable[..., Radiograph]


@pytest.fixture
def panel(qtbot: QtBot) -> HistogramPanel:
    widget = HistogramPanel()
    qtbot.addWidget(widget)
    widget.set_theme(colours(Theme.DARK))
    return widget


def show(panel: HistogramPanel, radiograph: Radiograph, unit: PixelUnit = PixelUnit.STORED) -> None:
    panel.show_radiograph(radiograph)
    panel.set_histogram(compute_histogram(radiograph, unit))


def test_handles_stand_at_the_windows_ends(panel: HistogramPanel, make_radiograph: MakeRadiograph) -> None:
    show(panel, make_radiograph())
    window = VoiWindow(10000, 4000)
    panel.set_window(window)
    assert panel.plot.handles.getRegion() == pytest.approx((window.lower, window.upper))


def test_handles_in_stored_values_follow_the_rescale(panel: HistogramPanel, make_radiograph: MakeRadiograph) -> None:
    radiograph = make_radiograph(modality=Rescale(-2.0, 1000.0))
    show(panel, radiograph)
    panel.set_window(VoiWindow(-20000, 8000, VoiFunction.LINEAR_EXACT))
    assert panel.plot.handles.getRegion() == pytest.approx((8500, 12500))
    show(panel, radiograph, PixelUnit.MODALITY)
    assert panel.plot.handles.getRegion() == pytest.approx((-24000, -16000))


def test_handles_are_hidden_where_a_table_cannot_be_turned_round(
    panel: HistogramPanel, make_radiograph: MakeRadiograph
) -> None:
    table = np.concatenate((np.arange(16000), np.arange(16000)[::-1]))
    show(panel, make_radiograph(modality=ModalityLut(0, table)))
    panel.set_window(VoiWindow(8000, 100))
    assert not panel.plot.handles.isVisible()


def test_dragging_a_handle_asks_for_the_window(
    qtbot: QtBot, panel: HistogramPanel, make_radiograph: MakeRadiograph
) -> None:
    show(panel, make_radiograph())
    panel.set_window(VoiWindow(10000, 4000))
    with qtbot.waitSignal(panel.window_dragged) as dragged:
        panel.plot.handles.setRegion((5000, 9000))
    assert (dragged.args[0].lower, dragged.args[0].upper) == pytest.approx((5000, 9000))


def test_view_and_panel_follow_each_other_without_going_in_circles(
    qtbot: QtBot, panel: HistogramPanel, view: ImageView, make_radiograph: MakeRadiograph
) -> None:
    view.window_changed.connect(panel.set_window)
    panel.window_dragged.connect(view.set_voi)
    radiograph = make_radiograph()
    view.show_radiograph(radiograph)
    show(panel, radiograph)
    dragged: list[VoiWindow] = []
    panel.window_dragged.connect(dragged.append)
    view.set_voi(VoiWindow(9000, 3000))
    qtbot.wait(60)
    assert panel.plot.handles.getRegion() == pytest.approx((7500, 10499))
    assert dragged == []
    panel.plot.handles.setRegion((4000, 6000))
    qtbot.wait(60)
    assert len(dragged) == 1
    assert (view.current_window.lower, view.current_window.upper) == pytest.approx((4000, 6000))


@pytest.mark.parametrize("function", list(VoiFunction))
def test_a_window_between_two_values_has_them_as_ends(function: VoiFunction) -> None:
    window = window_between(12.25, 400.5, function)
    assert (window.lower, window.upper) == pytest.approx((12.25, 400.5))


def test_figures_are_cores(panel: HistogramPanel, make_radiograph: MakeRadiograph) -> None:
    radiograph = make_radiograph(np.full((200, 160), 1234, np.uint16))
    show(panel, radiograph)
    assert "1234" in panel.statistics.text()
    assert "32,000" in panel.statistics.text()
    assert "Region" not in panel.statistics.text()
    panel.set_region_histogram(compute_histogram(radiograph, region=RectangleRegion(0, 0, 9, 9)))
    assert "Region" in panel.statistics.text()
    panel.log_box.setChecked(True)
    panel.grab()


def test_without_a_scan_it_says_what_to_do(panel: HistogramPanel, make_radiograph: MakeRadiograph) -> None:
    show(panel, make_radiograph())
    panel.show_radiograph(None)
    assert panel.statistics.text() == ""
    assert "Open a scan" in panel._empty.text()
    panel.set_window(None)
    panel.grab()


def test_choosing_the_unit_asks_for_counts(qtbot: QtBot, panel: HistogramPanel) -> None:
    with qtbot.waitSignal(panel.unit_changed) as chosen:
        panel.unit_chooser.setCurrentIndex(1)
    assert chosen.args == [PixelUnit.MODALITY]


def test_densities_of_both_classes_and_the_scan(panel: HistogramPanel) -> None:
    references = tuple(
        ReferenceDensity(
            scale, (0.0, 1.0, 2.0), {"COVID-19": (0.5, 0.5), "Non-COVID-19": (0.4, 0.6)}, {"COVID-19": 7}, "test"
        )
        for scale in DensityScale
    )
    panel.set_reference_densities(references)
    assert len(panel.density.plot.listDataItems()) == 2
    panel.set_reference_densities(references, {DensityScale.DISPLAYED: np.array([0.3, 0.7])}, "COVID-19")
    assert len(panel.density.plot.listDataItems()) == 2
    panel.density.scale_chooser.setCurrentIndex(1)
    assert len(panel.density.plot.listDataItems()) == 3
    first = panel.density.plot.listDataItems()[0].opts["pen"].color().name()
    assert first == colours(Theme.DARK).positive
    assert "7 training images" in panel.density.caption.text()
    panel.set_reference_densities(())
    assert "no pixel densities" in panel.density.caption.text()
