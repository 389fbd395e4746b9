"""Which images an epoch learns from, and in which order: a pure function of seed, fold and epoch.

So a run that goes on after a crash continues as if nothing had happened, and every process of a distributed run
knows the order without being told.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Indices = npt.NDArray[np.int64]

_LARGEST_REST_THAT_JOINS = 64


def derived_seed(seed: int, fold: int | None, epoch: int, purpose: str) -> int:
    """A seed of its own for one purpose in one epoch, 0 to 2**63 - 1.

    Args:
        seed: The plan's.
        fold: From 0, None for the refit.
        epoch: From 0.
        purpose: What is drawn with it.
    """
    words = [seed, 0 if fold is None else fold + 1, epoch, *purpose.encode()]
    return int(np.random.SeedSequence(words).generate_state(1, np.uint64)[0] >> np.uint64(1))


def epoch_order(images: Indices, seed: int, fold: int | None, epoch: int) -> Indices:
    """Every image once, in random order.

    Args:
        images: int64 (n,) image numbers.
        seed: The plan's.
        fold: From 0, None for the refit.
        epoch: From 0.
    """
    return np.random.default_rng(derived_seed(seed, fold, epoch, "order")).permutation(images)


def balanced_order(images: Indices, sources: Sequence[str | None], seed: int, fold: int | None, epoch: int) -> Indices:
    """As many draws as there are images, with replacement, every source equally likely.

    With one source, or none known, it is `epoch_order`: drawing with replacement would only leave images out.

    Args:
        images: int64 (n,) image numbers.
        sources: Source of every image of the data set, by image number; unknown ones count as one source.
        seed: The plan's.
        fold: From 0, None for the refit.
        epoch: From 0.
    """
    names, positions = np.unique([sources[image] or "" for image in images], return_inverse=True)
    if len(names) < 2:
        return epoch_order(images, seed, fold, epoch)
    chances = 1.0 / np.bincount(positions)[positions]
    random = np.random.default_rng(derived_seed(seed, fold, epoch, "order"))
    return random.choice(images, size=len(images), p=chances / chances.sum())


def least_batch(batch_size: int) -> int:
    """Images of the smallest batch that `batches_of` cuts from more images than one batch."""
    return max(1, min(batch_size // 2, _LARGEST_REST_THAT_JOINS))


def batches_of(order: Indices, batch_size: int) -> tuple[Indices, ...]:
    """Cut an epoch into batches. A small rest joins the batch before it.

    Batch normalisation needs images to compare with, and every process of a team needs one.

    Args:
        order: int64 (n,).
        batch_size: Images per batch, at least 2.
    """
    starts = list(range(0, len(order), batch_size))
    if len(starts) > 1 and len(order) - starts[-1] < least_batch(batch_size):
        starts.pop()
    return tuple(order[start:end] for start, end in zip(starts, [*starts[1:], len(order)], strict=True))
