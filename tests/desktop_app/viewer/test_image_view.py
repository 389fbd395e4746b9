from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.imaging.greyscale import Rescale, VoiWindow, render
from core.imaging.measurement import Point
from core.imaging.radiograph import Overlay, PixelSpacing, Radiograph, SpacingKind
from core.model.activation import ActivationMap
from core.model.input import FieldOfView
from desktop_app.viewer.image_view import ImageView
from desktop_app.viewer.viewer_values import CursorReadout, ViewerTool

MakeRadiograph = Callable[..., Radiograph]
Wheel = Callable[[ImageView, QPointF, int], None]


def drag(view: ImageView, button: Qt.MouseButton, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(view, button, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(view, (start + end) / 2)
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, button, Qt.KeyboardModifier.NoModifier, end)


def bare(view: ImageView) -> None:
    """Only the image itself."""
    view.set_annotations_visible(False)
    view.clearFocus()


def grey_at(view: ImageView, row: float, column: float) -> int:
    image = view.grab().toImage()
    ratio = image.devicePixelRatio()
    place = view.geometry_of_view.to_widget(Point(row, column)) * ratio
    return image.pixelColor(int(place.x()), int(place.y())).lightness()


def test_right_drag_changes_the_window_and_says_so(
    qtbot: QtBot, view: ImageView, make_radiograph: MakeRadiograph
) -> None:
    view.show_radiograph(make_radiograph())
    with qtbot.waitSignal(view.window_changed):
        drag(view, Qt.MouseButton.RightButton, QPoint(300, 300), QPoint(400, 200))
    assert view.current_window.width > 32000
    assert view.current_window.center < 16000


@pytest.mark.parametrize("inverse", [False, True])
def test_dragging_up_makes_every_image_brighter(
    view: ImageView, make_radiograph: MakeRadiograph, inverse: bool
) -> None:
    view.show_radiograph(make_radiograph(inverse=inverse))
    bare(view)
    before = grey_at(view, 100, 80)
    drag(view, Qt.MouseButton.RightButton, QPoint(300, 300), QPoint(300, 250))
    assert grey_at(view, 100, 80) > before + 5


def test_a_quick_drag_is_announced_rarely(qtbot: QtBot, view: ImageView, make_radiograph: MakeRadiograph) -> None:
    view.show_radiograph(make_radiograph())
    qtbot.wait(50)
    said: list[object] = []
    view.window_changed.connect(said.append)
    QTest.mousePress(view, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, QPoint(300, 300))
    for step in range(200):
        QTest.mouseMove(view, QPoint(300 + step % 90, 300))
    QTest.mouseRelease(view, Qt.MouseButton.RightButton)
    qtbot.wait(50)
    assert 1 <= len(said) < 100
    assert said[-1] == view.current_window


@pytest.mark.parametrize("orient", ["", "rotate_clockwise", "rotate_counterclockwise", "flip_horizontally"])
def test_zooming_holds_what_is_under_the_pointer(
    view: ImageView, make_radiograph: MakeRadiograph, wheel: Wheel, orient: str
) -> None:
    view.show_radiograph(make_radiograph())
    if orient:
        getattr(view, orient)()
    place = QPointF(230, 340)
    before = view.geometry_of_view.to_image(place)
    scale = view.geometry_of_view.scale
    wheel(view, place, 3)
    after = view.geometry_of_view.to_image(place)
    assert view.geometry_of_view.scale > scale * 1.5
    assert (after.row, after.column) == pytest.approx((before.row, before.column), abs=0.3)


@pytest.mark.parametrize(
    "steps",
    [
        (),
        ("rotate_clockwise",),
        ("rotate_counterclockwise",),
        ("flip_horizontally",),
        ("flip_vertically",),
        ("flip_horizontally", "rotate_clockwise"),
        ("rotate_clockwise", "rotate_clockwise", "flip_vertically"),
    ],
)
def test_cursor_reads_the_pixel_that_is_drawn_there(
    view: ImageView,
    make_radiograph: MakeRadiograph,
    readouts: list[CursorReadout | None],
    steps: tuple[str, ...],
) -> None:
    stored = np.zeros((200, 160), np.uint16)
    stored[40:60, 20:50] = 31000
    view.show_radiograph(make_radiograph(stored))
    bare(view)
    for step in steps:
        getattr(view, step)()
    assert grey_at(view, 50, 35) > 200
    assert grey_at(view, 150, 125) < 50
    QTest.mouseMove(view, view.geometry_of_view.to_widget(Point(50, 35)).toPoint())
    readout = readouts[-1]
    assert readout is not None
    assert readout.stored_value == 31000
    assert (readout.row, readout.column) == pytest.approx((50, 35), abs=1)


def test_rotating_clockwise_moves_the_top_to_the_right(view: ImageView, make_radiograph: MakeRadiograph) -> None:
    view.show_radiograph(make_radiograph())
    view.rotate_clockwise()
    assert view.geometry_of_view.to_widget(Point(0, 80)).x() > view.geometry_of_view.to_widget(Point(199, 80)).x()


def test_four_turns_are_none(view: ImageView, make_radiograph: MakeRadiograph) -> None:
    view.show_radiograph(make_radiograph())
    before = view.geometry_of_view
    for _ in range(4):
        view.rotate_clockwise()
    assert view.geometry_of_view == before


def test_readout_states_modality_value_and_place(
    view: ImageView, make_radiograph: MakeRadiograph, readouts: list[CursorReadout | None]
) -> None:
    spacing = PixelSpacing(0.5, 0.25, SpacingKind.AT_DETECTOR, "test")
    view.show_radiograph(make_radiograph(spacing=spacing, modality=Rescale(2.0, -1000.0, "HU")))
    QTest.mouseMove(view, view.geometry_of_view.to_widget(Point(100, 40)).toPoint())
    readout = readouts[-1]
    assert readout is not None
    assert readout.modality_value == readout.stored_value * 2 - 1000
    assert readout.modality_unit == "HU"
    assert readout.position_unit == "mm at detector"
    assert (readout.down, readout.right) == (readout.row * 0.5, readout.column * 0.25)
    assert "HU" in str(readout)


def test_readout_says_padding_and_leaves_with_the_pointer(
    view: ImageView, make_radiograph: MakeRadiograph, readouts: list[CursorReadout | None]
) -> None:
    view.show_radiograph(make_radiograph(padding=np.ones((200, 160), np.bool_)))
    QTest.mouseMove(view, QPoint(300, 300))
    assert "padding" in str(readouts[-1])
    QTest.mouseMove(view, QPoint(5, 300))
    assert readouts[-1] is None


def test_pixels_that_are_not_square_are_drawn_in_proportion(view: ImageView, make_radiograph: MakeRadiograph) -> None:
    view.show_radiograph(make_radiograph(spacing=PixelSpacing(1.0, 0.5, SpacingKind.IN_PATIENT, "test")))
    shown = view.geometry_of_view.image_rect()
    assert shown.height() / shown.width() == pytest.approx(200 * 1.0 / (160 * 0.5))


def test_actual_pixels_are_exact(view: ImageView, chest: Radiograph) -> None:
    view.show_radiograph(chest)
    bare(view)
    view.zoom_to_actual_pixels()
    image = view.grab().toImage()
    expected = render(chest)
    first = view.geometry_of_view.to_image(QPointF(0.5, 0.5))
    if image.devicePixelRatio() == 1.0:
        for x, y in ((10, 20), (300, 300), (580, 590)):
            grey = image.pixelColor(x, y).red()
            assert grey == expected[round(first.row) + y, round(first.column) + x]


@pytest.mark.parametrize("dtype", [np.uint8, np.int16, np.uint16, np.int32, np.float32])
def test_every_pixel_type_is_drawn_as_core_renders_it(
    view: ImageView, make_radiograph: MakeRadiograph, dtype: type[np.generic]
) -> None:
    top = 120 if dtype is np.uint8 else 30000
    low = 0 if np.dtype(dtype).kind == "u" else -5000
    radiograph = make_radiograph(np.linspace(low, top, 200 * 160).astype(dtype).reshape(200, 160))
    view.show_radiograph(radiograph)
    bare(view)
    view.set_voi(VoiWindow((low + top) / 2, top - low))
    view.zoom_to_actual_pixels()
    expected = render(radiograph, view.voi)
    for row, column in ((0, 0), (20, 100), (100, 80), (199, 159)):
        assert grey_at(view, row, column) == pytest.approx(int(expected[row, column]), abs=1)


def test_lungs_are_dark_and_the_spine_is_bright(qtbot: QtBot, view: ImageView, chest: Radiograph) -> None:
    view.show_radiograph(chest)
    bare(view)
    qtbot.wait(200)
    lung, spine = grey_at(view, 480, 560), grey_at(view, 1150, 900)
    assert lung < 150 < 200 < spine
    view.set_inverted(True)
    assert grey_at(view, 480, 560) == pytest.approx(255 - lung, abs=3)


def test_heat_map_lies_in_the_field_of_view_and_follows_the_image(
    view: ImageView, make_radiograph: MakeRadiograph
) -> None:
    view.show_radiograph(make_radiograph(np.full((200, 160), 16000, np.uint16)))
    bare(view)
    values = np.full((7, 7), 6.0, np.float32)
    heat = ActivationMap(values, FieldOfView(0.25, 0.25, 0.75, 0.75))
    view.set_heat_map(heat, "contribution")
    view.set_heat_map_opacity(1.0)
    for turn in (None, view.rotate_clockwise, view.flip_horizontally):
        if turn is not None:
            turn()
        image = view.grab().toImage()
        geometry, ratio = view.geometry_of_view, image.devicePixelRatio()
        for row, column, coloured in ((60, 50, True), (140, 110, True), (35, 80, False), (100, 25, False)):
            place = geometry.to_widget(Point(row, column)) * ratio
            colour = image.pixelColor(int(place.x()), int(place.y()))
            assert (colour.saturation() > 60) is coloured, (row, column, colour.getRgb())
    view.set_heat_map_visible(False)
    assert view.grab().toImage().pixelColor(300, 300).saturation() == 0


def test_magnifier_enlarges_what_is_under_the_pointer(view: ImageView, make_radiograph: MakeRadiograph) -> None:
    stored = np.zeros((200, 160), np.uint16)
    stored[98:103, 78:83] = 31000
    view.show_radiograph(make_radiograph(stored))
    bare(view)

    def bright() -> int:
        image = view.grab().toImage()
        return sum(image.pixelColor(x, 300).lightness() > 128 for x in range(200, 400))

    QTest.mouseMove(view, view.geometry_of_view.to_widget(Point(100, 80)).toPoint())
    before = bright()
    view.set_magnifier(True)
    assert bright() > 1.8 * before


def test_embedded_graphics_can_be_hidden(view: ImageView, make_radiograph: MakeRadiograph) -> None:
    overlay = Overlay(np.ones((10, 10), np.bool_), origin_row=90, origin_column=70)
    view.show_radiograph(make_radiograph(np.zeros((200, 160), np.uint16), overlays=(overlay,)))
    bare(view)
    assert grey_at(view, 95, 75) > 100
    view.set_overlays_visible(False)
    assert grey_at(view, 95, 75) < 20


def test_keys_pan_reset_and_cancel(view: ImageView, make_radiograph: MakeRadiograph) -> None:
    view.show_radiograph(make_radiograph())
    before = view.geometry_of_view
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.geometry_of_view.x > before.x
    view.set_inverted(True)
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert view.geometry_of_view == before
    assert not view.is_inverted
    view.set_tool(ViewerTool.LENGTH)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(200, 200))
    assert view.measurements.drawing is not None
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.measurements.drawing is None


def test_left_and_middle_drag_move_the_image(view: ImageView, make_radiograph: MakeRadiograph) -> None:
    view.show_radiograph(make_radiograph())
    for button in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
        before = view.geometry_of_view.to_image(QPointF(300, 300))
        drag(view, button, QPoint(300, 300), QPoint(360, 320))
        after = view.geometry_of_view.to_image(QPointF(360, 320))
        assert (after.row, after.column) == pytest.approx((before.row, before.column), abs=0.3)


def test_a_fitted_image_stays_fitted_when_resized(view: ImageView, make_radiograph: MakeRadiograph) -> None:
    view.show_radiograph(make_radiograph())
    view.resize(400, 300)
    shown = view.geometry_of_view.image_rect()
    assert view.rect().toRectF().contains(shown)
    assert shown.height() > 280


def test_nothing_to_show_is_drawn_and_survives_every_gesture(view: ImageView, wheel: Wheel) -> None:
    view.show_radiograph(None)
    for button in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton):
        drag(view, button, QPoint(100, 100), QPoint(200, 200))
    wheel(view, QPointF(100, 100), 2)
    view.fit()
    view.reset_view()
    assert view.grab().toImage().pixelColor(300, 300).lightness() == 0


def test_measuring_ignores_the_drawing_copies(qtbot: QtBot, view: ImageView, chest: Radiograph) -> None:
    """The smaller copies are averages; the readout must be the stored pixel all the same."""
    said: list[CursorReadout | None] = []
    view.cursor_moved.connect(said.append)
    view.show_radiograph(chest)
    qtbot.wait(200)
    QTest.mouseMove(view, QPoint(310, 290))
    readout = said[-1]
    assert readout is not None
    assert readout.stored_value == float(chest.stored[readout.row, readout.column])
