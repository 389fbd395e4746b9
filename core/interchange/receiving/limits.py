"""How fast one caller may send: a bucket that fills again, so that a burst is taken and a flood is slowed down."""

import threading
import time
from collections.abc import Callable

_MINUTE_S = 60.0
_MOST_CALLERS = 256


class RateLimit:
    """Objects and bytes per minute of each caller. Any thread may use it."""

    def __init__(
        self, objects_per_minute: int, bytes_per_minute: int, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Set the limits.

        Args:
            objects_per_minute: Objects, at least 1.
            bytes_per_minute: Bytes, at least 1.
            clock: Seconds that only go forward.
        """
        self._limits = (float(objects_per_minute), float(bytes_per_minute))
        self._clock = clock
        self._lock = threading.Lock()
        self._levels: dict[str, tuple[float, tuple[float, float]]] = {}

    def charge(self, caller: str, byte_count: int, most_wait_s: float) -> float | None:
        """Count an object, and say how long the caller is to wait before the next.

        Args:
            caller: Who sent it.
            byte_count: How large it is.
            most_wait_s: The longest wait that is asked of a caller, seconds.

        Returns:
            Seconds, 0 where the caller is within the limits; who waits gets exactly the limit through. None where the
            wait would be longer than that: the object is not counted then, and is to be refused.
        """
        now = self._clock()
        with self._lock:
            since, levels = self._levels.pop(caller, (now, self._limits))
            filled = _filled(levels, self._limits, now - since)
            left = (filled[0] - 1.0, filled[1] - byte_count)
            waits = (-level * _MINUTE_S / limit for level, limit in zip(left, self._limits, strict=True))
            wait_s = max(0.0, *waits)
            self._levels[caller] = (now, filled if wait_s > most_wait_s else left)
            if len(self._levels) > _MOST_CALLERS:
                # The one that was silent longest; its bucket is most likely full again.
                del self._levels[next(iter(self._levels))]
        return None if wait_s > most_wait_s else wait_s


def _filled(levels: tuple[float, float], limits: tuple[float, float], elapsed_s: float) -> tuple[float, float]:
    """The levels after some time, no higher than the limits."""
    share = elapsed_s / _MINUTE_S
    return min(limits[0], levels[0] + share * limits[0]), min(limits[1], levels[1] + share * limits[1])
