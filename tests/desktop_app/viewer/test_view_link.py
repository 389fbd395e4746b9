"""Two images side by side: the same length of the body is as long in both, wherever a person moves one of them."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from pytestqt.qtbot import QtBot

from core.imaging.greyscale import VoiWindow
from core.imaging.measurement import Point
from core.imaging.radiograph import PixelSpacing, Radiograph, SpacingKind
from desktop_app.viewer.image_view import ImageView
from desktop_app.viewer.view_geometry import Orientation, ViewGeometry
from desktop_app.viewer.view_link import ViewLink, linked_geometry, linked_window, shared_scale

MakeRadiograph = Callable[..., Radiograph]

_UPRIGHT = Orientation()
_ORIENTATIONS = (
    _UPRIGHT,
    _UPRIGHT.turned_clockwise(),
    _UPRIGHT.flipped_horizontally(),
    _UPRIGHT.turned_counterclockwise().flipped_vertically(),
)


def _spacing(row_mm: float, column_mm: float, kind: SpacingKind = SpacingKind.CALIBRATED_GEOMETRY) -> PixelSpacing:
    return PixelSpacing(row_mm, column_mm, kind, "test")


@pytest.fixture
def pair(qtbot: QtBot, make_radiograph: MakeRadiograph) -> tuple[ImageView, ImageView, ViewLink]:
    """Two linked views: pixels of 0.5 mm, and of 0.2 x 0.25 mm in a view of another size."""
    first, second = ImageView(), ImageView()
    for view, side in ((first, 600), (second, 400)):
        qtbot.addWidget(view)
        view.resize(side, side)
        view.show()
    first.show_radiograph(make_radiograph())
    pixels = np.arange(500 * 400, dtype=np.uint32).reshape(500, 400)
    second.show_radiograph(make_radiograph(pixels, spacing=_spacing(0.2, 0.25)))
    link = ViewLink(first, second, first)
    link.follow_first()
    return first, second, link


def _screen_length(view: ImageView, columns: float, rows: float) -> float:
    """Screen pixels of a line that is so many image pixels long."""
    geometry = view.geometry_of_view
    line = geometry.to_widget(Point(rows, columns)) - geometry.to_widget(Point(0, 0))
    return float(np.hypot(line.x(), line.y()))


def _middle_mm(view: ImageView) -> tuple[float, float]:
    """Where the middle of the view is, mm from the middle of the image."""
    geometry, spacing = view.geometry_of_view, view.radiograph.spacing  # type: ignore[union-attr]
    assert spacing is not None
    return (
        (geometry.x - geometry.columns / 2) * spacing.column_mm,
        (geometry.y - geometry.rows / 2) * spacing.row_mm,
    )


def _agree(first: ImageView, second: ImageView) -> None:
    # 10 mm along rows and along columns.
    assert _screen_length(first, 20, 0) == pytest.approx(_screen_length(second, 40, 0), rel=1e-9)
    assert _screen_length(first, 0, 20) == pytest.approx(_screen_length(second, 0, 50), rel=1e-9)
    assert _middle_mm(first) == pytest.approx(_middle_mm(second), abs=1e-9)


def test_zoom_and_pan_of_either_move_both(qtbot: QtBot, pair: tuple[ImageView, ImageView, ViewLink]) -> None:
    first, second, _ = pair
    _agree(first, second)

    qtbot.mousePress(first, Qt.MouseButton.MiddleButton, pos=QPoint(300, 300))
    qtbot.mouseMove(first, QPoint(330, 280))
    qtbot.mouseRelease(first, Qt.MouseButton.MiddleButton, pos=QPoint(330, 280))
    first.zoom_at(QPointF(100, 200), 1.7)
    assert not first.geometry_of_view.is_fitted
    _agree(first, second)

    second.zoom_at(QPointF(250, 100), 1.3)
    second.pan(QPointF(15, -20))
    _agree(first, second)


def test_a_view_that_is_resized_keeps_in_step(pair: tuple[ImageView, ImageView, ViewLink], qtbot: QtBot) -> None:
    first, second, _ = pair

    first.resize(300, 420)
    qtbot.waitUntil(lambda: first.geometry_of_view.width == 300)
    _agree(first, second)
    assert first.geometry_of_view.is_fitted

    second.resize(500, 200)
    qtbot.waitUntil(lambda: second.geometry_of_view.width == 500)
    _agree(first, second)


def test_unlinked_views_stay_where_they_are(pair: tuple[ImageView, ImageView, ViewLink]) -> None:
    first, second, link = pair
    link.set_on(False)
    before = second.geometry_of_view

    first.zoom_in()
    assert second.geometry_of_view == before

    link.set_on(True)
    _agree(first, second)


def test_the_window_of_either_changes_both_and_settles(
    qtbot: QtBot, pair: tuple[ImageView, ImageView, ViewLink]
) -> None:
    first, second, _ = pair

    first.set_voi(VoiWindow(12000, 8000))
    qtbot.waitUntil(lambda: second.voi is not None)
    assert second.current_window == VoiWindow(12000, 8000)

    second.set_voi(VoiWindow(9000, 1000))
    qtbot.waitUntil(lambda: first.current_window == VoiWindow(9000, 1000))
    shown = first.voi, second.voi
    qtbot.wait(100)
    assert (first.voi, second.voi) == shown

    first.set_voi(None)
    qtbot.waitUntil(lambda: second.voi is None)
    first.set_inverted(True)
    assert second.is_inverted


def test_windows_carry_over_as_a_change_of_what_the_file_asks_for(make_radiograph: MakeRadiograph) -> None:
    source = make_radiograph()
    target = replace(make_radiograph(), voi_options=(VoiWindow(500, 1000),))
    exchanged = replace(target, inverse=True)

    assert linked_window(VoiWindow(16000, 32000), source, target) == VoiWindow(500, 1000)
    assert linked_window(VoiWindow(24000, 16000), source, target) == VoiWindow(750, 500)
    assert linked_window(VoiWindow(24000, 16000), source, exchanged) == VoiWindow(250, 500)


@pytest.mark.parametrize(
    ("other", "is_in_mm"),
    [
        (_spacing(0.2, 0.2), True),
        (_spacing(0.2, 0.2, SpacingKind.AT_DETECTOR), False),
        (None, False),
    ],
)
def test_millimetres_count_where_both_images_state_them_in_the_same_plane(
    make_radiograph: MakeRadiograph, other: PixelSpacing | None, is_in_mm: bool
) -> None:
    scale = shared_scale(make_radiograph(), make_radiograph(np.zeros((400, 100), np.uint16), spacing=other))

    assert scale.is_in_mm is is_in_mm
    if not is_in_mm:
        assert scale.first * 200 == pytest.approx(1.0)
        assert scale.second * 400 == pytest.approx(1.0)


@given(
    st.floats(0.1, 20),
    st.floats(0.3, 0.7),
    st.floats(0.3, 0.7),
    st.sampled_from(_ORIENTATIONS),
    st.sampled_from(_ORIENTATIONS),
)
def test_what_follows_leads_back(scale: float, x: float, y: float, turn: Orientation, own: Orientation) -> None:
    source = ViewGeometry(
        2000, 1800, width=700, height=500, scale=scale, x=x * 1800, y=y * 2000, orientation=turn, is_fitted=False
    )
    target = ViewGeometry(3000, 2500, pixel_height=1.25, width=400, height=600, orientation=own)

    there = linked_geometry(source, target, 0.2, 0.15)
    back = linked_geometry(there, source, 0.15, 0.2)

    assert (back.scale, back.x, back.y) == pytest.approx((source.scale, source.x, source.y), rel=1e-9)
    moved = [geometry.panned(QPointF(7, -4)) for geometry in (source, there)]
    again = linked_geometry(moved[0], there, 0.2, 0.15)
    assert (again.x, again.y) == pytest.approx((moved[1].x, moved[1].y), rel=1e-9)
