"""Who was not let in and what was not taken, said in the log: machines by their names, patients not at all."""

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from core.interchange.archive.nodes import LONGEST_AE_TITLE
from core.language import Worded, mark, tr

_log = logging.getLogger(__name__)

_QUIET_S = 10.0
_MOST_REMEMBERED = 256


class Reason(StrEnum):
    """Why somebody was not let in, or something not taken, as a clause behind “sender: ”; `tr` shows it."""

    CALLER_NOT_ALLOWED = mark("not on the list of allowed senders")
    WRONG_CALLED_TITLE = mark("called Hilum by an AE title that is not its own")
    TOO_MANY_SENDERS = mark("came while as many were sending as may")
    NOT_ENCRYPTED = mark("did not come through the encryption: no certificate that is trusted, or no encryption at all")
    TOO_SLOW = mark("took too long, and was cut off")
    PROTOCOL_BROKEN = mark("sent what is no DICOM message, and was cut off")
    TOO_LARGE = mark("sent an object above the size limit, and was cut off")
    TOO_FAST = mark("sent faster than is allowed")
    INVALID_UID = mark("sent an object whose UIDs are none")
    OTHER_OBJECT = mark("sent an object other than the one it announced")
    NO_IMAGE = mark("sent an object without an image, or a damaged one")
    DIFFERENT_OBJECT = mark("sent another object under the UID of one that was received before")
    NO_ROOM = mark("could not be served: there is no room on the disk, or it cannot be written")
    WORKLIST_CLOSED = mark("could not be served: the worklist took no entry")


@dataclass(frozen=True)
class Refusal:
    """Somebody was not let in, or something was not taken.

    Attributes:
        reason: Why.
        caller: AE title of the sender, without what no AE title can hold; empty where it did not say.
        address: Where it called from.
    """

    reason: Reason
    caller: str
    address: str

    @property
    def text(self) -> str:
        """A line for the log; `tr` words it for a person."""
        return Worded(self._words)

    def _words(self) -> str:
        text = tr("Sender {caller} at {address}: {reason}") if self.caller else tr("Sender {address}: {reason}")
        return text.format(caller=self.caller, address=self.address, reason=tr(self.reason.value))


class RefusalLog:
    """Says each refusal once, and then again no more often than every few seconds: a flood must not fill the log."""

    def __init__(
        self, listener: Callable[[Refusal], None] | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Begin.

        Args:
            listener: Told of each refusal that is said, in the sender's thread.
            clock: Seconds that only go forward.
        """
        self._listener = listener
        self._clock = clock
        self._lock = threading.Lock()
        self._said: dict[Refusal, float] = {}
        self._count = 0

    @property
    def count(self) -> int:
        """How many refusals there were, said or not."""
        return self._count

    def note(self, reason: Reason, caller: str, address: str) -> None:
        """Note a refusal."""
        refusal = Refusal(reason, plain_title(caller), address)
        now = self._clock()
        with self._lock:
            self._count += 1
            last = self._said.pop(refusal, None)
            is_quiet = last is not None and now - last < _QUIET_S
            self._said[refusal] = last if is_quiet and last is not None else now
            if len(self._said) > _MOST_REMEMBERED:
                del self._said[next(iter(self._said))]
        if is_quiet:
            return
        _log.warning("%s", refusal.text)
        if self._listener is not None:
            self._listener(refusal)


def plain_title(title: str) -> str:
    """An AE title from the network as it can be shown: a sender could write anything there."""
    return "".join(letter if letter.isascii() and (letter.isalnum() or letter in "_-. ") else "?" for letter in title)[
        :LONGEST_AE_TITLE
    ].strip()
