import numpy as np
import pytest

from core.model.activation import (
    FULL_SCALE,
    ActivationMap,
    activation_map,
    colour_bar,
    colour_heat_map,
    heat_map_on_image,
)
from core.model.colour_map import colour_table
from core.model.input import FieldOfView, InputSpec
from core.model.package import ModelPackage

WHOLE = FieldOfView(0, 0, 1, 1)


@pytest.fixture
def spec(package: ModelPackage) -> InputSpec:
    return package.card.input


def test_the_maps_mean_is_the_logit_without_its_bias(spec: InputSpec) -> None:
    generator = np.random.default_rng(0)
    features = generator.standard_normal((2048, 7, 7)).astype(np.float32)
    weights = generator.standard_normal(2048).astype(np.float32)
    activation = activation_map(features, weights, spec)
    assert activation.values.shape == (7, 7)
    assert activation.values.mean() == pytest.approx(weights @ features.mean(axis=(1, 2)), abs=1e-3)
    assert activation.field_of_view == spec.field_of_view


def test_nothing_is_drawn_where_the_network_did_not_look(spec: InputSpec) -> None:
    heat = heat_map_on_image(ActivationMap(np.ones((7, 7), np.float32), spec.field_of_view), 448, 224)
    seen = np.zeros((448, 224), bool)
    seen[36:412, 18:206] = True
    np.testing.assert_array_equal(np.isfinite(heat), seen)
    np.testing.assert_array_equal(heat[seen], 1)


def test_a_cell_is_drawn_at_its_share_of_the_field_of_view() -> None:
    values = np.zeros((7, 7), np.float32)
    values[3, 1] = 5
    heat = heat_map_on_image(ActivationMap(values, WHOLE), 701, 701)
    row, column = np.unravel_index(np.argmax(heat), heat.shape)
    assert abs(row - 701 * 3 / 7) <= 1
    assert abs(column - 701 * 1 / 7) <= 1
    assert heat.max() == pytest.approx(5, abs=0.05)


@pytest.mark.parametrize("shape", [(1, 1), (3, 5), (1, 900)])
def test_any_size_of_image_gets_a_map(shape: tuple[int, int], spec: InputSpec) -> None:
    heat = heat_map_on_image(ActivationMap(np.ones((7, 7), np.float32), spec.field_of_view), *shape)
    assert heat.shape == shape
    assert np.nanmax(heat) == 1


def test_colours_have_a_fixed_scale_and_hide_what_speaks_against_the_class() -> None:
    heat = np.array([[np.nan, -3, 0, FULL_SCALE / 2, FULL_SCALE, 99]], np.float32)
    colours = colour_heat_map(heat)
    assert colours.shape == (1, 6, 4)
    assert colours.dtype == np.uint8
    np.testing.assert_array_equal(colours[0, :3, 3], 0)
    np.testing.assert_array_equal(colours[0, 3:, 3], 255)
    np.testing.assert_array_equal(colours[0, 4], colours[0, 5])
    np.testing.assert_array_equal(colours[0, 4, :3], colour_table()[-1])


def test_the_legend_shows_the_colours_of_the_map() -> None:
    bar = colour_bar(11)
    assert (bar.lowest, bar.highest) == (0, FULL_SCALE)
    values = np.linspace(bar.lowest, bar.highest, 11, dtype=np.float32)
    np.testing.assert_array_equal(bar.colours, colour_heat_map(values))


def test_the_colour_map_only_grows_lighter() -> None:
    """Lightness must order values for a reader without colour vision. Source: CIE 1931 luminance of sRGB."""
    linear = (colour_table() / 255.0) ** 2.2
    luminance = linear @ [0.2126, 0.7152, 0.0722]
    assert (np.diff(luminance) > -1e-3).all()
    assert colour_table().shape == (256, 3)
