"""Every word of the image's viewer and of its histogram can be translated."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.error_wording import ErrorMessage
from core.imaging.greyscale import MeasuredRange, describe_pipeline
from core.imaging.histogram import PixelUnit, RectangleRegion, compute_histogram
from core.imaging.radiograph import PatientStudy, PixelSpacing, Radiograph, SpacingKind, Stated
from core.model.card import DensityScale, ReferenceDensity
from desktop_app.density_plot import DensityPlot
from desktop_app.viewer.annotations import corner_texts, scale_bar
from desktop_app.viewer.histogram_panel import HistogramPanel
from desktop_app.viewer.prior_pane import PriorPane
from desktop_app.viewer.problem_page import ProblemPage
from desktop_app.viewer.provenance_dialog import ProvenanceDialog, provenance_text
from desktop_app.viewer.view_geometry import Orientation, ViewGeometry
from desktop_app.viewer.viewer_panel import ViewerPanel
from desktop_app.viewer.viewer_values import CursorReadout, ViewerTool
from tests.pseudo_language import untranslated, visible_texts

MakeRadiograph = Callable[..., Radiograph]

# Keys, units, the file's own names of its windows, its name and its tags.
KEYS = ("Ctrl", "Shift", "Del", "Left", "Right")
OF_LIBRARIES = ("Export", "Scroll Left", "Scroll Right", "nbsp")
"""Words of pyqtgraph's own menu, which no plot shows, and of Qt's."""
DATA = ("Whole", "Narrow", "made-up", "dcm", "px", "mm")

pytestmark = pytest.mark.usefixtures("pseudo_language")


@pytest.fixture
def viewer(qtbot: QtBot, make_radiograph: MakeRadiograph) -> ViewerPanel:
    panel = ViewerPanel()
    qtbot.addWidget(panel)
    panel.show_radiograph(make_radiograph(frame_count=3))
    return panel


def test_the_viewer_and_its_tools(viewer: ViewerPanel) -> None:
    viewer.fill_preset_menu()
    texts = visible_texts(viewer)
    assert untranslated(texts, (*KEYS, *DATA)) == []
    assert any("Lungs off" in text or "Lungs on" in text for text in texts)


def test_a_preset_of_hilums_own_stays_checked_in_another_language(viewer: ViewerPanel) -> None:
    def checked() -> list[bool]:
        viewer.fill_preset_menu()
        return [action.isChecked() for action in viewer._preset_menu.actions() if not action.isSeparator()]

    viewer.fill_preset_menu()
    last = viewer._preset_menu.actions()[-1]
    last.trigger()
    assert checked()[-1]
    assert sum(checked()) == 1


@pytest.mark.parametrize("tool", ViewerTool)
def test_what_a_tool_waits_for(qtbot: QtBot, viewer: ViewerPanel, tool: ViewerTool) -> None:
    prompts: list[str] = []
    viewer.image_view.prompt_changed.connect(prompts.append)
    viewer.image_view.set_tool(tool)
    assert untranslated(prompts) == []


@pytest.mark.parametrize("shows_identity", [True, False])
def test_what_is_written_over_the_image(make_radiograph: MakeRadiograph, shows_identity: bool) -> None:
    study = PatientStudy(
        patient_name=Stated("Yilmaz", "test"),
        birth_date=Stated(date(1950, 3, 2), "test"),
        study_date=Stated(date(2026, 11, 3), "test"),
        age_years=Stated(1.0, "test"),
    )
    spacing = PixelSpacing(0.5, 0.5, SpacingKind.AT_DETECTOR, "test")
    radiograph = replace(make_radiograph(frame_count=2, spacing=spacing), patient_study=study)
    geometry = replace(ViewGeometry(200, 160), orientation=Orientation().turned_clockwise().flipped_vertically())
    window = radiograph.voi_options[0]
    corners = corner_texts(radiograph, window, geometry, True, shows_identity)  # type: ignore[arg-type]
    texts = [text for lines in corners.values() for text in lines] + [scale_bar(radiograph, geometry)[1]]
    assert untranslated(texts, (*DATA, "Yilmaz")) == []
    assert any("at detector" in text for text in texts)


def test_what_lies_under_the_pointer() -> None:
    inside = CursorReadout(3, 4, 12.5, 1012.5, "HU", 1.5, 2.0, "mm at detector")
    padding = replace(inside, stored_value=None, modality_value=None)
    assert untranslated([str(inside), str(padding)], ("HU",)) == []


@pytest.mark.parametrize("unit", PixelUnit)
def test_the_histogram(qtbot: QtBot, make_radiograph: MakeRadiograph, unit: PixelUnit) -> None:
    panel = HistogramPanel()
    qtbot.addWidget(panel)
    radiograph = make_radiograph()
    panel.show_radiograph(radiograph)
    panel.set_histogram(compute_histogram(radiograph, unit))
    panel.set_region_histogram(compute_histogram(radiograph, unit, RectangleRegion(5, 5, 50, 50)))
    panel.log_box.setChecked(True)
    texts = visible_texts(panel)
    assert untranslated(texts, OF_LIBRARIES) == []
    assert any("(log)" in text for text in texts)


@pytest.mark.parametrize("scale", ["network_input", "displayed"])
def test_the_densities(qtbot: QtBot, scale: DensityScale) -> None:
    plot = DensityPlot()
    qtbot.addWidget(plot)
    edges = np.linspace(0.0, 1.0, 5)
    reference = ReferenceDensity(scale, tuple(edges), {"ward": (0.1, 0.2, 0.3, 0.4)}, {"ward": 1200}, "")
    plot.set_densities([reference], {scale: np.full(4, 0.25)})
    legend = [label.text for _, label in plot._legend.items]
    assert untranslated([*visible_texts(plot), *legend], ("ward", *OF_LIBRARIES)) == []
    assert len(legend) == 2


def test_the_parts_beside_the_image(qtbot: QtBot) -> None:
    pane = PriorPane()
    qtbot.addWidget(pane)
    problem = ProblemPage()
    qtbot.addWidget(problem)
    problem.show_message(ErrorMessage("", ""))
    assert untranslated([*visible_texts(pane), *visible_texts(problem)]) == []


def test_how_the_picture_was_made(qtbot: QtBot, make_radiograph: MakeRadiograph) -> None:
    radiograph = make_radiograph()
    measured = MeasuredRange(radiograph.stored, None, radiograph.modality_transform, 1.0, 65.0, explanation="Lungs")
    for voi in (None, measured):
        steps = describe_pipeline(radiograph, voi, True)
        dialog = ProvenanceDialog(radiograph.name, steps)
        qtbot.addWidget(dialog)
        texts = [*visible_texts(dialog), *provenance_text(radiograph.name, steps).splitlines()]
        tags = ("MONOCHROME2", "DICOM", "Photometric Interpretation", "Window Center", "Window Width", "test", "Lungs")
        assert untranslated(texts, (*DATA, *tags)) == []
