"""The network's input on a device, against `prepare_input`."""

from dataclasses import replace

import numpy as np
import pytest

# ruff: noqa: E402 (imports after the check for torch)
torch = pytest.importorskip("torch", reason="torch is not installed")

from core.imaging.radiograph import DisplayPixels
from core.model.input import Crop, Equalisation, InputSpec, ResizeFilter, prepare_input
from core.training.device_input import DeviceInput

SPEC = InputSpec(224, ResizeFilter.LANCZOS, Equalisation.MID_RANK, 255, Crop(18, 205), 1e-3, 3)


def pictures() -> DisplayPixels:
    """Noise, few levels, a ramp with most of it black, and nothing at all: uint8 (4, 224, 224)."""
    generator = np.random.default_rng(0)
    noise = generator.integers(0, 256, (224, 224))
    few = generator.choice([3, 90, 91, 250], (224, 224))
    ramp = np.clip(np.arange(224) - 100, 0, 255) * np.ones((224, 1))
    return np.stack([noise, few, ramp, np.full((224, 224), 7)]).astype(np.uint8)


@pytest.mark.parametrize(
    "spec",
    [
        SPEC,
        replace(SPEC, equalisation=None),
        replace(SPEC, crop=None),
        replace(SPEC, channels=1, equalisation_levels=64),
    ],
    ids=["bundled", "not equalised", "whole", "one channel, coarse"],
)
def test_gives_the_numbers_of_inference(spec: InputSpec) -> None:
    ours = DeviceInput(spec)(torch.from_numpy(pictures())[:, None])
    assert ours.shape == (4, spec.channels, 224, 224)
    assert ours.dtype == torch.float32
    expected = np.stack([prepare_input(picture, spec) for picture in pictures()])
    np.testing.assert_allclose(ours.numpy(), expected, atol=1e-5)


def test_grey_as_float_counts_as_the_nearest_displayed_level() -> None:
    displayed = torch.from_numpy(pictures())[:, None]
    prepare = DeviceInput(SPEC)
    torch.testing.assert_close(prepare(displayed.float() / 255), prepare(displayed), rtol=0, atol=0)
    torch.testing.assert_close(prepare((displayed.float() + 0.3) / 255), prepare(displayed), rtol=0, atol=0)


def test_the_channels_share_their_memory() -> None:
    ours = DeviceInput(SPEC)(torch.from_numpy(pictures())[:, None])
    assert ours.untyped_storage().nbytes() == 4 * 224 * 224 * 4
