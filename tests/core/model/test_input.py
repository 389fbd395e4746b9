"""`prepare_input` against a slow and literal reading of the card."""

import math
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from core.imaging.radiograph import DisplayPixels
from core.model.input import (
    Crop,
    Equalisation,
    InputSpec,
    ResizeFilter,
    equalise_mid_rank,
    prepare_input,
    resize_display,
)
from core.model.package import ModelPackage

SPEC = InputSpec(224, ResizeFilter.LANCZOS, Equalisation.MID_RANK, 255, Crop(18, 205), 1e-3, 3)
SMALL = InputSpec(16, ResizeFilter.LANCZOS, Equalisation.MID_RANK, 255, Crop(2, 12), 1e-3, 3)


def literal(display: DisplayPixels, spec: InputSpec) -> np.ndarray:
    """The card's sentences, one by one, pixel by pixel, in float64."""
    assert spec.crop is not None
    size = spec.size
    resized = np.asarray(Image.fromarray(display, "L").resize((size, size), Image.Resampling.LANCZOS)).tolist()
    ordered = sorted(value for row in resized for value in row)

    def mid_rank(value: int) -> float:
        below = sum(other < value for other in ordered)
        up_to = sum(other <= value for other in ordered)
        return round((below + up_to) / 2 / len(ordered) * 255) / 255

    table = {value: mid_rank(value) for value in set(ordered)}
    kept = [[table[value] for value in row[spec.crop.first : spec.crop.last + 1]] for row in resized]
    kept = kept[spec.crop.first : spec.crop.last + 1]
    n = len(kept)

    def at(target: int) -> tuple[int, int, float]:
        place = min(max((target + 0.5) * n / size - 0.5, 0), n - 1)
        low = math.floor(place)
        return low, min(low + 1, n - 1), place - low

    out = np.empty((size, size))
    for row in range(size):
        top, bottom, down = at(row)
        for column in range(size):
            left, right, across = at(column)
            upper = kept[top][left] * (1 - across) + kept[top][right] * across
            lower = kept[bottom][left] * (1 - across) + kept[bottom][right] * across
            out[row, column] = upper * (1 - down) + lower * down
    out = (out - out.mean()) / (out.std() + spec.standardisation_epsilon)
    return np.stack([out] * spec.channels)


@settings(max_examples=40, deadline=None)
@given(
    rows=st.integers(1, 60),
    columns=st.integers(1, 60),
    levels=st.integers(1, 256),
    seed=st.integers(0, 2**32 - 1),
)
def test_follows_the_card_on_any_picture(rows: int, columns: int, levels: int, seed: int) -> None:
    display = np.random.default_rng(seed).integers(0, levels, (rows, columns)).astype(np.uint8)
    np.testing.assert_allclose(prepare_input(display, SMALL), literal(display, SMALL), atol=2e-4)


def test_follows_the_card_at_full_size_on_a_real_radiograph(chest: DisplayPixels, package: ModelPackage) -> None:
    assert package.card.input == SPEC
    prepared = prepare_input(chest, SPEC)
    assert prepared.dtype == np.float32
    assert prepared.shape == (3, 224, 224)
    assert prepared.flags.c_contiguous
    np.testing.assert_allclose(prepared, literal(chest, SPEC), atol=2e-4)


def test_a_large_picture_is_resized_on_several_cores_to_the_same_pixels(chest: DisplayPixels) -> None:
    assert chest.size > 10**6
    whole = np.asarray(Image.fromarray(chest).resize((224, 224), Image.Resampling.LANCZOS))
    np.testing.assert_array_equal(resize_display(chest, SPEC), whole)


def test_bilinear_resize_is_torchs(chest: DisplayPixels) -> None:
    torch = pytest.importorskip("torch", reason="torch is not installed")
    unit = equalise_mid_rank(resize_display(chest, SPEC), 255)[18:206, 18:206]
    size = (224, 224)
    resized = torch.nn.functional.interpolate(torch.tensor(unit)[None, None], size, mode="bilinear")[0, 0].numpy()
    expected = (resized - resized.mean()) / (resized.std() + 1e-3)
    np.testing.assert_allclose(prepare_input(chest, SPEC)[0], expected, atol=1e-4)


def test_a_constant_picture_becomes_zero() -> None:
    assert np.abs(prepare_input(np.full((30, 20), 77, np.uint8), SPEC)).max() < 1e-3


def test_an_increasing_grey_curve_changes_nothing() -> None:
    grey = np.random.default_rng(1).integers(0, 128, (50, 50)).astype(np.uint8)
    np.testing.assert_array_equal(equalise_mid_rank(grey, 255), equalise_mid_rank(grey * 2, 255))


def test_the_field_of_view_is_what_the_crop_leaves() -> None:
    view = SPEC.field_of_view
    assert (view.top, view.left, view.bottom, view.right) == (18 / 224, 18 / 224, 206 / 224, 206 / 224)


@pytest.mark.parametrize(
    "display", [np.zeros((0, 5), np.uint8), np.zeros((5, 5), np.uint16), np.zeros((5, 5, 3), np.uint8)]
)
def test_refuses_what_is_no_grey_picture(display: np.ndarray) -> None:
    with pytest.raises(ValueError, match="expected uint8"):
        prepare_input(display, SPEC)


def test_importing_the_model_imports_nothing_heavy() -> None:
    code = (
        "import sys, core.model.classifier, core.model.density, core.model.activation;"
        "print([m for m in ('openvino', 'torch', 'PIL', 'pydicom', 'scipy', 'safetensors') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"
