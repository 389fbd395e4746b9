"""Lungs in other bodies and mixed spectra: what stays, what changes, and that the same seed gives the same pictures."""

from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

# ruff: noqa: E402 (imports after the check for torch)
torch = pytest.importorskip("torch", reason="torch is not installed")

from core.model.input import Crop, Equalisation, InputSpec, ResizeFilter
from core.training.against_shortcuts import (
    COARSE_BELOW,
    FINE_ABOVE,
    feather_reach,
    feathered,
    mix_spectra,
    transplant_lungs,
)
from core.training.composites import Composer, Partners, draw_partners
from core.training.lung_maps import LungMaps, box_of

SIZE = 112
SPEC = InputSpec(SIZE, ResizeFilter.LANCZOS, Equalisation.MID_RANK, 255, Crop(4, 107), 1e-3, 3)
SEEDS = st.integers(0, 2**32 - 1)


def lungs_drawn(random: np.random.Generator) -> npt.NDArray[np.bool_]:
    """Two ellipses somewhere in the upper body: bool (SIZE, SIZE)."""
    rows, columns = np.mgrid[0:SIZE, 0:SIZE] / SIZE
    middle, height = random.uniform(0.4, 0.55), random.uniform(0.15, 0.3)
    mask = np.zeros((SIZE, SIZE), dtype=bool)
    for centre in (random.uniform(0.22, 0.32), random.uniform(0.66, 0.76)):
        mask |= ((columns - centre) / random.uniform(0.08, 0.15)) ** 2 + ((rows - middle) / height) ** 2 < 1
    return mask


def some(seed: int, count: int) -> tuple[Any, Any, Any]:
    """Noise pictures with lungs: grey and masks float32 (n, 1, SIZE, SIZE), boxes float32 (n, 4)."""
    random = np.random.default_rng(seed)
    masks = np.stack([lungs_drawn(random) for _ in range(count)])
    grey = random.random((count, 1, SIZE, SIZE), dtype=np.float32)
    boxes = np.array([box_of(mask) for mask in masks], dtype=np.float32)
    return torch.from_numpy(grey), torch.from_numpy(masks[:, None].astype(np.float32)), torch.from_numpy(boxes)


def grown(masks: Any, reach: int) -> Any:
    """Masks with everything within `reach` pixels, in both directions."""
    return torch.nn.functional.max_pool2d(masks, 2 * reach + 1, 1, reach)


def maps_of(masks: npt.NDArray[np.bool_], plausible: npt.NDArray[np.bool_] | None = None) -> LungMaps:
    """What the lung network would have kept of these lungs."""
    count = len(masks)
    return LungMaps(
        SIZE,
        np.packbits(masks.reshape(count, -1), axis=1),
        np.array([box_of(mask) for mask in masks], dtype=np.int64),
        np.ones(count, dtype=np.bool_) if plausible is None else plausible,
        np.zeros(count, dtype=np.float32),
    )


@settings(max_examples=15)
@given(SEEDS)
@example(0)
def test_outside_both_lungs_the_body_stays_pixel_for_pixel(seed: int) -> None:
    grey, masks, boxes = some(seed, 2)
    composite = transplant_lungs(grey[:1], masks[:1], boxes[:1], grey[1:], masks[1:], boxes[1:])
    # The box of the moved lungs is that of the body's; the feather is stretched with them.
    top, left, bottom, right = (int(edge) for edge in boxes[1])
    stretch = float(((boxes[1, 2:] - boxes[1, :2]) / (boxes[0, 2:] - boxes[0, :2])).max())
    reach = int(np.ceil((feather_reach(SIZE) + 1) * max(1.0, stretch))) + 1
    could_be_lung = torch.zeros_like(masks[1:])
    could_be_lung[:, :, max(0, top - reach) : bottom + reach, max(0, left - reach) : right + reach] = 1
    is_body = (could_be_lung == 0) & (grown(masks[1:], reach) == 0)
    assert is_body.any()
    assert torch.equal(composite[is_body], grey[1:][is_body])


@settings(max_examples=15)
@given(SEEDS)
@example(0)
def test_between_lungs_that_lie_alike_the_body_stays_too(seed: int) -> None:
    grey, masks, boxes = some(seed, 2)
    same = (masks[:1], boxes[:1])
    composite = transplant_lungs(grey[:1], *same, grey[1:], *same)
    is_body = grown(masks[:1], feather_reach(SIZE) + 1) == 0
    assert torch.equal(composite[is_body], grey[1:][is_body])
    is_lung = grown(1 - masks[:1], feather_reach(SIZE) + 1) == 0
    torch.testing.assert_close(composite[is_lung], grey[:1][is_lung], atol=1e-4, rtol=0)


@settings(max_examples=15)
@given(SEEDS)
def test_ones_own_body_changes_nothing(seed: int) -> None:
    own = some(seed, 3)
    torch.testing.assert_close(transplant_lungs(*own, *own), own[0], atol=1e-4, rtol=0)


def test_lungs_are_those_of_the_first_image_wherever_the_bodys_are() -> None:
    _, masks, boxes = some(3, 2)
    bright, dark = torch.full((1, 1, SIZE, SIZE), 0.9), torch.full((1, 1, SIZE, SIZE), 0.2)
    composite = transplant_lungs(bright, masks[:1], boxes[:1], dark, masks[1:], boxes[1:])
    assert composite.max() == pytest.approx(0.9, abs=1e-5)
    top, left, bottom, right = (int(edge) for edge in boxes[1])
    is_lung = composite > 0.55
    rows, columns = torch.nonzero(is_lung[0, 0], as_tuple=True)
    assert (rows.min(), rows.max() + 1) == (pytest.approx(top, abs=2), pytest.approx(bottom, abs=2))
    assert (columns.min(), columns.max() + 1) == (pytest.approx(left, abs=2), pytest.approx(right, abs=2))


def test_what_sticks_out_of_the_bodys_own_lungs_is_blurred() -> None:
    """Small lungs go into the box of large ones of another shape: nothing of the large ones' pattern is left."""
    rows, columns = np.mgrid[0:SIZE, 0:SIZE]
    square = (abs(rows - 56) < 30) & (abs(columns - 56) < 40)
    diamond = abs(rows - 56) / 30 + abs(columns - 56) / 40 < 1
    pattern = ((rows + columns) % 2).astype(np.float32)
    grey = torch.full((1, 1, SIZE, SIZE), 0.5)
    masks = [torch.from_numpy(mask[None, None].astype(np.float32)) for mask in (diamond, square)]
    boxes = [torch.tensor([box_of(mask)], dtype=torch.float32) for mask in (diamond, square)]
    body = torch.from_numpy(pattern)[None, None]
    composite = transplant_lungs(grey, masks[0], boxes[0], body, masks[1], boxes[1])
    inside = grown(1 - masks[1], feather_reach(SIZE) + 1) == 0
    assert float((composite[inside] - 0.5).abs().max()) < 0.05
    outside = grown(masks[1], feather_reach(SIZE) + 1) == 0
    assert torch.equal(composite[outside], body[outside])


@settings(max_examples=15)
@given(SEEDS, st.floats(0, 0.8))
def test_mixing_spectra_keeps_the_phase(seed: int, share: float) -> None:
    grey, others = torch.from_numpy(np.random.default_rng(seed).random((2, 1, 1, 64, 64))).float()
    mixed = mix_spectra(grey, others, torch.full((1, 1, 1, 1), share))
    assert mixed.dtype == torch.float32
    assert not mixed.is_complex()
    before, after = torch.fft.rfft2(grey), torch.fft.rfft2(mixed)
    strong = (before.abs() > 0.5) & (after.abs() > 0.5)
    turn = torch.angle(after[strong] / before[strong])
    assert float(turn.abs().max()) < 1e-3


@settings(max_examples=15)
@given(SEEDS)
def test_mixing_spectra_takes_coarse_and_fine_amplitudes_only(seed: int) -> None:
    grey, others = torch.from_numpy(np.random.default_rng(seed).random((2, 1, 1, 64, 64))).float()
    mixed = mix_spectra(grey, others, torch.full((1, 1, 1, 1), 0.5))
    down, across = torch.fft.fftfreq(64)[:, None], torch.fft.rfftfreq(64)[None]
    radius = torch.hypot(down, across)
    own, other, found = (torch.fft.rfft2(picture)[0, 0].abs() for picture in (grey, others, mixed))
    taken = (radius < COARSE_BELOW) | (radius > FINE_ABOVE)
    torch.testing.assert_close(found[~taken], own[~taken], atol=1e-3, rtol=1e-3)
    torch.testing.assert_close(found[taken], ((own + other) / 2)[taken], atol=1e-3, rtol=1e-3)


def test_a_flat_picture_has_no_phase_and_stays_a_number() -> None:
    flat = torch.full((1, 1, 32, 32), 0.5)
    noise = torch.rand((1, 1, 32, 32), generator=torch.Generator().manual_seed(0))
    assert torch.isfinite(mix_spectra(flat, noise, torch.full((1, 1, 1, 1), 0.8))).all()
    assert torch.isfinite(mix_spectra(torch.zeros_like(flat), flat, torch.full((1, 1, 1, 1), 0.8))).all()


def test_the_feather_ends_where_it_says() -> None:
    _, masks, _ = some(1, 1)
    soft, reach = feathered(masks), feather_reach(SIZE)
    assert 0 <= float(soft.min()) <= float(soft.max()) <= 1
    assert not soft[grown(masks, reach) == 0].any()
    assert (soft[grown(1 - masks, reach) == 0] > 1 - 1e-6).all()


def test_partners_come_from_the_given_images_only_and_with_the_recipes_shares() -> None:
    random = np.random.default_rng(5)
    count = 4000
    masks = np.repeat(lungs_drawn(random)[None], 40, axis=0)
    plausible = np.arange(40) % 4 > 0
    lungs = maps_of(masks, plausible)
    others = np.arange(0, 40, 3, dtype=np.int64)
    samples = random.choice(others, count)
    drawn = draw_partners(samples, others, lungs, random)
    is_given = np.zeros(40, dtype=bool)
    is_given[others] = True
    assert drawn.are_among(is_given).all()
    moved = drawn.bodies != drawn.samples
    assert not moved[~plausible[samples]].any(), "without lungs there is nothing to transplant"
    assert plausible[drawn.bodies[moved]].all(), "a body without lungs has no place for them"
    bodies = np.count_nonzero(plausible[others])
    assert moved[plausible[samples]].mean() == pytest.approx(0.8 * (1 - 1 / bodies), abs=0.03)
    assert (drawn.shares > 0).mean() == pytest.approx(0.6, abs=0.03)
    assert 0.75 < drawn.shares.max() <= 0.8
    assert (drawn.spectra[drawn.shares == 0] == samples[drawn.shares == 0]).all()


def test_the_same_seed_draws_the_same_and_looks_of_images_do_not_matter() -> None:
    masks = np.stack([lungs_drawn(np.random.default_rng(seed)) for seed in range(20)])
    samples = others = np.arange(20, dtype=np.int64)
    first = draw_partners(samples, others, maps_of(masks), np.random.default_rng(1))
    again = draw_partners(samples, others, maps_of(masks), np.random.default_rng(1))
    fewer = draw_partners(samples, others, maps_of(masks, np.arange(20) != 7), np.random.default_rng(1))
    for name in ("bodies", "spectra", "shares"):
        np.testing.assert_array_equal(getattr(first, name), getattr(again, name))
    np.testing.assert_array_equal(first.shares, fewer.shares)
    np.testing.assert_array_equal(first.spectra, fewer.spectra)


def test_composed_pictures_are_greys_of_the_network_and_repeat_bit_for_bit() -> None:
    random = np.random.default_rng(2)
    masks = np.stack([lungs_drawn(random) for _ in range(6)])
    pixels = torch.from_numpy(random.integers(0, 200, (6, SIZE, SIZE), dtype=np.uint8))
    composer = Composer(lambda numbers: pixels[torch.from_numpy(numbers)], maps_of(masks), SPEC)
    numbers = np.arange(6, dtype=np.int64)
    partners = Partners(numbers, np.roll(numbers, 1), np.roll(numbers, 2), np.full(6, 0.7, np.float32))
    composed = composer.compose(partners)
    assert composed.dtype == torch.uint8
    assert composed.shape == (6, SIZE, SIZE)
    assert torch.equal(composed, composer.compose(partners))
    alone = Partners(numbers, numbers, numbers, np.zeros(6, np.float32))
    # With no partners: the picture itself, equalised, so that it comes out of the network's preparation as before.
    plain = composer.compose(alone)
    seen, before = (composer._prepare.one_channel(pictures[:, None]) for pictures in (plain, pixels))
    torch.testing.assert_close(seen, before, atol=0.02, rtol=0)
    # What a sample looks like does not depend on who else is in the batch.
    torch.testing.assert_close(composer.compose(partners.part(slice(2, 3)))[0], composed[2], atol=1, rtol=0)
