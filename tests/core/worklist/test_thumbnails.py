"""Small pictures stay small, and go with their entries."""

import io
from pathlib import Path

import numpy as np
from PIL import Image

from core.worklist.entry import Origin
from core.worklist.thumbnails import LONGEST_SIDE, MOST_BYTES, jpeg_of
from core.worklist.worklist import Worklist

from .worklist_examples import identity, path_of


def test_even_noise_fits() -> None:
    noise = np.random.default_rng(1).integers(0, 255, (LONGEST_SIDE, LONGEST_SIDE), dtype=np.uint8)

    jpeg = jpeg_of(noise)

    assert len(jpeg) <= MOST_BYTES
    assert Image.open(io.BytesIO(jpeg)).size == (LONGEST_SIDE, LONGEST_SIDE)


def test_a_picture_is_kept_replaced_and_removed_with_its_entry(worklist: Worklist, tmp_path: Path) -> None:
    number = worklist.add(path_of(tmp_path, 1), identity(1), Origin.OPENED)
    worklist.set_thumbnail(number, b"first")
    worklist.set_thumbnail(number, b"second")
    worklist.set_thumbnail(number + 1, b"of nothing")
    assert worklist.thumbnails([number, number + 1]) == {number: b"second"}

    worklist.remove([number])

    assert worklist.thumbnails([number]) == {}
