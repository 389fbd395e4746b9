"""Objects on their way from the network to the disk: never in memory as a whole, and never under a name from outside.

    incoming/RANDOM.partial  --- whole, forced to the disk, looked at --->  DIGEST[:2]/DIGEST.dcm

The name is made of the SHA-256 of the SOP Instance UID. So an object that is sent again meets itself.
"""

import contextlib
import hashlib
import os
import secrets
import shutil
import struct
import threading
import time
from pathlib import Path
from typing import Any, BinaryIO, cast

from core.durable_files import PARTIAL_SUFFIX, make_folder, not_writable, take_name_durably
from core.errors import OutputNotWritableError
from core.interchange.dicom_network import IMPLEMENTATION_CLASS_UID, implementation_version_name
from core.language import mark

INCOMING = "incoming"
_PREAMBLE = b"\x00" * 128 + b"DICM"
_TRANSFER_SYNTAX = b"\x02\x00\x10\x00UI"
_LEFT_BEHIND_S = 24 * 3600.0
"""Older unfinished objects belong to no association that still lives: they were left by a process that was killed."""
_FREE_SPACE_EVERY = 16 * 2**20
_COMPARED_AT_ONCE = 2**20
_LOCKS = 16


class ObjectTooLargeError(Exception):
    """The object that is being sent is larger than what is taken. Ends its association."""


class DifferentObjectError(Exception):
    """There is an object of this SOP Instance UID already, and it is not the same."""


class Arrival:
    """One object that is being received. Used by one thread at a time.

    Attributes:
        sop_class_uid: What the sender says it is.
        sop_instance_uid: What the sender says which it is.
        transfer_syntax: How it is encoded, as agreed with the sender.
        path: Where it is being written.
        byte_count: Bytes of the data set so far.
        failure: Why it cannot be written, None while it can. What still comes is counted and dropped.
    """

    def __init__(
        self,
        folder: Path,
        uids: tuple[str, str],
        transfer_syntax: str,
        most_bytes: int,
        least_free_bytes: int,
    ) -> None:
        """Open the file.

        Args:
            folder: Where unfinished objects lie.
            uids: SOP class and SOP instance.
            transfer_syntax: How it is encoded.
            most_bytes: Size from which it is refused.
            least_free_bytes: What must stay free on the disk.
        """
        self.sop_class_uid, self.sop_instance_uid = uids
        self.transfer_syntax = transfer_syntax
        self.path = folder / f"{secrets.token_hex(16)}{PARTIAL_SUFFIX}"
        self.byte_count = 0
        self.failure: OutputNotWritableError | None = None
        self._most_bytes = most_bytes
        self._least_free_bytes = least_free_bytes
        self._looks_at = 0
        self._file: BinaryIO | None = None
        try:
            self._file = self.path.open("xb")
            self._file.write(_PREAMBLE)
            self._write_meta(self._file)
        except OSError as error:
            self._fail(error)

    def write(self, piece: bytes | memoryview) -> None:
        """Take the next bytes of the data set.

        Raises:
            ObjectTooLargeError: There are too many.
        """
        self.byte_count += len(piece)
        if self.byte_count > self._most_bytes:
            raise ObjectTooLargeError
        if self._file is None:
            return
        try:
            if self.byte_count >= self._looks_at:
                self._looks_at = self.byte_count + _FREE_SPACE_EVERY
                if shutil.disk_usage(self.path.parent).free < self._least_free_bytes:
                    raise OSError(0, mark("less is free on the disk than is to stay free"))
            self._file.write(piece)
        except OSError as error:
            self._fail(error)

    def finish(self) -> None:
        """Force it to the disk.

        Raises:
            OutputNotWritableError: It could not be written, now or earlier.
        """
        if self._file is not None:
            try:
                self._file.flush()
                os.fsync(self._file.fileno())
                self._file.close()
            except OSError as error:
                self._fail(error)
            self._file = None
        if self.failure is not None:
            raise self.failure

    def discard(self) -> None:
        """Delete what there is of it; nothing to do where it has been kept."""
        if self._file is not None:
            with contextlib.suppress(OSError):
                self._file.close()
            self._file = None
        with contextlib.suppress(OSError):
            self.path.unlink(missing_ok=True)

    def _fail(self, error: OSError) -> None:
        # The name of a folder of Hilum's own, which says nothing of a patient.
        self.failure = not_writable(self.path.parent, error)
        self.discard()

    def _write_meta(self, file: BinaryIO) -> None:
        """The file's own header, which does not come over the network (DICOM PS3.10 section 7.1)."""
        from pydicom.dataset import FileMetaDataset
        from pydicom.filewriter import write_file_meta_info
        from pydicom.uid import UID

        meta = FileMetaDataset()
        meta.MediaStorageSOPClassUID = UID(self.sop_class_uid)
        meta.MediaStorageSOPInstanceUID = UID(self.sop_instance_uid)
        meta.TransferSyntaxUID = UID(self.transfer_syntax)
        meta.ImplementationClassUID = UID(IMPLEMENTATION_CLASS_UID)
        meta.ImplementationVersionName = implementation_version_name()
        write_file_meta_info(cast(Any, file), meta)


class ArrivalFolder:
    """Where received objects lie. Any thread, and any process, may use it at the same time."""

    def __init__(self, folder: Path, most_bytes: int, least_free_bytes: int) -> None:
        """Make the folder, and clear away what a killed process left unfinished.

        Args:
            folder: Hilum's own folder for received objects.
            most_bytes: Size of the largest object that is taken.
            least_free_bytes: What must stay free on the disk.

        Raises:
            OutputNotWritableError: The folder cannot be made.
        """
        self.folder = folder
        self._incoming = folder / INCOMING
        self._most_bytes = most_bytes
        self._least_free_bytes = least_free_bytes
        self._locks = tuple(threading.Lock() for _ in range(_LOCKS))
        make_folder(self._incoming)
        self._clear_left_behind()

    def begin(self, sop_class_uid: str, sop_instance_uid: str, transfer_syntax: str) -> Arrival:
        """Begin to receive an object."""
        uids = (sop_class_uid, sop_instance_uid)
        return Arrival(self._incoming, uids, transfer_syntax, self._most_bytes, self._least_free_bytes)

    def keep(self, arrival: Arrival) -> tuple[Path, bool]:
        """Give a finished object its name; it survives a power cut from here on.

        Args:
            arrival: Finished.

        Returns:
            Where it lies, and whether it came for the first time: the same object sent again has the same place.

        Raises:
            DifferentObjectError: Another one with this SOP Instance UID was received earlier; that one stays. (By the
                standard an instance never changes. To replace it would swap the image under an answer that was given,
                and to keep both would make two images of one; so the sender is told.)
            OutputNotWritableError: No room or no permission.
        """
        digest = hashlib.sha256(arrival.sop_instance_uid.encode("ascii")).hexdigest()
        path = self.folder / digest[:2] / f"{digest}.dcm"  # untranslated: a file
        with self._locks[int(digest[0], 16) % _LOCKS]:
            if path.exists():
                if not _same_data_set(path, arrival.path):
                    raise DifferentObjectError
                arrival.discard()
                return path, False
            make_folder(path.parent)
            take_name_durably(arrival.path, path)
        return path, True

    def _clear_left_behind(self) -> None:
        oldest = time.time() - _LEFT_BEHIND_S
        with contextlib.suppress(OSError):
            for path in self._incoming.iterdir():
                if path.suffix == PARTIAL_SUFFIX and path.stat().st_mtime < oldest:
                    path.unlink(missing_ok=True)


def _same_data_set(one: Path, other: Path) -> bool:
    """Whether two files of Hilum's own making hold the same data set; their headers may be of different versions."""
    try:
        with one.open("rb") as first, other.open("rb") as second:
            if _header(first) != _header(second):
                return False
            while True:
                piece = first.read(_COMPARED_AT_ONCE)
                if piece != second.read(_COMPARED_AT_ONCE):
                    return False
                if not piece:
                    return True
    except OSError as error:
        raise not_writable(one.parent, error) from error


def _header(file: BinaryIO) -> bytes:
    """Go to where the data set begins, and return the element that says how it is encoded (PS3.10 table 7.1-1)."""
    head = file.read(len(_PREAMBLE) + 12)
    (length,) = struct.unpack_from("<L", head, len(_PREAMBLE) + 8)
    meta = file.read(length)
    start = meta.find(_TRANSFER_SYNTAX)
    (size,) = struct.unpack_from("<H", meta, start + len(_TRANSFER_SYNTAX))
    return meta[start : start + len(_TRANSFER_SYNTAX) + 2 + size]
