"""The scans looked at last, kept in memory so that going back to one is immediate."""

from collections import OrderedDict

from core.imaging.radiograph import Radiograph

_MOST_KEPT = 3
"""A radiograph takes some 10 to 30 MB."""


class KeptRadiographs:
    """The last few radiographs by entry and frame; the one not looked at for longest goes first."""

    def __init__(self) -> None:
        self._by_frame: OrderedDict[tuple[int, int], Radiograph] = OrderedDict()

    def get(self, number: int, frame_index: int) -> Radiograph | None:
        """Return an entry's frame, None where it is not kept."""
        return self._by_frame.get((number, frame_index))

    def put(self, number: int, radiograph: Radiograph) -> None:
        """Keep an entry's frame, as the one looked at last."""
        key = (number, radiograph.frame_index)
        self._by_frame[key] = radiograph
        self._by_frame.move_to_end(key)
        while len(self._by_frame) > _MOST_KEPT:
            self._by_frame.popitem(last=False)

    def forget(self, number: int) -> None:
        """Let go of all frames of an entry."""
        for key in [key for key in self._by_frame if key[0] == number]:
            del self._by_frame[key]
