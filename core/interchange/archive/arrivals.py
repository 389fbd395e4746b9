"""What arrives from an archive, kept in a folder: whole, by names of digits and dots, and only if it was asked for."""

import io
import threading
from collections.abc import Callable
from pathlib import Path

from core.durable_files import make_folder, write_durably
from core.errors import DamagedFileError, HilumError, OutputNotWritableError
from core.language import mark

STORED = 0x0000
OUT_OF_RESOURCES = 0xA700
NOT_ASKED_FOR = 0x0124
CANNOT_UNDERSTAND = 0xC000
"""Answers to C-STORE. Source: DICOM PS3.4 table B.2-1, PS3.7 annex C."""


class Arrivals:
    """Keeps the objects of one study that arrive, in whichever thread they do."""

    def __init__(self, folder: Path, study_uid: str, on_arrival: Callable[[int], None]) -> None:
        """Make the folder.

        Args:
            folder: Where they are kept.
            study_uid: Objects of other studies are refused.
            on_arrival: Called with how many there are after each.

        Raises:
            OutputNotWritableError: The folder cannot be made.
        """
        make_folder(folder)
        self._folder = folder
        self._study_uid = study_uid
        self._on_arrival = on_arrival
        self._lock = threading.Lock()
        self._kept: dict[str, Path] = {}
        self._failure: HilumError | None = None

    @property
    def files(self) -> tuple[Path, ...]:
        """What is kept, in the order in which it came."""
        with self._lock:
            return tuple(self._kept.values())

    def raise_failure(self) -> None:
        """Raise what kept an object from being kept.

        Raises:
            OutputNotWritableError: The disk is full, or the folder cannot be written.
        """
        if self._failure is not None:
            raise self._failure

    def take(self, arrived: bytes) -> int:
        """Keep an object; the answer to C-STORE.

        Args:
            arrived: A DICOM file's content.
        """
        try:
            study_uid, sop_uid = identify(arrived)
        except HilumError:
            return CANNOT_UNDERSTAND
        if study_uid != self._study_uid:
            return NOT_ASKED_FOR
        target = self._folder / f"{sop_uid}.dcm"  # untranslated: a name
        try:
            write_durably(target, lambda file: file.write(arrived))
        except OutputNotWritableError as error:
            self._failure = error
            return OUT_OF_RESOURCES
        with self._lock:
            self._kept[sop_uid] = target
            count = len(self._kept)
        self._on_arrival(count)
        return STORED


def identify(arrived: bytes) -> tuple[str, str]:
    """Study and object that a DICOM file says it is of.

    Args:
        arrived: The file's content.

    Returns:
        Study Instance UID and SOP Instance UID, digits and dots only.

    Raises:
        DamagedFileError: It is no DICOM file, or its UIDs are none.
    """
    from pydicom import dcmread

    from core.imaging.dicom_attributes import text_of
    from core.imaging.dicom_dataset import parsing
    from core.interchange.dicom_network import is_uid

    nameless = Path("an object that arrived")  # untranslated: technical
    with parsing(nameless):
        header = dcmread(
            io.BytesIO(arrived),
            stop_before_pixels=True,
            specific_tags=["StudyInstanceUID", "SOPInstanceUID"],  # untranslated: a name
        )
        study_uid = text_of(header, "StudyInstanceUID")  # untranslated: a name
        sop_uid = text_of(header, "SOPInstanceUID")
    if not is_uid(study_uid) or not is_uid(sop_uid):
        raise DamagedFileError(nameless, mark("its identifiers are no UIDs"))
    return study_uid, sop_uid
