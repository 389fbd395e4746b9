"""Variants of one image for a person to look at."""

from dataclasses import fields, replace

import numpy as np
import pytest

pytest.importorskip("torch", reason="torch is not installed")

from core.model.input import Crop, Equalisation, InputSpec, ResizeFilter, resize_display
from core.model.lungs import load_lung_network
from core.model.package import bundled_package
from core.training.plan import Augmentation, Variation
from core.training.preview import preview_composites, preview_variants

from .phantoms import chest_phantom

SPEC = InputSpec(64, ResizeFilter.LANCZOS, Equalisation.MID_RANK, 255, Crop(4, 59), 1e-3, 3)
PICTURE = np.random.default_rng(0).integers(0, 256, (64, 64), dtype=np.uint8)
OFF = Augmentation(**{field.name: Variation(False, 0.5) for field in fields(Augmentation)})


def test_variants_differ_and_come_again_with_the_same_seed() -> None:
    variants = preview_variants(PICTURE, Augmentation(), SPEC, 6, seed=3)
    assert len(variants) == 6
    assert all(variant.shape == (64, 64) and variant.dtype == np.uint8 for variant in variants)
    assert len({variant.tobytes() for variant in variants}) == 6
    again = preview_variants(PICTURE, Augmentation(), SPEC, 6, seed=3)
    np.testing.assert_array_equal(variants, again)


def test_without_variations_the_picture_itself_is_shown() -> None:
    (variant,) = preview_variants(PICTURE, OFF, SPEC, 1, seed=0)
    np.testing.assert_array_equal(variant, PICTURE)


def test_a_picture_of_another_size_is_brought_to_the_networks() -> None:
    large = np.kron(PICTURE, np.ones((3, 2), dtype=np.uint8))
    (variant,) = preview_variants(large, OFF, SPEC, 1, seed=0)
    np.testing.assert_array_equal(variant, resize_display(large, SPEC))


def test_one_switch_changes_one_thing() -> None:
    brighter = replace(OFF, brightness=Variation(True, 0.2))
    flipped = replace(brighter, reflection=Variation(True, 1.0))
    plain = preview_variants(PICTURE, brighter, SPEC, 3, seed=1)
    mirrored = preview_variants(PICTURE, flipped, SPEC, 3, seed=1)
    for one, other in zip(plain, mirrored, strict=True):
        np.testing.assert_allclose(one[:, ::-1].astype(int), other.astype(int), atol=1)


def test_none_wanted_is_none_given() -> None:
    assert preview_variants(PICTURE, Augmentation(), SPEC, 0, seed=0) == ()


def test_composites_have_the_bodys_borders_and_come_again_with_the_same_seed() -> None:
    spec, network = bundled_package().card.input, load_lung_network()
    own, body = chest_phantom(0), chest_phantom(1)
    body[:30, :30] = 255
    made = preview_composites(own, body, spec, network, seed=4)
    again = preview_composites(own, body, spec, network, seed=4)
    assert made is not None
    assert again is not None
    for name in ("own", "body", "composite", "mixed"):
        picture = getattr(made, name)
        assert picture.shape == (spec.size, spec.size)
        assert picture.dtype == np.uint8
        np.testing.assert_array_equal(picture, getattr(again, name))
    np.testing.assert_array_equal(made.composite[:30], made.body[:30])
    assert (made.composite[100, 60:75] != made.body[100, 60:75]).any()
    assert (made.mixed != made.composite).mean() > 0.3


def test_without_lungs_there_are_no_composites() -> None:
    flat = np.full((224, 224), 90, dtype=np.uint8)
    spec, network = bundled_package().card.input, load_lung_network()
    assert preview_composites(chest_phantom(0), flat, spec, network, seed=0) is None
