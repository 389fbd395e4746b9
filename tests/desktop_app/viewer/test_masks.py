from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from core.imaging.measurement import Point
from core.imaging.pixel_mask import PixelMask
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


@pytest.fixture
def masked(view: ImageView, make_radiograph: MakeRadiograph) -> ImageView:
    """A canvas with the mask tool and one mask over rows 20 to 60 and columns 30 to 100."""
    view.show_radiograph(make_radiograph())
    view.set_tool(ViewerTool.MASK)
    drag(view, place(view, 20, 30), place(view, 60, 100))
    return view


def only_mask(view: ImageView) -> PixelMask:
    (mask,) = view.masks.shown
    return mask


def test_a_drag_covers_every_pixel_that_it_touches(masked: ImageView) -> None:
    mask = only_mask(masked)
    assert (mask.row, mask.column) == (20, 30)
    assert (mask.row + mask.rows, mask.column + mask.columns) == pytest.approx((61, 101), abs=1)
    assert masked.masks.masks_by_file() == {Path("made-up.dcm"): (mask,)}
    assert masked.measurements.items == []


def test_the_picture_is_black_under_it_and_only_there(masked: ImageView) -> None:
    picture = masked.grab().toImage()
    ratio = masked.devicePixelRatioF()
    inside, outside = place(masked, 40, 65) * ratio, place(masked, 150, 65) * ratio
    assert picture.pixelColor(inside).lightness() == 0
    assert picture.pixelColor(outside).lightness() > 0


def test_a_mask_is_moved_and_never_off_the_picture(masked: ImageView) -> None:
    before = only_mask(masked)
    drag(masked, place(masked, 40, 60), place(masked, 70, 80))
    after = only_mask(masked)
    assert (after.row - before.row, after.column - before.column) == pytest.approx((30, 20), abs=1)
    assert (after.rows, after.columns) == (before.rows, before.columns)
    drag(masked, place(masked, 70, 80), place(masked, 199, 159))
    drag(masked, place(masked, 190, 150), place(masked, 199, 159))
    at_edge = only_mask(masked)
    assert (at_edge.row + at_edge.rows, at_edge.column + at_edge.columns) == (200, 160)


def test_a_corner_is_dragged(masked: ImageView) -> None:
    before = only_mask(masked)
    drag(masked, place(masked, before.row - 0.5, before.column - 0.5), place(masked, 5, 10))
    after = only_mask(masked)
    assert (after.row, after.column) == pytest.approx((5, 10), abs=1)
    assert after.row + after.rows == before.row + before.rows
    assert after.column + after.columns == before.column + before.columns
    # Let go of in the middle, it is as before.
    QTest.mousePress(masked, LEFT, PLAIN, place(masked, after.row - 0.5, after.column - 0.5))
    QTest.mouseMove(masked, place(masked, 50, 90))
    QTest.keyClick(masked, Qt.Key.Key_Escape)
    QTest.mouseRelease(masked, LEFT, PLAIN, place(masked, 50, 90))
    assert only_mask(masked) == after


def test_masks_are_deleted_with_their_tool_and_measurements_with_theirs(masked: ImageView) -> None:
    drag(masked, place(masked, 100, 30), place(masked, 120, 60))
    masked.set_tool(ViewerTool.LENGTH)
    drag(masked, place(masked, 150, 20), place(masked, 150, 90))
    masked.delete_selected_measurement()
    assert masked.measurements.items == []
    assert len(masked.masks.shown) == 2
    masked.set_tool(ViewerTool.MASK)
    QTest.mouseClick(masked, LEFT, PLAIN, place(masked, 40, 60))
    QTest.keyClick(masked, Qt.Key.Key_Backspace)
    assert only_mask(masked).row == pytest.approx(100, abs=1)
    masked.delete_all_measurements()
    assert masked.masks.shown == ()
    assert masked.masks.masks_by_file() == {}


def test_a_click_makes_no_mask(masked: ImageView) -> None:
    QTest.mouseClick(masked, LEFT, PLAIN, place(masked, 150, 120))
    assert len(masked.masks.shown) == 1


def test_other_tools_leave_masks_alone(masked: ImageView) -> None:
    before = only_mask(masked)
    masked.set_tool(ViewerTool.PAN)
    drag(masked, place(masked, 40, 60), place(masked, 70, 80))
    assert only_mask(masked) == before


def test_masks_stay_with_their_file(masked: ImageView, make_radiograph: MakeRadiograph) -> None:
    mask = only_mask(masked)
    masked.show_radiograph(replace(make_radiograph(), path=Path("other.dcm")))
    assert masked.masks.shown == ()
    masked.show_radiograph(replace(make_radiograph(), path=None))
    drag(masked, place(masked, 20, 30), place(masked, 60, 100))
    assert len(masked.masks.shown) == 1
    masked.show_radiograph(make_radiograph())
    assert masked.masks.masks_by_file() == {Path("made-up.dcm"): (mask,)}


@pytest.mark.parametrize("change", ["rotate_clockwise", "flip_vertically", "zoom_in"])
def test_masks_stay_on_the_pixels(masked: ImageView, change: str) -> None:
    before = only_mask(masked)
    getattr(masked, change)()
    assert only_mask(masked) == before
    drag(masked, place(masked, 100, 110), place(masked, 120, 140))
    last = masked.masks.shown[-1]
    assert (last.row, last.column) == pytest.approx((100, 110), abs=1)


def test_the_tool_says_what_it_does(masked: ImageView) -> None:
    said: list[str] = []
    masked.prompt_changed.connect(said.append)
    masked.set_tool(ViewerTool.MASK)
    assert said[-1] == "Mask for copies: drag over text"
    masked.set_tool(ViewerTool.PAN)
    assert said[-1] == ""
