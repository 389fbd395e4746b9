"""The lungs of training images: found once, kept, and found again where they do not fit."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from core.errors import JobCancelledError
from core.jobs import CancellationToken, JobContext
from core.model.lungs import LungFinding, LungNetwork, load_lung_network
from core.training.events import ImagesPrepared
from core.training.lung_maps import Pixels, box_of, find_lungs, has_plausible_lungs, kept_lungs, lung_mask

from .phantoms import chest_phantom


@pytest.fixture(scope="module")
def pictures() -> Pixels:
    """Two chests, and a picture with nothing in it."""
    return np.stack([chest_phantom(0), chest_phantom(1), np.full((224, 224), 90, dtype=np.uint8)])


@pytest.fixture(scope="module")
def network() -> LungNetwork:
    return load_lung_network()


def refuse() -> LungNetwork:
    raise AssertionError("the lungs are known")


def counted(calls: list[int], network: LungNetwork) -> Callable[[], LungNetwork]:
    def open_network() -> LungNetwork:
        calls.append(1)
        return network

    return open_network


def test_lungs_are_found_where_they_are(pictures: Pixels, network: LungNetwork) -> None:
    events: list[object] = []
    maps = find_lungs(pictures, network, JobContext(report=events.append))
    assert maps.is_plausible.tolist() == [True, True, False]
    assert events == [ImagesPrepared(3, 3)]
    masks = maps.masks(np.array([1, 0, 2]))
    assert masks.shape == (3, 224, 224)
    for mask, number in zip(masks, (1, 0, 2), strict=True):
        assert box_of(mask) == tuple(maps.boxes[number])
    # The phantom's lungs are dark ellipses.
    assert masks[0][107, 67]
    assert masks[0][107, 157]
    assert not masks[0][107, 112]
    assert not masks[0][:20].any()


def test_kept_lungs_are_the_found_ones_and_the_network_stays_closed(
    tmp_path: Path, pictures: Pixels, network: LungNetwork
) -> None:
    calls: list[int] = []
    found = kept_lungs(tmp_path / "lungs", pictures, ("a", "b", "c"), counted(calls, network), JobContext())
    again = kept_lungs(tmp_path / "lungs", pictures, ("a", "b", "c"), refuse, JobContext())
    assert calls == [1]
    assert again.size == found.size
    for name in ("bits", "boxes", "is_plausible", "opacity_extents"):
        np.testing.assert_array_equal(getattr(again, name), getattr(found, name))
    kept_lungs(tmp_path / "lungs", pictures, ("a", "b", "other"), counted(calls, network), JobContext())
    assert calls == [1, 1], "another image is looked at"


def test_damaged_files_are_made_again(
    tmp_path: Path, pictures: Pixels, network: LungNetwork, expected_warnings: set[str]
) -> None:
    expected_warnings.add("core.training.lung_maps")
    calls: list[int] = []
    for _ in range(2):
        kept_lungs(tmp_path, pictures[:1], ("a",), counted(calls, network), JobContext())
        (file,) = tmp_path.iterdir()
        file.write_bytes(file.read_bytes()[:50])
    assert calls == [1, 1]


def test_a_cancelled_search_stops(pictures: Pixels, network: LungNetwork) -> None:
    token = CancellationToken()
    token.cancel()
    with pytest.raises(JobCancelledError):
        find_lungs(pictures, network, JobContext(token=token))


def test_specks_are_no_lungs_and_masks_come_in_every_size() -> None:
    lungs = np.zeros((224, 224), dtype=np.uint8)
    lungs[40:160, 30:90] = lungs[40:160, 130:190] = 255
    lungs[200:205, 5:10] = 255
    finding = LungFinding(lungs, np.zeros_like(lungs), float((lungs > 0).mean()), 0.0)
    assert box_of(lung_mask(finding, 224)) == (40, 30, 160, 190)
    assert box_of(lung_mask(finding, 112)) == (20, 15, 80, 95)
    assert has_plausible_lungs(finding)


def test_one_field_is_not_plausible() -> None:
    lungs = np.zeros((224, 224), dtype=np.uint8)
    lungs[40:160, 30:90] = 255
    assert not has_plausible_lungs(LungFinding(lungs, np.zeros_like(lungs), 0.15, 0.0))
    assert box_of(np.zeros((5, 5), dtype=bool)) == (0, 0, 0, 0)
