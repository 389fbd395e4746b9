"""Messages of an association as they come in, piece by piece: objects go to the disk, everything else stays small.

pynetdicom keeps a message in memory until it is whole, or writes it into the system's temporary folder and leaves it
there when the association breaks off; neither has a limit. Importing this module imports pynetdicom.
"""

import threading
from collections import deque
from collections.abc import Callable

from pynetdicom.dimse import DIMSEServiceProvider
from pynetdicom.dimse_messages import C_STORE_RQ
from pynetdicom.pdu_primitives import P_DATA

from core.interchange.dicom_network import is_uid
from core.interchange.receiving.arrivals import Arrival, ArrivalFolder
from core.interchange.receiving.refusals import Reason

_LARGEST_COMMAND = 64 * 2**10
"""Bytes of a command; those of C-STORE and C-ECHO have some hundred."""
_MOST_WAITING = 16
"""Messages that a sender may send ahead of the answers. Without negotiation (PS3.7 annex D.3.3.3) it is none."""
_IS_COMMAND, _IS_LAST = 1, 2
"""Bits of the message control header. Source: DICOM PS3.8 annex E.2."""


class BrokenProtocolError(Exception):
    """The sender does what the standard rules out. Ends its association."""


class StreamingProvider(DIMSEServiceProvider):  # type: ignore[misc]  # pynetdicom is not followed
    """Takes an association's messages apart.

    Pieces come in one thread, whole objects are taken out in another.
    """

    def __init__(
        self,
        association: object,
        folder: ArrivalFolder,
        on_arrived: Callable[[], None],
        note: Callable[[Reason], None],
    ) -> None:
        """Begin.

        Args:
            association: pynetdicom's association.
            folder: Where objects go.
            on_arrived: Called when an object is whole.
            note: Called with why an object was not even begun.
        """
        super().__init__(association)
        self._folder = folder
        self._on_arrived = on_arrived
        self._note = note
        self._lock = threading.Lock()
        self._is_closed = False
        self._current: Arrival | None = None
        self._whole: deque[Arrival | None] = deque()
        self._small_bytes = 0

    def receive_primitive(self, primitive: P_DATA) -> None:
        """Take what one PDU brought.

        Raises:
            BrokenProtocolError: It is not what may come now.
            ObjectTooLargeError: The object that is being sent is too large.
        """
        for context_id, value in primitive.presentation_data_value_list:
            if not value:
                raise BrokenProtocolError
            if value[0] & _IS_COMMAND:
                self._take_command(context_id, value)
            else:
                self._take_data(context_id, value)

    def take_arrival(self) -> Arrival | None:
        """The object that belongs to the C-STORE request that is being served, None where it brought none."""
        with self._lock:
            return self._whole.popleft() if self._whole else None

    def close(self) -> None:
        """Delete what is not finished; the association is over."""
        with self._lock:
            self._is_closed = True
            left = [*self._whole, self._current]
            self._whole.clear()
            self._current = None
        for arrival in left:
            if arrival is not None:
                arrival.discard()

    def _take_command(self, context_id: int, value: bytes) -> None:
        if self._is_receiving:
            raise BrokenProtocolError
        self._take_small(context_id, value)
        message = self.message
        if not value[0] & _IS_LAST or not isinstance(message, C_STORE_RQ):
            return
        context = self.assoc._accepted_cx.get(context_id)  # noqa: SLF001  # pynetdicom has no public name for it
        if context is None:
            raise BrokenProtocolError
        sop_class = str(message.command_set.get("AffectedSOPClassUID", "") or "")  # untranslated: DICOM
        sop_instance = str(message.command_set.get("AffectedSOPInstanceUID", "") or "")  # untranslated: DICOM
        if not is_uid(sop_class) or not is_uid(sop_instance):
            self._note(Reason.INVALID_UID)
            raise BrokenProtocolError
        with self._lock:
            if self._is_closed:
                raise BrokenProtocolError
            self._current = self._folder.begin(sop_class, sop_instance, str(context.transfer_syntax[0]))

    @property
    def _is_receiving(self) -> bool:
        return self._current is not None

    def _take_data(self, context_id: int, value: bytes) -> None:
        arrival = self._current
        if arrival is None:
            self._take_small(context_id, value)
            return
        if self.message is None or context_id != self.message.context_id:
            raise BrokenProtocolError
        arrival.write(memoryview(value)[1:])
        if not value[0] & _IS_LAST:
            return
        with self._lock:
            if self._is_closed or len(self._whole) >= _MOST_WAITING:
                raise BrokenProtocolError
            self._whole.append(arrival)
            self._current = None
        self._on_arrived()
        # The message itself ends here, for pynetdicom without its data.
        self._take_small(context_id, value[:1])

    def _take_small(self, context_id: int, value: bytes) -> None:
        """Let pynetdicom have a piece that stays in memory."""
        self._small_bytes += len(value)
        if self._small_bytes > _LARGEST_COMMAND or self.msg_queue.qsize() > _MOST_WAITING:
            raise BrokenProtocolError
        piece = P_DATA()
        piece.presentation_data_value_list = [[context_id, value]]
        super().receive_primitive(piece)
        if self.message is None:
            self._small_bytes = 0
