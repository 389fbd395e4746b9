"""Random changes of images: what each does, against torchvision, and that every image has its own draw."""

from dataclasses import fields, replace
from typing import Any

import pytest

# ruff: noqa: E402 (imports after the check for torch)
torch = pytest.importorskip("torch", reason="torch is not installed")

from torchvision.transforms import InterpolationMode
from torchvision.transforms.v2 import Transform, functional

from core.training.augmentation import RandomVariations
from core.training.plan import Augmentation, Variation

OFF = Augmentation(**{field.name: Variation(False, 0.5) for field in fields(Augmentation)})
PICTURES = 6


def only(name: str, amount: float) -> RandomVariations:
    return RandomVariations(replace(OFF, **{name: Variation(True, amount)}))


def seeded(seed: int = 0) -> Any:
    return torch.Generator().manual_seed(seed)


def drawn(variations: RandomVariations, grey: Any, **chosen: float) -> Any:
    """The batch changed with middle draws, but for those given."""
    params = variations.make_params([grey], seeded())
    middle = {name: value if name == "noise_field" else torch.full_like(value, 0.5) for name, value in params.items()}
    return variations.transform(
        grey, middle | {name: torch.full((len(grey), 1, 1, 1), x) for name, x in chosen.items()}
    )


@pytest.fixture(scope="module")
def grey() -> Any:
    """A smooth picture, several times: float32 (n, 1, 48, 48)."""
    rows = torch.linspace(0, 6, 48)
    picture = 0.5 + 0.25 * torch.sin(rows)[:, None] + 0.2 * torch.cos(1.7 * rows)[None]
    return picture.expand(PICTURES, 1, 48, 48).contiguous()


def test_belongs_to_torchvisions_framework() -> None:
    assert isinstance(RandomVariations(OFF), Transform)


def test_nothing_switched_on_changes_nothing(grey: Any) -> None:
    torch.testing.assert_close(RandomVariations(OFF)(grey, seeded()), grey, rtol=0, atol=0)


@pytest.mark.parametrize("name", [field.name for field in fields(Augmentation)])
def test_each_variation_alone_gives_every_image_its_own_draw(grey: Any, name: str) -> None:
    amount = {"rotation": 20.0, "blur": 2.0, "shift": 0.2}.get(name, 0.5)
    varied = only(name, amount)(grey, seeded())
    assert varied.shape == grey.shape
    assert varied.dtype == grey.dtype
    assert 0 <= varied.min() <= varied.max() <= 1
    different = {picture.numpy().tobytes() for picture in varied}
    assert len(different) == 2 if name == "reflection" else len(different) == PICTURES


@pytest.mark.parametrize("name", [field.name for field in fields(Augmentation)])
def test_an_amount_of_zero_is_off(grey: Any, name: str) -> None:
    torch.testing.assert_close(only(name, 0.0)(grey, seeded()), grey, rtol=0, atol=0)


def test_the_same_seed_gives_the_same_bits(grey: Any) -> None:
    everything = RandomVariations(Augmentation(gamma=Variation(True, 0.6), blur=Variation(True, 1.0)))
    first, again, other = (everything(grey, seeded(seed)) for seed in (1, 1, 2))
    assert torch.equal(first, again)
    assert not torch.equal(first, other)


def test_switching_one_off_leaves_the_draws_of_the_others(grey: Any) -> None:
    chosen = Augmentation()
    with_rotation = RandomVariations(chosen).make_params([grey], seeded())
    without = RandomVariations(replace(chosen, rotation=Variation(False, 10.0))).make_params([grey], seeded())
    assert all(torch.equal(with_rotation[name], without[name]) for name in with_rotation)


def test_reflection_mirrors(grey: Any) -> None:
    torch.testing.assert_close(only("reflection", 1.0)(grey, seeded()), grey.flip(3), rtol=0, atol=1e-5)


@pytest.mark.parametrize("draw", [0.0, 1.0])
def test_rotation_is_torchvisions(grey: Any, draw: float) -> None:
    ours = drawn(only("rotation", 10.0), grey, rotation=draw)
    angle = 10.0 if draw else -10.0
    theirs = functional.rotate(grey, angle, InterpolationMode.BILINEAR)
    torch.testing.assert_close(ours, theirs, rtol=0, atol=1e-4)


def test_scaling_is_torchvisions(grey: Any) -> None:
    ours = drawn(only("scaling", 0.2), grey, scaling=1.0)
    theirs = functional.affine(grey, 0.0, [0, 0], 1.2, [0.0, 0.0], InterpolationMode.BILINEAR)
    torch.testing.assert_close(ours, theirs, rtol=0, atol=1e-4)


def test_shift_moves_by_the_share_of_the_side(grey: Any) -> None:
    ours = drawn(only("shift", 0.25), grey, shift_across=1.0)
    torch.testing.assert_close(ours[..., 12:], grey[..., :-12], rtol=0, atol=1e-5)
    assert ours[..., :12].max() < 1e-5


def test_aspect_keeps_the_area() -> None:
    variations = only("aspect", 0.44)
    dot = torch.zeros(1, 1, 64, 64)
    dot[:, :, 22:42, 22:42] = 1
    wide = drawn(variations, dot, aspect=1.0)
    assert float(wide.sum()) == pytest.approx(400, rel=0.03)
    assert float(wide[0, 0, 32].sum() / wide[0, 0, :, 32].sum()) == pytest.approx(1.44, rel=0.05)


def test_crop_never_leaves_the_picture() -> None:
    white = torch.ones(32, 1, 24, 24)
    varied = only("crop", 0.5)(white, seeded())
    # The outermost row may mix with what lies outside: bilinear, half a pixel.
    assert varied[..., 1:-1, 1:-1].min() > 0.999


def test_crop_enlarges(grey: Any) -> None:
    ours = drawn(only("crop", 0.5), grey, crop=1.0)
    theirs = functional.resize(functional.center_crop(grey, [24, 24]), [48, 48], antialias=False)
    torch.testing.assert_close(ours[..., 2:-2, 2:-2], theirs[..., 2:-2, 2:-2], rtol=0, atol=1e-4)


def test_erasing_blanks_at_most_its_share() -> None:
    white = torch.ones(64, 1, 100, 100)
    blank = (only("erasing", 0.2)(white, seeded()) == 0).float().mean(dim=(1, 2, 3))
    assert blank.max() <= 0.21
    assert blank.max() > 0.15
    assert blank.unique().numel() > 32


def test_noise_has_at_most_its_deviation() -> None:
    grey = torch.full((64, 1, 40, 40), 0.5)
    deviation = only("noise", 0.1)(grey, seeded()).std(dim=(1, 2, 3))
    assert 0.09 < deviation.max() < 0.105
    assert deviation.min() < 0.02


def test_brightness_contrast_and_gamma_do_as_said() -> None:
    grey = torch.tensor([[0.3, 0.5]]).expand(2, 1, 1, 2)
    brighter = drawn(only("brightness", 0.1), grey, brightness=1.0)
    stretched = drawn(only("contrast", 0.5), grey, contrast=1.0)
    powered = drawn(only("gamma", 0.6), grey, gamma=1.0)
    torch.testing.assert_close(brighter, grey + 0.1)
    torch.testing.assert_close(stretched, torch.tensor([[0.25, 0.55]]).expand(2, 1, 1, 2))
    torch.testing.assert_close(powered, grey**1.6)


def test_blur_is_torchvisions(grey: Any) -> None:
    ours = drawn(only("blur", 2.0), grey, blur=0.7)
    theirs = functional.gaussian_blur(grey, [13, 13], [1.4, 1.4])
    torch.testing.assert_close(ours, theirs, rtol=0, atol=1e-5)


def test_a_blur_too_large_for_the_image_is_refused() -> None:
    with pytest.raises(ValueError, match="too large"):
        only("blur", 10.0)(torch.zeros(1, 1, 16, 16), seeded())
