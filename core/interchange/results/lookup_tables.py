"""Look-up tables as DICOM writes them (PS3.3 C.11.1.1 and C.11.2.1.1)."""

from typing import Any

import numpy as np
import numpy.typing as npt
from pydicom.dataset import Dataset

MOST_ENTRIES = 1 << 16
_BITS = 16
_LARGEST_SIGNED = 0x7FFF
_SMALLEST_SIGNED = -0x8000


def fits_lookup_table(first_value: int, table: npt.NDArray[Any]) -> bool:
    """Whether a table can be written as one of 16 bits.

    Args:
        first_value: What the first entry belongs to.
        table: Entries (n,).
    """
    return (
        _SMALLEST_SIGNED <= first_value < MOST_ENTRIES
        and 1 <= table.size <= MOST_ENTRIES
        and table.dtype.kind in "iu"
        and int(table.min()) >= 0
        and int(table.max()) < MOST_ENTRIES
    )


def set_first_value(item: Dataset, first_value: int, entries: int) -> None:
    """Say what a table's first entry belongs to.

    Args:
        item: An item with a LUT Descriptor.
        first_value: Within 16 bits; where it is negative the descriptor is of signed numbers, of which only this one is
            read as signed.
        entries: How many there are; 2**16 are written as 0.
    """
    count = entries % MOST_ENTRIES
    if first_value < 0:
        signed_count = count - MOST_ENTRIES if count > _LARGEST_SIGNED else count
        item.add_new("LUTDescriptor", "SS", [signed_count, first_value, _BITS])
    else:
        item.add_new("LUTDescriptor", "US", [count, first_value, _BITS])


def as_entries(table: npt.NDArray[Any], largest: int) -> npt.NDArray[np.uint16]:
    """A table's entries over the whole of 16 bits, so that what they are shares of is the same everywhere.

    Args:
        table: Entries (n,), 0 to `largest`.
        largest: The entry that means white.
    """
    scaled = np.rint(table.astype(np.float64) * ((MOST_ENTRIES - 1) / largest))
    return scaled.clip(0, MOST_ENTRIES - 1).astype(np.uint16)
