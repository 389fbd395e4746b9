"""Lung fields and opacities lie where the network sees them, whatever is done to the view."""

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as of_numpy
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage

from core.model.lungs import LungFinding
from desktop_app.viewer.contour_lines import Outline, contour_lines
from desktop_app.viewer.image_view import ImageView
from desktop_app.viewer.lung_layer import LUNG_COLOUR, OPACITY_COLOUR, LungLayer

from .conftest import MakeRadiograph

HALF = 127.5
SIDE = 224


def area(outline: Outline) -> float:
    """Signed area by the shoelace formula: holes count against what surrounds them."""
    x, y = outline.T
    return float(np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y) / 2)


def disc(row: float, column: float, radius: float) -> npt.NDArray[np.uint8]:
    rows, columns = np.mgrid[:SIDE, :SIDE] + 0.5
    distance = np.hypot(rows - row, columns - column)
    return np.clip(HALF + (radius - distance) * 40, 0, 255).astype(np.uint8)


@pytest.fixture
def finding() -> LungFinding:
    """Two round lungs, the right one (left in the picture) with an opacity; another opacity beside the lungs."""
    lungs = np.maximum(disc(112, 60, 45), disc(112, 164, 45))
    opacities = np.maximum(disc(120, 60, 15), disc(210, 112, 8))
    return LungFinding(lungs, opacities, 0.25, 0.111)


def test_a_round_place_has_a_round_outline() -> None:
    (outline,) = contour_lines(disc(100, 90, 40), HALF)

    radii = np.hypot(outline[:, 0] - 90, outline[:, 1] - 100)
    assert np.abs(radii - 40).max() < 0.1
    assert abs(area(outline)) == pytest.approx(np.pi * 40**2, rel=0.005)


def test_holes_turn_the_other_way_round() -> None:
    ring = np.zeros((7, 7), dtype=np.uint8)
    ring[1:6, 1:6] = 255
    ring[3, 3] = 0

    areas = sorted(area(outline) for outline in contour_lines(ring, HALF))

    assert len(areas) == 2
    assert areas[0] < 0 < areas[1]


def test_what_reaches_the_border_is_closed_along_it() -> None:
    (outline,) = contour_lines(np.full((4, 6), 255, dtype=np.uint8), HALF)

    assert outline.min() == 0
    assert (outline[:, 0].max(), outline[:, 1].max()) == (6, 4)


def test_nothing_has_no_outline() -> None:
    assert contour_lines(np.zeros((4, 4), dtype=np.uint8), HALF) == []


@given(of_numpy.arrays(np.uint8, st.tuples(st.integers(1, 9), st.integers(1, 9))))
def test_outlines_pass_between_every_inside_and_outside_neighbour_once(values: npt.NDArray[np.uint8]) -> None:
    inside = np.pad(values > HALF, 1)
    crossed = np.count_nonzero(inside[:, 1:] != inside[:, :-1]) + np.count_nonzero(inside[1:] != inside[:-1])

    outlines = contour_lines(values, HALF)

    assert sum(len(outline) for outline in outlines) == crossed
    assert all(len(outline) >= 4 for outline in outlines)


def test_opacities_count_within_the_lungs_only(finding: LungFinding) -> None:
    layer = LungLayer(finding, 1000, 1000)

    assert layer.opacity_outlines.contains(QPointF(60 / SIDE, 120 / SIDE))
    assert not layer.opacity_outlines.contains(QPointF(112 / SIDE, 210 / SIDE))
    assert layer.lung_outlines.contains(QPointF(164 / SIDE, 112 / SIDE))
    assert not layer.lung_outlines.contains(QPointF(112 / SIDE, 112 / SIDE))


def bluish(picture: QImage, place: QPointF) -> bool:
    """Whether a grey picture was coloured blue there."""
    colour = picture.pixelColor(round(place.x()), round(place.y()))
    return colour.blue() > colour.red() + 15


def test_overlay_follows_zoom_flip_and_rotation(
    view: ImageView, make_radiograph: MakeRadiograph, finding: LungFinding
) -> None:
    view.show_radiograph(make_radiograph(np.full((448, 448), 20000, dtype=np.uint16)))
    view.set_annotations_visible(False)
    view.set_lungs(finding)
    view.set_lungs_filled(True)
    view.set_lungs_opacity(1.0)
    for change in (view.fit, view.rotate_clockwise, view.flip_horizontally, view.zoom_in, view.rotate_clockwise):
        change()
        picture = view.grab().toImage()
        transform = view.geometry_of_view.transform()
        # In the middle of the left lung, and between the lungs; in pixels of the image.
        assert bluish(picture, transform.map(QPointF(2 * 150, 2 * 112)))
        assert not bluish(picture, transform.map(QPointF(2 * 112, 2 * 112)))


def test_overlay_can_be_outlined_hidden_and_taken_away(
    view: ImageView, make_radiograph: MakeRadiograph, finding: LungFinding
) -> None:
    view.show_radiograph(make_radiograph(np.full((448, 448), 20000, dtype=np.uint16)))
    bare = view.grab().toImage()
    view.set_lungs(finding)
    view.set_lungs_opacity(1.0)
    outlined = view.grab().toImage()
    middle = view.geometry_of_view.transform().map(QPointF(2 * 164, 2 * 112))
    assert outlined != bare
    assert not bluish(outlined, middle)
    view.set_lungs_visible(False)
    assert view.grab().toImage() == bare
    view.set_lungs_visible(True)
    assert view.grab().toImage() == outlined
    view.set_lungs(None)
    assert view.grab().toImage() == bare


def seen_without_red(colour: QColor) -> npt.NDArray[np.float64]:
    """A colour as somebody sees it who lacks the cones for long waves (protanopia), linear RGB.

    Source: Machado, Oliveira, Fernandes 2009, table 1, severity 1.0.
    """
    protanopia = np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    )
    return protanopia @ _linear(colour)


def seen_without_green(colour: QColor) -> npt.NDArray[np.float64]:
    """The same without the cones for middle waves (deuteranopia)."""
    deuteranopia = np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    )
    return deuteranopia @ _linear(colour)


def _linear(colour: QColor) -> npt.NDArray[np.float64]:
    values = np.array(colour.getRgbF()[:3])
    return np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)


@pytest.mark.parametrize("seen", [seen_without_red, seen_without_green, _linear])
def test_lungs_and_opacities_are_told_apart_with_any_colour_vision(seen: object) -> None:
    lungs, opacities = seen(LUNG_COLOUR), seen(OPACITY_COLOUR)  # type: ignore[operator]

    assert np.abs(lungs - opacities).max() > 0.15
