"""Which images an epoch learns from, in which order: a function of seed, fold and epoch alone."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from core.training.data_order import balanced_order, batches_of, epoch_order, least_batch

IMAGES = np.arange(10, 110, dtype=np.int64)


def test_every_image_comes_once_and_the_order_can_be_repeated() -> None:
    order = epoch_order(IMAGES, 3, 0, 1)

    assert sorted(order) == IMAGES.tolist()
    assert order.tolist() == epoch_order(IMAGES, 3, 0, 1).tolist()


def test_seeds_folds_epochs_and_the_refit_have_orders_of_their_own() -> None:
    orders = {tuple(epoch_order(IMAGES, *key)) for key in ((3, 0, 1), (4, 0, 1), (3, 1, 1), (3, 0, 2), (3, None, 1))}

    assert len(orders) == 5


def test_every_source_is_drawn_equally_often() -> None:
    sources = ["rare" if number % 10 == 0 else None for number in range(1000)]

    order = balanced_order(np.arange(1000, dtype=np.int64), sources, 0, None, 0)

    assert len(order) == 1000
    assert 420 < sum(sources[number] == "rare" for number in order) < 580


def test_one_source_alone_is_an_ordinary_epoch() -> None:
    assert sorted(balanced_order(IMAGES, ["here"] * 200, 0, 0, 0)) == IMAGES.tolist()


@given(st.integers(1, 400), st.integers(2, 64))
def test_batches_hold_every_image_and_none_is_too_small(images: int, batch_size: int) -> None:
    batches = batches_of(np.arange(images, dtype=np.int64), batch_size)

    assert np.concatenate(batches).tolist() == list(range(images))
    assert all(len(batch) >= min(images, least_batch(batch_size)) for batch in batches)
    assert all(len(batch) < 2 * batch_size for batch in batches)
