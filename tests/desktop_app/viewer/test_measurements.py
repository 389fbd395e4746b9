from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.imaging.greyscale import VoiWindow
from core.imaging.histogram import EllipseRegion, RectangleRegion
from core.imaging.measurement import Point, cardiothoracic_ratio, measure_angle, measure_length
from core.imaging.radiograph import Radiograph
from desktop_app.viewer.image_view import ImageView
from desktop_app.viewer.viewer_values import ViewerTool

MakeRadiograph = Callable[..., Radiograph]
LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier


def place(view: ImageView, row: float, column: float) -> QPoint:
    return view.geometry_of_view.to_widget(Point(row, column)).toPoint()


def drag(view: ImageView, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(view, LEFT, PLAIN, start)
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, LEFT, PLAIN, end)


def click(view: ImageView, at: QPoint) -> None:
    QTest.mouseMove(view, at)
    QTest.mouseClick(view, LEFT, PLAIN, at)


def test_ruler_says_what_core_measures(view: ImageView, chest: Radiograph) -> None:
    view.show_radiograph(chest)
    view.set_tool(ViewerTool.LENGTH)
    said: list[tuple[str, ...]] = []
    view.measurements_changed.connect(said.append)
    drag(view, place(view, 500, 300), place(view, 900, 1200))
    (item,) = view.measurements.items
    expected = measure_length(item.points[0], item.points[1], chest.spacing)
    assert said[-1] == (str(expected),)
    assert expected.value == pytest.approx(measure_length(Point(500, 300), Point(900, 1200), None).value, abs=8)


def test_ruler_by_two_clicks_and_with_physical_units(view: ImageView, make_radiograph: MakeRadiograph) -> None:
    view.show_radiograph(make_radiograph())
    view.set_tool(ViewerTool.LENGTH)
    click(view, place(view, 50, 40))
    assert view.measurements.items == []
    click(view, place(view, 50, 120))
    assert view.measurements.texts()[0].endswith(" mm")
    assert float(view.measurements.texts()[0].split()[0]) == pytest.approx(40.0, abs=0.5)


@pytest.mark.parametrize("change", ["rotate_clockwise", "flip_horizontally", "zoom_in"])
def test_measurements_stay_on_the_image(view: ImageView, make_radiograph: MakeRadiograph, change: str) -> None:
    view.show_radiograph(make_radiograph())
    view.set_tool(ViewerTool.LENGTH)
    drag(view, place(view, 60, 60), place(view, 90, 100))
    before = view.measurements.texts(), list(view.measurements.items[0].points)
    getattr(view, change)()
    view.set_voi(VoiWindow(100, 50))
    assert (view.measurements.texts(), view.measurements.items[0].points) == before
    assert view.measurements.is_handle_at(view.geometry_of_view.to_widget(before[1][0]), view.geometry_of_view)


def test_angle_and_cardiothoracic_ratio_are_cores(view: ImageView, make_radiograph: MakeRadiograph) -> None:
    radiograph = make_radiograph()
    view.show_radiograph(radiograph)
    view.set_tool(ViewerTool.ANGLE)
    for row, column in ((40, 40), (100, 40), (100, 100)):
        click(view, place(view, row, column))
    a, vertex, b = view.measurements.items[0].points
    assert view.measurements.texts()[0] == str(measure_angle(a, vertex, b, radiograph.spacing))
    assert measure_angle(a, vertex, b, radiograph.spacing).value == pytest.approx(90, abs=1.5)
    prompts: list[str] = []
    view.prompt_changed.connect(prompts.append)
    view.set_tool(ViewerTool.CARDIOTHORACIC)
    for row, column in ((20, 80), (180, 80), (120, 60), (125, 115), (130, 15), (131, 145)):
        click(view, place(view, row, column))
    points = view.measurements.items[1].points
    found = cardiothoracic_ratio(
        (points[0], points[1]), points[2], points[3], (points[4], points[5]), radiograph.spacing
    )
    assert f"Cardiothoracic ratio {found.ratio:.2f}" in view.measurements.texts()[1]
    assert found.ratio == pytest.approx(55 / 130, abs=0.02)
    assert [sum(f"{step} of 6" in prompt for prompt in prompts) > 0 for step in range(1, 7)] == [True] * 6


def test_a_cardiothoracic_ratio_without_width_says_so(view: ImageView, make_radiograph: MakeRadiograph) -> None:
    view.show_radiograph(make_radiograph())
    view.set_tool(ViewerTool.CARDIOTHORACIC)
    for _ in range(6):
        click(view, place(view, 100, 80))
    assert view.measurements.texts() == ("Cardiothoracic ratio: points coincide",)
    view.grab()


@pytest.mark.parametrize(
    ("tool", "kind"), [(ViewerTool.RECTANGLE, RectangleRegion), (ViewerTool.ELLIPSE, EllipseRegion)]
)
def test_a_region_is_announced_moved_and_deleted(
    qtbot: QtBot, view: ImageView, make_radiograph: MakeRadiograph, tool: ViewerTool, kind: type
) -> None:
    view.show_radiograph(make_radiograph())
    qtbot.wait(80)
    view.set_tool(tool)
    with qtbot.waitSignal(view.region_changed) as drawn:
        drag(view, place(view, 50, 40), place(view, 90, 100))
    region = drawn.args[0]
    assert isinstance(region, kind)
    box = region.box(200, 160)
    assert (box.first_row, box.end_column) == pytest.approx((50, 101), abs=2)
    view.set_tool(ViewerTool.PAN)
    with qtbot.waitSignal(view.region_changed) as moved:
        drag(
            view, view.geometry_of_view.to_widget(view.measurements.items[0].points[1]).toPoint(), place(view, 120, 130)
        )
    assert moved.args[0].box(200, 160).end_row == pytest.approx(121, abs=2)
    with qtbot.waitSignal(view.region_changed) as deleted:
        QTest.keyClick(view, Qt.Key.Key_Backspace)
    assert deleted.args == [None]


def test_handles_and_lines_can_be_dragged(view: ImageView, make_radiograph: MakeRadiograph) -> None:
    view.show_radiograph(make_radiograph())
    view.set_tool(ViewerTool.LENGTH)
    drag(view, place(view, 50, 40), place(view, 50, 120))
    view.set_tool(ViewerTool.PAN)
    drag(view, place(view, 50, 120), place(view, 50, 100))
    assert float(view.measurements.texts()[0].split()[0]) == pytest.approx(30.0, abs=0.7)
    drag(view, place(view, 50, 70), place(view, 80, 70))
    assert view.measurements.items[0].points[0].row == pytest.approx(80, abs=1)
    assert float(view.measurements.texts()[0].split()[0]) == pytest.approx(30.0, abs=0.7)


def test_points_stay_on_the_image(view: ImageView, make_radiograph: MakeRadiograph) -> None:
    view.show_radiograph(make_radiograph())
    view.set_tool(ViewerTool.LENGTH)
    drag(view, place(view, 100, 80), QPoint(599, 0))
    end = view.measurements.items[0].points[1]
    assert (end.row, end.column) == (-0.5, 159.5)


def test_another_image_starts_without_measurements(view: ImageView, make_radiograph: MakeRadiograph) -> None:
    view.show_radiograph(make_radiograph())
    view.set_tool(ViewerTool.LENGTH)
    drag(view, place(view, 50, 40), place(view, 50, 120))
    view.show_radiograph(make_radiograph())
    assert view.measurements.texts() == ()
