from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from core.imaging.greyscale import (
    IdentityModality,
    MeasuredRange,
    ModalityLut,
    Rescale,
    VoiFunction,
    VoiLut,
    VoiWindow,
    default_window,
    describe_pipeline,
    display_table,
    full_range_options,
    has_display_table,
    modality_values,
    render,
)
from core.imaging.radiograph import Acquisition, ImageFormat, ModalityTransform, PatientStudy, Radiograph, Stage

finite = st.floats(-1e6, 1e6, allow_nan=False)
widths = st.floats(1e-3, 1e6)
functions = st.sampled_from(list(VoiFunction))


def radiograph(
    stored: npt.NDArray[Any],
    voi: Any = None,
    modality: ModalityTransform | None = None,
    inverse: bool = False,
    padding: npt.NDArray[np.bool_] | None = None,
) -> Radiograph:
    transform = modality or IdentityModality()
    return Radiograph(
        path=Path("image.dcm"),
        format=ImageFormat.DICOM,
        stored=stored,
        bits_stored=stored.dtype.itemsize * 8,
        padding=padding,
        modality_transform=transform,
        voi_options=((voi,) if voi else ()) + full_range_options(stored, padding, transform),
        inverse=inverse,
        photometric_interpretation="MONOCHROME1" if inverse else "MONOCHROME2",
        spacing=None,
        patient_study=PatientStudy(),
        acquisition=Acquisition(),
    )


def standard_linear(value: float, center: float, width: float) -> float:
    """The pseudo-code of DICOM PS3.3 C.11.2.1.2.1, output 0..1."""
    if value <= center - 0.5 - (width - 1) / 2:
        return 0.0
    if value > center - 0.5 + (width - 1) / 2:
        return 1.0
    return (value - (center - 0.5)) / (width - 1) + 0.5


@given(st.integers(-40000, 70000), st.integers(-2000, 70000), st.integers(1, 70000))
def test_linear_window_is_the_formula_of_the_standard(value: int, center: int, width: int) -> None:
    result = VoiWindow(center, width).apply(np.array([value], np.float32))
    assert result[0] == pytest.approx(standard_linear(value, center, width), abs=1e-6)


@given(finite, widths, st.floats(-1e7, 1e7))
def test_linear_exact_and_sigmoid_windows_are_the_formulas_of_the_standard(
    center: float, width: float, value: float
) -> None:
    values = np.array([value], np.float32)
    x = float(values[0])
    exact = VoiWindow(center, width, VoiFunction.LINEAR_EXACT).apply(values)[0]
    assert exact == pytest.approx(min(1.0, max(0.0, (x - center) / width + 0.5)), abs=1e-5)
    sigmoid = VoiWindow(center, width, VoiFunction.SIGMOID).apply(values)[0]
    exponent = min(700.0, max(-700.0, -4 * (x - center) / width))
    assert sigmoid == pytest.approx(1 / (1 + np.exp(exponent)), abs=1e-5)


@given(finite, widths, functions, st.lists(st.floats(width=32, allow_nan=False), min_size=2, max_size=20))
def test_windows_are_monotone_and_bounded(
    center: float, width: float, function: VoiFunction, values: list[float]
) -> None:
    result = VoiWindow(center, width, function).apply(np.sort(np.array(values, np.float32)))
    assert result.min() >= 0.0
    assert result.max() <= 1.0
    assert (np.diff(result) >= 0).all()


def test_a_linear_window_of_width_one_is_a_step() -> None:
    assert VoiWindow(10, 1).apply(np.array([9, 9.5, 9.6, 10], np.float32)).tolist() == [0, 0, 1, 1]


@pytest.mark.parametrize(("center", "width"), [(0, 0), (0, -1), (float("nan"), 1), (0, float("inf"))])
def test_impossible_windows_are_refused(center: float, width: float) -> None:
    with pytest.raises(ValueError, match="no such window"):
        VoiWindow(center, width)


def test_nan_is_black() -> None:
    assert VoiWindow(0, 2).apply(np.array([np.nan], np.float32))[0] == 0.0


def test_window_ends() -> None:
    assert (VoiWindow(128, 256).lower, VoiWindow(128, 256).upper) == (0.0, 255.0)
    assert VoiWindow(0, 10, VoiFunction.LINEAR_EXACT).lower == -5.0


@pytest.mark.parametrize("function", list(VoiFunction))
@pytest.mark.parametrize("dtype", [np.uint8, np.int8, np.uint16, np.int16, np.int32, np.uint32, np.float32])
@pytest.mark.parametrize("inverse", [False, True])
def test_rendering_follows_the_stages_for_every_type(function: VoiFunction, dtype: Any, inverse: bool) -> None:
    stored = np.random.default_rng(3).integers(0, 120, (301, 257)).astype(dtype)
    if np.dtype(dtype).kind != "u":
        stored = (stored - 60).astype(dtype)
    window = VoiWindow(40, 77, function)
    image = radiograph(stored, window, Rescale(1.5, -3.0), inverse)
    fraction = window.apply((stored.astype(np.float64) * 1.5 - 3.0).astype(np.float32))
    expected = np.floor(fraction * np.float32(255) + np.float32(0.5)).astype(np.uint8)
    assert np.array_equal(render(image), 255 - expected if inverse else expected)
    assert np.array_equal(render(image, inverted=True), expected if inverse else 255 - expected)


def test_display_table_holds_every_stored_value() -> None:
    stored = np.array([[-32768, -1, 0, 32767]], np.int16)
    table = display_table(radiograph(stored, VoiWindow(0, 65536, VoiFunction.LINEAR_EXACT)))
    assert table.first_stored_value == -32768
    assert table.grey[[0, 32767, 32768, 65535]].tolist() == [0, 127, 128, 255]
    assert not table.grey.flags.writeable


def test_floats_have_no_table() -> None:
    image = radiograph(np.zeros((2, 2), np.float32))
    assert not has_display_table(image)
    with pytest.raises(TypeError):
        display_table(image)


def test_padding_is_black_and_outside_the_full_range() -> None:
    stored = np.array([[65535, 100], [150, 200]], np.uint16)
    image = radiograph(stored, padding=stored == 65535, inverse=True)
    assert render(image).tolist() == [[0, 255], [127, 0]]
    window = default_window(image)
    assert (window.lower, window.upper) == (100.0, 200.0)


def test_full_range_of_a_flat_image_and_of_nan() -> None:
    assert render(radiograph(np.full((2, 2), 7, np.uint16))).tolist() == [[128, 128], [128, 128]]
    flat = np.full((2, 2), np.nan, np.float32)
    assert render(radiograph(flat)).max() == 0


@given(st.integers(2, 500), st.integers(0, 2**32 - 1), st.floats(0, 100))
@example(size=2, seed=0, percent=5e-324)
def test_counted_percentiles_are_numpys(size: int, seed: int, percent: float) -> None:
    pixels = np.random.default_rng(seed).integers(-300, 300, (1, size)).astype(np.int16)
    measured = MeasuredRange(pixels, None, IdentityModality(), percent, 100.0, "")
    low, _ = measured._stored_ends()
    expected = np.percentile(pixels, percent, method="inverted_cdf") if percent > 0 else pixels.min()
    assert low == expected


def test_percentile_option_ignores_outliers() -> None:
    stored = np.arange(10000, dtype=np.uint16).reshape(100, 100)
    window = full_range_options(stored, None, IdentityModality())[1].window
    assert window.lower == pytest.approx(100, abs=2)
    assert window.upper == pytest.approx(9899, abs=2)


def test_modality_lut_extends_its_ends() -> None:
    lut = ModalityLut(-2, np.array([10, 20, 30], np.uint16))
    assert lut.apply(np.array([-9, -2, -1, 0, 9])).tolist() == [10, 10, 20, 30, 30]


def test_voi_lut_and_its_nearest_window() -> None:
    curve = VoiLut(100, np.linspace(0, 1023, 401).astype(np.uint16), 1023, "BONE")
    assert curve.apply(np.array([0, 100, 300, 500, 9999], np.float32)).tolist() == pytest.approx(
        [0, 0, 511 / 1023, 1, 1], abs=1e-6
    )
    window = default_window(radiograph(np.zeros((2, 2), np.uint16), curve))
    assert window.center == pytest.approx(300, abs=2)
    assert window.width == pytest.approx(400, abs=5)


def test_modality_values_keep_their_shape() -> None:
    image = radiograph(np.array([[0, 1000]], np.uint16), modality=Rescale(2.0, -1024.0, "HU"))
    values = modality_values(image)
    assert values.dtype == np.float32
    assert values.tolist() == [[-1024.0, 976.0]]


def test_rescale_refuses_what_erases_the_image() -> None:
    with pytest.raises(ValueError, match="no such rescale"):
        Rescale(0.0, 1.0)


def test_pipeline_is_described_in_order() -> None:
    window = VoiWindow(40, 80, explanation="LUNG")
    image = radiograph(np.zeros((2, 2), np.uint16), window, Rescale(1.0, -1024.0, "HU"), inverse=True)
    steps = describe_pipeline(image)
    assert [step.stage for step in steps] == [Stage.MODALITY, Stage.VOI, Stage.PRESENTATION]
    assert steps[0].description == "x 1 - 1024, result in HU"
    assert "LUNG" in steps[1].description
    assert steps[2].description.startswith("inverted once")
    by_hand = describe_pipeline(image, VoiWindow(1, 2), inverted=True)
    assert by_hand[1].provenance == "set by hand"
    assert "back by hand" in by_hand[2].description


def test_a_picture_claims_no_attribute_of_dicom() -> None:
    window = VoiWindow(128, 256, VoiFunction.LINEAR, "As stored")
    image = radiograph(np.zeros((2, 2), np.uint8), voi=window)
    of_dicom = describe_pipeline(image)
    assert "Window Center" in of_dicom[1].provenance
    assert "Photometric Interpretation" in of_dicom[2].provenance
    of_png = describe_pipeline(replace(image, format=ImageFormat.PNG))
    assert not any("DICOM" in step.provenance or "MONOCHROME" in step.provenance for step in of_png)
    assert of_png[1].provenance == "8-bit picture: shown as it is"


def test_the_attribute_that_inverts_is_named() -> None:
    inverse = radiograph(np.zeros((2, 2), np.uint8), inverse=True)
    assert "MONOCHROME1" in describe_pipeline(replace(inverse, photometric_interpretation="MONOCHROME1"))[2].provenance
    assert (
        "Presentation LUT Shape"
        in describe_pipeline(replace(inverse, photometric_interpretation="MONOCHROME2"))[2].provenance
    )
