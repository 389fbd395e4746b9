import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import NothingToCountError
from core.imaging.greyscale import IdentityModality, ModalityLut, Rescale, VoiWindow
from core.imaging.histogram import (
    EllipseRegion,
    PixelUnit,
    PolygonRegion,
    RectangleRegion,
    Region,
    compute_histogram,
)
from core.imaging.radiograph import Acquisition, ImageFormat, PatientStudy, Radiograph


def radiograph_of(stored: np.ndarray, bits: int = 16) -> Radiograph:
    return Radiograph(
        path=None,
        format=ImageFormat.DICOM,
        stored=stored,
        bits_stored=bits,
        padding=None,
        modality_transform=IdentityModality(),
        voi_options=(VoiWindow(128, 256),),
        inverse=False,
        photometric_interpretation="MONOCHROME2",
        spacing=None,
        patient_study=PatientStudy(),
        acquisition=Acquisition(),
    )


@given(
    st.integers(0, 2**32 - 1),
    st.sampled_from([np.uint8, np.int8, np.uint16, np.int16, np.int32, np.float32]),
    st.integers(1, 60_000),
    st.integers(1, 300),
)
@settings(max_examples=60, deadline=None)
def test_figures_are_those_of_numpy_over_all_pixels(seed: int, dtype: type, spread: int, bins: int) -> None:
    rng = np.random.default_rng(seed)
    stored = rng.normal(rng.integers(-500, 500), spread, (37, 23))
    if dtype is not np.float32:
        limits = np.iinfo(dtype)
        stored = stored.clip(limits.min, limits.max)
    stored = stored.astype(dtype)

    histogram = compute_histogram(radiograph_of(stored, 0 if dtype is np.float32 else 8 * stored.itemsize), bins=bins)

    values, statistics = stored.astype(np.float64), histogram.statistics
    assert histogram.counts.sum() == statistics.count == stored.size
    assert histogram.counts.size <= bins
    assert np.all(np.diff(histogram.edges) > 0)
    assert histogram.edges[0] <= values.min() <= values.max() <= histogram.edges[-1]
    assert (statistics.minimum, statistics.maximum) == (values.min(), values.max())
    assert statistics.mean == pytest.approx(values.mean())
    assert statistics.standard_deviation == pytest.approx(values.std())
    for percent, value in statistics.percentiles:
        assert value == pytest.approx(np.percentile(values, percent), rel=1e-5, abs=1e-5)
    if dtype is not np.float32:
        share = np.unique(stored, return_counts=True)[1] / stored.size
        assert statistics.entropy_bits == pytest.approx(-np.sum(share * np.log2(share)), abs=1e-9)
        np.testing.assert_array_equal(histogram.counts, np.histogram(values, histogram.edges)[0])


def test_integer_bins_hold_equally_many_levels() -> None:
    stored = np.arange(4000, dtype=np.uint16).reshape(40, 100)

    histogram = compute_histogram(radiograph_of(stored))

    assert set(histogram.counts.tolist()) == {16}


def test_eight_bit_images_span_all_their_levels() -> None:
    histogram = compute_histogram(radiograph_of(np.full((3, 3), 77, np.uint8), bits=8))

    assert (histogram.edges[0], histogram.edges[-1], histogram.counts.size) == (-0.5, 255.5, 256)
    assert histogram.counts[77] == 9


def test_integers_over_a_huge_range_are_counted_too() -> None:
    stored = np.array([[-(2**31), 0], [0, 2**31 - 1]], dtype=np.int32)

    histogram = compute_histogram(radiograph_of(stored, 32))

    assert histogram.statistics.entropy_bits == 1.5
    assert histogram.counts.sum() == 4


@pytest.mark.parametrize("slope", [2.5, -1.0])
def test_modality_values_are_those_of_the_rescaled_pixels(slope: float) -> None:
    stored = np.random.default_rng(1).integers(100, 3000, (50, 40)).astype(np.uint16)
    rescaled = replace(radiograph_of(stored), modality_transform=Rescale(slope, -1024.0, "HU"))

    histogram = compute_histogram(rescaled, PixelUnit.MODALITY)

    values = stored * slope - 1024.0
    assert histogram.unit_name == "HU"
    assert histogram.statistics.mean == pytest.approx(values.mean())
    assert histogram.statistics.percentiles[3][1] == pytest.approx(np.median(values))
    np.testing.assert_array_equal(histogram.counts, np.histogram(values, histogram.edges)[0])


def test_levels_a_table_makes_equal_are_one_level() -> None:
    table = ModalityLut(0, np.array([5, 5, 9]), "OD")
    image = replace(radiograph_of(np.array([[0, 1, 2, 2]], np.uint16)), modality_transform=table)

    histogram = compute_histogram(image, PixelUnit.MODALITY)

    assert histogram.statistics.entropy_bits == 1.0
    assert (histogram.statistics.minimum, histogram.statistics.maximum) == (5.0, 9.0)


def test_padding_and_missing_numbers_are_not_counted() -> None:
    stored = np.array([[1.0, np.nan], [3.0, 1e9]], np.float32)
    image = replace(radiograph_of(stored, 0), padding=np.array([[False, False], [False, True]]))

    assert compute_histogram(image).statistics.mean == 2.0


def test_a_single_valued_image_has_no_entropy() -> None:
    statistics = compute_histogram(radiograph_of(np.full((5, 5), -3, np.int16))).statistics

    assert (statistics.entropy_bits, statistics.standard_deviation) == (0.0, 0.0)
    assert math.copysign(1.0, statistics.entropy_bits) == 1.0


@pytest.mark.parametrize(
    "region",
    [
        RectangleRegion(50.0, 50.0, 60.0, 60.0),
        RectangleRegion(1.2, 1.2, 1.8, 1.8),
        EllipseRegion(-9.0, 2.0, 3.0, 3.0),
        PolygonRegion(((0.0, 0.0), (5.0, 5.0))),
        PolygonRegion(((math.nan, 0.0), (5.0, 5.0), (5.0, 0.0))),
    ],
)
def test_a_region_without_pixels_is_an_error(region: Region) -> None:
    with pytest.raises(NothingToCountError):
        compute_histogram(radiograph_of(np.zeros((10, 10), np.uint16)), region=region)


def test_nothing_but_padding_is_an_error() -> None:
    image = replace(radiograph_of(np.zeros((4, 4), np.uint16)), padding=np.ones((4, 4), np.bool_))

    with pytest.raises(NothingToCountError):
        compute_histogram(image)


def test_regions_hold_the_pixels_whose_centres_they_hold() -> None:
    rectangle = RectangleRegion(1.0, 2.0, 3.0, 4.5).mask(6, 6)
    ellipse = EllipseRegion(2.0, 2.0, 1.0, 2.0).mask(5, 5)
    triangle = PolygonRegion(((0.0, 0.0), (4.0, 0.0), (4.0, 4.0))).mask(6, 6)

    assert np.argwhere(rectangle).tolist() == [[r, c] for r in (1, 2, 3) for c in (2, 3, 4)]
    assert np.argwhere(ellipse).tolist() == [[1, 2], [2, 0], [2, 1], [2, 2], [2, 3], [2, 4], [3, 2]]
    assert [int(row.sum()) for row in triangle] == [0, 1, 2, 3, 0, 0]


coordinate = st.integers(-200, 400).map(lambda tenths: tenths / 10) | st.floats(-20.0, 40.0).map(lambda x: round(x, 6))


@given(st.lists(st.tuples(coordinate, coordinate), min_size=3, max_size=9))
@settings(max_examples=100, deadline=None)
def test_a_polygon_contains_what_the_even_odd_rule_says(vertices: list[tuple[float, float]]) -> None:
    mask = PolygonRegion(tuple(vertices)).mask(20, 17)

    rows, columns = np.mgrid[0:20, 0:17]
    expected = np.zeros((20, 17), np.bool_)
    for (r0, c0), (r1, c1) in zip(vertices, vertices[1:] + vertices[:1], strict=True):
        spans = (rows >= min(r0, r1)) & (rows < max(r0, r1))
        if spans.any():
            expected ^= spans & (columns >= c0 + (rows - r0) / (r1 - r0) * (c1 - c0))
    np.testing.assert_array_equal(mask, expected)


def test_a_region_is_counted_like_the_masked_pixels() -> None:
    stored = np.random.default_rng(3).integers(0, 4096, (60, 50)).astype(np.uint16)
    region = EllipseRegion(30.0, 55.0, 20.0, 20.0)

    histogram = compute_histogram(radiograph_of(stored), region=region)

    assert histogram.statistics.mean == pytest.approx(stored[region.mask(60, 50)].mean())
