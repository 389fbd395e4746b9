"""Which images belong together: those of one patient, and copies of one another."""

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from core.training.dataset import LabelledDataset, LabelledImage

_SHORTEST_DISTINCTIVE_ID = 6


def group_images(dataset: LabelledDataset, duplicates: Iterable[Sequence[int]]) -> npt.NDArray[np.int64]:
    """Number the groups of images that must stay together in a fold.

    Args:
        dataset: The images.
        duplicates: Groups of image numbers that show the same picture.

    Returns:
        int64 (images,): number of each image's group, counted from 0 in the order of the images. Being copies and
        being of one patient both join, through others too.
    """
    first_of_patient: dict[tuple[str, str], int] = {}
    same_patient = [
        (first_of_patient.setdefault(patient, number), number)
        for number, image in enumerate(dataset.images)
        if (patient := patient_key(image)) is not None
    ]
    return join_numbers(len(dataset.images), [*same_patient, *duplicates])


def join_numbers(count: int, joined: Iterable[Sequence[int]]) -> npt.NDArray[np.int64]:
    """Number the groups that arise when some of the numbers below `count` are joined.

    Args:
        count: How many members there are.
        joined: Members that belong together, each at least one.

    Returns:
        int64 (count,) group of each member, counted from 0 in the order of the members.
    """
    groups = _Joined(count)
    for members in joined:
        for member in members:
            groups.join(members[0], member)
    return groups.numbers()


def patient_key(image: LabelledImage) -> tuple[str, str] | None:
    """What tells patients apart, None where the patient is unknown.

    Short plain numbers are taken for counts that every source begins anew. Longer ids are one patient's wherever
    they appear: indexes name parts of one hospital's collection as sources of their own.
    """
    if image.patient_id is None:
        return None
    is_count = image.patient_id.isdigit() and len(image.patient_id) < _SHORTEST_DISTINCTIVE_ID
    return (image.source or "" if is_count else "", image.patient_id)


class _Joined:
    """Union-find: the smallest number of a group stands for it."""

    def __init__(self, count: int) -> None:
        self._parents = list(range(count))

    def join(self, one: int, other: int) -> None:
        low, high = sorted((self._root(one), self._root(other)))
        self._parents[high] = low

    def numbers(self) -> npt.NDArray[np.int64]:
        numbers: dict[int, int] = {}
        roots = (self._root(member) for member in range(len(self._parents)))
        return np.array([numbers.setdefault(root, len(numbers)) for root in roots], dtype=np.int64)

    def _root(self, member: int) -> int:
        while self._parents[member] != member:
            self._parents[member] = self._parents[self._parents[member]]
            member = self._parents[member]
        return member
