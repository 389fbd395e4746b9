"""The DICOM network library, as Hilum uses it: silent about patients.

Its settings hold for the whole process. Whatever connects or listens calls `prepare_network_library` first.
"""

import errno
import logging
import re

from core.language import Worded, mark

IMPLEMENTATION_CLASS_UID = "2.25.130438925730213486173984012957463021847"
"""Says towards other programs that this is Hilum. From a UUID; such UIDs need no registration (PS3.5 annex B.2)."""
_UID = re.compile(r"(0|[1-9][0-9]*)(\.(0|[1-9][0-9]*))*")
_LOOSE_UID = re.compile(r"[0-9.]*[0-9]")
LONGEST_UID = 64


def prepare_network_library() -> None:
    """Keep pynetdicom's and pydicom's remarks out of every log, and send files as they lie on the disk.

    pynetdicom logs whole data sets, and at a failure the reason with parts of them. What Hilum says about a connection
    it says itself.
    """
    from pynetdicom import _config

    from core.imaging.dicom_dataset import quieten_pydicom

    quieten_pydicom()
    logging.getLogger("pynetdicom").setLevel(logging.CRITICAL + 1)
    _config.LOG_HANDLER_LEVEL = "none"
    _config.LOG_REQUEST_IDENTIFIERS = False
    _config.LOG_RESPONSE_IDENTIFIERS = False
    _config.STORE_SEND_CHUNKED_DATASET = True


def implementation_version_name() -> str:
    """Hilum and its version, as the network sees them: at most 16 characters (PS3.7 annex D.3.3.2.4)."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"HILUM_{version('hilum')}"[:16]  # untranslated: DICOM
    except PackageNotFoundError:
        return "HILUM"


def listening_problem(address: str, error: OSError) -> str:
    """Why a port of one's own cannot be opened, as a clause.

    Args:
        address: The own address that was to be listened at.
        error: What the system says.
    """
    match error.errno:
        case errno.EADDRINUSE:
            return mark("another program uses it, or Hilum itself does")
        case errno.EADDRNOTAVAIL:
            return Worded.of(mark("{address} is no address of this computer"), address=address)
        case errno.EACCES:
            return mark("only an administrator may open it")
        case _:
            return (error.strerror or type(error).__name__).lower()


def is_uid(text: str, *, strictly: bool = False) -> bool:
    """Whether a text is a UID: digits and dots only, at most 64 characters.

    Args:
        text: What came from outside.
        strictly: Whether each component must be a number without leading zeros, as the standard asks
            (DICOM PS3.5 section 9.1) and some makers of images do not keep to.
    """
    pattern = _UID if strictly else _LOOSE_UID
    return len(text) <= LONGEST_UID and pattern.fullmatch(text) is not None
