"""What stands for patients, identifiers and dates in the copies; all of it follows from one secret key."""

import hashlib
import hmac
import os
import secrets
import uuid
from pathlib import Path

from core.durable_files import make_folder
from core.errors import InvalidKeyFileError
from core.imaging.opening import file_error_of
from core.interchange.deidentification.private_files import write_privately
from core.language import Worded, mark

KEY_BYTES = 32
_SHORTEST_SHIFT_DAYS, _LONGEST_SHIFT_DAYS = 31, 3650
_NAME_BYTES = 8
"""Enough that no two of a hundred thousand patients are taken for one."""


class Pseudonyms:
    """Replacements that are the same for the same original and key, and say nothing about it without the key."""

    def __init__(self, key: bytes) -> None:
        """Make replacements from a key.

        Args:
            key: Secret bytes, `KEY_BYTES` of them.
        """
        self._key = key

    def uid(self, original: str) -> str:
        """Another unique identifier, below the root 2.25 that needs no registration.

        Args:
            original: Any text that identifies something.

        Source: DICOM PS3.5 annex B.2, a UUID as decimal number; version 8 of RFC 9562 leaves its bits to us.
        """
        return f"2.25.{uuid.UUID(bytes=_as_uuid(self._digest('uid', original))).int}"

    def patient(self, identity: str) -> str:
        """The name and ID that a patient has in the copies.

        Args:
            identity: What tells the patient from others, as text.
        """
        return f"ANON-{self._digest('patient', identity)[:_NAME_BYTES].hex().upper()}"  # untranslated: DICOM

    def shift_days(self, identity: str) -> int:
        """How many days a patient's dates are moved; negative, a month to ten years back."""
        number = int.from_bytes(self._digest("dates", identity)[:8], "big")
        return -(_SHORTEST_SHIFT_DAYS + number % (_LONGEST_SHIFT_DAYS - _SHORTEST_SHIFT_DAYS + 1))

    def _digest(self, purpose: str, text: str) -> bytes:
        message = f"{purpose}\0{text}".encode("utf-8", errors="surrogatepass")
        return hmac.new(self._key, message, hashlib.sha256).digest()


def new_key() -> bytes:
    """A key that nobody knows."""
    return secrets.token_bytes(KEY_BYTES)


def read_or_make_key(path: Path) -> bytes:
    """The key in a file; a new one, kept there for the owner's eyes only, where there is no such file.

    Raises:
        InvalidKeyFileError: The file holds something else.
        OutputNotWritableError: A new key could not be kept.
        FileError: The file cannot be read.
    """
    try:
        if not path.exists():
            _keep_new_key(path)
        text = path.read_bytes()[: 4 * KEY_BYTES].decode("ascii", errors="replace").strip()
    except OSError as error:
        raise file_error_of(path, error) from error
    if len(text) != 2 * KEY_BYTES or set(text.lower()) - set("0123456789abcdef"):
        raise InvalidKeyFileError(
            path, Worded.of(mark("it does not hold {count} hexadecimal digits"), count=2 * KEY_BYTES)
        )
    return bytes.fromhex(text)


def _keep_new_key(path: Path) -> None:
    """Keep a new key in a file, unless another program that runs at the same time was faster: then its key holds."""
    make_folder(path.parent)
    made = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    write_privately(made, f"{new_key().hex()}\n".encode())
    try:
        os.link(made, path)
    except FileExistsError:
        return
    except OSError:
        # A drive without second names for files: the last program's key holds.
        made.replace(path)
    finally:
        made.unlink(missing_ok=True)


def _as_uuid(digest: bytes) -> bytes:
    """Sixteen bytes of a digest with version 8 and variant 2 written into them."""
    made = bytearray(digest[:16])
    made[6] = made[6] & 0x0F | 0x80
    made[8] = made[8] & 0x3F | 0x80
    return bytes(made)
